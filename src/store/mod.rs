//! Files: the built-in data, packs laid over it, what the program makes for its user, the user's
//! preferences and records; and what the system says of its user's languages.
//!
//! Text goes in and out here; what it means is `model::catalog`'s business. Layer 2:
//! it knows nothing of the application. What needs a file system is left out of the build
//! for the browser, whose own storage takes its place.

mod builtin;
#[cfg(not(target_arch = "wasm32"))]
mod folder;
#[cfg(not(target_arch = "wasm32"))]
mod output_file;
#[cfg(target_arch = "wasm32")]
pub mod page;
#[cfg(not(target_arch = "wasm32"))]
pub mod preferences;
#[cfg(target_arch = "wasm32")]
#[path = "page_preferences.rs"]
pub mod preferences;
mod preferences_error;
pub mod records;
mod system;
#[cfg(not(target_arch = "wasm32"))]
mod text_file;
mod versioned;

pub use builtin::built_in_files;
#[cfg(not(target_arch = "wasm32"))]
pub use folder::{StoreError, folder_files};
#[cfg(not(target_arch = "wasm32"))]
pub use output_file::{OutputError, check_output, write_output};
pub use preferences_error::PreferencesError;
pub use system::system_languages;
#[cfg(not(target_arch = "wasm32"))]
pub use text_file::{TextFileError, read_text};
pub use versioned::Unread;
