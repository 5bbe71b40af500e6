//! What a brush covers in one go: samples of the skin, and how deep each lies inside the brush's rim.
//!
//! The rim lies between the samples. Those near it, inside and outside, are told how far it is, so that the edge of
//! the paint can be drawn where it was painted.

use crate::anatomy::painting::RIM_MM;
use std::{collections::BTreeMap, sync::Arc};

/// Steps a millimetre in which a depth is kept.
pub(super) const STEPS_A_MM: f32 = 10.0;
/// A depth that says no more than "outside".
pub(super) const OUTSIDE: i8 = -127;
/// A depth that says no more than "inside".
pub(super) const INSIDE: i8 = 0;

/// Samples under a brush, and those close to its rim outside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dab(Arc<[(u32, i8)]>);

impl Dab {
    /// Of samples with their depth inside the rim in millimetres; those over 0 are under the brush.
    pub fn new(depths_mm: impl IntoIterator<Item = (u32, f32)>) -> Self {
        let kept = |(sample, depth_mm): (u32, f32)| {
            let steps = (depth_mm.clamp(-RIM_MM, RIM_MM) * STEPS_A_MM).round() as i8;
            let depth = if depth_mm > 0.0 {
                steps.max(1)
            } else {
                steps.min(-1)
            };
            (sample, depth)
        };
        Self(depths_mm.into_iter().map(kept).collect())
    }

    /// Several dabs as one.
    #[must_use]
    pub fn joined(dabs: &[Self]) -> Self {
        Self::of_all(dabs.iter().flat_map(|dab| dab.0.iter().copied()))
    }

    /// The samples under the brush.
    pub fn samples(&self) -> impl Iterator<Item = u32> + '_ {
        let under = self.0.iter().filter(|(_, depth)| *depth >= INSIDE);
        under.map(|(sample, _)| *sample)
    }

    /// The same with its mirror image; `mirror` has the sample across the midline for each. Numbers that are not
    /// there are left out.
    #[must_use]
    pub fn with_mirrored(&self, mirror: &[u32]) -> Self {
        let own = self
            .0
            .iter()
            .filter(|(sample, _)| (*sample as usize) < mirror.len());
        Self::of_all(
            own.flat_map(|&(sample, depth)| [(sample, depth), (mirror[sample as usize], depth)]),
        )
    }

    /// The same without samples that are not there.
    #[must_use]
    pub fn within(&self, samples: usize) -> Self {
        let there = self
            .0
            .iter()
            .filter(|(sample, _)| (*sample as usize) < samples);
        Self(there.copied().collect())
    }

    /// The deepest counts where a sample is told more than once.
    fn of_all(all: impl Iterator<Item = (u32, i8)>) -> Self {
        let mut deepest: BTreeMap<u32, i8> = BTreeMap::new();
        for (sample, depth) in all {
            let known = deepest.entry(sample).or_insert(depth);
            *known = match *known == INSIDE || depth == INSIDE {
                true => INSIDE,
                false => depth.max(*known),
            };
        }
        Self(deepest.into_iter().collect())
    }

    /// Samples and depths: [`INSIDE`], or in steps of a tenth of a millimetre.
    pub(super) fn depths(&self) -> impl Iterator<Item = (u32, i8)> + '_ {
        self.0.iter().copied()
    }
}

/// All of them are inside, and where the edge lies between them and others is not told.
impl From<&[u32]> for Dab {
    fn from(samples: &[u32]) -> Self {
        Self(samples.iter().map(|sample| (*sample, INSIDE)).collect())
    }
}

impl From<Vec<u32>> for Dab {
    fn from(samples: Vec<u32>) -> Self {
        samples.as_slice().into()
    }
}

impl<const N: usize> From<[u32; N]> for Dab {
    fn from(samples: [u32; N]) -> Self {
        samples.as_slice().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dab_is_as_deep_as_its_deepest_part_and_has_a_mirror_image() {
        let one = Dab::new([(0, 3.0), (1, -2.0), (2, -40.0)]);
        let other = Dab::new([(1, 0.001), (2, -5.0)]);
        let joined = Dab::joined(&[one.clone(), other]);
        let depths: Vec<(u32, i8)> = joined.depths().collect();
        assert_eq!(depths, [(0, 30), (1, 1), (2, -50)]);
        assert_eq!(joined.samples().collect::<Vec<_>>(), [0, 1]);
        let both = one.with_mirrored(&[2, 1]);
        let depths: Vec<(u32, i8)> = both.depths().collect();
        assert_eq!(depths, [(0, 30), (1, -20), (2, 30)]);
        let plain = Dab::joined(&[one, [1].into()]);
        assert_eq!(plain.samples().collect::<Vec<_>>(), [0, 1]);
        assert_eq!(plain.within(1).depths().count(), 1);
    }
}
