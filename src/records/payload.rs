//! What records say: one type for each kind, its version, and the steps from older versions.

use crate::model::{
    facts::Urgency,
    ids::{IdError, RegionId},
    painted::{
        MOST_PAINS, MOST_SAMPLES, PaintedPain, PaintedPlaces, PlaceCell, STRONGEST, kept_name,
    },
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

/// Most pains that a record holds: ten times what the application paints.
const MOST_PAINS_KEPT: usize = 10 * MOST_PAINS;

/// The kinds of records. Each has a journal of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Answers to the questions about warning signs.
    WarningAnswers,
    /// Painted pains.
    Painting,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 2] = [Self::WarningAnswers, Self::Painting];

    /// Its word in lines, and the name of its journal.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::WarningAnswers => "warning_answers",
            Self::Painting => "painting",
        }
    }

    /// The kind of a word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The version of its JSON that is written.
    #[must_use]
    pub fn version(self) -> u32 {
        // The first version has no step before it.
        migrations(self).len() as u32 + 1
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// Turns the JSON of one version into that of the next, or says why it cannot.
pub type Migration = fn(Value) -> Result<Value, String>;

/// The steps of a kind, from version 1 to 2, from 2 to 3, and so on to the one that is written.
#[must_use]
pub fn migrations(kind: Kind) -> &'static [Migration] {
    match kind {
        Kind::WarningAnswers | Kind::Painting => &[],
    }
}

/// Takes JSON of an older version to the present one.
pub(super) fn migrated(
    mut value: Value,
    version: u32,
    steps: &[Migration],
) -> Result<Value, String> {
    let done = (version as usize).saturating_sub(1);
    for step in steps.iter().skip(done) {
        value = step(value)?;
    }
    Ok(value)
}

/// What a record says.
#[derive(Clone, Debug, PartialEq)]
pub enum Payload {
    /// See [`WarningAnswers`].
    WarningAnswers(WarningAnswers),
    /// See [`KeptPainting`].
    Painting(KeptPainting),
}

impl Payload {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::WarningAnswers(_) => Kind::WarningAnswers,
            Self::Painting(_) => Kind::Painting,
        }
    }

    /// As JSON of the present version.
    pub(super) fn to_value(&self) -> Result<Value, serde_json::Error> {
        match self {
            Self::WarningAnswers(answers) => serde_json::to_value(answers),
            Self::Painting(painting) => serde_json::to_value(painting),
        }
    }

    /// Reads the JSON of this version or an older one.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn read(kind: Kind, version: u32, value: Value) -> Result<Self, String> {
        let value = migrated(value, version, migrations(kind))?;
        let wrong = |error: serde_json::Error| error.to_string();
        match kind {
            Kind::WarningAnswers => serde_json::from_value(value)
                .map(Self::WarningAnswers)
                .map_err(wrong),
            Kind::Painting => {
                let painting: KeptPainting = serde_json::from_value(value).map_err(wrong)?;
                painting.check()?;
                Ok(Self::Painting(painting))
            }
        }
    }
}

/// Answers to the questions about warning signs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct WarningAnswers {
    /// Ids of the signs that were asked about, e.g. `RF04`. One that was not there yet has not been answered.
    pub asked: BTreeSet<String>,
    /// The signs that were answered with yes, and how soon they must be seen.
    pub yes: BTreeMap<String, Urgency>,
}

/// Painted pains.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct KeptPainting {
    /// The pains, in the user's order.
    pub pains: Vec<KeptPain>,
}

impl KeptPainting {
    /// What comes from a file may be anything.
    fn check(&self) -> Result<(), String> {
        match self.pains.len() {
            0..=MOST_PAINS_KEPT => Ok(()),
            many => Err(format!("{many} pains in one painting")),
        }
    }
}

/// One painted pain.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "PainLine", into = "PainLine")]
pub struct KeptPain {
    /// Which of the theme's colours of pains.
    pub colour: u8,
    /// What is painted.
    pub pain: PaintedPain,
}

