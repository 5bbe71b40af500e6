//! The keyboard: one pure table from keys to commands, and the reading of a frame's keys.
//!
//! Which key is meant on another country's keyboard is found in [`layout`], what moves the camera in `camera`.
//! Not here: what Tab goes to and how it is seen (`ui::focus`).

mod camera;
pub mod layout;

use super::{PanelContext, coach, focus};
use crate::{
    app::{commands::AppCommand, state::DEEPEST},
    model::ids::{Item, StructureId},
};
use egui::{Event, Key, Modifiers};
use layout::Press;

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
        Key::ArrowLeft if keys.previous.is_some() => keys.previous.clone(),
        Key::ArrowRight if keys.next.is_some() => keys.next.clone(),
        _ if keys.presets => camera::command(key, modifiers).or_else(|| on_body(key, ctx)),
        _ => on_body(key, ctx),
    }
}

/// What a key does with the body.
fn on_body(key: Key, ctx: &PanelContext) -> Option<AppCommand> {
    let state = ctx.state;
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
            .filter(|item| item.is_on_body())
            .map(AppCommand::Frame),
        Key::L => Some(AppCommand::ShowLabels(!state.view.labels)),
        Key::OpenBracket | Key::PageUp => {
            let shallower = (state.view.depth - 0.001).floor().max(0.0);
            (shallower < state.view.depth).then_some(AppCommand::SetDepth(shallower))
        }
        Key::CloseBracket | Key::PageDown => {
            let deeper = (state.view.depth + 0.001).ceil().min(DEEPEST);
            (deeper > state.view.depth).then_some(AppCommand::SetDepth(deeper))
        }
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
    // A field takes every key; the search overlay reads its own; an open menu takes Escape, and so does the list
    // of what is kept.
    let records = &ctx.state.records;
    let listed = records.list_open || records.question.is_some();
    if ctx.state.search.open || listed || egui.text_edit_focused() {
        return Vec::new();
    }
    let menu_open = focus::menu_was_open(egui);
    // Where something has the keyboard, arrows go from one thing to the next or change what has it.
    let focused = egui.memory(|memory| memory.focused().is_some());
    egui.input(|input| {
        let presses = input.events.iter().filter_map(|event| match event {
            Event::Key {
                key,
                physical_key,
                pressed: true,
                repeat,
                modifiers,
            } => {
                let press = Press {
                    key: *key,
                    physical_key: *physical_key,
                    modifiers: *modifiers,
                };
                press.meant().map(|meant| (meant, *repeat))
            }
            _ => None,
        });
        presses
            .filter(|((key, modifiers), repeat)| {
                let taken = (menu_open && *key == Key::Escape)
                    || (focused && is_arrow(*key) && !modifiers.alt);
                // Held down, a key goes on moving the camera, and does nothing else twice.
                !taken && (!repeat || camera::command(*key, *modifiers).is_some())
            })
            .filter_map(|((key, modifiers), _)| shortcut(key, modifiers, ctx))
            .collect()
    })
}

fn is_arrow(key: Key) -> bool {
    matches!(
        key,
        Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown
    )
}
