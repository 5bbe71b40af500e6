//! The blocks that documents are made of.
//!
//! A block says what something is (a caution, a dose, a table), never how it looks. Every
//! renderer matches on [`Block`] without a rest, so a new kind does not compile before each of
//! them shows it: add none that nothing shows.

use super::text::Text;
use crate::model::{
    facts::{Confidence, Level, MethodIcon, Urgency},
    ids::{Item, PointId},
};
use serde::{Serialize, Serializer};

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// Plain text.
    Paragraph {
        /// What it says.
        text: Text,
    },
    /// A quiet remark about what stands around it.
    Note {
        /// What it says.
        text: Text,
    },
    /// When something is more urgent than it seems.
    Urgent {
        /// How grave it is.
        level: CautionLevel,
        /// What it says.
        text: Text,
    },
    /// A clinical statement.
    Statement(Statement),
    /// A statement under a label, e.g. what is true about a claim.
    Labelled(Labelled),
    /// Where a trigger point sends pain.
    Zone(Zone),
    /// Pictures of a trigger point's pattern, from where most of it is seen.
    Picture(Picture),
    /// A label and its value.
    Fact(Fact),
    /// Short labels, each with a reason.
    Labels {
        /// The labels.
        labels: Vec<Label>,
    },
    /// Links to related things.
    Links(Links),
    /// Things, one a row, that lead to themselves.
    Rows {
        /// The rows in groups.
        groups: Vec<RowGroup>,
    },
    /// Statements of a list.
    List(List),
    /// A caution: always in sight.
    Caution(Caution),
    /// Something often said, and what is true.
    Claim(Claim),
    /// Ways to treat something, in the order to try them.
    Applications {
        /// The ways.
        applications: Vec<Application>,
    },
    /// How something is done, step by step.
    Practice(Practice),
    /// How far a condition limits each treatment.
    Limits {
        /// One limit a treatment.
        limits: Vec<Limit>,
    },
    /// A table.
    Table(Table),
    /// Blocks under a heading.
    Section(Section),
    /// A named entry of a longer list.
    Entry(Entry),
    /// Blocks that are read as one.
    Together {
        /// The blocks.
        blocks: Vec<Block>,
    },
    /// How to begin, in a few hints.
    Hints {
        /// What comes before them.
        lead: Text,
        /// The hints.
        hints: Vec<Hint>,
    },
    /// What the marks on the body mean.
    Legend {
        /// The marks.
        marks: Vec<LegendMark>,
    },
    /// Keys and gestures, and what they do.
    Keys {
        /// The keys.
        keys: Vec<Fact>,
    },
}

/// A clinical statement: its text, where it comes from, how sure it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Statement {
    /// What is stated.
    pub text: Text,
    /// Ids of sources; their numbers are their places in the document's list.
    pub sources: Vec<String>,
    /// How far to trust it; none where several statements with grades of their own are summed up.
    pub confidence: Option<Confidence>,
}

/// How much a label stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Emphasis {
    /// As a name.
    Strong,
    /// As a remark.
    Quiet,
}

/// A statement under a label.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Labelled {
    /// The label.
    pub label: Text,
    /// How much it stands out.
    pub emphasis: Emphasis,
    /// The statement.
    pub statement: Statement,
}

/// Which of the two zones of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ZoneKind {
    /// Felt by most people with an active point.
    Essential,
    /// Felt by some.
    Spillover,
    /// Tingling or numbness, which is not pain.
    Tingling,
}

/// Where a trigger point sends pain.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Zone {
    /// Which zone.
    pub zone: ZoneKind,
    /// What it is called.
    pub label: Text,
    /// Where it lies, in words.
    pub pattern: Statement,
}

/// Pictures of a trigger point's pattern. The pixels are the renderer's business.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Picture {
    /// The point.
    #[serde(serialize_with = "as_text")]
    pub point: PointId,
    /// From the front: its caption, and what it shows in words.
    pub front: (Text, Text),
    /// From behind, likewise.
    pub back: (Text, Text),
    /// From the subject's left.
    pub left: (Text, Text),
    /// From the subject's right.
    pub right: (Text, Text),
}

/// A label and its value.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fact {
    /// The label.
    pub label: Text,
    /// The value.
    pub value: Text,
}

/// A short label with a reason.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Label {
    /// What it says.
    pub text: Text,
    /// Why, in sentences.
    pub why: Vec<Text>,
}

impl Label {
    /// Why, in one text.
    #[must_use]
    pub fn reason(&self) -> String {
        let sentences: Vec<&str> = self.why.iter().map(|why| why.text.as_str()).collect();
        sentences.join(" ")
    }
}

/// A link to something that can be selected.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Link {
    /// What it leads to.
    #[serde(rename = "link", serialize_with = "as_link")]
    pub item: Item,
    /// What it says.
    pub text: Text,
    /// What its short text stands for.
    pub title: Option<Text>,
}

/// Links under a label.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Links {
    /// What they are, where that is not said above.
    pub label: Option<Text>,
    /// The links.
    pub links: Vec<Link>,
}

