//! Chips: a quiet label with a reason behind it, or a short link to a related thing.

use super::{button, text, tip};
use crate::ui::tokens::{Kind, Tokens};
use egui::{CursorIcon, Response, Sense, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2};

/// A quiet label; `why` is its tooltip.
pub fn label(ui: &mut Ui, t: &Tokens, says: &str, why: &str) -> Response {
    tip::under(chip(ui, t, says, Sense::hover()), why)
}

/// Chips side by side, on as many lines as they need.
pub fn wrapped(ui: &mut Ui, t: &Tokens, contents: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(t.space.unit);
        // The line is as high as its chips, not as a button.
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal_wrapped(contents);
    });
}

/// A link to a related thing, in a chip.
pub fn link(ui: &mut Ui, t: &Tokens, says: &str) -> Response {
    chip(ui, t, says, Sense::click()).on_hover_cursor(CursorIcon::PointingHand)
}

fn chip(ui: &mut Ui, t: &Tokens, says: &str, sense: Sense) -> Response {
    let clickable = sense.senses_click();
    let pad = t.space.group;
    let (kind, color, height) = if clickable {
        (Kind::Body, t.color.accent, t.target())
    } else {
        (Kind::Secondary, t.color.secondary, t.grown(22.0))
    };
    // In a wrapping row the room left on this line must not squeeze the chip.
    let room = ui.max_rect().width() - 2.0 * pad;
    let galley = text::line(ui, t, kind, color, says, room);
    let elided = galley.elided;
    let size = vec2(galley.size().x + 2.0 * pad, height);
    let (rect, response) = ui.allocate_exact_size(size, sense);
    let widget = if clickable {
        WidgetType::Button
    } else {
        WidgetType::Label
    };
    response.widget_info(|| WidgetInfo::labeled(widget, true, says));
    if ui.is_rect_visible(rect) {
        let fill = if clickable {
            button::ground(t, &response, false)
        } else {
            t.color.hover
        };
        ui.painter().rect_filled(rect, t.small_corner(), fill);
        if clickable {
            ui.painter()
                .rect_stroke(rect, t.small_corner(), t.hairline(), StrokeKind::Inside);
        }
        let at = pos2(rect.left() + pad, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, color);
        button::focus_ring(ui, t, &response, rect);
    }
    if elided {
        tip::under(response, says)
    } else {
        response
    }
}
