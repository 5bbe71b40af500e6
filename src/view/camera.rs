//! The camera: an orbit that eases to where a command sends it, and its place in the window.

use super::{
    backdrop::spawn_backdrop,
    body::Spawned,
    choose_view::{Spot, best_view},
    mesh::WORLD_FROM_MM,
    orbit::{FIELD_OF_VIEW, Orbit},
    pain::{CurrentPattern, draw_pattern},
    target::CaptureTarget,
};
use crate::{
    anatomy::scene::Scene,
    app::{
        effects::Effect,
        on_screen::Viewport,
        session::{Anatomy, EffectMessage, Facts, Session, Systems},
        state::AppState,
    },
    model::{catalog::Catalog, ids::Item, link::ViewPreset, pose::CameraPose, side::Side},
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
    waiting: Option<Item>,
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
    /// An item; true where it has to be looked at anew.
    Item(Item, bool),
}

impl Default for CameraState {
    fn default() -> Self {
        Self {
            now: Orbit::preset(ViewPreset::Back, 1.0),
            going: None,
            aspect: 1.0,
            kept: Kept::Preset(ViewPreset::Back),
            waiting: None,
            untold: false,
        }
    }
}

impl CameraState {
    /// Goes there, at once or with a short ease.
    pub fn go(&mut self, goal: Orbit, at_once: bool) {
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
            (Kept::Item(item @ (Item::Point(_) | Item::Region(_)), _), Some(selected)) => {
                item == selected
            }
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

    /// Follows the pointer: no ease, and whatever was under way is dropped.
    pub fn take(&mut self, orbit: Orbit) {
        self.kept = Kept::Nothing;
        self.untold = true;
        self.waiting = None;
        self.going = None;
        self.now = orbit;
    }
}

/// Spawns the camera and keeps it where it should be.
pub fn plugin(app: &mut App) {
    app.init_resource::<CameraState>()
        .add_systems(Startup, spawn_camera)
        .add_systems(
            Update,
            (
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
            Kept::Item(_, anew) => *anew = true,
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
    session: Res<Session>,
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
            Effect::LookFrom(pose) => {
                let goal = Orbit::posed(pose, state.aspect);
                state.go(goal, at_once);
                state.kept = Kept::Pose(*pose);
                state.waiting = None;
            }
            Effect::TurnTo(item) => state.waiting = Some(item.clone()),
            _ => {}
        }
    }
    let anew = match &state.kept {
        Kept::Item(item, true) => Some(item.clone()),
        _ => None,
    };
    // What is looked at anew is there at once: the viewport may go on changing.
    let at_once = at_once || state.waiting.is_none();
    if let (Some(item), Some(scene)) = (
        state.waiting.clone().or(anew.clone()),
        scene.filter(|_| spawned.is_whole()),
    ) && let Some(goal) = view_of(&item, &scene, &facts, &pattern, &state)
    {
        state.go(goal, at_once);
        // Looked at anew it stands elsewhere than the state was told.
        state.untold = anew.is_some() && session.view.camera.is_some();
        state.kept = Kept::Item(item, false);
        state.waiting = None;
    }
}

/// The orbit that shows an item, if it is anywhere in the body.
pub fn view_of(
    item: &Item,
    scene: &Scene,
    catalog: &Catalog,
    pattern: &CurrentPattern,
    state: &CameraState,
) -> Option<Orbit> {
    match item {
        Item::Point(id) => {
            let placed = scene.body.points.iter().find(|placed| placed.id == *id)?;
            let point = Spot {
                at_mm: placed.point_mm,
                normal: placed.normal,
                weight: 1.0,
            };
            // The pattern is drawn in the same frame, before this runs.
            Some(best_view(point, &pattern.spots, state.aspect))
        }
        Item::Structure(id) => {
            let bodies = catalog.bodies_of(id);
            let bounds = scene
                .body
                .structures
                .iter()
                .zip(&scene.bounds_mm)
                .filter(|(structure, _)| bodies.contains(&structure.id))
                .map(|(_, bounds)| *bounds)
                .reduce(|(low, high), (l, h)| (low.min(l), high.max(h)))?;
            let middle = (bounds.0 + bounds.1) / 2.0;
            let size = bounds.1 - bounds.0;
            // Keep the side one looks from, but for muscles that lie wholly on the other.
            let from_front = catalog.bone(&id.base).is_none() && middle.z > 95.0;
            let yaw = if (state.now.direction().z > 0.0) == from_front {
                state.now.yaw
            } else if from_front {
                0.0
            } else {
                std::f32::consts::PI
            };
            let wide =
                Vec2::new(size.x * yaw.cos().abs() + size.z * yaw.sin().abs(), size.y) * 1.35;
            Some(Orbit::showing(
                middle,
                yaw,
                0.0,
                wide.y.max(160.0),
                wide.x.max(160.0),
                state.aspect,
            ))
        }
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
        Item::Stretch(_) | Item::Method(_) | Item::Section(_) => None,
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
