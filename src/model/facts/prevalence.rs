//! `prevalence.ron`: how often an active point was found in a muscle.

use super::basics::Confidence;
use serde::{Deserialize, Serialize};

/// A share of people in whom an active point was found.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Prevalence {
    /// Id of the muscle.
    pub muscle: String,
    /// The one point it is about; none where it is about all of the muscle.
    #[serde(default)]
    pub point: Option<String>,
    /// Lowest and highest share reported, per cent.
    pub percent: (f32, f32),
    /// Of whom, e.g. `people with low back pain`.
    pub among: String,
    /// How it was found, e.g. `touch`.
    pub found_by: String,
    /// Source ids of `sources.ron`; never empty.
    pub sources: Vec<String>,
    /// How far to trust it.
    pub confidence: Confidence,
}
