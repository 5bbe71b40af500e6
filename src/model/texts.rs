//! The texts of the data in other languages.
//!
//! Every text has an address: the file it is of, the ids of the entries around it, the names of the fields, e.g.
//! `safety/red_flags/RF04/question` or `muscles/trapezius/points/TRA-1/find`; what has no id of its own goes by its
//! place in the list, from 1. `locale/<language>/texts/*.ron` hold translations by address, each with the mark of the
//! English text it was made from. A translation whose English has changed is stale and not used: the English text
//! stands in for it, for each statement by itself. One that only moved is found by its mark.
//!
//! Not here: names of muscles, points, regions, bones, methods and stretches ([`super::names`]).

use super::{facts::LocalText, language::Language};
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Fields that hold texts for people: one text, or a list of them.
const TEXT_FIELDS: [&str; 40] = [
    "about",
    "action",
    "action_terms",
    "alias",
    "among",
    "asks",
    "cells",
    "claim",
    "columns",
    "elsewhere",
    "extent",
    "for_whom",
    "found_by",
    "from",
    "highest_means",
    "how",
    "layer_note",
    "limits",
    "lowest_means",
    "measure",
    "movement",
    "name",
    "nerve",
    "not_for",
    "pain",
    "position",
    "pressure",
    "purpose",
    "question",
    "says",
    "steps",
    "strokes",
    "suspected",
    "synonyms",
    "text",
    "title",
    "to",
    "tool",
    "topic",
    "without",
];
/// Entries of these lists have their names, and words for the search, in files of names.
const NAMED: [&str; 6] = [
    "muscles",
    "parts",
    "points",
    "treatments/methods",
    "treatments/stretches",
    "regions",
];

/// The mark of an English text: eight hexadecimal digits.
#[must_use]
pub fn mark(english: &str) -> String {
    format!("{:08x}", crc32fast::hash(english.as_bytes()))
}

/// A text of the data and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Addressed {
    /// Its address.
    pub at: String,
    /// The English text.
    pub english: String,
}

/// Adds the texts of some facts, which stand in the file or folder `root`.
pub(super) fn add<T: Serialize>(list: &mut Vec<Addressed>, root: &str, of: &T) {
    // The facts are plain: there is nothing in them that JSON cannot say.
    if let Ok(value) = serde_json::to_value(of) {
        walk(list, root, &value, NAMED.contains(&root));
    }
}

/// Adds the texts of a value and what is in it. `named`: its entries have names of their own files.
fn walk(list: &mut Vec<Addressed>, at: &str, value: &Value, named: bool) {
    match value {
        Value::Array(all) => {
            for (number, value) in all.iter().enumerate() {
                let id = value.get("id").or_else(|| value.get("country"));
                let own = id.and_then(Value::as_str);
                let at = match own {
                    Some(id) => format!("{at}/{id}"),
                    None => format!("{at}/{}", number + 1),
                };
                walk(list, &at, value, named);
            }
        }
        Value::Object(fields) => {
            for (field, value) in fields {
                if named && matches!(field.as_str(), "name" | "synonyms") || field == "names" {
                    continue;
                }
                // A statement's own text needs no name.
                let at = match field.as_str() {
                    "text" => at.to_owned(),
                    field => format!("{at}/{field}"),
                };
                if TEXT_FIELDS.contains(&field.as_str()) {
                    texts(list, &at, value);
                }
                walk(list, &at, value, NAMED.contains(&field.as_str()));
            }
        }
        _ => {}
    }
}

fn texts(list: &mut Vec<Addressed>, at: &str, value: &Value) {
    let mut text = |at: String, english: &str| {
        if !english.is_empty() {
            list.push(Addressed {
                at,
                english: english.to_owned(),
            });
        }
    };
    match value {
        Value::String(english) => text(at.to_owned(), english),
        Value::Array(all) => {
            for (number, value) in all.iter().enumerate() {
                if let Value::String(english) = value {
                    text(format!("{at}/{}", number + 1), english);
                }
            }
        }
        _ => {}
    }
}

/// Translations by language and English text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LocalTexts {
    by_language: BTreeMap<Language, HashMap<String, String>>,
    /// Addresses of translations whose English is another one now, or gone.
    stale: BTreeMap<Language, Vec<String>>,
    /// Languages that lack no text.
    complete: BTreeSet<Language>,
}

impl LocalTexts {
    /// The translations that belong to some texts.
    #[must_use]
    pub fn of(all: &[Addressed], texts: BTreeMap<Language, Vec<LocalText>>) -> Self {
        let mut local = Self::default();
        let by_address: HashMap<&str, &str> = all
            .iter()
            .map(|x| (x.at.as_str(), x.english.as_str()))
            .collect();
        // A text that moved within its file keeps its translation.
        let by_mark: HashMap<(String, &str), &str> = (all.iter())
            .map(|x| ((mark(&x.english), file_of(&x.at)), x.english.as_str()))
            .collect();
        for (language, texts) in texts {
            let known = local.by_language.entry(language).or_default();
            for text in texts {
                let there = by_address.get(text.at.as_str()).copied();
                let there = there.filter(|english| mark(english) == text.of);
                let moved = || by_mark.get(&(text.of.clone(), file_of(&text.at))).copied();
                match there.or_else(moved) {
                    Some(english) => {
                        known.insert(english.to_owned(), text.says);
                    }
                    None => local.stale.entry(language).or_default().push(text.at),
                }
            }
            if all.iter().all(|text| known.contains_key(&text.english)) {
                local.complete.insert(language);
            }
        }
        local
    }

