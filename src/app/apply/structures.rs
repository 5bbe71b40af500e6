//! Hiding structures, showing them alone, and seeing through them.

use super::{Effect, Outcome, select::reveal};
use crate::{
    app::{
        notices::known,
        state::{AppState, ViewSettings},
    },
    model::{
        catalog::Catalog,
        ids::{Item, StructureId},
    },
};
use std::collections::BTreeSet;

/// Hides what an id stands for.
pub fn hide(state: &mut AppState, id: &StructureId, catalog: &Catalog) {
    let bodies = bodies(state, id, catalog);
    state.view.hidden.extend(bodies);
}

/// Shows it again, whole.
pub fn show(state: &mut AppState, id: &StructureId, catalog: &Catalog) {
    for body in bodies(state, id, catalog) {
        state.view.hidden.remove(&body);
        state.view.ghosted.remove(&body);
    }
}

/// Shows it alone, and turns to it; with the other side where that is alone already; done again, with everything.
pub fn isolate(state: &mut AppState, id: &StructureId, catalog: &Catalog) -> Outcome {
    let alone: BTreeSet<StructureId> = bodies(state, id, catalog).into_iter().collect();
    if alone.is_empty() {
        return Outcome::changed();
    }
    let mirrored: BTreeSet<StructureId> = alone
        .iter()
        .map(|body| StructureId::new(&body.base, body.side.opposite()))
        .collect();
    let isolated = &mut state.view.isolated;
    let both = isolated.is_superset(&alone)
        && isolated
            .iter()
            .all(|body| alone.contains(body) || mirrored.contains(body));
    if both {
        isolated.clear();
        return Outcome::changed();
    }
    state.view.hidden.retain(|hidden| !alone.contains(hidden));
    // The other side of what is alone already joins it.
    if *isolated == mirrored {
        isolated.extend(alone);
    } else {
        *isolated = alone;
    }
    let turned_to = isolated.iter().cloned().collect();
    state.view.preset = None;
    state.view.camera = None;
    Outcome::changed().and(Effect::TurnToBodies(turned_to))
}

/// Makes a shell of it; done again, it is solid.
pub fn ghost(state: &mut AppState, id: &StructureId, catalog: &Catalog) {
    let bodies = bodies(state, id, catalog);
    let all_ghosted = bodies.iter().all(|body| state.view.ghosted.contains(body));
    for body in bodies {
        if all_ghosted {
            state.view.ghosted.remove(&body);
        } else {
            state.view.hidden.remove(&body);
            state.view.ghosted.insert(body);
        }
    }
}

/// Shows only the trigger points of what the ids stand for, and brings that into sight; of none: those of all.
pub fn show_points_of(state: &mut AppState, ids: &[StructureId], catalog: &Catalog) {
    let mut wanted: Vec<StructureId> = Vec::new();
    for id in ids {
        wanted.extend(bodies(state, id, catalog));
    }
    if !wanted.is_empty() {
        wanted.sort_by_key(|body| catalog.part(&body.base).map(|(_, part)| part.depth));
        state.view.markers = true;
        // Under solid skin no point is seen; what only lies under other muscles shines through.
        let under_skin = state.view.depth < 0.5;
        reveal(state, &wanted, catalog, under_skin);
    }
    state.view.points_of = wanted.into_iter().collect();
}

/// Everything is shown again.
pub fn show_all(view: &mut ViewSettings) {
    view.points_of.clear();
    view.hidden.clear();
    view.ghosted.clear();
    view.isolated.clear();
}

/// The bodies that an id stands for: a muscle is its parts. None, and a notice, for an unknown one.
pub fn bodies(state: &mut AppState, id: &StructureId, catalog: &Catalog) -> Vec<StructureId> {
    if !known(state, &Item::Structure(id.clone()), catalog) {
        return Vec::new();
    }
    catalog.bodies_of(id)
}
