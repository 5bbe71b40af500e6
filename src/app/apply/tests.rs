mod history;
mod links;
mod selection;

use super::*;
use crate::{
    app::{
        notices::MOST_NOTICES,
        state::{BodyMenu, NoticeKind, PainPalette, Preferences, ViewSettings},
    },
    locale::Words,
    model::{
        facts::{Bone, Muscle, Region},
        ids::{Item, PointId, RegionId, StructureId},
        link::{Mode, SideFilter, Theme, ViewPreset},
        pose::CameraPose,
        side::Side,
    },
};

/// The first notice in English.
fn told(state: &AppState) -> String {
    Words::default().put(&state.notices[0].says).into_owned()
}

fn catalog() -> Catalog {
    let part = |id: &str, depth: u8| {
        format!(
            r#"(id: "{id}", names: (english: "{id}", latin: "l"), depth: {depth},
            origin: (text: "o", line: []), insertion: (text: "i", line: []),
            action: "a", nerve: "n", tendon: (origin: 0, insertion: 0))"#
        )
    };
    let says = r#"(text: "t", sources: [], confidence: recalled)"#;
    let point = |id: &str, part: &str| {
        format!(
            r#"(id: "{id}", mark: "1", name: "{id}", part: "{part}", place: At("x"), snap: Nearest,
            location: {says}, find: {says}, essential: (text: "e"), spillover: (text: "s"),
            pattern_confidence: confirmed, pattern_sources: [], treatment: [])"#
        )
    };
    let muscle = |id: &str, code: &str, parts: &[String], points: &[String]| -> Muscle {
        ron::from_str(&format!(
            r#"(id: "{id}", code: "{code}", names: (english: "{id}", latin: "l"),
            anatomy_sources: [], parts: [{}], points: [{}])"#,
            parts.join(","),
            points.join(",")
        ))
        .unwrap()
    };
    let bone: Bone =
        ron::from_str(r#"(id: "sacrum", names: (english: "Sacrum", latin: "l"), paired: false)"#)
            .unwrap();
    let region: Region =
        ron::from_str(r#"(id: "temple", name: "Temple", extent: "e", areas: [])"#).unwrap();
    Catalog {
        muscles: vec![
            muscle(
                "levator_scapulae",
                "LEV",
                &[part("levator_scapulae", 3)],
                &[point("LEV-1", "levator_scapulae")],
            ),
            muscle(
                "trapezius",
                "TRA",
                &[
                    part("trapezius.descending", 1),
                    part("trapezius.ascending", 1),
                ],
                &[point("TRA-1", "trapezius.descending")],
            ),
        ],
        bones: vec![bone],
        regions: vec![region],
        ..Catalog::default()
    }
}

fn point(code: &str) -> Item {
    Item::Point(PointId::new(code, Side::Left))
}

fn structure(base: &str) -> StructureId {
    StructureId::new(base, Side::Left)
}

fn item(base: &str) -> Item {
    Item::Structure(structure(base))
}

fn after(commands: impl IntoIterator<Item = AppCommand>) -> (AppState, Vec<Effect>) {
    let (catalog, mut state) = (catalog(), AppState::default());
    let mut effects = Vec::new();
    for command in commands {
        effects = apply(&mut state, command, &catalog).effects;
    }
    (state, effects)
}

#[test]
fn depth_is_kept_in_range_and_nan_refused() {
    for (asked, wanted) in [
        (3.5, 3.5),
        (-1.0, 0.0),
        (f32::INFINITY, 6.0),
        (f32::NAN, 1.0),
    ] {
        let (state, _) = after([AppCommand::SetDepth(asked)]);
        assert_eq!(state.view.depth, wanted);
    }
}

#[test]
fn hiding_the_selected_keeps_the_selection() {
    let (state, _) = after([
        AppCommand::Select(Some(item("levator_scapulae"))),
        AppCommand::Hide(structure("levator_scapulae")),
    ]);
    assert_eq!(state.selection, Some(item("levator_scapulae")));
    assert_eq!(state.view.hidden.len(), 1);
}

#[test]
fn hide_ghost_isolate_and_show_all_undo_one_another() {
    let trapezius = || structure("trapezius");
    let (state, _) = after([AppCommand::Isolate(trapezius())]);
    assert_eq!(state.view.isolated.len(), 2);
    let (state, _) = after([
        AppCommand::Isolate(trapezius()),
        AppCommand::Isolate(trapezius()),
    ]);
    assert!(state.view.isolated.is_empty());
    let (state, _) = after([AppCommand::Ghost(trapezius())]);
    assert_eq!(state.view.ghosted.len(), 2);
    let (state, _) = after([
        AppCommand::Ghost(trapezius()),
        AppCommand::Ghost(trapezius()),
    ]);
    assert!(state.view.ghosted.is_empty());
    let (state, _) = after([
        AppCommand::Hide(trapezius()),
        AppCommand::Ghost(trapezius()),
    ]);
    assert!(state.view.hidden.is_empty());
    let (state, _) = after([AppCommand::Hide(trapezius()), AppCommand::Show(trapezius())]);
    assert!(state.view.hidden.is_empty());
    let (state, _) = after([
        AppCommand::Hide(trapezius()),
        AppCommand::Ghost(structure("levator_scapulae")),
        AppCommand::Isolate(StructureId::new("sacrum", Side::Midline)),
        AppCommand::ShowAll,
    ]);
    let as_at_the_start = ViewSettings {
        // What was shown alone was turned to.
        preset: None,
        ..ViewSettings::default()
    };
    assert_eq!(state.view, as_at_the_start);
    let (state, _) = after([AppCommand::Hide(structure("kidney"))]);
    assert!(state.view.hidden.is_empty());
    assert_eq!(state.notices.len(), 1);
}

#[test]
fn points_of_one_muscle_only_bring_it_into_sight_and_end_with_show_all() {
    let trapezius = || AppCommand::ShowPointsOf(vec![structure("trapezius")]);
    let (state, _) = after([
        AppCommand::ShowMarkers(false),
        AppCommand::Hide(structure("trapezius.ascending")),
        AppCommand::SetDepth(4.0),
        trapezius(),
    ]);
    assert_eq!(state.view.points_of.len(), 2);
    assert!(state.view.markers && state.view.hidden.is_empty());
    assert_eq!(state.view.depth, 1.0, "it was peeled away");
    // What only lies under others is marked through them, but not through the skin.
    let levator = || AppCommand::ShowPointsOf(vec![structure("levator_scapulae")]);
    for (depth, then) in [(1.0, 1.0), (0.0, 3.0), (3.0, 3.0)] {
        let (state, _) = after([AppCommand::SetDepth(depth), levator()]);
        assert_eq!(state.view.depth, then, "from {depth}");
    }
    for end in [AppCommand::ShowAll, AppCommand::ShowPointsOf(Vec::new())] {
        let (state, _) = after([trapezius(), end]);
        assert!(state.view.points_of.is_empty());
    }
    let (state, _) = after([AppCommand::ShowPointsOf(vec![structure("kidney")])]);
    assert!(state.view.points_of.is_empty());
    assert_eq!(state.notices.len(), 1);
}

#[test]
fn looking_framing_hovering_and_folding() {
    let (state, effects) = after([AppCommand::Look(ViewPreset::Neck)]);
    assert_eq!(state.view.preset, Some(ViewPreset::Neck));
    assert_eq!(effects, [Effect::LookPreset(ViewPreset::Neck)]);
    let (state, effects) = after([AppCommand::Frame(item("trapezius"))]);
    assert_eq!(
        (state.view.preset, effects),
        (None, vec![Effect::TurnTo(item("trapezius"))])
    );
    let (state, effects) = after([AppCommand::Frame(item("kidney"))]);
    assert!(effects.is_empty() && state.view.preset.is_some());
    let (state, _) = after([
        AppCommand::Hover(Some(point("TRA-1"))),
        AppCommand::OpenLeftPanel(true),
        AppCommand::OpenCard(true),
        AppCommand::OpenCard(false),
        AppCommand::ShowLabels(true),
        AppCommand::ShowMarkers(false),
    ]);
    assert_eq!(state.hover, Some(point("TRA-1")));
    assert!(state.left_panel_open && !state.card_open);
    assert!(state.view.labels && !state.view.markers);
}

#[test]
fn the_menu_goes_with_the_picture_it_was_opened_on() {
    let menu = || {
        AppCommand::OpenMenu(BodyMenu {
            item: point("LEV-1"),
            at: [300.0, 200.0],
        })
    };
    for leaves in [
        AppCommand::OpenLink("#view=front".to_owned()),
        AppCommand::Select(Some(point("TRA-1"))),
        AppCommand::SetMode(Mode::Locate),
        AppCommand::OpenSearch,
    ] {
        let (state, _) = after([menu(), leaves.clone()]);
        assert_eq!(state.menu, None, "{leaves:?}");
    }
    let (state, _) = after([menu(), AppCommand::Hover(Some(point("TRA-1")))]);
    assert!(state.menu.is_some());
}

#[test]
fn the_search_opens_takes_a_query_and_closes() {
    let (state, effects) = after([AppCommand::OpenSearch]);
    assert!(state.search.open);
    assert_eq!(effects, [Effect::FocusSearch]);
    let (state, _) = after([AppCommand::SetQuery("x".repeat(10_000))]);
    assert_eq!(state.search.query.len(), LONGEST_QUERY);
    let (state, _) = after([AppCommand::SetQuery("x".into()), AppCommand::CloseSearch]);
    assert_eq!(state.search, AppState::default().search);
}

#[test]
fn preferences_are_saved_when_they_change() {
    for command in [
        AppCommand::SetTheme(Theme::Dark),
        AppCommand::SetTextScale(1.5),
        AppCommand::SetReducedMotion(true),
        AppCommand::SetPainPalette(PainPalette::Blue),
    ] {
        let (_, effects) = after([command.clone()]);
        assert_eq!(effects, [Effect::SavePreferences]);
        let (_, effects) = after([command.clone(), command]);
        assert!(effects.is_empty());
    }
    for (asked, wanted) in [(9.0, 2.0), (0.1, 0.8), (f32::NAN, 1.0)] {
        let (state, _) = after([AppCommand::SetTextScale(asked)]);
        assert_eq!(state.preferences.text_scale, wanted);
        // So it is with what a file says.
        let read = Preferences {
            text_scale: asked,
            ..Preferences::default()
        };
        assert_eq!(read.within_limits().text_scale, wanted);
    }
}

#[test]
fn coach_marks_are_shown_once() {
    let (catalog, mut state) = (
        catalog(),
        AppState {
            coach_mark: Some(0),
            ..AppState::default()
        },
    );
    for wanted in [Some(1), Some(2), None] {
        apply(&mut state, AppCommand::NextCoachMark, &catalog);
        assert_eq!(state.coach_mark, wanted);
    }
    assert!(state.preferences.coach_marks_seen);
    // The settings ask for them again.
    apply(&mut state, AppCommand::NextCoachMark, &catalog);
    assert_eq!(state.coach_mark, Some(0));
    let (mut state, catalog) = (
        AppState {
            coach_mark: Some(0),
            ..AppState::default()
        },
        catalog,
    );
    let effects = apply(&mut state, AppCommand::SkipCoachMarks, &catalog).effects;
    assert_eq!(
        (state.coach_mark, effects),
        (None, vec![Effect::SavePreferences])
    );
}

#[test]
fn copying_says_so_each_time_and_gives_no_colours_of_the_users_own() {
    let (state, effects) = after([
        AppCommand::SetTheme(Theme::Dark),
        AppCommand::CopyLink,
        AppCommand::CopyLink,
    ]);
    let [Effect::CopyText(link)] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    assert!(!link.contains("theme"), "{link}");
    assert_eq!(state.notices.len(), 1, "said once");
    assert_eq!(state.notices[0].id, 1, "and anew");
    assert_eq!(state.notices[0].kind, NoticeKind::Info);
    // Colours that a link has brought belong to its view.
    let (_, effects) = after([
        AppCommand::OpenLink("#theme=dark".into()),
        AppCommand::CopyLink,
    ]);
    let [Effect::CopyText(link)] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    assert!(link.contains("theme=dark"), "{link}");
}

#[test]
fn notices_are_dismissed_not_repeated_and_not_piled_up() {
    let bad = |n: usize| AppCommand::OpenLink(format!("#depth={n}x"));
    let (state, _) = after([bad(1), bad(1)]);
    assert_eq!(state.notices.len(), 1);
    let (state, _) = after([bad(1), bad(2), AppCommand::DismissNotice(0)]);
    assert_eq!(state.notices.len(), 1);
    assert_eq!(state.notices[0].id, 1);
    let (state, _) = after((0..100).map(bad));
    assert_eq!(state.notices.len(), MOST_NOTICES);
}
