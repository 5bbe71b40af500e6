//! The signed distance of a closed mesh at the nodes of a lattice, in a band about its surface.
//!
//! Distances are entered triangle by triangle, which costs a tenth of asking for the nearest triangle node
//! by node. What is inside and what outside is told by `inside`.

use super::{
    inside::{Deep, Inside},
    lattice::Lattice,
};
use crate::anatomy::mesh::SurfaceMesh;
use glam::{IVec3, Vec3};

/// No triangle.
pub(super) const FAR: u32 = u32::MAX;

/// Distances of one part of a bone.
pub(super) struct Distances {
    /// The nodes that are known; beyond them it is farther than the band.
    pub window: Lattice,
    /// Place of the window's first node in the lattice of the bone.
    pub first: IVec3,
    /// Distance at each node, negative inside, millimetres; never more than the band either way.
    pub signed_mm: Vec<f32>,
    /// Number of the triangle that is nearest to each node; [`FAR`] where none is within the band.
    pub nearest: Vec<u32>,
    /// Outward direction of each triangle.
    pub outward: Vec<Vec3>,
}

impl Distances {
    /// Of a closed mesh that faces outward. `band_mm`: how far from the surface distances are known.
    ///
    /// What is buried deep in the bone is left out: a third of all triangles, where parts run into each other.
    pub fn of(mesh: &SurfaceMesh, inside: &Inside, deep: &Deep, band_mm: f32) -> Self {
        let (first, window) = (inside.first, inside.window);
        let mut squared = vec![band_mm * band_mm; window.nodes()];
        let mut nearest = vec![FAR; window.nodes()];
        let mut outward = Vec::with_capacity(mesh.triangles.len());
        let right_mm = window.low_mm.x - band_mm;
        for (number, &triangle) in mesh.triangles.iter().enumerate() {
            let corners = mesh.corners_mm(triangle);
            // Of a bone in the midline only the left half is reckoned.
            if corners.iter().all(|corner| corner.x < right_mm) {
                outward.push(Vec3::ZERO);
                continue;
            }
            let facet = Facet::new(corners);
            outward.push(facet.as_ref().map_or(Vec3::ZERO, |facet| facet.normal));
            if let Some(facet) = facet.filter(|facet| !deep.buries(facet.corners)) {
                let numbered = (number as u32, &facet);
                enter(numbered, &window, band_mm, &mut squared, &mut nearest);
            }
        }
        let mut signed_mm = squared;
        for (distance, inside) in signed_mm.iter_mut().zip(&inside.nodes) {
            let far = distance.sqrt();
            *distance = if *inside { -far } else { far };
        }
        Self {
            window,
            first,
            signed_mm,
            nearest,
            outward,
        }
    }
}

/// A triangle as the rows of the lattice see it.
struct Facet {
    corners: [Vec3; 3],
    normal: Vec3,
    /// Slopes of the shares of the three corners in a place of the triangle's plane.
    shares: [Vec3; 3],
}

impl Facet {
    /// `None` for a triangle without area.
    fn new([a, b, c]: [Vec3; 3]) -> Option<Self> {
        let face = (b - a).cross(c - a);
        let doubled = face.length();
        let normal = face.try_normalize()?;
        let slope = |p: Vec3, q: Vec3| normal.cross(q - p) / doubled;
        Some(Self {
            corners: [a, b, c],
            normal,
            shares: [slope(b, c), slope(c, a), slope(a, b)],
        })
    }

    /// Square of the distance from a place beside the triangle to its rim, of which only the edges that the place is
    /// beyond come into question.
    fn to_rim_squared(&self, place_mm: Vec3, shares: [f32; 3]) -> f32 {
        let mut least = f32::INFINITY;
        for (corner, share) in shares.into_iter().enumerate() {
            if share < 0.0 {
                let (p, q) = (
                    self.corners[(corner + 1) % 3],
                    self.corners[(corner + 2) % 3],
                );
                let (run, way) = (q - p, place_mm - p);
                let along = (way.dot(run) / run.length_squared()).clamp(0.0, 1.0);
                least = least.min((way - run * along).length_squared());
            }
        }
        least
    }
}

/// Enters a triangle at all nodes within the band to which nothing nearer is entered.
fn enter(
    (number, facet): (u32, &Facet),
    window: &Lattice,
    band_mm: f32,
    squared: &mut [f32],
    nearest: &mut [u32],
) {
    let [a, b, c] = facet.corners;
    let last = window.size - IVec3::ONE;
    let low = (window.below(a.min(b).min(c) - band_mm) + IVec3::ONE).max(IVec3::ZERO);
    let high = window.below(a.max(b).max(c) + band_mm).min(last);
    let step = facet.normal.x * window.spacing_mm;
    let leasts = facet.shares.map(|slope| -band_mm * slope.length());
    for z in low.z..=high.z {
        for y in low.y..=high.y {
            // Only the nodes of the row between two planes beside the triangle's own can be within the band.
            let node = window.place_mm(0, y, z);
            let start = facet.normal.dot(node - a);
            let (mut from, mut to) = (low.x, high.x);
            if step.abs() > 1e-4 {
                let (one, other) = ((-band_mm - start) / step, (band_mm - start) / step);
                from = from.max(one.min(other) as i32);
                to = to.min(one.max(other) as i32 + 1);
            } else if start.abs() > band_mm {
                continue;
            }
            if from > to {
                continue;
            }
            let shares = [b, c, a].map(|corner| node - corner);
            let shares: [f32; 3] = std::array::from_fn(|k| facet.shares[k].dot(shares[k]));
            for ((share, slope), least) in shares.iter().zip(facet.shares).zip(leasts) {
                // And only those that are not beyond an edge by more.
                let (rise, end) = (slope.x * window.spacing_mm, least - share);
                if rise > 1e-5 {
                    from = from.max((end / rise) as i32);
                } else if rise < -1e-5 {
                    to = to.min((end / rise) as i32 + 1);
                }
            }
            for x in from..=to {
                let index = window.index(x, y, z);
                let plane = start + step * x as f32;
                let mut distance = plane * plane;
                if distance >= squared[index] {
                    continue;
                }
                let on = x as f32 * window.spacing_mm;
                let here: [f32; 3] = std::array::from_fn(|k| shares[k] + facet.shares[k].x * on);
                if here.iter().any(|share| *share < 0.0) {
                    distance = facet.to_rim_squared(node.with_x(node.x + on), here);
                }
                if distance < squared[index] {
                    squared[index] = distance;
                    nearest[index] = number;
                }
            }
        }
    }
}
