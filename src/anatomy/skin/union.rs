//! The body's solids joined smoothly.

use glam::Vec3;

use super::polar_solid::{PolarSolid, Sample};

/// Beyond this a solid has no say: more than the widest blend and any grid cell.
const CARE_MM: f32 = 40.0;

/// Blend width as a share of the smaller solid's radius: wide where limbs join the trunk,
/// hardly any between fingers, so that they stay apart.
const BLEND_SHARE: f32 = 0.13;
/// Narrowest and widest blend, millimetres.
const BLEND_MM: (f32, f32) = (0.8, 10.0);

/// Smooth union of the solids of the left half and the midline, read on both sides by mirroring.
pub struct Union {
    solids: Vec<(PolarSolid, f32)>,
}

impl Union {
    /// Joins solids.
    pub fn new(solids: Vec<PolarSolid>) -> Self {
        Self {
            solids: solids
                .into_iter()
                .map(|solid| {
                    let blend =
                        (solid.mean_radius_mm() * BLEND_SHARE).clamp(BLEND_MM.0, BLEND_MM.1);
                    (solid, blend)
                })
                .collect(),
        }
    }

    /// The solids.
    pub fn solids(&self) -> impl Iterator<Item = &PolarSolid> {
        self.solids.iter().map(|(solid, _)| solid)
    }

    /// Signed distance and outward direction at a point of the left half (x not negative).
    pub fn sample(&self, point_mm: Vec3) -> Sample {
        let mut joined: Option<(Sample, f32)> = None;
        for (solid, blend) in &self.solids {
            let Some(sample) = solid.sample(point_mm, CARE_MM) else {
                continue;
            };
            joined = Some(match joined {
                None => (sample, *blend),
                Some(before) => join(before, (sample, *blend)),
            });
        }
        match joined {
            Some((sample, _)) => Sample {
                distance_mm: sample.distance_mm,
                gradient: sample.gradient.try_normalize().unwrap_or(Vec3::Z),
            },
            None => Sample {
                distance_mm: CARE_MM,
                gradient: Vec3::Z,
            },
        }
    }
}

/// Quadratic smooth minimum of two signed distances, as wide as the narrower blend of the two.
fn join(one: (Sample, f32), other: (Sample, f32)) -> (Sample, f32) {
    let width = one.1.min(other.1);
    let (a, b) = (one.0.distance_mm, other.0.distance_mm);
    let share = (0.5 + 0.5 * (b - a) / width).clamp(0.0, 1.0);
    let sample = Sample {
        distance_mm: b + (a - b) * share - width * share * (1.0 - share),
        gradient: other.0.gradient.lerp(one.0.gradient, share),
    };
    (sample, if share >= 0.5 { one.1 } else { other.1 })
}
