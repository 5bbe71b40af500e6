//! What the plan of a muscle says: `recipes/sheets/*.ron` and `recipes/slips/*.ron`.
//!
//! How a plan is carried out is not here: see `workshop::sheet` and `workshop::slips`.

use super::slips::Slips;
use crate::model::facts::Place;
use serde::Deserialize;

/// Most rings, points across and guides a plan may ask for.
pub const MOST: usize = 64;

/// How a muscle without a reference, or what the reference lacks of one, is built: a file of `recipes/sheets/` or
/// `recipes/slips/`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Structure id.
    pub structure: String,
    /// Source id of the attachments, or of the places where there is a reference.
    pub source: String,
    /// How far along the muscle's fibres the measured nets begin and end, one a net. Where there are any, what is built
    /// is added to the shape as it is.
    #[serde(default)]
    pub measured: Vec<(f32, f32)>,
    /// The reference meshes (`fma33587`, separated by spaces) on which the guides' places were read off, and with which
    /// the shape can be compared; empty where there are none.
    #[serde(default)]
    pub measured_on: String,
    /// One sheet a body.
    #[serde(default)]
    pub sheets: Vec<Sheet>,
    /// Slips, kind by kind.
    #[serde(default)]
    pub slips: Vec<Slips>,
}

/// One body of a plan.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// Curves from the origin to the insertion, in order from one edge of the muscle to the other; at least two.
    pub guides: Vec<Vec<Place>>,
    /// Rings along.
    pub rings: usize,
    /// Points across on one face.
    pub across: usize,
    /// Thickness in millimetres at fractions of the length.
    pub thickness_mm: Vec<(f32, f32)>,
    /// Thickness at the two edges, as a share of that in the middle.
    pub edge: (f32, f32),
    /// Share of the width over which it thins towards each edge: half for a lens, less for a strap with flat faces.
    #[serde(default = "lens")]
    pub rim: f32,
    /// The bones on whose faces its first and its last ring lie, half sunk in; none where an end is free.
    #[serde(default)]
    pub ends_on: (Option<String>, Option<String>),
    /// Structures that the sheet must lie outside of.
    #[serde(default)]
    pub clear_of: Vec<String>,
    /// Structures that the sheet must lie inside of, between them and the axis.
    #[serde(default)]
    pub under: Vec<String>,
    /// How far from both its faces lie, millimetres.
    #[serde(default)]
    pub gap_mm: f32,
    /// How deep its outer face lies at least under the skin, millimetres; none where the skin does not matter.
    #[serde(default)]
    pub under_skin_mm: Option<f32>,
    /// Fractions of the length between which it is pushed; fading out over a tenth on both sides.
    #[serde(default = "whole_length")]
    pub pushed: (f32, f32),
    /// The upright axis it is pushed away from: x and z, millimetres.
    #[serde(default = "trunk_axis")]
    pub axis: (f32, f32),
    /// How far along the muscle's fibres it begins and ends.
    #[serde(default = "whole_way")]
    pub along: (f32, f32),
}

fn whole_way() -> (f32, f32) {
    (0.0, 1.0)
}

fn lens() -> f32 {
    0.5
}

fn whole_length() -> (f32, f32) {
    (-1.0, 2.0)
}

fn trunk_axis() -> (f32, f32) {
    (0.0, 95.0)
}
