//! The card of a muscle, or of one part of it.

use super::{Card, parts, point, steps};
use crate::{
    model::{
        ids::{Item, StructureId},
        raw::{Muscle, Part, TriggerPoint},
    },
    ui::{
        tokens::Kind,
        widgets::{chip, text},
        words,
    },
};
use egui::Ui;

/// The card of one part, or of the whole muscle where `part` is none. A muscle of one part
/// is that part.
pub(super) fn muscle_ui(
    ui: &mut Ui,
    card: &mut Card,
    id: &StructureId,
    muscle: &Muscle,
    part: Option<&Part>,
) {
    head(ui, card, id, muscle, part);
    points(ui, card, id, muscle, part);
    anatomy(ui, card, id, muscle, part);
    let t = card.ctx.tokens;
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

fn head(ui: &mut Ui, card: &mut Card, id: &StructureId, muscle: &Muscle, part: Option<&Part>) {
    let t = card.ctx.tokens;
    let several = muscle.parts.len() > 1;
    let title = match part {
        Some(part) if several => &part.names.english,
        _ => &muscle.names.english,
    };
    parts::title(ui, card, title, Some(Item::Structure(id.clone())));
    let shown: Vec<&Part> = part.map_or_else(|| muscle.parts.iter().collect(), |part| vec![part]);
    let mut layers: Vec<&str> = shown.iter().map(|part| words::layer(part.depth)).collect();
    layers.dedup();
    let what = match part {
        Some(_) if several => format!("Part of {}", muscle.names.english.to_lowercase()),
        _ => "Muscle".to_owned(),
    };
    parts::subtitle(ui, t, &format!("{what} · {}", layers.join(", ")));
    if !muscle.layer_note.is_empty() {
        parts::subtitle(ui, t, &muscle.layer_note);
    }
    parts::side_switch(ui, card, id.side, |side| {
        Item::Structure(StructureId::new(id.base.clone(), side))
    });
    if several {
        chip::wrapped(ui, t, |ui| {
            if part.is_some() && chip::link(ui, t, "Whole muscle").clicked() {
                card.select(Item::Structure(StructureId::new(&muscle.id, id.side)));
            }
            for other in &muscle.parts {
                if part.is_some_and(|part| part.id == other.id) {
                    continue;
                }
                if chip::link(ui, t, &words::part_in_muscle(muscle, other)).clicked() {
                    card.select(Item::Structure(StructureId::new(&other.id, id.side)));
                }
            }
        });
    }
}

fn points(ui: &mut Ui, card: &mut Card, id: &StructureId, muscle: &Muscle, part: Option<&Part>) {
    let t = card.ctx.tokens;
    if muscle.points.is_empty() {
        return;
    }
    parts::section(ui, t, "Trigger points");
    let (here, elsewhere): (Vec<&TriggerPoint>, Vec<&TriggerPoint>) = muscle
        .points
        .iter()
        .partition(|point| part.is_none_or(|part| part.id == point.part));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for point in &here {
            parts::point_row(ui, card, point, &point.essential.text, id.side);
        }
        if elsewhere.is_empty() {
            return;
        }
        ui.add_space(t.space.unit);
        let says = if here.is_empty() {
            "None in this part; in the others"
        } else {
            "In the other parts"
        };
        text::paragraph(ui, t, Kind::Secondary, t.color.secondary, says);
        for point in elsewhere {
            parts::point_row(ui, card, point, &point.essential.text, id.side);
        }
    });
}

fn anatomy(ui: &mut Ui, card: &mut Card, id: &StructureId, muscle: &Muscle, part: Option<&Part>) {
    let t = card.ctx.tokens;
    parts::section(ui, t, "Anatomy");
    match part {
        Some(part) => {
            part_anatomy(ui, card, part);
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
        None => {
            for part in &muscle.parts {
                let name = words::part_in_muscle(muscle, part);
                text::paragraph(ui, t, Kind::Strong, t.color.text, &name);
                part_anatomy(ui, card, part);
                ui.add_space(t.space.unit);
            }
            parts::ids(ui, card, &muscle.ids, &muscle.names.latin, id.side);
        }
    }
}

fn part_anatomy(ui: &mut Ui, card: &mut Card, part: &Part) {
    parts::pair(ui, card, "Origin", &part.origin.text);
    parts::pair(ui, card, "Insertion", &part.insertion.text);
    parts::pair(ui, card, "Action", &part.action);
    parts::pair(ui, card, "Nerve", &part.nerve);
}
