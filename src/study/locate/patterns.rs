//! The patterns of all points as fields over the skin's samples, made once.
//!
//! The essential zone has density 1, since most people with the point feel it; the spillover zone
//! [`SPILLOVER`], since some do. Both the patterns and what is painted are blurred along the skin by
//! [`BLUR_MM`] before they are compared. Together that is a tolerance of about 20 mm: a pain painted that
//! far off still meets its pattern, as one person's two paintings of one pain often lie apart.

use super::prior::reported_percent;
use crate::{
    anatomy::{
        painting::{SkinSamples, SurfaceBlur},
        place::PlaceError,
        scene::Scene,
    },
    model::{
        catalog::Catalog,
        facts::{Muscle, TriggerPoint, Zone},
        ids::{PointId, RegionId},
        side::Side,
    },
};
use glam::Vec3;
use rayon::prelude::*;

/// Width of the blur (standard deviation) of patterns and painting each, millimetres along the skin. On simulated
/// repaints 10 to 14 do best and 22 clearly worse; the widest of the best is taken, since a person may stray
/// more than the simulated ones do.
pub const BLUR_MM: f32 = 14.0;
/// Density of the spillover zone: "some" people, against "most" for the essential zone.
pub const SPILLOVER: f32 = 0.35;
/// In the reasons, paint within this distance of a zone counts as on it, millimetres: about a finger's
/// breadth, which is as exactly as anybody paints an edge.
pub const NEAR_MM: f32 = 12.0;
/// Fields that overlap by at least this share (the lower values over the higher ones) cannot be told
/// apart by painting, and are told as one.
pub const SAME_OVERLAP: f32 = 0.95;
/// Middles of two patterns farther apart than this cannot overlap that much, millimetres; spares
/// comparing all with all.
const SAME_MIDDLE_MM: f32 = 20.0;
/// Values of a blurred field below this are left out of its row.
const LEAST: f32 = 0.004;

/// Where a pattern lies, as numbers of samples in ascending order.
#[derive(Clone, Debug)]
pub struct Zones {
    /// The point.
    pub point: PointId,
    /// Id of its muscle.
    pub muscle: String,
    /// Samples in the essential zone.
    pub essential: Vec<u32>,
    /// Samples in the spillover zone alone.
    pub spillover: Vec<u32>,
    /// The regions that the essential zone names, with its samples in each.
    pub regions: Vec<(RegionId, Vec<u32>)>,
    /// The share of people in whom an active point was found, lowest and highest, per cent; none where nobody counted.
    pub reported_percent: Option<(f32, f32)>,
}

/// A point's pattern, ready to be compared.
#[derive(Clone, Debug)]
pub struct PointPattern {
    /// Where it lies.
    pub zones: Zones,
    /// The blurred pattern, each value times the area of its sample.
    pub(super) field: Vec<(u32, f32)>,
    /// The blurred essential zone alone, likewise.
    pub(super) core: Vec<(u32, f32)>,
    /// The blurred essential zone's overlap with itself.
    pub(super) core_overlap: f32,
    /// Samples within [`NEAR_MM`] of the pattern: 1 near the essential zone, [`SPILLOVER`] near the other.
    pub(super) near: Vec<(u32, f32)>,
    /// The first pattern that looks the same, by number; its own where none before does.
    pub same_as: usize,
}

/// The patterns of all points on both sides.
#[derive(Clone, Debug, Default)]
pub struct Patterns {
    /// By code in the catalogue's order, left before right.
    pub all: Vec<PointPattern>,
    pub(super) areas_mm2: Vec<f32>,
    pub(super) blur: SurfaceBlur,
}

impl Patterns {
    /// The patterns of a catalogue on its body.
    ///
    /// # Errors
    /// When an area names a landmark that does not exist.
    pub fn of_catalog(
        catalog: &Catalog,
        scene: &Scene,
        samples: &SkinSamples,
    ) -> Result<Self, PlaceError> {
        let points: Vec<_> = catalog.points().collect();
        let zones: Result<Vec<[Zones; 2]>, PlaceError> = points
            .par_iter()
            .map(|(muscle, point)| Zones::of_point(catalog, scene, samples, muscle, point))
            .collect();
        Ok(Self::of_zones(
            samples,
            zones?.into_iter().flatten().collect(),
        ))
    }

