//! Pain on the skin: how deep every spot lies inside an area told by landmarks.
//!
//! An area is everything within a radius of a line laid on the skin. Distance is measured along
//! the skin (see `march`), so that pain never jumps from the arm to the trunk or through the
//! body. Knows nothing of muscles or of drawing.

mod dots;
mod fine;
mod march;

pub use dots::{DotSteps, SkinPoint, even_points};
pub use fine::{FinePatch, fine_patch, sloped};

use glam::Vec3;
use rayon::prelude::*;

use self::march::{Fronts, Seed};
use super::mesh::SurfaceMesh;
use super::place::{Landmarks, PlaceError, resolve_place};
use super::ray_index::{RayIndex, SurfacePoint};
use crate::model::side::Side;
use crate::model::{facts::Area, limits::LARGEST_AREA_RADIUS_MM};

/// What a vertex far outside of an area gets.
pub const FAR_OUTSIDE_MM: f32 = -50.0;

/// Spacing of the points of a line laid on the skin, millimetres: finer than the skin's own edges.
const LINE_STEP_MM: f32 = 5.0;
/// Width over which an area fades out where the skin turns away from its facing: millimetres a unit of cosine.
const TURNING_MM: f32 = 60.0;
/// Depths that differ by less than this belong to a corner, which is rounded, millimetres. An edge moves by a quarter
/// of it at most.
const CORNER_MM: f32 = 8.0;
/// A line that goes farther than this beyond the midline crosses it on purpose, millimetres.
const CROSSING_MM: f32 = 1.0;
/// A place deeper than this below the skin in the direction it is seen from is laid on the nearest skin instead.
const DEEPEST_MM: f32 = 260.0;

/// Added to every facing: rays exactly along an axis run through edges of the mesh and the boxes of the index.
const OFF_GRID: Vec3 = Vec3::new(1.3e-4, 0.7e-4, 1.1e-4);

/// The skin with what measuring along it needs.
pub struct SkinSurface {
    /// The mesh.
    pub mesh: SurfaceMesh,
    /// Rays against the mesh.
    pub index: RayIndex,
    neighbours: march::Neighbours,
}

impl SkinSurface {
    /// Indexes a skin.
    pub fn new(mesh: SurfaceMesh) -> Self {
        let (index, neighbours) =
            rayon::join(|| RayIndex::build(&mesh), || march::Neighbours::of(&mesh));
        Self {
            index,
            neighbours,
            mesh,
        }
    }

    /// A skin with its index, which was made from it before.
    pub(super) fn indexed(mesh: SurfaceMesh, index: RayIndex) -> Self {
        Self {
            index,
            neighbours: march::Neighbours::of(&mesh),
            mesh,
        }
    }
}

/// Per skin vertex: signed distance in millimetres to the edge of the union of the areas, along the skin,
/// positive inside, negative outside, never below [`FAR_OUTSIDE_MM`].
///
/// The areas are written for the left; `side` mirrors them (`Right`) or takes both (`Midline`).
/// One-sided areas end at the midline unless their own line crosses it.
///
/// # Errors
/// A landmark that does not exist, a line without places, radii that do not fit the line or are no lengths.
pub fn field_mm(
    skin: &SkinSurface,
    areas: &[Area],
    side: Side,
    landmarks: &Landmarks,
) -> Result<Vec<f32>, PlaceError> {
    let sides: &[Side] = match side {
        Side::Left => &[Side::Left],
        Side::Right => &[Side::Right],
        Side::Midline => &[Side::Left, Side::Right],
    };
    let wanted: Vec<(&Area, Side)> = areas
        .iter()
        .flat_map(|area| sides.iter().map(move |&one| (area, one)))
        .collect();
    let parts: Result<Vec<Vec<(u32, f32)>>, PlaceError> = wanted
        .par_iter()
        .map(|&(area, one)| area_mm(skin, area, one, side == Side::Midline, landmarks))
        .collect();
    let mut field = vec![FAR_OUTSIDE_MM; skin.mesh.positions_mm.len()];
    for (vertex, depth) in parts?.into_iter().flatten() {
        let value = &mut field[vertex as usize];
        *value = either(*value, depth);
    }
    Ok(field)
}

/// How deep a spot lies in one of two areas or the other. Where their edges meet in a notch it is filled softly: pain
/// has no corners.
fn either(a_mm: f32, b_mm: f32) -> f32 {
    let near = (1.0 - (a_mm - b_mm).abs() / CORNER_MM).max(0.0);
    a_mm.max(b_mm) + near * near * CORNER_MM / 4.0
}

