//! The command line: exit codes, what goes to the output and what to the error output, JSON.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what should not happen; Clippy knows test functions, not their helpers"
)]

mod common;
#[path = "cli/finding.rs"]
mod finding;
#[path = "cli/outputs.rs"]
mod outputs;

use assert_cmd::Command;
use common::{plant, sound};
use serde_json::Value;
use std::{collections::BTreeMap, fs, path::Path};

fn myomap(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::cargo_bin("myomap")
        .unwrap()
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("LANGUAGE")
        .env("LC_ALL", "C")
        .output()
        .unwrap();
    (
        output.status.code().unwrap_or(-1),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

/// What was asked for, and nothing else.
#[track_caller]
fn prints(arguments: &[&str]) -> String {
    let (code, out, err) = myomap(arguments);
    assert_eq!((code, err.as_str()), (0, ""), "{arguments:?}");
    out
}

#[track_caller]
fn prints_json(arguments: &[&str]) -> Vec<Value> {
    match serde_json::from_str(&prints(arguments)) {
        Ok(Value::Array(all)) => all,
        other => panic!("an array: {other:?}"),
    }
}

/// One line on the error output, with what is wrong.
#[track_caller]
fn fails(arguments: &[&str], code: i32, says: &str) {
    let (found, out, err) = myomap(arguments);
    assert_eq!((found, out.as_str()), (code, ""), "{arguments:?}: {err}");
    assert!(err.contains(says), "{err}");
    if code == 1 {
        assert_eq!(err.lines().count(), 1, "{err}");
    }
}

fn write(files: &BTreeMap<String, String>, dir: &Path) {
    for (path, text) in files {
        let path = dir.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

#[test]
fn the_built_in_data_is_checked() {
    let out = prints(&["check"]);
    assert!(out.starts_with("No faults: "), "{out}");
    assert!(out.contains("77 points"), "{out}");
}

#[test]
fn a_whole_folder_is_checked_by_itself_and_faults_have_their_place() {
    let dir = tempfile::tempdir().unwrap();
    let mut files = sound();
    write(&files, dir.path());
    let folder = dir.path().to_str().unwrap();
    assert!(prints(&["check", folder]).contains("2 points"));

    let (line, column) = plant(&mut files, "sources.ron", "kind: Study", "kin: Study");
    write(&files, dir.path());
    let (code, out, err) = myomap(&["check", folder]);
    assert_eq!(code, 1);
    assert_eq!(err, "myomap: 1 fault in 1 file\n");
    let place = format!(
        "{}:{line}:{column}: ",
        dir.path().join("sources.ron").display()
    );
    assert!(out.starts_with(&place), "{out}");
    assert!(
        out.contains("unknown field \"kin\"") && out.contains("did you mean kind?"),
        "{out}"
    );

    let (code, out, _) = myomap(&["check", folder, "--json"]);
    let faults: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &faults[0]["line"]), (1, &Value::from(line)));
}

#[test]
fn a_pack_is_checked_over_the_built_in_data() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().to_str().unwrap();
    let pack = BTreeMap::from([("bones/extra.ron".to_owned(), "[]".to_owned())]);
    write(&pack, dir.path());
    assert!(prints(&["check", folder]).contains("77 points"));
    let pack = BTreeMap::from([("muscles/extra.ron".to_owned(), "(id: \"x\"".to_owned())]);
    write(&pack, dir.path());
    let (code, out, _) = myomap(&["check", folder]);
    assert_eq!(code, 1);
    assert_eq!(out.lines().count(), 1, "{out}");
}

#[test]
fn statements_to_review_are_listed() {
    let out = prints(&["check", "--review"]);
    assert!(out.contains("muscles/trapezius.ron ("), "{out}");
    assert!(out.trim_end().ends_with("partly confirmed."), "{out}");
    let items = prints_json(&["check", "--review", "--json"]);
    assert!(
        items
            .iter()
            .all(|item| item["confidence"] == "recalled" || item["confidence"] == "partly")
    );
}

#[test]
fn everything_is_listed_as_text_and_as_json() {
    for kind in [
        "muscles",
        "points",
        "regions",
        "bones",
        "stretches",
        "methods",
        "sources",
        "landmarks",
        "structures",
        "red_flags",
        "contraindications",
        "no_go_areas",
        "library",
    ] {
        let text = prints(&["list", kind]);
        let all = prints_json(&["list", kind, "--json"]);
        assert!(!all.is_empty());
        assert_eq!(text.lines().count(), all.len(), "{kind}");
        for one in &all {
            assert!(one["id"].is_string() && one["name"].is_string(), "{one}");
            assert!(one.get("link").is_some(), "{one}");
        }
    }
}

#[test]
fn points_and_structures_have_the_fields_that_programs_need() {
    let points = prints_json(&["list", "points", "--json"]);
    assert_eq!(points.len(), 77);
    let point = points.iter().find(|point| point["id"] == "TRA-1").unwrap();
    assert_eq!(point["alias"], "TrP1");
    assert_eq!(point["muscle"], "trapezius");
    assert_eq!(point["link"], "#point=TRA-1.left");
    let essential = point["essential"].as_array().unwrap();
    assert!(essential.contains(&Value::from("neck_side")));
    assert!(
        point["spillover"]
            .as_array()
            .unwrap()
            .contains(&Value::from("temple"))
    );
    assert!(
        point["sources"]
            .as_array()
            .unwrap()
            .contains(&Value::from("TS1"))
    );

    let structures = prints_json(&["list", "structures", "--json"]);
    let one = |id: &str| structures.iter().find(|one| one["id"] == id).unwrap();
    let right = one("trapezius.ascending.right");
    assert_eq!(
        (&right["fma"], &right["layer"]),
        (&Value::from(33581), &Value::from(1))
    );
    assert_eq!(one("sacrum")["layer"], 6);
    assert_eq!(one("skin")["layer"], 0);
}

#[test]
fn what_is_read_is_listed_and_shown() {
    let flags = prints_json(&["list", "red_flags", "--json"]);
    assert_eq!(flags.len(), 33);
    assert_eq!(flags[3]["id"], "RF04");
    assert_eq!(flags[3]["exit"], "emergency");
    assert_eq!(flags[3]["link"], "#section=see_a_doctor");
    let areas = prints_json(&["list", "no_go_areas", "--json"]);
    let armpit = areas.iter().find(|area| area["id"] == "armpit").unwrap();
    assert!(
        armpit["methods"]
            .as_array()
            .unwrap()
            .contains(&Value::from("BW"))
    );
    let library = prints_json(&["list", "library", "--json"]);
    assert_eq!(
        (&library[0]["kind"], &library[0]["id"]),
        (&"chapter".into(), &"safety".into())
    );
    assert_eq!(
        (&library[1]["kind"], &library[1]["chapter"]),
        (&"section".into(), &"safety".into())
    );

    for (id, says) in [
        (
            "rf04",
            "Numbness between the legs, or bladder and bowel trouble (RF04)",
        ),
        ("see_a_doctor", "Get emergency help now"),
        ("#section=tools", "Ball at a wall"),
        ("schedules", "With a therapist: 2–3 times a week"),
        (
            "claims_body",
            "Often said: “Massage cuts stress hormones by 53 %.”",
        ),
        ("collarbone_hollow", "ball against a wall"),
        ("evidence", "8 · What the evidence says"),
        ("BW", "! Never press here\n    Eyes, Throat, "),
        ("BW", "Tools compared (tools)"),
        ("TRA-3", "Pain that shows up elsewhere (referred_pain)"),
        (
            "piriformis",
            "What massage is said to do in the body (claims_body)",
        ),
        ("neck_front", "Where no tool belongs (where_not)"),
        ("ST05", "Stretches (stretching)"),
        // An id of several kinds: the section is likelier, the others are named and reached.
        ("pregnancy", "contraindication:pregnancy"),
        ("contraindication:pregnancy", "Pressing: "),
        ("no_go_area:breast", "Gland tissue"),
    ] {
        let card = prints(&["show", id]);
        assert!(card.contains(says), "{says} in\n{card}");
        assert!(prints_json(&["show", id, "--json"])[0]["card"].is_object());
    }
    fails(
        &["show", "chapter:pregnancy"],
        1,
        "there is nothing called \"chapter:pregnancy\"",
    );
    fails(
        &["show", "see_a_docto"],
        1,
        "did you mean \"see_a_doctor\"?",
    );

    let review = prints(&["check", "--review"]);
    for file in [
        "safety/red_flags.ron (",
        "safety/no_go_areas.ron (",
        "library/evidence.ron (",
    ] {
        assert!(review.contains(file), "{file} in\n{review}");
    }
}

#[test]
fn cards_are_shown_as_text_and_as_json() {
    let card = prints(&["show", "TRA-1"]);
    for section in [
        "Where it sends pain",
        "Find it",
        "Treat it",
        "Related points",
        "Feels like",
        "What keeps it going",
        "Look-alikes",
        "Evidence",
        "Sources",
    ] {
        assert!(
            card.contains(&format!("\n{section}\n")),
            "{section} in\n{card}"
        );
    }
    // An address has no place to break.
    let mut prose = card
        .lines()
        .filter(|line| !line.trim_start().starts_with("https://"));
    assert!(prose.all(|line| line.chars().count() <= 100));
    let right = prints(&["show", "tra-1.right"]);
    assert_eq!(right.lines().count(), card.lines().count());
    assert_eq!(prints(&["show", "#point=TRA-1.left"]), card);

    let one = &prints_json(&["show", "TRA-1.right", "--json"])[0];
    assert_eq!(one["link"], "#point=TRA-1.right");
    assert!(one["card"]["treatment"].is_array());
    assert_eq!(one["document"]["blocks"][0]["id"], "pattern");
    for id in [
        "trapezius",
        "TRA",
        "trapezius.ascending",
        "sacrum",
        "skin",
        "temple",
        "ST01",
        "BW",
        "TS1",
        "C7.spinous_tip",
    ] {
        assert!(!prints(&["show", id]).is_empty());
        assert_eq!(prints_json(&["show", id, "--json"]).len(), 1);
    }
}

#[test]
fn lists_and_cards_speak_the_language_that_is_asked_for() {
    let card = prints(&["show", "TRA-1", "--lang", "es"]);
    for says in [
        "Trapecio superior, borde anterior (TRA-1)",
        "\nAdónde envía el dolor\n",
        "\nCómo tratarlo\n",
        "\nFuentes\n",
    ] {
        assert!(card.contains(says), "{says} in\n{card}");
    }
    assert!(!card.contains("Where it sends pain"), "{card}");
    let muscles = prints(&["list", "muscles", "--lang=es"]);
    assert!(muscles.contains("Trapecio"), "{muscles}");
    let json = &prints_json(&["show", "trapezius", "--lang", "es", "--json"])[0];
    assert_eq!(json["name"], "Trapecio");
    assert_eq!(json["document"]["lang"], "es");
    assert_eq!(json["document"]["title"]["lang"], "es");
    fails(
        &["show", "TRA-1", "--lang", "xx"],
        1,
        "there is no language xx; there are en, es",
    );
    fails(
        &["show", "TRA-1", "--lang", "no tag"],
        2,
        "no tag of a language",
    );
}

#[test]
fn an_unknown_id_is_said_with_the_nearest() {
    fails(&["show", "tempel"], 1, "did you mean \"temple\"?");
    fails(&["show", "TRA-1x"], 1, "did you mean \"TRA-1\"?");
    fails(
        &["show", "vertebra.t7.left"],
        1,
        "did you mean \"vertebra.t7\"?",
    );
    fails(&["show", "../etc/passwd"], 1, "nothing called");
    fails(&["show", &"x".repeat(10_000)], 1, "nothing called");
    fails(&["show", "#depth=1"], 1, "selects nothing");
}

#[test]
fn wrong_usage_is_said_with_code_2() {
    fails(&["lsit"], 2, "did you mean the command \"list\"?");
    fails(&["list"], 2, "KIND");
    fails(&["list", "muscels"], 2, "muscles");
    fails(&["show"], 2, "ID");
    fails(&["#depth=1", "list", "muscles"], 2, "a command does not");
    fails(
        &["render", "#depth=1", "-o", "x.png", "--size", "10"],
        2,
        "1280x800",
    );
    fails(&["list", "muscles", "--jsn"], 2, "--json");
}

#[test]
fn points_are_located_by_regions_with_their_reasons() {
    for region in ["temple", "Temple", "side-of the_head"] {
        let all = located(&["locate", region, "--json"]);
        let has = |of: &str, one: &Value| !one[of].as_array().unwrap().is_empty();
        let last = all.iter().rposition(|one| has("essential", one)).unwrap();
        assert!(all[..=last].iter().all(|one| has("essential", one)));
        assert!(all[last + 1..].iter().all(|one| has("spillover", one)));
        let one = all.iter().find(|one| one["point"] == "TRA-1").unwrap();
        assert_eq!(
            (&one["muscle"], &one["side"]),
            (&Value::from("trapezius"), &Value::from("same"))
        );
        assert_eq!(one["spillover"], serde_json::json!(["temple"]));
        assert!(one["reason"].as_str().unwrap().contains("temple"), "{one}");
        assert!(one["score"].as_f64().unwrap() > 0.0);
    }
    let all = located(&[
        "locate",
        "temple",
        "neck_side",
        "--side",
        "right",
        "--json",
        "--top",
        "3",
    ]);
    assert_eq!(all.len(), 3);
    assert!(all.iter().all(|one| one["side"] == "right"), "{all:?}");
    assert_eq!(
        located(&[
            "locate",
            "temple.right",
            "neck_side.right",
            "--json",
            "--top",
            "3"
        ]),
        all
    );
    let text = prints(&["locate", "temple", "--top", "2"]);
    assert_eq!(text.matches("of 100:").count(), 2, "{text}");
}

#[test]
fn what_is_often_found_with_low_back_pain_is_said_there_and_only_there() {
    let told = |arguments: &[&str]| -> Vec<(String, bool)> {
        let all = located(arguments);
        let often = |one: &Value| {
            let reason = one["reason"].as_str().unwrap();
            reason.contains("often found with low back pain")
        };
        let code = |one: &Value| one["point"].as_str().unwrap().to_owned();
        all.iter().map(|one| (code(one), often(one))).collect()
    };
    let lumbar = told(&["locate", "lumbar", "--side", "right", "--json"]);
    let quadratus = lumbar.iter().position(|one| *one == ("QLU-3".into(), true));
    // Of the points that only spill there it is the likeliest, and people are shown ten.
    assert!(quadratus.is_some_and(|at| at < 10), "{lumbar:?}");
    // Found in one of ten or twenty is not often.
    let psoas = lumbar.iter().find(|(code, _)| code == "ILP-3");
    assert!(psoas.is_some_and(|(_, often)| !often), "{lumbar:?}");
    let text = prints(&["locate", "lumbar"]);
    let words: Vec<&str> = text.split_whitespace().collect();
    assert!(words.join(" ").contains("often found with low back pain"));
    // The same points send pain to the buttock as well.
    let buttock = told(&["locate", "buttock", "--json"]);
    assert!(buttock.iter().any(|(code, _)| code.starts_with("GMD")));
    assert!(buttock.iter().all(|(_, often)| !often), "{buttock:?}");
}

/// The points of what `locate` prints as JSON.
fn located(arguments: &[&str]) -> Vec<Value> {
    let found: Value = serde_json::from_str(&prints(arguments)).unwrap();
    found["points"].as_array().unwrap().clone()
}

#[test]
fn the_warning_signs_of_the_place_come_before_the_points() {
    let signs = |arguments: &[&str]| -> Vec<String> {
        let found: Value = serde_json::from_str(&prints(arguments)).unwrap();
        let all = found["warning_signs"].as_array().unwrap().iter();
        all.map(|sign| sign["id"].as_str().unwrap().to_owned())
            .collect()
    };
    let chest = signs(&["locate", "chest", "arm_inner", "--side", "left", "--json"]);
    assert!(chest.contains(&"RF01".to_owned()), "{chest:?}");
    let low_back = signs(&["locate", "lumbar", "--json"]);
    assert!(low_back.contains(&"RF04".to_owned()), "{low_back:?}");
    assert!(!chest.contains(&"RF04".to_owned()), "{chest:?}");
    let text = prints(&["locate", "chest", "--side", "left"]);
    let sign = text.find("heart").unwrap();
    assert!(sign < text.find("of 100:").unwrap(), "{text}");
    let spanish = prints(&["locate", "chest", "--lang", "es"]);
    assert!(
        spanish.contains("señales de alarma") && !spanish.contains("heart"),
        "{spanish}"
    );
    for region in ["chest", "lumbar"] {
        assert!(prints(&["show", region]).contains("Warning signs first"));
    }
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("painting.txt");
    fs::write(&file, "myomap painting 1\npain\nregion chest.left 3\n").unwrap();
    let painted = signs(&["locate", "--paint", file.to_str().unwrap(), "--json"]);
    assert!(painted.contains(&"RF01".to_owned()), "{painted:?}");
}

#[test]
fn points_are_located_by_a_painting() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("painting.txt");
    let painted = |text: &str| {
        fs::write(&file, text).unwrap();
        file.to_str().unwrap().to_owned()
    };
    let head = "myomap painting 1\npain Headache\n";
    let one = painted(&format!("{head}region temple.left 3\n"));
    let all = located(&["locate", "--paint", &one, "--json"]);
    assert!(all[0]["point"].is_string() && all[0]["pain"].is_null());
    assert!(
        all.iter()
            .any(|row| row["essential"] == serde_json::json!(["temple.left"]))
    );
    let scores: Vec<f64> = all.iter().map(|x| x["score"].as_f64().unwrap()).collect();
    assert!(scores.windows(2).all(|pair| pair[0] >= pair[1]));
    assert_eq!(
        located(&["locate", "--paint", &one, "--json", "--top", "2"]),
        all[..2]
    );
    let text = prints(&["locate", "--paint", &one, "--top", "2"]);
    assert_eq!(text.matches("of 100:").count(), 2, "{text}");
    assert!(text.contains("essential zone"), "{text}");
    let two = painted(&format!(
        "{head}region temple.left 3\npain\nregion buttock.right 1\n"
    ));
    let all = located(&["locate", "--paint", &two, "--json", "--top", "1"]);
    assert_eq!(all[0]["pain"], "Headache");
    assert_eq!(
        (&all[1]["pain"], &all[1]["side"]),
        (&Value::from("Pain 2"), &Value::from("right"))
    );
}

