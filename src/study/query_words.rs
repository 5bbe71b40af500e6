//! What a query says: the words to look for, and the side that it names.

use super::search_words::words;
use crate::model::side::Side;

/// The words of a query that are not looked for: those that name a side, and those that say
/// nothing. The English ones are always among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryWords {
    left: Vec<String>,
    right: Vec<String>,
    empty: Vec<String>,
}

const LEFT: &str = "left";
const RIGHT: &str = "right";
/// Words that say nothing about what is looked for.
const EMPTY: &str = "the of in at my a an and to pain muscle point";

impl Default for QueryWords {
    fn default() -> Self {
        Self::new("", "", "")
    }
}

impl QueryWords {
    /// Words of another language, each list with spaces between them.
    #[must_use]
    pub fn new(left: &str, right: &str, empty: &str) -> Self {
        let folded = |english: &str, more: &str| {
            words(english)
                .chain(words(more))
                .map(|(_, word)| word)
                .collect()
        };
        Self {
            left: folded(LEFT, left),
            right: folded(RIGHT, right),
            empty: folded(EMPTY, empty),
        }
    }

    /// Cuts a query into the words to look for, folded, and the side that it names last. Words
    /// that say nothing are looked for where there are no others.
    #[must_use]
    pub fn cut(&self, query: &str) -> (Vec<String>, Option<Side>) {
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
        let telling: Vec<String> = all
            .iter()
            .filter(|word| !self.empty.contains(word))
            .cloned()
            .collect();
        (if telling.is_empty() { all } else { telling }, side)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_are_understood_in_english_and_in_the_language_given() {
        let spanish = QueryWords::new("izquierda izquierdo", "derecha derecho", "dolor de la");
        let cut = |query| spanish.cut(query);
        assert_eq!(
            cut("dolor de la sien izquierda"),
            (vec!["sien".into()], Some(Side::Left))
        );
        assert_eq!(
            cut("right temple"),
            (vec!["temple".into()], Some(Side::Right))
        );
        assert_eq!(cut("dolor"), (vec!["dolor".into()], None));
        assert_eq!(
            QueryWords::default().cut("sien derecha"),
            (vec!["sien".into(), "derecha".into()], None)
        );
    }
}
