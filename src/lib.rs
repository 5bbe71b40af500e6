//! myomap: an open, interactive 3D body map of muscles, trigger points and the pain they refer.

pub mod anatomy;
pub mod app;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod locale;
pub mod model;
pub mod output;
pub mod records;
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
#[cfg(all(feature = "workshop", not(target_arch = "wasm32")))]
pub mod workshop;