    /// The patterns of some zones. Numbers of samples that are not there are left out.
    pub fn of_zones(samples: &SkinSamples, zones: Vec<Zones>) -> Self {
        let mut patterns = Self::before(samples, SurfaceBlur::new(samples, BLUR_MM));
        patterns.all = zones
            .into_par_iter()
            .map(|zones| patterns.pattern(samples, zones))
            .collect();
        patterns.compare(samples);
        patterns
    }

    /// What all patterns need, before the first of them: `blur` is one of [`BLUR_MM`].
    pub(super) fn before(samples: &SkinSamples, blur: SurfaceBlur) -> Self {
        Self {
            all: Vec::new(),
            areas_mm2: samples.samples.iter().map(|x| x.area_mm2).collect(),
            blur,
        }
    }

    /// A pattern of these samples.
    pub(super) fn pattern(&self, samples: &SkinSamples, zones: Zones) -> PointPattern {
        pattern(samples, &self.blur, &self.areas_mm2, zones)
    }

    /// Finds those that look the same, once all are there.
    pub(super) fn compare(&mut self, samples: &SkinSamples) {
        find_same(&mut self.all, samples);
    }

    /// The patterns that look the same as one, itself included.
    pub fn same(&self, number: usize) -> impl Iterator<Item = usize> + '_ {
        let group = self.all.get(number).map(|pattern| pattern.same_as);
        (0..self.all.len()).filter(move |&other| Some(self.all[other].same_as) == group)
    }
}

impl Zones {
    /// The zones of a point on the left and on the right.
    ///
    /// # Errors
    /// When an area names a landmark that does not exist.
    pub(super) fn of_point(
        catalog: &Catalog,
        scene: &Scene,
        samples: &SkinSamples,
        muscle: &Muscle,
        point: &TriggerPoint,
    ) -> Result<[Self; 2], PlaceError> {
        let depths = |zone: &Zone, side| -> Result<Vec<f32>, PlaceError> {
            let field = scene.zone_field_mm(catalog, zone, side)?;
            Ok(samples.of_vertices(&scene.body.skin.mesh, &field))
        };
        let inside = |zone: &Zone| -> Result<Vec<u32>, PlaceError> {
            let depths = depths(zone, Side::Left)?;
            let inside = (0u32..).zip(&depths).filter(|(_, depth)| **depth > 0.0);
            Ok(inside.map(|(number, _)| number).collect())
        };
        let essential = inside(&point.essential)?;
        let mut spillover = inside(&point.spillover)?;
        spillover.retain(|sample| essential.binary_search(sample).is_err());
        let own = point.essential.regions.iter();
        let opposite = point.essential.opposite.iter();
        let named =
            (own.map(|code| (code, Side::Left))).chain(opposite.map(|code| (code, Side::Right)));
        let mut regions = Vec::new();
        for (code, side) in named {
            let Some(region) = catalog.region(code) else {
                continue;
            };
            let zone = Zone {
                regions: vec![code.clone()],
                ..Zone::default()
            };
            let depths = depths(&zone, side)?;
            let held = essential.iter().copied();
            let held = held
                .filter(|sample| depths[*sample as usize] > 0.0)
                .collect();
            let side = if region.midline { Side::Midline } else { side };
            regions.push((RegionId::new(code, side), held));
        }
        let left = Self {
            point: PointId::new(&point.id, Side::Left),
            muscle: muscle.id.clone(),
            essential,
            spillover,
            regions,
            reported_percent: reported_percent(catalog, &muscle.id, &point.id),
        };
        let right = left.mirrored(samples);
        Ok([left, right])
    }

