//! What is kept: the switch, the list, and the questions before anything is deleted.

use super::{App, SMALL, USUAL, fixture, language, open, outside};
use egui::{Key, Modifiers, Vec2};
use egui_kittest::{Harness, kittest::Queryable};
use myomap::{
    app::{
        apply::apply,
        commands::AppCommand,
        records::{RecordsCommand, RecordsQuestion},
    },
    model::painted::PaintedPain,
    records::{
        Payload, Record, RecordId, ZonedTime,
        payload::{KeptPain, KeptPainting, WarningAnswers},
    },
    store::records::{FaultAt, Loaded, RecordReply, RecordStoreError},
};

fn at(day: u8) -> ZonedTime {
    format!("2026-11-{day:02}T19:28:08+01:00").parse().unwrap()
}

fn painting(day: u8, name: &str) -> Record {
    let pain = KeptPain {
        colour: 0,
        pain: PaintedPain {
            name: name.to_owned(),
            ..PaintedPain::default()
        },
    };
    let id = RecordId::new(at(day).instant(), [day; 10]);
    let pains = vec![pain];
    Record::new(id, at(day), Payload::Painting(KeptPainting { pains }))
}

fn answers(day: u8) -> Record {
    let id = RecordId::new(at(day).instant(), [day; 10]);
    Record::new(
        id,
        at(day),
        Payload::WarningAnswers(WarningAnswers::default()),
    )
}

/// A window whose store has told what it holds.
fn app(loaded: Loaded) -> App {
    let mut app = App::new(fixture::catalog());
    app.state.preferences.keep_records = true;
    let reply = RecordsCommand::Reply(RecordReply::Loaded(loaded));
    apply(&mut app.state, AppCommand::Records(reply), &app.catalog);
    app
}

fn listed(records: impl IntoIterator<Item = Record>, size: Vec2) -> Harness<'static, App> {
    let mut app = app(Loaded {
        records: records.into_iter().collect(),
        place: "/home/me/.local/share/myomap/records".to_owned(),
        ..Loaded::default()
    });
    app.state.records.list_open = true;
    open(app, size)
}

fn press(harness: &mut Harness<'_, App>, name: &str) {
    harness.get_by_label(name).click();
    harness.run_steps(4);
}

fn said(harness: &Harness<'_, App>) -> Vec<RecordsCommand> {
    let commands = harness.state().said();
    commands
        .filter_map(|command| match command {
            AppCommand::Records(command) => Some(command.clone()),
            _ => None,
        })
        .collect()
}

#[test]
fn the_list_tells_when_and_what_the_latest_first() {
    let harness = listed([painting(3, "Head"), painting(9, ""), answers(5)], USUAL);
    let y = |label: &str| harness.get_by_label(label).rect().top();
    let order = [
        y("9 November 2026, 19:28"),
        y("5 November 2026, 19:28"),
        y("3 November 2026, 19:28"),
    ];
    assert!(order.is_sorted(), "{order:?}");
    harness.get_by_label("Painting: Head");
    harness.get_by_label("Painting");
    harness.get_by_label("Warning signs: none");
    harness.get_by_label_contains("/home/me/.local/share/myomap/records");
}

#[test]
fn a_record_is_opened_or_deleted_by_its_own_buttons() {
    let record = painting(3, "Head");
    let mut harness = listed([record.clone(), painting(9, "")], USUAL);
    press(&mut harness, "Delete: 3 November 2026, 19:28");
    assert_eq!(said(&harness), [RecordsCommand::Delete(record.id)]);
    press(&mut harness, "Open in Locate: 3 November 2026, 19:28");
    assert_eq!(
        said(&harness).last(),
        Some(&RecordsCommand::Open(record.id))
    );
    assert!(!harness.state().state.records.list_open);
}

