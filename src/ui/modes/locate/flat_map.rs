//! The flat map: the skin from the front and from behind, every region a button.

use super::{over_body, pain_colour, preparation_ui, region_name, say};
use crate::{
    app::{
        commands::AppCommand,
        modes::locate::{LocateCommand, Located},
        stroke::Stroke,
    },
    study::locate::{
        compare::Compared,
        flat_map::{FlatCell, FlatMap, FlatView},
    },
    ui::{
        PanelContext,
        tokens::Kind,
        widgets::{button, text},
    },
};
use egui::{
    Color32, ColorImage, CursorIcon, Id, Pos2, Rect, Response, Sense, TextureHandle,
    TextureOptions, Ui, WidgetInfo, WidgetType, pos2, vec2,
};

/// Cells between the stripes and dots by which paint and pattern differ without colour.
const STRIPES: usize = 6;

/// What a picture of the map was made from; it is made anew where any of it changes.
#[derive(Clone, PartialEq)]
struct MadeFrom {
    mark: u32,
    paintings: Vec<(u8, Vec<u8>)>,
    current: usize,
    hovered: Option<crate::model::ids::PointId>,
    colours: [Color32; 4],
    under: Option<u16>,
}

#[derive(Clone)]
struct Pictures {
    from: MadeFrom,
    front: TextureHandle,
    back: TextureHandle,
}

pub(super) fn flat_map_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    over_body(ui, ctx, "locate flat map", |ui, rect| {
        let Some(located) = ctx.located else {
            ui.add_space(t.space.card);
            preparation_ui(ui, ctx, commands);
            return;
        };
        let map = &located.engine.map;
        let heading = t.line_height(Kind::Body) + t.space.section;
        let foot = t.line_height(Kind::Body) + 2.0 * t.space.group;
        let room = Rect::from_min_max(
            pos2(rect.left() + t.space.group, rect.top() + heading),
            pos2(rect.right() - t.space.group, rect.bottom() - foot),
        );
        let cell = (room.height() / map.height.max(1) as f32)
            .min((room.width() - 2.0 * t.space.card) / (2 * map.width).max(1) as f32)
            .max(0.1);
        let size = vec2(map.width as f32, map.height as f32) * cell;
        let half = room.width() / 2.0;
        let top = room.center().y - size.y / 2.0;
        let place = |middle: f32| Rect::from_min_size(pos2(middle - size.x / 2.0, top), size);
        let places = [
            place(room.left() + half / 2.0),
            place(room.right() - half / 2.0),
        ];
        let views = [&map.front, &map.back];
        let under = ui.ctx().pointer_latest_pos().and_then(|at| {
            let side = places.iter().position(|place| place.contains(at))?;
            cell_at(map, views[side], places[side], at)?.region
        });
        let pictures = pictures(ui, ctx, located, under);
        let mut named = under;
        for (index, (place, view)) in places.into_iter().zip(views).enumerate() {
            let texture = if index == 0 {
                &pictures.front
            } else {
                &pictures.back
            };
            egui::Image::new((texture.id(), size)).paint_at(ui, place);
            labels(ui, ctx, place, rect.top() + t.space.group, index == 0);
            let focused = regions(ui, ctx, located, view, place, cell, index == 0, commands);
            named = named.or(focused);
        }
        let says = match named.and_then(|x| located.engine.skin.regions.get(usize::from(x))) {
            Some((id, _)) => region_name(ctx, id),
            None => w.say("locate-map-hint").into_owned(),
        };
        let galley = text::line(ui, t, Kind::Body, t.color.secondary, &says, rect.width());
        let at = pos2(
            rect.center().x - galley.size().x / 2.0,
            rect.bottom() - foot + t.space.group,
        );
        ui.painter().galley(at, galley, t.color.secondary);
    });
}

fn cell_at(map: &FlatMap, view: &FlatView, place: Rect, at: Pos2) -> Option<FlatCell> {
    let share = (at - place.min) / place.size();
    let column = (share.x * map.width as f32) as usize;
    let row = (share.y * map.height as f32) as usize;
    map.at(view, column, row)
}

