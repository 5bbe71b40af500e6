//! A folder of data files from outside: a whole set, or a pack laid over the built-in data.
//!
//! What comes from outside is not trusted: links that lead out of the folder, files and
//! folders beyond any size a data set has, and text that is not text are refused with a reason.

use super::text_file::text_of;
use std::{
    collections::BTreeMap,
    fs, io,
    io::Read,
    path::{Path, PathBuf},
};

/// Largest file read, in bytes. The largest of the built-in data is far below one megabyte.
const LARGEST_FILE: u64 = 8 * 1024 * 1024;
/// Most bytes read from one folder.
const LARGEST_FOLDER: u64 = 64 * 1024 * 1024;
/// Folders inside folders; the built-in data has two levels.
const DEEPEST: usize = 4;
/// Most entries looked at, data or not.
const MOST_ENTRIES: usize = 20_000;

/// Why a folder was refused. Nothing of a refused folder is used.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such folder.
    #[error("{0}: no such folder")]
    NoFolder(PathBuf),
    /// The system refused to read.
    #[error("{path}: {reason}")]
    Unreadable {
        /// What could not be read.
        path: PathBuf,
        /// What the system said.
        reason: io::Error,
    },
    /// A link to something that is not in the folder.
    #[error("{0}: leads out of the data folder; copy the file into the folder")]
    LeadsOut(PathBuf),
    /// A link to something that is not there.
    #[error("{0}: leads to nothing; mend the link or take it away")]
    LeadsNowhere(PathBuf),
    /// A pipe, a device or the like.
    #[error("{0}: is not a plain file")]
    NotAFile(PathBuf),
    /// A file too large for data.
    #[error("{0}: is larger than {mb} MB", mb = LARGEST_FILE / 1024 / 1024)]
    FileTooLarge(PathBuf),
    /// Too much in all.
    #[error("{0}: holds more than {mb} MB or {MOST_ENTRIES} files", mb = LARGEST_FOLDER / 1024 / 1024)]
    FolderTooLarge(PathBuf),
    /// Folders in folders in folders.
    #[error("{0}: is more than {DEEPEST} folders deep")]
    TooDeep(PathBuf),
    /// Neither UTF-8 nor UTF-16 with its mark; or a name that is no text.
    #[error("{0}: is no text; save it as UTF-8")]
    NotText(PathBuf),
}

impl StoreError {
    /// The limit that was passed: megabytes, or folders in folders; 0 where none was.
    #[must_use]
    pub fn limit(&self) -> u64 {
        match self {
            Self::FileTooLarge(_) => LARGEST_FILE / 1024 / 1024,
            Self::FolderTooLarge(_) => LARGEST_FOLDER / 1024 / 1024,
            Self::TooDeep(_) => DEEPEST as u64,
            _ => 0,
        }
    }
}

/// Reads the `.ron` and `.ftl` files of `dir`: path relative to it with `/` between its parts, and text.
/// Other files are ignored, and so are hidden ones.
///
/// # Errors
/// The first thing found that makes the folder unfit; see [`StoreError`].
pub fn folder_files(dir: &Path) -> Result<BTreeMap<String, String>, StoreError> {
    if !dir.is_dir() {
        return Err(StoreError::NoFolder(dir.to_owned()));
    }
    let root = dir.canonicalize().map_err(unreadable(dir))?;
    let mut reader = Reader {
        root,
        files: BTreeMap::new(),
        bytes: 0,
        entries: 0,
    };
    reader.read_folder(dir, "", 0)?;
    Ok(reader.files)
}

fn unreadable(path: &Path) -> impl FnOnce(io::Error) -> StoreError + '_ {
    move |reason| StoreError::Unreadable {
        path: path.to_owned(),
        reason,
    }
}

struct Reader {
    root: PathBuf,
    files: BTreeMap<String, String>,
    bytes: u64,
    entries: usize,
}

