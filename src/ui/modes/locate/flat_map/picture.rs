//! What is drawn of the flat map: areas with smooth outlines, made once for a painting and drawn at any size.

use super::super::pain_colour;
use crate::{
    app::modes::locate::Located,
    model::{ids::PointId, painted::STRONGEST},
    study::locate::{
        contour::Outline,
        flat_map::{FlatMap, FlatView, MM_A_CELL},
        painting::Paint,
    },
    ui::{PanelContext, tokens::Tokens},
};
use egui::{
    Color32, ColorImage, Id, Mesh, Painter, Pos2, Rect, Shape, Stroke, TextureHandle,
    TextureOptions, Ui, epaint::WHITE_UV, pos2,
};
use std::sync::Arc;

/// Opacity of one layer of paint: three on each other are the strongest pain.
const LAYER: f32 = 0.42;
/// The same for the pains that are not painted at the moment.
const OTHER_LAYER: f32 = 0.26;
/// Opacity in a comparison of what was only painted, of the essential zone, and of the ground between stripes.
const PAINTED: f32 = 0.6;
const ESSENTIAL: f32 = 0.7;
const BETWEEN: f32 = 0.3;
/// From stripe to stripe, their width, and from dot to dot with their radius: as on the body, in millimetres.
const STRIPES_MM: f32 = 13.0;
const STRIPE_MM: f32 = 3.4;
const DOTS_MM: f32 = 8.5;
const DOT_MM: f32 = 2.1;
/// Steps a cell in which a stripe is followed.
const STEPS_A_CELL: f32 = 4.0;
/// Points that a cell is wide on the screen, from which on an outline is drawn rounder than it is kept, and into how
/// many pieces its parts are cut then.
const ROUND_FROM: f32 = 5.0;
const PIECES: usize = 4;
/// Width in points of the edge of paint, and of the edge of the essential zone.
const EDGE: f32 = 1.2;
const RIM: f32 = 2.2;

/// What a picture was made from; it is made anew where any of it changes.
#[derive(Clone, PartialEq)]
struct MadeFrom {
    mark: u32,
    paints: Vec<(u8, Paint)>,
    current: usize,
    hovered: Option<PointId>,
    colours: [Color32; 6],
}

/// An area as it is drawn.
struct Layer {
    area: Outline,
    fill: Color32,
    edge: Stroke,
}

/// One side.
#[derive(Default)]
struct Side {
    layers: Vec<Layer>,
    /// Stripes from place to place, and dots, in cells.
    stripes: Vec<[[f32; 2]; 2]>,
    dots: Vec<[f32; 2]>,
}

/// Both sides, and how the body is shaded.
pub(super) struct Picture {
    from: MadeFrom,
    sides: [Side; 2],
    shades: [TextureHandle; 2],
}

impl Picture {
    /// The picture of what is painted now, kept as long as nothing changes.
    pub fn of(ui: &Ui, ctx: &PanelContext, located: &Located) -> Arc<Self> {
        let t = ctx.tokens;
        let locate = &ctx.state.locate;
        let from = MadeFrom {
            mark: located.engine.skin.mark,
            paints: (locate.pains.iter())
                .map(|pain| (pain.colour, pain.painting.paint_now().clone()))
                .collect(),
            current: locate.current,
            hovered: locate.hovered.clone(),
            colours: [
                t.color.pains[0],
                t.color.pain,
                t.color.both,
                t.color.pressed,
                t.color.secondary,
                t.color.text,
            ],
        };
        let id = Id::new("flat map picture");
        let kept: Option<Arc<Self>> = ui.data(|data| data.get_temp(id));
        if let Some(kept) = kept.clone().filter(|kept| kept.from == from) {
            return kept;
        }
        let map = &located.engine.map;
        let views = [&map.front, &map.back];
        let same_body =
            kept.filter(|kept| kept.from.mark == from.mark && kept.from.colours == from.colours);
        let shades = match same_body {
            Some(kept) => kept.shades.clone(),
            None => views.map(|view| {
                let image = shading(t, map, view);
                (ui.ctx()).load_texture("flat map", image, TextureOptions::LINEAR)
            }),
        };
        let made = Arc::new(Self {
            sides: views.map(|view| side(t, located, view, &from)),
            from,
            shades,
        });
        ui.data_mut(|data| data.insert_temp(id, made.clone()));
        made
    }

