//! A view as its link, and a link as the view.

mod commands;

use super::*;
use crate::{
    app::{
        apply::link,
        modes::locate::{
            command::LocateCommand,
            state::{Brush, LocateStep},
        },
        records::{RecordsCommand, RecordsQuestion},
        state::NoticeKind,
        stroke::Stroke,
    },
    locale::Key,
    model::{
        facts::{Chapter, Section},
        language::Language,
    },
    study::locate::skin::PaintSkin,
};
use commands::command;
use glam::Vec3;
use proptest::{option, prelude::*, sample::select};
use std::sync::Arc;

#[test]
fn a_copied_link_opens_the_same_view() {
    let (state, _) = after([
        AppCommand::Select(Some(point("LEV-1"))),
        AppCommand::SetDepth(2.6),
        AppCommand::SetSide(SideFilter::Left),
        AppCommand::Hide(structure("trapezius.ascending")),
        AppCommand::Isolate(structure("trapezius")),
        AppCommand::ShowPointsOf(vec![
            structure("trapezius.ascending"),
            structure("levator_scapulae"),
        ]),
        AppCommand::Look(ViewPreset::Neck),
    ]);
    let (catalog, mut copied) = (catalog(), state.clone());
    let effects = apply(&mut copied, AppCommand::CopyLink, &catalog).effects;
    assert_eq!(copied.view, state.view);
    let [Effect::CopyText(text)] = effects.as_slice() else {
        panic!("a text: {effects:?}");
    };
    let (opened, effects) = after([AppCommand::OpenLink(text.clone())]);
    assert_eq!(opened.view, state.view, "{text}");
    assert_eq!(opened.selection, state.selection);
    assert_eq!(effects, [Effect::LookPreset(ViewPreset::Neck)]);
}

#[test]
fn what_is_too_much_for_a_link_is_said_when_it_is_copied() {
    let copied = |mut state: AppState| {
        let effects = apply(&mut state, AppCommand::CopyLink, &catalog()).effects;
        assert_eq!(effects, []);
        told(&state)
    };
    let mut hidden = AppState::default();
    let ids = (0..501).map(|number| structure(&format!("bone_{number}")));
    hidden.view.hidden.extend(ids);
    assert!(copied(hidden).contains("Show some of the hidden structures"));

    // Every third of many samples, in as many pains as there may be: nothing that anybody paints.
    let places: Vec<Vec3> = (0..6_000u16)
        .map(|number| Vec3::new(f32::from(number % 75), f32::from(number / 75), 0.0) * 9.0)
        .collect();
    let speckled: Vec<u32> = (0..6_000).step_by(3).collect();
    let skin = PaintSkin::of(1, places, (0..6_000).collect(), Vec::new());
    let mut commands = vec![
        AppCommand::SetMode(Mode::Locate),
        AppCommand::Locate(LocateCommand::SkinReady(Arc::new(skin))),
        AppCommand::Locate(LocateCommand::FinishQuestions),
    ];
    for _ in 0..4 {
        commands.push(AppCommand::Stroke(Stroke::Over(speckled.as_slice().into())));
        commands.push(AppCommand::Locate(LocateCommand::AddPain));
    }
    let (speckled, _) = after(commands);
    assert!(copied(speckled).contains("Copy the painting"));
}

#[test]
fn a_link_that_is_none_or_names_nothing_is_a_notice() {
    let (state, effects) = after([
        AppCommand::SetDepth(4.0),
        AppCommand::OpenLink("#depth=deep".into()),
    ]);
    assert_eq!(state.view.depth, 4.0);
    assert!(effects.is_empty());
    assert!(told(&state).contains("depth=deep"));

    let (state, effects) = after([AppCommand::OpenLink(
        "#point=TRA-99.left&hidden=kidney.left".into(),
    )]);
    assert_eq!(state.view, AppState::default().view);
    assert_eq!(state.selection, None);
    assert_eq!(state.notices.len(), 2);
    assert!(told(&state).contains("TRA-99.left"));
    assert_eq!(effects, [Effect::LookPreset(ViewPreset::Back)]);
}

#[test]
fn a_link_to_a_point_turns_to_it() {
    let (state, effects) = after([AppCommand::OpenLink("#point=LEV-1.left".into())]);
    assert_eq!(effects, [Effect::TurnTo(point("LEV-1"))]);
    assert_eq!(state.view.depth, 3.0);
    let (state, _) = after([AppCommand::OpenLink("#point=LEV-1.left&depth=1.0".into())]);
    assert_eq!(state.view.depth, 1.0);
}

