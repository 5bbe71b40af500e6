//! Finds muscles, points, regions, stretches, methods, bones, sections of the library and
//! warning signs by any of their names, by symptoms, nerves, attachments and actions, with misspellings, on a side.
//!
//! How results are ranked:
//! 1. A query is folded (lower case, no accents) and cut into words; `left` and `right`
//!    are taken out and set the side of what is found. Words that say nothing (`when`, `my`) are left out, words that
//!    say little (`pain`, `sore`) count less, and so do words that stand in many entries.
//! 2. A word fits one of the index whole (1), in another form (0.95), as its beginning (0.75 to 0.95), or misspelt: by
//!    Damerau-Levenshtein distance, one fault in four letters, two from seven, three from
//!    eleven (0.7 less 0.12 a fault). A word that is known is not taken for a misspelling, and hardly for a beginning.
//! 3. A match counts by where it stands: name and id 1, other names 0.9, what it belongs to and its nerve 0.5,
//!    attachments, actions and warning questions 0.4, what it feels like 0.35, other text 0.25. See [`Why`].
//! 4. Entries are ranked by how much of the query stands in them. None has to have all of it; what has less than
//!    two fifths of what the best one has is left out. Words that nothing has are not counted at all.
//! 5. An entry whose name is matched whole is lifted, so `trapezius` finds the muscle before the points in it; so is
//!    one with much of the query in one sentence. A warning sign is lifted above all when it is called by name, or
//!    by words that warning signs alone have.
//! 6. Stretches, methods and warning signs count nine tenths, what is read a little less, bones seven tenths. Equal
//!    scores stay in the order of the catalogue.
//!
//! Not done here: ranking of points by painted pain, which is `locate`.

mod ask;
mod body;
mod builder;
mod entry;
mod hit;
mod named;
mod reading;
mod score;
mod vocabulary;

pub use hit::{Group, Hit, Place, Why};
pub use named::{Named, NamedPlace};

use self::{
    builder::Builder,
    entry::{Entry, Target},
    score::{Fit, fit},
    vocabulary::Vocabulary,
};
use super::{query_words::QueryWords, search_words::fold};
use crate::model::{catalog::Catalog, facts::BodyPart, language::Language, side::Side};
use std::collections::{BTreeMap, BTreeSet};

/// Most results of one group.
const MOST_OF_A_GROUP: usize = 6;
/// Results that stand above the groups.
const BEST: usize = 3;
/// What has less than this of what the best one has of the query is left out.
const LEAST_OF_BEST: f32 = 0.4;
/// A word stands in too many entries to be one of warning signs alone when more than one entry of so many has it.
const SIGNS_ONE_IN: usize = 20;

/// An index over a whole catalogue. Building it takes some milliseconds; keep it.
#[derive(Clone, Debug, Default)]
pub struct SearchIndex {
    entries: Vec<Entry>,
    vocabulary: Vocabulary,
    query_words: QueryWords,
    /// For each stem, in how many entries it stands.
    spread: Vec<usize>,
    /// For each stem: it stands in warning signs, and in no name of a place, a muscle, a point or a bone.
    warning: Vec<bool>,
    /// For each stem: it stands in a name of a region, or of a part of the body.
    of_places: Vec<bool>,
    /// Names of parts of the body, as keys of the vocabulary.
    parts: Vec<(BodyPart, Vec<usize>)>,
}

/// What was found, as it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arranged {
    /// The best of all, best first; of warning signs, conditions and no-go areas one.
    pub best: Vec<Hit>,
    /// The others under their groups, the group with the best of them first.
    pub groups: Vec<(Group, Vec<Hit>)>,
}

impl Arranged {
    /// Puts hits, best first, into the order in which they are shown.
    #[must_use]
    pub fn of(hits: Vec<Hit>) -> Self {
        let (mut best, mut others): (Vec<Hit>, Vec<Hit>) = (Vec::new(), Vec::new());
        for hit in hits {
            // One warning sign stands for all of them, and leaves room for what else may be meant.
            let another = hit.group == Group::Safety
                && best.iter().any(|other: &Hit| other.group == Group::Safety);
            if best.len() < BEST && !another {
                best.push(hit);
            } else {
                others.push(hit);
            }
        }
        let mut groups: Vec<(Group, Vec<Hit>)> = Vec::new();
        for hit in others {
            match groups.iter_mut().find(|(group, _)| *group == hit.group) {
                Some((_, of_group)) => of_group.push(hit),
                None => groups.push((hit.group, vec![hit])),
            }
        }
        Self { best, groups }
    }

    /// All of them in the order in which they are shown.
    pub fn in_order(&self) -> impl Iterator<Item = &Hit> {
        let grouped = self.groups.iter().flat_map(|(_, hits)| hits);
        self.best.iter().chain(grouped)
    }
}

