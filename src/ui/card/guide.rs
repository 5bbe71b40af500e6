//! What the card says when nothing is selected: how to begin, what the marks mean.

use crate::ui::{
    PanelContext,
    tokens::{Kind, Tokens},
    widgets::{
        mark::{self, Zone},
        text,
    },
};
use egui::{Sense, Ui, pos2, vec2};
use egui_phosphor::regular as icon;

pub(super) fn guide_ui(ui: &mut Ui, ctx: &PanelContext) {
    let (t, w) = (ctx.tokens, ctx.words);
    let title = w.say("guide-title");
    text::paragraph(ui, t, Kind::Title, t.color.text, &title);
    let lead = w.say("guide-lead");
    text::paragraph(ui, t, Kind::Body, t.color.secondary, &lead);
    ui.add_space(t.space.unit);
    for (glyph, title, says) in [
        (icon::STACK, w.say("guide-peel"), w.say("guide-peel-says")),
        (
            icon::HAND_TAP,
            w.say("guide-click"),
            w.say("guide-click-says"),
        ),
        (
            icon::MAGNIFYING_GLASS,
            w.say("guide-search"),
            w.say("guide-search-says"),
        ),
    ] {
        hint(ui, t, glyph, &title, &says);
    }
    super::parts::section(ui, t, &w.say("guide-marks"));
    legend(ui, t, &w.say("guide-essential"), |ui, at| {
        mark::paint_swatch(ui, t, Zone::Essential, square(t, at));
    });
    legend(ui, t, &w.say("guide-spillover"), |ui, at| {
        mark::paint_swatch(ui, t, Zone::Spillover, square(t, at));
    });
    legend(ui, t, &w.say("guide-disc"), |ui, at| {
        mark::point_disc(ui, t, at, "1", false);
    });
    legend(ui, t, &w.say("guide-disc-selected"), |ui, at| {
        mark::point_disc(ui, t, at, "1", true);
    });
    super::parts::section(ui, t, &w.say("guide-keys"));
    for (key, does) in [
        (w.say("guide-key-drag"), w.say("guide-key-drag-does")),
        (
            w.say("guide-key-right-drag"),
            w.say("guide-key-right-drag-does"),
        ),
        (w.say("guide-key-wheel"), w.say("guide-key-wheel-does")),
        (
            w.say("guide-key-right-click"),
            w.say("guide-key-right-click-does"),
        ),
        ("F".into(), w.say("guide-key-frame-does")),
        ("H  I  G".into(), w.say("guide-key-row-actions-does")),
        ("Alt+H".into(), w.say("guide-key-show-all-does")),
        ("L".into(), w.say("guide-key-labels-does")),
        (w.say("guide-key-views"), w.say("guide-key-views-does")),
    ] {
        key_row(ui, t, &key, &does);
    }
    ui.add_space(t.space.group);
    let says = w.say("guide-not-a-diagnosis");
    text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &says);
}

fn square(t: &Tokens, center: egui::Pos2) -> egui::Rect {
    egui::Rect::from_center_size(center, egui::Vec2::splat(t.grown(16.0)))
}

fn hint(ui: &mut Ui, t: &Tokens, glyph: &str, title: &str, says: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = t.space.group;
        let (rect, _) = ui.allocate_exact_size(vec2(t.grown(24.0), t.grown(22.0)), Sense::hover());
        let galley = text::line(ui, t, Kind::Icon, t.color.accent, glyph, 60.0);
        let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, t.color.accent);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            text::paragraph(ui, t, Kind::Strong, t.color.text, title);
            text::paragraph(ui, t, Kind::Body, t.color.text, says);
        });
    });
}

fn legend(ui: &mut Ui, t: &Tokens, says: &str, paint: impl FnOnce(&Ui, egui::Pos2)) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = t.space.group;
        let size = vec2(t.grown(24.0), t.grown(22.0));
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        paint(ui, rect.center());
        ui.vertical(|ui| {
            ui.add_space((t.grown(22.0) - t.line_height(Kind::Body)).max(0.0) / 2.0);
            text::paragraph(ui, t, Kind::Body, t.color.text, says);
        });
    });
}

fn key_row(ui: &mut Ui, t: &Tokens, key: &str, does: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = t.space.group;
        let size = vec2(t.grown(80.0), t.line_height(Kind::Body));
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let galley = text::line(ui, t, Kind::Strong, t.color.text, key, size.x);
        ui.painter().galley(rect.min, galley, t.color.text);
        ui.vertical(|ui| {
            text::paragraph(ui, t, Kind::Body, t.color.secondary, does);
        });
    });
}