    /// Draws a side of the map into its place, with a region lit.
    pub fn paint(
        &self,
        painter: &Painter,
        t: &Tokens,
        map: &FlatMap,
        back: bool,
        place: Rect,
        lit: Option<u16>,
    ) {
        let (view, at) = (if back { &map.back } else { &map.front }, usize::from(back));
        let cell = place.width() / map.width.max(1) as f32;
        let on_screen =
            |at: [f32; 2]| pos2(place.left() + at[0] * cell, place.top() + at[1] * cell);
        let size = [map.width as f32, map.height as f32];
        let mut body = filled(&view.body, Color32::WHITE, &on_screen);
        body.texture_id = self.shades[at].id();
        for (vertex, at) in body.vertices.iter_mut().zip(&view.body.points) {
            vertex.uv = pos2(at[0] / size[0], at[1] / size[1]);
        }
        painter.add(Shape::mesh(body));
        if let Some((_, area)) = view.regions.iter().find(|(region, _)| Some(*region) == lit) {
            let colour = t.color.accent.gamma_multiply(0.22);
            painter.add(Shape::mesh(filled(area, colour, &on_screen)));
        }
        let side = &self.sides[at];
        for layer in &side.layers {
            if layer.fill != Color32::TRANSPARENT {
                painter.add(Shape::mesh(filled(&layer.area, layer.fill, &on_screen)));
            }
        }
        let stripe = Stroke::new(STRIPE_MM / MM_A_CELL * cell, t.color.both);
        for ends in &side.stripes {
            painter.line_segment(ends.map(&on_screen), stripe);
        }
        for dot in &side.dots {
            painter.circle_filled(on_screen(*dot), DOT_MM / MM_A_CELL * cell, t.color.pain);
        }
        let line = Stroke::new(1.0, t.color.text.gamma_multiply(0.22));
        for (_, area) in &view.regions {
            outline(painter, area, line, &on_screen);
        }
        for layer in &side.layers {
            outline(painter, &layer.area, layer.edge, &on_screen);
        }
        // Over the rough edge of what is filled.
        let line = Stroke::new(1.4, t.color.pressed.lerp_to_gamma(t.color.secondary, 0.6));
        outline(painter, &view.body, line, &on_screen);
    }
}

fn filled(area: &Outline, color: Color32, on_screen: &impl Fn([f32; 2]) -> Pos2) -> Mesh {
    let mut mesh = Mesh::default();
    mesh.vertices
        .extend(area.points.iter().map(|at| egui::epaint::Vertex {
            pos: on_screen(*at),
            uv: WHITE_UV,
            color,
        }));
    mesh.indices.extend(area.triangles.as_flattened());
    mesh
}

fn outline(painter: &Painter, area: &Outline, line: Stroke, on_screen: &impl Fn([f32; 2]) -> Pos2) {
    let cell = on_screen([1.0, 0.0]).x - on_screen([0.0, 0.0]).x;
    for points in &area.loops {
        let points: Vec<Pos2> = (points.iter())
            .map(|at| on_screen(area.points[*at as usize]))
            .collect();
        let points = if cell < ROUND_FROM {
            points
        } else {
            rounded(&points)
        };
        painter.add(Shape::closed_line(points, line));
    }
}

/// A closed line through the same points, as a curve (Catmull and Rom's).
fn rounded(points: &[Pos2]) -> Vec<Pos2> {
    let at = |number: usize| points[number % points.len()].to_vec2();
    let mut round = Vec::with_capacity(points.len() * PIECES);
    for own in 0..points.len() {
        let [a, b, c, d] = [own + points.len() - 1, own, own + 1, own + 2].map(at);
        for piece in 0..PIECES {
            let t = piece as f32 / PIECES as f32;
            let along = (c - a) * t
                + (a * 2.0 - b * 5.0 + c * 4.0 - d) * (t * t)
                + (b * 3.0 - a - c * 3.0 + d) * (t * t * t);
            round.push((b + along * 0.5).to_pos2());
        }
    }
    round
}

