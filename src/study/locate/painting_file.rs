//! A painting as a text file: what the application exports and `myomap locate --paint` reads.
//!
//! ```text
//! myomap painting 2
//! pain Headache
//! region temple.left 3
//! at 2 62 1582 14
//! at 0 74 1578 10
//! ```
//!
//! A `pain` begins with its name, which may be missing. A `region` is painted whole with a strength from 1 to 3.
//! Each `at` is a place of the skin: strength, then where it is in the body frame in millimetres. Strength 0 is a
//! place beside the paint: all skin is painted as the place nearest to it is (see [`super::painted_places`]), so that
//! a file still means the same after the body's shape has changed a little. In files of version 1, which are read
//! still, every `at` is one painted sample of the skin. Empty lines and lines that begin with `#` say nothing.

use super::{
    painted_places::{keep, restore},
    skin::{PaintSkin, REACH_MM},
};
use crate::model::{
    closest::quoted,
    ids::RegionId,
    painted::{LONGEST_NAME, MOST_PAINS, PaintedPain, PlaceCell, STRONGEST, kept_name},
};
use glam::Vec3;

/// First line of every file.
const HEAD: &str = "myomap painting ";
/// Version of the format that is written.
const VERSION: u32 = 2;
/// Version in which every place is one painted sample.
const SAMPLES_VERSION: u32 = 1;
/// Longest file read, in bytes: a whole body painted takes a tenth of this.
pub const LONGEST_FILE: usize = 4_000_000;

/// A pain as it is kept in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedPain {
    /// What the user calls it; may be empty.
    pub name: String,
    /// Strength of each sample of the skin.
    pub strengths: Vec<u8>,
}

/// Why a text is no painting.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaintingFileError {
    /// Not a painting at all.
    #[error("it does not begin with \"{HEAD}{VERSION}\": it is no painting of myomap")]
    NoPainting,
    /// Written by a newer version.
    #[error(
        "it is in version {0} of the format, and this myomap reads version {VERSION}: a newer one is needed"
    )]
    Newer(u32),
    /// More bytes than any painting has.
    #[error("it is larger than any painting: over {mb} million bytes", mb = LONGEST_FILE / 1_000_000)]
    TooLong,
    /// More pains than can be painted side by side.
    #[error("it has more than {MOST_PAINS} pains")]
    TooManyPains,
    /// A line that says nothing that is known.
    #[error("line {line}: {what}")]
    Line {
        /// From 1.
        line: usize,
        /// What is wrong with it.
        what: LineFault,
    },
}

/// What is wrong with a line. What is repeated of it stands in quotes, and is short.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineFault {
    /// Something is painted before there is a pain.
    #[error("a painting begins with a line \"pain\"")]
    NoPainBefore,
    /// The line begins with another word than those that are known.
    #[error("{0} is not one of pain, region, at")]
    NoWord(String),
    /// A strength out of its range.
    #[error("{0} is no strength: it is a number up to {STRONGEST}")]
    NoStrength(String),
    /// The body has no such region.
    #[error("there is no region {0}")]
    NoRegion(String),
    /// A region alone.
    #[error("a region needs a strength after it")]
    RegionWithoutStrength,
    /// Not four numbers.
    #[error("a place is a strength and three numbers")]
    NoPlace,
    /// A word in place of a number.
    #[error("{0} is no number")]
    NoNumber(String),
    /// Too far from the skin.
    #[error("the place lies off the skin of this body")]
    OffTheSkin,
}

impl PaintingFileError {
    /// The line with which a painting begins.
    #[must_use]
    pub fn head(&self) -> String {
        format!("{HEAD}{VERSION}")
    }
}

/// Writes pains on a skin.
pub fn write(skin: &PaintSkin, pains: &[SavedPain]) -> String {
    let mut text = format!("{HEAD}{VERSION}\n");
    for pain in pains {
        let kept = keep(skin, one_line(&pain.name), &pain.strengths);
        text.push_str(&format!("pain {}\n", kept.name));
        for (id, strength) in &kept.regions {
            text.push_str(&format!("region {id} {strength}\n"));
        }
        for (cell, strength) in kept.places.iter() {
            let [x, y, z] = cell.middle_mm();
            text.push_str(&format!("at {strength} {x} {y} {z}\n"));
        }
    }
    text
}

/// A name without what would break its line.
fn one_line(name: &str) -> String {
    kept_name(name).trim().to_owned()
}

/// Whether a text may be a painting at all, before there is a body to read it onto.
///
/// # Errors
/// Where it is none, is too large, or a newer version wrote it.
pub fn check_head(text: &str) -> Result<(), PaintingFileError> {
    version_of(text).map(|_| ())
}

