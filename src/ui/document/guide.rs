//! How to begin: hints with their icons, the marks on the body, the keys.

use super::swatch_of;
use crate::{
    app::document::{
        Text,
        block::{BodyMark, Fact, Hint, HintKind, LegendMark},
    },
    ui::{
        tokens::{Kind, Tokens},
        widgets::{mark, text},
    },
};
use egui::{Pos2, Rect, Sense, Ui, Vec2, pos2, vec2};
use egui_phosphor::regular as icon;

pub(super) fn hints_ui(ui: &mut Ui, t: &Tokens, lead: &Text, hints: &[Hint]) {
    text::paragraph(ui, t, Kind::Body, t.color.secondary, &lead.text);
    ui.add_space(t.space.unit);
    for hint in hints {
        let glyph = match hint.about {
            HintKind::Peel => icon::STACK,
            HintKind::Select => icon::HAND_TAP,
            HintKind::Search => icon::MAGNIFYING_GLASS,
        };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = t.space.group;
            let size = vec2(t.grown(24.0), t.grown(22.0));
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            let galley = text::line(ui, t, Kind::Icon, t.color.accent, glyph, 60.0);
            let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, t.color.accent);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                text::paragraph(ui, t, Kind::Strong, t.color.text, &hint.title.text);
                text::paragraph(ui, t, Kind::Body, t.color.text, &hint.text.text);
            });
        });
    }
}

pub(super) fn legend_ui(ui: &mut Ui, t: &Tokens, marks: &[LegendMark]) {
    for mark in marks {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = t.space.group;
            let size = vec2(t.grown(24.0), t.grown(22.0));
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            paint_mark(ui, t, mark.mark, rect.center());
            ui.vertical(|ui| {
                ui.add_space((t.grown(22.0) - t.line_height(Kind::Body)).max(0.0) / 2.0);
                text::paragraph(ui, t, Kind::Body, t.color.text, &mark.text.text);
            });
        });
    }
}

fn paint_mark(ui: &Ui, t: &Tokens, what: BodyMark, at: Pos2) {
    match what {
        BodyMark::Zone(zone) => {
            let square = Rect::from_center_size(at, Vec2::splat(t.grown(16.0)));
            mark::paint_swatch(ui, t, swatch_of(zone), square);
        }
        BodyMark::Disc { selected } => mark::point_disc(ui, t, at, "1", selected),
    }
}

/// Width of a key's name at the design's text size, in points.
const KEY_WIDTH: f32 = 88.0;

pub(super) fn keys_ui(ui: &mut Ui, t: &Tokens, keys: &[Fact]) {
    for key in keys {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = t.space.group;
            let size = vec2(t.grown(KEY_WIDTH), t.line_height(Kind::Body));
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            let galley = text::line(ui, t, Kind::Strong, t.color.text, &key.label.text, size.x);
            ui.painter().galley(rect.min, galley, t.color.text);
            ui.vertical(|ui| {
                let does = &key.value.text;
                text::paragraph(ui, t, Kind::Body, t.color.secondary, does);
            });
        });
    }
}
