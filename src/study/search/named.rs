//! What a text names: regions of the skin, a whole part of the body, or anything by one of its names. Unlike the
//! search, which ranks, this says what is meant, or that it is not clear.

use super::{SearchIndex, ask, entry::Entry, hit::Why};
use crate::{
    model::{facts::BodyPart, side::Side},
    study::search_words::Word,
};

/// A misspelt word is taken for a known one from this strength on: one or two wrong letters.
const SURE: f32 = 0.4;
/// Most hints that are given.
const MOST_HINTS: usize = 3;

/// Regions that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedPlace {
    /// Ids of the regions, in the order of the catalogue; none where there is no region of that part of the body.
    pub regions: Vec<String>,
    /// The parts of the body, where they were named as a whole.
    pub parts: Vec<BodyPart>,
    /// The side that the text names.
    pub side: Option<Side>,
    /// True where the text was not taken as it stood: misspelt, or a word for more than one region.
    pub guessed: bool,
}

/// Something called by a name: its kind and its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// As `myomap show` reads it before an id.
    pub kind: &'static str,
    /// Its id, without a side.
    pub id: String,
    /// Its name in the language of the index.
    pub title: String,
}

impl SearchIndex {
    /// The regions that a text names; hints where it names none: ids of regions, never one of another part of the
    /// body than the text speaks of.
    ///
    /// # Errors
    /// The hints, which may be none.
    pub fn place(&self, text: &str) -> Result<NamedPlace, Vec<String>> {
        let by_id = self.regions_where(|entry| entry.id.eq_ignore_ascii_case(text.trim()));
        if !by_id.is_empty() {
            return Ok(NamedPlace {
                regions: by_id,
                parts: Vec::new(),
                side: None,
                guessed: false,
            });
        }
        let cut = ask::cut(text, &self.query_words);
        let words = ask::joined(&cut.words, &self.vocabulary);
        let (stems, corrected) = self.stems_of_places(&words);
        let unknown = stems.iter().any(Option::is_none);
        let key = self
            .vocabulary
            .key_of_stems(stems.into_iter().flatten().collect());
        if !unknown && let Some((regions, parts)) = self.place_of(&key) {
            let guessed = corrected || regions.len() != 1;
            return Ok(NamedPlace {
                regions,
                parts,
                side: cut.side,
                guessed,
            });
        }
        Err(self.places_near(text, &key))
    }

    /// By name, as a part, by another name, by a name with a word that says little.
    fn place_of(&self, key: &[usize]) -> Option<(Vec<String>, Vec<BodyPart>)> {
        if key.is_empty() {
            return None;
        }
        let called = |entry: &Entry, why: Why, little_counts: bool| {
            let mut fields = entry.fields.iter().filter(|field| field.why == why);
            fields.any(|field| {
                let stems = field.words.iter().map(|word| self.vocabulary.stem(*word));
                let little = stems.clone().any(|stem| self.vocabulary.is_weak(stem));
                // "Point of the elbow" is not the elbow.
                let whole = !little_counts || !little || stems.count() == 1;
                whole && self.vocabulary.key(&field.words) == key
            })
        };
        let by_name = self.regions_where(|entry| called(entry, Why::Name, true));
        if !by_name.is_empty() {
            return Some((by_name, Vec::new()));
        }
        let parts = self.parts_of(|name| name == key);
        if !parts.is_empty() {
            let of_parts = self.regions_where(|x| x.part.is_some_and(|part| parts.contains(&part)));
            return Some((of_parts, parts));
        }
        let by_other = self.regions_where(|entry| called(entry, Why::OtherName, false));
        if !by_other.is_empty() {
            return Some((by_other, Vec::new()));
        }
        let nearly = self.regions_where(|entry| called(entry, Why::Name, false));
        (!nearly.is_empty()).then_some((nearly, Vec::new()))
    }

    fn regions_where(&self, is: impl Fn(&Entry) -> bool) -> Vec<String> {
        let regions = self.entries.iter().filter(|entry| entry.part.is_some());
        let meant = regions.filter(|entry| is(entry));
        meant.map(|entry| entry.id.clone()).collect()
    }

    fn parts_of(&self, is: impl Fn(&[usize]) -> bool) -> Vec<BodyPart> {
        let named = self.parts.iter().filter(|(_, name)| is(name));
        let mut parts: Vec<BodyPart> = named.map(|(part, _)| *part).collect();
        parts.sort_unstable();
        parts.dedup();
        parts
    }

    /// Regions that may be meant, of the parts that the text speaks of.
    fn places_near(&self, text: &str, key: &[usize]) -> Vec<String> {
        let parts = self.parts_of(|name| name.iter().all(|stem| key.contains(stem)));
        let near = self.regions(text).into_iter();
        let fits = |id: &&str| {
            let mut entries = self.entries.iter();
            let region = entries.find(|x| x.part.is_some() && x.id == *id);
            parts.is_empty()
                || region.is_some_and(|x| x.part.is_some_and(|part| parts.contains(&part)))
        };
        near.filter(fits)
            .take(MOST_HINTS)
            .map(str::to_owned)
            .collect()
    }

    /// What a text is the name of: several things where it is the name of each, as `erector spinae` is; none where
    /// it is no name. An id comes before the name, the name before other names. Misspellings are not forgiven.
    #[must_use]
    pub fn named(&self, text: &str) -> Vec<Named> {
        let cut = ask::cut(text, &self.query_words);
        let words = ask::joined(&cut.words, &self.vocabulary);
        let stems: Option<Vec<usize>> = (words.iter())
            .map(|word| self.vocabulary.stem_of(word))
            .collect();
        let Some(stems) = stems.filter(|stems| !stems.is_empty()) else {
            return Vec::new();
        };
        let key = self.vocabulary.key_of_stems(stems);
        for why in [Why::Id, Why::Name, Why::OtherName] {
            let called = self.entries.iter().filter(|entry| {
                let mut fields = entry.fields.iter().filter(|field| field.why == why);
                fields.any(|field| self.vocabulary.key(&field.words) == key)
            });
            let mut named: Vec<Named> = called
                .map(|entry| Named {
                    kind: entry.kind,
                    id: entry.id.clone(),
                    title: entry.title.clone(),
                })
                .collect();
            // A word for a muscle is a word for its parts and points too, but the muscle is meant.
            if named.iter().any(|x| x.kind == "muscle") {
                named.retain(|x| x.kind == "muscle");
            }
            if !named.is_empty() {
                return named;
            }
        }
        Vec::new()
    }

    /// The stems of some words; one that is not known is taken for the nearest in the name of a place. Says too whether
    /// any was.
    fn stems_of_places(&self, words: &[Word]) -> (Vec<Option<usize>>, bool) {
        let mut corrected = false;
        let stems = words.iter().map(|word| {
            if let Some(stem) = self.vocabulary.stem_of(word) {
                return Some(stem);
            }
            let all = self.vocabulary.words().iter().enumerate();
            let near = all
                .filter(|(at, _)| self.of_places[self.vocabulary.stem(*at)])
                .map(|(at, other)| (word.misspells(other), at))
                .filter(|(strength, _)| *strength >= SURE)
                .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
            corrected |= near.is_some();
            near.map(|(_, at)| self.vocabulary.stem(at))
        });
        let stems = stems.collect();
        (stems, corrected)
    }
}
