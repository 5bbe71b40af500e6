//! What cards have of the library: where no tool belongs, and the sections that name the item.

use super::{Card, parts};
use crate::{
    locale::Key,
    model::{
        facts::{Method, NoGoArea, Shown},
        ids::Item,
    },
    ui::{
        tokens::Kind,
        widgets::{chip, mark, statement, text},
    },
};
use egui::Ui;

/// The sections that name an item, as chips that open them.
pub(super) fn sections_ui(ui: &mut Ui, card: &mut Card, item: &Item) {
    let ctx = card.ctx;
    let sections = ctx.catalog.sections_naming(item);
    if sections.is_empty() {
        return;
    }
    parts::folded(
        ui,
        card,
        Key("card-in-the-library"),
        "",
        true,
        |ui, card| {
            chip::wrapped(ui, ctx.tokens, |ui| {
                for section in sections {
                    if chip::link(ui, ctx.tokens, &section.name).clicked() {
                        card.select(Item::Section(section.id.clone()));
                    }
                }
            });
        },
    );
}

/// Where a method must not be used: the names always in sight, the reasons in the library.
pub(super) fn no_go_ui(ui: &mut Ui, card: &mut Card, method: &Method) {
    let ctx = card.ctx;
    let (t, w) = (ctx.tokens, ctx.words);
    let areas: Vec<&NoGoArea> = ctx.catalog.no_go_areas_of(&method.id).collect();
    if areas.is_empty() {
        return;
    }
    let names: Vec<&str> = areas.iter().map(|area| area.name.as_str()).collect();
    let mut sources: Vec<String> = Vec::new();
    for id in areas.iter().flat_map(|area| &area.why.sources) {
        if !sources.contains(id) {
            sources.push(id.clone());
        }
    }
    mark::barred(ui, t, t.color.stop, t.color.stop_soft, |ui| {
        ui.spacing_mut().item_spacing.y = t.space.unit;
        let never = w.say("card-never-here");
        text::paragraph(ui, t, Kind::Strong, t.color.stop, &never);
        let says = w.say_with("card-never-list", &[("places", names.join(", ").into())]);
        statement::sourced(ui, ctx, &mut card.numbers, &says, &sources);
        if let Some(section) = ctx.catalog.section_showing(Shown::NoGoAreas)
            && chip::link(ui, t, &w.say("card-never-why")).clicked()
        {
            card.select(Item::Section(section.id.clone()));
        }
    });
}
