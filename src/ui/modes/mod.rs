//! What is a mode's own among the panels, a folder each.

mod explore;
pub mod library;
mod locate;

use super::PanelContext;
use crate::{app::commands::AppCommand, model::link::Mode};
use egui::{Rect, Ui, UiBuilder};

/// Draws the panels of the mode around the body, or over it; gives what is left for the body.
pub fn panels_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) -> Rect {
    let mode = *ctx.state.mode;
    // In a ui of its own, so that no panel passes for that of another mode which lay in its place.
    let mut rect = ui.available_rect_before_wrap();
    // Nor the whole of them for that of another mode, which on a phone has the very same place.
    let at = Mode::ALL.iter().position(|known| *known == mode);
    rect.min.y += at.unwrap_or_default() as f32 * egui::emath::GUI_ROUNDING;
    let mut ui = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(("mode", mode)));
    match mode {
        Mode::Explore => explore::explore_ui(&mut ui, ctx, commands),
        Mode::Locate => locate::locate_ui(&mut ui, ctx, commands),
        Mode::Library => library::library_ui(&mut ui, ctx, commands),
    }
    ui.available_rect_before_wrap()
}
