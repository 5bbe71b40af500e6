//! Who may write in the folder: one program at a time, and nobody while another reads.

use super::files::{private, shown, unreadable, unwritable};
use crate::store::records::RecordStoreError;
use std::{
    fs::{self, File, TryLockError},
    io::ErrorKind,
    path::Path,
    time::Duration,
};

/// The file that is locked.
pub(super) const LOCK: &str = "lock";
/// How often, and how long apart, a lock is tried: two seconds in all.
const LOCK_TRIES: (u32, Duration) = (40, Duration::from_millis(50));

/// Held while something is changed.
pub(super) struct Lock(#[allow(dead_code, reason = "it is released with the file")] Option<File>);

/// True for a folder, false where there is nothing.
pub(super) fn is_there(dir: &Path) -> Result<bool, RecordStoreError> {
    match fs::metadata(dir) {
        Ok(about) if about.is_dir() => Ok(true),
        Ok(_) => Err(RecordStoreError::NotAFolder { place: shown(dir) }),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            Err(RecordStoreError::NotAFolder { place: shown(dir) })
        }
        Err(error) => Err(unreadable(dir)(error)),
    }
}

/// Makes the folder where it is not there, and keeps other programs from writing in it until the lock is
/// dropped.
pub(super) fn for_writing(dir: &Path) -> Result<Lock, RecordStoreError> {
    if !is_there(dir)? {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(dir).map_err(unwritable(dir))?;
    }
    let path = dir.join(LOCK);
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
    Err(RecordStoreError::InUse { place: shown(dir) })
}

/// Waits until nobody is writing, so that no line is read in its middle. Where that cannot be told, because
/// the folder is not there or cannot be written to, nobody is.
pub(super) fn for_reading(dir: &Path) -> Result<Lock, RecordStoreError> {
    if !is_there(dir)? {
        return Ok(Lock(None));
    }
    let file = File::open(dir.join(LOCK)).ok();
    let (tries, pause) = LOCK_TRIES;
    for _ in 0..tries {
        match file.as_ref().map(File::try_lock_shared) {
            Some(Err(TryLockError::WouldBlock)) => std::thread::sleep(pause),
            _ => return Ok(Lock(file)),
        }
    }
    Err(RecordStoreError::InUse { place: shown(dir) })
}
