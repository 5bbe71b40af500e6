//! The distances of a bone's parts joined smoothly, read at any place.

use super::{
    distance::{Distances, FAR},
    lattice::{Lattice, RIGHT_OF_MIDLINE},
};
use glam::{IVec3, Vec3};

/// Parts whose surfaces cross at least this steeply (one less the cosine) are blended over the whole width.
const STEEP: f32 = 0.6;

/// Signed distance to a bone's surface at the nodes of its lattice.
pub(super) struct Field {
    lattice: Lattice,
    distances_mm: Vec<f32>,
    /// Number of the triangle that is nearest to each node, of all parts together; [`FAR`] where none is near.
    nearest: Vec<u32>,
    /// Outward direction of each triangle.
    outward: Vec<Vec3>,
    /// Width of the blend of the part that is nearest at each node.
    blends_mm: Vec<f32>,
    band_mm: f32,
}

impl Field {
    /// No part yet: everywhere outside by the band.
    pub fn empty(lattice: &Lattice, band_mm: f32) -> Self {
        let nodes = lattice.nodes();
        Self {
            lattice: *lattice,
            distances_mm: vec![band_mm; nodes],
            nearest: vec![FAR; nodes],
            outward: Vec::new(),
            blends_mm: vec![0.0; nodes],
            band_mm,
        }
    }

    /// The lattice.
    pub fn lattice(&self) -> &Lattice {
        &self.lattice
    }

    /// From node to node, millimetres.
    pub fn spacing_mm(&self) -> f32 {
        self.lattice.spacing_mm
    }

    /// At a node, millimetres, negative inside. Never zero: a node on the surface would make flat triangles.
    pub fn at_node(&self, index: usize) -> f32 {
        let distance = self.distances_mm[index];
        if distance == 0.0 { 1e-4 } else { distance }
    }

    /// Puts a node just inside.
    pub fn fill(&mut self, index: usize) {
        self.distances_mm[index] = -0.02 * self.lattice.spacing_mm;
    }

    /// Joins a part, blended over so many millimetres, or fewer where the part that it meets asks for less.
    ///
    /// Where two parts run along each other (the same bone measured twice) nothing is blended: it would
    /// bulge, and leave a step where one of the two ends.
    pub fn join(&mut self, part: &Distances, blend_mm: f32) {
        let window = &part.window;
        let base = self.outward.len() as u32;
        self.outward.extend_from_slice(&part.outward);
        let row = window.size.x as usize;
        for (from, to) in self.lattice.rows_of(window, part.first) {
            for step in 0..row {
                let (here, there) = (from + step, to + step);
                let (a, b) = (part.signed_mm[here], self.distances_mm[there]);
                if a >= self.band_mm || a > b + blend_mm {
                    continue;
                }
                let own = match part.nearest[here] {
                    FAR => FAR,
                    number => base + number,
                };
                let width = self.width_mm(there, own, a - b, blend_mm);
                let share = (0.5 + 0.5 * (b - a) / width.max(1e-3)).clamp(0.0, 1.0);
                self.distances_mm[there] = b + (a - b) * share - width * share * (1.0 - share);
                if share >= 0.5 {
                    self.nearest[there] = own;
                    self.blends_mm[there] = blend_mm;
                }
            }
        }
    }

    /// How widely a part is blended at a node with what is there, `apart_mm` nearer or farther.
    fn width_mm(&self, node: usize, own: u32, apart_mm: f32, blend_mm: f32) -> f32 {
        let other = self.nearest[node];
        let width = blend_mm.min(self.blends_mm[node]);
        if own == FAR || other == FAR || apart_mm.abs() >= width {
            return 0.0;
        }
        let crossing = 1.0 - self.outward[own as usize].dot(self.outward[other as usize]);
        width * (crossing / STEEP).clamp(0.0, 1.0)
    }

    /// Takes a hole out: what lies inside it is outside, with an edge as round as the blend is wide.
    pub fn take_out(&mut self, hole: &Distances, blend_mm: f32) {
        let window = &hole.window;
        let row = window.size.x as usize;
        for (from, to) in self.lattice.rows_of(window, hole.first) {
            let beside = self.distances_mm[to..to + row].iter_mut();
            for (distance, hole) in beside.zip(&hole.signed_mm[from..from + row]) {
                let (a, b) = (-hole, *distance);
                let share = (0.5 + 0.5 * (a - b) / blend_mm.max(1e-3)).clamp(0.0, 1.0);
                *distance = b + (a - b) * share + blend_mm * share * (1.0 - share);
            }
        }
    }

