//! Reading a journal as a whole, and writing it anew without what is no longer current.

use super::{
    Record, RecordId, Records,
    line::{self, Entry, HEAD, LineFault, Newer},
};
use std::collections::BTreeMap;

/// A line that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DamagedLine {
    /// From 1.
    pub line: usize,
    /// Why.
    pub fault: LineFault,
    /// Its bytes, without the line's end.
    pub bytes: Vec<u8>,
}

/// A record with the very bytes of its line: what this program does not know of it is not lost when the
/// journal is written anew.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptLine {
    /// The record.
    pub record: Record,
    /// Its line, without the line's end.
    pub bytes: Vec<u8>,
}

/// What a journal says.
#[derive(Clone, Debug, Default)]
pub struct Journal {
    kept: BTreeMap<RecordId, KeptLine>,
    /// Lines that could not be read, in their order.
    pub damaged: Vec<DamagedLine>,
    /// Lines of a newer version: a journal with any is not written to.
    pub newer: Vec<(usize, Newer)>,
    /// What the first line of a backup says there is.
    pub announced: Option<usize>,
    /// Lines of records that are no longer current, and of deletions.
    pub outdated: usize,
    /// False where the last line has no end: the next one must not be written behind it.
    pub ends_whole: bool,
}

impl Journal {
    /// Reads any bytes. What cannot be read is told, and the rest is there.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Self {
        let mut journal = Self {
            ends_whole: bytes.last().is_none_or(|byte| *byte == b'\n'),
            ..Self::default()
        };
        let count = bytes.split(|byte| *byte == b'\n').count();
        for (number, piece) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
            journal.read_piece(number, piece, number == count);
        }
        journal
    }

    /// Reads what is between two line ends. Where an end was lost, two lines are in it: the second is read by
    /// how it begins, which no text inside of a line can.
    fn read_piece(&mut self, number: usize, piece: &[u8], is_last: bool) {
        let mut rest = piece;
        while !rest.trim_ascii().is_empty() {
            let next = rest
                .windows(HEAD.len())
                .skip(1)
                .position(|window| window == HEAD)
                .map_or(rest.len(), |position| position + 1);
            let (one, after) = rest.split_at(next);
            let torn = is_last && after.is_empty();
            self.read_line(number, one, torn);
            rest = after;
        }
    }

    fn read_line(&mut self, number: usize, bytes: &[u8], has_no_end: bool) {
        let bytes = bytes.trim_ascii_end();
        match line::read(bytes) {
            Ok(Entry::Put(record)) => {
                let kept = KeptLine {
                    bytes: bytes.to_vec(),
                    record,
                };
                let before = self.kept.insert(kept.record.id, kept);
                self.outdated += usize::from(before.is_some());
            }
            Ok(Entry::Delete { id, .. }) => {
                self.outdated += 1 + usize::from(self.kept.remove(&id).is_some());
            }
            Ok(Entry::Backup { records, .. }) => {
                self.announced = Some(records);
            }
            Err(LineFault::Newer(newer)) => self.newer.push((number, newer)),
            Err(fault) => {
                let fault = match fault {
                    LineFault::NoLine | LineFault::Checksum if has_no_end => LineFault::Torn,
                    other => other,
                };
                self.damaged.push(DamagedLine {
                    line: number,
                    fault,
                    bytes: bytes.to_vec(),
                });
            }
        }
    }

    /// The records that are current.
    #[must_use]
    pub fn records(&self) -> Records {
        self.kept.values().map(|kept| kept.record.clone()).collect()
    }

    /// The lines of the records that are current, by the time they were made.
    pub fn kept(&self) -> impl Iterator<Item = &KeptLine> {
        self.kept.values()
    }

    /// The line of a record that is current.
    #[must_use]
    pub fn get(&self, id: RecordId) -> Option<&KeptLine> {
        self.kept.get(&id)
    }

    /// True where nothing was wrong.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.damaged.is_empty() && self.newer.is_empty()
    }

    /// The journal without what is no longer current. Lines that could not be read are not in it either: keep
    /// [`Journal::damaged`] elsewhere first.
    #[must_use]
    pub fn compacted(&self) -> Vec<u8> {
        self.kept
            .values()
            .flat_map(|kept| ended(&kept.bytes))
            .collect()
    }
}

/// A line with its end.
pub(super) fn ended(line: &[u8]) -> impl Iterator<Item = u8> + '_ {
    line.iter().copied().chain([b'\n'])
}
