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
    /// Its picture.
    pub icon: MethodIcon,
    /// Whether it stays on the spot.
    pub kind: MethodKind,
    /// Which limits of `safety/contraindications.ron` hold for it.
    pub touches: Touches,
    /// Width of what touches the skin, millimetres; 0 where nothing presses.
    pub width_mm: f32,
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
    /// Ids of the rules of `treatments/protocol.ron` that hold for it.
    #[serde(default)]
    pub rules: Vec<String>,
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
    /// What it is.
    pub kind: StretchKind,
    /// Whether it is done for each side.
    pub sides: Sides,
    /// What it needs, or empty.
    #[serde(default)]
    pub tool: String,
    /// Position to take up.
    pub position: String,
    /// Steps, second person, in order.
    pub steps: Vec<String>,
    /// Hold in seconds, from and to; (0, 0) for a movement.
    pub hold_seconds: (u16, u16),
    /// Seconds for one repeat of a movement, from and to.
    #[serde(default)]
    pub seconds_per_repeat: Option<(u16, u16)>,
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

/// The picture of a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MethodIcon {
    /// A ball.
    Ball,
    /// Fingertips.
    Fingers,
    /// Thumb and finger.
    Pinch,
    /// A hook cane.
    Cane,
    /// A foam roller.
    Roller,
    /// Breathing.
    Breath,
    /// Warmth and light hands.
    Hands,
}

/// Whether a method stays on the spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MethodKind {
    /// It stays.
    Still,
    /// It moves.
    Moving,
}

/// Which column of the contraindications holds for a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Touches {
    /// It presses.
    Pressure,
    /// It rolls.
    Roller,
    /// It warms.
    Warmth,
    /// Nothing touches.
    Nothing,
}

/// What a stretch or exercise is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StretchKind {
    /// A position that is held.
    Hold,
    /// A movement that is repeated.
    Repetitions,
    /// Breathing.
    Breath,
}

/// How often something is done for the two sides of the body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Sides {
    /// One side, then the other.
    Each,
    /// Once, for both.
    #[default]
    Once,
}

/// A row of `treatments/techniques.ron`: what a therapist does.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Technique {
    /// Id, e.g. `swedish`.
    pub id: String,
    /// Name.
    pub name: String,
    /// Other names, for search.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// Strokes.
    pub strokes: String,
    /// How hard.
    pub pressure: String,
    /// What for.
    pub purpose: String,
    /// For whom.
    pub for_whom: String,
    /// How much it hurts.
    pub pain: String,
    /// For whom not.
    pub not_for: String,
    /// What is known of its effect.
    pub evidence: Statement,
    /// Sources of the rest.
    pub sources: Vec<String>,
    /// How sure the rest is.
    pub confidence: Confidence,
}

/// A rule of `treatments/protocol.ron`, stated once and named by its id elsewhere.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Id, e.g. `neck`.
    pub id: String,
    /// Name, e.g. `The neck`.
    pub name: String,
    /// True: shown with the warning bar.
    #[serde(default)]
    pub serious: bool,
    /// The rule.
    pub says: Statement,
    /// Ids of methods that are not offered where it holds.
    #[serde(default)]
    pub forbids: Vec<String>,
    /// Highest discomfort of 10 where it holds.
    #[serde(default)]
    pub max_discomfort: Option<u8>,
}

/// `treatments/protocol.ron`: what holds for every self-pressure treatment.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Protocol {
    /// Rules that methods, muscles and sections name.
    #[serde(default)]
    pub rules: Vec<Rule>,
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
    /// Ids of the rules that hold for it.
    #[serde(default)]
    pub rules: Vec<String>,
}
