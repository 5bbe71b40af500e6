//! What the library shows: its pages, over the whole of the body.

use crate::{
    app::{
        commands::AppCommand,
        modes::explore::stage::body,
        stage::{
            BodyOnStage, Idle, Keymap, LeftPanel, Panels, PointerUse, Press, Stage, StatusLine,
        },
        state::AppState,
    },
    model::{catalog::Catalog, facts::Section, ids::Item, link::Mode},
};

/// What is on show.
pub fn stage(state: &AppState, catalog: &Catalog) -> Stage {
    let neighbours = match &state.selection {
        Some(Item::Section(id)) => catalog.neighbours_of(id),
        _ => (None, None),
    };
    let turned_to = |section: &Section| {
        let item = Item::Section(section.id.clone());
        AppCommand::Select(Some(item))
    };
    Stage {
        // The body goes on beneath, so that it is there at once when the library is left.
        body: BodyOnStage {
            covered: true,
            ..body(state, catalog)
        },
        pointer: PointerUse {
            press: Press::Nothing,
            ..PointerUse::default()
        },
        panels: Panels {
            status_line: false,
            depth_bar: false,
            presets: false,
            sides: false,
            left: LeftPanel::Contents,
            right_fold: false,
            coach_marks: false,
        },
        status: StatusLine {
            idle: Idle::Nothing,
            ..StatusLine::default()
        },
        keys: Keymap {
            presets: false,
            structures: false,
            undo: None,
            redo: None,
            escape: Some(AppCommand::SetMode(Mode::Explore)),
            previous: neighbours.0.map(turned_to),
            next: neighbours.1.map(turned_to),
        },
        way_back: None,
    }
}
