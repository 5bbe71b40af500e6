//! The body's solids joined smoothly.

use glam::Vec3;

use super::polar_solid::{PolarSolid, Sample};

/// Beyond this a solid has no say: more than the widest blend and any grid cell.
const CARE_MM: f32 = 40.0;

/// The blend's width is the square of the smaller solid's radius by this, millimetres: wide where limbs
/// join the trunk, so that the bottom of the groove is rounder than the mesh is coarse, and hardly any
/// between fingers, so that they stay apart.
const BLEND_BY_MM: f32 = 90.0;
/// Narrowest and widest blend, millimetres.
const BLEND_MM: (f32, f32) = (0.8, 22.0);
/// Blend width of what is built, millimetres: an ear's rim runs softly into its plate.
const BUILT_BLEND_MM: f32 = 2.5;

/// Smooth union of the solids of the left half and the midline, read on both sides by mirroring.
pub struct Union {
    solids: Vec<(PolarSolid, f32)>,
}

impl Union {
    /// Joins the parts of a body, and small things built upon them.
    pub fn new(measured: Vec<PolarSolid>, built: Vec<PolarSolid>) -> Self {
        let measured = measured.into_iter().map(|solid| {
            let wide = solid.mean_radius_mm().powi(2) / BLEND_BY_MM;
            let blend = wide.clamp(BLEND_MM.0, BLEND_MM.1);
            (solid, blend)
        });
        let built = built.into_iter().map(|solid| (solid, BUILT_BLEND_MM));
        Self {
            solids: measured.chain(built).collect(),
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

/// Surfaces that cross at least this steeply (one less the cosine) are blended over the whole width.
const STEEP: f32 = 0.6;

/// Quadratic smooth minimum of two signed distances, as wide as the narrower blend of the two.
///
/// Where two solids run along each other (the same skin measured twice) nothing is blended: it
/// would bulge, and leave a step where one of the two ends.
fn join(one: (Sample, f32), other: (Sample, f32)) -> (Sample, f32) {
    let crossing = 1.0 - one.0.gradient.dot(other.0.gradient);
    let width = one.1.min(other.1) * (crossing / STEEP).clamp(0.01, 1.0);
    let (a, b) = (one.0.distance_mm, other.0.distance_mm);
    let share = (0.5 + 0.5 * (b - a) / width).clamp(0.0, 1.0);
    let sample = Sample {
        distance_mm: b + (a - b) * share - width * share * (1.0 - share),
        gradient: other.0.gradient.lerp(one.0.gradient, share),
    };
    (sample, if share >= 0.5 { one.1 } else { other.1 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::facts::Net;

    fn tube(from: Vec3, to: Vec3, radius: f32) -> PolarSolid {
        PolarSolid::new(&Net::Polar {
            axis: (0..5)
                .map(|i| from.lerp(to, i as f32 / 4.0).into())
                .collect(),
            zero: (0.0, 0.0, 1.0),
            radii_mm: vec![vec![radius; 24]; 5],
        })
        .unwrap()
    }

    #[test]
    fn the_same_skin_measured_twice_does_not_bulge_and_a_fork_is_rounded() {
        let low = || tube(Vec3::ZERO, Vec3::Y * 280.0, 60.0);
        let high = tube(Vec3::Y * 100.0, Vec3::Y * 300.0, 60.0);
        let both = Union::new(vec![low(), high], vec![]);
        let on_skin = both.sample(Vec3::new(60.0, 150.0, 0.0)).distance_mm;
        assert!(on_skin.abs() < 0.1, "{on_skin}");
        let aside = tube(
            Vec3::new(0.0, 150.0, 0.0),
            Vec3::new(200.0, 150.0, 0.0),
            60.0,
        );
        let fork = Union::new(vec![low(), aside], vec![]);
        let corner = fork.sample(Vec3::new(60.5, 210.5, 0.0)).distance_mm;
        assert!(corner < -0.5, "{corner}");
    }

    #[test]
    fn what_is_built_upon_a_part_is_joined_to_it() {
        let lid = tube(
            Vec3::new(60.0, 90.0, 0.0),
            Vec3::new(60.0, 110.0, 0.0),
            10.0,
        );
        let trunk = || tube(Vec3::ZERO, Vec3::Y * 200.0, 60.0);
        let out = Vec3::new(69.0, 100.0, 0.0);
        assert!(Union::new(vec![trunk()], vec![]).sample(out).distance_mm > 5.0);
        assert!(Union::new(vec![trunk()], vec![lid]).sample(out).distance_mm < 0.0);
    }
}
