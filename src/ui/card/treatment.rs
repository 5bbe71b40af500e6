//! The cards of a stretch and of a self-treatment method.

use super::{Card, library, parts, steps};
use crate::{
    locale::Key,
    model::{
        facts::{Method, Stretch},
        ids::{Item, PointId, StructureId},
    },
    ui::{
        widgets::{chip, mark},
        words,
    },
};
use egui::Ui;

pub(super) fn stretch_ui(ui: &mut Ui, card: &mut Card, stretch: &Stretch) {
    let ctx = card.ctx;
    let (t, w) = (ctx.tokens, ctx.words);
    parts::title(ui, card, ctx.name(stretch), None);
    let dose = words::dose(w, stretch.hold_seconds, stretch.repeats);
    let per_day = words::per_day(w, stretch.per_day);
    parts::subtitle(
        ui,
        t,
        &words::line(&[&w.say("stretch-or-exercise"), &dose, &per_day]),
    );
    let (says, why) = words::confidence(w, stretch.confidence);
    chip::label(ui, t, &says, &why);
    parts::section(ui, t, &w.say("how-to-do-it"));
    parts::pair(ui, card, &w.say("method-position"), &stretch.position);
    steps::numbered(ui, t, &stretch.steps);
    if !stretch.cautions.is_empty() {
        mark::barred(ui, t, t.color.warning, t.color.warning_soft, |ui| {
            parts::list(ui, card, &stretch.cautions);
        });
    }
    let users: Vec<_> = ctx
        .catalog
        .muscles
        .iter()
        .filter(|muscle| muscle.stretches.contains(&stretch.id))
        .collect();
    if !users.is_empty() {
        parts::section(ui, t, &w.say("stretch-muscles"));
        chip::wrapped(ui, t, |ui| {
            for muscle in users {
                let Some(part) = muscle.parts.first() else {
                    continue;
                };
                if chip::link(ui, t, ctx.name(muscle)).clicked() {
                    let id = StructureId::new(part.id.clone(), ctx.side());
                    card.select(Item::Structure(id));
                }
            }
        });
    }
    ui.add_space(t.space.group);
    ui.spacing_mut().item_spacing.y = 0.0;
    library::sections_ui(ui, card, &Item::Stretch(stretch.id.clone()));
    parts::sources(ui, card, &stretch.sources);
}

pub(super) fn method_ui(ui: &mut Ui, card: &mut Card, method: &Method) {
    let ctx = card.ctx;
    let (t, w) = (ctx.tokens, ctx.words);
    parts::title(ui, card, ctx.name(method), None);
    let dose = words::dose(w, method.hold_seconds, method.repeats);
    parts::subtitle(ui, t, &words::line(&[&w.say("self-treatment"), &dose]));
    let (says, why) = words::confidence(w, method.confidence);
    chip::label(ui, t, &says, &why);
    parts::section(ui, t, &w.say("how-to-do-it"));
    steps::method_steps(ui, card, method, method.max_discomfort);
    library::no_go_ui(ui, card, method);
    steps::stop_rules(ui, card);
    let users: Vec<_> = ctx
        .catalog
        .points()
        .filter(|(_, point)| point.treatment.iter().any(|used| used.method == method.id))
        .collect();
    ui.add_space(t.space.group);
    ui.spacing_mut().item_spacing.y = 0.0;
    if !users.is_empty() {
        let note = w.say_with("points-count", &[("count", users.len().into())]);
        parts::folded(ui, card, Key("method-points"), &note, false, |ui, card| {
            chip::wrapped(ui, t, |ui| {
                for (_, point) in users {
                    if chip::link(ui, t, &point.id)
                        .on_hover_text(ctx.name(point))
                        .clicked()
                    {
                        let id = PointId::new(point.id.clone(), card.ctx.side());
                        card.select(Item::Point(id));
                    }
                }
            });
        });
    }
    library::sections_ui(ui, card, &Item::Method(method.id.clone()));
    parts::sources(ui, card, &method.sources);
}
