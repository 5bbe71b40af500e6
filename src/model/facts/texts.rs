//! Texts of the data in other languages.

use serde::{Deserialize, Serialize};

/// A translated text: an entry of a file of `locale/<language>/texts/`, which is a list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct LocalText {
    /// Where the English text stands, e.g. `safety/red_flags/RF04/question`.
    pub at: String,
    /// The mark of the English text that it was made from: see `model::texts::mark`.
    pub of: String,
    /// The text.
    pub says: String,
}
