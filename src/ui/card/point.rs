//! The card of a trigger point: where it sends pain, how to find it, how to treat it.

use super::{Card, library, parts, steps};
use crate::{
    locale::Key,
    model::{
        facts::{Muscle, PointKind, TriggerPoint, Zone},
        ids::{Item, PointId, StructureId},
    },
    ui::{
        PanelContext, PatternThumbnails,
        tokens::Kind,
        widgets::{
            chip,
            mark::{self, Zone as Drawn},
            statement, text,
        },
        words,
    },
};
use egui::{Sense, Ui, WidgetInfo, WidgetType, vec2};

pub(super) fn point_ui(
    ui: &mut Ui,
    card: &mut Card,
    id: &PointId,
    muscle: &Muscle,
    point: &TriggerPoint,
) {
    head(ui, card, id, muscle, point);
    pattern(ui, card, point);
    find(ui, card, point);
    treat(ui, card, muscle, point);
    folds(ui, card, id, muscle, point);
}

fn head(ui: &mut Ui, card: &mut Card, id: &PointId, muscle: &Muscle, point: &TriggerPoint) {
    let ctx = card.ctx;
    let (t, w) = (ctx.tokens, ctx.words);
    let item = Item::Point(id.clone());
    parts::title(ui, card, ctx.name(point), Some(item));
    let part = muscle.parts.iter().find(|part| part.id == point.part);
    let name = part.map_or_else(|| ctx.name(muscle), |part| ctx.name(part));
    let layer = part.map(|part| words::layer(w, part.depth));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = t.space.unit;
        let place = words::line(&[name, &layer.unwrap_or_default()]);
        parts::subtitle(ui, t, &place);
    });
    chip::wrapped(ui, t, |ui| {
        let (says, why) = words::confidence(w, point.pattern_confidence);
        let why = w.say_with("confidence-of-pattern", &[("why", why.into())]);
        chip::label(ui, t, &says, &why);
        if let Some(evidence) = &muscle.evidence {
            let (says, why) = words::evidence(w, evidence.grade);
            chip::label(ui, t, &says, &format!("{why} {}", evidence.says.text));
        }
        let number = if point.alias.is_empty() {
            point.id.clone()
        } else {
            format!("{} · {}", point.id, point.alias)
        };
        chip::label(ui, t, &number, &w.say("point-number-why"));
        if point.kind == PointKind::Area {
            chip::label(ui, t, &w.say("point-area"), &w.say("point-area-why"));
        }
    });
    parts::side_switch(ui, card, id.side, |side| {
        Item::Point(PointId::new(id.code.clone(), side))
    });
}

fn pattern(ui: &mut Ui, card: &mut Card, point: &TriggerPoint) {
    let ctx = card.ctx;
    let t = ctx.tokens;
    parts::section(ui, t, &ctx.words.say("point-sends-pain"));
    if let Some(thumbnails) = ctx.thumbnails {
        thumbnails_ui(ui, ctx, thumbnails);
    }
    let sources = &point.pattern_sources;
    zone(ui, card, Drawn::Essential, &point.essential, sources);
    zone(ui, card, Drawn::Spillover, &point.spillover, sources);
}

fn zone(ui: &mut Ui, card: &mut Card, drawn: Drawn, zone: &Zone, sources: &[String]) {
    let ctx = card.ctx;
    let t = ctx.tokens;
    let label = match drawn {
        Drawn::Essential => ctx.words.say("point-essential"),
        Drawn::Spillover => ctx.words.say("point-spillover"),
    };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = t.space.group;
        ui.vertical(|ui| {
            ui.set_width(t.grown(14.0));
            ui.add_space((t.line_height(Kind::Secondary) - t.grown(14.0)).max(0.0) / 2.0);
            mark::swatch(ui, t, drawn);
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &label);
            if zone.text.is_empty() {
                let none = ctx.words.say("point-zone-none");
                text::paragraph(ui, t, Kind::Body, t.color.text, &none);
            } else {
                statement::sourced(ui, ctx, &mut card.numbers, &zone.text, sources);
            }
        });
    });
}

fn thumbnails_ui(ui: &mut Ui, ctx: &PanelContext, thumbnails: &PatternThumbnails) {
    let (t, w) = (ctx.tokens, ctx.words);
    let gap = t.space.group;
    let width = ((ui.available_width() - gap) / 2.0).floor();
    let aspect = if thumbnails.aspect.is_finite() {
        thumbnails.aspect.clamp(0.3, 3.0)
    } else {
        1.0
    };
    let size = vec2(width, (width / aspect).round());
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (texture, name, says) in [
            (
                thumbnails.front,
                w.say("inset-front"),
                w.say("point-picture-front"),
            ),
            (
                thumbnails.back,
                w.say("inset-back"),
                w.say("point-picture-back"),
            ),
        ] {
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 0.0;
                let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
                response
                    .widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, says.as_ref()));
                ui.painter()
                    .rect_filled(rect, t.small_corner(), t.color.ground.0);
                egui::Image::new(egui::load::SizedTexture::new(texture, size))
                    .corner_radius(t.small_corner())
                    .paint_at(ui, rect);
                text::paragraph(ui, t, Kind::Caption, t.color.secondary, &name);
            });
        }
    });
}

