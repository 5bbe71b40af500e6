//! The library: its contents at the left, one section after the other to read beside them.
//!
//! A page is a section, with its sources and links. Reading is in a column of a comfortable
//! width, a little larger than the panels' text. How far a statement may be trusted stands as a
//! mark in the margin, explained at the foot of the page.

mod contents;
mod page;

pub use crate::ui::document::seek;

use crate::{
    app::commands::AppCommand,
    model::ids::Item,
    ui::{PanelContext, tokens::Tokens},
};
use egui::{Ui, UiBuilder};

/// How much larger than the panels' the text of a page is: it is read, not scanned.
const READING: f32 = 1.15;
/// Width of the column of text, in heights of its letters: 65 to 70 characters of this font.
const MEASURE_EM: f32 = 35.0;
/// Width up to which tables reach beyond the column, likewise.
const TABLE_EM: f32 = 52.0;

/// Draws the library over what is left of the window.
pub fn library_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    contents::contents_ui(ui, ctx, commands);
    let rect = ui.available_rect_before_wrap();
    ui.painter().rect_filled(rect, 0.0, ctx.tokens.color.raised);
    // A phone's text is as large already, and its column short.
    let reading = match ctx.tokens.are_phones() {
        true => 1.0,
        false => READING,
    };
    let tokens = Tokens {
        text_scale: ctx.tokens.text_scale * reading,
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

/// The section on show, where there is one.
fn current<'a>(ctx: &'a PanelContext) -> Option<&'a str> {
    match &ctx.state.selection {
        Some(Item::Section(id)) => Some(id),
        _ => None,
    }
}
