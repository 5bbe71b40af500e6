//! A line with a switch at its right.

use super::{button, text};
use crate::ui::tokens::{Kind, Tokens};
use egui::{CursorIcon, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

/// Draws the switch; true when it was flipped.
pub fn switch(ui: &mut Ui, t: &Tokens, label: &str, on: bool) -> bool {
    let size = vec2(ui.available_width(), t.row(32.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::Checkbox, true, on, label));
    if ui.is_rect_visible(rect) {
        let middle = rect.center().y;
        let track_size = vec2(t.grown(32.0), t.grown(18.0));
        let track = egui::Rect::from_center_size(
            pos2(rect.right() - track_size.x / 2.0, middle),
            track_size,
        );
        let radius = track_size.y / 2.0;
        let how_on = ui.ctx().animate_bool(response.id, on);
        let fill = if on { t.color.accent } else { t.color.faint };
        ui.painter().rect_filled(track, radius, fill);
        let knob = egui::lerp(track.left() + radius..=track.right() - radius, how_on);
        ui.painter()
            .circle_filled(pos2(knob, middle), radius - 2.5, t.color.raised);
        let room = track.left() - rect.left() - t.space.group;
        let says = text::line(ui, t, Kind::Body, t.color.text, label, room);
        let at = pos2(rect.left(), middle - says.size().y / 2.0);
        ui.painter().galley(at, says, t.color.text);
        button::focus_ring(ui, t, &response, rect);
    }
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
