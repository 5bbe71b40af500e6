//! Finds muscles, points, regions, stretches, methods, bones, sections of the library and
//! warning signs by any of their names, by symptoms, with misspellings, on a side.
//!
//! How results are ranked:
//! 1. A query is folded (lower case, no accents) and cut into words; `left` and `right`
//!    are taken out and set the side of what is found.
//! 2. Every word of the query must match a word of the entry (of four or more words one
//!    may miss). A word matches whole (1), as a beginning (0.75 to 0.95), or misspelt: by
//!    Damerau-Levenshtein distance, one fault in four letters, two from seven, three from
//!    eleven (0.7 less 0.12 a fault).
//! 3. A match counts by where it stands: name 1, id and abbreviation 1, Latin and synonyms
//!    0.9, what it belongs to 0.5, symptoms and extent 0.3.
//! 4. Stretches, methods and what is read in the library count nine tenths, bones seven
//!    tenths.
//! 5. An entry whose name or synonym is matched whole is lifted, so `trapezius` finds the
//!    muscle before the points in it. The score is the mean over the words plus that lift;
//!    equal scores stay in the order of the catalogue.
//!
//! Not done here: ranking of points by painted pain, which is `locate`.

mod reading;

use super::{
    query_words::QueryWords,
    search_words::{Matcher, fold, words},
};
use crate::model::{
    catalog::Catalog,
    facts::Names,
    ids::{Item, PointId, RegionId, StructureId},
    language::Language,
    names::Named,
    side::Side,
};
use std::{collections::BTreeMap, ops::Range};

/// Longest query that is looked at, in characters; the rest is ignored.
const LONGEST_QUERY: usize = 80;
/// Most results of one group.
const MOST_OF_A_GROUP: usize = 6;

/// Weights of the places a match can stand in; see the module's words.
mod weight {
    pub const NAME: f32 = 1.0;
    pub const ID: f32 = 1.0;
    pub const SYNONYM: f32 = 0.9;
    pub const BELONGS: f32 = 0.5;
    pub const TEXT: f32 = 0.3;
}

/// What kind of thing was found; also the heading it stands under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Trigger points.
    Points,
    /// Muscles and their parts.
    Muscles,
    /// Regions of the skin.
    Regions,
    /// Stretches and exercises.
    Stretches,
    /// Self-treatment methods.
    Methods,
    /// Bones.
    Bones,
    /// Warning signs, conditions and no-go areas.
    Safety,
    /// Sections of the library.
    Library,
}

impl Group {
    /// What people look for most comes first where names are alike: `trapezuis` is the
    /// muscle, then its points, and only then the bone trapezium.
    fn importance(self) -> f32 {
        match self {
            Self::Muscles | Self::Points | Self::Regions => 1.0,
            Self::Stretches | Self::Methods | Self::Safety | Self::Library => 0.9,
            Self::Bones => 0.7,
        }
    }
}

/// Something found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// What to select.
    pub item: Item,
    /// What kind it is.
    pub group: Group,
    /// Its name.
    pub title: String,
    /// What it is or belongs to.
    pub place: Place,
    /// Byte ranges of the title that matched.
    pub matched: Vec<Range<usize>>,
    /// The other name by which it was found, where that is not the title.
    pub because: Option<String>,
    /// How well it fits; larger is better.
    pub score: f32,
}

/// What something found is, or what it belongs to; names are in the language of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A whole muscle.
    Muscle,
    /// A part of the muscle of this name.
    PartOf(String),
    /// The trigger point of this code in the muscle of this name.
    PointOf(String, String),
    /// A region of the skin.
    Region,
    /// A stretch or exercise.
    Stretch,
    /// A self-treatment method.
    Method,
    /// A bone.
    Bone,
    /// A section of the library's chapter of this name.
    Section(String),
    /// A warning sign.
    RedFlag,
    /// A condition under which not everything is allowed.
    Contraindication,
    /// Where no tool belongs.
    NoGoArea,
}

#[derive(Clone, Debug)]
enum Target {
    Structure { base: String, paired: bool },
    Point(String),
    Region { code: String, midline: bool },
    Stretch(String),
    Method(String),
    Section(String),
}

