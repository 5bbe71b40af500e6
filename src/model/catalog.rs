//! The facts, checked: everything that is sound in a set of data files.
//!
//! Whatever is in a [`Catalog`] can be relied on: every id it refers to is there, every text
//! is written, every number is in its range. What is not sound is left out, entry by entry,
//! and told in the [`Report`]. No file access: files come in as texts.
//!
//! Look-ups are in `look_up`, the places of faults in `place_of_fault`.

mod look_up;
mod place_of_fault;

pub use super::check::outline::Step;
pub use place_of_fault::{fault_at, fault_at_id};

use super::{
    check::{
        self, Problem,
        kind::{Kind, REQUIRED},
        outline::{Node, outline},
        parse::{Content, DataFile, FormFault, Reading},
    },
    closest::quoted,
    facts,
    language::Language,
    names::LocalNames,
    report::{Fault, Report},
    texts::LocalTexts,
};
use place_of_fault::{Lines, fault_at_start};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Rounds of leaving out what refers to something left out. Each round leaves out at least
/// one entry; real faults need two or three.
const MOST_ROUNDS: usize = 20;
/// Faults of meaning whose places are looked up; the report keeps fewer.
const MOST_TOLD: usize = 5000;

/// Validated facts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalog {
    /// Landmarks, left and midline.
    pub landmarks: Vec<facts::Landmark>,
    /// Regions of the skin.
    pub regions: Vec<facts::Region>,
    /// Sources.
    pub sources: Vec<facts::Source>,
    /// Muscles by id.
    pub muscles: Vec<facts::Muscle>,
    /// Bones and fasciae, by file and in the file's order.
    pub bones: Vec<facts::Bone>,
    /// Self-treatment methods.
    pub methods: Vec<facts::Method>,
    /// Stretches and exercises.
    pub stretches: Vec<facts::Stretch>,
    /// What holds for every treatment.
    pub protocol: facts::Protocol,
    /// What therapists do.
    pub techniques: Vec<facts::Technique>,
    /// Treatments and stretches in an order.
    pub programmes: Vec<facts::Programme>,
    /// How often and how long, over weeks and months.
    pub plans: Vec<facts::Plan>,
    /// What to ask and look at.
    pub assessment: Vec<facts::AssessmentItem>,
    /// How far movements go.
    pub range_of_motion: Vec<facts::RangeOfMotionTest>,
    /// How often active points were found.
    pub prevalence: Vec<facts::Prevalence>,
    /// Whom to call in an emergency.
    pub emergency_numbers: Vec<facts::EmergencyNumber>,
    /// Warning signs and their exits.
    pub red_flags: facts::RedFlags,
    /// Conditions and what they forbid.
    pub contraindications: Vec<facts::Contraindication>,
    /// Where no tool belongs.
    pub no_go_areas: Vec<facts::NoGoArea>,
    /// Chapters of the library in reading order.
    pub chapters: Vec<facts::Chapter>,
    /// Shapes by structure id.
    pub shapes: BTreeMap<String, facts::Shape>,
    /// Names in other languages.
    pub names: LocalNames,
    /// Texts in other languages.
    pub texts: LocalTexts,
    /// What the interface says in languages that a pack brings: Fluent texts.
    pub interface: BTreeMap<Language, Vec<String>>,
}

/// Reads and checks a set of files (path relative to the data folder with `/`, text).
/// The catalogue holds everything that is sound, the report every fault.
pub fn load(files: &BTreeMap<String, String>) -> (Catalog, Report) {
    load_pack(&BTreeMap::new(), files)
}

/// Reads and checks a set of files with a pack laid over it: a file of the same path replaces, a new one adds.
/// A file of the pack of which nothing is of use does not replace: the one below it is used. Of two entries with
/// one id in different files the one below the pack is kept.
pub fn load_pack(
    below: &BTreeMap<String, String>,
    pack: &BTreeMap<String, String>,
) -> (Catalog, Report) {
    let mut faults = Vec::new();
    let mut causes = Vec::new();
    let mut left_out = BTreeSet::new();
    let mut files = below.clone();
    files.extend(pack.iter().map(|(path, text)| (path.clone(), text.clone())));
    let files = &files;
    for path in REQUIRED {
        if !files.contains_key(path) {
            let what = "the file is missing";
            faults.push(fault_at_start(path, what, "every data set has one"));
        }
    }
    let mut sound = Vec::new();
    // Reading is most of the work, and each file is read on its own.
    let readings: Vec<_> = files
        .par_iter()
        .map(|(path, text)| read(path, text, pack.contains_key(path)))
        .collect();
    for ((path, text), reading) in files.iter().zip(readings) {
        match reading {
            Some(reading) => {
                let lines = Lines::of(text);
                let told = reading.faults.into_iter().map(|fault| {
                    let FormFault { byte, what, hint } = fault;
                    lines.fault(path, byte, what, hint)
                });
                if reading.file.is_some() {
                    faults.extend(told);
                } else {
                    causes.extend(told);
                }
                left_out.extend(reading.left_out);
                sound.extend(reading.file.or_else(|| file_below(path, below, pack)));
            }
            None => faults.push(fault_at_start(
                path,
                format!("{} is no place for data", quoted(path)),
                "use muscles/, bones/, fascia/, shapes/, library/, locale/, or a name that data/ has",
            )),
        }
    }
    for round in 0.. {
        let problems = check::check(&sound, &left_out);
        if round == 0 {
            faults.extend(in_words(&problems, &sound, below, pack));
        }
        if !problems.iter().any(|problem| !problem.usable) {
            break;
        }
        let mut whole = leave_out(&problems, &mut sound, &mut left_out, round >= MOST_ROUNDS);
        whole.retain(|file| file.from_pack);
        sound.extend(
            whole
                .iter()
                .filter_map(|file| file_below(file.path, below, pack)),
        );
        // Files are checked and told in the order of their paths.
        sound.sort_by_key(|file| file.path);
    }
    (assemble(sound), Report::led_by(causes, faults))
}

