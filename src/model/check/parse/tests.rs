use super::*;

fn faults(text: &str) -> (Vec<(String, String)>, usize) {
    let reading = read("landmarks.ron", Kind::Landmarks, text, false);
    let left = match reading.file.map(|file| file.content) {
        Some(Content::Landmarks(all)) => all.len(),
        _ => 0,
    };
    let told = reading
        .faults
        .into_iter()
        .map(|fault| {
            let after: String = text[fault.byte..].chars().take(4).collect();
            (after, fault.what)
        })
        .collect();
    (told, left)
}

#[test]
fn every_entry_with_a_fault_is_told_and_the_others_are_kept() {
    let (told, left) = faults(
        r#"[
            (id: "a", at_mm: (1, 2, 3), is: "x"),
            (id: "b", at_mm: (1, 2, 3), iss: "x"),
            (id: "c", at_mm: (1, 2, é), is: "x"),
            (id: "d", at_mm: (1, 2, 3)),
            (id: "e", at_mm: (1, 2, 3), is: "x", is: "y"),
            (id: "f", at_mm: (1, 2, 3), is: "x"),
        ]"#,
    );
    assert_eq!(left, 2);
    let what: Vec<_> = told.iter().map(|(_, what)| what.as_str()).collect();
    assert_eq!(told.len(), 4, "{told:?}");
    assert_eq!(what[0], "unknown field \"iss\" of Landmark");
    assert_eq!(told[0].0, "iss:");
    assert_eq!(told[1].0, "é), ");
    assert_eq!(what[2], "missing field \"is\" of Landmark");
    assert_eq!(what[3], "field \"is\" is given twice of Landmark");
}

#[test]
fn a_file_whose_brackets_do_not_match_is_left_out_with_its_ids_known() {
    let text = r#"[(id: "a", at_mm: (1, 2, 3), is: "x"), (id: "b""#;
    let reading = read("landmarks.ron", Kind::Landmarks, text, false);
    assert!(reading.file.is_none());
    assert_eq!(reading.faults.len(), 1);
    assert_eq!(reading.left_out, BTreeSet::from(["a".into(), "b".into()]));
}

#[test]
fn deep_nesting_is_a_fault_and_not_a_crash() {
    let deep = format!(
        "(structure: \"a\", source: \"b\", nets: {}",
        "[".repeat(200_000)
    );
    assert!(
        read("shapes/a.ron", Kind::Shape, &deep, false)
            .file
            .is_none()
    );
    let place = format!("{}At(\"a\"){}", "Mirror(".repeat(5000), ")".repeat(5000));
    let text = format!(
        "[(id: \"r\", name: \"R\", extent: \"e\", areas: [(line: [{place}], radius_mm: [1], facing: (0, 0, 1))])]"
    );
    let reading = read("regions.ron", Kind::Regions, &text, false);
    assert_eq!(reading.faults[0].what, "nested too deeply");
}
