//! How many quads a net's surface is made of.

use super::curve::{perimeter_mm, spans_mm};
use glam::Vec3;

/// Edge length aimed at, millimetres: on a rim as round as a thumb it leaves the curve by a third of a
/// millimetre, and half the length would be four times the triangles.
pub(super) const EDGE_MM: f32 = 8.0;
/// A net's vertices aimed at, at most.
const MOST_VERTICES: f32 = 1800.0;

/// How fine the surface of a net is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fineness {
    /// Quads from the first ring to the last, over all intervals; at least one an interval.
    pub along: usize,
    /// Quads from a ring's point to its next.
    pub around: usize,
}

impl Fineness {
    /// Edges of about [`EDGE_MM`], longer where a large net would have too many vertices.
    pub fn for_rings(rings: &[Vec<Vec3>]) -> Self {
        let points = rings.first().map_or(3, Vec::len).max(3) as f32;
        let perimeter = rings
            .iter()
            .map(|ring| perimeter_mm(ring))
            .fold(0.0, f32::max);
        let length: f32 = spans_mm(rings).iter().sum();
        let count = (perimeter / EDGE_MM) * (length / EDGE_MM);
        let edge = EDGE_MM * (count / MOST_VERTICES).sqrt().max(1.0);
        Self {
            along: ((length / edge).round() as usize).clamp(2, 400),
            around: ((perimeter / points / edge).round() as usize).clamp(1, 16),
        }
    }
}
