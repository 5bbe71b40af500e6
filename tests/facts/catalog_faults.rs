//! Each kind of fault planted in a copy of a small data set is found, with its file and line,
//! and costs no more than the entry it is in.

use crate::common::{plant, sound};
use myomap::model::{
    catalog::{Catalog, load},
    report::Report,
};
use proptest::{prelude::*, sample::Index};

fn planted(file: &str, old: &str, new: &str) -> (Catalog, Report, (usize, usize)) {
    let mut files = sound();
    let place = plant(&mut files, file, old, new);
    let (catalog, report) = load(&files);
    (catalog, report, place)
}

/// The fault is the only one, stands in the line of the change, and says so.
#[track_caller]
fn finds(file: &str, old: &str, new: &str, what: &str, hint: &str) -> Catalog {
    let (catalog, report, (line, _)) = planted(file, old, new);
    let told: Vec<_> = report.faults.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 1, "{told:#?}");
    let fault = &report.faults[0];
    assert_eq!((fault.file.as_str(), fault.line), (file, line), "{fault}");
    assert!(fault.what.contains(what), "{fault}");
    assert!(fault.hint.contains(hint), "{fault}");
    catalog
}

const TRA: &str = "muscles/trapezius.ron";

#[test]
fn the_sound_set_has_no_fault() {
    let (catalog, report) = load(&sound());
    assert_eq!(report, Report::default());
    assert_eq!(catalog.points().count(), 2);
    assert_eq!(catalog.muscles[1].ids.ta2, Some(2226));
    assert!(catalog.part("trapezius.ascending").is_some());
}

#[test]
fn unknown_fields_and_values_are_found_where_they_stand() {
    let (_, report, place) = planted(
        TRA,
        "nerve: \"Accessory.\",\n            tendon: (origin: 0.05",
        "nervv: \"x\",\n            tendon: (origin: 0.05",
    );
    let fault = &report.faults[0];
    assert_eq!((fault.line, fault.column), place);
    assert_eq!(fault.what, "unknown field \"nervv\" of Part");
    assert_eq!(fault.hint, "did you mean nerve?");

    let (_, report, (line, column)) = planted("sources.ron", "kind: Study", "kind: Studi");
    let fault = &report.faults[0];
    assert_eq!((fault.line, fault.column), (line, column + 6));
    assert_eq!(fault.hint, "did you mean Study?");
}

#[test]
fn a_missing_and_a_repeated_field_are_found() {
    finds(
        "sources.ron",
        ", used: \"abstract\"",
        "",
        "missing field \"used\"",
        "add used",
    );
    finds(
        TRA,
        "mark: \"1\", ",
        "mark: \"1\", mark: \"2\", ",
        "given twice",
        "keep one",
    );
}

#[test]
fn faults_of_form_in_one_file_are_told_together_and_cost_only_their_entries() {
    let mut files = sound();
    plant(&mut files, "sources.ron", "kind: Manual", "kind: Book");
    plant(
        &mut files,
        "sources.ron",
        "citation: \"Ours\"",
        "citation: Ours",
    );
    let (catalog, report) = load(&files);
    assert_eq!(report.faults.len(), 2, "{report:?}");
    assert_eq!(catalog.sources.len(), 1);
}

#[test]
fn a_broken_point_leaves_the_other_points() {
    let catalog = finds(
        TRA,
        "mark: \"2\"",
        "mark: 2",
        "text is expected",
        "quotation",
    );
    let ids: Vec<_> = catalog
        .points()
        .map(|(_, point)| point.id.as_str())
        .collect();
    assert_eq!(ids, ["TRA-1"]);
    assert!(catalog.points().all(|(_, point)| point.related.is_empty()));
}

#[test]
fn brackets_that_do_not_match_are_found() {
    let (catalog, report, _) = planted("regions.ron", "]\n", "");
    assert!(
        report
            .faults
            .iter()
            .all(|fault| fault.file == "regions.ron"),
        "{report:?}"
    );
    assert!(!report.is_clean());
    assert!(catalog.regions.is_empty());
}

