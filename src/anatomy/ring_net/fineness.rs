//! How many quads a net's surface is made of.

use super::curve::{perimeter_mm, spans_mm};
use glam::Vec3;

/// Edge length aimed at, millimetres: on a rim as round as a thumb it leaves the curve by a third of a
/// millimetre, and half the length would be four times the triangles.
pub(super) const EDGE_MM: f32 = 8.0;
/// So far a quad of a round bone may lie inside of its curve, millimetres: less than half a pixel of a close-up 150 mm
/// across.
const UNDER_CURVE_MM: f32 = 0.1;
/// No more quads than this from a point of a thin bone's ring to the next.
const MOST_BETWEEN_POINTS: usize = 3;
/// A net's vertices aimed at, at most.
const MOST_VERTICES: f32 = 1800.0;
/// Vertices to which the division of a net may lead; a net that has more corners is not divided.
const MOST_DIVIDED: usize = 12_000;

/// How fine the surface of a net is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fineness {
    /// Quads from the first ring to the last, over all intervals; at least one an interval.
    pub along: usize,
    /// Quads from a ring's point to its next.
    pub around: usize,
}

impl Fineness {
    /// Of a bone that is a single net: as for all rings, but thin and short ones are as round as thick ones.
    pub fn for_bone(rings: &[Vec<Vec3>]) -> Self {
        let plain = Self::for_rings(rings);
        let points = rings.first().map_or(3, Vec::len).max(3);
        let perimeters = rings.iter().map(|ring| perimeter_mm(ring));
        let perimeter = perimeters.sum::<f32>() / rings.len().max(1) as f32;
        let radius = (perimeter / std::f32::consts::TAU).max(0.5);
        // A chord of length l under a circle of radius r leaves it by l l / 8 r.
        let edge = (8.0 * UNDER_CURVE_MM * radius).sqrt();
        let around = (perimeter / edge / points as f32).round() as usize;
        let around = around.min(MOST_BETWEEN_POINTS).max(plain.around);
        // The longer it is for its thickness, the straighter.
        let length: f32 = spans_mm(rings).iter().sum();
        let along = (length / (edge * (1.0 + length / (12.0 * radius)))) as usize;
        Self {
            along: along
                .max(plain.along)
                .min((MOST_DIVIDED / (points * around)).max(2)),
            around,
        }
    }

    /// Edges of about 8 mm (`EDGE_MM`), longer where a large net would have too many vertices.
    pub fn for_rings(rings: &[Vec<Vec3>]) -> Self {
        let points = rings.first().map_or(3, Vec::len).max(3) as f32;
        let perimeter = rings
            .iter()
            .map(|ring| perimeter_mm(ring))
            .fold(0.0, f32::max);
        let length: f32 = spans_mm(rings).iter().sum();
        let count = (perimeter / EDGE_MM) * (length / EDGE_MM);
        let edge = EDGE_MM * (count / MOST_VERTICES).sqrt().max(1.0);
        let around = ((perimeter / points / edge).round() as usize).clamp(1, 16);
        let along = ((length / edge).round() as usize).clamp(2, 400);
        // Rings of many points close together, or many rings of a wide one, would be divided far beyond what is
        // aimed at.
        let corners = rings.len().max(2) * points as usize;
        let around = around.min((MOST_DIVIDED / corners).max(1));
        let row = points as usize * around;
        Self {
            along: along.min((MOST_DIVIDED / row).max(2)),
            around,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        anatomy::ring_net::surface_of_rings,
        model::limits::{MOST_RING_POINTS, MOST_RINGS},
    };

    /// An upright tube; a narrow one whose points zigzag is longer around than it is wide.
    fn tube(rings: usize, points: usize, wide: f32, long: f32, zigzag: f32) -> Vec<Vec<Vec3>> {
        let angle = |k: usize| std::f32::consts::TAU * k as f32 / points as f32;
        let radius = |k: usize| wide * if k.is_multiple_of(2) { 1.0 } else { zigzag };
        (0..rings)
            .map(|ring| {
                let y = long * ring as f32 / (rings - 1) as f32;
                (0..points)
                    .map(|k| Vec3::new(angle(k).cos() * radius(k), y, angle(k).sin() * radius(k)))
                    .collect()
            })
            .collect()
    }

    #[test]
    fn no_net_within_the_limits_becomes_more_than_it_must() {
        for (rings, points) in [
            (2, 3),
            (2, MOST_RING_POINTS),
            (MOST_RINGS, 3),
            (40, 40),
            (MOST_RINGS, MOST_RING_POINTS),
        ] {
            for (wide, long, zigzag) in [
                (10.0, 2400.0, 1.0),
                (600.0, 1.0, 0.1),
                (2000.0, 2400.0, 0.1),
                (1.0, 1.0, 1.0),
            ] {
                let rings = tube(rings, points, wide, long, zigzag);
                let mesh = surface_of_rings(&rings, Fineness::for_rings(&rings)).unwrap();
                let corners = rings.len() * points;
                // What rounding each interval up to a row adds, and two lids.
                let most = 2 * (MOST_DIVIDED + corners) + 2 * 10 * points * 16;
                let vertices = mesh.positions_mm.len();
                assert!(
                    vertices <= most,
                    "{vertices} of {corners} corners, {wide} by {long} mm"
                );
            }
        }
    }
}
