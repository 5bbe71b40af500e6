//! Checks of programmes, plans, assessment, tests of range of motion, and counted shares.

use super::{Checker, Spot, known::MUSCLE_OR_PART};
use crate::model::{
    closest::quoted,
    facts::{AssessmentItem, Does, Plan, Prevalence, Programme, RangeOfMotionTest},
};
use std::collections::BTreeSet;

/// Longest programme and longest session, minutes.
const LONGEST_MINUTES: u16 = 120;
/// Widest movement, degrees.
const WIDEST_DEGREES: u16 = 180;

impl<'a> Checker<'a> {
    pub(super) fn programmes(&mut self, all: &'a [Programme]) {
        for (i, programme) in all.iter().enumerate() {
            let spot = Spot::FILE.at(i);
            self.own_id(&spot.field("id"), "programme", &programme.id);
            self.text(&spot.field("name"), &programme.name);
            self.texts(&spot.field("synonyms"), &programme.synonyms);
            self.statement(&spot.field("about"), &programme.about);
            self.range(
                &spot.field("minutes"),
                programme.minutes,
                1,
                LONGEST_MINUTES,
            );
            self.statements(&spot.field("not_for"), &programme.not_for);
            let items = spot.field("items");
            if programme.items.is_empty() {
                self.fault(&items, "nothing is done", "add at least one item");
            }
            for (j, item) in programme.items.iter().enumerate() {
                let spot = items.at(j);
                self.does(&spot.field("does"), &item.does);
                self.all_refer(&spot.field("points"), "point", &item.points);
                if !item.tool.is_empty() {
                    self.text(&spot.field("tool"), &item.tool);
                }
                if let Some(hold) = item.hold_seconds {
                    self.hold(&spot.field("hold_seconds"), hold);
                }
                if let Some((from, to)) = item.repeats {
                    self.range(&spot.field("repeats"), (from.into(), to.into()), 1, 100);
                }
                self.statement(&spot.field("how"), &item.how);
                let alternatives = spot.field("alternatives");
                for (k, other) in item.alternatives.iter().enumerate() {
                    self.does(&alternatives.at(k), other);
                }
            }
            self.statements(&spot.field("after"), &programme.after);
            self.all_refer(&spot.field("articles"), "source", &programme.articles);
            self.sourced(&spot, programme.confidence, &programme.sources);
        }
    }

    fn does(&mut self, spot: &Spot<'_>, does: &Does) {
        match does {
            Does::Method(id) => self.refers(spot, "method", id),
            Does::Stretch(id) => self.refers(spot, "stretch", id),
        }
    }

    pub(super) fn plans(&mut self, all: &'a [Plan]) {
        for (i, plan) in all.iter().enumerate() {
            let spot = Spot::FILE.at(i);
            self.own_id(&spot.field("id"), "plan", &plan.id);
            self.text(&spot.field("name"), &plan.name);
            self.texts(&spot.field("synonyms"), &plan.synonyms);
            self.statement(&spot.field("about"), &plan.about);
            let phases = spot.field("phases");
            if plan.phases.is_empty() {
                self.fault(&phases, "the plan has no phase", "add at least one");
            }
            let (mut before, mut weeks) = (BTreeSet::new(), 0);
            for (j, phase) in plan.phases.iter().enumerate() {
                let spot = phases.at(j);
                if phase.id.is_empty() || !before.insert(phase.id.as_str()) {
                    self.fault(
                        &spot.field("id"),
                        format!("{} is no id of its own", quoted(&phase.id)),
                        "give each phase one",
                    );
                }
                self.text(&spot.field("name"), &phase.name);
                self.text(&spot.field("from"), &phase.from);
                self.text(&spot.field("to"), &phase.to);
                if phase.from_weeks < weeks
                    || phase.to_weeks.is_some_and(|to| to <= phase.from_weeks)
                {
                    self.fault(
                        &spot.field("from_weeks"),
                        "the weeks of the phases are not in order",
                        "each begins where the one before ends, and ends later",
                    );
                }
                weeks = phase.to_weeks.unwrap_or(weeks);
                if let Some(minutes) = phase.minutes {
                    self.range(&spot.field("minutes"), minutes, 1, LONGEST_MINUTES);
                }
                if let Some(sessions) = phase.sessions {
                    let spot = spot.field("sessions");
                    let (from, to) = sessions.times;
                    self.range(&spot.field("times"), (from.into(), to.into()), 1, 21);
                    let weeks = u16::from(sessions.per_weeks);
                    self.range(&spot.field("per_weeks"), (weeks, weeks), 1, 52);
                }
                self.statement(&spot.field("says"), &phase.says);
                self.statement(&spot.field("self_care"), &phase.self_care);
            }
            self.statement(&spot.field("flare"), &plan.flare);
            self.statements(&spot.field("notes"), &plan.notes);
            self.sourced(&spot, plan.confidence, &plan.sources);
        }
    }

