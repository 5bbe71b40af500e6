//! The camera: an orbit that eases to where a command sends it, and its place in the window.

use super::{
    appearance::Focus,
    backdrop::spawn_backdrop,
    body::Spawned,
    body_view::{Shown, view_of_bodies},
    choose_view::{Spot, best_view},
    mesh::WORLD_FROM_MM,
    orbit::{FIELD_OF_VIEW, Orbit},
    pain::{CurrentPattern, draw_pattern},
    target::CaptureTarget,
};
use crate::{
    app::{
        camera_step::CameraStep,
        effects::Effect,
        lit::lit_by,
        on_screen::Viewport,
        session::{Anatomy, EffectMessage, Facts, Session, Systems},
        stage::Stage,
        state::AppState,
    },
    model::{
        catalog::Catalog,
        ids::{Item, StructureId},
        link::ViewPreset,
        pose::CameraPose,
        side::Side,
    },
};
use bevy::{
    camera::Viewport as CameraViewport,
    core_pipeline::tonemapping::{DebandDither, Tonemapping},
    prelude::*,
    window::{PrimaryWindow, RequestRedraw},
};

/// How long the camera takes to get anywhere.
const EASE_SECONDS: f32 = 0.22;

/// The camera that shows the body.
#[derive(Component)]
pub struct BodyCamera;

/// Where the camera is and where it is going.
#[derive(Resource)]
pub struct CameraState {
    /// Where it is.
    pub now: Orbit,
    /// Where it comes from, where it goes, and how many seconds it has been going.
    going: Option<(Orbit, Orbit, f32)>,
    /// Width by height of the viewport.
    pub aspect: f32,
    /// What is to be kept in view while the viewport changes its shape: a card that opens beside the body does that.
    kept: Kept,
    /// What it turns to as soon as the body is there.
    waiting: Option<Sight>,
    /// Places all over the body, some of which are always in view, millimetres.
    body_mm: Vec<Vec3>,
    /// It was moved since the state was told where it stands.
    untold: bool,
}

/// What the camera was last sent to, until somebody moves it.
#[derive(Clone, Debug, Default, PartialEq)]
enum Kept {
    /// A place of its own.
    #[default]
    Nothing,
    /// One of the presets.
    Preset(ViewPreset),
    /// A place that a link tells.
    Pose(CameraPose),
    /// The whole body.
    Whole,
    /// Something of the body; true where it has to be looked at anew.
    Sight(Sight, bool),
}

/// Something of the body to look at.
#[derive(Clone, Debug, PartialEq)]
pub enum Sight {
    /// An item.
    Item(Item),
    /// Some structures.
    Bodies(Vec<StructureId>),
}

impl Default for CameraState {
    fn default() -> Self {
        Self {
            now: Orbit::preset(ViewPreset::Back, 1.0),
            going: None,
            aspect: 1.0,
            kept: Kept::Preset(ViewPreset::Back),
            waiting: None,
            body_mm: Vec::new(),
            untold: false,
        }
    }
}

impl CameraState {
    /// Goes there, at once or with a short ease.
    pub fn go(&mut self, goal: Orbit, at_once: bool) {
        let goal = goal.with_in_view(&self.body_mm);
        self.kept = Kept::Nothing;
        self.untold = false;
        if at_once {
            self.now = goal;
            self.going = None;
        } else {
            self.going = Some((self.now, goal, 0.0));
        }
    }

    /// Whether it is on its way, or will be as soon as the body is there.
    pub fn is_going(&self) -> bool {
        self.going.is_some() || self.waiting.is_some()
    }

    /// Whether a link of this state leads back to here: by a pose, by a preset, or because opening what is selected
    /// turns the camera so.
    pub fn is_told(&self, state: &AppState) -> bool {
        let turned_to = match (&self.kept, &state.selection) {
            (
                Kept::Sight(Sight::Item(item @ (Item::Point(_) | Item::Region(_))), _),
                Some(selected),
            ) => item == selected,
            _ => false,
        };
        let told = state.view.camera.is_some() || state.view.preset.is_some() || turned_to;
        told && !self.untold
    }

    /// The pose in which it stands, to be told to the state; it is kept while the viewport changes its shape.
    pub fn tell(&mut self) -> CameraPose {
        let pose = self.now.pose(self.aspect);
        if self.kept == Kept::Nothing {
            self.kept = Kept::Pose(pose);
        }
        self.untold = false;
        pose
    }

    /// Goes a step on from where it is going to, at once or with a short ease.
    pub fn step(&mut self, step: &CameraStep, at_once: bool) {
        let from = self.going.map_or(self.now, |(_, goal, _)| goal);
        self.go(from.stepped(step), at_once);
        self.untold = true;
        self.waiting = None;
    }

