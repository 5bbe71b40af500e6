//! The card of a region of the skin: which points send pain there.

use super::{Card, library, parts};
use crate::{
    model::{
        facts::{Muscle, Region, TriggerPoint, Zone},
        ids::{Item, RegionId},
        side::Side,
    },
    ui::{
        tokens::Kind,
        widgets::{mark, text},
        words,
    },
};
use egui::Ui;

/// A point that sends pain to a region, and the side it lies on.
type Sender<'a> = (&'a Muscle, &'a TriggerPoint, Side);

pub(super) fn region_ui(ui: &mut Ui, card: &mut Card, id: &RegionId, region: &Region) {
    let ctx = card.ctx;
    let (t, w) = (ctx.tokens, ctx.words);
    let item = Item::Region(id.clone());
    parts::title(ui, card, ctx.name(region), Some(item));
    let side = words::within(&words::side(w, id.side));
    parts::subtitle(ui, t, &words::line(&[&w.say("region"), &side]));
    if !region.midline && id.side != Side::Midline {
        parts::side_switch(ui, card, id.side, |side| {
            Item::Region(RegionId::new(id.code.clone(), side))
        });
    }
    text::paragraph(ui, t, Kind::Body, t.color.text, &region.extent);
    let side = match id.side {
        Side::Midline => card.ctx.side(),
        side => side,
    };
    let essential = senders(card, &region.id, region.midline, side, |point| {
        &point.essential
    });
    let mut spillover = senders(card, &region.id, region.midline, side, |point| {
        &point.spillover
    });
    spillover.retain(|(_, point, on)| {
        !essential
            .iter()
            .any(|(_, other, other_on)| other.id == point.id && other_on == on)
    });
    let none = essential.is_empty() && spillover.is_empty();
    sent(
        ui,
        card,
        &w.say("region-essential"),
        mark::Zone::Essential,
        &essential,
    );
    sent(
        ui,
        card,
        &w.say("region-spillover"),
        mark::Zone::Spillover,
        &spillover,
    );
    if none {
        parts::section(ui, t, &w.say("region-essential"));
        text::paragraph(ui, t, Kind::Body, t.color.text, &w.say("region-none"));
    }
    if !none {
        ui.add_space(t.space.group);
        text::paragraph(
            ui,
            t,
            Kind::Secondary,
            t.color.secondary,
            &w.say("region-not-a-diagnosis"),
        );
    }
    ui.add_space(t.space.group);
    library::sections_ui(ui, card, &Item::Region(id.clone()));
}

fn senders<'a>(
    card: &Card<'a, '_>,
    region: &str,
    midline: bool,
    side: Side,
    zone: fn(&TriggerPoint) -> &Zone,
) -> Vec<Sender<'a>> {
    let mut found = Vec::new();
    for (muscle, point) in card.ctx.catalog.points() {
        let zone = zone(point);
        if zone.regions.iter().any(|code| code == region) {
            found.push((muscle, point, side));
        } else if zone.opposite.iter().any(|code| code == region) {
            // A midline region has no other side to send from.
            let from = if midline { side } else { side.opposite() };
            found.push((muscle, point, from));
        }
    }
    found
}

fn sent(ui: &mut Ui, card: &mut Card, title: &str, drawn: mark::Zone, senders: &[Sender]) {
    if senders.is_empty() {
        return;
    }
    let ctx = card.ctx;
    let (t, w) = (ctx.tokens, ctx.words);
    parts::section(ui, t, title);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = t.space.group;
        mark::swatch(ui, t, drawn);
        let says = match drawn {
            mark::Zone::Essential => w.say("region-part-of-essential"),
            mark::Zone::Spillover => w.say("region-part-of-spillover"),
        };
        text::single_line(ui, t, Kind::Secondary, t.color.secondary, &says);
    });
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (muscle, point, side) in senders {
            parts::point_row(ui, card, point, ctx.name(*muscle), *side);
        }
    });
}
