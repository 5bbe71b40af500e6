//! Words as search sees them: folded, cut, brought to their stem, and compared with room for
//! misspellings. Not here: which words of a query count, which is [`super::query_words`].

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

/// What is left of a folded word without the endings of English and Spanish that change nothing of what is looked
/// for: `blades` and `blade`, `burning` and `burn`, `numbness` and `numb`, `hombros` and `hombro` have one stem. A
/// stem need not be a word.
#[must_use]
pub fn stem(word: &str) -> String {
    /// Shorter than this nothing is a stem.
    const SHORTEST: usize = 3;
    let mut stem = word;
    // Cutting bytes is safe: all endings and all letters around them are ASCII.
    if !word.is_ascii() || word.len() <= SHORTEST || word.bytes().any(|c| c.is_ascii_digit()) {
        return word.to_owned();
    }
    let ends_in_one_s =
        stem.ends_with('s') && !["ss", "us", "is"].iter().any(|x| stem.ends_with(x));
    if stem.len() > 4 && stem.ends_with("ies") {
        return format!("{}y", &stem[..stem.len() - 3]);
    }
    if ends_in_one_s {
        stem = &stem[..stem.len() - 1];
    }
    for (ending, least) in [("ness", 4), ("mente", 4), ("ing", 3), ("ly", 4), ("ed", 4)] {
        if let Some(shorter) = stem.strip_suffix(ending) {
            if shorter.len() >= least && shorter.contains(['a', 'e', 'i', 'o', 'u', 'y']) {
                stem = shorter;
            }
            break;
        }
    }
    if let Some(shorter) = stem.strip_suffix(['a', 'e', 'o'])
        && shorter.len() >= SHORTEST
    {
        stem = shorter;
    }
    let mut last = stem.bytes().rev();
    if stem.len() > SHORTEST && last.next() == last.next() {
        stem = &stem[..stem.len() - 1];
    }
    stem.to_owned()
}

/// A folded word, with what comparing needs of it.
#[derive(Clone, Debug)]
pub struct Word {
    /// The word.
    pub text: String,
    /// See [`stem`].
    pub stem: String,
    /// In characters.
    length: usize,
    /// The set of its letters, see [`letters`].
    letters: u64,
}

impl Word {
    /// Of a folded word.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self {
            stem: stem(&text),
            length: text.chars().count(),
            letters: letters(&text),
            text,
        }
    }

    /// Faults that are forgiven in it.
    fn faults(&self) -> usize {
        // Numbers are not misspelt: `c7` must not find `c6`.
        if self.text.chars().any(|c| c.is_ascii_digit()) {
            return 0;
        }
        match self.length {
            0..=3 => 0,
            4..=6 => 1,
            7..=10 => 2,
            _ => 3,
        }
    }

    /// 1 for the very word, a little less for another form of it, else 0.
    #[must_use]
    pub fn same(&self, other: &Self) -> f32 {
        if other.text == self.text {
            1.0
        } else if other.stem == self.stem {
            0.95
        } else {
            0.0
        }
    }

    /// How well this fits as the beginning of another word: 0.75 to 0.95, else 0.
    #[must_use]
    pub fn begins(&self, other: &Self) -> f32 {
        if other.length <= self.length || !other.text.starts_with(&self.text) {
            return 0.0;
        }
        // One letter begins half the vocabulary.
        if self.length == 1 {
            return 0.2;
        }
        0.75 + 0.2 * self.length as f32 / other.length as f32
    }

    /// How well this fits as another word misspelt, or as its misspelt beginning; 0 to 0.6.
    #[must_use]
    pub fn misspells(&self, other: &Self) -> f32 {
        let faults = self.faults();
        if faults == 0 || other.length + faults < self.length {
            return 0.0;
        }
        // The first letter is seldom wrong.
        let first = match self.text.chars().next() == other.text.chars().next() {
            true => 0.0,
            false => 0.1,
        };
        if other.length <= self.length + faults {
            // Each fault changes at most two letters of the set.
            if (self.letters ^ other.letters).count_ones() as usize > 2 * faults {
                return 0.0;
            }
            let found = strsim::osa_distance(&self.text, &other.text);
            return if found <= faults {
                0.7 - 0.12 * found as f32 - first
            } else {
                0.0
            };
        }
        // Still being typed: compare with as much of the other word.
        if self.length < 5 || (self.letters & !other.letters).count_ones() as usize > faults {
            return 0.0;
        }
        let start: String = other.text.chars().take(self.length).collect();
        let found = strsim::osa_distance(&self.text, &start);
        if found <= faults.min(2) {
            0.55 - 0.12 * found as f32 - first
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

    fn word(text: &str) -> Word {
        Word::new(fold(text))
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
    fn forms_of_a_word_have_one_stem() {
        for (one, other) in [
            ("blades", "blade"),
            ("buttocks", "buttock"),
            ("numbness", "numb"),
            ("burning", "burn"),
            ("sneezing", "sneeze"),
            ("swelling", "swell"),
            ("suddenly", "sudden"),
            ("injuries", "injury"),
            ("stabbing", "stab"),
            ("hombros", "hombro"),
            ("dolores", "dolor"),
            ("repentinamente", "repentino"),
            ("pies", "pie"),
        ] {
            assert_eq!(stem(one), stem(other), "{one}, {other}");
        }
        for (one, other) in [
            ("numbers", "numb"),
            ("trapezium", "trapezius"),
            ("back", "bake"),
            ("hand", "head"),
            ("c7", "c6"),
        ] {
            assert_ne!(stem(one), stem(other), "{one}, {other}");
        }
    }

    #[test]
    fn misspellings_match_and_other_words_do_not() {
        for (query, other) in [
            ("trapezuis", "trapezius"),
            ("trapesius", "trapezius"),
            ("romboid", "rhomboid"),
            ("levater", "levator"),
            ("infraspinatous", "infraspinatus"),
            ("sholder", "shoulder"),
            ("pirifromis", "piriformis"),
        ] {
            assert!(
                word(query).misspells(&word(other)) > 0.0,
                "{query} is {other}"
            );
        }
        for (query, other) in [
            ("neck", "back"),
            ("c7", "c6"),
            ("head", "hand"),
            ("rib", "hip"),
            ("temple", "teres"),
        ] {
            let found = word(query).misspells(&word(other));
            assert_eq!(found, 0.0, "{query} is {other}");
        }
        let begun = word("trap").begins(&word("trapezius"));
        assert!(begun > word("trapezuis").misspells(&word("trapezius")));
        assert!(
            word("lumber").misspells(&word("lumbar")) > word("lumber").misspells(&word("number"))
        );
    }
}
