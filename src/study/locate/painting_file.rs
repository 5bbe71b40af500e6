//! A painting as a text file: what the application exports and `myomap locate --paint` reads.
//!
//! ```text
//! myomap painting 1
//! pain Headache
//! region temple.left 3
//! at 2 61 1583 12
//! ```
//!
//! A `pain` begins with its name, which may be missing. A `region` is painted whole with a strength from 1 to 3;
//! `at` is one sample of the skin: strength, then its place in the body frame in millimetres. Places and not
//! numbers, so that a file still means the same after the body's shape has changed a little. Empty lines and
//! lines that begin with `#` say nothing.

use super::{painting::STRONGEST, skin::PaintSkin};
use crate::{
    anatomy::painting::SkinSamples,
    model::{closest::quoted, ids::RegionId},
};
use glam::Vec3;
use std::fmt::Write;

/// First line of every file.
const HEAD: &str = "myomap painting ";
/// Version of the format that is written and read.
const VERSION: u32 = 1;
/// Pains in one file at most.
pub const MOST_PAINS: usize = 12;
/// Characters of a name kept.
pub const LONGEST_NAME: usize = 60;
/// Longest file read, in bytes: a whole body painted takes a tenth of this.
pub const LONGEST_FILE: usize = 4_000_000;
/// A place farther than this from every sample is on no skin, millimetres.
const FARTHEST_MM: f32 = 40.0;

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
    /// Too much.
    #[error("it is larger than any painting: {0}")]
    TooLarge(&'static str),
    /// A line that says nothing that is known.
    #[error("line {line}: {what}")]
    Line {
        /// From 1.
        line: usize,
        /// What is wrong with it.
        what: String,
    },
}

/// Writes pains on a skin.
pub fn write(samples: &SkinSamples, skin: &PaintSkin, pains: &[SavedPain]) -> String {
    let mut text = format!("{HEAD}{VERSION}\n");
    for pain in pains {
        // Writing into a text cannot fail.
        let _ = writeln!(text, "pain {}", one_line(&pain.name));
        let mut said = vec![false; samples.len()];
        for (id, strength) in whole_regions(skin, &pain.strengths) {
            let _ = writeln!(text, "region {id} {strength}");
            for &sample in skin.region(id) {
                said[sample as usize] = true;
            }
        }
        for ((&strength, sample), said) in pain.strengths.iter().zip(&samples.samples).zip(said) {
            if strength > 0 && !said {
                let [x, y, z] = sample.point_mm.to_array().map(|value| value.round() as i32);
                let _ = writeln!(text, "at {strength} {x} {y} {z}");
            }
        }
    }
    text
}

/// The regions that are painted whole with one strength.
pub fn whole_regions<'a>(
    skin: &'a PaintSkin,
    strengths: &'a [u8],
) -> impl Iterator<Item = (&'a RegionId, u8)> {
    skin.regions.iter().filter_map(|(id, held)| {
        let strength = |sample: &u32| strengths.get(*sample as usize).copied().unwrap_or(0);
        let first = strength(held.first()?);
        (first > 0 && held.iter().all(|x| strength(x) == first)).then_some((id, first))
    })
}

/// A name without what would break its line.
fn one_line(name: &str) -> String {
    let plain = name.chars().filter(|c| !c.is_control());
    let kept: String = plain.take(LONGEST_NAME).collect();
    kept.trim().to_owned()
}

/// Whether a text may be a painting at all, before there is a body to read it onto.
///
/// # Errors
/// Where it is none, is too large, or a newer version wrote it.
pub fn check_head(text: &str) -> Result<(), PaintingFileError> {
    if text.len() > LONGEST_FILE {
        return Err(PaintingFileError::TooLarge("over 4 million bytes"));
    }
    let head = text
        .lines()
        .next()
        .and_then(|line| line.trim().strip_prefix(HEAD));
    match head.map(str::parse::<u32>) {
        Some(Ok(VERSION)) => Ok(()),
        Some(Ok(newer)) if newer > VERSION => Err(PaintingFileError::Newer(newer)),
        _ => Err(PaintingFileError::NoPainting),
    }
}

