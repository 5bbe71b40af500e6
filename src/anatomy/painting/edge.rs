//! The edge of what is painted, as a smooth line between the samples.
//!
//! What is painted is told by the samples: each is in or out. The line between is drawn where a value over the skin,
//! the depth inside the paint in millimetres, is 0. Where a brush went by, it left its rim at the samples on both sides,
//! and the line is the brush's own (`rim`). Where that is not known (a region, a painting from a file) it is
//! the calmest line that keeps every painted sample inside and every other outside. Either way the samples alone are
//! reckoned with, and the line never says otherwise.

use super::{
    SPACING_MM, SkinSamples,
    fit::{PlaneFit, READ_MM, Sloped},
    rim::{self, Rim},
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
/// How often rims are taken from where they are wrong, before all of them are.
const DISTRUSTS: usize = 6;
/// How often the values are corrected until what is read at the samples is on the right side.
const CORRECTIONS: usize = 10;
/// How often, and by which share, what is read at the samples is brought nearer to the rim that is known: a plane fitted
/// to what is round lies too low. More would make what is rough rougher.
const FITTINGS: usize = 3;
const FITTING: f32 = 0.7;
/// A rim that is nearer to the next sample across than this is farther than it can be, millimetres.
const ROUNDING_MM: f32 = 0.6;

/// Where the next sample across is nearer than this and no rim is known, the edge is not the brush's, millimetres. A brush
/// is known of a little farther ([`RIM_MM`](super::RIM_MM)).
const UNSURE_MM: f32 = 12.6;
/// A sample across, of which no rim is known, puts the rim of one nearer than this in doubt, millimetres.
const DOUBTED_MM: f32 = 1.5 * SPACING_MM;
/// With less than the first share of the samples around sure of their rim, the rim counts for nothing; with more than the
/// second for all.
const SURE: (f32, f32) = (0.3, 0.7);

/// Depths inside a painted area at the samples, from which [`SkinSamples::depth_over_vertices`] reads.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PaintEdge {
    /// What a plane is fitted to where no rim is known.
    depths_mm: Vec<f32>,
    /// What is known of the edge beside a sample.
    beside: Vec<Beside>,
}

impl PaintEdge {
    /// What is read beside a sample is not the brush's.
    fn forget_rim(&mut self, sample: u32) {
        if let Some(beside @ Beside::Rim(_)) = self.beside.get_mut(sample as usize) {
            *beside = Beside::Unsure;
        }
    }
}

/// What a sample knows of the edge.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Beside {
    /// It is far away.
    #[default]
    Nothing,
    /// The brush's rim.
    Rim(Rim),
    /// It is near, and nobody knows where.
    Unsure,
}

/// A value with its slope for each vertex of the skin.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SlopedField(pub Vec<Sloped>);

