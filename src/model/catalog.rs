//! The facts, checked: everything that is sound in a set of data files.
//!
//! Whatever is in a [`Catalog`] can be relied on: every id it refers to is there, every text
//! is written, every number is in its range. What is not sound is left out, entry by entry,
//! and told in the [`Report`]. No file access: files come in as texts.

pub use super::check::outline::Step;
use super::{
    check::{
        self, Problem,
        outline::{Node, outline},
        parse::{Content, DataFile, FormFault, Kind, REQUIRED, Reading},
    },
    closest::quoted,
    facts,
    ids::{Item, StructureId},
    language::Language,
    names::LocalNames,
    report::{Fault, Report},
    side::Side,
    texts::{self, Addressed, LocalTexts},
};

use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Rounds of leaving out what refers to something left out. Each round leaves out at least
/// one entry; real faults need two or three.
const MOST_ROUNDS: usize = 20;
/// Faults of meaning whose places are looked up; the report keeps fewer.
const MOST_TOLD: usize = 5000;
/// Columns counted: a file of one endless line must not cost its length for every fault.
const FURTHEST_COLUMN: usize = 100_000;

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
    /// Bones, by file and in the file's order.
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
                "use muscles/, bones/, shapes/, library/, locale/, or a name that data/ has",
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

/// A fault of a value in a file, found by its path; at the start of the file where it is not there.
pub fn fault_at(
    files: &BTreeMap<String, String>,
    file: &str,
    path: &[Step],
    what: String,
    hint: &str,
) -> Fault {
    let text = files.get(file).map_or("", String::as_str);
    let byte = outline(text).map_or(0, |node| node.find(text, path).span.start);
    Lines::of(text).fault(file, byte, what, hint.to_owned())
}

/// A fault of the entry that has an id, in a file; at the start of the file where there is none.
pub fn fault_at_id(
    files: &BTreeMap<String, String>,
    file: &str,
    id: &str,
    what: String,
    hint: &str,
) -> Fault {
    let text = files.get(file).map_or("", String::as_str);
    let written = format!("\"{id}\"");
    let byte = text
        .match_indices(&written)
        .map(|(byte, _)| byte)
        .find(|byte| text[..*byte].trim_end().ends_with("id:"));
    Lines::of(text).fault(file, byte.unwrap_or(0), what, hint.to_owned())
}

fn fault_at_start(path: &str, what: impl Into<String>, hint: &str) -> Fault {
    Fault {
        file: path.to_owned(),
        line: 1,
        column: 1,
        what: what.into(),
        hint: hint.to_owned(),
    }
}

/// Where the lines of a text begin.
struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        let after = text.match_indices('\n').map(|(byte, _)| byte + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(after).collect(),
        }
    }

    fn fault(&self, file: &str, byte: usize, what: String, hint: String) -> Fault {
        let line = self.starts.partition_point(|start| *start <= byte);
        let start = self
            .starts
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or(0);
        let before = self.text.get(start..byte).unwrap_or_default();
        Fault {
            file: file.to_owned(),
            line: line.max(1),
            column: before.chars().take(FURTHEST_COLUMN).count() + 1,
            what,
            hint,
        }
    }
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

impl Catalog {
    /// The muscle of an id, e.g. `trapezius`.
    pub fn muscle(&self, id: &str) -> Option<&facts::Muscle> {
        self.muscles.iter().find(|muscle| muscle.id == id)
    }

    /// The part of a structure id without its side, and its muscle.
    pub fn part(&self, base: &str) -> Option<(&facts::Muscle, &facts::Part)> {
        self.parts().find(|(_, part)| part.id == base)
    }

    /// The bodies that an id stands for: a muscle of several parts is its parts.
    pub fn bodies_of(&self, id: &StructureId) -> Vec<StructureId> {
        match self
            .muscle(&id.base)
            .filter(|_| self.part(&id.base).is_none())
        {
            Some(muscle) => (muscle.parts.iter())
                .map(|part| StructureId::new(&part.id, id.side))
                .collect(),
            None => vec![id.clone()],
        }
    }

