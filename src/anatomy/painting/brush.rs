//! A brush on the skin: which samples lie under it, measured along the skin.

use super::SkinSamples;
use crate::anatomy::pain_field::SkinSurface;
use glam::Vec3;
use std::{cmp::Reverse, collections::BinaryHeap};

/// Narrowest and widest brush, millimetres from its middle to its rim.
pub const BRUSH_MM: (f32, f32) = (5.0, 80.0);
/// Between two hits of one stroke the brush follows the skin; if the way along it is this many times
/// the straight one, the pointer has jumped to another part of the body and nothing lies between.
const JUMPED: f32 = 1.6;
/// Farther apart than this two hits are not joined, millimetres.
const LONGEST_STEP_MM: f32 = 400.0;

/// How far outside of its rim a brush tells how far that is, millimetres.
pub const RIM_MM: f32 = 12.7;
/// The ways over the samples are at most this much longer than those along the skin, as a factor to undo it.
const STRETCHED: f32 = 0.94;
/// By how much a way over the samples may be longer than the straight one on skin that is nearly flat.
const DETOUR: f32 = 1.3;
/// Steps in which a stroke is laid on the skin, millimetres: the skin curves little over them.
const STEP_MM: f32 = 6.0;
/// How deep the one sample lies in a brush that covers none.
const LEAST_MM: f32 = 1.0;

/// Where a brush touches the skin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Touch {
    /// The sample to which the skin belongs there.
    pub sample: u32,
    /// Where, body frame, millimetres.
    pub point_mm: Vec3,
}

/// A sample near a brush's way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swept {
    /// The sample.
    pub sample: u32,
    /// How deep it lies inside the brush's rim, negative outside, millimetres.
    pub depth_mm: f32,
    /// The place of the way that is next to it, body frame, millimetres.
    pub from_mm: Vec3,
}

/// Samples reached along the skin, each with its distance in millimetres, nearest first.
pub type Spread = Vec<(u32, f32)>;

impl SkinSamples {
    /// The samples within `reach_mm` along the skin of some that have a head start.
    pub fn spread(&self, seeds: &[(u32, f32)], reach_mm: f32) -> Spread {
        let mut known = vec![f32::INFINITY; self.len()];
        let mut heap = BinaryHeap::new();
        for &(sample, start_mm) in seeds {
            if let Some(value) = known.get_mut(sample as usize)
                && start_mm <= reach_mm
                && start_mm < *value
            {
                *value = start_mm.max(0.0);
                heap.push(Reverse((value.to_bits(), sample)));
            }
        }
        let mut reached = Vec::new();
        while let Some(Reverse((bits, sample))) = heap.pop() {
            let here = f32::from_bits(bits);
            if here > known[sample as usize] {
                continue;
            }
            reached.push((sample, here));
            for link in self.links_of(sample) {
                let there = here + link.length_mm;
                let value = &mut known[link.to as usize];
                if there <= reach_mm && there < *value {
                    *value = there;
                    heap.push(Reverse((there.to_bits(), link.to)));
                }
            }
        }
        reached
    }

    /// What a brush covers on its way from where it touched the skin before (nowhere at a stroke's beginning) to a
    /// hit: each sample near it with how deep it lies inside the brush's rim, down to [`RIM_MM`] outside; ascending by
    /// sample. Depths over 0 are under the brush, which is at least the sample that it stands
    /// on. With it where the brush is now. None where the triangle is not there or a number is no number.
    pub fn sweep(
        &self,
        skin: &SkinSurface,
        before: Option<Touch>,
        triangle: u32,
        point_mm: Vec3,
        radius_mm: f32,
    ) -> Option<(Touch, Vec<Swept>)> {
        if !point_mm.is_finite() {
            return None;
        }
        let own = self.at(&skin.mesh, triangle, point_mm)?;
        let now = Touch {
            sample: own,
            point_mm,
        };
        let path = self.path(skin, before, now);
        Some((now, self.swept(&path, radius_mm)?))
    }

