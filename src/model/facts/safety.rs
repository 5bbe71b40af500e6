//! A file of `safety/`: warning signs, who must not, and where not to press.

use super::{basics::Statement, place::Area};
use serde::{Deserialize, Serialize};

/// How soon a person with a warning sign must be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// Call the emergency number now. No way past it.
    Emergency,
    /// See a doctor on the same day. No way past it.
    Today,
    /// Book an appointment within days.
    Soon,
}

impl Urgency {
    /// All of them, the most urgent first.
    pub const ALL: [Self; 3] = [Self::Emergency, Self::Today, Self::Soon];

    /// True where self-treatment must stop: nothing lets a user past it.
    #[must_use]
    pub fn stops(self) -> bool {
        matches!(self, Self::Emergency | Self::Today)
    }
}

/// `safety/red_flags.ron`: what to ask before anything is treated.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RedFlags {
    /// What a "yes" leads to; one for each exit, the most urgent first.
    pub exits: Vec<UrgencyWords>,
    /// What the questions can tell and what not.
    pub notes: Vec<Statement>,
    /// Ask again after so many days of use.
    pub repeat_after_days: u16,
    /// Why, in words.
    pub repeat: Vec<Statement>,
    /// The questions.
    pub flags: Vec<RedFlag>,
}

/// What an exit is called and what it tells the user to do.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct UrgencyWords {
    /// Which.
    pub exit: Urgency,
    /// What it is called, e.g. `Get emergency help now`.
    pub name: String,
    /// What to do.
    pub says: Statement,
}

/// A warning sign.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RedFlag {
    /// Id of the fact base, e.g. `RF04`.
    pub id: String,
    /// In a few words, e.g. `Numbness between the legs`.
    pub name: String,
    /// Lay words and other names, for search.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// With which others it is asked.
    #[serde(default)]
    pub group: SignGroup,
    /// One question that a patient can answer: with yes or no, or by ticking `signs`.
    pub question: String,
    /// What of it a patient may tick, one by one; none where the question itself is the one thing to tick.
    #[serde(default)]
    pub signs: Vec<Sign>,
    /// Region ids it concerns; none where it concerns pain anywhere and is always asked.
    #[serde(default)]
    pub regions: Vec<String>,
    /// How soon to be seen.
    pub exit: Urgency,
    /// What it may be a sign of, for those who ask.
    pub suspected: String,
    /// What to do, and where this comes from.
    pub advice: Statement,
}

/// The groups in which warning signs are asked, in this order.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize,
)]
#[serde(rename_all = "snake_case")]
pub enum SignGroup {
    /// Heart, chest and breathing.
    Chest,
    /// Head and neck.
    Head,
    /// Belly and flank.
    Belly,
    /// Back and pelvis.
    Back,
    /// Arms and legs, their nerves and joints.
    Limbs,
    /// What concerns the whole of the body, or pain anywhere.
    #[default]
    General,
}

/// One of the things that a warning sign's question asks for.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Sign {
    /// Id within the warning sign, e.g. `sweating`.
    pub id: String,
    /// What a patient ticks.
    pub says: String,
    /// How soon to be seen, where it is not the exit of the warning sign.
    #[serde(default)]
    pub exit: Option<Urgency>,
}

impl RedFlag {
    /// What can be ticked: the id of each answer, what it says, and how soon to be seen.
    ///
    /// An answer is called `RF01/sweating`, or `RF01` where the question itself is ticked.
    pub fn answers(&self) -> impl Iterator<Item = (String, &str, Urgency)> {
        let whole =
            self.signs
                .is_empty()
                .then_some((self.id.clone(), self.question.as_str(), self.exit));
        let signs = self.signs.iter().map(|sign| {
            let id = format!("{}/{}", self.id, sign.id);
            (id, sign.says.as_str(), sign.exit.unwrap_or(self.exit))
        });
        whole.into_iter().chain(signs)
    }

    /// How soon to be seen where an answer is ticked; none where the sign has no such answer.
    #[must_use]
    pub fn exit_of(&self, answer: &str) -> Option<Urgency> {
        self.answers()
            .find(|(id, ..)| id == answer)
            .map(|(.., exit)| exit)
    }

    /// True where it is asked of a person with pain in one of some regions: where it concerns one of them, or
    /// pain anywhere.
    pub fn is_asked_for<'a>(&self, regions: impl IntoIterator<Item = &'a str>) -> bool {
        self.regions.is_empty()
            || regions
                .into_iter()
                .any(|id| self.regions.iter().any(|own| own == id))
    }
}

/// An entry of `safety/emergency_numbers.ron`: whom to call in a country.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct EmergencyNumber {
    /// ISO 3166 code of two letters, e.g. `ES`.
    pub country: String,
    /// Its name.
    pub name: String,
    /// The numbers for a medical emergency, the one to try first at first.
    pub numbers: Vec<String>,
    /// Source ids of `sources.ron`; never empty.
    pub sources: Vec<String>,
    /// How far to trust it.
    pub confidence: super::basics::Confidence,
}

/// How far a condition limits a treatment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Do not.
    DoNot,
    /// Only with the advice of a clinician or a trained therapist.
    OnlyWithAdvice,
    /// Possible in a changed way.
    Modify,
    /// The sources name no limit.
    NoneNamed,
}

/// What holds for one treatment under one condition.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// How far.
    pub level: Level,
    /// In a few words, or empty where the level says it all.
    #[serde(default)]
    pub how: String,
}

/// A row of `safety/contraindications.ron`: a condition and what it forbids.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Contraindication {
    /// Id, e.g. `blood_thinners`.
    pub id: String,
    /// The condition, e.g. `Blood thinners or a bleeding disorder`.
    pub name: String,
    /// Lay words and other names, for search.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// Pressing with fingers or a ball.
    pub pressure: Limit,
    /// Massage by a professional.
    pub massage: Limit,
    /// Foam roller.
    pub roller: Limit,
    /// Heat.
    pub heat: Limit,
    /// Why, with sources; at least one.
    pub notes: Vec<Statement>,
}

/// An entry of `safety/no_go_areas.ron`: where no tool belongs.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct NoGoArea {
    /// Id, e.g. `collarbone_hollow`.
    pub id: String,
    /// Name, e.g. `Hollow above the collarbone`.
    pub name: String,
    /// Lay words and other names, for search.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// What lies there.
    pub why: Statement,
    /// Harm that was reported.
    #[serde(default)]
    pub harm: Vec<Statement>,
    /// Method ids it applies to.
    pub methods: Vec<String>,
    /// True for an area in the midline: its areas are mirrored to both sides as one.
    #[serde(default)]
    pub midline: bool,
    /// Where it lies on the skin (left half).
    pub areas: Vec<Area>,
}
