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
    let job = unbroken(ui, job(t, Kind::Title, t.color.text, text), room);
    ui.add(Label::new(job).wrap())
}

/// No text is set smaller than this to keep its words whole, as a share of its size.
const LEAST_SIZE: f32 = 0.6;

/// A text set so much smaller that none of its words is broken in two in so much room.
fn unbroken(ui: &Ui, mut job: LayoutJob, room: f32) -> LayoutJob {
    let [section] = job.sections.as_mut_slice() else {
        return job;
    };
    let whole = |word: &str| {
        let format = section.format.clone();
        let word = LayoutJob::single_section(word.to_owned(), format);
        ui.fonts_mut(|fonts| fonts.layout_job(word)).size().x
    };
    let longest = job.text.split_whitespace().map(whole).fold(0.0, f32::max);
    // Half a point is lost to rounding.
    if longest > room {
        section.format.font_id.size *= ((room - 0.5) / longest).clamp(LEAST_SIZE, 1.0);
    }
    job
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
    let mut job = unbroken(ui, job(t, kind, color, text), width);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{app::state::AppState, model::link::Theme};
    use egui_kittest::Harness;
    use std::{cell::Cell, rc::Rc};

    /// Width of a name on one line, then its rows and the size of its letters in a share of that width.
    fn laid_out(name: &'static str, share: f32) -> (usize, f32) {
        let found = Rc::new(Cell::new((0, 0.0)));
        let told = Rc::clone(&found);
        let palette = AppState::default().preferences.pain_palette;
        let t = Tokens::built_in(Theme::Light, 1.5, palette).unwrap();
        let mut harness = Harness::builder().build_ui(move |ui| {
            t.apply(ui.ctx());
            if !crate::ui::fonts::ready(ui) {
                return;
            }
            let room = width(ui, &t, Kind::Body, name) * share;
            let galley = lines(ui, &t, Kind::Body, t.color.text, name, (room, 9));
            told.set((
                galley.rows.len(),
                galley.job.sections[0].format.font_id.size,
            ));
        });
        harness.run_steps(4);
        found.get()
    }

    #[test]
    fn a_long_word_is_set_smaller_where_it_would_be_broken_and_two_words_are_parted() {
        let (rows, size) = laid_out("Sternocleidomastoid", 1.1);
        assert_eq!(rows, 1);
        let (narrow_rows, narrow) = laid_out("Sternocleidomastoid", 0.8);
        assert_eq!(narrow_rows, 1);
        assert!(
            (0.75..0.82).contains(&(narrow / size)),
            "{narrow} of {size}"
        );
        assert_eq!(laid_out("Gluteus maximus", 0.8), (2, size));
        // Much less room than that, and it is broken rather than too small to read.
        let (broken, least) = laid_out("Sternocleidomastoid", 0.4);
        assert!(broken > 1 && (least / size - LEAST_SIZE).abs() < 0.01);
    }
}