    /// The same on the other side of the body.
    pub fn mirrored(&self, samples: &SkinSamples) -> Self {
        let across = |numbers: &[u32]| {
            let all = numbers
                .iter()
                .filter_map(|&x| samples.samples.get(x as usize));
            let mut across: Vec<u32> = all.map(|sample| sample.mirror).collect();
            across.sort_unstable();
            across
        };
        Self {
            point: PointId::new(&self.point.code, self.point.side.opposite()),
            muscle: self.muscle.clone(),
            reported_percent: self.reported_percent,
            essential: across(&self.essential),
            spillover: across(&self.spillover),
            regions: self
                .regions
                .iter()
                .map(|(id, held)| (RegionId::new(&id.code, id.side.opposite()), across(held)))
                .collect(),
        }
    }
}

fn pattern(
    samples: &SkinSamples,
    blur: &SurfaceBlur,
    areas_mm2: &[f32],
    mut zones: Zones,
) -> PointPattern {
    let count = samples.len() as u32;
    zones.essential.retain(|&sample| sample < count);
    zones.spillover.retain(|&sample| sample < count);
    let mut density = vec![0.0; samples.len()];
    for &sample in &zones.essential {
        density[sample as usize] = 1.0;
    }
    let essential = blur.apply(&density);
    for &sample in &zones.spillover {
        density[sample as usize] = SPILLOVER;
    }
    let whole = blur.apply(&density);
    let row = |values: &[f32]| -> Vec<(u32, f32)> {
        let numbered = values.iter().enumerate().filter(|(_, v)| **v > LEAST);
        numbered
            .map(|(number, value)| (number as u32, value * areas_mm2[number]))
            .collect()
    };
    let core = row(&essential);
    let core_overlap = core.iter().map(|&(at, v)| v * essential[at as usize]).sum();
    let near_of = |zone: &[u32]| {
        let seeds: Vec<(u32, f32)> = zone.iter().map(|&sample| (sample, 0.0)).collect();
        samples.spread(&seeds, NEAR_MM)
    };
    let mut weight = vec![0.0; samples.len()];
    for (sample, _) in near_of(&zones.spillover) {
        weight[sample as usize] = SPILLOVER;
    }
    for (sample, _) in near_of(&zones.essential) {
        weight[sample as usize] = 1.0;
    }
    let near = weight.iter().enumerate().filter(|(_, w)| **w > 0.0);
    PointPattern {
        near: near.map(|(sample, &w)| (sample as u32, w)).collect(),
        field: row(&whole),
        core,
        core_overlap,
        same_as: 0,
        zones,
    }
}

/// Gives each pattern the first one that it cannot be told from.
fn find_same(all: &mut [PointPattern], samples: &SkinSamples) {
    let middles: Vec<(f32, Vec3)> = all
        .iter()
        .map(|pattern| {
            let total: f32 = pattern.field.iter().map(|(_, value)| value).sum();
            let sum: Vec3 = (pattern.field.iter())
                .map(|&(at, value)| samples.samples[at as usize].point_mm * value)
                .sum();
            (total, sum / total.max(f32::MIN_POSITIVE))
        })
        .collect();
    for number in 0..all.len() {
        let same = (0..number).find(|&other| {
            all[other].same_as == other
                && middles[other].1.distance(middles[number].1) < SAME_MIDDLE_MM
                && middles[other].0.min(middles[number].0)
                    >= SAME_OVERLAP * middles[other].0.max(middles[number].0)
                && overlap(&all[other].field, &all[number].field) >= SAME_OVERLAP
        });
        all[number].same_as = same.unwrap_or(number);
    }
}

/// The lower values of two rows over the higher ones, 0 to 1.
pub(super) fn overlap(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let (mut low, mut high) = (0.0, 0.0);
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        let at = |row: &[(u32, f32)], k: usize| row.get(k).map_or(u32::MAX, |x| x.0);
        let (x, y) = (at(a, i), at(b, j));
        if x == y {
            low += a[i].1.min(b[j].1);
            high += a[i].1.max(b[j].1);
            i += 1;
            j += 1;
        } else if x < y {
            high += a[i].1;
            i += 1;
        } else {
            high += b[j].1;
            j += 1;
        }
    }
    if high > 0.0 { low / high } else { 0.0 }
}
