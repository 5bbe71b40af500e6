//! The left panel: the pains, the brush, and the regions to choose from.

use super::{pains, regions, say};
use crate::{
    app::{
        commands::AppCommand,
        modes::locate::{Brush, LocateCommand},
    },
    study::locate::painting_file::{SavedPain, write},
    ui::{
        PanelContext, records,
        screen::Screen,
        side_panel::{self, Edge, Widths, side_panel_ui},
        tokens::{Kind, Tokens},
        widgets::{
            button::{self, Choice, Weight},
            fold, text, tip,
        },
    },
};
use egui::{
    CursorIcon, Frame, Id, Margin, Rect, Response, ScrollArea, Sense, Ui, WidgetInfo, WidgetType,
    pos2, vec2,
};
use egui_phosphor::regular as icon;

/// Radii of the brush that are offered, millimetres.
const RADII_MM: [f32; 4] = [8.0, 15.0, 25.0, 45.0];
/// Around what the panel holds, and around its foot.
const MARGIN: Margin = Margin::symmetric(16, 12);
const FOOT_MARGIN: Margin = Margin::symmetric(8, 4);

pub(super) fn tools_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let narrow = side_panel::is_narrow(ui);
    let (first, most) = match narrow {
        true => (248.0, 300.0),
        false => (Widths::of_list(ctx.tokens), 420.0),
    };
    let widths = Widths {
        first,
        least: 240.0,
        most,
    };
    let panel = ("locate tools", Edge::Left);
    side_panel_ui(ui, ctx, panel, widths, commands, |ui, commands| {
        ui.spacing_mut().item_spacing.y = 0.0;
        // On a phone all of it is in one sheet, which is low enough as it is.
        let apart = !Screen::of(ui.ctx()).is_phone();
        let room = ui.available_height();
        let scrolled = match apart {
            true => room - foot_height(ui, ctx.tokens),
            false => room,
        };
        // After the rest, so that the keyboard comes to it last.
        ScrollArea::vertical()
            .auto_shrink(false)
            .max_height(scrolled.max(0.0))
            .show(ui, |ui| {
                Frame::new().inner_margin(MARGIN).show(ui, |ui| {
                    contents(ui, ctx, commands);
                    if !apart {
                        foot(ui, ctx, commands);
                    }
                });
            });
        if apart {
            foot_below(ui, ctx, commands);
        }
    });
}

/// How high the foot was when it was drawn last, or will be where all of it is on one line.
fn foot_height(ui: &Ui, t: &Tokens) -> f32 {
    let drawn = ui.data(|data| data.get_temp(foot_id()));
    drawn.unwrap_or(t.target() + FOOT_MARGIN.sum().y)
}

fn foot_id() -> Id {
    Id::new("height of the foot of the locate tools")
}

/// What must be in reach however long the list of regions is, at the panel's lower end.
fn foot_below(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let before = foot_height(ui, ctx.tokens);
    let edge = ui.cursor().top();
    ui.painter()
        .hline(ui.max_rect().x_range(), edge, ctx.tokens.hairline());
    let drawn = Frame::new()
        .inner_margin(FOOT_MARGIN)
        .show(ui, |ui| foot(ui, ctx, commands));
    let height = drawn.response.rect.height();
    if (height - before).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(foot_id(), height));
        ui.ctx().request_repaint();
    }
}

fn contents(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    ui.spacing_mut().item_spacing.y = t.space.group;
    text::section(ui, t, &w.say("locate-where"));
    if ctx.located.is_none() {
        let says = match ctx.state.locate.failure {
            None => w.say("locate-preparing"),
            Some(_) => w.say("locate-failed"),
        };
        text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &says);
    }
    records::last_painting_ui(ui, ctx, commands);
    pains::pains_ui(ui, ctx, commands);
    fold::rule(ui, t);
    brush(ui, ctx, commands);
    fold::rule(ui, t);
    regions::regions_ui(ui, ctx, commands);
    fold::rule(ui, t);
    kept(ui, ctx, commands);
}

