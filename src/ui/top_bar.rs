//! The bar at the top: name, search, ways of looking, sides, and what concerns the app itself.

use super::{
    PanelContext, mode_switcher, settings,
    tokens::{Kind, Tokens},
    widgets::{
        button::{self, Choice, Weight},
        menu, text,
    },
    words,
};
use crate::{
    app::{commands::AppCommand, stage::LeftPanel},
    locale::Words,
    model::link::{SideFilter, Theme, ViewPreset},
};
use egui::{
    Align, CursorIcon, Layout, Panel, Popup, PopupCloseBehavior, Rect, Sense, StrokeKind, Ui,
    WidgetInfo, WidgetType, pos2, vec2,
};
use egui_phosphor::regular as icon;
use std::borrow::Cow;

/// Least width of the search beside the presets as a row, in points at the design's text size.
const LEAST_SEARCH: f32 = 150.0;

/// Draws the bar; gives the place of the search button.
pub(super) fn top_bar_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) -> Rect {
    bar_ui(ui, ctx, commands, |ui, beside, commands| {
        mode_switcher::mode_switcher_ui(ui, ctx, beside, commands);
    })
}

/// The bar around a switch of modes, which is told how much room everything beside it needs, in points.
pub(super) fn bar_ui(
    ui: &mut Ui,
    ctx: &PanelContext,
    commands: &mut Vec<AppCommand>,
    switch: impl FnOnce(&mut Ui, f32, &mut Vec<AppCommand>),
) -> Rect {
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
                let panels = &ctx.stage.panels;
                let fold = match (panels.left, left_open) {
                    (LeftPanel::Layers, true) => w.say("top-fold-layers"),
                    (LeftPanel::Layers, false) => w.say("top-show-layers"),
                    (LeftPanel::Contents, true) => w.say("top-fold-contents"),
                    (LeftPanel::Contents, false) => w.say("top-show-contents"),
                };
                let glyph = match panels.left {
                    LeftPanel::Layers => icon::STACK,
                    LeftPanel::Contents => icon::LIST_BULLETS,
                };
                if button::icon(ui, t, glyph, &fold, left_open).clicked() {
                    commands.push(AppCommand::OpenLeftPanel(!left_open));
                }
                name(ui, t);
                let beside = width_beside_modes(ui, ctx);
                switch(ui, beside, commands);
                divider(ui, t);
                history(ui, ctx, commands);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    app_buttons(ui, ctx, commands);
                    divider(ui, t);
                    if panels.sides {
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

/// Width in points that the bar needs beside the modes, whatever mode is on: history, presets as a menu, sides, the
/// buttons at the right, and the search as its glyph alone.
fn width_beside_modes(ui: &Ui, ctx: &PanelContext) -> f32 {
    let (t, w) = (ctx.tokens, ctx.words);
    let icons = 2.0 + 4.0 + 1.0;
    let dividers = 3.0 * t.space.group;
    let sides = side_choices(w);
    let sides = sides.iter().map(|(_, label, _)| {
        (text::width(ui, t, Kind::Body, label) + 2.0 * t.space.group).max(t.target())
    });
    let gaps = 12.0 * t.space.unit + 3.0 * t.space.group;
    let presets = menu_button_width(ui, t, &w.say("top-view"));
    icons * t.target() + dividers + sides.sum::<f32>() + presets + gaps
}

/// Width in points of the button that drops the presets.
fn menu_button_width(ui: &Ui, t: &Tokens, label: &str) -> f32 {
    text::width(ui, t, Kind::Body, label) + t.grown(56.0)
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
        let back = ctx.stage.panels.history && !state.back.is_empty();
        let name = w.say("top-back");
        if button::icon_enabled(ui, t, icon::ARROW_LEFT, &name, false, back).clicked() {
            commands.push(AppCommand::Back);
        }
        let forward = ctx.stage.panels.history && !state.forward.is_empty();
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
    if ctx.stage.panels.right_fold
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
    let (glyph, name, other) = match state.theme() {
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

/// The sides that can be shown: what each is called, and what its button does.
fn side_choices(w: &Words) -> [(SideFilter, Cow<'_, str>, Cow<'_, str>); 3] {
    [
        (SideFilter::Left, w.say("side-show-left")),
        (SideFilter::Both, w.say("side-show-both")),
        (SideFilter::Right, w.say("side-show-right")),
    ]
    .map(|(side, name)| (side, words::side_filter(w, side), name))
}

fn sides(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    let sides = side_choices(w);
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
    let least_search = t.grown(LEAST_SEARCH);
    let as_row = row_width + least_search + 3.0 * t.space.group <= room;
    let view = w.say("top-view");
    let menu_width = menu_button_width(ui, t, &view);
    let presets_width = if as_row { row_width } else { menu_width };
    let search_width = (room - presets_width - 3.0 * t.space.group)
        .clamp(t.target(), t.grown(260.0))
        .floor();
    let search = search_field(ui, ctx, search_width, commands);
    ui.add_space(t.space.unit);
    if !ctx.stage.panels.presets {
        return search;
    }
    let current = ctx.state.view.preset;
    if as_row {
        if let Some(preset) = button::choices(ui, t, current, &presets) {
            commands.push(AppCommand::Look(preset));
        }
    } else {
        let cube = button::words(ui, t, icon::CUBE_FOCUS, &view, Weight::Quiet);
        menu::dropped_from(&cube, t, |ui| {
            for (preset, (label, name)) in words::PRESETS.iter().zip(&names) {
                let on = current == Some(preset.preset);
                if menu::row(ui, t, label, preset.key, name, on) {
                    commands.push(AppCommand::Look(preset.preset));
                }
            }
        });
    }
    search
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
