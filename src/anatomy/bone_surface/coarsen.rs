//! Fewer triangles where a surface is nearly flat: the vertices of a block of cells become one.
//!
//! A lattice fine enough for a thin process is far too fine for the vault of the skull. Blocks of two, then of four
//! cells a side are looked at; one becomes a single vertex if what of the surface lies in it is one sheet without a
//! hole, and nearly flat. So the surface keeps its kind: closed, and with the same holes.

use super::lattice::Lattice;
use crate::anatomy::mesh::SurfaceMesh;
use glam::{IVec3, Vec3};

/// Edges of the blocks in cells.
const BLOCKS: [i32; 2] = [2, 4];
/// So far a coarser triangle may lie under the bent surface, millimetres: a pixel of a picture 150 mm across.
const MOST_UNDER_MM: f32 = 0.15;
/// Blocks are given up so often where together they would fold the surface onto itself.
const MOST_RETRIES: usize = 4;

/// A mesh with normals, coarser where it is flat. Vertices that became one lie at the mean of their places: they are
/// to be laid on the surface again.
pub(super) fn coarsened(mut mesh: SurfaceMesh, lattice: &Lattice) -> SurfaceMesh {
    for block in BLOCKS {
        mesh = with_blocks(mesh, lattice, block);
    }
    mesh
}

fn with_blocks(mesh: SurfaceMesh, lattice: &Lattice, block: i32) -> SurfaceMesh {
    let block_of: Vec<IVec3> = mesh
        .positions_mm
        .iter()
        .map(|&place| lattice.block(place, block))
        .collect();
    let mut sheets = Sheets::of(&mesh, &block_of);
    // An arc of length l under an angle a from end to end stands l a / 8 over its chord; normals lean from their
    // mean by half of that.
    let lean = MOST_UNDER_MM * 4.0 / (lattice.spacing_mm * block as f32);
    sheets.leave_out_the_bent(&mesh, lean.min(1.0).cos());
    for _ in 0..MOST_RETRIES {
        let coarse = sheets.joined(&mesh);
        let doubled = doubled_edges(&coarse.0.triangles, coarse.0.positions_mm.len());
        if doubled.is_empty() {
            return coarse.0;
        }
        sheets.leave_out(&doubled, &coarse.1);
    }
    mesh
}

/// The vertices of a mesh in groups that hang together within a block.
struct Sheets {
    /// The first vertex of the group of each vertex.
    first: Vec<u32>,
}

impl Sheets {
    fn of(mesh: &SurfaceMesh, block_of: &[IVec3]) -> Self {
        let mut first: Vec<u32> = (0..block_of.len() as u32).collect();
        for &[a, b, c] in &mesh.triangles {
            for (p, q) in [(a, b), (b, c), (c, a)] {
                // The vertices in the midline are those of the other half as well.
                let in_midline = |vertex: u32| mesh.positions_mm[vertex as usize].x == 0.0;
                if block_of[p as usize] == block_of[q as usize] && !in_midline(p) && !in_midline(q)
                {
                    let (p, q) = (root(&mut first, p), root(&mut first, q));
                    // The lower number leads, whatever the order.
                    let (low, high) = (p.min(q), p.max(q));
                    first[high as usize] = low;
                }
            }
        }
        for vertex in 0..first.len() as u32 {
            first[vertex as usize] = root(&mut first, vertex);
        }
        Self { first }
    }

