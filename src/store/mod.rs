//! Files: the built-in data, packs laid over it, and the user's preferences; and what the
//! system says of its user's languages.
//!
//! Text goes in and out here; what it means is `model::catalog`'s business. Layer 2:
//! it knows nothing of the application, and what needs a file system is left out of
//! the build for the browser.

mod builtin;
#[cfg(not(target_arch = "wasm32"))]
mod overlay;
#[cfg(not(target_arch = "wasm32"))]
pub mod preferences;
mod system;

pub use builtin::built_in_files;
#[cfg(not(target_arch = "wasm32"))]
pub use overlay::{StoreError, folder_files, overlay};
pub use system::system_languages;
