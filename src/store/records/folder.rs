//! Journals as files of a folder: one a kind.
//!
//! Every change is made under a lock, so that two programs never write at once. Deleting rewrites the file at once, as
//! a whole or not at all, so that the deleted words are gone. Not here: how a journal is read, written and shortened
//! (`journals`), and who may write (`lock`).

mod files;
mod journals;
mod lock;

use super::{FaultAt, Loaded, RecordStoreError};
use crate::records::{
    Kind, Record, RecordId, Records, ZonedTime, backup,
    journal::{Journal, KeptLine},
    line::{self, Entry},
};
use files::{about, shown, sync_folder, unreadable, unwritable};
use journals::{DAMAGED, JOURNAL, Journals, newer_error};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Names the folder, in place of the usual one.
const VARIABLE: &str = "MYOMAP_RECORDS";
/// A folder of journals.
#[derive(Debug)]
pub struct RecordFolder {
    journals: Journals,
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
            journals: Journals::at(dir),
        }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.journals.dir
    }

    /// Reads all journals. Where there is no folder there is nothing, and none is made.
    ///
    /// # Errors
    /// Where a file cannot be read at all.
    pub fn load(&mut self) -> Result<Loaded, RecordStoreError> {
        let mut records = Records::default();
        let mut faults = Vec::new();
        let _lock = lock::for_reading(self.path())?;
        for kind in Kind::ALL {
            let journal = self.journals.read(kind)?;
            for record in journal.records().iter() {
                records.put(record.clone());
            }
            faults.extend(FaultAt::all_in(&journal, &shown(&self.journals.file(kind))));
        }
        Ok(Loaded {
            records,
            place: shown(self.path()),
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
        let file = self.journals.file(kind);
        let line = line::write(&Entry::Put(record.clone()))
            .map_err(|error| unwritable(&file)(error.into()))?;
        let _lock = lock::for_writing(self.path())?;
        self.journals
            .append(kind, &[(Some(record.id), line.into_bytes())])?;
        // It is kept; a file that stays too long is shortened the next time.
        self.journals.compact_if_wasteful(kind).ok();
        Ok(())
    }

    /// Takes records away: from what is current, and from the file.
    ///
    /// # Errors
    /// Why one is still there.
    pub fn delete(&mut self, ids: &[RecordId], now: &ZonedTime) -> Result<(), RecordStoreError> {
        let _lock = lock::for_writing(self.path())?;
        for kind in Kind::ALL {
            let journal = self.journals.read(kind)?;
            let here: Vec<RecordId> = (ids.iter().copied())
                .filter(|id| journal.get(*id).is_some())
                .collect();
            if here.is_empty() {
                continue;
            }
            let file = self.journals.file(kind);
            let mut lines = Vec::new();
            for id in here {
                let entry = Entry::Delete {
                    id,
                    at: now.clone(),
                };
                let line = line::write(&entry).map_err(|error| unwritable(&file)(error.into()))?;
                lines.push((None, line.into_bytes()));
            }
            self.journals.append(kind, &lines)?;
            self.journals
                .compact(kind)
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
        if !lock::is_there(self.path())? {
            return Ok(());
        }
        let _lock = lock::for_writing(self.path())?;
        self.journals.forget();
        for entry in fs::read_dir(self.path()).map_err(unreadable(self.path()))? {
            let path = entry.map_err(unreadable(self.path()))?.path();
            if is_ours(&path) {
                fs::remove_file(&path).map_err(unwritable(&path))?;
            }
        }
        sync_folder(self.path());
        Ok(())
    }

    /// A backup of everything that is current, and how many records it holds.
    ///
    /// # Errors
    /// Where a journal cannot be read.
    pub fn back_up(&mut self, now: &ZonedTime) -> Result<(Vec<u8>, usize), RecordStoreError> {
        let _lock = lock::for_reading(self.path())?;
        let mut kept: Vec<KeptLine> = Vec::new();
        for kind in Kind::ALL {
            let journal = self.journals.read(kind)?;
            // A backup that left out what it cannot read would look whole.
            if let Some((line, newer)) = journal.newer.first() {
                return Err(newer_error(&self.journals.file(kind), *line, newer));
            }
            kept.extend(journal.kept().cloned());
        }
        let lines = kept.iter().map(|kept| kept.bytes.as_slice());
        let bytes =
            backup::write(lines, now).map_err(|error| unwritable(self.path())(error.into()))?;
        Ok((bytes, kept.len()))
    }

    /// Takes a backup over.
    ///
    /// # Errors
    /// Where it is none, or what it brings cannot be kept. What was added before that stays; taking the same
    /// backup over again adds the rest.
    pub fn take_over(&mut self, bytes: &[u8]) -> Result<backup::Merge, RecordStoreError> {
        let there = match lock::is_there(self.path())? {
            true => self.journals.all()?,
            // A file that is no backup makes no folder.
            false => Vec::new(),
        };
        let merge = merged(&there, bytes)?;
        if merge.to_add.is_empty() {
            return Ok(merge);
        }
        let _lock = lock::for_writing(self.path())?;
        // Somebody else may have written since.
        let there = self.journals.all()?;
        let merge = merged(&there, bytes)?;
        for (kind, journal) in &there {
            let brings = merge.to_add.iter().any(|kept| kept.record.kind() == *kind);
            if let Some((line, newer)) = journal.newer.first().filter(|_| brings) {
                return Err(newer_error(&self.journals.file(*kind), *line, newer));
            }
        }
        for kind in Kind::ALL {
            let lines: Vec<_> = (merge.to_add.iter())
                .filter(|kept| kept.record.kind() == kind)
                .map(|kept| (Some(kept.record.id), kept.bytes.clone()))
                .collect();
            if !lines.is_empty() {
                self.journals.append(kind, &lines)?;
            }
        }
        Ok(merge)
    }

    /// Looks at every journal.
    ///
    /// # Errors
    /// Where a file cannot be read at all.
    pub fn check(&mut self) -> Result<Vec<Checked>, RecordStoreError> {
        let _lock = lock::for_reading(self.path())?;
        let mut all = Vec::new();
        for kind in Kind::ALL {
            let file = self.journals.file(kind);
            if about(&file)?.is_none() {
                continue;
            }
            let journal = self.journals.read(kind)?;
            all.push(Checked {
                records: journal.kept().count(),
                faults: FaultAt::all_in(&journal, &shown(&file)),
                file,
            });
        }
        Ok(all)
    }
}

fn merged(there: &[(Kind, Journal)], bytes: &[u8]) -> Result<backup::Merge, RecordStoreError> {
    let kept = there.iter().flat_map(|(_, journal)| journal.kept());
    Ok(backup::merge(kept, bytes)?)
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

#[cfg(test)]
mod tests;
