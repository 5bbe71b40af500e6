//! Names in other languages.

use serde::{Deserialize, Serialize};

/// A name in another language: an entry of a file of `locale/<language>/`, which is a list.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct LocalName {
    /// Id of what is named.
    pub id: String,
    /// Its name, in sentence case.
    pub name: String,
    /// Other names and lay words, for search.
    #[serde(default)]
    pub synonyms: Vec<String>,
}
