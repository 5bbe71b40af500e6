//! A painted pain as it is kept outside of a session: in a link, in a painting file, in a record.
//!
//! The paint is kept as places in the body frame and never as numbers of the skin's samples: another version of the
//! body has other samples, and the places still mean the same. Regions that are painted whole are kept by name.
//!
//! Not here: how a painting becomes places and places a painting (`study::locate::painted_places`).

use super::ids::RegionId;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::{collections::BTreeMap, fmt, str::FromStr};

/// Pains that may be painted side by side at most: as many as can still be told apart in a list.
pub const MOST_PAINS: usize = 12;
/// Longest name of a pain, in characters: one line of the panel at the largest text size.
pub const LONGEST_NAME: usize = 60;
/// Strongest pain that can be painted; 1 is slight.
pub const STRONGEST: u8 = 3;
/// Samples that any skin may have at most, and so places of a painting. The skin of the body has about 16,000;
/// what names more than this is damaged, and must not fill the memory.
pub const MOST_SAMPLES: u32 = 200_000;

/// Edge of a cell, millimetres. Samples of the skin are some 7 mm apart and more, and a cell is 6.9 mm from corner to
/// corner, so that no two samples share one (held by a test on the body).
const CELL_MM: f32 = 4.0;
/// Cells on each side of the body frame's origin along an axis: places farther away than 4,096 mm are on no body.
const CELLS: i32 = 1024;
/// Digits of base 64 that addresses may hold.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// Bits of the longest number of a text of places: the number of a cell and two bits of strength.
const LONGEST_NUMBER: u32 = 35;

/// A cell of the grid of 4 mm over the body frame, as its number along a Z-order curve: cells that are close in
/// space mostly have numbers that are close.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceCell(u64);

impl PlaceCell {
    /// The cell that a place of the body frame in millimetres lies in; none more than 4,096 mm from the origin.
    #[must_use]
    pub fn at(place_mm: [f32; 3]) -> Option<Self> {
        let mut number = 0;
        for (axis, value) in place_mm.into_iter().enumerate() {
            let cell = (value / CELL_MM).floor();
            if !(-(CELLS as f32)..CELLS as f32).contains(&cell) {
                return None;
            }
            let cell = (cell as i32 + CELLS) as u64;
            for bit in 0..11 {
                number |= (cell >> bit & 1) << (3 * bit + axis as u64);
            }
        }
        Some(Self(number))
    }

    /// The middle of the cell, body frame, millimetres.
    #[must_use]
    pub fn middle_mm(self) -> [f32; 3] {
        [0, 1, 2].map(|axis| {
            let cell: u64 = (0..11)
                .map(|bit| (self.0 >> (3 * bit + axis) & 1) << bit)
                .sum();
            (cell as f32 - CELLS as f32 + 0.5) * CELL_MM
        })
    }
}

/// The places of a painting with their strengths, 1 to [`STRONGEST`]; 0 is a place beside the paint, kept to say
/// where the paint ends. Whatever else lies in the cell of a place is painted as it is, and all other skin as the
/// nearest place is.
///
/// Written as one text for links and records: the cells by number in ascending order, each as the numbers skipped
/// since the one before it times four plus its strength, in base 64: five bits a digit, the lowest first, and a
/// sixth bit that says that more follow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaintedPlaces(BTreeMap<PlaceCell, u8>);

/// A text that is no places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("its places are damaged")]
pub struct PlacesError;

impl PaintedPlaces {
    /// Adds a place; where there is one in the cell already, the stronger one stays.
    pub fn add(&mut self, cell: PlaceCell, strength: u8) {
        let held = self.0.entry(cell).or_default();
        *held = strength.min(STRONGEST).max(*held);
    }

    /// True without a place.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many places there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The places with their strengths, by the number of the cell.
    pub fn iter(&self) -> impl Iterator<Item = (PlaceCell, u8)> + '_ {
        self.0.iter().map(|(cell, strength)| (*cell, *strength))
    }
}

impl FromIterator<(PlaceCell, u8)> for PaintedPlaces {
    fn from_iter<T: IntoIterator<Item = (PlaceCell, u8)>>(all: T) -> Self {
        let mut places = Self::default();
        for (cell, strength) in all {
            places.add(cell, strength);
        }
        places
    }
}

impl fmt::Display for PaintedPlaces {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut next = 0;
        let mut text = String::new();
        for (cell, strength) in self.iter() {
            put_digits(&mut text, (cell.0 - next) << 2 | u64::from(strength));
            next = cell.0 + 1;
        }
        f.write_str(&text)
    }
}

impl FromStr for PaintedPlaces {
    type Err = PlacesError;

