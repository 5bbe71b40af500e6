//! The one place where a command changes the state.
//!
//! Pure: state in, state out, with the list of what has to be done outside of the state
//! (turn the camera, fill the clipboard). What a link does is in `link`, what a selection
//! does in `select`.

mod link;
pub(super) mod select;
#[cfg(test)]
mod tests;

pub use link::of as view_link;

use super::{
    commands::AppCommand,
    modes::{library, locate},
    state::{AppState, DEEPEST, Notice, NoticeKind},
};
use crate::{
    locale::{self, Key, Message},
    model::{
        catalog::Catalog,
        ids::{Item, StructureId},
        link::ViewPreset,
        pose::CameraPose,
        side::Side,
    },
};
use std::collections::BTreeSet;

/// Notices on show at once; the oldest goes first.
const MOST_NOTICES: usize = 8;
/// Longest text taken into the search field, in characters.
const LONGEST_QUERY: usize = 200;
/// The last coach mark.
const LAST_COACH_MARK: u8 = 2;
/// Smallest and largest text, as a factor of the design's.
const TEXT_SCALES: (f32, f32) = (0.8, 2.0);

/// Something to be done outside of the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Turn the camera so that an item and what belongs to it are in view.
    TurnTo(Item),
    /// Turn the camera to a preset.
    LookPreset(ViewPreset),
    /// Turn the camera to a place of its own.
    LookFrom(CameraPose),
    /// Put a text on the clipboard.
    CopyText(String),
    /// Keep the preferences for the next start.
    SavePreferences,
    /// Put the keyboard into the search field.
    FocusSearch,
}

/// Changes the state as the command asks; gives what has to be done besides.
///
/// A command that names something unknown changes nothing but adds a notice.
pub fn apply(state: &mut AppState, command: AppCommand, catalog: &Catalog) -> Vec<Effect> {
    if leaves_menu(&command) {
        state.menu = None;
    }
    match command {
        AppCommand::SetMode(mode) => return library::set_mode(state, mode, catalog),
        AppCommand::Select(item) => return select::select(state, item, catalog),
        AppCommand::Back => return select::back(state, catalog),
        AppCommand::Forward => return select::forward(state, catalog),
        AppCommand::Hover(item) => state.hover = item,
        AppCommand::OpenMenu(menu) => {
            state.menu = known(state, &menu.item, catalog).then_some(menu);
        }
        AppCommand::CloseMenu => state.menu = None,
        // NaN would be compared with every layer and show none.
        AppCommand::SetDepth(depth) if depth.is_nan() => {}
        AppCommand::SetDepth(depth) => state.view.depth = depth.clamp(0.0, DEEPEST),
        AppCommand::SetSide(side) => state.view.side = side,
        AppCommand::Look(preset) => {
            state.view.preset = Some(preset);
            state.view.camera = None;
            return vec![Effect::LookPreset(preset)];
        }
        AppCommand::RestCamera(pose) => {
            state.view.preset = None;
            state.view.camera = Some(pose);
        }
        AppCommand::Frame(item) => {
            if !known(state, &item, catalog) {
                return Vec::new();
            }
            state.view.preset = None;
            state.view.camera = None;
            return vec![Effect::TurnTo(item)];
        }
        AppCommand::Hide(id) => {
            for body in bodies(state, &id, catalog) {
                state.view.hidden.insert(body);
            }
        }
        AppCommand::Show(id) => {
            for body in bodies(state, &id, catalog) {
                state.view.hidden.remove(&body);
                state.view.ghosted.remove(&body);
            }
        }
        AppCommand::Isolate(id) => isolate(state, &id, catalog),
        AppCommand::Ghost(id) => ghost(state, &id, catalog),
        AppCommand::ShowAll => {
            state.view.hidden.clear();
            state.view.ghosted.clear();
            state.view.isolated.clear();
        }
        AppCommand::ShowMarkers(shown) => state.view.markers = shown,
        AppCommand::ShowLabels(shown) => state.view.labels = shown,
        AppCommand::OpenSearch => {
            state.search.open = true;
            return vec![Effect::FocusSearch];
        }
        AppCommand::CloseSearch => close_search(state),
        AppCommand::SetQuery(query) => {
            state.search.open = true;
            state.search.query = query.chars().take(LONGEST_QUERY).collect();
        }
        AppCommand::OpenLeftPanel(open) => state.left_panel_open = open,
        AppCommand::OpenCard(open) => state.card_open = open,
        AppCommand::DismissNotice(id) => state.notices.retain(|notice| notice.id != id),
        AppCommand::CopyLink => {
            return link::copy(state, catalog);
        }
        AppCommand::OpenLink(text) => return link::open(state, &text, catalog),
        AppCommand::Locate(command) => return locate::apply(state, command, catalog),
        AppCommand::SetTheme(_)
        | AppCommand::SetTextScale(_)
        | AppCommand::SetReducedMotion(_)
        | AppCommand::SetPainPalette(_)
        | AppCommand::SetLanguage(_)
        | AppCommand::NextCoachMark
        | AppCommand::SkipCoachMarks => return prefer(state, &command),
    }
    Vec::new()
}

