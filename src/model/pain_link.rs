//! A painted pain in a link: regions by name, and single samples of the skin as a short text.
//!
//! Written `pain=NAME~REGIONS~STROKES`: the name with `%` before what a link cannot hold, the regions with
//! commas between them (`temple.left*3`, without `*` the strength is 2), and the strokes as the skin's mark in
//! hexadecimal digits, a dot, and runs of samples in base 64 for addresses. What is missing at the end is
//! left out: `pain=~temple.left` paints a temple.

use super::ids::RegionId;
use std::fmt;

/// Strength of a region that does not say.
const PLAIN: u8 = 2;
/// Strongest.
const STRONGEST: u8 = 3;
/// Longest name, in characters.
const LONGEST_NAME: usize = 60;
/// Regions in one pain at most.
const MOST_REGIONS: usize = 400;
/// Samples that a link may name: above those of any skin.
const MOST_SAMPLES: u32 = 200_000;
/// Digits of base 64 that addresses may hold.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

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

/// A painted pain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PainLink {
    /// What the user calls it; may be empty.
    pub name: String,
    /// Regions painted whole, with their strength.
    pub regions: Vec<(RegionId, u8)>,
    /// The skin whose samples `runs` names.
    pub mark: u32,
    /// Samples besides the regions, in ascending order.
    pub runs: Vec<Run>,
}

impl PainLink {
    /// The runs of all samples for which a strength is given: 0 is none.
    pub fn runs_of(strengths: impl IntoIterator<Item = u8>) -> Vec<Run> {
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
        runs
    }

    /// Reads the value of a link's `pain`.
    ///
    /// # Errors
    /// In words, where it is none.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut parts = text.splitn(3, '~');
        let name = unescape(parts.next().unwrap_or_default())?;
        let mut pain = Self {
            name,
            ..Self::default()
        };
        let regions = parts.next().unwrap_or_default().split(',');
        for text in regions.filter(|text| !text.is_empty()) {
            let (id, strength) = match text.split_once('*') {
                None => (text, PLAIN),
                Some((id, "1")) => (id, 1),
                Some((id, "2")) => (id, 2),
                Some((id, "3")) => (id, STRONGEST),
                Some(_) => return Err("a strength is 1, 2 or 3".to_owned()),
            };
            if pain.regions.len() == MOST_REGIONS {
                return Err(format!("it names more than {MOST_REGIONS} regions"));
            }
            let id = id.parse::<RegionId>().map_err(|why| why.to_string())?;
            pain.regions.push((id, strength));
        }
        if let Some(strokes) = parts.next().filter(|text| !text.is_empty()) {
            let wrong = || "its strokes are damaged".to_owned();
            let (mark, digits) = strokes.split_once('.').ok_or_else(wrong)?;
            pain.mark = u32::from_str_radix(mark, 16).map_err(|_| wrong())?;
            pain.runs = runs(digits).ok_or_else(wrong)?;
        }
        Ok(pain)
    }
}

impl fmt::Display for PainLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&escape(&self.name))?;
        if self.regions.is_empty() && self.runs.is_empty() {
            return Ok(());
        }
        f.write_str("~")?;
        for (number, (id, strength)) in self.regions.iter().enumerate() {
            let comma = if number == 0 { "" } else { "," };
            match *strength {
                PLAIN => write!(f, "{comma}{id}")?,
                strength => write!(f, "{comma}{id}*{strength}")?,
            }
        }
        if !self.runs.is_empty() {
            write!(f, "~{:x}.{}", self.mark, digits(&self.runs))?;
        }
        Ok(())
    }
}

/// Letters, digits and `-_.` stand for themselves, every other byte is `%` and two hexadecimal digits.
fn escape(name: &str) -> String {
    let mut text = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

fn unescape(text: &str) -> Result<String, String> {
    let wrong = || "its name is damaged".to_owned();
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
            let pair = digit(rest.next()).zip(digit(rest.next()));
            let (high, low) = pair.ok_or_else(wrong)?;
            bytes.extend(u8::try_from(high * 16 + low));
        } else {
            bytes.push(byte);
        }
    }
    let name = String::from_utf8(bytes).map_err(|_| wrong())?;
    let plain = name.chars().filter(|c| !c.is_control());
    Ok(plain.take(LONGEST_NAME).collect())
}

