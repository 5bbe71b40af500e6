//! Where in a file a fault is: line and column of what is wrong.

use crate::model::{
    check::outline::{Step, outline},
    report::Fault,
};
use std::collections::BTreeMap;

/// Columns counted: a file of one endless line must not cost its length for every fault.
const FURTHEST_COLUMN: usize = 100_000;

/// A fault of a value in a file, found by its path; at the start of the file where it is not there.
pub fn fault_at(
    files: &BTreeMap<String, String>,
    file: &str,
    path: &[Step],
    what: String,
    hint: &str,
) -> Fault {
    let text = files.get(file).map_or("", String::as_str);
    let byte = outline(text).map_or(0, |node| node.find(text, path).span.start);
    Lines::of(text).fault(file, byte, what, hint.to_owned())
}

/// A fault of the entry that has an id, in a file; at the start of the file where there is none.
pub fn fault_at_id(
    files: &BTreeMap<String, String>,
    file: &str,
    id: &str,
    what: String,
    hint: &str,
) -> Fault {
    let text = files.get(file).map_or("", String::as_str);
    let written = format!("\"{id}\"");
    let byte = text
        .match_indices(&written)
        .map(|(byte, _)| byte)
        .find(|byte| text[..*byte].trim_end().ends_with("id:"));
    Lines::of(text).fault(file, byte.unwrap_or(0), what, hint.to_owned())
}

pub(super) fn fault_at_start(path: &str, what: impl Into<String>, hint: &str) -> Fault {
    Fault {
        file: path.to_owned(),
        line: 1,
        column: 1,
        what: what.into(),
        hint: hint.to_owned(),
    }
}

/// Where the lines of a text begin.
pub(super) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let after = text.match_indices('\n').map(|(byte, _)| byte + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(after).collect(),
        }
    }

    pub(super) fn fault(&self, file: &str, byte: usize, what: String, hint: String) -> Fault {
        let line = self.starts.partition_point(|start| *start <= byte);
        let start = self
            .starts
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or(0);
        let before = self.text.get(start..byte).unwrap_or_default();
        Fault {
            file: file.to_owned(),
            line: line.max(1),
            column: before.chars().take(FURTHEST_COLUMN).count() + 1,
            what,
            hint,
        }
    }
}
