//! Keeping what Locate has: off at first, what is sent and when, and what an earlier session left.

mod session;

use super::*;
use crate::{
    app::{
        commands::AppCommand,
        effects::Effect,
        modes::locate::{LocateCommand, LocateStep},
        stroke::Stroke,
    },
    model::{facts::Urgency, ids::RegionId, link::Mode, side::Side},
    records::{Kind, Record, ZonedTime},
    store::records::{RecordReply, RecordRequest, RecordStoreError},
};
use jiff::SignedDuration;
use session::{Session, answers, days_ago, id, keeping, now, skin};

#[test]
fn nothing_is_kept_unless_the_user_says_so() {
    let mut session = Session::new();
    session.locate(LocateCommand::SkinReady(skin()));
    session.locate(LocateCommand::FinishQuestions);
    session.paint(&[2, 3]);
    assert!(session.kept().is_empty());
    // What is there when it is turned on is kept at once, and the choice as well.
    session.records(RecordsCommand::Keep(true));
    assert!(session.effects.contains(&Effect::SavePreferences));
    let kinds: Vec<Kind> = session
        .kept()
        .iter()
        .map(|(_, payload)| payload.kind())
        .collect();
    assert_eq!(kinds, [Kind::WarningAnswers, Kind::Painting]);
}

#[test]
fn each_stroke_changes_one_record_and_beginning_anew_begins_another() {
    let mut session = keeping();
    let first = session.kept();
    assert_eq!(first.len(), 1, "the answers: {first:?}");
    session.paint(&[2, 3]);
    session.locate(LocateCommand::Hover(None));
    session.paint(&[4]);
    let painted = session.kept();
    assert_eq!(painted.len(), 2);
    assert_eq!(painted[0].0, painted[1].0);
    assert_ne!(painted[0].1, painted[1].1);
    assert_ne!(painted[0].0, first[0].0);
    // All paint taken away is no painting: the one that was kept stays.
    session.locate(LocateCommand::Clear);
    assert!(session.kept().is_empty());
    session.locate(LocateCommand::StartAgain);
    session.locate(LocateCommand::FinishQuestions);
    session.paint(&[5]);
    let again = session.kept();
    assert_eq!(again.len(), 2);
    assert!(
        again
            .iter()
            .all(|(target, _)| *target != painted[0].0 && *target != first[0].0)
    );
}

#[test]
fn a_link_is_a_view_and_no_record() {
    let mut session = keeping();
    session.paint(&[2, 3]);
    let own = session.kept().pop().unwrap();
    session.send(AppCommand::OpenLink(
        "#mode=locate&pain=Knee~temple.left*3".to_owned(),
    ));
    assert!(session.kept().is_empty());
    assert!(session.state.locate.is_painted());
    // Changed by the user it is kept, and not as the painting that it took the place of.
    session.paint(&[7]);
    let changed = session.kept();
    assert_eq!(changed.len(), 1);
    assert_ne!(changed[0].0, own.0);
}

#[test]
fn a_text_that_is_no_link_leaves_the_painting_the_user_s() {
    let mut session = keeping();
    session.paint(&[2, 3]);
    let own = session.kept().pop().unwrap();
    // In the middle of a stroke.
    session.locate(LocateCommand::Stroke(Stroke::Start));
    session.locate(LocateCommand::Stroke(Stroke::Over([7].into())));
    session.send(AppCommand::OpenLink("#depth=deep".to_owned()));
    session.locate(LocateCommand::Stroke(Stroke::End));
    let changed = session.kept();
    assert_eq!(changed.len(), 1);
    assert_eq!(changed[0].0, own.0);
    assert_ne!(changed[0].1, own.1);
}