impl SearchIndex {
    /// Reads everything that can be found out of a catalogue, under its names in a language;
    /// English names and texts are found as well.
    #[must_use]
    pub fn in_language(catalog: &Catalog, language: Language, query_words: QueryWords) -> Self {
        let mut builder = Builder {
            catalog,
            language,
            query_words: &query_words,
            entries: Vec::new(),
            vocabulary: Vocabulary::default(),
        };
        body::add(&mut builder);
        reading::add(&mut builder);
        let Builder {
            entries,
            mut vocabulary,
            ..
        } = builder;
        let parts: Vec<(BodyPart, Vec<usize>)> = (query_words.parts())
            .map(|(part, name)| {
                let words = vocabulary.read(name, &query_words);
                (part, vocabulary.key(&words))
            })
            .collect();
        let stems = vocabulary.stems();
        let mut index = Self {
            entries,
            vocabulary,
            query_words,
            spread: vec![0; stems],
            warning: vec![false; stems],
            of_places: vec![false; stems],
            parts,
        };
        index.count();
        index
    }

    /// Works out what is kept for each stem.
    fn count(&mut self) {
        let mut elsewhere = vec![false; self.spread.len()];
        for (_, name) in &self.parts {
            for &stem in name {
                self.of_places[stem] = true;
                elsewhere[stem] = true;
            }
        }
        for entry in &self.entries {
            let mut here = BTreeSet::new();
            for field in &entry.fields {
                let stems = field.words.iter().map(|word| self.vocabulary.stem(*word));
                for stem in stems {
                    here.insert(stem);
                    self.warning[stem] |= entry.kind == "red_flag";
                    self.of_places[stem] |= field.why.names() && entry.part.is_some();
                    let of_body = !matches!(entry.group, Group::Safety | Group::Library);
                    elsewhere[stem] |= field.why.names() && of_body;
                }
            }
            for stem in here {
                self.spread[stem] += 1;
            }
        }
        let most = self.entries.len() / SIGNS_ONE_IN;
        for (stem, warning) in self.warning.iter_mut().enumerate() {
            let common = self.spread[stem] > most || self.vocabulary.is_weak(stem);
            *warning &= !elsewhere[stem] && !common;
        }
    }

    /// What a query finds, best first, at most six of a group. `side` is taken where the
    /// query names none; for the midline it is read as left.
    #[must_use]
    pub fn search(&self, query: &str, side: Side) -> Vec<Hit> {
        let cut = ask::cut(query, &self.query_words);
        let side = match cut.side.unwrap_or(side) {
            Side::Midline => Side::Left,
            side => side,
        };
        let asked = self.ask(&cut.words);
        let mut taken: BTreeMap<Group, usize> = BTreeMap::new();
        let mut found = self.ranked(&asked, |_| true);
        found.retain(|(_, entry)| {
            let taken = taken.entry(entry.group).or_default();
            *taken += 1;
            *taken <= MOST_OF_A_GROUP
        });
        let hits = found.into_iter().map(|(fit, entry)| {
            let by = fit.by.or(entry.fields.first());
            let says = by.filter(|by| by.why != Why::Name && by.why != Why::Id);
            let says = says.filter(|by| fold(&by.says) != fold(&entry.title));
            Hit {
                item: entry.target.on(side),
                group: entry.group,
                kind: entry.kind,
                id: entry.id.clone(),
                title: entry.title.clone(),
                place: entry.place.clone(),
                matched: ask::matched(&entry.title, &asked, &self.vocabulary),
                why: by.map_or(Why::Name, |by| by.why),
                because: says.map(|by| by.says.clone()),
                score: fit.score,
            }
        });
        hits.collect()
    }

    /// The ids of everything that can be found.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.id.as_str())
    }

    /// The regions that a text speaks of, by their ids, best first; none where it is empty or nothing fits.
    #[must_use]
    pub fn regions(&self, query: &str) -> Vec<&str> {
        let cut = ask::cut(query, &self.query_words);
        let asked = self.ask(&cut.words);
        let found = self.ranked(&asked, |entry| {
            matches!(entry.target, Target::Region { .. })
        });
        found
            .into_iter()
            .map(|(_, entry)| entry.id.as_str())
            .collect()
    }

    fn ask(&self, words: &[String]) -> Vec<ask::Asked> {
        ask::ask(words, &self.vocabulary, &self.spread, self.entries.len())
    }

    /// The entries of some kind that fit, best first.
    fn ranked(
        &self,
        asked: &[ask::Asked],
        of_kind: impl Fn(&Entry) -> bool,
    ) -> Vec<(Fit<'_>, &Entry)> {
        let entries = self.entries.iter().filter(|entry| of_kind(entry));
        let mut found: Vec<(Fit<'_>, &Entry)> = entries
            .filter_map(|entry| {
                let fit = fit(entry, asked, &self.vocabulary, &self.warning)?;
                Some((fit, entry))
            })
            .collect();
        let most = found.iter().map(|(fit, _)| fit.share).fold(0.0, f32::max);
        found.retain(|(fit, _)| fit.share >= LEAST_OF_BEST * most);
        // Stable, so that equal scores keep the order of the catalogue.
        found.sort_by(|a, b| b.0.score.total_cmp(&a.0.score));
        found
    }
}
