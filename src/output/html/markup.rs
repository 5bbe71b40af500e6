//! The text of a page as it grows: elements, and words with their language, all of them escaped.

use crate::{app::document::Text, model::language::Language};

/// HTML in a language.
#[derive(Debug)]
pub(super) struct Markup {
    language: Language,
    text: String,
}

impl Markup {
    /// Nothing yet, on a page in this language.
    pub(super) fn new(language: Language) -> Self {
        Self {
            language,
            text: String::new(),
        }
    }

    /// What was written.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// HTML of the program's own.
    pub(super) fn raw(&mut self, html: &str) {
        self.text.push_str(html);
    }

    /// Words, with nothing of them taken for HTML.
    pub(super) fn escaped(&mut self, words: &str) {
        escape(words, &mut self.text);
    }

    /// An element with a text in it.
    pub(super) fn element(&mut self, name: &str, text: &Text) {
        self.open(name, text);
        escape(&text.text, &mut self.text);
        self.close(name);
    }

    /// An element with words of the interface.
    pub(super) fn interface(&mut self, name: &str, words: &str) {
        self.element(name, &Text::new(words, self.language));
    }

    /// The beginning of an element, with the language of its text where that is another.
    pub(super) fn open(&mut self, name: &str, text: &Text) {
        self.text.push('<');
        self.text.push_str(name);
        if text.language != self.language {
            self.text.push_str(" lang=\"");
            escape(text.language.as_str(), &mut self.text);
            self.text.push('"');
        }
        self.text.push('>');
    }

    /// The end of an element.
    pub(super) fn close(&mut self, name: &str) {
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    /// A text within a line.
    pub(super) fn span(&mut self, text: &Text) {
        if text.language == self.language {
            escape(&text.text, &mut self.text);
        } else {
            self.element("span", text);
        }
    }

    /// Texts on one line with dots between.
    pub(super) fn line(&mut self, texts: &[Text]) {
        self.text.push_str("<p>");
        self.spans(texts.iter());
        self.text.push_str("</p>");
    }

    /// The same without a paragraph of their own.
    pub(super) fn spans<'t>(&mut self, texts: impl Iterator<Item = &'t Text>) {
        for (at, text) in texts.filter(|text| !text.is_empty()).enumerate() {
            if at > 0 {
                self.text.push_str(" · ");
            }
            self.span(text);
        }
    }

    /// An address of the web, which opens beside the page; any other text as it is.
    pub(super) fn address(&mut self, url: &str) {
        if !is_address(url) {
            escape(url, &mut self.text);
            return;
        }
        self.text.push_str("<a href=\"");
        escape(url, &mut self.text);
        self.text
            .push_str("\" target=\"_blank\" rel=\"noopener noreferrer\">");
        escape(url, &mut self.text);
        self.text.push_str("</a>");
    }
}

/// True for an address of the web.
pub(super) fn is_address(text: &str) -> bool {
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
