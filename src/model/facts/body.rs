//! Bones, landmarks and the regions in which pain is told.

use super::{
    basics::{Ids, Names},
    place::Area,
};
use serde::{Deserialize, Serialize};

/// A bone (or teeth, cartilage, disc): an entry of a file of `bones/`, which is a list.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Bone {
    /// Structure id, e.g. `scapula`, `vertebra.t7`, `rib.3`.
    pub id: String,
    /// Names.
    pub names: Names,
    /// Terminology ids.
    #[serde(default)]
    pub ids: Ids,
    /// True: left in the data, right mirrored. False: a midline bone.
    pub paired: bool,
    /// What it is made of, for its colour.
    #[serde(default)]
    pub tissue: Tissue,
}

/// Hard tissue of the skeleton.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub enum Tissue {
    /// Bone.
    #[default]
    Bone,
    /// Cartilage and discs.
    Cartilage,
    /// Teeth.
    Tooth,
}

/// A landmark of `landmarks.ron`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Landmark {
    /// Id, e.g. `C7.spinous_tip`.
    pub id: String,
    /// Body frame, millimetres, left or midline.
    pub at_mm: (f32, f32, f32),
    /// What it is.
    pub is: String,
}

/// A region of `regions.ron`: the vocabulary in which pain is told.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Id, e.g. `temple`.
    pub id: String,
    /// Name, e.g. `Temple`.
    pub name: String,
    /// Lay words and other names, for search.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// Extent in words.
    pub extent: String,
    /// True for a region in the midline (sternum, sacrum): its areas are mirrored to both sides as one.
    #[serde(default)]
    pub midline: bool,
    /// Where it lies on the skin (left half).
    pub areas: Vec<Area>,
}
