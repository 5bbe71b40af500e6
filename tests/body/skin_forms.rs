//! The skin has the forms by which a person finds the way on it: the furrow of the back, the cleft between the
//! buttocks, eyes, mouth, nails; and it stays one even surface where they were laid into it.
//!
//! What they lie over is not here: see `covering`.

use crate::{CATALOG, SCENE};
use glam::Vec3;
use myomap::anatomy::{mesh::SurfaceMesh, skin::skin_of_shape};

/// The skin seen from a place, along a direction.
fn seen(from: Vec3, direction: Vec3) -> Vec3 {
    let hit = SCENE.body.skin.index.first_hit(from, direction);
    hit.unwrap().point_mm
}

/// The skin of the back at a place of the picture from behind.
fn back(x: f32, y: f32) -> Vec3 {
    seen(Vec3::new(x, y, -200.0), Vec3::Z)
}

/// The skin of the face at a place of the picture from the front.
fn face(x: f32, y: f32) -> Vec3 {
    seen(Vec3::new(x, y, 300.0), Vec3::NEG_Z)
}

/// How far the midline lies before the skin beside it, as seen from behind, millimetres.
fn furrow_mm(y: f32, beside_mm: f32) -> f32 {
    back(0.0, y).z - (back(beside_mm, y).z + back(-beside_mm, y).z) / 2.0
}

/// Height of a landmark, millimetres.
fn height_of(id: &str) -> f32 {
    CATALOG.landmark(id).unwrap().at_mm.1
}

#[test]
fn a_furrow_runs_down_the_back() {
    for (level, least) in [
        ("T4", 13.0),
        ("T8", 13.0),
        ("T12", 10.5),
        ("L2", 4.5),
        ("L5", 3.0),
    ] {
        let y = height_of(&format!("{level}.spinous_tip"));
        let depth = furrow_mm(y, 30.0);
        assert!(depth > least && depth < least + 6.0, "{level}: {depth}");
    }
}

#[test]
fn a_cleft_parts_the_buttocks() {
    for (y, least) in [(925.0, 14.0), (900.0, 17.0), (870.0, 20.0), (845.0, 24.0)] {
        let depth = furrow_mm(y, 25.0);
        assert!(depth > least && depth < 40.0, "{y}: {depth}");
    }
}

#[test]
fn the_midline_is_no_row_of_scallops() {
    // The depth along the midline bends evenly: no place lies off the middle between its neighbours.
    for step in 0..150 {
        let y = 830.0 + 4.0 * step as f32;
        let off = back(0.0, y).z - (back(0.0, y - 6.0).z + back(0.0, y + 6.0).z) / 2.0;
        assert!(off.abs() < 1.0, "{y}: {off}");
    }
}

#[test]
fn eyes_are_closed_and_the_mouth_has_lips() {
    // The lid's dome stands out before the lids' line and the fold over it.
    let lid = face(34.0, 1647.5).z;
    assert!(lid - face(34.0, 1639.6).z > 0.8);
    assert!(lid - face(34.0, 1656.6).z > -1.0);
    for x in [0.0, 8.0, 16.0] {
        let line = face(x, 1577.2).z;
        let (upper, lower) = (face(x, 1583.5).z, face(x, 1572.0).z);
        assert!(upper - line > 0.8, "{x}: {upper} {line}");
        assert!(lower - line > 0.8, "{x}: {lower} {line}");
    }
    // No step under the chin: the profile does not turn back outwards on its way down.
    let profile: Vec<f32> = (0..8)
        .map(|n| face(0.0, 1548.0 - 2.0 * n as f32).z)
        .collect();
    assert!(
        profile.windows(2).all(|pair| pair[1] < pair[0] + 0.4),
        "{profile:?}"
    );
}

/// Triangles that look away from the normal at one of their corners.
fn folded(mesh: &SurfaceMesh) -> usize {
    let triangles = mesh.triangles.iter();
    triangles
        .filter(|&&triangle| {
            let [a, b, c] = mesh.corners_mm(triangle);
            let across = (b - a).cross(c - a).normalize_or_zero();
            let away = |n: u32| across.dot(mesh.normals[n as usize]) < -0.2;
            triangle.into_iter().any(away)
        })
        .count()
}

#[test]
fn the_lines_fold_the_skin_nowhere_over_itself() {
    let shape = &CATALOG.shapes["skin"];
    let mut plain = shape.clone();
    (plain.creases, plain.softened) = (Vec::new(), Vec::new());
    let before = skin_of_shape(&plain).unwrap();
    let after = skin_of_shape(shape).unwrap();
    assert!(after.is_closed());
    assert!(folded(&after) <= folded(&before) + 4, "{}", folded(&after));
    // The lines cost no more than a fifth of the triangles, and take or add next to nothing.
    let share = after.triangles.len() as f32 / before.triangles.len() as f32;
    assert!((1.0..1.2).contains(&share), "{share}");
    let litres = (after.signed_volume_mm3() - before.signed_volume_mm3()) / 1e6;
    assert!(litres.abs() < 0.2, "{litres}");
}