    /// Of a bone in the midline, in a lattice about its left half: the nodes to the right of the midline are what those
    /// to the left are.
    pub fn mirror(&mut self) {
        for row in self.distances_mm.chunks_mut(self.lattice.size.x as usize) {
            let (right, left) = row.split_at_mut(RIGHT_OF_MIDLINE as usize);
            for (right, left) in right.iter_mut().rev().zip(left) {
                *right = *left;
            }
        }
    }

    /// Takes out what is finer than the lattice: a rim as thin as a knife would otherwise be meshed as teeth.
    ///
    /// Evening out alone would make every rod thinner; what a second time takes away is what the first
    /// took too much, to the first order, and is given back.
    pub fn soften(&mut self) {
        let once = self.evened_out(&self.distances_mm);
        let twice = self.evened_out(&once);
        for ((distance, once), twice) in self.distances_mm.iter_mut().zip(once).zip(twice) {
            *distance = 2.0 * once - twice;
        }
    }

    /// Each node by its neighbours along x, y and z, in shares of 1, 2 and 1.
    fn evened_out(&self, distances_mm: &[f32]) -> Vec<f32> {
        let size = self.lattice.size;
        let (row, plane) = (size.x as usize, (size.x * size.y) as usize);
        let mut before = distances_mm.to_vec();
        let mut after = before.clone();
        for step in [1, row, plane] {
            // What stands at the rim of the lattice is far outside, so that it does not matter where rows join.
            for (here, three) in after[step..].iter_mut().zip(0..before.len() - 2 * step) {
                let beside = before[three] + before[three + 2 * step];
                *here = 0.5 * before[three + step] + 0.25 * beside;
            }
            std::mem::swap(&mut before, &mut after);
        }
        before
    }

    /// Signed distance at a place, millimetres.
    pub fn distance_mm(&self, place_mm: Vec3) -> f32 {
        self.slope(place_mm).0
    }

    /// Signed distance at a place, millimetres, and how it grows there, as the cell about it has it.
    pub fn slope(&self, place_mm: Vec3) -> (f32, Vec3) {
        let lattice = &self.lattice;
        let at = ((place_mm - lattice.low_mm) / lattice.spacing_mm).clamp(
            Vec3::ZERO,
            (lattice.size - IVec3::splat(2)).as_vec3() + 0.999,
        );
        let cell = at.as_ivec3();
        let t = at - cell.as_vec3();
        let near = lattice.index(cell.x, cell.y, cell.z);
        let (up, on) = (
            lattice.size.x as usize,
            (lattice.size.x * lattice.size.y) as usize,
        );
        let mix = |p: f32, q: f32, t: f32| p + (q - p) * t;
        let edges = [near, near + up, near + on, near + on + up]
            .map(|index| (self.distances_mm[index], self.distances_mm[index + 1]));
        let along = edges.map(|(p, q)| mix(p, q, t.x));
        let grown = edges.map(|(p, q)| q - p);
        let (front, back) = (mix(along[0], along[1], t.y), mix(along[2], along[3], t.y));
        let gradient = Vec3::new(
            mix(
                mix(grown[0], grown[1], t.y),
                mix(grown[2], grown[3], t.y),
                t.z,
            ),
            mix(along[1] - along[0], along[3] - along[2], t.z),
            back - front,
        );
        (mix(front, back, t.z), gradient / lattice.spacing_mm)
    }

    /// How the distance grows at a place, over about a spacing either way: of length 1 but for where the surface
    /// is finer than the lattice.
    pub fn gradient(&self, place_mm: Vec3) -> Vec3 {
        let half = self.lattice.spacing_mm * 0.6;
        let along = |axis: Vec3| {
            self.distance_mm(place_mm + axis * half) - self.distance_mm(place_mm - axis * half)
        };
        Vec3::new(along(Vec3::X), along(Vec3::Y), along(Vec3::Z)) / (2.0 * half)
    }
}