    /// Follows the pointer, as far as some of the body stays in view: no ease, and whatever was under way is dropped.
    pub fn take(&mut self, orbit: Orbit) {
        self.kept = Kept::Nothing;
        self.untold = true;
        self.waiting = None;
        self.going = None;
        self.now = orbit.with_in_view(&self.body_mm);
    }
}

/// Places of the skin that are kept for [`CameraState::body_mm`].
const PLACES_KEPT: usize = 1_500;

/// Takes note of where the body is.
fn note_body(scene: Res<Anatomy>, mut state: ResMut<CameraState>) {
    let places = &scene.body.skin.mesh.positions_mm;
    let step = (places.len() / PLACES_KEPT).max(1);
    state.body_mm = places.iter().step_by(step).copied().collect();
}

/// Spawns the camera and keeps it where it should be.
pub fn plugin(app: &mut App) {
    app.init_resource::<CameraState>()
        .add_systems(Startup, spawn_camera)
        .add_systems(
            Update,
            (
                note_body
                    .in_set(Systems::Load)
                    .run_if(resource_exists_and_changed::<Anatomy>),
                fit_viewport.in_set(Systems::Input),
                // The view of a point is chosen by its pattern, so that must be drawn first.
                follow_effects.in_set(Systems::Sync).after(draw_pattern),
                move_camera.in_set(Systems::Present),
            ),
        );
}

/// How edges are smoothed, where it is not as usual: what draws without a graphics card spends two thirds of
/// its time on it.
#[derive(Resource)]
pub struct Smooth(pub Msaa);

fn spawn_camera(
    mut commands: Commands,
    smooth: Option<Res<Smooth>>,
    meshes: ResMut<Assets<Mesh>>,
    materials: ResMut<Assets<super::materials::BackdropMaterial>>,
) {
    let camera = commands
        .spawn((
            BodyCamera,
            Camera3d::default(),
            Projection::Perspective(PerspectiveProjection {
                fov: FIELD_OF_VIEW,
                near: 0.05,
                far: 30.0,
                ..default()
            }),
            Tonemapping::None,
            DebandDither::Disabled,
            smooth.map_or(Msaa::Sample4, |smooth| smooth.0),
            Transform::default(),
        ))
        .id();
    spawn_backdrop(&mut commands, camera, meshes, materials);
}

/// Puts the camera's picture where the panels leave room.
fn fit_viewport(
    viewport: Res<Viewport>,
    windows: Query<&Window, With<PrimaryWindow>>,
    target: Option<Res<CaptureTarget>>,
    mut cameras: Query<&mut Camera, With<BodyCamera>>,
    mut state: ResMut<CameraState>,
) {
    let [width, height] = viewport.size();
    let aspect = width / height;
    if (aspect - state.aspect).abs() > 1e-3 {
        state.aspect = aspect;
        match &mut state.kept {
            Kept::Nothing => {}
            Kept::Preset(preset) => {
                let preset = *preset;
                state.now = Orbit::preset(preset, aspect);
            }
            Kept::Pose(pose) => state.now = Orbit::posed(&pose.clone(), aspect),
            Kept::Whole => state.now = state.now.whole(aspect),
            Kept::Sight(_, anew) => *anew = true,
        }
    }
    // A picture without a window counts its pixels one to one.
    let scale = windows.single().map_or(1.0, Window::scale_factor);
    let whole = match (windows.single(), &target) {
        (Ok(window), _) => window.physical_size(),
        (_, Some(target)) => target.size,
        _ => return,
    };
    let low = UVec2::new(
        (viewport.min[0] * scale) as u32,
        (viewport.min[1] * scale) as u32,
    )
    .min(whole);
    let high = UVec2::new(
        (viewport.max[0] * scale) as u32,
        (viewport.max[1] * scale) as u32,
    )
    .min(whole);
    let size = high.saturating_sub(low);
    for mut camera in &mut cameras {
        let wanted = (size.x > 1 && size.y > 1).then(|| CameraViewport {
            physical_position: low,
            physical_size: size,
            ..default()
        });
        let same = match (&camera.viewport, &wanted) {
            (Some(a), Some(b)) => {
                a.physical_position == b.physical_position && a.physical_size == b.physical_size
            }
            (None, None) => true,
            _ => false,
        };
        if !same {
            camera.viewport = wanted;
        }
    }
}

