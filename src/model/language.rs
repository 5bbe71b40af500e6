//! The language that the interface and the names are in.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Longest tag, in bytes.
const LONGEST: usize = 8;

/// A language by its tag, e.g. `en` or `es`: the name of its folder in `assets/locale`
/// and `data/locale`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Language {
    /// Padded with zeros, so that it can be copied.
    tag: [u8; LONGEST],
}

/// Why a text is not the tag of a language.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is no language: use its tag, e.g. es")]
pub struct LanguageError(String);

impl Language {
    /// English: the language everything is written in first.
    pub const ENGLISH: Self = Self {
        tag: [b'e', b'n', 0, 0, 0, 0, 0, 0],
    };

    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let length = self.tag.iter().take_while(|byte| **byte != 0).count();
        // Only letters, digits and hyphens get in, so it is always text.
        std::str::from_utf8(&self.tag[..length]).unwrap_or_default()
    }
}

impl Default for Language {
    fn default() -> Self {
        Self::ENGLISH
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Language({})", self.as_str())
    }
}

impl FromStr for Language {
    type Err = LanguageError;

    fn from_str(text: &str) -> Result<Self, LanguageError> {
        let sound = (2..=LONGEST).contains(&text.len())
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !sound {
            return Err(LanguageError(text.chars().take(20).collect()));
        }
        let mut tag = [0; LONGEST];
        for (place, byte) in tag.iter_mut().zip(text.bytes()) {
            *place = byte;
        }
        Ok(Self { tag })
    }
}

impl TryFrom<String> for Language {
    type Error = LanguageError;

    fn try_from(text: String) -> Result<Self, LanguageError> {
        text.parse()
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.as_str().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_reads_back_and_other_texts_are_refused() {
        for tag in ["en", "es", "pt-br", "zh-hant"] {
            assert_eq!(tag.parse::<Language>().unwrap().to_string(), tag);
        }
        assert_eq!("en".parse(), Ok(Language::ENGLISH));
        for text in ["", "e", "EN", "español", "../etc", "-a", "a b", "abcdefghi"] {
            assert!(text.parse::<Language>().is_err(), "{text}");
        }
    }
}
