//! The library: what is to be known beside the facts of the body, a section at a time.

mod apply;
mod state;

pub use apply::{mode_for, note_beneath, set_mode};
pub use state::LibraryState;
