//! A backup as a file: its name, its usual place, and reading and writing it.

use crate::records::ZonedTime;
#[cfg(not(target_arch = "wasm32"))]
use crate::{
    records::backup::LARGEST_BACKUP,
    store::text_file::{TextFileError, as_utf8, open_plain},
};
#[cfg(not(target_arch = "wasm32"))]
use atomic_write_file::AtomicWriteFile;
#[cfg(not(target_arch = "wasm32"))]
use std::{
    fs, io,
    io::{Read, Write},
    path::{Path, PathBuf},
};

/// How the name of a backup ends.
pub const ENDING: &str = "jsonl";

/// What a backup of this day is called.
#[must_use]
pub fn name(at: &ZonedTime) -> String {
    format!("myomap-{}.{ENDING}", at.civil().date())
}

/// Where a backup goes that nobody has chosen a place for: among the user's documents, under a name that is not
/// taken.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn usual_path(at: &ZonedTime) -> PathBuf {
    let dirs = directories::UserDirs::new();
    let folder = dirs
        .as_ref()
        .map(|dirs| dirs.document_dir().unwrap_or(dirs.home_dir()).to_owned())
        .filter(|folder| folder.is_dir())
        .unwrap_or_else(std::env::temp_dir);
    free_path(&folder, at)
}

#[cfg(not(target_arch = "wasm32"))]
fn free_path(folder: &Path, at: &ZonedTime) -> PathBuf {
    let date = at.civil().date();
    let names = (2..1000).map(|number| format!("myomap-{date}-{number}.{ENDING}"));
    std::iter::once(name(at))
        .chain(names)
        .map(|name| folder.join(name))
        .find(|path| !path.exists())
        .unwrap_or_else(|| folder.join(name(at)))
}

/// Writes a backup. An older one of that name is replaced by a whole one or stays. What is no plain file, as a
/// device or a pipe, is written to as it is.
///
/// # Errors
/// What the system says.
#[cfg(not(target_arch = "wasm32"))]
pub fn write(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let is_special = fs::metadata(file).is_ok_and(|about| !about.is_file() && !about.is_dir());
    if is_special {
        let mut there = fs::OpenOptions::new().write(true).open(file)?;
        return there.write_all(bytes).and_then(|()| there.flush());
    }
    let mut whole = AtomicWriteFile::open(file)?;
    whole.write_all(bytes)?;
    whole.commit()
}

/// Reads a backup that was chosen in a dialog; one that is too large only as far as to know that. What is no plain
/// file is not opened: a pipe would hold the window up for ever.
///
/// # Errors
/// What the system says, or that it is no plain file.
#[cfg(not(target_arch = "wasm32"))]
pub fn read(file: &Path) -> Result<Vec<u8>, TextFileError> {
    Ok(read_from(open_plain(file)?)?)
}

/// As [`read`], from anything: on the command line somebody may unpack a backup into a pipe.
///
/// # Errors
/// What the system says.
#[cfg(not(target_arch = "wasm32"))]
pub fn read_from(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(LARGEST_BACKUP as u64 + 1)
        .read_to_end(&mut bytes)?;
    // Windows' shell writes what a command prints as UTF-16.
    Ok(as_utf8(bytes))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    /// A pipe that nobody writes into; opening it would wait for ever.
    #[cfg(unix)]
    #[test]
    fn what_is_no_plain_file_is_not_opened() {
        let dir = tempfile::tempdir().unwrap();
        let pipe = dir.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        for path in [pipe.as_path(), dir.path(), Path::new("/dev/zero")] {
            assert!(
                matches!(read(path), Err(TextFileError::NotAFile)),
                "{path:?}"
            );
        }
        let file = dir.path().join("backup");
        fs::write(&file, b"\xff").unwrap();
        assert_eq!(read(&file).unwrap(), b"\xff");
    }

    #[test]
    fn a_backup_without_a_chosen_place_replaces_none() {
        let at: ZonedTime = "2026-11-27T19:28:08+01:00".parse().unwrap();
        let dir = tempfile::tempdir().unwrap();
        let mut names = Vec::new();
        for _ in 0..3 {
            let path = free_path(dir.path(), &at);
            write(&path, b"x").unwrap();
            names.push(path.file_name().unwrap().to_str().unwrap().to_owned());
        }
        assert_eq!(
            names,
            [
                "myomap-2026-11-27.jsonl",
                "myomap-2026-11-27-2.jsonl",
                "myomap-2026-11-27-3.jsonl"
            ]
        );
    }
}
