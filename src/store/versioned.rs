//! Preferences as a text with the version of its shape.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// Version of the text's shape; raised when an older program could not read it any more.
const VERSION: u32 = 1;

#[derive(Deserialize)]
struct OnlyVersion {
    version: u32,
}

#[derive(Deserialize, Serialize)]
#[serde(rename = "Preferences")]
struct Versioned<T> {
    version: u32,
    preferences: T,
}

/// Why a text could not be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unread {
    /// A newer version wrote it.
    Newer,
    /// What the reader said.
    Broken(String),
}

/// Reads what [`write`] wrote.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Unread> {
    let broken = |error: ron::error::SpannedError| Unread::Broken(error.to_string());
    let OnlyVersion { version } = ron::from_str(text).map_err(broken)?;
    if version > VERSION {
        return Err(Unread::Newer);
    }
    let versioned: Versioned<T> = ron::from_str(text).map_err(broken)?;
    Ok(versioned.preferences)
}

/// A text that a person can read.
pub(super) fn write<T: Serialize>(preferences: &T) -> Result<String, ron::Error> {
    ron::ser::to_string_pretty(
        &Versioned {
            version: VERSION,
            preferences,
        },
        ron::ser::PrettyConfig::default(),
    )
}