impl SkinSamples {
    /// The edge of an area. `inside` tells whether a sample is in it; `rim` what the brush has left there, where that
    /// is known.
    pub fn edge(
        &self,
        inside: impl Fn(u32) -> bool + Sync,
        rim: impl Fn(u32) -> Option<Rim>,
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
                rim: None,
                is_unsure: false,
                read: self.fit_at(sample, READ_MM).shares(),
                calm: Vec::new(),
            })
            .collect();
        for own in &mut band {
            let sign = side(own.sample);
            own.rim = rim(own.sample).filter(|rim| {
                let deep_mm = rim.depth_mm * sign;
                deep_mm > 0.0 && deep_mm <= own.far_mm + ROUNDING_MM
            });
        }
        self.doubt(&mut band, &is_in);
        for own in &mut band {
            own.known_mm = (own.rim).map(|rim| rim.depth_mm.clamp(-DEEPEST_MM, DEEPEST_MM));
            let guess = side(own.sample) * (own.far_mm - SPACING_MM / 2.0).max(CLEAR_MM);
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
        // A rim is known beyond the band as well, where no sample across is near.
        let known = |sample: u32| rim(sample).filter(|rim| rim.depth_mm * side(sample) > 0.0);
        let mut beside: Vec<Beside> = (0..self.len() as u32)
            .map(|sample| known(sample).map_or(Beside::Nothing, Beside::Rim))
            .collect();
        for own in &band {
            beside[own.sample as usize] = match own.rim {
                Some(rim) => Beside::Rim(rim),
                None if own.is_unsure => Beside::Unsure,
                None => Beside::Nothing,
            };
        }
        let mut edge = PaintEdge { depths_mm, beside };
        self.distrust(&mut edge, side);
        edge
    }

    /// Takes a brush's rim from samples to which something of which no rim is known is as near.
    fn doubt(&self, band: &mut [Banded], is_in: &[bool]) {
        let mut unsure = vec![false; self.len()];
        for own in band.iter_mut() {
            own.is_unsure = own.rim.is_none() && own.far_mm < UNSURE_MM;
            unsure[own.sample as usize] = own.is_unsure;
        }
        for own in band.iter_mut().filter(|own| own.rim.is_some()) {
            let links = self.links_of(own.sample).iter();
            let mut across = links.filter(|link| {
                let is_across = is_in[link.to as usize] != is_in[own.sample as usize];
                is_across && link.length_mm < DOUBTED_MM
            });
            if across.any(|link| unsure[link.to as usize]) {
                (own.rim, own.is_unsure) = (None, true);
            }
        }
    }

    /// Takes the rims from where what is read by them puts a sample on the wrong side: there a plane is read.
    fn distrust(&self, edge: &mut PaintEdge, side: impl Fn(u32) -> f32 + Sync) {
        for _ in 0..DISTRUSTS {
            let is_wrong = |sample: u32| {
                let at_mm = self.samples[sample as usize].point_mm;
                self.depth_at_mm(edge, sample, at_mm) * side(sample) <= 0.0
            };
            // Beyond the band as well: a rim may be known there, and be read.
            let samples = (0..self.len() as u32).into_par_iter();
            let wrong: Vec<u32> = samples.filter(|sample| is_wrong(*sample)).collect();
            if wrong.is_empty() {
                return;
            }
            for sample in wrong {
                let around = self.links_of(sample).iter().map(|link| link.to);
                for beside in around.chain([sample]) {
                    edge.forget_rim(beside);
                }
            }
        }
        for sample in 0..self.len() as u32 {
            edge.forget_rim(sample);
        }
    }

    fn fit_at(&self, sample: u32, reach_mm: f32) -> PlaneFit {
        let own = &self.samples[sample as usize];
        PlaneFit::around(self, sample, own.point_mm, own.normal, reach_mm)
    }

    /// The depth inside an area over the skin's vertices, with its slope, to be drawn.
    pub fn depth_over_vertices(&self, skin: &SurfaceMesh, edge: &PaintEdge) -> SlopedField {
        let at = |vertex: usize| -> Sloped {
            let cell = self.cell_of_vertex.get(vertex).copied();
            let cell = cell.unwrap_or(u32::MAX);
            match self.far_mm(edge, cell) {
                Some(value) => Sloped {
                    value,
                    ..Sloped::default()
                },
                None => {
                    let (place, normal) = (skin.positions_mm[vertex], skin.normals[vertex]);
                    self.read(edge, cell, place, normal)
                }
            }
        };
        let vertices = 0..skin.positions_mm.len();
        SlopedField(vertices.into_par_iter().with_min_len(512).map(at).collect())
    }

    /// How deep a sample lies that is far from the edge, and its skin with it; none for one that is near to it.
    fn far_mm(&self, edge: &PaintEdge, sample: u32) -> Option<f32> {
        let depth_mm = edge.depths_mm.get(sample as usize).copied();
        let depth_mm = depth_mm.unwrap_or(-DEEPEST_MM);
        let rim = |at: u32| matches!(edge.beside.get(at as usize), Some(Beside::Rim(_)));
        // The skin of a sample far away may reach near to a rim.
        let near_rim = || rim(sample) || self.links_of(sample).iter().any(|link| rim(link.to));
        (depth_mm.abs() >= DEEPEST_MM && !near_rim()).then_some(depth_mm)
    }

    /// What is read at a place near the edge, whose skin belongs to a sample: by the brushes' rims, by a plane where
    /// those are not known, and by both in between.
    fn read(&self, edge: &PaintEdge, cell: u32, place_mm: Vec3, normal: Vec3) -> Sloped {
        let fit = PlaneFit::around(self, cell, place_mm, normal, READ_MM);
        let (mut rims, mut sure, mut unsure) = (Vec::new(), 0.0, 0.0);
        for (sample, weight) in fit.weights() {
            match edge.beside.get(sample as usize) {
                Some(Beside::Rim(rim)) => {
                    rims.push((self.samples[sample as usize].point_mm, *rim));
                    sure += weight;
                }
                Some(Beside::Unsure) => unsure += weight,
                Some(Beside::Nothing) | None => {}
            }
        }
        let plane = || {
            fit.read(|at| {
                edge.depths_mm
                    .get(at as usize)
                    .copied()
                    .unwrap_or(-DEEPEST_MM)
            })
        };
        match rim::read(&rims, place_mm) {
            None => plane(),
            Some(mut brushed) => {
                brushed.value = brushed.value.clamp(-DEEPEST_MM, DEEPEST_MM);
                brushed.slope = brushed.slope.reject_from_normalized(normal);
                let share = sharpened(sure / (sure + unsure));
                if share < 1.0 {
                    let plane = plane();
                    brushed.value = plane.value + (brushed.value - plane.value) * share;
                    brushed.slope = plane.slope + (brushed.slope - plane.slope) * share;
                }
                brushed
            }
        }
    }

    /// The depth inside an area at a place whose skin belongs to a sample.
    pub fn depth_at_mm(&self, edge: &PaintEdge, sample: u32, at_mm: Vec3) -> f32 {
        match (self.far_mm(edge, sample), self.samples.get(sample as usize)) {
            (None, Some(cell)) => self.read(edge, sample, at_mm, cell.normal).value,
            (far_mm, _) => far_mm.unwrap_or(-DEEPEST_MM),
        }
    }
}

/// What the rims count, by the share of the samples around that are sure of theirs.
fn sharpened(share: f32) -> f32 {
    let share = ((share - SURE.0) / (SURE.1 - SURE.0)).clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}

/// A sample near the edge.
struct Banded {
    sample: u32,
    /// To the next sample on the other side of the edge, millimetres.
    far_mm: f32,
    /// The brush's rim, where it is known, and what it says.
    rim: Option<Rim>,
    /// The edge is near, and not the brush's.
    is_unsure: bool,
    known_mm: Option<f32>,
    /// Shares of the samples in what is read here.
    read: Vec<(u32, f32)>,
    /// The same from farther around.
    calm: Vec<(u32, f32)>,
}

impl Banded {
    /// How far at least the line stays from it.
    fn clear_mm(&self) -> f32 {
        self.known_mm
            .map_or(CLEAR_MM, |known| known.abs().min(CLEAR_MM))
    }
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
            side * (own.clear_mm() - side * sum(&own.read, values)).max(0.0)
        })
        .collect();
    for (own, wrong) in band.iter().zip(wrong) {
        values[own.sample as usize] += wrong;
    }
}
