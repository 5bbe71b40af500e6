//! A backup: all records in one file, which says at its beginning how many it holds; and taking one over.

use super::{
    Record, ZonedTime,
    journal::{Journal, KeptLine, ended},
    line::{self, Entry},
};
use std::collections::BTreeMap;

/// Largest backup that is read, in bytes.
pub const LARGEST_BACKUP: usize = 256 * 1024 * 1024;

/// Why a file is not taken over.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackupError {
    /// There is nothing of ours in it.
    #[error("it holds no records of myomap")]
    NoBackup,
    /// Too large.
    #[error("it is larger than {mb} MB", mb = LARGEST_BACKUP / 1024 / 1024)]
    TooLarge,
}

/// Writes a backup of these lines.
///
/// # Errors
/// Where its first line cannot be told as JSON, which it always can.
pub fn write<'a>(
    lines: impl IntoIterator<Item = &'a [u8]>,
    now: &ZonedTime,
) -> Result<Vec<u8>, serde_json::Error> {
    let lines: Vec<&[u8]> = lines.into_iter().collect();
    let first = line::write(&Entry::Backup {
        at: now.clone(),
        records: lines.len(),
    })?;
    let all = [first.as_bytes()].into_iter().chain(lines);
    Ok(all.flat_map(ended).collect())
}

/// What a backup brings to the records that are there.
#[derive(Clone, Debug, Default)]
pub struct Merge {
    /// Lines to be added: records that are not there, and later versions of some that are.
    pub to_add: Vec<KeptLine>,
    /// How many of those are records that were not there.
    pub new: usize,
    /// Records that are there already, as they are in the backup or later.
    pub already_there: usize,
    /// Lines that could not be read.
    pub damaged: usize,
    /// Lines that a newer version wrote.
    pub newer: usize,
    /// Records that the backup's first line speaks of and that are not in it.
    pub missing: usize,
}

impl Merge {
    /// How many of the added lines are later versions of records that were there.
    #[must_use]
    pub fn updated(&self) -> usize {
        self.to_add.len() - self.new
    }

    /// True where the backup was not whole.
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        self.damaged + self.newer + self.missing > 0
    }
}

/// Finds what a backup brings to what is there. Of two versions of a record the later one counts, so that it
/// does not matter in what order, or how often, backups are taken over. A journal is taken over as well.
///
/// # Errors
/// Where the file is no backup.
pub fn merge<'a>(
    there: impl IntoIterator<Item = &'a KeptLine>,
    bytes: &[u8],
) -> Result<Merge, BackupError> {
    if bytes.len() > LARGEST_BACKUP {
        return Err(BackupError::TooLarge);
    }
    let there: BTreeMap<_, _> = there
        .into_iter()
        .map(|kept| (kept.record.id, kept))
        .collect();
    let backup = Journal::read(bytes);
    let found = backup.kept().count();
    if found + backup.newer.len() == 0 && backup.announced.is_none() {
        return Err(BackupError::NoBackup);
    }
    let mut merge = Merge {
        damaged: backup.damaged.len(),
        newer: backup.newer.len(),
        // A damaged line is told as that, and not as a missing one besides.
        missing: backup.announced.map_or(0, |announced| {
            announced.saturating_sub(found + backup.damaged.len() + backup.newer.len())
        }),
        ..Merge::default()
    };
    for kept in backup.kept() {
        match there.get(&kept.record.id) {
            None => {
                merge.new += 1;
                merge.to_add.push(kept.clone());
            }
            Some(before) if is_later(&kept.record, &kept.bytes, &before.record, &before.bytes) => {
                merge.to_add.push(kept.clone());
            }
            Some(_) => merge.already_there += 1,
        }
    }
    Ok(merge)
}

/// Whether one version of a record counts before another. The bytes decide where two were written at the same
/// time, so that every program decides alike.
fn is_later(record: &Record, bytes: &[u8], before: &Record, before_bytes: &[u8]) -> bool {
    (record.changed, bytes) > (before.changed, before_bytes)
}
