//! A clinical statement: its text, and small numbers after it that open its sources.

use super::text;
use crate::{
    locale::Words,
    model::{
        catalog::Catalog,
        facts::{Source, Statement},
    },
    ui::{
        PanelContext,
        tokens::{Kind, Tokens},
        words,
    },
};
use egui::{
    Align, CursorIcon, FontId, Id, Label, Popup, PopupCloseBehavior, Rect, ScrollArea, Sense,
    Stroke, Ui, WidgetInfo, WidgetType,
    text::{CCursor, TextFormat},
    text_selection::LabelSelectionState,
    vec2,
};

/// The sources named so far, in the order of their numbers (from 1).
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

    /// With the numbers that a document has given to its sources already.
    pub fn of<'a>(ids: impl IntoIterator<Item = &'a String>) -> Self {
        Self {
            ids: ids.into_iter().cloned().collect(),
        }
    }
}

/// Between a text and its numbers: a number never stands alone on a line of its own.
const BEFORE_MARK: &str = "\u{a0}\u{a0}";

/// A statement, wrapped, with its source numbers.
pub fn statement(ui: &mut Ui, ctx: &PanelContext, numbers: &mut SourceNumbers, says: &Statement) {
    sourced(ui, ctx, numbers, ctx.said(&says.text), &says.sources);
}

/// Any text with source numbers after it.
pub fn sourced(
    ui: &mut Ui,
    ctx: &PanelContext,
    numbers: &mut SourceNumbers,
    says: &str,
    sources: &[String],
) {
    let t = ctx.tokens;
    let color = t.color.text;
    let mut job = text::job(t, Kind::Body, color, says);
    let raised = TextFormat {
        font_id: FontId {
            size: t.text_size(Kind::Caption) * 0.92,
            ..t.font(Kind::Strong)
        },
        color: t.color.accent,
        // With its own height it stands at the top of the line.
        line_height: None,
        valign: Align::TOP,
        ..TextFormat::default()
    };
    let marks = marks(ctx.catalog, numbers, sources);
    let mut places = Vec::new();
    let mut end = says.chars().count();
    for mark in &marks {
        job.append(BEFORE_MARK, 0.0, raised.clone());
        job.append(&mark.label, 0.0, raised.clone());
        let from = end + BEFORE_MARK.chars().count();
        end = from + mark.label.chars().count();
        places.push((from, end));
    }
    let (at, galley, response) = Label::new(job).wrap().layout_in_ui(ui);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, says));
    LabelSelectionState::label_text_selection(
        ui,
        &response,
        at,
        galley.clone(),
        color,
        Stroke::NONE,
    );
    for (mark, (from, to)) in marks.iter().zip(places) {
        let first = galley.pos_from_cursor(CCursor::new(from));
        let last = galley.pos_from_cursor(CCursor {
            prefer_next_row: false,
            ..CCursor::new(to)
        });
        let rect = Rect::from_min_max(first.min, last.max)
            .translate(at.to_vec2())
            .expand2(vec2(4.0, 2.0));
        let id = response.id.with(("source", mark.label.as_str()));
        mark_link(ui, ctx, rect, id, mark);
    }
}

/// A small number, or a run of them, and what it opens.
struct Mark<'a> {
    label: String,
    sources: Vec<(usize, &'a Source)>,
}

/// One mark a source; runs of three and more become one mark, `2–5`.
fn marks<'a>(catalog: &'a Catalog, numbers: &mut SourceNumbers, ids: &[String]) -> Vec<Mark<'a>> {
    let mut found: Vec<(usize, &Source)> = ids
        .iter()
        .filter_map(|id| {
            catalog
                .source(id)
                .map(|source| (numbers.number(id), source))
        })
        .collect();
    found.sort_by_key(|(number, _)| *number);
    found.dedup_by_key(|(number, _)| *number);
    found
        .chunk_by(|a, b| a.0 + 1 == b.0)
        .flat_map(|run| match run {
            [first, .., last] if run.len() > 2 => vec![Mark {
                label: format!("{}–{}", first.0, last.0),
                sources: run.to_vec(),
            }],
            run => run
                .iter()
                .map(|one| Mark {
                    label: one.0.to_string(),
                    sources: vec![*one],
                })
                .collect(),
        })
        .collect()
}

fn mark_link(ui: &Ui, ctx: &PanelContext, rect: Rect, id: Id, mark: &Mark) {
    let (t, w) = (ctx.tokens, ctx.words);
    let link = ui.interact(rect, id, Sense::click());
    let name = if mark.sources.len() > 1 {
        w.say_with(
            "sources-numbers",
            &[("numbers", mark.label.as_str().into())],
        )
    } else {
        w.say_with("source-number", &[("number", mark.label.as_str().into())])
    };
    link.widget_info(|| WidgetInfo::labeled(WidgetType::Link, true, name.as_ref()));
    if link.hovered() || link.has_focus() {
        ui.painter().rect_stroke(
            rect,
            t.small_corner(),
            Stroke::new(1.0, t.color.accent),
            egui::StrokeKind::Inside,
        );
    }
    let link = link.on_hover_cursor(CursorIcon::PointingHand);
    let screen = ui.ctx().content_rect();
    Popup::from_toggle_button_response(&link)
        .gap(4.0)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .frame(t.floating(t.space.section))
        .width(t.grown(300.0).min(screen.width() - 64.0))
        .show(|ui| {
            ScrollArea::vertical()
                .max_height(screen.height() * 0.5)
                .min_scrolled_height(screen.height() * 0.5)
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = t.space.group;
                    for (number, source) in &mark.sources {
                        ui.vertical(|ui| source_details(ui, t, w, source, *number));
                    }
                });
        });
}

/// A source in full: what it is, how it was used, where to find it.
fn source_details(ui: &mut Ui, t: &Tokens, w: &Words, source: &Source, number: usize) {
    let citation = format!("{number}\u{2002}{}", source.citation);
    let used = words::line(&[&words::source_kind(w, source.kind), &source.used]);
    source_lines(ui, t, &citation, &used, source.address().as_deref());
}

/// The same in words: its number and what it is, how it was used, where to find it.
pub fn source_lines(ui: &mut Ui, t: &Tokens, citation: &str, used: &str, url: Option<&str>) {
    ui.spacing_mut().item_spacing.y = t.space.unit;
    text::paragraph(ui, t, Kind::Body, t.color.text, citation);
    if !used.is_empty() {
        text::paragraph(ui, t, Kind::Secondary, t.color.secondary, used);
    }
    if let Some(url) = url
        && (url.starts_with("https://") || url.starts_with("http://"))
    {
        let job = text::job(t, Kind::Secondary, t.color.accent, url);
        ui.add(egui::Hyperlink::from_label_and_url(job, url).open_in_new_tab(true));
    }
}
