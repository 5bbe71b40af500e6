//! What the system is asked of the folder and its files, and what its refusals mean.

use crate::store::records::RecordStoreError;
use std::{
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind},
    path::Path,
};

/// Files are for their owner alone.
pub(super) fn private() -> OpenOptions {
    #[allow(unused_mut, reason = "changed on Unix only")]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// The length of a plain file; none where there is nothing. Asked before opening: to open a pipe would wait for
/// ever.
pub(super) fn about(path: &Path) -> Result<Option<u64>, RecordStoreError> {
    match fs::metadata(path) {
        Ok(about) if about.is_file() => Ok(Some(about.len())),
        Ok(_) => Err(RecordStoreError::NotAFile { place: shown(path) }),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(path)(error)),
    }
}

/// A new name in a folder is on the disk only when the folder is. Systems that do not know this need it not.
pub(super) fn sync_folder(dir: &Path) {
    if cfg!(unix) {
        File::open(dir).and_then(|folder| folder.sync_all()).ok();
    }
}

pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}

pub(super) fn unreadable(path: &Path) -> impl Fn(io::Error) -> RecordStoreError + '_ {
    move |error| RecordStoreError::Unreadable {
        place: shown(path),
        why: error.to_string(),
    }
}

pub(super) fn unwritable(path: &Path) -> impl Fn(io::Error) -> RecordStoreError + '_ {
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