/// How light the body lies, a pixel for each cell; around it as at its edge.
fn shading(t: &Tokens, map: &FlatMap, view: &FlatView) -> ColorImage {
    let mut shades: Vec<Option<f32>> = view
        .cells
        .iter()
        .map(|cell| cell.map(|x| x.shade))
        .collect();
    for _ in 0..2 {
        let known = shades.clone();
        for (at, shade) in shades
            .iter_mut()
            .enumerate()
            .filter(|(_, shade)| shade.is_none())
        {
            *shade = map.around(at).find_map(|beside| known[beside]);
        }
    }
    let colour = |shade: Option<f32>| {
        let dark = 0.32 * (1.0 - shade.unwrap_or(1.0));
        t.color.pressed.lerp_to_gamma(t.color.secondary, dark)
    };
    let pixels = shades.into_iter().map(colour).collect();
    ColorImage::new([map.width, map.height], pixels)
}

/// What is painted on a side, or how it compares with the pattern of the result that is pointed at.
fn side(t: &Tokens, located: &Located, view: &FlatView, from: &MadeFrom) -> Side {
    let map = &located.engine.map;
    let mut side = Side::default();
    let others = (0..from.paints.len()).filter(|index| *index != from.current);
    for index in others.chain([from.current]) {
        let Some((own, paint)) = from.paints.get(index) else {
            continue;
        };
        let current = index == from.current;
        if let Some(point) = from.hovered.as_ref().filter(|_| current) {
            compare(&mut side, t, located, view, (*own, paint), point);
            continue;
        }
        let opacity = if current { LAYER } else { OTHER_LAYER };
        let mut below = 0;
        for strength in 1..=STRONGEST {
            if !paint.strengths().contains(&strength) {
                continue;
            }
            let edge = paint.edge(&located.engine.samples, strength);
            let depths = map.depths(view, &located.engine.samples, &edge);
            let thickness = i32::from(strength - below);
            let opacity = 1.0 - (1.0 - opacity).powi(thickness);
            let colour = pain_colour(t, *own);
            side.layers.push(Layer {
                area: Outline::of(&depths, map.width),
                fill: colour.gamma_multiply(opacity),
                edge: Stroke::new(EDGE, colour.gamma_multiply((opacity + 0.2).min(1.0))),
            });
            below = strength;
        }
    }
    side
}

/// The painting beside the pattern of a point.
fn compare(
    side: &mut Side,
    t: &Tokens,
    located: &Located,
    view: &FlatView,
    (own, paint): (u8, &Paint),
    point: &PointId,
) {
    let engine = &located.engine;
    let (map, samples) = (&engine.map, &engine.samples);
    let Some(pattern) = (engine.patterns.all.iter()).find(|one| one.zones.point == *point) else {
        return;
    };
    let zones = &pattern.zones;
    let is_in = |zone: &[u32], sample: u32| zone.binary_search(&sample).is_ok();
    let depths = |inside: &(dyn Fn(u32) -> bool + Sync)| {
        map.depths(view, samples, &samples.edge(inside, |_| None))
    };
    let painted = map.depths(view, samples, &paint.edge(samples, 1));
    let essential = depths(&|sample| is_in(&zones.essential, sample));
    let whole =
        depths(&|sample| is_in(&zones.essential, sample) || is_in(&zones.spillover, sample));
    let area =
        |depth: &dyn Fn(usize) -> f32| -> Vec<f32> { (0..painted.len()).map(depth).collect() };
    let only_painted = area(&|at| painted[at].min(-whole[at]));
    let only_essential = area(&|at| essential[at].min(-painted[at]));
    let both = area(&|at| painted[at].min(whole[at]));
    let spilt = area(&|at| whole[at].min(-essential[at]).min(-painted[at]));
    let own = pain_colour(t, own);
    let mut layer = |depths: &[f32], fill: Color32, edge: Stroke| {
        side.layers.push(Layer {
            area: Outline::of(depths, map.width),
            fill,
            edge,
        });
    };
    layer(
        &only_painted,
        own.gamma_multiply(PAINTED),
        Stroke::new(EDGE, own),
    );
    layer(
        &only_essential,
        t.color.pain.gamma_multiply(ESSENTIAL),
        Stroke::NONE,
    );
    layer(
        &both,
        t.color.both.gamma_multiply(BETWEEN),
        Stroke::new(EDGE, t.color.both),
    );
    layer(
        &essential,
        Color32::TRANSPARENT,
        Stroke::new(RIM, t.color.pain),
    );
    side.stripes = stripes(&both, map.width);
    side.dots = dots(&spilt, map.width);
}

