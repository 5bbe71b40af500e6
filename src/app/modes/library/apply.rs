//! Opening the library where it was left, and coming back to what it covered.

use crate::{
    app::state::AppState,
    model::{catalog::Catalog, ids::Item},
};

/// Opens it at the section read last, or at its first; with nothing selected where there is none.
pub fn open(state: &mut AppState, catalog: &Catalog) {
    let last = state.library.section.clone();
    let section = last
        .filter(|id| catalog.section(id).is_some())
        .or_else(|| Some(catalog.sections().next()?.1.id.clone()));
    state.library.beneath = state.selection.clone();
    state.selection = section.map(Item::Section);
    follow_section(state);
    state.search = Default::default();
}

/// Goes back to what was selected when the library was opened.
pub fn bring_back(state: &mut AppState, catalog: &Catalog) {
    let beneath = state.library.beneath.take();
    state.selection = beneath.filter(|item| catalog.has(item));
}

/// A section is about to be selected: keeps what is selected now, for when the library is left.
pub fn follow(state: &mut AppState, item: Option<&Item>) {
    if !matches!(state.selection, Some(Item::Section(_))) {
        state.library.beneath = state.selection.clone();
    }
    if let Some(Item::Section(id)) = item {
        state.library.section = Some(id.clone());
    }
}

fn follow_section(state: &mut AppState) {
    if let Some(Item::Section(id)) = &state.selection {
        state.library.section = Some(id.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::{apply::apply, commands::AppCommand, effects::Effect},
        model::{
            facts::{Chapter, Section},
            ids::StructureId,
            link::Mode,
            side::Side,
        },
    };

    fn catalog() -> Catalog {
        let section = |id: &str| Section {
            id: id.into(),
            ..Section::default()
        };
        Catalog {
            chapters: vec![Chapter {
                id: "safety".into(),
                order: 1,
                name: "Before you begin".into(),
                about: String::new(),
                sections: vec![section("see_a_doctor"), section("where_not")],
            }],
            ..Catalog::default()
        }
    }

    fn skin() -> Item {
        Item::Structure(StructureId::new("skin", Side::Midline))
    }

    fn section(id: &str) -> Item {
        Item::Section(id.into())
    }

    fn after(commands: impl IntoIterator<Item = AppCommand>) -> AppState {
        let mut state = AppState::default();
        for command in commands {
            apply(&mut state, command, &catalog());
        }
        state
    }

    #[test]
    fn the_library_opens_at_its_beginning_and_then_where_it_was_left() {
        let library = AppCommand::SetMode(Mode::Library);
        let explore = AppCommand::SetMode(Mode::Explore);
        let state = after([library.clone()]);
        assert_eq!(state.mode, Mode::Library);
        assert_eq!(state.selection, Some(section("see_a_doctor")));
        let read = AppCommand::Select(Some(section("where_not")));
        let state = after([read, explore, library]);
        assert_eq!(state.selection, Some(section("where_not")));
    }

    #[test]
    fn leaving_the_library_brings_back_what_was_selected() {
        let commands = [
            AppCommand::Select(Some(skin())),
            AppCommand::SetMode(Mode::Library),
            AppCommand::Select(Some(section("where_not"))),
            AppCommand::SetMode(Mode::Explore),
        ];
        let state = after(commands.clone());
        assert_eq!(
            (*state.mode, state.selection),
            (Mode::Explore, Some(skin()))
        );
        let state = after(commands.into_iter().chain([AppCommand::Back]));
        assert_eq!(state.mode, Mode::Library);
        assert_eq!(state.selection, Some(section("where_not")));
    }

    #[test]
    fn what_is_not_a_section_is_shown_on_the_body() {
        let read = AppCommand::Select(Some(section("where_not")));
        let state = after([read.clone(), AppCommand::Select(Some(skin()))]);
        assert_eq!(
            (*state.mode, state.selection),
            (Mode::Explore, Some(skin()))
        );
        let state = after([
            read.clone(),
            AppCommand::Select(Some(skin())),
            AppCommand::Back,
        ]);
        assert_eq!(
            (*state.mode, state.selection),
            (Mode::Library, Some(section("where_not")))
        );
        let state = after([read.clone(), AppCommand::OpenLink("#depth=2".into())]);
        assert_eq!((*state.mode, state.selection), (Mode::Explore, None));
        let state = after([read, AppCommand::Select(Some(section("nowhere")))]);
        assert_eq!(state.selection, Some(section("where_not")));
        assert_eq!(state.notices.len(), 1);
    }

    #[test]
    fn a_link_opens_a_section_and_is_written_for_it() {
        let open = AppCommand::OpenLink("#section=where_not".into());
        let state = after([open]);
        assert_eq!(state.mode, Mode::Library);
        let effects = apply(&mut state.clone(), AppCommand::CopyLink, &catalog()).effects;
        let Some(Effect::CopyText(link)) = effects.first() else {
            panic!("no link in {effects:?}");
        };
        assert!(link.starts_with("#section=where_not&"), "{link}");
    }

    #[test]
    fn a_library_without_chapters_opens_empty() {
        let mut state = AppState::default();
        let library = AppCommand::SetMode(Mode::Library);
        apply(&mut state, library, &Catalog::default());
        assert_eq!((*state.mode, state.selection), (Mode::Library, None));
    }
}
