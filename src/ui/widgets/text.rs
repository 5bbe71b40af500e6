//! Text in the kinds the design knows, wrapped or cut off with a tooltip.

use super::tip;
use crate::ui::tokens::{Kind, Tokens};
use egui::{
    Align, Color32, Galley, Label, Response, Ui,
    text::{LayoutJob, TextFormat, TextWrapping},
};
use std::sync::Arc;

/// Format of a run of text.
#[must_use]
pub fn format(t: &Tokens, kind: Kind, color: Color32) -> TextFormat {
    TextFormat {
        font_id: t.font(kind),
        color,
        line_height: Some(t.line_height(kind)),
        valign: Align::Center,
        ..TextFormat::default()
    }
}

/// A text ready to be laid out.
#[must_use]
pub fn job(t: &Tokens, kind: Kind, color: Color32, text: &str) -> LayoutJob {
    LayoutJob::single_section(text.to_owned(), format(t, kind, color))
}

/// A wrapped paragraph that can be selected and copied.
pub fn paragraph(ui: &mut Ui, t: &Tokens, kind: Kind, color: Color32, text: &str) -> Response {
    ui.add(Label::new(job(t, kind, color, text)).wrap())
}

/// A title; smaller where a long word of it would be broken in two.
pub fn title(ui: &mut Ui, t: &Tokens, text: &str) -> Response {
    let room = ui.available_width();
    let mut words = text.split_whitespace();
    let kind = match words.all(|word| width(ui, t, Kind::Title, word) <= room) {
        true => Kind::Title,
        false => Kind::Section,
    };
    paragraph(ui, t, kind, t.color.text, text)
}

/// One line, cut off with an ellipsis at `width`.
#[must_use]
pub fn line(
    ui: &Ui,
    t: &Tokens,
    kind: Kind,
    color: Color32,
    text: &str,
    width: f32,
) -> Arc<Galley> {
    // Without the paragraph's line height, so that the letters are in the middle of it.
    let format = TextFormat {
        line_height: None,
        ..format(t, kind, color)
    };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// A text in at most so many lines of a width, cut off with an ellipsis at the end of the last.
#[must_use]
pub fn lines(
    ui: &Ui,
    t: &Tokens,
    kind: Kind,
    color: Color32,
    text: &str,
    (width, most): (f32, usize),
) -> Arc<Galley> {
    let mut job = job(t, kind, color, text);
    job.wrap = TextWrapping {
        max_rows: most,
        ..TextWrapping::wrap_at_width(width.max(0.0))
    };
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Width in points of a text on one line.
#[must_use]
pub fn width(ui: &Ui, t: &Tokens, kind: Kind, text: &str) -> f32 {
    line(ui, t, kind, t.color.text, text, f32::INFINITY)
        .size()
        .x
}

/// One line at the left of what is available; cut off where it must be, and then
/// whole in a tooltip.
pub fn single_line(ui: &mut Ui, t: &Tokens, kind: Kind, color: Color32, text: &str) -> Response {
    let elided = line(ui, t, kind, color, text, ui.available_width()).elided;
    let label = Label::new(job(t, kind, color, text)).truncate();
    let response = ui.add(label.show_tooltip_when_elided(false));
    match elided {
        true => tip::under(response, text),
        false => response,
    }
}

/// The heading of a card's section.
pub fn section(ui: &mut Ui, t: &Tokens, text: &str) {
    let response = ui.add(
        Label::new(job(t, Kind::Section, t.color.text, text))
            .wrap()
            .selectable(false),
    );
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, text));
}
