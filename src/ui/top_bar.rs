//! The bar at the top: name, search, ways of looking, sides, and what concerns the app itself.

use super::{
    PanelContext, settings,
    tokens::{Kind, Tokens},
    widgets::{
        button::{self, Choice, Weight},
        text,
    },
    words,
};
use crate::{
    app::{commands::AppCommand, state::Mode},
    model::link::{SideFilter, Theme, ViewPreset},
};
use egui::{
    Align, CursorIcon, Layout, Panel, Popup, PopupCloseBehavior, Rect, Sense, StrokeKind, Ui,
    WidgetInfo, WidgetType, pos2, vec2,
};
use egui_phosphor::regular as icon;

/// Least width after the name at which the modes have room as tabs beside everything else, in
/// points at the design's text size.
const TABS_FIT: f32 = 1080.0;

/// Draws the bar; gives the place of the search button.
pub(super) fn top_bar_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) -> Rect {
    let (t, w) = (ctx.tokens, ctx.words);
    Panel::top("top bar")
        .exact_size(t.grown(t.size.top_bar))
        .frame(
            egui::Frame::new()
                .fill(t.color.panel)
                .inner_margin(egui::Margin::symmetric(8, 0)),
        )
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.x = t.space.unit;
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let left_open = ctx.state.left_panel_open;
                let reading = ctx.state.mode == Mode::Library;
                let fold = match (reading, left_open) {
                    (false, true) => w.say("top-fold-layers"),
                    (false, false) => w.say("top-show-layers"),
                    (true, true) => w.say("top-fold-contents"),
                    (true, false) => w.say("top-show-contents"),
                };
                let glyph = if reading {
                    icon::LIST_BULLETS
                } else {
                    icon::STACK
                };
                if button::icon(ui, t, glyph, &fold, left_open).clicked() {
                    commands.push(AppCommand::OpenLeftPanel(!left_open));
                }
                name(ui, t);
                modes(ui, ctx, commands);
                history(ui, ctx, commands);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    app_buttons(ui, ctx, commands);
                    divider(ui, t);
                    if !reading {
                        sides(ui, ctx, commands);
                        divider(ui, t);
                    }
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        search_and_presets(ui, ctx, commands)
                    })
                    .inner
                })
                .inner
            })
            .inner
        })
        .inner
}

fn name(ui: &mut Ui, t: &Tokens) {
    let galley = text::line(ui, t, Kind::Section, t.color.text, "myomap", f32::INFINITY);
    let size = vec2(galley.size().x + 2.0 * t.space.unit, t.target());
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, "myomap"));
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, t.color.text);
}

/// A tab for each mode; a menu of them where the bar is narrow. Nothing while there is only one.
fn modes(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let t = ctx.tokens;
    if Mode::ALL.len() < 2 {
        return;
    }
    let w = ctx.words;
    let current = ctx.state.mode;
    let names: Vec<_> = Mode::ALL
        .iter()
        .map(|mode| (words::mode(w, *mode), words::mode_purpose(w, *mode)))
        .collect();
    let tabs: Vec<Choice<'_, Mode>> = Mode::ALL
        .iter()
        .zip(&names)
        .map(|(mode, (label, name))| Choice {
            value: *mode,
            label,
            name,
        })
        .collect();
    if ui.available_width() >= t.grown(TABS_FIT) {
        if let Some(mode) = button::choices(ui, t, Some(current), &tabs)
            && mode != current
        {
            commands.push(AppCommand::SetMode(mode));
        }
    } else {
        let label = words::mode(w, current);
        let menu = button::words(ui, t, icon::CARET_DOWN, &label, Weight::Quiet);
        Popup::from_toggle_button_response(&menu)
            .gap(t.space.group)
            .frame(t.floating(t.space.group))
            .width(t.grown(180.0))
            .show(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for tab in &tabs {
                    if menu_row(ui, t, tab.label, "", tab.name, tab.value == current) {
                        commands.push(AppCommand::SetMode(tab.value));
                    }
                }
            });
    }
    divider(ui, t);
}

