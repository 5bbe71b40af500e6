//! What the time means: answers are dated, taken up again in the next session, and run out.

use super::{RecordsState, locate};
use crate::{
    app::{
        effects::{Effect, Outcome},
        modes::locate::LocateStep,
        notices::notify,
        state::{AppState, NoticeKind},
    },
    locale::{Key, Message},
    model::catalog::Catalog,
    records::{Kind, Payload, ZonedTime},
};
use jiff::{SignedDuration, Timestamp};

/// A clock that was set back makes answers seem to be of the future; beyond a day of that they count as too old.
const AHEAD: SignedDuration = SignedDuration::from_hours(24);

/// It is now. Answers that have no date get it, kept ones of an earlier session are taken up, and those that are
/// too old are asked again.
pub fn tick(state: &mut AppState, now: &ZonedTime, catalog: &Catalog) -> Outcome {
    let mut changed = false;
    if std::mem::take(&mut state.records.resume) {
        changed |= take_up(state, now, catalog);
    }
    if state.locate.step == LocateStep::Questions || state.locate.asked.is_empty() {
        return changed.into();
    }
    let answered_at = match &state.locate.answered_at {
        Some(at) => at.clone(),
        None => {
            state.locate.answered_at = Some(now.clone());
            changed = true;
            now.clone()
        }
    };
    match runs_out(&answered_at, now, catalog) {
        Some(at) => Outcome::from(changed).and(Effect::WakeAt(at)),
        None => {
            ask_again(state, catalog);
            Outcome::changed()
        }
    }
}

/// When answers run out; none where they have.
fn runs_out(answered_at: &ZonedTime, now: &ZonedTime, catalog: &Catalog) -> Option<Timestamp> {
    let days = i64::from(catalog.red_flags.repeat_after_days);
    let lasts = SignedDuration::from_hours(24 * days);
    let end = answered_at.instant().checked_add(lasts).ok()?;
    let age = now.instant().duration_since(answered_at.instant());
    (age < lasts && age > -AHEAD).then_some(end)
}

fn ask_again(state: &mut AppState, catalog: &Catalog) {
    let days = usize::from(catalog.red_flags.repeat_after_days);
    let says = Message::new(Key("locate-answers-ran-out")).with("days", days);
    state.locate.answers.clear();
    state.locate.asked.clear();
    state.locate.answered_at = None;
    // The list is hidden until they are answered anew.
    state.locate.step = LocateStep::Painting;
    // The next answers are a record of their own.
    state.records.answers = super::Slot::default();
    notify(state, NoticeKind::Info, says);
}

/// Takes up the answers kept last, where none were given yet and they still hold: those to questions that are worded
/// so today, and not too old.
fn take_up(state: &mut AppState, now: &ZonedTime, catalog: &Catalog) -> bool {
    let RecordsState { all, .. } = &state.records;
    let Some(record) = all.latest(Kind::WarningAnswers) else {
        return false;
    };
    let Payload::WarningAnswers(answers) = &record.payload else {
        return false;
    };
    let locate = &mut state.locate;
    let untouched = locate.asked.is_empty() && locate.answers.is_empty();
    let asked = locate::known_asked(answers, catalog);
    if !untouched || asked.is_empty() || runs_out(&record.at, now, catalog).is_none() {
        return false;
    }
    locate.answers = locate::known_answers(answers, catalog);
    locate.asked = asked;
    locate.answered_at = Some(record.at.clone());
    locate.step = locate::step_after(locate);
    state.records.answers.last = Some(record.payload.clone());
    true
}
