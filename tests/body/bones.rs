//! Compound bones are one surface, with the holes that the bones have.

use crate::SCENE;
use glam::Vec3;
use myomap::{
    anatomy::{body::BodyStructure, mesh::SurfaceMesh, ray_index::RayIndex},
    model::side::Side,
};
use std::collections::HashMap;

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
        // The canal, and in the neck the holes of the vertebral artery.
        ("vertebra.c", 3, 3),
        ("vertebra.t", 1, 1),
        ("vertebra.l", 1, 1),
        // The obturator foramen.
        ("hip_bone", 1, 1),
        // Under both zygomatic arches, and through the nose on both sides of the septum.
        ("skull", 4, 4),
        // Eight foramina, and the canal, which may run into them.
        ("sacrum", 9, 17),
    ] {
        for bone in bones(start) {
            let id = &bone.id;
            assert!(bone.mesh.is_closed(), "{id} is open");
            let found = holes(&bone.mesh);
            assert!((least..=most).contains(&found), "{id} has {found} holes");
        }
    }
}

/// Where a ray from before the face meets the skull: its z.
fn depth_of_face_mm(index: &RayIndex, x: f32, y: f32) -> f32 {
    let hit = index.first_hit(Vec3::new(x, y, 400.0), -Vec3::Z);
    hit.map_or(f32::NEG_INFINITY, |hit| hit.point_mm.z)
}

#[test]
fn orbits_and_nasal_opening_are_pits_with_rims() {
    let index = RayIndex::build(&bones("skull")[0].mesh);
    let depth = |x, y| depth_of_face_mm(&index, x, y);
    for side in [1.0, -1.0] {
        let orbit = depth(side * 32.0, 1648.0);
        let (brow, cheek) = (depth(side * 32.0, 1672.0), depth(side * 32.0, 1622.0));
        let nose = depth(0.0, 1640.0);
        // A pit, and not a window through the head.
        assert!(orbit > 120.0, "{orbit}");
        for rim in [brow, cheek, nose] {
            assert!(rim - orbit > 18.0, "{rim} before {orbit}");
        }
    }
    let opening = depth(0.0, 1616.0);
    let (bridge, maxilla) = (depth(0.0, 1640.0), depth(18.0, 1612.0));
    assert!(
        bridge - opening > 15.0 && maxilla - opening > 8.0,
        "{opening}"
    );
}

#[test]
fn the_atlas_sits_under_the_skull() {
    let skull = RayIndex::build(&bones("skull")[0].mesh);
    let atlas = &bones("vertebra.c1")[0].mesh;
    for side in [1.0, -1.0] {
        let gap = atlas
            .positions_mm
            .iter()
            .filter(|p| p.x * side > 8.0)
            .filter_map(|&p| skull.nearest(p))
            .map(|found| found.distance_mm)
            .fold(f32::INFINITY, f32::min);
        assert!(gap < 1.5, "{gap} mm of air");
    }
}

#[test]
fn bones_that_are_joined_meet() {
    let ribs = (1..=7).map(|n| (format!("rib.{n}"), format!("costal_cartilage.{n}")));
    let chest = (1..=7).map(|n| (format!("costal_cartilage.{n}"), "sternum".to_owned()));
    let others = [
        ("clavicle", "scapula"),
        ("radius", "humerus"),
        ("symphysis", "hip_bone"),
    ]
    .map(|(one, other)| (one.to_owned(), other.to_owned()));
    let find = |id: &str| {
        let of = |s: &&BodyStructure| s.id.base == id && s.id.side != Side::Right;
        SCENE.body.structures.iter().find(of).unwrap()
    };
    let mut faults = Vec::new();
    for (one, other) in ribs.chain(chest).chain(others) {
        let index = RayIndex::build(&find(&other).mesh);
        let gap_mm = find(&one)
            .mesh
            .positions_mm
            .iter()
            .map(|&p| match index.contains(p) {
                true => 0.0,
                false => index.nearest(p).map_or(f32::INFINITY, |at| at.distance_mm),
            })
            .fold(f32::INFINITY, f32::min);
        if gap_mm > 1.5 {
            faults.push(format!("{gap_mm:.1} mm of air between {one} and {other}"));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_scapula_has_no_crack_between_spine_and_blade() {
    let mesh = &bones("scapula")[0].mesh;
    // Where rings of its net cross each other, triangles fold onto their neighbours and a dark line is seen. Its rims,
    // which are thinner than a triangle is wide, fold too.
    let mut beside: HashMap<(u32, u32), Vec3> = HashMap::new();
    let mut folds = 0;
    for &triangle in &mesh.triangles {
        let [a, b, c] = mesh.corners_mm(triangle);
        let face = (b - a).cross(c - a);
        assert!(face.length() > 2e-3, "a triangle without area at {a}");
        let normal = face.normalize();
        for k in 0..3 {
            let (p, q) = (triangle[k], triangle[(k + 1) % 3]);
            match beside.get(&(p.min(q), p.max(q))) {
                Some(other) => folds += usize::from(normal.dot(*other) < -0.87),
                None => {
                    beside.insert((p.min(q), p.max(q)), normal);
                }
            }
        }
    }
    assert!(folds <= 40, "{folds} folds");
}