impl Target {
    fn on(&self, side: Side) -> Item {
        let if_paired = |paired: bool| if paired { side } else { Side::Midline };
        match self {
            Self::Structure { base, paired } => {
                Item::Structure(StructureId::new(base.clone(), if_paired(*paired)))
            }
            Self::Point(code) => Item::Point(PointId::new(code.clone(), side)),
            Self::Region { code, midline } => {
                Item::Region(RegionId::new(code.clone(), if_paired(!midline)))
            }
            Self::Stretch(id) => Item::Stretch(id.clone()),
            Self::Method(id) => Item::Method(id.clone()),
            Self::Section(id) => Item::Section(id.clone()),
        }
    }
}

#[derive(Clone, Debug)]
struct Field {
    says: String,
    weight: f32,
    /// Places in the vocabulary, one a word.
    words: Vec<usize>,
}

#[derive(Clone, Debug)]
struct Entry {
    target: Target,
    group: Group,
    title: String,
    place: Place,
    fields: Vec<Field>,
}

/// An index over a whole catalogue. Building it takes a few milliseconds; keep it.
#[derive(Clone, Debug, Default)]
pub struct SearchIndex {
    entries: Vec<Entry>,
    vocabulary: Vec<String>,
    query_words: QueryWords,
}

struct Builder<'a> {
    catalog: &'a Catalog,
    language: Language,
    entries: Vec<Entry>,
    known: BTreeMap<String, usize>,
}

impl<'a> Builder<'a> {
    /// A text of the data, in the language of the index where it is translated.
    fn said<'s>(&self, english: &'s str) -> &'s str
    where
        'a: 's,
    {
        let catalog: &'a Catalog = self.catalog;
        catalog.texts.get(self.language, english).unwrap_or(english)
    }

    /// An entry under its name in the language of the index, found by its English name too.
    fn entry<T: Named>(&mut self, target: Target, group: Group, thing: &T, place: Place) -> usize {
        let title = self.catalog.names.name(self.language, thing);
        self.entries.push(Entry {
            target,
            group,
            title: title.to_owned(),
            place,
            fields: Vec::new(),
        });
        let at = self.entries.len() - 1;
        self.add(at, weight::NAME, title);
        if title != thing.english() {
            self.add(at, weight::SYNONYM, thing.english());
        }
        self.local_synonyms(at, weight::SYNONYM, thing);
        at
    }

    /// Every name of something that an entry belongs to.
    fn belongs<T: Named>(&mut self, entry: usize, weight: f32, to: &T) {
        let name = self.catalog.names.name(self.language, to);
        self.add(entry, weight, name);
        if name != to.english() {
            self.add(entry, weight, to.english());
        }
        self.local_synonyms(entry, weight, to);
    }

    fn local_synonyms<T: Named>(&mut self, entry: usize, weight: f32, thing: &T) {
        if let Some(local) = self.catalog.names.entry(self.language, thing) {
            for synonym in &local.synonyms {
                self.add(entry, weight, synonym);
            }
        }
    }

    fn add(&mut self, entry: usize, weight: f32, says: &str) {
        let words: Vec<usize> = words(says)
            .map(|(_, word)| {
                let next = self.known.len();
                *self.known.entry(word).or_insert(next)
            })
            .collect();
        if !words.is_empty() {
            self.entries[entry].fields.push(Field {
                says: says.to_owned(),
                weight,
                words,
            });
        }
    }

    fn names(&mut self, entry: usize, names: &Names) {
        self.add(entry, weight::SYNONYM, &names.latin);
        for synonym in &names.synonyms {
            self.add(entry, weight::SYNONYM, synonym);
        }
    }

    /// An id as it is written and, for codes, without its separators: `TRA-1` and `TRA1`.
    fn id(&mut self, entry: usize, id: &str) {
        self.add(entry, weight::ID, id);
        let joined: String = id.chars().filter(|c| c.is_alphanumeric()).collect();
        if id.contains('-') {
            self.add(entry, weight::ID, &joined);
        }
    }
}

impl SearchIndex {
    /// Reads everything that can be found out of a catalogue, in English.
    #[must_use]
    pub fn new(catalog: &Catalog) -> Self {
        Self::in_language(catalog, Language::ENGLISH, QueryWords::default())
    }

