//! The application's state and the one way in which it changes.
//!
//! `state`, `commands`, `apply` and `on_screen` are plain data without Bevy, so that
//! panels and tests use them without a window; `session` and `load` put them into Bevy.

pub mod address;
pub mod apply;
#[cfg(feature = "window")]
mod background_task;
pub mod body_mask;
pub mod camera_step;
pub mod commands;
pub mod document;
pub mod effects;
pub mod history;
#[cfg(feature = "window")]
pub mod input_clock;
pub mod link_error;
pub mod lit;
#[cfg(feature = "window")]
pub mod load;
pub mod modes;
pub mod naming;
pub mod no_go;
pub mod notices;
pub mod on_screen;
pub mod preferences;
pub mod records;
pub mod search;
#[cfg(feature = "window")]
pub mod session;
pub mod stage;
pub mod state;
pub mod stroke;
pub mod theme;
#[cfg(feature = "window")]
pub mod thumbnails;
