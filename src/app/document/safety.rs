//! Warning signs, conditions and no-go areas: in full as the library shows them, and each by
//! itself.

use super::{
    Block, Builder, Document,
    block::{Caution, Entry, Limit, List, Statement, Table, TableRow},
    wording,
};
use crate::model::facts::{self, Contraindication, NoGoArea, RedFlag, Urgency};

impl Builder<'_> {
    /// The warning signs under what they call for, the most urgent first.
    pub(super) fn red_flags(&self) -> Option<Block> {
        let all = &self.catalog.red_flags;
        let stated = |x: &facts::Statement| Block::Statement(self.statement(x));
        let mut blocks: Vec<Block> = all.notes.iter().map(stated).collect();
        for urgency in Urgency::ALL {
            let mut flags = all.flags.iter().filter(|x| x.exit == urgency).peekable();
            if flags.peek().is_some() {
                blocks.extend(self.urgency(urgency));
            }
            blocks.extend(flags.map(|flag| self.red_flag_entry(flag)));
        }
        blocks.extend(all.repeat.iter().map(stated));
        self.section_of("red-flags", self.words.say("library-red-flags"), blocks)
    }

    /// What an urgency calls for.
    fn urgency(&self, urgency: Urgency) -> Option<Block> {
        let words = self.catalog.urgency_words(urgency)?;
        Some(Block::Caution(Caution {
            level: urgency.into(),
            title: Some(self.said(&words.name)),
            blocks: vec![Block::Statement(self.statement(&words.says))],
        }))
    }

    fn red_flag_entry(&self, flag: &RedFlag) -> Block {
        Block::Entry(Entry {
            name: self.said(&flag.name),
            blocks: self.red_flag_blocks(flag),
            more: Vec::new(),
        })
    }

    fn red_flag_blocks(&self, flag: &RedFlag) -> Vec<Block> {
        let w = self.words;
        let mut blocks = vec![Block::Paragraph {
            text: self.said(&flag.question),
        }];
        let plain = flag
            .signs
            .iter()
            .filter(|sign| sign.exit.is_none_or(|exit| exit == flag.exit));
        let items: Vec<Statement> = plain
            .map(|sign| Statement {
                text: self.said(&sign.says),
                sources: Vec::new(),
                confidence: None,
            })
            .collect();
        if !items.is_empty() {
            blocks.push(Block::List(List {
                ordered: false,
                items,
            }));
        }
        for sign in &flag.signs {
            let exit = sign.exit.filter(|exit| *exit != flag.exit);
            if let Some(words) = exit.and_then(|exit| self.catalog.urgency_words(exit)) {
                let (says, exit) = (self.said(&sign.says), self.said(&words.name));
                let args = [
                    ("sign", says.text.as_str().into()),
                    ("exit", exit.text.as_str().into()),
                ];
                blocks.push(Block::Urgent {
                    level: words.exit.into(),
                    text: self.around(w.say_with("library-sign-exit", &args), &[&says, &exit]),
                });
            }
        }
        blocks.push(Block::Statement(self.statement(&flag.advice)));
        let sign = self.fact(w.say("library-sign-of"), self.said(&flag.suspected));
        blocks.extend(sign.map(Block::Fact));
        blocks
    }

    /// A warning sign by itself.
    pub(super) fn red_flag(&self, flag: &RedFlag) -> Document {
        let mut document = self.titled(&flag.id, self.said(&flag.name));
        let w = self.words;
        let blocks = &mut document.blocks;
        blocks.extend(self.red_flag_blocks(flag));
        let regions = flag.regions.iter().filter_map(|id| self.catalog.region(id));
        let names: Vec<String> = regions.map(|region| self.name(region).text).collect();
        let asked = match names.is_empty() {
            true => self.text(w.say("library-asked-always")),
            false => self.text(names.join(", ")),
        };
        let asked = self.fact(w.say("card-asked-with-pain-in"), asked);
        blocks.extend(asked.map(Block::Fact));
        blocks.extend(self.also_called(&flag.synonyms));
        blocks.extend(self.urgency(flag.exit));
        self.with_sources(document, &[])
    }

    /// Whom to call, country by country.
    pub(super) fn emergency_numbers(&self) -> Option<Block> {
        let all = &self.catalog.emergency_numbers;
        let w = self.words;
        let rows = all.iter().map(|entry| TableRow {
            cells: vec![self.said(&entry.name), self.text(entry.numbers.join(", "))],
            sources: entry.sources.clone(),
            confidence: entry.confidence,
        });
        let table = Block::Table(Table {
            columns: vec![
                self.text(w.say("emergency-country")),
                self.text(w.say("emergency-number")),
            ],
            rows: rows.collect(),
        });
        let blocks = if all.is_empty() {
            Vec::new()
        } else {
            vec![table]
        };
        self.section_of(
            "emergency-numbers",
            w.say("library-emergency-numbers"),
            blocks,
        )
    }

    /// The conditions, each with its limits and the reasons under them.
    pub(super) fn contraindications(&self) -> Option<Block> {
        let all = self.catalog.contraindications.iter();
        let entries = all.map(|row| {
            Block::Entry(Entry {
                name: self.said(&row.name),
                blocks: vec![self.limits(row)],
                more: self.notes(row),
            })
        });
        let title = self.words.say("library-conditions");
        self.section_of("contraindications", title, entries.collect())
    }

    fn limits(&self, row: &Contraindication) -> Block {
        let w = self.words;
        let limits = [
            (w.say("limit-pressure"), &row.pressure),
            (w.say("limit-massage"), &row.massage),
            (w.say("limit-roller"), &row.roller),
            (w.say("limit-heat"), &row.heat),
        ];
        let limits = limits.into_iter().map(|(treatment, limit)| Limit {
            treatment: self.text(treatment),
            level: limit.level,
            text: self.text(wording::level(w, limit.level)),
            how: (!limit.how.is_empty()).then(|| self.said(&limit.how)),
        });
        Block::Limits {
            limits: limits.collect(),
        }
    }

    fn notes(&self, row: &Contraindication) -> Vec<Block> {
        let notes = row.notes.iter();
        notes.map(|x| Block::Statement(self.statement(x))).collect()
    }

    /// A condition by itself.
    pub(super) fn contraindication(&self, row: &Contraindication) -> Document {
        let mut document = self.titled(&row.id, self.said(&row.name));
        let blocks = &mut document.blocks;
        blocks.push(self.limits(row));
        blocks.extend(self.also_called(&row.synonyms));
        blocks.extend(self.notes(row));
        self.with_sources(document, &[])
    }

    /// The no-go areas: what lies there, what happened, and the methods they hold for.
    pub(super) fn no_go_areas(&self) -> Option<Block> {
        let all = self.catalog.no_go_areas.iter();
        let entries = all.map(|area| {
            Block::Entry(Entry {
                name: self.said(&area.name),
                blocks: vec![Block::Statement(self.statement(&area.why))],
                more: self.harm_and_methods(area),
            })
        });
        let title = self.words.say("library-no-go-areas");
        self.section_of("no-go-areas", title, entries.collect())
    }

    fn harm_and_methods(&self, area: &NoGoArea) -> Vec<Block> {
        let harm = area
            .harm
            .iter()
            .map(|x| Block::Statement(self.statement(x)));
        let mut blocks: Vec<Block> = harm.collect();
        let methods = area.methods.iter();
        let methods = methods.filter_map(|id| self.catalog.method(id));
        let names: Vec<String> = methods
            .map(|method| wording::within(&self.name(method).text))
            .collect();
        if !names.is_empty() {
            let names = [("methods", names.join(", ").into())];
            blocks.push(Block::Note {
                text: self.text(self.words.say_with("library-never-with", &names)),
            });
        }
        blocks
    }

    /// A no-go area by itself.
    pub(super) fn no_go_area(&self, area: &NoGoArea) -> Document {
        let mut document = self.titled(&area.id, self.said(&area.name));
        let blocks = &mut document.blocks;
        blocks.push(Block::Statement(self.statement(&area.why)));
        blocks.extend(self.harm_and_methods(area));
        blocks.extend(self.also_called(&area.synonyms));
        self.with_sources(document, &[])
    }
}
