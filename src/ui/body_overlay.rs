//! What is drawn over the body: trigger-point discs, labels with leader lines, the inset that
//! shows the pattern on the other side, and what is still loading.

mod labels;
mod side_names;

use super::{
    PanelContext, PatternThumbnails,
    tokens::{Kind, Tokens},
};
use crate::{
    anatomy::plate::Facing,
    app::{
        commands::AppCommand,
        on_screen::{BrushOnScreen, MarkerLook, MarkerOnScreen, Overlay},
    },
};
use egui::{Align2, FontId, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

/// Height of the inset as a share of the body's picture, and its bounds in points.
const INSET_SHARE: f32 = 0.30;
const INSET_HEIGHTS: (f32, f32) = (120.0, 230.0);

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
    for marker in &overlay.markers {
        disc(painter, marker, tokens);
    }
    if let Some(brush) = &overlay.brush {
        rim(painter, brush, tokens);
    }
    if let Some(turned) = overlay.turned {
        side_names::side_names(painter, body, turned, ctx);
    }
    let output = labels::labels(ui, body, overlay, ctx);
    if let (Some(thumbnails), Some(side)) = (ctx.thumbnails, other_side) {
        inset(painter, body, thumbnails, side, ctx);
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

fn disc(painter: &Painter, marker: &MarkerOnScreen, tokens: &Tokens) {
    let rim: Vec<Pos2> = marker.rim.iter().map(|at| pos2(at[0], at[1])).collect();
    let centre = pos2(marker.centre[0], marker.centre[1]);
    let colors = &tokens.color;
    let (fill, ring, width, ink) = match marker.look {
        MarkerLook::Deep => (
            colors.none,
            colors.accent.gamma_multiply(0.55),
            1.2,
            colors.accent.gamma_multiply(0.7),
        ),
        MarkerLook::Plain => (
            colors.raised.gamma_multiply(0.90),
            colors.accent,
            1.8,
            colors.accent,
        ),
        MarkerLook::Hovered => (colors.raised, colors.accent, 2.4, colors.accent),
        MarkerLook::Selected => (colors.accent, colors.raised, 2.0, colors.on_accent),
    };
    painter.add(Shape::convex_polygon(rim, fill, Stroke::new(width, ring)));
    // The number fits the disc, whatever the zoom; it never grows past the text around it.
    let letters = marker.mark.chars().count().max(1) as f32;
    let size = (marker.radius * 1.25 / letters.sqrt()).clamp(8.0, tokens.font(Kind::Section).size);
    let family = tokens.font(Kind::Strong).family;
    painter.text(
        centre,
        Align2::CENTER_CENTER,
        &marker.mark,
        FontId::new(size, family),
        ink,
    );
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

fn inset(
    painter: &Painter,
    body: Rect,
    thumbnails: &PatternThumbnails,
    side: Facing,
    ctx: &PanelContext,
) {
    let (tokens, w) = (ctx.tokens, ctx.words);
    let size = inset_size(body, thumbnails);
    let gap = f32::from(tokens.space.section as u8);
    let frame = Rect::from_min_size(body.right_bottom() - size - vec2(gap, gap + 20.0), size);
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
    let whole = Rect::from_min_max(frame.min, frame.max + vec2(0.0, 20.0));
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
