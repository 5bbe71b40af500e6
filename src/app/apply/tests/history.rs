//! Going back and forward over cards, modes and cameras.

use super::{after, catalog, point};
use crate::{
    app::{
        apply::{Effect, apply},
        commands::AppCommand,
        modes::locate::LocateCommand,
        state::AppState,
    },
    model::{
        ids::RegionId,
        link::{Mode, ViewPreset},
        pose::CameraPose,
        side::Side,
    },
    study::locate::skin::PaintSkin,
};
use glam::Vec3;
use std::sync::Arc;

fn pose(text: &str) -> CameraPose {
    text.parse().unwrap()
}

fn select(code: &str) -> AppCommand {
    AppCommand::Select(Some(point(code)))
}

/// Turned by hand to here.
fn rest(text: &str) -> AppCommand {
    AppCommand::RestCamera(pose(text))
}

/// In Locate, with something painted and seen from a place of its own.
fn painted() -> Vec<AppCommand> {
    let places = (0..4).map(|x| Vec3::X * 10.0 * x as f32).collect();
    let temple = RegionId::new("temple", Side::Left);
    let skin = PaintSkin::of(
        7,
        places,
        vec![1, 0, 3, 2],
        vec![(temple.clone(), vec![0, 2])],
    );
    vec![
        AppCommand::SetMode(Mode::Locate),
        AppCommand::Locate(LocateCommand::SkinReady(Arc::new(skin))),
        AppCommand::Locate(LocateCommand::FinishQuestions),
        AppCommand::Locate(LocateCommand::ToggleRegion(temple)),
        rest("90,5,0,1250,40,900"),
    ]
}

#[test]
fn back_brings_the_camera_and_the_depth_of_what_was_left() {
    let (mut state, _) = after([
        select("LEV-1"),
        rest("170,5,0,1250,40,900"),
        AppCommand::SetDepth(2.5),
        select("TRA-1"),
        AppCommand::Look(ViewPreset::Left),
    ]);
    let mut go = |command| {
        let effects = apply(&mut state, command, &catalog()).effects;
        let item = state.selection.clone().unwrap();
        (item, state.view.depth, effects)
    };
    let there = vec![Effect::LookFrom(pose("170,5,0,1250,40,900"))];
    assert_eq!(go(AppCommand::Back), (point("LEV-1"), 2.5, there));
    let left = vec![Effect::LookPreset(ViewPreset::Left)];
    let (item, _, effects) = go(AppCommand::Forward);
    assert_eq!((item, effects), (point("TRA-1"), left));
    // Where the camera stood as the point has turned it, the point turns it again.
    let (mut state, _) = after([select("LEV-1"), select("TRA-1")]);
    let effects = apply(&mut state, AppCommand::Back, &catalog()).effects;
    assert_eq!(effects, [Effect::TurnTo(point("LEV-1"))]);
}

#[test]
fn back_from_a_card_of_a_result_leads_to_the_results_and_their_camera() {
    let card = AppCommand::ShowCardOf(point("LEV-1"));
    let (state, effects) = after(painted().into_iter().chain([card]));
    assert_eq!(*state.mode, Mode::Explore);
    assert_eq!(state.selection, Some(point("LEV-1")));
    assert_eq!(effects, [Effect::TurnTo(point("LEV-1"))]);
    let there = [Effect::LookFrom(pose("90,5,0,1250,40,900"))];
    let elsewhere = vec![select("TRA-1"), AppCommand::SetMode(Mode::Library)];
    for (since, back) in [
        (vec![], AppCommand::Back),
        (vec![], AppCommand::BackTo(Mode::Locate)),
        (vec![], AppCommand::SetMode(Mode::Locate)),
        // From one card to another, and over the library.
        (vec![select("TRA-1")], AppCommand::BackTo(Mode::Locate)),
        (elsewhere, AppCommand::BackTo(Mode::Locate)),
    ] {
        let mut state = state.clone();
        for command in since.iter().cloned().chain([AppCommand::SetDepth(3.0)]) {
            apply(&mut state, command, &catalog());
        }
        let effects = apply(&mut state, back.clone(), &catalog()).effects;
        assert_eq!(*state.mode, Mode::Locate, "{back:?}");
        assert_eq!(effects, there, "{back:?} after {since:?}");
        assert!(state.locate.is_painted());
    }
}

#[test]
fn forward_leads_again_over_all_that_was_gone_back_over() {
    let cards = [AppCommand::ShowCardOf(point("LEV-1")), select("TRA-1")];
    let (mut state, _) = after(painted().into_iter().chain(cards));
    let mut go = |command| {
        apply(&mut state, command, &catalog());
        (*state.mode, state.selection.clone())
    };
    assert_eq!(go(AppCommand::BackTo(Mode::Locate)).0, Mode::Locate);
    let lev = (Mode::Explore, Some(point("LEV-1")));
    assert_eq!(go(AppCommand::Forward), lev);
    let tra = (Mode::Explore, Some(point("TRA-1")));
    assert_eq!(go(AppCommand::Forward), tra);
    assert_eq!(go(AppCommand::Back), lev);
    assert_eq!(go(AppCommand::Back).0, Mode::Locate);
    assert_eq!(go(AppCommand::Back), (Mode::Explore, None));
}

#[test]
fn a_mode_that_was_never_on_is_gone_to_and_a_new_way_ends_the_one_ahead() {
    let (state, effects) = after([AppCommand::BackTo(Mode::Locate)]);
    assert_eq!((*state.mode, effects), (Mode::Locate, vec![]));
    let (mut state, _) = after([select("LEV-1"), select("TRA-1"), AppCommand::Back]);
    assert!(state.history.can_go_forward());
    apply(&mut state, AppCommand::SetMode(Mode::Locate), &catalog());
    assert!(!state.history.can_go_forward() && state.history.can_go_back());
}

#[test]
fn what_is_shown_again_is_no_step_of_the_history() {
    let (state, _) = after([
        select("LEV-1"),
        select("LEV-1"),
        AppCommand::SetMode(Mode::Explore),
        AppCommand::SetDepth(4.0),
    ]);
    assert_eq!(state.history, AppState::default().history);
}

#[test]
fn a_link_is_one_step() {
    let link = AppCommand::OpenLink("#point=TRA-1.left".into());
    let (mut state, _) = after(painted().into_iter().chain([link]));
    assert_eq!(*state.mode, Mode::Explore);
    apply(&mut state, AppCommand::Back, &catalog());
    assert_eq!(*state.mode, Mode::Locate);
}
