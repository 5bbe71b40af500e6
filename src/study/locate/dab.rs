//! What a brush covers in one go: samples of the skin, and how deep each lies inside the brush's rim.
//!
//! The rim lies between the samples. Those near it, inside and outside, are told how far it is and from where the brush
//! came, so that the edge of the paint can be drawn where it was painted.

use crate::anatomy::painting::{RIM_MM, Swept};
use glam::{I16Vec3, Vec3};
use std::{collections::BTreeMap, sync::Arc};

/// Steps a millimetre in which a depth is kept.
pub(super) const STEPS_A_MM: f32 = 10.0;
/// A depth that says no more than "outside".
pub(super) const OUTSIDE: i8 = -127;
/// A depth that says no more than "inside".
pub(super) const INSIDE: i8 = 0;

/// How a brush went by a sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Passed {
    /// [`INSIDE`], or how deep the sample lies inside the rim, in steps of a tenth of a millimetre.
    pub depth: i8,
    /// The place of the brush's way next to the sample, body frame, in the same steps; of no use with [`INSIDE`].
    pub from: I16Vec3,
}

impl Passed {
    /// Under the brush, and nothing more is known.
    pub const UNDER: Self = Self {
        depth: INSIDE,
        from: I16Vec3::ZERO,
    };

    fn mirrored(self) -> Self {
        Self {
            from: self.from.with_x(-self.from.x),
            ..self
        }
    }
}

/// A place that is kept in steps, in millimetres.
pub(super) fn place_mm(steps: I16Vec3) -> Vec3 {
    steps.as_vec3() / STEPS_A_MM
}

/// Samples under a brush, and those close to its rim outside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dab(Arc<[(u32, Passed)]>);

impl Dab {
    /// Of samples near a brush's way; those deeper than 0 are under the brush.
    pub fn new(swept: impl IntoIterator<Item = Swept>) -> Self {
        let kept = |swept: Swept| {
            let steps = (swept.depth_mm.clamp(-RIM_MM, RIM_MM) * STEPS_A_MM).round() as i8;
            let depth = if swept.depth_mm > 0.0 {
                steps.max(1)
            } else {
                steps.min(-1)
            };
            let from = (swept.from_mm * STEPS_A_MM).round().as_i16vec3();
            (swept.sample, Passed { depth, from })
        };
        Self(swept.into_iter().map(kept).collect())
    }

    /// Several dabs as one.
    #[must_use]
    pub fn joined(dabs: &[Self]) -> Self {
        Self::of_all(dabs.iter().flat_map(|dab| dab.0.iter().copied()))
    }

    /// The samples under the brush.
    pub fn samples(&self) -> impl Iterator<Item = u32> + '_ {
        let under = self.0.iter().filter(|(_, passed)| passed.depth >= INSIDE);
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
        Self::of_all(own.flat_map(|&(sample, passed)| {
            let across = (mirror[sample as usize], passed.mirrored());
            [(sample, passed), across]
        }))
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
    fn of_all(all: impl Iterator<Item = (u32, Passed)>) -> Self {
        let mut deepest: BTreeMap<u32, Passed> = BTreeMap::new();
        for (sample, passed) in all {
            let known = deepest.entry(sample).or_insert(passed);
            if known.depth == INSIDE || passed.depth == INSIDE {
                *known = Passed::UNDER;
            } else if passed.depth > known.depth {
                *known = passed;
            }
        }
        Self(deepest.into_iter().collect())
    }

    /// Samples, and how the brush went by each.
    pub(super) fn passed(&self) -> impl Iterator<Item = (u32, Passed)> + '_ {
        self.0.iter().copied()
    }
}

/// All of them are inside, and where the edge lies between them and others is not told.
impl From<&[u32]> for Dab {
    fn from(samples: &[u32]) -> Self {
        Self(
            samples
                .iter()
                .map(|sample| (*sample, Passed::UNDER))
                .collect(),
        )
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
        let dab = |from_mm: Vec3, depths: &[(u32, f32)]| {
            Dab::new(depths.iter().map(|&(sample, depth_mm)| Swept {
                sample,
                depth_mm,
                from_mm,
            }))
        };
        let told = |dab: &Dab| -> Vec<(u32, i8, f32)> {
            let told =
                |(sample, passed): (u32, Passed)| (sample, passed.depth, place_mm(passed.from).x);
            dab.passed().map(told).collect()
        };
        let one = dab(Vec3::X, &[(0, 3.0), (1, -2.0), (2, -40.0)]);
        let other = dab(Vec3::X * 2.0, &[(1, 0.001), (2, -5.0)]);
        let joined = Dab::joined(&[one.clone(), other]);
        assert_eq!(told(&joined), [(0, 30, 1.0), (1, 1, 2.0), (2, -50, 2.0)]);
        assert_eq!(joined.samples().collect::<Vec<_>>(), [0, 1]);
        let both = one.with_mirrored(&[2, 1]);
        assert_eq!(told(&both), [(0, 30, 1.0), (1, -20, 1.0), (2, 30, -1.0)]);
        let plain = Dab::joined(&[one, [1].into()]);
        assert_eq!(plain.samples().collect::<Vec<_>>(), [0, 1]);
        assert_eq!(plain.within(1).passed().count(), 1);
    }
}