#[test]
fn duplicate_ids_are_found() {
    let twice = "id: \"TRA-2\", mark: \"2\", name: \"Upper, ridge\"";
    let (catalog, report, (line, _)) = planted(TRA, twice, &twice.replace("TRA-2", "TRA-1"));
    assert!(
        told(&report, line, "there are two points \"TRA-1\""),
        "{report:?}"
    );
    assert_eq!(catalog.points().count(), 1);
    let (_, report, (line, _)) = planted("sources.ron", "\"BAR13\"", "\"TS1\"");
    assert!(
        told(&report, line, "there are two sources \"TS1\""),
        "{report:?}"
    );
    let (_, report, (line, _)) = planted("bones/trunk.ron", "\"rib.3\"", "\"trapezius.ascending\"");
    assert!(
        !told(&report, line, "there are two structures"),
        "bones come first"
    );
    assert!(
        report
            .faults
            .iter()
            .any(|fault| fault.file == TRA && fault.what.contains("two structures"))
    );
}

fn told(report: &Report, line: usize, what: &str) -> bool {
    let mut faults = report.faults.iter();
    faults.any(|fault| fault.line == line && fault.what.contains(what))
}

#[test]
fn dangling_references_are_found_with_the_nearest_id() {
    finds(
        TRA,
        "regions: [\"temple\"]",
        "regions: [\"tempel\"]",
        "no region \"tempel\"",
        "\"temple\"",
    );
    finds(
        TRA,
        "sources: [\"TS1\", \"BAR13\"]",
        "sources: [\"TS1\", \"BAR14\"]",
        "no source",
        "\"BAR13\"",
    );
    finds(
        TRA,
        "part: \"trapezius.descending\",\n            place: At",
        "part: \"trapezius.descendng\",\n            place: At",
        "no structure",
        "\"trapezius.descending\"",
    );
    finds(
        TRA,
        "related: [\"TRA-2\"]",
        "related: [\"TRA-7\"]",
        "no point",
        "\"TRA-",
    );
    finds(
        TRA,
        "related_muscles: [\"levator_scapulae\"]",
        "related_muscles: [\"levator\"]",
        "no muscle",
        "list",
    );
    finds(
        TRA,
        "stretches: [\"ST01\"]",
        "stretches: [\"ST11\"]",
        "no stretch",
        "\"ST01\"",
    );
    finds(
        TRA,
        "method: \"FI\", how",
        "method: \"FO\", how",
        "no method",
        "\"FI\"",
    );
    finds(
        TRA,
        "place: At(\"C7.spinous_tip\")",
        "place: At(\"C8.spinous_tip\")",
        "no landmark",
        "\"C7.spinous_tip\"",
    );
    finds(
        TRA,
        "Mirror(At(\"C7.spinous_tip\"))",
        "Mirror(Mean([At(\"C1\")]))",
        "no landmark",
        "",
    );
    finds(
        "shapes/rib.3.ron",
        "source: \"OWN\"",
        "source: \"ONW\"",
        "no source",
        "\"OWN\"",
    );
}

#[test]
fn a_dangling_source_costs_only_its_mention_where_there_is_another() {
    let catalog = finds(
        TRA,
        "sources: [\"TS1\", \"BAR13\"]",
        "sources: [\"TS1\", \"XX\"]",
        "no source",
        "",
    );
    let (_, point) = catalog.point("TRA-1").unwrap();
    assert_eq!(point.location.sources, ["TS1"]);
}

#[test]
fn a_point_of_another_muscle_is_found() {
    finds(
        TRA,
        "part: \"trapezius.descending\",\n            place: At",
        "part: \"levator_scapulae\",\n            place: At",
        "no part of trapezius",
        "own muscle",
    );
}

#[test]
fn unsourced_statements_and_empty_texts_are_found() {
    let catalog = finds(
        TRA,
        "sources: [\"TS1\", \"BAR13\"]",
        "sources: []",
        "no source",
        "at least one",
    );
    assert!(catalog.point("TRA-1").is_none() && catalog.point("TRA-2").is_some());
    finds(
        TRA,
        "pattern_sources: [\"TS1\"],\n            related",
        "pattern_sources: [],\n            related",
        "no source",
        "",
    );
    finds(
        "treatments/stretches.ron",
        "sources: [\"TS1\"]",
        "sources: []",
        "no source",
        "",
    );
    let catalog = finds(TRA, "\"A tension ache.\"", "\"  \"", "empty", "");
    assert!(
        catalog
            .muscle("trapezius")
            .is_some_and(|muscle| muscle.feels_like.is_empty())
    );
    finds(TRA, "action: \"Pulls down.\"", "action: \"\"", "empty", "");
    finds("regions.ron", "\"Temporal fossa.\"", "\"\"", "empty", "");
    finds(TRA, "(text: \"Breastbone.\"", "(text: \"\"", "empty", "");
}

