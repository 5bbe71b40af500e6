//! What can be asked about records, and what has to be done for it outside of the state.

use crate::{
    records::{Payload, RecordId, ZonedTime},
    store::records::{RecordReply, RecordRequest},
};

/// A request about records.
#[derive(Clone, Debug, PartialEq)]
pub enum RecordsCommand {
    /// Keep answers and paintings on this device from now on, or no longer.
    Keep(bool),
    /// Show the list of what is kept, or close it.
    ShowList(bool),
    /// Ask the user something, or take the question back.
    Ask(Option<RecordsQuestion>),
    /// Show a record in Locate.
    Open(RecordId),
    /// Delete a record.
    Delete(RecordId),
    /// Delete all records.
    DeleteEverything,
    /// Make a backup.
    BackUp,
    /// Choose a backup and take it over.
    TakeOver,
    /// A backup was chosen: this is what the file holds.
    Chosen(Vec<u8>),
    /// The store has answered.
    Reply(RecordReply),
    /// A backup was written.
    BackupWritten {
        /// When it was made.
        at: ZonedTime,
        /// The file; empty where the browser has taken it.
        file: String,
    },
    /// A backup could not be written or read.
    BackupFailed {
        /// The file.
        file: String,
        /// Why not.
        why: BackupFault,
    },
    /// No file can be chosen here: the system shows no dialog.
    NoDialog,
}

/// Why a backup could not be written or read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackupFault {
    /// A folder, a pipe, a device.
    NotAFile,
    /// What the system said.
    System(String),
}

/// What the user is asked before anything is deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordsQuestion {
    /// Nothing more is kept: what of that which is kept already?
    TurnedOff,
    /// Really everything?
    DeleteEverything,
}

/// A record that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// One of this session: the same number is the same record.
    Draft(u64),
    /// One that was there.
    Known(RecordId),
}

/// Something about records to be done outside of the state.
#[derive(Clone, Debug, PartialEq)]
pub enum RecordsEffect {
    /// Ask the store.
    Ask(RecordRequest),
    /// Keep this as it is now, with the time that it is now.
    Keep(Target, Payload),
    /// Let the user choose a backup to take over.
    ChooseBackup,
    /// Let the user choose where to write a backup.
    WriteBackup {
        /// The file.
        bytes: Vec<u8>,
        /// When it was made.
        at: ZonedTime,
    },
}
