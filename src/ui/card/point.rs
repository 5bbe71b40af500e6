//! The card of a trigger point: where it sends pain, how to find it, how to treat it.

use super::{Card, parts, steps};
use crate::{
    model::{
        ids::{Item, PointId, StructureId},
        raw::{Muscle, PointKind, TriggerPoint, Zone},
    },
    ui::{
        PatternThumbnails,
        tokens::{Kind, Tokens},
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
    let t = ctx.tokens;
    let item = Item::Point(id.clone());
    parts::title(ui, card, &point.name, Some(item));
    let part = muscle.parts.iter().find(|part| part.id == point.part);
    let name = part.map_or(&muscle.names.english, |part| &part.names.english);
    let layer = part.map_or("", |part| words::layer(part.depth));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = t.space.unit;
        let place = format!("{name} · {layer}");
        parts::subtitle(ui, t, &place);
    });
    chip::wrapped(ui, t, |ui| {
        let (says, why) = words::confidence(point.pattern_confidence);
        chip::label(ui, t, says, &format!("How sure the pattern is. {why}"));
        if let Some(evidence) = &muscle.evidence {
            let (says, why) = words::evidence(evidence.grade);
            chip::label(ui, t, says, &format!("{why} {}", evidence.says.text));
        }
        let number = if point.alias.is_empty() {
            point.id.clone()
        } else {
            format!("{} · {}", point.id, point.alias)
        };
        let why = "Our own number, and the label in the older manuals where there is one.";
        chip::label(ui, t, &number, why);
        if point.kind == PointKind::Area {
            chip::label(
                ui,
                t,
                "Area",
                "No exact spot: search the whole area that is drawn.",
            );
        }
    });
    parts::side_switch(ui, card, id.side, |side| {
        Item::Point(PointId::new(id.code.clone(), side))
    });
}

fn pattern(ui: &mut Ui, card: &mut Card, point: &TriggerPoint) {
    let ctx = card.ctx;
    let t = ctx.tokens;
    parts::section(ui, t, "Where it sends pain");
    if let Some(thumbnails) = ctx.thumbnails {
        thumbnails_ui(ui, t, thumbnails);
    }
    let sources = &point.pattern_sources;
    zone(ui, card, Drawn::Essential, &point.essential, sources);
    zone(ui, card, Drawn::Spillover, &point.spillover, sources);
}

fn zone(ui: &mut Ui, card: &mut Card, drawn: Drawn, zone: &Zone, sources: &[String]) {
    let ctx = card.ctx;
    let t = ctx.tokens;
    let (label, none) = match drawn {
        Drawn::Essential => ("Essential: felt by most", "None described."),
        Drawn::Spillover => ("Spillover: felt by some", "None described."),
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
            text::paragraph(ui, t, Kind::Secondary, t.color.secondary, label);
            if zone.text.is_empty() {
                text::paragraph(ui, t, Kind::Body, t.color.text, none);
            } else {
                statement::sourced(
                    ui,
                    t,
                    ctx.catalog,
                    &mut card.numbers,
                    &zone.text,
                    sources,
                    t.color.text,
                );
            }
        });
    });
}

fn thumbnails_ui(ui: &mut Ui, t: &Tokens, thumbnails: &PatternThumbnails) {
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
        for (texture, name) in [(thumbnails.front, "Front"), (thumbnails.back, "Back")] {
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 0.0;
                let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
                response.widget_info(|| {
                    WidgetInfo::labeled(
                        WidgetType::Image,
                        true,
                        format!("The pattern from the {}", name.to_lowercase()),
                    )
                });
                ui.painter()
                    .rect_filled(rect, t.small_corner(), t.color.ground.0);
                egui::Image::new(egui::load::SizedTexture::new(texture, size))
                    .corner_radius(t.small_corner())
                    .paint_at(ui, rect);
                text::paragraph(ui, t, Kind::Caption, t.color.secondary, name);
            });
        }
    });
}

fn find(ui: &mut Ui, card: &mut Card, point: &TriggerPoint) {
    parts::section(ui, card.ctx.tokens, "Find it");
    parts::says(ui, card, &point.location);
    if point.find.text != point.location.text {
        parts::says(ui, card, &point.find);
    }
}

fn treat(ui: &mut Ui, card: &mut Card, muscle: &Muscle, point: &TriggerPoint) {
    let t = card.ctx.tokens;
    parts::section(ui, t, "Treat it");
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
            "Afterwards, stretch",
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
    parts::sources(ui, card, &[]);
}

/// What holds for the whole muscle: how it feels, what keeps it going, what else it may be.
pub(super) fn about_muscle(ui: &mut Ui, card: &mut Card, muscle: &Muscle) {
    let group = card.ctx.tokens.space.group;
    for (title, statements) in [
        ("Feels like", &muscle.feels_like),
        ("What keeps it going", &muscle.causes),
        ("Look-alikes", &muscle.look_alikes),
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
        parts::folded(ui, card, "Evidence", "", false, |ui, card| {
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
    parts::folded(ui, card, "Related points", "", true, |ui, card| {
        ui.spacing_mut().item_spacing.y = t.space.unit;
        if !points.is_empty() || !muscles.is_empty() {
            chip::wrapped(ui, t, |ui| {
                for (_, other) in &points {
                    let says = format!("{} {}", other.id, other.name);
                    if chip::link(ui, t, &says).clicked() {
                        card.select(Item::Point(PointId::new(other.id.clone(), id.side)));
                    }
                }
                for other in &muscles {
                    let Some(part) = other.parts.first() else {
                        continue;
                    };
                    if chip::link(ui, t, &other.names.english).clicked() {
                        let structure = StructureId::new(part.id.clone(), id.side);
                        card.select(Item::Structure(structure));
                    }
                }
            });
        }
        parts::list(ui, card, &muscle.related_notes);
        if others {
            let heading = format!("Others in {}", muscle.names.english.to_lowercase());
            text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &heading);
            ui.spacing_mut().item_spacing.y = 0.0;
            for other in muscle.points.iter().filter(|other| other.id != point.id) {
                parts::point_row(ui, card, other, &other.essential.text, id.side);
            }
        }
    });
}
