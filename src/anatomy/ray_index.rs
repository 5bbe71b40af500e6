//! Rays and nearest points on one mesh, through a bounding volume hierarchy.
//!
//! Picking, the placing of points and the fitting all go through here. It keeps its
//! own copy of the triangles; the mesh may be dropped.

mod making;

pub use making::IndexSteps;

use super::mesh::SurfaceMesh;
use glam::{Vec3, Vec3A};
use obvhs::{
    bvh2::Bvh2,
    ray::{Ray, RayHit as BvhHit},
    triangle::Triangle,
};

/// A triangle is met this far beyond its edges, as a share of it: more than the figures of a body are rounded by, so that
/// no ray slips between two.
const EDGE: f32 = 1e-4;

/// Over one [`SurfaceMesh`]: where a ray meets it, what is nearest, what lies inside.
pub struct RayIndex {
    /// `None` for a mesh without triangles, and where one by one is soon enough.
    bvh: Option<Bvh2>,
    /// In the order of the hierarchy's leaves, if there is one.
    triangles: Vec<Triangle>,
    /// Number in the mesh of each of `triangles`.
    numbers: Vec<u32>,
    /// Vertex normals of each of `triangles`.
    normals: Vec<[Vec3; 3]>,
}

/// Where a ray meets the surface.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RayHit {
    /// Distance from the ray's origin, millimetres.
    pub distance_mm: f32,
    /// The point, body frame.
    pub point_mm: Vec3,
    /// Number of the triangle in the mesh.
    pub triangle: u32,
    /// Unit normal, interpolated from the vertices.
    pub normal: Vec3,
}

/// A point of the surface.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SurfacePoint {
    /// The point, body frame.
    pub point_mm: Vec3,
    /// Unit normal, interpolated from the vertices.
    pub normal: Vec3,
    /// Number of the triangle in the mesh.
    pub triangle: u32,
    /// Distance from the place asked about, millimetres.
    pub distance_mm: f32,
}

impl RayIndex {
    /// Indexes a mesh. Triangles with coordinates that are not finite are left out.
    pub fn build(mesh: &SurfaceMesh) -> Self {
        let mut steps = IndexSteps::new(mesh);
        while !steps.step(mesh) {}
        steps.finish()
    }

    /// As [`RayIndex::build`], at once and slow to ask: for a handful of questions all triangles are looked at.
    pub fn build_for_few(mesh: &SurfaceMesh) -> Self {
        IndexSteps::unordered(mesh).finish()
    }

    /// The nearest hit of the ray in front of its origin, from either face. `direction` need not be
    /// of unit length; `None` also where the ray is not finite or has no direction.
    pub fn first_hit(&self, origin_mm: Vec3, direction: Vec3) -> Option<RayHit> {
        let ray = ray(origin_mm, direction)?;
        let (distance_mm, slot) = match &self.bvh {
            Some(bvh) => {
                let mut hit = BvhHit::none();
                bvh.ray_traverse(ray, &mut hit, |ray, i| met_at_mm(&self.triangles[i], ray));
                (hit.t, hit.primitive_id as usize)
            }
            None => (self.triangles.iter())
                .map(|triangle| met_at_mm(triangle, &ray))
                .zip(0..)
                .min_by(|a, b| a.0.total_cmp(&b.0))?,
        };
        if !distance_mm.is_finite() {
            return None;
        }
        let point_mm = Vec3::from(ray.origin + ray.direction * distance_mm);
        Some(RayHit {
            distance_mm,
            point_mm,
            triangle: self.numbers[slot],
            normal: self.normal_at(slot, point_mm),
        })
    }

