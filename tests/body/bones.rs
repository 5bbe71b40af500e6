//! Compound bones are one surface, with the holes that the bones have.

use crate::SCENE;
use glam::Vec3;
use myomap::{
    anatomy::{body::BodyStructure, mesh::SurfaceMesh, ray_index::RayIndex},
    model::side::Side,
};

fn bones(start: &str) -> Vec<&'static BodyStructure> {
    let found: Vec<_> = SCENE
        .body
        .structures
        .iter()
        .filter(|s| s.id.base.starts_with(start) && s.id.side != Side::Right)
        .collect();
    assert!(!found.is_empty(), "{start}");
    found
}

/// Holes through a closed surface of one piece, as a ring has one.
fn holes(mesh: &SurfaceMesh) -> i64 {
    let (vertices, triangles) = (mesh.positions_mm.len() as i64, mesh.triangles.len() as i64);
    let half_edges = triangles * 3;
    1 - (vertices - half_edges / 2 + triangles) / 2
}

#[test]
fn the_vertebral_canal_is_open_at_every_level() {
    let vertebrae = bones("vertebra.");
    assert_eq!(vertebrae.len(), 24);
    for vertebra in vertebrae {
        let index = RayIndex::build(&vertebra.mesh);
        let (low, high) = vertebra.mesh.bounds_mm().unwrap();
        let middle = (low + high) * 0.5;
        // Between body and arch, somewhere in the midline, lies a place from which a rod of 8 mm goes through.
        let open = (0..400).any(|n| {
            let (up, on) = ((n / 40) as f32 / 10.0, (n % 40) as f32 / 40.0);
            let place = Vec3::new(
                middle.x,
                low.y + (high.y - low.y) * up,
                low.z + (high.z - low.z) * on,
            );
            (-4..=4).any(|lean| {
                let along = Vec3::new(0.0, 1.0, 0.1 * lean as f32).normalize();
                let across = along.cross(Vec3::X);
                let rod = [Vec3::X, -Vec3::X, across, -across].map(|side| place + side * 4.0);
                let through = rod.into_iter().all(|from| {
                    [along, -along]
                        .into_iter()
                        .all(|way| index.first_hit(from, way).is_none())
                });
                through && {
                    let walls = [across, -across, Vec3::X, -Vec3::X]
                        .map(|way| index.first_hit(place, way).is_some());
                    walls == [true; 4]
                }
            })
        });
        assert!(open, "{} has no canal", vertebra.id);
    }
}

#[test]
fn a_compound_bone_is_one_closed_surface_with_the_holes_it_has() {
    for (start, least, most) in [
        // The canal, and in the neck the holes of the vertebral artery, as far as they are drawn.
        ("vertebra.c", 1, 3),
        ("vertebra.t", 1, 1),
        ("vertebra.l", 1, 1),
        // The obturator foramen.
        ("hip_bone", 1, 1),
        // Foramina and the canal, which runs into them.
        ("sacrum", 4, 17),
    ] {
        for bone in bones(start) {
            let id = &bone.id;
            assert!(bone.mesh.is_closed(), "{id} is open");
            let found = holes(&bone.mesh);
            assert!((least..=most).contains(&found), "{id} has {found} holes");
        }
    }
}
