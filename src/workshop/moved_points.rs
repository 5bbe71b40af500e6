//! Puts the points of a net back where a tool has moved them to.

use super::rounding::{place_in_tenths, tenth};
use crate::model::facts::Net;
use glam::Vec3;

/// What was moved by no more than this stays as it was, millimetres.
const STAYS_MM: f32 = 0.05;

/// Writes points that were moved back, as points or as radii; how far one was moved at most, millimetres. What was moved by
/// less than the rounding stays.
pub(super) fn write_back(net: &mut Net, start: &[Vec<Vec3>], rings: &[Vec<Vec3>]) -> f32 {
    let pairs = start.iter().flatten().zip(rings.iter().flatten());
    let moved_mm = pairs.map(|(a, b)| a.distance(*b)).fold(0.0, f32::max);
    if moved_mm <= STAYS_MM {
        return 0.0;
    }
    match net {
        Net::Rings(written) => {
            for (point, (from, to)) in written
                .iter_mut()
                .flatten()
                .zip(start.iter().flatten().zip(rings.iter().flatten()))
            {
                if from.distance(*to) > STAYS_MM {
                    *point = place_in_tenths(*to);
                }
            }
        }
        // A radius can only be shortened or lengthened.
        Net::Polar { axis, radii_mm, .. } => {
            for (ring, (from, to)) in start.iter().zip(rings).enumerate() {
                let centre = Vec3::from(axis[ring]);
                for (k, radius) in radii_mm[ring].iter_mut().enumerate() {
                    let out = (from[k] - centre).normalize_or(Vec3::Z);
                    let way = to[k] - from[k];
                    // Far enough for the surface to move as far as the point did, although the radius points another way.
                    let slant = (way.dot(out) / way.length().max(1e-6)).abs().max(0.5);
                    let by = way.dot(out) / (slant * slant);
                    if by.abs() > STAYS_MM {
                        *radius = tenth((*radius + by).max(0.1));
                    }
                }
            }
        }
    }
    moved_mm
}
