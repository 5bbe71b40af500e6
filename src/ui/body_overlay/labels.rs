//! Labels with leader lines: which names are shown, and what a click on one does. Where they stand is found by `place`.

use super::{
    OverlayOutput, discs,
    place::{self, Around, Placed, Wanted},
};
use crate::{
    app::{
        commands::AppCommand,
        on_screen::{LabelOnScreen, Overlay},
    },
    model::{ids::Item, side::Side},
    ui::{PanelContext, tokens::Kind, words},
};
use egui::{
    Galley, Painter, Rect, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2,
};
use std::sync::Arc;

/// Room around the words of a label in points.
const PADDING: Vec2 = vec2(6.0, 3.0);
/// A name longer than this goes on in a second line, at the design's text size: none is ever cut.
const WIDEST: f32 = 132.0;
/// Where the body lies as much to the left as to the right, give or take this share, names stand at the right.
const AS_MUCH: f32 = 0.02;

/// Labels found their places, to be drawn in two steps: the lines below the discs, the names above.
pub(super) struct Labels {
    labels: Vec<Label>,
}

struct Label {
    name: String,
    galley: Arc<Galley>,
    placed: Placed,
    item: Item,
    spot: egui::Pos2,
}

impl Labels {
    /// Finds a place for each, clear of discs and of what is `taken`.
    pub(super) fn place(
        painter: &Painter,
        picture: Rect,
        overlay: &Overlay,
        taken: &[Rect],
        ctx: &PanelContext,
    ) -> Self {
        let shown = of_one_side(&overlay.labels, ctx);
        let galleys: Vec<(String, Arc<Galley>)> = shown
            .iter()
            .map(|label| {
                let name = words::plain_name(&label.item, ctx);
                let font = ctx.tokens.font(Kind::Secondary);
                let widest = ctx.tokens.grown(WIDEST).min(picture.width() / 2.0);
                let galley = painter.layout(name.clone(), font, ctx.tokens.color.text, widest);
                (name, galley)
            })
            .collect();
        let wanted: Vec<Wanted> = shown
            .iter()
            .zip(&galleys)
            .map(|(label, (_, galley))| Wanted {
                spot: pos2(label.anchor[0], label.anchor[1]),
                size: galley.size() + PADDING * 2.0,
            })
            .collect();
        let discs: Vec<Rect> = overlay.markers.iter().map(discs::rect).collect();
        let around = Around {
            picture,
            body: &overlay.body,
            discs: &discs,
            taken,
            to_right: room_at_right(picture, overlay, &shown),
        };
        let labels = place::placed(&wanted, &around)
            .into_iter()
            .map(|placed| {
                let (name, galley) = galleys[placed.index].clone();
                Label {
                    name,
                    galley,
                    item: shown[placed.index].item.clone(),
                    spot: wanted[placed.index].spot,
                    placed,
                }
            })
            .collect();
        Self { labels }
    }

    /// The lines.
    pub(super) fn leaders(&self, ctx: &PanelContext) -> Shape {
        let labels = self.labels.iter();
        let lines =
            labels.flat_map(|label| discs::leader(label.placed.from, label.spot, ctx.tokens));
        Shape::Vec(lines.collect())
    }

    /// Draws the names. A click on one selects what it names.
    pub(super) fn names(
        &self,
        ui: &Ui,
        picture: Rect,
        ctx: &PanelContext,
        output: &mut OverlayOutput,
    ) {
        let tokens = ctx.tokens;
        let colors = &tokens.color;
        let painter = ui.painter_at(picture);
        for label in &self.labels {
            let rect = label.placed.rect;
            // By what it names: a place in the order may be another label's in the next frame.
            let id = ui.id().with(("label", label.item.id_with_side()));
            let response = ui.interact(rect, id, Sense::click());
            response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &label.name));
            let (ground, ink) = match response.hovered() || response.has_focus() {
                true => (colors.accent_soft, colors.accent),
                false => (colors.panel, colors.text),
            };
            painter.rect(
                rect,
                tokens.small_corner(),
                ground,
                Stroke::new(1.0, colors.hairline),
                egui::StrokeKind::Inside,
            );
            painter.galley_with_override_text_color(rect.min + PADDING, label.galley.clone(), ink);
            output.labels.push(rect);
            if response.clicked() {
                output.command = Some(AppCommand::Pick(Some(label.item.clone())));
            }
        }
    }
}

/// One label for what is there left and right, and the largest first: on the side of what is selected, else on that
/// where names have room.
fn of_one_side<'a>(labels: &'a [LabelOnScreen], ctx: &PanelContext) -> Vec<&'a LabelOnScreen> {
    let selected = ctx
        .stage
        .body
        .subject
        .as_ref()
        .map_or(Side::Midline, Item::side);
    let base = |label: &LabelOnScreen| match &label.item {
        Item::Structure(id) => Some(id.base.clone()),
        _ => None,
    };
    let meant = |label: &LabelOnScreen| label.item.side() == selected;
    let mut shown: Vec<&LabelOnScreen> = labels
        .iter()
        .filter(|label| {
            let twin = labels.iter().find(|other| {
                base(other).is_some() && base(other) == base(label) && other.item != label.item
            });
            twin.is_none_or(|twin| match (meant(label), meant(twin)) {
                (true, false) => true,
                (false, true) => false,
                // The one farther to the right: from behind and from the front all are of one side of the body then.
                _ => {
                    (label.anchor[0], label.item.side() == Side::Left)
                        > (twin.anchor[0], twin.item.side() == Side::Left)
                }
            })
        })
        .collect();
    let first = |label: &LabelOnScreen| ctx.stage.body.subject.as_ref() == Some(&label.item);
    shown.sort_by(|a, b| {
        first(b)
            .cmp(&first(a))
            .then(b.seen_px2.total_cmp(&a.seen_px2))
    });
    shown
}

/// Whether names rather stand to the right of what they name.
fn room_at_right(picture: Rect, overlay: &Overlay, shown: &[&LabelOnScreen]) -> bool {
    let middle = picture.center().x;
    let left = overlay
        .body
        .share(picture.min.into(), [middle, picture.bottom()]);
    let right = overlay
        .body
        .share([middle, picture.top()], picture.max.into());
    if (left - right).abs() > AS_MUCH {
        return right < left;
    }
    let at_right = shown
        .iter()
        .filter(|label| label.anchor[0] >= middle)
        .count();
    at_right * 2 >= shown.len()
}
