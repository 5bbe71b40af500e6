//! Menus: the list that drops from a button, and its rows.

use super::{row, text};
use crate::ui::tokens::{Kind, Tokens};
use egui::{Popup, Response, ScrollArea, Ui, WidgetInfo, WidgetType};

/// Width of a menu's rows at the design's text size, points.
const WIDTH: f32 = 180.0;

/// The menu of a button, open while the button is on.
pub fn dropped_from(button: &Response, t: &Tokens, rows: impl FnOnce(&mut Ui)) {
    Popup::from_toggle_button_response(button)
        .gap(t.space.group)
        .frame(t.floating(t.space.group))
        .width(t.grown(WIDTH))
        .show(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            // A lying phone is lower than some menus.
            let most = ui.ctx().content_rect().height() - t.size.top_bar - 3.0 * t.space.section;
            ScrollArea::vertical()
                .max_height(most)
                .min_scrolled_height(most)
                .show(ui, rows);
        });
}

/// A row of a menu with its key at the right; true when clicked, which closes the menu. `name` is its accessible
/// name.
pub fn row(ui: &mut Ui, t: &Tokens, label: &str, key: &str, name: &str, on: bool) -> bool {
    let info = || WidgetInfo::selected(WidgetType::Button, true, on, name);
    let response = row::listed(ui, t, (t.target(), on), info, |ui, response| {
        let (rect, quiet) = (response.rect, t.color.secondary);
        let pad = t.space.group;
        let key = text::line(ui, t, Kind::Caption, quiet, key, rect.width());
        let color = if on { t.color.accent } else { t.color.text };
        let room = rect.width() - key.size().x - 3.0 * pad;
        let label = text::line(ui, t, Kind::Body, color, label, room);
        let middle = rect.center().y;
        row::left_of_middle(ui, rect.left() + pad, middle, label, color);
        row::right_of_middle(ui, rect.right() - pad, middle, key, quiet);
    });
    let clicked = response.clicked();
    if clicked {
        ui.close();
    }
    clicked
}
