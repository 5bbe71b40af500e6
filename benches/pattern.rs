//! Reading the facts, and drawing a pattern: what a click on a trigger point costs before the next frame.
//!
//! `cargo bench --no-default-features --bench pattern`
#![allow(missing_docs, reason = "divan writes a function without them")]

use divan::{Bencher, black_box};
use myomap::{
    anatomy::{
        pain_field::{fine_patch, sloped},
        scene::Scene,
    },
    model::{
        catalog::{Catalog, load},
        ids::PointId,
        side::Side,
    },
    store::built_in_files,
};
use std::sync::LazyLock;

static FACTS: LazyLock<(Catalog, Scene)> = LazyLock::new(|| {
    let (catalog, _) = load(&built_in_files());
    let scene = Scene::compile(&catalog);
    (catalog, scene)
});

fn main() {
    LazyLock::force(&FACTS);
    divan::main();
}

#[divan::bench(sample_count = 20)]
fn read_and_check_the_data() {
    black_box(load(&built_in_files()));
}

#[divan::bench(args = ["TRA-1", "SCM-S", "INF-1"])]
fn pattern_of(bencher: Bencher, code: &str) {
    let (catalog, scene) = &*FACTS;
    bencher.bench(|| {
        let pattern = scene.pattern(catalog, &PointId::new(code, Side::Left));
        if let Ok(Some(pattern)) = &pattern {
            let skin = &scene.body.skin.mesh;
            let essential = sloped(skin, &pattern.essential_mm);
            black_box(fine_patch(skin, [&essential], 0.8));
        }
        pattern
    });
}
