//! The discs of the trigger points, the lines to the spots of those that gave way to others, and what is said of the one
//! under the pointer. Where they lie is given.

use crate::{
    app::on_screen::{MarkerLook, MarkerOnScreen},
    model::ids::Item,
    ui::{
        PanelContext,
        tokens::{Kind, Tokens},
    },
};
use egui::{Align2, Color32, FontId, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

/// Width of a line over the body and of the halo that keeps it apart from dark flesh, in points.
const LINE: f32 = 1.4;
const HALO: f32 = 4.0;
/// Radius of the dot at the end of a line, in points.
const DOT: f32 = 2.0;
/// Opacity of what lies under the number where the body is to be seen through the disc.
const DEEP_GROUND: f32 = 0.62;
/// Opacity of the discs of other muscles than the selected one, and of their grounds.
const FADED: f32 = 0.62;
const FADED_GROUND: f32 = 0.40;
/// Opacity of the ground of an area.
const AREA_GROUND: f32 = 0.16;

/// A line over the body with its halo and the dot at its end.
pub(super) fn leader(from: Pos2, to: Pos2, tokens: &Tokens) -> [Shape; 4] {
    let colors = &tokens.color;
    [
        Shape::line_segment([from, to], Stroke::new(HALO, colors.panel)),
        Shape::circle_filled(to, DOT + (HALO - LINE) / 2.0, colors.panel),
        Shape::line_segment([from, to], Stroke::new(LINE, colors.text)),
        Shape::circle_filled(to, DOT, colors.text),
    ]
}

/// The place of a disc.
pub(super) fn rect(marker: &MarkerOnScreen) -> Rect {
    Rect::from_center_size(at(marker.centre), vec2(2.0, 2.0) * marker.radius)
}

fn at([x, y]: [f32; 2]) -> Pos2 {
    pos2(x, y)
}

/// All of them: the areas lowest, then the lines, so that no disc loses its number to either.
pub(super) fn discs(painter: &Painter, markers: &[MarkerOnScreen], tokens: &Tokens) {
    for marker in markers {
        area(painter, marker, tokens);
    }
    for marker in markers.iter().filter(|marker| marker.is_led()) {
        painter.extend(leader(at(marker.centre), at(marker.spot), tokens));
    }
    for marker in markers {
        disc(painter, marker, tokens);
    }
}

/// The area of a point that is no spot, dashed.
fn area(painter: &Painter, marker: &MarkerOnScreen, tokens: &Tokens) {
    if marker.area.is_empty() || marker.look == MarkerLook::Faded {
        return;
    }
    let mut rim: Vec<Pos2> = marker.area.iter().copied().map(at).collect();
    let ground = tokens.color.raised.gamma_multiply(AREA_GROUND);
    painter.add(Shape::convex_polygon(rim.clone(), ground, Stroke::NONE));
    rim.extend(rim.first().copied());
    let stroke = |width, color| Stroke::new(width, color);
    painter.extend(Shape::dashed_line(
        &rim,
        stroke(2.6, tokens.color.raised),
        5.0,
        4.0,
    ));
    painter.extend(Shape::dashed_line(
        &rim,
        stroke(1.4, tokens.color.accent),
        5.0,
        4.0,
    ));
}

/// Colours of a disc: its ground, its ring and how wide that is, and the number.
fn paint(look: MarkerLook, tokens: &Tokens) -> (Color32, Color32, f32, Color32) {
    let colors = &tokens.color;
    let (raised, accent, text) = (colors.raised, colors.accent, colors.text);
    match look {
        MarkerLook::Faded => (
            raised.gamma_multiply(FADED_GROUND),
            accent.gamma_multiply(FADED),
            1.0,
            text.gamma_multiply(FADED),
        ),
        MarkerLook::Deep => (raised.gamma_multiply(DEEP_GROUND), accent, 1.2, text),
        MarkerLook::Plain => (raised.gamma_multiply(0.92), accent, 1.8, accent),
        MarkerLook::Hovered => (raised, accent, 2.4, accent),
        MarkerLook::Selected => (accent, raised, 2.0, colors.on_accent),
    }
}

fn disc(painter: &Painter, marker: &MarkerOnScreen, tokens: &Tokens) {
    let mut rim: Vec<Pos2> = marker.rim.iter().copied().map(at).collect();
    let (ground, ring, width, ink) = paint(marker.look, tokens);
    let stroke = Stroke::new(width, ring);
    if marker.deep && marker.look != MarkerLook::Selected {
        // Hollow: the ring in pieces, and ground only behind the number.
        painter.add(Shape::convex_polygon(rim.clone(), ground, Stroke::NONE));
        rim.extend(rim.first().copied());
        painter.extend(Shape::dashed_line(&rim, stroke, 3.0, 2.0));
    } else {
        painter.add(Shape::convex_polygon(rim, ground, stroke));
    }
    // The number fits the disc, whatever the zoom; it never grows past the text around it.
    let letters = marker.mark.chars().count().max(1) as f32;
    let size = (marker.radius * 1.25 / letters.sqrt()).clamp(8.0, tokens.font(Kind::Section).size);
    let family = tokens.font(Kind::Strong).family;
    painter.text(
        at(marker.centre),
        Align2::CENTER_CENTER,
        &marker.mark,
        FontId::new(size, family),
        ink,
    );
}

/// Beside the disc under the pointer: its code, and what it means that it looks other than most.
pub(super) fn tag(painter: &Painter, body: Rect, marker: &MarkerOnScreen, ctx: &PanelContext) {
    let (tokens, w) = (ctx.tokens, ctx.words);
    let Item::Point(point) = &marker.item else {
        return;
    };
    let colors = &tokens.color;
    let mut lines = vec![(point.code.clone(), Kind::Strong, colors.text)];
    let mut why = |says: std::borrow::Cow<'_, str>| {
        lines.push((says.into_owned(), Kind::Caption, colors.secondary));
    };
    if !marker.area.is_empty() {
        why(w.say("marker-area"));
    }
    if marker.deep {
        why(w.say("marker-deep"));
    }
    if marker.is_led() {
        why(w.say("marker-moved"));
    }
    let lines: Vec<_> = lines
        .into_iter()
        .map(|(says, kind, color)| {
            (
                painter.layout_no_wrap(says, tokens.font(kind), color),
                color,
            )
        })
        .collect();
    let width = lines
        .iter()
        .map(|(line, _)| line.size().x)
        .fold(0.0, f32::max);
    let height: f32 = lines.iter().map(|(line, _)| line.size().y).sum();
    let pad = vec2(tokens.space.group, tokens.space.unit);
    let size = vec2(width, height) + pad * 2.0;
    let away = marker.radius + tokens.space.unit;
    let centre = at(marker.centre);
    // To the right, where there is room.
    let left = match centre.x + away + size.x <= body.right() {
        true => centre.x + away,
        false => (centre.x - away - size.x).max(body.left()),
    };
    let top = (centre.y - size.y / 2.0).clamp(body.top(), (body.bottom() - size.y).max(body.top()));
    let ground = Rect::from_min_size(pos2(left, top), size);
    painter.add(tokens.elevation().as_shape(ground, tokens.small_corner()));
    painter.rect(
        ground,
        tokens.small_corner(),
        colors.raised,
        tokens.hairline(),
        egui::StrokeKind::Inside,
    );
    let mut top = ground.top() + pad.y;
    for (line, color) in lines {
        let next = top + line.size().y;
        painter.galley(pos2(ground.left() + pad.x, top), line, color);
        top = next;
    }
}
