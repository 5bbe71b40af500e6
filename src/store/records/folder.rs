//! Journals as files of a folder: one a kind.
//!
//! A line is written at the end of its file and flushed to the disk before it counts as kept. A line that could
//! not be written whole is taken away again. Every change is made under a lock, so that two programs never
//! write at once. Deleting rewrites the file at once, as a whole or not at all, so that the deleted words are
//! gone; lines that could not be read are put into a file beside it first.

use super::{FaultAt, Loaded, RecordStoreError};
use crate::records::{
    Kind, Record, RecordId, Records, ZonedTime, backup,
    journal::{Journal, KeptLine},
    line::{self, Entry},
};
use atomic_write_file::AtomicWriteFile;
use std::{
    collections::BTreeMap,
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, ErrorKind, Read, Write},
    path::{Path, PathBuf},
    time::Duration,
};

/// Names the folder, in place of the usual one.
const VARIABLE: &str = "MYOMAP_RECORDS";
/// How a journal's name ends.
const JOURNAL: &str = "jsonl";
/// How the name of a file with damaged lines ends.
const DAMAGED: &str = "damaged";
/// The file that is locked.
const LOCK: &str = "lock";
/// Largest journal that is read, in millions of bytes: decades of a diary.
const LARGEST_MB: usize = 256;
/// How often, and how long apart, a lock is tried: two seconds in all.
const LOCK_TRIES: (u32, Duration) = (40, Duration::from_millis(50));
/// A journal is rewritten where more than this many bytes of it, and more than half, are no longer current.
const WASTE: u64 = 1_000_000;

/// A folder of journals.
#[derive(Debug)]
pub struct RecordFolder {
    dir: PathBuf,
    known: BTreeMap<Kind, Known>,
}

/// What is known of a journal from reading or writing it last.
#[derive(Clone, Debug)]
struct Known {
    /// Its length then; a file of another length was changed by another program.
    length: u64,
    ends_whole: bool,
    /// Length of the line of each record that is current.
    lines: BTreeMap<RecordId, u64>,
}

/// What `check` found in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Which.
    pub file: PathBuf,
    /// How many records are current.
    pub records: usize,
    /// What could not be read.
    pub faults: Vec<FaultAt>,
}