/// Front or back above the picture, left and right beside the body's middle.
fn labels(ui: &Ui, ctx: &PanelContext, place: Rect, top: f32, front: bool) {
    let (t, w) = (ctx.tokens, ctx.words);
    let title = if front {
        w.say("locate-front")
    } else {
        w.say("locate-back")
    };
    let (left, right) = (w.say("locate-your-left"), w.say("locate-your-right"));
    // From the front, the subject's left is at the right.
    let (first, last) = if front { (right, left) } else { (left, right) };
    let line = |kind, says: &str| text::line(ui, t, kind, t.color.text, says, place.width());
    let title = line(Kind::Strong, &title);
    let at = pos2(place.center().x - title.size().x / 2.0, top);
    ui.painter().galley(at, title, t.color.text);
    for (says, at_left) in [(first, true), (last, false)] {
        let galley = text::line(
            ui,
            t,
            Kind::Caption,
            t.color.secondary,
            &says,
            place.width(),
        );
        let x = if at_left {
            place.left()
        } else {
            place.right() - galley.size().x
        };
        ui.painter()
            .galley(pos2(x, place.top()), galley, t.color.secondary);
    }
}

/// The picture as one place to click, and every region as a button in its middle; gives the region that has
/// the keyboard.
fn regions(
    ui: &Ui,
    ctx: &PanelContext,
    located: &Located,
    view: &FlatView,
    place: Rect,
    cell: f32,
    front: bool,
    commands: &mut Vec<AppCommand>,
) -> Option<u16> {
    let (t, w) = (ctx.tokens, ctx.words);
    let map = &located.engine.map;
    let regions = &located.engine.skin.regions;
    let mut chosen = None;
    let whole = ui.interact(place, Id::new(("flat map", front)), Sense::click_and_drag());
    stroke(ui, ctx, located, view, place, &whole, commands);
    if whole.clicked()
        && let Some(at) = whole.interact_pointer_pos()
    {
        chosen = cell_at(map, view, place, at).and_then(|cell| cell.region);
    }
    if whole.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    let mut focused = None;
    for spot in &view.places {
        let Some((id, _)) = regions.get(usize::from(spot.region)) else {
            continue;
        };
        let middle = vec2(spot.column as f32 + 0.5, spot.row as f32 + 0.5) * cell;
        let side = (spot.depth as f32 * cell * 1.4).clamp(4.0, t.target());
        let rect = Rect::from_center_size(place.min + middle, vec2(side, side));
        let own = ui.interact(rect, Id::new(("flat region", front, id)), Sense::click());
        let on = ctx.state.locate.has_chosen(id);
        let name = region_name(ctx, id);
        let says = if front {
            w.say_with("locate-map-front", &[("region", name.into())])
        } else {
            w.say_with("locate-map-back", &[("region", name.into())])
        };
        own.widget_info(|| WidgetInfo::selected(WidgetType::Checkbox, true, on, says.as_ref()));
        if own.has_focus() {
            focused = Some(spot.region);
            button::focus_ring(ui, t, &own, rect.expand(2.0));
        }
        if own.clicked() {
            chosen = Some(spot.region);
        }
    }
    if let Some((id, _)) = chosen.and_then(|x| regions.get(usize::from(x))) {
        say(commands, LocateCommand::ToggleRegion(id.clone()));
    }
    focused
}

/// The brush, drawn over the map: it covers what it would cover on the body, along the skin.
fn stroke(
    ui: &Ui,
    ctx: &PanelContext,
    located: &Located,
    view: &FlatView,
    place: Rect,
    whole: &Response,
    commands: &mut Vec<AppCommand>,
) {
    let id = whole.id.with("last sample");
    if whole.drag_started() {
        ui.data_mut(|data| data.remove::<u32>(id));
        commands.push(AppCommand::Stroke(Stroke::Start));
    }
    if whole.dragged()
        && let Some(at) = whole.interact_pointer_pos()
        && let Some(cell) = cell_at(&located.engine.map, view, place, at)
    {
        let samples = &located.engine.samples;
        let before: Option<u32> = ui.data(|data| data.get_temp(id));
        let passed = match before {
            Some(before) => samples.way(before, cell.sample),
            None => vec![cell.sample],
        };
        let seeds: Vec<(u32, f32)> = passed.into_iter().map(|x| (x, 0.0)).collect();
        let under = samples.spread(&seeds, ctx.state.locate.brush.radius_mm);
        let under: Vec<u32> = under.into_iter().map(|(sample, _)| sample).collect();
        ui.data_mut(|data| data.insert_temp(id, cell.sample));
        commands.push(AppCommand::Stroke(Stroke::Over(under.into())));
    }
    if whole.drag_stopped() {
        commands.push(AppCommand::Stroke(Stroke::End));
    }
}

