//! Three short marks on first start: peel, click a point, find what hurts. Never again after.

use super::{
    PanelContext,
    tokens::Kind,
    widgets::{
        button::{self, Weight},
        text,
    },
};
use crate::{app::commands::AppCommand, locale::Key};
use egui::{Align, Area, Id, Layout, Order, Pos2, Rect, Ui, pos2};

/// What the marks point at.
pub(super) struct Places {
    /// The depth slider.
    pub depth: Rect,
    /// The body's picture.
    pub body: Rect,
    /// The search button.
    pub search: Rect,
}

/// The marks in order: title, words.
const MARKS: [(Key, Key); 3] = [
    (Key("coach-peel"), Key("coach-peel-says")),
    (Key("coach-point"), Key("coach-point-says")),
    (Key("coach-search"), Key("coach-search-says")),
];

/// Room kept between a mark and what it points at.
const GAP: f32 = 12.0;

pub(super) fn coach_ui(
    ui: &Ui,
    ctx: &PanelContext,
    places: Places,
    commands: &mut Vec<AppCommand>,
) {
    let Some(at) = ctx.state.coach_mark else {
        return;
    };
    let Some((title, says)) = MARKS.get(usize::from(at)) else {
        return;
    };
    // A mark lies over the picture, and so would lie over a notice: that is read first.
    if ctx.state.search.open || !ctx.state.notices.is_empty() {
        return;
    }
    let (t, w) = (ctx.tokens, ctx.words);
    let (title, says) = (w.key(*title), w.key(*says));
    let width = t.grown(280.0);
    let (tip, pivot) = match at {
        0 => (
            pos2(places.depth.center().x, places.depth.top() - GAP),
            egui::Align2::CENTER_BOTTOM,
        ),
        1 => (
            pos2(
                places.body.center().x,
                places.body.top() + places.body.height() * 0.62,
            ),
            egui::Align2::CENTER_CENTER,
        ),
        _ => (
            pos2(places.search.center().x, places.search.bottom() + GAP),
            egui::Align2::CENTER_TOP,
        ),
    };
    let shown = Area::new(Id::new(("coach mark", at)))
        .order(Order::Foreground)
        .fixed_pos(tip)
        .pivot(pivot)
        .constrain_to(ui.ctx().content_rect().shrink(8.0))
        .show(ui.ctx(), |ui| {
            t.floating(t.space.section).show(ui, |ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = t.space.unit;
                text::paragraph(ui, t, Kind::Section, t.color.text, &title);
                text::paragraph(ui, t, Kind::Body, t.color.text, &says);
                ui.add_space(t.space.unit);
                ui.horizontal(|ui| {
                    dots(ui, ctx, at);
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        let last = usize::from(at) + 1 == MARKS.len();
                        let next = if last {
                            w.say("coach-done")
                        } else {
                            w.say("coach-next")
                        };
                        if button::words(ui, t, "", &next, Weight::Primary).clicked() {
                            commands.push(AppCommand::NextCoachMark);
                        }
                        let skip = w.say("coach-skip");
                        if !last && button::words(ui, t, "", &skip, Weight::Quiet).clicked() {
                            commands.push(AppCommand::SkipCoachMarks);
                        }
                    });
                });
            });
        });
    if at != 1 {
        arrow(ui, ctx, shown.response.rect, tip, at == 0);
    }
}

fn dots(ui: &mut Ui, ctx: &PanelContext, at: u8) {
    let t = ctx.tokens;
    let size = egui::vec2(12.0 * MARKS.len() as f32, t.target());
    let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
    for mark in 0..MARKS.len() {
        let center = pos2(rect.left() + 4.0 + 12.0 * mark as f32, rect.center().y);
        let color = if mark == usize::from(at) {
            t.color.accent
        } else {
            t.color.hairline
        };
        ui.painter().circle_filled(center, 3.0, color);
    }
}

/// A small triangle from the mark to what it points at.
fn arrow(ui: &Ui, ctx: &PanelContext, bubble: Rect, tip: Pos2, down: bool) {
    let t = ctx.tokens;
    let x = tip.x.clamp(bubble.left() + 16.0, bubble.right() - 16.0);
    let (base, point) = if down {
        (bubble.bottom() - 1.0, bubble.bottom() + 7.0)
    } else {
        (bubble.top() + 1.0, bubble.top() - 7.0)
    };
    let painter = ui.ctx().layer_painter(egui::LayerId::new(
        Order::Foreground,
        Id::new("coach arrow"),
    ));
    painter.add(egui::Shape::convex_polygon(
        vec![pos2(x - 8.0, base), pos2(x, point), pos2(x + 8.0, base)],
        t.color.raised,
        egui::Stroke::NONE,
    ));
}
