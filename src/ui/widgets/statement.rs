//! A clinical statement: its text, and small numbers after it that open its sources.

use super::text;
use crate::{
    model::{
        catalog::Catalog,
        raw::{Source, SourceKind, Statement},
    },
    ui::tokens::{Kind, Tokens},
};
use egui::{
    Align, Color32, CursorIcon, Label, Popup, Rect, Sense, Stroke, Ui, WidgetInfo, WidgetType,
    text::{CCursor, TextFormat},
};

/// The sources a card has named so far, in the order of their numbers (from 1).
#[derive(Debug, Default)]
pub struct SourceNumbers {
    ids: Vec<String>,
}

impl SourceNumbers {
    /// The number of a source, given to it when it is first named.
    pub fn number(&mut self, id: &str) -> usize {
        if let Some(at) = self.ids.iter().position(|known| known == id) {
            return at + 1;
        }
        self.ids.push(id.to_owned());
        self.ids.len()
    }

    /// Ids in the order of their numbers.
    #[must_use]
    pub fn ids(&self) -> &[String] {
        &self.ids
    }
}

/// A statement, wrapped, with its source numbers.
pub fn statement(
    ui: &mut Ui,
    t: &Tokens,
    catalog: &Catalog,
    numbers: &mut SourceNumbers,
    says: &Statement,
) {
    sourced(
        ui,
        t,
        catalog,
        numbers,
        &says.text,
        &says.sources,
        t.color.text,
    );
}

/// Any text with source numbers after it.
pub fn sourced(
    ui: &mut Ui,
    t: &Tokens,
    catalog: &Catalog,
    numbers: &mut SourceNumbers,
    says: &str,
    sources: &[String],
    color: Color32,
) {
    let mut job = text::job(t, Kind::Body, color, says);
    let mut runs = Vec::new();
    let mut end = says.chars().count();
    for id in sources {
        let number = numbers.number(id).to_string();
        job.append(
            "\u{a0}",
            0.0,
            TextFormat {
                font_id: t.font(Kind::Caption),
                ..text::format(t, Kind::Body, color)
            },
        );
        job.append(
            &number,
            0.0,
            TextFormat {
                valign: Align::TOP,
                font_id: t.font(Kind::Caption),
                ..text::format(t, Kind::Body, t.color.accent)
            },
        );
        let from = end + 1;
        end = from + number.chars().count();
        runs.push((id, number, from, end));
    }
    let (at, galley, response) = Label::new(job).wrap().layout_in_ui(ui);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, says));
    egui::text_selection::LabelSelectionState::label_text_selection(
        ui,
        &response,
        at,
        galley.clone(),
        color,
        Stroke::NONE,
    );
    for (id, number, from, to) in runs {
        let Some(source) = catalog.source(id) else {
            continue;
        };
        let first = galley.pos_from_cursor(CCursor::new(from));
        let last = galley.pos_from_cursor(CCursor {
            prefer_next_row: false,
            ..CCursor::new(to)
        });
        let rect = Rect::from_min_max(first.min, last.max)
            .translate(at.to_vec2())
            .expand2(egui::vec2(4.0, 2.0));
        let link = ui.interact(
            rect,
            response.id.with(("source", id.as_str())),
            Sense::click(),
        );
        link.widget_info(|| {
            WidgetInfo::labeled(WidgetType::Link, true, format!("Source {number}"))
        });
        if link.hovered() || link.has_focus() {
            ui.painter().rect_stroke(
                rect,
                t.small_corner(),
                Stroke::new(1.0, t.color.accent),
                egui::StrokeKind::Inside,
            );
        }
        let link = link.on_hover_cursor(CursorIcon::PointingHand);
        Popup::from_toggle_button_response(&link)
            .gap(4.0)
            .frame(t.floating(t.space.section))
            .width(t.grown(300.0).min(ui.ctx().content_rect().width() - 64.0))
            .show(|ui| source_details(ui, t, source, None));
    }
}

/// A source in full: what it is, how it was used, where to find it.
pub fn source_details(ui: &mut Ui, t: &Tokens, source: &Source, number: Option<usize>) {
    ui.spacing_mut().item_spacing.y = t.space.unit;
    let citation = match number {
        Some(number) => format!("{number}\u{2002}{}", source.citation),
        None => source.citation.clone(),
    };
    text::paragraph(ui, t, Kind::Body, t.color.text, &citation);
    let used = if source.used.is_empty() {
        kind_in_words(source.kind).to_owned()
    } else {
        format!("{} · {}", kind_in_words(source.kind), source.used)
    };
    text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &used);
    let url = if source.doi.is_empty() {
        source.url.clone()
    } else {
        format!("https://doi.org/{}", source.doi)
    };
    if url.starts_with("https://") || url.starts_with("http://") {
        let job = text::job(t, Kind::Secondary, t.color.accent, &url);
        ui.add(egui::Hyperlink::from_label_and_url(job, &url).open_in_new_tab(true));
    }
}

/// What kind of source it is, in words.
#[must_use]
pub fn kind_in_words(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Manual => "Manual or textbook",
        SourceKind::Study => "Study or review",
        SourceKind::Guideline => "Guideline",
        SourceKind::Page => "Practice or teaching page",
        SourceKind::Terminology => "Terminology",
        SourceKind::Own => "Our own choice or measurement",
    }
}