    fn from_str(text: &str) -> Result<Self, PlacesError> {
        let mut places = Self::default();
        let mut next = 0u64;
        for number in numbers(text, LONGEST_NUMBER) {
            let number = number.ok_or(PlacesError)?;
            let cell = next + (number >> 2);
            if cell >> 33 != 0 || places.len() >= MOST_SAMPLES as usize {
                return Err(PlacesError);
            }
            places.0.insert(PlaceCell(cell), (number & 3) as u8);
            next = cell + 1;
        }
        Ok(places)
    }
}

impl Serialize for PaintedPlaces {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PaintedPlaces {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}

/// Writes a number as digits of five bits, the lowest first; the sixth bit says that more follow.
pub(super) fn put_digits(text: &mut String, mut value: u64) {
    loop {
        let rest = value >> 5;
        let digit = (value & 31) | (u64::from(rest > 0) << 5);
        text.push(char::from(DIGITS[digit as usize]));
        if rest == 0 {
            break;
        }
        value = rest;
    }
}

/// The numbers that [`put_digits`] wrote one after the other; none in place of one that is damaged or has more bits.
pub(super) fn numbers(text: &str, most_bits: u32) -> impl Iterator<Item = Option<u64>> + '_ {
    let mut bytes = text.bytes();
    std::iter::from_fn(move || {
        let mut byte = bytes.next()?;
        let (mut value, mut shift) = (0u64, 0);
        loop {
            let Some(digit) = DIGITS.iter().position(|x| *x == byte) else {
                return Some(None);
            };
            value |= (digit as u64 & 31) << shift;
            if digit & 32 == 0 {
                return Some((value >> most_bits == 0).then_some(value));
            }
            shift += 5;
            match bytes.next() {
                Some(next) if shift < most_bits => byte = next,
                _ => return Some(None),
            }
        }
    })
}

/// A painted pain.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct PaintedPain {
    /// What the user calls it; may be empty. At most [`LONGEST_NAME`] characters, without control characters.
    pub name: String,
    /// Regions painted whole, with their strength from 1 to [`STRONGEST`].
    pub regions: Vec<(RegionId, u8)>,
    /// What is painted besides the regions.
    pub places: PaintedPlaces,
}

/// A name as it may be kept: without control characters, and cut at [`LONGEST_NAME`].
#[must_use]
pub fn kept_name(name: &str) -> String {
    let plain = name.chars().filter(|c| !c.is_control());
    plain.take(LONGEST_NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_cell_knows_where_it_is_and_what_is_far_off_has_none() {
        let cell = PlaceCell::at([3.9, -0.1, 1_500.0]);
        assert_eq!(cell.map(PlaceCell::middle_mm), Some([2.0, -2.0, 1_502.0]));
        for far in [f32::NAN, f32::INFINITY, 4_096.0, -4_097.0] {
            assert_eq!(PlaceCell::at([0.0, far, 0.0]), None, "{far}");
        }
        assert!(PlaceCell::at([-4_096.0, 4_095.9, 0.0]).is_some());
    }

    #[test]
    fn the_written_form_is_the_documented_one() {
        let at = |x, y, z| PlaceCell::at([x, y, z]).unwrap();
        // Neighbours along x, whose numbers follow each other.
        let places: PaintedPlaces = [(at(0.0, 0.0, 0.0), 2), (at(5.0, 0.0, 0.0), 1)]
            .into_iter()
            .collect();
        let text = places.to_string();
        assert_eq!(text, "igggggcB");
        assert_eq!(text.parse(), Ok(places.clone()));
        let json = serde_json::to_string(&places).unwrap();
        assert_eq!(json, format!("\"{text}\""));
        assert_eq!(
            serde_json::from_str::<PaintedPlaces>(&json).unwrap(),
            places
        );
    }

    #[test]
    fn what_is_damaged_is_refused() {
        for text in ["?", "g", "A?", "________", "ggggggggA", "_______P"] {
            assert_eq!(text.parse::<PaintedPlaces>(), Err(PlacesError), "{text}");
        }
    }

    proptest! {
        #[test]
        fn places_read_back_as_written(
            all in prop::collection::vec((prop::array::uniform3(-4_000.0f32..4_000.0), 0u8..4), 0..60),
        ) {
            let cells = all.into_iter().filter_map(|(place, s)| Some((PlaceCell::at(place)?, s)));
            let places: PaintedPlaces = cells.collect();
            for (cell, _) in places.iter() {
                prop_assert_eq!(PlaceCell::at(cell.middle_mm()), Some(cell));
            }
            prop_assert_eq!(places.to_string().parse::<PaintedPlaces>(), Ok(places));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,40}", digits in "[A-Za-z0-9_-]{0,60}") {
            text.parse::<PaintedPlaces>().ok();
            digits.parse::<PaintedPlaces>().ok();
        }
    }
}
