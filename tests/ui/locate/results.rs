//! The list: what it opens with, and what each result says.

use super::*;
use myomap::model::facts::Statement;

fn look_alike() -> Statement {
    ron::from_str(r#"(text: "Heart attack.", sources: ["TS1"], confidence: confirmed)"#).unwrap()
}

#[test]
fn the_first_result_is_in_sight_and_look_alikes_are_a_line_to_open() {
    let mut app = app();
    for muscle in &mut app.catalog.muscles {
        muscle.look_alikes = vec![look_alike(); 6];
    }
    let go_on = AppCommand::Locate(LocateCommand::FinishQuestions);
    apply(&mut app.state, go_on, &app.catalog);
    let mut harness = open(app, USUAL);
    click(&mut harness, "Temple, left");
    let first = harness
        .query_all_by_label_contains("open its card")
        .map(|row| row.rect())
        .next()
        .unwrap();
    assert!(first.bottom() < USUAL.y / 2.0, "{first}");
    assert!(!says(&harness, "Heart attack"));
    click(&mut harness, "Rule out first: what it can be mistaken for");
    assert!(says(
        &harness,
        "Can be mistaken for pain from the levator scapulae:"
    ));
    assert!(says(&harness, "Heart attack"));
}

#[test]
fn a_result_says_one_number_and_its_whole_name() {
    let mut app = app();
    let long =
        "Levator scapulae, where the neck goes over into the shoulder, above the inner corner";
    app.catalog.muscles[0].points[0].name = long.to_owned();
    let go_on = AppCommand::Locate(LocateCommand::FinishQuestions);
    apply(&mut app.state, go_on, &app.catalog);
    let mut harness = open(app, USUAL);
    click(&mut harness, "Temple, left");
    let row = harness.get_by_label_contains(long);
    assert!(row.rect().height() > 50.0, "it is as high as its lines");
    assert!(!says(&harness, "of 100"));
    assert!(says(&harness, "covers 100 % of what you painted"));
}

#[test]
fn a_point_that_covers_nothing_is_not_listed() {
    let mut harness = painting(USUAL);
    click(&mut harness, "Side of the neck, right");
    let Findings::List { muscles, .. } = &harness.state().located.as_ref().unwrap().findings else {
        panic!("there are findings");
    };
    assert!(!muscles.is_empty());
    for point in muscles.iter().flat_map(|muscle| &muscle.points) {
        assert!(point.reason.covers >= 0.01, "{}", point.point);
        assert!(point.reason.covers.is_sign_positive());
        assert!(point.reason.essential_painted.is_sign_positive());
    }
}
