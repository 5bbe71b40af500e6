//! `myomap fit` as it is called: measuring on meshes in a folder, and the table of all figures.
//!
//! The reference is not part of the project; our own surfaces stand in for it, and what needs the reference itself is
//! left out where it is not there.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what should not happen; Clippy knows test functions, not their helpers"
)]

use assert_cmd::Command;
use myomap::{
    anatomy::{mesh::SurfaceMesh, ring_net::surface_of_shape, skin::skin_of_shape},
    model::facts::Shape,
    store::built_in_files,
    workshop::{
        bone::{built::built_shape, measure_bone},
        muscle::reference::Reference,
        recipe::{self, Recipes},
        shape_text::shape_text,
        skin::measure_skin,
        whereabouts::{Extent, Known},
    },
};
use rayon::prelude::*;
use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path};

/// Where the meshes of the reference lie for whoever has them; they are no part of the project.
const REFERENCE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/reference/meshes");

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
        .env_remove("LANGUAGE")
        .env("LC_ALL", "C")
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

/// A cube with one corner at the origin.
fn cube(side: f32) -> String {
    let corner = |number: u8| [1, 2, 4].map(|bit| if number & bit == 0 { 0.0 } else { side });
    let mut text = String::new();
    for [x, y, z] in (0..8).map(corner) {
        writeln!(text, "v {x} {y} {z}").unwrap();
    }
    for face in [
        "1 3 4 2", "5 6 8 7", "1 2 6 5", "3 7 8 4", "1 5 7 3", "2 4 8 6",
    ] {
        writeln!(text, "f {face}").unwrap();
    }
    text
}

#[test]
fn a_mesh_that_is_elsewhere_or_in_another_unit_is_refused_with_what_it_may_be() {
    let folder = tempfile::tempdir().unwrap();
    let mesh = folder.path().join("cube.obj");
    for (side, id, says) in [
        (1.0, "skin", "is it in metres?"),
        (1.0, "scapula", "is it in decimetres?"),
        (100.0, "scapula", "from where scapula is"),
        (
            100.0,
            "trapezius.descending",
            "from where trapezius.descending is",
        ),
    ] {
        fs::write(&mesh, cube(side)).unwrap();
        for more in [&["--source", "BP3D"][..], &["--check"]] {
            let (out, complaint, done) = fit(&mesh, &[&[id], more].concat());
            assert!(!done && out.is_empty(), "{id}: {out}");
            assert!(complaint.contains(says), "{id}: {complaint}");
        }
    }
    // A whole body in another unit is no shoulder blade either.
    let mut body = skin_of_shape(&shape("skin")).unwrap();
    for scale in [0.001, 0.01, 1.0] {
        let mut scaled = body.clone();
        scaled.positions_mm.iter_mut().for_each(|p| *p *= scale);
        write_mesh(&mesh, &scaled);
        let (_, complaint, done) = fit(&mesh, &["scapula", "--source", "BP3D"]);
        assert!(!done, "{scale}: {complaint}");
    }
    body.positions_mm.iter_mut().for_each(|p| *p *= 0.001);
    write_mesh(&mesh, &body);
    let (_, complaint, _) = fit(&mesh, &["skin", "--source", "BP3D"]);
    assert!(complaint.contains("is it in metres?"), "{complaint}");
}

#[test]
fn a_shape_says_of_which_mesh_and_source_it_is() {
    let folder = tempfile::tempdir().unwrap();
    stand_in(folder.path(), "disc.l3");
    let numbered = folder
        .path()
        .join(format!("{}_disc.l3.obj", shape("disc.l3").measured_on));
    let (text, complaint, done) = fit(&numbered, &["disc.l3"]);
    assert!(done, "{complaint}");
    let known = &built_in_files()["shapes/disc.l3.ron"];
    assert_eq!(text.lines().next(), known.lines().next());
    assert!(text.contains(" source: \"BP3D\",") && text.contains(" measured_on: \"fma"));

    let mine = folder.path().join("mine.obj");
    fs::rename(&numbered, &mine).unwrap();
    let (_, complaint, done) = fit(&mine, &["disc.l3"]);
    assert!(!done && complaint.contains("--source"), "{complaint}");
    let (_, complaint, done) = fit(&mine, &["disc.l3", "--source", "BP3Dx"]);
    assert!(
        !done && complaint.contains("did you mean \"BP3D\"?"),
        "{complaint}"
    );
    let (text, complaint, done) = fit(&mine, &["disc.l3", "--source", "TXT"]);
    assert!(done, "{complaint}");
    assert!(text.starts_with("// Measured on mine.obj ("), "{text:.200}");
    assert!(text.contains(" source: \"TXT\",\n"), "{text:.400}");
    let head = text.split("nets:").next().unwrap();
    assert!(
        !head.contains("BodyParts3D") && !head.contains("measured_on"),
        "{head}"
    );
}

