//! The journals as files: reading one, adding lines at its end, and writing it anew without what is gone.
//!
//! A line is written at the end of its file and flushed to the disk before it counts as kept. A line that could not be
//! written whole is taken away again. Lines that could not be read are put into a file beside it before it is written
//! anew. Who calls these holds the lock.

use super::files::{about, private, shown, sync_folder, unreadable, unwritable};
use crate::{
    records::{Kind, RecordId, journal::Journal, line},
    store::records::RecordStoreError,
};
use atomic_write_file::AtomicWriteFile;
use std::{
    collections::BTreeMap,
    fs::File,
    io::{Read, Write},
    path::{Path, PathBuf},
};

/// How a journal's name ends.
pub(super) const JOURNAL: &str = "jsonl";
/// How the name of a file with damaged lines ends.
pub(super) const DAMAGED: &str = "damaged";
/// Largest journal that is read, in millions of bytes: decades of a diary.
const LARGEST_MB: usize = 256;
/// A journal is rewritten where more than this many bytes of it, and more than half, are no longer current.
pub(super) const WASTE: u64 = 1_000_000;

/// The journals of a folder.
#[derive(Debug)]
pub(super) struct Journals {
    /// The folder.
    pub dir: PathBuf,
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

impl Journals {
    /// Those of a folder, which may not be there yet.
    pub(super) fn at(dir: PathBuf) -> Self {
        Self {
            dir,
            known: BTreeMap::new(),
        }
    }

    /// Forgets what was known of them: their files are about to go.
    pub(super) fn forget(&mut self) {
        self.known.clear();
    }

    /// The journal of a kind.
    pub(super) fn file(&self, kind: Kind) -> PathBuf {
        self.dir.join(kind.word()).with_extension(JOURNAL)
    }

    /// Reads a journal; an empty one where there is none.
    pub(super) fn read(&mut self, kind: Kind) -> Result<Journal, RecordStoreError> {
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

    /// All of them.
    pub(super) fn all(&mut self) -> Result<Vec<(Kind, Journal)>, RecordStoreError> {
        Kind::ALL
            .into_iter()
            .map(|kind| Ok((kind, self.read(kind)?)))
            .collect()
    }

    /// Writes lines at the end of a journal and flushes them to the disk: all of them or none.
    pub(super) fn append(
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
            file.set_len(known.length)
                .and_then(|()| file.sync_all())
                .ok();
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

    /// Shortens a journal that is mostly what is no longer current.
    pub(super) fn compact_if_wasteful(&mut self, kind: Kind) -> Result<(), RecordStoreError> {
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
    pub(super) fn compact(&mut self, kind: Kind) -> Result<(), RecordStoreError> {
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

/// A line that a newer version wrote keeps the whole journal as it is.
pub(super) fn newer_error(path: &Path, line: usize, newer: &line::Newer) -> RecordStoreError {
    RecordStoreError::Newer {
        place: shown(path),
        line,
        what: line::LineFault::Newer(newer.clone()).to_string(),
    }
}
