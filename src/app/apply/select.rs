//! Selecting: what was selected before, and what is brought into view.

use super::{Effect, Outcome};
use crate::{
    app::{
        history::remember,
        lit::lit_by,
        modes,
        notices::known,
        state::{AppState, DEEPEST, SearchState},
    },
    model::{
        catalog::Catalog,
        ids::{Item, StructureId},
        link::SideFilter,
    },
};

/// Selects an item, or nothing, and brings it into sight, wherever it was chosen.
pub fn select(state: &mut AppState, item: Option<Item>, catalog: &Catalog) -> Outcome {
    choose(state, item, Place::Anywhere, catalog)
}

/// Selects what was clicked on the body, or nothing.
pub fn pick(state: &mut AppState, item: Option<Item>, catalog: &Catalog) -> Outcome {
    choose(state, item, Place::InSight, catalog)
}

fn choose(state: &mut AppState, item: Option<Item>, place: Place, catalog: &Catalog) -> Outcome {
    let Some(item) = item else {
        modes::follow(state, None, false);
        remember(state);
        return Outcome::changed();
    };
    if !known(state, &item, catalog) {
        return Outcome::changed();
    }
    follow(state, &item);
    if state.selection.as_ref() != Some(&item) {
        remember(state);
    }
    show(state, item, place, catalog)
}

/// Goes back to what was selected before.
pub fn back(state: &mut AppState, catalog: &Catalog) -> Outcome {
    let Some(item) = state.back.pop() else {
        return Outcome::default();
    };
    follow(state, &item);
    state.forward.extend(state.selection.take());
    show(state, item, Place::Anywhere, catalog)
}

/// Goes forward again.
pub fn forward(state: &mut AppState, catalog: &Catalog) -> Outcome {
    let Some(item) = state.forward.pop() else {
        return Outcome::default();
    };
    follow(state, &item);
    state.back.extend(state.selection.take());
    show(state, item, Place::Anywhere, catalog)
}

/// Goes to the mode that shows an item, and closes the search.
fn follow(state: &mut AppState, item: &Item) {
    let found = state.search.open;
    state.search = SearchState::default();
    modes::follow(state, Some(item), found);
}

/// Where what is selected is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Before the user's eyes, where it was clicked.
    InSight,
    /// Under others, on the other side or out of the picture: it was chosen by its name.
    Anywhere,
}

/// Selects an item, and brings it into sight.
fn show(state: &mut AppState, item: Item, place: Place, catalog: &Catalog) -> Outcome {
    let found = place == Place::Anywhere;
    state.card_open |= modes::has_card(*state.mode);
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
            reveal(state, &catalog.bodies_of(id), catalog, found);
            if found {
                effects.push(Effect::TurnTo(item.clone()));
            }
        }
        // Its muscles, where they are lit.
        Item::Stretch(_) | Item::Method(_) => {
            let lit = lit_by(&item, catalog);
            if let Some(deepest) = deepest_layer(&lit, catalog) {
                state.view.depth = deepest;
                state.view.isolated.clear();
                state.view.hidden.retain(|hidden| !lit.contains(hidden));
                effects.push(Effect::TurnToBodies(lit));
            }
        }
        Item::Section(_) => {}
    }
    if !effects.is_empty() {
        state.view.preset = None;
        state.view.camera = None;
    }
    if !state.view.side.shows(item.side()) {
        state.view.side = SideFilter::Both;
    }
    state.selection = Some(item);
    Outcome {
        changed: true,
        effects,
    }
}

/// The innermost of the layers of some structures: there none of them lies under others.
fn deepest_layer(bodies: &[StructureId], catalog: &Catalog) -> Option<f32> {
    let layers = bodies.iter().map(|body| layer_of(&body.base, catalog));
    layers.reduce(f32::max)
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