#[test]
fn faults_of_warning_signs_are_found_and_cost_only_their_sign() {
    let flags = "safety/red_flags.ron";
    let catalog = finds(
        flags,
        "[\"temple\"]",
        "[\"tempel\"]",
        "no region",
        "\"temple\"",
    );
    assert!(
        catalog
            .red_flag("RF01")
            .is_some_and(|flag| flag.regions.is_empty())
    );
    let catalog = finds(flags, "Is it sudden?", "", "empty", "");
    assert!(catalog.red_flag("RF01").is_none() && catalog.red_flag("RF02").is_some());
    finds(flags, "Is it sudden?", "Sudden", "not a question", "?");
    finds(flags, "id: \"new\"", "id: \"worst\"", "two signs", "own id");
    finds(
        flags,
        "id: \"new\"",
        "id: \"New one\"",
        "not a sign's id",
        "small letters",
    );
    finds(
        flags,
        "It is new.",
        &"word ".repeat(26),
        "longer than 25 words",
        "one thing",
    );
    finds(
        flags,
        ", (id: \"new\", says: \"It is new.\")",
        "",
        "one sign",
        "question",
    );
    finds(flags, "exit: today,\n", "exit: later,\n", "later", "");
    // The fault is of the whole list, so it is told where the list begins.
    let catalog = finds(
        flags,
        "exits: [\n        (exit: emergency, name",
        "exits: [\n        (exit: soon, name",
        "not emergency, today and soon",
        "most urgent first",
    );
    assert!(
        catalog.red_flags().is_empty(),
        "no question may be asked whose answer leads nowhere"
    );
    finds(
        flags,
        "repeat_after_days: 14",
        "repeat_after_days: 0",
        "out of range",
        "60",
    );
}

#[test]
fn faults_of_contraindications_are_found() {
    let file = "safety/contraindications.ron";
    finds(
        file,
        "(level: modify, how: \"lightly\")",
        "(level: modify)",
        "how to modify",
        "",
    );
    finds(file, "level: do_not", "level: never", "never", "");
    finds(
        file,
        "[(text: \"They tear.\", sources: [\"TS1\"], confidence: recalled)]",
        "[]",
        "nothing is said",
        "",
    );
}

#[test]
fn a_muscle_is_not_shown_without_its_caution() {
    let catalog = finds(TRA, "\"Keep off the hollow.\"", "\"\"", "empty", "");
    assert!(catalog.muscle("trapezius").is_none());
}

#[test]
fn numbers_out_of_range_are_found() {
    let methods = "treatments/methods.ron";
    finds(
        methods,
        "hold_seconds: (30, 60)",
        "hold_seconds: (60, 30)",
        "backwards",
        "smaller",
    );
    finds(
        methods,
        "hold_seconds: (30, 60)",
        "hold_seconds: (30, 9000)",
        "out of range",
        "1800",
    );
    finds(
        methods,
        "max_discomfort: 5",
        "max_discomfort: 6",
        "6 of 10",
        "at most 5",
    );
    finds(
        methods,
        "repeats: (1, 3)",
        "repeats: (0, 3)",
        "out of range",
        "",
    );
    finds(
        methods,
        "repeats: (1, 3)",
        "repeats: (1, 300)",
        "too large",
        "",
    );
    finds(methods, "icon: fingers", "icon: hammer", "hammer", "");
    finds(
        TRA,
        "max_discomfort: Some(4)",
        "max_discomfort: Some(6)",
        "more than the method",
        "5",
    );
    finds(
        TRA,
        "hold_seconds: Some((20, 40))",
        "hold_seconds: Some((40, 20))",
        "backwards",
        "",
    );
    finds(
        "muscles/levator_scapulae.ron",
        "depth: 3",
        "depth: 6",
        "6 is out of range",
        "1 to 5",
    );
    finds(TRA, "origin: 0.05", "origin: 1.5", "out of range", "");
    finds(TRA, "0.48", "4.8", "out of range", "of the way");
    finds(TRA, "(0, 5, 0)", "(0, inf, 0)", "out of range", "");
    finds(
        TRA,
        "radius_mm: [9, 12]",
        "radius_mm: [9, NaN]",
        "out of range",
        "",
    );
    finds(
        TRA,
        "radius_mm: [9, 12]",
        "radius_mm: [9, 12, 13]",
        "3 radii for 2 places",
        "",
    );
    finds(
        TRA,
        "SeenFrom((0, 0, -1))",
        "SeenFrom((0, 0, 0))",
        "not a direction",
        "",
    );
    finds(
        "regions.ron",
        "min_cosine: 0.2",
        "min_cosine: 2",
        "out of range",
        "",
    );
    finds(
        "landmarks.ron",
        "(170, 1430, 20)",
        "(170, NaN, 20)",
        "NaN",
        "",
    );
    finds(
        "landmarks.ron",
        "(170, 1430, 20)",
        "(-170, 1430, 20)",
        "on the right",
        "",
    );
    finds(
        "shapes/rib.3.ron",
        "(80, 1400, 9)",
        "(80, -inf, 9)",
        "-inf",
        "",
    );
    finds("shapes/rib.3.ron", ", (71, 1400, 0)", "", "2 points", "");
    finds(
        "shapes/rib.3.ron",
        "nets: [",
        "built: [Rings([[(80, 1400, 9), (80, 1390, 9), (71, 1400, 0)], [(80, 1300, 9), (80, 1310, 9), (71, 1300, 0)]])], nets: [",
        "only the skin",
        "among the nets",
    );
    finds(
        "shapes/levator_scapulae.ron",
        "nets: [",
        "holes: [Rings([[(80, 1400, 9), (80, 1390, 9), (71, 1400, 0)], [(80, 1300, 9), (80, 1310, 9), (71, 1300, 0)]])], nets: [",
        "only bones and cartilages have holes",
        "leave them out",
    );
    finds(
        "shapes/rib.3.ron",
        "nets: [",
        "along: [(0, 0.5), (0.5, 1)], nets: [",
        "2 ways along for 1 net",
        "one for each net",
    );
    finds(
        "shapes/rib.3.ron",
        "nets: [",
        "along: [(0.5, 1.5)], nets: [",
        "1.5",
        "",
    );
}

