//! The library: what is to be known beside the facts of the body, a section at a time.

pub mod apply;
pub mod stage;
pub mod state;

pub use state::LibraryState;
