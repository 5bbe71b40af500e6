//! The user's preferences as a file that a person can read.
//!
//! The file is written whole or not at all. One that cannot be read, or that a newer
//! version wrote, is kept under another name and said so; it is never overwritten.
//! What a preference means is not known here: any serialisable value is kept.

use super::versioned::{self, Unread};
use crate::locale::{Key, Message};
use atomic_write_file::AtomicWriteFile;
use serde::{Serialize, de::DeserializeOwned};
use std::{
    fs, io,
    io::{Read, Write},
    path::{Path, PathBuf},
};

/// Largest file read, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// What this user has kept, from the usual place; see [`load`].
pub fn kept<T: DeserializeOwned + Default>() -> (T, Option<Message>) {
    default_path().map_or_else(Default::default, |path| load(&path))
}

/// Keeps the preferences at the usual place. Nothing happens where the system tells none.
///
/// # Errors
/// What to tell the user when they cannot be kept.
pub fn keep<T: Serialize>(preferences: &T) -> Result<(), Message> {
    let Some(path) = default_path() else {
        return Ok(());
    };
    save(&path, preferences).map_err(|problem| {
        Message::new(Key("notice-preferences-unsaved"))
            .with("file", path.display().to_string())
            .with("why", problem.to_string())
    })
}

/// Where this user's preferences are kept, if the system says.
pub fn default_path() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "myomap")
        .map(|dirs| dirs.config_dir().join("preferences.ron"))
}

/// Reads the preferences; the default where there is no file. The message, if any, is for the
/// user: what was wrong with the file and where it is kept now.
pub fn load<T: DeserializeOwned + Default>(path: &Path) -> (T, Option<Message>) {
    let mut bytes = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
    match read {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return (T::default(), None),
        Err(error) => return aside(path, "other", &error.to_string()),
        Ok(_) => {}
    }
    let Ok(text) = String::from_utf8(bytes) else {
        return aside(path, "not-text", "");
    };
    match versioned::read(&text) {
        Ok(preferences) => (preferences, None),
        Err(Unread::Newer) => aside(path, "newer", ""),
        Err(Unread::Broken(why)) => aside(path, "other", &why),
    }
}

/// Writes the preferences, whole or not at all.
///
/// # Errors
/// What the system says when the folder or the file cannot be written.
pub fn save<T: Serialize>(path: &Path, preferences: &T) -> io::Result<()> {
    let text = versioned::write(preferences).map_err(io::Error::other)?;
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = AtomicWriteFile::open(path)?;
    file.write_all(text.as_bytes())?;
    file.commit()
}

/// Keeps a file aside. `why` chooses the message's words: `newer`, `not-text`, or `other`
/// with what the reader or the system said as `detail`.
fn aside<T: Default>(path: &Path, why: &str, detail: &str) -> (T, Option<Message>) {
    let kept = (0..1000)
        .map(|number| match number {
            0 => path.with_extension("ron.kept"),
            n => path.with_extension(format!("ron.kept{n}")),
        })
        .find(|kept| !kept.exists());
    let (key, file) = match &kept {
        Some(kept) if fs::rename(path, kept).is_ok() => {
            (Key("notice-preferences-kept"), kept.as_path())
        }
        _ => (Key("notice-preferences-unread"), path),
    };
    let says = Message::new(key)
        .with("why", why)
        .with("detail", detail)
        .with("file", file.display().to_string());
    (T::default(), Some(says))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Words;
    use serde::Deserialize;

    #[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
    #[serde(default)]
    struct Kept {
        scale: f32,
        name: String,
    }

    #[test]
    fn what_is_saved_is_loaded_and_no_file_is_the_default() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("deep/preferences.ron");
        assert_eq!(load::<Kept>(&path), (Kept::default(), None));
        let kept = Kept {
            scale: 1.25,
            name: "a \"quoted\" name".into(),
        };
        save(&path, &kept).unwrap();
        assert_eq!(load::<Kept>(&path), (kept, None));
    }

    #[test]
    fn a_damaged_or_newer_file_is_kept_aside() {
        for text in [
            "(version: 1, preferences: (scale: ",
            "(version: 999, preferences: ())",
            "",
        ] {
            let dir = tempfile::tempdir().unwrap();
            let path = dir.path().join("preferences.ron");
            fs::write(&path, text).unwrap();
            let (kept, said) = load::<Kept>(&path);
            assert_eq!(kept, Kept::default());
            let words = Words::default();
            assert!(words.put(&said.unwrap()).contains("ron.kept"));
            assert!(!path.exists());
            assert_eq!(
                fs::read_to_string(dir.path().join("preferences.ron.kept")).unwrap(),
                text
            );
        }
    }

    #[test]
    fn a_second_damaged_file_does_not_replace_the_first() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("preferences.ron");
        for text in ["one", "two"] {
            fs::write(&path, text).unwrap();
            load::<Kept>(&path);
        }
        let read = |name: &str| fs::read_to_string(dir.path().join(name)).unwrap();
        assert_eq!(read("preferences.ron.kept"), "one");
        assert_eq!(read("preferences.ron.kept1"), "two");
    }
}
