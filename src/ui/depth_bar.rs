//! The depth slider: with its named stops at the foot of the window, or upright beside the body on a phone.

mod upright;

pub(super) use upright::{upright_ui, upright_width};

use super::{
    PanelContext,
    tokens::{Kind, Tokens},
    widgets::{button, text, tip},
    words,
};
use crate::{
    app::{commands::AppCommand, state::DEEPEST},
    locale::{self, Words},
};
use egui::{
    CursorIcon, EventFilter, Key, Panel, Pos2, Rect, Response, Sense, Stroke, Ui, WidgetInfo,
    WidgetType, accesskit, lerp, pos2, remap_clamp, vec2,
};

/// How far an arrow key moves the slider.
const KEY_STEP: f32 = 0.1;
/// Within this of a stop the pointer snaps to it, so that whole layers are easy to hit.
const SNAP: f32 = 0.08;
/// Widest the slider grows, in points.
const WIDEST: f32 = 880.0;

/// Draws it; gives the place of the slider.
pub(super) fn depth_bar_ui(
    ui: &mut Ui,
    ctx: &PanelContext,
    commands: &mut Vec<AppCommand>,
) -> Rect {
    let t = ctx.tokens;
    let label_height = t.line_height(Kind::Caption) + t.space.group;
    let height = t.target() + label_height + t.space.unit * 2.0;
    Panel::bottom("depth")
        .exact_size(height)
        .frame(
            egui::Frame::new()
                .fill(t.color.panel)
                .inner_margin(egui::Margin::symmetric(16, 4)),
        )
        .show(ui, |ui| {
            let room = ui.available_rect_before_wrap();
            let width = room.width().min(t.grown(WIDEST));
            let rect = Rect::from_center_size(room.center(), vec2(width, room.height()));
            slider_with_stops(ui, ctx, rect, commands);
            rect
        })
        .inner
}

fn slider_with_stops(ui: &mut Ui, ctx: &PanelContext, rect: Rect, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    let depth = ctx.state.view.depth;
    // The labels of the first and the last stop reach half a column beyond the rail.
    let column = rect.width() / words::STOPS.len() as f32;
    let rail_y = rect.top() + t.target() / 2.0;
    let from = rect.left() + column / 2.0;
    let to = rect.right() - column / 2.0;
    let track = Rect::from_min_max(
        pos2(from - t.target() / 2.0, rect.top()),
        pos2(to + t.target() / 2.0, rect.top() + t.target()),
    );
    let id = ui.id().with("depth slider");
    let response = ui.interact(track, id, Sense::click_and_drag());
    let wanted = wanted_depth(ui, &response, depth, |at| {
        remap_clamp(at.x, from..=to, 0.0..=DEEPEST)
    });
    describe(ui, w, &response, depth);
    let shown = wanted.unwrap_or(depth);
    paint_rail(ui, t, &response, rail_y, (from, to), shown);
    if let Some(wanted) = wanted
        && (wanted - depth).abs() > f32::EPSILON
    {
        commands.push(AppCommand::SetDepth(wanted));
    }
    for (at, name) in words::STOPS.iter().enumerate() {
        let stop = at as f32;
        let center = rect.left() + column * (stop + 0.5);
        let label = Rect::from_min_max(
            pos2(center - column / 2.0, rect.top() + t.target()),
            pos2(center + column / 2.0, rect.bottom()),
        );
        if stop_label(ui, ctx, label, (stop, *name), shown) && (depth - stop).abs() > f32::EPSILON {
            commands.push(AppCommand::SetDepth(stop));
        }
    }
    response.on_hover_and_drag_cursor(CursorIcon::ResizeHorizontal);
}

