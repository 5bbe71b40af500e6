//! Strokes as links of the first version told them: as runs of the skin's samples by number.
//!
//! Only read, and written again until they are painted: the numbers mean something on one version of the skin alone,
//! which the mark tells.

use crate::model::painted::{MOST_SAMPLES, STRONGEST, numbers, put_digits};
use std::fmt;

/// Bits of the longest number of a run.
const LONGEST_NUMBER: u32 = 25;

/// Samples next to each other in number, painted alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// The first.
    pub first: u32,
    /// How many, at least 1.
    pub count: u32,
    /// 1 to 3.
    pub strength: u8,
}

/// Samples of one skin. Written as the skin's mark in hexadecimal digits, a dot, and two numbers a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleRuns {
    /// The skin whose samples these are.
    pub mark: u32,
    /// In ascending order.
    pub runs: Vec<Run>,
}

impl SampleRuns {
    /// The runs of all samples for which a strength is given: 0 is none.
    #[cfg(test)]
    pub fn of(mark: u32, strengths: impl IntoIterator<Item = u8>) -> Self {
        let mut runs: Vec<Run> = Vec::new();
        for (sample, strength) in (0u32..).zip(strengths) {
            match runs.last_mut() {
                _ if strength == 0 => {}
                Some(run) if run.strength == strength && run.first + run.count == sample => {
                    run.count += 1;
                }
                _ => runs.push(Run {
                    first: sample,
                    count: 1,
                    strength,
                }),
            }
        }
        Self { mark, runs }
    }

    /// Reads them; none where the text is damaged.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (mark, digits) = text.split_once('.')?;
        let mark = u32::from_str_radix(mark, 16).ok()?;
        let numbers: Option<Vec<u64>> = numbers(digits, LONGEST_NUMBER).collect();
        let numbers = numbers?;
        let (pairs, []) = numbers.as_chunks::<2>() else {
            return None;
        };
        let mut end = 0;
        let mut runs = Vec::new();
        for [skipped, held] in pairs {
            let (skipped, held) = (u32::try_from(*skipped).ok()?, u32::try_from(*held).ok()?);
            let run = Run {
                first: end + skipped,
                count: held / 3 + 1,
                strength: ((held % 3 + 1) % 3 + 1) as u8,
            };
            end = run.first + run.count;
            if end > MOST_SAMPLES {
                return None;
            }
            runs.push(run);
        }
        Some(Self { mark, runs })
    }

    /// Each sample with its strength.
    pub fn samples(&self) -> impl Iterator<Item = (u32, u8)> + '_ {
        self.runs.iter().flat_map(|run| {
            (run.first..run.first + run.count).map(|sample| (sample, run.strength.min(STRONGEST)))
        })
    }
}

impl fmt::Display for SampleRuns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        let mut end = 0;
        for run in &self.runs {
            put_digits(&mut text, u64::from(run.first - end));
            // Short runs of the plain strength, which are most, take one digit.
            let held = (run.count - 1) * 3 + u32::from((run.strength + 1) % 3);
            put_digits(&mut text, u64::from(held));
            end = run.first + run.count;
        }
        write!(f, "{:x}.{text}", self.mark)
    }
}
