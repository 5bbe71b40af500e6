//! The list of layers, notices, coach marks and rows: what they ask for, and what they cover.

use super::{App, SMALL, fixture, open};
use egui::{Key, Rect, accesskit::Role, vec2};
use egui_kittest::{Harness, kittest::NodeT, kittest::Queryable};
use myomap::{
    app::{apply::apply, commands::AppCommand, state::NoticeKind},
    locale::Key as Word,
    model::{
        ids::{Item, StructureId},
        link::{Mode, ViewPreset},
        side::Side,
    },
    ui::widgets::tip,
};

fn told(app: &mut App, kind: NoticeKind) {
    let notice = AppCommand::Notify(kind, Word("notice-link-copied").into());
    apply(&mut app.state, notice, &app.catalog);
}

#[test]
fn a_row_of_the_list_shows_its_muscle_at_its_depth_on_the_side_in_view() {
    for (preset, side) in [
        (ViewPreset::Back, Side::Left),
        (ViewPreset::Right, Side::Right),
    ] {
        let mut app = App::new(fixture::catalog());
        app.state.view.preset = Some(preset);
        let mut harness = open(app, SMALL);
        harness.get_by_label("Levator scapulae").click();
        harness.run_steps(3);
        let state = &harness.state().state;
        let muscle = StructureId::new("levator_scapulae", side);
        assert_eq!(state.selection, Some(Item::Structure(muscle)));
        assert_eq!(state.view.depth, 3.0);
        assert_eq!(state.view.preset, None, "the camera is turned to it");
        // Peeled away and looked for again, it comes back.
        let app = harness.state_mut();
        apply(&mut app.state, AppCommand::SetDepth(6.0), &app.catalog);
        // The card has its name as well; the list comes first.
        let row = harness.get_all_by_label("Levator scapulae").next();
        row.unwrap().click();
        harness.run_steps(3);
        assert_eq!(harness.state().state.view.depth, 3.0);
    }
}

#[test]
fn a_notice_leaves_by_itself_when_it_has_been_read_and_an_error_stays() {
    let mut app = App::new(fixture::catalog());
    told(&mut app, NoticeKind::Info);
    let error = AppCommand::Notify(NoticeKind::Error, Word("records-no-dialog").into());
    apply(&mut app.state, error, &app.catalog);
    let mut harness = open(app, SMALL);
    assert_eq!(harness.state().state.notices.len(), 2);
    // Each step is a quarter of a second.
    harness.run_steps(4 * 120);
    let left: Vec<_> = harness
        .state()
        .state
        .notices
        .iter()
        .map(|n| n.kind)
        .collect();
    assert_eq!(left, [NoticeKind::Error]);
}

#[test]
fn a_notice_that_is_pointed_at_stays_and_leaves_when_the_pointer_has_gone() {
    let mut app = App::new(fixture::catalog());
    told(&mut app, NoticeKind::Info);
    let mut harness = open(app, SMALL);
    let at = harness.get_by_label("Dismiss").rect().center();
    harness.hover_at(at);
    harness.run_steps(4 * 60);
    assert_eq!(harness.state().state.notices.len(), 1);
    harness.remove_cursor();
    harness.run_steps(4 * 10);
    assert_eq!(harness.state().state.notices.len(), 0);
}

/// Every control but what dismisses a notice.
fn others(harness: &Harness<'_, App>) -> Vec<(String, Rect)> {
    (harness.root().children_recursive())
        .filter(|node| {
            let role = node.accesskit_node().role();
            [Role::Button, Role::CheckBox, Role::RadioButton].contains(&role)
        })
        .map(|node| {
            let name = node.accesskit_node().label().unwrap_or_default();
            (name, node.rect())
        })
        .filter(|(name, _)| name != "Dismiss")
        .collect()
}

