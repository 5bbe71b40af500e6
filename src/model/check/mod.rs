//! The checks that turn the shape of the data into facts: one file for each kind of entry.
//!
//! `parse` reads the files and finds faults of form; the other modules look at the meaning.
//! A fault names the path of the value at fault, and `outline` finds the path in the text.

mod bones;
pub(super) mod kind;
mod known;
mod library;
mod muscles;
mod names;
pub(crate) mod outline;
pub(super) mod parse;
mod places;
mod safety;
mod self_care;
mod shapes;
pub(crate) mod syntax;
mod treatments;
mod vocabulary;

pub(super) use known::SKIN;

use super::{
    closest::{closest, quoted},
    facts::{Confidence, SourceKind},
};
use known::Known;
use outline::Step;
use parse::{Content, DataFile};
use std::collections::BTreeSet;

/// Longest id.
const LONGEST_ID: usize = 80;
/// Longest text of one field, in characters.
const LONGEST_TEXT: usize = 4000;
/// Faults for which the nearest known id is looked up.
const MOST_HINTS: usize = 500;

/// Known ids compared for these in all; a sound data set has two hundred of a kind.
const MOST_COMPARED: usize = 100_000;

/// Something wrong with the meaning of a file.
pub(super) struct Problem {
    /// Number of the file among those checked.
    pub file: usize,
    /// Where in it.
    pub path: Vec<Step>,
    /// What is wrong; empty where it only follows from a fault told elsewhere.
    pub what: String,
    /// What to do.
    pub hint: String,
    /// The entry is still of use.
    pub usable: bool,
}

/// Checks the files against each other.
pub(super) fn check(files: &[DataFile<'_>], left_out: &BTreeSet<String>) -> Vec<Problem> {
    let known = Known::of(files);
    let mut checker = Checker {
        known: &known,
        left_out,
        file: 0,
        seen: BTreeSet::new(),
        problems: Vec::new(),
        compared: 0,
    };
    for number in by_right_to_their_ids(files) {
        let Some(file) = files.get(number) else {
            continue;
        };
        checker.file = number;
        match &file.content {
            Content::Landmarks(all) => checker.landmarks(all),
            Content::Regions(all) => checker.regions(all),
            Content::Sources(all) => checker.sources_file(all),
            Content::Bones(all) => checker.bones(all),
            Content::Muscle(muscle) => checker.muscle(file.path, muscle),
            Content::Shape(shape) => checker.shape(file.path, shape),
            Content::Methods(all) => checker.methods(all),
            Content::Stretches(all) => checker.stretches(all),
            Content::Protocol(protocol) => checker.protocol(protocol),
            Content::RedFlags(red_flags) => checker.red_flags(red_flags),
            Content::Contraindications(all) => checker.contraindications(all),
            Content::NoGoAreas(all) => checker.no_go_areas(all),
            Content::Chapter(chapter) => checker.chapter(file.path, chapter),
            Content::Techniques(all) => checker.techniques(all),
            Content::Programmes(all) => checker.programmes(all),
            Content::Plans(all) => checker.plans(all),
            Content::Assessment(all) => checker.assessment(all),
            Content::RangeOfMotion(all) => checker.range_of_motion(all),
            Content::Prevalence(all) => checker.prevalence(all),
            Content::EmergencyNumbers(all) => checker.emergency_numbers(all),
            Content::Names(_, kind, all) => checker.local_names(*kind, all),
            Content::Texts(_, all) => checker.local_texts(all),
            Content::Interface(..) => {}
        }
    }
    checker.room(files);
    checker.problems
}

/// The numbers of the files in the order in which they are asked for their ids, of which the first keeps one that
/// two have: a file that is called as its entry before a stray copy of it, and the data that a pack is laid over
/// before the pack.
fn by_right_to_their_ids(files: &[DataFile<'_>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..files.len()).collect();
    order.sort_by_key(|number| {
        files
            .get(*number)
            .map(|file| (!file.is_named_like_its_entry(), file.from_pack))
    });
    order
}

/// A place in a file on the way down to a value.
#[derive(Clone, Copy)]
struct Spot<'a> {
    above: Option<&'a Spot<'a>>,
    step: Option<Step>,
}

impl<'a> Spot<'a> {
    const FILE: Spot<'static> = Spot {
        above: None,
        step: None,
    };

    fn field(&'a self, name: &'static str) -> Spot<'a> {
        Spot {
            above: Some(self),
            step: Some(Step::Field(name)),
        }
    }

    fn at(&'a self, index: usize) -> Spot<'a> {
        Spot {
            above: Some(self),
            step: Some(Step::Index(index)),
        }
    }

    fn path(&self) -> Vec<Step> {
        let mut path = self.above.map_or_else(Vec::new, Spot::path);
        path.extend(self.step);
        path
    }
}

