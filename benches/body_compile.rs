//! How long the whole body takes from its coarse nets to meshes, indices and placed points.
//!
//! The aim: at most 200 ms on two cores in a release build. README has what was measured.
#![allow(missing_docs, reason = "divan writes a function without them")]

use myomap::{
    anatomy::{body::compile, ring_net::surface_of_shape},
    model::catalog::{Catalog, load},
    store::built_in_files,
};
use std::sync::LazyLock;

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| load(&built_in_files()).0);

fn main() {
    LazyLock::force(&CATALOG);
    divan::main();
}

/// Everything: muscles, bones, skin, trigger points.
#[divan::bench(sample_count = 20)]
fn whole_body(bencher: divan::Bencher) {
    bencher.bench(|| compile(&CATALOG));
}

/// Muscles and bones of one side, on one core, without the skin.
#[divan::bench(sample_count = 20)]
fn ring_nets_on_one_core(bencher: divan::Bencher) {
    let nets: Vec<_> = CATALOG
        .shapes
        .iter()
        .filter(|(id, _)| *id != "skin")
        .collect();
    bencher.bench(|| {
        nets.iter()
            .filter(|(_, shape)| surface_of_shape(shape).is_ok())
            .count()
    });
}