    pub(super) fn assessment(&mut self, all: &'a [AssessmentItem]) {
        for (i, item) in all.iter().enumerate() {
            let spot = Spot::FILE.at(i);
            self.own_id(&spot.field("id"), "assessment item", &item.id);
            self.text(&spot.field("name"), &item.name);
            self.texts(&spot.field("synonyms"), &item.synonyms);
            self.text(&spot.field("asks"), &item.asks);
            if let Some(scale) = &item.scale {
                let spot = spot.field("scale");
                if scale.lowest >= scale.highest {
                    self.fault(
                        &spot.field("lowest"),
                        "the scale goes backwards",
                        "the lowest number comes first",
                    );
                }
                self.text(&spot.field("lowest_means"), &scale.lowest_means);
                self.text(&spot.field("highest_means"), &scale.highest_means);
            }
            self.texts(&spot.field("steps"), &item.steps);
            self.statements(&spot.field("says"), &item.says);
            self.statements(&spot.field("cautions"), &item.cautions);
            self.sourced(&spot, item.confidence, &item.sources);
        }
    }

    pub(super) fn range_of_motion(&mut self, all: &'a [RangeOfMotionTest]) {
        for (i, test) in all.iter().enumerate() {
            let spot = Spot::FILE.at(i);
            self.own_id(&spot.field("id"), "range of motion test", &test.id);
            self.text(&spot.field("name"), &test.name);
            self.texts(&spot.field("synonyms"), &test.synonyms);
            self.refers(&spot.field("region"), "region", &test.region);
            self.text(&spot.field("movement"), &test.movement);
            self.text(&spot.field("position"), &test.position);
            self.steps(&spot.field("steps"), &test.steps);
            if let Some(degrees) = test.degrees {
                self.range(&spot.field("degrees"), degrees, 0, WIDEST_DEGREES);
            }
            self.text(&spot.field("measure"), &test.measure);
            self.statements(&spot.field("cautions"), &test.cautions);
            self.sourced(&spot, test.confidence, &test.sources);
        }
    }

    pub(super) fn prevalence(&mut self, all: &'a [Prevalence]) {
        for (i, counted) in all.iter().enumerate() {
            let spot = Spot::FILE.at(i);
            self.refers(&spot.field("muscle"), MUSCLE_OR_PART, &counted.muscle);
            if let Some(point) = &counted.point {
                self.refers(&spot.field("point"), "point", point);
            }
            let (percent, (from, to)) = (spot.field("percent"), counted.percent);
            self.number(&percent.at(0), from, 0.0, 100.0, " %");
            self.number(&percent.at(1), to, from.max(0.0), 100.0, " %");
            self.text(&spot.field("among"), &counted.among);
            self.text(&spot.field("found_by"), &counted.found_by);
            self.sourced(&spot, counted.confidence, &counted.sources);
        }
    }
}
