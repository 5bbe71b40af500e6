//! The bar at the top: name, search, ways of looking, sides, and what concerns the app itself. A window with no room
//! for all of it in one row has two; a phone has one with less in it.

mod phone;
mod search_field;
mod view_choices;

use super::{
    PanelContext, mode_switcher,
    screen::Screen,
    settings,
    tokens::{Kind, Tokens},
    widgets::{button, text},
};
use crate::{
    app::{commands::AppCommand, stage::LeftPanel},
    model::link::Theme,
};
use egui::{
    Align, Layout, Panel, Popup, PopupCloseBehavior, Rect, Sense, Ui, WidgetInfo, WidgetType, vec2,
};
use egui_phosphor::regular as icon;
use search_field::search_field;
pub(super) use view_choices::menu_button_width;

/// Least width of the search beside the presets as a row, in points at the design's text size.
const LEAST_SEARCH: f32 = 150.0;
/// Least width of the search in the second row beside menus with words, likewise.
const SEARCH_BESIDE_WORDS: f32 = 72.0;
/// Between the window's sides and what is in the bar, in points.
const SIDE_MARGIN: i8 = 8;

/// Draws the bar; gives the place of the search button.
pub(super) fn top_bar_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) -> Rect {
    let modes = mode_switcher::menu_width(ui, ctx);
    bar_ui(ui, ctx, modes, commands, |ui, beside, commands| {
        mode_switcher::mode_switcher_ui(ui, ctx, beside, commands);
    })
}

/// The bar around a switch of modes, which as a menu is `modes` wide and which is told how much room everything
/// beside it needs; both in points.
pub(super) fn bar_ui(
    ui: &mut Ui,
    ctx: &PanelContext,
    modes: f32,
    commands: &mut Vec<AppCommand>,
    switch: impl FnOnce(&mut Ui, f32, &mut Vec<AppCommand>),
) -> Rect {
    let t = ctx.tokens;
    let beside = width_beside_modes(ui, ctx);
    if Screen::of(ui.ctx()).is_phone() {
        return phone::bar_ui(ui, ctx, beside, commands, switch);
    }
    let one_row = name_width(ui, t) + modes + beside <= ui.available_width();
    let height = if one_row {
        t.grown(t.size.top_bar)
    } else {
        2.0 * row_height(t)
    };
    Panel::top("top bar")
        .exact_size(height)
        .frame(
            egui::Frame::new()
                .fill(t.color.panel)
                .inner_margin(egui::Margin::symmetric(SIDE_MARGIN, 0)),
        )
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(t.space.unit, 0.0);
            if one_row {
                in_one_row(ui, ctx, beside, commands, switch)
            } else {
                in_two_rows(ui, ctx, beside, commands, switch)
            }
        })
        .inner
}

fn in_one_row(
    ui: &mut Ui,
    ctx: &PanelContext,
    beside: f32,
    commands: &mut Vec<AppCommand>,
    switch: impl FnOnce(&mut Ui, f32, &mut Vec<AppCommand>),
) -> Rect {
    let t = ctx.tokens;
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        fold_of_left(ui, ctx, commands);
        name(ui, t);
        switch(ui, beside, commands);
        divider(ui, t);
        history(ui, ctx, commands);
        // Tab goes in the order of drawing, which is that of reading: what is at the right end is drawn last.
        let shows_sides = ctx.stage.panels.sides;
        let mut right = divider_width(t) + apps_width(ctx);
        if shows_sides {
            right += divider_width(t) + view_choices::sides_width(ui, ctx) + t.space.unit;
        }
        let room = vec2((ui.available_width() - right).max(t.target()), t.target());
        let row = Layout::left_to_right(Align::Center);
        let search = ui.allocate_ui_with_layout(room, row, |ui| {
            ui.set_min_size(room);
            search_and_presets(ui, ctx, commands)
        });
        if shows_sides {
            divider(ui, t);
            view_choices::sides(ui, ctx, commands);
        }
        divider(ui, t);
        app_buttons(ui, ctx, commands);
        search.inner
    })
    .inner
}

/// Above: the left panel, the modes and what concerns the app. Below: where one was, the search, and how the body is
/// looked at. Where there is no room for words, menus are their glyphs and the program's name is left out.
fn in_two_rows(
    ui: &mut Ui,
    ctx: &PanelContext,
    beside: f32,
    commands: &mut Vec<AppCommand>,
    switch: impl FnOnce(&mut Ui, f32, &mut Vec<AppCommand>),
) -> Rect {
    let t = ctx.tokens;
    let size = vec2(ui.available_width(), row_height(t));
    let row = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(size, row, |ui| {
        ui.set_min_size(size);
        let right = 4.0 * t.target() + t.space.unit;
        fold_of_left(ui, ctx, commands);
        let modes = mode_switcher::menu_width(ui, ctx);
        if name_width(ui, t) + t.space.unit + modes + right <= ui.available_width() {
            name(ui, t);
        }
        let room = vec2((ui.available_width() - right).max(t.target()), size.y);
        ui.allocate_ui_with_layout(room, row, |ui| {
            ui.set_min_size(room);
            switch(ui, beside, commands);
        });
        ui.add_space((ui.available_width() - apps_width(ctx)).max(0.0));
        app_buttons(ui, ctx, commands);
    });
    ui.allocate_ui_with_layout(size, row, |ui| {
        ui.set_min_size(size);
        let (sides, presets) = (ctx.stage.panels.sides, ctx.stage.panels.presets);
        history(ui, ctx, commands);
        let mut gaps = t.space.unit;
        let (mut as_words, mut as_glyphs) = (0.0, 0.0);
        if sides {
            as_words += view_choices::sides_menu_width(ui, ctx);
            as_glyphs += t.target();
            gaps += t.space.unit;
        }
        if presets {
            as_words += view_choices::presets_menu_width(ui, ctx);
            as_glyphs += t.target();
            gaps += t.space.unit;
        }
        let room = ui.available_width() - gaps;
        let words = as_words + t.grown(SEARCH_BESIDE_WORDS) <= room;
        let menus = if words { as_words } else { as_glyphs };
        let search = search_field(ui, ctx, (room - menus).max(t.target()).floor(), commands);
        if sides {
            view_choices::sides_menu(ui, ctx, words, commands);
        }
        if presets {
            view_choices::presets_menu(ui, ctx, words, commands);
        }
        search
    })
    .inner
}

