//! Preferences as a file: kept, set aside, left alone.

use super::*;
use serde::Deserialize;
use std::time::SystemTime;

#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
struct Kept {
    scale: f32,
    name: String,
}

fn kept(scale: f32, name: &str) -> Kept {
    Kept {
        scale,
        name: name.to_owned(),
    }
}

/// A folder of its own and the path of a file in it.
fn place() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("preferences.ron");
    (dir, path)
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

/// As the program does whose defaults nothing has changed.
fn load(path: PathBuf) -> (Kept, Keeper<Kept>, Option<PreferencesError>) {
    super::load(path, Kept::default())
}

const NEWER: &str = "(version: 999, preferences: ())";

#[test]
fn what_is_saved_is_loaded_and_no_file_is_the_default() {
    let (dir, _) = place();
    let path = dir.path().join("deep/preferences.ron");
    let (nothing, mut keeper, problem) = load(path.clone());
    assert_eq!((nothing, problem), (Kept::default(), None));
    keeper.keep(&kept(1.25, "a \"quoted\" name")).unwrap();
    let (again, _, problem) = load(path);
    assert_eq!((again, problem), (kept(1.25, "a \"quoted\" name"), None));
}

#[test]
fn two_windows_keep_each_others_changes() {
    let (_dir, path) = place();
    let (_, mut one, _) = load(path.clone());
    let (_, mut other, _) = load(path.clone());
    one.keep(&kept(1.5, "")).unwrap();
    other.keep(&kept(0.0, "other")).unwrap();
    assert_eq!(load(path).0, kept(1.5, "other"));
}

#[test]
fn what_the_system_wants_is_not_kept_as_if_it_were_chosen() {
    let (_dir, path) = place();
    // The system wants large letters; the user chooses a name.
    let (start, mut keeper, _) = super::load(path.clone(), kept(2.0, ""));
    assert_eq!(start, kept(2.0, ""));
    keeper.keep(&kept(2.0, "mine")).unwrap();
    assert!(!text(&path).contains("scale"), "{}", text(&path));
    // The system wants other letters by now.
    let (start, mut keeper, _) = super::load(path.clone(), kept(1.5, ""));
    assert_eq!(start, kept(1.5, "mine"));
    // What the user has chosen holds against the system, the defaults among it.
    keeper.keep(&kept(0.0, "mine")).unwrap();
    assert_eq!(
        super::load(path.clone(), kept(2.0, "")).0,
        kept(0.0, "mine")
    );
    let (_, mut keeper, _) = super::load(path.clone(), kept(2.0, ""));
    keeper.keep(&kept(2.0, "mine")).unwrap();
    assert_eq!(super::load(path, kept(1.5, "")).0, kept(2.0, "mine"));
}

#[test]
fn a_damaged_or_newer_file_is_kept_aside_and_then_written_anew() {
    for damaged in ["(version: 1, preferences: (scale: ", NEWER, ""] {
        let (dir, path) = place();
        fs::write(&path, damaged).unwrap();
        let (loaded, mut keeper, problem) = load(path.clone());
        assert_eq!(loaded, Kept::default());
        let aside = dir.path().join("preferences.ron.kept");
        assert!(matches!(
            problem,
            Some(PreferencesError::SetAside { kept, .. }) if kept == aside.display().to_string()
        ));
        assert!(!path.exists());
        keeper.keep(&kept(2.0, "")).unwrap();
        assert_eq!(text(&aside), damaged);
        assert_eq!(load(path).0, kept(2.0, ""));
    }
}

#[test]
fn a_second_damaged_file_does_not_replace_the_first() {
    let (dir, path) = place();
    for damaged in ["one", "two"] {
        fs::write(&path, damaged).unwrap();
        load(path.clone());
    }
    assert_eq!(text(&dir.path().join("preferences.ron.kept")), "one");
    assert_eq!(text(&dir.path().join("preferences.ron.kept1")), "two");
}

#[test]
fn what_could_not_be_set_aside_is_never_written_over_and_told_once() {
    let (dir, path) = place();
    fs::write(&path, NEWER).unwrap();
    for number in 0..MOST_KEPT {
        let name = match number {
            0 => "preferences.ron.kept".to_owned(),
            n => format!("preferences.ron.kept{n}"),
        };
        fs::write(dir.path().join(name), "").unwrap();
    }
    let (loaded, mut keeper, problem) = load(path.clone());
    assert_eq!(loaded, Kept::default());
    assert!(matches!(
        problem,
        Some(PreferencesError::LeftAlone {
            why: Unread::Newer,
            ..
        })
    ));
    // Told already: nothing is written, and nothing more said.
    assert_eq!(keeper.keep(&kept(2.0, "")), Ok(()));
    assert_eq!(text(&path), NEWER);
}

