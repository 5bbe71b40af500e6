//! The switch between the modes, in the bar at the top: a tab for each, or a menu where there is no room for all.

use super::{
    PanelContext,
    tokens::Tokens,
    top_bar::menu_button_width,
    widgets::{
        button::{self, Choice, Weight},
        menu,
    },
};
use crate::{app::commands::AppCommand, locale::Words, model::link::Mode};
use egui::{Id, Rect, Ui, pos2, vec2};
use egui_phosphor::regular as icon;
use std::borrow::Cow;

/// Narrower bars have a menu, however short the names are: the search and the presets come first. Points after the
/// name of the program, at the design's text size.
const TABS_FIT: f32 = 1080.0;

/// Draws the switch. `beside` is the width that the rest of the bar needs at least, in points.
pub(super) fn mode_switcher_ui(
    ui: &mut Ui,
    ctx: &PanelContext,
    beside: f32,
    commands: &mut Vec<AppCommand>,
) {
    let current = *ctx.state.mode;
    let names: Vec<_> = (Mode::ALL.iter())
        .map(|mode| names(ctx.words, *mode))
        .collect();
    let tabs: Vec<Choice<'_, Mode>> = (Mode::ALL.iter().zip(&names))
        .map(|(mode, (label, name))| Choice {
            value: *mode,
            label,
            name,
        })
        .collect();
    let (clicked, places) = switch(ui, ctx.tokens, current, &tabs, beside);
    let place = tabs.iter().position(|tab| tab.value == Mode::Locate);
    if let Some(place) = place.and_then(|at| places.get(at)) {
        ui.data_mut(|data| data.insert_temp(locate_id(), *place));
    }
    if let Some(mode) = clicked
        && mode != current
    {
        commands.push(AppCommand::SetMode(mode));
    }
}

/// Where Locate was to be opened from when the switch was last drawn: its tab, or the menu that it is in.
pub(super) fn place_of_locate(ui: &Ui) -> Option<Rect> {
    ui.data(|data| data.get_temp(locate_id()))
}

fn locate_id() -> Id {
    Id::new("place of Locate")
}

/// Width in points of the switch as a menu, whatever mode is on.
pub(super) fn menu_width(ui: &Ui, ctx: &PanelContext) -> f32 {
    let widths = (Mode::ALL.iter()).map(|mode| {
        let (label, _) = names(ctx.words, *mode);
        menu_button_width(ui, ctx.tokens, &label)
    });
    widths.fold(0.0, f32::max)
}

/// What a mode is called on its tab, and what it is for.
fn names(w: &Words, mode: Mode) -> (Cow<'_, str>, Cow<'_, str>) {
    match mode {
        Mode::Explore => (w.say("mode-explore"), w.say("mode-explore-for")),
        Mode::Locate => (w.say("mode-locate"), w.say("mode-locate-for")),
        Mode::Library => (w.say("mode-library"), w.say("mode-library-for")),
    }
}

/// A switch between any things; gives the one clicked, and where each is chosen.
fn switch<T: Copy + PartialEq>(
    ui: &mut Ui,
    t: &Tokens,
    current: T,
    tabs: &[Choice<'_, T>],
    beside: f32,
) -> (Option<T>, Vec<Rect>) {
    let room = ui.available_width();
    let fits = button::choices_width(ui, t, tabs) + beside <= room;
    if fits && room >= t.grown(TABS_FIT) {
        let from = ui.available_rect_before_wrap();
        let places = (0..tabs.len()).map(|at| {
            let left = from.left() + button::choices_width(ui, t, &tabs[..at]);
            let size = vec2(button::choices_width(ui, t, &tabs[at..=at]), t.target());
            Rect::from_min_size(pos2(left, from.center().y - size.y / 2.0), size)
        });
        let places = places.collect();
        return (button::choices(ui, t, Some(current), tabs), places);
    }
    let label = (tabs.iter().find(|tab| tab.value == current)).map_or("", |tab| tab.label);
    // Where not even a word's beginning fits, the glyph stands for it.
    let button = match room < menu_button_width(ui, t, "") {
        true => button::icon(ui, t, icon::CARET_DOWN, label, false),
        false => button::words(ui, t, icon::CARET_DOWN, label, Weight::Quiet),
    };
    let mut clicked = None;
    menu::dropped_from(&button, t, |ui| {
        for tab in tabs {
            if menu::row(ui, t, tab.label, "", tab.name, tab.value == current) {
                clicked = Some(tab.value);
            }
        }
    });
    (clicked, vec![button.rect; tabs.len()])
}

#[cfg(test)]
mod tests;
