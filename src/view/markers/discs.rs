//! The discs of the trigger points: which are on show, how each looks, and how large it is. Where crowded ones give way
//! to is worked out in `crowd`.

use super::crowd::{Crowded, pushed_apart};
use crate::{
    anatomy::{body::PlacedPoint, scene::Scene},
    app::{
        on_screen::{MarkerLook, MarkerOnScreen, Viewport},
        stage::Stage,
        state::{AppState, ViewSettings},
    },
    model::{catalog::Catalog, facts::PointKind, ids::Item},
    view::{appearance::Focus, body::Appearances, lens::Lens},
};
use bevy::prelude::*;

/// Radius of a disc on the body: a point lies somewhere in 2 to 3 cm, never on an exact spot.
const DISC_MM: f32 = 12.0;
/// Radius of a point that is only an area.
const AREA_MM: f32 = 20.0;
/// Smallest radius on the screen at which the number can be read, and the largest at which the disc does not hide what
/// it marks, logical pixels.
pub const RADII_PX: (f32, f32) = (9.0, 14.0);
/// Growth of the disc under the pointer.
const HOVERED: f32 = 1.1;
/// Corners of a rim.
const RIM_CORNERS: u32 = 36;
/// Least cosine between a disc's normal and the view.
const FACES_EYE: f32 = 0.12;
/// The same for a point of what is selected, which may shine through from round the edge.
const SHINES_THROUGH: f32 = -0.2;
/// How far above the surface the sight line starts, so that the surface itself does not block it.
const ABOVE_MM: f32 = 3.0;
/// Tissue over a point through which it still counts as seen: the thin edge of a neighbour.
const THIN_MM: f32 = 4.0;
/// How readily the discs of what is on show for itself give way to others: they keep to their spots.
const OWN_YIELDS: f32 = 0.25;

/// A point on show.
struct Found<'a> {
    placed: &'a PlacedPoint,
    item: Item,
    deep: bool,
    look: MarkerLook,
    yields: f32,
}

/// The discs to draw, farthest first and the selected one last.
pub fn markers(
    scene: &Scene,
    catalog: &Catalog,
    session: &AppState,
    stage: &Stage,
    looks: &Appearances,
    (lens, viewport): (&Lens, &Viewport),
) -> Vec<MarkerOnScreen> {
    let focus = Focus::of(stage.body.subject.as_ref(), catalog);
    let view = &session.view;
    // Under solid skin there is nothing to mark.
    if view.depth < 0.5 && !focus.pattern && view.isolated.is_empty() {
        return Vec::new();
    }
    let eye_mm = lens.orbit.eye_mm();
    let mut found: Vec<Found> = scene
        .body
        .points
        .iter()
        .filter_map(|placed| find(scene, session, stage, looks, &focus, (placed, eye_mm)))
        .collect();
    found.sort_by(|a, b| {
        let selected = |found: &Found| found.look == MarkerLook::Selected;
        let far = |found: &Found| eye_mm.distance(found.placed.point_mm);
        selected(a)
            .cmp(&selected(b))
            .then(far(b).total_cmp(&far(a)))
    });
    // What lies beside the picture must push nothing in it.
    let seen: Vec<(Found, Vec2, f32)> = found
        .into_iter()
        .filter_map(|found| {
            let spot = lens.on_screen(found.placed.point_mm)?;
            let radius = DISC_MM * lens.pixels_per_mm(found.placed.point_mm);
            viewport.contains(spot.to_array()).then_some((
                found,
                spot,
                radius.clamp(RADII_PX.0, RADII_PX.1),
            ))
        })
        .collect();
    let crowd: Vec<Crowded> = seen
        .iter()
        .map(|(found, spot, radius)| Crowded {
            spot: *spot,
            radius: *radius,
            yields: found.yields,
        })
        .collect();
    let [min, max] = [viewport.min, viewport.max].map(Vec2::from_array);
    let places = pushed_apart(&crowd, min, max);
    seen.into_iter()
        .zip(places)
        .filter_map(|((found, spot, radius), centre)| {
            disc(catalog, found, (spot, centre, radius), lens)
        })
        .collect()
}

