//! How the data's own terms are put into words: grades of confidence, doses, layers, sides.
//!
//! Said here once for every renderer and panel.

use crate::{
    app::naming,
    locale::Words,
    model::{
        catalog::Catalog,
        facts::{
            AssessmentPart, Certainty, Confidence, EvidenceGrade, Level, Muscle, Part, Sides,
            SourceKind, StretchKind,
        },
        side::Side,
    },
};
use std::borrow::Cow;

/// The layer's name within a line, e.g. `superficial layer`.
#[must_use]
pub fn layer(w: &Words, depth: u8) -> Cow<'_, str> {
    match depth {
        0 => w.say("in-layer-skin"),
        1 => w.say("in-layer-superficial"),
        2 => w.say("in-layer-second"),
        3 => w.say("in-layer-third"),
        4 => w.say("in-layer-erector-spinae"),
        5 => w.say("in-layer-deepest"),
        _ => w.say("in-layer-skeleton"),
    }
}

/// `Left side`, `Right side`, `Midline`.
#[must_use]
pub fn side(w: &Words, side: Side) -> Cow<'_, str> {
    match side {
        Side::Left => w.say("side-left"),
        Side::Right => w.say("side-right"),
        Side::Midline => w.say("side-midline"),
    }
}

/// What a confidence chip says, and why.
#[must_use]
pub fn confidence(w: &Words, confidence: Confidence) -> (Cow<'_, str>, Cow<'_, str>) {
    match confidence {
        Confidence::Confirmed => (
            w.say("confidence-confirmed"),
            w.say("confidence-confirmed-why"),
        ),
        Confidence::Partly => (w.say("confidence-partly"), w.say("confidence-partly-why")),
        Confidence::Popular => (w.say("confidence-popular"), w.say("confidence-popular-why")),
        Confidence::Recalled => (
            w.say("confidence-recalled"),
            w.say("confidence-recalled-why"),
        ),
        Confidence::Textbook => (
            w.say("confidence-textbook"),
            w.say("confidence-textbook-why"),
        ),
        Confidence::Convention => (
            w.say("confidence-convention"),
            w.say("confidence-convention-why"),
        ),
    }
}

/// What an evidence chip says, and what the grade means.
#[must_use]
pub fn evidence(w: &Words, grade: EvidenceGrade) -> (Cow<'_, str>, Cow<'_, str>) {
    match grade {
        EvidenceGrade::E0 => (w.say("evidence-manuals"), w.say("evidence-manuals-why")),
        EvidenceGrade::E1 => (w.say("evidence-counted"), w.say("evidence-counted-why")),
        EvidenceGrade::E2 => (w.say("evidence-tested"), w.say("evidence-tested-why")),
    }
}

/// How sure a finding is, and what that means.
#[must_use]
pub fn certainty(w: &Words, certainty: Certainty) -> (Cow<'_, str>, Cow<'_, str>) {
    match certainty {
        Certainty::Moderate => (w.say("certainty-moderate"), w.say("certainty-moderate-why")),
        Certainty::Low => (w.say("certainty-low"), w.say("certainty-low-why")),
        Certainty::LowToVeryLow => (
            w.say("certainty-low-to-very-low"),
            w.say("certainty-low-to-very-low-why"),
        ),
        Certainty::VeryLow => (w.say("certainty-very-low"), w.say("certainty-very-low-why")),
        Certainty::OneTrial => (
            w.say("certainty-one-trial"),
            w.say("certainty-one-trial-why"),
        ),
        Certainty::NotRated => (
            w.say("certainty-not-rated"),
            w.say("certainty-not-rated-why"),
        ),
        Certainty::Unknown => (w.say("certainty-unknown"), w.say("certainty-unknown-why")),
    }
}

/// How far a condition limits a treatment.
#[must_use]
pub fn level(w: &Words, level: Level) -> Cow<'_, str> {
    match level {
        Level::DoNot => w.say("level-do-not"),
        Level::OnlyWithAdvice => w.say("level-only-with-advice"),
        Level::Modify => w.say("level-modify"),
        Level::NoneNamed => w.say("level-none-named"),
    }
}

/// What kind of source it is.
#[must_use]
pub fn source_kind(w: &Words, kind: SourceKind) -> Cow<'_, str> {
    match kind {
        SourceKind::Manual => w.say("source-manual"),
        SourceKind::Study => w.say("source-study"),
        SourceKind::Guideline => w.say("source-guideline"),
        SourceKind::Page => w.say("source-page"),
        SourceKind::Article => w.say("source-article"),
        SourceKind::Terminology => w.say("source-terminology"),
        SourceKind::Own => w.say("source-own"),
    }
}