fn brush(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    let brush = ctx.state.locate.brush;
    let mut wanted: Vec<LocateCommand> = Vec::new();
    let set = |wanted: &mut Vec<LocateCommand>, brush: Brush| {
        wanted.push(LocateCommand::SetBrush(brush));
    };
    let label = |ui: &mut Ui, says: &str| {
        text::paragraph(ui, t, Kind::Secondary, t.color.secondary, says);
    };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        label(ui, &w.say("locate-strength"));
        let names = [
            (1, w.say("locate-slight"), w.say("locate-slight-name")),
            (2, w.say("locate-strong"), w.say("locate-strong-name")),
            (3, w.say("locate-strongest"), w.say("locate-strongest-name")),
        ];
        let strengths = names.each_ref().map(|(value, label, name)| Choice {
            value: *value,
            label,
            name,
        });
        if let Some(strength) = button::choices(ui, t, Some(brush.strength), &strengths) {
            set(&mut wanted, Brush { strength, ..brush });
        }
        label(ui, &w.say("locate-size"));
        let names = RADII_MM.map(|radius| {
            let width = radius * 2.0;
            let name = w.say_with("locate-size-name", &[("mm", width.into())]);
            (radius, format!("{width:.0}"), name)
        });
        let sizes = names.each_ref().map(|(value, label, name)| Choice {
            value: *value,
            label,
            name,
        });
        let current = RADII_MM.into_iter().min_by(|a, b| {
            (a - brush.radius_mm)
                .abs()
                .total_cmp(&(b - brush.radius_mm).abs())
        });
        if let Some(radius_mm) = button::choices(ui, t, current, &sizes) {
            set(&mut wanted, Brush { radius_mm, ..brush });
        }
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(t.space.unit, 2.0);
        let locate = &ctx.state.locate;
        let has_paint = locate.pain().is_some_and(|x| !x.painting.is_empty());
        let erases = Brush {
            erases: !brush.erases,
            ..brush
        };
        let mirrors = Brush {
            mirrors: !brush.mirrors,
            ..brush
        };
        for (glyph, label, name, command, state) in [
            (
                icon::ERASER,
                w.say("locate-erase"),
                w.say("locate-erase-name"),
                LocateCommand::SetBrush(erases),
                ToolState::switch(brush.erases),
            ),
            (
                icon::FLIP_HORIZONTAL,
                w.say("locate-mirror"),
                w.say("locate-mirror-name"),
                LocateCommand::SetBrush(mirrors),
                ToolState::switch(brush.mirrors),
            ),
            (
                icon::ARROW_COUNTER_CLOCKWISE,
                w.say("locate-undo"),
                w.say("locate-undo-name"),
                LocateCommand::Undo,
                ToolState::button(locate.can_undo()),
            ),
            (
                icon::ARROW_CLOCKWISE,
                w.say("locate-redo"),
                w.say("locate-redo-name"),
                LocateCommand::Redo,
                ToolState::button(locate.can_redo()),
            ),
            (
                icon::TRASH,
                w.say("locate-clear"),
                w.say("locate-clear-name"),
                LocateCommand::Clear,
                ToolState::button(has_paint),
            ),
        ] {
            if tool(ui, t, glyph, &label, &name, state).clicked() && state.enabled {
                wanted.push(command);
            }
        }
    });
    let names = [
        (false, w.say("locate-on-body"), w.say("locate-on-body-name")),
        (true, w.say("locate-on-map"), w.say("locate-on-map-name")),
    ];
    let views = names.each_ref().map(|(value, label, name)| Choice {
        value: *value,
        label,
        name,
    });
    let current = ctx.state.locate.flat_map;
    if let Some(flat) = button::choices(ui, t, Some(current), &views)
        && flat != current
    {
        wanted.push(LocateCommand::ShowFlatMap(flat));
    }
    for command in wanted {
        say(commands, command);
    }
}

