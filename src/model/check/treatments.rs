//! Checks of methods, stretches and the general protocol.

use super::{Checker, Spot};
use crate::model::facts::{Method, Protocol, Stretch};

/// Pressure above this is never asked for, on a scale of 10.
const MOST_DISCOMFORT: u8 = 7;
/// Longest hold; half an hour is for heat and rest.
const LONGEST_HOLD_SECONDS: u16 = 1800;
/// Most repeats of a movement.
const MOST_REPEATS: u16 = 100;
/// Most times a day.
const MOST_A_DAY: u16 = 24;
/// Icons there are.
const ICONS: [&str; 7] = [
    "ball", "fingers", "pinch", "cane", "roller", "breath", "hands",
];

impl<'a> Checker<'a> {
    pub(super) fn methods(&mut self, all: &'a [Method]) {
        for (i, method) in all.iter().enumerate() {
            let spot = Spot::FILE.at(i);
            self.own_id(&spot.field("id"), "method", &method.id);
            self.text(&spot.field("name"), &method.name);
            self.text(&spot.field("tool"), &method.tool);
            if !method.without.is_empty() {
                self.text(&spot.field("without"), &method.without);
            }
            self.text(&spot.field("position"), &method.position);
            self.steps(&spot.field("steps"), &method.steps);
            if !ICONS.contains(&method.icon.as_str()) {
                self.fault(
                    &spot.field("icon"),
                    format!("there is no icon {:?}", method.icon),
                    format!("the icons are {}", ICONS.join(", ")),
                );
            }
            self.hold(&spot.field("hold_seconds"), method.hold_seconds);
            self.dose(&spot, method.repeats, method.per_day);
            if method.max_discomfort > MOST_DISCOMFORT {
                self.fault(
                    &spot.field("max_discomfort"),
                    format!("{} of 10 is too much", method.max_discomfort),
                    format!("at most {MOST_DISCOMFORT}"),
                );
            }
            self.statements(&spot.field("limits"), &method.limits);
            self.sources(&spot.field("sources"), &method.sources);
        }
    }

    pub(super) fn stretches(&mut self, all: &'a [Stretch]) {
        for (i, stretch) in all.iter().enumerate() {
            let spot = Spot::FILE.at(i);
            self.own_id(&spot.field("id"), "stretch", &stretch.id);
            self.text(&spot.field("name"), &stretch.name);
            self.texts(&spot.field("synonyms"), &stretch.synonyms);
            self.text(&spot.field("position"), &stretch.position);
            self.steps(&spot.field("steps"), &stretch.steps);
            self.hold(&spot.field("hold_seconds"), stretch.hold_seconds);
            self.dose(&spot, stretch.repeats, stretch.per_day);
            self.statements(&spot.field("cautions"), &stretch.cautions);
            self.sources(&spot.field("sources"), &stretch.sources);
        }
    }

    pub(super) fn protocol(&mut self, protocol: &Protocol) {
        let spot = Spot::FILE;
        if protocol.steps.is_empty() {
            self.flaw(
                &spot.field("steps"),
                "the protocol has no steps",
                "add them",
            );
        }
        if protocol.stop_rules.is_empty() {
            self.flaw(
                &spot.field("stop_rules"),
                "the protocol does not say when to stop",
                "add at least one rule",
            );
        }
        for (i, step) in protocol.steps.iter().enumerate() {
            let steps = spot.field("steps");
            let spot = steps.at(i);
            self.text(&spot.field("name"), &step.name);
            self.statement(&spot.field("says"), &step.says);
        }
        self.statements(&spot.field("stop_rules"), &protocol.stop_rules);
    }

    /// Seconds held; (0, 0) is a movement.
    pub(super) fn hold(&mut self, spot: &Spot<'_>, hold_seconds: (u16, u16)) {
        self.range(spot, hold_seconds, 0, LONGEST_HOLD_SECONDS);
    }

    fn dose(&mut self, spot: &Spot<'_>, repeats: (u8, u8), per_day: (u8, u8)) {
        let wide = |(from, to): (u8, u8)| (u16::from(from), u16::from(to));
        self.range(&spot.field("repeats"), wide(repeats), 1, MOST_REPEATS);
        self.range(&spot.field("per_day"), wide(per_day), 0, MOST_A_DAY);
    }

    fn steps(&mut self, spot: &Spot<'_>, steps: &[String]) {
        if steps.is_empty() {
            self.fault(spot, "there are no steps", "say what to do, step by step");
        }
        self.texts(spot, steps);
    }
}
