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
    let t = ctx.tokens;
    text::paragraph(ui, t, Kind::Title, t.color.text, "Explore the body");
    text::paragraph(
        ui,
        t,
        Kind::Body,
        t.color.secondary,
        "Muscles, their trigger points, and where those send pain.",
    );
    ui.add_space(t.space.unit);
    for (glyph, title, says) in [
        (
            icon::STACK,
            "Peel",
            "Drag the slider below, or press [ and ], to go from the skin to the skeleton.",
        ),
        (
            icon::HAND_TAP,
            "Click a point",
            "A numbered disc is a trigger point. Click it to see where it sends pain and how to treat it.",
        ),
        (
            icon::MAGNIFYING_GLASS,
            "Search",
            "Press / or Ctrl+K and type a muscle, a place that hurts or what it feels like.",
        ),
    ] {
        hint(ui, t, glyph, title, says);
    }
    super::parts::section(ui, t, "What the marks mean");
    legend(
        ui,
        t,
        "Essential zone: most people feel it here",
        |ui, at| {
            mark::paint_swatch(ui, t, Zone::Essential, square(t, at));
        },
    );
    legend(
        ui,
        t,
        "Spillover zone: some people feel it here too",
        |ui, at| {
            mark::paint_swatch(ui, t, Zone::Spillover, square(t, at));
        },
    );
    legend(
        ui,
        t,
        "Trigger point, numbered as the literature does",
        |ui, at| {
            mark::point_disc(ui, t, at, "1", false);
        },
    );
    legend(ui, t, "Trigger point that is selected", |ui, at| {
        mark::point_disc(ui, t, at, "1", true);
    });
    super::parts::section(ui, t, "With mouse and keys");
    for (key, does) in [
        ("Drag", "turn"),
        ("Right drag", "move"),
        ("Wheel", "zoom where the pointer is"),
        ("F", "fill the view with what is selected"),
        ("H  I  G", "hide, show alone, see through"),
        ("Alt+H", "show everything again"),
        ("L", "labels"),
        ("1 to 8", "views: back, front, left, right, neck …"),
    ] {
        key_row(ui, t, key, does);
    }
    ui.add_space(t.space.group);
    text::paragraph(
        ui,
        t,
        Kind::Secondary,
        t.color.secondary,
        "myomap is for learning and for treating oneself with care. It does not diagnose. See a clinician about pain that is new, severe, spreading, or comes with numbness, weakness, fever or a fall.",
    );
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
