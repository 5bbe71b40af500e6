//! The edge of what is painted, as a smooth line between the samples.
//!
//! What is painted is told by the samples: each is in or out. The line between is drawn where a value over the skin,
//! the depth inside the paint in millimetres, is 0. Where a brush went by, it left its rim's distance at the samples
//! on both sides, and the line is the brush's own. Where that is not known (a region, a painting from a file) it is
//! the calmest line that keeps every painted sample inside and every other outside. Either way the samples alone are
//! reckoned with, and the line never says otherwise.

use super::{
    SPACING_MM, SkinSamples,
    fit::{PlaneFit, READ_MM, Sloped},
};
use crate::anatomy::mesh::SurfaceMesh;
use glam::Vec3;
use rayon::prelude::*;

/// Depths beyond this are not told apart, millimetres.
pub const DEEPEST_MM: f32 = 16.0;
/// How far at least the line stays from every sample, unless the brush's rim is nearer, millimetres.
const CLEAR_MM: f32 = 0.7;
/// The samples within this calm a line that is not known, millimetres.
const CALM_MM: f32 = 20.7;
/// How often it is calmed. More would draw it taut between the samples that hold it, with corners at them.
const CALMINGS: usize = 5;
/// How often the values are corrected until what is read at the samples is on the right side.
const CORRECTIONS: usize = 10;
/// How often, and by which share, what is read at the samples is brought nearer to the rim that is known: a plane fitted
/// to what is round lies too low. More would make what is rough rougher.
const FITTINGS: usize = 3;
const FITTING: f32 = 0.7;
/// A rim that is nearer to the next sample across than this is farther than it can be, millimetres.
const ROUNDING_MM: f32 = 0.6;

/// Depths inside a painted area at the samples, from which [`SkinSamples::depth_over_vertices`] reads.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PaintEdge {
    depths_mm: Vec<f32>,
}

/// A value with its slope for each vertex of the skin.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SlopedField(pub Vec<Sloped>);

impl SkinSamples {
    /// The edge of an area. `inside` tells whether a sample is in it; `rim_mm` how deep the brush went over it
    /// (negative outside of its rim), where that is known.
    pub fn edge(
        &self,
        inside: impl Fn(u32) -> bool + Sync,
        rim_mm: impl Fn(u32) -> Option<f32>,
    ) -> PaintEdge {
        let numbers = 0..self.len() as u32;
        let is_in: Vec<bool> = numbers.clone().map(&inside).collect();
        let side = |sample: u32| if is_in[sample as usize] { 1.0 } else { -1.0 };
        let mut depths_mm: Vec<f32> = numbers.clone().map(|x| side(x) * DEEPEST_MM).collect();
        let at_edge = |sample: u32| {
            let own = is_in[sample as usize];
            (self.links_of(sample).iter()).any(|link| is_in[link.to as usize] != own)
        };
        let edge: Vec<u32> = numbers.filter(|x| at_edge(*x)).collect();
        // How far the next sample across is.
        let mut across_mm: Vec<(u32, f32)> = Vec::new();
        for from_inside in [true, false] {
            let seeds = edge.iter().filter(|x| is_in[**x as usize] == from_inside);
            let seeds: Vec<(u32, f32)> = seeds.map(|x| (*x, 0.0)).collect();
            let reached = self.spread(&seeds, DEEPEST_MM + SPACING_MM / 2.0);
            across_mm
                .extend((reached.into_iter()).filter(|(x, _)| is_in[*x as usize] != from_inside));
        }
        let mut band: Vec<Banded> = across_mm
            .into_par_iter()
            .map(|(sample, far_mm)| Banded {
                sample,
                far_mm,
                known_mm: None,
                read: self.fit_at(sample, READ_MM).shares(),
                calm: Vec::new(),
            })
            .collect();
        for own in &mut band {
            let sign = side(own.sample);
            own.known_mm = rim_mm(own.sample)
                .filter(|rim| rim * sign > 0.0 && rim.abs() <= own.far_mm + ROUNDING_MM)
                .map(|rim| sign * rim.abs().min(DEEPEST_MM));
            let guess = sign * (own.far_mm - SPACING_MM / 2.0).max(CLEAR_MM);
            depths_mm[own.sample as usize] = own.known_mm.unwrap_or(guess);
        }
        if band.iter().any(|own| own.known_mm.is_none()) {
            band.par_iter_mut()
                .for_each(|own| own.calm = self.fit_at(own.sample, CALM_MM).shares());
            for _ in 0..CALMINGS {
                // Twice the averaged less the twice averaged: what is round keeps its size.
                let once = averaged(&band, &depths_mm);
                let twice = averaged(&band, &once);
                for own in band.iter().filter(|own| own.known_mm.is_none()) {
                    let at = own.sample as usize;
                    depths_mm[at] = 2.0 * once[at] - twice[at];
                }
                correct(&band, &mut depths_mm, side);
            }
        }
        for _ in 0..FITTINGS {
            fit(&band, &mut depths_mm);
        }
        for _ in 0..CORRECTIONS {
            correct(&band, &mut depths_mm, side);
        }
        PaintEdge { depths_mm }
    }

