//! Measuring ring nets on a reference mesh, and checking a surface against one.
//!
//! The reference is a measuring stick: what comes out are coarse rings across the fibres.
//! A fibre coordinate f (0 at the origin, 1 at the insertion) is laid over the mesh, its
//! level sets are followed from end to end, and each run of them between two forks
//! becomes a net of its own, so that a muscle with several slips is several nets.

pub mod branches;
pub mod distance;
pub mod levels;
pub mod reference;
pub mod rings;

use glam::Vec3;
use levels::FibreField;
use reference::Reference;

/// What a fit may not exceed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FitOptions {
    /// Rings of the longest net.
    pub rings: usize,
    /// Points in the rings of the widest net; narrow ones get fewer.
    pub around: usize,
    /// A branch shorter than this is noise of the mesh, millimetres.
    pub least_branch_mm: f32,
    /// Only the largest branch at each level is followed, and a single net comes out.
    pub single: bool,
}

impl Default for FitOptions {
    fn default() -> Self {
        Self {
            rings: 16,
            around: 32,
            least_branch_mm: 12.0,
            single: false,
        }
    }
}

/// Why nothing was measured.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum FitError {
    /// A line of the OBJ file is not understood.
    #[error("line {line} of the OBJ file: {what}")]
    Obj {
        /// Number of the line, from 1.
        line: usize,
        /// What is wrong with it.
        what: &'static str,
    },
    /// The mesh has no triangles.
    #[error("the mesh has no triangles")]
    Empty,
    /// An attachment has no points.
    #[error("origin and insertion need at least one point each")]
    NoAttachment,
    /// No level set closes to a ring.
    #[error("no ring was found across the fibres: look at the attachment lines")]
    NoRings,
}

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
    let field = FibreField::between(reference, origin_mm, insertion_mm);
    let branches = branches::follow(reference, &field, options);
    let across = across_hint(origin_mm, insertion_mm);
    let nets = rings::nets_of_branches(&branches, across, options);
    if nets.is_empty() {
        return Err(FitError::NoRings);
    }
    Ok(nets)
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