#[test]
fn aponeuroses_without_a_line_or_with_wrong_radii_are_found() {
    let sheet = "[At(\"scapula.acromial_angle\"), At(\"C7.spinous_tip\")], radius_mm: [12, 4]";
    finds(
        TRA,
        sheet,
        "[], radius_mm: [12]",
        "the line has no place",
        "at least one",
    );
    finds(
        TRA,
        sheet,
        &sheet.replace("C7", "C8"),
        "no landmark",
        "\"C7.spinous_tip\"",
    );
    for (radii, what) in [
        ("[12, 4, 2]", "3 radii for 2 places"),
        ("[]", "0 radii for 2 places"),
        ("[12, 0]", "out of range"),
        ("[-12, 4]", "out of range"),
        ("[12, inf]", "out of range"),
    ] {
        finds(
            TRA,
            "radius_mm: [12, 4]",
            &format!("radius_mm: {radii}"),
            what,
            "",
        );
    }
}

#[test]
fn ids_of_bad_form_are_found() {
    let long = format!("id: \"{}\", name: \"Upper, ridge\"", "x".repeat(10_000));
    let (_, report, (line, _)) = planted(TRA, "id: \"TRA-2\"", "id: \"TRA 2\"");
    assert!(told(&report, line, "not an id"), "{report:?}");
    let (_, report, _) = planted(
        TRA,
        "id: \"TRA-2\", mark: \"2\", name: \"Upper, ridge\"",
        &format!("{long}, mark: \"2\""),
    );
    assert!(
        report
            .faults
            .iter()
            .any(|fault| fault.what.contains("too long") && fault.what.len() < 200)
    );
    let (_, report, _) = planted("sources.ron", "id: \"BAR13\"", "id: \"../etc\"");
    assert!(
        report
            .faults
            .iter()
            .any(|fault| fault.what.contains("not an id"))
    );
    let (_, report, _) = planted("regions.ron", "id: \"sternum\"", "id: \"sternum.left\"");
    assert!(
        report
            .faults
            .iter()
            .any(|fault| fault.what.contains("names a side"))
    );
    finds(
        TRA,
        "code: \"TRA\"",
        "code: \"tra\"",
        "not a code",
        "capital",
    );
    finds(TRA, "mark: \"2\"", "mark: \"TrP2\"", "too long", "3");
    finds(
        "sources.ron",
        "10.1186/1743",
        "doi:10.1186/1743",
        "not a DOI",
        "",
    );
    finds(
        "sources.ron",
        "https://example.org",
        "example",
        "not a web address",
        "",
    );
}