#[test]
fn a_painting_comes_back_as_it_was_and_is_changed_as_the_same_record() {
    let mut session = keeping();
    session.locate(LocateCommand::NamePain(0, "Head".to_owned()));
    session.locate(LocateCommand::ColourPain(0, 4));
    session.locate(LocateCommand::ToggleRegion(RegionId::new(
        "temple",
        Side::Left,
    )));
    session.paint(&[5, 6]);
    let strengths = session.state.locate.strengths().to_vec();
    let (_, payload) = session.kept().pop().unwrap();
    let record = Record::new(id(9), now(), payload);

    // Opened before the skin is there, and after.
    for skin_first in [false, true] {
        let mut other = Session::new();
        other.send(AppCommand::SetMode(Mode::Explore));
        other.loads([record.clone()]);
        other.records(RecordsCommand::Keep(true));
        other.locate(LocateCommand::FinishQuestions);
        if skin_first {
            other.locate(LocateCommand::SkinReady(skin()));
        }
        other.records(RecordsCommand::ShowList(true));
        other.records(RecordsCommand::Open(record.id));
        if !skin_first {
            other.locate(LocateCommand::SkinReady(skin()));
        }
        assert_eq!(*other.state.mode, Mode::Locate);
        assert!(!other.state.records.list_open);
        let painted = other.state.locate.strengths();
        assert_eq!(&painted[..strengths.len()], strengths);
        assert_eq!(other.state.locate.pains[0].name, "Head");
        assert_eq!(other.state.locate.pains[0].colour, 4);
        // Looking at it keeps nothing anew.
        let kept = other.kept();
        assert!(
            kept.iter()
                .all(|(_, payload)| payload.kind() != Kind::Painting),
            "{kept:?}"
        );
        other.paint(&[8]);
        let kept = other.kept();
        assert_eq!(kept.len(), 1, "{skin_first}");
        assert_eq!(kept[0].0, Target::Known(record.id), "{skin_first}");
    }
}

#[test]
fn answers_of_an_earlier_session_hold_for_fourteen_days() {
    for (days, asked, held) in [
        (0, &["RF01", "RF02"][..], 2),
        (13, &["RF01", "RF02"], 2),
        (14, &["RF01", "RF02"], 0),
        // A question that is new was not answered.
        (1, &["RF02"], 1),
        // A clock that was wrong then or is now.
        (-2, &["RF01", "RF02"], 0),
    ] {
        let mut session = Session::new();
        session.state.preferences.keep_records = true;
        session.loads([answers(days_ago(days), asked, &[("RF02", Urgency::Soon)])]);
        assert!(session.effects.contains(&Effect::TellTime));
        session.send(AppCommand::Tick(now()));
        let locate = &session.state.locate;
        assert_eq!(locate.asked.len(), held, "{days} days, {asked:?}");
        assert_eq!(locate.answers.len(), usize::from(held > 0));
        assert!(session.kept().is_empty(), "they are kept already");
    }
}

#[test]
fn a_kept_answer_that_stops_stops_again() {
    let mut session = Session::new();
    session.state.preferences.keep_records = true;
    let yes = [("RF01", Urgency::Today), ("RF99", Urgency::Emergency)];
    session.loads([answers(days_ago(3), &["RF01", "RF02"], &yes)]);
    session.send(AppCommand::Tick(now()));
    assert_eq!(session.state.locate.step, LocateStep::Stopped);
    // A sign that is no longer asked about says nothing.
    assert_eq!(session.state.locate.answers.len(), 1);
}

#[test]
fn without_keeping_nothing_is_taken_up() {
    let mut session = Session::new();
    session.loads([answers(days_ago(1), &["RF01", "RF02"], &[])]);
    session.send(AppCommand::Tick(now()));
    assert!(session.state.locate.asked.is_empty());
    assert_eq!(session.state.records.all.len(), 1);
}

#[test]
fn answers_run_out_while_the_window_is_open() {
    let mut session = Session::new();
    session.locate(LocateCommand::FinishQuestions);
    assert!(session.effects.contains(&Effect::TellTime));
    session.effects.clear();
    session.send(AppCommand::Tick(now()));
    let end = now().instant() + SignedDuration::from_hours(24 * 14);
    assert_eq!(session.effects, [Effect::WakeAt(end)]);
    let before = ZonedTime::utc(end - SignedDuration::from_secs(1));
    session.send(AppCommand::Tick(before));
    assert_eq!(session.state.locate.asked.len(), 2);
    session.send(AppCommand::Tick(ZonedTime::utc(end)));
    assert!(session.state.locate.asked.is_empty());
    assert_eq!(session.notices(), ["locate-answers-ran-out"]);
    // Answered anew, they hold anew.
    session.effects.clear();
    session.locate(LocateCommand::FinishQuestions);
    session.send(AppCommand::Tick(ZonedTime::utc(end)));
    assert_eq!(session.state.locate.asked.len(), 2);
}

#[test]
fn a_question_that_is_worded_anew_was_not_answered() {
    let mut session = Session::new();
    session.state.preferences.keep_records = true;
    session.loads([answers(days_ago(1), &["RF01", "RF02"], &[])]);
    session.catalog.red_flags.flags[0].question = "Is it worded anew?".to_owned();
    session.send(AppCommand::Tick(now()));
    assert_eq!(
        session.state.locate.asked.iter().collect::<Vec<_>>(),
        ["RF02"]
    );
}

