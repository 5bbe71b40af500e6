//! Selecting: what was selected before, and what is brought into view.

use super::{Effect, bodies_of, close_search, known, side_of};
use crate::{
    app::{
        modes::library,
        state::{AppState, DEEPEST, Mode},
    },
    model::{
        catalog::Catalog,
        ids::{Item, StructureId},
        link::SideFilter,
        side::Side,
    },
};

/// Selections gone back to.
const LONGEST_HISTORY: usize = 100;

/// Selects an item, or nothing.
pub fn select(state: &mut AppState, item: Option<Item>, catalog: &Catalog) -> Vec<Effect> {
    let Some(item) = item else {
        remember(state);
        state.selection = None;
        if state.mode == Mode::Library {
            state.mode = Mode::Explore;
        }
        return Vec::new();
    };
    if !known(state, &item, catalog) {
        return Vec::new();
    }
    library::note_beneath(state);
    if state.selection.as_ref() != Some(&item) {
        remember(state);
    }
    show(state, item, catalog)
}

/// Goes back to what was selected before.
pub fn back(state: &mut AppState, catalog: &Catalog) -> Vec<Effect> {
    let Some(item) = state.back.pop() else {
        return Vec::new();
    };
    library::note_beneath(state);
    state.forward.extend(state.selection.take());
    show(state, item, catalog)
}

/// Goes forward again.
pub fn forward(state: &mut AppState, catalog: &Catalog) -> Vec<Effect> {
    let Some(item) = state.forward.pop() else {
        return Vec::new();
    };
    library::note_beneath(state);
    state.back.extend(state.selection.take());
    show(state, item, catalog)
}

/// Puts what is selected among what was selected before; nothing is selected then.
pub fn remember(state: &mut AppState) {
    if let Some(before) = state.selection.take() {
        state.back.push(before);
        state.forward.clear();
        if state.back.len() > LONGEST_HISTORY {
            state.back.remove(0);
        }
    }
}

fn show(state: &mut AppState, item: Item, catalog: &Catalog) -> Vec<Effect> {
    // What was found by searching may be anywhere; what was clicked is in sight already.
    let found = state.search.open;
    close_search(state);
    library::mode_for(state, &item);
    // What was searched for from Locate is wanted with its card.
    if found && state.mode == Mode::Locate {
        state.mode = Mode::Explore;
    }
    state.card_open |= state.mode != Mode::Library;
    let mut effects = Vec::new();
    match &item {
        Item::Point(id) => {
            if let Some((_, point)) = catalog.point(&id.code) {
                let part = StructureId::new(&point.part, id.side);
                reveal(state, &[part], catalog, true);
            }
            effects.push(Effect::TurnTo(item.clone()));
        }
        Item::Region(_) => effects.push(Effect::TurnTo(item.clone())),
        Item::Structure(id) => {
            reveal(state, &bodies_of(id, catalog), catalog, found);
            if found {
                effects.push(Effect::TurnTo(item.clone()));
            }
        }
        Item::Stretch(_) | Item::Method(_) | Item::Section(_) => {}
    }
    if !effects.is_empty() {
        state.view.preset = None;
        state.view.camera = None;
    }
    let other_side = matches!(
        (state.view.side, side_of(&item)),
        (SideFilter::Left, Side::Right) | (SideFilter::Right, Side::Left)
    );
    if other_side {
        state.view.side = SideFilter::Both;
    }
    state.selection = Some(item);
    effects
}

/// Brings structures into sight: nothing that hides them by name stays, and the peel goes to
/// their layer where they are peeled away or, with `uncover`, lie under others.
fn reveal(state: &mut AppState, bodies: &[StructureId], catalog: &Catalog, uncover: bool) {
    let view = &mut state.view;
    if !view.isolated.is_empty() && !bodies.iter().any(|body| view.isolated.contains(body)) {
        view.isolated.clear();
    }
    for body in bodies {
        view.hidden.remove(body);
    }
    let Some(layer) = bodies.first().map(|body| layer_of(&body.base, catalog)) else {
        return;
    };
    if is_peeled_away(layer, view.depth) || (uncover && is_covered(layer, view.depth)) {
        view.depth = layer;
    }
}

/// The stop of the depth slider at which a structure lies on top.
fn layer_of(base: &str, catalog: &Catalog) -> f32 {
    match catalog.part(base) {
        Some((_, part)) => f32::from(part.depth),
        None if catalog.bone(base).is_some() => DEEPEST,
        None => 0.0,
    }
}

/// A layer fades out between its own stop and the next; past half-way it counts as gone.
fn is_peeled_away(layer: f32, depth: f32) -> bool {
    layer < DEEPEST && depth > layer + 0.5
}

/// At the stop of the layer above, and before, that layer is whole and covers this one.
fn is_covered(layer: f32, depth: f32) -> bool {
    depth <= layer - 1.0
}