/// Held while something is changed.
struct Lock(#[allow(dead_code, reason = "it is released with the file")] Option<File>);

impl RecordFolder {
    /// The folder of this user: the one that `MYOMAP_RECORDS` names, else `records` in the folder that the
    /// system gives the program for its data.
    ///
    /// # Errors
    /// Where the system names none.
    pub fn usual() -> Result<Self, RecordStoreError> {
        if let Some(dir) = std::env::var_os(VARIABLE).filter(|dir| !dir.is_empty()) {
            return Ok(Self::at(PathBuf::from(dir)));
        }
        directories::ProjectDirs::from("", "", "myomap")
            .map(|dirs| Self::at(dirs.data_dir().join("records")))
            .ok_or(RecordStoreError::NoFolder)
    }

    /// A folder, which may not be there yet.
    #[must_use]
    pub fn at(dir: PathBuf) -> Self {
        Self {
            dir,
            known: BTreeMap::new(),
        }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.dir
    }

    /// Reads all journals. Where there is no folder there is nothing, and none is made.
    ///
    /// # Errors
    /// Where a file cannot be read at all.
    pub fn load(&mut self) -> Result<Loaded, RecordStoreError> {
        let mut records = Records::default();
        let mut faults = Vec::new();
        let _lock = self.lock_for_reading()?;
        for kind in Kind::ALL {
            let journal = self.read(kind)?;
            for record in journal.records().iter() {
                records.put(record.clone());
            }
            faults.extend(FaultAt::all_in(&journal, &shown(&self.file(kind))));
        }
        Ok(Loaded {
            records,
            place: shown(&self.dir),
            faults,
            ..Loaded::default()
        })
    }

    /// Keeps a record. When this returns, it would be there after a power cut.
    ///
    /// # Errors
    /// Why it is not kept; what was kept before is untouched.
    pub fn put(&mut self, record: &Record) -> Result<(), RecordStoreError> {
        let kind = record.kind();
        let file = self.file(kind);
        let line = line::write(&Entry::Put(record.clone()))
            .map_err(|error| unwritable(&file)(error.into()))?;
        let _lock = self.lock()?;
        self.append(kind, &[(Some(record.id), line.into_bytes())])?;
        // It is kept; a file that stays too long is shortened the next time.
        let _ = self.compact_if_wasteful(kind);
        Ok(())
    }

    /// Takes records away: from what is current, and from the file.
    ///
    /// # Errors
    /// Why one is still there.
    pub fn delete(&mut self, ids: &[RecordId], now: &ZonedTime) -> Result<(), RecordStoreError> {
        let _lock = self.lock()?;
        for kind in Kind::ALL {
            let journal = self.read(kind)?;
            let here: Vec<RecordId> = (ids.iter().copied())
                .filter(|id| journal.get(*id).is_some())
                .collect();
            if here.is_empty() {
                continue;
            }
            let file = self.file(kind);
            let mut lines = Vec::new();
            for id in here {
                let entry = Entry::Delete {
                    id,
                    at: now.clone(),
                };
                let line = line::write(&entry).map_err(|error| unwritable(&file)(error.into()))?;
                lines.push((None, line.into_bytes()));
            }
            self.append(kind, &lines)?;
            self.compact(kind)
                .map_err(|error| RecordStoreError::NotErased {
                    place: shown(&file),
                    why: error.to_string(),
                })?;
        }
        Ok(())
    }

    /// Takes everything away: journals, those of newer versions as well, and damaged lines. Other files in the
    /// folder stay.
    ///
    /// # Errors
    /// What is still there.
    pub fn delete_everything(&mut self) -> Result<(), RecordStoreError> {
        if !self.is_there()? {
            return Ok(());
        }
        let _lock = self.lock()?;
        self.known.clear();
        for entry in fs::read_dir(&self.dir).map_err(unreadable(&self.dir))? {
            let path = entry.map_err(unreadable(&self.dir))?.path();
            if is_ours(&path) {
                fs::remove_file(&path).map_err(unwritable(&path))?;
            }
        }
        sync_folder(&self.dir);
        Ok(())
    }

    /// A backup of everything that is current, and how many records it holds.
    ///
    /// # Errors
    /// Where a journal cannot be read.
    pub fn back_up(&mut self, now: &ZonedTime) -> Result<(Vec<u8>, usize), RecordStoreError> {
        let _lock = self.lock_for_reading()?;
        let mut kept: Vec<KeptLine> = Vec::new();
        for kind in Kind::ALL {
            let journal = self.read(kind)?;
            // A backup that left out what it cannot read would look whole.
            if let Some((line, newer)) = journal.newer.first() {
                return Err(newer_error(&self.file(kind), *line, newer));
            }
            kept.extend(journal.kept().cloned());
        }
        let lines = kept.iter().map(|kept| kept.bytes.as_slice());
        let bytes =
            backup::write(lines, now).map_err(|error| unwritable(&self.dir)(error.into()))?;
        Ok((bytes, kept.len()))
    }

    /// Takes a backup over.
    ///
    /// # Errors
    /// Where it is none, or what it brings cannot be kept. What was added before that stays; taking the same
    /// backup over again adds the rest.
    pub fn take_over(&mut self, bytes: &[u8]) -> Result<backup::Merge, RecordStoreError> {
        let there = match self.is_there()? {
            true => self.journals()?,
            // A file that is no backup makes no folder.
            false => Vec::new(),
        };
        let merge = merged(&there, bytes)?;
        if merge.to_add.is_empty() {
            return Ok(merge);
        }
        let _lock = self.lock()?;
        // Somebody else may have written since.
        let there = self.journals()?;
        let merge = merged(&there, bytes)?;
        for (kind, journal) in &there {
            let brings = merge.to_add.iter().any(|kept| kept.record.kind() == *kind);
            if let Some((line, newer)) = journal.newer.first().filter(|_| brings) {
                return Err(newer_error(&self.file(*kind), *line, newer));
            }
        }
        for kind in Kind::ALL {
            let lines: Vec<_> = (merge.to_add.iter())
                .filter(|kept| kept.record.kind() == kind)
                .map(|kept| (Some(kept.record.id), kept.bytes.clone()))
                .collect();
            if !lines.is_empty() {
                self.append(kind, &lines)?;
            }
        }
        Ok(merge)
    }

    /// Looks at every journal.
    ///
    /// # Errors
    /// Where a file cannot be read at all.
    pub fn check(&mut self) -> Result<Vec<Checked>, RecordStoreError> {
        let _lock = self.lock_for_reading()?;
        let mut all = Vec::new();
        for kind in Kind::ALL {
            let file = self.file(kind);
            if about(&file)?.is_none() {
                continue;
            }
            let journal = self.read(kind)?;
            all.push(Checked {
                records: journal.kept().count(),
                faults: FaultAt::all_in(&journal, &shown(&file)),
                file,
            });
        }
        Ok(all)
    }

    /// The journal of a kind.
    fn file(&self, kind: Kind) -> PathBuf {
        self.dir.join(kind.word()).with_extension(JOURNAL)
    }

    /// True for a folder, false where there is nothing.
    fn is_there(&self) -> Result<bool, RecordStoreError> {
        match fs::metadata(&self.dir) {
            Ok(about) if about.is_dir() => Ok(true),
            Ok(_) => Err(RecordStoreError::NotAFolder {
                place: shown(&self.dir),
            }),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) if error.kind() == ErrorKind::NotADirectory => {
                Err(RecordStoreError::NotAFolder {
                    place: shown(&self.dir),
                })
            }
            Err(error) => Err(unreadable(&self.dir)(error)),
        }
    }

    /// Makes the folder where it is not there, and keeps other programs from writing in it until the lock is
    /// dropped.
    fn lock(&self) -> Result<Lock, RecordStoreError> {
        if !self.is_there()? {
            let mut builder = fs::DirBuilder::new();
            builder.recursive(true);
            #[cfg(unix)]
            std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
            builder.create(&self.dir).map_err(unwritable(&self.dir))?;
        }
        let path = self.dir.join(LOCK);
        let file = private()
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(unwritable(&path))?;
        let (tries, pause) = LOCK_TRIES;
        for _ in 0..tries {
            match file.try_lock() {
                Ok(()) => return Ok(Lock(Some(file))),
                Err(TryLockError::WouldBlock) => std::thread::sleep(pause),
                // Some network file systems have no locks.
                Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {
                    return Ok(Lock(None));
                }
                Err(TryLockError::Error(error)) => return Err(unwritable(&path)(error)),
            }
        }
        Err(RecordStoreError::InUse {
            place: shown(&self.dir),
        })
    }

    /// Waits until nobody is writing, so that no line is read in its middle. Where that cannot be told, because
    /// the folder is not there or cannot be written to, nobody is.
    fn lock_for_reading(&self) -> Result<Lock, RecordStoreError> {
        if !self.is_there()? {
            return Ok(Lock(None));
        }
        let file = File::open(self.dir.join(LOCK)).ok();
        let (tries, pause) = LOCK_TRIES;
        for _ in 0..tries {
            match file.as_ref().map(File::try_lock_shared) {
                Some(Err(TryLockError::WouldBlock)) => std::thread::sleep(pause),
                _ => return Ok(Lock(file)),
            }
        }
        Err(RecordStoreError::InUse {
            place: shown(&self.dir),
        })
    }

    /// Reads a journal; an empty one where there is none.
    fn read(&mut self, kind: Kind) -> Result<Journal, RecordStoreError> {
        let path = self.file(kind);
        self.known.remove(&kind);
        let Some(length) = about(&path)? else {
            return Ok(Journal::read(&[]));
        };
        let too_large = || RecordStoreError::TooLarge {
            place: shown(&path),
            mb: LARGEST_MB,
        };
        let most = (LARGEST_MB as u64) * 1_000_000;
        if length > most {
            return Err(too_large());
        }
        let mut bytes = Vec::new();
        File::open(&path)
            .and_then(|file| file.take(most + 1).read_to_end(&mut bytes))
            .map_err(unreadable(&path))?;
        let length = bytes.len() as u64;
        if length > most {
            return Err(too_large());
        }
        let journal = Journal::read(&bytes);
        if journal.newer.is_empty() {
            let lines = journal
                .kept()
                .map(|kept| (kept.record.id, kept.bytes.len() as u64));
            let known = Known {
                length,
                ends_whole: journal.ends_whole,
                lines: lines.collect(),
            };
            self.known.insert(kind, known);
        }
        Ok(journal)
    }

    fn journals(&mut self) -> Result<Vec<(Kind, Journal)>, RecordStoreError> {
        Kind::ALL
            .into_iter()
            .map(|kind| Ok((kind, self.read(kind)?)))
            .collect()
    }

    /// Writes lines at the end of a journal and flushes them to the disk: all of them or none.
    fn append(
        &mut self,
        kind: Kind,
        lines: &[(Option<RecordId>, Vec<u8>)],
    ) -> Result<(), RecordStoreError> {
        let path = self.file(kind);
        let before = about(&path)?;
        let fresh = |known: &Known| known.length == before.unwrap_or(0);
        if !self.known.get(&kind).is_some_and(fresh) {
            let journal = self.read(kind)?;
            if let Some((line, newer)) = journal.newer.first() {
                return Err(newer_error(&path, *line, newer));
            }
        }
        let mut known = self.known.get(&kind).cloned().unwrap_or(Known {
            length: 0,
            ends_whole: true,
            lines: BTreeMap::new(),
        });
        let mut bytes = Vec::new();
        if !known.ends_whole {
            bytes.push(b'\n');
        }
        for (id, line) in lines {
            bytes.extend_from_slice(line);
            bytes.push(b'\n');
            if let Some(id) = id {
                known.lines.insert(*id, line.len() as u64);
            }
        }
        let mut file = private()
            .append(true)
            .create(true)
            .open(&path)
            .map_err(unwritable(&path))?;
        if let Err(error) = file.write_all(&bytes).and_then(|()| file.sync_all()) {
            // What was written of it goes again. Where even that fails, the line is known as torn.
            let _ = file.set_len(known.length).and_then(|()| file.sync_all());
            self.known.remove(&kind);
            return Err(unwritable(&path)(error));
        }
        if before.is_none() {
            sync_folder(&self.dir);
        }
        known.length += bytes.len() as u64;
        known.ends_whole = true;
        self.known.insert(kind, known);
        Ok(())
    }

    fn compact_if_wasteful(&mut self, kind: Kind) -> Result<(), RecordStoreError> {
        let Some(known) = self.known.get(&kind) else {
            return Ok(());
        };
        let current: u64 = known.lines.values().map(|length| length + 1).sum();
        let waste = known.length.saturating_sub(current);
        if waste > WASTE && waste > known.length / 2 {
            return self.compact(kind);
        }
        Ok(())
    }

    /// Writes a journal anew with what is current. Damaged lines go into the file beside it first.
    fn compact(&mut self, kind: Kind) -> Result<(), RecordStoreError> {
        let path = self.file(kind);
        let journal = self.read(kind)?;
        if let Some((line, newer)) = journal.newer.first() {
            return Err(newer_error(&path, *line, newer));
        }
        if !journal.damaged.is_empty() {
            let aside = path.with_extension(DAMAGED);
            about(&aside)?;
            let lines = journal.damaged.iter().map(|damaged| &damaged.bytes);
            let bytes: Vec<u8> = lines
                .flat_map(|line| [line.as_slice(), b"\n"].concat())
                .collect();
            private()
                .append(true)
                .create(true)
                .open(&aside)
                .and_then(|mut file| file.write_all(&bytes).and_then(|()| file.sync_all()))
                .map_err(unwritable(&aside))?;
        }
        // A link to a file elsewhere stays one.
        let real = path.canonicalize().map_err(unreadable(&path))?;
        AtomicWriteFile::open(&real)
            .and_then(|mut file| {
                file.write_all(&journal.compacted())?;
                file.commit()
            })
            .map_err(unwritable(&path))?;
        sync_folder(&self.dir);
        self.read(kind)?;
        Ok(())
    }
}

