//! The user's preferences as a file that a person can read.
//!
//! The file is written whole or not at all, over what it says at that moment (see `store::versioned`). One that
//! cannot be read, or that a newer version wrote, is kept under another name; where that fails too, nothing is written
//! at all. A file that is a link stays one. What a preference means is not known here: any serialisable value is kept.

use super::{
    PreferencesError,
    text_file::{TextFileError, read_text},
    versioned::{self, Unread},
};
use atomic_write_file::AtomicWriteFile;
use serde::{Serialize, de::DeserializeOwned};
use std::{
    fs, io,
    io::Write,
    path::{Path, PathBuf},
    time::Duration,
};

/// Largest file read, in bytes.
const LARGEST: u64 = 1024 * 1024;
/// Files kept aside at most.
const MOST_KEPT: u32 = 1000;
/// Links from one to the next that are followed at most.
const MOST_LINKS: usize = 8;
/// What a program that was ended in the middle of writing left behind is removed when it is older than this: by then
/// no other window is still writing it.
const LEFT_BEHIND: Duration = Duration::from_secs(600);

/// Keeps the preferences of this user at one place.
#[derive(Debug)]
pub struct Keeper<T> {
    /// Where; none where the system tells no place, and nothing is kept.
    path: Option<PathBuf>,
    /// What was read or written last.
    before: T,
    /// What is so without anybody having chosen it.
    unchosen: T,
    /// What is there could not be read, and nobody has a copy of it.
    is_left_alone: bool,
}

/// What this user has kept, from the usual place; see [`load`].
pub fn kept<T: Serialize + DeserializeOwned + Clone>(
    unchosen: T,
) -> (T, Keeper<T>, Option<PreferencesError>) {
    match default_path() {
        Some(path) => load(path, unchosen),
        None => {
            let keeper = Keeper {
                path: None,
                before: unchosen.clone(),
                unchosen: unchosen.clone(),
                is_left_alone: false,
            };
            (unchosen, keeper, None)
        }
    }
}

/// Where this user's preferences are kept, if the system says.
pub fn default_path() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "myomap")
        .map(|dirs| dirs.config_dir().join("preferences.ron"))
}

/// Reads the preferences; what the file does not say is as in `unchosen`, and so is all where there is no file. With
/// them comes who keeps them from then on, and, if any, what was wrong with the file and where it is now.
pub fn load<T: Serialize + DeserializeOwned + Clone>(
    path: PathBuf,
    unchosen: T,
) -> (T, Keeper<T>, Option<PreferencesError>) {
    let path = resolved(path);
    remove_left_behind(&path);
    let (preferences, problem) = match read(&path, &unchosen) {
        Ok(kept) => (kept.unwrap_or_else(|| unchosen.clone()), None),
        Err(why) => (unchosen.clone(), Some(set_aside(&path, why))),
    };
    let keeper = Keeper {
        path: Some(path),
        before: preferences.clone(),
        unchosen,
        is_left_alone: matches!(problem, Some(PreferencesError::LeftAlone { .. })),
    };
    (preferences, keeper, problem)
}

impl<T: Serialize + DeserializeOwned + Clone> Keeper<T> {
    /// Keeps the preferences: what has changed since the last time, over what the file says now. Nothing happens where
    /// the system tells no place, nor after the file was left alone, which has been told by then.
    ///
    /// # Errors
    /// When they cannot be kept.
    pub fn keep(&mut self, preferences: &T) -> Result<(), PreferencesError> {
        let Some(path) = self.path.as_deref().filter(|_| !self.is_left_alone) else {
            return Ok(());
        };
        if let Err(why) = read(path, &self.unchosen) {
            // Another program has written it since.
            let place = path.display().to_string();
            self.is_left_alone = true;
            return Err(PreferencesError::LeftAlone { why, place });
        }
        let written = save(path, preferences, self);
        written.map_err(|why| PreferencesError::Unsaved {
            place: path.display().to_string(),
            why: why.to_string(),
        })?;
        self.before = preferences.clone();
        Ok(())
    }
}

/// What the file says; none where there is no file.
fn read<T: Serialize + DeserializeOwned>(path: &Path, unchosen: &T) -> Result<Option<T>, Unread> {
    match read_text(path, LARGEST) {
        Ok(text) => versioned::read(&text, unchosen).map(Some),
        Err(TextFileError::Io(error)) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(TextFileError::NotText) => Err(Unread::NotText),
        Err(TextFileError::NotAFile) => Err(Unread::NotAFile),
        Err(error @ (TextFileError::Io(_) | TextFileError::TooLarge(_))) => {
            Err(Unread::Broken(error.to_string()))
        }
    }
}

/// Writes the preferences, whole or not at all.
fn save<T: Serialize>(path: &Path, preferences: &T, keeper: &Keeper<T>) -> io::Result<()> {
    // Read a moment ago; where it is gone since, all that was chosen is written anew.
    let there = read_text(path, LARGEST).unwrap_or_default();
    let text = versioned::write(preferences, &keeper.before, &keeper.unchosen, &there);
    let text = text.map_err(io::Error::other)?;
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = AtomicWriteFile::open(path)?;
    file.write_all(text.as_bytes())?;
    file.commit()
}

/// The file that a link leads to, so that the link stays one when the file is replaced.
fn resolved(path: PathBuf) -> PathBuf {
    let mut file = path;
    for _ in 0..MOST_LINKS {
        let Ok(target) = fs::read_link(&file) else {
            break;
        };
        file = match file.parent() {
            Some(folder) => folder.join(target),
            None => target,
        };
    }
    file
}

/// Gives a file that cannot be read another name.
fn set_aside(path: &Path, why: Unread) -> PreferencesError {
    let kept = (0..MOST_KEPT)
        .map(|number| match number {
            0 => path.with_extension("ron.kept"),
            n => path.with_extension(format!("ron.kept{n}")),
        })
        // Of a link that leads nowhere `exists` would say no.
        .find(|kept| fs::symlink_metadata(kept).is_err());
    match kept {
        Some(kept) if fs::rename(path, &kept).is_ok() => PreferencesError::SetAside {
            why,
            kept: kept.display().to_string(),
        },
        _ => PreferencesError::LeftAlone {
            why,
            place: path.display().to_string(),
        },
    }
}

/// Removes what was left behind by a program that was ended between writing and renaming: `.preferences.ron.` and six
/// letters or digits beside the file.
fn remove_left_behind(path: &Path) {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name().and_then(|x| x.to_str()))
    else {
        return;
    };
    let begins = format!(".{name}.");
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let is_ours = entry.file_name().to_str().is_some_and(|name| {
            let ending = name.strip_prefix(&begins).unwrap_or_default();
            ending.len() == 6 && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
        let is_old = entry.metadata().is_ok_and(|about| {
            let age = about.modified().ok().and_then(|when| when.elapsed().ok());
            about.is_file() && age.is_some_and(|age| age > LEFT_BEHIND)
        });
        if is_ours && is_old {
            // Where it cannot be removed it does no harm.
            fs::remove_file(entry.path()).ok();
        }
    }
}

#[cfg(test)]
mod tests;