/// The depth the input of this frame asks for. `depth_at` is the depth at a place of the rail.
fn wanted_depth(
    ui: &Ui,
    response: &Response,
    depth: f32,
    depth_at: impl Fn(Pos2) -> f32,
) -> Option<f32> {
    let mut wanted = None;
    if let Some(at) = response.interact_pointer_pos()
        && (response.dragged() || response.clicked() || response.is_pointer_button_down_on())
    {
        let free = depth_at(at);
        let stop = free.round();
        wanted = Some(if (free - stop).abs() < SNAP {
            stop
        } else {
            (free * 100.0).round() / 100.0
        });
    }
    let mut step = 0.0;
    if response.has_focus() {
        ui.memory_mut(|memory| {
            memory.set_focus_lock_filter(
                response.id,
                EventFilter {
                    horizontal_arrows: true,
                    vertical_arrows: true,
                    ..EventFilter::default()
                },
            );
        });
        ui.input(|input| {
            let presses = |key| input.num_presses(key) as f32;
            // With Alt the arrows go back and forward.
            if !input.modifiers.alt {
                step += KEY_STEP * (presses(Key::ArrowRight) - presses(Key::ArrowLeft));
                step += KEY_STEP * (presses(Key::ArrowDown) - presses(Key::ArrowUp));
            }
            step += presses(Key::PageDown) - presses(Key::PageUp);
            if input.key_pressed(Key::Home) {
                wanted = Some(0.0);
            }
            if input.key_pressed(Key::End) {
                wanted = Some(DEEPEST);
            }
        });
    }
    ui.input(|input| {
        let asked = |action| input.num_accesskit_action_requests(response.id, action) as f32;
        step +=
            KEY_STEP * (asked(accesskit::Action::Increment) - asked(accesskit::Action::Decrement));
        for request in input.accesskit_action_requests(response.id, accesskit::Action::SetValue) {
            if let Some(accesskit::ActionData::NumericValue(value)) = request.data {
                wanted = Some((value as f32).clamp(0.0, DEEPEST));
            }
        }
    });
    if step != 0.0 {
        let moved = ((depth + step) * 10.0).round() / 10.0;
        wanted = Some(moved.clamp(0.0, DEEPEST));
    }
    wanted.filter(|wanted| wanted.is_finite())
}

fn describe(ui: &Ui, w: &Words, response: &Response, depth: f32) {
    response.widget_info(|| WidgetInfo::slider(true, f64::from(depth), w.say("depth")));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(f64::from(DEEPEST));
        node.set_numeric_value_step(f64::from(KEY_STEP));
        node.add_action(accesskit::Action::SetValue);
        if depth < DEEPEST {
            node.add_action(accesskit::Action::Increment);
        }
        if depth > 0.0 {
            node.add_action(accesskit::Action::Decrement);
        }
    });
}

fn paint_rail(
    ui: &Ui,
    t: &Tokens,
    response: &Response,
    y: f32,
    (from, to): (f32, f32),
    depth: f32,
) {
    let painter = ui.painter();
    let at = lerp(from..=to, depth / DEEPEST);
    let rail = |a: f32, b: f32| Rect::from_min_max(pos2(a, y - 2.0), pos2(b, y + 2.0));
    painter.rect_filled(rail(from, to), 2.0, t.color.hairline);
    painter.rect_filled(rail(from, at), 2.0, t.color.accent);
    for stop in 0..words::STOPS.len() {
        let x = lerp(from..=to, stop as f32 / DEEPEST);
        let fill = if x <= at + 0.5 {
            t.color.accent
        } else {
            t.color.faint
        };
        painter.circle_filled(pos2(x, y), 3.5, fill);
    }
    let radius = t.grown(if response.hovered() || response.dragged() {
        10.0
    } else {
        9.0
    });
    painter.circle_filled(pos2(at, y), radius, t.color.raised);
    painter.circle_stroke(pos2(at, y), radius - 1.0, Stroke::new(2.0, t.color.accent));
    if response.has_focus() {
        painter.circle_stroke(pos2(at, y), radius + 3.0, Stroke::new(2.0, t.color.accent));
    }
}

/// A stop's name under the rail; true when clicked.
fn stop_label(
    ui: &Ui,
    ctx: &PanelContext,
    rect: Rect,
    (stop, name): (f32, locale::Key),
    depth: f32,
) -> bool {
    let (t, w) = (ctx.tokens, ctx.words);
    let id = ui.id().with(("stop", name));
    let name = w.key(name);
    // Reaches up to the rail, so that it is tall enough to hit.
    let target = Rect::from_min_max(
        pos2(rect.left(), rect.bottom() - t.target()),
        rect.right_bottom(),
    );
    let response = ui.interact(target.shrink2(vec2(2.0, 0.0)), id, Sense::click());
    let near = (depth - stop).abs() < 0.5;
    response.widget_info(|| {
        WidgetInfo::selected(
            WidgetType::Button,
            true,
            near,
            w.say_with(
                "depth-stop",
                &[("depth", stop.into()), ("layer", name.as_ref().into())],
            ),
        )
    });
    let (kind, color) = if near {
        (Kind::Caption, t.color.accent)
    } else if response.hovered() {
        (Kind::Caption, t.color.text)
    } else {
        (Kind::Caption, t.color.secondary)
    };
    let galley = text::line(ui, t, kind, color, &name, rect.width() - 4.0);
    let elided = galley.elided;
    let at = pos2(
        rect.center().x - galley.size().x / 2.0,
        rect.center().y - galley.size().y / 2.0,
    );
    ui.painter().galley(at, galley, color);
    button::focus_ring(ui, t, &response, target);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    let response = if elided {
        tip::under(response, name)
    } else {
        response
    };
    response.clicked()
}
