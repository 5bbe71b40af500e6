//! Links: the view as a text, and a text as the view.

use super::{Effect, bodies_of, known, library, locate, notify, select};
use crate::{
    app::state::{AppState, Mode, NoticeKind, ViewSettings},
    locale::{Key, Says},
    model::{
        catalog::Catalog,
        ids::{Item, StructureId},
        link::{LinkError, ViewLink, ViewPreset},
    },
};

/// The link that opens this view.
pub fn of(state: &AppState, catalog: &Catalog) -> ViewLink {
    ViewLink {
        select: state.selection.clone(),
        depth: Some(state.view.depth),
        side: Some(state.view.side),
        view: state.view.preset,
        theme: Some(state.preferences.theme),
        hidden: state.view.hidden.iter().cloned().collect(),
        isolate: isolated(state, catalog),
        pains: match state.mode {
            Mode::Locate => locate::links_of(&state.locate),
            _ => Vec::new(),
        },
    }
}

/// The one id that stands for what is isolated: a body, or a muscle with all its parts.
fn isolated(state: &AppState, catalog: &Catalog) -> Option<StructureId> {
    let isolated = &state.view.isolated;
    let first = isolated.first()?;
    if isolated.len() == 1 {
        return Some(first.clone());
    }
    let (muscle, _) = catalog.part(&first.base)?;
    let whole = StructureId::new(&muscle.id, first.side);
    let bodies = bodies_of(&whole, catalog);
    (bodies
        .into_iter()
        .collect::<std::collections::BTreeSet<_>>()
        == *isolated)
        .then_some(whole)
}

/// Opens a link. A text that is none leaves everything as it is and says why; a name in it
/// that is not there is left out and said.
pub fn open(state: &mut AppState, text: &str, catalog: &Catalog) -> Vec<Effect> {
    let link: ViewLink = match text.parse() {
        Ok(link) => link,
        Err(error) => {
            notify(state, NoticeKind::Warning, said_of(error));
            return Vec::new();
        }
    };
    state.view = ViewSettings {
        side: link.side.unwrap_or_default(),
        markers: state.view.markers,
        labels: state.view.labels,
        ..ViewSettings::default()
    };
    if let Some(theme) = link.theme {
        // Shown so, but not kept: a link from somebody else is no wish of the user's.
        state.preferences.theme = theme;
    }
    if !link.pains.is_empty() {
        library::set_mode(state, Mode::Locate, catalog);
        locate::restore(state, link.pains);
    }
    let selected = link.select.filter(|item| known(state, item, catalog));
    let mut effects = select::select(state, selected, catalog);
    for id in link.hidden {
        if known(state, &Item::Structure(id.clone()), catalog) {
            state.view.hidden.extend(bodies_of(&id, catalog));
        }
    }
    if let Some(id) = link.isolate
        && known(state, &Item::Structure(id.clone()), catalog)
    {
        state.view.isolated = bodies_of(&id, catalog).into_iter().collect();
    }
    if let Some(depth) = link.depth {
        state.view.depth = depth;
    }
    // A view that the link names wins over the turn to what it selects.
    let preset = link.view.or(effects.is_empty().then_some(ViewPreset::Back));
    if let Some(preset) = preset {
        state.view.preset = Some(preset);
        effects = vec![Effect::LookPreset(preset)];
    }
    effects
}

fn said_of(error: LinkError) -> Says {
    match error {
        LinkError::TooLong => Key("notice-link-too-long").into(),
        LinkError::NoValue(piece) => Says::new(Key("notice-link-no-value")).with("piece", piece),
        LinkError::Value { key, value, why } => Says::new(Key("notice-link-value"))
            .with("key", key)
            .with("value", value)
            .with("why", why),
        LinkError::Twice(name) => Says::new(Key("notice-link-twice")).with("name", name),
    }
}
