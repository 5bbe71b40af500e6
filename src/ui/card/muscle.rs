//! The card of a muscle, or of one part of it.

use super::{Card, parts, point, steps};
use crate::{
    model::{
        ids::{Item, StructureId},
        raw::{Muscle, Part},
    },
    ui::{
        tokens::Kind,
        widgets::{chip, text},
        words,
    },
};
use egui::{Ui, vec2};

pub(super) fn muscle_ui(
    ui: &mut Ui,
    card: &mut Card,
    id: &StructureId,
    muscle: &Muscle,
    part: &Part,
) {
    let t = card.ctx.tokens;
    let several = muscle.parts.len() > 1;
    let title = if several {
        &part.names.english
    } else {
        &muscle.names.english
    };
    parts::title(ui, card, title, Some(Item::Structure(id.clone())));
    let of = if several {
        format!("Part of {} · ", muscle.names.english.to_lowercase())
    } else {
        String::new()
    };
    let place = format!(
        "{of}{} · {}",
        words::side(id.side),
        words::layer(part.depth)
    );
    parts::subtitle(ui, t, &place);
    if !muscle.layer_note.is_empty() {
        parts::subtitle(ui, t, &muscle.layer_note);
    }
    parts::side_switch(ui, card, id.side, |side| {
        Item::Structure(StructureId::new(id.base.clone(), side))
    });
    if several {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(t.space.unit, t.space.unit);
            for other in muscle.parts.iter().filter(|other| other.id != part.id) {
                if chip::link(ui, t, &other.names.english).clicked() {
                    let other = StructureId::new(other.id.clone(), id.side);
                    card.select(Item::Structure(other));
                }
            }
        });
    }
    points(ui, card, id, muscle, part);
    anatomy(ui, card, id, muscle, part);
    if muscle
        .stretches
        .iter()
        .any(|id| card.ctx.catalog.stretch(id).is_some())
    {
        parts::section(ui, t, "Stretch it");
        steps::stretches(ui, card, muscle);
    }
    if muscle.cautions.iter().any(|caution| caution.serious) {
        ui.add_space(t.space.group);
        steps::serious(ui, card, &muscle.cautions);
    }
    ui.add_space(t.space.group);
    ui.spacing_mut().item_spacing.y = 0.0;
    point::about_muscle(ui, card, muscle);
    parts::sources(ui, card, &muscle.anatomy_sources);
}

fn points(ui: &mut Ui, card: &mut Card, id: &StructureId, muscle: &Muscle, part: &Part) {
    let t = card.ctx.tokens;
    if muscle.points.is_empty() {
        return;
    }
    parts::section(ui, t, "Trigger points");
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let (here, elsewhere): (Vec<_>, Vec<_>) = muscle
            .points
            .iter()
            .partition(|point| point.part == part.id);
        for point in &here {
            parts::point_row(ui, card, muscle, point, id.side);
        }
        if !elsewhere.is_empty() {
            if here.is_empty() {
                text::paragraph(
                    ui,
                    t,
                    Kind::Secondary,
                    t.color.secondary,
                    "In the other parts",
                );
            } else {
                ui.add_space(t.space.unit);
                text::paragraph(
                    ui,
                    t,
                    Kind::Secondary,
                    t.color.secondary,
                    "In its other parts",
                );
            }
            for point in elsewhere {
                parts::point_row(ui, card, muscle, point, id.side);
            }
        }
    });
}

fn anatomy(ui: &mut Ui, card: &mut Card, id: &StructureId, muscle: &Muscle, part: &Part) {
    parts::section(ui, card.ctx.tokens, "Anatomy");
    parts::pair(ui, card, "Origin", &part.origin.text);
    parts::pair(ui, card, "Insertion", &part.insertion.text);
    parts::pair(ui, card, "Action", &part.action);
    parts::pair(ui, card, "Nerve", &part.nerve);
    let latin = if part.names.latin.is_empty() {
        &muscle.names.latin
    } else {
        &part.names.latin
    };
    let ids = if part.ids == Default::default() {
        &muscle.ids
    } else {
        &part.ids
    };
    parts::ids(ui, card, ids, latin, id.side);
}
