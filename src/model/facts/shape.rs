//! The measured form of a structure.

use serde::{Deserialize, Serialize};

/// A file of `shapes/`: the nets of one structure.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    /// Structure id; also the file's name.
    pub structure: String,
    /// Source id of the measurement, or of the attachments it was built from.
    pub source: String,
    /// FMA number of the reference mesh it was measured on (`fma33587`), or empty where it was built from attachments.
    #[serde(default)]
    pub measured_on: String,
    /// One net a body or slip.
    pub nets: Vec<Net>,
    /// Nets that nobody measured, added to a measured shape: ears and eyelids of the skin by hand, slips of a muscle by
    /// their plan. Measuring anew keeps them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub built: Vec<Net>,
    /// Nets that are taken out of a bone: foramina, canals and pits that its other nets do not leave open. Measuring anew
    /// keeps them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holes: Vec<Net>,
    /// Of a muscle of several nets: how far along the muscle's fibres each net begins and ends, from 0 at the origin to
    /// 1 at the insertion, first `nets`, then `built`. A belly that ends in slips ends before 1, and the slips begin
    /// there. Where it is left out, the attachments tell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub along: Vec<(f32, f32)>,
    /// Of the skin: lines along which it lies deeper or higher than its nets can tell, as under the buttocks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub creases: Vec<Crease>,
    /// Of the skin: places where its nets meet in a step, which is smoothed away before the creases are pressed in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub softened: Vec<Softened>,
}

/// A crease of the skin, on the left or in the midline.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Crease {
    /// The line on the skin as its nets have it, body frame, millimetres; two places at least.
    pub line: Vec<(f32, f32, f32)>,
    /// How deep it is at each place of the line, millimetres; less than nought raises the skin.
    pub depth_mm: Vec<f32>,
    /// How far to either side it reaches, millimetres.
    pub half_width_mm: f32,
    /// Rounded at the line, as a furrow or a lip; otherwise steep there, as a fold.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub round: bool,
    /// How long the edges of the skin's mesh are beside the line at most, millimetres; nothing leaves the mesh as it is.
    /// Only as small as the form needs: every line costs triangles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edge_mm: Option<f32>,
}

/// A place of the skin that is smoothed, on the left or in the midline.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Softened {
    /// Its middle, body frame, millimetres.
    pub at: (f32, f32, f32),
    /// How far from there it reaches, millimetres; less and less outwards.
    pub radius_mm: f32,
    /// How often each vertex is moved half of the way to the mean of its neighbours.
    pub steps: u32,
}

/// A closed surface in coarse figures.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub enum Net {
    /// Rings of points from the origin (first) to the insertion (last); every ring has the same
    /// number of points, in the same turning sense and start.
    Rings(Vec<Vec<(f32, f32, f32)>>),
    /// Polar rings about an axis: per ring its centre, and the radii in millimetres at equal angles
    /// about the axis. `zero` is the direction of the first radius; angles grow anticlockwise
    /// about the direction of the axis.
    Polar {
        /// Centres of the rings, from one end to the other.
        axis: Vec<(f32, f32, f32)>,
        /// Direction of the first radius; made perpendicular to the axis.
        zero: (f32, f32, f32),
        /// Radii, one list a ring, all of one length.
        radii_mm: Vec<Vec<f32>>,
    },
}
