//! What goes wrong is told in the language of the system, or of `--lang`.

use super::{Outcome, run};
use crate::model::language::Language;
use std::{ffi::OsString, fs, process::ExitCode};

pub(super) fn spanish() -> Language {
    "es".parse().unwrap()
}

/// Exit code, output and errors of a command line.
pub(super) fn output(line: &[&str], language: Language) -> (ExitCode, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let line = ["myomap"].iter().chain(line).map(OsString::from);
    let Outcome::Exit(code) = run(line, language, &mut out, &mut err) else {
        panic!("no window was asked for");
    };
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (code, text(out), text(err))
}

#[test]
fn failures_are_told_in_the_language() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().to_str().unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(dir.path().join(name), bytes).unwrap();
    write("none.txt", b"\xff\xff");
    write("letter.txt", b"Dear you");
    write("newer.txt", b"myomap painting 9\n");
    write(
        "painting.txt",
        b"myomap painting 2\npain\nregion kidney.left 3\n",
    );
    fs::create_dir(dir.path().join("pack")).unwrap();
    write("pack/regions.ron", b"\xff\xff");
    fs::create_dir(dir.path().join("taken.png")).unwrap();
    // DIR stands for the folder.
    let cases = [
        ("check no/such", "no such folder", "no existe esa carpeta"),
        ("check DIR/pack", "save it as UTF-8", "guárdalo como UTF-8"),
        (
            "--data no/such list rules",
            "no such folder",
            "no existe esa carpeta",
        ),
        (
            "render #depth=deep -o x.png",
            "could not be opened",
            "No se pudo abrir",
        ),
        (
            "render #point=TRA-99.left -o x.png",
            "names nothing",
            "no nombra nada",
        ),
        (
            "render #depth=1 -o x.jpg",
            "is no PNG file",
            "no es un archivo PNG",
        ),
        (
            "render #depth=1 -o no/x.png",
            "no such folder; make it",
            "créala antes",
        ),
        (
            "render #depth=1 -o DIR/taken.png",
            "is a folder",
            "es una carpeta",
        ),
        (
            "export obj -o DIR/o --structures sacrun",
            "did you mean \"sacrum\"?",
            "¿querías decir \"sacrum\"?",
        ),
        (
            "locate --paint DIR/nothing",
            "no such file",
            "no existe ese archivo",
        ),
        ("locate --paint DIR/none.txt", "is no text", "no es texto"),
        (
            "locate --paint DIR/letter.txt",
            "no painting of myomap",
            "no es un dibujo de dolor",
        ),
        (
            "locate --paint DIR/newer.txt",
            "newer one is needed",
            "hace falta uno más nuevo",
        ),
        (
            "locate --paint DIR/painting.txt",
            "line 3: there is no region",
            "línea 3: no hay ninguna región",
        ),
        (
            "records check --records DIR/letter.txt",
            "is no folder",
            "no es una carpeta",
        ),
        (
            "records import DIR/letter.txt --records DIR/r",
            "holds no records",
            "no contiene registros",
        ),
    ];
    for (line, english, ours) in cases {
        let line = line.replace("DIR", folder);
        let line: Vec<&str> = line.split(' ').collect();
        for (language, says) in [(Language::ENGLISH, english), (spanish(), ours)] {
            let (code, out, err) = output(&line, language);
            assert_eq!(
                (code, out.as_str()),
                (ExitCode::from(1), ""),
                "{line:?}: {err}"
            );
            assert!(
                err.starts_with("myomap: ") && err.contains(says),
                "{line:?}: {err}"
            );
            assert_eq!(err.lines().count(), 1, "{err}");
            let told = err.replace(folder, "");
            for left in [
                " the ", " is ", " of ", " no such", "cannot", "{", "command-",
            ] {
                let is_english = language == Language::ENGLISH && !left.contains(['{', '-']);
                assert!(is_english || !told.contains(left), "{line:?}: {err}");
            }
        }
    }
    // What is asked for by --lang goes before what the system speaks.
    let (_, _, err) = output(
        &["list", "rules", "--lang", "es", "--data", "no/such"],
        Language::ENGLISH,
    );
    assert!(err.contains("no existe"), "{err}");
    let (_, _, err) = output(&["list", "rules", "--lang", "xx"], spanish());
    assert!(err.contains("no hay ningún idioma xx; hay en, es"), "{err}");
}

#[test]
fn what_is_done_is_told_in_the_language_and_programs_get_the_same_in_all() {
    let dir = tempfile::tempdir().unwrap();
    let records = dir.path().join("r");
    let records = records.to_str().unwrap();
    let (code, out, err) = output(&["check"], spanish());
    assert_eq!((code, err.as_str()), (ExitCode::SUCCESS, ""));
    assert!(
        out.starts_with("Sin fallos: ") && out.contains("puntos"),
        "{out}"
    );
    let (_, out, _) = output(&["check"], Language::ENGLISH);
    assert!(
        out.starts_with("No faults: ") && out.contains("tests of range of motion"),
        "{out}"
    );
    for (language, says) in [
        (Language::ENGLISH, "to review: "),
        (spanish(), "por revisar: "),
    ] {
        let (_, out, _) = output(&["check", "--review"], language);
        assert!(out.contains(says), "{out}");
    }
    let (_, out, _) = output(&["records", "check", "--records", records], spanish());
    assert!(out.starts_with("Sin fallos: 0 registros en "), "{out}");
    for line in [
        &["list", "regions", "--json"][..],
        &["list", "regions"],
        &["check", "--json"],
    ] {
        assert_eq!(
            output(line, spanish()),
            output(line, Language::ENGLISH),
            "{line:?}"
        );
    }
}
