//! A page of the library: a section from its chapter to what it leads on to; and a chapter's
//! contents.

use super::{
    Block, Builder, Document, Text,
    block::{Claim, Emphasis, Fold, Label, Labelled, Link, Section, Table, TableRow},
    treatment::rows_of,
    unlabelled, wording,
};
use crate::model::{
    facts::{self, Chapter, Finding, Links, Shown},
    ids::{Item, RegionId, StructureId},
    side::Side,
};

impl Builder<'_> {
    /// A section in full.
    pub(super) fn section(&self, chapter: &Chapter, section: &facts::Section) -> Document {
        let mut document = self.titled(&section.id, self.said(&section.name));
        document.link = Some(Item::Section(section.id.clone()).link());
        document.above.push(self.chapter_title(chapter));
        let first = chapter.sections.first().map(|first| &first.id) == Some(&section.id);
        if first && !chapter.about.is_empty() {
            document.above.push(self.said(&chapter.about));
        }
        let blocks = &mut document.blocks;
        blocks.extend(
            section
                .says
                .iter()
                .map(|x| Block::Statement(self.statement(x))),
        );
        blocks.extend(section.table.as_ref().map(|x| self.table(x)));
        blocks.extend(self.rules(&section.rules));
        blocks.extend(self.statement_list(true, &section.steps));
        blocks.extend(self.statement_list(false, &section.list));
        blocks.extend(section.findings.iter().map(|x| self.finding(x)));
        blocks.extend(section.claims.iter().map(|x| self.claim(x)));
        for shown in &section.shows {
            blocks.extend(self.shown(*shown));
        }
        blocks.extend(self.go_on(&section.links));
        self.with_sources(document, &[])
    }

    /// The contents of a chapter.
    pub(super) fn chapter(&self, chapter: &Chapter) -> Document {
        let mut document = self.titled(&chapter.id, self.chapter_title(chapter));
        document.blocks.push(Block::Paragraph {
            text: self.said(&chapter.about),
        });
        let links = unlabelled(
            chapter
                .sections
                .iter()
                .map(|x| self.section_link(x))
                .collect(),
        );
        let title = self.words.say("library-contents");
        let contents = self.section_of("contents", title, links);
        document.blocks.extend(contents);
        document
    }

    fn chapter_title(&self, chapter: &Chapter) -> Text {
        let name = self.said(&chapter.name);
        let number = [
            ("number", chapter.order.into()),
            ("name", name.text.as_str().into()),
        ];
        self.around(self.words.say_with("library-chapter", &number), &[&name])
    }

    /// What studies found about a question, how sure that is and what limits it.
    fn finding(&self, finding: &Finding) -> Block {
        let w = self.words;
        let (how, why) = wording::certainty(w, finding.certainty);
        let label = Label {
            text: self.text(w.say_with("certainty", &[("how", how.into())])),
            why: vec![self.text(why)],
        };
        let limits = self.fact(w.say("finding-limits"), self.said(&finding.limits));
        let mut limited = vec![Block::Labels {
            labels: vec![label],
        }];
        limited.extend(limits.map(Block::Fact));
        Block::Section(Section {
            id: "finding",
            title: self.said(&finding.topic),
            note: None,
            fold: Fold::Never,
            blocks: vec![
                Block::Statement(self.statement(&finding.found)),
                Block::Together { blocks: limited },
            ],
        })
    }

    /// A claim with what is true right under it.
    fn claim(&self, claim: &facts::Claim) -> Block {
        let w = self.words;
        let said = self.said(&claim.claim);
        let quoted = w.say_with("claim-quoted", &[("claim", said.text.as_str().into())]);
        Block::Claim(Claim {
            label: self.text(w.say("claim-said")),
            claim: self.around(quoted, &[&said]),
            truth: Labelled {
                label: self.text(w.say("claim-truth")),
                emphasis: Emphasis::Quiet,
                statement: self.statement(&claim.truth),
            },
        })
    }

    /// A part of the data in full.
    fn shown(&self, part: Shown) -> Vec<Block> {
        match part {
            Shown::RedFlags => self.red_flags().into_iter().collect(),
            Shown::Contraindications => self.contraindications().into_iter().collect(),
            Shown::NoGoAreas => self.no_go_areas().into_iter().collect(),
            Shown::Protocol => self.protocol(),
            Shown::Programmes => self.programmes().into_iter().collect(),
            Shown::Plans => self.plans().into_iter().collect(),
            Shown::Assessment => self.assessment().into_iter().collect(),
            Shown::RangeOfMotion => self.range_of_motion().into_iter().collect(),
            Shown::Techniques => self.techniques().into_iter().collect(),
            Shown::EmergencyNumbers => self.emergency_numbers().into_iter().collect(),
            Shown::Methods => {
                let rows = self.catalog.methods.iter().map(|x| self.method_row(x));
                let rows = rows_of(rows.collect()).into_iter().collect();
                let title = self.words.say("search-methods");
                self.section_of("methods", title, rows)
                    .into_iter()
                    .collect()
            }
            Shown::Stretches => {
                let rows = self.catalog.stretches.iter().map(|x| self.stretch_row(x));
                let rows = rows_of(rows.collect()).into_iter().collect();
                let title = self.words.say("search-stretches");
                self.section_of("stretches", title, rows)
                    .into_iter()
                    .collect()
            }
        }
    }

    /// What holds for every treatment by pressure, and when to stop.
    fn protocol(&self) -> Vec<Block> {
        let steps = (1_i32..).zip(&self.catalog.protocol.steps);
        let steps = steps.map(|(number, step)| {
            let name = self.said(&step.name);
            let number = [
                ("number", i64::from(number).into()),
                ("name", name.text.as_str().into()),
            ];
            let label = self.words.say_with("library-chapter", &number);
            let step_says = Block::Labelled(Labelled {
                label: self.around(label, &[&name]),
                emphasis: Emphasis::Strong,
                statement: self.statement(&step.says),
            });
            let rules = self.rules(&step.rules);
            Block::Together {
                blocks: std::iter::once(step_says).chain(rules).collect(),
            }
        });
        steps.chain(self.stop_rules()).collect()
    }

    fn table(&self, table: &facts::Table) -> Block {
        let texts = |all: &[String]| all.iter().map(|x| self.said(x)).collect();
        let rows = table.rows.iter().map(|row| TableRow {
            cells: texts(&row.cells),
            sources: row.sources.clone(),
            confidence: row.confidence,
        });
        Block::Table(Table {
            columns: texts(&table.columns),
            rows: rows.collect(),
        })
    }

    /// Rules of the protocol, each under its name.
    pub(super) fn rules(&self, ids: &[String]) -> Vec<Block> {
        let rules = self.catalog.rules(ids);
        let rules = rules.map(|rule| {
            Block::Labelled(Labelled {
                label: self.said(&rule.name),
                emphasis: Emphasis::Quiet,
                statement: self.statement(&rule.says),
            })
        });
        rules.collect()
    }

    /// What a section names, as links that lead there.
    fn go_on(&self, links: &Links) -> Option<Block> {
        let (catalog, w) = (self.catalog, self.words);
        let sections = links.sections.iter().filter_map(|id| {
            let (_, section) = catalog.section(id)?;
            Some(self.section_link(section))
        });
        let points = links.points.iter().filter_map(|id| {
            let (_, point) = catalog.point(id)?;
            Some(self.point_link(point))
        });
        let muscles = links.muscles.iter().filter_map(|id| {
            let muscle = catalog.muscle(id)?;
            let item = Item::Structure(StructureId::new(id, self.side));
            Some(link(item, self.name(muscle)))
        });
        let regions = links.regions.iter().filter_map(|id| {
            let region = catalog.region(id)?;
            let side = if region.midline {
                Side::Midline
            } else {
                self.side
            };
            let item = Item::Region(RegionId::new(id, side));
            Some(link(item, self.name(region)))
        });
        let methods = links.methods.iter().filter_map(|id| {
            let method = catalog.method(id)?;
            Some(link(Item::Method(id.clone()), self.name(method)))
        });
        let stretches = links.stretches.iter().filter_map(|id| {
            let stretch = catalog.stretch(id)?;
            Some(link(Item::Stretch(id.clone()), self.name(stretch)))
        });
        let blocks = [
            self.links(w.say("library-read-on"), sections.collect()),
            self.links(w.say("search-points"), points.collect()),
            self.links(w.say("search-muscles"), muscles.collect()),
            self.links(w.say("search-regions"), regions.collect()),
            self.links(w.say("search-methods"), methods.collect()),
            self.links(w.say("search-stretches"), stretches.collect()),
        ];
        let blocks = blocks.into_iter().flatten().collect();
        self.section_of("go-on", w.say("library-go-on"), blocks)
    }
}

fn link(item: Item, text: Text) -> Link {
    Link {
        item,
        text,
        title: None,
    }
}