#[test]
fn the_theme_of_a_link_is_shown_and_never_kept() {
    let open = || AppCommand::OpenLink("#theme=dark".into());
    let (state, effects) = after([open()]);
    assert_eq!(state.theme(), Theme::Dark);
    assert_eq!(state.preferences, AppState::default().preferences);
    assert!(!effects.contains(&Effect::SavePreferences));
    // What is kept for another reason leaves it out as well.
    let (state, effects) = after([open(), AppCommand::SetTextScale(1.5)]);
    assert_eq!(effects, [Effect::SavePreferences]);
    assert_eq!(state.preferences.theme, Theme::Light);
    assert_eq!(state.theme(), Theme::Dark);
    // The user's own choice ends it, and so does a link that says nothing of it.
    for ends in [
        AppCommand::SetTheme(Theme::Light),
        AppCommand::OpenLink("#depth=2".into()),
    ] {
        let (state, _) = after([open(), ends]);
        assert_eq!(state.theme(), Theme::Light);
    }
}

#[test]
fn a_link_to_a_point_in_locate_stays_there_while_the_search_is_open() {
    let (state, _) = after([
        AppCommand::SetQuery("tra".into()),
        AppCommand::OpenLink("#point=TRA-1.left&mode=locate".into()),
    ]);
    assert_eq!(*state.mode, Mode::Locate);
    assert_eq!(state.selection, Some(point("TRA-1")));
    assert!(!state.search.open, "it would cover the view");
}

/// Ten samples; every even one is on the left and has the next across.
fn skin() -> AppCommand {
    let of = |side, samples: [u32; 2]| (RegionId::new("temple", side), samples.to_vec());
    AppCommand::Locate(LocateCommand::SkinReady(Arc::new(PaintSkin::of(
        7,
        (0..10).map(|x| Vec3::X * 10.0 * x as f32).collect(),
        (0..10).map(|x| x ^ 1).collect(),
        vec![of(Side::Left, [0, 2]), of(Side::Right, [1, 3])],
    ))))
}

fn locate(command: LocateCommand) -> AppCommand {
    AppCommand::Locate(command)
}

/// Locate with these samples painted.
fn painted(samples: &[u32]) -> Vec<AppCommand> {
    vec![
        skin(),
        AppCommand::SetMode(Mode::Locate),
        locate(LocateCommand::FinishQuestions),
        AppCommand::Stroke(Stroke::Over(samples.into())),
    ]
}

#[test]
fn what_a_link_replaces_of_a_painting_is_not_lost() {
    let mine = painted(&[4, 5]);
    let link_of = |samples: &[u32]| {
        let (state, _) = after(painted(samples));
        link::of(&state, &catalog()).to_string()
    };
    for link in [
        link_of(&[8]),
        "#mode=locate".to_owned(),
        "#pain=~temple.right*3".to_owned(),
    ] {
        let link = AppCommand::OpenLink(link);
        let open = || mine.iter().cloned().chain([link.clone()]);
        let (before, _) = after(mine.clone());
        let (opened, _) = after(open());
        assert_ne!(opened.locate.strengths(), before.locate.strengths());
        assert!(opened.locate.can_undo());
        let undo = locate(LocateCommand::Undo);
        let (undone, _) = after(open().chain([undo.clone()]));
        assert_eq!(undone.locate.pains, before.locate.pains);
        let redo = locate(LocateCommand::Redo);
        let (redone, _) = after(open().chain([undo.clone(), redo]));
        assert_eq!(redone.locate.pains, opened.locate.pains);
        // The strokes of before are there as well.
        let (all_undone, _) = after(open().chain([undo.clone(), undo]));
        assert!(!all_undone.locate.is_painted());
    }
}

#[test]
fn going_back_over_views_of_one_painting_keeps_its_strokes() {
    let (state, _) = after(painted(&[4]));
    let link = AppCommand::OpenLink(link::of(&state, &catalog()).to_string());
    let (opened, _) = after(painted(&[4]).into_iter().chain([link]));
    assert_eq!(opened.locate, state.locate);
}

#[test]
fn a_link_to_another_mode_leaves_the_painting_that_it_does_not_show() {
    let elsewhere = ["#depth=2", "#section=where_not", "#mode=library"];
    for link in elsewhere {
        let commands = painted(&[4])
            .into_iter()
            .chain([AppCommand::OpenLink(link.into())]);
        let (state, _) = after(commands);
        assert!(state.locate.is_painted(), "{link}");
        assert_ne!(*state.mode, Mode::Locate);
    }
}

#[test]
fn a_library_without_sections_can_be_linked() {
    let empty = Catalog::default();
    let mut state = AppState::default();
    apply(&mut state, AppCommand::SetMode(Mode::Library), &empty);
    let text = link::of(&state, &empty).to_string();
    let mut opened = AppState::default();
    apply(&mut opened, AppCommand::OpenLink(text.clone()), &empty);
    assert_eq!(*opened.mode, Mode::Library, "{text}");
    assert_eq!(link::of(&opened, &empty).to_string(), text);
}

