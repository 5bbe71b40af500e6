//! Surface nets: a mesh of quads around the zero level of a field on the skin's lattice.
//!
//! Follows the surface from seeds, so that only cells near it are ever looked at, and gives every sheet
//! of the surface that passes through a cell a vertex of its own, so that two fingers
//! close together do not become one. Works on the left half; the first plane of nodes is the midline,
//! across which quads join a vertex to its own mirror image.

use glam::Vec3;
use rayon::prelude::*;

mod sheets;

pub(super) use self::sheets::{AROUND, EDGES, Sheets};

use self::sheets::FACES;
use super::skin::lattice::{ACROSS, DEEP, Lattice};

/// A vertex of the left half, or the mirror image of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Corner {
    /// Index of the vertex of the left half.
    pub vertex: u32,
    /// True for its mirror image.
    pub mirrored: bool,
}

/// The left half of a surface.
pub struct HalfSurface {
    /// Vertices, body frame, millimetres.
    pub positions_mm: Vec<Vec3>,
    /// Quads, counter-clockwise seen from outside, those across the midline included once.
    pub quads: Vec<[Corner; 4]>,
}

/// No cell, no vertex.
const NONE: u32 = u32::MAX;

/// Lays a net around the part of the surface `distance` = 0 that hangs together with the seeds
/// (points of the body frame near the surface).
pub fn surface_nets(
    lattice: &Lattice,
    seeds: &[Vec3],
    distance: impl Fn(Vec3) -> f32 + Sync,
) -> HalfSurface {
    let mut following = Following::new(lattice, seeds);
    while !following.step(lattice, usize::MAX, &distance) {}
    following.net(lattice)
}

fn corner_nodes(cell: usize) -> [usize; 8] {
    let layer = ACROSS * DEEP;
    let mut nodes = [cell; 8];
    for (corner, node) in nodes.iter_mut().enumerate() {
        *node += (corner & 1) * DEEP + (corner >> 1 & 1) * layer + (corner >> 2 & 1);
    }
    nodes
}

/// The surface as far as it has been followed. Which cells are found, and what is found in them, does not
/// depend on the order in which they are looked at, nor on how many at once.
pub struct Following {
    /// Field values at the nodes; NaN where nobody has asked yet.
    values: Vec<f32>,
    /// Cells that are or were in the queue.
    seen: Vec<bool>,
    /// The cells that the surface passes through, and the signs at their corners.
    found: Vec<(u32, u8)>,
    /// Cells still to be looked at.
    front: Vec<usize>,
}

impl Following {
    /// Begins at the seeds.
    pub fn new(lattice: &Lattice, seeds: &[Vec3]) -> Self {
        let mut seen = vec![false; lattice.nodes()];
        let mut front: Vec<usize> = Vec::new();
        for &seed in seeds {
            if let Some((i, j, k)) = lattice.cell_at(seed) {
                // The seed may lie a little beside the surface: its neighbours are looked at too.
                for (di, dj, dk) in (0..27).map(|n| (n % 3, n / 3 % 3, n / 9)) {
                    let (Some(i), Some(j), Some(k)) = (
                        (i + di).checked_sub(1),
                        (j + dj).checked_sub(1),
                        (k + dk).checked_sub(1),
                    ) else {
                        continue;
                    };
                    push(lattice, &mut seen, &mut front, i, j, k);
                }
            }
        }
        Self {
            values: vec![f32::NAN; lattice.nodes()],
            seen,
            found: Vec::new(),
            front,
        }
    }

    /// Looks at so many of the cells in the queue at most; true when the queue is empty.
    pub fn step(
        &mut self,
        lattice: &Lattice,
        cells: usize,
        distance: &(impl Fn(Vec3) -> f32 + Sync),
    ) -> bool {
        let kept = self.front.len().saturating_sub(cells);
        let cells = self.front.split_off(kept);
        let values = &mut self.values;
        let mut wanted: Vec<usize> = cells
            .iter()
            .flat_map(|&cell| corner_nodes(cell))
            .filter(|&node| values[node].is_nan())
            .collect();
        wanted.sort_unstable();
        wanted.dedup();
        let computed: Vec<f32> = wanted
            .par_iter()
            .with_min_len(64)
            .map(|&node| {
                let value = distance(lattice.place_mm(node));
                // A node exactly on the surface would make flat quads.
                if value.is_finite() && value != 0.0 {
                    value
                } else {
                    1e-4
                }
            })
            .collect();
        for (&node, value) in wanted.iter().zip(computed) {
            values[node] = value;
        }
        for cell in cells {
            self.look_at(lattice, cell);
        }
        self.front.is_empty()
    }

