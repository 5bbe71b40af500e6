//! Selecting: what was selected before, and what is brought into view.

use super::{Effect, Outcome};
use crate::{
    app::{
        history::{self, Sight},
        lit::lit_by,
        modes,
        notices::known,
        state::{AppState, DEEPEST, SearchState, ViewSettings},
    },
    model::{
        catalog::Catalog,
        ids::{Item, StructureId},
        link::{Mode, SideFilter},
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
        state.selection = None;
        return Outcome::changed();
    };
    if !known(state, &item, catalog) {
        return Outcome::changed();
    }
    follow(state, &item);
    show(state, item, place, catalog)
}

/// Opens the card of an item, with the body turned to it, in the mode that has cards.
pub fn open_card(state: &mut AppState, item: Item, catalog: &Catalog) -> Outcome {
    if !known(state, &item, catalog) {
        return Outcome::changed();
    }
    state.search = SearchState::default();
    modes::follow(state, Some(&item), true);
    show(state, item, Place::Anywhere, catalog)
}

/// Goes to another mode. One that is about what was looked at there is seen again as it was left.
pub fn switch(state: &mut AppState, mode: Mode, catalog: &Catalog) -> Outcome {
    if !modes::switch(state, mode, catalog) {
        return Outcome::default();
    }
    let sight = modes::comes_back_to_its_sight(state)
        .then(|| state.history.last_sight_in(mode))
        .flatten();
    Outcome {
        changed: true,
        effects: sight
            .and_then(|sight| put(&sight, &mut state.view))
            .into_iter()
            .collect(),
    }
}

/// Goes back to the place before.
pub fn back(state: &mut AppState, catalog: &Catalog) -> Outcome {
    let now = place_of(state);
    match state.history.back_from(now) {
        Some(place) => come_to(state, place, catalog),
        None => Outcome::default(),
    }
}

/// Goes forward again.
pub fn forward(state: &mut AppState, catalog: &Catalog) -> Outcome {
    let now = place_of(state);
    match state.history.forward_from(now) {
        Some(place) => come_to(state, place, catalog),
        None => Outcome::default(),
    }
}

/// Goes back to where the user was last in a mode, or to the mode.
pub fn back_to(state: &mut AppState, mode: Mode, catalog: &Catalog) -> Outcome {
    let now = place_of(state);
    match state.history.back_to(mode, now) {
        Some(place) => come_to(state, place, catalog),
        None => switch(state, mode, catalog),
    }
}

/// Where the user is.
pub fn place_of(state: &AppState) -> history::Place {
    history::Place {
        mode: *state.mode,
        selection: state.selection.clone(),
        depth: state.view.depth,
        sight: Sight {
            preset: state.view.preset,
            camera: state.view.camera,
        },
    }
}

/// Looks from there; gives what turns the camera so.
fn put(sight: &Sight, view: &mut ViewSettings) -> Option<Effect> {
    (view.preset, view.camera) = (sight.preset, sight.camera);
    sight.effect()
}

/// Shows a place of the history as it was seen.
fn come_to(state: &mut AppState, place: history::Place, catalog: &Catalog) -> Outcome {
    state.search = SearchState::default();
    modes::come_back(state, place.mode, place.selection.as_ref());
    let mut outcome = match place.selection {
        Some(item) => show(state, item, Place::Anywhere, catalog),
        None => {
            state.selection = None;
            Outcome::changed()
        }
    };
    state.view.depth = place.depth;
    if let Some(effect) = put(&place.sight, &mut state.view) {
        outcome.effects = vec![effect];
    }
    outcome
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
        Item::Stretch(_) | Item::Method(_) | Item::Programme(_) => {
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
pub(super) fn reveal(
    state: &mut AppState,
    bodies: &[StructureId],
    catalog: &Catalog,
    uncover: bool,
) {
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
