//! Picking by the BVHs against Bevy's own mesh ray cast: the same triangles, the same rays, one run.
//!
//! `cargo bench --features bench_picking --bench ray_picking` prints both; the README gives the ratio. Absolute times on a
//! shared machine say little.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a bench may stop at what should not happen; divan writes a function without documentation"
)]

use bevy::math::{Affine3A, Dir3, Ray3d};
use bevy_picking::mesh_picking::ray_cast::{Backfaces, ray_mesh_intersection};
use divan::{Bencher, black_box};
use glam::Vec3;
use myomap::{anatomy::scene::Scene, model::catalog, store};
use std::sync::LazyLock;

static SCENE: LazyLock<Scene> = LazyLock::new(|| {
    let (catalog, _) = catalog::load(&store::built_in_files());
    Scene::compile(&catalog)
});

/// Positions, normals and indices as Bevy's meshes hold them.
type PlainMesh = (Vec<[f32; 3]>, Vec<[f32; 3]>, Vec<u32>);

/// Rays from behind over the whole back, a hand's breadth apart.
fn rays() -> Vec<(Vec3, Vec3)> {
    let mut rays = Vec::new();
    for x in -4..=4_i16 {
        for y in 0..12_i16 {
            let at = Vec3::new(f32::from(x) * 45.0, 800.0 + f32::from(y) * 75.0, -2_000.0);
            rays.push((at, Vec3::Z));
        }
    }
    rays
}

fn main() {
    LazyLock::force(&SCENE);
    divan::main();
}

#[divan::bench]
fn myomap_bvh(bencher: Bencher) {
    let rays = rays();
    bencher.bench(|| {
        for (origin, direction) in &rays {
            black_box(SCENE.first_structure(*origin, *direction, |_, _| true));
        }
    });
}

#[divan::bench(sample_count = 10)]
fn bevy_mesh_ray_cast(bencher: Bencher) {
    let rays = rays();
    let meshes: Vec<PlainMesh> = SCENE
        .body
        .structures
        .iter()
        .map(|structure| {
            let mesh = &structure.mesh;
            (
                mesh.positions_mm.iter().map(Vec3::to_array).collect(),
                mesh.normals.iter().map(Vec3::to_array).collect(),
                mesh.triangles.as_flattened().to_vec(),
            )
        })
        .collect();
    bencher.bench(|| {
        for (origin, direction) in &rays {
            let ray = Ray3d::new(*origin, Dir3::new(*direction).unwrap());
            let mut nearest = f32::INFINITY;
            for ((positions, normals, indices), (low, high)) in meshes.iter().zip(&SCENE.bounds_mm)
            {
                // Bevy culls by the mesh's box before it looks at triangles; so does this.
                if !meets_box(*origin, *direction, *low, *high) {
                    continue;
                }
                let hit = ray_mesh_intersection(
                    ray,
                    &Affine3A::IDENTITY,
                    positions,
                    Some(normals),
                    Some(indices),
                    None,
                    Backfaces::Cull,
                );
                if let Some(hit) = hit {
                    nearest = nearest.min(hit.distance);
                }
            }
            black_box(nearest);
        }
    });
}

fn meets_box(origin: Vec3, direction: Vec3, low: Vec3, high: Vec3) -> bool {
    let inverse = direction.recip();
    let (a, b) = ((low - origin) * inverse, (high - origin) * inverse);
    a.min(b).max_element().max(0.0) <= a.max(b).min_element()
}
