//! Bones in the midline: the left half is reckoned, and the right one is its mirror image.
//!
//! What is fastened to a bone on the right is the mirror image of what is on the left, so that the bone has to be even
//! as well. Those that were measured are so only nearly. It saves half of the work, too.

use crate::anatomy::mesh::SurfaceMesh;
use glam::Vec3;

/// A bone in the midline reaches as far to the right as to the left, to this share of its width.
const UNEVEN: f32 = 0.1;

/// Whether parts together reach as far to the right as to the left.
pub(super) fn is_in_midline(low_mm: Vec3, high_mm: Vec3) -> bool {
    (low_mm.x + high_mm.x).abs() < UNEVEN * (high_mm.x - low_mm.x)
}

/// Both halves as one closed surface, of a left half that is open in the midline.
pub(super) fn whole(half: &SurfaceMesh) -> SurfaceMesh {
    let mut whole = half.clone();
    let mut across: Vec<u32> = Vec::with_capacity(half.positions_mm.len());
    for (vertex, place) in half.positions_mm.iter().enumerate() {
        let normal = &mut whole.normals[vertex];
        if place.x == 0.0 {
            *normal = normal.with_x(0.0).normalize_or(Vec3::Y);
            across.push(vertex as u32);
            continue;
        }
        across.push(whole.positions_mm.len() as u32);
        let normal = *normal;
        whole.positions_mm.push(place.with_x(-place.x));
        whole.normals.push(normal.with_x(-normal.x));
        whole.fibre_uv.push(half.fibre_uv[vertex]);
        let along = half.fibre_tangent[vertex];
        whole.fibre_tangent.push(along.with_x(-along.x));
    }
    let mirrored = (half.triangles.iter()).map(|&[a, b, c]| [a, c, b].map(|v| across[v as usize]));
    whole.triangles.extend(mirrored);
    whole
}
