//! The search over the facts that are built in: what people type finds what they mean.

// Clippy knows test functions, not their helpers.
#![allow(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use myomap::{
    app::search::search_index,
    locale::Words,
    model::{
        catalog::{self, Catalog},
        ids::Item,
        side::Side,
    },
    store::built_in_files,
    study::search::{Arranged, Group, Hit, SearchIndex},
};
use serde::Deserialize;
use std::{collections::BTreeMap, fmt::Write, sync::LazyLock};

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| catalog::load(&built_in_files()).0);
static INDEX: LazyLock<SearchIndex> = LazyLock::new(|| index("en"));

fn index(language: &str) -> SearchIndex {
    search_index(&Words::of(language.parse().unwrap()), &CATALOG)
}

/// A phrase of `search/phrases.ron`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrase {
    /// Language of the interface.
    #[serde(default = "english")]
    lang: String,
    /// What is typed.
    says: String,
    /// What must be among the first three: ids, alternatives with `|` between them. What ends in `*` stands for every
    /// id that begins so.
    finds: Vec<String>,
}

fn english() -> String {
    "en".to_owned()
}

/// The phrases by what they are for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrases {
    /// Where and how it hurts, in lay words.
    pains: Vec<Phrase>,
    /// What a warning sign is told by.
    signs: Vec<Phrase>,
    /// What students look for.
    exams: Vec<Phrase>,
}

/// True where one of the alternatives is what was found.
fn is(hit: &Hit, wanted: &str) -> bool {
    wanted
        .split('|')
        .any(|wanted| match wanted.strip_suffix('*') {
            Some(begins) => hit.id.starts_with(begins),
            None => hit.id == wanted,
        })
}

/// Whoever searches types as people do. Held: what must be among the first three is.
#[test]
fn phrases_by_hand_find_what_they_mean_among_the_first_three() {
    let phrases: Phrases = ron::from_str(include_str!("search/phrases.ron")).unwrap();
    let mut indexes: BTreeMap<String, SearchIndex> = BTreeMap::new();
    let mut faults = String::new();
    let mut figures = String::new();
    for (kind, least, all) in [
        ("pains", 60, phrases.pains),
        ("warning signs", 34, phrases.signs),
        ("exam words", 26, phrases.exams),
    ] {
        assert!(all.len() >= least, "{kind}: {}", all.len());
        let (mut first, mut held) = (0, 0);
        for phrase in &all {
            let index = (indexes.entry(phrase.lang.clone())).or_insert_with(|| index(&phrase.lang));
            let found = Arranged::of(index.search(&phrase.says, Side::Left));
            let found: Vec<&Hit> = found.in_order().take(3).collect();
            let mut wanted = phrase.finds.iter();
            let is_first = |wanted: &String| found.first().is_some_and(|hit| is(hit, wanted));
            first += usize::from(phrase.finds.iter().any(is_first));
            if wanted.all(|wanted| found.iter().any(|hit| is(hit, wanted))) {
                held += 1;
            } else {
                let ids: Vec<&str> = found.iter().map(|hit| hit.id.as_str()).collect();
                writeln!(
                    faults,
                    "{}: wants {:?}, finds {ids:?}",
                    phrase.says, phrase.finds
                )
                .unwrap();
            }
        }
        let count = all.len();
        writeln!(
            figures,
            "{kind}: {first} first, {held} among the first three, of {count}"
        )
        .unwrap();
    }
    println!("{figures}");
    assert!(faults.is_empty(), "{figures}{faults}");
}

/// No phrase with a word that is known ends in an empty list.
#[test]
fn words_that_are_not_known_empty_no_list() {
    let phrases: Phrases = ron::from_str(include_str!("search/phrases.ron")).unwrap();
    for phrase in phrases.pains.iter().filter(|phrase| phrase.lang == "en") {
        for says in [
            format!("xqzvw {} blorptang", phrase.says),
            format!("{} for weeks and weeks, and it will not go", phrase.says),
        ] {
            assert!(!find(&says).is_empty(), "{says}");
        }
    }
}

/// The order of words changes nothing.
#[test]
fn words_are_found_in_any_order() {
    for (one, other) in [
        ("shoulder blade pain", "pain blade shoulder"),
        ("worst headache", "headache worst"),
        ("dorsal scapular nerve", "nerve scapular dorsal"),
    ] {
        let ids = |query| -> Vec<String> { find(query).into_iter().map(|hit| hit.id).collect() };
        assert_eq!(ids(one)[..3], ids(other)[..3], "{one}");
    }
}

fn find(query: &str) -> Vec<Hit> {
    INDEX.search(query, Side::Left)
}

fn id(item: &Item) -> String {
    match item {
        Item::Structure(id) => id.to_string(),
        Item::Point(id) => id.to_string(),
        Item::Region(id) => id.to_string(),
        Item::Stretch(id) | Item::Method(id) | Item::Programme(id) | Item::Section(id) => {
            id.clone()
        }
    }
}