#[test]
fn an_id_that_is_not_the_files_name_is_found() {
    let mut files = sound();
    let text = files.remove("muscles/levator_scapulae.ron").unwrap();
    files.insert("muscles/levator.ron".into(), text);
    let (_, report) = load(&files);
    assert!(
        report
            .faults
            .iter()
            .any(|fault| fault.file == "muscles/levator.ron"
                && fault.line == 2
                && fault.hint.contains("levator_scapulae.ron")),
        "{report:?}"
    );
}

#[test]
fn a_structure_without_shape_and_a_shape_without_structure_are_found() {
    let mut files = sound();
    let text = files.remove("shapes/rib.3.ron").unwrap();
    let (catalog, report) = load(&files);
    assert_eq!(report.faults.len(), 1, "{report:?}");
    assert!(report.faults[0].what.contains("has no shape"));
    assert_eq!(
        (report.faults[0].file.as_str(), report.faults[0].line),
        ("bones/trunk.ron", 3)
    );
    assert!(catalog.bone("rib.3").is_some());

    let mut files = sound();
    files.insert("shapes/rib.4.ron".into(), text.replace("rib.3", "rib.4"));
    let (catalog, report) = load(&files);
    assert_eq!(report.faults.len(), 1, "{report:?}");
    assert!(report.faults[0].what.contains("no structure \"rib.4\""));
    assert!(!catalog.shapes.contains_key("rib.4"));
}

#[test]
fn midline_and_paired_that_do_not_agree_are_found() {
    finds(
        TRA,
        "opposite: [\"temple\"]",
        "opposite: [\"sternum\"]",
        "has no opposite",
        "regions",
    );
    let (_, report, _) = planted("bones/trunk.ron", "paired: true", "paired: false");
    let what: Vec<_> = report
        .faults
        .iter()
        .map(|fault| fault.what.as_str())
        .collect();
    assert!(
        what.iter().any(|what| what.contains("ids of a side")),
        "{what:?}"
    );
    assert!(
        what.iter().any(|what| what.contains("lies on a side")),
        "{what:?}"
    );
    let (_, report, _) = planted("shapes/rib.3.ron", "(80, 1300, 9)", "(-2000, 1300, 9)");
    assert!(report.faults[0].what.contains("on the right"));
}

#[test]
fn a_missing_file_and_a_file_in_no_known_place_are_found() {
    let mut files = sound();
    files.remove("treatments/protocol.ron");
    files.insert("notes/mine.ron".into(), "()".into());
    let (_, report) = load(&files);
    let told: Vec<_> = report
        .faults
        .iter()
        .map(|fault| (fault.file.as_str(), fault.what.as_str()))
        .collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert_eq!(told[0].0, "notes/mine.ron");
    assert_eq!(told[1], ("treatments/protocol.ron", "the file is missing"));
}

#[test]
fn all_faults_of_all_files_are_told_at_once_in_order() {
    let mut files = sound();
    plant(
        &mut files,
        TRA,
        "regions: [\"temple\"]",
        "regions: [\"tempel\"]",
    );
    plant(&mut files, TRA, "\"A tension ache.\"", "\"\"");
    plant(&mut files, TRA, "mark: \"2\"", "mark: 2");
    plant(&mut files, "sources.ron", "10.1186/1743", "x");
    plant(
        &mut files,
        "treatments/methods.ron",
        "max_discomfort: 5",
        "max_discomfort: 9",
    );
    let (_, report) = load(&files);
    let files: Vec<_> = report
        .faults
        .iter()
        .map(|fault| fault.file.as_str())
        .collect();
    assert_eq!(
        files,
        [TRA, TRA, TRA, "sources.ron", "treatments/methods.ron"],
        "{report:#?}"
    );
    assert!(report.faults.is_sorted());
}

#[test]
fn nothing_that_is_left_refers_to_something_left_out() {
    // Every statement names TS1 or BAR13: without sources nothing clinical remains.
    let mut files = sound();
    files.insert("sources.ron".into(), "[(id: ".into());
    let (catalog, report) = load(&files);
    assert_eq!(report.faults.len(), 1, "{report:?}");
    assert!(
        catalog.muscles.is_empty() && catalog.methods.is_empty() && catalog.stretches.is_empty()
    );
    assert!(catalog.protocol.steps.is_empty());
    assert_eq!(catalog.bones.len(), 2);
}

