//! What the user is told about records, as messages.

use crate::{
    locale::{Key, Message},
    records::{
        backup::{BackupError, LARGEST_BACKUP},
        line::LineFault,
    },
    store::records::{FaultAt, RecordStoreError, TakenOver},
};

/// What went wrong in the store: the word for it in the words of the interface, the file, and what more is known.
/// The window and the command line put it in sentences of their own.
#[must_use]
pub fn reason(error: &RecordStoreError) -> (&'static str, &str, String) {
    match error {
        RecordStoreError::NoFolder => ("no-folder", "", String::new()),
        RecordStoreError::NotAFolder { place } => ("not-a-folder", place, String::new()),
        RecordStoreError::NotAFile { place } => ("not-a-file", place, String::new()),
        RecordStoreError::TooLarge { place, mb } => ("too-large", place, mb.to_string()),
        RecordStoreError::Unreadable { place, why } => ("unreadable", place, why.clone()),
        RecordStoreError::Unwritable { place, why } => ("unwritable", place, why.clone()),
        RecordStoreError::Full { place } => ("full", place, String::new()),
        RecordStoreError::ReadOnly { place } => ("read-only", place, String::new()),
        RecordStoreError::Newer { place, line, .. } => ("newer", place, line.to_string()),
        RecordStoreError::InUse { place } => ("in-use", place, String::new()),
        RecordStoreError::NotErased { place, why } => ("not-erased", place, why.clone()),
        RecordStoreError::Backup(BackupError::NoBackup) => ("no-backup", "", String::new()),
        RecordStoreError::Backup(BackupError::TooLarge) => {
            let most_mb = LARGEST_BACKUP / 1024 / 1024;
            ("backup-too-large", "", most_mb.to_string())
        }
        RecordStoreError::Forbidden => ("forbidden", "", String::new()),
        RecordStoreError::Browser { why } => ("browser", "", why.clone()),
    }
}

/// What went wrong in the store, where, and what to do.
#[must_use]
pub fn problem(error: &RecordStoreError) -> Message {
    let (why, place, detail) = reason(error);
    Message::new(Key("records-problem"))
        .with("why", why)
        .with("place", place)
        .with("detail", detail)
}

/// That lines could not be read; none where all could.
pub(super) fn damaged(faults: &[FaultAt]) -> Option<Message> {
    let first = faults.iter().find(|fault| !fault.is_newer())?;
    let count = faults.iter().filter(|fault| !fault.is_newer()).count();
    let (why, detail) = match &first.fault {
        LineFault::NoLine => ("no-line", String::new()),
        LineFault::Checksum => ("checksum", String::new()),
        LineFault::Torn => ("torn", String::new()),
        LineFault::TooLong => ("too-long", String::new()),
        LineFault::Content(what) => ("content", what.clone()),
        LineFault::Newer(newer) => ("content", newer.to_string()),
    };
    let says = Message::new(Key("records-damaged"))
        .with("count", count)
        .with("line", first.line.to_string())
        .with("why", why)
        .with("detail", detail);
    Some(match first.place.as_str() {
        // The browser has no files.
        "" => says.with("where", "browser").with("place", ""),
        place => says.with("where", "file").with("place", place),
    })
}

/// What taking a backup over has done.
pub(super) fn taken_over(done: &TakenOver) -> Message {
    Message::new(Key("records-taken-over"))
        .with("new", done.new + done.updated)
        .with("there", done.already_there)
}

/// What a backup lacked; none where it was whole.
pub(super) fn incomplete(done: &TakenOver) -> Option<Message> {
    let lost = done.damaged + done.missing;
    if lost > 0 {
        return Some(Message::new(Key("records-backup-incomplete")).with("count", lost));
    }
    (done.newer > 0).then(|| Key("records-backup-newer").into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Words;

    #[test]
    fn a_backup_that_is_too_large_is_not_told_to_be_none() {
        let words = Words::default();
        let says = |error| {
            words
                .put(&problem(&RecordStoreError::Backup(error)))
                .into_owned()
        };
        assert!(says(BackupError::TooLarge).contains("256 MB"));
        assert!(says(BackupError::NoBackup).contains("no records"));
    }
}
