//! The net of quads about the zero of a bone's field.

use super::{
    Extent,
    coarsen::root,
    field::Field,
    lattice::{Lattice, RIGHT_OF_MIDLINE},
};
use crate::anatomy::{
    mesh::SurfaceMesh,
    surface_nets::{AROUND, EDGES, Sheets},
};
use glam::{IVec3, Vec3};

/// No vertex.
const NONE: u32 = u32::MAX;

/// A closed mesh, its vertices near the surface; of a left half, one that is open in the midline, where its vertices lie
/// in x = 0. It has no normals yet.
pub(super) fn net(field: &mut Field, extent: Extent) -> SurfaceMesh {
    let lattice = *field.lattice();
    let (up, on) = (
        lattice.size.x as usize,
        (lattice.size.x * lattice.size.y) as usize,
    );
    let corner = |bit: usize| (bit & 1) + (bit >> 1 & 1) * up + (bit >> 2 & 1) * on;
    let offsets: [usize; 8] = std::array::from_fn(corner);
    let inside = settled(field, &offsets);
    let field = &*field;
    let sheets = Sheets::new();
    let mut first_vertex = vec![NONE; lattice.nodes()];
    let mut cells: Vec<(usize, u8)> = Vec::new();
    let mut positions_mm = Vec::new();
    let seam = match extent {
        Extent::Whole => None,
        Extent::LeftHalf => Some(RIGHT_OF_MIDLINE - 1),
    };
    let reckoned = |(place, _): &(IVec3, usize)| seam.is_none_or(|seam| place.x >= seam);
    for (place, cell) in crossed_cells(&lattice, &inside)
        .into_iter()
        .filter(reckoned)
    {
        let signs = (0..8).fold(0_u8, |signs, bit| {
            signs | inside[cell + offsets[bit]] << bit
        });
        first_vertex[cell] = positions_mm.len() as u32;
        cells.push((cell, signs));
        let mut sums = [(Vec3::ZERO, 0.0_f32); 4];
        for (edge, &(a, b)) in EDGES.iter().enumerate() {
            if signs >> a & 1 == signs >> b & 1 {
                continue;
            }
            let at = |bit: usize| {
                let bits = bit as i32;
                let corner = IVec3::new(bits & 1, bits >> 1 & 1, bits >> 2 & 1);
                let [x, y, z] = (place + corner).to_array();
                lattice.place_mm(x, y, z)
            };
            let value = |bit: usize| field.at_node(cell + offsets[bit]);
            let (va, vb) = (value(a), value(b));
            let sheet = sheets.of_edge[signs as usize][edge] as usize;
            sums[sheet].0 += at(a).lerp(at(b), va / (va - vb));
            sums[sheet].1 += 1.0;
        }
        let count = sheets.count[signs as usize] as usize;
        let places = sums.iter().take(count).map(|(sum, n)| *sum / n.max(1.0));
        positions_mm.extend(places.map(|at| match seam == Some(place.x) {
            true => at.with_x(0.0),
            false => at,
        }));
    }
    let mut signs_of = vec![0_u8; lattice.nodes()];
    for &(cell, signs) in &cells {
        signs_of[cell] = signs;
    }
    let mut triangles = Vec::with_capacity(positions_mm.len() * 2);
    for &(cell, signs) in &cells {
        for (axis, around) in AROUND.iter().enumerate() {
            if signs & 1 == signs >> (1 << axis) & 1 {
                continue;
            }
            let mut quad = [NONE; 4];
            for (vertex, (offset, edge)) in quad.iter_mut().zip(around) {
                // The margin of the lattice is outside, so that no neighbour is missing.
                let Some(neighbour) = cell.checked_sub(offset[0] + offset[1] * up + offset[2] * on)
                else {
                    continue;
                };
                let sheet = sheets.of_edge[signs_of[neighbour] as usize][*edge];
                if first_vertex[neighbour] != NONE {
                    *vertex = first_vertex[neighbour] + u32::from(sheet);
                }
            }
            if quad.contains(&NONE) {
                continue;
            }
            if signs & 1 == 0 {
                quad.reverse();
            }
            let [a, b, c, d] = quad;
            let gap = |p: u32, q: u32| -> f32 {
                let at: &Vec<Vec3> = &positions_mm;
                at[p as usize].distance_squared(at[q as usize])
            };
            // The shorter diagonal follows the surface better.
            triangles.extend(if gap(a, c) <= gap(b, d) {
                [[a, b, c], [a, c, d]]
            } else {
                [[a, b, d], [b, c, d]]
            });
        }
    }
    outer(&positions_mm, &triangles)
}

