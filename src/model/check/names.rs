//! Checks of names in other languages.

use super::{Checker, Spot};
use crate::model::{
    closest::quoted,
    facts::{LocalName, LocalText},
    names::NameKind,
};
use std::collections::BTreeSet;

/// Longest name, in characters: it must fit a heading.
const LONGEST_NAME: usize = 100;

impl Checker<'_> {
    /// The texts of a file: each address once. What they were made from is compared once the catalogue is there
    /// (`model::texts`): a text that is behind does no harm, since the English one stands in for it.
    pub(super) fn local_texts(&mut self, texts: &[LocalText]) {
        let mut before = BTreeSet::new();
        for (i, text) in texts.iter().enumerate() {
            let spot = Spot::FILE.at(i);
            self.text(&spot.field("says"), &text.says);
            if !before.insert(&text.at) {
                self.fault(
                    &spot.field("at"),
                    format!("{} is there twice", quoted(&text.at)),
                    "give it once",
                );
            }
        }
    }

    /// The names of a file: each of something that is there, and each once.
    pub(super) fn local_names(&mut self, kind: NameKind, names: &[LocalName]) {
        let mut before = BTreeSet::new();
        for (i, name) in names.iter().enumerate() {
            let spot = Spot::FILE.at(i);
            let id = spot.field("id");
            self.refers(&id, in_words(kind), &name.id);
            if !before.insert(&name.id) {
                self.fault(
                    &id,
                    format!("{} is named twice", quoted(&name.id)),
                    "name it once",
                );
            }
            let says = spot.field("name");
            self.text(&says, &name.name);
            if name.name.chars().nth(LONGEST_NAME).is_some() {
                self.fault(
                    &says,
                    format!("the name is longer than {LONGEST_NAME} characters"),
                    "shorten it",
                );
            }
            self.texts(&spot.field("synonyms"), &name.synonyms);
        }
    }
}

/// The kind as it is called in messages and in [`super::known::Known::ids`].
fn in_words(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Muscle => "muscle",
        NameKind::Part => "part",
        NameKind::Point => "point",
        NameKind::Region => "region",
        NameKind::Bone => "bone",
        NameKind::Method => "method",
        NameKind::Stretch => "stretch",
    }
}
