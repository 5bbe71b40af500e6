//! Self-treatment methods, stretches, and what holds for all of them.

use super::basics::{Confidence, Statement};
use serde::{Deserialize, Serialize};

/// A self-treatment method of `treatments/methods.ron`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Method {
    /// Id, e.g. `BW`.
    pub id: String,
    /// Name, e.g. `Ball against a wall`.
    pub name: String,
    /// The tool, and what does instead if you have none.
    pub tool: String,
    /// Without that tool.
    #[serde(default)]
    pub without: String,
    /// Icon: one of `ball`, `fingers`, `pinch`, `cane`, `roller`, `breath`, `hands`.
    pub icon: String,
    /// Position to take up.
    pub position: String,
    /// Steps, second person, in order.
    pub steps: Vec<String>,
    /// Hold in seconds, from and to.
    pub hold_seconds: (u16, u16),
    /// Presses a spot, from and to.
    pub repeats: (u8, u8),
    /// Times a day, from and to.
    pub per_day: (u8, u8),
    /// Highest discomfort of 10; never above 7.
    pub max_discomfort: u8,
    /// Who must not, or where not.
    pub limits: Vec<Statement>,
    /// Sources of the method and its dose.
    pub sources: Vec<String>,
    /// How sure the dose is.
    pub confidence: Confidence,
}

/// A stretch or exercise of `treatments/stretches.ron`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Stretch {
    /// Id, e.g. `ST01`.
    pub id: String,
    /// Name.
    pub name: String,
    /// Other names, for search.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// Position to take up.
    pub position: String,
    /// Steps, second person, in order.
    pub steps: Vec<String>,
    /// Hold in seconds, from and to; (0, 0) for a movement.
    pub hold_seconds: (u16, u16),
    /// Repeats, from and to.
    pub repeats: (u8, u8),
    /// Times a day, from and to.
    pub per_day: (u8, u8),
    /// Who must not, when to stop.
    #[serde(default)]
    pub cautions: Vec<Statement>,
    /// Sources.
    pub sources: Vec<String>,
    /// How sure.
    pub confidence: Confidence,
}

/// `treatments/protocol.ron`: what holds for every self-pressure treatment.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Protocol {
    /// Steps in order.
    pub steps: Vec<ProtocolStep>,
    /// When to stop.
    pub stop_rules: Vec<Statement>,
}

/// A step of the general protocol.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ProtocolStep {
    /// Short name, e.g. `Press`.
    pub name: String,
    /// What to do.
    pub says: Statement,
}
