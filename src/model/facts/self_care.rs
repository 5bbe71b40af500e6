//! Files of `self_care/`: what a person can go through step by step.

use super::{
    basics::{Confidence, Statement},
    treatment::Sides,
};
use serde::{Deserialize, Serialize};

/// A method or a stretch by its id.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum Does {
    /// A method of `treatments/methods.ron`.
    Method(String),
    /// A stretch or exercise of `treatments/stretches.ron`.
    Stretch(String),
}

/// An entry of `self_care/programmes.ron`: treatments, stretches and exercises in an order.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// Id, e.g. `desk_break`.
    pub id: String,
    /// Name.
    pub name: String,
    /// Other names, for search.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// What it is for.
    pub about: Statement,
    /// How long it takes, minutes from and to.
    pub minutes: (u16, u16),
    /// Who must not.
    #[serde(default)]
    pub not_for: Vec<Statement>,
    /// What is done, in order; at least one.
    pub items: Vec<ProgrammeItem>,
    /// What holds afterwards.
    #[serde(default)]
    pub after: Vec<Statement>,
    /// Source ids of the articles that it comes from.
    #[serde(default)]
    pub articles: Vec<String>,
    /// Sources.
    pub sources: Vec<String>,
    /// How sure.
    pub confidence: Confidence,
}

/// A step of a programme.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeItem {
    /// What is done.
    pub does: Does,
    /// Ids of the points that it is done on.
    #[serde(default)]
    pub points: Vec<String>,
    /// Whether it is done for each side.
    pub side: Sides,
    /// What it needs, where it is not the method's own; or empty.
    #[serde(default)]
    pub tool: String,
    /// Hold in seconds, from and to, where it is not the method's or stretch's own.
    #[serde(default)]
    pub hold_seconds: Option<(u16, u16)>,
    /// Repeats, from and to, where they are not its own.
    #[serde(default)]
    pub repeats: Option<(u8, u8)>,
    /// What is particular here.
    pub how: Statement,
    /// What does instead.
    #[serde(default)]
    pub alternatives: Vec<Does>,
}

/// An entry of `self_care/plans.ron`: how often and how long, over weeks and months.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Other names, for search.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// What it is for.
    pub about: Statement,
    /// Its phases, in order; at least one.
    pub phases: Vec<Phase>,
    /// What to do when the pain flares up.
    pub flare: Statement,
    /// What is to be said about it.
    #[serde(default)]
    pub notes: Vec<Statement>,
    /// Sources.
    pub sources: Vec<String>,
    /// How sure.
    pub confidence: Confidence,
}

/// A phase of a plan.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// Id within the plan.
    pub id: String,
    /// Name.
    pub name: String,
    /// When it begins, in words.
    pub from: String,
    /// When it ends, in words.
    pub to: String,
    /// When it begins, in weeks from the start.
    pub from_weeks: u16,
    /// When it ends, in weeks from the start; none where it goes on.
    #[serde(default)]
    pub to_weeks: Option<u16>,
    /// Sessions with a therapist; none where there are none.
    #[serde(default)]
    pub sessions: Option<Sessions>,
    /// How long a session is, minutes from and to.
    #[serde(default)]
    pub minutes: Option<(u16, u16)>,
    /// What is done.
    pub says: Statement,
    /// What one does oneself.
    pub self_care: Statement,
}

/// How often.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Sessions {
    /// Times, from and to.
    pub times: (u8, u8),
    /// In how many weeks.
    pub per_weeks: u8,
}

/// What part of an assessment an item belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AssessmentPart {
    /// What was before.
    History,
    /// Where and how it hurts.
    Pain,
    /// What can and cannot be done.
    Function,
    /// How one stands and sits.
    Posture,
    /// What is felt by touch.
    Touch,
}

impl AssessmentPart {
    /// All of them, in the order of asking.
    pub const ALL: [Self; 5] = [
        Self::History,
        Self::Pain,
        Self::Function,
        Self::Posture,
        Self::Touch,
    ];
}

/// An entry of `self_care/assessment.ron`: something to ask or look at before a treatment and after it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AssessmentItem {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Other names, for search.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// What part it belongs to.
    pub part: AssessmentPart,
    /// What is asked.
    pub asks: String,
    /// The scale on which it is answered, where it has one.
    #[serde(default)]
    pub scale: Option<Scale>,
    /// How it is done.
    #[serde(default)]
    pub steps: Vec<String>,
    /// What it tells and what not.
    #[serde(default)]
    pub says: Vec<Statement>,
    /// When not.
    #[serde(default)]
    pub cautions: Vec<Statement>,
    /// Sources.
    pub sources: Vec<String>,
    /// How sure.
    pub confidence: Confidence,
}

/// A scale of whole numbers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// The lowest number.
    pub lowest: i16,
    /// The highest number.
    pub highest: i16,
    /// What the lowest means.
    pub lowest_means: String,
    /// What the highest means.
    pub highest_means: String,
}

/// An entry of `self_care/range_of_motion.ron`: how far a movement goes.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RangeOfMotionTest {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Other names, for search.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// Id of a region where it is felt.
    pub region: String,
    /// The movement in the terms of anatomy, e.g. `rotation of the neck`.
    pub movement: String,
    /// Position to take up.
    pub position: String,
    /// Steps, second person, in order.
    pub steps: Vec<String>,
    /// From where to where most adults move, degrees, 0 the neutral position; none where no source was read.
    #[serde(default)]
    pub degrees: Option<(u16, u16)>,
    /// How it is measured at home.
    pub measure: String,
    /// Whether it is done for each side.
    pub sides: Sides,
    /// When not, when to stop.
    #[serde(default)]
    pub cautions: Vec<Statement>,
    /// Sources.
    pub sources: Vec<String>,
    /// How sure.
    pub confidence: Confidence,
}
