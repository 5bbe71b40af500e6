//! From the sections of a part to its net: rings turned to each other, flat ends, radii.

use glam::Vec3;

use super::{
    section::{Plane, Section},
    tube::Tube,
};
use crate::{
    model::facts::Net,
    workshop::{
        recipe::bone::End,
        rounding::{net_of_rings, place_in_tenths, tenth},
    },
};

/// Width of the last ring of a flat end, as a share of the end's own.
const LID: f32 = 0.6;
/// How far that ring lies beyond the end, millimetres.
const LID_RISE_MM: f32 = 0.3;

impl Tube {
    /// Whether the bone ends flat at the first or the last section, so that its lid must not bulge.
    fn flat_end(&self, rings: &[(Plane, Section)], last: bool) -> bool {
        let end = if last { self.ends.1 } else { self.ends.0 };
        let at = if last { rings.len() - 1 } else { 0 };
        let inner = if last { at - 1 } else { 1 };
        let wide = rings[at].1.area_mm2 > 0.3 * rings[inner].1.area_mm2.min(900.0);
        (!self.domed || end == End::Fixed) && (end == End::Free || self.flat) && wide
    }

    pub(super) fn rings(&self, rings: &[(Plane, Section)]) -> Net {
        let mut all = self.aligned(rings);
        for last in [false, true] {
            if !self.flat_end(rings, last) {
                continue;
            }
            let at = if last { rings.len() - 1 } else { 0 };
            let (plane, section) = &rings[at];
            let middle = plane.to_body(section.centroid);
            let sign = if last { 1.0 } else { -1.0 };
            let lid = all[if last { all.len() - 1 } else { 0 }]
                .iter()
                .map(|p| middle.lerp(*p, LID) + plane.normal * (LID_RISE_MM * sign))
                .collect();
            all.insert(if last { all.len() } else { 0 }, lid);
        }
        net_of_rings(all)
    }

    /// The rings as points, each turned so that it twists least against its neighbour towards the middle ring.
    fn aligned(&self, rings: &[(Plane, Section)]) -> Vec<Vec<Vec3>> {
        const FINE: usize = 8;
        let count = self.points * FINE;
        let dense: Vec<Vec<Vec3>> = rings
            .iter()
            .map(|(plane, section)| {
                section
                    .resampled(count)
                    .into_iter()
                    .map(|p| plane.to_body(p))
                    .collect()
            })
            .collect();
        let taken = |ring: &[Vec3], shift: usize| -> Vec<Vec3> {
            (0..self.points)
                .map(|k| ring[(k * FINE + shift) % count])
                .collect()
        };
        let mean = |ring: &[Vec3]| ring.iter().sum::<Vec3>() / ring.len().max(1) as f32;
        let fitting = |ring: &[Vec3], to: &[Vec3]| -> Vec<Vec3> {
            let (from_middle, to_middle) = (mean(ring), mean(to));
            let twist = |shift: usize| -> f32 {
                (0..self.points)
                    .map(|k| {
                        (ring[(k * FINE + shift) % count] - from_middle)
                            .distance_squared(to[k] - to_middle)
                    })
                    .sum()
            };
            let best = (0..count)
                .min_by(|a, b| twist(*a).total_cmp(&twist(*b)))
                .unwrap_or(0);
            taken(ring, best)
        };
        let middle = dense.len() / 2;
        let mut all: Vec<Vec<Vec3>> = dense.iter().map(|ring| taken(ring, 0)).collect();
        for i in middle + 1..dense.len() {
            all[i] = fitting(&dense[i], &all[i - 1]);
        }
        for i in (0..middle).rev() {
            all[i] = fitting(&dense[i], &all[i + 1]);
        }
        all
    }

    pub(super) fn polar_net(&self, rings: &[(Plane, Section)]) -> Net {
        let mut axis: Vec<Vec3> = rings.iter().map(|(plane, _)| plane.origin_mm).collect();
        let mut radii_mm: Vec<Vec<f32>> = rings.iter().map(|(_, s)| s.radii(self.points)).collect();
        let normal = rings[0].0.normal;
        if self.flat_end(rings, false) {
            axis.insert(0, axis[0] - normal * LID_RISE_MM);
            radii_mm.insert(0, radii_mm[0].iter().map(|r| r * LID).collect());
        }
        if self.flat_end(rings, true) {
            let last = axis.len() - 1;
            axis.push(axis[last] + normal * LID_RISE_MM);
            radii_mm.push(radii_mm[last].iter().map(|r| r * LID).collect());
        }
        Net::Polar {
            axis: axis.into_iter().map(place_in_tenths).collect(),
            zero: direction_in_thousandths(rings[0].0.u),
            radii_mm: radii_mm
                .into_iter()
                .map(|ring| ring.into_iter().map(|r| tenth(r.max(0.5))).collect())
                .collect(),
        }
    }
}

fn direction_in_thousandths(d: Vec3) -> (f32, f32, f32) {
    let thousandth = |v: f32| (v * 1000.0).round() / 1000.0;
    (thousandth(d.x), thousandth(d.y), thousandth(d.z))
}
