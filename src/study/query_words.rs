//! What a query says: the words to look for, how much each counts, and the side that it names.

use super::search_words::{fold, stem, words};
use crate::model::{facts::BodyPart, side::Side};
use std::collections::BTreeSet;

/// Words of queries that are not looked for as they stand: those that name a side, those that say nothing, those that
/// say little, and those that name a whole part of the body. Each language adds its own; they come from the words of
/// the interface.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QueryWords {
    left: BTreeSet<String>,
    right: BTreeSet<String>,
    /// Not looked for where there are others: `the`, `when`, `my`.
    empty: BTreeSet<String>,
    /// Stems of what counts little, since most people who search have it: `pain`, `sore`.
    weak: BTreeSet<String>,
    /// A part and a name of it. One name may be that of several parts: `arm`.
    parts: Vec<(BodyPart, String)>,
}

/// A query, cut.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// The words to look for, folded, in their order.
    pub words: Vec<String>,
    /// The side that is named last.
    pub side: Option<Side>,
}

impl QueryWords {
    /// Adds a language's words for the sides, with spaces between them.
    #[must_use]
    pub fn sides(mut self, left: &str, right: &str) -> Self {
        self.left.extend(words(left).map(|(_, word)| word));
        self.right.extend(words(right).map(|(_, word)| word));
        self
    }

    /// Adds a language's words that say nothing about what is looked for, with spaces between them.
    #[must_use]
    pub fn empty(mut self, empty: &str) -> Self {
        self.empty.extend(words(empty).map(|(_, word)| word));
        self
    }

    /// Adds a language's words that say little about what is looked for, with spaces between them.
    #[must_use]
    pub fn weak(mut self, weak: &str) -> Self {
        self.weak.extend(words(weak).map(|(_, word)| stem(&word)));
        self
    }

    /// Adds a language's names of a part of the body, with commas between them.
    #[must_use]
    pub fn part(mut self, part: BodyPart, names: &str) -> Self {
        let names = names.split(',').map(|name| fold(name.trim()));
        let names = names.filter(|name| !name.is_empty());
        self.parts.extend(names.map(|name| (part, name)));
        self
    }

    /// Parts of the body with their names.
    pub(super) fn parts(&self) -> impl Iterator<Item = (BodyPart, &str)> {
        self.parts.iter().map(|(part, name)| (*part, name.as_str()))
    }

    /// True for a stem that says little.
    pub(super) fn is_weak(&self, stem: &str) -> bool {
        self.weak.contains(stem)
    }

    /// True for a folded word that says nothing.
    pub(super) fn is_empty(&self, word: &str) -> bool {
        self.empty.contains(word)
    }

    /// Cuts a query into the words to look for and the side that it names. Words that say nothing are looked for
    /// where there are no others.
    #[must_use]
    pub fn cut(&self, query: &str) -> Cut {
        let mut side = None;
        let mut all = Vec::new();
        for (_, word) in words(query) {
            if self.left.contains(&word) {
                side = Some(Side::Left);
            } else if self.right.contains(&word) {
                side = Some(Side::Right);
            } else {
                all.push(word);
            }
        }
        let telling: Vec<String> = (all.iter())
            .filter(|word| !self.empty.contains(*word))
            .cloned()
            .collect();
        Cut {
            words: if telling.is_empty() { all } else { telling },
            side,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_and_words_that_say_nothing_are_taken_out() {
        let words = QueryWords::default()
            .sides("left", "right")
            .empty("the of my")
            .sides("izquierda izquierdo", "derecha derecho")
            .empty("de la");
        let cut = |query| {
            let Cut { words, side } = words.cut(query);
            (words.join(" "), side)
        };
        assert_eq!(
            cut("dolor de la sien izquierda"),
            ("dolor sien".into(), Some(Side::Left))
        );
        assert_eq!(
            cut("the right temple"),
            ("temple".into(), Some(Side::Right))
        );
        assert_eq!(cut("of the"), ("of the".into(), None));
        assert_eq!(
            QueryWords::default().cut("sien derecha"),
            Cut {
                words: vec!["sien".into(), "derecha".into()],
                side: None
            }
        );
    }
}
