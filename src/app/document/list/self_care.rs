//! Rows of what a person goes through: programmes, plans, assessment, tests of range of motion; and of rules,
//! techniques and emergency numbers.

use super::{ListRow, More};
use crate::{
    app::document::{Builder, wording},
    model::{
        facts::{
            AssessmentItem, AssessmentPart, Does, EmergencyNumber, Phase, Plan, Programme,
            ProgrammeItem, RangeOfMotionTest, Rule, Scale, Shown, Sides, Technique,
        },
        ids::Item,
    },
};
use serde::Serialize;

/// What a programme has besides id, name and link.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProgrammeRow {
    minutes: (u16, u16),
    items: Vec<ProgrammeItemRow>,
    articles: Vec<String>,
    synonyms: Vec<String>,
    sources: Vec<String>,
}

/// A step of a programme.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProgrammeItemRow {
    does: Does,
    points: Vec<String>,
    side: Sides,
    hold_seconds: Option<(u16, u16)>,
    repeats: Option<(u8, u8)>,
    alternatives: Vec<Does>,
}

/// What a plan has besides id, name and link.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlanRow {
    phases: Vec<Phase>,
    synonyms: Vec<String>,
    sources: Vec<String>,
}

/// What an item of the assessment has besides id, name and link.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AssessmentRow {
    part: AssessmentPart,
    asks: String,
    scale: Option<Scale>,
    synonyms: Vec<String>,
    sources: Vec<String>,
}

/// What a test of range of motion has besides id, name and link.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RangeOfMotionRow {
    movement: String,
    region: String,
    degrees: Option<(u16, u16)>,
    sides: Sides,
    synonyms: Vec<String>,
    sources: Vec<String>,
}

impl From<&ProgrammeItem> for ProgrammeItemRow {
    fn from(item: &ProgrammeItem) -> Self {
        Self {
            does: item.does.clone(),
            points: item.points.clone(),
            side: item.side,
            hold_seconds: item.hold_seconds,
            repeats: item.repeats,
            alternatives: item.alternatives.clone(),
        }
    }
}

impl Builder<'_> {
    pub(super) fn list_programme(&self, programme: &Programme) -> ListRow {
        let minutes = [("span", wording::span(programme.minutes).into())];
        ListRow {
            id: programme.id.clone(),
            name: self.said(&programme.name).text,
            link: Some(Item::Programme(programme.id.clone()).link()),
            about: self.text(self.words.say_with("dose-minutes", &minutes)),
            more: More::Programme(ProgrammeRow {
                minutes: programme.minutes,
                items: programme.items.iter().map(ProgrammeItemRow::from).collect(),
                articles: programme.articles.clone(),
                synonyms: programme.synonyms.clone(),
                sources: programme.sources.clone(),
            }),
        }
    }

    /// Its link leads to the section that shows it, as those of the others do.
    pub(super) fn list_plan(&self, plan: &Plan) -> ListRow {
        let phases: Vec<String> = plan
            .phases
            .iter()
            .map(|phase| self.said(&phase.name).text)
            .collect();
        ListRow {
            id: plan.id.clone(),
            name: self.said(&plan.name).text,
            link: self.link_to(Shown::Plans),
            about: self.text(phases.join(" · ")),
            more: More::Plan(PlanRow {
                phases: plan.phases.clone(),
                synonyms: plan.synonyms.clone(),
                sources: plan.sources.clone(),
            }),
        }
    }

    pub(super) fn list_assessment_item(&self, item: &AssessmentItem) -> ListRow {
        ListRow {
            id: item.id.clone(),
            name: self.said(&item.name).text,
            link: self.link_to(Shown::Assessment),
            about: self.text(wording::assessment_part(self.words, item.part)),
            more: More::AssessmentItem(AssessmentRow {
                part: item.part,
                asks: item.asks.clone(),
                scale: item.scale.clone(),
                synonyms: item.synonyms.clone(),
                sources: item.sources.clone(),
            }),
        }
    }

    pub(super) fn list_range_of_motion_test(&self, test: &RangeOfMotionTest) -> ListRow {
        ListRow {
            id: test.id.clone(),
            name: self.said(&test.name).text,
            link: self.link_to(Shown::RangeOfMotion),
            about: self.said(&test.movement),
            more: More::RangeOfMotionTest(RangeOfMotionRow {
                movement: test.movement.clone(),
                region: test.region.clone(),
                degrees: test.degrees,
                sides: test.sides,
                synonyms: test.synonyms.clone(),
                sources: test.sources.clone(),
            }),
        }
    }

    pub(super) fn list_technique(&self, technique: &Technique) -> ListRow {
        ListRow {
            id: technique.id.clone(),
            name: self.said(&technique.name).text,
            link: self.link_to(Shown::Techniques),
            about: self.said(&technique.pressure),
            more: More::Technique {
                synonyms: technique.synonyms.clone(),
                sources: technique.sources.clone(),
            },
        }
    }

    pub(super) fn list_rule(&self, rule: &Rule) -> ListRow {
        ListRow {
            id: rule.id.clone(),
            name: self.said(&rule.name).text,
            link: self.link_to(Shown::Protocol),
            about: self.said(&rule.says.text),
            more: More::Rule {
                says: rule.says.text.clone(),
                forbids: rule.forbids.clone(),
                max_discomfort: rule.max_discomfort,
                sources: rule.says.sources.clone(),
            },
        }
    }

    pub(super) fn list_emergency_number(&self, entry: &EmergencyNumber) -> ListRow {
        ListRow {
            id: entry.country.clone(),
            name: self.said(&entry.name).text,
            link: self.link_to(Shown::EmergencyNumbers),
            about: self.text(entry.numbers.join(", ")),
            more: More::EmergencyNumber {
                numbers: entry.numbers.clone(),
                sources: entry.sources.clone(),
            },
        }
    }
}