    /// Reads everything that can be found out of a catalogue, under its names in a language;
    /// English names and texts are found as well.
    #[must_use]
    pub fn in_language(catalog: &Catalog, language: Language, query_words: QueryWords) -> Self {
        let mut builder = Builder {
            catalog,
            language,
            entries: Vec::new(),
            known: BTreeMap::new(),
        };
        muscles(&mut builder, catalog);
        for region in &catalog.regions {
            let target = Target::Region {
                code: region.id.clone(),
                midline: region.midline,
            };
            let at = builder.entry(target, Group::Regions, region, Place::Region);
            builder.id(at, &region.id);
            for synonym in &region.synonyms {
                builder.add(at, weight::SYNONYM, synonym);
            }
            builder.add(at, weight::TEXT, &region.extent);
        }
        for stretch in &catalog.stretches {
            let target = Target::Stretch(stretch.id.clone());
            let at = builder.entry(target, Group::Stretches, stretch, Place::Stretch);
            builder.id(at, &stretch.id);
            for synonym in &stretch.synonyms {
                builder.add(at, weight::SYNONYM, synonym);
            }
        }
        for method in &catalog.methods {
            let target = Target::Method(method.id.clone());
            let at = builder.entry(target, Group::Methods, method, Place::Method);
            builder.id(at, &method.id);
            builder.add(at, weight::BELONGS, &method.tool);
        }
        for bone in &catalog.bones {
            let target = Target::Structure {
                base: bone.id.clone(),
                paired: bone.paired,
            };
            let at = builder.entry(target, Group::Bones, bone, Place::Bone);
            builder.id(at, &bone.id);
            builder.names(at, &bone.names);
        }
        reading::add(&mut builder, catalog);
        let mut vocabulary = vec![String::new(); builder.known.len()];
        for (word, at) in builder.known {
            vocabulary[at] = word;
        }
        Self {
            entries: builder.entries,
            vocabulary,
            query_words,
        }
    }

    /// What a query finds, best first, at most six of a group. `side` is taken where the
    /// query names none; for the midline it is read as left.
    #[must_use]
    pub fn search(&self, query: &str, side: Side) -> Vec<Hit> {
        let query: String = query.chars().take(LONGEST_QUERY).collect();
        let (words, named) = self.query_words.cut(&query);
        if words.is_empty() {
            return Vec::new();
        }
        let side = match named.unwrap_or(side) {
            Side::Midline => Side::Left,
            side => side,
        };
        let matchers: Vec<Matcher> = words.iter().map(|word| Matcher::new(word)).collect();
        let strengths: Vec<Vec<f32>> = matchers
            .iter()
            .map(|matcher| {
                self.vocabulary
                    .iter()
                    .map(|word| matcher.strength(word))
                    .collect()
            })
            .collect();
        let mut found: Vec<(f32, &Entry, Option<&Field>)> = self
            .entries
            .iter()
            .filter_map(|entry| {
                let (score, field) = score(entry, &strengths)?;
                Some((score, entry, field))
            })
            .collect();
        // Stable, so that equal scores keep the order of the catalogue.
        found.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut taken: BTreeMap<Group, usize> = BTreeMap::new();
        found
            .into_iter()
            .filter(|(_, entry, _)| {
                let taken = taken.entry(entry.group).or_default();
                *taken += 1;
                *taken <= MOST_OF_A_GROUP
            })
            .map(|(score, entry, field)| Hit {
                item: entry.target.on(side),
                group: entry.group,
                title: entry.title.clone(),
                place: entry.place.clone(),
                matched: matched(&entry.title, &matchers),
                because: field.map(|field| field.says.clone()),
                score,
            })
            .collect()
    }

    /// The regions that a text names, by their ids, best first; none where it is empty or nothing fits.
    #[must_use]
    pub fn regions(&self, query: &str) -> Vec<&str> {
        let query: String = query.chars().take(LONGEST_QUERY).collect();
        let (words, _) = self.query_words.cut(&query);
        let matchers: Vec<Matcher> = words.iter().map(|word| Matcher::new(word)).collect();
        let strengths: Vec<Vec<f32>> = (matchers.iter())
            .map(|matcher| {
                let words = self.vocabulary.iter();
                words.map(|word| matcher.strength(word)).collect()
            })
            .collect();
        let mut found: Vec<(f32, &str)> = (self.entries.iter())
            .filter_map(|entry| {
                let Target::Region { code, .. } = &entry.target else {
                    return None;
                };
                let (score, _) = score(entry, &strengths)?;
                Some((score, code.as_str()))
            })
            .filter(|_| !words.is_empty())
            .collect();
        found.sort_by(|a, b| b.0.total_cmp(&a.0));
        found.into_iter().map(|(_, code)| code).collect()
    }
}

