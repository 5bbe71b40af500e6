//! What a recipe of bones says: `recipes/bones/*.ron`.
//!
//! All numbers are millimetres in the body frame of the reference (x left, y up, z forwards) unless a name says
//! otherwise. How a recipe is carried out is not here: see `workshop::bone`.

mod built;
mod part;
mod skull;

pub use built::{Bar, Height, OverBite, Station, Teeth, Toe};
pub use part::{Cut, End, Part, Triple, Zero};
pub use skull::{Shell, Skull};

use serde::Deserialize;

/// How one bone, or several alike, are made.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoneRecipe {
    /// Structure ids without side, each with the FMA numbers of the meshes that together make the bone up; none for
    /// a bone that is built and not measured.
    pub bones: Vec<(String, Vec<u32>)>,
    /// Source id written into the shapes.
    pub source: String,
    /// The way and its numbers.
    pub how: How,
}

/// The ways in which a bone is made.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub enum How {
    /// Measured: parts along axes that are given place by place.
    Parts(Parts),
    /// Measured: one net along a coordinate that is harmonic over the whole surface.
    Harmonic(Harmonic),
    /// Measured: one part along the bone's own middle line.
    MiddleLine(MiddleLine),
    /// Measured: one part along the bone's own longest direction.
    Lengthwise(Lengthwise),
    /// Measured: radii about the bone's own shortest direction.
    Disc(Disc),
    /// Measured: cranium and face.
    Skull(Box<Skull>),
    /// Built: a rounded bar through stations.
    Bar(Bar),
    /// Built: metatarsal and phalanges of one toe.
    Toe(Toe),
    /// Built: the crowns of one jaw.
    Teeth(Teeth),
}

impl How {
    /// Whether the bone is built from these numbers alone, without a reference.
    pub fn is_built(&self) -> bool {
        matches!(self, Self::Bar(_) | Self::Toe(_) | Self::Teeth(_))
    }
}

/// From where the places of parts are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum CountedFrom {
    /// The origin of the body frame.
    #[default]
    Body,
    /// x from the midline, y from the middle of the bone's own height.
    MiddleOfBone,
}

/// See [`How::Parts`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parts {
    /// From where places are counted.
    #[serde(default)]
    pub from: CountedFrom,
    /// The parts, in the order of their nets.
    pub parts: Vec<PartGroup>,
}

/// Parts that are taken once, or on both sides.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub enum PartGroup {
    /// As they stand.
    Once(Vec<Part>),
    /// First as they stand, which is on the left, then mirrored across x = 0 of where places are counted from.
    BothSides(Vec<Part>),
}

/// See [`How::Harmonic`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Harmonic {
    /// Where the rings begin and end; the surface's nearest vertices are taken.
    pub poles_mm: (Triple, Triple),
    /// Points of a ring.
    pub points: usize,
    /// The farthest that a ring lies from the next.
    pub gap_mm: f32,
    /// Where it may be farther.
    #[serde(default)]
    pub shaft: Option<Shaft>,
    /// Tips of processes that a ring passes through.
    #[serde(default)]
    pub tips_mm: Vec<Triple>,
}

/// Heights between which rings may lie farther apart.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shaft {
    /// Lowest height.
    pub from_y_mm: f32,
    /// Greatest height.
    pub to_y_mm: f32,
    /// The farthest that a ring lies from the next.
    pub gap_mm: f32,
}

/// See [`How::MiddleLine`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MiddleLine {
    /// The end at which it begins: the surface's nearest vertex is taken.
    pub start: Start,
    /// Places of the middle line.
    pub places: usize,
    /// Radius within which the bone is looked for about them.
    pub reach_mm: f32,
    /// How it is cut.
    pub cut: Cut,
}

/// A place near one end of a bone.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub enum Start {
    /// This place.
    At(Triple),
    /// A place by the box around the bone.
    InBox {
        /// Share of the way from the least to the greatest coordinate, 0 to 1.
        share: Triple,
        /// Added to that.
        #[serde(default)]
        offset_mm: Triple,
    },
}

/// See [`How::Lengthwise`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lengthwise {
    /// The rings run from end to end in that sense of the bone's longest direction which points most along this.
    pub towards: Triple,
    /// Radius within which the bone is looked for about its axis.
    pub reach_mm: f32,
    /// How it is cut. Its normal is the bone's direction.
    pub cut: Cut,
}

/// See [`How::Disc`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disc {
    /// Radius within which it is looked for.
    pub reach_mm: f32,
    /// Number of rings.
    pub rings: usize,
    /// Radii a ring.
    pub points: usize,
}
