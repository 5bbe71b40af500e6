//! Every surface that is drawn is sound: none passes through itself, and no triangle is without area.

use crate::{CATALOG, SCENE};
use myomap::{
    anatomy::{
        body::StructureKind,
        crossing::{crossing_triangles, without_area},
        mesh::SurfaceMesh,
        ring_net::surface_of_sized_net,
    },
    model::{facts::Tissue, side::Side},
};
use rayon::prelude::*;

/// So many pairs of triangles of one surface may pass through each other: what nobody sees.
const MOST_CROSSING: usize = 5;
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
            let (crossing, without) = (crossing_triangles(&mesh), without_area(&mesh).len());
            let f = |t: u32| mesh.triangles[t as usize].map(|v| mesh.fibre_uv[v as usize][1]);
            let lid = |t: u32| f(t).iter().all(|f| *f == 0.0 || *f == 1.0);
            let lids = crossing.iter().filter(|[a, b]| lid(*a) && lid(*b)).count();
            let half = crossing.iter().filter(|[a, b]| lid(*a) != lid(*b)).count();
            let mean: Vec<i32> = crossing.iter().take(12).map(|[a, b]| ((f(*a)[0]+f(*b)[0]) * 50.0) as i32).collect();
            let crossing = crossing.len();
            (crossing > MOST_CROSSING || without > 0).then(|| {
                format!("{what}: {crossing} pairs of triangles cross, {without} have no area; lids {lids} {half} {mean:?}")
            })
        })
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
