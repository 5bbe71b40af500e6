//! A view as its link, and a link as the view.

use super::*;
use crate::app::apply::link;
use proptest::{option, prelude::*, sample::select};

#[test]
fn a_copied_link_opens_the_same_view() {
    let (state, _) = after([
        AppCommand::Select(Some(point("LEV-1"))),
        AppCommand::SetDepth(2.6),
        AppCommand::SetSide(SideFilter::Left),
        AppCommand::Hide(structure("trapezius.ascending")),
        AppCommand::SetTheme(Theme::Dark),
        AppCommand::Look(ViewPreset::Neck),
        AppCommand::Isolate(structure("trapezius")),
    ]);
    let (catalog, mut copied) = (catalog(), state.clone());
    let effects = apply(&mut copied, AppCommand::CopyLink, &catalog);
    assert_eq!(copied, state);
    let [Effect::CopyText(text)] = effects.as_slice() else {
        panic!("a text: {effects:?}");
    };
    let (opened, effects) = after([AppCommand::OpenLink(text.clone())]);
    assert_eq!(opened.view, state.view, "{text}");
    assert_eq!(opened.selection, state.selection);
    assert_eq!(opened.preferences.theme, Theme::Dark);
    assert_eq!(effects, [Effect::LookPreset(ViewPreset::Neck)]);
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

/// What a user may do to the view.
fn action() -> impl Strategy<Value = AppCommand> {
    let items = select(vec![
        point("TRA-1"),
        point("LEV-1"),
        item("trapezius"),
        item("levator_scapulae"),
        Item::Region(RegionId::new("temple", Side::Right)),
    ]);
    let structures = select(vec!["trapezius", "trapezius.ascending", "levator_scapulae"]);
    let ids = structures.prop_map(structure);
    let pose = CameraPose::new(170.0, 4.5, [12.0, 1400.0, 30.0], 620.5);
    prop_oneof![
        option::of(items.clone()).prop_map(AppCommand::Select),
        items.prop_map(AppCommand::Frame),
        select(vec![
            AppCommand::Back,
            AppCommand::Forward,
            AppCommand::ShowAll
        ]),
        (0.0_f32..=DEEPEST).prop_map(AppCommand::SetDepth),
        select(SideFilter::ALL).prop_map(AppCommand::SetSide),
        select(ViewPreset::ALL).prop_map(AppCommand::Look),
        ids.clone().prop_map(AppCommand::Hide),
        ids.clone().prop_map(AppCommand::Ghost),
        ids.prop_map(AppCommand::Isolate),
        any::<bool>().prop_map(AppCommand::ShowLabels),
        any::<bool>().prop_map(AppCommand::ShowMarkers),
        select(vec![Mode::Explore, Mode::Locate]).prop_map(AppCommand::SetMode),
        Just(AppCommand::RestCamera(pose)),
    ]
}

proptest! {
    #[test]
    fn a_link_opens_exactly_the_view_it_was_copied_from(
        row_actions in prop::collection::vec(action(), 0..12),
        elsewhere in prop::collection::vec(action(), 0..6),
    ) {
        let catalog = catalog();
        let (mut state, _) = after(row_actions);
        let turned_to = matches!(state.selection, Some(Item::Point(_) | Item::Region(_)));
        if state.view.preset.is_none() && !turned_to {
            // So says the camera once it stands still.
            let pose = CameraPose::new(3.0, -2.0, [0.0, 1_000.0, 0.0], 400.0);
            apply(&mut state, AppCommand::RestCamera(pose), &catalog);
        }
        let text = link::of(&state, &catalog).to_string();
        // Wherever it is opened.
        let (mut opened, _) = after(elsewhere);
        let effects = apply(&mut opened, AppCommand::OpenLink(text.clone()), &catalog);
        prop_assert_eq!(&opened.view, &state.view, "{}", &text);
        prop_assert_eq!(opened.mode, state.mode);
        prop_assert_eq!(&opened.selection, &state.selection);
        prop_assert_eq!(link::of(&opened, &catalog).to_string(), text);
        let looks = match (state.view.camera, state.view.preset) {
            (Some(pose), _) => Effect::LookFrom(pose),
            (None, Some(preset)) => Effect::LookPreset(preset),
            (None, None) => Effect::TurnTo(state.selection.clone().unwrap()),
        };
        prop_assert_eq!(effects, [looks]);
    }
}
