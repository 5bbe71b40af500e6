//! A painted pain in a link.
//!
//! Written `pain=NAME~REGIONS~STROKES`: the name percent-encoded, the regions with commas between them
//! (`temple.left*3`, without `*` the strength is 2), and the strokes as `p1.` and the text of [`PaintedPlaces`].
//! What is missing at the end is left out: `pain=~temple.left` paints a temple. Links of the first version have
//! samples of one skin for strokes, see [`SampleRuns`]; they are read still.

mod sample_runs;

pub use sample_runs::{Run, SampleRuns};

use super::{
    ids::{IdError, RegionId},
    painted::{PaintedPain, PaintedPlaces, PlacesError, STRONGEST, kept_name},
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::{borrow::Cow, fmt};

/// Strength of a region that does not say.
const PLAIN: u8 = 2;
/// Regions in one pain at most.
const MOST_REGIONS: usize = 400;
/// What begins strokes that are places.
const PLACES: &str = "p1.";
/// What of a name is encoded: all that may mean something in an address or in a link.
const IN_NAMES: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');

/// A painted pain as a link tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PainLink {
    /// The pain.
    pub pain: PaintedPain,
    /// Strokes of a link of the first version, in place of the pain's places.
    pub old_strokes: Option<SampleRuns>,
}

/// Why a text is no painted pain.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PainError {
    /// What is percent-encoded is not UTF-8.
    #[error("what is encoded in it is no text")]
    NotText,
    /// More regions than one pain has.
    #[error("it names more than {MOST_REGIONS} regions")]
    TooManyRegions,
    /// Not the id of a region.
    #[error(transparent)]
    Region(#[from] IdError),
    /// A strength that there is not.
    #[error("a strength is a number from 1 to {STRONGEST}")]
    Strength,
    /// Strokes in a form that a later version writes.
    #[error("a newer version of myomap painted it")]
    Newer,
    /// Strokes that cannot be read.
    #[error("its strokes are damaged")]
    Damaged,
}

impl From<PlacesError> for PainError {
    fn from(_: PlacesError) -> Self {
        Self::Damaged
    }
}

impl From<PaintedPain> for PainLink {
    fn from(pain: PaintedPain) -> Self {
        Self {
            pain,
            old_strokes: None,
        }
    }
}

impl PainLink {
    /// Reads the value of a link's `pain`.
    ///
    /// # Errors
    /// Why it is none.
    pub fn read(text: &str) -> Result<Self, PainError> {
        if text.contains('~') {
            return Self::split(text);
        }
        // Some programs encode the `~` as well. Where that does not make a pain of it, the whole is a name with one.
        let plain = decoded(text)?;
        match plain.contains('~').then(|| Self::split(&plain)) {
            Some(Ok(link)) => Ok(link),
            _ => Ok(PaintedPain {
                name: kept_name(&plain),
                ..PaintedPain::default()
            }
            .into()),
        }
    }

    fn split(text: &str) -> Result<Self, PainError> {
        let mut parts = text.splitn(3, '~');
        let mut link = Self::default();
        link.pain.name = kept_name(&decoded(parts.next().unwrap_or_default())?);
        let regions = decoded(parts.next().unwrap_or_default())?;
        for text in regions.split(',').filter(|text| !text.is_empty()) {
            let (id, strength) = match text.split_once('*') {
                None => (text, PLAIN),
                Some((id, strength)) => (id, strength_of(strength)?),
            };
            if link.pain.regions.len() == MOST_REGIONS {
                return Err(PainError::TooManyRegions);
            }
            let id = id.parse::<RegionId>()?;
            link.pain.regions.push((id, strength));
        }
        let strokes = decoded(parts.next().unwrap_or_default())?;
        if let Some(places) = strokes.strip_prefix(PLACES) {
            link.pain.places = places.parse::<PaintedPlaces>()?;
        } else if is_newer(&strokes) {
            return Err(PainError::Newer);
        } else if !strokes.is_empty() {
            let runs = SampleRuns::read(&strokes).ok_or(PainError::Damaged)?;
            link.old_strokes = Some(runs).filter(|strokes| !strokes.runs.is_empty());
        }
        Ok(link)
    }
}

/// True for strokes in a form that a later version may write: `p2.` and so on.
fn is_newer(strokes: &str) -> bool {
    let version = strokes
        .strip_prefix('p')
        .and_then(|rest| rest.split_once('.'));
    version.is_some_and(|(version, _)| version.parse::<u32>().is_ok_and(|version| version > 1))
}

fn strength_of(text: &str) -> Result<u8, PainError> {
    let strength = text.parse::<u8>().ok();
    strength
        .filter(|strength| (1..=STRONGEST).contains(strength))
        .ok_or(PainError::Strength)
}

/// A text without its percent-encoding. A `%` that begins no code stands for itself.
pub(super) fn decoded(text: &str) -> Result<Cow<'_, str>, PainError> {
    let text = percent_decode_str(text).decode_utf8();
    text.or(Err(PainError::NotText))
}

