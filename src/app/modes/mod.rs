//! The modes of the window, a folder each, and every decision that depends on which of them is on.
//!
//! Each function here is an exhaustive `match`. Nothing else in the program asks which mode is on: the picture and the
//! panels render the [`Stage`] that [`stage`] gives.
//!
//! To add a mode:
//! 1. a variant of [`Mode`] with its word, in `model::link`;
//! 2. a folder here: what it keeps (`state`), is asked (`command`), does (`apply`), shows (`stage`) and tells links
//!    (`link`), as far as it has these; its state in [`AppState`], its commands in
//!    [`AppCommand`](super::commands::AppCommand);
//! 3. a folder in `ui::modes` with its panels;
//! 4. a file of words for each language, with its name in it;
//! 5. a page of docs, and its keys in `docs/links.md`.
//!
//! The compiler names the matches that are left: here, in `apply`, in `ui::modes` and in `ui::mode_switcher`.

pub mod current;
pub mod explore;
pub mod library;
pub mod locate;

use super::{effects::Outcome, stage::Stage, state::AppState, stroke::Stroke};
use crate::model::{
    catalog::Catalog,
    ids::Item,
    link::{Mode, ViewLink},
};

/// What the picture and the panels show in this state, and what pointer and keys mean.
#[must_use]
pub fn stage(state: &AppState, catalog: &Catalog) -> Stage {
    match *state.mode {
        Mode::Explore => explore::stage::stage(state, catalog),
        Mode::Locate => locate::stage::stage(state),
        Mode::Library => library::stage::stage(state, catalog),
    }
}

/// Uses the window for something else, as the user asks for it: what the mode that is left has covered comes
/// back, and the new one opens where it was left. False where that mode is on already.
pub fn switch(state: &mut AppState, mode: Mode, catalog: &Catalog) -> bool {
    if state.mode == mode {
        return false;
    }
    match *state.mode {
        Mode::Explore | Mode::Locate => {}
        Mode::Library => library::apply::bring_back(state, catalog),
    }
    go_to(state, mode);
    match mode {
        Mode::Explore | Mode::Locate => {}
        Mode::Library => library::apply::open(state, catalog),
    }
    true
}

/// Goes to the mode that shows what is about to be selected, nothing included. `searched` says that it was
/// looked for: then it is wanted with all that is said of it. To be called before the selection changes.
pub fn follow(state: &mut AppState, item: Option<&Item>, searched: bool) {
    let mode = if shows(*state.mode, item, searched) {
        *state.mode
    } else {
        home_of(item)
    };
    match mode {
        Mode::Explore | Mode::Locate => {}
        Mode::Library => library::apply::follow(state, item),
    }
    go_to(state, mode);
}

/// Goes to the mode in which something was selected, or nothing was, to show it there again. To be called before the
/// selection changes.
pub fn come_back(state: &mut AppState, mode: Mode, item: Option<&Item>) {
    match mode {
        Mode::Explore | Mode::Locate => {}
        Mode::Library => library::apply::follow(state, item),
    }
    go_to(state, mode);
}

/// Whether the body is seen in this mode as it was when the mode was left, and not as another mode has turned it.
pub fn comes_back_to_its_sight(state: &AppState) -> bool {
    match *state.mode {
        Mode::Explore | Mode::Library => false,
        Mode::Locate => state.locate.is_painted(),
    }
}

/// The only place that writes the mode.
fn go_to(state: &mut AppState, mode: Mode) {
    if state.mode == mode {
        return;
    }
    match *state.mode {
        Mode::Explore | Mode::Library => {}
        Mode::Locate => locate::apply::leave(&mut state.locate),
    }
    state.mode.set(mode);
}

/// Whether a mode shows an item, or that nothing is selected.
fn shows(mode: Mode, item: Option<&Item>, searched: bool) -> bool {
    let is_section = matches!(item, Some(Item::Section(_)));
    match mode {
        Mode::Explore => !is_section,
        // Its panels are about the painting: what was searched for is shown where there is a card for it.
        Mode::Locate => !is_section && (item.is_none() || !searched),
        Mode::Library => is_section,
    }
}

/// The mode that is about such items.
fn home_of(item: Option<&Item>) -> Mode {
    match item {
        Some(Item::Section(_)) => Mode::Library,
        _ => Mode::Explore,
    }
}

/// Whether the card of what is selected, or what takes its place, opens at the right.
pub fn has_card(mode: Mode) -> bool {
    match mode {
        Mode::Explore | Mode::Locate => true,
        Mode::Library => false,
    }
}

/// Writes into a link what it has to say of the mode and of what is the mode's own.
pub fn write_link(state: &AppState, link: &mut ViewLink) {
    match *state.mode {
        Mode::Explore => {}
        Mode::Locate => {
            link.mode = Some(Mode::Locate);
            link.pains = locate::link::links_of(&state.locate);
        }
        // A section says itself where it is read.
        Mode::Library => {
            link.mode =
                (!shows(Mode::Library, link.select.as_ref(), false)).then_some(Mode::Library);
        }
    }
}

/// The mode in which a link opens that selects `item`.
pub fn of_link(link: &ViewLink, item: Option<&Item>) -> Mode {
    // A painting is looked at in Locate, whatever the link says.
    if !link.pains.is_empty() {
        return Mode::Locate;
    }
    let asked = link.mode.unwrap_or_else(|| home_of(item));
    // Without a section the library opens where it was left.
    if item.is_none() || shows(asked, item, false) {
        asked
    } else {
        home_of(item)
    }
}

/// Takes over what a link says of what is the mode's own; the mode is that of the link already.
pub fn take_over(state: &mut AppState, link: ViewLink) {
    match *state.mode {
        // The painting is not in sight, so the link says nothing of it.
        Mode::Explore | Mode::Library => {}
        Mode::Locate => locate::link::restore(state, link.pains),
    }
}

/// A step of a stroke over the skin: painting, in the mode that paints.
pub fn stroke(state: &mut AppState, stroke: &Stroke) -> Outcome {
    match *state.mode {
        Mode::Explore | Mode::Library => Outcome::default(),
        Mode::Locate => locate::apply::stroke(&mut state.locate, stroke).into(),
    }
}

#[cfg(test)]
mod tests;
