//! Between Locate and its records.

use super::Slot;
use crate::{
    app::{
        effects::Outcome,
        modes::{
            self,
            locate::{LocateState, LocateStep, PAIN_COLOURS, link::restore},
        },
        records::Target,
        state::AppState,
    },
    model::{
        catalog::Catalog,
        facts::{RedFlag, Urgency},
        link::Mode,
        pain_link::PainLink,
        painted::PaintedPain,
        texts::mark,
    },
    records::{
        Payload, RecordId,
        payload::{KeptPain, KeptPainting, WarningAnswers},
    },
    study::locate::painted_places,
};
use std::collections::{BTreeMap, BTreeSet};

/// What is painted, as it is kept; none where nothing is.
pub(super) fn painting_of(locate: &LocateState) -> Option<KeptPainting> {
    let skin = locate.skin.as_deref()?;
    if !locate.is_painted() {
        return None;
    }
    let pains = locate.pains.iter().map(|pain| {
        let strengths = pain.painting.strengths();
        KeptPain {
            colour: pain.colour,
            pain: painted_places::keep(skin, pain.name.clone(), strengths),
        }
    });
    let pains = pains.collect();
    Some(KeptPainting { pains })
}

/// Whether two paintings are the same but for their colours, which links do not tell.
pub(super) fn is_same_painting(one: &Payload, other: &Payload) -> bool {
    pains_of(one).is_some_and(|pains| pains_of(other) == Some(pains))
}

fn pains_of(payload: &Payload) -> Option<Vec<&PaintedPain>> {
    match payload {
        Payload::Painting(painting) => Some(painting.pains.iter().map(|kept| &kept.pain).collect()),
        Payload::WarningAnswers(_) => None,
    }
}

/// The answers as they are kept.
pub(super) fn answers_of(locate: &LocateState, catalog: &Catalog) -> WarningAnswers {
    WarningAnswers {
        asked: (catalog.red_flags().iter())
            .filter(|flag| locate.asked.contains(&flag.id))
            .map(as_asked)
            .collect(),
        yes: locate.answers.clone(),
    }
}

/// A warning sign as it was asked: its id and a mark of its words. One that is worded anew was not answered.
pub(super) fn as_asked(flag: &RedFlag) -> String {
    let words: Vec<String> = flag
        .answers()
        .map(|(id, says, exit)| format!("{id} {says} {exit:?}"))
        .collect();
    format!(
        "{}~{}",
        flag.id,
        mark(&format!("{}\n{}", flag.question, words.join("\n")))
    )
}

/// Ids of the warning signs of today that were asked as they are worded today.
pub(super) fn known_asked(answers: &WarningAnswers, catalog: &Catalog) -> BTreeSet<String> {
    let flags = catalog.red_flags().iter();
    flags
        .filter(|flag| answers.asked.contains(&as_asked(flag)))
        .map(|flag| flag.id.clone())
        .collect()
}

/// The answers that the questions of today have.
pub(super) fn known_answers(
    answers: &WarningAnswers,
    catalog: &Catalog,
) -> BTreeMap<String, Urgency> {
    let exit = |answer: &String| {
        let flag = answer.split('/').next().unwrap_or_default();
        catalog.red_flag(flag)?.exit_of(answer)
    };
    let yes = answers.yes.keys();
    yes.filter_map(|answer| Some((answer.clone(), exit(answer)?)))
        .collect()
}

/// Shows a painting in Locate. What is painted on it from now on changes the same record.
pub(super) fn open_painting(
    state: &mut AppState,
    id: RecordId,
    painting: KeptPainting,
    catalog: &Catalog,
) -> Outcome {
    modes::switch(state, Mode::Locate, catalog);
    state.records.colours = painting.pains.iter().map(|pain| pain.colour).collect();
    let pains = painting.pains.iter().map(|kept| kept.pain.clone());
    let links = pains.map(PainLink::from);
    restore(state, links.collect());
    colour(state);
    let now = painting_of(&state.locate).unwrap_or(painting);
    state.records.painting = Slot {
        target: Some(Target::Known(id)),
        last: Some(Payload::Painting(now)),
    };
    Outcome::changed()
}

/// Shows answers as they were given, to be looked over; they are not taken for today's.
pub(super) fn open_answers(
    state: &mut AppState,
    answers: &WarningAnswers,
    catalog: &Catalog,
) -> Outcome {
    modes::switch(state, Mode::Locate, catalog);
    state.locate.answers = known_answers(answers, catalog);
    state.locate.asked.clear();
    state.locate.ask_anew();
    Outcome::changed()
}

/// Gives the pains the colours that they were kept with, as soon as they are there.
pub(super) fn colour(state: &mut AppState) {
    if state.locate.skin.is_none() || state.records.colours.is_empty() {
        return;
    }
    let colours = std::mem::take(&mut state.records.colours);
    if colours.len() == state.locate.pains.len() {
        for (pain, colour) in state.locate.pains.iter_mut().zip(colours) {
            pain.colour = colour.min(PAIN_COLOURS - 1);
        }
    }
}

/// The step that answers lead to.
pub(super) fn step_after(locate: &LocateState) -> LocateStep {
    if locate.urgency().is_some_and(Urgency::stops) {
        LocateStep::Stopped
    } else {
        LocateStep::Painting
    }
}
