//! A brush on the skin: which samples lie under it, measured along the skin.

use super::SkinSamples;
use crate::anatomy::mesh::SurfaceMesh;
use glam::Vec3;
use std::{cmp::Reverse, collections::BinaryHeap};

/// Narrowest and widest brush, millimetres from its middle to its rim.
pub const BRUSH_MM: (f32, f32) = (5.0, 80.0);
/// Between two hits of one stroke the brush follows the skin; if the way along it is this many times
/// the straight one, the pointer has jumped to another part of the body and nothing lies between.
const JUMPED: f32 = 1.6;
/// Farther apart than this two hits are not joined, millimetres.
const LONGEST_STEP_MM: f32 = 400.0;

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

    /// The samples under a brush on the skin: at least the one it stands on. None where the triangle
    /// is not there or a number is no number.
    pub fn under_brush(
        &self,
        skin: &SurfaceMesh,
        triangle: u32,
        point_mm: Vec3,
        radius_mm: f32,
    ) -> Vec<u32> {
        if !point_mm.is_finite() || radius_mm.is_nan() {
            return Vec::new();
        }
        let Some(own) = self.at(skin, triangle, point_mm) else {
            return Vec::new();
        };
        let far = |sample: u32| self.samples[sample as usize].point_mm.distance(point_mm);
        let mut seeds = vec![(own, far(own))];
        seeds.extend(
            self.links_of(own)
                .iter()
                .map(|link| (link.to, far(link.to))),
        );
        let radius_mm = radius_mm.clamp(BRUSH_MM.0, BRUSH_MM.1);
        let mut under: Vec<u32> = self
            .spread(&seeds, radius_mm)
            .into_iter()
            .map(|(sample, _)| sample)
            .collect();
        if under.is_empty() {
            under.push(own);
        }
        under
    }

    /// What a stroke covers since its last hit: the sample it stands on now, and all that the brush passed,
    /// ascending. `before` is the sample of the last hit, none at the stroke's beginning. None where
    /// [`SkinSamples::under_brush`] gives nothing.
    pub fn stroke(
        &self,
        skin: &SurfaceMesh,
        before: Option<u32>,
        triangle: u32,
        point_mm: Vec3,
        radius_mm: f32,
    ) -> Option<(u32, Vec<u32>)> {
        let mut under = self.under_brush(skin, triangle, point_mm, radius_mm);
        let own = (self.at(skin, triangle, point_mm)).filter(|_| !under.is_empty())?;
        if let Some(before) = before.filter(|before| *before != own) {
            let passed = self.way(before, own).into_iter();
            let seeds: Vec<(u32, f32)> = passed.map(|sample| (sample, 0.0)).collect();
            let radius_mm = radius_mm.clamp(BRUSH_MM.0, BRUSH_MM.1);
            let reached = self.spread(&seeds, radius_mm);
            under.extend(reached.into_iter().map(|(sample, _)| sample));
        }
        under.sort_unstable();
        under.dedup();
        Some((own, under))
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
