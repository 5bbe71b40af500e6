//! Labels with leader lines: where they stand, and what a click on one does.

use super::OverlayOutput;
use crate::{
    app::{
        commands::AppCommand,
        on_screen::{LabelOnScreen, MarkerLook, Overlay},
    },
    ui::{PanelContext, tokens::Kind, words},
};
use egui::{
    Align2, Painter, Pos2, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2,
};

/// Room between two labels in points.
const LABEL_GAP: f32 = 4.0;
/// Room between the labels and the edge of the picture in points.
const EDGE: f32 = 8.0;
/// Room around the words of a label in points.
const PADDING: Vec2 = vec2(6.0, 3.0);
/// Discs that a label gives way to; in a crowd of them it stays rather than wander off.
const MOST_GIVEN_WAY: usize = 4;

/// Labels stand in two columns beside the body, each at the height nearest to its structure, so
/// that none lies on another or leaves the view. A click on one selects what it names.
pub(super) fn labels(
    ui: &mut Ui,
    body: Rect,
    overlay: &Overlay,
    ctx: &PanelContext,
) -> OverlayOutput {
    let tokens = ctx.tokens;
    let mut output = OverlayOutput::default();
    let painter = ui.painter_at(body);
    let colors = &tokens.color;
    let placed = place(&painter, body, overlay, ctx);
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
            output.command = overlay
                .labels
                .get(label.index)
                .map(|l| AppCommand::Pick(Some(l.item.clone())));
        }
    }
    output
}

/// A label with its place.
struct PlacedLabel {
    text: String,
    rect: Rect,
    /// The place on the structure.
    anchor: Pos2,
    /// In the left column.
    on_left: bool,
    /// Index of the label in the overlay.
    index: usize,
}

/// Finds each label's place: the nearest column, in the order of their heights, pushed apart.
fn place(painter: &Painter, body: Rect, overlay: &Overlay, ctx: &PanelContext) -> Vec<PlacedLabel> {
    let labels = &overlay.labels;
    // Half to each side, wherever in the view the body stands.
    let middle =
        labels.iter().map(|label| label.anchor[0]).sum::<f32>() / labels.len().max(1) as f32;
    let discs: Vec<Rect> = overlay
        .markers
        .iter()
        .filter(|marker| marker.look != MarkerLook::Deep)
        .map(|marker| {
            let [x, y] = marker.centre;
            Rect::from_center_size(pos2(x, y), Vec2::splat(marker.radius * 2.0))
        })
        .collect();
    let mut placed = Vec::new();
    for on_left in [true, false] {
        let mut column: Vec<(usize, &LabelOnScreen)> = labels
            .iter()
            .enumerate()
            .filter(|(_, label)| (label.anchor[0] < middle) == on_left)
            .collect();
        column.sort_by(|a, b| a.1.anchor[1].total_cmp(&b.1.anchor[1]));
        placed.extend(place_column(painter, body, &column, &discs, on_left, ctx));
    }
    placed
}

/// One column, its labels in the order of their anchors' heights.
fn place_column(
    painter: &Painter,
    body: Rect,
    column: &[(usize, &LabelOnScreen)],
    discs: &[Rect],
    on_left: bool,
    ctx: &PanelContext,
) -> Vec<PlacedLabel> {
    let font = ctx.tokens.font(Kind::Secondary);
    let size_of = |text: &str| {
        let galley = painter.layout_no_wrap(text.into(), font.clone(), ctx.tokens.color.text);
        galley.size() + PADDING * 2.0
    };
    let height = size_of("Ag").y;
    let step = height + LABEL_GAP;
    let room = ((body.height() - EDGE * 2.0) / step).floor().max(0.0) as usize;
    // With more labels than fit, every so many stays: better some than a heap.
    let kept: Vec<_> = (0..column.len().min(room))
        .map(|slot| column[slot * column.len() / room.min(column.len())])
        .collect();
    let names: Vec<String> = kept
        .iter()
        .map(|(_, label)| words::plain_name(&label.item, ctx))
        .collect();
    let mut placed: Vec<PlacedLabel> = Vec::new();
    for ((index, label), name) in kept.into_iter().zip(&names) {
        // Left and right of the same thing, beside each other: which is which?
        let twice = names.iter().filter(|other| *other == name).count() > 1;
        let text = if twice {
            words::name_of(&label.item, ctx)
        } else {
            name.clone()
        };
        let width = size_of(&text).x;
        let left = if on_left {
            body.left() + EDGE
        } else {
            body.right() - EDGE - width
        };
        let above = placed.last().map(|above| above.rect.top() + step);
        let top = (label.anchor[1] - height / 2.0).max(above.unwrap_or(body.top() + EDGE));
        let rect = Rect::from_min_size(pos2(left, top), vec2(width, height));
        placed.push(PlacedLabel {
            text,
            rect: below_discs(rect, discs),
            anchor: pos2(label.anchor[0], label.anchor[1]),
            on_left,
            index,
        });
    }
    let mut lowest = body.bottom() - EDGE - height;
    for label in placed.iter_mut().rev() {
        let top = label.rect.top().min(lowest);
        label.rect = Rect::from_min_size(pos2(label.rect.left(), top), label.rect.size());
        lowest = top - step;
    }
    placed
}

/// The same label, moved down below the discs that it would hide.
fn below_discs(mut label: Rect, discs: &[Rect]) -> Rect {
    for _ in 0..MOST_GIVEN_WAY {
        let hidden = discs.iter().find(|disc| disc.intersects(label));
        let Some(disc) = hidden else {
            break;
        };
        label = label.translate(vec2(0.0, disc.bottom() + 1.0 - label.top()));
    }
    label
}
