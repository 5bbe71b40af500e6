//! Explore: the list of structures at the left, the card of what is selected at the right.

mod left_panel;

use crate::{
    app::commands::AppCommand,
    ui::{PanelContext, card},
};
use egui::Ui;

/// Draws both beside the body.
pub fn explore_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    left_panel::left_panel_ui(ui, ctx, commands);
    card::card_ui(ui, ctx, commands);
}