/// The value between the middles of cells.
fn between(values: &[f32], width: usize, x: f32, y: f32) -> f32 {
    let height = values.len().checked_div(width).unwrap_or(0);
    let (x, y) = (x - 0.5, y - 0.5);
    if x < 0.0 || y < 0.0 || x as usize + 1 >= width || y as usize + 1 >= height {
        return -1.0;
    }
    let (column, row) = (x as usize, y as usize);
    let (u, v) = (x - x.floor(), y - y.floor());
    let at = |x: usize, y: usize| values[(row + y) * width + column + x];
    let top = at(0, 0) + (at(1, 0) - at(0, 0)) * u;
    let low = at(0, 1) + (at(1, 1) - at(0, 1)) * u;
    top + (low - top) * v
}

/// The cells that hold values over 0: first and last column and row.
fn extent(values: &[f32], width: usize) -> Option<[usize; 4]> {
    let held = (0..values.len()).filter(|at| values[*at] > 0.0);
    held.map(|at| (at % width, at / width))
        .fold(None, |known, (x, y)| {
            let [left, right, top, low] = known.unwrap_or([x, x, y, y]);
            Some([left.min(x), right.max(x), top.min(y), low.max(y)])
        })
}

/// Stripes aslant over where values are over 0.
fn stripes(values: &[f32], width: usize) -> Vec<[[f32; 2]; 2]> {
    let mut stripes = Vec::new();
    let Some([left, right, top, low]) = extent(values, width) else {
        return stripes;
    };
    // So far apart along a row that they are STRIPES_MM apart across.
    let apart = STRIPES_MM / MM_A_CELL * std::f32::consts::SQRT_2;
    let (first, last) = ((left + top) as f32, (right + low + 2) as f32);
    let mut sum = (first / apart).floor() * apart;
    while sum <= last {
        let mut from: Option<[f32; 2]> = None;
        let steps = ((right - left + 2) as f32 * STEPS_A_CELL) as usize;
        for step in 0..=steps {
            let x = left as f32 + step as f32 / STEPS_A_CELL;
            let at = [x, sum - x];
            let inside = between(values, width, at[0], at[1]) > 0.0;
            if inside {
                from.get_or_insert(at);
            }
            if let Some(start) = from.filter(|_| !inside || step == steps) {
                stripes.push([start, at]);
                from = None;
            }
        }
        sum += apart;
    }
    stripes
}

/// Even dots that lie whole where values are over 0.
fn dots(values: &[f32], width: usize) -> Vec<[f32; 2]> {
    let mut dots = Vec::new();
    let Some([left, right, top, low]) = extent(values, width) else {
        return dots;
    };
    let across = DOTS_MM / MM_A_CELL;
    let down = across * 0.866;
    let first_row = (top as f32 / down) as usize;
    for row in first_row..=((low + 1) as f32 / down) as usize {
        let shifted = if row % 2 == 0 { 0.0 } else { 0.5 };
        let first = (left as f32 / across) as usize;
        for column in first..=((right + 1) as f32 / across) as usize {
            let at = [(column as f32 + shifted) * across, row as f32 * down];
            if between(values, width, at[0], at[1]) > DOT_MM / MM_A_CELL * 0.7 {
                dots.push(at);
            }
        }
    }
    dots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stripes_and_dots_stay_where_they_belong() {
        let (width, height) = (60, 40);
        let value = |x: f32, y: f32| 14.0 - (x - 31.0).hypot(y - 19.0);
        let values: Vec<f32> = (0..width * height)
            .map(|at| value((at % width) as f32 + 0.5, (at / width) as f32 + 0.5))
            .collect();
        let stripes = stripes(&values, width);
        assert!((4..10).contains(&stripes.len()), "{}", stripes.len());
        for at in stripes.as_flattened() {
            assert!(value(at[0], at[1]) > -0.6, "{at:?}");
        }
        let dots = dots(&values, width);
        let cells = std::f32::consts::PI * 14.0 * 14.0;
        let each = DOTS_MM * DOTS_MM * 0.866 / MM_A_CELL / MM_A_CELL;
        let share = dots.len() as f32 * each / cells;
        assert!((0.75..1.05).contains(&share), "{share}");
        assert!(dots.iter().all(|at| value(at[0], at[1]) > 0.3));
        assert!(super::stripes(&[-1.0; 9], 3).is_empty() && super::dots(&[], 3).is_empty());
    }
}
