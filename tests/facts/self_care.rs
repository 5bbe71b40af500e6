//! Faults in programmes, plans, assessment, techniques, rules and emergency numbers, each with its place and a hint;
//! and that what ships offers nothing that is forbidden.

use crate::common::sound;
use myomap::{
    model::{
        catalog::{self, Catalog},
        facts::{Confidence, Does, Level, NamedMuscles, SourceKind, Touches},
    },
    store::built_in_files,
};
use std::{collections::BTreeSet, sync::LazyLock};

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| catalog::load(&built_in_files()).0);

/// One fault planted in the small sound data set: it is told in that file with these words.
fn finds(file: &str, from: &str, to: &str, what: &str) {
    let mut files = sound();
    let text = files.get_mut(file).unwrap();
    assert!(text.contains(from), "{file} has no {from:?}");
    *text = text.replacen(from, to, 1);
    let (_, report) = catalog::load(&files);
    let told: Vec<_> = report
        .faults
        .iter()
        .filter(|fault| fault.file == file)
        .collect();
    assert!(
        told.iter().any(|fault| fault.what.contains(what)),
        "{what:?} in {:?}",
        report.faults
    );
}

#[test]
fn faults_are_told() {
    let programmes = "self_care/programmes.ron";
    finds(
        programmes,
        "Stretch(\"ST01\")",
        "Stretch(\"ST99\")",
        "no stretch",
    );
    finds(programmes, "Method(\"FI\")", "Method(\"XX\")", "no method");
    finds(
        programmes,
        "minutes: (3, 5)",
        "minutes: (5, 3)",
        "backwards",
    );
    let plans = "self_care/plans.ron";
    finds(plans, "from_weeks: 12", "from_weeks: 6", "not in order");
    finds(plans, "id: \"after\"", "id: \"first\"", "no id of its own");
    let assessment = "self_care/assessment.ron";
    finds(assessment, "lowest: 0", "lowest: 10", "backwards");
    let range = "self_care/range_of_motion.ron";
    finds(range, "(0, 80)", "(0, 280)", "out of range");
    finds(
        range,
        "region: \"temple\"",
        "region: \"tempel\"",
        "no region",
    );
    finds(
        "treatments/techniques.ron",
        "pain: \"None.\"",
        "pain: \"\"",
        "empty",
    );
    finds("prevalence.ron", "(20, 30)", "(20, 130)", "out of range");
    finds(
        "prevalence.ron",
        "muscle: \"trapezius\"",
        "muscle: \"trapez\"",
        "no muscle or part",
    );
    let numbers = "safety/emergency_numbers.ron";
    finds(
        numbers,
        "[\"112\"]",
        "[\"1 1 2\"]",
        "not an emergency number",
    );
    finds(numbers, "\"ES\"", "\"Spain\"", "not a country's code");
    let protocol = "treatments/protocol.ron";
    finds(protocol, "Some(5)", "Some(7)", "7 of 10");
    finds(
        "treatments/methods.ron",
        "rules: [\"pressure\"]",
        "rules: [\"pressur\"]",
        "no rule",
    );
    finds(
        "treatments/stretches.ron",
        "hold_seconds: (20, 30)",
        "hold_seconds: (0, 0)",
        "not said for how long",
    );
}

#[test]
fn popular_articles_and_we_ourselves_confirm_nothing() {
    for (kind, told) in [("Article", 1), ("Own", 1), ("Manual", 0)] {
        let mut files = sound();
        let sources = files.get_mut("sources.ron").expect("sources");
        *sources = sources.replace("kind: Manual", &format!("kind: {kind}"));
        let (_, report) = catalog::load(&files);
        let of_method = report.faults.iter().filter(|fault| {
            fault.file == "treatments/methods.ron" && fault.what.contains("popular articles")
        });
        assert_eq!(of_method.count(), told, "{kind}: {:?}", report.faults);
    }
}

#[test]
fn programmes_hold_what_the_articles_describe_and_name_where_it_comes_from() {
    let catalog = &*CATALOG;
    assert!(
        catalog.programmes.len() >= 8,
        "{}",
        catalog.programmes.len()
    );
    let mut articles = BTreeSet::new();
    for programme in &catalog.programmes {
        assert!(!programme.items.is_empty(), "{}", programme.id);
        articles.extend(programme.articles.iter().map(String::as_str));
        for item in &programme.items {
            for point in &item.points {
                let (_, point) = catalog.point(point).expect("a point");
                if let Does::Method(id) = &item.does {
                    let offered = point.treatment.iter().any(|x| x.method == *id);
                    assert!(
                        offered,
                        "{}: {id} is not offered at {}",
                        programme.id, point.id
                    );
                }
            }
        }
    }
    assert!(articles.len() >= 3, "{articles:?}");
}

#[test]
fn no_treatment_breaks_a_caution_or_a_rule() {
    let catalog = &*CATALOG;
    for (muscle, point) in catalog.points() {
        let rules = || catalog.rules(&muscle.rules);
        let cautions = || {
            muscle
                .cautions
                .iter()
                .filter(|caution| caution.is_about(point))
        };
        for application in &point.treatment {
            let method = catalog.method(&application.method).expect("a method");
            let id = &method.id;
            assert!(
                !cautions().any(|x| x.forbids.contains(id)),
                "{} at {}: a caution forbids it",
                id,
                point.id
            );
            assert!(
                !rules().any(|x| x.forbids.contains(id)),
                "{} at {}: a rule forbids it",
                id,
                point.id
            );
            let most = catalog.max_discomfort(muscle, point, application, method);
            assert!(most <= 5, "{} at {}", id, point.id);
            if let Some(own) = application.max_discomfort {
                assert_eq!(own, most, "{} at {}: a caution allows less", id, point.id);
            }
            let (_, longest) = application.hold_seconds.unwrap_or(method.hold_seconds);
            if method.touches == Touches::Pressure {
                assert!(
                    longest <= 90,
                    "{} at {}: pressed for {longest} s",
                    id,
                    point.id
                );
            }
        }
    }
}

