//! Ranking after a stroke: what a stroke of the brush costs before the list is right again, and that it
//! grows with the number of points and nothing worse.
//!
//! `cargo bench --no-default-features --bench locate`
#![allow(missing_docs, reason = "nobody calls a bench")]

use divan::{Bencher, black_box};
use myomap::{
    anatomy::scene::Scene,
    model::{catalog::load, ids::RegionId, side::Side},
    store::built_in_files,
    study::locate::{engine::Engine, findings::findings, patterns::Patterns, score::rank},
};
use std::sync::LazyLock;

/// The body with the points that ship, and the same points repeated over the body up to a number.
static ENGINE: LazyLock<Option<Engine>> = LazyLock::new(|| {
    let (catalog, _) = load(&built_in_files());
    let scene = Scene::compile(&catalog);
    Engine::new(&catalog, &scene).ok()
});

fn main() {
    LazyLock::force(&ENGINE);
    divan::main();
}

/// Patterns for so many points (both sides of each): those that ship, again and again. Copies are not moved over
/// the body: moved by their numbers, samples would scatter and every copy be larger than what it was made of.
fn synthetic(engine: &Engine, points: usize) -> Patterns {
    let own = &engine.patterns.all;
    let zones = (0..2 * points).map(|number| own[number % own.len()].zones.clone());
    Patterns::of_zones(&engine.samples, zones.collect())
}

fn painted(engine: &Engine) -> Vec<u8> {
    let mut strengths = vec![0; engine.samples.len()];
    for code in [
        "temple",
        "neck_side",
        "neck_back",
        "shoulder_top",
        "scapula",
    ] {
        for &sample in engine.region(&RegionId::new(code, Side::Left)) {
            strengths[sample as usize] = 2;
        }
    }
    strengths
}

#[divan::bench(args = [77, 1_000, 10_000], sample_count = 20)]
fn ranking_of(bencher: Bencher, points: usize) {
    let Some(engine) = &*ENGINE else { return };
    let patterns = synthetic(engine, points);
    let strengths = painted(engine);
    bencher.bench(|| rank(black_box(&patterns), black_box(&strengths)));
}

/// With the reasons of all that is listed.
#[divan::bench(sample_count = 20)]
fn list_with_reasons(bencher: Bencher) {
    let Some(engine) = &*ENGINE else { return };
    let strengths = painted(engine);
    bencher.bench(|| findings(black_box(engine), black_box(&strengths)));
}

/// Once, when Locate is opened for the first time.
#[divan::bench(sample_count = 3)]
fn prepare_the_body(bencher: Bencher) {
    let (catalog, _) = load(&built_in_files());
    let scene = Scene::compile(&catalog);
    bencher.bench(|| Engine::new(&catalog, &scene));
}
