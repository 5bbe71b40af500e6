//! What is a mode's own among the panels, a folder each.

pub mod explore;
pub mod library;
pub mod locate;