#[test]
fn the_side_of_the_neck_is_pressed_with_fingertips_and_lightly_or_not_at_all() {
    let catalog = &*CATALOG;
    for (code, most) in [("TRA-1", 3), ("LEV-1", 3), ("SPL-3", 3)] {
        let (muscle, point) = catalog.point(code).expect("a point");
        for application in &point.treatment {
            let method = catalog.method(&application.method).expect("a method");
            if method.touches != Touches::Pressure {
                continue;
            }
            assert!(
                ["FI", "PI"].contains(&method.id.as_str()),
                "{} at {code}",
                method.id
            );
            assert!(
                catalog.max_discomfort(muscle, point, application, method) <= most,
                "{} at {code}",
                method.id
            );
        }
    }
}

/// What a method's own limits forbid outright stands so in the table of conditions.
#[test]
fn the_roller_is_forbidden_alike_on_its_card_and_in_the_table() {
    let catalog = &*CATALOG;
    for id in ["bone_infection", "fragile_bones", "blood_thinners"] {
        let row = catalog.contraindication(id).expect(id);
        assert_ne!(row.roller.level, Level::OnlyWithAdvice, "{id}");
        assert_ne!(row.roller.level, Level::NoneNamed, "{id}");
    }
    assert_eq!(
        catalog
            .contraindication("bone_infection")
            .map(|x| x.roller.level),
        Some(Level::DoNot)
    );
}

#[test]
fn nothing_rests_on_popular_articles_and_is_called_confirmed() {
    let catalog = &*CATALOG;
    for chapter in &catalog.chapters {
        for section in &chapter.sections {
            for says in section
                .says
                .iter()
                .chain(&section.list)
                .chain(&section.steps)
            {
                let articles = ["S0", "S1", "S2", "S3", "S4"];
                let popular = says
                    .sources
                    .iter()
                    .all(|id| articles.contains(&id.as_str()));
                assert!(
                    !(popular && says.confidence == Confidence::Confirmed),
                    "{}",
                    says.text
                );
            }
        }
    }
}

#[test]
fn every_part_says_what_students_are_examined_in() {
    let catalog = &*CATALOG;
    for (muscle, part) in catalog.parts() {
        assert!(
            !part.action.is_empty() && !part.action_terms.is_empty(),
            "{}",
            part.id
        );
        let named = |of: &NamedMuscles| !of.here.is_empty() || !of.elsewhere.is_empty();
        assert!(
            named(&part.synergists) && named(&part.antagonists),
            "{}",
            part.id
        );
        assert!(muscle.palpation.is_some(), "{}", muscle.id);
        assert!(!muscle.names.pronunciation.is_empty(), "{}", muscle.id);
        assert!(!part.nerve.ends_with('.'), "{}: {}", part.id, part.nerve);
    }
}

#[test]
fn spanish_lacks_nothing_and_has_nothing_stale() {
    let spanish = "es".parse().expect("a tag");
    let texts = &CATALOG.texts;
    let missing = texts.missing(CATALOG.all_texts(), spanish);
    assert!(
        texts.is_complete(spanish),
        "{} are missing, first {:?}",
        missing.len(),
        missing.first()
    );
    assert!(
        texts.stale(spanish).is_empty(),
        "{:?}",
        texts.stale(spanish)
    );
}

/// A number of the English stands in the Spanish, but for inches, feet, pounds and degrees Fahrenheit in brackets.
#[test]
fn numbers_survive_the_translation_of_what_keeps_people_safe() {
    let spanish = "es".parse().expect("a tag");
    let numbers = |text: &str| -> BTreeSet<String> {
        let mut metric = String::new();
        let mut depth = 0;
        for c in text.chars() {
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                c if depth == 0 => metric.push(c),
                _ => {}
            }
        }
        let words = metric.split(|c: char| !c.is_ascii_digit());
        words
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    for flag in CATALOG.red_flags() {
        for (id, says, _) in flag.answers() {
            let translated = CATALOG.texts.get(spanish, says).expect("a translation");
            assert_eq!(numbers(says), numbers(translated), "{id}: {translated}");
        }
    }
    for rule in &CATALOG.protocol.rules {
        let translated = CATALOG
            .texts
            .get(spanish, &rule.says.text)
            .expect("a translation");
        assert_eq!(
            numbers(&rule.says.text),
            numbers(translated),
            "{}: {translated}",
            rule.id
        );
    }
}

#[test]
fn every_study_guideline_and_page_has_an_address_of_its_own() {
    let catalog = &*CATALOG;
    for source in &catalog.sources {
        if !matches!(
            source.kind,
            SourceKind::Study | SourceKind::Guideline | SourceKind::Page
        ) {
            continue;
        }
        let address = source.address().unwrap_or_default();
        let path = address
            .split_once("://")
            .map_or("", |(_, rest)| rest)
            .split_once('/')
            .map_or("", |(_, path)| path);
        assert!(
            !path.is_empty(),
            "{}: {address:?} is no page of its own",
            source.id
        );
    }
}
