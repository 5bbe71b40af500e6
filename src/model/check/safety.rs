//! Checks of warning signs, contraindications and no-go areas.

use super::{Checker, Spot};
use crate::model::{
    closest::quoted,
    facts::{
        Contraindication, EmergencyNumber, Level, Limit, NoGoArea, RedFlag, RedFlags, Statement,
        Urgency,
    },
};
use std::collections::BTreeSet;

/// Longest wait before the questions are asked again, in days.
const LONGEST_REPEAT_DAYS: u16 = 60;
/// Most words of a question and of a sign.
const MOST_WORDS: usize = 25;

impl<'a> Checker<'a> {
    pub(super) fn red_flags(&mut self, all: &'a RedFlags) {
        let spot = Spot::FILE;
        let exits = spot.field("exits");
        let order: Vec<Urgency> = all.exits.iter().map(|words| words.exit).collect();
        if order != Urgency::ALL {
            self.fault(
                &exits,
                "the exits are not emergency, today and soon",
                "give each once, the most urgent first",
            );
        }
        for (i, words) in all.exits.iter().enumerate() {
            let spot = exits.at(i);
            self.text(&spot.field("name"), &words.name);
            self.statement(&spot.field("says"), &words.says);
        }
        self.statements(&spot.field("notes"), &all.notes);
        let days = (all.repeat_after_days, all.repeat_after_days);
        self.range(
            &spot.field("repeat_after_days"),
            days,
            1,
            LONGEST_REPEAT_DAYS,
        );
        self.statements(&spot.field("repeat"), &all.repeat);
        if all.flags.is_empty() {
            self.flaw(
                &spot.field("flags"),
                "there are no warning signs",
                "nobody may press before they were asked: add them",
            );
        }
        for (i, flag) in all.flags.iter().enumerate() {
            let flags = spot.field("flags");
            self.red_flag(&flags.at(i), flag);
        }
    }

    fn red_flag(&mut self, spot: &Spot<'_>, flag: &'a RedFlag) {
        self.own_id(&spot.field("id"), "red flag", &flag.id);
        self.text(&spot.field("name"), &flag.name);
        self.texts(&spot.field("synonyms"), &flag.synonyms);
        self.text(&spot.field("question"), &flag.question);
        if !flag.question.trim().is_empty() && !flag.question.trim_end().ends_with('?') {
            self.flaw(
                &spot.field("question"),
                "this is not a question",
                "ask what can be answered with yes or no, and end it with ?",
            );
        }
        self.all_refer(&spot.field("regions"), "region", &flag.regions);
        let signs = spot.field("signs");
        let mut before = BTreeSet::new();
        for (i, sign) in flag.signs.iter().enumerate() {
            let spot = signs.at(i);
            let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
            if sign.id.is_empty() || !sign.id.bytes().all(plain) {
                self.fault(
                    &spot.field("id"),
                    format!("{} is not a sign's id", quoted(&sign.id)),
                    "use small letters, digits and '_'",
                );
            } else if !before.insert(sign.id.as_str()) {
                self.fault(
                    &spot.field("id"),
                    format!("there are two signs {}", quoted(&sign.id)),
                    "give each its own id",
                );
            }
            self.text(&spot.field("says"), &sign.says);
            self.short(&spot.field("says"), &sign.says);
        }
        if flag.signs.len() == 1 {
            self.flaw(
                &signs,
                "there is one sign to tick",
                "put it into the question and leave signs out",
            );
        }
        self.short(&spot.field("question"), &flag.question);
        self.text(&spot.field("suspected"), &flag.suspected);
        self.statement(&spot.field("advice"), &flag.advice);
    }

    /// A question or a sign: short enough to be answered.
    fn short(&mut self, spot: &Spot<'_>, text: &str) {
        if text.split_whitespace().count() > MOST_WORDS {
            self.flaw(
                spot,
                format!("longer than {MOST_WORDS} words"),
                "ask one thing at a time",
            );
        }
    }

    pub(super) fn emergency_numbers(&mut self, all: &'a [EmergencyNumber]) {
        for (i, entry) in all.iter().enumerate() {
            let spot = Spot::FILE.at(i);
            let country = spot.field("country");
            if entry.country.len() != 2 || !entry.country.bytes().all(|b| b.is_ascii_uppercase()) {
                self.fault(
                    &country,
                    format!("{} is not a country's code", quoted(&entry.country)),
                    "use the two capital letters of ISO 3166",
                );
            } else {
                self.own_id(&country, "country", &entry.country);
            }
            self.text(&spot.field("name"), &entry.name);
            let numbers = spot.field("numbers");
            if entry.numbers.is_empty() {
                self.fault(&numbers, "there is no number", "add at least one");
            }
            for (j, number) in entry.numbers.iter().enumerate() {
                let sound =
                    (2..=6).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
                if !sound {
                    self.fault(
                        &numbers.at(j),
                        format!("{} is not an emergency number", quoted(number)),
                        "two to six digits",
                    );
                }
            }
            self.sources(&spot.field("sources"), &entry.sources);
            self.mark(&spot.field("confidence"), entry.confidence, &entry.sources);
        }
    }

    pub(super) fn contraindications(&mut self, all: &'a [Contraindication]) {
        for (i, row) in all.iter().enumerate() {
            let spot = Spot::FILE.at(i);
            self.own_id(&spot.field("id"), "contraindication", &row.id);
            self.text(&spot.field("name"), &row.name);
            self.texts(&spot.field("synonyms"), &row.synonyms);
            self.limit(&spot.field("pressure"), &row.pressure);
            self.limit(&spot.field("massage"), &row.massage);
            self.limit(&spot.field("roller"), &row.roller);
            self.limit(&spot.field("heat"), &row.heat);
            self.some_statements(&spot.field("notes"), &row.notes);
        }
    }

    fn limit(&mut self, spot: &Spot<'_>, limit: &Limit) {
        if !limit.how.is_empty() {
            self.text(&spot.field("how"), &limit.how);
        } else if limit.level == Level::Modify {
            self.fault(
                &spot.field("how"),
                "it is not said how to modify",
                "say in a few words what to do instead",
            );
        }
    }

    pub(super) fn no_go_areas(&mut self, all: &'a [NoGoArea]) {
        for (i, area) in all.iter().enumerate() {
            let spot = Spot::FILE.at(i);
            self.own_id(&spot.field("id"), "no-go area", &area.id);
            self.text(&spot.field("name"), &area.name);
            self.texts(&spot.field("synonyms"), &area.synonyms);
            self.statement(&spot.field("why"), &area.why);
            self.statements(&spot.field("harm"), &area.harm);
            let methods = spot.field("methods");
            if area.methods.is_empty() {
                self.fault(
                    &methods,
                    "it applies to no method",
                    "name at least one id of treatments/methods.ron",
                );
            }
            self.all_refer(&methods, "method", &area.methods);
            if area.areas.is_empty() {
                self.fault(
                    &spot.field("areas"),
                    "it lies nowhere",
                    "add at least one area",
                );
            }
            self.areas(&spot.field("areas"), &area.areas);
        }
    }

    /// Statements of which there must be one.
    pub(super) fn some_statements(&mut self, spot: &Spot<'_>, all: &[Statement]) {
        if all.is_empty() {
            self.fault(spot, "nothing is said", "add at least one statement");
        }
        self.statements(spot, all);
    }
}