/// The facts of the other tests, and two sections to read.
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
        ..super::catalog()
    }
}

fn after(commands: impl IntoIterator<Item = AppCommand>) -> (AppState, Vec<Effect>) {
    let (catalog, mut state) = (catalog(), AppState::default());
    let mut effects = Vec::new();
    for command in commands {
        effects = apply(&mut state, command, &catalog).effects;
    }
    (state, effects)
}

/// The state after these commands, on a body that can be painted; the camera stands still and has said so.
fn at_rest(commands: impl IntoIterator<Item = AppCommand>) -> AppState {
    let (mut state, _) = after([skin()].into_iter().chain(commands));
    let turned_to = matches!(state.selection, Some(Item::Point(_) | Item::Region(_)));
    if state.view.preset.is_none() && state.view.camera.is_none() && !turned_to {
        let pose = CameraPose::new(3.0, -2.0, [0.0, 1_000.0, 0.0], 400.0);
        apply(&mut state, AppCommand::RestCamera(pose), &catalog());
    }
    state
}

/// Whether two states differ in what anybody may show. What was sent to the records' store is nobody's but its own.
fn differs(before: &AppState, after: &AppState) -> bool {
    let mut same_store = before.clone();
    same_store.records = after.records.clone();
    let listed = |state: &AppState| (state.records.list_open, state.records.question);
    same_store != *after || listed(before) != listed(after)
}

/// What is painted, pain by pain.
fn strengths(state: &AppState) -> Vec<Vec<u8>> {
    let pains = state.locate.pains.iter();
    pains
        .map(|pain| pain.painting.strengths().to_vec())
        .collect()
}

proptest! {
    #[test]
    fn a_link_opens_exactly_the_view_it_was_copied_from(
        commands in prop::collection::vec(command(), 0..24),
        elsewhere in prop::collection::vec(command(), 0..16),
    ) {
        let catalog = catalog();
        let state = at_rest(commands);
        let text = link::of(&state, &catalog).to_string();
        // Wherever it is opened.
        let mut opened = at_rest(elsewhere);
        let kept = opened.preferences.clone();
        let effects = apply(&mut opened, AppCommand::OpenLink(text.clone()), &catalog).effects;
        prop_assert_eq!(link::of(&opened, &catalog).to_string(), text.clone());
        prop_assert_eq!(&opened.view, &state.view, "{}", &text);
        prop_assert_eq!(*opened.mode, *state.mode);
        prop_assert_eq!(&opened.selection, &state.selection);
        prop_assert_eq!(opened.theme(), state.shown_theme.unwrap_or(kept.theme));
        prop_assert_eq!(opened.preferences, kept, "a link is no wish of the user's");
        let looks = match (state.view.camera, state.view.preset) {
            (Some(pose), _) => Effect::LookFrom(pose),
            (None, Some(preset)) => Effect::LookPreset(preset),
            (None, None) => Effect::TurnTo(state.selection.clone().unwrap()),
        };
        prop_assert_eq!(effects, [looks]);
    }

    /// What watches the state looks again only where `apply` says that it has changed.
    #[test]
    fn no_change_goes_unsaid(commands in prop::collection::vec(command(), 0..40)) {
        let catalog = catalog();
        let (mut state, _) = after([skin()]);
        for command in commands {
            let before = state.clone();
            let outcome = apply(&mut state, command.clone(), &catalog);
            prop_assert!(outcome.changed || !differs(&before, &state), "{command:?}");
            // What comes with every movement of the pointer is exact.
            if matches!(command, AppCommand::Hover(_) | AppCommand::Stroke(Stroke::Over(_)) | AppCommand::SetDepth(_)) {
                prop_assert_eq!(outcome.changed, state != before, "{:?}", command);
            }
        }
    }

    #[test]
    fn nothing_that_is_painted_is_lost_by_opening_links(
        commands in prop::collection::vec(command(), 0..24),
        elsewhere in prop::collection::vec(command(), 0..16),
    ) {
        let catalog = catalog();
        let link = link::of(&at_rest(elsewhere), &catalog).to_string();
        let before = at_rest(commands);
        let mut state = before.clone();
        apply(&mut state, AppCommand::OpenLink(link), &catalog);
        if before.locate.is_painted() && strengths(&state) != strengths(&before) {
            state.locate.step = LocateStep::Painting;
            apply(&mut state, locate(LocateCommand::Undo), &catalog);
            prop_assert_eq!(strengths(&state), strengths(&before));
        }
    }
}