fn merged(there: &[(Kind, Journal)], bytes: &[u8]) -> Result<backup::Merge, RecordStoreError> {
    let kept = there.iter().flat_map(|(_, journal)| journal.kept());
    Ok(backup::merge(kept, bytes)?)
}

/// Files are for their owner alone.
fn private() -> OpenOptions {
    #[allow(unused_mut, reason = "changed on Unix only")]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// True for what this room writes, the unfinished files of a rewriting that was cut short among them.
fn is_ours(path: &Path) -> bool {
    let name = path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or("");
    let ends = |ending: &str| path.extension().is_some_and(|it| it == ending);
    ends(JOURNAL) || ends(DAMAGED) || (name.starts_with('.') && name.contains(".jsonl."))
}

/// The length of a plain file; none where there is nothing. Asked before opening: to open a pipe would wait for
/// ever.
fn about(path: &Path) -> Result<Option<u64>, RecordStoreError> {
    match fs::metadata(path) {
        Ok(about) if about.is_file() => Ok(Some(about.len())),
        Ok(_) => Err(RecordStoreError::NotAFile { place: shown(path) }),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(path)(error)),
    }
}

/// A new name in a folder is on the disk only when the folder is. Systems that do not know this need it not.
fn sync_folder(dir: &Path) {
    if cfg!(unix) {
        let _ = File::open(dir).and_then(|folder| folder.sync_all());
    }
}

fn newer_error(path: &Path, line: usize, newer: &line::Newer) -> RecordStoreError {
    RecordStoreError::Newer {
        place: shown(path),
        line,
        what: line::LineFault::Newer(newer.clone()).to_string(),
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn unreadable(path: &Path) -> impl Fn(io::Error) -> RecordStoreError + '_ {
    move |error| RecordStoreError::Unreadable {
        place: shown(path),
        why: error.to_string(),
    }
}

fn unwritable(path: &Path) -> impl Fn(io::Error) -> RecordStoreError + '_ {
    move |error| {
        let place = shown(path);
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                RecordStoreError::Full { place }
            }
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                RecordStoreError::ReadOnly { place }
            }
            ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
                RecordStoreError::NotAFolder { place }
            }
            _ => RecordStoreError::Unwritable {
                place,
                why: error.to_string(),
            },
        }
    }
}

#[cfg(test)]
mod tests;
