#![allow(clippy::unwrap_used, reason = "a test says what it needs by failing")]

use super::*;
use crate::anatomy::{ray_index::RayIndex, ring_net::surface_of_sized_net};
use glam::Vec3;

/// A round rod between two places, the same on both sides where it runs along x or y.
fn rod(from: Vec3, to: Vec3, radius_mm: f32) -> SurfaceMesh {
    surface_of_sized_net(&crate::model::facts::Net::Polar {
        axis: (0..5)
            .map(|i| from.lerp(to, i as f32 / 4.0).into())
            .collect(),
        zero: (0.0, 0.0, 1.0),
        radii_mm: vec![vec![radius_mm; 24]; 5],
    })
    .unwrap()
}

fn cross() -> [SurfaceMesh; 2] {
    let long = rod(Vec3::Y * -30.0, Vec3::Y * 30.0, 6.0);
    let across = rod(Vec3::X * -30.0, Vec3::X * 30.0, 5.0);
    [long, across]
}

#[test]
fn two_rods_become_one_closed_surface_that_faces_outward() {
    let mesh = united(&cross(), &[]);
    assert!(mesh.is_closed());
    let apart: f32 = cross().iter().map(SurfaceMesh::signed_volume_mm3).sum();
    let volume = mesh.signed_volume_mm3();
    assert!(
        (0.8..0.95).contains(&(volume / apart)),
        "{volume} of {apart}"
    );
    for &t in &mesh.triangles {
        let [a, b, c] = mesh.corners_mm(t);
        let face = (b - a).cross(c - a);
        assert!(face.dot(mesh.normals[t[0] as usize]) > 0.0);
    }
}

#[test]
fn away_from_the_joint_a_part_is_where_it_was_and_in_the_corner_there_is_a_fillet() {
    let mesh = united(&cross(), &[]);
    let index = RayIndex::build(&mesh);
    let side = index
        .first_hit(Vec3::new(40.0, 20.0, 0.0), -Vec3::X)
        .unwrap();
    assert!((side.point_mm.x - 6.0).abs() < 0.3, "{:?}", side.point_mm);
    assert!(side.normal.dot(Vec3::X) > 0.99);
    // The sharp corner is at (6, 5).
    let corner = index
        .first_hit(Vec3::new(36.0, 35.0, 0.0), -Vec3::ONE.with_z(0.0))
        .unwrap();
    let filled_mm = corner.point_mm.distance(Vec3::new(6.0, 5.0, 0.0));
    assert!((0.4..2.0).contains(&filled_mm), "{filled_mm}");
}

#[test]
fn the_same_part_measured_twice_does_not_bulge() {
    let one = rod(Vec3::Y * -30.0, Vec3::Y * 15.0, 6.0);
    let other = rod(Vec3::Y * -15.0, Vec3::Y * 30.0, 6.0);
    let index = RayIndex::build(&united(&[one, other], &[]));
    let side = index.first_hit(Vec3::X * 40.0, -Vec3::X).unwrap();
    assert!((side.point_mm.x - 6.0).abs() < 0.3, "{:?}", side.point_mm);
}

#[test]
fn what_is_the_same_on_both_sides_is_meshed_so() {
    let [long, _] = cross();
    let left = rod(Vec3::ZERO, Vec3::new(30.0, 12.0, 3.0), 5.0);
    let right = left.mirrored();
    let mesh = united(&[long, left, right], &[]);
    let index = RayIndex::build(&mesh);
    for &p in &mesh.positions_mm {
        let mirrored = Vec3::new(-p.x, p.y, p.z);
        let far = index.nearest(mirrored).unwrap().distance_mm;
        assert!(far < 1e-3, "{p}: {far}");
    }
}

#[test]
fn what_is_flat_is_coarse_and_what_is_bent_is_fine() {
    let thick = rod(Vec3::Y * -60.0, Vec3::Y * 60.0, 40.0);
    let thin = rod(Vec3::ZERO, Vec3::X * 100.0, 4.0);
    let mesh = united(&[thick, thin], &[]);
    let mean_mm = |kept: &dyn Fn(Vec3) -> bool| {
        let edges: Vec<f32> = mesh
            .triangles
            .iter()
            .map(|&t| mesh.corners_mm(t))
            .filter(|corners| corners.iter().all(|&p| kept(p)))
            .map(|[a, b, _]| a.distance(b))
            .collect();
        edges.iter().sum::<f32>() / edges.len() as f32
    };
    let on_thick = mean_mm(&|p| p.x < 30.0 && p.y.abs() < 40.0);
    let on_thin = mean_mm(&|p| p.x > 50.0);
    assert!(mesh.is_closed());
    assert!(on_thick > 1.4 * on_thin, "{on_thick} and {on_thin}");
}