/// Which nodes are inside, 1 or 0, with no face of a cell left that has two inside corners and two outside ones crosswise:
/// there the net would touch itself along an edge. One of the outside corners is filled, so that a gap as narrow as
/// that is closed.
fn settled(field: &mut Field, offsets: &[usize; 8]) -> Vec<u8> {
    let lattice = *field.lattice();
    let mut inside: Vec<u8> = (0..lattice.nodes())
        .map(|index| u8::from(field.at_node(index) < 0.0))
        .collect();
    let mut again = true;
    while again {
        again = false;
        for (_, cell) in crossed_cells(&lattice, &inside) {
            // Faces across x, y and z at the near side of the cell; the far ones are another's.
            for face in [[0, 2, 6, 4], [0, 1, 5, 4], [0, 1, 3, 2]] {
                let nodes = face.map(|bit: usize| cell + offsets[bit]);
                let [a, b, c, d] = nodes.map(|node| inside[node]);
                if a == c && b == d && a != b {
                    let outside = if a == 0 {
                        [nodes[0], nodes[2]]
                    } else {
                        [nodes[1], nodes[3]]
                    };
                    let [p, q] = outside.map(|node| field.at_node(node));
                    let filled = if p <= q { outside[0] } else { outside[1] };
                    field.fill(filled);
                    inside[filled] = 1;
                    again = true;
                }
            }
        }
    }
    inside
}

/// The cells that the surface passes through: their places among the nodes, and the indices of their first nodes.
fn crossed_cells(lattice: &Lattice, inside: &[u8]) -> Vec<(IVec3, usize)> {
    let size = lattice.size;
    let row = size.x as usize;
    let mut cells = Vec::new();
    // How many of the four nodes at each x are inside, for a row of cells.
    let mut columns = vec![0_u8; row];
    for z in 0..size.z - 1 {
        for y in 0..size.y - 1 {
            let rows = [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(up, on)| {
                let from = lattice.index(0, y + up, z + on);
                &inside[from..from + row]
            });
            for (x, column) in columns.iter_mut().enumerate() {
                *column = rows[0][x] + rows[1][x] + rows[2][x] + rows[3][x];
            }
            let first = lattice.index(0, y, z);
            for (x, pair) in columns.windows(2).enumerate() {
                let filled = pair[0] + pair[1];
                if filled != 0 && filled != 8 {
                    cells.push((IVec3::new(x as i32, y, z), first + x));
                }
            }
        }
    }
    cells
}

/// Without the walls of closed hollows between the parts, which nobody sees.
fn outer(places_mm: &[Vec3], triangles: &[[u32; 3]]) -> SurfaceMesh {
    let mut group: Vec<u32> = (0..places_mm.len() as u32).collect();
    for &[a, b, c] in triangles {
        for other in [b, c] {
            let (one, other) = (root(&mut group, a), root(&mut group, other));
            group[other as usize] = one;
        }
    }
    let roots: Vec<u32> = (0..group.len() as u32)
        .map(|vertex| root(&mut group, vertex))
        .collect();
    let mut volumes = vec![0.0_f32; group.len()];
    // In the midline, so that a half that is open there counts as if it were closed.
    let base = places_mm.first().copied().unwrap_or_default().with_x(0.0);
    for triangle in triangles {
        let [a, b, c] = triangle.map(|vertex| places_mm[vertex as usize] - base);
        volumes[roots[triangle[0] as usize] as usize] += a.dot(b.cross(c));
    }
    let kept = |vertex: u32| volumes[roots[vertex as usize] as usize] > 0.0;
    let mut number = vec![NONE; group.len()];
    let mut mesh = SurfaceMesh::default();
    for (vertex, place) in places_mm.iter().enumerate() {
        if kept(vertex as u32) {
            number[vertex] = mesh.positions_mm.len() as u32;
            mesh.positions_mm.push(*place);
        }
    }
    mesh.triangles = triangles
        .iter()
        .filter(|t| kept(t[0]))
        .map(|t| t.map(|vertex| number[vertex as usize]))
        .collect();
    mesh
}
