//! How far what is drawn of a bone lies from the reference.

use glam::Vec3;

use super::solid::Solid;
use crate::anatomy::bone_surface::surface_of_bone;
use crate::anatomy::mesh::SurfaceMesh;
use crate::anatomy::ray_index::RayIndex;
use crate::anatomy::ring_net::NetError;
use crate::model::facts::Shape;

/// Samples taken on each of the two surfaces.
const SAMPLES: usize = 12_000;

/// Distances between two surfaces, both ways together, millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Deviation {
    /// Mean distance.
    pub mean_mm: f32,
    /// 95 of 100 samples are nearer than this.
    pub p95_mm: f32,
}

/// Compares what is drawn of a shape with the reference, both ways. Samples of either that cannot be seen from outside
/// are left out: the hollow of the cranium and the canal of the sacrum are ours, and nobody looks into a filled bone.
///
/// # Errors
/// Where a net is no surface.
pub fn deviation(shape: &Shape, reference: &Solid) -> Result<Deviation, NetError> {
    let whole = surface_of_bone(shape)?;
    let reference =
        SurfaceMesh::from_triangles(reference.positions_mm.clone(), reference.triangles.clone());
    let reference_index = RayIndex::build(&reference);
    let whole_index = RayIndex::build(&whole);
    let seen_to = |(mesh, own): (&SurfaceMesh, &RayIndex), other: &RayIndex| -> Vec<f32> {
        samples(mesh, SAMPLES)
            .into_iter()
            .filter(|&(p, normal)| visible(own, p, normal))
            .filter_map(|(p, _)| other.nearest(p))
            .map(|found| found.distance_mm)
            .collect()
    };
    let mut distances = seen_to((&whole, &whole_index), &reference_index);
    let mut others = seen_to((&reference, &reference_index), &whole_index);
    let mean = |list: &[f32]| list.iter().sum::<f32>() / list.len().max(1) as f32;
    let mean_mm = (mean(&distances) + mean(&others)) * 0.5;
    // The same weight to both directions, as in the mean.
    let p95 = |list: &mut Vec<f32>| {
        list.sort_by(f32::total_cmp);
        list.get(list.len() * 95 / 100).copied().unwrap_or(0.0)
    };
    Ok(Deviation {
        mean_mm,
        p95_mm: (p95(&mut distances) + p95(&mut others)) * 0.5,
    })
}

/// Points spread over a mesh by area, with the triangle's normal; the same ones every time.
fn samples(mesh: &SurfaceMesh, count: usize) -> Vec<(Vec3, Vec3)> {
    let corners = |t: &[u32; 3]| t.map(|i| mesh.positions_mm[i as usize]);
    let area = |[a, b, c]: [Vec3; 3]| (b - a).cross(c - a).length() * 0.5;
    let total: f32 = mesh.triangles.iter().map(|t| area(corners(t))).sum();
    let step = total / count.max(1) as f32;
    let mut out = Vec::new();
    let mut owed = step * 0.5;
    let mut turn = 0_u32;
    for t in &mesh.triangles {
        let [a, b, c] = corners(t);
        let here = area([a, b, c]);
        let mut used = owed;
        while used < here {
            // The additive recurrence of the plastic number covers each triangle evenly.
            let (x, y) = (
                (0.754_877_7 * turn as f32).fract(),
                (0.569_840_3 * turn as f32).fract(),
            );
            let (x, y) = if x + y > 1.0 {
                (1.0 - x, 1.0 - y)
            } else {
                (x, y)
            };
            out.push((
                a + (b - a) * x + (c - a) * y,
                (b - a).cross(c - a).normalize_or_zero(),
            ));
            turn = turn.wrapping_add(1) % 100_000;
            used += step;
        }
        owed = used - here;
    }
    out
}

/// Whether some way out of the body is free from a point of a surface.
pub(in crate::workshop) fn visible(index: &RayIndex, p: Vec3, normal: Vec3) -> bool {
    let (across, over) = normal.any_orthonormal_pair();
    let from = p + normal * 0.3;
    let tilted = [Vec3::ZERO, across, -across, over, -over];
    tilted.into_iter().any(|t| {
        index
            .first_hit(from, (normal + t * 0.7).normalize())
            .is_none()
    })
}
