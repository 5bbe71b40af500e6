//! Small painted marks: legend swatches, a trigger point's disc, the bar beside a caution.

use super::text;
use crate::ui::tokens::{Kind, Tokens};
use egui::{Color32, CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

/// How pain is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Filled.
    Essential,
    /// Stippled.
    Spillover,
    /// Rings, which are no pain.
    Tingling,
}

/// The swatch of a zone, as the body shows it: filled or stippled.
pub fn swatch(ui: &mut Ui, t: &Tokens, zone: Zone) {
    let side = t.grown(14.0);
    let (rect, _) = ui.allocate_exact_size(vec2(side, side), Sense::hover());
    paint_swatch(ui, t, zone, rect);
}

/// Paints a zone's swatch into a square.
pub fn paint_swatch(ui: &Ui, t: &Tokens, zone: Zone, rect: Rect) {
    let corner = CornerRadius::same(3);
    let painter = ui.painter();
    match zone {
        Zone::Essential => {
            painter.rect_filled(rect, corner, t.color.pain);
        }
        Zone::Tingling => {
            let ring = Stroke::new(1.0, t.color.secondary);
            let step = rect.width() / 4.0;
            for (column, row) in [(1, 1), (3, 1), (1, 3), (3, 3)] {
                let at = rect.min + vec2(column as f32, row as f32) * step;
                painter.circle_stroke(at, rect.width() * 0.12, ring);
            }
        }
        Zone::Spillover => {
            painter.rect_stroke(
                rect,
                corner,
                Stroke::new(1.0, t.color.pain.gamma_multiply(0.55)),
                StrokeKind::Inside,
            );
            let step = rect.width() / 4.0;
            for (column, row) in [(1, 1), (3, 1), (2, 2), (1, 3), (3, 3)] {
                let at = rect.min + vec2(column as f32, row as f32) * step;
                painter.circle_filled(at, rect.width() * 0.085, t.color.pain);
            }
        }
    }
}

/// A trigger point's disc with its mark, as on the body.
pub fn point_disc(ui: &Ui, t: &Tokens, center: egui::Pos2, mark: &str, selected: bool) {
    let radius = t.grown(10.0);
    let (fill, ring, color) = if selected {
        (t.color.accent, t.color.accent, t.color.on_accent)
    } else {
        (t.color.raised, t.color.accent, t.color.text)
    };
    ui.painter().circle_filled(center, radius, fill);
    ui.painter()
        .circle_stroke(center, radius - 0.75, Stroke::new(1.5, ring));
    let galley = text::line(ui, t, Kind::Caption, color, mark, f32::INFINITY);
    ui.painter()
        .galley(center - galley.size() / 2.0, galley, color);
}

/// Contents beside a bar of colour, on a tint of it.
pub fn barred(
    ui: &mut Ui,
    t: &Tokens,
    bar: Color32,
    tint: Color32,
    contents: impl FnOnce(&mut Ui),
) {
    let response = egui::Frame::new()
        .fill(tint)
        .corner_radius(t.small_corner())
        .inner_margin(egui::Margin {
            left: 16,
            right: 12,
            top: 8,
            bottom: 8,
        })
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            contents(ui);
        })
        .response;
    let rect = Rect::from_min_max(
        response.rect.min,
        pos2(response.rect.left() + 4.0, response.rect.bottom()),
    );
    let radius = t.small_corner().nw;
    ui.painter().rect_filled(
        rect,
        CornerRadius {
            nw: radius,
            sw: radius,
            ne: 0,
            se: 0,
        },
        bar,
    );
}