/// Whether a tool is in hand, and whether it can do anything.
#[derive(Clone, Copy)]
struct ToolState {
    /// None for what is done once, and not switched on and off.
    on: Option<bool>,
    enabled: bool,
}

impl ToolState {
    fn switch(on: bool) -> Self {
        Self {
            on: Some(on),
            enabled: true,
        }
    }

    fn button(enabled: bool) -> Self {
        Self { on: None, enabled }
    }
}

/// A tool with its icon and a word; `name` is its accessible name and its tooltip.
fn tool(
    ui: &mut Ui,
    t: &Tokens,
    glyph: &str,
    label: &str,
    name: &str,
    state: ToolState,
) -> Response {
    let on = state.on == Some(true);
    let color = match (state.enabled, on) {
        (false, _) => t.color.faint,
        (true, true) => t.color.accent,
        (true, false) => t.color.text,
    };
    let glyph = text::line(ui, t, Kind::Icon, color, glyph, f32::INFINITY);
    let says = text::line(ui, t, Kind::Secondary, color, label, f32::INFINITY);
    let inside = glyph.size().x + t.space.unit + says.size().x;
    let size = vec2(inside + 2.0 * t.space.group, t.target());
    let sense = match state.enabled {
        true => Sense::click(),
        false => Sense::hover(),
    };
    let (rect, response) = ui.allocate_exact_size(size, sense);
    response.widget_info(|| match state.on {
        Some(on) => WidgetInfo::selected(WidgetType::Checkbox, state.enabled, on, name),
        None => WidgetInfo::labeled(WidgetType::Button, state.enabled, name),
    });
    if ui.is_rect_visible(rect) {
        let fill = button::ground(t, &response, on);
        let painter = ui.painter();
        painter.rect_filled(rect, t.small_corner(), fill);
        let middle = rect.center().y;
        let left = rect.left() + t.space.group;
        let after = left + glyph.size().x + t.space.unit;
        painter.galley(pos2(left, middle - glyph.size().y / 2.0), glyph, color);
        painter.galley(pos2(after, middle - says.size().y / 2.0), says, color);
        button::focus_ring(ui, t, &response, rect);
    }
    // Beside the panel: under a tool it would lie over the next row of them.
    let row = Rect::from_x_y_ranges(ui.max_rect().x_range(), rect.y_range());
    let response = tip::beside(&response, row, name);
    match state.enabled {
        true => response.on_hover_cursor(CursorIcon::PointingHand),
        false => response,
    }
}

/// Copying the painting, and what is kept.
fn kept(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    ui.spacing_mut().item_spacing.y = t.space.unit;
    if let Some(located) = ctx.located
        && ctx.state.locate.is_painted()
    {
        let copy = w.say("locate-copy");
        let clicked = button::words(ui, t, icon::COPY, &copy, Weight::Quiet);
        if tip::under(clicked, w.say("locate-copy-why")).clicked() {
            let pains: Vec<SavedPain> = (ctx.state.locate.pains.iter())
                .map(|pain| SavedPain {
                    name: pain.name.clone(),
                    strengths: pain.painting.strengths().to_vec(),
                })
                .collect();
            let text = write(&located.engine.skin, &pains);
            say(commands, LocateCommand::CopyPainting(text));
        }
    }
    records::state_line(ui, ctx);
    records::list_button(ui, ctx, commands);
}

/// Back to the warning signs, and beginning anew.
fn foot(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(t.space.unit, 2.0);
        let again = w.say("locate-questions-again");
        if button::words(ui, t, icon::LIST_CHECKS, &again, Weight::Quiet).clicked() {
            say(commands, LocateCommand::ReviewQuestions);
        }
        let start = w.say("locate-start-again");
        if button::words(ui, t, icon::ARROW_U_UP_LEFT, &start, Weight::Quiet).clicked() {
            say(commands, LocateCommand::StartAgain);
        }
    });
}
