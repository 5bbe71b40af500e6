//! myomap: an open, interactive 3D body map of muscles, trigger points and the pain they refer.

pub mod anatomy;
pub mod app;
pub mod cli;
pub mod model;
pub mod store;
pub mod study;
#[cfg(feature = "ui")]
pub mod ui;
