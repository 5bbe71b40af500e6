//! A page of the library: a section from its chapter to what it leads on to; and a chapter's
//! contents.

use super::{
    Block, Builder, Document, Text,
    block::{Claim, Emphasis, Fold, Label, Labelled, Link, Section, Table, TableRow},
    list, section_link, statement,
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
        let mut document = self.titled(&section.id, Text::english(&section.name));
        document.link = Some(Item::Section(section.id.clone()).link());
        document.above.push(self.chapter_title(chapter));
        let first = chapter.sections.first().map(|first| &first.id) == Some(&section.id);
        if first && !chapter.about.is_empty() {
            document.above.push(Text::english(&chapter.about));
        }
        let blocks = &mut document.blocks;
        blocks.extend(section.says.iter().map(|x| Block::Statement(statement(x))));
        blocks.extend(section.table.as_ref().map(table));
        blocks.extend(list(true, &section.steps));
        blocks.extend(list(false, &section.list));
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
            text: Text::english(&chapter.about),
        });
        let links = unlabelled(chapter.sections.iter().map(section_link).collect());
        let title = self.words.say("library-contents");
        let contents = self.section_of("contents", title, links);
        document.blocks.extend(contents);
        document
    }

    fn chapter_title(&self, chapter: &Chapter) -> Text {
        let number = [
            ("number", chapter.order.into()),
            ("name", chapter.name.as_str().into()),
        ];
        Text::english(self.words.say_with("library-chapter", &number))
    }

    /// What studies found about a question, how sure that is and what limits it.
    fn finding(&self, finding: &Finding) -> Block {
        let w = self.words;
        let (how, why) = wording::certainty(w, finding.certainty);
        let label = Label {
            text: self.text(w.say_with("certainty", &[("how", how.into())])),
            why: vec![self.text(why)],
        };
        let limits = self.fact(w.say("finding-limits"), Text::english(&finding.limits));
        let mut limited = vec![Block::Labels {
            labels: vec![label],
        }];
        limited.extend(limits.map(Block::Fact));
        Block::Section(Section {
            id: "finding",
            title: Text::english(&finding.topic),
            note: None,
            fold: Fold::Never,
            blocks: vec![
                Block::Statement(statement(&finding.found)),
                Block::Together { blocks: limited },
            ],
        })
    }

    /// A claim with what is true right under it.
    fn claim(&self, claim: &facts::Claim) -> Block {
        let w = self.words;
        let quoted = w.say_with("claim-quoted", &[("claim", claim.claim.as_str().into())]);
        Block::Claim(Claim {
            label: self.text(w.say("claim-said")),
            claim: Text::english(quoted),
            truth: Labelled {
                label: self.text(w.say("claim-truth")),
                emphasis: Emphasis::Quiet,
                statement: statement(&claim.truth),
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
            let number = [
                ("number", i64::from(number).into()),
                ("name", step.name.as_str().into()),
            ];
            let label = self.words.say_with("library-chapter", &number);
            Block::Labelled(Labelled {
                label: Text::english(label),
                emphasis: Emphasis::Strong,
                statement: statement(&step.says),
            })
        });
        steps.chain(self.stop_rules()).collect()
    }

    /// What a section names, as links that lead there.
    fn go_on(&self, links: &Links) -> Option<Block> {
        let (catalog, w) = (self.catalog, self.words);
        let sections = links.sections.iter().filter_map(|id| {
            let (_, section) = catalog.section(id)?;
            Some(section_link(section))
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

fn table(table: &facts::Table) -> Block {
    let texts = |all: &[String]| all.iter().map(Text::english).collect();
    Block::Table(Table {
        columns: texts(&table.columns),
        rows: table
            .rows
            .iter()
            .map(|row| TableRow {
                cells: texts(&row.cells),
                sources: row.sources.clone(),
                confidence: row.confidence,
            })
            .collect(),
    })
}
