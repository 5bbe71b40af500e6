//! What ships as geometry is sound: closed, outward, mirrored, and clear of what it covers.

use crate::{CATALOG, SCENE};
use glam::Vec3;
use myomap::{
    anatomy::{
        mesh::SurfaceMesh,
        ray_index::RayIndex,
        ring_net::{rings_of_net, surface_of_shape},
    },
    model::{facts::Shape, side::Side},
};
use std::{collections::BTreeMap, sync::LazyLock};

/// The skin is no union of closed nets; it has its own tests.
fn shapes() -> impl Iterator<Item = (&'static String, &'static Shape)> {
    CATALOG.shapes.iter().filter(|(id, _)| *id != "skin")
}

static SURFACES: LazyLock<BTreeMap<&str, SurfaceMesh>> = LazyLock::new(|| {
    let surface = |(id, shape): (&'static String, &'static Shape)| match surface_of_shape(shape) {
        Ok(surface) => (id.as_str(), surface),
        Err(fault) => panic!("{id}: {fault}"),
    };
    shapes().map(surface).collect()
});

#[test]
fn everything_that_ships_is_built() {
    assert!(SCENE.problems.is_empty(), "{:#?}", SCENE.problems);
}

#[test]
fn every_structure_is_closed_outward_and_its_mirror_image_too() {
    assert!(SURFACES.len() > 150);
    for (id, mesh) in &*SURFACES {
        assert!(mesh.is_closed(), "{id} is open");
        assert!(
            mesh.signed_volume_mm3() > 20.0,
            "{id} is flat or inside out"
        );
        let mirror = mesh.mirrored();
        assert!(
            mirror.is_closed() && mirror.signed_volume_mm3() > 20.0,
            "{id}, mirrored"
        );
        for [u, f] in &mesh.fibre_uv {
            assert!(
                (0.0..=1.0).contains(u) && (0.0..=1.0).contains(f),
                "{id}: fibre at {u}, {f}"
            );
        }
        let unit = |v: &Vec3| (v.length() - 1.0).abs() < 1e-3;
        assert!(mesh.normals.iter().all(unit), "{id}: normals");
    }
}

#[test]
fn nothing_that_is_paired_crosses_the_midline_into_its_twin() {
    let paired = SCENE.body.structures.iter();
    let paired = paired.filter(|structure| structure.id.side == Side::Left);
    let mut judged = 0;
    for structure in paired {
        let positions = structure.mesh.positions_mm.iter();
        let least = positions.map(|p| p.x).fold(f32::INFINITY, f32::min);
        assert!(least > 0.0, "{} reaches x = {least:.2} mm", structure.id);
        judged += 1;
    }
    assert!(judged > 120, "{judged}");
}

#[test]
fn no_structure_is_finer_than_its_nets_may_be() {
    for (id, shape) in shapes() {
        for net in &shape.nets {
            let rings = rings_of_net(net).unwrap();
            assert!(rings.len() <= 64 && rings[0].len() <= 96, "{id}");
        }
    }
    let vertices: usize = SURFACES.values().map(|m| m.positions_mm.len()).sum();
    assert!(vertices < 400_000, "{vertices} vertices");
}

#[test]
fn latissimus_lies_outside_of_the_ribs_and_over_the_angle_of_the_scapula() {
    let latissimus = RayIndex::build(&SURFACES["latissimus_dorsi"]);
    for rib in 7..=12 {
        let bone = &SURFACES[format!("rib.{rib}").as_str()];
        let through = bone
            .positions_mm
            .iter()
            .filter(|p| latissimus.contains(**p))
            .filter_map(|&p| latissimus.nearest(p));
        let deepest = through.map(|s| s.distance_mm).fold(0.0, f32::max);
        assert!(
            deepest < 3.0,
            "rib {rib} stands {deepest} mm into latissimus"
        );
    }
    // Seen from behind, the muscle comes before the scapula's inferior angle.
    let angle = SURFACES["scapula"]
        .positions_mm
        .iter()
        .copied()
        .min_by(|a, b| a.y.total_cmp(&b.y))
        .unwrap();
    let eye = Vec3::new(angle.x, angle.y + 3.0, -400.0);
    let hit = latissimus.first_hit(eye, Vec3::Z).unwrap();
    assert!(hit.point_mm.z < angle.z);
}