    /// True where a language lacks no text; English never does.
    #[must_use]
    pub fn is_complete(&self, language: Language) -> bool {
        language == Language::ENGLISH || self.complete.contains(&language)
    }

    /// The languages there are texts in, by their tags.
    pub fn languages(&self) -> impl Iterator<Item = Language> {
        self.by_language.keys().copied()
    }

    /// What an English text of the data is in a language; none where it is not translated.
    #[must_use]
    pub fn get(&self, language: Language, english: &str) -> Option<&str> {
        self.by_language
            .get(&language)?
            .get(english)
            .map(String::as_str)
    }

    /// Addresses of translations in a language that are not used, since their English has changed or is gone.
    #[must_use]
    pub fn stale(&self, language: Language) -> &[String] {
        self.stale.get(&language).map_or(&[], Vec::as_slice)
    }

    /// The texts that a language lacks, each text once, at its first address.
    #[must_use]
    pub fn missing(&self, mut all: Vec<Addressed>, language: Language) -> Vec<Addressed> {
        let mut before = BTreeSet::new();
        all.retain(|x| {
            self.get(language, &x.english).is_none() && before.insert(x.english.clone())
        });
        all
    }
}

/// The file of an address: its first two steps.
fn file_of(at: &str) -> &str {
    let end = at
        .match_indices('/')
        .nth(1)
        .map_or(at.len(), |(byte, _)| byte);
    at.get(..end).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        catalog::Catalog,
        facts::{Chapter, Section},
    };

    fn catalog(says: &[&str]) -> Catalog {
        let statement = |text: &&str| {
            ron::from_str(&format!(
                "(text: {text:?}, sources: [], confidence: textbook)"
            ))
        };
        let section = Section {
            id: "warmth".into(),
            name: "Warmth".into(),
            says: says
                .iter()
                .filter_map(|text| statement(text).ok())
                .collect(),
            ..Section::default()
        };
        let chapter = Chapter {
            id: "book".into(),
            order: 1,
            name: "Book".into(),
            about: String::new(),
            sections: vec![section],
        };
        Catalog {
            chapters: vec![chapter],
            ..Catalog::default()
        }
    }

    fn spanish() -> Language {
        "es".parse().unwrap()
    }

    fn texts(all: &[(&str, &str, &str)]) -> BTreeMap<Language, Vec<LocalText>> {
        let text = |(at, english, says): &(&str, &str, &str)| LocalText {
            at: (*at).into(),
            of: mark(english),
            says: (*says).into(),
        };
        BTreeMap::from([(spanish(), all.iter().map(text).collect())])
    }

    const FIRST: &str = "library/book/sections/warmth/says/1";

    #[test]
    fn every_text_has_an_address() {
        let all = catalog(&["Warm it.", "Not too long."]).all_texts();
        let at: Vec<&str> = all.iter().map(|x| x.at.as_str()).collect();
        for address in [
            FIRST,
            "library/book/sections/warmth/says/2",
            "library/book/name",
            "library/book/sections/warmth/name",
        ] {
            assert!(at.contains(&address), "{address} in {at:?}");
        }
        assert_eq!(at.len(), 4, "{at:?}");
    }

    #[test]
    fn a_translation_is_used_as_long_as_its_english_stays() {
        let of = |says: &[&str], english| {
            let catalog = catalog(says);
            let local = LocalTexts::of(
                &catalog.all_texts(),
                texts(&[(FIRST, english, "Caliéntalo.")]),
            );
            let found = local.get(spanish(), says[0]).map(str::to_owned);
            (
                found,
                local.stale(spanish()).len(),
                local.missing(catalog.all_texts(), spanish()).len(),
            )
        };
        assert_eq!(
            of(&["Warm it."], "Warm it."),
            (Some("Caliéntalo.".into()), 0, 2)
        );
        assert_eq!(of(&["Cool it."], "Warm it."), (None, 1, 3));
    }

    #[test]
    fn a_text_that_moved_keeps_its_translation() {
        let catalog = catalog(&["A new one.", "Warm it."]);
        let local = LocalTexts::of(
            &catalog.all_texts(),
            texts(&[(FIRST, "Warm it.", "Caliéntalo.")]),
        );
        assert_eq!(local.get(spanish(), "Warm it."), Some("Caliéntalo."));
        assert_eq!(local.get(spanish(), "A new one."), None);
        assert!(local.stale(spanish()).is_empty());
    }
}