#[test]
fn paintings_that_lead_nowhere_get_a_plain_answer() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("painting.txt");
    let path = file.to_str().unwrap();
    let head = "myomap painting 1\n";
    fails(&["locate", "--paint", path], 1, "painting.txt");
    for (text, told) in [
        (String::new(), "no painting of myomap"),
        ("myomap painting 3\n".to_owned(), "a newer one is needed"),
        (
            format!("{head}pain\nregion kidney.left 3\n"),
            "line 3: there is no region \"kidney.left\"",
        ),
        ("x".repeat(4_000_001), "larger than any painting"),
    ] {
        fs::write(&file, text).unwrap();
        fails(&["locate", "--paint", path], 1, told);
    }
    fs::write(&file, [0xff, 0xff]).unwrap();
    fails(&["locate", "--paint", path], 1, "save it as UTF-8");
    let folder = dir.path().to_str().unwrap();
    fails(&["locate", "--paint", folder], 1, "not a plain file");
    #[cfg(unix)]
    {
        // Nobody writes into this pipe: to open it would wait for ever.
        let pipe = dir.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        fails(
            &["locate", "--paint", pipe.to_str().unwrap()],
            1,
            "not a plain file",
        );
    }
    fails(&["locate", "temple", "--paint", path], 2, "--paint");
    let everything: String = prints_json(&["list", "regions", "--json"])
        .iter()
        .flat_map(|one| {
            let id = one["id"].as_str().unwrap();
            if one["midline"] == true {
                vec![format!("region {id} 1\n")]
            } else {
                vec![
                    format!("region {id}.left 1\n"),
                    format!("region {id}.right 1\n"),
                ]
            }
        })
        .collect();
    for (text, told) in [
        (head.to_owned(), "nothing is painted"),
        (format!("{head}pain\n"), "nothing is painted"),
        (format!("{head}pain\n{everything}"), "so much of the body"),
    ] {
        fs::write(&file, &text).unwrap();
        let (code, out, err) = myomap(&["locate", "--paint", path, "--json"]);
        let found: Value = serde_json::from_str(&out).unwrap();
        assert_eq!(
            (code, &found["points"]),
            (0, &serde_json::json!([])),
            "{err}"
        );
        assert!(err.contains(told), "{err}");
        assert!(prints(&["locate", "--paint", path]).contains(told));
    }
}

