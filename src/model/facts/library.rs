//! A file of `library/`: a chapter of the book.

use super::basics::{Confidence, Statement};
use serde::{Deserialize, Serialize};

/// A file of `library/`: a chapter.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    /// Id; also the file's name, e.g. `evidence`.
    pub id: String,
    /// Its place among the chapters, from 1.
    pub order: u16,
    /// Name.
    pub name: String,
    /// What it is about, in a sentence.
    pub about: String,
    /// Sections in reading order.
    pub sections: Vec<Section>,
}

/// A section of a chapter; what it holds is shown in the order of the fields.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Id, unique among all sections, e.g. `heat_and_cold`.
    pub id: String,
    /// Name.
    pub name: String,
    /// Lay words and other names, for search.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// Paragraphs.
    #[serde(default)]
    pub says: Vec<Statement>,
    /// Things in a row that are compared.
    #[serde(default)]
    pub table: Option<Table>,
    /// Things to do one after the other.
    #[serde(default)]
    pub steps: Vec<Statement>,
    /// Things of which some may hold.
    #[serde(default)]
    pub list: Vec<Statement>,
    /// What studies found.
    #[serde(default)]
    pub findings: Vec<Finding>,
    /// What people say, and what is true.
    #[serde(default)]
    pub claims: Vec<Claim>,
    /// Ids of rules of `treatments/protocol.ron` that are shown here.
    #[serde(default)]
    pub rules: Vec<String>,
    /// Parts of the data that are shown here in full.
    #[serde(default)]
    pub shows: Vec<Shown>,
    /// What to go on to.
    #[serde(default)]
    pub links: Links,
}

/// A table of plain texts.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Headings; the first column names the row.
    pub columns: Vec<String>,
    /// Rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// One text for each column; empty where nothing is known.
    pub cells: Vec<String>,
    /// Source ids of `sources.ron`; never empty.
    pub sources: Vec<String>,
    /// How far to trust it.
    pub confidence: Confidence,
}

/// What studies found about a question.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// What was asked, e.g. `Pressing sore points: tenderness`.
    pub topic: String,
    /// What was found, with numbers where there are some.
    pub found: Statement,
    /// How sure the finding is.
    pub certainty: Certainty,
    /// What limits it.
    pub limits: String,
}

/// How sure those who weighed the studies are of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Rated moderate.
    Moderate,
    /// Rated low.
    Low,
    /// Rated low to very low, or the ratings differ within that.
    LowToVeryLow,
    /// Rated very low.
    VeryLow,
    /// One trial, not rated: it may not be repeated.
    OneTrial,
    /// Several studies that nobody rated, or that disagree.
    NotRated,
    /// No estimate was found.
    Unknown,
}

/// Something that is often said.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// What is said. Never shown without what is true.
    pub claim: String,
    /// What is true as far as is known.
    pub truth: Statement,
}

/// A part of the data that a section shows in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// The warning signs with their exits.
    RedFlags,
    /// The conditions and what they forbid.
    Contraindications,
    /// Where no tool belongs.
    NoGoAreas,
    /// The general protocol with its rules for stopping.
    Protocol,
    /// The self-treatment methods.
    Methods,
    /// The stretches and exercises.
    Stretches,
    /// The programmes.
    Programmes,
    /// The plans.
    Plans,
    /// What a therapist asks and looks at.
    Assessment,
    /// The tests of range of motion.
    RangeOfMotion,
    /// What therapists do, compared.
    Techniques,
    /// Whom to call in an emergency.
    EmergencyNumbers,
}

/// What a section names; each of them names the section in turn.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Links {
    /// Point ids.
    #[serde(default)]
    pub points: Vec<String>,
    /// Muscle ids.
    #[serde(default)]
    pub muscles: Vec<String>,
    /// Region ids.
    #[serde(default)]
    pub regions: Vec<String>,
    /// Method ids.
    #[serde(default)]
    pub methods: Vec<String>,
    /// Stretch ids.
    #[serde(default)]
    pub stretches: Vec<String>,
    /// Section ids.
    #[serde(default)]
    pub sections: Vec<String>,
}
