//! The skin as a painting needs it: which samples a region holds, and which lies across.

use crate::{
    anatomy::{painting::SkinSamples, point_grid::PointGrid},
    model::ids::RegionId,
};
use glam::Vec3;

/// How far around a place the samples can be asked for, millimetres.
pub const REACH_MM: f32 = 40.0;

/// What a painting has to know of the skin it is on, the same for everybody who has the same body.
#[derive(Clone, Debug, Default)]
pub struct PaintSkin {
    /// Tells skins apart: numbers of samples mean the same place only where this is the same.
    pub mark: u32,
    /// Where each sample is, body frame, millimetres.
    pub places_mm: Vec<Vec3>,
    /// The samples by their places, for questions within [`REACH_MM`].
    pub grid: PointGrid,
    /// The sample across the midline, for each.
    pub mirror: Vec<u32>,
    /// Samples of each region on each of its sides, ascending; in the catalogue's order, left before right.
    pub regions: Vec<(RegionId, Vec<u32>)>,
}

/// Skins are the same where their marks are, which are made of all places: the copies in the states of a session
/// are compared after every command.
impl PartialEq for PaintSkin {
    fn eq(&self, other: &Self) -> bool {
        self.mark == other.mark && self.mirror == other.mirror && self.regions == other.regions
    }
}

impl Eq for PaintSkin {}

impl PaintSkin {
    /// The skin of some samples with its regions.
    pub fn new(samples: &SkinSamples, regions: Vec<(RegionId, Vec<u32>)>) -> Self {
        Self::of(
            mark(samples),
            samples.samples.iter().map(|x| x.point_mm).collect(),
            samples.samples.iter().map(|x| x.mirror).collect(),
            regions,
        )
    }

    /// A skin of samples that are at these places; see the fields.
    pub fn of(
        mark: u32,
        places_mm: Vec<Vec3>,
        mirror: Vec<u32>,
        regions: Vec<(RegionId, Vec<u32>)>,
    ) -> Self {
        Self {
            mark,
            grid: PointGrid::of(places_mm.iter().copied(), REACH_MM),
            places_mm,
            mirror,
            regions,
        }
    }

    /// How many samples there are.
    pub fn len(&self) -> usize {
        self.mirror.len()
    }

    /// True without a skin.
    pub fn is_empty(&self) -> bool {
        self.mirror.is_empty()
    }

    /// Samples of a region; none where it is not known on that side.
    pub fn region(&self, id: &RegionId) -> &[u32] {
        self.regions
            .iter()
            .find(|(other, _)| other == id)
            .map_or(&[], |(_, samples)| samples)
    }

    /// Samples with those across the midline, ascending, each once. Numbers that are not there are left out.
    pub fn with_mirrored(&self, samples: &[u32]) -> Vec<u32> {
        let across = |&sample: &u32| self.mirror.get(sample as usize).copied();
        let mut all: Vec<u32> = samples.iter().filter_map(across).collect();
        all.extend(samples);
        all.retain(|&sample| (sample as usize) < self.len());
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The region with its sides of which so much is painted, 0 to 1, in the order of the regions; those of
    /// which nothing is painted are left out.
    pub fn painted_regions(&self, strengths: &[u8]) -> Vec<(&RegionId, f32)> {
        let shares = self.regions.iter().map(|(id, samples)| {
            let painted = |sample: &&u32| strengths.get(**sample as usize).is_some_and(|&x| x > 0);
            let count = samples.iter().filter(painted).count();
            (id, count as f32 / samples.len().max(1) as f32)
        });
        shares.filter(|(_, share)| *share > 0.0).collect()
    }

    /// The regions that are painted whole with one strength.
    pub fn whole_regions<'a>(
        &'a self,
        strengths: &'a [u8],
    ) -> impl Iterator<Item = (&'a RegionId, u8)> {
        self.regions.iter().filter_map(|(id, held)| {
            let strength = |sample: &u32| strengths.get(*sample as usize).copied().unwrap_or(0);
            let first = strength(held.first()?);
            (first > 0 && held.iter().all(|x| strength(x) == first)).then_some((id, first))
        })
    }
}

/// A number made of all places of the samples, in millimetres (FNV-1a).
fn mark(samples: &SkinSamples) -> u32 {
    let mut hash: u32 = 0x811C_9DC5;
    for sample in &samples.samples {
        for value in sample.point_mm.to_array() {
            for byte in (value.round() as i32).to_le_bytes() {
                hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
            }
        }
    }
    hash
}
