//! Stories of people, ordinary and dangerous, held against the questions about warning signs.
//!
//! `stories.ron` says by hand what a careful reader ticks for each sign, in the very words of the data. So a sign that
//! is worded anew must be read anew, a new one must be entered, and each story is asked only what Locate would ask it.

use myomap::{
    model::{
        catalog::{self, Catalog},
        facts::Urgency,
    },
    store::built_in_files,
};
use serde::Deserialize;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| catalog::load(&built_in_files()).0);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stories {
    signs: Vec<Reading>,
    ordinary: Vec<Ordinary>,
    dangerous: Vec<Dangerous>,
}

/// When a careful reader ticks a sign: where one of the lists is wholly true of the person.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reading {
    sign: String,
    en: String,
    needs: Vec<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ordinary {
    id: String,
    en: String,
    es: String,
    regions: Vec<String>,
    facts: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Dangerous {
    id: String,
    en: String,
    es: String,
    regions: Vec<String>,
    facts: Vec<String>,
    exit: Urgency,
    by: String,
}

fn stories() -> Stories {
    ron::from_str(include_str!("stories.ron")).unwrap()
}

/// What a person ticks, of what is asked of them.
fn ticked(stories: &Stories, regions: &[String], facts: &[String]) -> Vec<(String, Urgency)> {
    let catalog = &*CATALOG;
    let needs: BTreeMap<&str, &Vec<Vec<String>>> = stories
        .signs
        .iter()
        .map(|x| (x.sign.as_str(), &x.needs))
        .collect();
    let regions: Vec<&str> = regions.iter().map(String::as_str).collect();
    let flags = catalog.red_flags_for(&regions);
    let answers = flags
        .into_iter()
        .flat_map(|flag| flag.answers().map(|(id, _, exit)| (id, exit)));
    answers
        .filter(|(id, _)| {
            needs[id.as_str()]
                .iter()
                .any(|all| all.iter().all(|fact| facts.contains(fact)))
        })
        .collect()
}

#[test]
fn every_sign_was_read_in_its_present_words() {
    let stories = stories();
    let catalog = &*CATALOG;
    let mut read: BTreeMap<&str, &str> = BTreeMap::new();
    for reading in &stories.signs {
        let before = read.insert(&reading.sign, &reading.en);
        assert!(before.is_none(), "{} stands there twice", reading.sign);
        assert!(
            reading.needs.iter().all(|all| !all.is_empty()),
            "{}",
            reading.sign
        );
    }
    for flag in catalog.red_flags() {
        for (id, says, _) in flag.answers() {
            let words = match flag.signs.is_empty() {
                true => flag.question.clone(),
                false => format!("{} {says}", flag.question),
            };
            assert_eq!(
                read.remove(id.as_str()),
                Some(words.as_str()),
                "{id}: read its words again"
            );
        }
    }
    assert!(read.is_empty(), "no longer asked: {read:?}");
}

#[test]
fn ordinary_pain_passes_every_question() {
    let stories = stories();
    assert!(stories.ordinary.len() >= 25);
    for story in &stories.ordinary {
        let stopped = ticked(&stories, &story.regions, &story.facts);
        assert!(
            stopped.is_empty(),
            "{} ({}) ticks {stopped:?}",
            story.id,
            story.en
        );
    }
}

#[test]
fn dangerous_stories_meet_the_right_exit() {
    let stories = stories();
    assert!(stories.dangerous.len() >= 25);
    for story in &stories.dangerous {
        let ticked = ticked(&stories, &story.regions, &story.facts);
        let exit = ticked.iter().map(|(_, exit)| *exit).min();
        assert_eq!(
            exit,
            Some(story.exit),
            "{} ({}) ticks {ticked:?}",
            story.id,
            story.en
        );
        let led = ticked
            .iter()
            .any(|(id, exit)| *id == story.by && *exit == story.exit);
        assert!(
            led,
            "{} is not led there by {}: {ticked:?}",
            story.id, story.by
        );
    }
}

#[test]
fn stories_are_told_in_both_languages_with_facts_that_questions_know() {
    let stories = stories();
    let needed: BTreeSet<&str> = stories
        .signs
        .iter()
        .flat_map(|x| x.needs.iter().flatten())
        .map(String::as_str)
        .collect();
    let told = (stories
        .ordinary
        .iter()
        .map(|x| (&x.id, &x.en, &x.es, &x.regions)))
    .chain(
        stories
            .dangerous
            .iter()
            .map(|x| (&x.id, &x.en, &x.es, &x.regions)),
    );
    let catalog = &*CATALOG;
    let mut ids = BTreeSet::new();
    for (id, en, es, regions) in told {
        assert!(ids.insert(id), "{id} is told twice");
        assert!(en.len() > 20 && es.len() > 20 && en != es, "{id}");
        assert!(!regions.is_empty(), "{id}");
        assert!(
            regions.iter().all(|code| catalog.region(code).is_some()),
            "{id}: {regions:?}"
        );
    }
    for story in &stories.dangerous {
        assert!(
            story
                .facts
                .iter()
                .any(|fact| needed.contains(fact.as_str())),
            "{}",
            story.id
        );
    }
    // Near misses: many ordinary people have something that a question asks for beside something else.
    let near = stories
        .ordinary
        .iter()
        .filter(|x| x.facts.iter().any(|fact| needed.contains(fact.as_str())));
    assert!(near.count() >= 10);
}

#[test]
fn every_place_has_questions_of_its_own_and_few_are_always_asked() {
    let catalog = &*CATALOG;
    let always = catalog.red_flags_for(&[]).len();
    assert!((3..=6).contains(&always), "{always} are always asked");
    let mut most: Vec<(usize, &str)> = Vec::new();
    for region in &catalog.regions {
        let asked = catalog.red_flags_for(&[&region.id]).len();
        assert!(asked > always, "{} has no question of its own", region.id);
        most.push((asked, &region.id));
    }
    most.sort_unstable_by_key(|(asked, _)| Reverse(*asked));
    // More than about half of all would not be read.
    assert!(
        most[0].0 <= catalog.red_flags().len() * 2 / 3,
        "{:?}",
        &most[..3]
    );
}
