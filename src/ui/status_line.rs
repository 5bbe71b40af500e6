//! The lowest line of the window: what is under the pointer or in hand, and what the pointer, the keys or the
//! fingers do now.

use super::{
    PanelContext,
    tokens::{Kind, Tokens},
    widgets::text,
    words,
};
use crate::app::{stage::Idle, state::DEEPEST};
use egui::{Event, Id, Panel, Rect, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};
use std::borrow::Cow;

/// Between what two keys do.
const BETWEEN: &str = "  ·  ";

/// Draws it.
pub(super) fn status_line_ui(ui: &mut Ui, ctx: &PanelContext) {
    let t = ctx.tokens;
    let fingers = by_fingers(ui);
    let height = t.grown(t.size.status_line);
    Panel::bottom("status")
        .exact_size(height)
        .frame(
            egui::Frame::new()
                .fill(t.color.panel)
                .inner_margin(egui::Margin::symmetric(12, 0)),
        )
        .show(ui, |ui| {
            let room = ui.available_rect_before_wrap();
            let all_keys = keys_now(ctx, fingers);
            let says_keys = all_keys.join(BETWEEN);
            let keys = text::line(
                ui,
                t,
                Kind::Caption,
                t.color.secondary,
                &as_many_as_fit(ui, t, &all_keys, room.width() * 0.6),
                f32::INFINITY,
            );
            let left_room = room.width() - keys.size().x - t.space.section;
            let keys_at = pos2(
                room.right() - keys.size().x,
                room.center().y - keys.size().y / 2.0,
            );
            let keys_rect = Rect::from_min_size(keys_at, keys.size());
            ui.interact(keys_rect, Id::new("what keys do"), Sense::hover())
                .widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, says_keys.as_str()));
            ui.painter().galley(keys_at, keys, t.color.secondary);
            let (says, color) = says_now(ctx, fingers);
            let galley = text::line(ui, t, Kind::Secondary, color, &says, left_room);
            let size = vec2(left_room, room.height());
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, says.as_str()));
            let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
            let after = at.x + galley.size().x + t.space.group;
            ui.painter().galley(at, galley, color);
            if let Some((_, fraction)) = ctx.status.progress {
                progress(ui, t, pos2(after, rect.center().y), fraction);
            }
        });
}

fn progress(ui: &Ui, t: &Tokens, from: egui::Pos2, fraction: f32) {
    let rail = Rect::from_min_size(from - vec2(0.0, 2.0), vec2(t.grown(96.0), 4.0));
    ui.painter().rect_filled(rail, 2.0, t.color.hairline);
    let mut done = rail;
    done.set_width(rail.width() * fraction.clamp(0.0, 1.0));
    ui.painter().rect_filled(done, 2.0, t.color.accent);
}

/// What the status line says: work in hand, else what the pointer is over, else what the stage says.
fn says_now(ctx: &PanelContext, fingers: bool) -> (String, egui::Color32) {
    let t = ctx.tokens;
    if let Some((what, _)) = ctx.status.progress {
        return (what.to_owned(), t.color.secondary);
    }
    if let Some(item) = &ctx.state.hover {
        return (words::name_of(item, ctx), t.color.text);
    }
    match ctx.stage.status.idle {
        Idle::Layer => {}
        Idle::Says(key) => return (ctx.words.key(key).into_owned(), t.color.secondary),
        Idle::Nothing => return (String::new(), t.color.secondary),
    }
    let stop = (ctx.state.view.depth.round().clamp(0.0, DEEPEST)) as usize;
    let layer = words::STOPS.get(stop).map(|key| ctx.words.key(*key));
    let layer = ("layer", layer.unwrap_or_default().into());
    let says = if fingers {
        ctx.words.say_with("status-tap-body", &[layer])
    } else {
        ctx.words.say_with("status-point-at-body", &[layer])
    };
    (says.into_owned(), t.color.secondary)
}

/// What fingers, or the pointer and the keys, do now.
fn keys_now<'a>(ctx: &PanelContext<'a>, fingers: bool) -> Vec<Cow<'a, str>> {
    let status = &ctx.stage.status;
    let keys = if fingers {
        &status.by_fingers
    } else {
        &status.by_mouse
    };
    keys.iter().map(|key| ctx.words.key(*key)).collect()
}

/// The first of them, on one line, whole each: half a hint helps nobody.
fn as_many_as_fit(ui: &Ui, t: &Tokens, all: &[Cow<'_, str>], width: f32) -> String {
    let lines = (0..=all.len())
        .rev()
        .map(|count| all[..count].join(BETWEEN));
    let mut fitting = lines.filter(|line| text::width(ui, t, Kind::Caption, line) <= width);
    fitting.next().unwrap_or_default()
}

/// Whether the screen was touched last, and not the mouse or a key.
fn by_fingers(ui: &Ui) -> bool {
    let id = Id::new("by fingers");
    let latest = ui.input(|input| {
        input.events.iter().rev().find_map(|event| match event {
            Event::Touch { .. } => Some(true),
            Event::MouseWheel { .. } | Event::Key { .. } => Some(false),
            Event::PointerMoved(_) if !input.any_touches() => Some(false),
            _ => None,
        })
    });
    ui.data_mut(|data| {
        if let Some(latest) = latest {
            data.insert_temp(id, latest);
        }
        data.get_temp(id).unwrap_or_default()
    })
}
