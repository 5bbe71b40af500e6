//! Documents for other programs.
//!
//! The keys are those of the types of [`crate::app::document`]. Programs read them: they stay.

use crate::app::document::{Builder, Document, Subject, list::ListRow};
use serde::Serialize;
use serde_json::Value;

/// Everything about one thing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Whole {
    /// Its row as lists have it.
    #[serde(flatten)]
    pub row: ListRow,
    /// What the data file says; nothing for the skin, which no file describes.
    #[serde(skip_serializing_if = "Value::is_null")]
    pub card: Value,
    /// What is said about it.
    pub document: Document,
}

/// Everything about a subject.
///
/// # Errors
/// Where the facts cannot be written as JSON.
pub fn whole(builder: &Builder<'_>, subject: Subject<'_>) -> serde_json::Result<Whole> {
    Ok(Whole {
        row: builder.row(subject),
        card: subject.facts()?,
        document: builder.document(subject),
    })
}
