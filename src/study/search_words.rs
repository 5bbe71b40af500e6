//! Words as search sees them: folded, cut, and compared with room for misspellings.

use std::ops::Range;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Lower case without accents: `Épaule` becomes `epaule`.
#[must_use]
pub fn fold(text: &str) -> String {
    text.nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The words of a text, folded, each with its byte range in the text as it was given.
pub fn words(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    let mut rest = 0;
    text.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c) && c != '\'' && c != '’')
        .filter_map(move |word| {
            let start = rest;
            // The separator that ended this word may be longer than one byte.
            let end = start + word.len();
            rest = end + text[end..].chars().next().map_or(0, char::len_utf8);
            let folded: String = fold(word).chars().filter(|c| c.is_alphanumeric()).collect();
            (!folded.is_empty()).then_some((start..end, folded))
        })
}

/// One word of a query, ready to be compared with many.
#[derive(Clone, Debug)]
pub struct Matcher {
    word: String,
    length: usize,
    letters: u64,
    faults: usize,
}

impl Matcher {
    /// For a folded word.
    #[must_use]
    pub fn new(word: &str) -> Self {
        let length = word.chars().count();
        // Numbers are not misspelt: `c7` must not find `c6`.
        let faults = if word.chars().any(|c| c.is_ascii_digit()) {
            0
        } else {
            match length {
                0..=3 => 0,
                4..=6 => 1,
                7..=10 => 2,
                _ => 3,
            }
        };
        Self {
            word: word.to_owned(),
            length,
            letters: letters(word),
            faults,
        }
    }

    /// How well a folded word fits, 0 (not at all) to 1 (the very word).
    #[must_use]
    pub fn strength(&self, other: &str) -> f32 {
        if other == self.word {
            return 1.0;
        }
        let length = other.chars().count();
        if other.starts_with(&self.word) {
            // One letter begins half the vocabulary.
            let share = self.length as f32 / length as f32;
            return if self.length == 1 {
                0.2
            } else {
                0.75 + 0.2 * share
            };
        }
        if self.faults == 0 || length + self.faults < self.length {
            return 0.0;
        }
        // A plural typed for a singular and the like.
        let shorter = length.min(self.length);
        if shorter >= 4 && length.abs_diff(self.length) <= 2 && self.word.starts_with(other) {
            return 0.72;
        }
        // Each fault changes at most two letters of the set.
        let differ = (self.letters ^ letters(other)).count_ones() as usize;
        if length <= self.length + self.faults {
            if differ > 2 * self.faults {
                return 0.0;
            }
            let faults = strsim::osa_distance(&self.word, other);
            if faults <= self.faults {
                return 0.7 - 0.12 * faults as f32;
            }
            return 0.0;
        }
        // Still being typed: compare with as much of the other word.
        if self.length < 5 || (self.letters & !letters(other)).count_ones() as usize > self.faults {
            return 0.0;
        }
        let start: String = other.chars().take(self.length).collect();
        let faults = strsim::osa_distance(&self.word, &start);
        if faults <= self.faults.min(2) {
            0.55 - 0.12 * faults as f32
        } else {
            0.0
        }
    }
}

/// The set of letters and digits of a word, as bits.
fn letters(word: &str) -> u64 {
    word.chars()
        .filter_map(|c| match c {
            'a'..='z' => Some(u32::from(c) - u32::from('a')),
            '0'..='9' => Some(u32::from(c) - u32::from('0') + 26),
            _ => None,
        })
        .fold(0, |bits, at| bits | 1 << at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strength(query: &str, word: &str) -> f32 {
        Matcher::new(&fold(query)).strength(&fold(word))
    }

    #[test]
    fn words_keep_their_place() {
        let text = "Épaule — gauche, côté";
        let found: Vec<_> = words(text).collect();
        assert_eq!(found[0].1, "epaule");
        assert_eq!(&text[found[1].0.clone()], "gauche");
        assert_eq!(&text[found[2].0.clone()], "côté");
        assert_eq!(found[2].1, "cote");
    }

    #[test]
    fn misspellings_match_and_other_words_do_not() {
        for (query, word) in [
            ("trapezuis", "trapezius"),
            ("trapesius", "trapezius"),
            ("romboid", "rhomboid"),
            ("levater", "levator"),
            ("infraspinatous", "infraspinatus"),
            ("sholder", "shoulder"),
            ("pirifromis", "piriformis"),
            ("temples", "temple"),
            ("trapezu", "trapezius"),
        ] {
            assert!(strength(query, word) > 0.0, "{query} should find {word}");
        }
        for (query, word) in [
            ("neck", "back"),
            ("c7", "c6"),
            ("head", "hand"),
            ("rib", "hip"),
            ("temple", "teres"),
        ] {
            let found = strength(query, word);
            assert!(found < 0.6, "{query} finds {word} with {found}");
        }
        assert!(strength("trap", "trapezius") > strength("trapezuis", "trapezius"));
    }
}