/// A point with its look, where it is on show.
fn find<'a>(
    scene: &Scene,
    session: &AppState,
    stage: &Stage,
    looks: &Appearances,
    focus: &Focus,
    (placed, eye_mm): (&'a PlacedPoint, Vec3),
) -> Option<Found<'a>> {
    let item = Item::Point(placed.id.clone());
    let selected = stage.body.subject.as_ref() == Some(&item);
    let view = &session.view;
    let present = scene
        .body
        .structures
        .iter()
        .position(|structure| structure.id == placed.structure)
        .and_then(|index| looks.0.get(index))
        .is_some_and(|look| look.present());
    let wanted = view.points_of.is_empty() || view.points_of.contains(&placed.structure);
    if !(selected || present && wanted && view.side.shows(placed.id.side)) {
        return None;
    }
    let focused = focus.structures.contains(&placed.structure);
    // With a point selected only the markers of its own muscle stay: the pattern has the stage.
    if focus.pattern && !focused {
        return None;
    }
    let towards_eye = (eye_mm - placed.point_mm).normalize();
    let facing = placed.normal.dot(towards_eye);
    let deep = facing <= FACES_EYE || covered(scene, looks, placed, towards_eye);
    let alone = is_alone(view, placed);
    // Others stay hidden by what covers them.
    let shines_through = alone || focused && facing > SHINES_THROUGH;
    if deep && !selected && !shines_through {
        return None;
    }
    let others_meant = !focus.points.is_empty() && !focus.points.contains(&placed.id.code);
    let faded = (!focus.structures.is_empty() && !focused || others_meant) && !alone;
    let look = if selected {
        MarkerLook::Selected
    } else if session.hover.as_ref() == Some(&item) {
        MarkerLook::Hovered
    } else if deep {
        MarkerLook::Deep
    } else if faded {
        MarkerLook::Faded
    } else {
        MarkerLook::Plain
    };
    Some(Found {
        placed,
        item,
        deep,
        look,
        yields: match (selected, focused || alone) {
            (true, _) => 0.0,
            (false, true) => OWN_YIELDS,
            (false, false) => 1.0,
        },
    })
}

/// Its muscle is shown alone, or only its points are on show: each of them has its disc then, whatever lies before it.
fn is_alone(view: &ViewSettings, placed: &PlacedPoint) -> bool {
    view.isolated.contains(&placed.structure) || view.points_of.contains(&placed.structure)
}

/// The disc of a point that lies at `spot`, is drawn at `centre` and has this radius.
fn disc(
    catalog: &Catalog,
    found: Found,
    (spot, centre, radius): (Vec2, Vec2, f32),
    lens: &Lens,
) -> Option<MarkerOnScreen> {
    let placed = found.placed;
    let (_, facts) = catalog.point(&placed.id.code)?;
    let grown = match found.look {
        MarkerLook::Hovered => HOVERED,
        _ => 1.0,
    };
    let radius = radius * grown;
    let moved = centre - spot;
    let area = match facts.kind {
        PointKind::Point => Vec::new(),
        PointKind::Area => rim(placed, AREA_MM, Vec2::ZERO, lens)?,
    };
    Some(MarkerOnScreen {
        item: found.item,
        mark: facts.mark.clone(),
        spot: spot.to_array(),
        centre: centre.to_array(),
        rim: rim(
            placed,
            radius / lens.pixels_per_mm(placed.point_mm),
            moved,
            lens,
        )?,
        radius,
        area,
        deep: found.deep,
        look: found.look,
    })
}

/// A circle about a point on the body, moved on the screen. One seen too flat would lose its number: it is tilted
/// towards the eye, so that it never is less than three quarters as wide as it is long.
fn rim(placed: &PlacedPoint, radius_mm: f32, moved: Vec2, lens: &Lens) -> Option<Vec<[f32; 2]>> {
    let towards_eye = (lens.orbit.eye_mm() - placed.point_mm).normalize();
    // What is turned away shines through, and is drawn as if seen from its own side.
    let normal = placed.normal * placed.normal.dot(towards_eye).signum();
    let (a, b) = (normal + towards_eye).normalize().any_orthonormal_pair();
    (0..RIM_CORNERS)
        .map(|corner| {
            let turn = std::f32::consts::TAU * corner as f32 / RIM_CORNERS as f32;
            lens.on_screen(placed.point_mm + (a * turn.cos() + b * turn.sin()) * radius_mm)
                .map(|at| (at + moved).to_array())
        })
        .collect()
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
