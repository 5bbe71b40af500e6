//! What the recipe of the skull says.

use super::part::{Part, Triple};
use serde::Deserialize;

/// See [`super::How::Skull`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Skull {
    /// The cranium.
    pub cranium: Cranium,
    /// Parts of the left half of the face; each is mirrored after it is measured.
    pub face: Vec<Part>,
    /// The bridge of the nose, which lies across the midline; x counts from there.
    pub bridge: Part,
    /// The wall behind the nose.
    pub wall: Wall,
}

/// The cranium: radii about an axis from the middle of its base upwards.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cranium {
    /// Middle of the base in the midline: height and depth (y, z).
    pub base_mm: (f32, f32),
    /// Unit direction forwards along the base, from the foramen magnum to the glabella.
    pub forwards: Triple,
    /// Unit direction square to it, upwards.
    pub upwards: Triple,
    /// Rings along the axis.
    pub rings: usize,
    /// Rays a ring, an even number.
    pub rays: usize,
    /// What stands off the cranium and is no part of it.
    pub leave_out: Corner,
}

/// The part of the body left of, below and in front of three planes.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Corner {
    /// x is greater.
    pub beyond_x_mm: f32,
    /// y is less.
    pub below_y_mm: f32,
    /// z is greater.
    pub before_z_mm: f32,
}

/// A plain wall about an upright axis in the midline.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wall {
    /// Radii a ring.
    pub points: usize,
    /// Depth of the axis.
    pub axis_z_mm: f32,
    /// Depth of the wall's back.
    pub back_z_mm: f32,
    /// Its rings, upwards.
    pub levels: Vec<WallLevel>,
}

/// One ring of a wall.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WallLevel {
    /// Height.
    pub y_mm: f32,
    /// Half its width.
    pub half_width_mm: f32,
    /// Depth of its front.
    pub front_z_mm: f32,
}