    /// The trigger point of a code, e.g. `TRA-1`, and its muscle.
    pub fn point(&self, code: &str) -> Option<(&facts::Muscle, &facts::TriggerPoint)> {
        self.points().find(|(_, point)| point.id == code)
    }

    /// The bone of a structure id without its side.
    pub fn bone(&self, base: &str) -> Option<&facts::Bone> {
        self.bones.iter().find(|bone| bone.id == base)
    }

    /// The region of a code, e.g. `temple`.
    pub fn region(&self, code: &str) -> Option<&facts::Region> {
        self.regions.iter().find(|region| region.id == code)
    }

    /// The source of an id.
    pub fn source(&self, id: &str) -> Option<&facts::Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The self-treatment method of an id.
    pub fn method(&self, id: &str) -> Option<&facts::Method> {
        self.methods.iter().find(|method| method.id == id)
    }

    /// The stretch or exercise of an id.
    pub fn stretch(&self, id: &str) -> Option<&facts::Stretch> {
        self.stretches.iter().find(|stretch| stretch.id == id)
    }

    /// Every text of the data that can be translated, with its address, in the order of the files.
    #[must_use]
    pub fn all_texts(&self) -> Vec<Addressed> {
        let mut list = Vec::new();
        texts::add(&mut list, "safety/red_flags", &self.red_flags);
        texts::add(
            &mut list,
            "safety/emergency_numbers",
            &self.emergency_numbers,
        );
        texts::add(&mut list, "treatments/protocol", &self.protocol);
        texts::add(
            &mut list,
            "safety/contraindications",
            &self.contraindications,
        );
        texts::add(&mut list, "safety/no_go_areas", &self.no_go_areas);
        texts::add(&mut list, "treatments/methods", &self.methods);
        texts::add(&mut list, "treatments/stretches", &self.stretches);
        texts::add(&mut list, "treatments/techniques", &self.techniques);
        texts::add(&mut list, "self_care/programmes", &self.programmes);
        texts::add(&mut list, "self_care/plans", &self.plans);
        texts::add(&mut list, "self_care/assessment", &self.assessment);
        texts::add(
            &mut list,
            "self_care/range_of_motion",
            &self.range_of_motion,
        );
        texts::add(&mut list, "prevalence", &self.prevalence);
        texts::add(&mut list, "library", &self.chapters);
        texts::add(&mut list, "muscles", &self.muscles);
        texts::add(&mut list, "regions", &self.regions);
        list
    }

    /// The technique of an id, e.g. `swedish`.
    pub fn technique(&self, id: &str) -> Option<&facts::Technique> {
        self.techniques.iter().find(|technique| technique.id == id)
    }

    /// The programme of an id, e.g. `desk_break`.
    pub fn programme(&self, id: &str) -> Option<&facts::Programme> {
        self.programmes.iter().find(|programme| programme.id == id)
    }

    /// The plan of an id.
    pub fn plan(&self, id: &str) -> Option<&facts::Plan> {
        self.plans.iter().find(|plan| plan.id == id)
    }

    /// The item of the assessment of an id.
    pub fn assessment_item(&self, id: &str) -> Option<&facts::AssessmentItem> {
        self.assessment.iter().find(|item| item.id == id)
    }

    /// The test of range of motion of an id.
    pub fn range_of_motion_test(&self, id: &str) -> Option<&facts::RangeOfMotionTest> {
        self.range_of_motion.iter().find(|test| test.id == id)
    }

    /// The rule of the protocol of an id, e.g. `neck`.
    pub fn rule(&self, id: &str) -> Option<&facts::Rule> {
        self.protocol.rules.iter().find(|rule| rule.id == id)
    }

    /// The highest discomfort of 10 for a treatment of a point: the lowest that the method, the treatment itself, the
    /// cautions about the point and the rules of its muscle allow.
    pub fn max_discomfort(
        &self,
        muscle: &facts::Muscle,
        point: &facts::TriggerPoint,
        application: &facts::Application,
        method: &facts::Method,
    ) -> u8 {
        let cautions = muscle
            .cautions
            .iter()
            .filter(|caution| caution.is_about(point));
        let cautions = cautions.filter_map(|caution| caution.max_discomfort);
        let rules = self
            .rules(&muscle.rules)
            .filter_map(|rule| rule.max_discomfort);
        let limits = cautions.chain(rules).chain(application.max_discomfort);
        limits.fold(method.max_discomfort, u8::min)
    }

