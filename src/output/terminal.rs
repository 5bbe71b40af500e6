//! Text for people at a terminal: wrapped to its width, indented, in columns.
//!
//! Widths are those that a terminal shows, not numbers of letters. What would move the cursor
//! (a pack may hold anything) is taken out.

mod document;

pub use document::write_document;

use crate::app::document::list::ListRow;
use std::io::{self, Write};
use textwrap::{Options, core::display_width};

/// Width where there is no terminal.
const WIDTH: usize = 80;
/// Lines longer than this are hard to read, however wide the terminal.
const WIDEST: usize = 100;
/// Narrower than this, words no longer fit.
const NARROWEST: usize = 40;

/// Something to write on.
pub struct Paper<'w> {
    out: &'w mut dyn Write,
    width: usize,
    /// The last line is blank, or there is none yet.
    blank: bool,
}

impl<'w> Paper<'w> {
    /// Paper as wide as the terminal.
    pub fn new(out: &'w mut dyn Write) -> Self {
        let width = terminal_size::terminal_size().map_or(WIDTH, |(width, _)| width.0.into());
        Self::of_width(out, width)
    }

    /// Paper for lines of so many columns, within what can be read.
    pub fn of_width(out: &'w mut dyn Write, columns: usize) -> Self {
        Self {
            out,
            width: columns.clamp(NARROWEST, WIDEST),
            blank: true,
        }
    }

    /// A title with a line below.
    ///
    /// # Errors
    /// As all of these: what the thing written to says.
    pub fn title(&mut self, text: &str) -> io::Result<()> {
        let text = clean(text);
        self.wrapped("", "", &text)?;
        let length = display_width(&text).min(self.width);
        writeln!(self.out, "{}", "=".repeat(length))
    }

    /// The name of a section.
    ///
    /// # Errors
    /// See [`Paper::title`].
    pub fn heading(&mut self, text: &str) -> io::Result<()> {
        self.gap()?;
        self.wrapped("", "", text)
    }

    /// A blank line, where there is none already.
    fn gap(&mut self) -> io::Result<()> {
        if !std::mem::replace(&mut self.blank, true) {
            writeln!(self.out)?;
        }
        Ok(())
    }

    /// A paragraph of a section.
    ///
    /// # Errors
    /// See [`Paper::title`].
    pub fn text(&mut self, text: &str) -> io::Result<()> {
        self.wrapped("  ", "  ", text)
    }

    /// An entry of a list.
    ///
    /// # Errors
    /// See [`Paper::title`].
    pub fn bullet(&mut self, text: &str) -> io::Result<()> {
        self.wrapped("  - ", "    ", text)
    }

    /// Rows in columns as wide as their widest cell; the last one is not cut.
    ///
    /// # Errors
    /// See [`Paper::title`].
    pub fn table(&mut self, rows: &[Vec<String>]) -> io::Result<()> {
        let rows: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.iter().map(|cell| clean(cell)).collect())
            .collect();
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns)
            .map(|column| {
                let cells = rows.iter().filter_map(|row| row.get(column));
                cells.map(|cell| display_width(cell)).max().unwrap_or(0)
            })
            .collect();
        for row in rows {
            let mut line = String::new();
            for (cell, width) in row.iter().zip(&widths) {
                let gap = width - display_width(cell) + 2;
                line.push_str(cell);
                line.push_str(&" ".repeat(gap));
            }
            writeln!(self.out, "{}", line.trim_end())?;
        }
        Ok(())
    }

    /// A text broken at its spaces, the first line after `first` and the others after `others`;
    /// a word that is wider than the paper has a line of its own.
    fn wrapped(&mut self, first: &str, others: &str, text: &str) -> io::Result<()> {
        let text = clean(text);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let options = Options::new(self.width)
            .initial_indent(first)
            .subsequent_indent(others)
            .break_words(false)
            .word_separator(textwrap::WordSeparator::AsciiSpace)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        for line in textwrap::wrap(&text, options) {
            writeln!(self.out, "{line}")?;
        }
        self.blank = false;
        Ok(())
    }
}

/// Writes a list: id, name and what is read after it.
///
/// # Errors
/// What the thing written to says.
pub fn write_list(out: &mut dyn Write, rows: &[ListRow]) -> io::Result<()> {
    let cells: Vec<Vec<String>> = rows
        .iter()
        .map(|row| vec![row.id.clone(), row.name.clone(), row.about.text.clone()])
        .collect();
    Paper::new(out).table(&cells)
}

/// Without what moves the cursor or changes colours.
fn clean(text: &str) -> String {
    let shown = |c: char| {
        if c == '\n' || c == '\t' {
            ' '
        } else if c.is_control() {
            char::REPLACEMENT_CHARACTER
        } else {
            c
        }
    };
    text.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Paper<'_>) -> io::Result<()>) -> String {
        let mut out = Vec::new();
        write(&mut Paper::of_width(&mut out, 40)).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn lines_are_broken_at_spaces_and_indented() {
        let text = "one two  three\nfour five six seven eight nine ten";
        assert_eq!(
            written(|paper| paper.bullet(text)),
            "  - one two three four five six seven\n    eight nine ten\n"
        );
        let long = "x".repeat(50);
        assert_eq!(
            written(|paper| paper.text(&format!("a {long} b"))),
            format!("  a\n  {long}\n  b\n")
        );
    }

    #[test]
    fn widths_are_those_that_are_shown() {
        let row = |a: &str, b: &str| vec![a.to_owned(), b.to_owned()];
        // Letters with marks of their own, and letters of double width.
        let rows = [row("e\u{301}", "x"), row("長い", "y"), row("long", "z")];
        assert_eq!(
            written(|paper| paper.table(&rows)),
            "e\u{301}     x\n長い  y\nlong  z\n"
        );
        assert_eq!(written(|paper| paper.title("長い")), "長い\n====\n");
    }

    #[test]
    fn nothing_moves_the_cursor() {
        let hostile = "\u{1b}[2Jgone\u{7}";
        for text in [
            written(|paper| paper.text(hostile)),
            written(|paper| paper.title(hostile)),
            written(|paper| paper.table(&[vec![hostile.to_owned()]])),
        ] {
            assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text}");
            assert!(text.contains("gone"));
        }
    }
}