/// What kind of stretch or exercise it is.
#[must_use]
pub fn stretch_kind(w: &Words, kind: StretchKind) -> Cow<'_, str> {
    match kind {
        StretchKind::Hold => w.say("stretch-kind-hold"),
        StretchKind::Repetitions => w.say("stretch-kind-repetitions"),
        StretchKind::Breath => w.say("stretch-kind-breath"),
    }
}

/// Whether something is done for each side; nothing where it is not.
#[must_use]
pub fn sides(w: &Words, sides: Sides) -> Cow<'_, str> {
    match sides {
        Sides::Each => w.say("sides-each"),
        Sides::Once => "".into(),
    }
}

/// What part of an assessment it is.
#[must_use]
pub fn assessment_part(w: &Words, part: AssessmentPart) -> Cow<'_, str> {
    match part {
        AssessmentPart::History => w.say("assessment-history"),
        AssessmentPart::Pain => w.say("assessment-pain"),
        AssessmentPart::Function => w.say("assessment-function"),
        AssessmentPart::Posture => w.say("assessment-posture"),
        AssessmentPart::Touch => w.say("assessment-touch"),
    }
}

/// A span of numbers: `30–60`, or `30` where both are the same.
#[must_use]
pub fn span<N: PartialEq + std::fmt::Display>((from, to): (N, N)) -> String {
    if from == to {
        from.to_string()
    } else {
        format!("{from}–{to}")
    }
}

/// How often: `once`, `1–3 times`; nothing for none.
#[must_use]
pub fn times(w: &Words, times: (u8, u8)) -> Cow<'_, str> {
    match times {
        (0, 0) => "".into(),
        (1, 1) => w.say("dose-once"),
        times => w.say_with("dose-times", &[("span", span(times).into())]),
    }
}

/// Hold and repeats of a treatment: `30–60 s · 1–3 times`. A hold of nothing is a movement.
#[must_use]
pub fn dose(w: &Words, hold_seconds: (u16, u16), repeats: (u8, u8)) -> String {
    let times = times(w, repeats);
    let hold = match hold_seconds {
        (0, 0) => "".into(),
        hold if in_minutes(hold) => {
            let minutes = (hold.0 / 60, hold.1 / 60);
            w.say_with("dose-minutes", &[("span", span(minutes).into())])
        }
        hold => w.say_with("dose-seconds", &[("span", span(hold).into())]),
    };
    line(&[&hold, &times])
}

/// A long hold of whole minutes is said in minutes.
fn in_minutes((from, to): (u16, u16)) -> bool {
    to > 60 && from.is_multiple_of(60) && to.is_multiple_of(60)
}

/// Times a day: `1–2 times a day`.
#[must_use]
pub fn per_day(w: &Words, times: (u8, u8)) -> Cow<'_, str> {
    match times {
        (0, 0) => "".into(),
        (1, 1) => w.say("dose-once-a-day"),
        times => w.say_with("dose-times-a-day", &[("span", span(times).into())]),
    }
}

/// What there is of these texts, with dots between them.
#[must_use]
pub fn line(parts: &[&str]) -> String {
    let full: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    full.join(" · ")
}

/// A part's name where its muscle is named already: `Trapezius, ascending part` is there
/// `Ascending part`.
#[must_use]
pub fn part_in_muscle(catalog: &Catalog, w: &Words, muscle: &Muscle, part: &Part) -> String {
    let name = naming::name(part, catalog, w);
    let rest = name
        .strip_prefix(naming::name(muscle, catalog, w))
        .and_then(|rest| rest.strip_prefix(", "));
    let mut chars = rest.unwrap_or(name).chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

/// A name within a line: its first letter small, unless it is an abbreviation.
#[must_use]
pub fn within(name: &str) -> String {
    let mut chars = name.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dose_is_a_span_of_seconds_or_of_whole_minutes() {
        let w = Words::default();
        for (hold, repeats, says) in [
            ((30, 60), (1, 3), "30–60 s · 1–3 times"),
            ((60, 120), (2, 2), "1–2 min · 2 times"),
            ((90, 120), (1, 1), "90–120 s · once"),
            ((0, 0), (10, 15), "10–15 times"),
            ((20, 20), (0, 0), "20 s"),
        ] {
            assert_eq!(dose(&w, hold, repeats), says);
        }
        let w = Words::of("es".parse().unwrap());
        assert!(dose(&w, (30, 60), (1, 3)).starts_with("30–60 s · 1–3 "));
    }

    #[test]
    fn abbreviations_keep_their_capitals_within_a_line() {
        assert_eq!(within("Trapezius"), "trapezius");
        assert_eq!(within("TFL"), "TFL");
        assert_eq!(within(""), "");
    }
}
