//! What is drawn over the body: trigger-point discs, labels with leader lines, the inset that
//! shows the pattern on the other side, and what is still loading.

mod discs;
mod filter;
mod labels;
mod place;
mod side_names;

use super::{
    PanelContext, PatternThumbnails,
    tokens::{Kind, Tokens},
};
use crate::{
    anatomy::plate::Facing,
    app::{
        commands::AppCommand,
        on_screen::{BrushOnScreen, Overlay},
    },
};
use egui::{Align2, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

/// Height of the inset as a share of the body's picture, and its bounds in points.
const INSET_SHARE: f32 = 0.30;
const INSET_HEIGHTS: (f32, f32) = (120.0, 230.0);
/// Height of what is said under it.
const INSET_CAPTION: f32 = 20.0;

/// What the overlay asks for, and where its labels stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OverlayOutput {
    /// A label was clicked.
    pub command: Option<AppCommand>,
    /// Where labels stand: a press there is not on the body.
    pub labels: Vec<Rect>,
}

/// Draws the overlay into the part of the window that shows the body.
pub fn paint(
    ui: &mut Ui,
    body: Rect,
    overlay: &Overlay,
    ctx: &PanelContext,
    other_side: Option<Facing>,
) -> OverlayOutput {
    let tokens = ctx.tokens;
    let painter = &ui.painter_at(body);
    let mut output = OverlayOutput::default();
    // Lines to names lie below the discs, but where they lead is known only after what they must not cover.
    let below_discs = painter.add(Shape::Noop);
    discs::discs(painter, &overlay.markers, tokens);
    if let Some(brush) = &overlay.brush {
        rim(painter, brush, tokens);
    }
    let inset_frame = ctx
        .thumbnails
        .zip(other_side)
        .map(|(thumbnails, _)| inset_rect(body, thumbnails, ctx));
    let mut taken: Vec<Rect> = inset_frame.into_iter().collect();
    if let Some(turned) = overlay.turned {
        taken.extend(side_names::side_names(painter, body, turned, ctx));
    }
    let filter = filter::filter_ui(ui, body, ctx, &mut output.command);
    taken.extend(filter);
    output.labels.extend(filter);
    let labels = labels::Labels::place(painter, body, overlay, &taken, ctx);
    painter.set(below_discs, labels.leaders(ctx));
    labels.names(ui, body, ctx, &mut output);
    if let (Some(thumbnails), Some(side)) = (ctx.thumbnails, other_side) {
        inset(painter, body, thumbnails, side, ctx);
    }
    let hovered = overlay
        .markers
        .iter()
        .find(|marker| ctx.state.hover.as_ref() == Some(&marker.item));
    if let Some(marker) = hovered {
        discs::tag(painter, body, marker, ctx);
    }
    if let Some(what) = overlay.loading {
        painter.text(
            body.center(),
            Align2::CENTER_CENTER,
            ctx.words.key(what),
            tokens.font(Kind::Section),
            tokens.color.secondary,
        );
    }
    output
}

/// The brush: a rim that is seen on paint and on skin alike; dashed where it takes paint away.
fn rim(painter: &Painter, brush: &BrushOnScreen, tokens: &Tokens) {
    let mut rim: Vec<Pos2> = brush.rim.iter().map(|at| pos2(at[0], at[1])).collect();
    rim.extend(rim.first().copied());
    let ink = Stroke::new(1.6, tokens.color.text);
    painter.add(Shape::line(
        rim.clone(),
        Stroke::new(3.2, tokens.color.raised),
    ));
    if brush.erases {
        painter.extend(Shape::dashed_line(&rim, ink, 6.0, 5.0));
    } else {
        painter.add(Shape::line(rim, ink));
    }
}

/// Width and height of the inset over a picture of the body, in points; without what stands under it.
pub fn inset_size(body: Rect, thumbnails: &PatternThumbnails) -> egui::Vec2 {
    let height = (body.height() * INSET_SHARE).clamp(INSET_HEIGHTS.0, INSET_HEIGHTS.1);
    vec2(height * thumbnails.aspect, height)
}

/// The place of the inset, with what stands under it.
fn inset_rect(body: Rect, thumbnails: &PatternThumbnails, ctx: &PanelContext) -> Rect {
    let size = inset_size(body, thumbnails) + vec2(0.0, INSET_CAPTION);
    let gap = f32::from(ctx.tokens.space.section as u8);
    Rect::from_min_size(body.right_bottom() - size - vec2(gap, gap), size)
}

fn inset(
    painter: &Painter,
    body: Rect,
    thumbnails: &PatternThumbnails,
    side: Facing,
    ctx: &PanelContext,
) {
    let (tokens, w) = (ctx.tokens, ctx.words);
    let whole = inset_rect(body, thumbnails, ctx);
    let frame = Rect::from_min_max(whole.min, whole.max - vec2(0.0, INSET_CAPTION));
    let Some((_, texture)) = (thumbnails.pictures.iter()).find(|(facing, _)| *facing == side)
    else {
        return;
    };
    let says = match side {
        Facing::Front => w.say("inset-front"),
        Facing::Back => w.say("inset-back"),
        Facing::Left => w.say("inset-left"),
        Facing::Right => w.say("inset-right"),
    };
    painter.add(tokens.elevation().as_shape(whole, tokens.corner()));
    painter.rect(
        whole,
        tokens.corner(),
        tokens.color.panel,
        tokens.hairline(),
        StrokeKind::Inside,
    );
    let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    painter.image(*texture, frame.shrink(2.0), uv, egui::Color32::WHITE);
    painter.text(
        pos2(whole.center().x, whole.max.y - 6.0),
        Align2::CENTER_BOTTOM,
        says,
        tokens.font(Kind::Caption),
        tokens.color.secondary,
    );
}