fn divider(ui: &mut Ui, t: &Tokens) {
    let (rect, _) = ui.allocate_exact_size(vec2(t.space.group, t.target()), Sense::hover());
    ui.painter().vline(
        rect.center().x,
        rect.shrink2(vec2(0.0, 6.0)).y_range(),
        t.hairline(),
    );
}

fn history(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    let state = ctx.state;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let back = !state.back.is_empty();
        let name = w.say("top-back");
        if button::icon_enabled(ui, t, icon::ARROW_LEFT, &name, false, back).clicked() {
            commands.push(AppCommand::Back);
        }
        let forward = !state.forward.is_empty();
        let name = w.say("top-forward");
        if button::icon_enabled(ui, t, icon::ARROW_RIGHT, &name, false, forward).clicked() {
            commands.push(AppCommand::Forward);
        }
    });
}

/// At the right, from the right: card, settings, theme, link.
fn app_buttons(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    let state = ctx.state;
    ui.spacing_mut().item_spacing.x = 0.0;
    let fold = if state.card_open {
        w.say("top-fold-card")
    } else {
        w.say("top-show-card")
    };
    // Pages of the library have no card beside them.
    if state.mode != Mode::Library
        && button::icon(ui, t, icon::ARTICLE, &fold, state.card_open).clicked()
    {
        commands.push(AppCommand::OpenCard(!state.card_open));
    }
    let gear = button::icon(ui, t, icon::GEAR_SIX, &w.say("top-settings"), false);
    Popup::from_toggle_button_response(&gear)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .align(egui::RectAlign::BOTTOM_END)
        .gap(t.space.group)
        .frame(t.floating(t.space.section))
        .width(t.grown(settings::WIDTH))
        .show(|ui| settings::settings_ui(ui, ctx, commands));
    let (glyph, name, other) = match state.preferences.theme {
        Theme::Light => (icon::MOON, w.say("top-dark-theme"), Theme::Dark),
        Theme::Dark => (icon::SUN, w.say("top-light-theme"), Theme::Light),
    };
    if button::icon(ui, t, glyph, &name, false).clicked() {
        commands.push(AppCommand::SetTheme(other));
    }
    if button::icon(ui, t, icon::LINK, &w.say("top-copy-link"), false).clicked() {
        commands.push(AppCommand::CopyLink);
    }
    ui.spacing_mut().item_spacing.x = t.space.unit;
}

fn sides(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    let sides = [
        (SideFilter::Left, w.say("side-show-left")),
        (SideFilter::Both, w.say("side-show-both")),
        (SideFilter::Right, w.say("side-show-right")),
    ]
    .map(|(side, name)| (side, words::side_filter(w, side), name));
    let all = sides.each_ref().map(|(value, label, name)| Choice {
        value: *value,
        label,
        name,
    });
    let width = button::choices_width(ui, t, &all);
    let size = vec2(width, t.target());
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        let current = ctx.state.view.side;
        if let Some(chosen) = button::choices(ui, t, Some(current), &all)
            && chosen != current
        {
            commands.push(AppCommand::SetSide(chosen));
        }
    });
}

/// What is left of the bar: the search, then the presets as a row or, where there is no
/// room for one, as a menu.
fn search_and_presets(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) -> Rect {
    let (t, w) = (ctx.tokens, ctx.words);
    let names = words::PRESETS.map(|preset| {
        let look = w.key_with(preset.look, &[("key", preset.key.into())]);
        (w.key(preset.name), look)
    });
    let presets: Vec<Choice<'_, ViewPreset>> = words::PRESETS
        .iter()
        .zip(&names)
        .map(|(preset, (label, name))| Choice {
            value: preset.preset,
            label,
            name,
        })
        .collect();
    let row_width = button::choices_width(ui, t, &presets);
    let room = ui.available_width();
    let least_search = t.grown(150.0);
    let as_row = row_width + least_search + 3.0 * t.space.group <= room;
    let view = w.say("top-view");
    let menu_width = text::width(ui, t, Kind::Body, &view) + t.grown(56.0);
    let presets_width = if as_row { row_width } else { menu_width };
    let search_width = (room - presets_width - 3.0 * t.space.group)
        .clamp(t.target(), t.grown(260.0))
        .floor();
    let search = search_field(ui, ctx, search_width, commands);
    ui.add_space(t.space.unit);
    if ctx.state.mode == Mode::Library {
        return search;
    }
    let current = ctx.state.view.preset;
    if as_row {
        if let Some(preset) = button::choices(ui, t, current, &presets) {
            commands.push(AppCommand::Look(preset));
        }
    } else {
        let menu = button::words(ui, t, icon::CUBE_FOCUS, &view, Weight::Quiet);
        Popup::from_toggle_button_response(&menu)
            .gap(t.space.group)
            .frame(t.floating(t.space.group))
            .width(t.grown(180.0))
            .show(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (preset, (label, name)) in words::PRESETS.iter().zip(&names) {
                    let on = current == Some(preset.preset);
                    if menu_row(ui, t, label, preset.key, name, on) {
                        commands.push(AppCommand::Look(preset.preset));
                    }
                }
            });
    }
    search
}

