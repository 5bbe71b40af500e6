//! Places the trigger points' discs and the labels on the screen; the panels draw them.

use super::{
    appearance::Focus, body::Appearances, camera::CameraState, lens::Lens, turned::turned,
};
use crate::{
    anatomy::{body::PlacedPoint, scene::Scene},
    app::{
        on_screen::{LabelOnScreen, MarkerLook, MarkerOnScreen, Overlay, Viewport},
        session::{Anatomy, Facts, Session, Systems, Wake},
        stage::Stage,
        state::AppState,
    },
    model::{catalog::Catalog, facts::PointKind, ids::Item},
};
use bevy::prelude::*;

/// Radius of a disc on the body: a point lies somewhere in 2 to 3 cm, never on an exact spot.
const DISC_MM: f32 = 12.0;
/// Radius of a point that is only an area.
const AREA_MM: f32 = 20.0;
/// Smallest radius on the screen at which its number can be read, logical pixels.
const SMALLEST_PX: f32 = 9.0;
/// Corners of a rim.
const RIM_CORNERS: u32 = 36;
/// Least cosine between a disc's normal and the view.
const FACES_EYE: f32 = 0.12;
/// How far above the surface the sight line starts, so that the surface itself does not block it.
const ABOVE_MM: f32 = 3.0;
/// Tissue over a point through which it still counts as seen: the thin edge of a neighbour.
const THIN_MM: f32 = 4.0;

/// Keeps the overlay in step with camera, looks and selection.
pub fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        place_overlay
            .in_set(Systems::Present)
            .after(super::camera::move_camera)
            .run_if(super::body::is_whole),
    );
}

/// Brings the overlay in step.
pub fn place_overlay(
    session: Res<Session>,
    stage: Res<Stage>,
    facts: Res<Facts>,
    scene: Res<Anatomy>,
    looks: Res<Appearances>,
    camera: Res<CameraState>,
    viewport: Res<Viewport>,
    mut overlay: ResMut<Overlay>,
    mut wake: ResMut<Wake>,
) {
    if !(session.is_changed() || looks.is_changed() || camera.is_changed() || viewport.is_changed())
    {
        return;
    }
    let lens = Lens::new(camera.now, &viewport);
    let markers = if stage.body.markers {
        markers(&scene, &facts, &session, &stage, &looks, &lens)
    } else {
        Vec::new()
    };
    let labels = if stage.body.labels {
        labels(&scene, &looks, &lens, &viewport)
    } else {
        Vec::new()
    };
    let turned = Some(turned(&camera.now));
    if overlay.markers != markers || overlay.labels != labels || overlay.turned != turned {
        overlay.turned = turned;
        overlay.markers = markers;
        overlay.labels = labels;
        // The panels are drawn after this in the same frame; what they learn late needs one more.
        wake.wake();
    }
}

/// The discs to draw, farthest first.
pub fn markers(
    scene: &Scene,
    catalog: &Catalog,
    session: &AppState,
    stage: &Stage,
    looks: &Appearances,
    lens: &Lens,
) -> Vec<MarkerOnScreen> {
    let focus = Focus::of(stage.body.subject.as_ref(), catalog);
    // Under solid skin there is nothing to mark.
    if session.view.depth < 0.5 && !focus.pattern && session.view.isolated.is_empty() {
        return Vec::new();
    }
    let found: Vec<(u8, f32, MarkerOnScreen)> = scene
        .body
        .points
        .iter()
        .filter_map(|placed| {
            let item = Item::Point(placed.id.clone());
            let selected = stage.body.subject.as_ref() == Some(&item);
            let shown = session.view.side.shows(placed.id.side)
                && structure_index(scene, placed)
                    .and_then(|index| looks.0.get(index))
                    .is_some_and(|look| look.present());
            if !(shown || selected) {
                return None;
            }
            // With a point selected only the markers of its own muscle stay: the pattern has the stage.
            if focus.pattern && !focus.structures.contains(&placed.structure) {
                return None;
            }
            let towards_eye = (lens.orbit.eye_mm() - placed.point_mm).normalize();
            let covered = covered(scene, looks, placed, towards_eye);
            let facing = placed.normal.dot(towards_eye) > FACES_EYE;
            let look = if selected {
                MarkerLook::Selected
            } else if !facing || covered {
                // Others of the selected muscle shine through what covers them; the rest stay hidden.
                if focus.structures.contains(&placed.structure)
                    && placed.normal.dot(towards_eye) > -0.2
                {
                    MarkerLook::Deep
                } else {
                    return None;
                }
            } else if session.hover.as_ref() == Some(&item) {
                MarkerLook::Hovered
            } else {
                MarkerLook::Plain
            };
            let marker = disc(catalog, placed, item, look, lens)?;
            Some((
                placed.depth,
                lens.orbit.eye_mm().distance(placed.point_mm),
                marker,
            ))
        })
        .collect();
    thinned(found)
}

