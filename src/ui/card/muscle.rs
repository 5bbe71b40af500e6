//! The card of a muscle, or of one part of it.

use super::{Card, library, parts, point, steps};
use crate::{
    model::{
        facts::{Muscle, Part, TriggerPoint},
        ids::{Item, StructureId},
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
    let (t, w) = (card.ctx.tokens, card.ctx.words);
    if muscle
        .stretches
        .iter()
        .any(|id| card.ctx.catalog.stretch(id).is_some())
    {
        parts::section(ui, t, &w.say("muscle-stretch"));
        steps::stretches(ui, card, muscle);
    }
    if muscle.cautions.iter().any(|caution| caution.serious) {
        ui.add_space(t.space.group);
        steps::serious(ui, card, &muscle.cautions);
    }
    ui.add_space(t.space.group);
    ui.spacing_mut().item_spacing.y = 0.0;
    point::about_muscle(ui, card, muscle);
    library::sections_ui(ui, card, &Item::Structure(id.clone()));
    parts::sources(ui, card, &muscle.anatomy_sources);
}

fn head(ui: &mut Ui, card: &mut Card, id: &StructureId, muscle: &Muscle, part: Option<&Part>) {
    let ctx = card.ctx;
    let (t, w) = (ctx.tokens, ctx.words);
    let several = muscle.parts.len() > 1;
    let title = match part {
        Some(part) if several => ctx.name(part),
        _ => ctx.name(muscle),
    };
    parts::title(ui, card, title, Some(Item::Structure(id.clone())));
    let shown: Vec<&Part> = part.map_or_else(|| muscle.parts.iter().collect(), |part| vec![part]);
    let mut layers: Vec<_> = shown
        .iter()
        .map(|part| words::layer(w, part.depth))
        .collect();
    layers.dedup();
    let what = match part {
        Some(_) if several => {
            let muscle = words::within(ctx.name(muscle));
            w.say_with("part-of", &[("muscle", muscle.into())])
        }
        _ => w.say("muscle"),
    };
    parts::subtitle(ui, t, &words::line(&[&what, &layers.join(", ")]));
    if !muscle.layer_note.is_empty() {
        parts::subtitle(ui, t, &muscle.layer_note);
    }
    parts::side_switch(ui, card, id.side, |side| {
        Item::Structure(StructureId::new(id.base.clone(), side))
    });
    if several {
        chip::wrapped(ui, t, |ui| {
            if part.is_some() && chip::link(ui, t, &w.say("muscle-whole")).clicked() {
                card.select(Item::Structure(StructureId::new(&muscle.id, id.side)));
            }
            for other in &muscle.parts {
                if part.is_some_and(|part| part.id == other.id) {
                    continue;
                }
                if chip::link(ui, t, &words::part_in_muscle(ctx, muscle, other)).clicked() {
                    card.select(Item::Structure(StructureId::new(&other.id, id.side)));
                }
            }
        });
    }
}

fn points(ui: &mut Ui, card: &mut Card, id: &StructureId, muscle: &Muscle, part: Option<&Part>) {
    let (t, w) = (card.ctx.tokens, card.ctx.words);
    if muscle.points.is_empty() {
        return;
    }
    parts::section(ui, t, &w.say("muscle-points"));
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
            w.say("muscle-points-none-here")
        } else {
            w.say("muscle-points-elsewhere")
        };
        text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &says);
        for point in elsewhere {
            parts::point_row(ui, card, point, &point.essential.text, id.side);
        }
    });
}

fn anatomy(ui: &mut Ui, card: &mut Card, id: &StructureId, muscle: &Muscle, part: Option<&Part>) {
    let ctx = card.ctx;
    let t = ctx.tokens;
    parts::section(ui, t, &ctx.words.say("anatomy"));
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
                let name = words::part_in_muscle(ctx, muscle, part);
                text::paragraph(ui, t, Kind::Strong, t.color.text, &name);
                part_anatomy(ui, card, part);
                ui.add_space(t.space.unit);
            }
            parts::ids(ui, card, &muscle.ids, &muscle.names.latin, id.side);
        }
    }
}

fn part_anatomy(ui: &mut Ui, card: &mut Card, part: &Part) {
    let w = card.ctx.words;
    parts::pair(ui, card, &w.say("anatomy-origin"), &part.origin.text);
    parts::pair(ui, card, &w.say("anatomy-insertion"), &part.insertion.text);
    parts::pair(ui, card, &w.say("anatomy-action"), &part.action);
    parts::pair(ui, card, &w.say("anatomy-nerve"), &part.nerve);
}