#[test]
fn everything_is_deleted_only_after_a_second_word() {
    let mut harness = listed([painting(3, "Head")], USUAL);
    press(&mut harness, "Delete everything …");
    let question = RecordsCommand::Ask(Some(RecordsQuestion::DeleteEverything));
    assert_eq!(said(&harness), [question]);
    press(&mut harness, "Do not delete");
    assert!(harness.state().state.records.list_open);
    assert_eq!(harness.state().state.records.question, None);
    press(&mut harness, "Delete everything …");
    press(&mut harness, "Delete everything");
    assert_eq!(
        said(&harness).last(),
        Some(&RecordsCommand::DeleteEverything)
    );
}

#[test]
fn escape_closes_the_list_and_nothing_else() {
    let mut harness = listed([painting(3, "Head")], USUAL);
    harness.state_mut().state.selection = Some(
        "TRA-1.left"
            .parse()
            .map(myomap::model::ids::Item::Point)
            .unwrap(),
    );
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::NONE, Key::Escape);
    harness.run_steps(4);
    assert!(!harness.state().state.records.list_open);
    assert!(harness.state().state.selection.is_some());
}

#[test]
fn the_switch_is_in_the_settings_and_asks_about_the_rest_when_it_is_turned_off() {
    let mut harness = open(
        app(Loaded {
            records: [painting(3, "Head")].into_iter().collect(),
            ..Loaded::default()
        }),
        USUAL,
    );
    press(&mut harness, "Settings");
    press(&mut harness, "Keep on this device");
    assert!(!harness.state().state.preferences.keep_records);
    harness.get_by_label("From now on nothing is kept");
    press(&mut harness, "Leave what there is");
    assert_eq!(harness.state().state.records.question, None);
    assert_eq!(harness.state().state.records.all.len(), 1);
}

#[test]
fn the_browser_may_delete_it_and_that_is_said() {
    for (persistent, told) in [(false, "may delete it"), (true, "promised not to delete")] {
        let mut app = app(Loaded {
            records: [painting(3, "Head")].into_iter().collect(),
            is_persistent: Some(persistent),
            ..Loaded::default()
        });
        app.state.records.list_open = true;
        let harness = open(app, USUAL);
        harness.get_by_label_contains(told);
        harness.get_by_label("No backup yet.");
    }
}

#[test]
fn the_list_and_its_questions_fit_a_small_window_with_large_text() {
    for (scale, language) in [1.0, 1.5].into_iter().flat_map(language::in_each) {
        for question in [
            None,
            Some(RecordsQuestion::TurnedOff),
            Some(RecordsQuestion::DeleteEverything),
        ] {
            let records = (1..29)
                .map(|day| painting(day, "A pain with a name as long as one may be, sixty signs"));
            let mut app = app(Loaded {
                records: records.collect(),
                place: "/a/folder/with/quite/a/long/name/as/some/have/.local/share/myomap/records"
                    .into(),
                backed_up: Some(at(2)),
                faults: vec![FaultAt {
                    place: "/x".into(),
                    line: 1,
                    fault: myomap::records::line::LineFault::Torn,
                }],
                ..Loaded::default()
            });
            app.state.notices.clear();
            app.state.records.problem = Some(RecordStoreError::Full {
                place: "/a/folder/with/quite/a/long/name".into(),
            });
            app.state.records.list_open = true;
            app.state.records.question = question;
            app.state.preferences.text_scale = scale;
            app.state.preferences.language = Some(language);
            let harness = open(app, SMALL);
            let lost = outside(&harness, SMALL, true);
            assert_eq!(
                lost,
                Vec::<String>::new(),
                "{question:?} at {scale} in {language}"
            );
            // The buttons below the list are in the window.
            let words = myomap::locale::Words::of(language);
            let lowest = match question {
                None => words.say("records-restore"),
                Some(_) => words.say("records-delete-everything-now"),
            };
            let bottom = harness.get_by_label(&lowest).rect().bottom();
            assert!(bottom < SMALL.y, "{bottom} at {scale} in {language}");
        }
    }
}
