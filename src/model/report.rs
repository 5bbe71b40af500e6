//! What is wrong with a data set: every fault with its place and what to do.

use std::fmt;

/// Most faults kept; a data set with more has one cause that the first ones show.
const MOST_FAULTS: usize = 1000;

/// A fault of a data file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Path relative to the data folder, with `/` between its parts.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub hint: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            column,
            what,
            hint,
        } = self;
        write!(f, "{file}:{line}:{column}: {what}")?;
        if !hint.is_empty() {
            write!(f, " — {hint}")?;
        }
        Ok(())
    }
}

/// Every fault of a data set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The faults, each once: first those that cost a whole file, since others may follow from them, each by file,
    /// line and column.
    pub faults: Vec<Fault>,
    /// How many more there are than `faults` holds.
    pub more: usize,
}

impl Report {
    /// Sorts the faults, drops repeated ones, and keeps no more than anyone reads.
    pub fn of(faults: Vec<Fault>) -> Self {
        Self::led_by(Vec::new(), faults)
    }

    /// The same with faults that lead the others, as causes of them.
    pub fn led_by(mut causes: Vec<Fault>, mut faults: Vec<Fault>) -> Self {
        causes.sort();
        causes.dedup();
        faults.sort();
        faults.dedup();
        faults.retain(|fault| causes.binary_search(fault).is_err());
        let mut faults = [causes, faults].concat();
        let more = faults.len().saturating_sub(MOST_FAULTS);
        faults.truncate(MOST_FAULTS);
        Self { faults, more }
    }

    /// The same with faults found later.
    #[must_use]
    pub fn with(mut self, later: Vec<Fault>) -> Self {
        let new: Vec<_> = later
            .into_iter()
            .filter(|fault| !self.faults.contains(fault))
            .collect();
        let more = self.more;
        self.faults.extend(Self::of(new).faults);
        self.more = more + self.faults.len().saturating_sub(MOST_FAULTS);
        self.faults.truncate(MOST_FAULTS);
        self
    }

    /// True where nothing is wrong.
    pub fn is_clean(&self) -> bool {
        self.faults.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(file: &str, line: usize) -> Fault {
        Fault {
            file: file.into(),
            line,
            column: 3,
            what: "w".into(),
            hint: "h".into(),
        }
    }

    #[test]
    fn faults_are_sorted_and_told_once() {
        let report = Report::of(vec![
            fault("b", 1),
            fault("a", 20),
            fault("a", 3),
            fault("b", 1),
        ]);
        let told: Vec<_> = report.faults.iter().map(ToString::to_string).collect();
        assert_eq!(told, ["a:3:3: w — h", "a:20:3: w — h", "b:1:3: w — h"]);
    }

    #[test]
    fn a_cause_leads_what_follows_from_it() {
        let report = Report::led_by(
            vec![fault("z", 1)],
            vec![fault("a", 1), fault("z", 1), fault("z", 2)],
        )
        .with(vec![fault("b", 7), fault("b", 7), fault("a", 1)]);
        let told: Vec<_> = report
            .faults
            .iter()
            .map(|f| (f.file.as_str(), f.line))
            .collect();
        assert_eq!(told, [("z", 1), ("a", 1), ("z", 2), ("b", 7)]);
    }

    #[test]
    fn a_flood_is_cut_and_counted() {
        let report = Report::of((0..1500).map(|line| fault("a", line)).collect());
        assert_eq!((report.faults.len(), report.more), (1000, 500));
        let report = report.with(vec![fault("b", 1), fault("c", 1)]);
        assert_eq!((report.faults.len(), report.more), (1000, 502));
    }
}