#[test]
fn a_check_that_fails_or_measures_nothing_says_so_by_its_exit_code() {
    let folder = tempfile::tempdir().unwrap();
    let (table, _, kept) = fit(folder.path(), &["--check-all"]);
    assert!(!kept && table.contains("0 measured"), "{table}");
    stand_in(folder.path(), "disc.l3");
    assert!(fit(folder.path(), &["disc.l3", "--check"]).2);
    // Another disc's mesh under its name: near enough to be measured, and over the limits.
    let mesh = surface_of_shape(&shape("disc.l4")).unwrap();
    let name = format!("{}_disc.l3.obj", shape("disc.l3").measured_on);
    write_mesh(&folder.path().join(name), &mesh);
    for arguments in [&["disc.l3", "--check"][..], &["--check-all"]] {
        let (table, complaint, kept) = fit(folder.path(), arguments);
        assert!(!kept && table.contains("OVER"), "{table}{complaint}");
    }
}

#[test]
fn what_is_no_obj_is_told_so() {
    let folder = tempfile::tempdir().unwrap();
    let mesh = folder.path().join("mesh.vtp");
    for bytes in [
        &b"<VTKFile type=\"PolyData\">\n</VTKFile>\n"[..],
        b"solid \xff\x00\x80",
        b"",
    ] {
        fs::write(&mesh, bytes).unwrap();
        let (_, complaint, done) = fit(&mesh, &["scapula", "--source", "BP3D"]);
        assert!(!done && complaint.contains("no OBJ file"), "{complaint}");
    }
    let (help, _, _) = fit(&mesh, &["--help"]);
    assert!(
        help.contains("millimetres") && help.contains("body frame"),
        "{help}"
    );
}

#[test]
fn every_mesh_of_the_reference_lies_where_its_shape_does_and_in_metres_does_not() {
    let Some(meshes) = reference() else {
        return;
    };
    let mut looked_at = 0;
    for path in built_in_files()
        .keys()
        .filter(|path| path.starts_with("shapes/"))
    {
        let shape = shape(path.trim_start_matches("shapes/").trim_end_matches(".ron"));
        let number = |fma: &str| fma.strip_prefix("fma")?.parse::<u32>().ok();
        let mut whole = Reference::default();
        for mesh in shape.measured_on.split_whitespace().filter_map(number) {
            meshes.get(&mesh).iter().for_each(|mesh| whole.append(mesh));
        }
        let (Some(mesh), Some(known)) = (Extent::of_mesh(&whole), Known::of_shape(&shape)) else {
            continue;
        };
        looked_at += 1;
        let left = Extent::of_mesh(&whole.left_half()).unwrap();
        let misfit = known.misfit(&mesh).and(known.misfit(&left));
        assert_eq!(misfit, None, "{}", shape.structure);
        whole.positions_mm.iter_mut().for_each(|p| *p *= 0.001);
        let misfit = known.misfit(&Extent::of_mesh(&whole).unwrap());
        assert_eq!(
            misfit.and_then(|misfit| misfit.unit_mm),
            Some(1000),
            "{}",
            shape.structure
        );
    }
    assert!(looked_at > 100, "{looked_at}");
}

