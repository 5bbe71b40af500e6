//! Buttons: with words, with an icon alone, and a row of which one is chosen.

use super::{text, tip};
use crate::ui::tokens::{Kind, Tokens};
use egui::{
    Color32, CursorIcon, Id, Painter, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    WidgetType, pos2, vec2,
};

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Words only, a ground when the pointer is over it.
    Quiet,
    /// With an outline.
    Outlined,
    /// The one main thing to do.
    Primary,
}

/// Marks what the keyboard is on. What does not draw a ring by this gets one around all of it, see `ui::focus`.
pub fn focus_ring(ui: &Ui, t: &Tokens, response: &Response, rect: Rect) {
    if response.has_focus() {
        paint_ring(ui.painter(), t, rect);
        let mark = (response.id, ui.ctx().cumulative_pass_nr());
        ui.data_mut(|data| data.insert_temp(ring_id(), mark));
    }
}

fn ring_id() -> Id {
    Id::new("the keyboard's ring")
}

/// A ring around something.
pub fn paint_ring(painter: &Painter, t: &Tokens, rect: Rect) {
    painter.rect_stroke(
        rect,
        t.small_corner(),
        Stroke::new(2.0, t.color.accent),
        StrokeKind::Inside,
    );
}

/// Whether something has drawn its own ring in this pass.
#[must_use]
pub fn ring_is_painted(egui: &egui::Context, id: Id) -> bool {
    let painted = egui.data(|data| data.get_temp::<(Id, u64)>(ring_id()));
    painted == Some((id, egui.cumulative_pass_nr()))
}

/// Ground under something that can be clicked.
#[must_use]
pub fn ground(t: &Tokens, response: &Response, on: bool) -> Color32 {
    if response.is_pointer_button_down_on() {
        t.color.pressed
    } else if on {
        t.color.accent_soft
    } else if response.hovered() {
        t.color.hover
    } else {
        t.color.none
    }
}

/// A button that shows an icon only; `name` is its tooltip and its accessible name.
pub fn icon(ui: &mut Ui, t: &Tokens, glyph: &str, name: &str, on: bool) -> Response {
    icon_enabled(ui, t, glyph, name, on, true)
}

/// Like [`icon`], and greyed where it can do nothing.
pub fn icon_enabled(
    ui: &mut Ui,
    t: &Tokens,
    glyph: &str,
    name: &str,
    on: bool,
    enabled: bool,
) -> Response {
    let side = t.target();
    let sense = if enabled {
        Sense::click()
    } else {
        Sense::hover()
    };
    let (rect, response) = ui.allocate_exact_size(vec2(side, side), sense);
    paint_icon(ui, t, &response, rect, glyph, on, enabled);
    named(response, name, on, enabled)
}

/// An icon button at a given place in a row, whose rectangle comes second: its tooltip stands beside the row.
pub fn icon_at(
    ui: &Ui,
    t: &Tokens,
    (rect, row): (Rect, Rect),
    id: egui::Id,
    glyph: &str,
    name: &str,
    on: bool,
) -> Response {
    let response = ui.interact(rect, id, Sense::click());
    paint_icon(ui, t, &response, rect, glyph, on, true);
    tell(&response, name, on, true);
    tip::beside(&response, row, name).on_hover_cursor(CursorIcon::PointingHand)
}

/// Tells a screen reader.
fn tell(response: &Response, name: &str, on: bool, enabled: bool) {
    response.widget_info(|| {
        if on {
            WidgetInfo::selected(WidgetType::Button, enabled, on, name)
        } else {
            WidgetInfo::labeled(WidgetType::Button, enabled, name)
        }
    });
}

fn named(response: Response, name: &str, on: bool, enabled: bool) -> Response {
    tell(&response, name, on, enabled);
    if enabled {
        tip::under(response, name).on_hover_cursor(CursorIcon::PointingHand)
    } else {
        tip::under(response, name)
    }
}

fn paint_icon(
    ui: &Ui,
    t: &Tokens,
    response: &Response,
    rect: Rect,
    glyph: &str,
    on: bool,
    enabled: bool,
) {
    if !ui.is_rect_visible(rect) {
        return;
    }
    let color = if !enabled {
        t.color.faint
    } else if on {
        t.color.accent
    } else if response.hovered() || response.has_focus() {
        t.color.text
    } else {
        t.color.secondary
    };
    if enabled {
        ui.painter()
            .rect_filled(rect, t.small_corner(), ground(t, response, on));
    }
    let galley = text::line(ui, t, Kind::Icon, color, glyph, f32::INFINITY);
    ui.painter()
        .galley(rect.center() - galley.size() / 2.0, galley, color);
    focus_ring(ui, t, response, rect);
}

