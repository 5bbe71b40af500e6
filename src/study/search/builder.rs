//! Puts an index together: what everything that is added to it shares.

use super::{
    entry::{Entry, Field, Target},
    hit::{Group, Place, Why},
    vocabulary::Vocabulary,
};
use crate::{
    model::{catalog::Catalog, facts::Names, language::Language, names::Named},
    study::query_words::QueryWords,
};

/// An index in the making.
pub(super) struct Builder<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) language: Language,
    pub(super) query_words: &'a QueryWords,
    pub(super) entries: Vec<Entry>,
    pub(super) vocabulary: Vocabulary,
}

/// What is the same for every entry of a kind.
pub(super) struct Of {
    pub(super) group: Group,
    pub(super) kind: &'static str,
    pub(super) place: Place,
}

impl<'a> Builder<'a> {
    /// A text of the data, in the language of the index where it is translated.
    pub(super) fn said<'s>(&self, english: &'s str) -> &'s str
    where
        'a: 's,
    {
        let catalog: &'a Catalog = self.catalog;
        catalog.texts.get(self.language, english).unwrap_or(english)
    }

    /// An entry of a title that is found by nothing as yet.
    pub(super) fn bare(&mut self, target: Target, of: Of, id: &str, title: &str) -> usize {
        self.entries.push(Entry {
            target,
            group: of.group,
            kind: of.kind,
            id: id.to_owned(),
            title: title.to_owned(),
            place: of.place,
            part: None,
            fields: Vec::new(),
        });
        self.entries.len() - 1
    }

    /// An entry under its name in the language of the index, found by its English name too, and by its id.
    pub(super) fn entry<T: Named>(&mut self, target: Target, of: Of, thing: &T) -> usize {
        let title = self.catalog.names.name(self.language, thing).to_owned();
        let at = self.bare(target, of, thing.id(), &title);
        self.add(at, Why::Name, &title);
        if title != thing.english() {
            self.add(at, Why::OtherName, thing.english());
        }
        self.local_synonyms(at, Why::OtherName, thing);
        self.id(at, thing.id());
        at
    }

    /// Every name of something that an entry belongs to.
    pub(super) fn belongs<T: Named>(&mut self, entry: usize, why: Why, to: &T) {
        let name = self.catalog.names.name(self.language, to);
        self.add(entry, why, name);
        if name != to.english() {
            self.add(entry, why, to.english());
        }
        self.local_synonyms(entry, why, to);
    }

    fn local_synonyms<T: Named>(&mut self, entry: usize, why: Why, thing: &T) {
        if let Some(local) = self.catalog.names.entry(self.language, thing) {
            for synonym in &local.synonyms {
                self.add(entry, why, synonym);
            }
        }
    }

    /// Adds a text by which an entry is found.
    pub(super) fn add(&mut self, entry: usize, why: Why, says: &str) {
        let words = self.vocabulary.read(says, self.query_words);
        if !words.is_empty() {
            self.entries[entry].fields.push(Field {
                says: says.to_owned(),
                why,
                words,
            });
        }
    }

    /// Adds a text in the language of the index, and in English.
    pub(super) fn both(&mut self, at: usize, why: Why, english: &str) {
        let said = self.said(english).to_owned();
        self.add(at, why, &said);
        if said != english {
            self.add(at, why, english);
        }
    }

    /// Adds several texts in the language of the index, and in English.
    pub(super) fn all<S: AsRef<str>>(&mut self, at: usize, why: Why, english: &[S]) {
        for english in english {
            self.both(at, why, english.as_ref());
        }
    }

    /// Adds English names of an entry whose local ones stand in a file of names.
    pub(super) fn names(&mut self, entry: usize, names: &Names) {
        self.add(entry, Why::OtherName, &names.latin);
        for synonym in &names.synonyms {
            self.add(entry, Why::OtherName, synonym);
        }
    }

    /// An id as it is written and, for codes, without its separators: `TRA-1` and `TRA1`.
    pub(super) fn id(&mut self, entry: usize, id: &str) {
        self.add(entry, Why::Id, id);
        if id.contains('-') {
            let joined: String = id.chars().filter(|c| c.is_alphanumeric()).collect();
            self.add(entry, Why::Id, &joined);
        }
    }
}
