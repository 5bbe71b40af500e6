//! A file of `muscles/`: names, parts, and what is known about the muscle.

use super::{
    basics::{Ids, Names, Statement},
    place::Place,
    point::TriggerPoint,
};
use serde::{Deserialize, Serialize};

/// Where a muscle is attached: the words and the line of landmarks it follows.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// In words, as the textbook gives it.
    pub text: String,
    /// The line along which it attaches, cranial to caudal or medial to lateral; at least one place.
    pub line: Vec<Place>,
}

/// How much of the fibre's length is tendon, as fractions 0..1 at each end.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Tendon {
    /// Fraction at the origin.
    pub origin: f32,
    /// Fraction at the insertion.
    pub insertion: f32,
}

/// A flat tendon that no fraction of the fibre's length can tell: all of the muscle's surface
/// within a radius of a line through the body is tendon.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Aponeurosis {
    /// The line, place to place, straight between them. One place makes a ball.
    pub line: Vec<Place>,
    /// Radius in millimetres at each place of the line, growing evenly between them, or one for all.
    pub radius_mm: Vec<f32>,
}

/// A muscle or one part of it: one body of its own.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Structure id, e.g. `trapezius.descending`; a file `shapes/<id>.ron` holds its nets.
    pub id: String,
    /// Names of the part.
    pub names: Names,
    /// Terminology ids of the part.
    #[serde(default)]
    pub ids: Ids,
    /// The layer of the depth slider it belongs to: 1 superficial … 5 deepest muscle.
    pub depth: u8,
    /// Origin.
    pub origin: Attachment,
    /// Insertion.
    pub insertion: Attachment,
    /// What it does, in plain words.
    pub action: String,
    /// The same in the terms of anatomy, e.g. `elevation of the scapula`.
    #[serde(default)]
    pub action_terms: Vec<String>,
    /// What helps it.
    #[serde(default)]
    pub synergists: NamedMuscles,
    /// What works against it.
    #[serde(default)]
    pub antagonists: NamedMuscles,
    /// Nerve supply with roots.
    pub nerve: String,
    /// Tendon at the ends.
    pub tendon: Tendon,
    /// Flat tendons beyond that.
    #[serde(default)]
    pub aponeuroses: Vec<Aponeurosis>,
}

/// Muscles named with another one.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct NamedMuscles {
    /// Ids of muscles or parts of the data.
    #[serde(default)]
    pub here: Vec<String>,
    /// Names of muscles that the data does not have.
    #[serde(default)]
    pub elsewhere: Vec<String>,
}

/// A file of `muscles/`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Muscle {
    /// Id of the muscle, e.g. `trapezius`; parts are `trapezius.descending` …, or the same id when there is one part.
    pub id: String,
    /// Three-letter code of the fact base, e.g. `TRA`.
    pub code: String,
    /// Names of the whole muscle.
    pub names: Names,
    /// Terminology ids of the whole muscle.
    #[serde(default)]
    pub ids: Ids,
    /// A note where massage schools number the layer otherwise, or empty.
    #[serde(default)]
    pub layer_note: String,
    /// Sources of the anatomy (names, attachments, action, nerve).
    pub anatomy_sources: Vec<String>,
    /// The parts, in anatomical order.
    pub parts: Vec<Part>,
    /// Trigger points.
    #[serde(default)]
    pub points: Vec<TriggerPoint>,
    /// What it feels like.
    #[serde(default)]
    pub feels_like: Vec<Statement>,
    /// What starts it and keeps it going.
    #[serde(default)]
    pub causes: Vec<Statement>,
    /// Muscles that are often involved together.
    #[serde(default)]
    pub related_muscles: Vec<String>,
    /// Said about the relation, e.g. that it is teaching lore.
    #[serde(default)]
    pub related_notes: Vec<Statement>,
    /// How a therapist feels its belly.
    #[serde(default)]
    pub palpation: Option<Statement>,
    /// Ids of the rules of `treatments/protocol.ron` that hold for it.
    #[serde(default)]
    pub rules: Vec<String>,
    /// Precautions for self-treatment.
    #[serde(default)]
    pub cautions: Vec<Caution>,
    /// What else can feel the same and must be ruled out.
    #[serde(default)]
    pub look_alikes: Vec<Statement>,
    /// Ids of stretches and exercises of `treatments/stretches.ron`.
    #[serde(default)]
    pub stretches: Vec<String>,
    /// Evidence grade and what it rests on.
    #[serde(default)]
    pub evidence: Option<Evidence>,
}

/// A precaution and how serious it is.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Caution {
    /// True: always shown, with the warning bar.
    pub serious: bool,
    /// What to do or not to do.
    pub says: Statement,
    /// Ids of the points or parts it is about; all of the muscle where there are none.
    #[serde(default)]
    pub at: Vec<String>,
    /// Ids of methods that are not offered there.
    #[serde(default)]
    pub forbids: Vec<String>,
    /// Highest discomfort of 10 there.
    #[serde(default)]
    pub max_discomfort: Option<u8>,
}

impl Caution {
    /// True where it is about a point of its muscle.
    #[must_use]
    pub fn is_about(&self, point: &TriggerPoint) -> bool {
        self.at.is_empty()
            || self
                .at
                .iter()
                .any(|id| *id == point.id || *id == point.part)
    }
}

/// Evidence grade of a muscle's map.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// `E0` manuals and case experience only, `E1` studies that counted points, `E2` an experiment on the pattern.
    pub grade: EvidenceGrade,
    /// What it rests on.
    pub says: Statement,
}

/// See [`Evidence::grade`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub enum EvidenceGrade {
    /// Manuals and case experience only.
    E0,
    /// Plus studies that counted points in patients.
    E1,
    /// Plus an experiment or a controlled study bearing on the pattern.
    E2,
}