/// Goes where commands send it.
fn follow_effects(
    mut happened: MessageReader<EffectMessage>,
    mut state: ResMut<CameraState>,
    (session, stage): (Res<Session>, Res<Stage>),
    scene: Option<Res<Anatomy>>,
    spawned: Res<Spawned>,
    facts: Res<Facts>,
    pattern: Res<CurrentPattern>,
) {
    let at_once = session.preferences.reduced_motion;
    for EffectMessage(effect) in happened.read() {
        match effect {
            Effect::LookPreset(preset) => {
                let goal = Orbit::preset(*preset, state.aspect);
                state.go(goal, at_once);
                state.kept = Kept::Preset(*preset);
                state.waiting = None;
            }
            Effect::StepCamera(step) => state.step(step, at_once),
            Effect::LookFrom(pose) => {
                let goal = Orbit::posed(pose, state.aspect);
                state.go(goal, at_once);
                state.kept = Kept::Pose(*pose);
                state.waiting = None;
            }
            Effect::LookWhole => {
                let goal = state.now.whole(state.aspect);
                state.go(goal, at_once);
                state.kept = Kept::Whole;
                // Nothing that is selected says where that is.
                state.untold = true;
                state.waiting = None;
            }
            Effect::TurnTo(item) => state.waiting = Some(Sight::Item(item.clone())),
            Effect::TurnToBodies(bodies) => state.waiting = Some(Sight::Bodies(bodies.clone())),
            _ => {}
        }
    }
    let anew = match &state.kept {
        Kept::Sight(sight, true) => Some(sight.clone()),
        _ => None,
    };
    // What is looked at anew is there at once: the viewport may go on changing.
    let at_once = at_once || state.waiting.is_none();
    if let (Some(sight), Some(scene)) = (
        state.waiting.clone().or(anew.clone()),
        scene.filter(|_| spawned.is_whole()),
    ) && let Some(goal) = view_of(
        &sight,
        Shown {
            scene: &scene,
            surface: stage.body.surface,
            view: &session.view,
            focus: &Focus::of(stage.body.subject.as_ref(), &facts),
        },
        &facts,
        &pattern,
        &state,
    ) {
        state.go(goal, at_once);
        // Looked at anew it stands elsewhere than the state was told.
        state.untold = anew.is_some() && session.view.camera.is_some();
        state.kept = Kept::Sight(sight, false);
        state.waiting = None;
    }
}

/// The orbit that shows something, if it is anywhere in the body.
fn view_of(
    sight: &Sight,
    shown: Shown,
    catalog: &Catalog,
    pattern: &CurrentPattern,
    state: &CameraState,
) -> Option<Orbit> {
    let bodies = |bodies: Vec<StructureId>| {
        let bodies = bodies.into_iter().collect();
        view_of_bodies(&bodies, shown, &state.now, state.aspect)
    };
    let item = match sight {
        Sight::Item(item) => item,
        Sight::Bodies(all) => return bodies(all.clone()),
    };
    match item {
        Item::Point(id) => {
            let placed = (shown.scene.body.points.iter()).find(|placed| placed.id == *id)?;
            let point = Spot {
                at_mm: placed.point_mm,
                normal: placed.normal,
                weight: 1.0,
            };
            // The pattern is drawn in the same frame, before this runs.
            Some(best_view(point, &pattern.spots, state.aspect))
        }
        Item::Structure(id) => bodies(catalog.bodies_of(id)),
        Item::Region(region) => {
            let spots = &pattern.spots;
            let first = spots.first()?;
            let mean =
                spots.iter().fold(Vec3::ZERO, |sum, spot| sum + spot.at_mm) / spots.len() as f32;
            let normal = spots.iter().fold(Vec3::ZERO, |sum, spot| sum + spot.normal);
            let normal = if region.side == Side::Midline {
                Vec3::new(0.0, normal.y, normal.z)
            } else {
                normal
            };
            let point = Spot {
                at_mm: mean,
                normal: normal.try_normalize().unwrap_or(first.normal),
                weight: 1.0,
            };
            Some(best_view(point, spots, state.aspect))
        }
        Item::Stretch(_) | Item::Method(_) | Item::Programme(_) => bodies(lit_by(item, catalog)),
        Item::Section(_) => None,
    }
}

/// Moves the camera along its way; asks for the next frame while it is going.
pub(super) fn move_camera(
    time: Res<Time>,
    mut state: ResMut<CameraState>,
    mut cameras: Query<&mut Transform, With<BodyCamera>>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    if let Some((from, goal, seconds)) = state.going {
        // A slow frame must not swallow the whole ease, nor may it last for ever.
        let seconds = seconds + time.delta_secs().clamp(0.008, 0.08);
        let share = (seconds / EASE_SECONDS).min(1.0);
        let eased = 1.0 - (1.0 - share).powi(3);
        state.now = from.towards(&goal, eased);
        state.going = (share < 1.0).then_some((from, goal, seconds));
        redraw.write(RequestRedraw);
    }
    let orbit = state.now;
    for mut transform in &mut cameras {
        transform.set_if_neq(Transform {
            translation: orbit.eye_mm() * WORLD_FROM_MM,
            rotation: orbit.rotation(),
            scale: Vec3::ONE,
        });
    }
}

#[cfg(test)]
mod tests;
