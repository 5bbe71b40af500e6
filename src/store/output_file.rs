//! Files that the program makes for its user: pictures, surfaces, backups.
//!
//! A file is written beside its place, flushed to the disk and then renamed, so that what was there before
//! survives whatever goes wrong: a full disk, a folder that must not be written to, a kill. What the bytes
//! mean, and what a file may be called, is the caller's business.

use atomic_write_file::AtomicWriteFile;
use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Most links followed from one name to the file that it means; the system has a limit of this size too.
const MOST_LINKS: usize = 40;

/// A file that could not be written. What was there before is still there.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {why}", path = path.display())]
pub struct OutputError {
    /// The file.
    pub path: PathBuf,
    /// What the system says, or what is in the way.
    pub why: io::Error,
}

/// Writes a file, whole or not at all. A link is followed, and stays a link. A pipe or a device is written to as
/// it is.
///
/// # Errors
/// Where the file or its folder must not or cannot be written to. An older file is left as it was.
pub fn write_output(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    check_output(path)?;
    write(path, bytes).map_err(fault(path))
}

/// Finds out, before any work is done for it, that a file could not be written. No file is touched.
///
/// # Errors
/// Where there is no such folder, or something is in the way.
pub fn check_output(path: &Path) -> Result<(), OutputError> {
    let blocked = |kind, why: &str| Err(fault(path)(io::Error::new(kind, why.to_owned())));
    match fs::metadata(path) {
        Ok(about) if about.is_dir() => {
            return blocked(
                io::ErrorKind::IsADirectory,
                "is a folder; name a file in it",
            );
        }
        // To rename over it would not ask: whoever protected it wants it kept.
        Ok(about) if about.is_file() && about.permissions().readonly() => {
            return blocked(
                io::ErrorKind::PermissionDenied,
                "is write-protected; choose another name",
            );
        }
        _ => {}
    }
    let meant = meant_by(path).map_err(fault(path))?;
    match fs::metadata(folder_of(&meant)) {
        Ok(about) if about.is_dir() => Ok(()),
        Ok(_) => blocked(io::ErrorKind::NotADirectory, "its folder is a file"),
        Err(why) if why.kind() == io::ErrorKind::NotFound => {
            blocked(why.kind(), "there is no such folder; make it first")
        }
        Err(why) => Err(fault(path)(why)),
    }
}

fn fault(path: &Path) -> impl FnOnce(io::Error) -> OutputError {
    let path = path.to_owned();
    move |why| OutputError { path, why }
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Ok(about) = fs::metadata(path)
        && !about.is_file()
    {
        // Nothing can be renamed over `/dev/stdout`, and nothing is lost in it.
        let mut device = fs::OpenOptions::new().write(true).open(path)?;
        return device.write_all(bytes).and_then(|()| device.flush());
    }
    let mut file = AtomicWriteFile::open(meant_by(path)?)?;
    file.write_all(bytes)?;
    // Flushes to the disk, and tells what goes wrong in it.
    file.commit()
}

/// The file that a name means: what a link leads to, there or not.
fn meant_by(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(target) = fs::read_link(&path) else {
            return Ok(path);
        };
        path = folder_of(&path).join(target);
    }
    Err(io::Error::other("the link leads to itself"))
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names in a folder, hidden ones too: nothing half-written must be left.
    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_made_and_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.png");
        write_output(&path, b"one").unwrap();
        write_output(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(names(folder.path()), ["a.png"]);
    }

    #[test]
    fn what_cannot_be_written_is_said_and_nothing_is_touched() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("kept.png"), "old").unwrap();
        let mut protected = fs::metadata(at("kept.png")).unwrap().permissions();
        protected.set_readonly(true);
        fs::set_permissions(at("kept.png"), protected).unwrap();
        for (name, says) in [
            ("kept.png", "write-protected"),
            ("none/a.png", "no such folder"),
            ("kept.png/a.png", "a.png"),
            ("", "folder"),
        ] {
            let error = write_output(&at(name), b"new").unwrap_err();
            assert!(error.to_string().contains(says), "{name}: {error}");
        }
        assert_eq!(fs::read(at("kept.png")).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["kept.png"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_a_full_device_is_told() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("real")).unwrap();
        fs::write(at("real/a.png"), "old").unwrap();
        symlink("real/a.png", at("a.png")).unwrap();
        symlink("real/b.png", at("b.png")).unwrap();
        write_output(&at("a.png"), b"new").unwrap();
        write_output(&at("b.png"), b"new").unwrap();
        for name in ["a.png", "b.png"] {
            assert!(at(name).is_symlink(), "{name}");
            assert_eq!(fs::read(at("real").join(name)).unwrap(), b"new");
        }
        symlink("loop.png", at("loop.png")).unwrap();
        assert!(write_output(&at("loop.png"), b"new").is_err());
        if Path::new("/dev/full").exists() {
            symlink("/dev/full", at("full.png")).unwrap();
            assert!(write_output(&at("full.png"), b"x").is_err());
            assert!(at("full.png").is_symlink());
        }
    }
}
