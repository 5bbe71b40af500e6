//! The library: its contents at the left, one section after the other to read beside them.
//!
//! A page is a section, with its sources and links. Reading is in a column of a comfortable
//! width, a little larger than the panels' text. How far a statement may be trusted stands as a
//! mark in the margin, explained at the foot of the page.

mod contents;
mod findings;
mod lists;
mod margin;
mod page;
mod safety;
mod table;

use crate::{
    app::commands::AppCommand,
    model::{facts::Confidence, ids::Item},
    ui::{PanelContext, card::Card, tokens::Tokens},
};
use egui::{Align, Id, Rect, Ui, UiBuilder, Vec2};
use std::collections::BTreeSet;

/// How much larger than the panels' the text of a page is: it is read, not scanned.
const READING: f32 = 1.15;
/// Width of the column of text, in heights of its letters: 65 to 70 characters of this font.
const MEASURE_EM: f32 = 35.0;
/// Width up to which tables reach beyond the column, likewise.
const TABLE_EM: f32 = 52.0;

/// Where the entry to be brought into sight is remembered.
const SOUGHT: &str = "library: entry sought";

/// What a page draws with.
struct Page<'a, 'c> {
    /// The context, the commands and the source numbers, as cards have them.
    card: Card<'a, 'c>,
    /// Width of the margin in which the marks of confidence stand, points.
    margin: f32,
    /// Width of the column of text, points.
    measure: f32,
    /// Width of tables, points.
    wide: f32,
    /// The marks that the page has set so far.
    marks: BTreeSet<Confidence>,
}

/// Draws the library over what is left of the window.
pub fn library_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    contents::contents_ui(ui, ctx, commands);
    let rect = ui.available_rect_before_wrap();
    ui.painter().rect_filled(rect, 0.0, ctx.tokens.color.raised);
    let tokens = Tokens {
        text_scale: ctx.tokens.text_scale * READING,
        ..ctx.tokens.clone()
    };
    let reading = PanelContext {
        tokens: &tokens,
        ..*ctx
    };
    let mut page_ui = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("page"));
    page_ui.set_clip_rect(rect.intersect(ui.clip_rect()));
    page::page_ui(&mut page_ui, &reading, commands);
}

/// Remembers the entry of a list that the page opened next is to bring into sight, by its name.
pub fn seek(ui: &Ui, name: &str) {
    ui.data_mut(|data| data.insert_temp(Id::new(SOUGHT), name.to_owned()));
}

/// Brings what is drawn next into sight if it is the entry that was sought.
fn show_if_sought(ui: &Ui, name: &str) {
    let id = Id::new(SOUGHT);
    let sought: Option<String> = ui.data(|data| data.get_temp(id));
    if sought.as_deref() != Some(name) {
        return;
    }
    ui.data_mut(|data| data.remove::<String>(id));
    let place = Rect::from_min_size(ui.cursor().min, Vec2::splat(1.0));
    ui.scroll_to_rect(place, Some(Align::Min));
}

/// The section on show, where there is one.
fn current<'a>(ctx: &'a PanelContext) -> Option<&'a str> {
    match &ctx.state.selection {
        Some(Item::Section(id)) => Some(id),
        _ => None,
    }
}