/// Reads pains onto a skin.
///
/// # Errors
/// Where it is no painting, too large, or a line is wrong: a damaged file is not read in part.
pub fn read(
    text: &str,
    samples: &SkinSamples,
    skin: &PaintSkin,
) -> Result<Vec<SavedPain>, PaintingFileError> {
    check_head(text)?;
    let mut pains: Vec<SavedPain> = Vec::new();
    for (line, text) in (1..).zip(text.lines().map(str::trim)).skip(1) {
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        let wrong = |what: String| PaintingFileError::Line { line, what };
        let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
        if word == "pain" {
            if pains.len() == MOST_PAINS {
                return Err(PaintingFileError::TooLarge("more than 12 pains"));
            }
            pains.push(SavedPain {
                name: one_line(rest),
                strengths: vec![0; samples.len()],
            });
            continue;
        }
        let Some(pain) = pains.last_mut() else {
            return Err(wrong("a painting begins with a line \"pain\"".to_owned()));
        };
        let (strength, held) = match word {
            "region" => region(rest, skin),
            "at" => place(rest, samples).map(|(strength, sample)| (strength, vec![sample])),
            _ => Err(format!(
                "{} is not one of pain, region, at",
                quoted(&short(word))
            )),
        }
        .map_err(wrong)?;
        for sample in held {
            pain.strengths[sample as usize] = strength;
        }
    }
    Ok(pains)
}

/// What is repeated of a text from outside.
fn short(text: &str) -> String {
    text.chars().take(LONGEST_NAME).collect()
}

fn strength(text: &str) -> Result<u8, String> {
    text.parse::<u8>()
        .ok()
        .filter(|value| (1..=STRONGEST).contains(value))
        .ok_or_else(|| format!("{} is no strength: 1, 2 or 3", quoted(&short(text))))
}

fn region(rest: &str, skin: &PaintSkin) -> Result<(u8, Vec<u32>), String> {
    let (id, value) = rest
        .split_once(' ')
        .ok_or("a region needs a strength after it")?;
    let known = id.parse::<RegionId>().map(|id| skin.region(&id).to_vec());
    match known {
        Ok(held) if !held.is_empty() => Ok((strength(value)?, held)),
        _ => Err(format!("there is no region {}", quoted(&short(id)))),
    }
}

