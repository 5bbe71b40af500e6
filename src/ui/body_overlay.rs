//! What is drawn over the body: trigger-point discs, labels with leader lines, the inset that
//! shows the pattern on the other side, and what is still loading.

use super::{
    PanelContext, PatternThumbnails,
    tokens::{Kind, Tokens},
    words,
};
use crate::{
    anatomy::plate::Facing,
    app::{
        commands::AppCommand,
        on_screen::{BrushOnScreen, Edge, LabelOnScreen, MarkerLook, MarkerOnScreen, Overlay},
    },
};
use egui::{
    Align2, FontId, Painter, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo,
    WidgetType, pos2, vec2,
};
use std::borrow::Cow;

/// Height of the inset as a share of the body's picture, and its bounds in points.
const INSET_SHARE: f32 = 0.30;
const INSET_HEIGHTS: (f32, f32) = (120.0, 230.0);
/// Room between two labels in points.
const LABEL_GAP: f32 = 4.0;

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
        side_names(painter, body, turned, ctx);
    }
    let output = labels(ui, body, &overlay.labels, ctx);
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

/// Says which side of the body is where in the picture, so that left is never taken for right nor front for back:
/// at the upper corners what lies there, and under the left one where it is seen from. The body is narrow there.
fn side_names(painter: &Painter, body: Rect, [left, middle, right]: [Edge; 3], ctx: &PanelContext) {
    let tokens = ctx.tokens;
    let w = ctx.words;
    let lies_there = |edge: Edge| match edge {
        Edge::Left => w.say("edge-left"),
        Edge::Right => w.say("edge-right"),
        Edge::Front => w.say("edge-front"),
        Edge::Back => w.say("edge-back"),
    };
    let seen = match middle {
        Edge::Left => w.say("seen-from-left"),
        Edge::Right => w.say("seen-from-right"),
        Edge::Front => w.say("seen-from-front"),
        Edge::Back => w.say("seen-from-behind"),
    };
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
    for ground in grounds {
        painter.rect_filled(
            ground.expand2(vec2(tokens.space.group, tokens.space.unit)),
            0.0,
            tokens.color.ground.1,
        );
    }
    painter.galley(grounds[1].min, other, tokens.color.secondary);
    for (row, line) in lines.into_iter().enumerate() {
        let at = grounds[0].min + vec2(0.0, line_height * row as f32);
        painter.galley(at, line, tokens.color.secondary);
    }
}

fn inset(
    painter: &Painter,
    body: Rect,
    thumbnails: &PatternThumbnails,
    side: Facing,
    ctx: &PanelContext,
) {
    let (tokens, w) = (ctx.tokens, ctx.words);
    let height = (body.height() * INSET_SHARE).clamp(INSET_HEIGHTS.0, INSET_HEIGHTS.1);
    let size = vec2(height * thumbnails.aspect, height);
    let gap = f32::from(tokens.space.section as u8);
    let frame = Rect::from_min_size(body.right_bottom() - size - vec2(gap, gap + 20.0), size);
    let (texture, says) = match side {
        Facing::Front => (thumbnails.front, w.say("inset-front")),
        Facing::Back => (thumbnails.back, w.say("inset-back")),
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
    painter.image(texture, frame.shrink(2.0), uv, egui::Color32::WHITE);
    painter.text(
        pos2(whole.center().x, whole.max.y - 6.0),
        Align2::CENTER_BOTTOM,
        says,
        tokens.font(Kind::Caption),
        tokens.color.secondary,
    );
}

/// Labels stand in two columns beside the body, each at the height nearest to its structure, so
/// that none lies on another or leaves the view. A click on one selects what it names.
fn labels(ui: &mut Ui, body: Rect, labels: &[LabelOnScreen], ctx: &PanelContext) -> OverlayOutput {
    let tokens = ctx.tokens;
    let mut output = OverlayOutput::default();
    let painter = ui.painter_at(body);
    let colors = &tokens.color;
    let placed = place_labels(&painter, body, labels, ctx);
    for label in &placed {
        let end = if label.on_left {
            label.rect.right_center()
        } else {
            label.rect.left_center()
        };
        painter.line_segment([end, label.anchor], Stroke::new(1.0, colors.secondary));
        painter.circle_filled(label.anchor, 2.0, colors.secondary);
    }
    for label in &placed {
        let response = ui.interact(
            label.rect,
            ui.id().with(("label", label.index)),
            Sense::click(),
        );
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &label.text));
        let hovered = response.hovered() || response.has_focus();
        let (ground, ink) = if hovered {
            (colors.accent_soft, colors.accent)
        } else {
            (colors.panel, colors.text)
        };
        painter.rect_filled(label.rect, tokens.small_corner(), ground);
        painter.text(
            label.rect.center(),
            Align2::CENTER_CENTER,
            &label.text,
            tokens.font(Kind::Secondary),
            ink,
        );
        output.labels.push(label.rect);
        if response.clicked() {
            output.command = labels
                .get(label.index)
                .map(|l| AppCommand::Select(Some(l.item.clone())));
        }
    }
    output
}

