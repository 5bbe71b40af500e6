//! The library: its contents, its pages, and the ways between them and the body.

use super::*;
use myomap::model::link::Mode;

/// The panels over the built-in facts, at a link.
fn open_at(link: &str, size: Vec2) -> Harness<'static, App> {
    let (catalog, _) = catalog::load(&built_in_files());
    let mut app = App::new(catalog);
    let open_link = AppCommand::OpenLink(link.to_owned());
    apply(&mut app.state, open_link, &app.catalog);
    open(app, size)
}

fn mode(harness: &Harness<'_, App>) -> Mode {
    *harness.state().state.mode
}

/// What is said at the left of the page and what on it.
fn title_is_on_the_page(harness: &Harness<'_, App>, title: &str) -> bool {
    let left = harness.state().viewport.left();
    harness
        .query_all_by_label(title)
        .any(|node| node.rect().left() > left)
}

#[test]
fn the_mode_switch_opens_the_library_and_leads_back() {
    let mut harness = open_at("#point=TRA-1.left", vec2(1600.0, 900.0));
    harness
        .get_by_role_and_label(Role::RadioButton, "Library: techniques and self-care")
        .click();
    harness.run_steps(3);
    assert_eq!(mode(&harness), Mode::Library);
    assert_eq!(selected(&harness), "see_a_doctor");
    assert!(title_is_on_the_page(&harness, "When to see a doctor"));
    // What belongs to the body waits there.
    for body in ["Show both sides", "Fold the card away", "Look: back (1)"] {
        assert!(harness.query_by_label(body).is_none(), "{body}");
    }
    assert!(
        harness
            .query_by_role_and_label(Role::Slider, "Depth")
            .is_none()
    );
    harness
        .get_by_role_and_label(Role::RadioButton, "Explore: look around the body")
        .click();
    harness.run_steps(3);
    assert_eq!(
        (mode(&harness), selected(&harness).as_str()),
        (Mode::Explore, "TRA-1.left")
    );
}

#[test]
fn a_programme_leads_to_the_body_and_lights_its_muscles_there() {
    let mut harness = open_at("#section=programmes", USUAL);
    harness
        .get_by_role_and_label(Role::Button, "On the body: Ball at the wall, upper back")
        .click_accesskit();
    harness.run_steps(3);
    assert_eq!(mode(&harness), Mode::Explore);
    let programme = Item::Programme("ball_at_the_wall".into());
    let app = harness.state();
    assert_eq!(app.state.selection, Some(programme.clone()));
    let stage = stage(&app.state, &app.catalog);
    assert_eq!(stage.body.subject, Some(programme));
    assert!(app.state.view.depth >= 2.0, "down to the infraspinatus");
    // Its card says what is done, and where.
    assert!(
        harness
            .query_all_by_label_contains("INF-1")
            .next()
            .is_some()
    );
}

#[test]
fn a_narrow_window_switches_modes_by_a_menu() {
    let mut harness = open_at("#", SMALL);
    harness
        .get_by_role_and_label(Role::Button, "Explore")
        .click();
    harness.run_steps(3);
    harness
        .get_by_label("Library: techniques and self-care")
        .click();
    harness.run_steps(3);
    assert_eq!(mode(&harness), Mode::Library);
}

#[test]
fn the_contents_open_sections_and_chapters() {
    let mut harness = open_at("#section=see_a_doctor", USUAL);
    harness
        .get_by_role_and_label(Role::Button, "Heat and cold")
        .click_accesskit();
    harness.run_steps(3);
    assert_eq!(selected(&harness), "heat_and_cold");
    assert!(title_is_on_the_page(&harness, "Heat and cold"));
    harness
        .get_by_role_and_label(Role::Button, "What the evidence says")
        .click_accesskit();
    harness.run_steps(3);
    assert_eq!(selected(&harness), "verdict");
}

