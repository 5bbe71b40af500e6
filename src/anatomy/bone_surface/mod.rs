//! A compound bone as one surface: the smooth union of its nets.
//!
//! A vertebra, the sacrum, the hip bone and the skull are several closed nets that overlap. Drawn as they are
//! they would look like broken pieces: creases where they meet, and a third of the surface hidden inside.
//! Here the signed distance of each net is taken on a lattice, the distances are joined by a smooth minimum,
//! and the zero of that is meshed. What lies inside is gone, and where parts meet there is a fillet. Not here:
//! how a single net becomes a surface (`ring_net`), and the union of the skin, which is of another size (`skin`).

mod coarsen;
mod distance;
mod field;
mod inside;
mod lattice;
mod net;
#[cfg(test)]
mod tests;

use self::{
    coarsen::coarsened,
    distance::Distances,
    field::Field,
    inside::{Deep, Inside},
    lattice::Lattice,
    net::net,
};
use super::{
    mesh::SurfaceMesh,
    ring_net::{Fineness, NetError, rings_of_net, surface_of_rings, surface_of_sized_net},
};
use crate::model::facts::Shape;
use glam::Vec3;

/// Spacing of the lattice for a bone of so many millimetres from corner to corner: this by its square root. A
/// vertebra of the neck, whose bars are thin, gets 1.6 mm.
const SPACING_BY_ROOT_MM: f32 = 0.178;
/// Narrowest and widest spacing, millimetres: the zygomatic arch must not slip between the nodes.
const SPACING_MM: (f32, f32) = (1.2, 2.8);
/// The blend's width as a share of the thinner part's radius: a fillet as a bone has it, and too narrow to
/// fill a hole that the part helps to surround.
const BLEND_OF_RADIUS: f32 = 0.45;
/// Narrowest and widest blend, millimetres.
const BLEND_MM: (f32, f32) = (1.2, 4.5);
/// Distances are known so many spacings to either side of the surface: as far as corners of cells that it
/// passes through lie, and the differences that normals are taken from.
const BAND_IN_SPACINGS: f32 = 1.4;
/// How often the vertices are moved towards their neighbours and laid on the surface again.
const RELAXATIONS: usize = 2;

/// The surface of a bone: of one net as it is, of several nets their smooth union. Closed and facing outward.
///
/// # Errors
/// Where a net is no surface; see [`NetError`].
pub fn surface_of_bone(shape: &Shape) -> Result<SurfaceMesh, NetError> {
    if let [only] = shape.nets.as_slice() {
        let rings = rings_of_net(only)?;
        return surface_of_rings(&rings, Fineness::for_bone(&rings));
    }
    if shape.nets.is_empty() {
        return Err(NetError::Empty);
    }
    let parts: Vec<SurfaceMesh> = shape
        .nets
        .iter()
        .map(surface_of_sized_net)
        .collect::<Result<_, _>>()?;
    Ok(united(&parts))
}

/// The smooth union of closed meshes that face outward.
fn united(parts: &[SurfaceMesh]) -> SurfaceMesh {
    let Some((low_mm, high_mm)) = parts
        .iter()
        .filter_map(SurfaceMesh::bounds_mm)
        .reduce(|(low, high), (l, h)| (low.min(l), high.max(h)))
    else {
        return SurfaceMesh::default();
    };
    let across_mm = low_mm.distance(high_mm);
    let spacing_mm = (SPACING_BY_ROOT_MM * across_mm.sqrt()).clamp(SPACING_MM.0, SPACING_MM.1);
    let band_mm = BAND_IN_SPACINGS * spacing_mm;
    let lattice = Lattice::around(low_mm, high_mm, spacing_mm, band_mm);
    let mut field = Field::empty(&lattice, band_mm);
    let insides: Vec<Inside> = parts
        .iter()
        .map(|part| Inside::of(part, &lattice, band_mm))
        .collect();
    let deep = Deep::of(&insides, &lattice);
    for (part, inside) in parts.iter().zip(&insides) {
        let distances = Distances::of(part, inside, &deep, band_mm);
        field.join(&distances, blend_mm(part).min(band_mm));
    }
    field.soften();
    let mut mesh = net(&mut field);
    for _ in 0..RELAXATIONS {
        relax(&mut mesh);
        lay(&mut mesh, &field);
    }
    mesh.recompute_normals();
    let mut mesh = coarsened(mesh, &lattice);
    lay(&mut mesh, &field);
    mesh.normals = normals(&mesh, &field);
    mesh
}

/// Width of the blend of a part with others: by the radius of a rod of its volume and area.
fn blend_mm(part: &SurfaceMesh) -> f32 {
    let area: f32 = part
        .triangles
        .iter()
        .map(|&t| {
            let [a, b, c] = part.corners_mm(t);
            (b - a).cross(c - a).length() * 0.5
        })
        .sum();
    let radius = 2.0 * part.signed_volume_mm3() / area.max(1e-3);
    (radius * BLEND_OF_RADIUS).clamp(BLEND_MM.0, BLEND_MM.1)
}

/// Evens the triangles out: every vertex half-way to the middle of its neighbours.
fn relax(mesh: &mut SurfaceMesh) {
    let mut sums = vec![(Vec3::ZERO, 0.0_f32); mesh.positions_mm.len()];
    for &[a, b, c] in &mesh.triangles {
        for (from, to) in [(a, b), (b, c), (c, a)] {
            let sum = &mut sums[from as usize];
            sum.0 += mesh.positions_mm[to as usize];
            sum.1 += 1.0;
        }
    }
    for (place, (sum, n)) in mesh.positions_mm.iter_mut().zip(sums) {
        *place = place.lerp(sum / n.max(1.0), 0.5);
    }
}

/// A step towards the surface for every vertex.
fn lay(mesh: &mut SurfaceMesh, field: &Field) {
    for place in &mut mesh.positions_mm {
        let (distance_mm, slope) = field.slope(*place);
        // On a thin rim the field is flat and misleads: shorter steps there.
        let step = slope * (distance_mm / slope.length_squared().max(0.5));
        *place -= step.clamp_length_max(field.spacing_mm());
    }
}

/// Outward directions of the field at the vertices.
fn normals(mesh: &SurfaceMesh, field: &Field) -> Vec<Vec3> {
    mesh.positions_mm
        .iter()
        .map(|&place| field.gradient(place).normalize_or(Vec3::Y))
        .collect()
}
