//! How the body is looked at: the sides shown and the presets of the camera, each as a row or, where there is no room
//! for one, as a menu.

use crate::{
    app::commands::AppCommand,
    locale::Words,
    model::link::{SideFilter, ViewPreset},
    ui::{
        PanelContext,
        tokens::{Kind, Tokens},
        widgets::{
            button::{self, Choice, Weight},
            fold, menu, text,
        },
        words,
    },
};
use egui::{Align, Layout, Response, Ui, vec2};
use egui_phosphor::regular as icon;
use std::borrow::Cow;

/// Width in points of a button that drops a menu.
pub(in crate::ui) fn menu_button_width(ui: &Ui, t: &Tokens, label: &str) -> f32 {
    text::width(ui, t, Kind::Body, label) + t.grown(56.0)
}

/// A button that drops a menu, of its glyph alone where that is all there is room for.
fn menu_button(ui: &mut Ui, t: &Tokens, glyph: &str, label: &str, words: bool) -> Response {
    match words {
        true => button::words(ui, t, glyph, label, Weight::Quiet),
        false => button::icon(ui, t, glyph, label, false),
    }
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

fn choices<'a, T: Copy>(all: &'a [(T, Cow<'_, str>, Cow<'_, str>)]) -> Vec<Choice<'a, T>> {
    (all.iter())
        .map(|(value, label, name)| Choice {
            value: *value,
            label,
            name,
        })
        .collect()
}

/// Width in points of the row of sides.
pub(super) fn sides_width(ui: &Ui, ctx: &PanelContext) -> f32 {
    let sides = side_choices(ctx.words);
    button::choices_width(ui, ctx.tokens, &choices(&sides))
}

/// The sides as a row.
pub(super) fn sides(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let t = ctx.tokens;
    let sides = side_choices(ctx.words);
    let size = vec2(sides_width(ui, ctx), t.target());
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        let current = ctx.state.view.side;
        if let Some(chosen) = button::choices(ui, t, Some(current), &choices(&sides))
            && chosen != current
        {
            commands.push(AppCommand::SetSide(chosen));
        }
    });
}

/// The sides as a menu; its button says the one on show.
pub(super) fn sides_menu(
    ui: &mut Ui,
    ctx: &PanelContext,
    words: bool,
    commands: &mut Vec<AppCommand>,
) {
    let (t, w) = (ctx.tokens, ctx.words);
    let current = ctx.state.view.side;
    let shown = words::side_filter(w, current);
    let label = match words {
        true => shown,
        false => w.say_with("side-shown", &[("side", shown.as_ref().into())]),
    };
    let sides = menu_button(ui, t, icon::ARROWS_LEFT_RIGHT, &label, words);
    menu::dropped_from(&sides, t, |ui| {
        for (side, label, name) in side_choices(w) {
            if menu::row(ui, t, &label, "", &name, side == current) && side != current {
                commands.push(AppCommand::SetSide(side));
            }
        }
    });
}

/// What the widest button of [`sides_menu`] says.
pub(super) fn sides_menu_width(ui: &Ui, ctx: &PanelContext) -> f32 {
    let widths =
        side_choices(ctx.words).map(|(_, label, _)| menu_button_width(ui, ctx.tokens, &label));
    widths.into_iter().fold(0.0, f32::max)
}

/// The presets of the camera: which, what its button says, and what it does.
fn preset_choices(w: &Words) -> [(ViewPreset, Cow<'_, str>, Cow<'_, str>); words::PRESETS.len()] {
    words::PRESETS.map(|preset| {
        let look = w.key_with(preset.look, &[("key", preset.key.into())]);
        (preset.preset, w.key(preset.name), look)
    })
}

/// Width in points of the row of presets.
pub(super) fn presets_width(ui: &Ui, ctx: &PanelContext) -> f32 {
    let presets = preset_choices(ctx.words);
    button::choices_width(ui, ctx.tokens, &choices(&presets))
}

/// The presets as a row.
pub(super) fn presets(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let presets = preset_choices(ctx.words);
    if let Some(preset) = button::choices(ui, ctx.tokens, ctx.state.view.preset, &choices(&presets))
    {
        commands.push(AppCommand::Look(preset));
    }
}

/// Width in points of the button of [`presets_menu`].
pub(super) fn presets_menu_width(ui: &Ui, ctx: &PanelContext) -> f32 {
    menu_button_width(ui, ctx.tokens, &ctx.words.say("top-view"))
}

/// The presets as a menu.
pub(super) fn presets_menu(
    ui: &mut Ui,
    ctx: &PanelContext,
    words: bool,
    commands: &mut Vec<AppCommand>,
) {
    let t = ctx.tokens;
    let cube = menu_button(ui, t, icon::CUBE_FOCUS, &ctx.words.say("top-view"), words);
    menu::dropped_from(&cube, t, |ui| preset_rows(ui, ctx, commands));
}

fn preset_rows(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let t = ctx.tokens;
    for (known, (preset, label, name)) in words::PRESETS.iter().zip(preset_choices(ctx.words)) {
        let on = ctx.state.view.preset == Some(preset);
        // A phone has no such key.
        let key = if t.are_phones() { "" } else { known.key };
        if menu::row(ui, t, &label, key, &name, on) {
            commands.push(AppCommand::Look(preset));
        }
    }
}

/// Sides and presets in one menu, where there is room for one button.
pub(super) fn view_menu(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let t = ctx.tokens;
    let cube = menu_button(ui, t, icon::CUBE_FOCUS, &ctx.words.say("top-view"), false);
    menu::dropped_from(&cube, t, |ui| {
        let panels = &ctx.stage.panels;
        if panels.sides {
            sides(ui, ctx, commands);
        }
        if panels.sides && panels.presets {
            fold::rule(ui, t);
        }
        if panels.presets {
            preset_rows(ui, ctx, commands);
        }
    });
}