#[test]
fn keys_turn_pages_scroll_and_go_back_to_the_body() {
    let mut harness = open_at("#section=see_a_doctor", USUAL);
    let top = |harness: &Harness<'_, App>| {
        let left = harness.state().viewport.left();
        let titles = harness.query_all_by_label("When to see a doctor");
        let tops = titles.filter(|node| node.rect().left() > left);
        tops.map(|node| node.rect().top()).fold(f32::MAX, f32::min)
    };
    let before = top(&harness);
    harness.key_press(Key::ArrowDown);
    harness.run_steps(60);
    assert!(
        top(&harness) < before - 20.0,
        "{} and {before}",
        top(&harness)
    );
    harness.key_press(Key::Home);
    harness.run_steps(60);
    assert_eq!(top(&harness), before);

    harness.key_press(Key::ArrowRight);
    harness.run_steps(3);
    assert_eq!(selected(&harness), "emergency_numbers");
    harness.key_press(Key::ArrowLeft);
    harness.run_steps(3);
    assert_eq!(selected(&harness), "see_a_doctor");
    harness.key_press(Key::ArrowLeft);
    harness.run_steps(3);
    assert_eq!(
        selected(&harness),
        "see_a_doctor",
        "there is no page before the first"
    );
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert_eq!(mode(&harness), Mode::Explore);
}

#[test]
fn a_focused_row_keeps_the_arrows_and_enter_opens_it() {
    let mut harness = open_at("#section=see_a_doctor", USUAL);
    let row = harness.get_by_role_and_label(Role::Button, "Tools compared");
    row.focus();
    harness.run_steps(2);
    harness.key_press(Key::ArrowRight);
    harness.run_steps(2);
    assert_eq!(selected(&harness), "see_a_doctor");
    harness
        .get_by_role_and_label(Role::Button, "Tools compared")
        .focus();
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(selected(&harness), "tools");
}

#[test]
fn pages_lead_to_the_body_and_cards_lead_to_pages() {
    let mut harness = open_at("#section=referred_pain", USUAL);
    harness
        .get_by_role_and_label(Role::Button, "TRA-3 Lower trapezius, outer edge")
        .click_accesskit();
    harness.run_steps(3);
    assert_eq!(
        (mode(&harness), selected(&harness).as_str()),
        (Mode::Explore, "TRA-3.left")
    );
    harness
        .get_by_role_and_label(Role::Button, "Pain that shows up elsewhere")
        .click_accesskit();
    harness.run_steps(3);
    assert_eq!(
        (mode(&harness), selected(&harness).as_str()),
        (Mode::Library, "referred_pain")
    );
    harness.get_by_label("Back (Alt+Left)").click();
    harness.run_steps(3);
    assert_eq!(selected(&harness), "TRA-3.left");
}

#[test]
fn warning_signs_stand_under_what_they_call_for() {
    let harness = open_at("#section=see_a_doctor", USUAL);
    let top = |label: &str| harness.get_by_label(label).rect().top();
    let emergency = top("Get emergency help now");
    let today = top("See a doctor today");
    let soon = top("Book an appointment within days");
    let heart = top("Chest pain that could be the heart");
    let lasting = top("No better after four weeks, growing worse, or worrying");
    assert!(emergency < heart && heart < today && today < soon && soon < lasting);
    // How sure each statement is stands in the margin and is explained.
    assert!(harness.query_all_by_label("Agrees in part").count() > 3);
    harness.get_by_label("The marks in the margin");
}

#[test]
fn conditions_tables_findings_and_claims_are_said_in_full() {
    let harness = open_at("#section=who_should_not", USUAL);
    harness.get_by_label("Blood clot in a deep vein, known or suspected");
    assert!(harness.query_all_by_label("Do not").count() > 20);
    assert!(harness.query_all_by_label("Foam roller").count() > 10);
    let harness = open_at("#section=schedules", USUAL);
    harness.get_by_label("By how long the pain has lasted");
    assert!(harness.query_all_by_label("With a therapist").count() >= 3);
    let harness = open_at("#section=emergency_numbers", USUAL);
    harness.get_by_label("Spain");
    assert!(harness.query_all_by_label("112").count() > 10);
    let harness = open_at("#section=programmes", USUAL);
    assert!(harness.query_all_by_label("On these points").count() > 5);
    let harness = open_at("#section=evidence_movement", USUAL);
    harness.get_by_label("Exercise in lasting low back pain");
    assert!(harness.query_all_by_label("Certainty: moderate").count() > 0);
    let harness = open_at("#section=claims_body", USUAL);
    let claim = harness.get_by_label("“Massage cuts stress hormones by 53 %.”");
    let truths = harness.query_all_by_label_contains("the effect on cortisol is very small");
    let truth = truths.map(|node| node.rect().top()).fold(0.0, f32::max);
    assert!(truth > claim.rect().top());
}