fn find(ui: &mut Ui, card: &mut Card, point: &TriggerPoint) {
    let ctx = card.ctx;
    parts::section(ui, ctx.tokens, &ctx.words.say("point-find"));
    parts::says(ui, card, &point.location);
    if point.find.text != point.location.text {
        parts::says(ui, card, &point.find);
    }
}

fn treat(ui: &mut Ui, card: &mut Card, muscle: &Muscle, point: &TriggerPoint) {
    let (t, w) = (card.ctx.tokens, card.ctx.words);
    parts::section(ui, t, &w.say("point-treat"));
    steps::serious(ui, card, &muscle.cautions);
    steps::applications(ui, card, "point", &point.treatment);
    if muscle
        .stretches
        .iter()
        .any(|id| card.ctx.catalog.stretch(id).is_some())
    {
        text::paragraph(
            ui,
            t,
            Kind::Secondary,
            t.color.secondary,
            &w.say("point-stretch-afterwards"),
        );
        steps::stretches(ui, card, muscle);
    }
    steps::stop_rules(ui, card);
}

fn folds(ui: &mut Ui, card: &mut Card, id: &PointId, muscle: &Muscle, point: &TriggerPoint) {
    let t = card.ctx.tokens;
    ui.add_space(t.space.group);
    ui.spacing_mut().item_spacing.y = 0.0;
    related(ui, card, id, muscle, point);
    about_muscle(ui, card, muscle);
    library::sections_ui(ui, card, &Item::Point(id.clone()));
    parts::sources(ui, card, &[]);
}

/// What holds for the whole muscle: how it feels, what keeps it going, what else it may be.
pub(super) fn about_muscle(ui: &mut Ui, card: &mut Card, muscle: &Muscle) {
    let group = card.ctx.tokens.space.group;
    for (title, statements) in [
        (Key("point-feels-like"), &muscle.feels_like),
        (Key("point-keeps-going"), &muscle.causes),
        (Key("point-look-alikes"), &muscle.look_alikes),
    ] {
        if !statements.is_empty() {
            parts::folded(ui, card, title, "", false, |ui, card| {
                ui.spacing_mut().item_spacing.y = group;
                parts::list(ui, card, statements);
            });
        }
    }
    steps::milder(ui, card, &muscle.cautions);
    if let Some(evidence) = &muscle.evidence {
        parts::folded(ui, card, Key("point-evidence"), "", false, |ui, card| {
            parts::says(ui, card, &evidence.says);
        });
    }
}

fn related(ui: &mut Ui, card: &mut Card, id: &PointId, muscle: &Muscle, point: &TriggerPoint) {
    let ctx = card.ctx;
    let t = ctx.tokens;
    let points: Vec<_> = point
        .related
        .iter()
        .filter_map(|code| ctx.catalog.point(code))
        .collect();
    let muscles: Vec<&Muscle> = muscle
        .related_muscles
        .iter()
        .filter_map(|id| ctx.catalog.muscle(id))
        .collect();
    let others = muscle.points.iter().any(|other| other.id != point.id);
    if points.is_empty() && muscles.is_empty() && !others {
        return;
    }
    parts::folded(ui, card, Key("point-related"), "", true, |ui, card| {
        ui.spacing_mut().item_spacing.y = t.space.unit;
        if !points.is_empty() || !muscles.is_empty() {
            chip::wrapped(ui, t, |ui| {
                for (_, other) in &points {
                    let says = format!("{} {}", other.id, ctx.name(*other));
                    if chip::link(ui, t, &says).clicked() {
                        card.select(Item::Point(PointId::new(other.id.clone(), id.side)));
                    }
                }
                for other in &muscles {
                    let Some(part) = other.parts.first() else {
                        continue;
                    };
                    if chip::link(ui, t, ctx.name(*other)).clicked() {
                        let structure = StructureId::new(part.id.clone(), id.side);
                        card.select(Item::Structure(structure));
                    }
                }
            });
        }
        parts::list(ui, card, &muscle.related_notes);
        if others {
            let name = words::within(ctx.name(muscle));
            let heading = ctx
                .words
                .say_with("point-others", &[("muscle", name.into())]);
            text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &heading);
            ui.spacing_mut().item_spacing.y = 0.0;
            for other in muscle.points.iter().filter(|other| other.id != point.id) {
                parts::point_row(ui, card, other, &other.essential.text, id.side);
            }
        }
    });
}