struct Checker<'a> {
    known: &'a Known<'a>,
    left_out: &'a BTreeSet<String>,
    file: usize,
    /// Ids met so far, by the kind of thing that must not share them.
    seen: BTreeSet<(&'static str, &'a str)>,
    problems: Vec<Problem>,
    /// Known ids compared with unknown ones so far.
    compared: usize,
}

impl<'a> Checker<'a> {
    fn fault(&mut self, spot: &Spot<'_>, what: impl Into<String>, hint: impl Into<String>) {
        self.problems.push(Problem {
            file: self.file,
            path: spot.path(),
            what: what.into(),
            hint: hint.into(),
            usable: false,
        });
    }

    /// A fault that does not make its entry unfit.
    fn flaw(&mut self, spot: &Spot<'_>, what: impl Into<String>, hint: impl Into<String>) {
        self.fault(spot, what, hint);
        if let Some(problem) = self.problems.last_mut() {
            problem.usable = true;
        }
    }

    /// A text that a person reads.
    fn text(&mut self, spot: &Spot<'_>, text: &str) {
        if text.trim().is_empty() {
            self.fault(
                spot,
                "the text is empty",
                "write it, or leave the entry out",
            );
        } else if text.chars().nth(LONGEST_TEXT).is_some() {
            self.fault(
                spot,
                format!("the text is longer than {LONGEST_TEXT} characters"),
                "split it",
            );
        } else if text.chars().any(|c| c.is_control() && c != '\n') {
            self.fault(spot, "the text has a control character", "remove it");
        }
    }

    fn texts(&mut self, spot: &Spot<'_>, texts: &[String]) {
        for (i, text) in texts.iter().enumerate() {
            self.text(&spot.at(i), text);
        }
    }