fn version_of(text: &str) -> Result<u32, PaintingFileError> {
    if text.len() > LONGEST_FILE {
        return Err(PaintingFileError::TooLong);
    }
    // Some editors put a byte order mark in front; it is not part of the text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let head = text
        .lines()
        .next()
        .and_then(|line| line.trim().strip_prefix(HEAD));
    match head.map(str::parse::<u32>) {
        Some(Ok(version @ SAMPLES_VERSION..=VERSION)) => Ok(version),
        Some(Ok(newer)) if newer > VERSION => Err(PaintingFileError::Newer(newer)),
        _ => Err(PaintingFileError::NoPainting),
    }
}

/// A pain that is being read.
#[derive(Default)]
struct Reading {
    /// What a file of version 2 says.
    pain: PaintedPain,
    /// Samples with their strengths, in the order of their lines: what a file of version 1 says.
    samples: Vec<(u32, u8)>,
}

/// Reads pains onto a skin.
///
/// # Errors
/// Where it is no painting, too large, or a line is wrong: a damaged file is not read in part.
pub fn read(text: &str, skin: &PaintSkin) -> Result<Vec<SavedPain>, PaintingFileError> {
    let version = version_of(text)?;
    let mut pains: Vec<Reading> = Vec::new();
    for (line, text) in (1..).zip(text.lines().map(str::trim)).skip(1) {
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        let wrong = |what: LineFault| PaintingFileError::Line { line, what };
        let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
        if word == "pain" {
            if pains.len() == MOST_PAINS {
                return Err(PaintingFileError::TooManyPains);
            }
            let mut reading = Reading::default();
            reading.pain.name = one_line(rest);
            pains.push(reading);
            continue;
        }
        let Some(reading) = pains.last_mut() else {
            return Err(wrong(LineFault::NoPainBefore));
        };
        match (word, version) {
            ("region", _) => region(rest, skin).map(|(id, strength)| {
                let held = skin.region(&id).iter();
                reading
                    .samples
                    .extend(held.map(|sample| (*sample, strength)));
                reading.pain.regions.push((id, strength));
            }),
            ("at", SAMPLES_VERSION) => place(rest, 1).and_then(|(strength, place_mm)| {
                let (sample, _) = skin.grid.nearest(place_mm).ok_or(LineFault::OffTheSkin)?;
                reading.samples.push((sample, strength));
                Ok(())
            }),
            ("at", _) => place(rest, 0).and_then(|(strength, place_mm)| {
                let is_near = skin.grid.within(place_mm, REACH_MM).next().is_some();
                let cell = PlaceCell::at(place_mm.to_array()).filter(|_| is_near);
                reading
                    .pain
                    .places
                    .add(cell.ok_or(LineFault::OffTheSkin)?, strength);
                Ok(())
            }),
            _ => Err(LineFault::NoWord(quoted(&short(word)))),
        }
        .map_err(wrong)?;
    }
    let saved = |reading: Reading| {
        let strengths = match version {
            SAMPLES_VERSION => {
                let mut strengths = vec![0; skin.len()];
                for (sample, strength) in reading.samples {
                    strengths[sample as usize] = strength;
                }
                strengths
            }
            _ => restore(skin, &reading.pain).0,
        };
        SavedPain {
            name: reading.pain.name,
            strengths,
        }
    };
    Ok(pains.into_iter().map(saved).collect())
}

/// What is repeated of a text from outside.
fn short(text: &str) -> String {
    text.chars().take(LONGEST_NAME).collect()
}

fn strength(text: &str, least: u8) -> Result<u8, LineFault> {
    text.parse::<u8>()
        .ok()
        .filter(|value| (least..=STRONGEST).contains(value))
        .ok_or_else(|| LineFault::NoStrength(quoted(&short(text))))
}

fn region(rest: &str, skin: &PaintSkin) -> Result<(RegionId, u8), LineFault> {
    let (id, value) = rest
        .split_once(' ')
        .ok_or(LineFault::RegionWithoutStrength)?;
    let known = id.parse::<RegionId>().ok();
    match known.filter(|id| !skin.region(id).is_empty()) {
        Some(id) => Ok((id, strength(value, 1)?)),
        None => Err(LineFault::NoRegion(quoted(&short(id)))),
    }
}

/// Strength, from `least` on, and place in millimetres.
fn place(rest: &str, least: u8) -> Result<(u8, Vec3), LineFault> {
    let words: Vec<&str> = rest.split_ascii_whitespace().collect();
    let [value, x, y, z] = words.as_slice() else {
        return Err(LineFault::NoPlace);
    };
    let number = |text: &str| -> Result<f32, LineFault> {
        let value = text.parse::<f32>().ok().filter(|value| value.is_finite());
        value.ok_or_else(|| LineFault::NoNumber(quoted(&short(text))))
    };
    let place_mm = Vec3::new(number(x)?, number(y)?, number(z)?);
    Ok((strength(value, least)?, place_mm))
}

#[cfg(test)]
mod tests;
