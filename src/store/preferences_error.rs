//! What may go wrong with the user's preferences, on the desktop and on the page. The words to the user are made of
//! this elsewhere (`app::preferences`).

use super::versioned::Unread;

/// Why the preferences were not read, or are not kept. A place is a file, or an entry of the browser's storage.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PreferencesError {
    /// What was there could not be read and has another name now.
    #[error("the preferences could not be read ({why}) and are kept as {kept}")]
    SetAside {
        /// Why not.
        why: Unread,
        /// Where it is now.
        kept: String,
    },
    /// What is there cannot be read, could not be given another name either, and is therefore not written over:
    /// nothing is kept any more in this session.
    #[error("{place} cannot be read ({why}) and is left as it is: settings are not saved")]
    LeftAlone {
        /// Why not.
        why: Unread,
        /// Where it is.
        place: String,
    },
    /// The system refused to write.
    #[error("{place}: {why}")]
    Unsaved {
        /// Where to.
        place: String,
        /// What the system said.
        why: String,
    },
    /// The browser's storage for this page is full.
    #[error("the browser's storage for this page is full")]
    StorageFull,
    /// The browser lets this page store nothing.
    #[error("the browser does not let this page store anything")]
    StorageForbidden,
}
