//! Files that commands write: judged before any work, whole or not at all, and an older one survives.

use super::{fails, myomap};
use std::{fs, path::Path};

/// Names in a folder, hidden ones too: nothing half-written must be left.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_picture_of_another_format_is_refused_before_anything_is_touched() {
    let dir = tempfile::tempdir().unwrap();
    for name in ["photo.jpg", "photo.webp", "photo", "photo.png.bmp"] {
        let path = dir.path().join(name);
        fs::write(&path, "precious").unwrap();
        fails(
            &["render", "#depth=1", "-o", path.to_str().unwrap()],
            1,
            "photo.png",
        );
        assert_eq!(fs::read(&path).unwrap(), b"precious", "{name}");
        fs::remove_file(&path).unwrap();
        fails(
            &["render", "#depth=1", "-o", path.to_str().unwrap()],
            1,
            "photo.png",
        );
    }
    assert!(names(dir.path()).is_empty());
    let nowhere = dir.path().join("none/a.png");
    fails(
        &["render", "#depth=1", "-o", nowhere.to_str().unwrap()],
        1,
        "no such folder",
    );
    fs::create_dir(dir.path().join("b.png")).unwrap();
    let folder = dir.path().join("b.png");
    fails(
        &["render", "#depth=1", "-o", folder.to_str().unwrap()],
        1,
        "is a folder",
    );
}

#[test]
fn an_export_that_cannot_be_written_leaves_what_was_there() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().to_str().unwrap();
    for (format, file) in [("gltf", "myomap.glb"), ("obj", "sacrum.obj")] {
        let path = dir.path().join(file);
        fs::write(&path, "precious").unwrap();
        let mut protected = fs::metadata(&path).unwrap().permissions();
        protected.set_readonly(true);
        fs::set_permissions(&path, protected).unwrap();
        fails(
            &["export", format, "--structures", "sacrum", "-o", folder],
            1,
            "write-protected",
        );
        assert_eq!(fs::read(&path).unwrap(), b"precious");
    }
    assert_eq!(names(dir.path()), ["myomap.glb", "sacrum.obj"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_told_and_an_export_over_an_older_one_is_whole() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().to_str().unwrap();
    std::os::unix::fs::symlink("/dev/full", dir.path().join("myomap.glb")).unwrap();
    fails(
        &["export", "gltf", "--structures", "sacrum", "-o", folder],
        1,
        "myomap.glb",
    );
    let path = dir.path().join("sacrum.obj");
    fs::write(&path, "old".repeat(1_000_000)).unwrap();
    let (code, _, err) = myomap(&["export", "obj", "--structures", "sacrum", "-o", folder]);
    assert_eq!((code, err.as_str()), (0, ""));
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("# sacrum ") && text.ends_with('\n') && !text.contains("oldold"));
    assert_eq!(names(dir.path()), ["myomap.glb", "sacrum.obj"]);
}

#[test]
fn a_muscle_that_cannot_be_built_is_told_and_the_rest_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let shapes = dir.path().join("pack/shapes");
    fs::create_dir_all(&shapes).unwrap();
    let ring = "[(90, 1400, 0), (95, 1400, 0), (92, 1404, 0)]";
    let text = format!(
        "(\n    structure: \"deltoid.clavicular\",\n    source: \"OWN\",\n    nets: [Rings([{ring}, {ring}])],\n)\n"
    );
    fs::write(shapes.join("deltoid.clavicular.ron"), text).unwrap();
    let pack = dir.path().join("pack");
    let (code, out, err) = myomap(&["check", pack.to_str().unwrap()]);
    assert_eq!((code, err.as_str()), (1, "myomap: 1 fault in 1 file\n"));
    let place = format!("{}:4:12: ", shapes.join("deltoid.clavicular.ron").display());
    assert!(
        out.starts_with(&place) && out.contains("could not be built"),
        "{out}"
    );
    let written = dir.path().join("out");
    let (code, out, err) = myomap(&[
        "export",
        "obj",
        "--structures",
        "deltoid.acromial,sacrum",
        "--side",
        "left",
        "--data",
        pack.to_str().unwrap(),
        "-o",
        written.to_str().unwrap(),
    ]);
    assert_eq!(code, 0, "{err}");
    assert!(out.starts_with("2 files"), "{out}");
    assert_eq!(err.lines().count(), 1, "{err}");
    assert!(
        err.contains("\"deltoid.clavicular\" could not be built"),
        "{err}"
    );
}