/// A button with words, and an icon before them where `glyph` is not empty.
pub fn words(ui: &mut Ui, t: &Tokens, glyph: &str, label: &str, weight: Weight) -> Response {
    let color = match weight {
        Weight::Quiet => t.color.text,
        Weight::Outlined => t.color.accent,
        Weight::Primary => t.color.on_accent,
    };
    let pad = t.space.group;
    let room = ui.available_width();
    let icon = (!glyph.is_empty()).then(|| text::line(ui, t, Kind::Icon, color, glyph, room));
    let icon_width = icon
        .as_ref()
        .map_or(0.0, |icon| icon.size().x + t.space.unit);
    let galley = text::line(
        ui,
        t,
        Kind::Body,
        color,
        label,
        room - icon_width - 2.0 * pad,
    );
    let elided = galley.elided;
    let size = vec2(
        (icon_width + galley.size().x + 2.0 * pad).max(t.target()),
        t.target(),
    );
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, label));
    if ui.is_rect_visible(rect) {
        let corner = t.small_corner();
        match weight {
            Weight::Primary => ui.painter().rect_filled(rect, corner, t.color.accent),
            _ => ui
                .painter()
                .rect_filled(rect, corner, ground(t, &response, false)),
        };
        if weight == Weight::Outlined {
            ui.painter()
                .rect_stroke(rect, corner, t.hairline(), StrokeKind::Inside);
        }
        let mut left = rect.left() + pad;
        if let Some(icon) = icon {
            let at = pos2(left, rect.center().y - icon.size().y / 2.0);
            ui.painter().galley(at, icon, color);
            left += icon_width;
        }
        let at = pos2(left, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, color);
        // On a ground of its own colour the ring would not be seen: it goes around it.
        let ring = match weight {
            Weight::Primary => rect.expand(3.0),
            Weight::Quiet | Weight::Outlined => rect,
        };
        focus_ring(ui, t, &response, ring);
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if elided {
        tip::under(response, label)
    } else {
        response
    }
}

/// One choice of a [`choices`] row.
pub struct Choice<'a, T> {
    /// What is chosen by it.
    pub value: T,
    /// What it says.
    pub label: &'a str,
    /// Its accessible name, and its tooltip where it says more than the label.
    pub name: &'a str,
}

/// Width in points of a row of choices.
#[must_use]
pub fn choices_width<T>(ui: &Ui, t: &Tokens, choices: &[Choice<'_, T>]) -> f32 {
    choices
        .iter()
        .map(|choice| choice_width(ui, t, choice.label))
        .sum()
}

fn choice_width(ui: &Ui, t: &Tokens, label: &str) -> f32 {
    (text::width(ui, t, Kind::Body, label) + 2.0 * t.space.group)
        .max(t.target())
        .ceil()
}

/// A row of choices of which at most one is on; gives the one clicked. Where there is no room for a row, there are
/// more of them.
pub fn choices<T: Copy + PartialEq>(
    ui: &mut Ui,
    t: &Tokens,
    current: Option<T>,
    choices: &[Choice<'_, T>],
) -> Option<T> {
    let mut clicked = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let fits = choices_width(ui, t, choices) <= ui.available_width();
        let row = |ui: &mut Ui| {
            for choice in choices {
                let on = current == Some(choice.value);
                let size = vec2(choice_width(ui, t, choice.label), t.target());
                let (rect, response) = ui.allocate_exact_size(size, Sense::click());
                response.widget_info(|| {
                    WidgetInfo::selected(WidgetType::RadioButton, true, on, choice.name)
                });
                if ui.is_rect_visible(rect) {
                    ui.painter()
                        .rect_filled(rect, t.small_corner(), ground(t, &response, on));
                    let color = if on {
                        t.color.accent
                    } else if response.hovered() {
                        t.color.text
                    } else {
                        t.color.secondary
                    };
                    let galley = text::line(ui, t, Kind::Body, color, choice.label, f32::INFINITY);
                    ui.painter()
                        .galley(rect.center() - galley.size() / 2.0, galley, color);
                    focus_ring(ui, t, &response, rect);
                }
                let response = response.on_hover_cursor(CursorIcon::PointingHand);
                let response = if choice.name == choice.label {
                    response
                } else {
                    tip::under(response, choice.name)
                };
                if response.clicked() {
                    clicked = Some(choice.value);
                }
            }
        };
        if fits {
            ui.horizontal(row);
        } else {
            ui.horizontal_wrapped(row);
        }
    });
    clicked
}