/// A pain as it is written, so that a person can read it too.
#[derive(Clone, Deserialize, Serialize)]
struct PainLine {
    name: String,
    colour: u8,
    /// Regions painted whole, with their strengths.
    regions: BTreeMap<String, u8>,
    /// Strength and place in the body frame, whole millimetres.
    places: Vec<(u8, i32, i32, i32)>,
}

impl From<KeptPain> for PainLine {
    fn from(kept: KeptPain) -> Self {
        let regions = kept.pain.regions.into_iter();
        let places = kept.pain.places.iter().map(|(cell, strength)| {
            // The middles of cells are whole millimetres.
            let [x, y, z] = cell.middle_mm().map(|value| value.round() as i32);
            (strength, x, y, z)
        });
        Self {
            name: kept.pain.name,
            colour: kept.colour,
            regions: regions
                .map(|(id, strength)| (id.to_string(), strength))
                .collect(),
            places: places.collect(),
        }
    }
}

impl TryFrom<PainLine> for KeptPain {
    type Error = String;

    fn try_from(line: PainLine) -> Result<Self, String> {
        let least = |least: u8, strength: u8| match (least..=STRONGEST).contains(&strength) {
            true => Ok(strength),
            false => Err(format!("{strength} is no strength of a pain: 1, 2 or 3")),
        };
        if line.places.len() > MOST_SAMPLES as usize {
            return Err(format!("{} places in one pain", line.places.len()));
        }
        let regions = line.regions.into_iter().map(|(id, strength)| {
            let id: RegionId = id.parse().map_err(|error: IdError| error.to_string())?;
            Ok((id, least(1, strength)?))
        });
        let places = line.places.into_iter().map(|(strength, x, y, z)| {
            let place_mm = [x, y, z].map(|value| value as f32);
            let cell = PlaceCell::at(place_mm)
                .ok_or_else(|| format!("{x}, {y}, {z} mm is a place on no body"))?;
            Ok((cell, least(0, strength)?))
        });
        Ok(Self {
            colour: line.colour,
            pain: PaintedPain {
                name: kept_name(&line.name),
                regions: regions.collect::<Result<_, String>>()?,
                places: places.collect::<Result<PaintedPlaces, String>>()?,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn older_json_goes_through_every_step_since() {
        let steps: [Migration; 2] = [
            |value| Ok(json!({ "name": value })),
            |mut value| {
                let first = value["name"].as_str().ok_or("no name")?.len();
                value["length"] = first.into();
                Ok(value)
            },
        ];
        let newest = json!({ "name": "neck", "length": 4 });
        assert_eq!(migrated(json!("neck"), 1, &steps), Ok(newest.clone()));
        let second = json!({ "name": "neck" });
        assert_eq!(migrated(second, 2, &steps), Ok(newest.clone()));
        assert_eq!(migrated(newest.clone(), 3, &steps), Ok(newest));
        assert_eq!(migrated(json!(7), 1, &steps), Err("no name".to_owned()));
    }

    #[test]
    fn a_painting_that_cannot_be_is_refused_with_a_reason() {
        let read = |value| Payload::read(Kind::Painting, 1, value).unwrap_err();
        let pain = |regions: Value, places: Value| {
            json!({ "pains": [
                { "name": "", "colour": 0, "regions": regions, "places": places }
            ] })
        };
        assert!(read(pain(json!({ "temple.left": 9 }), json!([]))).contains("9 is no strength"));
        assert!(read(pain(json!({ "temple.left": 0 }), json!([]))).contains("0 is no strength"));
        assert!(read(pain(json!({}), json!([[4, 1, 2, 3]]))).contains("4 is no strength"));
        assert!(read(pain(json!({}), json!([[1, 9999, 2, 3]]))).contains("on no body"));
        assert!(read(pain(json!({ "a/b": 1 }), json!([]))).contains("is not an id"));
        assert!(read(pain(json!({}), json!([[1, 1e99, 2, 3]]))).contains("invalid"));
        let many = vec![json!({ "name": "", "colour": 0, "regions": {}, "places": [] }); 121];
        assert!(read(json!({ "pains": many })).contains("121 pains"));
    }

    #[test]
    fn kinds_are_told_apart_by_their_words() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of_word(kind.word()), Some(kind));
        }
        assert_eq!(Kind::of_word("diary"), None);
    }
}
