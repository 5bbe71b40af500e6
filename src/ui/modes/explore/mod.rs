//! Explore: the list of structures beside the body.

mod left_panel;

pub use left_panel::left_panel_ui;