#[test]
fn what_a_newer_program_wrote_meanwhile_is_not_written_over() {
    let (_dir, path) = place();
    let (_, mut keeper, _) = load(path.clone());
    keeper.keep(&kept(1.0, "")).unwrap();
    fs::write(&path, NEWER).unwrap();
    let said = keeper.keep(&kept(2.0, ""));
    assert!(matches!(
        said,
        Err(PreferencesError::LeftAlone {
            why: Unread::Newer,
            ..
        })
    ));
    assert_eq!(keeper.keep(&kept(3.0, "")), Ok(()));
    assert_eq!(text(&path), NEWER);
}

#[test]
fn a_file_that_was_removed_meanwhile_is_written_whole() {
    let (_dir, path) = place();
    let (_, mut keeper, _) = load(path.clone());
    keeper.keep(&kept(1.0, "name")).unwrap();
    fs::remove_file(&path).unwrap();
    keeper.keep(&kept(2.0, "name")).unwrap();
    assert_eq!(load(path).0, kept(2.0, "name"));
}

#[test]
fn fields_that_only_a_newer_program_knows_are_kept() {
    let (_dir, path) = place();
    fs::write(
        &path,
        "\u{feff}(version: 1, preferences: (later: Some([1]), scale: 1.5))",
    )
    .unwrap();
    let (loaded, mut keeper, problem) = load(path.clone());
    assert_eq!((&loaded, problem), (&kept(1.5, ""), None));
    keeper.keep(&kept(1.5, "mine")).unwrap();
    assert!(text(&path).contains("later: Some([1]),"));
    assert_eq!(load(path).0, kept(1.5, "mine"));
}

#[test]
fn a_folder_in_place_of_the_file_is_set_aside() {
    let (dir, path) = place();
    fs::create_dir(&path).unwrap();
    let (_, mut keeper, problem) = load(path.clone());
    assert!(matches!(
        problem,
        Some(PreferencesError::SetAside {
            why: Unread::NotAFile,
            ..
        })
    ));
    keeper.keep(&kept(2.0, "")).unwrap();
    assert!(dir.path().join("preferences.ron.kept").is_dir());
}

#[cfg(unix)]
#[test]
fn a_pipe_does_not_hold_up_the_start() {
    let (_dir, path) = place();
    let made = std::process::Command::new("mkfifo").arg(&path).status();
    assert!(made.unwrap().success());
    let (_, mut keeper, problem) = load(path.clone());
    assert!(matches!(
        problem,
        Some(PreferencesError::SetAside {
            why: Unread::NotAFile,
            ..
        })
    ));
    keeper.keep(&kept(2.0, "")).unwrap();
    assert_eq!(load(path).0, kept(2.0, ""));
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_what_it_leads_to_is_written() {
    use std::os::unix::fs::symlink;
    for is_there in [true, false] {
        let (dir, path) = place();
        let target = dir.path().join("dotfiles/settings.ron");
        fs::create_dir(dir.path().join("dotfiles")).unwrap();
        if is_there {
            fs::write(&target, "(version: 1, preferences: (scale: 1.5))").unwrap();
        }
        symlink("dotfiles/settings.ron", &path).unwrap();
        let (_, mut keeper, problem) = load(path.clone());
        assert_eq!(problem, None);
        keeper.keep(&kept(2.0, "")).unwrap();
        assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
        assert!(text(&target).contains("scale: 2.0"));
    }
    // A ring of links has an end.
    let (dir, path) = place();
    symlink(dir.path().join("b"), &path).unwrap();
    symlink(&path, dir.path().join("b")).unwrap();
    assert!(load(path).2.is_some());
}

#[test]
fn what_an_ended_program_left_behind_is_removed_once_it_is_old() {
    let (dir, path) = place();
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for (name, is_old) in [
        (".preferences.ron.aB3xY9", true),
        (".preferences.ron.zZ0000", false),
        (".preferences.ron.mine.txt", true),
        ("preferences.ron.kept", true),
    ] {
        let file = fs::File::create(dir.path().join(name)).unwrap();
        if is_old {
            file.set_modified(long_ago).unwrap();
        }
    }
    load(path);
    let mut left: Vec<_> = fs::read_dir(dir.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    assert_eq!(
        left,
        [
            ".preferences.ron.mine.txt",
            ".preferences.ron.zZ0000",
            "preferences.ron.kept"
        ]
    );
}