#[test]
fn the_first_result_is_what_was_meant() {
    for (query, first) in [
        ("trapezius", "trapezius.left"),
        ("trapezuis", "trapezius.left"),
        ("right trapesius", "trapezius.right"),
        ("TRAPÉZIUS", "trapezius.left"),
        ("levater scapula", "levator_scapulae.left"),
        ("pirifromis", "piriformis.left"),
        ("infraspinatous", "infraspinatus.left"),
        ("quadratus", "quadratus_lumborum.left"),
        ("TRA-1", "TRA-1.left"),
        ("tra1 right", "TRA-1.right"),
        ("lev-2", "LEV-2.left"),
        ("temple", "temple.left"),
        ("tempel", "temple.left"),
        ("sacrum", "sacrum"),
    ] {
        let found = find(query);
        let ids: Vec<String> = found.iter().take(4).map(|hit| id(&hit.item)).collect();
        assert_eq!(
            ids.first().map(String::as_str),
            Some(first),
            "{query}: {ids:?}"
        );
    }
}

#[test]
fn lay_words_and_symptoms_find_something() {
    for query in [
        "headache",
        "tension headache",
        "crick in the neck",
        "stiff neck",
        "knot between shoulder blades",
        "sciatica",
        "low back pain",
        "frozen shoulder",
        "pain behind the eye",
        "tennis ball",
    ] {
        let found = find(query);
        assert!(!found.is_empty(), "{query}");
    }
}

/// Every query, something of what it must find, and how far down it may stand.
#[test]
fn lay_words_lead_where_they_are_meant_to() {
    let mut faults = Vec::new();
    for (query, wanted, within) in [
        ("knot between shoulder blades", "interscapular.left", 6),
        ("crick in the neck", "levator_scapulae.left", 2),
        ("stiff neck", "LEV-1.left", 12),
        ("sciatica", "referred_pain", 6),
        ("sciatica", "piriformis.left", 12),
        ("tension headache", "suboccipitals.left", 6),
        ("heart attack", "see_a_doctor", 1),
        ("cauda equina", "see_a_doctor", 1),
        ("blood thinners", "blood_thinners", 1),
        ("osteoporosis", "fragile_bones", 4),
        ("pregnant", "pregnancy", 2),
        ("hot water bottle", "heat_and_cold", 3),
        ("desk", "workplace", 2),
        ("how often massage", "schedules", 8),
        ("tennis ball", "tools", 6),
        ("does massage work", "evidence_massage", 1),
        ("toxins", "claims_body", 1),
        ("armpit", "where_not", 4),
    ] {
        let found = find(query);
        let ids: Vec<String> = found.iter().map(|hit| id(&hit.item)).collect();
        if !ids.iter().take(within).any(|id| id == wanted) {
            faults.push(format!(
                "{query}: no {wanted} among the first {within} of {ids:?}"
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_warning_sign_is_found_by_its_own_name_and_opens_the_list_of_them() {
    for (query, title) in [
        (
            "RF04",
            "Numbness between the legs, or bladder and bowel trouble",
        ),
        ("worst headache ever", "Sudden or worst-ever headache"),
        ("fever", "Back or neck pain with fever or feeling ill"),
    ] {
        let found = find(query);
        let sign = found.iter().find(|hit| hit.title == title);
        let sign = sign.unwrap_or_else(|| panic!("{query}: {found:?}"));
        assert_eq!(sign.group, Group::Safety);
        assert_eq!(id(&sign.item), "see_a_doctor");
    }
}

#[test]
fn nonsense_finds_nothing_and_does_no_harm() {
    for query in ["", "   ", "left", "xqzvw", "—", "\u{301}\u{301}", "…!?"] {
        assert!(
            find(query).is_empty(),
            "{query:?}: {:?}",
            find(query).first()
        );
    }
    let long = "trapezius ".repeat(10_000);
    assert!(!find(&long).is_empty());
}

#[test]
fn highlights_lie_on_the_letters_they_mark() {
    for query in ["trapezuis", "shoulder bl", "upper front"] {
        for hit in find(query) {
            for range in &hit.matched {
                assert!(
                    hit.title
                        .get(range.clone())
                        .is_some_and(|text| !text.is_empty())
                );
            }
        }
    }
    let found = find("trapezuis");
    assert_eq!(&found[0].title[found[0].matched[0].clone()], "Trapezius");
}

#[test]
fn no_group_crowds_the_others_out() {
    let found = find("shoulder");
    for group in [Group::Muscles, Group::Points, Group::Regions] {
        let of_group = found.iter().filter(|hit| hit.group == group).count();
        assert!((1..=6).contains(&of_group), "{group:?}: {of_group}");
    }
}