    /// The point of the surface closest to a place; `None` for an empty mesh or a place that is not finite.
    pub fn nearest(&self, point_mm: Vec3) -> Option<SurfacePoint> {
        if !point_mm.is_finite() {
            return None;
        }
        let place = Vec3A::from(point_mm);
        let (distance2, slot, on_surface) = match &self.bvh {
            Some(bvh) => self.nearest_of(bvh, place),
            None => (self.triangles.iter().zip(0..))
                .map(|(triangle, slot)| {
                    let candidate = closest_on_triangle(place, triangle);
                    ((candidate - place).length_squared(), slot, candidate)
                })
                .min_by(|a, b| a.0.total_cmp(&b.0))?,
        };
        distance2.is_finite().then(|| {
            let on_surface = Vec3::from(on_surface);
            SurfacePoint {
                point_mm: on_surface,
                normal: self.normal_at(slot, on_surface),
                triangle: self.numbers[slot],
                distance_mm: distance2.sqrt(),
            }
        })
    }

    /// Square of the distance to the nearest triangle, its slot, and the place on it.
    fn nearest_of(&self, bvh: &Bvh2, place: Vec3A) -> (f32, usize, Vec3A) {
        let gap2 = |node: usize| {
            let aabb = bvh.nodes[node].aabb();
            (place.clamp(aabb.min, aabb.max) - place).length_squared()
        };
        let mut best = (f32::INFINITY, 0usize, Vec3A::ZERO);
        let mut stack = vec![(gap2(0), 0usize)];
        while let Some((gap, index)) = stack.pop() {
            if gap >= best.0 {
                continue;
            }
            let node = &bvh.nodes[index];
            let first = node.first_index as usize;
            if node.is_leaf() {
                for slot in first..first + node.prim_count as usize {
                    let candidate = closest_on_triangle(place, &self.triangles[slot]);
                    let distance2 = (candidate - place).length_squared();
                    if distance2 < best.0 {
                        best = (distance2, slot, candidate);
                    }
                }
            } else {
                let (a, b) = ((gap2(first), first), (gap2(first + 1), first + 1));
                // The nearer child is looked at first: it shortens the search most.
                let (far, near) = if a.0 > b.0 { (a, b) } else { (b, a) };
                stack.push(far);
                stack.push(near);
            }
        }
        best
    }

    /// True where a place lies inside the closed surface (inside any of its bodies, where there are several).
    pub fn contains(&self, point_mm: Vec3) -> bool {
        // Odd directions, so that rays rarely run along an edge; the majority decides where one does.
        const DIRECTIONS: [Vec3; 3] = [
            Vec3::new(0.237, 0.911, 0.337),
            Vec3::new(-0.713, 0.129, 0.689),
            Vec3::new(0.531, -0.617, -0.581),
        ];
        let votes = DIRECTIONS
            .iter()
            .filter(|&&direction| self.crossings_outward(point_mm, direction) > 0)
            .count();
        votes >= 2
    }

    /// Crossings out of the surface less crossings into it, along the whole ray.
    fn crossings_outward(&self, point_mm: Vec3, direction: Vec3) -> i32 {
        let Some(ray) = ray(point_mm, direction) else {
            return 0;
        };
        let mut sum = 0;
        let mut count = |ray: &Ray, slot: usize| {
            let triangle = &self.triangles[slot];
            if triangle.intersect(ray).is_finite() {
                let outward = triangle.compute_normal().dot(ray.direction);
                sum += if outward > 0.0 { 1 } else { -1 };
            }
        };
        match &self.bvh {
            Some(bvh) => bvh.ray_traverse_anyhit(ray, &mut count),
            None => (0..self.triangles.len()).for_each(|slot| count(&ray, slot)),
        }
        sum
    }

    fn normal_at(&self, slot: usize, point_mm: Vec3) -> Vec3 {
        let triangle = &self.triangles[slot];
        let [a, b, c] = [triangle.v0, triangle.v1, triangle.v2].map(Vec3::from);
        let face = (b - a).cross(c - a);
        let weight = |p: Vec3, q: Vec3| (q - p).cross(point_mm - p).dot(face).max(0.0);
        let [na, nb, nc] = self.normals[slot];
        (na * weight(b, c) + nb * weight(c, a) + nc * weight(a, b))
            .try_normalize()
            .unwrap_or_else(|| face.normalize_or_zero())
    }
}

fn ray(origin_mm: Vec3, direction: Vec3) -> Option<Ray> {
    let direction = direction.try_normalize()?;
    origin_mm
        .is_finite()
        .then(|| Ray::new_inf(origin_mm.into(), direction.into()))
}

