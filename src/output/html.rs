//! A document as HTML, for the page's list view: headings, lists and buttons that a screen
//! reader and the keyboard find their way in.
//!
//! Every text is escaped. What is in another language than the page says so. Buttons carry in
//! `data-link` what they lead to; what a press does is the page's business. Nothing folds:
//! who hears a page moves by its headings.

mod markup;

use super::{confidence_within, source_numbers};
use crate::{
    app::document::{
        Block, Document, Text,
        block::{
            Application, Caution, CautionLevel, Fact, Label, Links, List, Practice, RowGroup,
            Statement, Table,
        },
    },
    locale::Words,
    model::ids::Item,
};
use markup::{Markup, is_address};

/// The document in the words that it was made with. Its title is a heading of level 3.
#[must_use]
pub fn document(document: &Document, words: &Words) -> String {
    let mut page = Page {
        document,
        words,
        out: Markup::new(document.language),
    };
    page.whole();
    page.out.into_text()
}

/// Levels of headings.
const TITLE: &str = "h3";
const SECTION: &str = "h4";
const ENTRY: &str = "h5";

struct Page<'a> {
    document: &'a Document,
    words: &'a Words,
    out: Markup,
}

impl Page<'_> {
    fn whole(&mut self) {
        let document = self.document;
        for text in &document.above {
            self.out.element("p", text);
        }
        self.out.element(TITLE, &document.title);
        for texts in &document.lines {
            self.out.line(texts);
        }
        self.labels(&document.labels);
        self.blocks(&document.blocks);
        if document.sources.is_empty() {
            return;
        }
        self.out.raw("<section class=\"sources\">");
        self.out.interface(SECTION, &self.words.say("sources"));
        self.out.raw("<ol>");
        for source in &document.sources {
            self.out.raw("<li>");
            self.out.span(&source.citation);
            for text in &source.used {
                self.out.raw(" · ");
                self.out.span(text);
            }
            if let Some(url) = &source.url {
                self.out.raw(" ");
                self.out.address(url);
            }
            self.out.raw("</li>");
        }
        self.out.raw("</ol></section>");
    }

    fn blocks(&mut self, blocks: &[Block]) {
        // Facts one after the other are one list.
        for run in blocks.chunk_by(|a, b| is_fact(a) && is_fact(b)) {
            if run.first().is_some_and(is_fact) {
                self.facts(run.iter().filter_map(|block| match block {
                    Block::Fact(fact) => Some(fact),
                    _ => None,
                }));
            } else {
                run.iter().for_each(|block| self.block(block));
            }
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph { text } | Block::Note { text } => self.out.element("p", text),
            Block::Urgent { text, .. } => {
                self.out.raw("<p><strong>");
                self.out.span(text);
                self.out.raw("</strong></p>");
            }
            Block::Statement(statement) => self.statement("p", statement),
            Block::Labelled(labelled) => self.labelled(&labelled.label, &labelled.statement),
            Block::Zone(zone) => self.labelled(&zone.label, &zone.pattern),
            // The picture is the body beside the list; the zones say the same in words.
            Block::Picture(_) => {}
            Block::Fact(fact) => self.facts(std::iter::once(fact)),
            Block::Labels { labels } => self.labels(labels),
            Block::Links(links) => self.links(links),
            Block::Rows { groups } => groups.iter().for_each(|group| self.group(group)),
            Block::List(list) => self.list(list),
            Block::Caution(caution) => self.caution(caution),
            Block::Claim(claim) => {
                self.out.raw("<p>");
                self.out.span(&claim.label);
                self.out.raw(": <q>");
                // The quotation marks are the element's own.
                let quoted = claim.claim.text.trim_matches(['“', '”', '«', '»', '"']);
                self.out.span(&Text::new(quoted, claim.claim.language));
                self.out.raw("</q></p>");
                self.labelled(&claim.truth.label, &claim.truth.statement);
            }
            Block::Applications { applications } => {
                self.out.raw("<ol>");
                applications.iter().for_each(|x| self.application(x));
                self.out.raw("</ol>");
            }
            Block::Practice(practice) => self.practice(practice),
            Block::Limits { limits } => {
                self.out.raw("<dl>");
                for limit in limits {
                    self.out.element("dt", &limit.treatment);
                    self.out.raw("<dd>");
                    self.out.span(&limit.text);
                    if let Some(how) = &limit.how {
                        self.out.raw(": ");
                        self.out.span(how);
                    }
                    self.out.raw("</dd>");
                }
                self.out.raw("</dl>");
            }
            Block::Table(table) => self.table(table),
            Block::Section(section) => {
                self.out.raw("<section>");
                self.out.element(SECTION, &section.title);
                if let Some(note) = &section.note {
                    self.out.element("p", note);
                }
                self.blocks(&section.blocks);
                self.out.raw("</section>");
            }
            Block::Entry(entry) => {
                self.out.element(ENTRY, &entry.name);
                self.blocks(&entry.blocks);
                self.blocks(&entry.more);
            }
            Block::Together { blocks } => self.blocks(blocks),
            Block::Hints { lead, hints } => {
                self.out.element("p", lead);
                self.pairs(hints.iter().map(|x| (&x.title, &x.text)));
            }
            Block::Legend { marks } => {
                self.out.raw("<ul>");
                marks
                    .iter()
                    .for_each(|mark| self.out.element("li", &mark.text));
                self.out.raw("</ul>");
            }
            Block::Keys { keys } => self.facts(keys.iter()),
        }
    }

    fn statement(&mut self, name: &str, statement: &Statement) {
        self.out.raw(&format!("<{name}>"));
        self.out.span(&statement.text);
        self.basis(statement);
        self.out.close(name);
    }

    fn labelled(&mut self, label: &Text, statement: &Statement) {
        self.out.raw("<p><strong>");
        self.out.span(label);
        self.out.raw("</strong> ");
        self.out.span(&statement.text);
        self.basis(statement);
        self.out.raw("</p>");
    }

    /// Where a statement comes from and how sure it is.
    fn basis(&mut self, statement: &Statement) {
        let numbers = source_numbers(self.document, &statement.sources);
        let named = match numbers.as_slice() {
            [] => None,
            [only] => Some(
                self.words
                    .say_with("source-number", &[("number", (*only).into())]),
            ),
            all => {
                let all: Vec<String> = all.iter().map(ToString::to_string).collect();
                let numbers = [("numbers", all.join(", ").into())];
                Some(self.words.say_with("sources-numbers", &numbers))
            }
        };
        let confidence = confidence_within(self.words, statement.confidence);
        let basis: Vec<&str> = named
            .as_deref()
            .into_iter()
            .chain(confidence.as_deref())
            .collect();
        if !basis.is_empty() {
            self.out.raw(" <small>[");
            self.out.escaped(&basis.join("; "));
            self.out.raw("]</small>");
        }
    }

    fn facts<'f>(&mut self, facts: impl Iterator<Item = &'f Fact>) {
        self.pairs(facts.map(|fact| (&fact.label, &fact.value)));
    }

    fn pairs<'t>(&mut self, pairs: impl Iterator<Item = (&'t Text, &'t Text)>) {
        self.out.raw("<dl>");
        for (label, value) in pairs {
            self.out.element("dt", label);
            if is_address(&value.text) {
                self.out.raw("<dd>");
                self.out.address(&value.text);
                self.out.raw("</dd>");
            } else {
                self.out.element("dd", value);
            }
        }
        self.out.raw("</dl>");
    }

    fn labels(&mut self, labels: &[Label]) {
        if labels.is_empty() {
            return;
        }
        self.out.raw("<dl>");
        for label in labels {
            self.out.element("dt", &label.text);
            self.out.raw("<dd>");
            for (at, why) in label.why.iter().enumerate() {
                if at > 0 {
                    self.out.raw(" ");
                }
                self.out.span(why);
            }
            self.out.raw("</dd>");
        }
        self.out.raw("</dl>");
    }

    fn links(&mut self, links: &Links) {
        if let Some(label) = &links.label {
            self.out.element("p", label);
        }
        self.out.raw("<ul>");
        for link in &links.links {
            self.out.raw("<li>");
            self.button(&link.item, &link.text);
            if let Some(title) = &link.title {
                self.out.raw(" ");
                self.out.span(title);
            }
            self.out.raw("</li>");
        }
        self.out.raw("</ul>");
    }

    fn group(&mut self, group: &RowGroup) {
        if let Some(label) = &group.label {
            self.out.element("p", label);
        }
        if group.rows.is_empty() {
            return;
        }
        self.out.raw("<ul>");
        for row in &group.rows {
            self.out.raw("<li>");
            self.button(&row.item, &row.name);
            let dose = row.dose.iter().map(|dose| &dose.text);
            let about: Vec<&Text> = row.about.iter().chain(dose).collect();
            if about.iter().any(|text| !text.is_empty()) {
                self.out.raw(" ");
                self.out.spans(about.into_iter());
            }
            self.out.raw("</li>");
        }
        self.out.raw("</ul>");
    }

    fn button(&mut self, item: &Item, text: &Text) {
        self.out.raw("<button type=\"button\" data-link=\"");
        self.out.escaped(&item.link());
        self.out.raw("\">");
        self.out.span(text);
        self.out.raw("</button>");
    }

    fn list(&mut self, list: &List) {
        let name = if list.ordered { "ol" } else { "ul" };
        self.out.raw(&format!("<{name}>"));
        list.items.iter().for_each(|x| self.statement("li", x));
        self.out.close(name);
    }

    fn caution(&mut self, caution: &Caution) {
        let class = match caution.level {
            CautionLevel::Stop => "stop",
            CautionLevel::Warning => "warning",
            CautionLevel::Notice => "notice",
        };
        self.out.raw(&format!("<div class=\"caution {class}\">"));
        match &caution.title {
            Some(title) => self.out.element(ENTRY, title),
            None => self.out.interface(ENTRY, &self.words.say("caution")),
        }
        self.blocks(&caution.blocks);
        self.out.raw("</div>");
    }

    fn application(&mut self, application: &Application) {
        self.out.raw("<li>");
        self.out.element(ENTRY, &application.name);
        self.out.element("p", &application.dose.text);
        self.statement("p", &application.how);
        self.practice(&application.practice);
        self.out.raw("</li>");
    }

    fn practice(&mut self, practice: &Practice) {
        if !practice.facts.is_empty() {
            self.facts(practice.facts.iter());
        }
        if !practice.steps.is_empty() {
            self.out.raw("<ol>");
            practice
                .steps
                .iter()
                .for_each(|x| self.out.element("li", x));
            self.out.raw("</ol>");
        }
        if practice.dose.iter().any(|text| !text.is_empty()) {
            self.out.line(&practice.dose);
        }
        if !practice.limits.is_empty() {
            self.out.raw("<ul>");
            practice.limits.iter().for_each(|x| self.statement("li", x));
            self.out.raw("</ul>");
        }
    }

    fn table(&mut self, table: &Table) {
        self.out.raw("<table><thead><tr>");
        table.columns.iter().for_each(|x| self.out.element("th", x));
        self.out.raw("</tr></thead><tbody>");
        for row in &table.rows {
            self.out.raw("<tr>");
            for (column, cell) in row.cells.iter().enumerate() {
                if column == 0 {
                    self.out.element("th", cell);
                } else if column + 1 == row.cells.len() {
                    let statement = Statement {
                        text: cell.clone(),
                        sources: row.sources.clone(),
                        confidence: Some(row.confidence),
                    };
                    self.statement("td", &statement);
                } else {
                    self.out.element("td", cell);
                }
            }
            self.out.raw("</tr>");
        }
        self.out.raw("</tbody></table>");
    }
}

fn is_fact(block: &Block) -> bool {
    matches!(block, Block::Fact(_))
}
