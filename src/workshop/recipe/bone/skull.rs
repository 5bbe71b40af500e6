//! What the recipe of the skull says.

use super::{built::Bar, part::Triple};
use serde::Deserialize;

/// See [`super::How::Skull`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Skull {
    /// Cranium and face, each with what lies inside it filled.
    pub shells: Vec<Shell>,
    /// What stands off them, built on the left from what was read off the reference; each is mirrored.
    pub bars: Vec<Bar>,
}

/// Radii from an axis in the midline out to the last surface: what can be seen from outside, and pits that open away
/// from the axis, as an orbit does.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shell {
    /// Where the axis begins: height and depth (y, z).
    pub from_mm: (f32, f32),
    /// Where it ends.
    pub to_mm: (f32, f32),
    /// Rings along the axis.
    pub rings: usize,
    /// 0 spaces the rings evenly, 1 crowds them towards the ends.
    pub crowding: f32,
    /// Direction of the first ray, in the midline; the others turn from it to the left, and all are mirrored.
    pub first: Triple,
    /// Rays of the left half.
    pub rays: usize,
    /// How far they turn, degrees; 180 goes all around.
    pub turn_deg: f32,
    /// Radius where a ray meets nothing.
    pub rest_mm: f32,
    /// So many rays on that meet nothing take the radius of those beside them: they went through a gap.
    pub gap: usize,
    /// What is no part of it: all that lies on the far side of each of a list of planes, given by a point and the
    /// direction of that side.
    pub leave_out: Vec<Vec<(Triple, Triple)>>,
}
