//! A section that opens and closes; whether it is open is remembered by its id.

use super::{button, text};
use crate::ui::tokens::{Kind, Tokens};
use egui::{CursorIcon, Id, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};
use egui_phosphor::regular as icon;

/// A section under a heading that can be clicked. `note` stands at the right of the heading.
pub fn section(
    ui: &mut Ui,
    t: &Tokens,
    id: Id,
    title: &str,
    note: &str,
    open_at_first: bool,
    contents: impl FnOnce(&mut Ui),
) {
    let open = is_open(ui, id, open_at_first);
    let width = ui.available_width();
    let caret = if open {
        icon::CARET_DOWN
    } else {
        icon::CARET_RIGHT
    };
    let caret = text::line(ui, t, Kind::Body, t.color.secondary, caret, f32::INFINITY);
    let note = text::line(ui, t, Kind::Secondary, t.color.secondary, note, width / 2.0);
    // On as many lines as it needs.
    let room = width - caret.size().x - note.size().x - 2.0 * t.space.group;
    let galley = text::lines(
        ui,
        t,
        Kind::Section,
        t.color.text,
        title,
        (room, usize::MAX),
    );
    let height = t.row(36.0).max(galley.size().y + 2.0 * t.space.unit);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::CollapsingHeader, true, open, title));
    if ui.is_rect_visible(rect) {
        let over = response.hovered() || response.has_focus();
        let color = if over { t.color.accent } else { t.color.text };
        let right = rect.right() - caret.size().x;
        let middle = rect.center().y;
        ui.painter().galley(
            pos2(right, middle - caret.size().y / 2.0),
            caret,
            t.color.secondary,
        );
        let note_left = right - t.space.group - note.size().x;
        ui.painter().galley(
            pos2(note_left, middle - note.size().y / 2.0),
            note,
            t.color.secondary,
        );
        let at = pos2(rect.left(), middle - galley.size().y / 2.0);
        ui.painter()
            .galley_with_override_text_color(at, galley, color);
        if response.has_focus() {
            button::focus_ring(ui, t, &response, rect.expand2(vec2(4.0, 0.0)));
        }
    }
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        set_open(ui, id, !open);
    }
    if open {
        ui.push_id(id, |ui| {
            contents(ui);
            ui.add_space(t.space.group);
        });
    }
}

/// Whether the fold of this id is open.
#[must_use]
pub fn is_open(ui: &Ui, id: Id, at_first: bool) -> bool {
    ui.data(|data| data.get_temp(id)).unwrap_or(at_first)
}

/// Opens or closes the fold of this id.
pub fn set_open(ui: &Ui, id: Id, open: bool) {
    ui.data_mut(|data| data.insert_temp(id, open));
    ui.ctx().request_repaint();
}

/// A line across, between sections.
pub fn rule(ui: &mut Ui, t: &Tokens) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter()
        .hline(rect.x_range(), rect.center().y, t.hairline());
}
