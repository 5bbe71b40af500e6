//! The warning signs, group by group.

use super::*;
use myomap::model::facts::SignGroup;

/// The same questions in two groups: the heart first, the others then.
fn grouped(size: Vec2) -> Harness<'static, App> {
    let mut app = app();
    for flag in &mut app.catalog.red_flags.flags {
        if flag.id == "RF01" {
            flag.group = SignGroup::Chest;
        }
    }
    let mut harness = open(app, size);
    click(&mut harness, "Temple, left");
    click(&mut harness, "Go on to the questions");
    harness
}

const NONE: &str = "None of these applies to me";

#[test]
fn one_group_is_asked_after_the_other_and_nothing_is_ranked_before_the_last() {
    for size in [USUAL, SMALL] {
        let mut harness = grouped(size);
        assert!(says(&harness, "Warning signs, part 1 of 2"));
        assert!(says(&harness, "Heart, chest and breathing"));
        assert!(says(&harness, "Chest pain: Is it so?"));
        assert!(!says(&harness, "Fragile bones"));
        click(&mut harness, NONE);
        assert!(says(&harness, "Warning signs, part 2 of 2"));
        assert!(says(&harness, "Fragile bones: Is it so?"));
        assert!(harness.state().state.locate.asked.is_empty());
        click(&mut harness, "Back");
        assert!(says(&harness, "Chest pain: Is it so?"));
        click(&mut harness, NONE);
        click(&mut harness, NONE);
        assert_eq!(harness.state().state.locate.step, LocateStep::Painting);
        assert_eq!(harness.state().state.locate.asked.len(), 3);
        assert!(listed(&harness) > 0);
    }
}

#[test]
fn leaving_the_questions_half_way_answers_none() {
    let mut harness = grouped(USUAL);
    click(&mut harness, NONE);
    click(&mut harness, "Back");
    click(&mut harness, "Back to where it hurts");
    let locate = &harness.state().state.locate;
    assert!(locate.asked.is_empty() && locate.gone_through.is_empty());
    assert_eq!(listed(&harness), 0);
    assert!(says(&harness, "Before the list: 3 short questions"));
}

#[test]
fn a_stop_ends_it_with_its_group_and_leads_back_there() {
    let mut harness = grouped(USUAL);
    click(&mut harness, "Chest pain: Is it so?");
    click(&mut harness, "Go on with these answers");
    assert_eq!(harness.state().state.locate.step, LocateStep::Stopped);
    click(&mut harness, "Change my answers");
    click(&mut harness, "Chest pain: Is it so?");
    click(&mut harness, NONE);
    assert!(says(&harness, "Warning signs, part 2 of 2"));
}

#[test]
fn the_button_that_goes_on_comes_after_the_last_question_for_eyes_and_keys() {
    let harness = grouped(USUAL);
    let top = |label: &str| harness.get_by_label(label).rect().top();
    assert!(top(NONE) > top("Chest pain: Is it so?"));
    let mut harness = asked(USUAL);
    let last = [
        "It grows",
        "Fragile bones: Is it so?",
        "Chest pain: Is it so?",
    ]
    .map(|label| harness.get_by_label(label).rect().bottom());
    let button = harness.get_by_label(NONE).rect();
    assert!(last.iter().all(|bottom| *bottom <= button.top()));
    harness.get_by_label("It grows").focus();
    harness.run_steps(2);
    let mut order = Vec::new();
    for _ in 0..4 {
        harness.key_press(Key::Tab);
        harness.run_steps(2);
        if harness.get_by_label(NONE).is_focused() {
            break;
        }
        order.push(());
    }
    assert!(harness.get_by_label(NONE).is_focused());
    assert!(
        order.len() <= 2,
        "only a source and the way back stand between"
    );
}

#[test]
fn questions_of_a_long_group_hide_the_button_until_they_are_scrolled_past() {
    let mut app = app();
    let long = "A sign that takes a line of its own, as the questions of the data do. ".repeat(8);
    for flag in &mut app.catalog.red_flags.flags {
        for sign in &mut flag.signs {
            sign.says = format!("{} {long}", sign.says);
        }
        flag.question = long.clone();
    }
    let mut harness = open(app, SMALL);
    click(&mut harness, "Temple, left");
    click(&mut harness, "Go on to the questions");
    assert!(harness.get_by_label(NONE).rect().top() > SMALL.y);
}
