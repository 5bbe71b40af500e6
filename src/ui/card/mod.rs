//! The card at the right: everything about what is selected, or how to begin.

use super::{
    PanelContext,
    document::{View, guide_ui},
    side_panel::{self, Edge, Widths, side_panel_ui},
    widgets::button,
};
use crate::{
    app::{
        commands::AppCommand,
        document::{Builder, Document},
    },
    model::ids::Item,
};
use egui::{ScrollArea, Ui};
use egui_phosphor::regular as icon;

pub(super) fn card_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let t = ctx.tokens;
    let narrow = side_panel::is_narrow(ui);
    let widths = Widths::of_card(t, narrow);
    side_panel_ui(
        ui,
        ctx,
        ("card", Edge::Right),
        widths,
        commands,
        |ui, commands| {
            // Each selection starts at its top.
            ui.push_id(("card of", &ctx.state.selection), |ui| {
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                    let margin = if narrow { 20 } else { t.space.card as i8 };
                    egui::Frame::new()
                        .inner_margin(egui::Margin {
                            left: margin,
                            right: margin,
                            top: 16,
                            bottom: margin,
                        })
                        .show(ui, |ui| contents(ui, ctx, commands));
                });
            });
        },
    );
}

fn contents(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    ui.spacing_mut().item_spacing.y = ctx.tokens.space.group;
    way_back_ui(ui, ctx, commands);
    let builder = Builder::of_state(ctx.state, ctx.catalog, ctx.words);
    match &ctx.state.selection {
        // Sections are read in the library, where there is no card.
        None | Some(Item::Section(_)) => {
            let document = builder.guide();
            let mut view = View::of_card(ctx, commands, &document);
            guide_ui(ui, &mut view, &document);
        }
        Some(item) => match builder.item(item) {
            Some(document) => {
                let mut view = View::of_card(ctx, commands, &document);
                super::document::card_ui(ui, &mut view, &document);
            }
            None => unknown(ui, ctx, commands, &builder.unknown(item)),
        },
    }
}

/// The way back to what waits meanwhile, above everything.
fn way_back_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    if let Some(way_back) = &ctx.stage.way_back {
        let says = ctx.words.key(way_back.says);
        let weight = button::Weight::Outlined;
        if button::words(ui, ctx.tokens, icon::ARROW_LEFT, &says, weight).clicked() {
            commands.push(way_back.command.clone());
        }
    }
}

/// What the data does not describe is searched for.
fn unknown(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>, document: &Document) {
    let (t, w) = (ctx.tokens, ctx.words);
    let mut view = View::of_card(ctx, commands, document);
    super::document::card_ui(ui, &mut view, document);
    let search = button::words(
        ui,
        t,
        icon::MAGNIFYING_GLASS,
        &w.say("card-search"),
        button::Weight::Outlined,
    );
    if search.clicked() {
        commands.push(AppCommand::OpenSearch);
    }
}
