//! What the library remembers.

use crate::model::ids::Item;

/// The library.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LibraryState {
    /// Id of the section read last.
    pub section: Option<String>,
    /// What was selected on the body when the library was opened.
    pub beneath: Option<Item>,
}