#[test]
fn a_notice_lies_on_no_control_wherever_the_window_is_used() {
    for mode in Mode::ALL {
        for size in [SMALL, vec2(1280.0, 800.0), vec2(390.0, 844.0)] {
            let mut app = App::new(fixture::catalog());
            apply(&mut app.state, AppCommand::SetMode(*mode), &app.catalog);
            told(&mut app, NoticeKind::Warning);
            let harness = open(app, size);
            let x = harness.get_by_label("Dismiss").rect();
            let says = harness.get_by_label_contains("has been copied").rect();
            let notice = x.union(says);
            for (name, rect) in others(&harness) {
                let shared = rect.intersect(notice);
                assert!(
                    shared.width() <= 0.5 || shared.height() <= 0.5,
                    "{mode:?} {size}: {name:?} at {rect} lies under {notice}"
                );
            }
        }
    }
}

#[test]
fn coach_marks_go_on_in_one_place_come_first_and_close_with_escape() {
    for size in [SMALL, vec2(1280.0, 800.0)] {
        let mut app = App::new(fixture::catalog());
        app.state.coach_mark = Some(0);
        let mut harness = open(app, size);
        harness.key_press(Key::Tab);
        harness.run_steps(2);
        let next = harness.get_by_label("Next");
        assert!(next.accesskit_node().is_focused(), "it comes first");
        let at = next.rect();
        harness.get_by_label("Next").click();
        harness.run_steps(3);
        assert_eq!(harness.get_by_label("Next").rect(), at);
        harness.get_by_label("Next").click();
        harness.run_steps(3);
        harness.get_by_label("Where does it hurt?");
        harness.get_by_label_contains("In Locate you paint");
        let last = harness.get_by_label("Got it").rect();
        assert!(last.contains(at.center()), "{last} in place of {at}");
        harness.key_press(Key::Escape);
        harness.run_steps(3);
        let state = &harness.state().state;
        assert_eq!(state.coach_mark, None);
        assert!(state.preferences.coach_marks_seen);
    }
}

#[test]
fn home_brings_the_whole_body_back() {
    let mut harness = open(App::new(fixture::catalog()), SMALL);
    harness.key_press(Key::Home);
    harness.run_steps(2);
    assert!(
        harness
            .state()
            .said()
            .any(|said| *said == AppCommand::LookWhole)
    );
}

#[test]
fn with_large_letters_names_are_told_apart_in_the_list() {
    let mut catalog = fixture::catalog();
    let twins = ["Serratus posterior superior", "Serratus posterior inferior"];
    for (muscle, name) in catalog.muscles.iter_mut().zip(twins) {
        muscle.names.english = name.into();
        muscle.parts.truncate(1);
        muscle.points.truncate(1);
    }
    let mut app = App::new(catalog);
    app.state.preferences.text_scale = 2.0;
    let mut harness = open(app, vec2(1280.0, 800.0));
    for name in twins {
        let row = harness.get_by_label(name);
        assert!(row.rect().height() > 66.0, "two lines: {}", row.rect());
    }
    // Pointed at, with its buttons, the row is as high as before.
    let before = harness.get_by_label(twins[0]).rect();
    harness.get_by_label(twins[0]).hover();
    harness.run_steps(3);
    assert_eq!(harness.get_by_label(twins[0]).rect(), before);
}

#[test]
fn the_tip_of_a_row_covers_no_other_row() {
    let mut harness = open(App::new(fixture::catalog()), vec2(1280.0, 800.0));
    harness.get_by_label("Levator scapulae").hover();
    harness.run_steps(4);
    let tip = tip::shown(&harness.ctx).unwrap();
    assert_eq!(tip.says, "1 trigger point");
    let row = harness.get_by_label("Levator scapulae").rect();
    assert!(tip.rect.left() >= row.right(), "{tip:?} beside {row}");
    // It leaves with the pointer, and so does what is hovered.
    harness.remove_cursor();
    harness.run_steps(4);
    assert_eq!(tip::shown(&harness.ctx), None);
    assert_eq!(harness.state().state.hover, None);
}
