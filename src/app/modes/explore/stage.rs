//! What Explore shows: everything of the body, and the card of what is selected.

use crate::{
    app::{
        commands::AppCommand,
        modes::locate::stage::way_back,
        no_go::no_go_on_show,
        stage::{BodyOnStage, Keymap, Panels, PointerUse, Press, Stage, StatusLine},
        state::AppState,
    },
    locale::Key,
    model::{catalog::Catalog, ids::Item},
};

/// What is on show.
pub fn stage(state: &AppState, catalog: &Catalog) -> Stage {
    let selected = state.selection.is_some();
    Stage {
        body: body(state, catalog),
        pointer: PointerUse {
            press: Press::Selects,
            opens_menu: true,
            ..PointerUse::default()
        },
        panels: Panels::default(),
        status: StatusLine {
            by_mouse: by_mouse(state),
            by_fingers: vec![
                Key("keys-one-finger"),
                Key("keys-two-fingers"),
                Key("keys-press-long"),
            ],
            ..StatusLine::default()
        },
        keys: Keymap {
            escape: selected.then_some(AppCommand::Select(None)),
            ..Keymap::default()
        },
        way_back: way_back(&state.locate),
    }
}

/// The body with what is selected on it.
pub fn body(state: &AppState, catalog: &Catalog) -> BodyOnStage {
    let has_pattern = |item: &Item| matches!(item, Item::Point(_) | Item::Region(_));
    BodyOnStage {
        subject: state.selection.clone(),
        pattern: state.selection.clone().filter(has_pattern),
        no_go: no_go_on_show(state, catalog),
        markers: state.view.markers,
        labels: state.view.labels,
        ..BodyOnStage::default()
    }
}

fn by_mouse(state: &AppState) -> Vec<Key> {
    let mut keys = if state.selection.is_some() {
        vec![
            Key("keys-frame"),
            Key("keys-hide"),
            Key("keys-alone"),
            Key("keys-see-through"),
            Key("keys-close"),
        ]
    } else {
        vec![
            Key("keys-turn"),
            Key("keys-zoom"),
            Key("keys-peel"),
            Key("keys-views"),
        ]
    };
    let view = &state.view;
    let sets = [&view.hidden, &view.ghosted, &view.isolated, &view.points_of];
    if sets.iter().any(|set| !set.is_empty()) {
        keys.push(Key("keys-show-all"));
    }
    keys
}
