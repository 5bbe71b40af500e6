//! A document as text.

use super::Paper;
use crate::{
    app::document::{
        Block, Document, Text,
        block::{
            Application, Caution, Fact, Label, Link, Links, List, Practice, Row, RowGroup,
            Statement, Table,
        },
        line,
    },
    locale::Words,
    output::confidence_within,
};
use std::io;

/// Writes a document, in the words that it was made with.
///
/// # Errors
/// What the thing written to says.
pub fn write_document(paper: &mut Paper<'_>, document: &Document, words: &Words) -> io::Result<()> {
    let mut writer = Writer {
        paper,
        words,
        indent: 2,
    };
    for text in &document.above {
        writer.paper.wrapped("", "", &text.text)?;
    }
    writer
        .paper
        .title(&with_id(&document.title, &document.id))?;
    for texts in &document.lines {
        writer.text(&line(texts))?;
    }
    writer.labels(&document.labels)?;
    writer.blocks(&document.blocks)?;
    if !document.sources.is_empty() {
        writer.paper.heading(&words.say("sources"))?;
        for source in &document.sources {
            let about = line(&source.used);
            let about = [about.as_str(), source.url.as_deref().unwrap_or_default()];
            let about: Vec<&str> = about.into_iter().filter(|x| !x.is_empty()).collect();
            let about = about.join(" · ");
            writer.bullet(&format!(
                "{}: {} ({about})",
                source.id, source.citation.text
            ))?;
        }
    }
    Ok(())
}

/// A name, and its id where the name does not begin with it: it is what leads on.
fn with_id(name: &Text, id: &str) -> String {
    if id.is_empty() || name.text.starts_with(id) {
        name.text.clone()
    } else {
        format!("{} ({id})", name.text)
    }
}

struct Writer<'a, 'w> {
    paper: &'a mut Paper<'w>,
    words: &'a Words,
    /// Columns before a line.
    indent: usize,
}

impl Writer<'_, '_> {
    fn blocks(&mut self, blocks: &[Block]) -> io::Result<()> {
        blocks.iter().try_for_each(|block| self.block(block))
    }

    fn inner(&mut self, write: impl FnOnce(&mut Self) -> io::Result<()>) -> io::Result<()> {
        self.indent += 2;
        let written = write(self);
        self.indent -= 2;
        written
    }

    fn after(&mut self, mark: &str, text: &str) -> io::Result<()> {
        let pad = " ".repeat(self.indent);
        let first = format!("{pad}{mark}");
        let others = format!("{pad}{}", " ".repeat(mark.len()));
        self.paper.wrapped(&first, &others, text)
    }

    fn text(&mut self, text: &str) -> io::Result<()> {
        self.after("", text)
    }

    fn bullet(&mut self, text: &str) -> io::Result<()> {
        self.after("- ", text)
    }

    fn block(&mut self, block: &Block) -> io::Result<()> {
        match block {
            Block::Paragraph { text } | Block::Note { text } => self.text(&text.text),
            Block::Urgent { text, .. } => self.after("! ", &text.text),
            Block::Statement(statement) => {
                let stated = self.stated(statement);
                self.text(&stated)
            }
            Block::Labelled(labelled) => {
                let stated = self.stated(&labelled.statement);
                self.field(&labelled.label.text, &stated)
            }
            Block::Zone(zone) => {
                let stated = self.stated(&zone.pattern);
                self.field(&zone.label.text, &stated)
            }
            // A terminal shows no pictures; the zones say the same in words.
            Block::Picture(_) => Ok(()),
            Block::Fact(fact) => self.fact(fact),
            Block::Labels { labels } => self.labels(labels),
            Block::Links(links) => self.links(links),
            Block::Rows { groups } => groups.iter().try_for_each(|group| self.group(group)),
            Block::List(list) => self.list(list),
            Block::Caution(caution) => self.caution(caution),
            Block::Claim(claim) => {
                let stated = self.stated(&claim.truth.statement);
                self.paper.gap()?;
                self.bullet(&format!("{}: {}", claim.label.text, claim.claim.text))?;
                self.inner(|writer| writer.field(&claim.truth.label.text, &stated))
            }
            Block::Applications { applications } => (1..)
                .zip(applications)
                .try_for_each(|(number, application)| self.application(number, application)),
            Block::Practice(practice) => self.practice(practice),
            Block::Limits { limits } => limits.iter().try_for_each(|limit| {
                let how = limit.how.as_ref().map(|how| format!(": {}", how.text));
                let level = format!("{}{}", limit.text.text, how.unwrap_or_default());
                self.field(&limit.treatment.text, &level)
            }),
            Block::Table(table) => self.table(table),
            Block::Section(section) => {
                let note = section.note.as_ref();
                let note = note.map(|note| format!(" ({})", note.text));
                let title = format!("{}{}", section.title.text, note.unwrap_or_default());
                self.paper.heading(&title)?;
                self.blocks(&section.blocks)
            }
            Block::Entry(entry) => {
                self.paper.gap()?;
                self.text(&entry.name.text)?;
                self.inner(|writer| {
                    writer.blocks(&entry.blocks)?;
                    writer.blocks(&entry.more)
                })
            }
            Block::Together { blocks } => self.blocks(blocks),
            Block::Hints { lead, hints } => {
                self.text(&lead.text)?;
                hints
                    .iter()
                    .try_for_each(|hint| self.field(&hint.title.text, &hint.text.text))
            }
            Block::Legend { marks } => marks
                .iter()
                .try_for_each(|mark| self.bullet(&mark.text.text)),
            Block::Keys { keys } => keys.iter().try_for_each(|key| self.fact(key)),
        }
    }

