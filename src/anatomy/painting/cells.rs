//! Which skin belongs to which sample, and which samples' skin meets.

use super::SkinSample;
use crate::anatomy::{mesh::SurfaceMesh, pain_field::SkinPoint};
use std::{cmp::Reverse, collections::BinaryHeap};

/// The skin parted among samples: each vertex belongs to the sample nearest along the mesh.
pub(super) struct Cells {
    /// Per vertex the sample, `u32::MAX` where none is connected.
    pub of_vertex: Vec<u32>,
    /// Per sample those whose cells meet its own, by number.
    neighbours: Vec<Vec<u32>>,
}

/// A non-negative length as a key that sorts.
fn key(length_mm: f32) -> u32 {
    // The bits of non-negative floats sort as the numbers do.
    length_mm.max(0.0).to_bits()
}

impl Cells {
    /// Parts the skin along its edges.
    pub fn of(mesh: &SurfaceMesh, edges: &Edges, points: &[SkinPoint]) -> Self {
        let count = mesh.positions_mm.len();
        let mut of_vertex = vec![u32::MAX; count];
        let mut length = vec![f32::INFINITY; count];
        let mut heap = BinaryHeap::new();
        for (number, point) in points.iter().enumerate() {
            let Some(corners) = mesh.triangles.get(point.triangle as usize) else {
                continue;
            };
            for &corner in corners {
                let far = mesh.positions_mm[corner as usize].distance(point.point_mm);
                if far < length[corner as usize] {
                    length[corner as usize] = far;
                    of_vertex[corner as usize] = number as u32;
                    heap.push(Reverse((key(far), corner)));
                }
            }
        }
        while let Some(Reverse((known, vertex))) = heap.pop() {
            let here = length[vertex as usize];
            if known != key(here) {
                continue;
            }
            for &next in edges.around(vertex) {
                let step =
                    mesh.positions_mm[vertex as usize].distance(mesh.positions_mm[next as usize]);
                if here + step < length[next as usize] {
                    length[next as usize] = here + step;
                    of_vertex[next as usize] = of_vertex[vertex as usize];
                    heap.push(Reverse((key(here + step), next)));
                }
            }
        }
        let mut neighbours = vec![Vec::new(); points.len()];
        let mut meet = |a: u32, b: u32| {
            if a != b && a != u32::MAX && b != u32::MAX {
                neighbours[a as usize].push(b);
                neighbours[b as usize].push(a);
            }
        };
        for &[a, b, c] in &mesh.triangles {
            let [a, b, c] = [a, b, c].map(|vertex| of_vertex[vertex as usize]);
            meet(a, b);
            meet(b, c);
            meet(c, a);
        }
        // Where the mesh is coarser than the samples, one may own no vertex: it meets whoever
        // owns the corners of its triangle.
        for (number, point) in points.iter().enumerate() {
            if let Some(corners) = mesh.triangles.get(point.triangle as usize) {
                for &corner in corners {
                    meet(number as u32, of_vertex[corner as usize]);
                }
            }
        }
        for list in &mut neighbours {
            list.sort_unstable();
            list.dedup();
        }
        Self {
            of_vertex,
            neighbours,
        }
    }

    /// Area of each sample's cell, square millimetres.
    pub fn areas_mm2(&self, mesh: &SurfaceMesh, samples: usize) -> Vec<f32> {
        let mut areas = vec![0.0; samples];
        for &triangle in &mesh.triangles {
            let [a, b, c] = mesh.corners_mm(triangle);
            let third = (b - a).cross(c - a).length() / 6.0;
            for corner in triangle {
                if let Some(area) = areas.get_mut(self.of_vertex[corner as usize] as usize) {
                    *area += third;
                }
            }
        }
        areas
    }

    /// The samples within `reach_mm` of one to which a way over meeting cells is nearly straight.
    pub fn straight_ways(
        &self,
        samples: &[SkinSample],
        from: u32,
        reach_mm: f32,
        straight: f32,
    ) -> Vec<u32> {
        let start = samples[from as usize].point_mm;
        let mut settled: Vec<(u32, f32)> = Vec::new();
        let mut heap = BinaryHeap::from([Reverse((key(0.0), from))]);
        let mut best: Vec<(u32, f32)> = vec![(from, 0.0)];
        while let Some(Reverse((known, here))) = heap.pop() {
            if settled.iter().any(|(done, _)| *done == here) {
                continue;
            }
            let way = f32::from_bits(known);
            settled.push((here, way));
            for &next in &self.neighbours[here as usize] {
                let step = samples[here as usize]
                    .point_mm
                    .distance(samples[next as usize].point_mm);
                let reached = way + step;
                if reached > reach_mm * straight {
                    continue;
                }
                match best.iter_mut().find(|(sample, _)| *sample == next) {
                    Some((_, old)) if *old <= reached => continue,
                    Some((_, old)) => *old = reached,
                    None => best.push((next, reached)),
                }
                heap.push(Reverse((key(reached), next)));
            }
        }
        settled
            .into_iter()
            .filter(|&(to, way)| {
                let chord = start.distance(samples[to as usize].point_mm);
                to != from && chord <= reach_mm && way <= chord * straight
            })
            .map(|(to, _)| to)
            .collect()
    }
}

/// The vertices joined to each vertex by an edge.
pub(super) struct Edges {
    first: Vec<u32>,
    ends: Vec<u32>,
}

impl Edges {
    pub fn of(mesh: &SurfaceMesh) -> Self {
        let mut pairs: Vec<(u32, u32)> = mesh
            .triangles
            .iter()
            .flat_map(|&[a, b, c]| [(a, b), (b, a), (b, c), (c, b), (c, a), (a, c)])
            .collect();
        pairs.sort_unstable();
        pairs.dedup();
        let mut first = vec![0u32; mesh.positions_mm.len() + 1];
        for &(from, _) in &pairs {
            first[from as usize + 1] += 1;
        }
        for at in 1..first.len() {
            first[at] += first[at - 1];
        }
        Self {
            first,
            ends: pairs.into_iter().map(|(_, end)| end).collect(),
        }
    }

    fn around(&self, vertex: u32) -> &[u32] {
        let (from, to) = (self.first[vertex as usize], self.first[vertex as usize + 1]);
        &self.ends[from as usize..to as usize]
    }
}
