//! Where a surface passes through itself.

use super::mesh::SurfaceMesh;
use glam::Vec3;

/// A triangle has at least this area, square millimetres.
pub const LEAST_AREA_MM2: f32 = 1e-3;

/// Triangles of less area than [`LEAST_AREA_MM2`], by their numbers.
#[must_use]
pub fn without_area(mesh: &SurfaceMesh) -> Vec<u32> {
    let flat = |[a, b, c]: [Vec3; 3]| (b - a).cross(c - a).length() < 2.0 * LEAST_AREA_MM2;
    let numbered = (0..).zip(&mesh.triangles);
    numbered
        .filter(|(_, t)| flat(mesh.corners_mm(**t)))
        .map(|(number, _)| number)
        .collect()
}

/// Pairs of triangles, by their numbers, that pass through each other and have no corner in common.
#[must_use]
pub fn crossing_triangles(mesh: &SurfaceMesh) -> Vec<[u32; 2]> {
    let boxed = |(number, t): (u32, &[u32; 3])| {
        let corners = mesh.corners_mm(*t);
        let [a, b, c] = corners;
        Boxed {
            number,
            corners,
            low: a.min(b).min(c),
            high: a.max(b).max(c),
        }
    };
    let mut all: Vec<Boxed> = (0..).zip(&mesh.triangles).map(boxed).collect();
    all.sort_by(|a, b| a.low.y.total_cmp(&b.low.y));
    let mut pairs = Vec::new();
    for (i, one) in all.iter().enumerate() {
        let rest = all[i + 1..].iter();
        for other in rest.take_while(|other| other.low.y <= one.high.y) {
            if other.low.cmpgt(one.high).any() || other.high.cmplt(one.low).any() {
                continue;
            }
            let own = mesh.triangles[one.number as usize];
            let others = mesh.triangles[other.number as usize];
            if !others.iter().any(|corner| own.contains(corner))
                && (passes(one.corners, other.corners) || passes(other.corners, one.corners))
            {
                pairs.push([one.number, other.number]);
            }
        }
    }
    pairs
}

/// A triangle and the box around it.
struct Boxed {
    number: u32,
    corners: [Vec3; 3],
    low: Vec3,
    high: Vec3,
}

/// Whether an edge of a triangle passes through another.
fn passes([a, b, c]: [Vec3; 3], [d, e, f]: [Vec3; 3]) -> bool {
    let normal = (e - d).cross(f - d);
    [(a, b), (b, c), (c, a)].into_iter().any(|(from, to)| {
        let (above, below) = ((from - d).dot(normal), (to - d).dot(normal));
        if above * below >= 0.0 {
            return false;
        }
        let p = from + (to - from) * (above / (above - below));
        let inside = |s: Vec3, t: Vec3| (t - s).cross(p - s).dot(normal) > 0.0;
        inside(d, e) && inside(e, f) && inside(f, d)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two triangles that share no corner, the second moved along z.
    fn two(by_mm: f32) -> SurfaceMesh {
        let flat = [(0.0, 0.0, 0.0), (9.0, 0.0, 0.0), (0.0, 9.0, 0.0)];
        let upright = [(2.0, 2.0, -1.0), (3.0, 2.0, -1.0), (2.0, 3.0, 2.0)];
        let places = flat.into_iter().map(Vec3::from);
        let moved = upright.into_iter().map(|p| Vec3::from(p) + Vec3::Z * by_mm);
        SurfaceMesh::from_triangles(places.chain(moved).collect(), vec![[0, 1, 2], [3, 4, 5]])
    }

    #[test]
    fn what_passes_through_is_found_and_what_lies_beside_is_not() {
        assert_eq!(crossing_triangles(&two(0.0)).len(), 1);
        assert_eq!(crossing_triangles(&two(1.5)), Vec::<[u32; 2]>::new());
        assert_eq!(crossing_triangles(&two(-2.5)), Vec::<[u32; 2]>::new());
    }

    #[test]
    fn a_triangle_without_area_is_found() {
        let mut mesh = two(0.0);
        assert!(without_area(&mesh).is_empty());
        mesh.positions_mm[5] = mesh.positions_mm[4];
        assert_eq!(without_area(&mesh), [1]);
    }
}
