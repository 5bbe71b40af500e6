//! Measuring ring nets on a reference mesh, and checking a surface against one.
//!
//! The reference is a measuring stick: what comes out are coarse rings across the fibres.
//! A fibre coordinate f (0 at the origin, 1 at the insertion) is laid over the mesh, its
//! level sets are followed from end to end, and each run of them between two forks
//! becomes a net of its own, so that a muscle with several slips is several nets.

pub mod branches;
pub mod distance;
mod error;
pub mod harmonic;
pub mod levels;
mod options;
pub mod reference;
pub mod rings;

pub use error::FitError;
pub use options::{Coordinate, FitOptions};

use crate::anatomy::ray_index::RayIndex;
use glam::Vec3;
use levels::FibreField;
use reference::Reference;

/// Measures the nets of a structure: rings of points in millimetres, rounded to 0.1 mm.
pub fn measure(
    reference: &Reference,
    origin_mm: &[Vec3],
    insertion_mm: &[Vec3],
    options: FitOptions,
) -> Result<Vec<Vec<Vec<Vec3>>>, FitError> {
    if origin_mm.is_empty() || insertion_mm.is_empty() {
        return Err(FitError::NoAttachment);
    }
    let surface = RayIndex::build(&reference.to_surface());
    let (origin, insertion) = (
        laid_on(&surface, origin_mm),
        laid_on(&surface, insertion_mm),
    );
    let field = match options.coordinate {
        Coordinate::Plain => FibreField::between(reference, origin_mm, insertion_mm),
        Coordinate::Laid => FibreField::between(reference, &origin, &insertion),
        Coordinate::Harmonic => harmonic::harmonic_field(reference, &origin, &insertion),
    };
    let branches = branches::follow(reference, &field, options);
    let across = across_hint(origin_mm, insertion_mm);
    let nets = rings::nets_of_branches(&branches, &surface, across, options);
    if nets.is_empty() {
        return Err(FitError::NoRings);
    }
    Ok(nets)
}

/// The line with points every few millimetres, each on the nearest point of the mesh.
fn laid_on(surface: &RayIndex, line_mm: &[Vec3]) -> Vec<Vec3> {
    const STEP_MM: f32 = 3.0;
    let mut dense: Vec<Vec3> = Vec::new();
    for pair in line_mm.windows(2) {
        let steps = (pair[0].distance(pair[1]) / STEP_MM).ceil().max(1.0);
        dense.extend((0..steps as u16).map(|k| pair[0].lerp(pair[1], f32::from(k) / steps)));
    }
    dense.extend(line_mm.last());
    let mut laid: Vec<Vec3> = dense
        .into_iter()
        .map(|p| surface.nearest(p).map_or(p, |s| s.point_mm))
        .collect();
    laid.dedup();
    laid
}

/// The direction in which the longer attachment line runs: rings start at its beginning.
fn across_hint(origin_mm: &[Vec3], insertion_mm: &[Vec3]) -> Vec3 {
    let run = |line: &[Vec3]| match (line.first(), line.last()) {
        (Some(&a), Some(&b)) => b - a,
        _ => Vec3::ZERO,
    };
    let (a, b) = (run(origin_mm), run(insertion_mm));
    if a.length() > b.length() { a } else { b }
}
