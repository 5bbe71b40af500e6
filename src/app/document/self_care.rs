//! Programmes, plans, assessment, tests of range of motion, and what therapists do: in full as the library shows
//! them, and each by itself.

use super::{
    Block, Builder, Document, Text,
    block::{
        Caution, CautionLevel, Dose, Emphasis, Entry, Fact, Labelled, Link, Practice, Row,
        RowGroup, Table, TableRow,
    },
    unlabelled, wording,
};
use crate::{
    app::lit::lit_by,
    model::{
        facts::{
            self, AssessmentItem, AssessmentPart, Does, Phase, Plan, Programme, ProgrammeItem,
            RangeOfMotionTest, Technique,
        },
        ids::Item,
    },
};

impl Builder<'_> {
    /// All programmes.
    pub(super) fn programmes(&self) -> Option<Block> {
        let all = self.catalog.programmes.iter();
        let entries = all.map(|x| {
            let mut blocks = self.programme_blocks(x);
            blocks.extend(unlabelled(self.on_body(x).into_iter().collect()));
            self.entry(&x.name, blocks)
        });
        self.section_of(
            "programmes",
            self.words.say("library-programmes"),
            entries.collect(),
        )
    }

    /// The way from a programme to the body, where it has muscles or points there.
    fn on_body(&self, programme: &Programme) -> Option<Link> {
        let item = Item::Programme(programme.id.clone());
        if lit_by(&item, self.catalog).is_empty() {
            return None;
        }
        let name = self.said(&programme.name);
        let named = [("name", name.text.as_str().into())];
        let says = self.words.say_with("programme-on-body", &named);
        Some(Link {
            item,
            text: self.around(says, &[&name]),
            title: None,
        })
    }

    /// A programme by itself.
    pub(super) fn programme(&self, programme: &Programme) -> Document {
        let w = self.words;
        let mut document = self.titled(&programme.id, self.said(&programme.name));
        document.link = Some(Item::Programme(programme.id.clone()).link());
        document.lines = vec![vec![
            self.text(w.say("programme")),
            self.minutes(programme.minutes),
        ]];
        document.labels = vec![self.label(wording::confidence(w, programme.confidence))];
        document.blocks = self.programme_blocks(programme);
        document
            .blocks
            .extend(self.also_called(&programme.synonyms));
        self.with_sources(document, &programme.sources)
    }

    fn programme_blocks(&self, programme: &Programme) -> Vec<Block> {
        let w = self.words;
        let mut blocks = vec![Block::Statement(self.statement(&programme.about))];
        blocks.extend(self.fact_block(w.say("programme-takes"), self.minutes(programme.minutes)));
        blocks.extend(self.care(w.say("programme-not-for"), &programme.not_for));
        let items = programme.items.iter().map(|item| self.programme_item(item));
        blocks.extend(items);
        blocks.extend(self.statement_list(false, &programme.after));
        blocks
    }

    fn programme_item(&self, item: &ProgrammeItem) -> Block {
        let w = self.words;
        let mut blocks: Vec<Block> = Vec::new();
        if let Some(row) = self.does_row(item) {
            blocks.push(Block::Rows {
                groups: vec![RowGroup {
                    zone: None,
                    label: None,
                    rows: vec![row],
                }],
            });
        }
        blocks.push(Block::Statement(self.statement(&item.how)));
        let points = item.points.iter().filter_map(|code| {
            let (_, point) = self.catalog.point(code)?;
            Some(self.point_link(point))
        });
        blocks.extend(self.links(w.say("programme-on"), points.collect()));
        blocks.extend(self.fact_block(w.say("method-need"), self.said(&item.tool)));
        let others = item
            .alternatives
            .iter()
            .filter_map(|does| self.does_link(does));
        blocks.extend(self.links(w.say("programme-instead"), others.collect()));
        Block::Together { blocks }
    }

    /// What an item does as a row, with the dose that holds here.
    fn does_row(&self, item: &ProgrammeItem) -> Option<Row> {
        let (mut row, hold, repeats, per_day) = match &item.does {
            Does::Method(id) => {
                let method = self.catalog.method(id)?;
                (
                    self.method_row(method),
                    method.hold_seconds,
                    method.repeats,
                    method.per_day,
                )
            }
            Does::Stretch(id) => {
                let stretch = self.catalog.stretch(id)?;
                (
                    self.stretch_row(stretch),
                    stretch.hold_seconds,
                    stretch.repeats,
                    stretch.per_day,
                )
            }
        };
        let (hold_seconds, repeats) = (
            item.hold_seconds.unwrap_or(hold),
            item.repeats.unwrap_or(repeats),
        );
        row.about = vec![self.text(wording::sides(self.words, item.side))];
        row.about.retain(|text| !text.is_empty());
        row.dose = Some(Dose {
            hold_seconds,
            repeats,
            per_day,
            text: self.text(wording::dose(self.words, hold_seconds, repeats)),
        });
        Some(row)
    }

    fn does_link(&self, does: &Does) -> Option<Link> {
        let (item, text) = match does {
            Does::Method(id) => (
                Item::Method(id.clone()),
                self.name(self.catalog.method(id)?),
            ),
            Does::Stretch(id) => (
                Item::Stretch(id.clone()),
                self.name(self.catalog.stretch(id)?),
            ),
        };
        Some(Link {
            item,
            text,
            title: None,
        })
    }

    /// All plans.
    pub(super) fn plans(&self) -> Option<Block> {
        let all = self.catalog.plans.iter();
        let entries = all.map(|x| self.entry(&x.name, self.plan_blocks(x)));
        self.section_of("plans", self.words.say("library-plans"), entries.collect())
    }

    /// A plan by itself.
    pub(super) fn plan(&self, plan: &Plan) -> Document {
        let w = self.words;
        let mut document = self.titled(&plan.id, self.said(&plan.name));
        document.lines = vec![vec![self.text(w.say("plan"))]];
        document.labels = vec![self.label(wording::confidence(w, plan.confidence))];
        document.blocks = self.plan_blocks(plan);
        document.blocks.extend(self.also_called(&plan.synonyms));
        self.with_sources(document, &plan.sources)
    }

    fn plan_blocks(&self, plan: &Plan) -> Vec<Block> {
        let w = self.words;
        let mut blocks = vec![Block::Statement(self.statement(&plan.about))];
        blocks.extend(plan.phases.iter().map(|phase| self.phase(phase)));
        blocks.extend(self.care(w.say("plan-flare"), std::slice::from_ref(&plan.flare)));
        blocks.extend(
            plan.notes
                .iter()
                .map(|x| Block::Statement(self.statement(x))),
        );
        blocks
    }

    fn phase(&self, phase: &Phase) -> Block {
        let w = self.words;
        let (from, to) = (self.said(&phase.from), self.said(&phase.to));
        let span = w.say_with(
            "plan-span",
            &[
                ("from", from.text.as_str().into()),
                ("to", to.text.as_str().into()),
            ],
        );
        let mut blocks: Vec<Block> = self
            .fact_block(w.say("plan-when"), self.around(span, &[&from, &to]))
            .into_iter()
            .collect();
        if let Some(sessions) = phase.sessions {
            let often = wording::times(w, sessions.times);
            let args = [
                ("often", often.into()),
                ("weeks", i64::from(sessions.per_weeks).into()),
            ];
            let often = self.text(w.say_with("plan-sessions", &args));
            blocks.extend(self.fact_block(w.say("plan-therapist"), often));
        }
        if let Some(minutes) = phase.minutes {
            blocks.extend(self.fact_block(w.say("programme-takes"), self.minutes(minutes)));
        }
        blocks.push(Block::Statement(self.statement(&phase.says)));
        blocks.push(Block::Labelled(Labelled {
            label: self.text(w.say("self-treatment")),
            emphasis: Emphasis::Quiet,
            statement: self.statement(&phase.self_care),
        }));
        self.entry(&phase.name, blocks)
    }

    /// What is asked and looked at, part by part.
    pub(super) fn assessment(&self) -> Option<Block> {
        let mut blocks = Vec::new();
        for part in AssessmentPart::ALL {
            let items = self
                .catalog
                .assessment
                .iter()
                .filter(|item| item.part == part);
            let entries: Vec<Block> = items
                .map(|item| self.entry(&item.name, self.assessment_blocks(item)))
                .collect();
            blocks.extend(self.section_of(
                "assessment-part",
                wording::assessment_part(self.words, part),
                entries,
            ));
        }
        self.section_of("assessment", self.words.say("library-assessment"), blocks)
    }

    /// An item of the assessment by itself.
    pub(super) fn assessment_item(&self, item: &AssessmentItem) -> Document {
        let w = self.words;
        let mut document = self.titled(&item.id, self.said(&item.name));
        document.lines = vec![vec![
            self.text(w.say("assessment")),
            self.text(wording::assessment_part(w, item.part)),
        ]];
        document.labels = vec![self.label(wording::confidence(w, item.confidence))];
        document.blocks = self.assessment_blocks(item);
        document.blocks.extend(self.also_called(&item.synonyms));
        self.with_sources(document, &item.sources)
    }

    fn assessment_blocks(&self, item: &AssessmentItem) -> Vec<Block> {
        let w = self.words;
        let mut blocks = vec![Block::Paragraph {
            text: self.said(&item.asks),
        }];
        if let Some(scale) = &item.scale {
            let (low, high) = (
                self.said(&scale.lowest_means),
                self.said(&scale.highest_means),
            );
            let args = [
                ("lowest", i64::from(scale.lowest).into()),
                ("highest", i64::from(scale.highest).into()),
                ("low", low.text.as_str().into()),
                ("high", high.text.as_str().into()),
            ];
            let words = self.around(w.say_with("assessment-scale-is", &args), &[&low, &high]);
            blocks.extend(self.fact_block(w.say("assessment-scale"), words));
        }
        blocks.extend(self.steps(Vec::new(), &item.steps));
        blocks.extend(
            item.says
                .iter()
                .map(|x| Block::Statement(self.statement(x))),
        );
        blocks.extend(self.care(w.say("cautions"), &item.cautions));
        blocks
    }

    /// All tests of range of motion.
    pub(super) fn range_of_motion(&self) -> Option<Block> {
        let all = self.catalog.range_of_motion.iter();
        let entries = all.map(|x| self.entry(&x.name, self.range_blocks(x)));
        self.section_of(
            "range-of-motion",
            self.words.say("library-range-of-motion"),
            entries.collect(),
        )
    }

    /// A test of range of motion by itself.
    pub(super) fn range_of_motion_test(&self, test: &RangeOfMotionTest) -> Document {
        let w = self.words;
        let mut document = self.titled(&test.id, self.said(&test.name));
        document.lines = vec![vec![
            self.text(w.say("range-of-motion")),
            self.text(wording::sides(w, test.sides)),
        ]];
        document.labels = vec![self.label(wording::confidence(w, test.confidence))];
        document.blocks = self.range_blocks(test);
        document.blocks.extend(self.also_called(&test.synonyms));
        self.with_sources(document, &test.sources)
    }

    fn range_blocks(&self, test: &RangeOfMotionTest) -> Vec<Block> {
        let w = self.words;
        let position = self.fact(w.say("method-position"), self.said(&test.position));
        let mut blocks: Vec<Block> = self
            .fact_block(w.say("range-movement"), self.said(&test.movement))
            .into_iter()
            .collect();
        blocks.extend(self.steps(position.into_iter().collect(), &test.steps));
        blocks.extend(self.fact_block(w.say("range-measure"), self.said(&test.measure)));
        if let Some(degrees) = test.degrees {
            let args = [("span", wording::span(degrees).into())];
            let usual = self.text(w.say_with("range-degrees", &args));
            blocks.extend(self.fact_block(w.say("range-usual"), usual));
        }
        blocks.extend(self.care(w.say("cautions"), &test.cautions));
        blocks
    }

    /// What therapists do, compared.
    pub(super) fn techniques(&self) -> Option<Block> {
        let w = self.words;
        let all = &self.catalog.techniques;
        let columns = [
            w.say("technique"),
            w.say("technique-strokes"),
            w.say("technique-pressure"),
            w.say("technique-purpose"),
            w.say("technique-for-whom"),
            w.say("technique-pain"),
            w.say("technique-not-for"),
        ];
        let rows = all.iter().map(|x| TableRow {
            cells: [
                &x.name,
                &x.strokes,
                &x.pressure,
                &x.purpose,
                &x.for_whom,
                &x.pain,
                &x.not_for,
            ]
            .map(|text| self.said(text))
            .to_vec(),
            sources: x.sources.clone(),
            confidence: x.confidence,
        });
        let table = Block::Table(Table {
            columns: columns.into_iter().map(|x| self.text(x)).collect(),
            rows: rows.collect(),
        });
        let known = all.iter().map(|x| {
            let says = Block::Statement(self.statement(&x.evidence));
            self.entry(&x.name, vec![says])
        });
        let blocks = if all.is_empty() {
            Vec::new()
        } else {
            std::iter::once(table).chain(known).collect()
        };
        self.section_of("techniques", w.say("library-techniques"), blocks)
    }

    /// A technique by itself.
    pub(super) fn technique(&self, technique: &Technique) -> Document {
        let w = self.words;
        let mut document = self.titled(&technique.id, self.said(&technique.name));
        document.lines = vec![vec![self.text(w.say("technique"))]];
        document.labels = vec![self.label(wording::confidence(w, technique.confidence))];
        let facts = [
            (w.say("technique-strokes"), &technique.strokes),
            (w.say("technique-pressure"), &technique.pressure),
            (w.say("technique-purpose"), &technique.purpose),
            (w.say("technique-for-whom"), &technique.for_whom),
            (w.say("technique-pain"), &technique.pain),
            (w.say("technique-not-for"), &technique.not_for),
        ];
        let facts = facts
            .into_iter()
            .filter_map(|(label, text)| self.fact_block(label, self.said(text)));
        document.blocks = facts.collect();
        document
            .blocks
            .push(Block::Statement(self.statement(&technique.evidence)));
        document
            .blocks
            .extend(self.also_called(&technique.synonyms));
        self.with_sources(document, &technique.sources)
    }

    fn entry(&self, name: &str, blocks: Vec<Block>) -> Block {
        Block::Entry(Entry {
            name: self.said(name),
            blocks,
            more: Vec::new(),
        })
    }

    fn fact_block(&self, label: impl Into<String>, value: Text) -> Option<Block> {
        self.fact(label, value).map(Block::Fact)
    }

    fn minutes(&self, minutes: (u16, u16)) -> Text {
        let span = wording::span(minutes);
        self.text(
            self.words
                .say_with("dose-minutes", &[("span", span.into())]),
        )
    }

    /// Steps to be done one after the other; nothing where there are none.
    fn steps(&self, facts: Vec<Fact>, steps: &[String]) -> Option<Block> {
        (!steps.is_empty()).then(|| {
            Block::Practice(Practice {
                facts,
                steps: steps.iter().map(|x| self.said(x)).collect(),
                dose: Vec::new(),
                limits: Vec::new(),
            })
        })
    }

    /// Statements to take care of, under a heading; nothing where there are none.
    fn care(&self, title: impl Into<String>, all: &[facts::Statement]) -> Option<Block> {
        let list = self.statement_list(false, all)?;
        Some(Block::Caution(Caution {
            level: CautionLevel::Warning,
            title: Some(self.text(title)),
            blocks: vec![list],
        }))
    }
}
