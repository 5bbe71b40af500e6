//! A document as a card: its title with the buttons that frame and close, its sections, its
//! sources.

use super::{View, block_ui, blocks_ui, parts};
use crate::{
    app::{
        commands::AppCommand,
        document::{
            Block, Document,
            block::{Fold, Section},
            line,
        },
    },
    model::side::Side,
    ui::{
        tokens::{Kind, Tokens},
        widgets::{
            button::{self, Choice},
            chip, text,
        },
        words,
    },
};
use egui::{Align, Layout, Ui};
use egui_phosphor::regular as icon;

/// The sides something paired is on.
const SIDES: [Side; 2] = [Side::Left, Side::Right];

/// Draws the card of an item.
pub fn card_ui(ui: &mut Ui, view: &mut View, document: &Document) {
    let t = view.ctx.tokens;
    title(ui, view, document);
    for texts in &document.lines {
        let says = line(texts);
        text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &says);
    }
    if !document.labels.is_empty() {
        chip::wrapped(ui, t, |ui| {
            for label in &document.labels {
                chip::label(ui, t, &label.text.text, &label.reason());
            }
        });
    }
    side_switch(ui, view, document);
    contents_ui(ui, view, document);
}

/// Draws what stands where nothing is selected: there is nothing to close.
pub fn guide_ui(ui: &mut Ui, view: &mut View, document: &Document) {
    let t = view.ctx.tokens;
    text::title(ui, t, &document.title.text);
    contents_ui(ui, view, document);
}

/// Sections, then folds, then the sources.
fn contents_ui(ui: &mut Ui, view: &mut View, document: &Document) {
    let t = view.ctx.tokens;
    let mut in_sections = false;
    let mut in_folds = false;
    for block in &document.blocks {
        match block {
            Block::Section(section) if section.fold != Fold::Never => {
                begin_folds(ui, t, &mut in_folds);
                fold_ui(ui, view, section);
            }
            Block::Section(section) => {
                section_ui(ui, view, section);
                in_sections = true;
            }
            block => {
                // What stands between sections is set off from them.
                if in_sections {
                    ui.add_space(t.space.group);
                }
                block_ui(ui, view, block);
            }
        }
    }
    if !document.sources.is_empty() {
        begin_folds(ui, t, &mut in_folds);
        parts::sources(ui, view, document);
    }
}

/// Folds come after everything that is always in sight, one directly under the other.
fn begin_folds(ui: &mut Ui, t: &Tokens, in_folds: &mut bool) {
    if !*in_folds {
        ui.add_space(t.space.group);
        ui.spacing_mut().item_spacing.y = 0.0;
        *in_folds = true;
    }
}

/// The title with the buttons that frame and close, at its right.
fn title(ui: &mut Ui, view: &mut View, document: &Document) {
    let (t, w) = (view.ctx.tokens, view.ctx.words);
    ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        if button::icon(ui, t, icon::X, &w.say("card-close"), false).clicked() {
            view.commands.push(AppCommand::Select(None));
        }
        if let Some(item) = &document.on_body
            && button::icon(ui, t, icon::CORNERS_OUT, &w.say("card-fill-view"), false).clicked()
        {
            view.commands.push(AppCommand::Frame(item.clone()));
        }
        ui.add_space(t.space.group);
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            // The first line stands level with the buttons.
            ui.add_space(((t.target() - t.line_height(Kind::Title)) / 2.0).max(0.0));
            text::title(ui, t, &document.title.text);
        });
    });
}

/// Says which side it is, and switches to the other.
fn side_switch(ui: &mut Ui, view: &mut View, document: &Document) {
    let (t, w) = (view.ctx.tokens, view.ctx.words);
    let (Some(current), Some(item)) = (document.side, &document.on_body) else {
        return;
    };
    let names = SIDES.map(|side| (side, words::side(w, side)));
    let choices = names.each_ref().map(|(side, name)| Choice {
        value: *side,
        label: name,
        name,
    });
    if let Some(side) = button::choices(ui, t, Some(current), &choices)
        && side != current
    {
        view.select(item.on(side));
    }
}

/// A section that is always open, with the line above it.
pub(super) fn section_ui(ui: &mut Ui, view: &mut View, section: &Section) {
    if section.fold != Fold::Never {
        return fold_ui(ui, view, section);
    }
    parts::section(ui, view.ctx.tokens, &section.title.text);
    blocks_ui(ui, view, &section.blocks);
}

/// A section that opens and closes, with the line above it.
fn fold_ui(ui: &mut Ui, view: &mut View, section: &Section) {
    let t = view.ctx.tokens;
    let note = section.note.as_ref().map_or("", |note| &note.text);
    let open = section.fold == Fold::Open;
    let title = &section.title.text;
    parts::folded(ui, t, section.id, title, note, open, |ui| {
        ui.spacing_mut().item_spacing.y = match section.blocks.as_slice() {
            [Block::List(_)] => t.space.group,
            [_] => 0.0,
            _ => t.space.unit,
        };
        for block in &section.blocks {
            if matches!(block, Block::Rows { .. }) {
                ui.spacing_mut().item_spacing.y = 0.0;
            }
            block_ui(ui, view, block);
        }
    });
}
