//! Three short marks on first start: peel, click a point, say where it hurts. Never again after.
//!
//! All stand in one place, with the button to go on in one place: who presses it twice goes on twice, and does not
//! press what lies behind. A line leads to what a mark is about. They are drawn before everything else, so that the
//! keyboard comes to them first; where their targets are, the frame before tells.

use super::{
    PanelContext, mode_switcher,
    tokens::Kind,
    widgets::{
        button::{self, Weight},
        text,
    },
};
use crate::{app::commands::AppCommand, locale::Key};
use egui::{Align, Area, Id, LayerId, Layout, Order, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

/// What the marks are about, and where they stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Places {
    /// The depth slider.
    pub depth: Rect,
    /// The body's picture.
    pub body: Rect,
}

/// The marks in order: title, words.
const MARKS: [(Key, Key); 3] = [
    (Key("coach-peel"), Key("coach-peel-says")),
    (Key("coach-point"), Key("coach-point-says")),
    (Key("coach-locate"), Key("coach-locate-says")),
];

/// Room kept between a mark and the edge of the picture that it stands over, in points.
const GAP: f32 = 20.0;
/// Width of a mark at the design's text size, in points.
const WIDTH: f32 = 300.0;

/// Whether a mark is on show: one lies over the picture, and so would lie over a notice: that is read first.
pub(super) fn is_shown(ctx: &PanelContext) -> bool {
    let state = ctx.state;
    let known = (state.coach_mark).is_some_and(|at| usize::from(at) < MARKS.len());
    known && ctx.stage.panels.coach_marks && !state.search.open && state.notices.is_empty()
}

/// Takes note of where everything is, for the next frame.
pub(super) fn note_places(ui: &Ui, ctx: &PanelContext, places: Places) {
    let before = places_noted(ui);
    if before != Some(places) {
        ui.data_mut(|data| data.insert_temp(places_id(), places));
        if is_shown(ctx) {
            ui.ctx().request_repaint();
        }
    }
}

fn places_id() -> Id {
    Id::new("places of the coach marks")
}

fn places_noted(ui: &Ui) -> Option<Places> {
    ui.data(|data| data.get_temp(places_id()))
}

/// Draws the mark on show.
pub(super) fn coach_ui(ui: &Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (Some(at), Some(places)) = (ctx.state.coach_mark, places_noted(ui)) else {
        return;
    };
    let Some((title, says)) = MARKS.get(usize::from(at)).filter(|_| is_shown(ctx)) else {
        return;
    };
    let (t, w) = (ctx.tokens, ctx.words);
    let (title, says) = (w.key(*title), w.key(*says));
    let width = t
        .grown(WIDTH)
        .min(places.body.width() - 4.0 * GAP)
        .max(200.0);
    let words_height = words_height(ui, ctx, width);
    let foot = pos2(places.body.center().x, places.body.bottom() - GAP);
    // One id for all: the keyboard stays on the button.
    let shown = Area::new(Id::new("coach mark"))
        .order(Order::Foreground)
        .fixed_pos(foot)
        .pivot(egui::Align2::CENTER_BOTTOM)
        .constrain_to(ui.ctx().content_rect().shrink(8.0))
        .show(ui.ctx(), |ui| {
            t.floating(t.space.section).show(ui, |ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = t.space.unit;
                let from = ui.cursor().top();
                text::paragraph(ui, t, Kind::Section, t.color.text, &title);
                text::paragraph(ui, t, Kind::Body, t.color.text, &says);
                let short_of = words_height - (ui.cursor().top() - from);
                ui.add_space(short_of.max(0.0) + t.space.unit);
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
    let target = match at {
        0 => Some(places.depth),
        1 => None,
        _ => mode_switcher::place_of_locate(ui),
    };
    if let Some(target) = target {
        lead(ui, ctx, shown.response.rect, target);
    }
}

/// Height of the words of the longest mark, in points.
fn words_height(ui: &Ui, ctx: &PanelContext, width: f32) -> f32 {
    let (t, w) = (ctx.tokens, ctx.words);
    let height = |kind: Kind, key: Key| {
        let mut job = text::job(t, kind, t.color.text, &w.key(key));
        job.wrap.max_width = width;
        ui.fonts_mut(|fonts| fonts.layout_job(job)).size().y
    };
    let heights = MARKS.map(|(title, says)| {
        height(Kind::Section, title) + height(Kind::Body, says) + 2.0 * t.space.unit
    });
    heights.into_iter().fold(0.0, f32::max)
}

fn dots(ui: &mut Ui, ctx: &PanelContext, at: u8) {
    let t = ctx.tokens;
    let size = vec2(12.0 * MARKS.len() as f32, t.target());
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

/// A line from a mark to what it is about, and a frame around that.
fn lead(ui: &Ui, ctx: &PanelContext, mark: Rect, target: Rect) {
    let t = ctx.tokens;
    let painter = ui.ctx().layer_painter(LayerId::new(
        Order::Foreground,
        Id::new("line of the coach mark"),
    ));
    let stroke = Stroke::new(2.0, t.color.accent);
    let framed = target.intersect(ui.ctx().content_rect().shrink(1.0));
    painter.rect_stroke(framed, t.small_corner(), stroke, StrokeKind::Inside);
    let to = pos2(
        mark.center().x.clamp(
            framed.left() + 8.0,
            (framed.right() - 8.0).max(framed.left() + 8.0),
        ),
        if framed.bottom() < mark.top() {
            framed.bottom()
        } else {
            framed.top()
        },
    );
    let from = pos2(
        to.x.clamp(mark.left() + 16.0, mark.right() - 16.0),
        if to.y < mark.top() {
            mark.top()
        } else {
            mark.bottom()
        },
    );
    painter.line_segment([from, to], stroke);
    painter.circle_filled(to, 4.0, t.color.accent);
}
