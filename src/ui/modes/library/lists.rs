//! Treatments that a section shows in full, and what it leads on to.

use super::{
    Page,
    margin::{self, block},
};
use crate::{
    model::{
        facts::Links,
        ids::{Item, PointId, RegionId, StructureId},
        side::Side,
    },
    ui::{
        card::{parts, steps},
        tokens::{Kind, Tokens},
        widgets::{chip, text},
        words,
    },
};
use egui::{Pos2, Ui};
use egui_phosphor::regular as icon;

/// What holds for every treatment by pressure, and when to stop.
pub(super) fn protocol_ui(ui: &mut Ui, page: &mut Page) {
    let ctx = page.card.ctx;
    for (at, step) in ctx.catalog.protocol.steps.iter().enumerate() {
        let number = [
            ("number", (at + 1).into()),
            ("name", step.name.as_str().into()),
        ];
        let name = ctx.words.say_with("library-chapter", &number);
        let t = ctx.tokens;
        block(ui, page, Some(step.says.confidence), |ui, page| {
            ui.spacing_mut().item_spacing.y = 0.0;
            text::paragraph(ui, t, Kind::Strong, t.color.text, &name);
            parts::says(ui, &mut page.card, &step.says);
        });
    }
    block(ui, page, None, |ui, page| {
        steps::stop_rules(ui, &mut page.card);
    });
}

fn glyph_at(ui: &Ui, t: &Tokens, at: Pos2, glyph: &str) {
    let galley = text::line(ui, t, Kind::Icon, t.color.secondary, glyph, 60.0);
    let at = at - galley.size() / 2.0;
    ui.painter().galley(at, galley, t.color.secondary);
}

/// The methods, as rows that lead to their cards.
pub(super) fn methods_ui(ui: &mut Ui, page: &mut Page) {
    let ctx = page.card.ctx;
    let t = ctx.tokens;
    margin::heading(ui, page, &ctx.words.say("search-methods"));
    block(ui, page, None, |ui, page| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for method in &ctx.catalog.methods {
            let dose = words::dose(ctx.words, method.hold_seconds, method.repeats);
            let glyph = steps::method_icon(&method.icon);
            let inset = t.grown(32.0);
            let name = ctx.name(method);
            let chosen = parts::link_row(ui, t, inset, name, &method.tool, &dose, |ui, at| {
                glyph_at(ui, t, at, glyph);
            });
            if chosen {
                page.card.select(Item::Method(method.id.clone()));
            }
        }
    });
}

/// The stretches and exercises, as rows that lead to their cards.
pub(super) fn stretches_ui(ui: &mut Ui, page: &mut Page) {
    let ctx = page.card.ctx;
    let t = ctx.tokens;
    margin::heading(ui, page, &ctx.words.say("search-stretches"));
    block(ui, page, None, |ui, page| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for stretch in &ctx.catalog.stretches {
            let dose = words::dose(ctx.words, stretch.hold_seconds, stretch.repeats);
            let inset = t.grown(32.0);
            let chosen = parts::link_row(ui, t, inset, ctx.name(stretch), "", &dose, |ui, at| {
                glyph_at(ui, t, at, icon::PERSON_SIMPLE_TAI_CHI);
            });
            if chosen {
                page.card.select(Item::Stretch(stretch.id.clone()));
            }
        }
    });
}

/// What a section names, as chips that lead there.
pub(super) fn links_ui(ui: &mut Ui, page: &mut Page, links: &Links) {
    if *links == Links::default() {
        return;
    }
    let ctx = page.card.ctx;
    let (catalog, w, side) = (ctx.catalog, ctx.words, ctx.side());
    margin::heading(ui, page, &w.say("library-go-on"));
    let sections = links.sections.iter().filter_map(|id| {
        let (_, section) = catalog.section(id)?;
        Some((section.name.clone(), Item::Section(id.clone())))
    });
    chips(ui, page, &w.say("library-read-on"), sections.collect());
    let points = links.points.iter().filter_map(|id| {
        let (_, point) = catalog.point(id)?;
        let name = format!("{} {}", point.id, ctx.name(point));
        Some((name, Item::Point(PointId::new(id.clone(), side))))
    });
    chips(ui, page, &w.say("search-points"), points.collect());
    let muscles = links.muscles.iter().filter_map(|id| {
        let muscle = catalog.muscle(id)?;
        let item = Item::Structure(StructureId::new(id.clone(), side));
        Some((ctx.name(muscle).to_owned(), item))
    });
    chips(ui, page, &w.say("search-muscles"), muscles.collect());
    let regions = links.regions.iter().filter_map(|id| {
        let region = catalog.region(id)?;
        let side = if region.midline { Side::Midline } else { side };
        let item = Item::Region(RegionId::new(id.clone(), side));
        Some((ctx.name(region).to_owned(), item))
    });
    chips(ui, page, &w.say("search-regions"), regions.collect());
    let methods = links.methods.iter().filter_map(|id| {
        let method = catalog.method(id)?;
        Some((ctx.name(method).to_owned(), Item::Method(id.clone())))
    });
    chips(ui, page, &w.say("search-methods"), methods.collect());
    let stretches = links.stretches.iter().filter_map(|id| {
        let stretch = catalog.stretch(id)?;
        Some((ctx.name(stretch).to_owned(), Item::Stretch(id.clone())))
    });
    chips(ui, page, &w.say("search-stretches"), stretches.collect());
}

fn chips(ui: &mut Ui, page: &mut Page, what: &str, links: Vec<(String, Item)>) {
    if links.is_empty() {
        return;
    }
    let t = page.card.ctx.tokens;
    block(ui, page, None, |ui, page| {
        ui.spacing_mut().item_spacing.y = t.space.unit;
        text::paragraph(ui, t, Kind::Secondary, t.color.secondary, what);
        chip::wrapped(ui, t, |ui| {
            for (name, item) in links {
                if chip::link(ui, t, &name).clicked() {
                    page.card.select(item);
                }
            }
        });
    });
}