/// True for what puts something else before the user than what the menu over the body was opened on.
fn leaves_menu(command: &AppCommand) -> bool {
    matches!(
        command,
        AppCommand::SetMode(_)
            | AppCommand::Select(_)
            | AppCommand::Back
            | AppCommand::Forward
            | AppCommand::Look(_)
            | AppCommand::Frame(_)
            | AppCommand::OpenSearch
            | AppCommand::OpenLink(_)
    )
}

/// What is kept between sessions.
fn prefer(state: &mut AppState, command: &AppCommand) -> Vec<Effect> {
    let before = state.preferences.clone();
    match *command {
        AppCommand::SetTheme(theme) => state.preferences.theme = theme,
        AppCommand::SetTextScale(scale) if !scale.is_nan() => {
            state.preferences.text_scale = scale.clamp(TEXT_SCALES.0, TEXT_SCALES.1);
        }
        AppCommand::SetReducedMotion(reduced) => state.preferences.reduced_motion = reduced,
        AppCommand::SetPainPalette(palette) => state.preferences.pain_palette = palette,
        AppCommand::SetLanguage(language) if locale::speaks(language) => {
            state.preferences.language = Some(language);
        }
        AppCommand::SetLanguage(language) => {
            let says = Message::new(Key("notice-no-language")).with("tag", language.as_str());
            notify(state, NoticeKind::Warning, says);
        }
        AppCommand::NextCoachMark => {
            // Asked for when there is none, they begin again.
            state.coach_mark = match state.coach_mark {
                None => Some(0),
                Some(mark) if mark < LAST_COACH_MARK => Some(mark + 1),
                Some(_) => None,
            };
            state.preferences.coach_marks_seen |= state.coach_mark.is_none();
        }
        AppCommand::SkipCoachMarks => {
            state.coach_mark = None;
            state.preferences.coach_marks_seen = true;
        }
        _ => {}
    }
    // Nothing is written to the disk for a slider that stays where it is.
    if state.preferences == before {
        return Vec::new();
    }
    vec![Effect::SavePreferences]
}

fn isolate(state: &mut AppState, id: &StructureId, catalog: &Catalog) {
    let alone: BTreeSet<StructureId> = bodies(state, id, catalog).into_iter().collect();
    if alone.is_empty() {
        return;
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
        return;
    }
    state.view.hidden.retain(|hidden| !alone.contains(hidden));
    // The other side of what is alone already joins it.
    if *isolated == mirrored {
        isolated.extend(alone);
    } else {
        *isolated = alone;
    }
}

fn ghost(state: &mut AppState, id: &StructureId, catalog: &Catalog) {
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

/// The bodies that an id stands for: a muscle is its parts. None, and a notice, for an
/// unknown one.
fn bodies(state: &mut AppState, id: &StructureId, catalog: &Catalog) -> Vec<StructureId> {
    if !known(state, &Item::Structure(id.clone()), catalog) {
        return Vec::new();
    }
    bodies_of(id, catalog)
}

/// The bodies that an id of the catalogue stands for: a muscle of several parts is its parts.
pub fn bodies_of(id: &StructureId, catalog: &Catalog) -> Vec<StructureId> {
    let muscle = catalog.muscle(&id.base);
    match muscle.filter(|_| catalog.part(&id.base).is_none()) {
        Some(muscle) => muscle
            .parts
            .iter()
            .map(|part| StructureId::new(&part.id, id.side))
            .collect(),
        None => vec![id.clone()],
    }
}

/// True for an item of the catalogue; a notice says so of another.
fn known(state: &mut AppState, item: &Item, catalog: &Catalog) -> bool {
    let known = catalog.has(item);
    if !known {
        let (key, id) = match item {
            Item::Structure(id) => (Key("notice-no-structure"), id.to_string()),
            Item::Point(id) => (Key("notice-no-point"), id.to_string()),
            Item::Region(id) => (Key("notice-no-region"), id.to_string()),
            Item::Stretch(id) => (Key("notice-no-stretch"), id.clone()),
            Item::Method(id) => (Key("notice-no-method"), id.clone()),
            Item::Section(id) => (Key("notice-no-section"), id.clone()),
        };
        let shown = crate::model::closest::quoted(&id);
        let says = Message::new(key).with("id", shown);
        notify(state, NoticeKind::Warning, says);
    }
    known
}

fn close_search(state: &mut AppState) {
    state.search.open = false;
    state.search.query.clear();
}

/// Adds a notice; one that says what is already on show is not repeated.
pub fn notify(state: &mut AppState, kind: NoticeKind, says: Message) {
    if state.notices.iter().any(|notice| notice.says == says) {
        return;
    }
    let id = state
        .notices
        .iter()
        .map(|notice| notice.id + 1)
        .max()
        .unwrap_or(0);
    state.notices.push(Notice { id, kind, says });
    if state.notices.len() > MOST_NOTICES {
        state.notices.remove(0);
    }
}

/// Side of an item; the midline for one that has none.
pub(super) fn side_of(item: &Item) -> Side {
    match item {
        Item::Structure(id) => id.side,
        Item::Point(id) => id.side,
        Item::Region(id) => id.side,
        Item::Stretch(_) | Item::Method(_) | Item::Section(_) => Side::Midline,
    }
}
