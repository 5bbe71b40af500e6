//! What is what while a result is compared with the painting, in a corner over the body or the flat map.

use super::pain_colour;
use crate::{
    app::modes::locate::Located,
    locale::Words,
    model::ids::PointId,
    study::locate::compare::Compared,
    ui::{
        PanelContext,
        tokens::{Kind, Tokens},
        widgets::{mark, text},
    },
};
use egui::{Align2, Area, Color32, Id, Order, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};
use std::borrow::Cow;

/// Opacity of fills and of the ground between stripes, as on the body.
const FILLED: f32 = 0.6;
const BETWEEN: f32 = 0.3;
/// Stripes across a swatch.
const STRIPES: usize = 4;

/// The lines for a comparison: always the three of what is filled, and dots where there are some.
fn lines(compared: &[Compared]) -> Vec<Compared> {
    let mut lines = vec![
        Compared::Both,
        Compared::EssentialOnly,
        Compared::PaintedOnly,
    ];
    if compared.contains(&Compared::SpilloverOnly) {
        lines.push(Compared::SpilloverOnly);
    }
    lines
}

/// What a line means.
fn meaning<'a>(w: &'a Words, what: Compared) -> Cow<'a, str> {
    match what {
        Compared::Neither => Cow::Borrowed(""),
        Compared::Both => w.say("locate-legend-both"),
        Compared::EssentialOnly => w.say("locate-legend-essential"),
        Compared::PaintedOnly => w.say("locate-legend-painted"),
        Compared::SpilloverOnly => w.say("locate-legend-spillover"),
    }
}

/// Draws it; the pointer goes through it.
pub(super) fn legend_ui(ui: &Ui, ctx: &PanelContext, located: &Located, point: &PointId) {
    let (t, w) = (ctx.tokens, ctx.words);
    let Some(compared) = located.compared(point, ctx.state.locate.strengths()) else {
        return;
    };
    let room = ui.available_rect_before_wrap();
    let painted = ctx.state.locate.pain().map_or(0, |pain| pain.colour);
    // In a corner of the body; on the flat map between the legs of its two pictures, over the line at its foot.
    let foot = t.line_height(Kind::Body) + 2.0 * t.space.group;
    let (pivot, at) = match ctx.state.locate.flat_map {
        true => (
            Align2::CENTER_BOTTOM,
            room.center_bottom() - vec2(0.0, foot),
        ),
        false => {
            let inset = vec2(t.space.group, -t.space.group);
            (Align2::LEFT_BOTTOM, room.left_bottom() + inset)
        }
    };
    Area::new(Id::new("comparison legend"))
        .order(Order::Foreground)
        .pivot(pivot)
        .fixed_pos(at)
        .constrain(false)
        .interactable(false)
        .fade_in(false)
        .show(ui.ctx(), |ui| {
            egui::Frame::new()
                .fill(t.color.panel.gamma_multiply(0.92))
                .stroke(t.hairline())
                .corner_radius(t.small_corner())
                .inner_margin(t.space.group)
                .show(ui, |ui| {
                    ui.set_max_width(room.width() - 4.0 * t.space.group);
                    ui.spacing_mut().interact_size.y = 0.0;
                    ui.spacing_mut().item_spacing.y = t.space.group / 2.0;
                    for what in lines(&compared) {
                        ui.horizontal(|ui| {
                            let side = t.grown(14.0);
                            let size = vec2(side, side);
                            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
                            swatch(ui, t, what, pain_colour(t, painted), rect);
                            let says = meaning(w, what);
                            text::single_line(ui, t, Kind::Secondary, t.color.text, &says);
                        });
                    }
                });
        });
}

fn swatch(ui: &Ui, t: &Tokens, what: Compared, painted: Color32, rect: Rect) {
    let painter = ui.painter_at(rect);
    let corner = t.small_corner();
    match what {
        Compared::Neither => {}
        Compared::PaintedOnly => {
            painter.rect_filled(rect, corner, painted.gamma_multiply(FILLED));
        }
        Compared::EssentialOnly => {
            painter.rect_filled(rect, corner, t.color.pain.gamma_multiply(FILLED));
            let rim = Stroke::new(2.0, t.color.pain);
            painter.rect_stroke(rect, corner, rim, StrokeKind::Inside);
        }
        Compared::Both => {
            painter.rect_filled(rect, corner, t.color.both.gamma_multiply(BETWEEN));
            let step = 2.0 * rect.width() / STRIPES as f32;
            for stripe in 0..STRIPES {
                let from = rect.left() + (stripe as f32 + 0.5) * step;
                let ends = [
                    pos2(from, rect.top()),
                    pos2(from - rect.height(), rect.bottom()),
                ];
                painter.line_segment(ends, Stroke::new(step * 0.3, t.color.both));
            }
        }
        Compared::SpilloverOnly => mark::paint_swatch(ui, t, mark::Zone::Spillover, rect),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_explained_only_where_there_are_some() {
        assert_eq!(lines(&[Compared::Both]).len(), 3);
        let all = lines(&[Compared::Neither, Compared::SpilloverOnly]);
        assert_eq!(all.len(), 4);
        assert_eq!(all[3], Compared::SpilloverOnly);
    }
}
