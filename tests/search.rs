//! The search over the facts that are built in: what people type finds what they mean.
#![allow(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use myomap::{
    model::{catalog, ids::Item, side::Side},
    store::built_in_files,
    study::search::{Group, Hit, SearchIndex},
};
use std::sync::LazyLock;

static INDEX: LazyLock<SearchIndex> =
    LazyLock::new(|| SearchIndex::new(&catalog::load(&built_in_files()).0));

fn find(query: &str) -> Vec<Hit> {
    INDEX.search(query, Side::Left)
}

fn id(item: &Item) -> String {
    match item {
        Item::Structure(id) => id.to_string(),
        Item::Point(id) => id.to_string(),
        Item::Region(id) => id.to_string(),
        Item::Stretch(id) | Item::Method(id) => id.clone(),
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
