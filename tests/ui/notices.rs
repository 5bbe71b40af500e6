//! Notices: in sight, within the window, and never under something else.

use super::{App, SMALL, fixture, open};
use egui_kittest::kittest::Queryable;
use myomap::{
    app::{apply::apply, commands::AppCommand, state::NoticeKind},
    locale::{Key, Message},
};

/// A notice that repeats something from a file.
fn long(letters: usize, of: &str) -> Message {
    Message::new(Key("notice-preferences-unsaved"))
        .with("file", of)
        .with("why", "x".repeat(letters))
}

fn with_notices(notices: impl IntoIterator<Item = Message>, text_scale: f32) -> App {
    let mut app = App::new(fixture::catalog());
    app.state.preferences.text_scale = text_scale;
    for says in notices {
        let told = AppCommand::Notify(NoticeKind::Warning, says);
        apply(&mut app.state, told, &app.catalog);
    }
    app
}

#[test]
fn however_long_notices_are_they_leave_the_window_and_are_dismissed() {
    for (letters, number, text_scale) in [
        (10, 1, 1.0),
        (5_000, 1, 1.0),
        (5_000, 4, 1.0),
        (5_000, 4, 2.0),
        (1_000_000, 2, 1.5),
    ] {
        let told = (0..number).map(|n| long(letters, &format!("file {n}")));
        let mut harness = open(with_notices(told, text_scale), SMALL);
        let mut before = harness.state().state.notices.len();
        assert_eq!(before, number);
        while before > 0 {
            let buttons: Vec<_> = harness
                .get_all_by_label("Dismiss")
                .map(|button| button.rect())
                .collect();
            assert_eq!(buttons.len(), before);
            for rect in &buttons {
                let top = harness.state().viewport.top();
                assert!(
                    rect.top() > top && rect.bottom() < SMALL.y && rect.right() < SMALL.x,
                    "{letters} letters, {number} notices, text {text_scale}: a button at {rect:?}"
                );
            }
            harness.get_all_by_label("Dismiss").next().unwrap().click();
            harness.run_steps(6);
            let now = harness.state().state.notices.len();
            assert_eq!(now, before - 1);
            before = now;
        }
    }
}

#[test]
fn a_coach_mark_waits_until_notices_are_read() {
    let mut app = with_notices([long(5_000, "a file")], 1.0);
    app.state.coach_mark = Some(0);
    let mut harness = open(app, SMALL);
    assert!(harness.query_by_label("Skip").is_none());
    harness.get_by_label("Dismiss").click();
    harness.run_steps(6);
    harness.get_by_label("Skip");
}
