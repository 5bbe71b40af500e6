//! What leaves the program as text: documents and lists for the terminal, for the page and for
//! other programs.
//!
//! A renderer decides how a document looks, never what it says: that is
//! [`crate::app::document`]. Each one matches on every kind of block, so that a new kind does
//! not compile before all of them show it.

pub mod html;
pub mod json;
pub mod page;
#[cfg(not(target_arch = "wasm32"))]
pub mod terminal;

use crate::{
    app::document::{Document, wording},
    locale::Words,
    model::facts::Confidence,
};

/// The numbers of sources in a document's list, the smallest first: `1, 3`. What the list of
/// sources does not know has none.
fn source_numbers(document: &Document, ids: &[String]) -> Vec<usize> {
    let mut numbers: Vec<usize> = ids
        .iter()
        .filter_map(|id| document.sources.iter().position(|source| source.id == *id))
        .map(|at| at + 1)
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// How far to trust a statement, in a few words within a line.
fn confidence_within(words: &Words, confidence: Option<Confidence>) -> Option<String> {
    confidence.map(|confidence| wording::within(&wording::confidence(words, confidence).0))
}