#[test]
fn a_flood_of_faults_is_cut_in_reasonable_time() {
    let entry = "(id: \"x\", name: \"\", extent: \"\", areas: [(line: [At(\"no\")], radius_mm: [0], facing: (0,0,0))]),";
    let mut files = sound();
    files.insert("regions.ron".into(), format!("[{}]", entry.repeat(20_000)));
    let (catalog, report) = load(&files);
    assert_eq!(report.faults.len(), 1000);
    assert!(report.more > 0);
    assert!(catalog.regions.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// However a file is damaged, loading ends, says so or finds it still sound, and what it
    /// keeps is sound: loaded again from the catalogue's own words there is nothing dangling.
    #[test]
    fn no_damage_makes_it_panic(
        file in any::<Index>(),
        cuts in prop::collection::vec((any::<Index>(), 0_usize..40, "[\\[\\]():,\"'/*r#a0.é\n -]{0,6}"), 1..4),
    ) {
        let mut files = sound();
        let path = file.get(&files.keys().cloned().collect::<Vec<_>>()).clone();
        let mut text: Vec<char> = files[&path].chars().collect();
        for (at, length, new) in cuts {
            let start = at.index(text.len() + 1);
            let end = (start + length).min(text.len());
            text.splice(start..end, new.chars());
        }
        files.insert(path, text.into_iter().collect());
        let (catalog, report) = load(&files);
        prop_assert!(report.faults.iter().all(|fault| fault.line > 0 && fault.column > 0 && !fault.what.is_empty()));
        for (muscle, point) in catalog.points() {
            prop_assert!(catalog.part(&point.part).is_some_and(|(of, _)| of.id == muscle.id));
            prop_assert!(point.essential.regions.iter().all(|id| catalog.region(id).is_some()));
            prop_assert!(point.location.sources.iter().all(|id| catalog.source(id).is_some()));
            prop_assert!(point.treatment.iter().all(|a| catalog.method(&a.method).is_some()));
        }
    }
}

#[test]
fn names_in_another_language_are_of_something_and_each_once() {
    const MUSCLES: &str = "locale/es/muscles.ron";
    let es = "es".parse().unwrap();
    let name = |catalog: &Catalog, id: &str| {
        let muscle = catalog.muscle(id).unwrap();
        catalog.names.name(es, muscle).to_owned()
    };
    let (sound, _) = load(&sound());
    assert_eq!(name(&sound, "trapezius"), "Trapecio");
    let (_, part) = sound.part("levator_scapulae").unwrap();
    assert_eq!(sound.names.name(es, part), "Elevador de la escápula");
    let (_, part) = sound.part("trapezius.ascending").unwrap();
    assert_eq!(sound.names.name(es, part), part.names.english);

    let catalog = finds(
        MUSCLES,
        "id: \"trapezius\"",
        "id: \"trapezus\"",
        "there is no muscle \"trapezus\"",
        "did you mean \"trapezius\"?",
    );
    assert_eq!(name(&catalog, "trapezius"), "Trapezius");
    assert_eq!(
        name(&catalog, "levator_scapulae"),
        "Elevador de la escápula"
    );
    finds(
        MUSCLES,
        "id: \"levator_scapulae\"",
        "id: \"trapezius\"",
        "named twice",
        "name it once",
    );
    finds(
        MUSCLES,
        "\"Trapecio\"",
        "\" \"",
        "the text is empty",
        "write it",
    );
    let long = format!("\"{}\"", "T".repeat(101));
    finds(MUSCLES, "\"Trapecio\"", &long, "longer than 100", "shorten");
    finds(
        MUSCLES,
        "\"hombros\"",
        "\"\"",
        "the text is empty",
        "write it",
    );
    finds(
        "locale/es/parts.ron",
        "trapezius.descending",
        "qqq",
        "there is no part \"qqq\"",
        "`myomap list structures`",
    );

    let mut files = crate::common::sound();
    let moved = files.remove(MUSCLES).unwrap();
    files.insert("locale/Spanish/muscles.ron".into(), moved);
    let (_, report) = load(&files);
    assert!(report.faults[0].what.contains("is no place for data"));
}

#[test]
fn the_id_of_the_skin_is_taken() {
    let bone = "(id: \"skin\", names: (english: \"S\", latin: \"S\"), paired: false),";
    let catalog = finds(
        "bones/trunk.ron",
        "[\n    (id: \"sacrum\"",
        &format!("[{bone}\n    (id: \"sacrum\""),
        "the id of the skin",
        "another",
    );
    assert_eq!(catalog.bones.len(), 2);
}
