//! `myomap fit` as it is called: measuring on meshes in a folder, and the table of all figures.
//!
//! The reference is not part of the project; our own surfaces stand in for it.

// Clippy knows test functions, not their helpers.
#![allow(clippy::unwrap_used)]

use assert_cmd::Command;
use myomap::{
    anatomy::{mesh::SurfaceMesh, ring_net::surface_of_shape, skin::skin_of_shape},
    model::facts::Shape,
    store::built_in_files,
};
use std::{fmt::Write as _, fs, path::Path};

fn shape(id: &str) -> Shape {
    ron::from_str(&built_in_files()[&format!("shapes/{id}.ron")]).unwrap()
}

/// Writes the surface of a structure as the reference mesh it was measured on.
fn stand_in(folder: &Path, id: &str) {
    let shape = shape(id);
    let mesh = surface_of_shape(&shape).unwrap();
    let name = format!("{}_{id}.obj", shape.measured_on);
    write_mesh(&folder.join(name), &mesh);
}

fn write_mesh(path: &Path, mesh: &SurfaceMesh) {
    let mut text = String::new();
    for p in &mesh.positions_mm {
        writeln!(text, "v {} {} {}", p.x, p.y, p.z).unwrap();
    }
    for [a, b, c] in &mesh.triangles {
        writeln!(text, "f {} {} {}", a + 1, b + 1, c + 1).unwrap();
    }
    fs::write(path, text).unwrap();
}

fn fit(folder: &Path, arguments: &[&str]) -> (String, String, bool) {
    let output = Command::cargo_bin("myomap")
        .unwrap()
        .arg("fit")
        .arg(folder)
        .args(arguments)
        .output()
        .unwrap();
    (
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
        output.status.success(),
    )
}

#[test]
fn muscles_and_bones_are_measured_and_compared_by_name_alone() {
    let folder = tempfile::tempdir().unwrap();
    stand_in(folder.path(), "rhomboid.minor");
    stand_in(folder.path(), "disc.l3");
    let (table, _, kept) = fit(folder.path(), &["--check-all"]);
    let row = |id: &str| table.lines().find(|line| line.starts_with(id)).unwrap();
    assert!(kept && row("rhomboid.minor").ends_with("ok") && row("disc.l3").ends_with("ok"));
    assert!(
        table.contains("2 measured, 0 over their limits."),
        "{table}"
    );
    assert!(table.contains("latissimus_dorsi"), "{table}");
    let (table, _, kept) = fit(folder.path(), &["--check-all", "--markdown"]);
    assert!(kept && table.contains("| rhomboid.minor | 1 | "), "{table}");

    for id in ["rhomboid.minor", "disc.l3", "hyoid"] {
        let (text, complaint, done) = fit(folder.path(), &[id]);
        assert!(done, "{id}: {complaint}");
        let found: Shape = ron::from_str(&text).unwrap();
        assert_eq!(found.structure, id);
        assert!(surface_of_shape(&found).unwrap().is_closed(), "{id}");
    }
}

#[test]
fn the_skin_is_measured_anew_and_what_was_built_upon_it_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let known = shape("skin");
    // The stand-in has no ears or lids, like the reference.
    let mut bare = known.clone();
    bare.built.clear();
    let mesh = skin_of_shape(&bare).unwrap();
    write_mesh(&folder.path().join("fma7163_skin.obj"), &mesh);
    let (text, complaint, done) = fit(folder.path(), &["skin"]);
    assert!(done, "{complaint}");
    let found: Shape = ron::from_str(&text).unwrap();
    assert!(!known.built.is_empty());
    assert_eq!(found.built, known.built);
    assert_eq!(found.nets.len(), known.nets.len());
    // Measured on itself it is as it was: a new fit loses nothing.
    let litres = |shape: &Shape| skin_of_shape(shape).unwrap().signed_volume_mm3() / 1e6;
    let (before, after) = (litres(&known), litres(&found));
    assert!((before - after).abs() < 0.2, "{before} l, then {after} l");
}

#[test]
fn what_cannot_be_measured_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let (_, complaint, done) = fit(folder.path(), &["rhomboid.major"]);
    assert!(
        !done && complaint.contains("no mesh of rhomboid.major"),
        "{complaint}"
    );
    stand_in(folder.path(), "rhomboid.minor");
    let mesh = fs::read_dir(folder.path())
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    let (_, complaint, done) = fit(&mesh.path(), &["wing"]);
    assert!(
        !done && complaint.contains("wing is no part"),
        "{complaint}"
    );
    fs::write(mesh.path(), "v 1 2\n").unwrap();
    let (_, complaint, done) = fit(folder.path(), &["rhomboid.minor"]);
    assert!(!done && complaint.contains("line 1"), "{complaint}");
}
