//! Everything known about one thing as text, in English: what `myomap show` prints and what
//! the page's list view reads out. Where the lines go is a [`Sheet`]'s business.

pub mod anatomy;
pub mod library;
pub mod treatment;

use crate::model::{catalog::Catalog, facts::Confidence, ids::Item};
use std::io;

/// Something to write a card on.
pub trait Sheet {
    /// The card's title.
    ///
    /// # Errors
    /// As all of these: what the thing written to says.
    fn title(&mut self, text: &str) -> io::Result<()>;
    /// The name of a section.
    ///
    /// # Errors
    /// See [`Sheet::title`].
    fn heading(&mut self, text: &str) -> io::Result<()>;
    /// A paragraph.
    ///
    /// # Errors
    /// See [`Sheet::title`].
    fn text(&mut self, text: &str) -> io::Result<()>;
    /// `label: text`; nothing for an empty text.
    ///
    /// # Errors
    /// See [`Sheet::title`].
    fn field(&mut self, label: &str, text: &str) -> io::Result<()>;
    /// An entry of a list.
    ///
    /// # Errors
    /// See [`Sheet::title`].
    fn bullet(&mut self, text: &str) -> io::Result<()>;
    /// A numbered step within an entry.
    ///
    /// # Errors
    /// See [`Sheet::title`].
    fn step(&mut self, number: usize, text: &str) -> io::Result<()>;
}

/// Writes the card of what is selected; nothing for what has no card of its own.
///
/// # Errors
/// See [`Sheet::title`].
pub fn of_item(sheet: &mut dyn Sheet, catalog: &Catalog, item: &Item) -> io::Result<()> {
    match item {
        Item::Point(id) => match catalog.point(&id.code) {
            Some((muscle, point)) => anatomy::point(sheet, catalog, muscle, point),
            None => Ok(()),
        },
        Item::Structure(id) => {
            let base = id.base.as_str();
            if let Some(muscle) = catalog.muscle(base) {
                anatomy::muscle(sheet, catalog, muscle)
            } else if let Some((muscle, part)) = catalog.part(base) {
                anatomy::part(sheet, catalog, muscle, part)
            } else if let Some(bone) = catalog.bone(base) {
                anatomy::bone(sheet, bone)
            } else {
                Ok(())
            }
        }
        Item::Region(id) => match catalog.region(&id.code) {
            Some(region) => anatomy::region(sheet, catalog, region),
            None => Ok(()),
        },
        Item::Stretch(id) => match catalog.stretch(id) {
            Some(stretch) => treatment::stretch(sheet, catalog, stretch),
            None => Ok(()),
        },
        Item::Method(id) => match catalog.method(id) {
            Some(method) => treatment::method(sheet, catalog, method),
            None => Ok(()),
        },
        Item::Section(id) => match catalog.section(id) {
            Some((chapter, section)) => library::section(sheet, catalog, chapter, section),
            None => Ok(()),
        },
    }
}

/// How sure a statement is, in words.
#[must_use]
pub fn in_words(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Confirmed => "confirmed",
        Confidence::Partly => "partly confirmed",
        Confidence::Recalled => "recalled, needs an expert's check",
        Confidence::Textbook => "textbook",
        Confidence::Convention => "convention",
    }
}
