//! Text for people: wrapped to the terminal, indented, in columns.

use crate::app::card_text::Sheet;
use std::io::{self, Write};

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
}

impl<'w> Paper<'w> {
    /// Paper as wide as the terminal.
    pub fn new(out: &'w mut dyn Write) -> Self {
        let width = terminal_size::terminal_size().map_or(WIDTH, |(width, _)| width.0.into());
        Self {
            out,
            width: width.clamp(NARROWEST, WIDEST),
        }
    }

    /// A title with a line below.
    pub fn title(&mut self, text: &str) -> io::Result<()> {
        self.wrapped("", "", text)?;
        let length = text.chars().count().min(self.width);
        writeln!(self.out, "{}", "=".repeat(length))
    }

    /// The name of a section.
    pub fn heading(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "\n{text}")
    }

    /// A paragraph of a section.
    pub fn text(&mut self, text: &str) -> io::Result<()> {
        self.wrapped("  ", "  ", text)
    }

    /// `label: text`; nothing for an empty text.
    pub fn field(&mut self, label: &str, text: &str) -> io::Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        self.wrapped("  ", "    ", &format!("{label}: {text}"))
    }

    /// An entry of a list.
    pub fn bullet(&mut self, text: &str) -> io::Result<()> {
        self.wrapped("  - ", "    ", text)
    }

    /// A numbered step within an entry.
    pub fn step(&mut self, number: usize, text: &str) -> io::Result<()> {
        self.wrapped(&format!("    {number}. "), "       ", text)
    }

    /// Rows in columns as wide as their widest cell; the last one is not cut.
    pub fn table(&mut self, rows: &[Vec<String>]) -> io::Result<()> {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns)
            .map(|column| {
                let cells = rows.iter().filter_map(|row| row.get(column));
                cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
            })
            .collect();
        for row in rows {
            let line: Vec<String> = row
                .iter()
                .zip(&widths)
                .map(|(cell, width)| format!("{cell:<width$}"))
                .collect();
            writeln!(self.out, "{}", line.join("  ").trim_end())?;
        }
        Ok(())
    }

    fn wrapped(&mut self, first: &str, others: &str, text: &str) -> io::Result<()> {
        for line in wrap(text, first, others, self.width) {
            writeln!(self.out, "{line}")?;
        }
        Ok(())
    }
}

impl Sheet for Paper<'_> {
    fn title(&mut self, text: &str) -> io::Result<()> {
        Paper::title(self, text)
    }

    fn heading(&mut self, text: &str) -> io::Result<()> {
        Paper::heading(self, text)
    }

    fn text(&mut self, text: &str) -> io::Result<()> {
        Paper::text(self, text)
    }

    fn field(&mut self, label: &str, text: &str) -> io::Result<()> {
        Paper::field(self, label, text)
    }

    fn bullet(&mut self, text: &str) -> io::Result<()> {
        Paper::bullet(self, text)
    }

    fn step(&mut self, number: usize, text: &str) -> io::Result<()> {
        Paper::step(self, number, text)
    }
}

/// Breaks a text at its spaces into lines of at most `width` characters, indents included;
/// a longer word has a line of its own.
fn wrap(text: &str, first: &str, others: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = first.to_owned();
    let mut empty = true;
    for word in text.split_whitespace() {
        let length = line.chars().count() + usize::from(!empty) + word.chars().count();
        if !empty && length > width {
            lines.push(std::mem::replace(&mut line, others.to_owned()));
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_at_spaces_and_indented() {
        assert_eq!(
            wrap("one two  three\nfour", "- ", "  ", 9),
            ["- one two", "  three", "  four"]
        );
        assert_eq!(
            wrap("a longestword b", "", "", 5),
            ["a", "longestword", "b"]
        );
        assert_eq!(wrap("", "  ", "", 10), ["  "]);
    }

    #[test]
    fn columns_are_aligned() {
        let mut out = Vec::new();
        let row = |a: &str, b: &str| vec![a.to_owned(), b.to_owned()];
        Paper::new(&mut out)
            .table(&[row("é", "x"), row("long", "y")])
            .unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "é     x\nlong  y\n");
    }
}
