//! Which nodes of a lattice lie inside a closed mesh, and which lie deep inside a whole bone.
//!
//! Told by counting crossings along the rows of the lattice, which no net that crosses itself confuses.

use super::lattice::Lattice;
use crate::anatomy::mesh::SurfaceMesh;
use glam::{IVec3, Vec3};

/// What lies so many nodes from all that is outside is deep: nothing there reaches the surface any more.
const DEEP_NODES: usize = 1;

/// The inside of one part of a bone.
pub(super) struct Inside {
    /// The nodes around the part.
    pub window: Lattice,
    /// Place of the window's first node in the lattice of the bone.
    pub first: IVec3,
    /// Whether each node is inside.
    pub nodes: Vec<bool>,
}

impl Inside {
    /// Of a closed mesh that faces outward, with a margin around it.
    pub fn of(mesh: &SurfaceMesh, lattice: &Lattice, margin_mm: f32) -> Self {
        let (low_mm, high_mm) = mesh.bounds_mm().unwrap_or((lattice.low_mm, lattice.low_mm));
        let (first, window) = lattice.window(low_mm, high_mm, margin_mm);
        let mut crossings = vec![0_i8; window.nodes()];
        for &triangle in &mesh.triangles {
            cross(mesh.corners_mm(triangle), &window, &mut crossings);
        }
        let mut nodes = Vec::with_capacity(crossings.len());
        for row in crossings.chunks(window.size.x as usize) {
            let mut depth = 0_i32;
            nodes.extend(row.iter().map(|step| {
                depth += i32::from(*step);
                depth > 0
            }));
        }
        Self {
            window,
            first,
            nodes,
        }
    }
}

/// The nodes deep inside a bone.
pub(super) struct Deep {
    lattice: Lattice,
    nodes: Vec<bool>,
}

impl Deep {
    /// Of all parts of a bone.
    pub fn of(parts: &[Inside], lattice: &Lattice) -> Self {
        let mut nodes = vec![false; lattice.nodes()];
        for part in parts {
            let row = part.window.size.x as usize;
            for (from, to) in lattice.rows_of(&part.window, part.first) {
                let own = &part.nodes[from..from + row];
                for (node, inside) in nodes[to..to + row].iter_mut().zip(own) {
                    *node |= inside;
                }
            }
        }
        let (row, plane) = (
            lattice.size.x as usize,
            (lattice.size.x * lattice.size.y) as usize,
        );
        for step in [1, row, plane] {
            for _ in 0..DEEP_NODES {
                let before = nodes.clone();
                let beside = before.iter().zip(before.iter().skip(2 * step));
                for (node, (before, behind)) in nodes.iter_mut().skip(step).zip(beside) {
                    *node &= before & behind;
                }
            }
        }
        Self {
            lattice: *lattice,
            nodes,
        }
    }

    /// Of none: nothing is deep.
    pub fn nowhere(lattice: &Lattice) -> Self {
        Self::of(&[], lattice)
    }

    /// Whether a triangle lies wholly deep inside: its corners, the middles of its edges and its own.
    pub fn buries(&self, [a, b, c]: [Vec3; 3]) -> bool {
        let places = [
            a,
            b,
            c,
            (a + b) * 0.5,
            (b + c) * 0.5,
            (c + a) * 0.5,
            (a + b + c) / 3.0,
        ];
        places.into_iter().all(|place| {
            let nearest = self.lattice.below(place + 0.5 * self.lattice.spacing_mm);
            // A hole reaches out of the bone's lattice, and one about the left half knows nothing of the right one.
            let is_known =
                nearest.cmpge(IVec3::ZERO).all() && nearest.cmplt(self.lattice.size).all();
            let [x, y, z] = nearest.to_array();
            is_known && self.nodes[self.lattice.index(x, y, z)]
        })
    }
}

/// Enters where the rows along x cross a triangle, at the node behind: 1 into the body, -1 out of it.
fn cross(corners: [Vec3; 3], window: &Lattice, crossings: &mut [i8]) {
    let [a, b, c] = corners;
    let normal = (b - a).cross(c - a);
    if normal.x == 0.0 {
        return;
    }
    let last = window.size - IVec3::ONE;
    let low = (window.below(a.min(b).min(c)) + IVec3::ONE).max(IVec3::ZERO);
    let high = window.below(a.max(b).max(c)).min(last);
    for z in low.z..=high.z {
        for y in low.y..=high.y {
            let node = window.place_mm(0, y, z);
            let sides = [(a, b), (b, c), (c, a)].map(|(p, q)| left_of(p, q, node));
            if sides[0] != sides[1] || sides[1] != sides[2] {
                continue;
            }
            let x = a.x - (normal.y * (node.y - a.y) + normal.z * (node.z - a.z)) / normal.x;
            let behind = ((x - window.low_mm.x) / window.spacing_mm).ceil() as i32;
            let index = window.index(behind.clamp(0, last.x), y, z);
            crossings[index] += if normal.x < 0.0 { 1 } else { -1 };
        }
    }
}

/// Whether a node lies to the left of an edge as seen along x. Two triangles that share an edge agree to the last
/// bit, since it is always reckoned from the same end: a row never slips between them.
fn left_of(p: Vec3, q: Vec3, node: Vec3) -> bool {
    let turned = (q.y, q.z) < (p.y, p.z);
    let (p, q) = if turned { (q, p) } else { (p, q) };
    let side = (q.y - p.y) * (node.z - p.z) - (q.z - p.z) * (node.y - p.y);
    (side > 0.0) != turned
}
