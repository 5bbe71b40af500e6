//! What is worked out from the facts for the user: finding, and later locating, asking and scheduling.
//!
//! Pure: no window, no files.

pub mod locate;
pub mod query_words;
pub mod search;
mod search_words;