fn disc(
    catalog: &Catalog,
    placed: &PlacedPoint,
    item: Item,
    look: MarkerLook,
    lens: &Lens,
) -> Option<MarkerOnScreen> {
    let (_, facts) = catalog.point(&placed.id.code)?;
    let centre = lens.on_screen(placed.point_mm)?;
    let size_mm = match facts.kind {
        PointKind::Point => DISC_MM,
        PointKind::Area => AREA_MM,
    };
    let scale = lens.pixels_per_mm(placed.point_mm);
    let grown = if look == MarkerLook::Hovered {
        1.1
    } else {
        1.0
    };
    let radius = (size_mm * scale).max(SMALLEST_PX) * grown;
    let radius_mm = radius / scale;
    // A disc seen too flat would lose its number: it is tilted towards the eye by as much as that needs.
    let towards_eye = (lens.orbit.eye_mm() - placed.point_mm).normalize();
    let normal = (placed.normal + towards_eye * 0.6).normalize();
    let (a, b) = normal.any_orthonormal_pair();
    let rim: Option<Vec<[f32; 2]>> = (0..RIM_CORNERS)
        .map(|corner| {
            let turn = std::f32::consts::TAU * corner as f32 / RIM_CORNERS as f32;
            lens.on_screen(placed.point_mm + (a * turn.cos() + b * turn.sin()) * radius_mm)
                .map(|at| at.to_array())
        })
        .collect();
    Some(MarkerOnScreen {
        item,
        mark: facts.mark.clone(),
        centre: centre.to_array(),
        rim: rim?,
        radius,
        look,
    })
}

/// Whether something visible other than its own muscle lies between a point and the eye.
fn covered(scene: &Scene, looks: &Appearances, placed: &PlacedPoint, towards_eye: Vec3) -> bool {
    let from_mm = placed.point_mm + placed.normal * ABOVE_MM;
    let hit = |layers: std::ops::RangeInclusive<u8>| {
        scene.first_structure(from_mm, towards_eye, |index, structure| {
            structure.id != placed.structure
                && layers.contains(&structure.depth)
                && looks.0.get(index).is_some_and(|look| look.present())
        })
    };
    // A layer farther out covers however thin it is; it may even lie closer than the start of the sight line.
    let outer = placed.depth.saturating_sub(1);
    let under_outer = outer > 0
        && scene
            .first_structure(
                placed.point_mm - towards_eye * ABOVE_MM,
                towards_eye,
                |index, structure| {
                    structure.id != placed.structure
                        && structure.depth <= outer
                        && looks.0.get(index).is_some_and(|look| look.present())
                },
            )
            .is_some();
    under_outer
        || hit(placed.depth..=u8::MAX).is_some_and(|(_, hit)| {
            !(hit.distance_mm < THIN_MM && hit.normal.dot(towards_eye) > 0.0)
        })
}

/// Where discs would lie on each other, those of the outermost layer stay; closer up there is room for all.
fn thinned(mut markers: Vec<(u8, f32, MarkerOnScreen)>) -> Vec<MarkerOnScreen> {
    markers.sort_by(|a, b| {
        (a.2.look < MarkerLook::Hovered)
            .cmp(&(b.2.look < MarkerLook::Hovered))
            .then(a.0.cmp(&b.0))
    });
    let mut kept: Vec<(u8, f32, MarkerOnScreen)> = Vec::new();
    for marker in markers {
        let lies_on = |other: &(u8, f32, MarkerOnScreen)| {
            let apart =
                Vec2::from_array(other.2.centre).distance(Vec2::from_array(marker.2.centre));
            other.0 < marker.0 && apart < 0.85 * (other.2.radius + marker.2.radius)
        };
        if marker.2.look >= MarkerLook::Hovered || !kept.iter().any(lies_on) {
            kept.push(marker);
        }
    }
    kept.sort_by(|a, b| {
        let selected = |m: &MarkerOnScreen| m.look == MarkerLook::Selected;
        selected(&a.2)
            .cmp(&selected(&b.2))
            .then(b.1.total_cmp(&a.1))
    });
    kept.into_iter().map(|(_, _, marker)| marker).collect()
}

fn structure_index(scene: &Scene, placed: &PlacedPoint) -> Option<usize> {
    scene
        .body
        .structures
        .iter()
        .position(|structure| structure.id == placed.structure)
}

/// Names of the muscles in view, each at a spot of it that is really seen.
fn labels(
    scene: &Scene,
    looks: &Appearances,
    lens: &Lens,
    viewport: &Viewport,
) -> Vec<LabelOnScreen> {
    let mut labels = Vec::new();
    for (index, structure) in scene.body.structures.iter().enumerate() {
        if !structure.kind_is_muscle() || !looks.0.get(index).is_some_and(|look| look.present()) {
            continue;
        }
        let mesh = &structure.mesh;
        let step = (mesh.positions_mm.len() / 60).max(1);
        let towards_eye = lens.orbit.direction();
        let seen: Vec<Vec3> = mesh
            .positions_mm
            .iter()
            .zip(&mesh.normals)
            .step_by(step)
            .filter(|(_, normal)| normal.dot(towards_eye) > 0.2)
            .filter(|(at_mm, _)| {
                let start = **at_mm + towards_eye * 1.0;
                scene
                    .first_structure(start, towards_eye, |other, _| {
                        other != index && looks.0.get(other).is_some_and(|look| look.present())
                    })
                    .is_none()
            })
            .map(|(at_mm, _)| *at_mm)
            .collect();
        // A sliver between two neighbours is no place for a label.
        if seen.len() < 7 {
            continue;
        }
        let middle = seen.iter().sum::<Vec3>() / seen.len() as f32;
        let Some(spot) = seen.iter().min_by(|a, b| {
            a.distance_squared(middle)
                .total_cmp(&b.distance_squared(middle))
        }) else {
            continue;
        };
        if let Some(at) = lens.on_screen(*spot)
            && viewport.contains(at.to_array())
        {
            labels.push(LabelOnScreen {
                item: Item::Structure(structure.id.clone()),
                anchor: at.to_array(),
            });
        }
    }
    labels
}
