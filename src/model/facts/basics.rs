//! What every kind of entry is made of: statements with their sources, names, terminology ids.

use crate::model::side::Side;
use serde::{Deserialize, Serialize};

/// How far a statement may be trusted; shown as a chip beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// A text read while the fact base was written says the same (fact base: V, "seen").
    Confirmed,
    /// Confirmed in part (fact base: P).
    Partly,
    /// Said by popular articles alone, which nobody checks.
    Popular,
    /// From memory of the manuals, not confirmed: an expert must check it (fact base: R, "recalled").
    Recalled,
    /// Standard textbook anatomy.
    Textbook,
    /// A convention or a careful choice of ours; no study fixes it.
    Convention,
}

/// A clinical statement: our words, where it comes from, how sure it is.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Plain text, one thought.
    pub text: String,
    /// Source ids from `sources.ron`; never empty.
    pub sources: Vec<String>,
    /// How far to trust it.
    pub confidence: Confidence,
}

/// Names of a thing.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// English name as a text book prints it, in sentence case.
    pub english: String,
    /// Latin name (TA2 where there is one).
    pub latin: String,
    /// How an English reader says the Latin name, the stressed syllable in capitals; or empty.
    #[serde(default)]
    pub pronunciation: String,
    /// Other names, abbreviations and lay words, for search.
    #[serde(default)]
    pub synonyms: Vec<String>,
}

/// Identifiers in the reference terminologies.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Ids {
    /// Number in Terminologia Anatomica 2.
    #[serde(default)]
    pub ta2: Option<u32>,
    /// FMA number of the concept without a side.
    #[serde(default)]
    pub fma: Option<u32>,
    /// FMA number of the left one.
    #[serde(default)]
    pub fma_left: Option<u32>,
    /// FMA number of the right one.
    #[serde(default)]
    pub fma_right: Option<u32>,
    /// True where a number was seen only in a secondary cross-reference.
    #[serde(default)]
    pub unverified: bool,
}

impl Ids {
    /// FMA number of the one on a side; the concept's own where the sides have none.
    #[must_use]
    pub fn fma_of(&self, side: Side) -> Option<u32> {
        match side {
            Side::Left => self.fma_left.or(self.fma),
            Side::Right => self.fma_right.or(self.fma),
            Side::Midline => self.fma,
        }
    }
}
