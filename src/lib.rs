//! myomap: an open, interactive 3D body map of muscles, trigger points and the pain they refer.
//!
//! The map of the house. What stands lower knows nothing of what stands above it; `tests/layering.rs`
//! holds the rules.
//!
//! 1. [`model`] (facts and their checks), [`anatomy`] (the body as geometry) and [`study`] (search):
//!    pure, without Bevy, egui or files.
//! 2. [`store`]: files, packs and preferences.
//! 3. [`app`]: the state, the commands, and the one place that applies them.
//! 4. `view` draws the body and `ui` the panels; they never see each other.
//! 5. `shell` and `third_party` put them together into a window or a picture; [`cli`] is the command line.

pub mod anatomy;
pub mod app;
pub mod cli;
pub mod model;
#[cfg(feature = "window")]
pub mod shell;
pub mod store;
pub mod study;
#[cfg(feature = "window")]
pub mod third_party;
#[cfg(feature = "ui")]
pub mod ui;
#[cfg(feature = "window")]
pub mod view;
