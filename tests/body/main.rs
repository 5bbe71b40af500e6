//! What needs the compiled body that ships. One binary, so that the body is compiled once.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what should not happen; Clippy knows test functions, not their helpers"
)]

mod between_ribs;
mod bone_holes;
mod bones;
mod covering;
mod deep_back;
mod ends;
mod fascia;
mod geometry;
mod in_sight;
mod lines;
mod locate;
#[cfg(feature = "window")]
mod markers;
mod no_go;
mod painted_edges;
mod painted_places;
#[cfg(feature = "window")]
mod painting;
mod patterns;
mod placement;
mod serrati;
mod skin_forms;
mod small_muscles;
mod small_pictures;
mod sound;
mod steps;
mod treatments;
mod wild_shapes;

use myomap::{
    anatomy::scene::Scene,
    model::catalog::{Catalog, load},
    store::built_in_files,
    study::locate::engine::Engine,
};
use std::sync::LazyLock;

/// The facts that ship.
static CATALOG: LazyLock<Catalog> = LazyLock::new(|| load(&built_in_files()).0);
/// Their body, compiled at once.
static SCENE: LazyLock<Scene> = LazyLock::new(|| Scene::compile(&CATALOG));
/// What locating has prepared over it.
static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new(&CATALOG, &SCENE).unwrap());
