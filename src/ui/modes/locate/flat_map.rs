//! The flat map: the skin from the front and from behind, every region a button. It can be made larger and moved.

mod picture;
mod zoom;

use self::{
    picture::Picture,
    zoom::{STEP, Zoom},
};
use super::{over_body, preparation_ui, region_name, say};
use crate::{
    anatomy::painting::Touch,
    app::{
        commands::AppCommand,
        modes::locate::{LocateCommand, Located},
        stroke::Stroke,
    },
    study::locate::{
        dab::Dab,
        flat_map::{FlatCell, FlatMap, FlatView},
    },
    ui::{
        PanelContext,
        tokens::Kind,
        widgets::{button, text},
    },
};
use egui::{
    CursorIcon, Id, Key, PointerButton, Pos2, Rect, Response, Sense, Ui, Vec2, WidgetInfo,
    WidgetType, pos2, vec2,
};
use egui_phosphor::regular as icon;

/// Places of the skin that follow on each other in a stroke, farther apart than this, are on different parts of the
/// body, millimetres.
const APART_MM: f32 = 30.0;

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
        let mut zoom = Zoom::load(ui).followed(ui, room);
        let ground = ui.interact(room, Id::new("flat map ground"), Sense::click_and_drag());
        let places = [
            place(room.left() + half / 2.0),
            place(room.right() - half / 2.0),
        ]
        .map(|place| zoom.shown(place, room));
        let views = [&map.front, &map.back];
        let under = (ui
            .ctx()
            .pointer_latest_pos()
            .filter(|at| room.contains(*at)))
        .and_then(|at| {
            let side = places.iter().position(|place| place.contains(at))?;
            cell_at(map, views[side], places[side], at)?.region
        });
        let picture = Picture::of(ui, ctx, located);
        let painter = ui.painter_at(room);
        let mut named = under;
        let mut moved = dragged(&ground, true);
        let mut whole_again = ground.double_clicked();
        let mut focus = None;
        let whole_ui = ui.clip_rect();
        ui.set_clip_rect(whole_ui.intersect(room));
        for (index, (place, view)) in places.into_iter().zip(views).enumerate() {
            picture.paint(&painter, t, map, index == 1, place, under);
            let shown = regions(ui, ctx, located, view, place, index == 0, commands);
            moved += dragged(&shown.whole, false);
            whole_again |= shown.whole.double_clicked();
            named = named.or(shown.focused.map(|(region, _)| region));
            focus = focus.or(shown.focused);
        }
        ui.set_clip_rect(whole_ui);
        for (index, place) in places.into_iter().enumerate() {
            labels(
                ui,
                ctx,
                place.intersect(room),
                rect.top() + t.space.group,
                index == 0,
            );
        }
        if moved != Vec2::ZERO {
            zoom = zoom.moved(moved, room);
        }
        if whole_again {
            zoom = Zoom::default();
        }
        let reached = focus.filter(|_| ui.input(|input| input.key_pressed(Key::Tab)));
        if let Some((_, spot)) = reached {
            zoom = zoom.with_in_sight(spot, room);
        }
        let has_keys = focus.is_some() || ui.memory(|memory| memory.focused().is_none());
        zoom_buttons(ui, ctx, rect, room, has_keys, zoom).store(ui);
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

/// By how much a drag that does not paint has moved the map: with the right or middle button, or any beside the body.
fn dragged(response: &Response, by_any: bool) -> Vec2 {
    let moves = by_any
        || response.dragged_by(PointerButton::Secondary)
        || response.dragged_by(PointerButton::Middle);
    if moves && response.dragged() {
        response.drag_delta()
    } else {
        Vec2::ZERO
    }
}