#[test]
fn a_ring_of_parts_keeps_its_hole() {
    let corner = |k: usize| {
        let angle = std::f32::consts::TAU * k as f32 / 5.0;
        Vec3::new(angle.cos(), angle.sin(), 0.0) * 14.0
    };
    let parts: Vec<SurfaceMesh> = (0..5).map(|k| rod(corner(k), corner(k + 1), 4.0)).collect();
    let mesh = united(&parts, &[]);
    assert!(mesh.is_closed());
    let half_edges = mesh.triangles.len() * 3;
    let kind = (mesh.positions_mm.len() + mesh.triangles.len()) as i64 - (half_edges / 2) as i64;
    assert_eq!(kind, 0, "vertices less edges and faces of a ring");
    let through = RayIndex::build(&mesh).first_hit(Vec3::Z * 50.0, -Vec3::Z);
    assert_eq!(through, None);
}

#[test]
fn a_hole_is_open_where_it_goes_through_and_a_pit_where_it_does_not() {
    let block = rod(Vec3::Y * -30.0, Vec3::Y * 30.0, 12.0);
    let through = rod(Vec3::new(0.0, 8.0, -20.0), Vec3::new(0.0, 8.0, 20.0), 4.0);
    let pit = rod(Vec3::new(0.0, -12.0, 2.0), Vec3::new(0.0, -12.0, 20.0), 4.0);
    for aside in [Vec3::ZERO, Vec3::X * 50.0] {
        let moved = |mesh: &SurfaceMesh| {
            let mut mesh = mesh.clone();
            mesh.positions_mm.iter_mut().for_each(|p| *p += aside);
            mesh
        };
        let mesh = united(&[moved(&block)], &[moved(&through), moved(&pit)]);
        assert!(mesh.is_closed());
        let index = RayIndex::build(&mesh);
        let met = |y: f32| index.first_hit(aside + Vec3::new(0.3, y, 40.0), -Vec3::Z);
        assert_eq!(met(8.0), None);
        let floor = met(-12.0).unwrap();
        // The end of a rod is as round as a lid.
        let deep_mm = floor.point_mm.z;
        assert!((-0.5..2.5).contains(&deep_mm), "{deep_mm}");
        assert!((met(-2.0).unwrap().point_mm.z - 12.0).abs() < 0.5);
        let full = united(&[moved(&block)], &[]);
        let missing: f32 = full.signed_volume_mm3() - mesh.signed_volume_mm3();
        // Two rods of 4 mm, 24 and 10 mm long.
        let round = std::f32::consts::PI * 16.0 * 34.0;
        assert!((missing / round - 1.0).abs() < 0.2, "{missing} of {round}");
    }
}

#[test]
fn a_bone_in_the_midline_is_closed_there_and_even() {
    let ring: Vec<SurfaceMesh> = [(0.0, 20.0), (16.0, 0.0), (0.0, -20.0), (-16.0, 0.0)]
        .windows(2)
        .map(|pair| {
            rod(
                Vec3::new(pair[0].0, pair[0].1, 0.0),
                Vec3::new(pair[1].0, pair[1].1, 0.0),
                5.0,
            )
        })
        .collect();
    let across = rod(Vec3::new(-16.3, 0.0, 1.0), Vec3::new(16.0, 0.0, 0.0), 5.0);
    let mesh = united(
        &[ring[0].clone(), ring[1].clone(), ring[2].clone(), across],
        &[],
    );
    assert!(mesh.is_closed());
    for (p, normal) in mesh.positions_mm.iter().zip(&mesh.normals) {
        let flip = Vec3::new(-1.0, 1.0, 1.0);
        let twin = mesh.positions_mm.iter().position(|q| *q == *p * flip);
        let twin = mesh.normals[twin.unwrap()];
        assert!((twin - *normal * flip).length() < 1e-4);
    }
}
