//! The left panel: the tools, the regions, and beginning anew.

use super::*;
use myomap::{model::facts::BodyPart, ui::widgets::tip};

#[test]
fn regions_stand_under_their_parts_of_the_body_and_what_has_none_is_said() {
    let mut app = app();
    app.catalog.regions[0].part = BodyPart::Neck;
    app.catalog.regions[1].part = BodyPart::Head;
    let harness = open(app, USUAL);
    let top = |label: &str| harness.get_by_label(label).rect().top();
    assert!(top("Head and face") < top("Neck"), "from the head down");
    let (first, second) = {
        let regions = &harness.state().catalog.regions;
        (regions[1].name.clone(), regions[0].name.clone())
    };
    assert!(top(&format!("{first}, left")) < top("Neck"));
    assert!(top(&format!("{second}, left")) > top("Neck"));
    assert!(says(&harness, "No point here sends pain to: shoulder"));
    assert!(says(&harness, "foot"));
}

#[test]
fn a_region_is_found_with_a_misspelling() {
    let mut harness = painting(USUAL);
    harness.get_by_label("Find a region").focus();
    harness.run_steps(2);
    harness.get_by_label("Find a region").type_text("tempel");
    harness.run_steps(4);
    assert!(harness.query_by_label("Temple, left").is_some());
    assert!(harness.query_by_label("Side of the neck, left").is_none());
}

#[test]
fn beginning_anew_is_taken_back_with_names_strengths_and_answers() {
    let mut harness = painting(USUAL);
    click(&mut harness, "Temple, left");
    let pain = harness.state().state.locate.pains[0].id;
    let commands = [
        LocateCommand::NamePain(pain, "Headache".to_owned()),
        LocateCommand::AddPain,
    ];
    let app = harness.state_mut();
    for command in commands {
        apply(&mut app.state, AppCommand::Locate(command), &app.catalog);
    }
    harness.run_steps(2);
    click(&mut harness, "The worst pain (3 of 3)");
    click(&mut harness, "Side of the neck, left");
    let before = harness.state().state.locate.clone();
    harness.get_by_label("Find a region").focus();
    harness.run_steps(2);
    harness.get_by_label("Find a region").type_text("temple");
    harness.run_steps(4);
    click(&mut harness, "Start again");
    let after = &harness.state().state.locate;
    assert!(!after.is_painted() && after.asked.is_empty());
    assert!(
        harness.query_by_label("Side of the neck, left").is_some(),
        "the filter is empty"
    );
    click(&mut harness, "Take the last step back (Ctrl+Z)");
    let back = &harness.state().state.locate;
    assert_eq!(
        (&back.pains, &back.answers, &back.asked),
        (&before.pains, &before.answers, &before.asked)
    );
    // The tip of the one before does not lie over it.
    click(&mut harness, "Do it again (Ctrl+Y)");
    assert!(!harness.state().state.locate.is_painted());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(3);
    assert!(harness.state().state.locate.is_painted());
}

#[test]
fn a_quick_click_on_what_lies_under_a_tip_is_not_swallowed() {
    let mut harness = painting(USUAL);
    let slight = "Slight pain (1 of 3)";
    harness.get_by_label(slight).hover();
    harness.run_steps(4);
    let tip = tip::shown(&harness.ctx).unwrap();
    assert_eq!(tip.says, slight);
    let sizes = harness.query_all_by_role(Role::RadioButton);
    let under = sizes
        .map(|size| size.rect())
        .filter(|size| tip.rect.intersects(*size));
    let strength = harness.get_by_label(slight).rect();
    let below: Vec<egui::Rect> = under
        .filter(|size| size.top() > strength.bottom())
        .collect();
    assert!(!below.is_empty(), "it lies over another control: {tip:?}");
    // All in one frame: the pointer goes there and clicks.
    let at = below[0].intersect(tip.rect).center();
    harness.event(egui::Event::PointerMoved(at));
    for pressed in [true, false] {
        harness.event(egui::Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    let before = harness.state().state.locate.brush;
    harness.run_steps(3);
    let after = harness.state().state.locate.brush;
    assert_ne!(after, before, "clicked through the tip");
}

#[test]
fn beginning_anew_and_the_warning_signs_are_in_reach_without_scrolling() {
    for (size, text_scale) in [
        (USUAL, 1.0),
        (vec2(1024.0, 768.0), 1.0),
        (vec2(1280.0, 800.0), 1.5),
    ] {
        let mut app = app();
        // Far more regions than there is room for.
        let region = app.catalog.regions[0].clone();
        for number in 0..60 {
            let mut more = region.clone();
            more.id = format!("more_{number}");
            more.name = format!("Region {number}");
            app.catalog.regions.push(more);
        }
        app.state.preferences.text_scale = text_scale;
        let go_on = AppCommand::Locate(LocateCommand::FinishQuestions);
        apply(&mut app.state, go_on, &app.catalog);
        let mut harness = open(app, size);
        harness.run_steps(4);
        let body = harness.state().viewport;
        for label in ["Warning signs", "Start again"] {
            let place = harness.get_by_role_and_label(Role::Button, label).rect();
            assert!(
                place.bottom() <= body.bottom(),
                "{label} at {place} in {body}"
            );
            assert!(
                place.top() > body.center().y,
                "{label} at {place} in {body}"
            );
        }
    }
}

#[test]
fn the_switch_of_sides_is_not_there_where_it_would_do_nothing() {
    let harness = painting(USUAL);
    assert!(harness.query_by_label("Show both sides").is_none());
}