/// A label with its place.
pub struct PlacedLabel {
    /// Its words, shortened where the view is too narrow for them.
    pub text: String,
    /// Where it stands.
    pub rect: Rect,
    /// The place on the structure.
    pub anchor: Pos2,
    /// In the left column.
    pub on_left: bool,
    /// Index of the label in the overlay.
    pub index: usize,
}

/// Finds each label's place: the nearest column, in the order of their heights, pushed apart.
pub fn place_labels(
    painter: &Painter,
    body: Rect,
    labels: &[LabelOnScreen],
    ctx: &PanelContext,
) -> Vec<PlacedLabel> {
    let tokens = ctx.tokens;
    let font = tokens.font(Kind::Secondary);
    let mut placed = Vec::new();
    // Half to each side, wherever in the view the body stands.
    let middle =
        labels.iter().map(|label| label.anchor[0]).sum::<f32>() / labels.len().max(1) as f32;
    for on_left in [true, false] {
        let mut column: Vec<(usize, &LabelOnScreen)> = labels
            .iter()
            .enumerate()
            .filter(|(_, label)| (label.anchor[0] < middle) == on_left)
            .collect();
        column.sort_by(|a, b| a.1.anchor[1].total_cmp(&b.1.anchor[1]));
        let height = painter
            .layout_no_wrap("Ag".into(), font.clone(), tokens.color.text)
            .size()
            .y
            + 6.0;
        let step = height + LABEL_GAP;
        let room = ((body.height() - 16.0) / step).floor().max(0.0) as usize;
        // With more labels than fit, every so many stays: better some than a heap.
        let kept: Vec<_> = if column.len() > room {
            (0..room)
                .map(|slot| column[slot * column.len() / room.max(1)])
                .collect()
        } else {
            column
        };
        let mut tops: Vec<f32> = kept
            .iter()
            .map(|(_, label)| label.anchor[1] - height / 2.0)
            .collect();
        let first = body.top() + 8.0;
        for slot in 0..tops.len() {
            let least = if slot == 0 {
                first
            } else {
                tops[slot - 1] + step
            };
            tops[slot] = tops[slot].max(least);
        }
        let mut limit = body.bottom() - 8.0 - height;
        for top in tops.iter_mut().rev() {
            *top = top.min(limit);
            limit = *top - step;
        }
        let names: Vec<String> = kept
            .iter()
            .map(|(_, label)| words::plain_name(&label.item, ctx))
            .collect();
        for (slot, ((index, label), top)) in kept.into_iter().zip(tops).enumerate() {
            let mut text = names[slot].clone();
            // Left and right of the same thing, beside each other: which is which?
            if names.iter().filter(|name| **name == text).count() > 1 {
                text = words::name_of(&label.item, ctx);
            }
            let width = painter
                .layout_no_wrap(text.clone(), font.clone(), tokens.color.text)
                .size()
                .x
                + 12.0;
            let left = if on_left {
                body.left() + 8.0
            } else {
                body.right() - 8.0 - width
            };
            placed.push(PlacedLabel {
                text,
                rect: Rect::from_min_size(pos2(left, top), vec2(width, height)),
                anchor: pos2(label.anchor[0], label.anchor[1]),
                on_left,
                index,
            });
        }
    }
    placed
}