/// The two pictures, kept as long as nothing changes.
fn pictures(ui: &Ui, ctx: &PanelContext, located: &Located, under: Option<u16>) -> Pictures {
    let t = ctx.tokens;
    let locate = &ctx.state.locate;
    let from = MadeFrom {
        mark: located.engine.skin.mark,
        paintings: (locate.pains.iter())
            .map(|pain| (pain.colour, pain.painting.strengths().to_vec()))
            .collect(),
        current: locate.current,
        hovered: locate.hovered.clone(),
        colours: [
            t.color.pains[0],
            t.color.pain,
            t.color.both,
            t.color.pressed,
        ],
        under,
    };
    let id = Id::new("flat map pictures");
    let kept: Option<Pictures> = ui.data(|data| data.get_temp(id));
    if let Some(kept) = kept.filter(|kept| kept.from == from) {
        return kept;
    }
    let map = &located.engine.map;
    let compared =
        (locate.hovered.as_ref()).and_then(|point| located.compared(point, locate.strengths()));
    let image = |view: &FlatView| picture(ctx, map, view, compared.as_deref(), under);
    let load = |name: &str, view| {
        ui.ctx()
            .load_texture(name, image(view), TextureOptions::LINEAR)
    };
    let made = Pictures {
        from,
        front: load("flat map front", &map.front),
        back: load("flat map back", &map.back),
    };
    ui.data_mut(|data| data.insert_temp(id, made.clone()));
    made
}

/// One side, a pixel for each cell.
fn picture(
    ctx: &PanelContext,
    map: &FlatMap,
    view: &FlatView,
    compared: Option<&[Compared]>,
    under: Option<u16>,
) -> ColorImage {
    let t = ctx.tokens;
    let locate = &ctx.state.locate;
    let mut pixels = vec![Color32::TRANSPARENT; map.width * map.height];
    for (at, cell) in view.cells.iter().enumerate() {
        let Some(cell) = cell else { continue };
        let (column, row) = (at % map.width, at / map.width);
        let sample = cell.sample as usize;
        let mut color = t
            .color
            .pressed
            .lerp_to_gamma(t.color.secondary, 0.32 * (1.0 - cell.shade));
        if under.is_some() && cell.region == under {
            color = color.lerp_to_gamma(t.color.accent, 0.22);
        }
        let strength = |index: usize| {
            let strengths = locate.pains[index].painting.strengths();
            strengths.get(sample).copied().unwrap_or(0)
        };
        let others = (0..locate.pains.len()).filter(|index| *index != locate.current);
        for index in others.chain([locate.current]) {
            let amount = match strength(index) {
                0 => continue,
                1 => 0.45,
                2 => 0.68,
                _ => 0.9,
            };
            let faded = if index == locate.current { 1.0 } else { 0.6 };
            let own = locate.pains[index].colour;
            color = color.lerp_to_gamma(pain_colour(t, own), amount * faded);
        }
        let state = compared.and_then(|all| all.get(sample).copied());
        color = match state {
            Some(Compared::Both) => t.color.both,
            // Told apart by texture as well: stripes where only the pattern is.
            Some(Compared::PatternOnly) if (column + row) % STRIPES < STRIPES / 2 => t.color.pain,
            _ => color,
        };
        if is_edge(map, view, column, row, *cell) {
            color = color.lerp_to_gamma(t.color.text, 0.28);
        }
        pixels[at] = color;
    }
    ColorImage::new([map.width, map.height], pixels)
}

/// True where the next region begins below or at the right.
fn is_edge(map: &FlatMap, view: &FlatView, column: usize, row: usize, cell: FlatCell) -> bool {
    [(column + 1, row), (column, row + 1)]
        .into_iter()
        .any(|(x, y)| {
            let other = map.at(view, x, y);
            other.is_some_and(|other| other.region != cell.region)
        })
}