impl Reader {
    fn read_folder(&mut self, dir: &Path, prefix: &str, depth: usize) -> Result<(), StoreError> {
        if depth > DEEPEST {
            return Err(StoreError::TooDeep(dir.to_owned()));
        }
        let mut paths = Vec::new();
        for entry in fs::read_dir(dir).map_err(unreadable(dir))? {
            self.entries += 1;
            if self.entries > MOST_ENTRIES {
                return Err(StoreError::FolderTooLarge(self.root.clone()));
            }
            paths.push(entry.map_err(unreadable(dir))?.path());
        }
        // So that the same folder is always refused for the same reason.
        paths.sort();
        for path in paths {
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
                return Err(StoreError::NotText(path));
            };
            if name.starts_with('.') {
                continue;
            }
            let place = format!("{prefix}{name}");
            let is_data = name.ends_with(".ron") || name.ends_with(".ftl");
            let real = match path.canonicalize() {
                Ok(real) => real,
                Err(_) if !is_data => continue,
                Err(_) if path.is_symlink() => return Err(StoreError::LeadsNowhere(path)),
                Err(reason) => return Err(unreadable(&path)(reason)),
            };
            // What is neither a folder nor data is not read, wherever it leads.
            if !is_data && !real.is_dir() {
                continue;
            }
            if !real.starts_with(&self.root) {
                return Err(StoreError::LeadsOut(path));
            }
            if real.is_dir() {
                self.read_folder(&path, &format!("{place}/"), depth + 1)?;
            } else {
                let text = self.read_file(&path)?;
                self.files.insert(place, text);
            }
        }
        Ok(())
    }

    /// Whether the file that was opened is the one at its path, and that in the folder: a link may have been put in
    /// its way since its path was looked at.
    fn holds(&self, path: &Path, opened: &fs::File) -> io::Result<bool> {
        let real = path.canonicalize()?;
        #[cfg(unix)]
        let same = {
            use std::os::unix::fs::MetadataExt;
            let (at_path, opened) = (fs::symlink_metadata(&real)?, opened.metadata()?);
            (at_path.dev(), at_path.ino()) == (opened.dev(), opened.ino())
        };
        #[cfg(not(unix))]
        let same = opened.metadata()?.is_file();
        Ok(same && real.starts_with(&self.root))
    }

    fn read_file(&mut self, path: &Path) -> Result<String, StoreError> {
        // Asked before opening: to open a pipe would wait for ever.
        let about = fs::metadata(path).map_err(unreadable(path))?;
        if !about.is_file() {
            return Err(StoreError::NotAFile(path.to_owned()));
        }
        let file = fs::File::open(path).map_err(unreadable(path))?;
        if !self.holds(path, &file).map_err(unreadable(path))? {
            return Err(StoreError::LeadsOut(path.to_owned()));
        }
        let mut bytes = Vec::new();
        // One byte more than allowed tells a file that has grown since from one at the limit.
        file.take(LARGEST_FILE + 1)
            .read_to_end(&mut bytes)
            .map_err(unreadable(path))?;
        let length = bytes.len() as u64;
        if length > LARGEST_FILE {
            return Err(StoreError::FileTooLarge(path.to_owned()));
        }
        self.bytes += length;
        if self.bytes > LARGEST_FOLDER {
            return Err(StoreError::FolderTooLarge(self.root.clone()));
        }
        text_of(bytes).ok_or_else(|| StoreError::NotText(path.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().unwrap()
    }

    #[test]
    fn only_data_is_read_and_told_by_its_path() {
        let dir = folder();
        fs::create_dir(dir.path().join("muscles")).unwrap();
        fs::write(dir.path().join("regions.ron"), "\u{feff}new").unwrap();
        fs::write(dir.path().join("muscles/a.ron"), "a").unwrap();
        fs::write(dir.path().join("README.md"), "ignored").unwrap();
        fs::write(dir.path().join(".hidden.ron"), "ignored").unwrap();
        let files = folder_files(dir.path()).unwrap();
        let all: Vec<_> = files
            .iter()
            .map(|(p, t)| (p.as_str(), t.as_str()))
            .collect();
        assert_eq!(all, [("muscles/a.ron", "a"), ("regions.ron", "new")]);
    }

    #[test]
    fn a_missing_folder_is_said() {
        let dir = folder();
        assert!(matches!(
            folder_files(&dir.path().join("none")),
            Err(StoreError::NoFolder(_))
        ));
    }

    #[test]
    fn what_is_too_large_too_deep_or_no_text_is_refused() {
        let large = folder();
        fs::write(large.path().join("a.ron"), "x").unwrap();
        fs::File::create(large.path().join("b.ron"))
            .unwrap()
            .set_len(LARGEST_FILE + 1)
            .unwrap();
        assert!(matches!(
            folder_files(large.path()),
            Err(StoreError::FileTooLarge(_))
        ));

        let deep = folder();
        fs::create_dir_all(deep.path().join("1/2/3/4/5")).unwrap();
        assert!(matches!(
            folder_files(deep.path()),
            Err(StoreError::TooDeep(_))
        ));

        let bytes = folder();
        fs::write(bytes.path().join("a.ron"), [0xff, 0xff, 0x00]).unwrap();
        assert!(matches!(
            folder_files(bytes.path()),
            Err(StoreError::NotText(_))
        ));
    }

    #[cfg(unix)]
    #[test]
    fn only_a_link_in_the_place_of_data_is_anything_to_us() {
        use std::os::unix::fs::symlink;
        let dir = folder();
        let at = |name: &str| dir.path().join(name);
        fs::write(at("a.ron"), "a").unwrap();
        symlink("a.ron", at("b.ron")).unwrap();
        symlink("nowhere", at("lock")).unwrap();
        symlink("loop", at("loop")).unwrap();
        symlink("/dev/null", at("notes.txt")).unwrap();
        let files = folder_files(dir.path()).unwrap();
        assert_eq!(files.into_keys().collect::<Vec<_>>(), ["a.ron", "b.ron"]);
        symlink("nowhere.ron", at("c.ron")).unwrap();
        assert!(matches!(
            folder_files(dir.path()),
            Err(StoreError::LeadsNowhere(path)) if path.ends_with("c.ron")
        ));
    }

    #[cfg(unix)]
    #[test]
    fn a_file_put_in_the_place_of_one_that_was_looked_at_is_not_read() {
        let (dir, outside) = (folder(), folder());
        fs::write(dir.path().join("a.ron"), "a").unwrap();
        fs::write(outside.path().join("a.ron"), "secret").unwrap();
        let reader = Reader {
            root: dir.path().canonicalize().unwrap(),
            files: BTreeMap::new(),
            bytes: 0,
            entries: 0,
        };
        let path = dir.path().join("a.ron");
        let opened =
            |folder: &tempfile::TempDir| fs::File::open(folder.path().join("a.ron")).unwrap();
        assert!(reader.holds(&path, &opened(&dir)).unwrap());
        assert!(!reader.holds(&path, &opened(&outside)).unwrap());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_and_a_loop_are_refused() {
        let outside = folder();
        fs::write(outside.path().join("secret.ron"), "secret").unwrap();
        let dir = folder();
        std::os::unix::fs::symlink(outside.path(), dir.path().join("muscles")).unwrap();
        assert!(matches!(
            folder_files(dir.path()),
            Err(StoreError::LeadsOut(_))
        ));

        let looped = folder();
        std::os::unix::fs::symlink(looped.path(), looped.path().join("again")).unwrap();
        assert!(matches!(
            folder_files(looped.path()),
            Err(StoreError::TooDeep(_))
        ));
    }
}