    /// An id of a thing's own: its form, and that nothing else of its kind has it.
    fn own_id(&mut self, spot: &Spot<'_>, kind: &'static str, id: &'a str) {
        let sound = id
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b));
        if id.is_empty() || !sound || id.starts_with('.') || id.ends_with('.') || id.contains("..")
        {
            self.fault(
                spot,
                format!("{} is not an id", quoted(id)),
                "use letters, digits, '.', '_' and '-'",
            );
        } else if id.len() > LONGEST_ID {
            self.fault(
                spot,
                format!("the id {} is too long", quoted(id)),
                format!("at most {LONGEST_ID} characters"),
            );
        } else if id.ends_with(".left") || id.ends_with(".right") {
            self.fault(
                spot,
                format!("the id {} names a side", quoted(id)),
                "leave the side out: the right side is made from the left",
            );
        } else if !self.seen.insert((kind, id)) {
            self.fault(
                spot,
                format!("there are two {kind}s {}", quoted(id)),
                "give each its own id",
            );
        }
    }

    /// A reference to something by its id.
    fn refers(&mut self, spot: &Spot<'_>, kind: &'static str, id: &str) {
        let known = self.known.ids(kind);
        if known.contains(id) {
            return;
        }
        if self.left_out.contains(id) || self.known.unread.contains(kind) {
            // What it refers to has a fault of its own, which is told there.
            self.fault(spot, "", "");
            return;
        }
        // Looking for the nearest is slow, and nobody reads the thousandth hint.
        let few = self.problems.len() < MOST_HINTS && self.compared < MOST_COMPARED;
        if few {
            self.compared += known.len();
        }
        let hint = match closest(id, known.iter().copied().filter(|_| few)) {
            Some(meant) => format!("did you mean {}?", quoted(meant)),
            None => {
                let listed = match kind {
                    "part" => "structures".to_owned(),
                    "stretch" => "stretches".to_owned(),
                    "muscle or part" => "muscles".to_owned(),
                    kind => format!("{kind}s"),
                };
                format!("`myomap list {listed}` lists them")
            }
        };
        self.fault(spot, format!("there is no {kind} {}", quoted(id)), hint);
    }

    fn all_refer(&mut self, spot: &Spot<'_>, kind: &'static str, ids: &[String]) {
        let mut before = BTreeSet::new();
        for (i, id) in ids.iter().enumerate() {
            self.refers(&spot.at(i), kind, id);
            if !before.insert(id) {
                self.flaw(
                    &spot.at(i),
                    format!("{} is named twice", quoted(id)),
                    "name it once",
                );
            }
        }
    }

    /// The sources of a statement: at least one, and each in `sources.ron`.
    fn sources(&mut self, spot: &Spot<'_>, sources: &[String]) {
        if sources.is_empty() {
            self.fault(
                spot,
                "there is no source",
                "name at least one id of sources.ron",
            );
        }
        self.all_refer(spot, "source", sources);
    }

    fn statement(&mut self, spot: &Spot<'_>, statement: &super::facts::Statement) {
        self.text(&spot.field("text"), &statement.text);
        self.sources(&spot.field("sources"), &statement.sources);
        self.mark(
            &spot.field("confidence"),
            statement.confidence,
            &statement.sources,
        );
    }

    /// What popular articles alone say is never confirmed.
    fn mark(&mut self, spot: &Spot<'_>, confidence: Confidence, sources: &[String]) {
        let weak = |id: &String| {
            let kind = self.known.source_kinds.get(id.as_str());
            kind.is_some_and(|kind| matches!(kind, SourceKind::Article | SourceKind::Own))
        };
        let weak = !sources.is_empty() && sources.iter().all(weak);
        if confidence == Confidence::Confirmed && weak {
            self.flaw(
                spot,
                "confirmed by nothing but popular articles or ourselves",
                "name a better source, or mark it popular or convention",
            );
        }
    }

    fn statements(&mut self, spot: &Spot<'_>, statements: &[super::facts::Statement]) {
        for (i, statement) in statements.iter().enumerate() {
            self.statement(&spot.at(i), statement);
        }
    }

    /// A number within a range; one that is not a number is outside of any.
    fn number(&mut self, spot: &Spot<'_>, number: f32, least: f32, most: f32, unit: &str) {
        if !(least..=most).contains(&number) {
            self.fault(
                spot,
                format!("{number} is out of range"),
                format!("it is {least} to {most}{unit}"),
            );
        }
    }

    /// A range written (from, to).
    fn range(&mut self, spot: &Spot<'_>, (from, to): (u16, u16), least: u16, most: u16) {
        if from > to {
            self.fault(
                spot,
                format!("the range ({from}, {to}) goes backwards"),
                "write the smaller number first",
            );
        } else if from < least || to > most {
            self.fault(
                spot,
                format!("({from}, {to}) is out of range"),
                format!("both are {least} to {most}"),
            );
        }
    }

    /// The name of a file that must be that of its entry.
    fn named_like_file(&mut self, spot: &Spot<'_>, path: &str, id: &str) {
        let name = path
            .rsplit('/')
            .next()
            .and_then(|name| name.strip_suffix(".ron"));
        if name != Some(id) {
            self.fault(
                spot,
                format!("the id {} is not the file's name", quoted(id)),
                format!("name the file {id}.ron, or change the id"),
            );
        }
    }
}