fn muscles(builder: &mut Builder<'_>, catalog: &Catalog) {
    for muscle in &catalog.muscles {
        let name = catalog.names.name(builder.language, muscle).to_owned();
        let whole = Target::Structure {
            base: muscle.id.clone(),
            paired: true,
        };
        let at = builder.entry(whole, Group::Muscles, muscle, Place::Muscle);
        builder.id(at, &muscle.code);
        builder.names(at, &muscle.names);
        for says in &muscle.feels_like {
            builder.add(at, weight::TEXT, &says.text);
        }
        if muscle.parts.len() > 1 {
            for part in &muscle.parts {
                let target = Target::Structure {
                    base: part.id.clone(),
                    paired: true,
                };
                let place = Place::PartOf(name.clone());
                let at = builder.entry(target, Group::Muscles, part, place);
                builder.id(at, &part.id);
                builder.names(at, &part.names);
                builder.belongs(at, weight::BELONGS, muscle);
            }
        }
        for point in &muscle.points {
            let target = Target::Point(point.id.clone());
            let place = Place::PointOf(point.id.clone(), name.clone());
            let at = builder.entry(target, Group::Points, point, place);
            builder.id(at, &point.id);
            builder.add(at, weight::SYNONYM, &point.alias);
            builder.belongs(at, weight::BELONGS, muscle);
            builder.add(at, weight::BELONGS, &muscle.names.latin);
            for synonym in &muscle.names.synonyms {
                builder.add(at, weight::BELONGS, synonym);
            }
            for (zone, weight) in [
                (&point.essential, weight::BELONGS),
                (&point.spillover, weight::TEXT),
            ] {
                builder.add(at, weight, &zone.text);
                for code in zone.regions.iter().chain(&zone.opposite) {
                    if let Some(region) = catalog.region(code) {
                        builder.belongs(at, weight, region);
                        for synonym in &region.synonyms {
                            builder.add(at, weight, synonym);
                        }
                    }
                }
            }
        }
    }
}

/// Score of an entry, and the field other than the title that was matched best, if that
/// was what found it.
fn score<'a>(entry: &'a Entry, strengths: &[Vec<f32>]) -> Option<(f32, Option<&'a Field>)> {
    let mut sum = 0.0;
    let mut missed = 0;
    for strength in strengths {
        let best = entry
            .fields
            .iter()
            .map(|field| {
                let best = field.words.iter().map(|&word| strength[word]);
                field.weight * best.fold(0.0, f32::max)
            })
            .fold(0.0, f32::max);
        if best <= 0.0 {
            missed += 1;
        }
        sum += best;
    }
    if missed > usize::from(strengths.len() >= 4) {
        return None;
    }
    let mut lift = 0.0;
    let mut by: Option<usize> = None;
    for (at, field) in entry.fields.iter().enumerate() {
        // Text is read, not named: having all of it matched says little.
        if field.weight <= weight::TEXT {
            continue;
        }
        let hit = field.words.iter().map(|&word| {
            let best = strengths.iter().map(|strength| strength[word]);
            best.fold(0.0, f32::max)
        });
        let covered = hit.sum::<f32>() / field.words.len() as f32;
        let asked = strengths
            .iter()
            .filter(|strength| field.words.iter().any(|&word| strength[word] > 0.0));
        let answered = asked.count() as f32 / strengths.len() as f32;
        let this = field.weight * covered * answered;
        if this > lift + 1e-4 {
            lift = this;
            by = Some(at);
        }
    }
    let because = by
        .filter(|&at| at > 0)
        .map(|at| &entry.fields[at])
        .filter(|field| field.weight == weight::SYNONYM && fold(&field.says) != fold(&entry.title));
    let score = sum / strengths.len() as f32 + lift;
    Some((score * entry.group.importance(), because))
}

fn matched(title: &str, matchers: &[Matcher]) -> Vec<Range<usize>> {
    words(title)
        .filter(|(_, word)| matchers.iter().any(|matcher| matcher.strength(word) > 0.0))
        .map(|(range, _)| range)
        .collect()
}
