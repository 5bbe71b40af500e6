//! Rounding of what goes into shapes: to tenths of a millimetre. More digits would claim a precision that measuring a
//! body does not have.

use crate::model::facts::Net;
use glam::Vec3;

/// A length, rounded to 0.1 mm.
pub fn tenth(millimetres: f32) -> f32 {
    (millimetres * 10.0).round() / 10.0
}

/// A place, rounded to 0.1 mm.
pub fn place_in_tenths(p: Vec3) -> (f32, f32, f32) {
    (tenth(p.x), tenth(p.y), tenth(p.z))
}

/// A net of rings, rounded to 0.1 mm.
pub fn net_of_rings(rings: Vec<Vec<Vec3>>) -> Net {
    let ring = |ring: Vec<Vec3>| ring.into_iter().map(place_in_tenths).collect();
    Net::Rings(rings.into_iter().map(ring).collect())
}