/// How deep a spot lies in both of two areas, with a rounded corner where their edges meet.
fn both(a_mm: f32, b_mm: f32) -> f32 {
    -either(-a_mm, -b_mm)
}

/// The vertices near one area, with their depth.
fn area_mm(
    skin: &SkinSurface,
    area: &Area,
    side: Side,
    both_sides: bool,
    landmarks: &Landmarks,
) -> Result<Vec<(u32, f32)>, PlaceError> {
    let flip = if side == Side::Right { -1.0 } else { 1.0 };
    let flipped = |v: Vec3| Vec3::new(v.x * flip, v.y, v.z);
    let facing = flipped(Vec3::from(area.facing) + OFF_GRID).normalize_or_zero();
    if area.facing == (0.0, 0.0, 0.0) || facing == Vec3::ZERO || !area.min_cosine.is_finite() {
        return Err(PlaceError::BadArea(
            "an area needs a direction it is seen from",
        ));
    }
    let line = laid_line(skin, area, facing, flipped, landmarks)?;
    let crosses = line.iter().any(|seed| seed.at_mm.x * flip < -CROSSING_MM);
    let mesh = &skin.mesh;
    let turned = |vertex: u32| mesh.normals[vertex as usize].dot(facing) - area.min_cosine;
    let reached = Fronts::new(mesh, &skin.neighbours).spread(&line, |vertex| turned(vertex) > -0.2);
    Ok(reached
        .into_iter()
        .map(|(vertex, time)| {
            let mut depth = (-time).min(turned(vertex) * TURNING_MM);
            if !both_sides && !crosses {
                depth = both(depth, mesh.positions_mm[vertex as usize].x * flip);
            }
            (vertex, depth.max(FAR_OUTSIDE_MM))
        })
        .collect())
}

/// The line of an area on the skin, in steps, each with its radius.
fn laid_line(
    skin: &SkinSurface,
    area: &Area,
    facing: Vec3,
    flipped: impl Fn(Vec3) -> Vec3,
    landmarks: &Landmarks,
) -> Result<Vec<Seed>, PlaceError> {
    let count = area.line.len();
    if count == 0 {
        return Err(PlaceError::BadArea("an area needs at least one place"));
    }
    let radius_of = |place: usize| match area.radius_mm.len() {
        1 => Some(area.radius_mm[0]),
        radii if radii == count => Some(area.radius_mm[place]),
        _ => None,
    };
    let mut laid: Vec<Seed> = Vec::new();
    for (number, place) in area.line.iter().enumerate() {
        let radius_mm = radius_of(number).ok_or(PlaceError::BadArea(
            "an area needs one radius, or one for each place",
        ))?;
        if !(radius_mm > 0.0 && radius_mm <= LARGEST_AREA_RADIUS_MM) {
            return Err(PlaceError::Radius);
        }
        let at = flipped(resolve_place(place, landmarks)?);
        let Some(spot) = lay(skin, at, facing) else {
            return Ok(Vec::new());
        };
        let next = Seed {
            at_mm: spot.point_mm,
            triangle: spot.triangle,
            radius_mm,
        };
        if let Some(last) = laid.last().copied() {
            let steps = (last.at_mm.distance(next.at_mm) / LINE_STEP_MM)
                .ceil()
                .clamp(1.0, 400.0);
            for step in 1..steps as u32 {
                let share = step as f32 / steps;
                if let Some(between) = skin.index.nearest(last.at_mm.lerp(next.at_mm, share)) {
                    laid.push(Seed {
                        at_mm: between.point_mm,
                        triangle: between.triangle,
                        radius_mm: last.radius_mm + (next.radius_mm - last.radius_mm) * share,
                    });
                }
            }
        }
        laid.push(next);
    }
    Ok(laid)
}

/// Lays a place on the skin as seen from a direction. A place inside the body comes out towards the viewer, so
/// that an arm hanging before the ribs does not catch what belongs to the ribs; one outside goes down.
fn lay(skin: &SkinSurface, at_mm: Vec3, facing: Vec3) -> Option<SurfacePoint> {
    let seen = |direction: Vec3| {
        skin.index
            .first_hit(at_mm, direction)
            .filter(|hit| hit.distance_mm < DEEPEST_MM && hit.normal.dot(facing) > 0.0)
            .map(|hit| SurfacePoint {
                point_mm: hit.point_mm,
                normal: hit.normal,
                triangle: hit.triangle,
                distance_mm: hit.distance_mm,
            })
    };
    seen(facing)
        .or_else(|| seen(-facing))
        .or_else(|| skin.index.nearest(at_mm))
}

#[cfg(test)]
mod tests;
