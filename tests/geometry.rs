//! What ships as geometry is sound: closed, outward, mirrored, and clear of what it covers.
#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what should not happen"
)]

use glam::Vec3;
use myomap::{
    anatomy::{
        mesh::SurfaceMesh,
        ray_index::RayIndex,
        ring_net::{rings_of_net, surface_of_shape},
    },
    model::facts::Shape,
    store::built_in_files,
};
use std::collections::BTreeMap;

fn shapes() -> BTreeMap<String, Shape> {
    built_in_files()
        .into_iter()
        .filter_map(|(path, text)| {
            let id = path
                .strip_prefix("shapes/")?
                .strip_suffix(".ron")?
                .to_owned();
            // The skin is no union of closed nets; it has its own tests.
            (id != "skin").then(|| (id, ron::from_str(&text).unwrap()))
        })
        .collect()
}

fn surfaces() -> BTreeMap<String, SurfaceMesh> {
    shapes()
        .iter()
        .map(|(id, shape)| {
            (
                id.clone(),
                surface_of_shape(shape).unwrap_or_else(|e| panic!("{id}: {e}")),
            )
        })
        .collect()
}

#[test]
fn every_structure_is_closed_outward_and_its_mirror_image_too() {
    let surfaces = surfaces();
    assert!(surfaces.len() > 150);
    for (id, mesh) in &surfaces {
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
fn no_structure_is_finer_than_its_nets_may_be() {
    for (id, shape) in shapes() {
        for net in &shape.nets {
            let rings = rings_of_net(net).unwrap();
            assert!(rings.len() <= 64 && rings[0].len() <= 96, "{id}");
        }
    }
    let vertices: usize = surfaces().values().map(|m| m.positions_mm.len()).sum();
    assert!(vertices < 400_000, "{vertices} vertices");
}

#[test]
fn latissimus_lies_outside_of_the_ribs_and_over_the_angle_of_the_scapula() {
    let surfaces = surfaces();
    let latissimus = RayIndex::build(&surfaces["latissimus_dorsi"]);
    for rib in 7..=12 {
        let bone = &surfaces[&format!("rib.{rib}")];
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
    let angle = surfaces["scapula"]
        .positions_mm
        .iter()
        .copied()
        .min_by(|a, b| a.y.total_cmp(&b.y))
        .unwrap();
    let eye = Vec3::new(angle.x, angle.y + 3.0, -400.0);
    let hit = latissimus.first_hit(eye, Vec3::Z).unwrap();
    assert!(hit.point_mm.z < angle.z);
}
