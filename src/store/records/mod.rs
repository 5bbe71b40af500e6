//! Where records are kept: journals in a folder on the desktop, the browser's database on the page.
//!
//! A [`RecordStore`] is asked by [`RecordRequest`]s and answers by [`RecordReply`]s, in the order in which it
//! was asked, without keeping anybody waiting: a disk may be slow, and a browser answers later in any case.
//! What is kept is said in [`crate::records`]; what to do when something fails is said by whoever asked.
//!
//! Not here: choosing a file for a backup, which needs a window.

pub mod backup_file;
mod clock;
#[cfg(not(target_arch = "wasm32"))]
mod folder;
#[cfg(target_arch = "wasm32")]
mod indexed_db;
#[cfg(not(target_arch = "wasm32"))]
mod thread;

pub use clock::SystemClock;
#[cfg(not(target_arch = "wasm32"))]
pub use folder::{Checked, RecordFolder};
#[cfg(target_arch = "wasm32")]
pub use indexed_db::BrowserRecords;
#[cfg(not(target_arch = "wasm32"))]
pub use thread::RecordThread;

use crate::records::{
    Record, RecordId, Records, ZonedTime,
    backup::{BackupError, Merge},
    journal::Journal,
    line::LineFault,
};
use uuid::Uuid;

/// Names a new record.
#[must_use]
pub fn new_id() -> RecordId {
    RecordId::from(Uuid::now_v7())
}

/// What can be asked of a store.
#[derive(Clone, Debug, PartialEq)]
pub enum RecordRequest {
    /// Read everything.
    Load,
    /// Keep a record, in place of an earlier one of its id.
    Put(Record),
    /// Take records away for good.
    Delete(Vec<RecordId>),
    /// Take everything away for good, what could not be read as well.
    DeleteEverything,
    /// Make a backup.
    BackUp,
    /// Take a backup over.
    TakeOver(Vec<u8>),
}

/// What a store answers.
#[derive(Clone, Debug, PartialEq)]
pub enum RecordReply {
    /// All there is.
    Loaded(Loaded),
    /// It is kept, and would be after a power cut.
    Saved(Record),
    /// They are gone.
    Deleted(Vec<RecordId>),
    /// Nothing is kept any more.
    EverythingDeleted,
    /// A backup, to be written to a file.
    BackedUp {
        /// The file.
        bytes: Vec<u8>,
        /// When it was made.
        at: ZonedTime,
    },
    /// A backup was taken over; what there is now.
    TakenOver(TakenOver, Loaded),
    /// What was asked for was not done.
    Failed(RecordStoreError),
}

/// What a store holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// The records.
    pub records: Records,
    /// Where they are: a folder, or empty for the browser.
    pub place: String,
    /// When the last backup was made here, where the store knows.
    pub backed_up: Option<ZonedTime>,
    /// True where the browser has promised not to delete them by itself; none where nobody would.
    pub is_persistent: Option<bool>,
    /// What could not be read.
    pub faults: Vec<FaultAt>,
}

/// A line that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultAt {
    /// Where: a file, or empty for the browser.
    pub place: String,
    /// From 1.
    pub line: usize,
    /// Why.
    pub fault: LineFault,
}

impl FaultAt {
    /// True where a newer version wrote it: its journal is not written to.
    #[must_use]
    pub fn is_newer(&self) -> bool {
        matches!(self.fault, LineFault::Newer(_))
    }

    /// What of a journal could not be read, by its lines.
    fn all_in(journal: &Journal, place: &str) -> Vec<Self> {
        let damaged = journal.damaged.iter();
        let damaged = damaged.map(|damaged| (damaged.line, damaged.fault.clone()));
        let newer = journal.newer.iter();
        let newer = newer.map(|(line, newer)| (*line, LineFault::Newer(newer.clone())));
        let mut all: Vec<(usize, LineFault)> = damaged.chain(newer).collect();
        all.sort_by_key(|(line, _)| *line);
        let told = |(line, fault)| Self {
            place: place.to_owned(),
            line,
            fault,
        };
        all.into_iter().map(told).collect()
    }
}

/// What taking a backup over has done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TakenOver {
    /// Records that were not there.
    pub new: usize,
    /// Later versions of records that were there.
    pub updated: usize,
    /// Records that were there already.
    pub already_there: usize,
    /// Lines of the backup that could not be read.
    pub damaged: usize,
    /// Lines of the backup that a newer version wrote.
    pub newer: usize,
    /// Records that the backup should hold and does not.
    pub missing: usize,
}

impl From<&Merge> for TakenOver {
    fn from(merge: &Merge) -> Self {
        Self {
            new: merge.new,
            updated: merge.updated(),
            already_there: merge.already_there,
            damaged: merge.damaged,
            newer: merge.newer,
            missing: merge.missing,
        }
    }
}

/// Keeps records.
pub trait RecordStore {
    /// Asks for something; the answer comes later, through [`RecordStore::replies`].
    fn ask(&mut self, request: RecordRequest);

    /// What has been answered since the last call, in order.
    fn replies(&mut self) -> Vec<RecordReply>;
}

/// Why something was not kept, read or deleted. Nothing that was kept before is lost by it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordStoreError {
    /// The system tells no place for a user's data.
    #[error(
        "the system names no folder for your data: give one with --records DIR or in MYOMAP_RECORDS"
    )]
    NoFolder,
    /// Something else is where the folder should be.
    #[error("{place}: is no folder; move it away, or give another folder with --records DIR")]
    NotAFolder {
        /// What is there.
        place: String,
    },
    /// A pipe, a device, a folder.
    #[error("{place}: is no plain file; move it away")]
    NotAFile {
        /// What is there.
        place: String,
    },
    /// Larger than any journal.
    #[error("{place}: is larger than {mb} MB")]
    TooLarge {
        /// Which file.
        place: String,
        /// The limit, in millions of bytes.
        mb: usize,
    },
    /// The system refused to read.
    #[error("{place}: cannot be read ({why})")]
    Unreadable {
        /// Which file.
        place: String,
        /// What the system said.
        why: String,
    },
    /// The system refused to write.
    #[error("{place}: cannot be written ({why}); nothing was changed")]
    Unwritable {
        /// Which file.
        place: String,
        /// What the system said.
        why: String,
    },
    /// No room is left.
    #[error("{place}: no room is left to write to; free some and try again. Nothing was changed")]
    Full {
        /// Which file, or the browser's storage.
        place: String,
    },
    /// Nobody may write there.
    #[error(
        "{place}: you may not write there; change its permissions, or choose another folder with --records DIR"
    )]
    ReadOnly {
        /// Which file.
        place: String,
    },
    /// A newer version wrote there.
    #[error("{place}, line {line}: {what}; the file is left as it is: use that version")]
    Newer {
        /// Which file.
        place: String,
        /// From 1.
        line: usize,
        /// What is newer.
        what: String,
    },
    /// Another program is writing.
    #[error("{place}: another program is writing there; try again when it is done")]
    InUse {
        /// Which folder.
        place: String,
    },
    /// A record is deleted, but its words are still in the file.
    #[error("{place}: it is deleted, but its words could not be taken out of the file ({why})")]
    NotErased {
        /// Which file.
        place: String,
        /// What the system said.
        why: String,
    },
    /// A file that is no backup.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// The browser does not let the page keep anything.
    #[error("this browser does not let the page keep anything")]
    Forbidden,
    /// The browser's database said no.
    #[error("the browser's storage failed ({why})")]
    Browser {
        /// What it said.
        why: String,
    },
}
