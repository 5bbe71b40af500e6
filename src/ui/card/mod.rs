//! The card at the right: everything about what is selected, or how to begin.

mod bone;
mod guide;
mod library;
mod muscle;
pub(super) mod parts;
mod point;
mod region;
pub(super) mod steps;
mod treatment;

use super::{
    PanelContext,
    widgets::{button, statement::SourceNumbers, text},
};
use crate::{
    app::commands::AppCommand,
    model::{ids::Item, side::Side},
};
use egui::{Id, Panel, ScrollArea, Ui};
use egui_phosphor::regular as icon;

/// Windows narrower than this get a narrower card to begin with.
const NARROW_WINDOW: f32 = 1160.0;

pub(super) fn card_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let t = ctx.tokens;
    let mut open = ctx.state.card_open;
    let narrow = ui.ctx().content_rect().width() < NARROW_WINDOW;
    let (width, widest) = if narrow {
        (t.size.card - 32.0, t.size.card + 20.0)
    } else {
        (t.size.card, 560.0)
    };
    Panel::right(Id::new(("card", narrow)))
        .default_size(width)
        .size_range(300.0..=widest)
        .frame(egui::Frame::new().fill(t.color.panel))
        .show_collapsible(ui, &mut open, |ui| {
            // Each selection starts at its top.
            let salt = Id::new(("card of", &ctx.state.selection));
            ScrollArea::vertical()
                .id_salt(salt)
                .auto_shrink(false)
                .show(ui, |ui| {
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
    if open != ctx.state.card_open {
        commands.push(AppCommand::OpenCard(open));
    }
}

/// What a card draws with: the context, its commands, and its source numbers.
pub(super) struct Card<'a, 'c> {
    pub ctx: &'a PanelContext<'c>,
    pub commands: &'a mut Vec<AppCommand>,
    pub numbers: SourceNumbers,
}

impl Card<'_, '_> {
    /// Asks for another item.
    pub(super) fn select(&mut self, item: Item) {
        self.commands.push(AppCommand::Select(Some(item)));
    }
}

fn contents(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    ui.spacing_mut().item_spacing.y = ctx.tokens.space.group;
    let mut card = Card {
        ctx,
        commands,
        numbers: SourceNumbers::default(),
    };
    let catalog = ctx.catalog;
    let card = &mut card;
    match &ctx.state.selection {
        // Sections are read in the library, where there is no card.
        None | Some(Item::Section(_)) => guide::guide_ui(ui, ctx),
        Some(Item::Point(id)) => match catalog.point(&id.code) {
            Some((muscle, point)) => point::point_ui(ui, card, id, muscle, point),
            None => unknown(ui, card, &id.to_string()),
        },
        Some(Item::Structure(id)) => {
            if let Some((muscle, part)) = catalog.part(&id.base) {
                muscle::muscle_ui(ui, card, id, muscle, Some(part));
            } else if let Some(muscle) = catalog.muscle(&id.base) {
                muscle::muscle_ui(ui, card, id, muscle, None);
            } else if let Some(bone) = catalog.bone(&id.base) {
                bone::bone_ui(ui, card, id, bone);
            } else if id.base == "skin" {
                bone::skin_ui(ui, card);
            } else {
                unknown(ui, card, &id.to_string());
            }
        }
        Some(Item::Region(id)) => match catalog.region(&id.code) {
            Some(region) => region::region_ui(ui, card, id, region),
            None => unknown(ui, card, &id.to_string()),
        },
        Some(Item::Stretch(id)) => match catalog.stretch(id) {
            Some(stretch) => treatment::stretch_ui(ui, card, stretch),
            None => unknown(ui, card, id),
        },
        Some(Item::Method(id)) => match catalog.method(id) {
            Some(method) => treatment::method_ui(ui, card, method),
            None => unknown(ui, card, id),
        },
    }
}

fn unknown(ui: &mut Ui, card: &mut Card, id: &str) {
    let (t, w) = (card.ctx.tokens, card.ctx.words);
    parts::title(ui, card, id, None);
    text::paragraph(
        ui,
        t,
        super::tokens::Kind::Body,
        t.color.secondary,
        &w.say("card-unknown"),
    );
    let search = button::words(
        ui,
        t,
        icon::MAGNIFYING_GLASS,
        &w.say("card-search"),
        button::Weight::Outlined,
    );
    if search.clicked() {
        card.commands.push(AppCommand::OpenSearch);
    }
}

/// The sides something paired is on.
const SIDES: [Side; 2] = [Side::Left, Side::Right];
