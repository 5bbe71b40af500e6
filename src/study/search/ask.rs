//! A query against the vocabulary: how well each of its words fits each word by which something is found.

use super::vocabulary::Vocabulary;
use crate::study::{
    query_words::QueryWords,
    search_words::{Word, words},
};

/// Longest query that is looked at, in characters; the rest is ignored.
const LONGEST_QUERY: usize = 120;
/// What a word counts that says little, of what it would.
const WEAK: f32 = 0.3;
/// A word that is known begins another one at most so well: `numb` is hardly meant for `numbers`.
const BEGUN_BUT_KNOWN: f32 = 0.5;
/// The same of the last word, which may still be being typed.
const LAST_BEGUN_BUT_KNOWN: f32 = 0.7;
/// Of the words that one misspelt word could be, those this much worse than the nearest are not meant.
const FURTHER_OFF: f32 = 0.05;

/// A word of the query.
pub(super) struct Asked {
    /// How well each word of the vocabulary fits it, 0 to 1.
    pub(super) strengths: Vec<f32>,
    /// What it counts: little where it is in most entries, and where it says little.
    pub(super) weight: f32,
}

/// The words of a query that are known or nearly so.
///
/// `spread`: for each stem, in how many of `of` entries it stands.
pub(super) fn ask(
    query: &[String],
    vocabulary: &Vocabulary,
    spread: &[usize],
    of: usize,
) -> Vec<Asked> {
    let words = joined(query, vocabulary);
    let last = words.len().saturating_sub(1);
    (words.iter().enumerate())
        .map(|(at, word)| asked(word, at == last, vocabulary, spread, of))
        // What nothing fits cannot be told from nothing said.
        .filter(|asked| asked.strengths.iter().any(|strength| *strength > 0.0))
        .collect()
}

/// A query cut into words, no longer than what is looked at.
pub(super) fn cut(query: &str, query_words: &QueryWords) -> crate::study::query_words::Cut {
    let query: String = query.chars().take(LONGEST_QUERY).collect();
    query_words.cut(&query)
}

/// Words that are written apart and known as one, `head ache`, are joined; an unknown one that is two known ones,
/// `shoulderblade`, is parted.
pub(super) fn joined(query: &[String], vocabulary: &Vocabulary) -> Vec<Word> {
    /// Shorter than this nothing is half a word.
    const SHORTEST: usize = 3;
    let known = |word: &Word| vocabulary.stem_of(word).is_some();
    let mut all: Vec<Word> = Vec::new();
    let mut rest = query.iter().peekable();
    while let Some(word) = rest.next() {
        if let Some(next) = rest.peek()
            && word.len() >= SHORTEST
            && next.len() >= SHORTEST
            && vocabulary.find(&format!("{word}{next}")).is_some()
        {
            all.push(Word::new(format!("{word}{next}")));
            rest.next();
            continue;
        }
        let whole = Word::new(word.clone());
        let begins = || {
            vocabulary
                .words()
                .iter()
                .any(|other| whole.begins(other) > 0.0)
        };
        if word.is_ascii() && word.len() >= 2 * SHORTEST && !known(&whole) && !begins() {
            let parted = (SHORTEST..=word.len() - SHORTEST).find_map(|at| {
                let (one, other) = word.split_at(at);
                let (one, other) = (Word::new(one.to_owned()), Word::new(other.to_owned()));
                let both = vocabulary.find(&one.text).is_some() && known(&other);
                both.then_some([one, other])
            });
            if let Some(parted) = parted {
                all.extend(parted);
                continue;
            }
        }
        all.push(whole);
    }
    all
}

fn asked(word: &Word, last: bool, vocabulary: &Vocabulary, spread: &[usize], of: usize) -> Asked {
    let known = vocabulary.stem_of(word);
    let most = match (known, last) {
        (None, _) => 1.0,
        (Some(_), true) => LAST_BEGUN_BUT_KNOWN,
        (Some(_), false) => BEGUN_BUT_KNOWN,
    };
    let mut strengths: Vec<f32> = (vocabulary.words().iter())
        .map(|other| word.same(other).max(word.begins(other) * most))
        .collect();
    // A word that is known is not taken for another one.
    if known.is_none() && !strengths.iter().any(|strength| *strength > 0.0) {
        for (strength, other) in strengths.iter_mut().zip(vocabulary.words()) {
            *strength = word.misspells(other);
        }
        let nearest = strengths.iter().copied().fold(0.0, f32::max);
        for strength in &mut strengths {
            if *strength < nearest - FURTHER_OFF {
                *strength = 0.0;
            }
        }
    }
    let weight = weight(&strengths, vocabulary, spread, of);
    Asked { strengths, weight }
}

/// A word counts by how few entries have it, at least a quarter; one that says little, a share of that.
fn weight(strengths: &[f32], vocabulary: &Vocabulary, spread: &[usize], of: usize) -> f32 {
    let fits = strengths.iter().enumerate();
    let best = fits.max_by(|a, b| a.1.total_cmp(b.1)).map(|(word, _)| word);
    let Some(stem) = best.map(|word| vocabulary.stem(word)) else {
        return 0.0;
    };
    let rare = 1.0 - (spread[stem] as f32).ln_1p() / (of as f32).ln_1p().max(1.0);
    let weak = if vocabulary.is_weak(stem) { WEAK } else { 1.0 };
    rare.max(0.25) * weak
}

/// Where a title's words fit the query, in bytes.
pub(super) fn matched(
    title: &str,
    asked: &[Asked],
    vocabulary: &Vocabulary,
) -> Vec<std::ops::Range<usize>> {
    words(title)
        .filter(|(_, word)| {
            let number = vocabulary.find(word);
            number.is_some_and(|at| asked.iter().any(|asked| asked.strengths[at] > 0.0))
        })
        .map(|(range, _)| range)
        .collect()
}
