//! What a recipe says of one part of a bone: its axis, and how it is cut into rings.

use serde::Deserialize;

/// A place or direction: x, y, z.
pub type Triple = (f32, f32, f32);

/// One part with its axis.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Places of the axis, each with the radius within which the part is looked for: x, y, z, radius.
    pub axis: Vec<(f32, f32, f32, f32)>,
    /// How it is cut.
    pub cut: Cut,
}

/// How a part is cut into rings across its axis.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cut {
    /// Number of rings.
    pub rings: usize,
    /// Points a ring.
    pub points: usize,
    /// Direction of the first point of a ring.
    pub zero: Zero,
    /// Normal of every section; along the axis where it is left out.
    #[serde(default)]
    pub normal: Option<Triple>,
    /// How it begins and ends.
    #[serde(default = "free")]
    pub ends: (End, End),
    /// Planes that bound it: a point of each, and the direction of what is kept.
    #[serde(default)]
    pub keep: Vec<(Triple, Triple)>,
    /// How often the axis is moved into the middle of its sections first.
    #[serde(default)]
    pub centred: usize,
    /// Free ends stop where the section has shrunk to this share of the part's middle one, and bulge.
    #[serde(default)]
    pub blunt: f32,
    /// Whether free ends bulge, as where a rib meets its cartilage; else they are flat.
    #[serde(default)]
    pub domed: bool,
    /// Whether the outline is drawn tight around its hollows.
    #[serde(default)]
    pub hull: bool,
    /// Whether ends inside a neighbour are flat too, so that they do not come out of it again.
    #[serde(default)]
    pub flat: bool,
    /// 0 spaces the rings evenly, 1 crowds them towards the ends.
    #[serde(default = "usual_crowding")]
    pub crowding: f32,
}

fn free() -> (End, End) {
    (End::Free, End::Free)
}

fn usual_crowding() -> f32 {
    0.6
}

/// How a part ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum End {
    /// Where the bone ends: the last section is taken just before nothing is left.
    Free,
    /// Exactly where the axis ends, inside a neighbouring part.
    Fixed,
}

/// The direction of the first point of a ring.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub enum Zero {
    /// To the body's left.
    Left,
    /// Upwards.
    Up,
    /// Forwards.
    Front,
    /// Away from the midline: mirrored with its part, which the others are not.
    Outwards,
    /// In this direction.
    Towards(Triple),
    /// The bone's own second direction; only for a bone that is cut lengthwise.
    Broad,
}
