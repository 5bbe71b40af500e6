//! After each command: is there something to keep that was not sent yet?

use super::{RecordsEffect, RecordsState, Slot, Target, locate};
use crate::{
    app::{
        commands::AppCommand,
        effects::Effect,
        modes::locate::{LocateCommand, LocateState, LocateStep},
        state::AppState,
        stroke::Stroke,
    },
    model::{catalog::Catalog, link::ViewLink},
    records::{Kind, Payload},
};

/// What a command means for what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Nothing.
    None,
    /// The user has answered or painted something.
    ByUser,
    /// The user has answered all questions anew.
    Answered,
    /// The user begins anew: what comes is another record.
    Begun,
    /// A step was taken back or done again, a new beginning perhaps: what is there then may be kept already.
    Undone,
    /// A link may have put something in the painting's place. A link is a view and never a record: it is kept
    /// only once the user changes it.
    LinkOpened,
    /// The skin is there, and what waited for it.
    SkinCame,
}

impl Change {
    /// What a command means.
    #[must_use]
    pub fn of(command: &AppCommand) -> Self {
        match command {
            // A text that is no link changes nothing but adds a notice.
            AppCommand::OpenLink(text) if text.parse::<ViewLink>().is_ok() => Self::LinkOpened,
            AppCommand::Stroke(stroke) => Self::of_stroke(stroke),
            AppCommand::Locate(command) => match command {
                LocateCommand::SkinReady(_) => Self::SkinCame,
                LocateCommand::StartAgain => Self::Begun,
                LocateCommand::FinishQuestions => Self::Answered,
                LocateCommand::Stroke(stroke) => Self::of_stroke(stroke),
                LocateCommand::Answer { .. }
                | LocateCommand::RemovePain(_)
                | LocateCommand::NamePain(..)
                | LocateCommand::ColourPain(..)
                | LocateCommand::ToggleRegion(_)
                | LocateCommand::Clear => Self::ByUser,
                LocateCommand::Undo | LocateCommand::Redo => Self::Undone,
                _ => Self::None,
            },
            _ => Self::None,
        }
    }

    /// A stroke is kept when it ends.
    fn of_stroke(stroke: &Stroke) -> Self {
        match stroke {
            Stroke::End => Self::ByUser,
            Stroke::Start | Stroke::Over(_) => Self::None,
        }
    }
}

/// What is to be sent to the store after a command.
#[must_use]
pub fn follow(state: &mut AppState, change: Change, catalog: &Catalog) -> Vec<Effect> {
    let mut effects = Vec::new();
    match change {
        Change::None => return effects,
        Change::ByUser => {}
        Change::Undone => find_again(state, catalog),
        // Some groups have still to be answered.
        Change::Answered if state.locate.step == LocateStep::Questions => return effects,
        Change::Answered => {
            // Dated by the time that is told next.
            state.locate.answered_at = None;
            state.records.answers.last = None;
            effects.push(Effect::TellTime);
        }
        Change::Begun => {
            state.records.painting = Slot::default();
            state.records.answers = Slot::default();
        }
        Change::LinkOpened => {
            state.records.colours.clear();
            put_in_place(state);
            return effects;
        }
        Change::SkinCame => {
            // Opened out of the list, it stays the record that it is.
            let opened = !state.records.colours.is_empty();
            locate::colour(state);
            if opened {
                state.records.painting.last = painted(&state.locate);
            } else {
                put_in_place(state);
            }
            return effects;
        }
    }
    if state.preferences.keep_records {
        effects.extend(keep(state, catalog));
    }
    effects
}

/// What is there again after a new beginning was taken back goes on as the record in which it was kept last.
fn find_again(state: &mut AppState, catalog: &Catalog) {
    let answers = Payload::WarningAnswers(locate::answers_of(&state.locate, catalog));
    let records = &mut state.records;
    let slots = [
        (&mut records.answers, Some(answers)),
        (&mut records.painting, painted(&state.locate)),
    ];
    for (slot, now) in slots {
        let (Slot { target: None, .. }, Some(now)) = (&*slot, now) else {
            continue;
        };
        let latest = records.all.latest(now.kind());
        if let Some(latest) = latest.filter(|record| record.payload == now) {
            *slot = Slot {
                target: Some(Target::Known(latest.id)),
                last: Some(now),
            };
        }
    }
}

fn painted(locate: &LocateState) -> Option<Payload> {
    locate::painting_of(locate).map(Payload::Painting)
}

/// What is painted now was not painted by the user: it needs not be kept, and what the user makes of it is
/// another record.
fn put_in_place(state: &mut AppState) {
    let last = painted(&state.locate);
    if state.records.painting.last != last {
        state.records.painting = Slot { target: None, last };
    }
}

/// What of the present state was not sent yet.
pub(super) fn keep(state: &mut AppState, catalog: &Catalog) -> Vec<Effect> {
    let mut effects = Vec::new();
    if state.locate.step != LocateStep::Questions && !state.locate.asked.is_empty() {
        let answers = Payload::WarningAnswers(locate::answers_of(&state.locate, catalog));
        effects.extend(send(&mut state.records, Kind::WarningAnswers, answers));
    }
    // Where all paint was taken away, what was kept last stays: nobody has asked to delete it.
    if let Some(painting) = painted(&state.locate) {
        effects.extend(send(&mut state.records, Kind::Painting, painting));
    }
    effects
}

fn send(records: &mut RecordsState, kind: Kind, payload: Payload) -> Option<Effect> {
    let slot = match kind {
        Kind::WarningAnswers => &records.answers,
        Kind::Painting => &records.painting,
    };
    if slot.last.as_ref() == Some(&payload) {
        return None;
    }
    let target = slot.target.unwrap_or_else(|| {
        // The page writes the painting into its address: after a reload it is the one that was kept last.
        let latest = records.all.latest(kind);
        match (latest, &slot.last) {
            (Some(latest), Some(last)) if locate::is_same_painting(&latest.payload, last) => {
                Target::Known(latest.id)
            }
            _ => {
                records.next_draft += 1;
                Target::Draft(records.next_draft)
            }
        }
    });
    let slot = match kind {
        Kind::WarningAnswers => &mut records.answers,
        Kind::Painting => &mut records.painting,
    };
    *slot = Slot {
        target: Some(target),
        last: Some(payload.clone()),
    };
    Some(Effect::Records(RecordsEffect::Keep(target, payload)))
}
