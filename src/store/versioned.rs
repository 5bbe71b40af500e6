//! Preferences as a text with the version of its shape.
//!
//! A text is written over what stands there, field by field: what this program has not changed stays as it is, so that
//! two windows do not undo each other's settings, and what it does not know is kept for the version that does. What
//! nobody has chosen is not written: it stays as the system or a later version would have it. Not here: where the text
//! is kept (`preferences`).

use crate::model::check::outline::{Inner, Node, outline};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{collections::BTreeMap, ops::Range};

/// Version of the text's shape; raised when an older program could not read it any more.
const VERSION: u32 = 1;

#[derive(Deserialize)]
struct OnlyVersion {
    version: u32,
}

#[derive(Deserialize)]
#[serde(rename = "Preferences")]
struct Versioned<T> {
    preferences: T,
}

/// Why what is kept could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// A newer version wrote it.
    #[error("a newer myomap wrote it")]
    Newer,
    /// Not UTF-8.
    #[error("it is not text")]
    NotText,
    /// A folder, a pipe, a device.
    #[error("it is not a plain file")]
    NotAFile,
    /// What the reader or the system said.
    #[error("{0}")]
    Broken(String),
}

/// Fields by name, each with its value as text.
type Fields = BTreeMap<String, String>;

/// Reads what [`write`] wrote; what is not in it is as in `unchosen`.
pub(super) fn read<T: Serialize + DeserializeOwned>(text: &str, unchosen: &T) -> Result<T, Unread> {
    let text = without_mark(text);
    let broken = |error: ron::error::SpannedError| Unread::Broken(error.to_string());
    let OnlyVersion { version } = ron::from_str(text).map_err(broken)?;
    if version > VERSION {
        return Err(Unread::Newer);
    }
    let versioned: Versioned<T> = ron::from_str(text).map_err(broken)?;
    let whole = fields_of(unchosen).ok().zip(kept_fields(text));
    let whole = whole.and_then(|(mut fields, kept)| {
        fields.extend(kept);
        ron::from_str::<Versioned<T>>(&text_of(&fields)).ok()
    });
    Ok(whole.unwrap_or(versioned).preferences)
}

/// Some editors put a byte order mark in front; it is not part of the text.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// A text that a person can read: `ours` where it is otherwise than `before`, which is what this program read or wrote
/// last, and what `there` says everywhere else. What `there` does not say is written where it is otherwise than
/// `unchosen`. `there` is what is kept now, empty for nothing, and was read.
pub(super) fn write<T: Serialize>(
    ours: &T,
    before: &T,
    unchosen: &T,
    there: &str,
) -> Result<String, ron::Error> {
    let (ours, before) = (fields_of(ours)?, fields_of(before)?);
    let unchosen = fields_of(unchosen)?;
    let mut fields = kept_fields(without_mark(there)).unwrap_or_default();
    for (name, value) in ours {
        let is_changed = before.get(&name) != Some(&value);
        let is_lost = !fields.contains_key(&name) && unchosen.get(&name) != Some(&value);
        if is_changed || is_lost {
            fields.insert(name, value);
        }
    }
    Ok(text_of(&fields))
}

fn text_of(fields: &Fields) -> String {
    let mut text = format!("(\n    version: {VERSION},\n    preferences: (\n");
    for (name, value) in fields {
        text.push_str(&format!("        {name}: {value},\n"));
    }
    text.push_str("    ),\n)\n");
    text
}

/// The fields of a value, each on one line.
fn fields_of<T: Serialize>(value: &T) -> Result<Fields, ron::Error> {
    let text = ron::to_string(value)?;
    let node = outline(&text);
    Ok(node.map(|node| fields(&text, &node)).unwrap_or_default())
}

/// The fields of the preferences in a whole text.
fn kept_fields(text: &str) -> Option<Fields> {
    let whole = outline(text)?;
    let Inner::Fields(all) = &whole.inner else {
        return None;
    };
    let named = |name: &Range<usize>| text.get(name.clone()) == Some("preferences");
    let (_, node) = all.iter().find(|(name, _)| named(name))?;
    Some(fields(text, node))
}

fn fields(text: &str, node: &Node) -> Fields {
    let Inner::Fields(all) = &node.inner else {
        return Fields::new();
    };
    let part = |span: &Range<usize>| text.get(span.clone()).map(str::to_owned);
    all.iter()
        .filter_map(|(name, value)| Some((part(name)?, part(&value.span)?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
    #[serde(default)]
    struct Kept {
        scale: f32,
        name: String,
        lists: Option<Vec<u8>>,
    }

    fn read(text: &str) -> Result<Kept, Unread> {
        super::read(text, &Kept::default())
    }

    fn write(ours: &Kept, before: &Kept, there: &str) -> Result<String, ron::Error> {
        super::write(ours, before, &Kept::default(), there)
    }

    fn kept(scale: f32, name: &str) -> Kept {
        Kept {
            scale,
            name: name.to_owned(),
            lists: Some(vec![1, 2]),
        }
    }

    #[test]
    fn what_is_written_reads_back_and_can_be_read_by_a_person() {
        let ours = kept(1.25, "a \"quoted\" (name), // no comment");
        let text = write(&ours, &Kept::default(), "").unwrap();
        assert_eq!(read(&text), Ok(ours.clone()));
        assert_eq!(read(&format!("\u{feff}{text}")), Ok(ours));
        let text = write(&kept(0.0, "a"), &Kept::default(), "").unwrap();
        assert_eq!(
            text,
            "(\n    version: 1,\n    preferences: (\n        lists: Some([1,2]),\n        name: \"a\",\n    ),\n)\n"
        );
    }

    #[test]
    fn two_windows_keep_each_others_changes() {
        let start = kept(1.0, "start");
        let text = write(&start, &Kept::default(), "").unwrap();
        // Both have read that; each changes one field.
        let text = write(&kept(1.5, "start"), &start, &text).unwrap();
        let text = write(&kept(1.0, "other"), &start, &text).unwrap();
        assert_eq!(read(&text), Ok(kept(1.5, "other")));
        // What both have changed is as the last one wanted it.
        let text = write(&kept(2.0, "other"), &kept(1.0, "other"), &text).unwrap();
        assert_eq!(read(&text), Ok(kept(2.0, "other")));
    }

    #[test]
    fn what_a_newer_program_added_is_kept_as_it_was_written() {
        let there = "// mine\n(version: 1, hint: 7, preferences: (name: \"a\", later: Some((x: [1, \"),\"], /* ) */ y: 2)), \
                     scale: 1.0))";
        let start: Kept = read(there).unwrap();
        let ours = Kept {
            scale: 2.0,
            ..start.clone()
        };
        let text = write(&ours, &start, there).unwrap();
        assert!(
            text.contains("later: Some((x: [1, \"),\"], /* ) */ y: 2)),\n"),
            "{text}"
        );
        assert_eq!(read(&text), Ok(ours));
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        let newer = "(version: 999, preferences: 7)";
        assert_eq!(read(newer), Err(Unread::Newer));
        for broken in [
            "",
            "(version: 1, preferences: (scale: ",
            "(preferences: ())",
        ] {
            assert!(matches!(read(broken), Err(Unread::Broken(_))), "{broken}");
        }
    }
}
