//! The modes of the window, a folder each.

pub mod library;
pub mod locate;
