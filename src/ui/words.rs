//! What things are called on the screen: names, doses, and the words of the data's own terms.

use super::PanelContext;
use crate::{
    app::naming,
    locale::{Key, Words},
    model::{
        facts::{Certainty, Confidence, EvidenceGrade, Level, Muscle, Part},
        ids::Item,
        link::{SideFilter, ViewPreset},
        side::Side,
    },
};
use std::borrow::Cow;

/// Names of the depth slider's stops, by depth.
pub const STOPS: [Key; 7] = [
    Key("layer-skin"),
    Key("layer-superficial"),
    Key("layer-second"),
    Key("layer-third"),
    Key("layer-erector-spinae"),
    Key("layer-deepest"),
    Key("layer-skeleton"),
];

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

/// The sides shown, in a word.
#[must_use]
pub fn side_filter(w: &Words, filter: SideFilter) -> Cow<'_, str> {
    match filter {
        SideFilter::Left => w.say("side-short-left"),
        SideFilter::Both => w.say("side-short-both"),
        SideFilter::Right => w.say("side-short-right"),
    }
}

/// A way of looking at the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// The way.
    pub preset: ViewPreset,
    /// Its key on the keyboard.
    pub key: &'static str,
    /// Its name.
    pub name: Key,
    /// What its button does, with the key as `$key`.
    pub look: Key,
}

const fn preset(preset: ViewPreset, key: &'static str, name: Key, look: Key) -> Preset {
    Preset {
        preset,
        key,
        name,
        look,
    }
}

/// Every preset in the order of the keys.
#[rustfmt::skip]
pub const PRESETS: [Preset; 8] = [
    preset(ViewPreset::Back, "1", Key("preset-back"), Key("look-back")),
    preset(ViewPreset::Front, "2", Key("preset-front"), Key("look-front")),
    preset(ViewPreset::Left, "3", Key("preset-left"), Key("look-left")),
    preset(ViewPreset::Right, "4", Key("preset-right"), Key("look-right")),
    preset(ViewPreset::Neck, "5", Key("preset-neck"), Key("look-neck")),
    preset(ViewPreset::ShoulderBlades, "6", Key("preset-shoulder-blades"), Key("look-shoulder-blades")),
    preset(ViewPreset::LowBack, "7", Key("preset-low-back"), Key("look-low-back")),
    preset(ViewPreset::Hips, "8", Key("preset-hips"), Key("look-hips")),
];

/// What a confidence chip says, and why.
#[must_use]
pub fn confidence(w: &Words, confidence: Confidence) -> (Cow<'_, str>, Cow<'_, str>) {
    match confidence {
        Confidence::Confirmed => (
            w.say("confidence-confirmed"),
            w.say("confidence-confirmed-why"),
        ),
        Confidence::Partly => (w.say("confidence-partly"), w.say("confidence-partly-why")),
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

/// A span of numbers: `30–60`, or `30` where both are the same.
#[must_use]
pub fn span<N: PartialEq + std::fmt::Display>((from, to): (N, N)) -> String {
    if from == to {
        from.to_string()
    } else {
        format!("{from}–{to}")
    }
}

/// Hold and repeats of a treatment: `30–60 s · 1–3 times`. A hold of nothing is a movement.
#[must_use]
pub fn dose(w: &Words, hold_seconds: (u16, u16), repeats: (u8, u8)) -> String {
    let times = match repeats {
        (0, 0) => "".into(),
        (1, 1) => w.say("dose-once"),
        repeats => w.say_with("dose-times", &[("span", span(repeats).into())]),
    };
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
pub fn part_in_muscle(ctx: &PanelContext, muscle: &Muscle, part: &Part) -> String {
    let language = ctx.words.language();
    let name = ctx.catalog.names.name(language, part);
    let rest = name
        .strip_prefix(ctx.catalog.names.name(language, muscle))
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

/// What an item is called, without its side: see [`naming::plain_name`].
#[must_use]
pub fn plain_name(item: &Item, ctx: &PanelContext) -> String {
    naming::plain_name(item, ctx.catalog, ctx.words)
}

/// What an item is called, with its side: see [`naming::name_of`].
#[must_use]
pub fn name_of(item: &Item, ctx: &PanelContext) -> String {
    naming::name_of(item, ctx.catalog, ctx.words)
}
