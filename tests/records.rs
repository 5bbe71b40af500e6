//! `myomap records`: exit codes, what is printed, and that nothing is lost when something is in the way.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what should not happen; Clippy knows test functions, not their helpers"
)]

use assert_cmd::Command;
use std::{fs, path::Path};

/// Two journals as this version writes them.
fn filled(dir: &Path) {
    fs::create_dir_all(dir).unwrap();
    for name in ["painting.jsonl", "warning_answers.jsonl"] {
        let from = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/records")
            .join(name);
        fs::copy(from, dir.join(name)).unwrap();
    }
}

fn myomap(dir: &Path, arguments: &[&str]) -> (i32, String, String) {
    told(
        Command::cargo_bin("myomap")
            .unwrap()
            .env("MYOMAP_RECORDS", dir)
            .args(arguments),
    )
}

fn told(command: &mut Command) -> (i32, String, String) {
    let output = (command.env_remove("LANGUAGE"))
        .env("LC_ALL", "C")
        .output()
        .unwrap();
    (
        output.status.code().unwrap_or(-1),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

#[test]
fn the_folder_is_the_one_of_the_option_before_that_of_the_variable() {
    let dir = tempfile::tempdir().unwrap();
    let (code, out, err) = myomap(dir.path(), &["records", "path"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(out.trim_end(), dir.path().to_str().unwrap());
    let other = dir.path().join("other");
    let other = other.to_str().unwrap();
    let (_, out, _) = myomap(dir.path(), &["records", "path", "--records", other]);
    assert_eq!(out.trim_end(), other);
}

#[test]
fn a_backup_is_taken_over_once() {
    let dir = tempfile::tempdir().unwrap();
    let (one, two) = (dir.path().join("one"), dir.path().join("two"));
    filled(&one);
    let backup = dir.path().join("backup.jsonl");
    let backup = backup.to_str().unwrap();
    let (code, out, err) = myomap(&one, &["records", "export", backup]);
    assert_eq!((code, out.as_str()), (0, ""));
    assert!(err.contains("3 records written to"), "{err}");
    // Printed, it is the same but for the time in its first line.
    let (_, printed, _) = myomap(&one, &["records", "export"]);
    let lines = |text: &str| text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(lines(&printed), lines(&fs::read_to_string(backup).unwrap()));

    let import = ["records", "import", backup];
    let (code, out, err) = myomap(&two, &import);
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(out, "3 new, 0 in a later version, 0 already there.\n");
    let (_, out, _) = myomap(&two, &import);
    assert_eq!(out, "0 new, 0 in a later version, 3 already there.\n");
    let (_, out, _) = myomap(&two, &["records", "import", "--json", backup]);
    let said: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(said["already_there"], 3);
    // As a shell on Windows writes what a command prints.
    let wide = printed.encode_utf16().flat_map(u16::to_le_bytes);
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(wide).collect();
    fs::write(backup, wide).unwrap();
    let (code, out, err) = myomap(&two, &import);
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(out, "0 new, 0 in a later version, 3 already there.\n");
    let (code, out, _) = myomap(&two, &["records", "check"]);
    assert_eq!(code, 0);
    assert!(out.starts_with("No faults: 3 records in "), "{out}");
}

#[test]
fn a_damaged_line_is_told_with_its_place_and_the_rest_is_there() {
    let dir = tempfile::tempdir().unwrap();
    filled(dir.path());
    let path = dir.path().join("painting.jsonl");
    let damaged = fs::read_to_string(&path)
        .unwrap()
        .replacen("Neck", "Nick", 1);
    fs::write(&path, &damaged).unwrap();
    let (code, out, err) = myomap(dir.path(), &["records", "check"]);
    assert_eq!(code, 1);
    let place = format!("{}:2: its checksum is wrong", path.display());
    assert!(out.starts_with(&place), "{out}");
    assert!(err.contains("1 line cannot be read"), "{err}");
    let (code, out, _) = myomap(dir.path(), &["records", "check", "--json"]);
    let said: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &said["faults"][0]["line"]), (1, &2.into()));
    assert_eq!(said["records"], 2);
    assert_eq!(fs::read_to_string(&path).unwrap(), damaged);

    // A backup with that line brings the rest and says what it lacks.
    let other = dir.path().join("other");
    let (code, out, err) = myomap(&other, &["records", "import", path.to_str().unwrap()]);
    assert_eq!(
        (code, out.as_str()),
        (1, "1 new, 0 in a later version, 0 already there.\n")
    );
    assert!(err.contains("1 line damaged"), "{err}");
}

#[test]
fn a_newer_versions_file_is_left_as_it_is() {
    let dir = tempfile::tempdir().unwrap();
    let records = dir.path().join("records");
    filled(&records);
    let path = records.join("painting.jsonl");
    let mut text = fs::read_to_string(&path).unwrap();
    let sum = crc32fast::hash(b"2,\"put\":{}}");
    text.push_str(&format!(
        "{{\"journal\":2,\"crc32\":\"{sum:08x}\",\"put\":{{}}}}\n"
    ));
    fs::write(&path, &text).unwrap();
    let (code, out, _) = myomap(&records, &["records", "check"]);
    assert_eq!(code, 1);
    assert!(
        out.contains(":3: a newer myomap wrote it (format 2"),
        "{out}"
    );

    let backup = dir.path().join("backup.jsonl");
    let other = dir.path().join("other");
    filled(&other);
    let fresh = dir.path().join("fresh");
    assert_eq!(
        myomap(&other, &["records", "export", backup.to_str().unwrap()]).0,
        0
    );
    assert_eq!(
        myomap(&fresh, &["records", "import", backup.to_str().unwrap()]).0,
        0
    );
    // What is there already needs no writing; a record that is not there does.
    fs::write(&path, text.lines().last().unwrap()).unwrap();
    let before = fs::read(&path).unwrap();
    let (code, _, err) = myomap(&records, &["records", "import", backup.to_str().unwrap()]);
    assert_eq!(code, 1);
    assert!(err.contains("the file is left as it is"), "{err}");
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn what_is_no_backup_is_refused_and_makes_no_folder() {
    let dir = tempfile::tempdir().unwrap();
    let letter = dir.path().join("letter.txt");
    fs::write(&letter, "Dear you").unwrap();
    let records = dir.path().join("records");
    for (file, says) in [
        (
            letter.as_path(),
            "it holds no records of myomap; nothing was changed",
        ),
        (&dir.path().join("none"), "cannot be read"),
        (dir.path(), "cannot be read"),
    ] {
        let (code, out, err) = myomap(&records, &["records", "import", file.to_str().unwrap()]);
        assert_eq!((code, out.as_str()), (1, ""));
        assert!(err.contains(says), "{err}");
        assert_eq!(err.lines().count(), 1);
    }
    assert!(!records.exists());
}

#[test]
fn a_file_in_place_of_the_folder_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let taken = dir.path().join("taken");
    fs::write(&taken, "mine").unwrap();
    for command in ["check", "export"] {
        let (code, _, err) = myomap(&taken, &["records", command]);
        assert_eq!(code, 1);
        assert!(err.contains("taken: is no folder"), "{err}");
    }
    assert_eq!(fs::read_to_string(&taken).unwrap(), "mine");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_and_loses_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let (one, two) = (dir.path().join("one"), dir.path().join("two"));
    filled(&one);
    let (code, _, err) = myomap(&one, &["records", "export", "/dev/full"]);
    assert_eq!(code, 1);
    assert!(
        err.contains("/dev/full: the backup cannot be written"),
        "{err}"
    );

    // A limit on the size of files stops writing in the middle of a line, as a full disk does.
    let backup = dir.path().join("backup.jsonl");
    assert_eq!(
        myomap(&one, &["records", "export", backup.to_str().unwrap()]).0,
        0
    );
    fs::create_dir(&two).unwrap();
    fs::copy(one.join("painting.jsonl"), two.join("painting.jsonl")).unwrap();
    let first = fs::read_to_string(two.join("painting.jsonl")).unwrap();
    let first = format!("{}\n", first.lines().next().unwrap());
    // Blank lines say nothing and take room: what is added goes over the limit of 1,024 bytes.
    let padded = format!("{first}{}", "\n".repeat(1_000 - first.len()));
    fs::write(two.join("painting.jsonl"), &padded).unwrap();
    let program = assert_cmd::cargo::cargo_bin("myomap");
    let line = format!(
        "trap '' XFSZ; ulimit -f 2; exec {} records import {}",
        program.display(),
        backup.display()
    );
    let (code, _, err) = told(
        Command::new("sh")
            .env("MYOMAP_RECORDS", &two)
            .args(["-c", &line]),
    );
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("no room is left"), "{err}");
    assert_eq!(
        fs::read_to_string(two.join("painting.jsonl")).unwrap(),
        padded
    );
    // With room again the same backup brings the rest.
    let (code, out, _) = myomap(&two, &["records", "import", backup.to_str().unwrap()]);
    assert_eq!(code, 0);
    assert!(out.contains("already there"), "{out}");
    let (_, out, _) = myomap(&two, &["records", "check"]);
    assert!(out.starts_with("No faults: 3 records"), "{out}");
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_to_is_read_and_said_so() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let (one, two) = (dir.path().join("one"), dir.path().join("two"));
    filled(&one);
    let backup = dir.path().join("backup.jsonl");
    assert_eq!(
        myomap(&one, &["records", "export", backup.to_str().unwrap()]).0,
        0
    );
    fs::create_dir(&two).unwrap();
    fs::set_permissions(&two, fs::Permissions::from_mode(0o500)).unwrap();
    if fs::write(two.join("probe"), "x").is_ok() {
        // The superuser may write everywhere: a place that nobody can write to takes the folder's part.
        let (code, _, err) = myomap(
            Path::new("/proc/myomap"),
            &["records", "import", backup.to_str().unwrap()],
        );
        assert_eq!(code, 1);
        assert!(err.contains("/proc/myomap: "), "{err}");
        return;
    }
    let (code, _, err) = myomap(&two, &["records", "import", backup.to_str().unwrap()]);
    assert_eq!(code, 1);
    assert!(err.contains("you may not write there"), "{err}");
    assert_eq!(myomap(&two, &["records", "check"]).0, 0);
}