#[test]
fn regions_that_lead_nowhere_get_a_plain_answer() {
    fails(&["locate", "kidney"], 1, "myomap list regions");
    fails(&["locate", "sternum.left"], 1, "in the midline");
    fails(&["locate", &"x".repeat(10_000)], 1, "no region called");
    fails(&["locate"], 2, "REGION");
    fails(&["locate", "temple", "--side", "up"], 2, "--side");
    fails(&["locate", "temple", "--top", "0"], 2, "--top");
    let ids: Vec<String> = prints_json(&["list", "regions", "--json"])
        .iter()
        .map(|one| one["id"].as_str().unwrap().to_owned())
        .collect();
    let mut arguments = vec!["locate"];
    arguments.extend(ids.iter().map(String::as_str));
    let text = prints(&arguments);
    assert!(
        text.contains("more than half") && !text.contains("TRA-1"),
        "{text}"
    );
    arguments.push("--json");
    let (code, out, err) = myomap(&arguments);
    let found: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &found["points"]), (0, &serde_json::json!([])));
    assert!(err.contains("more than half"), "{err}");
}

#[test]
fn help_and_version_go_to_the_output() {
    assert!(prints(&["--help"]).contains("check"));
    assert!(prints(&["--version"]).starts_with("myomap "));
}

