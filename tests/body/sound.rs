//! Every surface that is drawn is sound: none passes through itself, and no triangle is without area.

use crate::{CATALOG, SCENE};
use glam::Vec3;
use myomap::{
    anatomy::{body::StructureKind, mesh::SurfaceMesh, ring_net::surface_of_sized_net},
    model::{facts::Tissue, side::Side},
};
use rayon::prelude::*;

/// So many pairs of triangles of one surface may pass through each other: what nobody sees.
const MOST_CROSSING: usize = 5;
/// A triangle has at least this area, square millimetres.
const LEAST_AREA_MM2: f32 = 1e-3;

/// Whether a triangle's edges pass through another.
fn passes([a, b, c]: [Vec3; 3], other: [Vec3; 3]) -> bool {
    let [d, e, f] = other;
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

/// Triangles without area.
fn without_area(mesh: &SurfaceMesh) -> usize {
    let corners = mesh.triangles.iter().map(|t| mesh.corners_mm(*t));
    let flat = |[a, b, c]: &[Vec3; 3]| (*b - *a).cross(*c - *a).length() < 2.0 * LEAST_AREA_MM2;
    corners.filter(flat).count()
}

/// Pairs of triangles without a common corner that pass through each other.
fn crossing(mesh: &SurfaceMesh) -> usize {
    struct Boxed {
        number: usize,
        corners: [Vec3; 3],
        low: Vec3,
        high: Vec3,
    }
    let boxed = |(number, t): (usize, &[u32; 3])| {
        let corners = mesh.corners_mm(*t);
        let [a, b, c] = corners;
        let (low, high) = (a.min(b).min(c), a.max(b).max(c));
        Boxed {
            number,
            corners,
            low,
            high,
        }
    };
    let mut all: Vec<Boxed> = mesh.triangles.iter().enumerate().map(boxed).collect();
    all.sort_by(|a, b| a.low.y.total_cmp(&b.low.y));
    let mut pairs = 0;
    for (i, one) in all.iter().enumerate() {
        let beside = all[i + 1..]
            .iter()
            .take_while(|other| other.low.y <= one.high.y);
        for other in beside {
            if other.low.cmpgt(one.high).any() || other.high.cmplt(one.low).any() {
                continue;
            }
            let own = mesh.triangles[one.number];
            let shares = mesh.triangles[other.number].iter().any(|v| own.contains(v));
            if !shares && (passes(one.corners, other.corners) || passes(other.corners, one.corners))
            {
                pairs += 1;
            }
        }
    }
    pairs
}

/// The surfaces of what is drawn on the left and in the midline, with a name for each: of a bone as a whole, of the rest
/// net by net, since slips of one muscle lie in each other.
fn surfaces() -> Vec<(String, SurfaceMesh)> {
    let mut surfaces = Vec::new();
    for structure in SCENE
        .body
        .structures
        .iter()
        .filter(|s| s.id.side != Side::Right)
    {
        let id = &structure.id.base;
        if let StructureKind::Bone(Tissue::Bone | Tissue::Cartilage) = structure.kind {
            surfaces.push((id.clone(), structure.mesh.clone()));
            continue;
        }
        let shape = &CATALOG.shapes[id.as_str()];
        let nets = shape.nets.iter().chain(&shape.built).enumerate();
        surfaces.extend(nets.map(|(number, net)| {
            let surface = surface_of_sized_net(net).unwrap();
            (format!("{id}, net {}", number + 1), surface)
        }));
    }
    surfaces
}

#[test]
fn no_surface_passes_through_itself_or_holds_a_triangle_without_area() {
    let faults: Vec<String> = surfaces()
        .into_par_iter()
        .filter_map(|(what, mesh)| {
            let (crossing, without) = (crossing(&mesh), without_area(&mesh));
            (crossing > MOST_CROSSING || without > 0).then(|| {
                format!("{what}: {crossing} pairs of triangles cross, {without} have no area")
            })
        })
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