fn place(rest: &str, samples: &SkinSamples) -> Result<(u8, u32), String> {
    let words: Vec<&str> = rest.split_ascii_whitespace().collect();
    let [value, x, y, z] = words.as_slice() else {
        return Err("a place is a strength and three numbers".to_owned());
    };
    let number = |text: &str| -> Result<f32, String> {
        let value = text.parse::<f32>().ok().filter(|value| value.is_finite());
        value.ok_or_else(|| format!("{} is no number", quoted(&short(text))))
    };
    let at = Vec3::new(number(x)?, number(y)?, number(z)?);
    let numbered = (0u32..).zip(&samples.samples);
    let nearest = numbered
        .map(|(number, sample)| (number, sample.point_mm.distance(at)))
        .min_by(|a, b| a.1.total_cmp(&b.1));
    match nearest {
        Some((sample, far)) if far <= FARTHEST_MM => Ok((strength(value)?, sample)),
        _ => Err("the place lies off the skin of this body".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        anatomy::{mesh::SurfaceMesh, pain_field::SkinSurface},
        model::side::Side,
    };
    use proptest::prelude::*;
    use std::sync::LazyLock;

    /// A sheet of 200 by 100 mm with a region on each side.
    static SKIN: LazyLock<(SkinSamples, PaintSkin)> = LazyLock::new(|| {
        let mut positions = Vec::new();
        let mut triangles = Vec::new();
        for row in 0..11u32 {
            for column in 0..21u32 {
                let (x, y) = (column as f32 * 10.0 - 100.0, row as f32 * 10.0);
                positions.push(Vec3::new(x, y, 0.0));
                if row < 10 && column < 20 {
                    let a = row * 21 + column;
                    triangles.push([a, a + 1, a + 22]);
                    triangles.push([a, a + 22, a + 21]);
                }
            }
        }
        let mesh = SurfaceMesh::from_triangles(positions, triangles);
        let samples = SkinSamples::new(&SkinSurface::new(mesh));
        let on = |side: f32| -> Vec<u32> {
            let numbered = (0u32..).zip(&samples.samples);
            let held = numbered.filter(|(_, x)| x.point_mm.x * side > 50.0);
            held.map(|(number, _)| number).collect()
        };
        let regions = vec![
            (RegionId::new("temple", Side::Left), on(1.0)),
            (RegionId::new("temple", Side::Right), on(-1.0)),
        ];
        let skin = PaintSkin::new(&samples, regions);
        (samples, skin)
    });

    fn read_here(text: &str) -> Result<Vec<SavedPain>, PaintingFileError> {
        read(text, &SKIN.0, &SKIN.1)
    }

    #[test]
    fn what_is_damaged_is_refused_with_its_line() {
        let head = "myomap painting 1\n";
        for (text, told) in [
            (String::new(), "no painting of myomap"),
            ("myomap painting x".to_owned(), "no painting of myomap"),
            ("myomap painting 2\n".to_owned(), "a newer one is needed"),
            (format!("{head}region temple.left 3\n"), "line 2"),
            (
                format!("{head}pain\n\nregion kidney.left 3\n"),
                "line 4: there is no region \"kidney.left\"",
            ),
            (
                format!("{head}pain\nregion temple 3\n"),
                "no region \"temple\"",
            ),
            (format!("{head}pain\nregion temple.left 9\n"), "no strength"),
            (
                format!("{head}pain\nregion temple.left\n"),
                "needs a strength",
            ),
            (format!("{head}pain\nat 2 NaN 0 0\n"), "no number"),
            (format!("{head}pain\nat 2 9999 0 0\n"), "off the skin"),
            (format!("{head}pain\nat 2 1\n"), "three numbers"),
            (format!("{head}pain\nat 0 0 0 0\n"), "no strength"),
            (
                format!("{head}pain\n{}\n", "x".repeat(10_000)),
                "not one of",
            ),
            (format!("{head}{}", "pain\n".repeat(13)), "more than 12"),
            ("x".repeat(LONGEST_FILE + 1), "larger than any painting"),
        ] {
            let said = read_here(&text).map_err(|error| error.to_string());
            assert!(
                said.as_ref()
                    .is_err_and(|x| x.contains(told) && x.len() < 400),
                "{told}: {said:?}"
            );
        }
        assert_eq!(read_here(head), Ok(Vec::new()));
        let spoken = read_here(&format!("{head}# a remark\n\npain Neck \n"));
        assert_eq!(
            spoken.map(|pains| pains[0].name.clone()),
            Ok("Neck".to_owned())
        );
    }

    #[test]
    fn regions_painted_whole_are_told_by_name() {
        let (samples, skin) = &*SKIN;
        let mut strengths = vec![0; samples.len()];
        for &sample in skin.region(&RegionId::new("temple", Side::Left)) {
            strengths[sample as usize] = 3;
        }
        let pain = SavedPain {
            name: "Head\nache".to_owned(),
            strengths,
        };
        assert_eq!(
            write(samples, skin, &[pain]),
            "myomap painting 1\npain Headache\nregion temple.left 3\n"
        );
    }

    proptest! {
        #[test]
        fn a_painting_reads_back_what_was_written(
            painted in prop::collection::vec((0usize..200, 0u8..4), 0..60),
            name in "[a-zA-Z ]{0,12}",
        ) {
            let (samples, skin) = &*SKIN;
            let mut strengths = vec![0; samples.len()];
            for (sample, strength) in painted {
                if let Some(value) = strengths.get_mut(sample) {
                    *value = strength;
                }
            }
            let pain = SavedPain { name: name.trim().to_owned(), strengths };
            let pains = vec![pain.clone(), SavedPain { name: String::new(), ..pain }];
            let text = write(samples, skin, &pains);
            prop_assert_eq!(read(&text, samples, skin), Ok(pains));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,80}") {
            let _ = read_here(&text);
            let _ = read_here(&format!("myomap painting 1\npain\nat {text}"));
            let _ = read_here(&format!("myomap painting 1\npain\nregion {text}"));
        }
    }
}
