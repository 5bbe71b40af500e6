//! `myomap fit` as it is called: measuring on meshes in a folder, and the table of all figures.
//!
//! The reference is not part of the project; our own surfaces stand in for it.

// Clippy knows test functions, not their helpers.
#![allow(clippy::unwrap_used)]

use assert_cmd::Command;
use myomap::{anatomy::ring_net::surface_of_shape, model::raw::Shape, store::built_in_files};
use std::{fmt::Write as _, fs, path::Path};

fn shape(id: &str) -> Shape {
    ron::from_str(&built_in_files()[&format!("shapes/{id}.ron")]).unwrap()
}

/// Writes the surface of a structure as the reference mesh it was measured on.
fn stand_in(folder: &Path, id: &str) {
    let shape = shape(id);
    let mesh = surface_of_shape(&shape).unwrap();
    let mut text = String::new();
    for p in &mesh.positions_mm {
        writeln!(text, "v {} {} {}", p.x, p.y, p.z).unwrap();
    }
    for [a, b, c] in &mesh.triangles {
        writeln!(text, "f {} {} {}", a + 1, b + 1, c + 1).unwrap();
    }
    fs::write(folder.join(format!("{}_{id}.obj", shape.measured_on)), text).unwrap();
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
