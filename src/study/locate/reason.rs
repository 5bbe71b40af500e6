//! Why a point is in the list, in numbers.
//!
//! The numbers are told from the zones themselves, with an edge of `patterns::NEAR_MM`, not from the
//! blurred fields that the score compares: what is told can be seen on the skin.

use super::{
    patterns::{NEAR_MM, Patterns},
    score::Match,
};
use crate::{anatomy::painting::SkinSamples, model::ids::RegionId};

/// A region of the essential zone of which less than this is painted counts as not painted.
const NOT_PAINTED: f32 = 0.2;
/// A region with fewer samples of the zone is no part of it that anybody would miss.
const FEWEST_SAMPLES: usize = 3;
/// Another point explains the same when it covers at least this share of what the first does, and …
const ALSO_COVERS: f32 = 0.9;
/// … its score is at least this share of the first one's.
const ALSO_SCORES: f32 = 0.75;

/// What can be said of a match.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// Share of what is painted that lies on the pattern, 0 to 1.
    pub covers: f32,
    /// The part of it that lies on the essential zone.
    pub covers_essential: f32,
    /// Share of the essential zone that is painted, 0 to 1.
    pub essential_painted: f32,
    /// Regions of the essential zone that are painted.
    pub painted: Vec<RegionId>,
    /// Regions of the essential zone that are not painted.
    pub not_painted: Vec<RegionId>,
}

/// A painting as the reasons need it: worked out once for a list.
pub struct Painted<'a> {
    patterns: &'a Patterns,
    strengths: &'a [u8],
    /// Samples within an edge of paint.
    near: Vec<bool>,
    area_mm2: f32,
}

impl<'a> Painted<'a> {
    /// A painting on the samples for which the patterns were made.
    pub fn new(patterns: &'a Patterns, samples: &SkinSamples, strengths: &'a [u8]) -> Self {
        let numbered = strengths.iter().enumerate().take(samples.len());
        let seeds: Vec<(u32, f32)> = numbered
            .filter(|(_, strength)| **strength > 0)
            .map(|(sample, _)| (sample as u32, 0.0))
            .collect();
        let mut near = vec![false; samples.len()];
        for (sample, _) in samples.spread(&seeds, NEAR_MM) {
            near[sample as usize] = true;
        }
        let areas = seeds.iter().map(|&(x, _)| patterns.areas_mm2[x as usize]);
        Self {
            patterns,
            strengths,
            near,
            area_mm2: areas.sum(),
        }
    }

    /// The reason of a match.
    pub fn reason(&self, found: &Match) -> Reason {
        let pattern = &self.patterns.all[found.pattern];
        let areas = &self.patterns.areas_mm2;
        let (mut covers, mut covers_essential) = (0.0, 0.0);
        for &(sample, weight) in &pattern.near {
            if self.strengths.get(sample as usize).is_some_and(|&x| x > 0) {
                covers += areas[sample as usize];
                if weight >= 1.0 {
                    covers_essential += areas[sample as usize];
                }
            }
        }
        let painted_share = |zone: &[u32]| -> f32 {
            let area = |held: &dyn Fn(&u32) -> bool| -> f32 {
                let held = zone.iter().filter(|sample| held(sample));
                held.map(|&sample| areas[sample as usize]).sum()
            };
            let whole = area(&|_| true);
            let painted = area(&|&sample| self.near[sample as usize]);
            // The sum of nothing is minus nothing, which would be told as "-0 %".
            if painted > 0.0 { painted / whole } else { 0.0 }
        };
        let (mut painted, mut not_painted) = (Vec::new(), Vec::new());
        for (id, held) in &pattern.zones.regions {
            if held.len() < FEWEST_SAMPLES {
                continue;
            }
            if painted_share(held) < NOT_PAINTED {
                not_painted.push(id.clone());
            } else {
                painted.push(id.clone());
            }
        }
        let share = |area: f32| {
            if area > 0.0 && self.area_mm2 > 0.0 {
                area / self.area_mm2
            } else {
                0.0
            }
        };
        Reason {
            covers: share(covers),
            covers_essential: share(covers_essential),
            essential_painted: painted_share(&pattern.zones.essential),
            painted,
            not_painted,
        }
    }

    /// Those of a list that explain the same as one of them about as well, best first; the ones that
    /// look just like it (see [`Patterns::same`]) are not among them.
    pub fn also_explained_by(&self, list: &[Match], one: &Match) -> Vec<Match> {
        let own = &self.patterns.all[one.pattern];
        let mut covered = vec![false; self.near.len()];
        let on = |sample: u32| self.strengths.get(sample as usize).is_some_and(|&x| x > 0);
        let mut whole = 0.0;
        for &(sample, _) in own.near.iter().filter(|(sample, _)| on(*sample)) {
            covered[sample as usize] = true;
            whole += self.patterns.areas_mm2[sample as usize];
        }
        list.iter()
            .filter(|other| {
                let pattern = &self.patterns.all[other.pattern];
                let shared: f32 = (pattern.near.iter())
                    .filter(|(sample, _)| covered[*sample as usize])
                    .map(|&(sample, _)| self.patterns.areas_mm2[sample as usize])
                    .sum();
                pattern.same_as != own.same_as
                    && whole > 0.0
                    && shared >= ALSO_COVERS * whole
                    && other.score >= ALSO_SCORES * one.score
            })
            .copied()
            .collect()
    }
}