    fn fit_at(&self, sample: u32, reach_mm: f32) -> PlaneFit {
        let own = &self.samples[sample as usize];
        PlaneFit::around(self, sample, own.point_mm, own.normal, reach_mm)
    }

    /// The depth inside an area over the skin's vertices, with its slope, to be drawn.
    pub fn depth_over_vertices(&self, skin: &SurfaceMesh, edge: &PaintEdge) -> SlopedField {
        let far = |value| Sloped {
            value,
            ..Sloped::default()
        };
        let depth = |sample: u32| edge.depths_mm.get(sample as usize).copied();
        let at = |vertex: usize| -> Sloped {
            let cell = self.cell_of_vertex.get(vertex).copied();
            let Some((cell, own)) = cell.and_then(|cell| Some((cell, depth(cell)?))) else {
                return far(-DEEPEST_MM);
            };
            if own.abs() >= DEEPEST_MM {
                return far(own);
            }
            let (place, normal) = (skin.positions_mm[vertex], skin.normals[vertex]);
            PlaneFit::around(self, cell, place, normal, READ_MM)
                .read(|sample| depth(sample).unwrap_or(-DEEPEST_MM))
        };
        let vertices = 0..skin.positions_mm.len();
        SlopedField(vertices.into_par_iter().with_min_len(512).map(at).collect())
    }

    /// The depth inside an area at a place whose skin belongs to a sample.
    pub fn depth_at_mm(&self, edge: &PaintEdge, sample: u32, at_mm: Vec3) -> f32 {
        let depth = |at: u32| edge.depths_mm.get(at as usize).copied();
        match (depth(sample), self.samples.get(sample as usize)) {
            (Some(own), Some(cell)) if own.abs() < DEEPEST_MM => {
                let read = |at| depth(at).unwrap_or(-DEEPEST_MM);
                PlaneFit::around(self, sample, at_mm, cell.normal, READ_MM)
                    .read(read)
                    .value
            }
            (Some(own), _) => own,
            (None, _) => -DEEPEST_MM,
        }
    }
}

/// A sample near the edge.
struct Banded {
    sample: u32,
    /// To the next sample on the other side of the edge, millimetres.
    far_mm: f32,
    /// What the brush's rim says, where it is known.
    known_mm: Option<f32>,
    /// Shares of the samples in what is read here.
    read: Vec<(u32, f32)>,
    /// The same from farther around.
    calm: Vec<(u32, f32)>,
}

fn sum(shares: &[(u32, f32)], values: &[f32]) -> f32 {
    shares
        .iter()
        .map(|(at, share)| share * values[*at as usize])
        .sum()
}

fn averaged(band: &[Banded], values: &[f32]) -> Vec<f32> {
    let mut averaged = values.to_vec();
    for own in band {
        averaged[own.sample as usize] = sum(&own.calm, values);
    }
    averaged
}

/// Moves the values so that what is read at the samples comes nearer to the rim, where it is known.
fn fit(band: &[Banded], values: &mut [f32]) {
    let wrong: Vec<f32> = (band.iter())
        .map(|own| {
            own.known_mm
                .map_or(0.0, |known| known - sum(&own.read, values))
        })
        .collect();
    for (own, wrong) in band.iter().zip(wrong) {
        values[own.sample as usize] += FITTING * wrong;
    }
}

/// Moves the values so that what is read at the samples comes nearer to the right side of the edge.
fn correct(band: &[Banded], values: &mut [f32], side: impl Fn(u32) -> f32) {
    let wrong: Vec<f32> = (band.iter())
        .map(|own| {
            let side = side(own.sample);
            let clear = own
                .known_mm
                .map_or(CLEAR_MM, |known| known.abs().min(CLEAR_MM));
            side * (clear - side * sum(&own.read, values)).max(0.0)
        })
        .collect();
    for (own, wrong) in band.iter().zip(wrong) {
        values[own.sample as usize] += wrong;
    }
}