fn read<'a>(path: &'a str, text: &str, from_pack: bool) -> Option<Reading<'a>> {
    Kind::of(path).map(|kind| check::parse::read(path, kind, text, from_pack))
}

/// The file that a useless one of a pack was to replace.
fn file_below<'a>(
    path: &'a str,
    below: &BTreeMap<String, String>,
    pack: &BTreeMap<String, String>,
) -> Option<DataFile<'a>> {
    let text = below.get(path).filter(|_| pack.contains_key(path))?;
    read(path, text, false)?.file
}

/// The outlines of the files that have problems; most have none.
fn outlines(problems: &[Problem], files: &[DataFile<'_>]) -> BTreeMap<usize, Option<Node>> {
    let mut outlines = BTreeMap::new();
    for problem in problems {
        outlines
            .entry(problem.file)
            .or_insert_with(|| files.get(problem.file).and_then(|file| outline(&file.text)));
    }
    outlines
}

fn byte_of(problem: &Problem, file: &DataFile<'_>, outline: Option<&Node>) -> usize {
    outline.map_or(0, |node| node.find(&file.text, &problem.path).span.start)
}

fn in_words(
    problems: &[Problem],
    sound: &[DataFile<'_>],
    below: &BTreeMap<String, String>,
    pack: &BTreeMap<String, String>,
) -> Vec<Fault> {
    let outlines = outlines(problems, sound);
    let mut lines: BTreeMap<usize, Lines<'_>> = BTreeMap::new();
    let mut faults = Vec::new();
    let told = problems.iter().filter(|problem| !problem.what.is_empty());
    for problem in told.take(MOST_TOLD) {
        let Some(file) = sound.get(problem.file) else {
            continue;
        };
        let texts = if file.from_pack { pack } else { below };
        let original = texts.get(file.path).map_or("", String::as_str);
        let outline = outlines.get(&problem.file).and_then(Option::as_ref);
        let byte = byte_of(problem, file, outline);
        let lines = lines
            .entry(problem.file)
            .or_insert_with(|| Lines::of(original));
        faults.push(lines.fault(file.path, byte, problem.what.clone(), problem.hint.clone()));
    }
    faults
}

/// Leaves out the entries with problems; whole files where `whole` says so. Gives back the files of which nothing
/// is left.
fn leave_out<'a>(
    problems: &[Problem],
    sound: &mut Vec<DataFile<'a>>,
    left_out: &mut BTreeSet<String>,
    whole: bool,
) -> Vec<DataFile<'a>> {
    let outlines = outlines(problems, sound);
    let mut bytes: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for problem in problems.iter().filter(|problem| !problem.usable) {
        if let Some(file) = sound.get(problem.file) {
            let outline = outlines.get(&problem.file).and_then(Option::as_ref);
            let of_file = bytes.entry(problem.file).or_default();
            of_file.push(byte_of(problem, file, outline));
        }
    }
    let (mut kept, mut gone) = (Vec::new(), Vec::new());
    for (number, mut file) in std::mem::take(sound).into_iter().enumerate() {
        let faulty = bytes.get(&number);
        if faulty.is_none_or(|bytes| !whole && file.leave_out(bytes, left_out)) {
            kept.push(file);
        } else {
            gone.push(file);
        }
    }
    *sound = kept;
    gone
}

fn assemble(files: Vec<DataFile<'_>>) -> Catalog {
    let mut catalog = Catalog::default();
    let mut local_texts: BTreeMap<Language, Vec<facts::LocalText>> = BTreeMap::new();
    for file in files {
        match file.content {
            Content::Landmarks(all) => catalog.landmarks = all,
            Content::Regions(all) => catalog.regions = all,
            Content::Sources(all) => catalog.sources = all,
            Content::Methods(all) => catalog.methods = all,
            Content::Stretches(all) => catalog.stretches = all,
            Content::Protocol(protocol) => catalog.protocol = protocol,
            Content::RedFlags(red_flags) => catalog.red_flags = red_flags,
            Content::Contraindications(all) => catalog.contraindications = all,
            Content::NoGoAreas(all) => catalog.no_go_areas = all,
            Content::Chapter(chapter) => catalog.chapters.push(*chapter),
            Content::Techniques(all) => catalog.techniques = all,
            Content::Programmes(all) => catalog.programmes = all,
            Content::Plans(all) => catalog.plans = all,
            Content::Assessment(all) => catalog.assessment = all,
            Content::RangeOfMotion(all) => catalog.range_of_motion = all,
            Content::Prevalence(all) => catalog.prevalence = all,
            Content::EmergencyNumbers(all) => catalog.emergency_numbers = all,
            Content::Names(language, kind, all) => catalog.names.add(language, kind, all),
            Content::Texts(language, all) => local_texts.entry(language).or_default().extend(all),
            Content::Interface(language, text) => {
                catalog.interface.entry(language).or_default().push(text)
            }
            Content::Bones(all) => catalog.bones.extend(all),
            Content::Muscle(muscle) => catalog.muscles.push(*muscle),
            Content::Shape(shape) => {
                catalog.shapes.insert(shape.structure.clone(), *shape);
            }
        }
    }
    // Files come by name; of chapters with one place the name decides.
    catalog.chapters.sort_by_key(|chapter| chapter.order);
    // Who reads English alone needs not walk through all texts.
    if !local_texts.is_empty() {
        catalog.texts = LocalTexts::of(&catalog.all_texts(), local_texts);
    }
    catalog
}
