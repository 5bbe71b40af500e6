//! A document as HTML, for the page's list view: headings, lists and buttons that a screen
//! reader and the keyboard find their way in.
//!
//! Every text is escaped. What is in another language than the page says so. Buttons carry in
//! `data-link` what they lead to; what a press does is the page's business. Nothing folds:
//! who hears a page moves by its headings.

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

/// The document in the words that it was made with. Its title is a heading of level 3.
#[must_use]
pub fn document(document: &Document, words: &Words) -> String {
    let mut page = Page {
        document,
        words,
        out: String::new(),
    };
    page.whole();
    page.out
}

/// Levels of headings.
const TITLE: &str = "h3";
const SECTION: &str = "h4";
const ENTRY: &str = "h5";

struct Page<'a> {
    document: &'a Document,
    words: &'a Words,
    out: String,
}

impl Page<'_> {
    fn whole(&mut self) {
        let document = self.document;
        for text in &document.above {
            self.element("p", text);
        }
        self.element(TITLE, &document.title);
        for texts in &document.lines {
            self.line(texts);
        }
        self.labels(&document.labels);
        self.blocks(&document.blocks);
        if document.sources.is_empty() {
            return;
        }
        self.out.push_str("<section class=\"sources\">");
        self.interface(SECTION, &self.words.say("sources"));
        self.out.push_str("<ol>");
        for source in &document.sources {
            self.out.push_str("<li>");
            self.span(&source.citation);
            for text in &source.used {
                self.out.push_str(" · ");
                self.span(text);
            }
            if let Some(url) = &source.url {
                self.out.push(' ');
                self.address(url);
            }
            self.out.push_str("</li>");
        }
        self.out.push_str("</ol></section>");
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
            Block::Paragraph { text } | Block::Note { text } => self.element("p", text),
            Block::Urgent { text, .. } => {
                self.out.push_str("<p><strong>");
                self.span(text);
                self.out.push_str("</strong></p>");
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
                self.out.push_str("<p>");
                self.span(&claim.label);
                self.out.push_str(": <q>");
                // The quotation marks are the element's own.
                let quoted = claim.claim.text.trim_matches(['“', '”', '«', '»', '"']);
                self.span(&Text::new(quoted, claim.claim.language));
                self.out.push_str("</q></p>");
                self.labelled(&claim.truth.label, &claim.truth.statement);
            }
            Block::Applications { applications } => {
                self.out.push_str("<ol>");
                applications.iter().for_each(|x| self.application(x));
                self.out.push_str("</ol>");
            }
            Block::Practice(practice) => self.practice(practice),
            Block::Limits { limits } => {
                self.out.push_str("<dl>");
                for limit in limits {
                    self.element("dt", &limit.treatment);
                    self.out.push_str("<dd>");
                    self.span(&limit.text);
                    if let Some(how) = &limit.how {
                        self.out.push_str(": ");
                        self.span(how);
                    }
                    self.out.push_str("</dd>");
                }
                self.out.push_str("</dl>");
            }
            Block::Table(table) => self.table(table),
            Block::Section(section) => {
                self.out.push_str("<section>");
                self.element(SECTION, &section.title);
                if let Some(note) = &section.note {
                    self.element("p", note);
                }
                self.blocks(&section.blocks);
                self.out.push_str("</section>");
            }
            Block::Entry(entry) => {
                self.element(ENTRY, &entry.name);
                self.blocks(&entry.blocks);
                self.blocks(&entry.more);
            }
            Block::Together { blocks } => self.blocks(blocks),
            Block::Hints { lead, hints } => {
                self.element("p", lead);
                self.pairs(hints.iter().map(|x| (&x.title, &x.text)));
            }
            Block::Legend { marks } => {
                self.out.push_str("<ul>");
                marks.iter().for_each(|mark| self.element("li", &mark.text));
                self.out.push_str("</ul>");
            }
            Block::Keys { keys } => self.facts(keys.iter()),
        }
    }

    /// An element with a text in it.
    fn element(&mut self, name: &str, text: &Text) {
        self.open(name, text);
        escape(&text.text, &mut self.out);
        self.close(name);
    }

    /// An element with words of the interface.
    fn interface(&mut self, name: &str, words: &str) {
        self.element(name, &Text::new(words, self.document.language));
    }

    /// The beginning of an element, with the language of its text where that is another.
    fn open(&mut self, name: &str, text: &Text) {
        self.out.push('<');
        self.out.push_str(name);
        if text.language != self.document.language {
            self.out.push_str(" lang=\"");
            escape(text.language.as_str(), &mut self.out);
            self.out.push('"');
        }
        self.out.push('>');
    }

    fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// A text within a line.
    fn span(&mut self, text: &Text) {
        if text.language == self.document.language {
            escape(&text.text, &mut self.out);
        } else {
            self.element("span", text);
        }
    }

    /// Texts on one line with dots between.
    fn line(&mut self, texts: &[Text]) {
        self.out.push_str("<p>");
        self.spans(texts.iter());
        self.out.push_str("</p>");
    }

    fn spans<'t>(&mut self, texts: impl Iterator<Item = &'t Text>) {
        for (at, text) in texts.filter(|text| !text.is_empty()).enumerate() {
            if at > 0 {
                self.out.push_str(" · ");
            }
            self.span(text);
        }
    }

    fn statement(&mut self, name: &str, statement: &Statement) {
        self.out.push_str(&format!("<{name}>"));
        self.span(&statement.text);
        self.basis(statement);
        self.close(name);
    }

    fn labelled(&mut self, label: &Text, statement: &Statement) {
        self.out.push_str("<p><strong>");
        self.span(label);
        self.out.push_str("</strong> ");
        self.span(&statement.text);
        self.basis(statement);
        self.out.push_str("</p>");
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
            self.out.push_str(" <small>[");
            escape(&basis.join("; "), &mut self.out);
            self.out.push_str("]</small>");
        }
    }

    fn facts<'f>(&mut self, facts: impl Iterator<Item = &'f Fact>) {
        self.pairs(facts.map(|fact| (&fact.label, &fact.value)));
    }

    fn pairs<'t>(&mut self, pairs: impl Iterator<Item = (&'t Text, &'t Text)>) {
        self.out.push_str("<dl>");
        for (label, value) in pairs {
            self.element("dt", label);
            if is_address(&value.text) {
                self.out.push_str("<dd>");
                self.address(&value.text);
                self.out.push_str("</dd>");
            } else {
                self.element("dd", value);
            }
        }
        self.out.push_str("</dl>");
    }

    fn labels(&mut self, labels: &[Label]) {
        if labels.is_empty() {
            return;
        }
        self.out.push_str("<dl>");
        for label in labels {
            self.element("dt", &label.text);
            self.out.push_str("<dd>");
            for (at, why) in label.why.iter().enumerate() {
                if at > 0 {
                    self.out.push(' ');
                }
                self.span(why);
            }
            self.out.push_str("</dd>");
        }
        self.out.push_str("</dl>");
    }

    fn links(&mut self, links: &Links) {
        if let Some(label) = &links.label {
            self.element("p", label);
        }
        self.out.push_str("<ul>");
        for link in &links.links {
            self.out.push_str("<li>");
            self.button(&link.item, &link.text);
            if let Some(title) = &link.title {
                self.out.push(' ');
                self.span(title);
            }
            self.out.push_str("</li>");
        }
        self.out.push_str("</ul>");
    }

    fn group(&mut self, group: &RowGroup) {
        if let Some(label) = &group.label {
            self.element("p", label);
        }
        if group.rows.is_empty() {
            return;
        }
        self.out.push_str("<ul>");
        for row in &group.rows {
            self.out.push_str("<li>");
            self.button(&row.item, &row.name);
            let dose = row.dose.iter().map(|dose| &dose.text);
            let about: Vec<&Text> = row.about.iter().chain(dose).collect();
            if about.iter().any(|text| !text.is_empty()) {
                self.out.push(' ');
                self.spans(about.into_iter());
            }
            self.out.push_str("</li>");
        }
        self.out.push_str("</ul>");
    }

    fn button(&mut self, item: &Item, text: &Text) {
        self.out.push_str("<button type=\"button\" data-link=\"");
        escape(&item.link(), &mut self.out);
        self.out.push_str("\">");
        self.span(text);
        self.out.push_str("</button>");
    }

    fn list(&mut self, list: &List) {
        let name = if list.ordered { "ol" } else { "ul" };
        self.out.push_str(&format!("<{name}>"));
        list.items.iter().for_each(|x| self.statement("li", x));
        self.close(name);
    }

    fn caution(&mut self, caution: &Caution) {
        let class = match caution.level {
            CautionLevel::Stop => "stop",
            CautionLevel::Warning => "warning",
            CautionLevel::Notice => "notice",
        };
        self.out
            .push_str(&format!("<div class=\"caution {class}\">"));
        match &caution.title {
            Some(title) => self.element(ENTRY, title),
            None => self.interface(ENTRY, &self.words.say("caution")),
        }
        self.blocks(&caution.blocks);
        self.out.push_str("</div>");
    }

    fn application(&mut self, application: &Application) {
        self.out.push_str("<li>");
        self.element(ENTRY, &application.name);
        self.element("p", &application.dose.text);
        self.statement("p", &application.how);
        self.practice(&application.practice);
        self.out.push_str("</li>");
    }

    fn practice(&mut self, practice: &Practice) {
        if !practice.facts.is_empty() {
            self.facts(practice.facts.iter());
        }
        if !practice.steps.is_empty() {
            self.out.push_str("<ol>");
            practice.steps.iter().for_each(|x| self.element("li", x));
            self.out.push_str("</ol>");
        }
        if practice.dose.iter().any(|text| !text.is_empty()) {
            self.line(&practice.dose);
        }
        if !practice.limits.is_empty() {
            self.out.push_str("<ul>");
            practice.limits.iter().for_each(|x| self.statement("li", x));
            self.out.push_str("</ul>");
        }
    }

    fn table(&mut self, table: &Table) {
        self.out.push_str("<table><thead><tr>");
        table.columns.iter().for_each(|x| self.element("th", x));
        self.out.push_str("</tr></thead><tbody>");
        for row in &table.rows {
            self.out.push_str("<tr>");
            for (column, cell) in row.cells.iter().enumerate() {
                if column == 0 {
                    self.element("th", cell);
                } else if column + 1 == row.cells.len() {
                    let statement = Statement {
                        text: cell.clone(),
                        sources: row.sources.clone(),
                        confidence: Some(row.confidence),
                    };
                    self.statement("td", &statement);
                } else {
                    self.element("td", cell);
                }
            }
            self.out.push_str("</tr>");
        }
        self.out.push_str("</tbody></table>");
    }

    /// An address of the web, which opens beside the page; any other text as it is.
    fn address(&mut self, url: &str) {
        if !is_address(url) {
            escape(url, &mut self.out);
            return;
        }
        self.out.push_str("<a href=\"");
        escape(url, &mut self.out);
        self.out
            .push_str("\" target=\"_blank\" rel=\"noopener noreferrer\">");
        escape(url, &mut self.out);
        self.out.push_str("</a>");
    }
}

fn is_fact(block: &Block) -> bool {
    matches!(block, Block::Fact(_))
}

fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

/// Writes a text so that nothing of it is taken for HTML, in an element or in an attribute.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}