    /// `label: text`.
    fn field(&mut self, label: &str, text: &str) -> io::Result<()> {
        let pad = " ".repeat(self.indent);
        let text = format!("{label}: {text}");
        self.paper.wrapped(&pad, &format!("{pad}  "), &text)
    }

    fn fact(&mut self, fact: &Fact) -> io::Result<()> {
        self.field(&fact.label.text, &fact.value.text)
    }

    fn labels(&mut self, labels: &[Label]) -> io::Result<()> {
        labels
            .iter()
            .try_for_each(|label| self.bullet(&format!("{}: {}", label.text.text, label.reason())))
    }

    /// A statement with where it comes from and how sure it is.
    fn stated(&self, statement: &Statement) -> String {
        let Statement {
            text,
            sources,
            confidence,
        } = statement;
        let confidence = confidence_within(self.words, *confidence);
        with_basis(&text.text, sources, confidence)
    }

    fn links(&mut self, links: &Links) -> io::Result<()> {
        let all: Vec<String> = links.links.iter().map(named).collect();
        match &links.label {
            Some(label) => self.field(&label.text, &all.join(", ")),
            None => all.iter().try_for_each(|link| self.bullet(link)),
        }
    }

    fn group(&mut self, group: &RowGroup) -> io::Result<()> {
        if let Some(label) = &group.label {
            self.text(&label.text)?;
        }
        group.rows.iter().try_for_each(|row| self.row(row))
    }

    fn row(&mut self, row: &Row) -> io::Result<()> {
        let about = row.about.iter().filter(|text| text.text != row.item.id());
        let dose = row.dose.iter().map(|dose| &dose.text);
        let about: Vec<Text> = about.chain(dose).cloned().collect();
        let about = line(&about);
        let colon = if about.is_empty() { "" } else { ": " };
        let name = with_id(&row.name, row.item.id());
        self.bullet(&format!("{name}{colon}{about}"))
    }

    fn list(&mut self, list: &List) -> io::Result<()> {
        (1..).zip(&list.items).try_for_each(|(number, item)| {
            let stated = self.stated(item);
            if list.ordered {
                self.after(&format!("{number}. "), &stated)
            } else {
                self.bullet(&stated)
            }
        })
    }

    fn caution(&mut self, caution: &Caution) -> io::Result<()> {
        let title = match &caution.title {
            Some(title) => title.text.clone(),
            None => self.words.say("caution").into_owned(),
        };
        self.paper.gap()?;
        self.after("! ", &title)?;
        self.inner(|writer| writer.blocks(&caution.blocks))?;
        self.paper.gap()
    }

    fn application(&mut self, number: i32, application: &Application) -> io::Result<()> {
        let mark = format!("{number}. ");
        let dose = &application.dose.text;
        let name = line(&[application.name.clone(), dose.clone()]);
        self.after(&mark, &name)?;
        let stated = self.stated(&application.how);
        self.inner(|writer| {
            writer.text(&stated)?;
            writer.practice(&application.practice)
        })
    }

    fn practice(&mut self, practice: &Practice) -> io::Result<()> {
        practice.facts.iter().try_for_each(|fact| self.fact(fact))?;
        (1..)
            .zip(&practice.steps)
            .try_for_each(|(number, step)| self.after(&format!("{number}. "), &step.text))?;
        if !practice.dose.is_empty() {
            self.text(&line(&practice.dose))?;
        }
        practice.limits.iter().try_for_each(|limit| {
            let stated = self.stated(limit);
            self.bullet(&stated)
        })
    }

    /// Row by row: a table may be wider than any terminal.
    fn table(&mut self, table: &Table) -> io::Result<()> {
        for row in &table.rows {
            let confidence = confidence_within(self.words, Some(row.confidence));
            let mut cells = table.columns.iter().zip(&row.cells);
            if let Some((_, first)) = cells.next() {
                self.bullet(&with_basis(&first.text, &row.sources, confidence))?;
            }
            self.inner(|writer| {
                cells
                    .filter(|(_, cell)| !cell.is_empty())
                    .try_for_each(|(column, cell)| writer.field(&column.text, &cell.text))
            })?;
        }
        Ok(())
    }
}

/// A text with the ids of its sources and how sure it is: they can be shown by their ids.
fn with_basis(text: &str, sources: &[String], confidence: Option<String>) -> String {
    let sources = sources.join(", ");
    let basis: Vec<String> = [Some(sources).filter(|x| !x.is_empty()), confidence]
        .into_iter()
        .flatten()
        .collect();
    if basis.is_empty() {
        text.to_owned()
    } else {
        format!("{text} [{}]", basis.join("; "))
    }
}

fn named(link: &Link) -> String {
    let name = with_id(&link.text, link.item.id());
    match &link.title {
        Some(title) => format!("{name}: {}", title.text),
        None => name,
    }
}
