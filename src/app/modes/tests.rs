use super::*;
use crate::{
    app::{
        apply::apply,
        commands::AppCommand,
        modes::locate::command::LocateCommand,
        stage::{Drag, Press, Surface},
    },
    model::{ids::StructureId, side::Side},
};

fn after(commands: impl IntoIterator<Item = AppCommand>) -> AppState {
    let mut state = AppState::default();
    for command in commands {
        apply(&mut state, command, &Catalog::default());
    }
    state
}

fn skin() -> Item {
    Item::Structure(StructureId::new("skin", Side::Midline))
}

fn painting() -> Vec<AppCommand> {
    vec![
        AppCommand::Select(Some(skin())),
        AppCommand::SetMode(Mode::Locate),
        AppCommand::Locate(LocateCommand::FinishQuestions),
    ]
}

fn asking() -> Vec<AppCommand> {
    vec![
        AppCommand::SetMode(Mode::Locate),
        AppCommand::Locate(LocateCommand::ReviewQuestions),
    ]
}

#[test]
fn keys_of_what_is_hidden_do_not_act() {
    for (commands, presets, structures) in [
        (vec![], true, true),
        (painting(), true, false),
        (vec![AppCommand::SetMode(Mode::Locate)], true, false),
        (asking(), false, false),
        (
            [
                painting(),
                vec![AppCommand::Locate(LocateCommand::ShowFlatMap(true))],
            ]
            .concat(),
            false,
            false,
        ),
        (vec![AppCommand::SetMode(Mode::Library)], false, false),
    ] {
        let stage = stage(&after(commands.clone()), &Catalog::default());
        let keys = &stage.keys;
        assert_eq!(
            (keys.presets, keys.structures),
            (presets, structures),
            "{commands:?}"
        );
        let covered = stage.body.covered;
        assert!(!(covered && (keys.presets || keys.structures)));
        assert!(!(covered && stage.pointer.press == Press::Selects));
    }
}

#[test]
fn what_is_selected_waits_while_the_body_is_painted() {
    let stage = stage(&after(painting()), &Catalog::default());
    assert_eq!(stage.body.surface, Surface::Skin);
    assert_eq!(stage.body.subject, None);
    assert!(!stage.body.markers && !stage.body.labels && stage.body.no_go.is_empty());
    assert!(matches!(stage.pointer.press, Press::Paints(_)));
    assert_eq!(stage.pointer.secondary_drag, Drag::Turns);
    let explores = super::stage(
        &after(
            painting()
                .into_iter()
                .chain([AppCommand::SetMode(Mode::Explore)]),
        ),
        &Catalog::default(),
    );
    assert_eq!(explores.body.subject, Some(skin()));
}

#[test]
fn the_default_stage_is_the_first_one() {
    let stage = stage(&AppState::default(), &Catalog::default());
    assert!(!stage.body.covered && stage.body.markers);
    assert_eq!(stage.panels, Stage::default().panels);
    assert_eq!(stage.keys, Stage::default().keys);
}
