//! Links: the view as a text, and a text as the view.

use super::{Effect, Outcome, select, structures::bodies};
use crate::{
    app::{
        link_error, modes,
        notices::{known, notify},
        state::{AppState, NoticeKind, SearchState, ViewSettings},
    },
    locale::{Key, Message},
    model::{
        catalog::Catalog,
        ids::StructureId,
        link::{Switch, ViewLink, ViewPreset},
    },
};
use std::collections::BTreeSet;

/// The link that opens this view. What is as at the start is left out, but for what everybody asks of a view.
pub fn of(state: &AppState, catalog: &Catalog) -> ViewLink {
    let view = &state.view;
    let start = ViewSettings::default();
    let switched = |on: bool, usual: bool| (on != usual).then(|| Switch::from(on));
    let mut link = ViewLink {
        select: state.selection.clone(),
        mode: None,
        depth: Some(view.depth),
        side: Some(view.side),
        view: view.preset,
        camera: view.camera,
        // The user's own colours are no part of a view; those that a link has brought are.
        theme: state.shown_theme,
        labels: switched(view.labels, start.labels),
        markers: switched(view.markers, start.markers),
        hidden: view.hidden.iter().cloned().collect(),
        ghosted: view.ghosted.iter().cloned().collect(),
        points: whole_muscles(&view.points_of, catalog),
        isolate: whole_muscles(&view.isolated, catalog),
        pains: Vec::new(),
    };
    modes::write_link(state, &mut link);
    link
}

/// Puts the view's link on the clipboard, and says so. One that nobody could open is not given out: that is said here, and what to
/// do instead.
pub fn copy(state: &mut AppState, catalog: &Catalog) -> Outcome {
    let link = of(state, catalog);
    match link.to_text() {
        Ok(text) => {
            notify(state, NoticeKind::Info, Key("notice-link-copied").into());
            Outcome::changed().and(Effect::CopyText(text))
        }
        Err(_) => {
            let unpainted = ViewLink {
                pains: Vec::new(),
                ..link
            };
            let too_much = match unpainted.to_text() {
                Ok(_) => "painting",
                Err(_) => "structures",
            };
            let says = Message::new(Key("notice-link-not-copied")).with("what", too_much);
            notify(state, NoticeKind::Warning, says).into()
        }
    }
}

/// The bodies by as few ids as can be: a muscle of which all parts are among them by its own.
fn whole_muscles(bodies: &BTreeSet<StructureId>, catalog: &Catalog) -> Vec<StructureId> {
    let id_of = |body: &StructureId| {
        let whole = catalog
            .part(&body.base)
            .map(|(muscle, _)| StructureId::new(&muscle.id, body.side));
        whole
            .filter(|whole| {
                catalog
                    .bodies_of(whole)
                    .iter()
                    .all(|part| bodies.contains(part))
            })
            .unwrap_or_else(|| body.clone())
    };
    let ids: BTreeSet<StructureId> = bodies.iter().map(id_of).collect();
    ids.into_iter().collect()
}

/// Opens a link, and shows exactly its view. A text that is none leaves everything as it is and says why; a name
/// in it that is not there is left out and said.
///
/// What the view does not show stays as it is: a painting, where the link leads to another mode; and the
/// preferences, as a link from somebody else is no wish of the user's.
pub fn open(state: &mut AppState, text: &str, catalog: &Catalog) -> Outcome {
    let link: ViewLink = match text.parse() {
        Ok(link) => link,
        Err(error) => {
            return notify(state, NoticeKind::Warning, link_error::message_of(&error)).into();
        }
    };
    // What is selected was not looked for, and the search would cover the view.
    state.search = SearchState::default();
    let is_on = |switch: Option<Switch>, usual: bool| switch.map_or(usual, |s| s == Switch::On);
    let start = ViewSettings::default();
    state.view = ViewSettings {
        markers: is_on(link.markers, start.markers),
        labels: is_on(link.labels, start.labels),
        ..start
    };
    state.shown_theme = link.theme;
    let selected = (link.select.clone()).filter(|item| known(state, item, catalog));
    let mode = modes::of_link(&link, selected.as_ref());
    let mut effects = select::select(state, selected, catalog).effects;
    modes::switch(state, mode, catalog);
    add(state, catalog, &link.points, |view| &mut view.points_of);
    add(state, catalog, &link.hidden, |view| &mut view.hidden);
    add(state, catalog, &link.ghosted, |view| &mut view.ghosted);
    add(state, catalog, &link.isolate, |view| &mut view.isolated);
    // What the link names wins over what selecting brings into sight.
    state.view.depth = link.depth.unwrap_or(state.view.depth);
    state.view.side = link.side.unwrap_or(state.view.side);
    // A view that the link names wins over the turn to what it selects.
    let preset = link.view.or(effects.is_empty().then_some(ViewPreset::Back));
    state.view.camera = link.camera;
    if let Some(pose) = link.camera {
        state.view.preset = None;
        effects = vec![Effect::LookFrom(pose)];
    } else if let Some(preset) = preset {
        state.view.preset = Some(preset);
        effects = vec![Effect::LookPreset(preset)];
    }
    modes::take_over(state, link);
    Outcome {
        changed: true,
        effects,
    }
}

/// Adds the bodies of a link's structures to one of the view's sets.
fn add(
    state: &mut AppState,
    catalog: &Catalog,
    ids: &[StructureId],
    set: fn(&mut ViewSettings) -> &mut BTreeSet<StructureId>,
) {
    for id in ids {
        let bodies = bodies(state, id, catalog);
        set(&mut state.view).extend(bodies);
    }
}
