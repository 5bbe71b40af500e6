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
    },
    records::{
        Payload, RecordId,
        payload::{KeptPain, KeptPainting, WarningAnswers},
    },
    study::locate::painted_places,
};
use std::collections::BTreeMap;

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
        asked: catalog
            .red_flags()
            .iter()
            .map(|flag| flag.id.clone())
            .collect(),
        yes: locate.answers.clone(),
    }
}

/// Whether all questions of today were asked.
pub(super) fn asks_all(answers: &WarningAnswers, catalog: &Catalog) -> bool {
    let mut flags = catalog.red_flags().iter();
    flags.all(|flag| answers.asked.contains(&flag.id))
}

/// The answers that the questions of today have.
pub(super) fn known_answers(
    answers: &WarningAnswers,
    catalog: &Catalog,
) -> BTreeMap<String, Urgency> {
    let known = |id: &str, urgency: Urgency| {
        let has = |flag: &RedFlag| {
            flag.exit == urgency || flag.sooner.as_ref().is_some_and(|x| x.exit == urgency)
        };
        catalog.red_flag(id).is_some_and(has)
    };
    let yes = answers.yes.iter();
    yes.filter(|(id, urgency)| known(id, **urgency))
        .map(|(id, urgency)| (id.clone(), *urgency))
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
    state.locate.step = LocateStep::Questions;
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
