//! The application's state and the one way in which it changes.
//!
//! `state` and `commands` are plain data without Bevy, so that panels and tests
//! use them without a window.

pub mod commands;
pub mod state;
