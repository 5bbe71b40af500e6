//! Checks of methods, stretches and the general protocol.

use super::{Checker, Spot};
use crate::model::facts::{Confidence, Method, Protocol, Stretch, StretchKind, Technique};

/// Pressure above this is never asked for, on a scale of 10.
const MOST_DISCOMFORT: u8 = 5;
/// Widest tool, millimetres.
const WIDEST_MM: f32 = 400.0;
/// Longest hold; half an hour is for heat and rest.
const LONGEST_HOLD_SECONDS: u16 = 1800;
/// Most repeats of a movement.
const MOST_REPEATS: u16 = 100;
/// Most times a day.
const MOST_A_DAY: u16 = 24;

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
            self.number(
                &spot.field("width_mm"),
                method.width_mm,
                0.0,
                WIDEST_MM,
                " mm",
            );
            self.hold(&spot.field("hold_seconds"), method.hold_seconds);
            self.dose(&spot, method.repeats, method.per_day);
            self.discomfort(&spot.field("max_discomfort"), Some(method.max_discomfort));
            self.all_refer(&spot.field("rules"), "rule", &method.rules);
            self.statements(&spot.field("limits"), &method.limits);
            self.sourced(&spot, method.confidence, &method.sources);
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
            if !stretch.tool.is_empty() {
                self.text(&spot.field("tool"), &stretch.tool);
            }
            if stretch.kind == StretchKind::Hold && stretch.hold_seconds.1 == 0 {
                self.flaw(
                    &spot.field("hold_seconds"),
                    "it is held, and not said for how long",
                    "give the seconds, or another kind",
                );
            }
            if let Some(seconds) = stretch.seconds_per_repeat {
                self.range(&spot.field("seconds_per_repeat"), seconds, 1, 60);
            }
            self.statements(&spot.field("cautions"), &stretch.cautions);
            self.sourced(&spot, stretch.confidence, &stretch.sources);
        }
    }

    pub(super) fn techniques(&mut self, all: &'a [Technique]) {
        for (i, technique) in all.iter().enumerate() {
            let spot = Spot::FILE.at(i);
            self.own_id(&spot.field("id"), "technique", &technique.id);
            self.text(&spot.field("name"), &technique.name);
            self.texts(&spot.field("synonyms"), &technique.synonyms);
            for (field, text) in [
                ("strokes", &technique.strokes),
                ("pressure", &technique.pressure),
                ("purpose", &technique.purpose),
                ("for_whom", &technique.for_whom),
                ("pain", &technique.pain),
                ("not_for", &technique.not_for),
            ] {
                self.text(&spot.field(field), text);
            }
            self.statement(&spot.field("evidence"), &technique.evidence);
            self.sourced(&spot, technique.confidence, &technique.sources);
        }
    }

    /// Sources and confidence of an entry as a whole.
    pub(super) fn sourced(&mut self, spot: &Spot<'_>, confidence: Confidence, sources: &[String]) {
        self.sources(&spot.field("sources"), sources);
        self.mark(&spot.field("confidence"), confidence, sources);
    }

    /// A limit of discomfort of 10.
    pub(super) fn discomfort(&mut self, spot: &Spot<'_>, most: Option<u8>) {
        if let Some(most) = most
            && most > MOST_DISCOMFORT
        {
            self.fault(
                spot,
                format!("{most} of 10 is too much"),
                format!("at most {MOST_DISCOMFORT}"),
            );
        }
    }

    pub(super) fn protocol(&mut self, protocol: &'a Protocol) {
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
            self.all_refer(&spot.field("rules"), "rule", &step.rules);
        }
        for (i, rule) in protocol.rules.iter().enumerate() {
            let rules = spot.field("rules");
            let spot = rules.at(i);
            self.own_id(&spot.field("id"), "rule", &rule.id);
            self.text(&spot.field("name"), &rule.name);
            self.statement(&spot.field("says"), &rule.says);
            self.all_refer(&spot.field("forbids"), "method", &rule.forbids);
            self.discomfort(&spot.field("max_discomfort"), rule.max_discomfort);
        }
        self.statements(&spot.field("stop_rules"), &protocol.stop_rules);
    }

    /// Seconds held; (0, 0) is a movement.
    pub(super) fn hold(&mut self, spot: &Spot<'_>, hold_seconds: (u16, u16)) {
        self.range(spot, hold_seconds, 0, LONGEST_HOLD_SECONDS);
    }

    pub(super) fn dose(&mut self, spot: &Spot<'_>, repeats: (u8, u8), per_day: (u8, u8)) {
        let wide = |(from, to): (u8, u8)| (u16::from(from), u16::from(to));
        self.range(&spot.field("repeats"), wide(repeats), 1, MOST_REPEATS);
        self.range(&spot.field("per_day"), wide(per_day), 0, MOST_A_DAY);
    }

    pub(super) fn steps(&mut self, spot: &Spot<'_>, steps: &[String]) {
        if steps.is_empty() {
            self.fault(spot, "there are no steps", "say what to do, step by step");
        }
        self.texts(spot, steps);
    }
}