    /// Keeps a cell that the surface passes through, and puts in the queue where it goes from there.
    fn look_at(&mut self, lattice: &Lattice, cell: usize) {
        let nodes = corner_nodes(cell);
        let signs = (0..8).fold(0u8, |signs, n| {
            signs | (u8::from(self.values[nodes[n]] < 0.0) << n)
        });
        if signs == 0 || signs == 255 {
            return;
        }
        self.found.push((cell as u32, signs));
        let (k, column) = (cell % DEEP, cell / DEEP);
        let (i, j) = (column % ACROSS, column / ACROSS);
        for (face, corners) in FACES.iter().enumerate() {
            let inside = corners.iter().filter(|&&c| signs >> c & 1 == 1).count();
            if inside == 0 || inside == 4 {
                continue;
            }
            let mut at = [i, j, k];
            let axis = face / 2;
            if face % 2 == 1 {
                at[axis] += 1;
            } else if let Some(lower) = at[axis].checked_sub(1) {
                at[axis] = lower;
            } else {
                continue;
            }
            let [i, j, k] = at;
            push(lattice, &mut self.seen, &mut self.front, i, j, k);
        }
    }

    /// The net about what was followed.
    pub fn net(mut self, lattice: &Lattice) -> HalfSurface {
        self.found.sort_unstable();
        net(lattice, &self.values, &self.found)
    }
}

/// Puts a cell in the queue once; the outermost cells of the lattice are left out.
fn push(
    lattice: &Lattice,
    seen: &mut [bool],
    front: &mut Vec<usize>,
    i: usize,
    j: usize,
    k: usize,
) {
    if i + 2 > ACROSS || j + 2 > lattice.layers() || k + 2 > DEEP {
        return;
    }
    let cell = lattice.node(i, j, k);
    if !std::mem::replace(&mut seen[cell], true) {
        front.push(cell);
    }
}

/// Vertices and quads from the values at the nodes and the cells that the surface passes through.
fn net(lattice: &Lattice, values: &[f32], cells: &[(u32, u8)]) -> HalfSurface {
    let sheets = Sheets::new();
    let mut first_vertex = vec![NONE; lattice.nodes()];
    let mut signs_of = vec![0u8; lattice.nodes()];
    let mut positions_mm = Vec::with_capacity(cells.len() + 64);
    for &(cell, signs) in cells {
        first_vertex[cell as usize] = positions_mm.len() as u32;
        signs_of[cell as usize] = signs;
        let nodes = corner_nodes(cell as usize);
        let count = sheets.count[signs as usize] as usize;
        let mut sums = [(Vec3::ZERO, 0.0f32); 4];
        for (edge, &(a, b)) in EDGES.iter().enumerate() {
            if (signs >> a & 1) == (signs >> b & 1) {
                continue;
            }
            let (va, vb) = (values[nodes[a]], values[nodes[b]]);
            let (pa, pb) = (lattice.place_mm(nodes[a]), lattice.place_mm(nodes[b]));
            let sum = &mut sums[sheets.of_edge[signs as usize][edge] as usize];
            sum.0 += pa.lerp(pb, va / (va - vb));
            sum.1 += 1.0;
        }
        positions_mm.extend(sums.iter().take(count).map(|(sum, n)| *sum / n.max(1.0)));
    }
    let mut quads = Vec::with_capacity(positions_mm.len());
    for &(cell, signs) in cells {
        let cell = cell as usize;
        let (k, column) = (cell % DEEP, cell / DEEP);
        let (i, j) = (column % ACROSS, column / ACROSS);
        for (axis, around) in AROUND.iter().enumerate() {
            let far = 1usize << axis;
            if (signs & 1) == (signs >> far & 1) {
                continue;
            }
            let mut quad = [Corner {
                vertex: NONE,
                mirrored: false,
            }; 4];
            for (corner, (offset, edge)) in quad.iter_mut().zip(around) {
                // Left of the midline lies the mirror image of the first column of cells.
                let mirrored = offset[0] > i;
                let across = if mirrored { 0 } else { i - offset[0] };
                let (Some(j), Some(k)) = (j.checked_sub(offset[1]), k.checked_sub(offset[2]))
                else {
                    continue;
                };
                let neighbour = lattice.node(across, j, k);
                let edge = if mirrored { mirror_edge(*edge) } else { *edge };
                let first = first_vertex[neighbour];
                if first != NONE {
                    let sheet = sheets.of_edge[signs_of[neighbour] as usize][edge];
                    *corner = Corner {
                        vertex: first + u32::from(sheet),
                        mirrored,
                    };
                }
            }
            if quad.iter().any(|corner| corner.vertex == NONE) {
                continue;
            }
            if signs & 1 == 0 {
                quad.reverse();
            }
            quads.push(quad);
        }
    }
    HalfSurface {
        positions_mm,
        quads,
    }
}

/// The same edge seen in the mirror image of the cell: +x and -x change places.
fn mirror_edge(edge: usize) -> usize {
    match edge {
        5 => 4,
        7 => 6,
        9 => 8,
        11 => 10,
        other => other,
    }
}
