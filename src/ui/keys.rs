//! The keyboard: one pure table from keys to commands, and the reading of a frame's keys.

use super::PanelContext;
use crate::{
    app::{
        commands::AppCommand,
        modes::locate::LocateCommand,
        state::{DEEPEST, Mode},
    },
    model::{
        facts::Section,
        ids::{Item, StructureId},
        link::ViewPreset,
    },
};
use egui::{Event, Key, Modifiers};

/// What a key asks for, outside of text fields. `None` where it asks for nothing.
#[must_use]
pub fn shortcut(key: Key, modifiers: Modifiers, ctx: &PanelContext) -> Option<AppCommand> {
    let state = ctx.state;
    if modifiers.command {
        if state.mode == Mode::Locate
            && let Some(command) = painting_step(key, modifiers)
        {
            return Some(AppCommand::Locate(command));
        }
        return (key == Key::K && !modifiers.alt && !modifiers.shift)
            .then_some(AppCommand::OpenSearch);
    }
    let reading = state.mode == Mode::Library;
    if modifiers.alt {
        return match key {
            Key::H if !reading => Some(AppCommand::ShowAll),
            Key::ArrowLeft => (!state.back.is_empty()).then_some(AppCommand::Back),
            Key::ArrowRight => (!state.forward.is_empty()).then_some(AppCommand::Forward),
            _ => None,
        };
    }
    if reading {
        return in_the_library(key, ctx);
    }
    let preset = |preset| Some(AppCommand::Look(preset));
    match key {
        Key::Num1 => preset(ViewPreset::Back),
        Key::Num2 => preset(ViewPreset::Front),
        Key::Num3 => preset(ViewPreset::Left),
        Key::Num4 => preset(ViewPreset::Right),
        Key::Num5 => preset(ViewPreset::Neck),
        Key::Num6 => preset(ViewPreset::ShoulderBlades),
        Key::Num7 => preset(ViewPreset::LowBack),
        Key::Num8 => preset(ViewPreset::Hips),
        Key::H => target(ctx).map(AppCommand::Hide),
        Key::I => target(ctx).map(AppCommand::Isolate),
        Key::G => target(ctx).map(AppCommand::Ghost),
        Key::F => state
            .selection
            .clone()
            .or_else(|| state.hover.clone())
            .filter(|item| !matches!(item, Item::Stretch(_) | Item::Method(_) | Item::Section(_)))
            .map(AppCommand::Frame),
        Key::L => Some(AppCommand::ShowLabels(!state.view.labels)),
        Key::Slash => Some(AppCommand::OpenSearch),
        Key::Escape if state.search.open => Some(AppCommand::CloseSearch),
        Key::Escape => state
            .selection
            .is_some()
            .then_some(AppCommand::Select(None)),
        Key::OpenBracket => {
            let shallower = (state.view.depth - 0.001).floor().max(0.0);
            (shallower < state.view.depth).then_some(AppCommand::SetDepth(shallower))
        }
        Key::CloseBracket => {
            let deeper = (state.view.depth + 0.001).ceil().min(DEEPEST);
            (deeper > state.view.depth).then_some(AppCommand::SetDepth(deeper))
        }
        _ => None,
    }
}

/// What a key asks for while the library is read; those that scroll are read by the page.
fn in_the_library(key: Key, ctx: &PanelContext) -> Option<AppCommand> {
    let state = ctx.state;
    let turned_to = |section: Option<&Section>| {
        let item = Item::Section(section?.id.clone());
        Some(AppCommand::Select(Some(item)))
    };
    let neighbours = || match &state.selection {
        Some(Item::Section(id)) => ctx.catalog.neighbours_of(id),
        _ => (None, None),
    };
    match key {
        Key::Slash => Some(AppCommand::OpenSearch),
        Key::Escape if state.search.open => Some(AppCommand::CloseSearch),
        Key::Escape => Some(AppCommand::SetMode(Mode::Explore)),
        Key::ArrowLeft => turned_to(neighbours().0),
        Key::ArrowRight => turned_to(neighbours().1),
        _ => None,
    }
}

/// Taking steps of the painting back, and doing them again.
fn painting_step(key: Key, modifiers: Modifiers) -> Option<LocateCommand> {
    match (key, modifiers.shift) {
        (Key::Z, false) => Some(LocateCommand::Undo),
        (Key::Z, true) | (Key::Y, false) => Some(LocateCommand::Redo),
        _ => None,
    }
}

/// The structure that a key without a name acts on: the selected one, the part a selected
/// point lies on, else the one under the pointer.
fn target(ctx: &PanelContext) -> Option<StructureId> {
    let structure = |item: &Item| match item {
        Item::Structure(id) => Some(id.clone()),
        Item::Point(id) => ctx
            .catalog
            .point(&id.code)
            .map(|(_, point)| StructureId::new(point.part.clone(), id.side)),
        _ => None,
    };
    let state = ctx.state;
    state
        .selection
        .as_ref()
        .and_then(structure)
        .or_else(|| state.hover.as_ref().and_then(structure))
}

/// The commands of the keys pressed in this frame.
pub(super) fn pressed(egui: &egui::Context, ctx: &PanelContext) -> Vec<AppCommand> {
    // A field takes every key; the search overlay reads its own; an open menu takes Escape.
    if ctx.state.search.open || egui.text_edit_focused() {
        return Vec::new();
    }
    let menu_open = egui.any_popup_open();
    // Where something has the keyboard, arrows go from one thing to the next.
    let focused = egui.memory(|memory| memory.focused().is_some());
    let moves_on = |key: Key| focused && matches!(key, Key::ArrowLeft | Key::ArrowRight);
    let closes_menu = |key: Key| menu_open && key == Key::Escape;
    egui.input(|input| {
        input
            .events
            .iter()
            .filter_map(|event| match event {
                Event::Key {
                    key,
                    pressed: true,
                    repeat: false,
                    modifiers,
                    ..
                } if !closes_menu(*key) && (modifiers.alt || !moves_on(*key)) => {
                    shortcut(*key, *modifiers, ctx)
                }
                _ => None,
            })
            .collect()
    })
}