/// What a row shows before its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "mark", rename_all = "snake_case")]
pub enum RowMark {
    /// A trigger point's disc with its mark.
    Point(String),
    /// A method's icon.
    Method(MethodIcon),
    /// A stretch.
    Stretch,
}

/// A row that leads to a thing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// What it leads to.
    #[serde(rename = "link", serialize_with = "as_link")]
    pub item: Item,
    /// What stands before the name.
    #[serde(flatten)]
    pub mark: RowMark,
    /// The name.
    pub name: Text,
    /// About it, on one line with dots between.
    pub about: Vec<Text>,
    /// How long and how often, for a treatment.
    pub dose: Option<Dose>,
}

/// Rows that belong together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RowGroup {
    /// The zone that they speak of.
    pub zone: Option<ZoneKind>,
    /// What they have in common.
    pub label: Option<Text>,
    /// The rows; none where the label says so.
    pub rows: Vec<Row>,
}

/// Statements of a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct List {
    /// To be done one after the other.
    pub ordered: bool,
    /// The statements.
    pub items: Vec<Statement>,
}

/// How grave a caution is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CautionLevel {
    /// Do not.
    Stop,
    /// Take care.
    Warning,
    /// Good to know.
    Notice,
}

impl From<Urgency> for CautionLevel {
    fn from(urgency: Urgency) -> Self {
        match urgency {
            Urgency::Emergency => Self::Stop,
            Urgency::Today => Self::Warning,
            Urgency::Soon => Self::Notice,
        }
    }
}

/// A caution.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Caution {
    /// How grave it is.
    pub level: CautionLevel,
    /// Its heading.
    pub title: Option<Text>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// Something that is often said.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Claim {
    /// Says that it is a claim.
    pub label: Text,
    /// The claim, in quotation marks.
    pub claim: Text,
    /// What is true.
    pub truth: Labelled,
}

/// How long and how often something is done.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Dose {
    /// Hold in seconds, from and to; 0, 0 for a movement.
    pub hold_seconds: (u16, u16),
    /// Repeats, from and to.
    pub repeats: (u8, u8),
    /// Times a day, from and to.
    pub per_day: (u8, u8),
    /// Hold and repeats in words.
    pub text: Text,
}

/// A treatment applied to something.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Application {
    /// The method.
    #[serde(rename = "link", serialize_with = "as_link")]
    pub item: Item,
    /// The method's icon.
    pub icon: MethodIcon,
    /// What the method is called.
    pub name: Text,
    /// How long and how often.
    pub dose: Dose,
    /// What is particular here.
    pub how: Statement,
    /// How the method is done.
    pub practice: Practice,
}

/// How something is done, step by step.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Practice {
    /// What it needs, and how to hold oneself.
    pub facts: Vec<Fact>,
    /// The steps.
    pub steps: Vec<Text>,
    /// How much discomfort, how often a day: on one line.
    pub dose: Vec<Text>,
    /// Who must not, or where not.
    pub limits: Vec<Statement>,
}

/// How far a condition limits one treatment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Limit {
    /// The treatment.
    pub treatment: Text,
    /// How far.
    pub level: Level,
    /// The same in words.
    pub text: Text,
    /// In which way, where that is said.
    pub how: Option<Text>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Table {
    /// Headings; the first column names the row.
    pub columns: Vec<Text>,
    /// The rows.
    pub rows: Vec<TableRow>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TableRow {
    /// One text a column; empty where nothing is known.
    pub cells: Vec<Text>,
    /// Ids of sources.
    pub sources: Vec<String>,
    /// How far to trust it.
    pub confidence: Confidence,
}

/// Whether a section can be closed, and how it is at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fold {
    /// It cannot be closed.
    Never,
    /// It is open at first.
    Open,
    /// It is closed at first.
    Closed,
}

/// Blocks under a heading.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Section {
    /// What kind of section it is, the same in every document and language.
    pub id: &'static str,
    /// The heading.
    pub title: Text,
    /// A remark beside the heading.
    pub note: Option<Text>,
    /// Whether it can be closed.
    pub fold: Fold,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// A named entry of a longer list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// Its name.
    pub name: Text,
    /// What stands with the name.
    pub blocks: Vec<Block>,
    /// What follows.
    pub more: Vec<Block>,
}

/// What a hint is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HintKind {
    /// Peeling layers away.
    Peel,
    /// Pointing and selecting.
    Select,
    /// Searching.
    Search,
}

/// How to begin.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hint {
    /// What it is about.
    pub about: HintKind,
    /// In a word or two.
    pub title: Text,
    /// In a sentence.
    pub text: Text,
}

/// A mark on the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BodyMark {
    /// A zone of a pattern.
    Zone(ZoneKind),
    /// A trigger point's disc.
    Disc {
        /// It is selected.
        selected: bool,
    },
}

/// What a mark on the body means.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LegendMark {
    /// The mark.
    pub mark: BodyMark,
    /// What it means.
    pub text: Text,
}

fn as_link<S: Serializer>(item: &Item, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&item.link())
}

fn as_text<S: Serializer>(point: &PointId, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(point)
}