/// The buttons to make it larger, smaller and whole again, and their keys.
fn zoom_buttons(
    ui: &Ui,
    ctx: &PanelContext,
    rect: Rect,
    room: Rect,
    has_keys: bool,
    zoom: Zoom,
) -> Zoom {
    let (t, w) = (ctx.tokens, ctx.words);
    let pressed = |keys: &[Key]| {
        has_keys
            && ui.input(|input| {
                !input.modifiers.any() && keys.iter().any(|key| input.key_pressed(*key))
            })
    };
    let side = t.target();
    let corner = pos2(rect.right() - t.space.group, rect.top() + t.space.group);
    // A button that could do nothing is not there.
    let clicked = |number: usize, glyph: &str, name: &str, does: bool| {
        let left = corner.x - side * (3 - number) as f32;
        let place = Rect::from_min_size(pos2(left, corner.y), vec2(side, side));
        let id = Id::new(("flat map zoom", number));
        does && button::icon_at(ui, t, (place, place), id, glyph, name, false).clicked()
    };
    let (grows, shrinks) = (!zoom.is_largest(), !zoom.is_whole());
    let mut new = zoom;
    if clicked(2, icon::PLUS, &w.say("locate-map-larger"), grows)
        || pressed(&[Key::Plus, Key::Equals])
    {
        new = new.larger(STEP, room.center(), room);
    }
    if clicked(1, icon::MINUS, &w.say("locate-map-smaller"), shrinks) || pressed(&[Key::Minus]) {
        new = new.larger(1.0 / STEP, room.center(), room);
    }
    if clicked(0, icon::ARROWS_IN, &w.say("locate-map-whole"), shrinks) || pressed(&[Key::Home]) {
        new = Zoom::default();
    }
    if new != zoom {
        ui.ctx().request_repaint();
    }
    new
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

/// A side as it is used.
struct Used {
    /// The picture as one place to click.
    whole: Response,
    /// The region that has the keyboard, and where its button is.
    focused: Option<(u16, Rect)>,
}

/// The picture as one place to click, and every region as a button in its middle.
fn regions(
    ui: &Ui,
    ctx: &PanelContext,
    located: &Located,
    view: &FlatView,
    place: Rect,
    front: bool,
    commands: &mut Vec<AppCommand>,
) -> Used {
    let (t, w) = (ctx.tokens, ctx.words);
    let map = &located.engine.map;
    let cell = place.width() / map.width.max(1) as f32;
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
            focused = Some((spot.region, rect));
            button::focus_ring(ui, t, &own, rect.expand(2.0));
        }
        if own.clicked() {
            chosen = Some(spot.region);
        }
    }
    if let Some((id, _)) = chosen.and_then(|x| regions.get(usize::from(x))) {
        say(commands, LocateCommand::ToggleRegion(id.clone()));
    }
    Used { whole, focused }
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
    let (map, samples) = (&located.engine.map, &located.engine.samples);
    let id = whole.id.with("last place");
    let paints = PointerButton::Primary;
    // Two fingers move the map.
    let several = ui.input(|input| input.multi_touch().is_some());
    if whole.drag_started_by(paints) && !several {
        ui.data_mut(|data| data.remove::<Pos2>(id));
        commands.push(AppCommand::Stroke(Stroke::Start));
    }
    if whole.dragged_by(paints)
        && !several
        && let Some(at) = whole.interact_pointer_pos()
    {
        let cell = place.width() / map.width.max(1) as f32;
        let now = ((at - place.min) / cell).to_pos2();
        let before: Option<Pos2> = ui.data(|data| data.get_temp(id));
        ui.data_mut(|data| data.insert_temp(id, now));
        let radius_mm = ctx.state.locate.brush.radius_mm;
        let dabs: Vec<Dab> = (passed(map, view, before.unwrap_or(now), now).iter())
            .filter_map(|path| samples.swept(path, radius_mm).map(Dab::new))
            .collect();
        if !dabs.is_empty() {
            commands.push(AppCommand::Stroke(Stroke::Over(Dab::joined(&dabs))));
        }
    }
    if whole.drag_stopped_by(paints) {
        commands.push(AppCommand::Stroke(Stroke::End));
    }
}

/// What a stroke touches on its straight way over the map, in cells, from one place to another: a piece for each part
/// of the body.
fn passed(map: &FlatMap, view: &FlatView, from: Pos2, to: Pos2) -> Vec<Vec<Touch>> {
    let steps = (to - from).length().ceil().max(1.0) as usize;
    let mut pieces: Vec<Vec<Touch>> = Vec::new();
    let mut last: Option<Touch> = None;
    for step in 0..=steps {
        let at = from.lerp(to, step as f32 / steps as f32);
        let touch = map.touch(view, at.x, at.y);
        if let Some(touch) = touch {
            let near = last.is_some_and(|last| last.point_mm.distance(touch.point_mm) < APART_MM);
            match pieces.last_mut().filter(|_| near) {
                Some(piece) => piece.push(touch),
                None => pieces.push(vec![touch]),
            }
        }
        last = touch;
    }
    pieces
}