/// A row of a menu with its key at the right; true when clicked.
pub(super) fn menu_row(
    ui: &mut Ui,
    t: &Tokens,
    label: &str,
    key: &str,
    name: &str,
    on: bool,
) -> bool {
    let size = vec2(ui.available_width(), t.target());
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, on, name));
    if ui.is_rect_visible(rect) {
        ui.painter()
            .rect_filled(rect, t.small_corner(), button::ground(t, &response, on));
        let pad = t.space.group;
        let key = text::line(ui, t, Kind::Caption, t.color.secondary, key, rect.width());
        let color = if on { t.color.accent } else { t.color.text };
        let room = rect.width() - key.size().x - 3.0 * pad;
        let label = text::line(ui, t, Kind::Body, color, label, room);
        let middle = rect.center().y;
        ui.painter().galley(
            pos2(rect.left() + pad, middle - label.size().y / 2.0),
            label,
            color,
        );
        ui.painter().galley(
            pos2(
                rect.right() - pad - key.size().x,
                middle - key.size().y / 2.0,
            ),
            key,
            t.color.secondary,
        );
        button::focus_ring(ui, t, &response, rect);
    }
    let clicked = response.on_hover_cursor(CursorIcon::PointingHand).clicked();
    if clicked {
        ui.close();
    }
    clicked
}

fn search_field(
    ui: &mut Ui,
    ctx: &PanelContext,
    width: f32,
    commands: &mut Vec<AppCommand>,
) -> Rect {
    let (t, w) = (ctx.tokens, ctx.words);
    let (rect, response) = ui.allocate_exact_size(vec2(width, t.target()), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, w.say("top-search-key")));
    let fill = if response.hovered() {
        t.color.hover
    } else {
        t.color.raised
    };
    let painter = ui.painter();
    painter.rect_filled(rect, t.small_corner(), fill);
    painter.rect_stroke(rect, t.small_corner(), t.hairline(), StrokeKind::Inside);
    let pad = t.space.group;
    let glyph = text::line(
        ui,
        t,
        Kind::Icon,
        t.color.secondary,
        icon::MAGNIFYING_GLASS,
        f32::INFINITY,
    );
    let middle = rect.center().y;
    let text_left = rect.left() + pad + glyph.size().x + t.space.unit;
    painter.galley(
        pos2(rect.left() + pad * 0.75, middle - glyph.size().y / 2.0),
        glyph,
        t.color.secondary,
    );
    let key = text::line(ui, t, Kind::Caption, t.color.secondary, "Ctrl K", width);
    let mut room = rect.right() - pad - text_left;
    if room > key.size().x + t.grown(64.0) {
        let at = pos2(
            rect.right() - pad - key.size().x,
            middle - key.size().y / 2.0,
        );
        room -= key.size().x + pad;
        painter.galley(at, key, t.color.secondary);
    }
    if room > t.grown(40.0) {
        let says = text::line(
            ui,
            t,
            Kind::Body,
            t.color.secondary,
            &w.say("top-search"),
            room,
        );
        let at = pos2(text_left, middle - says.size().y / 2.0);
        painter.galley(at, says, t.color.secondary);
    }
    button::focus_ring(ui, t, &response, rect);
    if response.on_hover_cursor(CursorIcon::Text).clicked() {
        commands.push(AppCommand::OpenSearch);
    }
    rect
}
