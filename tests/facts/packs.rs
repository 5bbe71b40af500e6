//! A pack laid over other data: what is wrong with it costs nothing of what is below it.

use crate::common::{plant, sound};
use myomap::model::{
    catalog::{load, load_pack},
    report::Report,
};
use std::collections::BTreeMap;

const TRA: &str = "muscles/trapezius.ron";

fn pack(path: &str, text: &str) -> BTreeMap<String, String> {
    BTreeMap::from([(path.to_owned(), text.to_owned())])
}

fn files_of(report: &Report) -> Vec<&str> {
    let mut files: Vec<_> = report
        .faults
        .iter()
        .map(|fault| fault.file.as_str())
        .collect();
    files.dedup();
    files
}

#[test]
fn a_stray_copy_loses_against_the_file_that_is_called_as_its_entry() {
    let sound = sound();
    for stray in ["muscles/a_copy.ron", "muscles/z_copy.ron"] {
        let mut together = sound.clone();
        together.insert(stray.into(), sound[TRA].clone());
        for (catalog, report) in [
            load(&together),
            load_pack(&sound, &pack(stray, &sound[TRA])),
        ] {
            assert_eq!(catalog, load(&sound).0, "{stray}");
            assert_eq!(files_of(&report), [stray]);
        }
    }
    let shape = "shapes/rib.3.ron";
    let (catalog, report) = load_pack(&sound, &pack("shapes/a.ron", &sound[shape]));
    assert_eq!(catalog, load(&sound).0);
    assert_eq!(files_of(&report), ["shapes/a.ron"]);
}

#[test]
fn of_two_entries_in_lists_the_one_below_the_pack_is_kept() {
    let sound = sound();
    let bones = sound["bones/trunk.ron"].replace("latin: \"", "latin: \"another ");
    for path in ["bones/a.ron", "bones/z.ron"] {
        let (catalog, report) = load_pack(&sound, &pack(path, &bones));
        assert_eq!(catalog.bones, load(&sound).0.bones, "{path}");
        assert_eq!(files_of(&report), [path]);
    }
    // In the place of the same file it is what the pack is for.
    let (catalog, report) = load_pack(&sound, &pack("bones/trunk.ron", &bones));
    assert!(report.is_clean() && catalog.bones[0].names.latin.starts_with("another "));
}

#[test]
fn where_a_file_of_the_pack_is_useless_the_one_below_is_used_and_the_cause_is_told() {
    let sound = sound();
    let mut no_code = sound.clone();
    plant(&mut no_code, TRA, "code: \"TRA\"", "code: \"nothing\"");
    for useless in ["(", "", &no_code[TRA]] {
        let (catalog, report) = load_pack(&sound, &pack(TRA, useless));
        assert_eq!(catalog, load(&sound).0, "{useless}");
        assert_eq!(files_of(&report), [TRA]);
        assert_eq!(report.faults.len(), 1, "{:#?}", report.faults);
    }
    let (catalog, report) = load_pack(
        &sound,
        &pack("shapes/skin.ron", "(structure: \"skin\", nets"),
    );
    assert_eq!(catalog, load(&sound).0);
    assert_eq!(files_of(&report), ["shapes/skin.ron"]);
}

#[test]
fn a_file_that_cannot_be_read_leads_what_follows_from_it() {
    let mut files = sound();
    files.insert(TRA.into(), "(".into());
    let (_, report) = load(&files);
    assert!(report.faults.len() > 1, "{:#?}", report.faults);
    assert_eq!(report.faults[0].file, TRA);
    assert!(
        files_of(&report)[1] < TRA,
        "something else would come first by its name"
    );
}

#[test]
fn a_pack_brings_a_language_without_a_build() {
    let german = "de".parse().unwrap();
    let mark = myomap::model::texts::mark("Slowly.");
    let mut german_pack = pack(
        "locale/de/interface/words.ftl",
        "language-own-name = Deutsch\nmode-locate = Suchen\nbroken",
    );
    german_pack.insert(
        "locale/de/texts/protocol.ron".into(),
        format!(r#"[(at: "treatments/protocol/steps/1/says", of: "{mark}", says: "Langsam.")]"#),
    );
    german_pack.insert("locale/de/points.ron".into(), "[]".into());
    let (catalog, report) = load_pack(&sound(), &german_pack);
    // What cannot be read is told with its line, and the rest is used.
    let told: Vec<_> = report
        .faults
        .iter()
        .map(|fault| (fault.file.as_str(), fault.line))
        .collect();
    assert_eq!(told, [("locale/de/interface/words.ftl", 3)], "{report:?}");
    let words = myomap::locale::Words::with(german, &catalog);
    assert_eq!(words.say("mode-locate"), "Suchen");
    assert_eq!(
        words.say("card-search"),
        "Search",
        "what is missing is said in English"
    );
    assert_eq!(catalog.texts.get(german, "Slowly."), Some("Langsam."));
    assert!(!catalog.texts.is_complete(german));
    let offered = myomap::locale::languages_with(&catalog);
    assert!(
        offered
            .iter()
            .any(|x| x.language == german && x.own_name == "Deutsch")
    );
    assert!(!myomap::locale::speaks(german));
}
