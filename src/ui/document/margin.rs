//! The column of text and the marks in its margin, which say how far a statement may be trusted.

use super::{View, statement_ui};
use crate::{
    app::document::block::Statement,
    model::facts::Confidence,
    ui::{
        tokens::{Kind, Tokens},
        widgets::{text, tip},
        words,
    },
};
use egui::{Rect, Sense, Ui, WidgetInfo, WidgetType, vec2};
use egui_phosphor::regular as icon;

/// What a mark looks like; shapes, not colours, tell them apart.
fn glyph(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Confirmed => icon::CHECK_CIRCLE,
        Confidence::Partly => icon::CIRCLE_HALF,
        Confidence::Popular => icon::NEWSPAPER,
        Confidence::Recalled => icon::QUESTION,
        Confidence::Textbook => icon::BOOK_OPEN,
        Confidence::Convention => icon::HANDSHAKE,
    }
}

/// Draws in the column of text, with a mark in the margin where one is due.
pub fn column(
    ui: &mut Ui,
    view: &mut View,
    mark: Option<Confidence>,
    contents: impl FnOnce(&mut Ui, &mut View),
) {
    let measure = view.page.as_ref().map(|page| page.measure);
    let width = measure.unwrap_or_else(|| ui.available_width());
    column_of(ui, view, width, mark, contents);
}

/// The same in a width of its own, as tables need. A card has no margin and no marks.
pub(super) fn column_of(
    ui: &mut Ui,
    view: &mut View,
    width: f32,
    mark: Option<Confidence>,
    contents: impl FnOnce(&mut Ui, &mut View),
) {
    let t = view.ctx.tokens;
    let vertical_gap = ui.spacing().item_spacing.y;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        if let Some(page) = &view.page {
            let size = vec2(page.margin, t.line_height(Kind::Body));
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            if let Some(confidence) = mark {
                set_mark(ui, view, rect, confidence);
            }
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing = vec2(t.space.group, vertical_gap);
            ui.set_width(width);
            contents(ui, view);
        });
    });
}

fn set_mark(ui: &Ui, view: &mut View, margin: Rect, confidence: Confidence) {
    let (t, w) = (view.ctx.tokens, view.ctx.words);
    if let Some(page) = &mut view.page {
        page.set_mark(confidence);
    }
    let rect = paint(ui, t, margin, confidence);
    let (says, why) = words::confidence(w, confidence);
    // Two statements may begin at one place only where one of them is not drawn.
    let id = ui.id().with(("mark", ui.next_auto_id()));
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, says.as_ref()));
    tip::under(response, format!("{says}. {why}"));
}

/// How much lower icons of the text's size stand in their line than its letters, points.
pub(super) fn icon_sink(t: &Tokens) -> f32 {
    (t.text_size(Kind::Body) * 0.15).round()
}

fn paint(ui: &Ui, t: &Tokens, margin: Rect, confidence: Confidence) -> Rect {
    let color = t.color.faint;
    let galley = text::line(ui, t, Kind::Body, color, glyph(confidence), f32::INFINITY);
    let at = margin.left_center() - vec2(0.0, galley.size().y / 2.0 + icon_sink(t));
    let rect = Rect::from_min_size(at, galley.size());
    ui.painter().galley(at, galley, color);
    rect
}

/// A statement after something in front of it: a number or a dot.
pub(super) fn item(ui: &mut Ui, view: &mut View, before: &str, statement: &Statement) {
    let t = view.ctx.tokens;
    column(ui, view, statement.confidence, |ui, view| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = t.space.group;
            let size = vec2(t.grown(16.0), t.line_height(Kind::Body));
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            let galley = text::line(ui, t, Kind::Body, t.color.secondary, before, 60.0);
            let at = egui::pos2(
                rect.right() - galley.size().x,
                rect.center().y - galley.size().y / 2.0,
            );
            ui.painter().galley(at, galley, t.color.secondary);
            ui.vertical(|ui| statement_ui(ui, view, statement));
        });
    });
}

/// What the marks of this page mean.
pub(super) fn legend(ui: &mut Ui, view: &mut View) {
    let (t, w) = (view.ctx.tokens, view.ctx.words);
    let Some(page) = &view.page else {
        return;
    };
    let (marks, margin) = (page.marks(), page.margin);
    if marks.is_empty() {
        return;
    }
    column(ui, view, None, |ui, _| {
        let says = w.say("library-marks");
        text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &says);
    });
    for confidence in marks {
        let (says, why) = words::confidence(w, confidence);
        column(ui, view, None, |ui, _| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                let size = vec2(margin, t.line_height(Kind::Secondary));
                let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
                paint(ui, t, rect, confidence);
                ui.vertical(|ui| {
                    let line = format!("{says}. {why}");
                    text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &line);
                });
            });
        });
    }
}
