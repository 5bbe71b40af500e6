//! The depth slider of a phone: upright at the right of the body, where a thumb reaches it, from the skin above to
//! the skeleton below. The layer's name stands beside the knob.

use super::{describe, wanted_depth};
use crate::{
    app::{commands::AppCommand, state::DEEPEST},
    ui::{
        PanelContext,
        tokens::{Kind, Tokens},
        widgets::text,
        words,
    },
};
use egui::{
    Align2, Area, CursorIcon, Frame, Id, Margin, Order, Panel, Rect, Response, Sense, Stroke, Ui,
    lerp, pos2, remap_clamp, vec2,
};

/// How much of the body's width it takes, in points.
pub(in crate::ui) fn upright_width(t: &Tokens) -> f32 {
    t.target() + t.space.group
}

/// Draws it; gives the place of the slider.
pub(in crate::ui) fn upright_ui(
    ui: &mut Ui,
    ctx: &PanelContext,
    commands: &mut Vec<AppCommand>,
) -> Rect {
    let (t, w) = (ctx.tokens, ctx.words);
    Panel::right("depth upright")
        .exact_size(upright_width(t))
        .resizable(false)
        .frame(Frame::new().fill(t.color.panel))
        .show(ui, |ui| {
            let rect = ui.available_rect_before_wrap();
            let depth = ctx.state.view.depth;
            let radius = t.target() / 2.0 - t.space.unit;
            let ends = rect.shrink2(vec2(0.0, radius + t.space.group)).y_range();
            let (from, to) = (ends.min, ends.max);
            let response = ui.interact(rect, ui.id().with("slider"), Sense::click_and_drag());
            let wanted = wanted_depth(ui, &response, depth, |at| {
                remap_clamp(at.y, from..=to, 0.0..=DEEPEST)
            });
            describe(ui, w, &response, depth);
            let shown = wanted.unwrap_or(depth);
            if let Some(wanted) = wanted
                && (wanted - depth).abs() > f32::EPSILON
            {
                commands.push(AppCommand::SetDepth(wanted));
            }
            let x = rect.center().x;
            let y = lerp(from..=to, shown / DEEPEST);
            paint_rail(ui, t, (x, from, to), y);
            paint_knob(ui, t, &response, pos2(x, y), radius, shown);
            name_of_layer(ui, ctx, pos2(rect.left() - t.space.group, y), shown);
            response.on_hover_and_drag_cursor(CursorIcon::ResizeVertical);
            rect
        })
        .inner
}

fn paint_rail(ui: &Ui, t: &Tokens, (x, from, to): (f32, f32, f32), at: f32) {
    let painter = ui.painter();
    let rail = |a: f32, b: f32| Rect::from_min_max(pos2(x - 2.0, a), pos2(x + 2.0, b));
    painter.rect_filled(rail(from, to), 2.0, t.color.hairline);
    painter.rect_filled(rail(from, at), 2.0, t.color.accent);
    for stop in 0..words::STOPS.len() {
        let y = lerp(from..=to, stop as f32 / DEEPEST);
        let fill = if y <= at + 0.5 {
            t.color.accent
        } else {
            t.color.faint
        };
        painter.circle_filled(pos2(x, y), 3.5, fill);
    }
}

/// The knob, with the number of the nearest layer in it.
fn paint_knob(ui: &Ui, t: &Tokens, response: &Response, at: egui::Pos2, radius: f32, depth: f32) {
    let painter = ui.painter();
    painter.circle_filled(at, radius, t.color.raised);
    painter.circle_stroke(at, radius - 1.0, Stroke::new(2.0, t.color.accent));
    if response.has_focus() {
        painter.circle_stroke(at, radius + 3.0, Stroke::new(2.0, t.color.accent));
    }
    let number = format!("{:.0}", depth.round());
    let number = text::line(ui, t, Kind::Strong, t.color.accent, &number, f32::INFINITY);
    let corner = at - number.size() / 2.0;
    ui.painter().galley(corner, number, t.color.accent);
}

/// The name of the nearest layer over the body, beside the knob. It takes no press.
fn name_of_layer(ui: &Ui, ctx: &PanelContext, tip: egui::Pos2, depth: f32) {
    let t = ctx.tokens;
    let stop = depth.round().clamp(0.0, DEEPEST) as usize;
    let Some(key) = words::STOPS.get(stop) else {
        return;
    };
    Area::new(Id::new("name of the layer"))
        .order(Order::Middle)
        .interactable(false)
        .fade_in(false)
        .pivot(Align2::RIGHT_CENTER)
        .fixed_pos(tip)
        .show(ui.ctx(), |ui| {
            Frame::new()
                .fill(t.color.panel)
                .corner_radius(t.small_corner())
                .inner_margin(Margin::symmetric(8, 2))
                .show(ui, |ui| {
                    let says = ctx.words.key(*key);
                    let galley = text::line(ui, t, Kind::Body, t.color.text, &says, t.grown(160.0));
                    let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
                    ui.painter().galley(rect.min, galley, t.color.text);
                });
        });
}