/// Height in points of one of two rows.
fn row_height(t: &Tokens) -> f32 {
    t.target() + t.space.group
}

/// Opens and folds the panel at the left.
fn fold_of_left(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    let left = ctx.stage.panels.left;
    let open = ctx.state.left_panel_open;
    let fold = match (left, open) {
        (LeftPanel::Layers, true) => w.say("top-fold-layers"),
        (LeftPanel::Layers, false) => w.say("top-show-layers"),
        (LeftPanel::Painting, true) => w.say("top-fold-painting"),
        (LeftPanel::Painting, false) => w.say("top-show-painting"),
        (LeftPanel::Contents, true) => w.say("top-fold-contents"),
        (LeftPanel::Contents, false) => w.say("top-show-contents"),
    };
    let glyph = match left {
        LeftPanel::Layers => icon::STACK,
        LeftPanel::Painting => icon::PAINT_BRUSH,
        LeftPanel::Contents => icon::LIST_BULLETS,
    };
    if button::icon(ui, t, glyph, &fold, open).clicked() {
        commands.push(AppCommand::OpenLeftPanel(!open));
    }
}

/// Width in points of the program's name.
fn name_width(ui: &Ui, t: &Tokens) -> f32 {
    text::width(ui, t, Kind::Section, "myomap") + 2.0 * t.space.unit
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
    let t = ctx.tokens;
    let icons = 2.0 + 4.0 + 1.0;
    let dividers = 3.0 * t.space.group;
    let sides = view_choices::sides_width(ui, ctx);
    let gaps = 12.0 * t.space.unit + 3.0 * t.space.group;
    let presets = view_choices::presets_menu_width(ui, ctx);
    icons * t.target() + dividers + sides + presets + gaps
}

/// Width in points of a line between groups, with the gaps beside it.
fn divider_width(t: &Tokens) -> f32 {
    t.space.group + 2.0 * t.space.unit
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
        let back = state.history.can_go_back();
        let name = w.say("top-back");
        if button::icon_enabled(ui, t, icon::ARROW_LEFT, &name, false, back).clicked() {
            commands.push(AppCommand::Back);
        }
        let forward = state.history.can_go_forward();
        let name = w.say("top-forward");
        if button::icon_enabled(ui, t, icon::ARROW_RIGHT, &name, false, forward).clicked() {
            commands.push(AppCommand::Forward);
        }
    });
}

/// Width in points of [`app_buttons`].
fn apps_width(ctx: &PanelContext) -> f32 {
    let buttons = if ctx.stage.panels.right_fold {
        4.0
    } else {
        3.0
    };
    buttons * ctx.tokens.target()
}

/// At the right: link, theme, settings, card.
fn app_buttons(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    let state = ctx.state;
    ui.spacing_mut().item_spacing.x = 0.0;
    if button::icon(ui, t, icon::LINK, &w.say("top-copy-link"), false).clicked() {
        commands.push(AppCommand::CopyLink);
    }
    let (glyph, name, other) = match state.theme() {
        Theme::Light => (icon::MOON, w.say("top-dark-theme"), Theme::Dark),
        Theme::Dark => (icon::SUN, w.say("top-light-theme"), Theme::Light),
    };
    if button::icon(ui, t, glyph, &name, false).clicked() {
        commands.push(AppCommand::SetTheme(other));
    }
    let gear = button::icon(ui, t, icon::GEAR_SIX, &w.say("top-settings"), false);
    Popup::from_toggle_button_response(&gear)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .align(egui::RectAlign::BOTTOM_END)
        .gap(t.space.group)
        .frame(t.floating(t.space.section))
        .width(settings::width(ui, t))
        .show(|ui| settings::settings_ui(ui, ctx, commands));
    let shown = state.card_open;
    let fold = if shown {
        w.say("top-fold-card")
    } else {
        w.say("top-show-card")
    };
    if ctx.stage.panels.right_fold && button::icon(ui, t, icon::ARTICLE, &fold, shown).clicked() {
        commands.push(AppCommand::OpenCard(!shown));
    }
    ui.spacing_mut().item_spacing.x = t.space.unit;
}

/// What is left of a single row: the search, then the presets as a row or, where there is no
/// room for one, as a menu.
fn search_and_presets(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) -> Rect {
    let t = ctx.tokens;
    let room = ui.available_width();
    let row_width = view_choices::presets_width(ui, ctx);
    let least_search = t.grown(LEAST_SEARCH);
    let as_row = row_width + least_search + 3.0 * t.space.group <= room;
    let presets_width = match as_row {
        true => row_width,
        false => view_choices::presets_menu_width(ui, ctx),
    };
    let search_width = (room - presets_width - 3.0 * t.space.group)
        .clamp(t.target(), t.grown(260.0))
        .floor();
    let search = search_field(ui, ctx, search_width, commands);
    ui.add_space(t.space.unit);
    if !ctx.stage.panels.presets {
        return search;
    }
    match as_row {
        true => view_choices::presets(ui, ctx, commands),
        false => view_choices::presets_menu(ui, ctx, true, commands),
    }
    search
}