    /// What a brush covers on its way over touches that follow closely on each other, as [`SkinSamples::sweep`]. None
    /// without a touch, and where a number is no number or a sample is not there.
    pub fn swept(&self, path: &[Touch], radius_mm: f32) -> Option<Vec<Swept>> {
        let last = path.last()?;
        let there =
            |touch: &Touch| (touch.sample as usize) < self.len() && touch.point_mm.is_finite();
        if radius_mm.is_nan() || !path.iter().all(there) {
            return None;
        }
        let radius_mm = radius_mm.clamp(BRUSH_MM.0, BRUSH_MM.1);
        let next_on_path = |sample: u32| {
            let at = self.samples[sample as usize].point_mm;
            let places = path.windows(2).map(|pair| {
                let [a, b] = [pair[0].point_mm, pair[1].point_mm];
                let way = b - a;
                let share = (at - a).dot(way) / way.length_squared().max(1e-6);
                a + way * share.clamp(0.0, 1.0)
            });
            places.fold(last.point_mm, |best, place| {
                let nearer = at.distance_squared(place) < at.distance_squared(best);
                if nearer { place } else { best }
            })
        };
        let to_path = |sample: u32| {
            let at = self.samples[sample as usize].point_mm;
            at.distance(next_on_path(sample))
        };
        let mut near: Vec<u32> = Vec::new();
        for touch in path {
            near.push(touch.sample);
            near.extend(self.links_of(touch.sample).iter().map(|link| link.to));
        }
        near.sort_unstable();
        near.dedup();
        let seeds: Vec<(u32, f32)> = near.into_iter().map(|x| (x, to_path(x))).collect();
        let reach_mm = (radius_mm + RIM_MM) / STRETCHED * DETOUR;
        let mut swept: Vec<Swept> = self
            .spread(&seeds, reach_mm)
            .into_iter()
            // On skin that is nearly flat the straight way is the brush's own: where two samples have no link, the way
            // over others would put a dent into its rim. Round a fold the way along the skin is far longer, and counts.
            .map(|(sample, way_mm)| {
                let from_mm = next_on_path(sample);
                let straight_mm = self.samples[sample as usize].point_mm.distance(from_mm);
                let along_mm = way_mm * STRETCHED;
                let far_mm = match along_mm < straight_mm * DETOUR {
                    true => straight_mm,
                    false => along_mm,
                };
                Swept {
                    sample,
                    depth_mm: radius_mm - far_mm,
                    from_mm,
                }
            })
            .collect();
        if swept.iter().all(|swept| swept.depth_mm <= 0.0) {
            // It is as wide as it must be to cover the sample that it stands on.
            let wider_mm = to_path(last.sample) + LEAST_MM - radius_mm;
            for swept in &mut swept {
                swept.depth_mm = match swept.sample == last.sample {
                    true => LEAST_MM,
                    false => swept.depth_mm + wider_mm,
                };
            }
            if !swept.iter().any(|swept| swept.sample == last.sample) {
                swept.push(Swept {
                    sample: last.sample,
                    depth_mm: LEAST_MM,
                    from_mm: next_on_path(last.sample),
                });
            }
        }
        swept.retain(|swept| swept.depth_mm > -RIM_MM);
        swept.sort_unstable_by_key(|swept| swept.sample);
        Some(swept)
    }

    /// The brush's way on the skin from one touch to the next, in short steps; the last touch alone at a stroke's
    /// beginning and where the pointer has jumped.
    fn path(&self, skin: &SkinSurface, before: Option<Touch>, now: Touch) -> Vec<Touch> {
        let Some(before) = before else {
            return vec![now];
        };
        let way = self.way(before.sample, now.sample);
        if way.first() != Some(&before.sample) {
            return vec![now];
        }
        let far_mm = before.point_mm.distance(now.point_mm);
        let steps = (far_mm / STEP_MM).ceil().max(1.0) as u32;
        let mut path = vec![before];
        for step in 1..steps {
            let share = step as f32 / steps as f32;
            let straight = before.point_mm.lerp(now.point_mm, share);
            let laid = skin.index.nearest(straight).and_then(|laid| {
                let sample = self.at(&skin.mesh, laid.triangle, laid.point_mm)?;
                let linked = |on_way: &u32| self.links_of(*on_way).iter().any(|x| x.to == sample);
                let on_way = way.contains(&sample) || way.iter().any(linked);
                on_way.then_some(Touch {
                    sample,
                    point_mm: laid.point_mm,
                })
            });
            // What is nearest may be another part of the body: then the way over the samples is taken.
            let passed = way[(share * (way.len() - 1) as f32).round() as usize];
            path.push(laid.unwrap_or(Touch {
                sample: passed,
                point_mm: self.samples[passed as usize].point_mm,
            }));
        }
        path.push(now);
        path
    }

    /// The samples on the way along the skin from one to another, both included: what a stroke passes
    /// between two hits. The last alone where the pointer has jumped.
    pub fn way(&self, from: u32, to: u32) -> Vec<u32> {
        let (Some(a), Some(b)) = (
            self.samples.get(from as usize),
            self.samples.get(to as usize),
        ) else {
            return Vec::new();
        };
        let straight_mm = a.point_mm.distance(b.point_mm);
        if straight_mm > LONGEST_STEP_MM {
            return vec![to];
        }
        let reach_mm = (straight_mm * JUMPED).max(super::SPACING_MM * 3.0);
        let reached = self.spread(&[(from, 0.0)], reach_mm);
        let mut length = vec![f32::INFINITY; self.len()];
        for &(sample, far) in &reached {
            length[sample as usize] = far;
        }
        if !length[to as usize].is_finite() {
            return vec![to];
        }
        let mut way = vec![to];
        let mut here = to;
        while here != from {
            let before = self
                .links_of(here)
                .iter()
                .filter(|link| length[link.to as usize] < length[here as usize])
                .min_by(|x, y| {
                    let total = |link: &super::Link| length[link.to as usize] + link.length_mm;
                    total(x).total_cmp(&total(y)).then(x.to.cmp(&y.to))
                });
            match before {
                Some(link) => here = link.to,
                None => break,
            }
            way.push(here);
        }
        way.reverse();
        way
    }
}