#[test]
fn every_plan_is_built_and_closed() {
    let recipes = concat!(env!("CARGO_MANIFEST_DIR"), "/recipes");
    let plans: Vec<_> = ["sheets", "slips"]
        .into_iter()
        .flat_map(|folder| fs::read_dir(format!("{recipes}/{folder}")).unwrap())
        .map(|entry| entry.unwrap().path())
        .collect();
    assert!(plans.len() >= 17, "{plans:?}");
    for plan in plans {
        let (text, complaint, done) = fit(&plan, &["--build"]);
        assert!(done, "{complaint}");
        let found: Shape = ron::from_str(&text).unwrap();
        let name = plan.file_stem().unwrap().to_string_lossy().into_owned();
        assert_eq!(found.structure, name);
        assert!(surface_of_shape(&found).unwrap().is_closed(), "{name}");
    }
}

#[test]
fn faults_of_recipes_and_plans_are_told_with_file_and_line() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.ron");
    fs::write(&plan, "(\n structure: \"a\",\n sauce: \"TXT\",\n)").unwrap();
    let (_, complaint, done) = fit(&plan, &["--build"]);
    assert!(!done && complaint.contains("plan.ron:3:"), "{complaint}");
    assert!(
        complaint
            .contains("the fields are structure, source, measured, measured_on, sheets, slips"),
        "{complaint}"
    );

    for (path, text) in recipe::built_in_files() {
        let path = folder.path().join("recipes").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text.replace("angles: 128", "angles: 1280")).unwrap();
    }
    let recipes = folder.path().join("recipes");
    let recipes = recipes.to_str().unwrap();
    let (_, complaint, done) = fit(folder.path(), &["--recipes", recipes, "hyoid"]);
    assert!(!done && complaint.contains("skin.ron:"), "{complaint}");
    assert!(complaint.contains("give 4 to 128"), "{complaint}");
}

/// The meshes of the reference by FMA number; `None`, and a word about it, where they are not there.
fn reference() -> Option<BTreeMap<u32, Reference>> {
    let Ok(folder) = fs::read_dir(REFERENCE) else {
        eprintln!("left out: the meshes of the reference are not in {REFERENCE}");
        return None;
    };
    let mut meshes = BTreeMap::new();
    for entry in folder {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let number = name
            .strip_prefix("fma")
            .and_then(|n| n.split('_').next()?.parse().ok());
        if let Some(number) = number {
            let text = fs::read_to_string(&path).unwrap();
            meshes.insert(number, Reference::as_written(&text).unwrap());
        }
    }
    Some(meshes)
}

#[test]
fn every_recipe_gives_the_nets_that_it_gave_before() {
    let wanted = include_str!("workshop_nets.txt").lines();
    let wanted: BTreeMap<&str, &str> = wanted
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once(' ').unwrap())
        .collect();
    let recipes = Recipes::read(&recipe::built_in_files()).unwrap();
    let meshes = reference();
    let surface = |id: &str| {
        let mut whole = Reference::default();
        for fma in recipes.meshes_of(id) {
            whole.append(&meshes.as_ref()?[fma]);
        }
        Some(whole.to_midline(recipes.midline.of(id)).to_surface())
    };
    let measured = |&id: &&str| -> Option<Shape> {
        if id == "skin" {
            return Some(measure_skin(&recipes.skin, &surface(id)?).unwrap());
        }
        let recipe = recipes.bone(id).unwrap();
        built_shape(recipe, id).or_else(|| Some(measure_bone(recipe, &surface(id)?, id).unwrap()))
    };
    let ids: Vec<&str> = wanted.keys().copied().collect();
    let found: Vec<(&str, String)> = ids
        .par_iter()
        .filter_map(|id| {
            let text = shape_text(&measured(id)?, "");
            Some((*id, format!("{:08x}", crc32fast::hash(text.as_bytes()))))
        })
        .collect();
    let least = if meshes.is_some() { wanted.len() } else { 30 };
    assert!(found.len() >= least, "only {} were made", found.len());
    for (id, sum) in found {
        assert_eq!(sum, wanted[id], "the nets of {id} are other ones");
    }
    let with_recipe = recipes.bones.iter().flat_map(|recipe| &recipe.bones);
    for (id, _) in with_recipe {
        assert!(wanted.contains_key(id.as_str()), "{id} is not in the list");
    }
}
