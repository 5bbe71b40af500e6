//! Distance along the skin by fast marching over its triangles.
//!
//! A front starts at the seeds, each with a head start of its radius, and crosses one triangle at a time as
//! a straight wave (Kimmel and Sethian 1998, doi 10.1073/pnas.95.15.8431). The arrival time at a vertex is
//! its distance to the edge of the area: negative inside.

use glam::Vec3;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

use crate::anatomy::mesh::SurfaceMesh;

/// How far outside of an area the front still runs, millimetres: a triangle farther than its edge, so that
/// the edge can be cut exactly.
const MARGIN_MM: f32 = 12.0;

/// A point of a line on the skin.
#[derive(Clone, Copy, Debug)]
pub struct Seed {
    /// Where, body frame.
    pub at_mm: Vec3,
    /// The triangle it lies on.
    pub triangle: u32,
    /// How far the area reaches from here.
    pub radius_mm: f32,
}

/// The triangles around every vertex.
pub struct Neighbours {
    /// Where each vertex' triangles begin in `around`.
    first: Vec<u32>,
    /// The other two corners of each triangle around a vertex.
    around: Vec<[u32; 2]>,
}

impl Neighbours {
    /// Of a mesh.
    pub fn of(mesh: &SurfaceMesh) -> Self {
        let count = mesh.positions_mm.len();
        let mut first = vec![0u32; count + 1];
        for corner in mesh.triangles.iter().flatten() {
            first[*corner as usize + 1] += 1;
        }
        for i in 0..count {
            first[i + 1] += first[i];
        }
        let mut next = first.clone();
        let mut around = vec![[0u32; 2]; mesh.triangles.len() * 3];
        for &[a, b, c] in &mesh.triangles {
            for (corner, others) in [(a, [b, c]), (b, [c, a]), (c, [a, b])] {
                around[next[corner as usize] as usize] = others;
                next[corner as usize] += 1;
            }
        }
        Self { first, around }
    }

    /// The other two corners of every triangle around a vertex.
    fn around(&self, vertex: u32) -> &[[u32; 2]] {
        let (from, to) = (self.first[vertex as usize], self.first[vertex as usize + 1]);
        &self.around[from as usize..to as usize]
    }
}

/// A vertex the front has come near; the earliest is taken first.
struct Waiting {
    time: f32,
    vertex: u32,
}

impl PartialEq for Waiting {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Waiting {}
impl PartialOrd for Waiting {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Waiting {
    fn cmp(&self, other: &Self) -> Ordering {
        other
            .time
            .total_cmp(&self.time)
            .then_with(|| other.vertex.cmp(&self.vertex))
    }
}

/// A front on its way over a mesh.
pub struct Fronts<'a> {
    mesh: &'a SurfaceMesh,
    neighbours: &'a Neighbours,
    time: Vec<f32>,
    settled: Vec<bool>,
    heap: BinaryHeap<Waiting>,
}

impl<'a> Fronts<'a> {
    /// A front that has not started.
    pub fn new(mesh: &'a SurfaceMesh, neighbours: &'a Neighbours) -> Self {
        let count = mesh.positions_mm.len();
        Self {
            mesh,
            neighbours,
            time: vec![f32::INFINITY; count],
            settled: vec![false; count],
            heap: BinaryHeap::new(),
        }
    }

    /// Lets the front run from the seeds over the vertices that are `open` to it; every vertex
    /// reached, with its distance to the edge of the area (negative inside), in order of arrival.
    pub fn spread(mut self, seeds: &[Seed], open: impl Fn(u32) -> bool) -> Vec<(u32, f32)> {
        for seed in seeds {
            let Some(corners) = self.mesh.triangles.get(seed.triangle as usize) else {
                continue;
            };
            for &corner in corners {
                self.arrive(corner, self.straight(seed, corner));
                for &[a, b] in self.neighbours.around(corner) {
                    self.arrive(a, self.straight(seed, a));
                    self.arrive(b, self.straight(seed, b));
                }
            }
        }
        let mut reached = Vec::new();
        while let Some(Waiting { time, vertex }) = self.heap.pop() {
            if time > MARGIN_MM {
                break;
            }
            if std::mem::replace(&mut self.settled[vertex as usize], true) {
                continue;
            }
            reached.push((vertex, time));
            if !open(vertex) {
                continue;
            }
            for i in 0..self.neighbours.around(vertex).len() {
                let [a, b] = self.neighbours.around(vertex)[i];
                self.cross(vertex, b, a);
                self.cross(vertex, a, b);
            }
        }
        reached
    }

    fn straight(&self, seed: &Seed, vertex: u32) -> f32 {
        self.mesh.positions_mm[vertex as usize].distance(seed.at_mm) - seed.radius_mm
    }

    fn arrive(&mut self, vertex: u32, time: f32) {
        let known = &mut self.time[vertex as usize];
        if time < *known && !self.settled[vertex as usize] {
            *known = time;
            self.heap.push(Waiting { time, vertex });
        }
    }

    /// The front reaches `to` along the edge from `from`, or across the triangle with `other`.
    fn cross(&mut self, from: u32, other: u32, to: u32) {
        if self.settled[to as usize] {
            return;
        }
        let place = |i: u32| self.mesh.positions_mm[i as usize];
        let (time, p) = (self.time[from as usize], place(from) - place(to));
        let mut arrival = time + p.length();
        if self.settled[other as usize] {
            let q = place(other) - place(to);
            if let Some(wave) = wave(p, time, q, self.time[other as usize]) {
                arrival = arrival.min(wave);
            }
        }
        self.arrive(to, arrival);
    }
}

/// When a straight wave that passed two corners (relative to the third) at two times reaches the third;
/// `None` where it does not come through the triangle.
fn wave(p: Vec3, time_p: f32, q: Vec3, time_q: f32) -> Option<f32> {
    let (pp, qq, pq) = (p.length_squared(), q.length_squared(), p.dot(q));
    let determinant = pp * qq - pq * pq;
    if determinant < 1e-6 * pp * qq {
        return None;
    }
    // Inverse of the Gram matrix, times the determinant.
    let (a, b, c) = (qq, -pq, pp);
    let ones = a + 2.0 * b + c;
    let mixed = (a + b) * time_p + (b + c) * time_q;
    let times = a * time_p * time_p + 2.0 * b * time_p * time_q + c * time_q * time_q;
    let root = mixed * mixed - ones * (times - determinant);
    if root < 0.0 || ones <= 0.0 {
        return None;
    }
    let time = (mixed + root.sqrt()) / ones;
    let (dp, dq) = (time_p - time, time_q - time);
    let inside = a * dp + b * dq < 0.0 && b * dp + c * dq < 0.0;
    (inside && time >= time_p.max(time_q)).then_some(time)
}
