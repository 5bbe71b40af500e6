//! Every word by which something is found, once.

use crate::study::{
    query_words::QueryWords,
    search_words::{Word, words},
};
use std::collections::HashMap;

/// The words of an index, by their numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    words: Vec<Word>,
    by_word: HashMap<String, usize>,
    /// The stem of each word, by its number among the stems.
    stems: Vec<usize>,
    by_stem: HashMap<String, usize>,
    /// True for each stem that says little.
    weak: Vec<bool>,
}

impl Vocabulary {
    /// The words of a text, those that say nothing left out where there are others; new ones are added.
    pub(super) fn read(&mut self, text: &str, query_words: &QueryWords) -> Vec<usize> {
        let all: Vec<String> = words(text).map(|(_, word)| word).collect();
        let telling = all.iter().filter(|word| !query_words.is_empty(word));
        let telling: Vec<usize> = telling.map(|word| self.number(word, query_words)).collect();
        if telling.is_empty() {
            return all
                .iter()
                .map(|word| self.number(word, query_words))
                .collect();
        }
        telling
    }

    fn number(&mut self, word: &str, query_words: &QueryWords) -> usize {
        if let Some(number) = self.by_word.get(word) {
            return *number;
        }
        let new = Word::new(word.to_owned());
        let next = self.by_stem.len();
        let stem = *self.by_stem.entry(new.stem.clone()).or_insert(next);
        if stem == next {
            self.weak.push(query_words.is_weak(&new.stem));
        }
        self.words.push(new);
        self.stems.push(stem);
        let number = self.by_word.len();
        self.by_word.insert(word.to_owned(), number);
        number
    }

    /// The words in the order of their numbers.
    pub(super) fn words(&self) -> &[Word] {
        &self.words
    }

    /// A word's number, where it is known as it stands.
    pub(super) fn find(&self, word: &str) -> Option<usize> {
        self.by_word.get(word).copied()
    }

    /// The number of a word's stem, where that is known.
    pub(super) fn stem_of(&self, word: &Word) -> Option<usize> {
        self.by_stem.get(&word.stem).copied()
    }

    /// The number of the stem of a word of the vocabulary.
    pub(super) fn stem(&self, word: usize) -> usize {
        self.stems[word]
    }

    /// How many stems there are.
    pub(super) fn stems(&self) -> usize {
        self.weak.len()
    }

    /// True for a stem that says little.
    pub(super) fn is_weak(&self, stem: usize) -> bool {
        self.weak[stem]
    }

    /// The stems of some words without those that say little, in their order of numbers; all of them where there
    /// are no others. Two texts with the same are names of the same.
    pub(super) fn key(&self, words: &[usize]) -> Vec<usize> {
        self.key_of_stems(words.iter().map(|word| self.stem(*word)).collect())
    }

    /// The same of stems.
    pub(super) fn key_of_stems(&self, stems: Vec<usize>) -> Vec<usize> {
        let strong = stems.iter().copied().filter(|stem| !self.is_weak(*stem));
        let mut key: Vec<usize> = strong.collect();
        if key.is_empty() {
            key = stems;
        }
        key.sort_unstable();
        key.dedup();
        key
    }
}