#[test]
fn the_card_of_a_method_says_where_never_to_press() {
    let mut harness = open_at("#method=BW", USUAL);
    harness.get_by_label("Never press here");
    let places = harness.get_by_label_contains("Hollow above the collarbone, Armpit");
    let said = places.accesskit_node().value().unwrap();
    assert!(said.starts_with("Eyes, Throat, "), "{said}");
    harness
        .get_by_role_and_label(Role::Button, "Why not, and more places")
        .click_accesskit();
    harness.run_steps(3);
    assert_eq!(selected(&harness), "where_not");
}

#[test]
fn the_search_finds_sections_and_warning_signs() {
    let mut harness = open_at("#", USUAL);
    for (query, title, opens) in [
        (
            "heart attack",
            "Chest pain that could be the heart",
            "see_a_doctor",
        ),
        ("hot pack", "Heat and cold", "heat_and_cold"),
    ] {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
        harness.run_steps(3);
        harness.event(egui::Event::Text(query.into()));
        harness.run_steps(3);
        let hits = harness.query_all_by_label(title);
        assert!(hits.count() > 0, "{query}");
        harness.key_press(Key::Enter);
        harness.run_steps(3);
        assert_eq!(
            (mode(&harness), selected(&harness).as_str()),
            (Mode::Library, opens)
        );
    }
}

#[test]
fn a_warning_sign_that_was_found_is_brought_into_sight() {
    let mut harness = open_at("#section=see_a_doctor", USUAL);
    for (query, title) in [
        (
            "swollen calf",
            "One leg or arm swollen, warm and sore, or suddenly cold",
        ),
        ("varicose", "Varicose veins or fragile skin"),
        ("axilla", "Armpit"),
    ] {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
        harness.run_steps(3);
        harness.event(egui::Event::Text(query.into()));
        harness.run_steps(3);
        harness
            .get_by_role_and_label(Role::Button, title)
            .click_accesskit();
        harness.run_steps(90);
        let viewport = harness.state().viewport;
        let tops = harness
            .query_all_by_label(title)
            .map(|node| node.rect().top());
        let seen: Vec<f32> = tops
            .filter(|top| viewport.y_range().contains(*top))
            .collect();
        assert_eq!(seen.len(), 1, "{title} at {seen:?}");
        assert!(seen[0] < viewport.top() + 200.0, "{title} at {seen:?}");
    }
}

#[test]
fn every_page_fits_in_both_languages_at_every_text_size() {
    let (catalog, _) = catalog::load(&built_in_files());
    let ids: Vec<String> = catalog
        .sections()
        .map(|(_, section)| section.id.clone())
        .collect();
    assert!(ids.len() > 30);
    let mut app = App::new(catalog);
    let read = AppCommand::SetMode(Mode::Library);
    apply(&mut app.state, read, &app.catalog);
    app.state.selection = Some(Item::Section(ids[0].clone()));
    let mut harness = open(app, SMALL);
    for scale in [1.0, 1.5, 2.0] {
        for (id, language) in ids.iter().flat_map(language::in_each) {
            let preferences = &mut harness.state_mut().state.preferences;
            preferences.text_scale = scale;
            preferences.language = Some(language);
            harness.state_mut().state.selection = Some(Item::Section(id.clone()));
            harness.run_steps(2);
            assert_eq!(
                outside(&harness, SMALL, false),
                Vec::<String>::new(),
                "{id} in {language} at {scale}"
            );
            assert_eq!(harness.state().said().count(), 0, "{id} asks for something");
        }
    }
}

#[test]
fn every_control_of_a_page_can_be_hit_and_has_a_name() {
    for link in [
        "#section=tools",
        "#section=where_not",
        "#section=stretching",
    ] {
        let harness = open_at(link, USUAL);
        for node in harness.root().children_recursive() {
            let node = node.accesskit_node();
            if !matches!(node.role(), Role::Button | Role::RadioButton) {
                continue;
            }
            let name = node.label().unwrap_or_default();
            assert!(!name.is_empty(), "{:?} has no name", node.role());
            let bounds = node.bounding_box().unwrap();
            let (width, height) = (bounds.x1 - bounds.x0, bounds.y1 - bounds.y0);
            assert!(
                width >= 27.9 && height >= 27.9,
                "{name:?} is {width} by {height}"
            );
        }
    }
}

#[test]
fn without_chapters_the_library_says_so() {
    let mut app = App::new(fixture::catalog());
    apply(
        &mut app.state,
        AppCommand::SetMode(Mode::Library),
        &app.catalog,
    );
    let harness = open(app, USUAL);
    harness.get_by_label_contains("has no library");
}