    /// Gives up the groups whose normals lean further from their mean than that, or that are no plain patch.
    fn leave_out_the_bent(&mut self, mesh: &SurfaceMesh, least_cosine: f32) {
        let count = self.first.len();
        let mut normals = vec![Vec3::ZERO; count];
        // Vertices less edges and faces, doubled: 2 for a patch without a hole.
        let mut kind = vec![0_i32; count];
        for (vertex, &first) in self.first.iter().enumerate() {
            normals[first as usize] += mesh.normals[vertex];
            kind[first as usize] += 2;
        }
        for &[a, b, c] in &mesh.triangles {
            let firsts = [a, b, c].map(|vertex| self.first[vertex as usize]);
            for k in 0..3 {
                if firsts[k] == firsts[(k + 1) % 3] {
                    // Each edge is met twice, once in each direction.
                    kind[firsts[k] as usize] -= 1;
                }
            }
            if firsts[0] == firsts[1] && firsts[1] == firsts[2] {
                kind[firsts[0] as usize] += 2;
            }
        }
        let mut kept: Vec<bool> = kind.iter().map(|&kind| kind == 2).collect();
        for (vertex, &first) in self.first.iter().enumerate() {
            let mean = normals[first as usize].normalize_or_zero();
            kept[first as usize] &= mesh.normals[vertex].dot(mean) > least_cosine;
        }
        self.keep(|first| kept[first as usize]);
    }

    fn keep(&mut self, kept: impl Fn(u32) -> bool) {
        for vertex in 0..self.first.len() {
            if !kept(self.first[vertex]) {
                self.first[vertex] = vertex as u32;
            }
        }
    }

    /// Gives up the groups of the vertices, numbered as in the joined mesh.
    fn leave_out(&mut self, joined: &[u32], number: &[u32]) {
        self.keep(|first| joined.binary_search(&number[first as usize]).is_err());
    }

    /// The mesh with one vertex for each group, and the new number of each old vertex.
    fn joined(&self, mesh: &SurfaceMesh) -> (SurfaceMesh, Vec<u32>) {
        let mut number = vec![0_u32; self.first.len()];
        let mut sums: Vec<(Vec3, Vec3, f32)> = Vec::new();
        for (vertex, &first) in self.first.iter().enumerate() {
            if first as usize == vertex {
                number[vertex] = sums.len() as u32;
                sums.push((Vec3::ZERO, Vec3::ZERO, 0.0));
            } else {
                number[vertex] = number[first as usize];
            }
            let sum = &mut sums[number[vertex] as usize];
            sum.0 += mesh.positions_mm[vertex];
            sum.1 += mesh.normals[vertex];
            sum.2 += 1.0;
        }
        let triangles = mesh
            .triangles
            .iter()
            .map(|t| t.map(|vertex| number[vertex as usize]))
            .filter(|[a, b, c]| a != b && b != c && c != a)
            .collect();
        let count = sums.len();
        let joined = SurfaceMesh {
            positions_mm: sums.iter().map(|(place, _, n)| *place / *n).collect(),
            normals: sums
                .iter()
                .map(|(_, normal, _)| normal.normalize_or(Vec3::Y))
                .collect(),
            triangles,
            fibre_uv: vec![[0.0; 2]; count],
            fibre_tangent: vec![Vec3::ZERO; count],
        };
        (joined, number)
    }
}

/// Vertices of edges that more than two triangles share, in order.
fn doubled_edges(triangles: &[[u32; 3]], vertices: usize) -> Vec<u32> {
    // The far ends of the edges that leave each vertex, one list after the other.
    let mut starts = vec![0_u32; vertices + 1];
    for vertex in triangles.iter().flatten() {
        starts[*vertex as usize + 1] += 1;
    }
    for vertex in 0..vertices {
        starts[vertex + 1] += starts[vertex];
    }
    let mut ends = starts.clone();
    let mut far = vec![0_u32; triangles.len() * 3];
    for &[a, b, c] in triangles {
        for (from, to) in [(a, b), (b, c), (c, a)] {
            far[ends[from as usize] as usize] = to;
            ends[from as usize] += 1;
        }
    }
    let mut doubled = Vec::new();
    for vertex in 0..vertices {
        let own = &far[starts[vertex] as usize..starts[vertex + 1] as usize];
        for (n, to) in own.iter().enumerate() {
            if own[..n].contains(to) {
                doubled.extend([vertex as u32, *to]);
            }
        }
    }
    doubled.sort_unstable();
    doubled.dedup();
    doubled
}

/// The vertex that leads the group of a vertex.
pub(super) fn root(first: &mut [u32], mut of: u32) -> u32 {
    while first[of as usize] != of {
        first[of as usize] = first[first[of as usize] as usize];
        of = first[of as usize];
    }
    of
}