#[test]
fn turned_off_nothing_more_is_kept_and_the_user_is_asked_about_the_rest() {
    let mut session = keeping();
    session.records(RecordsCommand::Keep(false));
    assert_eq!(session.state.records.question, None, "there is nothing");
    session.records(RecordsCommand::Keep(true));
    session.loads([answers(now(), &[], &[])]);
    session.effects.clear();
    session.records(RecordsCommand::Keep(false));
    assert_eq!(
        session.state.records.question,
        Some(RecordsQuestion::TurnedOff)
    );
    assert_eq!(session.effects, [Effect::SavePreferences]);
    session.paint(&[1]);
    assert!(session.kept().is_empty());
    session.records(RecordsCommand::DeleteEverything);
    assert_eq!(session.asked(), [RecordRequest::DeleteEverything]);
    assert_eq!(session.state.records.question, None);
    assert_eq!(
        session.state.records.all.len(),
        1,
        "until the store says so"
    );
    session.records(RecordsCommand::Reply(RecordReply::EverythingDeleted));
    assert!(session.state.records.all.is_empty());
    assert_eq!(session.notices(), ["records-all-deleted"]);
}

#[test]
fn what_was_deleted_does_not_come_back_with_the_next_stroke() {
    let mut session = keeping();
    session.paint(&[2]);
    let (target, payload) = session.kept().pop().unwrap();
    let record = Record::new(id(4), now(), payload);
    session.records(RecordsCommand::Reply(RecordReply::Saved(record.clone())));
    assert_eq!(session.state.records.saved_at, Some(now()));
    session.records(RecordsCommand::Delete(record.id));
    assert_eq!(session.asked(), [RecordRequest::Delete(vec![record.id])]);
    session.records(RecordsCommand::Reply(RecordReply::Deleted(vec![record.id])));
    assert!(session.state.records.all.is_empty());
    session.locate(LocateCommand::Hover(None));
    assert!(session.kept().is_empty());
    session.paint(&[3]);
    let kept = session.kept();
    assert_eq!(kept.len(), 1);
    assert_ne!(kept[0].0, target);
}

#[test]
fn what_goes_wrong_is_told_and_stays_in_sight_until_it_goes_well() {
    let mut session = keeping();
    let full = RecordStoreError::Full {
        place: "/data/records".to_owned(),
    };
    session.records(RecordsCommand::Reply(RecordReply::Failed(full.clone())));
    assert_eq!(session.notices(), ["records-problem"]);
    assert_eq!(session.state.records.problem, Some(full));
    session.records(RecordsCommand::Reply(RecordReply::Saved(answers(
        now(),
        &[],
        &[],
    ))));
    assert_eq!(session.state.records.problem, None);
}

#[test]
fn who_keeps_nothing_is_not_told_that_there_is_no_place_for_it() {
    let mut session = Session::new();
    let failed = || RecordsCommand::Reply(RecordReply::Failed(RecordStoreError::NoFolder));
    session.records(failed());
    assert!(session.notices().is_empty());
    session.records(RecordsCommand::ShowList(true));
    session.records(failed());
    assert_eq!(session.notices(), ["records-problem"]);
}

#[test]
fn a_backup_is_made_written_and_taken_over() {
    let mut session = keeping();
    session.effects.clear();
    session.records(RecordsCommand::BackUp);
    assert_eq!(session.asked(), [RecordRequest::BackUp]);
    let bytes = b"{}".to_vec();
    session.records(RecordsCommand::Reply(RecordReply::BackedUp {
        bytes: bytes.clone(),
        at: now(),
    }));
    let write = RecordsEffect::WriteBackup {
        bytes: bytes.clone(),
        at: now(),
    };
    assert_eq!(session.effects, [Effect::Records(write)]);
    // It counts only once it is written.
    assert_eq!(session.state.records.backed_up, None);
    session.records(RecordsCommand::BackupWritten {
        at: now(),
        file: "b.jsonl".to_owned(),
    });
    assert_eq!(session.state.records.backed_up, Some(now()));
    session.effects.clear();
    session.records(RecordsCommand::TakeOver);
    assert_eq!(
        session.effects,
        [Effect::Records(RecordsEffect::ChooseBackup)]
    );
    session.effects.clear();
    session.records(RecordsCommand::Chosen(bytes.clone()));
    assert_eq!(session.asked(), [RecordRequest::TakeOver(bytes)]);
}
