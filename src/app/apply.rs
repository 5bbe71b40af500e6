//! The one place where a command changes the state.
//!
//! Pure: state in, state out, with what has to be done outside of the state (turn the camera, fill the
//! clipboard). What a link does is in `link`, what a selection does in `select`, what depends on the mode in
//! [`super::modes`].

mod link;
mod preferences;
mod select;
mod structures;
#[cfg(test)]
mod tests;

pub use super::effects::{Effect, Outcome};
pub use link::of as view_link;

use super::{
    camera_step::CameraStep,
    commands::AppCommand,
    effects::set,
    modes,
    notices::{known, notify},
    records,
    state::{AppState, DEEPEST, NoticeKind, SearchState},
};
use crate::{locale::Key, model::catalog::Catalog};

/// Longest text taken into the search field, in characters.
const LONGEST_QUERY: usize = 200;

/// Changes the state as the command asks; gives what has to be done besides.
///
/// A command that names something unknown changes nothing but adds a notice.
pub fn apply(state: &mut AppState, command: AppCommand, catalog: &Catalog) -> Outcome {
    let menu_closed = leaves_menu(&command) && state.menu.take().is_some();
    let change = records::Change::of(&command);
    let before = leaves_place(&command).then(|| select::place_of(state));
    let mut outcome = act(state, command, catalog);
    if let Some(before) = before {
        let now = select::place_of(state);
        state.history.remember(before, &now);
    }
    outcome.changed |= menu_closed;
    outcome
        .effects
        .extend(records::follow(state, change, catalog));
    outcome
}

fn act(state: &mut AppState, command: AppCommand, catalog: &Catalog) -> Outcome {
    let view = &mut state.view;
    let changed = match command {
        AppCommand::SetMode(mode) => return select::switch(state, mode, catalog),
        AppCommand::Select(item) => return select::select(state, item, catalog),
        AppCommand::Pick(item) => return select::pick(state, item, catalog),
        AppCommand::ShowCardOf(item) => return select::open_card(state, item, catalog),
        AppCommand::BackTo(mode) => return select::back_to(state, mode, catalog),
        AppCommand::Back => return select::back(state, catalog),
        AppCommand::Forward => return select::forward(state, catalog),
        AppCommand::Hover(item) => set(&mut state.hover, item),
        AppCommand::OpenMenu(menu) => {
            state.menu = known(state, &menu.item, catalog).then_some(menu);
            true
        }
        AppCommand::CloseMenu => state.menu.take().is_some(),
        // NaN would be compared with every layer and show none.
        AppCommand::SetDepth(depth) if depth.is_nan() => false,
        AppCommand::SetDepth(depth) => set(&mut view.depth, depth.clamp(0.0, DEEPEST)),
        AppCommand::SetSide(side) => set(&mut view.side, side),
        AppCommand::Look(preset) => {
            view.preset = Some(preset);
            view.camera = None;
            return Outcome::changed().and(Effect::LookPreset(preset));
        }
        AppCommand::LookWhole => {
            view.preset = None;
            view.camera = None;
            return Outcome::changed().and(Effect::LookWhole);
        }
        AppCommand::Turn(by) => return step(CameraStep::Turn(by)),
        AppCommand::Pan(by) => return step(CameraStep::Pan(by)),
        AppCommand::Zoom(factor) => return step(CameraStep::Zoom(factor)),
        AppCommand::RestCamera(pose) => {
            let left_preset = view.preset.take().is_some();
            set(&mut view.camera, Some(pose)) || left_preset
        }
        AppCommand::Frame(item) => {
            if known(state, &item, catalog) {
                state.view.preset = None;
                state.view.camera = None;
                return Outcome::changed().and(Effect::TurnTo(item));
            }
            true
        }
        AppCommand::Hide(id) => {
            structures::hide(state, &id, catalog);
            true
        }
        AppCommand::Show(id) => {
            structures::show(state, &id, catalog);
            true
        }
        AppCommand::Isolate(id) => {
            return structures::isolate(state, &id, catalog);
        }
        AppCommand::Ghost(id) => {
            structures::ghost(state, &id, catalog);
            true
        }
        AppCommand::ShowAll => {
            structures::show_all(view);
            true
        }
        AppCommand::ShowMarkers(shown) => set(&mut view.markers, shown),
        AppCommand::ShowPointsOf(ids) => {
            structures::show_points_of(state, &ids, catalog);
            true
        }
        AppCommand::ShowLabels(shown) => set(&mut view.labels, shown),
        AppCommand::OpenSearch => {
            let changed = set(&mut state.search.open, true);
            return Outcome::from(changed).and(Effect::FocusSearch);
        }
        AppCommand::CloseSearch => set(&mut state.search, SearchState::default()),
        AppCommand::SetQuery(query) => {
            let query = query.chars().take(LONGEST_QUERY).collect();
            set(&mut state.search, SearchState { open: true, query })
        }
        AppCommand::OpenLeftPanel(open) => set(&mut state.left_panel_open, open),
        AppCommand::OpenCard(open) => set(&mut state.card_open, open),
        AppCommand::Notify(kind, says) => notify(state, kind, says),
        AppCommand::TellUnreached => {
            let says = Key("notice-skin-without-region").into();
            notify(state, NoticeKind::Info, says)
        }
        AppCommand::DismissNotice(id) => {
            let before = state.notices.len();
            state.notices.retain(|notice| notice.id != id);
            state.notices.len() != before
        }
        AppCommand::CopyLink => {
            return link::copy(state, catalog);
        }
        AppCommand::OpenLink(text) => return link::open(state, &text, catalog),
        AppCommand::Stroke(step) => return modes::stroke(state, &step),
        AppCommand::Locate(command) => {
            return modes::locate::apply::apply(state, command, catalog);
        }
        AppCommand::Records(command) => return records::apply(state, command, catalog),
        AppCommand::Tick(now) => return records::tick(state, &now, catalog),
        AppCommand::SetTheme(_)
        | AppCommand::SetTextScale(_)
        | AppCommand::SetReducedMotion(_)
        | AppCommand::SetPainPalette(_)
        | AppCommand::SetLanguage(_)
        | AppCommand::NextCoachMark
        | AppCommand::SkipCoachMarks => return preferences::prefer(state, &command, catalog),
    };
    changed.into()
}

/// True for what may lead elsewhere, to be come back from. What goes along the history itself is not among it.
fn leaves_place(command: &AppCommand) -> bool {
    matches!(
        command,
        AppCommand::SetMode(_)
            | AppCommand::Select(_)
            | AppCommand::Pick(_)
            | AppCommand::ShowCardOf(_)
            | AppCommand::OpenLink(_)
    )
}

/// Moves the camera. Where it comes to rest the state is told later.
fn step(by: CameraStep) -> Outcome {
    match by.is_sound() {
        true => Effect::StepCamera(by).into(),
        false => Outcome::default(),
    }
}

/// True for what puts something else before the user than what the menu over the body was opened on.
fn leaves_menu(command: &AppCommand) -> bool {
    matches!(
        command,
        AppCommand::SetMode(_)
            | AppCommand::Select(_)
            | AppCommand::Pick(_)
            | AppCommand::ShowCardOf(_)
            | AppCommand::Back
            | AppCommand::BackTo(_)
            | AppCommand::Forward
            | AppCommand::Look(_)
            | AppCommand::LookWhole
            | AppCommand::Turn(_)
            | AppCommand::Pan(_)
            | AppCommand::Zoom(_)
            | AppCommand::Frame(_)
            | AppCommand::OpenSearch
            | AppCommand::OpenLink(_)
    )
}
