//! What a command about records does.

use super::{
    BackupFault, RecordsCommand, RecordsEffect, RecordsQuestion, Slot, follow, locate,
    messages::{damaged, incomplete, problem, taken_over},
};
use crate::{
    app::{
        effects::{Effect, Outcome, set},
        notices::notify,
        state::{AppState, NoticeKind},
    },
    locale::{Key, Message},
    model::catalog::Catalog,
    records::{Payload, RecordId},
    store::records::{Loaded, RecordReply, RecordRequest, RecordStoreError},
};
use std::sync::Arc;

/// Changes the state as a command about records asks.
pub fn apply(state: &mut AppState, command: RecordsCommand, catalog: &Catalog) -> Outcome {
    let records = &mut state.records;
    match command {
        RecordsCommand::Keep(keep) => return turn(state, keep, catalog),
        RecordsCommand::ShowList(open) => {
            let asked_before = records.question.take().is_some();
            let changed = set(&mut records.list_open, open);
            let outcome = Outcome::from(changed || asked_before);
            // Another window may have changed it since.
            return if open {
                outcome.and(asked(RecordRequest::Load))
            } else {
                outcome
            };
        }
        RecordsCommand::Ask(question) => return set(&mut records.question, question).into(),
        RecordsCommand::Open(id) => return open(state, id, catalog),
        RecordsCommand::Delete(id) => return asked(RecordRequest::Delete(vec![id])).into(),
        RecordsCommand::DeleteEverything => {
            records.question = None;
            return Outcome::changed().and(asked(RecordRequest::DeleteEverything));
        }
        RecordsCommand::BackUp => return asked(RecordRequest::BackUp).into(),
        RecordsCommand::TakeOver => return Effect::Records(RecordsEffect::ChooseBackup).into(),
        RecordsCommand::Chosen(bytes) => return asked(RecordRequest::TakeOver(bytes)).into(),
        RecordsCommand::Reply(reply) => return hear(state, reply),
        RecordsCommand::BackupWritten { at, file } => {
            let says = Message::new(Key("records-backed-up"))
                .with("where", if file.is_empty() { "browser" } else { "file" })
                .with("file", file);
            records.backed_up = Some(at);
            notify(state, NoticeKind::Info, says);
        }
        RecordsCommand::BackupFailed { file, why } => {
            let (why, detail) = match why {
                BackupFault::NotAFile => ("not-a-file", String::new()),
                BackupFault::System(detail) => ("other", detail),
            };
            let says = Message::new(Key("records-backup-failed"))
                .with("file", file)
                .with("why", why)
                .with("detail", detail);
            notify(state, NoticeKind::Error, says);
        }
        RecordsCommand::NoDialog => {
            notify(state, NoticeKind::Warning, Key("records-no-dialog").into());
        }
    }
    Outcome::changed()
}

/// Something asked of the store.
fn asked(request: RecordRequest) -> Effect {
    Effect::Records(RecordsEffect::Ask(request))
}

/// Keeping is turned on or off. What was there when it is turned on is kept at once.
fn turn(state: &mut AppState, keep: bool, catalog: &Catalog) -> Outcome {
    if !set(&mut state.preferences.keep_records, keep) {
        return Outcome::default();
    }
    let mut outcome = Outcome::changed().and(Effect::SavePreferences);
    let records = &mut state.records;
    if keep {
        records.question = None;
        records.painting = Slot::default();
        records.answers = Slot::default();
        outcome.effects.extend(follow::keep(state, catalog));
    } else if !records.all.is_empty() {
        records.question = Some(RecordsQuestion::TurnedOff);
    }
    outcome
}

fn open(state: &mut AppState, id: RecordId, catalog: &Catalog) -> Outcome {
    let Some(record) = state.records.all.get(id).cloned() else {
        return Outcome::default();
    };
    state.records.list_open = false;
    match record.payload {
        Payload::Painting(painting) => locate::open_painting(state, record.id, painting, catalog),
        Payload::WarningAnswers(answers) => locate::open_answers(state, &answers, catalog),
    }
}

fn hear(state: &mut AppState, reply: RecordReply) -> Outcome {
    let records = &mut state.records;
    match reply {
        RecordReply::Loaded(loaded) => {
            let first = !records.loaded;
            take(state, loaded);
            if first && state.preferences.keep_records {
                state.records.resume = true;
                return Outcome::changed().and(Effect::TellTime);
            }
        }
        RecordReply::Saved(record) => {
            records.saved_at = Some(record.at.clone());
            records.problem = None;
            Arc::make_mut(&mut records.all).put(record);
        }
        RecordReply::Deleted(ids) => {
            for id in ids {
                Arc::make_mut(&mut records.all).delete(id);
            }
            forget_targets(state);
        }
        RecordReply::EverythingDeleted => {
            records.all = Arc::default();
            records.faults.clear();
            records.backed_up = None;
            records.saved_at = None;
            forget_targets(state);
            notify(state, NoticeKind::Info, Key("records-all-deleted").into());
        }
        RecordReply::BackedUp { bytes, at } => {
            return Effect::Records(RecordsEffect::WriteBackup { bytes, at }).into();
        }
        RecordReply::TakenOver(done, loaded) => {
            take(state, loaded);
            notify(state, NoticeKind::Info, taken_over(&done));
            if let Some(says) = incomplete(&done) {
                notify(state, NoticeKind::Warning, says);
            }
        }
        RecordReply::Failed(error) => {
            // Whoever keeps nothing need not hear that nothing could be looked up at the start.
            if records.loaded || records.list_open || state.preferences.keep_records {
                notify(state, NoticeKind::Error, problem(&error));
            }
            // Of a file that is no backup, nothing that is kept is at fault.
            if !matches!(error, RecordStoreError::Backup(_)) {
                state.records.problem = Some(error);
            }
        }
    }
    Outcome::changed()
}

fn take(state: &mut AppState, loaded: Loaded) {
    if let Some(says) = damaged(&loaded.faults) {
        notify(state, NoticeKind::Warning, says);
    }
    let records = &mut state.records;
    records.loaded = true;
    records.all = Arc::new(loaded.records);
    records.place = loaded.place;
    records.is_persistent = loaded.is_persistent;
    records.faults = loaded.faults;
    // The desktop does not know of it from one session to the next.
    records.backed_up = loaded.backed_up.or(records.backed_up.take());
}

/// What is changed from now on becomes another record: the one it was may be among those deleted.
fn forget_targets(state: &mut AppState) {
    state.records.painting.target = None;
    state.records.answers.target = None;
}