/// Every number as digits of five bits, the lowest first; the sixth bit says that more follow.
fn digits(runs: &[Run]) -> String {
    let mut text = String::new();
    let mut put = |mut value: u32| {
        loop {
            let more = value >= 32;
            let digit = (value & 31) | (u32::from(more) << 5);
            text.push(char::from(DIGITS[digit as usize]));
            value >>= 5;
            if !more {
                break;
            }
        }
    };
    let mut end = 0;
    for run in runs {
        put(run.first.saturating_sub(end));
        // Short runs of the plain strength, which are most, take one digit.
        put((run.count - 1) * 3 + u32::from((run.strength + 1) % 3));
        end = run.first + run.count;
    }
    text
}

fn runs(text: &str) -> Option<Vec<Run>> {
    let mut numbers = Vec::new();
    let (mut value, mut shift) = (0u32, 0);
    for byte in text.bytes() {
        let digit = DIGITS.iter().position(|x| *x == byte)? as u32;
        if shift > 20 {
            return None;
        }
        value |= (digit & 31) << shift;
        if digit & 32 == 0 {
            numbers.push(value);
            (value, shift) = (0, 0);
        } else {
            shift += 5;
        }
    }
    if shift > 0 || numbers.len() % 2 == 1 {
        return None;
    }
    let mut end = 0u32;
    let mut runs = Vec::new();
    for pair in numbers.chunks_exact(2) {
        let run = Run {
            first: end + pair[0],
            count: pair[1] / 3 + 1,
            strength: ((pair[1] % 3 + 1) % 3 + 1) as u8,
        };
        end = run.first + run.count;
        if end > MOST_SAMPLES {
            return None;
        }
        runs.push(run);
    }
    Some(runs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::side::Side;
    use proptest::prelude::*;

    #[test]
    fn the_written_form_is_the_documented_one() {
        let temple = RegionId::new("temple", Side::Left);
        let pain = PainLink::read("~temple.left").unwrap();
        assert_eq!(pain.regions, [(temple.clone(), 2)]);
        assert_eq!(pain.to_string(), "~temple.left");
        let pain = PainLink {
            name: "Behind the eye & ear".to_owned(),
            regions: vec![(temple, 3), (RegionId::new("sternum", Side::Midline), 2)],
            mark: 0xAB,
            runs: PainLink::runs_of([0, 2, 2, 1, 0, 0, 3]),
        };
        let text = pain.to_string();
        assert_eq!(
            text,
            "Behind%20the%20eye%20%26%20ear~temple.left*3,sternum~ab.BDACCB"
        );
        assert_eq!(PainLink::read(&text), Ok(pain));
        assert_eq!(PainLink::read(""), Ok(PainLink::default()));
    }

    #[test]
    fn what_is_damaged_is_refused() {
        for text in [
            "%4",
            "%FF",
            "~temple.left*4",
            "~a b",
            "~~1",
            "~~zz.AA",
            "~~1.A",
            "~~1.A?",
            "~~1.gggggggA",
            "~~1.AA________",
        ] {
            assert!(PainLink::read(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_pain_reads_back_what_it_writes(
            name in "\\PC{0,20}",
            strengths in prop::collection::vec(0u8..4, 0..300),
            mark in any::<u32>(),
        ) {
            let runs = PainLink::runs_of(strengths);
            let mark = if runs.is_empty() { 0 } else { mark };
            let pain = PainLink { name, regions: Vec::new(), mark, runs };
            prop_assert_eq!(PainLink::read(&pain.to_string()), Ok(pain));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,60}", digits in "[A-Za-z0-9_-]{0,40}") {
            let _ = PainLink::read(&text);
            let _ = PainLink::read(&format!("~~1.{digits}"));
        }
    }
}
