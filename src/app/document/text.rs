//! A text and the language it is in.
//!
//! Facts are written in English and their names are translated, so a document in another
//! language holds texts of both. Whoever reads it out must know which is which.

use crate::model::language::Language;
use serde::Serialize;

/// A text and its language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Text {
    /// What it says.
    pub text: String,
    /// The language it is in.
    #[serde(rename = "lang")]
    pub language: Language,
}

impl Text {
    /// A text in a language.
    #[must_use]
    pub fn new(text: impl Into<String>, language: Language) -> Self {
        Self {
            text: text.into(),
            language,
        }
    }

    /// A text of the data that has no translations: English.
    #[must_use]
    pub fn english(text: impl Into<String>) -> Self {
        Self::new(text, Language::ENGLISH)
    }

    /// True where it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// What there is of these texts on one line, with dots between them.
#[must_use]
pub fn line(texts: &[Text]) -> String {
    let texts: Vec<&str> = texts.iter().map(|text| text.text.as_str()).collect();
    super::wording::line(&texts)
}
