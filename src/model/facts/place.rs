//! Places in the body computed from landmarks, and areas of the skin.

use serde::{Deserialize, Serialize};

/// A place in the body computed from landmarks.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub enum Place {
    /// A landmark of `landmarks.ron`, on the left or in the midline.
    At(String),
    /// The point at `fraction` (0..1, slightly outside is allowed) of the way from the first to the second place.
    Between(Box<Place>, Box<Place>, f32),
    /// A place moved by (x, y, z) millimetres: lateral to the left, cranial, anterior.
    Offset(Box<Place>, (f32, f32, f32)),
    /// From the first place, `mm` millimetres straight towards the second.
    Toward(Box<Place>, Box<Place>, f32),
    /// The mean of several places.
    Mean(Vec<Place>),
    /// The mirror image across the midline of the body (x to -x), for places that cross over.
    Mirror(Box<Place>),
    /// The second place's coordinates (x, y, z) are taken where the mask is true, else the first's.
    /// `Mix(a, b, (false, true, false))` is a at b's height.
    Mix(Box<Place>, Box<Place>, (bool, bool, bool)),
}

/// How a computed place reaches a surface.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
pub enum Snap {
    /// To the nearest point of the surface.
    Nearest,
    /// Looking at the place from far away along this direction (x, y, z; from the body outwards),
    /// the first point of the surface seen; the nearest point where the ray misses.
    SeenFrom((f32, f32, f32)),
}

/// An area of the skin: everything within a radius of a line laid on the skin.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// The line, place to place; each place is laid on the skin first. One place makes a disc.
    pub line: Vec<Place>,
    /// Radius in millimetres at each place of the line, or one for all.
    pub radius_mm: Vec<f32>,
    /// The direction (x, y, z) from which the area is seen: the places are laid on the skin
    /// from there, and skin facing away from it is left out.
    pub facing: (f32, f32, f32),
    /// How far the skin may turn from `facing`, as the least cosine between them; 0 is a right angle.
    #[serde(default)]
    pub min_cosine: f32,
}
