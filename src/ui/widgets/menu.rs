//! Menus: the list that drops from a button, and its rows.

use super::{button, text};
use crate::ui::tokens::{Kind, Tokens};
use egui::{CursorIcon, Popup, Response, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

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
            rows(ui);
        });
}

/// A row of a menu with its key at the right; true when clicked, which closes the menu. `name` is its accessible
/// name.
pub fn row(ui: &mut Ui, t: &Tokens, label: &str, key: &str, name: &str, on: bool) -> bool {
    let size = vec2(ui.available_width(), t.target());
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, on, name));
    if ui.is_rect_visible(rect) {
        ui.painter()
            .rect_filled(rect, t.small_corner(), button::ground(t, &response, on));
        let pad = t.space.group;
        let key = text::line(ui, t, Kind::Caption, t.color.secondary, key, rect.width());
        let color = if on { t.color.accent } else { t.color.text };
        let room = rect.width() - key.size().x - 3.0 * pad;
        let label = text::line(ui, t, Kind::Body, color, label, room);
        let middle = rect.center().y;
        ui.painter().galley(
            pos2(rect.left() + pad, middle - label.size().y / 2.0),
            label,
            color,
        );
        ui.painter().galley(
            pos2(
                rect.right() - pad - key.size().x,
                middle - key.size().y / 2.0,
            ),
            key,
            t.color.secondary,
        );
        button::focus_ring(ui, t, &response, rect);
    }
    let clicked = response.on_hover_cursor(CursorIcon::PointingHand).clicked();
    if clicked {
        ui.close();
    }
    clicked
}
