//! The tags in the upper corners of the body's picture: what lies there, and from where it is seen.

use crate::{
    app::on_screen::{Edge, SeenFrom, Turned},
    ui::{PanelContext, tokens::Kind},
};
use egui::{Painter, Rect, vec2};
use std::borrow::Cow;

/// Tells which side of the body is where in the picture, so that left is never taken for right nor front for back:
/// at the upper corners what lies there, and under the left one where it is seen from. The body is narrow there.
/// Gives the places covered.
pub(super) fn side_names(
    painter: &Painter,
    body: Rect,
    turned: Turned,
    ctx: &PanelContext,
) -> [Rect; 2] {
    let [left, right] = turned.edges;
    let tokens = ctx.tokens;
    let w = ctx.words;
    let lies_there = |edge: Edge| match edge {
        Edge::Left => w.say("edge-left"),
        Edge::Right => w.say("edge-right"),
        Edge::Front => w.say("edge-front"),
        Edge::Back => w.say("edge-back"),
    };
    let word = |from: SeenFrom| match from {
        SeenFrom::Left => "left",
        SeenFrom::Right => "right",
        SeenFrom::Front => "front",
        SeenFrom::Behind => "behind",
        SeenFrom::Above => "above",
        SeenFrom::Below => "below",
    };
    let seen = w.say_with(
        "seen-from",
        &[
            ("from", word(turned.seen_from).into()),
            ("and", turned.and_from.map_or("nowhere", word).into()),
        ],
    );
    let inner = body.shrink(f32::from(tokens.space.section as u8));
    let names = |edge: Cow<'_, str>| {
        painter.layout_no_wrap(
            edge.into_owned(),
            tokens.font(Kind::Caption),
            tokens.color.secondary,
        )
    };
    let mut lines = vec![names(lies_there(left))];
    let from = names(seen);
    // In a very small picture it would lie on the head.
    if from.size().x * 3.0 <= body.width() {
        lines.push(from);
    }
    let width = lines.iter().map(|line| line.size().x).fold(0.0, f32::max);
    let line_height = tokens.line_height(Kind::Caption);
    let other = names(lies_there(right));
    // On ground of their own: close views have the body right up to the corners.
    let grounds = [
        Rect::from_min_size(
            inner.left_top(),
            vec2(width, line_height * lines.len() as f32),
        ),
        Rect::from_min_size(
            inner.right_top() - vec2(other.size().x, 0.0),
            vec2(other.size().x, line_height),
        ),
    ];
    let covered = grounds.map(|ground| ground.expand2(vec2(tokens.space.group, tokens.space.unit)));
    for ground in covered {
        painter.rect_filled(ground, 0.0, tokens.color.ground.1);
    }
    painter.galley(grounds[1].min, other, tokens.color.secondary);
    for (row, line) in lines.into_iter().enumerate() {
        let at = grounds[0].min + vec2(0.0, line_height * row as f32);
        painter.galley(at, line, tokens.color.secondary);
    }
    covered
}
