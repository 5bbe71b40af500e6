//! The column of text and the marks in its margin, which say how far a statement may be trusted.

use super::Page;
use crate::{
    model::facts::{Confidence, Statement},
    ui::{
        card::parts,
        tokens::{Kind, Tokens},
        widgets::text,
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
        Confidence::Recalled => icon::QUESTION,
        Confidence::Textbook => icon::BOOK_OPEN,
        Confidence::Convention => icon::HANDSHAKE,
    }
}

/// Draws in the column of text, with a mark in the margin where one is due.
pub(super) fn block(
    ui: &mut Ui,
    page: &mut Page,
    mark: Option<Confidence>,
    contents: impl FnOnce(&mut Ui, &mut Page),
) {
    let width = page.measure;
    block_of(ui, page, width, mark, contents);
}

/// The same in a width of its own, as tables need.
pub(super) fn block_of(
    ui: &mut Ui,
    page: &mut Page,
    width: f32,
    mark: Option<Confidence>,
    contents: impl FnOnce(&mut Ui, &mut Page),
) {
    let t = page.card.ctx.tokens;
    let vertical_gap = ui.spacing().item_spacing.y;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let size = vec2(page.margin, t.line_height(Kind::Body));
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        if let Some(confidence) = mark {
            set_mark(ui, page, rect, confidence);
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing = vec2(t.space.group, vertical_gap);
            ui.set_width(width);
            contents(ui, page);
        });
    });
}

fn set_mark(ui: &Ui, page: &mut Page, margin: Rect, confidence: Confidence) {
    let (t, w) = (page.card.ctx.tokens, page.card.ctx.words);
    page.marks.insert(confidence);
    let rect = paint(ui, t, margin, confidence);
    let (says, why) = words::confidence(w, confidence);
    // Two statements may begin at one place only where one of them is not drawn.
    let id = ui.id().with(("mark", ui.next_auto_id()));
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, says.as_ref()));
    response.on_hover_text(format!("{says}. {why}"));
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

/// A statement in the column.
pub(super) fn says(ui: &mut Ui, page: &mut Page, statement: &Statement) {
    block(ui, page, Some(statement.confidence), |ui, page| {
        parts::says(ui, &mut page.card, statement);
    });
}

/// A heading in the column.
pub(super) fn heading(ui: &mut Ui, page: &mut Page, says: &str) {
    let t = page.card.ctx.tokens;
    ui.add_space(t.space.group);
    block(ui, page, None, |ui, _| text::section(ui, t, says));
}

/// A statement after something in front of it: a number or a dot.
pub(super) fn item(ui: &mut Ui, page: &mut Page, before: &str, statement: &Statement) {
    let t = page.card.ctx.tokens;
    block(ui, page, Some(statement.confidence), |ui, page| {
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
            ui.vertical(|ui| parts::says(ui, &mut page.card, statement));
        });
    });
}

/// What the marks of this page mean.
pub(super) fn legend(ui: &mut Ui, page: &mut Page) {
    let (t, w) = (page.card.ctx.tokens, page.card.ctx.words);
    if page.marks.is_empty() {
        return;
    }
    let marks: Vec<Confidence> = page.marks.iter().copied().collect();
    block(ui, page, None, |ui, _| {
        text::paragraph(
            ui,
            t,
            Kind::Secondary,
            t.color.secondary,
            &w.say("library-marks"),
        );
    });
    for confidence in marks {
        let (says, why) = words::confidence(w, confidence);
        block(ui, page, None, |ui, page| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                let size = vec2(page.margin, t.line_height(Kind::Secondary));
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