impl fmt::Display for PainLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let PaintedPain {
            name,
            regions,
            places,
        } = &self.pain;
        // The first `~` is there always: a name may hold one, encoded.
        write!(f, "{}~", utf8_percent_encode(name, IN_NAMES))?;
        for (number, (id, strength)) in regions.iter().enumerate() {
            let comma = if number == 0 { "" } else { "," };
            match *strength {
                PLAIN => write!(f, "{comma}{id}")?,
                strength => write!(f, "{comma}{id}*{strength}")?,
            }
        }
        match &self.old_strokes {
            Some(strokes) => write!(f, "~{strokes}"),
            None if places.is_empty() => Ok(()),
            None => write!(f, "~{PLACES}{places}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{painted::PlaceCell, side::Side};
    use proptest::prelude::*;

    fn temple() -> RegionId {
        RegionId::new("temple", Side::Left)
    }

    fn places(all: &[([f32; 3], u8)]) -> PaintedPlaces {
        let cells = all
            .iter()
            .map(|(place, s)| (PlaceCell::at(*place).unwrap(), *s));
        cells.collect()
    }

    #[test]
    fn the_written_form_is_the_documented_one() {
        let link = PainLink::read("~temple.left").unwrap();
        assert_eq!(link.pain.regions, [(temple(), 2)]);
        assert_eq!(link.to_string(), "~temple.left");
        let link = PainLink::from(PaintedPain {
            name: "Behind the eye & ear".to_owned(),
            regions: vec![(temple(), 3), (RegionId::new("sternum", Side::Midline), 2)],
            places: places(&[([0.0, 0.0, 0.0], 2), ([5.0, 0.0, 0.0], 1)]),
        });
        let text = link.to_string();
        assert_eq!(
            text,
            "Behind%20the%20eye%20%26%20ear~temple.left*3,sternum~p1.igggggcB"
        );
        assert_eq!(PainLink::read(&text), Ok(link));
        assert_eq!(PainLink::read(""), Ok(PainLink::default()));
    }

    #[test]
    fn strokes_of_the_first_version_are_read_and_written_still() {
        let text = "Behind%20the%20eye~temple.left*3~ab.BDACCB";
        let link = PainLink::read(text).unwrap();
        let strokes = SampleRuns::of(0xAB, [0, 2, 2, 1, 0, 0, 3]);
        assert_eq!(link.old_strokes, Some(strokes.clone()));
        let samples: Vec<_> = strokes.samples().collect();
        assert_eq!(samples, [(1, 2), (2, 2), (3, 1), (6, 3)]);
        assert_eq!(link.to_string(), text);
        // A pain that was only named had no `~` then.
        for (text, name) in [
            ("Neck", "Neck"),
            ("Head%20%26%20eye", "Head & eye"),
            ("100%25", "100%"),
        ] {
            assert_eq!(PainLink::read(text).unwrap().pain.name, name);
        }
    }

    #[test]
    fn what_other_programs_encode_is_read_too() {
        let link = PainLink::from(PaintedPain {
            name: "a~b, 100%".to_owned(),
            regions: vec![(temple(), 3)],
            places: places(&[([1.0, 2.0, 3.0], 1)]),
        });
        let text = link.to_string();
        let whole = utf8_percent_encode(&text, NON_ALPHANUMERIC).to_string();
        for code in [text.replace('*', "%2A"), whole] {
            assert_eq!(PainLink::read(&code), Ok(link.clone()), "{code}");
        }
    }

    #[test]
    fn what_is_damaged_is_refused() {
        for text in [
            "%FF",
            "~temple.left*4",
            "~temple.left*0",
            "~a b",
            "~~1",
            "~~zz.AA",
            "~~1.A",
            "~~1.A?",
            "~~1.gggggggA",
            "~~1.AA________",
            "~~p1.A?",
            "~~p1.g",
            "~~p2.AA",
            "~~px.AA",
        ] {
            assert!(PainLink::read(text).is_err(), "{text}");
        }
        assert_eq!(PainLink::read("~~p2.AA"), Err(PainError::Newer));
    }

    proptest! {
        #[test]
        fn a_pain_reads_back_what_it_writes(
            name in "\\PC{0,20}",
            strengths in prop::collection::vec(0u8..4, 0..300),
            mark in any::<u32>(),
            all in prop::collection::vec((prop::array::uniform3(-900.0f32..900.0), 0u8..4), 0..30),
        ) {
            let name = kept_name(&name);
            let runs = SampleRuns::of(mark, strengths);
            let old = PainLink {
                pain: PaintedPain { name: name.clone(), ..PaintedPain::default() },
                old_strokes: (!runs.runs.is_empty()).then_some(runs),
            };
            prop_assert_eq!(PainLink::read(&old.to_string()), Ok(old));
            let pain = PaintedPain { name, regions: vec![(temple(), 1)], places: places(&all) };
            let link = PainLink::from(pain);
            prop_assert_eq!(PainLink::read(&link.to_string()), Ok(link));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,60}", digits in "[A-Za-z0-9_-]{0,40}") {
            PainLink::read(&text).ok();
            PainLink::read(&format!("~~1.{digits}")).ok();
            PainLink::read(&format!("~~p1.{digits}")).ok();
        }
    }
}
