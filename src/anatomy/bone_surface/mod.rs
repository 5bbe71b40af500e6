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
mod half;
mod inside;
mod lattice;
mod net;
#[cfg(test)]
mod tests;

use self::{
    coarsen::coarsened,
    distance::Distances,
    field::Field,
    half::{is_in_midline, whole},
    inside::{Deep, Inside},
    lattice::Lattice,
    net::net,
};
use super::{
    mesh::SurfaceMesh,
    ring_net::{Fineness, NetError, rings_of_net, surface_without_fibres},
};
use crate::model::facts::{Net, Shape};
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
/// Width of the round edge of a hole: as narrow as the lattice can tell.
const HOLE_EDGE_IN_SPACINGS: f32 = 0.6;
/// How often the vertices are moved towards their neighbours and laid on the surface again.
const RELAXATIONS: usize = 2;

/// How much of a bone is reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    Whole,
    /// The left half of a bone in the midline: the right one is its mirror image.
    LeftHalf,
}

/// The surface of a bone: of one net as it is, of several nets their smooth union, less its holes. Closed and facing
/// outward.
///
/// # Errors
/// Where a net is no surface; see [`NetError`].
pub fn surface_of_bone(shape: &Shape) -> Result<SurfaceMesh, NetError> {
    if let ([only], []) = (shape.nets.as_slice(), shape.holes.as_slice()) {
        let rings = rings_of_net(only)?;
        return surface_without_fibres(&rings, Fineness::for_bone(&rings));
    }
    if shape.nets.is_empty() {
        return Err(NetError::Empty);
    }
    let surfaces = |nets: &[Net]| -> Result<Vec<SurfaceMesh>, NetError> {
        let rings = nets.iter().map(rings_of_net);
        rings
            .map(|rings| {
                rings.and_then(|rings| surface_without_fibres(&rings, Fineness::for_rings(&rings)))
            })
            .collect()
    };
    let (parts, holes) = (surfaces(&shape.nets)?, surfaces(&shape.holes)?);
    Ok(united(&parts, &holes))
}

/// The smooth union of closed meshes that face outward, less the holes. In the midline its right half is the mirror image
/// of the left one.
fn united(parts: &[SurfaceMesh], holes: &[SurfaceMesh]) -> SurfaceMesh {
    let Some((low_mm, high_mm)) = parts
        .iter()
        .filter_map(SurfaceMesh::bounds_mm)
        .reduce(|(low, high), (l, h)| (low.min(l), high.max(h)))
    else {
        return SurfaceMesh::default();
    };
    match is_in_midline(low_mm, high_mm) {
        true => whole(&reckoned(parts, holes, [low_mm, high_mm], Extent::LeftHalf)),
        false => reckoned(parts, holes, [low_mm, high_mm], Extent::Whole),
    }
}

/// The union of parts within their bounds, as much of it as is reckoned.
fn reckoned(
    parts: &[SurfaceMesh],
    holes: &[SurfaceMesh],
    [low_mm, high_mm]: [Vec3; 2],
    extent: Extent,
) -> SurfaceMesh {
    let across_mm = low_mm.distance(high_mm);
    let spacing_mm = (SPACING_BY_ROOT_MM * across_mm.sqrt()).clamp(SPACING_MM.0, SPACING_MM.1);
    let band_mm = BAND_IN_SPACINGS * spacing_mm;
    let lattice = match extent {
        Extent::Whole => Lattice::around(low_mm, high_mm, spacing_mm, band_mm),
        Extent::LeftHalf => Lattice::around_left_half(low_mm, high_mm, spacing_mm, band_mm),
    };
    let reached = |mesh: &&SurfaceMesh| {
        let bounds = mesh.bounds_mm();
        bounds.is_some_and(|(_, high)| high.x > lattice.low_mm.x - band_mm)
    };
    let parts: Vec<&SurfaceMesh> = parts.iter().filter(reached).collect();
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
    // A hole counts where the bone is deep as well.
    let deep = Deep::nowhere(&lattice);
    for hole in holes.iter().filter(reached) {
        let inside = Inside::of(hole, &lattice, band_mm);
        let distances = Distances::of(hole, &inside, &deep, band_mm);
        field.take_out(&distances, HOLE_EDGE_IN_SPACINGS * spacing_mm);
    }
    let mirror = |field: &mut Field| {
        if extent == Extent::LeftHalf {
            field.mirror();
        }
    };
    mirror(&mut field);
    field.soften();
    mirror(&mut field);
    let mut mesh = net(&mut field, extent);
    for _ in 0..RELAXATIONS {
        relax(&mut mesh, extent);
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

/// Evens the triangles out: every vertex half-way to the middle of its neighbours. The vertices of a half that lie in
/// the midline have neighbours on the other side as well, and stay in it.
fn relax(mesh: &mut SurfaceMesh, extent: Extent) {
    let is_half = extent == Extent::LeftHalf;
    let mut sums = vec![(Vec3::ZERO, 0.0_f32); mesh.positions_mm.len()];
    for &[a, b, c] in &mesh.triangles {
        for (from, to) in [(a, b), (b, c), (c, a)] {
            let beside = mesh.positions_mm[to as usize];
            let sum = &mut sums[from as usize];
            if is_half && mesh.positions_mm[from as usize].x == 0.0 && beside.x != 0.0 {
                *sum = (sum.0 + 2.0 * beside.with_x(0.0), sum.1 + 2.0);
            } else {
                *sum = (sum.0 + beside, sum.1 + 1.0);
            }
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
