//! A plane fitted to values of samples around a place of the skin: how a value that is known at the samples is read
//! between them, with its slope. A plane is given back as it is, so that the straight edge of a painting stays straight
//! however unevenly the samples lie.

use super::SkinSamples;
use glam::{Mat3, Vec3};

/// Samples within this take part when a value is read, millimetres: about nine that count. With 14 a disc of 15 mm is
/// drawn up to 1.3 mm beside its rim on samples that are spread by chance, with 17 up to 0.8 mm.
pub(super) const READ_MM: f32 = 17.0;
/// How far a way round the skin may be stretched when it is laid flat.
const MOST_STRETCH: f32 = 1.6;
/// Share of the mean square distance that is added to it: few samples on one line have no slope across it.
const STEADY: f32 = 0.02;

/// A value with its slope along the skin, a millimetre.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sloped {
    /// The value.
    pub value: f32,
    /// How it grows, in the skin's tangent plane.
    pub slope: Vec3,
}

/// Weights of a plane through samples around a place.
pub(super) struct PlaneFit {
    /// For each sample: its number, its weight, and where it lies in the tangent plane.
    around: Vec<(u32, f32, f32, f32)>,
    /// Gives value and slopes from the moments of the values.
    solve: Mat3,
    axes: (Vec3, Vec3),
}

impl PlaneFit {
    /// Around a place whose skin belongs to the sample `own`, from the samples within `reach_mm`.
    pub fn around(
        samples: &SkinSamples,
        own: u32,
        at_mm: Vec3,
        normal: Vec3,
        reach_mm: f32,
    ) -> Self {
        let axes = normal.any_orthonormal_pair();
        let mut around = Vec::with_capacity(24);
        let mut moments = Mat3::ZERO;
        for number in near(samples, own, at_mm, reach_mm) {
            let Some(sample) = samples.samples.get(number as usize) else {
                continue;
            };
            let away = sample.point_mm - at_mm;
            let far = away.length();
            let falloff = 1.0 - (far / reach_mm).powi(2);
            if falloff <= 0.0 {
                continue;
            }
            let weight = falloff * falloff;
            let (u, v) = (away.dot(axes.0), away.dot(axes.1));
            // Laid flat it is as far away as it is.
            let flat = u.hypot(v);
            let stretch = if flat > 1e-3 {
                (far / flat).min(MOST_STRETCH)
            } else {
                1.0
            };
            let (u, v) = (u * stretch, v * stretch);
            let row = Vec3::new(1.0, u, v);
            moments += Mat3::from_cols(row, row * u, row * v) * weight;
            around.push((number, weight, u, v));
        }
        let steady = STEADY * reach_mm * reach_mm * moments.x_axis.x;
        moments.y_axis.y += steady;
        moments.z_axis.z += steady;
        let solve = match moments.determinant() > 1e-9 {
            true => moments.inverse(),
            // Nothing is near: the value of the one sample.
            false => {
                around = vec![(own, 1.0, 0.0, 0.0)];
                Mat3::from_cols(Vec3::X, Vec3::ZERO, Vec3::ZERO)
            }
        };
        Self {
            around,
            solve,
            axes,
        }
    }

    /// The value at the place, and its slope.
    pub fn read(&self, value_of: impl Fn(u32) -> f32) -> Sloped {
        let mut moments = Vec3::ZERO;
        for &(number, weight, u, v) in &self.around {
            moments += Vec3::new(1.0, u, v) * (weight * value_of(number));
        }
        let plane = self.solve * moments;
        Sloped {
            value: plane.x,
            slope: self.axes.0 * plane.y + self.axes.1 * plane.z,
        }
    }

    /// The samples around, each with how much it counts.
    pub fn weights(&self) -> impl Iterator<Item = (u32, f32)> + '_ {
        self.around
            .iter()
            .map(|(number, weight, ..)| (*number, *weight))
    }

    /// The share of each sample in the value.
    pub fn shares(&self) -> Vec<(u32, f32)> {
        let row = self.solve.row(0);
        let share = |&(number, weight, u, v): &(u32, f32, f32, f32)| {
            (number, weight * row.dot(Vec3::new(1.0, u, v)))
        };
        self.around.iter().map(share).collect()
    }
}

/// The samples within reach of a place, as far as they are linked to its own or to the two that are next to it: near
/// the edge of what belongs to a sample its own links alone would end too early.
fn near(samples: &SkinSamples, own: u32, at_mm: Vec3, reach_mm: f32) -> Vec<u32> {
    let far = |number: u32| {
        let known = samples.samples.get(number as usize);
        known.map_or(f32::INFINITY, |sample| sample.point_mm.distance(at_mm))
    };
    let mut next = [(f32::INFINITY, own); 2];
    let mut near = vec![own];
    for link in samples.links_of(own) {
        let own = (far(link.to), link.to);
        if own.0 < next[0].0 {
            next = [own, next[0]];
        } else if own.0 < next[1].0 {
            next[1] = own;
        }
        near.push(link.to);
    }
    for (_, beside) in next {
        let links = samples.links_of(beside).iter().map(|link| link.to);
        near.extend(links.filter(|number| far(*number) < reach_mm));
    }
    near.sort_unstable();
    near.dedup();
    near
}
