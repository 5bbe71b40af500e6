//! What things are called on the screen.

use crate::app::state::Mode;
use crate::model::{
    catalog::Catalog,
    ids::Item,
    link::{SideFilter, ViewPreset},
    raw::{Confidence, EvidenceGrade, Muscle, Part},
    side::Side,
};

/// A mode's name on its tab.
#[must_use]
pub fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Explore => "Explore",
        Mode::Locate => "Locate",
        Mode::Library => "Library",
    }
}

/// What a mode is for, for its tooltip and for screen readers.
#[must_use]
pub fn mode_purpose(mode: Mode) -> &'static str {
    match mode {
        Mode::Explore => "Explore: look around the body",
        Mode::Locate => "Locate: say where it hurts",
        Mode::Library => "Library: techniques and self-care",
    }
}

/// Names of the depth slider's stops, by depth.
pub const STOPS: [&str; 7] = [
    "Skin",
    "Superficial",
    "Second",
    "Third",
    "Erector spinae",
    "Deepest",
    "Skeleton",
];

/// The layer's name within a sentence, e.g. `superficial layer`.
#[must_use]
pub fn layer(depth: u8) -> &'static str {
    match depth {
        0 => "skin",
        1 => "superficial layer",
        2 => "second layer",
        3 => "third layer",
        4 => "erector spinae layer",
        5 => "deepest layer",
        _ => "skeleton",
    }
}

/// `Left side`, `Right side`; nothing for the midline.
#[must_use]
pub fn side(side: Side) -> &'static str {
    match side {
        Side::Left => "Left side",
        Side::Right => "Right side",
        Side::Midline => "Midline",
    }
}

/// The sides shown, in a word.
#[must_use]
pub fn side_filter(filter: SideFilter) -> &'static str {
    match filter {
        SideFilter::Left => "Left",
        SideFilter::Both => "Both",
        SideFilter::Right => "Right",
    }
}

/// Every preset with its key and its name, in the order of the keys.
pub const PRESETS: [(ViewPreset, &str, &str); 8] = [
    (ViewPreset::Back, "1", "Back"),
    (ViewPreset::Front, "2", "Front"),
    (ViewPreset::Left, "3", "Left"),
    (ViewPreset::Right, "4", "Right"),
    (ViewPreset::Neck, "5", "Neck"),
    (ViewPreset::ShoulderBlades, "6", "Shoulder blades"),
    (ViewPreset::LowBack, "7", "Low back"),
    (ViewPreset::Hips, "8", "Hips"),
];

/// What a confidence chip says, and why.
#[must_use]
pub fn confidence(confidence: Confidence) -> (&'static str, &'static str) {
    match confidence {
        Confidence::Confirmed => (
            "Well confirmed",
            "A text that was read while these facts were gathered says the same.",
        ),
        Confidence::Partly => (
            "Partly confirmed",
            "A text that was read confirms part of this; the rest is from the manuals.",
        ),
        Confidence::Recalled => (
            "From the manuals, unconfirmed",
            "Recalled from the trigger-point manuals and not confirmed since. An expert should check it.",
        ),
        Confidence::Textbook => ("Textbook anatomy", "Standard textbook anatomy."),
        Confidence::Convention => (
            "Convention",
            "A convention or a careful choice of ours; no study settles it.",
        ),
    }
}

/// What an evidence chip says, and what the grade means.
#[must_use]
pub fn evidence(grade: EvidenceGrade) -> (&'static str, &'static str) {
    match grade {
        EvidenceGrade::E0 => (
            "Manuals only",
            "Evidence: rests on manuals and on the experience of those who treat.",
        ),
        EvidenceGrade::E1 => (
            "Points counted",
            "Evidence: besides the manuals, studies have counted these points in patients.",
        ),
        EvidenceGrade::E2 => (
            "Pattern tested",
            "Evidence: besides the manuals, an experiment or a controlled study bears on the pattern.",
        ),
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
pub fn dose(hold_seconds: (u16, u16), repeats: (u8, u8)) -> String {
    let times = match repeats {
        (0, 0) => String::new(),
        (1, 1) => "once".to_owned(),
        repeats => format!("{} times", span(repeats)),
    };
    match (hold_seconds, times.is_empty()) {
        ((0, 0), _) => times,
        (hold, true) => format!("{} s", span(hold)),
        (hold, false) => format!("{} s · {times}", span(hold)),
    }
}

/// Times a day: `1–2 times a day`.
#[must_use]
pub fn per_day(times: (u8, u8)) -> String {
    match times {
        (0, 0) => String::new(),
        (1, 1) => "once a day".to_owned(),
        times => format!("{} times a day", span(times)),
    }
}

/// A part's name where its muscle is named already: `Trapezius, ascending part` is there
/// `Ascending part`.
#[must_use]
pub fn part_in_muscle(muscle: &Muscle, part: &Part) -> String {
    let name = &part.names.english;
    let rest = name
        .strip_prefix(&muscle.names.english)
        .and_then(|rest| rest.strip_prefix(", "));
    let mut chars = rest.unwrap_or(name).chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

/// A count with its noun: `1 point`, `3 points`.
#[must_use]
pub fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 {
        format!("1 {one}")
    } else {
        format!("{number} {many}")
    }
}

/// What an item is called; its id where the catalogue does not know it.
#[must_use]
pub fn name_of(item: &Item, catalog: &Catalog) -> String {
    catalog.name_of(item).unwrap_or_else(|| match item {
        Item::Structure(id) => id.to_string(),
        Item::Point(id) => id.to_string(),
        Item::Region(id) => id.to_string(),
        Item::Stretch(id) | Item::Method(id) => id.clone(),
    })
}
