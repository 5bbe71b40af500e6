//! What is a mode's own among the panels, a folder each.

mod explore;
pub mod library;
mod locate;

use super::PanelContext;
use crate::{app::commands::AppCommand, model::link::Mode};
use egui::Ui;

/// Draws the panels of the mode around the body, or over it.
pub fn panels_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    match *ctx.state.mode {
        Mode::Explore => explore::explore_ui(ui, ctx, commands),
        Mode::Locate => locate::locate_ui(ui, ctx, commands),
        Mode::Library => library::library_ui(ui, ctx, commands),
    }
}
