//! The keyboard: one pure table from keys to commands, and the reading of a frame's keys.

use super::{PanelContext, coach};
use crate::{
    app::{commands::AppCommand, state::DEEPEST},
    model::{
        ids::{Item, StructureId},
        link::ViewPreset,
    },
};
use egui::{Event, Key, Modifiers};

/// What a key asks for, outside of text fields. `None` where it asks for nothing: also where it would act on what
/// is not in sight, as the stage says.
#[must_use]
pub fn shortcut(key: Key, modifiers: Modifiers, ctx: &PanelContext) -> Option<AppCommand> {
    let (state, keys) = (ctx.state, &ctx.stage.keys);
    if modifiers.command {
        return match (key, modifiers.shift) {
            (Key::Z, false) => keys.undo.clone(),
            (Key::Z, true) | (Key::Y, false) => keys.redo.clone(),
            (Key::K, false) if !modifiers.alt => Some(AppCommand::OpenSearch),
            _ => None,
        };
    }
    if modifiers.alt {
        return match key {
            Key::H if keys.structures => Some(AppCommand::ShowAll),
            Key::ArrowLeft if state.history.can_go_back() => Some(AppCommand::Back),
            Key::ArrowRight if state.history.can_go_forward() => Some(AppCommand::Forward),
            _ => None,
        };
    }
    match key {
        Key::Slash => Some(AppCommand::OpenSearch),
        Key::Escape if state.search.open => Some(AppCommand::CloseSearch),
        Key::Escape if coach::is_shown(ctx) => Some(AppCommand::SkipCoachMarks),
        Key::Escape => keys.escape.clone(),
        Key::ArrowLeft => keys.previous.clone(),
        Key::ArrowRight => keys.next.clone(),
        _ => on_body(key, ctx),
    }
}

/// What a key does with the body.
fn on_body(key: Key, ctx: &PanelContext) -> Option<AppCommand> {
    let state = ctx.state;
    if let Some(preset) = preset_of(key) {
        return ctx.stage.keys.presets.then_some(AppCommand::Look(preset));
    }
    if key == Key::Home {
        return ctx.stage.keys.presets.then_some(AppCommand::LookWhole);
    }
    if !ctx.stage.keys.structures {
        return None;
    }
    match key {
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

/// The preset that a key turns to.
fn preset_of(key: Key) -> Option<ViewPreset> {
    Some(match key {
        Key::Num1 => ViewPreset::Back,
        Key::Num2 => ViewPreset::Front,
        Key::Num3 => ViewPreset::Left,
        Key::Num4 => ViewPreset::Right,
        Key::Num5 => ViewPreset::Neck,
        Key::Num6 => ViewPreset::ShoulderBlades,
        Key::Num7 => ViewPreset::LowBack,
        Key::Num8 => ViewPreset::Hips,
        _ => return None,
    })
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
    // A field takes every key; the search overlay reads its own; an open menu takes Escape, and so does the list
    // of what is kept.
    let records = &ctx.state.records;
    let listed = records.list_open || records.question.is_some();
    if ctx.state.search.open || listed || egui.text_edit_focused() {
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