/// How far along a ray it meets a triangle (Möller and Trumbore), infinite where it does not. A ray along an edge that two
/// triangles share, as they do in the midline, meets one of them at least.
fn met_at_mm(triangle: &Triangle, ray: &Ray) -> f32 {
    let (e1, e2) = (triangle.v0 - triangle.v1, triangle.v2 - triangle.v0);
    let normal = e1.cross(e2);
    let way = triangle.v0 - ray.origin;
    let beside = ray.direction.cross(way);
    let per_determinant = 1.0 / normal.dot(ray.direction);
    let u = beside.dot(e2) * per_determinant;
    let v = beside.dot(e1) * per_determinant;
    let along_mm = normal.dot(way) * per_determinant;
    // What is not a number is not met.
    let is_met = u.min(v).min(1.0 - u - v) >= -EDGE && along_mm >= ray.tmin && along_mm <= ray.tmax;
    if is_met && per_determinant.is_finite() {
        along_mm
    } else {
        f32::INFINITY
    }
}

/// The point of a triangle closest to `p` (by the regions of its corners, edges and face).
fn closest_on_triangle(p: Vec3A, triangle: &Triangle) -> Vec3A {
    let (a, b, c) = (triangle.v0, triangle.v1, triangle.v2);
    let (ab, ac, ap) = (b - a, c - a, p - a);
    let (d1, d2) = (ab.dot(ap), ac.dot(ap));
    if d1 <= 0.0 && d2 <= 0.0 {
        return a;
    }
    let bp = p - b;
    let (d3, d4) = (ab.dot(bp), ac.dot(bp));
    if d3 >= 0.0 && d4 <= d3 {
        return b;
    }
    let vc = d1 * d4 - d3 * d2;
    if vc <= 0.0 && d1 >= 0.0 && d3 <= 0.0 && d1 > d3 {
        return a + ab * (d1 / (d1 - d3));
    }
    let cp = p - c;
    let (d5, d6) = (ab.dot(cp), ac.dot(cp));
    if d6 >= 0.0 && d5 <= d6 {
        return c;
    }
    let vb = d5 * d2 - d1 * d6;
    if vb <= 0.0 && d2 >= 0.0 && d6 <= 0.0 && d2 > d6 {
        return a + ac * (d2 / (d2 - d6));
    }
    let va = d3 * d6 - d5 * d4;
    let along = (d4 - d3) + (d5 - d6);
    if va <= 0.0 && (d4 - d3) >= 0.0 && (d5 - d6) >= 0.0 && along > 0.0 {
        return b + (c - b) * ((d4 - d3) / along);
    }
    let sum = va + vb + vc;
    if sum <= 0.0 {
        return a;
    }
    a + ab * (vb / sum) + ac * (vc / sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn soup(corners: &[[(f32, f32, f32); 3]]) -> SurfaceMesh {
        let positions = corners
            .iter()
            .flatten()
            .map(|&(x, y, z)| Vec3::new(x, y, z))
            .collect();
        let triangles = (0..corners.len() as u32)
            .map(|i| [3 * i, 3 * i + 1, 3 * i + 2])
            .collect();
        SurfaceMesh::from_triangles(positions, triangles)
    }

    fn point() -> impl Strategy<Value = (f32, f32, f32)> {
        (-100.0..100.0f32, -100.0..100.0f32, -100.0..100.0f32)
    }

    fn triangle_of(mesh: &SurfaceMesh, t: [u32; 3]) -> Triangle {
        let [v0, v1, v2] = mesh.corners_mm(t).map(Vec3A::from);
        Triangle { v0, v1, v2 }
    }

    proptest! {
        #[test]
        fn the_index_equals_brute_force(
            corners in prop::collection::vec([point(), point(), point()], 1..40),
            from in point(), to in point(),
        ) {
            let mesh = soup(&corners);
            let index = RayIndex::build(&mesh);
            let (from, to) = (Vec3::from(from), Vec3::from(to));
            prop_assume!((to - from).length() > 1.0);
            let ray = ray(from, to - from).unwrap();
            let brute = mesh.triangles.iter()
                .map(|&t| met_at_mm(&triangle_of(&mesh, t), &ray))
                .fold(f32::INFINITY, f32::min);
            let few = RayIndex::build_for_few(&mesh);
            for index in [&index, &few] {
                let found = index.first_hit(from, to - from).map_or(f32::INFINITY, |h| h.distance_mm);
                prop_assert!(brute == found || (brute - found).abs() < 1e-2);
            }
            prop_assert_eq!(few.contains(from), index.contains(from));
            let brute = mesh.triangles.iter()
                .map(|&t| Vec3::from(closest_on_triangle(from.into(), &triangle_of(&mesh, t))).distance(from))
                .fold(f32::INFINITY, f32::min);
            for index in [index, few] {
                let found = index.nearest(from).unwrap();
                prop_assert!((brute - found.distance_mm).abs() < 1e-3);
                prop_assert!((found.point_mm.distance(from) - found.distance_mm).abs() < 1e-3);
            }
        }

        #[test]
        fn the_closest_point_of_a_triangle_is_no_farther_than_any_sample(
            corners in [point(), point(), point()], from in point(),
        ) {
            let [a, b, c] = corners.map(Vec3::from);
            let triangle = Triangle { v0: a.into(), v1: b.into(), v2: c.into() };
            let from = Vec3::from(from);
            let best = Vec3::from(closest_on_triangle(from.into(), &triangle)).distance(from);
            for i in 0..=10 {
                for j in 0..=10 - i {
                    let (s, t) = (i as f32 / 10.0, j as f32 / 10.0);
                    prop_assert!(best <= (a + (b - a) * s + (c - a) * t).distance(from) + 1e-2);
                }
            }
        }
    }

    #[test]
    fn no_ray_slips_between_triangles_that_share_an_edge_in_the_midline() {
        // A strip either side of x = 0, its places as odd as those of a body.
        let row = |x: f32| (0..40).map(move |k| Vec3::new(x, 1500.3 + 2.7 * k as f32, 87.1 + x));
        let places: Vec<Vec3> = [-3.1, 0.0, 2.9].into_iter().flat_map(row).collect();
        let triangles = (0..2_u32).flat_map(|strip| {
            (0..39_u32).flat_map(move |k| {
                let [a, b] = [strip * 40 + k, (strip + 1) * 40 + k];
                [[a, b, a + 1], [a + 1, b, b + 1]]
            })
        });
        let mesh = SurfaceMesh::from_triangles(places, triangles.collect());
        let index = RayIndex::build(&mesh);
        for k in 0..400 {
            let from = Vec3::new(0.0, 1501.0 + 0.25 * k as f32, 487.0);
            assert!(index.first_hit(from, -Vec3::Z).is_some(), "{from}");
            let towards = Vec3::new(0.0, 1503.0 + 0.2 * k as f32, 87.1) - from;
            assert!(index.first_hit(from, towards).is_some(), "{from}");
        }
    }

    #[test]
    fn an_empty_mesh_and_bad_rays_hit_nothing() {
        let empty = RayIndex::build(&SurfaceMesh::default());
        assert_eq!(empty.first_hit(Vec3::ZERO, Vec3::X), None);
        assert_eq!(empty.nearest(Vec3::ZERO), None);
        assert!(!empty.contains(Vec3::ZERO));
        let one = RayIndex::build(&soup(&[[
            (0.0, 0.0, 0.0),
            (1.0, 0.0, 0.0),
            (0.0, 1.0, 0.0),
        ]]));
        assert_eq!(one.first_hit(Vec3::ZERO, Vec3::ZERO), None);
        assert_eq!(one.first_hit(Vec3::splat(f32::NAN), Vec3::X), None);
        assert_eq!(one.nearest(Vec3::splat(f32::INFINITY)), None);
        assert!(one.first_hit(Vec3::new(0.2, 0.2, 5.0), -Vec3::Z).is_some());
    }
}
