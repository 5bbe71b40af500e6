//! What the recipes of bones say that are built and not measured.

use super::part::Triple;
use serde::Deserialize;

/// A place of a rounded bar: centre (x, y, z), half its width, half its height.
pub type Station = (f32, f32, f32, f32, f32);

/// See [`super::How::Bar`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bar {
    /// Points a ring.
    pub points: usize,
    /// Whether the stations are the left half of a bar across the midline: x counts from there, and the last station
    /// lies on it.
    #[serde(default)]
    pub mirrored: bool,
    /// Its stations.
    pub stations: Vec<Station>,
}

/// See [`super::How::Toe`]. The recipe's first bone is the metatarsal, the others are the phalanges.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Toe {
    /// Base of the metatarsal.
    pub base_mm: Triple,
    /// Its head.
    pub head_mm: Triple,
    /// Tip of the toe.
    pub tip_mm: Triple,
    /// Half the thickness of the metatarsal.
    pub metatarsal_half_mm: f32,
    /// Half the thickness of the toe.
    pub toe_half_mm: f32,
    /// Of each phalanx: where it begins and ends, as shares of the way from head to tip, and its thickness as a share
    /// of the toe's.
    pub phalanges: Vec<(f32, f32, f32)>,
}

/// See [`super::How::Teeth`]. The row is a parabola: z = `front_z_mm` - `bend_per_mm` x².
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Teeth {
    /// Depth of the row's front.
    pub front_z_mm: f32,
    /// How strongly it bends back.
    pub bend_per_mm: f32,
    /// Where the crowns leave the jaw.
    pub root: Height,
    /// Where upper and lower teeth meet.
    pub edge: Height,
    /// How far above that the crowns end: of front and of back teeth.
    pub over_bite_mm: OverBite,
    /// Width along the row and half depth of each tooth, from the midline backwards.
    pub teeth: Vec<(f32, f32)>,
}

/// A height that rises backwards: `y_mm` + `rise_mm` (x / 25 mm)².
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Height {
    /// At the front.
    pub y_mm: f32,
    /// By how much it has risen 25 mm beside the midline.
    pub rise_mm: f32,
}

/// How far crowns end above the bite.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OverBite {
    /// Incisors.
    pub front: f32,
    /// The others.
    pub back: f32,
}
