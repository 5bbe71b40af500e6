//! The list of the sources that a document names.

use super::{Builder, Document, text::Text, walk, wording};
use crate::model::facts::Source;
use serde::Serialize;

/// A source in a document's list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SourceEntry {
    /// Its id.
    pub id: String,
    /// Authors, year and title; where the list of sources does not know it, that.
    pub citation: Text,
    /// What kind of source it is, and how it was used: on one line.
    pub used: Vec<Text>,
    /// Where to find it.
    pub url: Option<String>,
}

impl Builder<'_> {
    /// Lists the sources of what a document says, and `more` after them.
    pub(super) fn with_sources(&self, mut document: Document, more: &[String]) -> Document {
        let named = walk::statements(&document.blocks);
        let named = named.iter().flat_map(|stated| stated.sources).chain(more);
        let mut ids: Vec<&String> = Vec::new();
        for id in named {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        // What cannot be looked up has no number in the text and must not take one away.
        let (known, unknown): (Vec<&String>, Vec<&String>) = ids
            .into_iter()
            .partition(|id| self.catalog.source(id).is_some());
        let entries = known
            .into_iter()
            .chain(unknown)
            .map(|id| self.source_entry(id))
            .collect();
        document.sources = entries;
        document
    }

    fn source_entry(&self, id: &str) -> SourceEntry {
        match self.catalog.source(id) {
            Some(source) => self.known_source(source),
            None => {
                let missing = self.words.say_with("source-missing", &[("id", id.into())]);
                SourceEntry {
                    id: id.to_owned(),
                    citation: self.text(missing),
                    used: Vec::new(),
                    url: None,
                }
            }
        }
    }

    pub(super) fn known_source(&self, source: &Source) -> SourceEntry {
        SourceEntry {
            id: source.id.clone(),
            citation: Text::english(&source.citation),
            used: vec![
                self.text(wording::source_kind(self.words, source.kind)),
                Text::english(&source.used),
            ],
            url: source.address(),
        }
    }
}
