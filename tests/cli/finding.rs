//! What is named by people: places for `locate`, anything for `show`, and `search`.

use super::{fails, myomap, prints, prints_json};

/// What `locate` says of how it took a text; the list itself is not looked at.
fn taken_as(text: &str) -> String {
    let (code, out, err) = myomap(&["locate", text]);
    assert_eq!(code, 0, "{text}: {err}");
    assert!(!out.is_empty(), "{text}");
    err
}

#[test]
fn whole_parts_of_the_body_are_all_their_regions_and_that_is_said() {
    for (text, regions) in [
        (
            "neck",
            &["Throat", "Back of the neck", "Angle of the neck"][..],
        ),
        ("neck pain", &["Throat", "Back of the neck"]),
        ("shoulder", &["Top of the shoulder", "Back of the shoulder"]),
        ("hip", &["Buttock", "Side of the hip", "Groin"]),
        ("head", &["Temple", "Forehead"]),
        ("hand", &["Wrist", "Thumb and index finger"]),
        ("back pain", &["Low back", "Middle of the back"]),
        (
            "elbow",
            &["Outer elbow", "Inner elbow", "Point of the elbow"],
        ),
        (
            "arm",
            &[
                "Front of the upper arm",
                "Outer elbow",
                "Back of the forearm",
            ],
        ),
        ("upper arm", &["Front of the upper arm", "Inner arm"]),
        ("lower arm", &["Back of the forearm"]),
        ("upper leg", &["Front of the thigh", "Back of the thigh"]),
    ] {
        let said = taken_as(text);
        for region in regions {
            assert!(said.contains(region), "{text}: {said}");
        }
    }
    fails(&["locate", "knee"], 1, "no point");
    fails(&["locate", "foot pain"], 1, "no point");
}

#[test]
fn lay_names_and_plurals_are_places_without_a_word() {
    for text in [
        "lower back",
        "eyes",
        "buttocks",
        "shoulder blades",
        "back of head",
        "the back of my head",
        "neck_back",
    ] {
        assert_eq!(taken_as(text), "", "{text}");
    }
    assert!(taken_as("tempel").contains("\"Temple\""));
    assert!(taken_as("side of the haed").contains("\"Temple\""));
}

#[test]
fn a_hint_never_leads_to_another_part_of_the_body() {
    let (code, _, err) = myomap(&["locate", "hidden neck thing"]);
    assert_eq!(code, 1);
    assert!(err.contains("did you mean"), "{err}");
    let hints = err.split("did you mean").nth(1).unwrap();
    for hint in hints.split(", ") {
        assert!(hint.contains("neck") || hint.contains("Throat"), "{err}");
    }
}

#[test]
fn things_are_shown_by_their_names_and_a_name_of_several_lists_them() {
    assert!(
        prints(&["show", "levator scapulae"]).starts_with("Levator scapulae (levator_scapulae)")
    );
    assert!(prints(&["show", "Low back"]).starts_with("Low back (lumbar)"));
    assert!(prints(&["show", "trapecio", "--lang", "es"]).contains("trapezius"));
    for text in ["erector_spinae", "erector spinae"] {
        for id in ["iliocostalis", "longissimus", "spinalis"] {
            fails(&["show", text], 1, id);
        }
    }
}

#[test]
fn the_search_prints_what_the_window_shows() {
    let found = prints_json(&["search", "lower", "back", "--json"]);
    let first = &found[0];
    for (key, value) in [
        ("kind", "region"),
        ("id", "lumbar"),
        ("name", "Low back"),
        ("link", "#region=lumbar.left"),
        ("why", "other_name"),
        ("words", "lower back"),
    ] {
        assert_eq!(first[key], value, "{first}");
    }
    let text = prints(&["search", "lower back"]);
    assert!(text.starts_with("Best matches\n  lumbar"), "{text}");
    let spanish = prints_json(&["search", "right", "sien", "--json", "--lang", "es"]);
    assert_eq!(spanish[0]["link"], "#region=temple.right");
    let sign = prints_json(&["search", "worst headache of my life", "--json"]);
    assert_eq!(
        (&sign[0]["kind"], &sign[0]["id"]),
        (&"red_flag".into(), &"RF11".into())
    );
    assert!(prints_json(&["search", "xqzvw", "--json"]).is_empty());
    let link = prints_json(&["search", "https://example.org/#point=TRA-1.left", "--json"]);
    assert_eq!((link.len(), &link[0]["kind"]), (1, &"view".into()));
    fails(&["search"], 2, "WORDS");
}
