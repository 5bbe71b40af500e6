//! Bones, fasciae, landmarks and the regions in which pain is told.

use super::{
    basics::{Ids, Names, Statement},
    place::Area,
};
use crate::model::link::DEEPEST_LAYER;
use serde::{Deserialize, Serialize};

/// A bone (or teeth, cartilage, disc), a ligament or a fascia: an entry of a file of `bones/` or `fascia/`, which
/// are lists.
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
    /// The layer of the depth slider that it is peeled with, 1 to 5; the skeleton's where it is left out.
    #[serde(default = "with_the_skeleton")]
    pub depth: u8,
    /// What one should know about it, in a sentence or two each.
    #[serde(default)]
    pub about: Vec<Statement>,
}

fn with_the_skeleton() -> u8 {
    DEEPEST_LAYER
}

/// What a structure without flesh is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub enum Tissue {
    /// Bone.
    #[default]
    Bone,
    /// Cartilage and discs.
    Cartilage,
    /// Teeth.
    Tooth,
    /// A ligament: fibres from bone to bone.
    Ligament,
    /// A fascia or an aponeurosis: a sheet of fibres.
    Fascia,
}

impl Tissue {
    /// True for what is made of fibres and is drawn with them.
    #[must_use]
    pub fn is_fibrous(self) -> bool {
        matches!(self, Self::Ligament | Self::Fascia)
    }
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
    /// The part of the body it belongs to. Lists group the regions by it, in the order of [`BodyPart::ALL`], and
    /// whoever says "neck" means all regions of that part. What it is called: `naming::body_part`.
    #[serde(default)]
    pub part: BodyPart,
    /// Extent in words.
    pub extent: String,
    /// True for a region in the midline (sternum, sacrum): its areas are mirrored to both sides as one.
    #[serde(default)]
    pub midline: bool,
    /// Where it lies on the skin (left half).
    pub areas: Vec<Area>,
}

/// A part of the body as people name it, from the head down.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize,
)]
#[serde(rename_all = "snake_case")]
pub enum BodyPart {
    /// Head and face.
    Head,
    /// Neck and throat.
    Neck,
    /// Shoulder.
    Shoulder,
    /// Shoulder blade.
    ShoulderBlade,
    /// Upper arm.
    Arm,
    /// Elbow.
    Elbow,
    /// Forearm.
    Forearm,
    /// Wrist, hand and fingers.
    Hand,
    /// Chest and ribs.
    Chest,
    /// Belly.
    Abdomen,
    /// Back, from between the shoulder blades to the sacrum.
    Back,
    /// Hip, buttock and groin.
    Hip,
    /// Thigh.
    Thigh,
    /// Knee.
    Knee,
    /// Lower leg.
    Leg,
    /// Ankle and foot.
    Foot,
    /// None of these, or not said.
    #[default]
    Other,
}

impl BodyPart {
    /// All of them, in their order.
    pub const ALL: [Self; 17] = [
        Self::Head,
        Self::Neck,
        Self::Shoulder,
        Self::ShoulderBlade,
        Self::Arm,
        Self::Elbow,
        Self::Forearm,
        Self::Hand,
        Self::Chest,
        Self::Abdomen,
        Self::Back,
        Self::Hip,
        Self::Thigh,
        Self::Knee,
        Self::Leg,
        Self::Foot,
        Self::Other,
    ];
}