    /// The rules of some ids, in their order.
    pub fn rules<'a>(&'a self, ids: &'a [String]) -> impl Iterator<Item = &'a facts::Rule> {
        ids.iter().filter_map(|id| self.rule(id))
    }

    /// The warning signs to ask of a person with pain in some regions, in the order of the data: those that concern
    /// one of the regions, and those that are always asked.
    pub fn red_flags_for<'a>(&'a self, regions: &[&str]) -> Vec<&'a facts::RedFlag> {
        let flags = self.red_flags().iter();
        flags
            .filter(|flag| flag.is_asked_for(regions.iter().copied()))
            .collect()
    }

    /// The warning signs in the order in which to ask, each with its exit.
    pub fn red_flags(&self) -> &[facts::RedFlag] {
        &self.red_flags.flags
    }

    /// The warning sign of an id, e.g. `RF04`.
    pub fn red_flag(&self, id: &str) -> Option<&facts::RedFlag> {
        self.red_flags().iter().find(|flag| flag.id == id)
    }

    /// What an exit is called and tells to do; nothing where the data lacks it.
    pub fn urgency_words(&self, exit: facts::Urgency) -> Option<&facts::UrgencyWords> {
        self.red_flags.exits.iter().find(|words| words.exit == exit)
    }

    /// The condition of an id, e.g. `blood_thinners`.
    pub fn contraindication(&self, id: &str) -> Option<&facts::Contraindication> {
        self.contraindications.iter().find(|row| row.id == id)
    }

    /// The no-go area of an id, e.g. `collarbone_hollow`.
    pub fn no_go_area(&self, id: &str) -> Option<&facts::NoGoArea> {
        self.no_go_areas.iter().find(|area| area.id == id)
    }

    /// The no-go areas of a method, in the order of the data.
    pub fn no_go_areas_of(&self, method: &str) -> impl Iterator<Item = &facts::NoGoArea> {
        self.no_go_areas
            .iter()
            .filter(move |area| area.methods.iter().any(|id| id == method))
    }

    /// The landmark of an id.
    pub fn landmark(&self, id: &str) -> Option<&facts::Landmark> {
        self.landmarks.iter().find(|landmark| landmark.id == id)
    }

    /// Every part with its muscle, by muscle id.
    pub fn parts(&self) -> impl Iterator<Item = (&facts::Muscle, &facts::Part)> {
        self.muscles
            .iter()
            .flat_map(|muscle| muscle.parts.iter().map(move |part| (muscle, part)))
    }

    /// Every trigger point with its muscle, by muscle id.
    pub fn points(&self) -> impl Iterator<Item = (&facts::Muscle, &facts::TriggerPoint)> {
        self.muscles
            .iter()
            .flat_map(|muscle| muscle.points.iter().map(move |point| (muscle, point)))
    }

    /// True for a structure without a left and a right: midline bones and the skin.
    /// Nothing for a base id that is not known.
    pub fn is_midline(&self, base: &str) -> Option<bool> {
        if base == check::SKIN {
            return Some(true);
        }
        if self.part(base).is_some() || self.muscle(base).is_some() {
            return Some(false);
        }
        self.bone(base).map(|bone| !bone.paired)
    }

    /// True for an item that is there, on a side that it has.
    pub fn has(&self, item: &Item) -> bool {
        match item {
            Item::Structure(id) => self
                .is_midline(&id.base)
                .is_some_and(|midline| midline == (id.side == Side::Midline)),
            Item::Point(id) => self.point(&id.code).is_some() && id.side != Side::Midline,
            Item::Region(id) => self
                .region(&id.code)
                .is_some_and(|region| region.midline == (id.side == Side::Midline)),
            Item::Stretch(id) => self.stretch(id).is_some(),
            Item::Method(id) => self.method(id).is_some(),
            Item::Section(id) => self.section(id).is_some(),
        }
    }
}
