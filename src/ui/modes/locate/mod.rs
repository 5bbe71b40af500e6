//! Locate: the painting at the left, what it leads to at the right once the warning signs are answered; in the
//! middle the body, or the flat map in its place.

mod flat_map;
mod legend;
mod pains;
mod questions;
mod regions;
mod results;
mod tools;

use crate::{
    app::{
        commands::AppCommand,
        modes::locate::{LocateCommand, LocateStep},
    },
    model::{
        ids::{Item, RegionId},
        side::Side,
    },
    ui::{
        PanelContext,
        tokens::{Kind, Tokens},
        widgets::{
            button::{self, Weight},
            text, tip,
        },
        words,
    },
};
use egui::{
    Area, Color32, CursorIcon, Id, Order, Rect, Response, Sense, Ui, WidgetInfo, WidgetType, vec2,
};
use egui_phosphor::regular as icon;

/// Draws Locate around what is left of the window, and over it where the body has no place.
pub fn locate_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    match ctx.state.locate.step {
        LocateStep::Questions => questions::questions_ui(ui, ctx, commands),
        LocateStep::Stopped => questions::stopped_ui(ui, ctx, commands),
        LocateStep::Painting => {
            tools::tools_ui(ui, ctx, commands);
            results::results_ui(ui, ctx, commands);
            if ctx.state.locate.flat_map {
                flat_map::flat_map_ui(ui, ctx, commands);
            }
            if let (Some(point), Some(located)) = (&ctx.state.locate.hovered, ctx.located) {
                legend::legend_ui(ui, ctx, located, point);
            }
        }
    }
}

/// Where the painting is to be, while the body is not ready for it: that it is being prepared, or why it could not
/// be, and how to go on.
fn preparation_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    let Some(why) = &ctx.state.locate.failure else {
        let wait = w.say("locate-preparing");
        text::paragraph(ui, t, Kind::Body, t.color.secondary, &wait);
        return;
    };
    text::paragraph(ui, t, Kind::Body, t.color.warning, &w.say("locate-failed"));
    text::paragraph(ui, t, Kind::Body, t.color.secondary, &w.put(why));
    let again = w.say("locate-try-again");
    if button::words(ui, t, icon::ARROW_CLOCKWISE, &again, Weight::Outlined).clicked() {
        say(commands, LocateCommand::PrepareAgain);
    }
}

/// A command of Locate.
fn say(commands: &mut Vec<AppCommand>, command: LocateCommand) {
    commands.push(AppCommand::Locate(command));
}

/// Something in place of the body. It floats, so that the pointer over it is not over the body.
fn over_body(ui: &Ui, ctx: &PanelContext, id: &str, contents: impl FnOnce(&mut Ui, Rect)) {
    let rect = ui.available_rect_before_wrap();
    Area::new(Id::new(id))
        .order(Order::Middle)
        .fixed_pos(rect.min)
        .constrain(false)
        .movable(false)
        .fade_in(false)
        .show(ui.ctx(), |ui| {
            ui.set_clip_rect(rect);
            ui.painter().rect_filled(rect, 0.0, ctx.tokens.color.panel);
            // The whole of it takes the pointer.
            ui.interact(rect, Id::new((id, "ground")), Sense::click_and_drag());
            let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(rect));
            contents(&mut inner, rect);
            ui.allocate_rect(rect, Sense::hover());
        });
}

/// The colour of a pain.
fn pain_colour(t: &Tokens, colour: u8) -> Color32 {
    t.color.pains[usize::from(colour) % t.color.pains.len()]
}

/// A region's name with its side, for screen readers and tooltips.
fn region_name(ctx: &PanelContext, id: &RegionId) -> String {
    let item = Item::Region(id.clone());
    words::name_of(&item, ctx)
}

/// A region's name without its side.
fn plain_region_name(ctx: &PanelContext, id: &RegionId) -> String {
    let item = Item::Region(id.clone());
    words::plain_name(&item, ctx)
}

/// What the user calls a pain, or its number.
fn pain_name(ctx: &PanelContext, index: usize) -> String {
    match ctx.state.locate.pains.get(index) {
        Some(pain) if !pain.name.trim().is_empty() => pain.name.clone(),
        _ => ctx
            .words
            .say_with("locate-pain-number", &[("number", (index + 1).into())])
            .into_owned(),
    }
}

/// The sides a region can be chosen on.
fn sides(midline: bool) -> &'static [Side] {
    if midline {
        &[Side::Midline]
    } else {
        &[Side::Left, Side::Right]
    }
}

/// A small button that is on or off; `name` is its accessible name and its tooltip.
fn toggle(ui: &mut Ui, t: &Tokens, label: &str, name: &str, on: bool) -> Response {
    let width = (text::width(ui, t, Kind::Secondary, label) + 2.0 * t.space.group).max(t.target());
    let (rect, response) = ui.allocate_exact_size(vec2(width, t.target()), Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::Checkbox, true, on, name));
    if ui.is_rect_visible(rect) {
        let corner = t.small_corner();
        let fill = if on && !response.is_pointer_button_down_on() {
            t.color.accent
        } else {
            button::ground(t, &response, on)
        };
        let color = if fill == t.color.accent {
            t.color.on_accent
        } else {
            t.color.secondary
        };
        ui.painter().rect_filled(rect, corner, fill);
        ui.painter()
            .rect_stroke(rect, corner, t.hairline(), egui::StrokeKind::Inside);
        let galley = text::line(ui, t, Kind::Secondary, color, label, width);
        ui.painter()
            .galley(rect.center() - galley.size() / 2.0, galley, color);
        // Beside a ground of its own colour.
        let apart = if fill == t.color.accent { 3.0 } else { 0.0 };
        button::focus_ring(ui, t, &response, rect.expand(apart));
    }
    tip::under(response.on_hover_cursor(CursorIcon::PointingHand), name)
}
