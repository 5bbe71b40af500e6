//! What cards and pages share: headings, folds, facts, the list of sources.

use super::View;
use crate::{
    app::document::{Document, line},
    ui::{
        tokens::{Kind, Tokens},
        widgets::{fold, statement, text},
    },
};
use egui::{Id, Ui};

/// The space and the line before a section that is always open.
pub fn section(ui: &mut Ui, t: &Tokens, title: &str) {
    ui.add_space(t.space.group);
    fold::rule(ui, t);
    ui.add_space(t.space.unit);
    text::section(ui, t, title);
}

/// A section that opens and closes, with the line above it. There is one memory for all cards:
/// who wants the sources open wants them open everywhere.
pub fn folded(
    ui: &mut Ui,
    t: &Tokens,
    id: &str,
    title: &str,
    note: &str,
    open_at_first: bool,
    contents: impl FnOnce(&mut Ui),
) {
    fold::rule(ui, t);
    let id = Id::new(("card fold", id));
    fold::section(ui, t, id, title, note, open_at_first, contents);
}

/// A label over its value.
pub fn pair(ui: &mut Ui, t: &Tokens, label: &str, value: &str) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        text::paragraph(ui, t, Kind::Secondary, t.color.secondary, label);
        text::paragraph(ui, t, Kind::Body, t.color.text, value);
    });
}

/// The list of the sources that the document names, by their numbers.
pub fn sources(ui: &mut Ui, view: &View, document: &Document) {
    let (t, w) = (view.ctx.tokens, view.ctx.words);
    let all = &document.sources;
    let note = w.say_with("sources-count", &[("count", all.len().into())]);
    let title = w.say("sources");
    folded(ui, t, "sources", &title, &note, false, |ui| {
        ui.spacing_mut().item_spacing.y = t.space.group;
        for (at, source) in all.iter().enumerate() {
            ui.vertical(|ui| {
                let used = line(&source.used);
                let citation = format!("{}\u{2002}{}", at + 1, source.citation.text);
                statement::source_lines(ui, t, &citation, &used, source.url.as_deref());
            });
        }
    });
}