#[test]
fn a_pack_is_laid_over_the_data_and_its_faults_are_told_shortly() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().to_str().unwrap();
    let pack = r#"[(id: "my_bone", names: (english: "My bone", latin: "os meum"), paired: false)]"#;
    write(
        &BTreeMap::from([("bones/mine.ron".to_owned(), pack.to_owned())]),
        dir.path(),
    );
    let (code, out, err) = myomap(&["show", "my_bone", "--data", folder]);
    assert_eq!(code, 0);
    assert!(out.contains("My bone"), "{out}");
    assert!(
        err.contains("1 fault") && err.contains("myomap check"),
        "{err}"
    );
}

#[test]
fn folders_that_are_unfit_are_refused_with_a_reason() {
    fails(&["check", "no/such/folder"], 1, "no such folder");
    fails(
        &["--data", "no/such/folder", "list", "muscles"],
        1,
        "no such folder",
    );
    fails(&["--data", "no/such/folder"], 1, "no such folder");
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("regions.ron"), [0xff, 0xff]).unwrap();
    fails(&["check", dir.path().to_str().unwrap()], 1, "UTF-8");
}

#[test]
fn a_picture_of_nothing_is_refused() {
    fails(
        &["render", "#point=TRA-99.left", "-o", "x.png"],
        1,
        "TRA-99.left in the link names nothing",
    );
    fails(&["render", "#depth=deep", "-o", "x.png"], 1, "depth=deep");
    // Nobody is there to read a notice: whatever is not there is refused, not only what is selected.
    for (link, told) in [
        ("#hidden=trapezius.left,nothing.left", "hidden=nothing.left"),
        ("#ghosted=nothing", "ghosted=nothing"),
        ("#isolate=nothing.left", "isolate=nothing.left"),
        ("#pain=~temple.left,kidney.left", "pain=kidney.left"),
    ] {
        let told = format!("{told} in the link names nothing");
        fails(&["render", link, "-o", "x.png"], 1, &told);
    }
    let pains = format!("#pain=a{}", "&pain=b".repeat(12));
    fails(&["show", &pains], 1, "more than 12 pains");
}

#[cfg(not(feature = "window"))]
#[test]
fn a_build_without_the_window_says_so() {
    fails(&[], 1, "no window");
    fails(&["#point=TRA-1.left"], 1, "no window");
    fails(&["render", "#depth=1", "-o", "x.png"], 1, "window");
}

#[cfg(all(feature = "window", target_os = "linux"))]
#[test]
fn no_display_is_said_in_one_line() {
    fails(&[], 1, "no display");
    // What Bevy says of a display that is not there is recognised by its words: another version may change them.
    let output = Command::cargo_bin("myomap")
        .unwrap()
        .env("DISPLAY", ":9999")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("no display"), "{said}");
    assert!(!said.contains("panicked"), "{said}");
}
