//! Trigger points, their pain patterns and how each is treated.

use super::{
    basics::{Confidence, Statement},
    place::{Area, Place, Snap},
};
use serde::{Deserialize, Serialize};

/// What a trigger point's pain pattern is.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Zone {
    /// In words; empty only when there is nothing to draw.
    pub text: String,
    /// Region ids of `regions.ron` on the point's own side.
    #[serde(default)]
    pub regions: Vec<String>,
    /// Region ids on the opposite side, for patterns that cross the midline.
    #[serde(default)]
    pub opposite: Vec<String>,
    /// Narrower areas drawn in place of the whole regions, where the text says more
    /// than the region's outline (a strip, a band). They must lie over the regions named.
    #[serde(default)]
    pub areas: Vec<Area>,
}

/// Whether a trigger point is drawn as a disc or as an area without an exact place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub enum PointKind {
    /// A disc.
    #[default]
    Point,
    /// A larger, dashed area: no reproducible landmark.
    Area,
}

/// A trigger point.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TriggerPoint {
    /// Stable id of ours, e.g. `TRA-1`.
    pub id: String,
    /// What the marker shows, e.g. `1`; at most three characters.
    pub mark: String,
    /// Historic label in the manuals, e.g. `TrP1`.
    #[serde(default)]
    pub alias: String,
    /// Short name, e.g. `Upper trapezius, front edge`.
    pub name: String,
    /// Disc or area.
    #[serde(default)]
    pub kind: PointKind,
    /// Structure id of the part on whose surface it lies.
    pub part: String,
    /// Where, computed from landmarks (left side).
    pub place: Place,
    /// How the place reaches the surface of the part.
    pub snap: Snap,
    /// Where it is, in words.
    pub location: Statement,
    /// How to find it by touch.
    pub find: Statement,
    /// Felt by most people with an active point.
    pub essential: Zone,
    /// Felt by some.
    pub spillover: Zone,
    /// Where tingling or numbness is felt, which is not pain.
    #[serde(default)]
    pub tingling: Zone,
    /// How well the pattern is confirmed.
    pub pattern_confidence: Confidence,
    /// Sources of the pattern.
    pub pattern_sources: Vec<String>,
    /// Ids of points named as related, satellite or key.
    #[serde(default)]
    pub related: Vec<String>,
    /// How to treat it: methods in the order to try them.
    pub treatment: Vec<Application>,
}

/// One self-treatment method applied to a point or a muscle.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Application {
    /// Method id of `treatments/methods.ron`.
    pub method: String,
    /// What it is called here, where it means something else than its method; or empty.
    #[serde(default)]
    pub title: String,
    /// What is particular here: where to press, in which direction; second person.
    pub how: Statement,
    /// Position to take up, where it means something else than its method; or empty.
    #[serde(default)]
    pub position: String,
    /// Steps in place of the method's own: with them its tool and position do not hold.
    #[serde(default)]
    pub steps: Vec<String>,
    /// Hold in seconds, from and to, where it differs from the method's own.
    #[serde(default)]
    pub hold_seconds: Option<(u16, u16)>,
    /// Highest discomfort of 10, where it is lower than the method's own.
    #[serde(default)]
    pub max_discomfort: Option<u8>,
}
