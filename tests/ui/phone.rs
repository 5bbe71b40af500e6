//! Phones, upright and lying: one bar that fits, a sheet that leaves the body its half, targets for fingers.

use super::*;
use egui::{Pos2, SafeAreaInsets, epaint::MarginF32, pos2};

const UPRIGHT: Vec2 = vec2(390.0, 844.0);
const SMALL_PHONE: Vec2 = vec2(360.0, 640.0);
const LYING: Vec2 = vec2(844.0, 390.0);
const PHONES: [Vec2; 3] = [UPRIGHT, SMALL_PHONE, LYING];
/// Least side of what a finger presses, in points.
const TARGET: f32 = 44.0;

/// Name and place of every control that is wholly or in part on the screen.
fn controls(harness: &Harness<'_, App>, size: Vec2) -> Vec<(String, Rect)> {
    let screen = Rect::from_min_size(Pos2::ZERO, size);
    (harness.root().children_recursive())
        .filter(|node| {
            let roles = [
                Role::Button,
                Role::RadioButton,
                Role::CheckBox,
                Role::TextInput,
                Role::Slider,
            ];
            roles.contains(&node.accesskit_node().role())
        })
        .map(|node| {
            let name = node.accesskit_node().label().unwrap_or_default();
            (name, node.rect())
        })
        .filter(|(_, rect)| rect.intersects(screen))
        .collect()
}

/// What is too small for a finger, reaches out of the screen or lies on another thing.
fn faults(harness: &Harness<'_, App>, size: Vec2) -> Vec<String> {
    let all = controls(harness, size);
    let mut wrong = Vec::new();
    for (at, (name, rect)) in all.iter().enumerate() {
        if rect.width().min(rect.height()) < TARGET - 0.5 {
            wrong.push(format!("{name:?} is {} by {}", rect.width(), rect.height()));
        }
        if rect.left() < -0.5 || rect.right() > size.x + 0.5 {
            wrong.push(format!("{name:?} at {rect} is out of the screen"));
        }
        for (other, beside) in &all[at + 1..] {
            let shared = rect.intersect(*beside);
            // A row may have buttons of its own.
            let within = rect.contains_rect(*beside) || beside.contains_rect(*rect);
            if shared.width() > 0.5 && shared.height() > 0.5 && !within {
                wrong.push(format!("{name:?} at {rect} lies on {other:?} at {beside}"));
            }
        }
    }
    wrong
}

fn explore(selected: bool, left: bool) -> App {
    let mut app = App::new(fixture::catalog());
    app.state.left_panel_open = left;
    app.state.selection = selected.then(|| Item::Point("TRA-1.left".parse().unwrap()));
    app
}

fn library(left: bool) -> App {
    let mut app = App::new(fixture::catalog());
    apply(
        &mut app.state,
        AppCommand::SetMode(Mode::Library),
        &app.catalog,
    );
    app.state.left_panel_open = left;
    app
}

fn paints(left: bool) -> App {
    let mut app = locate::app();
    app.state.left_panel_open = left;
    app
}

type Screen = (&'static str, fn() -> App);

/// The screens that a phone has, by what makes them.
const SCREENS: [Screen; 7] = [
    ("the body", || explore(false, false)),
    ("a card", || explore(true, false)),
    ("layers", || explore(true, true)),
    ("painting", || paints(true)),
    ("results", || paints(false)),
    ("library", || library(false)),
    ("contents", || library(true)),
];

#[test]
fn on_a_phone_every_control_is_large_enough_and_has_its_own_place() {
    for size in PHONES {
        for (scale, language) in [1.0, 1.5].into_iter().flat_map(language::in_each) {
            for (screen, make) in SCREENS {
                let mut app = make();
                app.state.preferences.text_scale = scale;
                app.state.preferences.language = Some(language);
                let harness = open(app, size);
                assert!(controls(&harness, size).len() > 4, "{screen}");
                assert_eq!(
                    faults(&harness, size),
                    Vec::<String>::new(),
                    "{screen} at {size} at {scale} in {language}"
                );
            }
        }
    }
}

#[test]
fn the_body_keeps_the_upper_half_of_an_upright_phone_and_nearly_half_of_a_lying_one() {
    for scale in [1.0, 1.5] {
        for (screen, make) in SCREENS.into_iter().take(5) {
            for size in PHONES {
                let mut app = make();
                app.state.preferences.text_scale = scale;
                let harness = open(app, size);
                let body = harness.state().viewport;
                if size.y > size.x {
                    assert!(body.bottom() >= size.y / 2.0, "{screen}: {body} of {size}");
                    assert!(body.top() <= 65.0 && body.width() > size.x * 0.8, "{body}");
                } else {
                    assert!(body.width() >= size.x * 0.45, "{screen}: {body} of {size}");
                    assert!(body.bottom() == size.y, "{body}");
                }
            }
        }
    }
}

/// Where the sheet begins: the lower or right end of what it leaves.
fn edge(harness: &Harness<'_, App>, size: Vec2) -> f32 {
    let tab = harness
        .get_by_role_and_label(Role::RadioButton, "Card")
        .rect();
    if size.y > size.x {
        tab.top()
    } else {
        tab.left()
    }
}

#[test]
fn the_sheet_has_three_rests_by_its_buttons_and_never_lies_on_the_body() {
    for size in PHONES {
        let mut harness = open(explore(true, false), size);
        let half = harness.state().viewport;
        let says = "Side of the neck up to the ear.";
        harness.get_by_label(says);
        assert!(!half.contains(harness.get_by_label("Push the sheet down").rect().center()));

        harness.get_by_label("Push the sheet down").click();
        harness.run_steps(4);
        let peek = harness.state().viewport;
        assert!(peek.area() > 1.25 * half.area(), "{peek} after {half}");
        let up = harness.get_by_label("Pull the sheet up").rect();
        assert!(!peek.intersects(up), "{up} on {peek}");

        harness.get_by_label("Pull the sheet up").click();
        harness.run_steps(4);
        assert_eq!(harness.state().viewport, half);

        let before = edge(&harness, size);
        harness.get_by_label("Pull the sheet up").click();
        harness.run_steps(4);
        assert!(edge(&harness, size) < before - 100.0);
        assert_eq!(
            harness.state().viewport,
            half,
            "under it the body stays as it was"
        );
        harness.get_by_label(says);

        harness.get_by_label("Push the sheet down").click();
        harness.run_steps(4);
        assert_eq!(harness.state().viewport, half);
    }
}

/// A finger on the sheet's handle, between its tabs and its buttons.
fn handle(harness: &Harness<'_, App>) -> Pos2 {
    let buttons = harness.get_by_label("Pull the sheet up").rect();
    let tab = harness
        .get_by_role_and_label(Role::RadioButton, "Card")
        .rect();
    pos2((tab.right() + buttons.left()) / 2.0, buttons.center().y)
}

fn drag(harness: &mut Harness<'static, App>, from: Pos2, to: Pos2) {
    harness.drag_at(from);
    harness.run_steps(2);
    for step in 1..=8 {
        harness.hover_at(from.lerp(to, step as f32 / 8.0));
        harness.run_steps(1);
    }
    // It comes to rest before it is let go.
    harness.run_steps(12);
    harness.drop_at(to);
    harness.run_steps(4);
}

#[test]
fn the_handle_is_dragged_and_tapped() {
    let mut harness = open(explore(true, false), UPRIGHT);
    let half = harness.state().viewport;
    let from = handle(&harness);
    drag(&mut harness, from, pos2(from.x, 800.0));
    let peek = harness.state().viewport;
    assert!(peek.bottom() > 700.0, "{peek}");

    let from = handle(&harness);
    drag(&mut harness, from, pos2(from.x, 470.0));
    assert_eq!(harness.state().viewport, half);

    let from = handle(&harness);
    drag(&mut harness, from, pos2(from.x, 60.0));
    assert!(
        edge(&harness, UPRIGHT) < 120.0,
        "it is pulled all the way up"
    );

    // Tapped it goes on to the next rest.
    for rest in [peek, half] {
        let at = handle(&harness);
        harness.drag_at(at);
        harness.run_steps(1);
        harness.drop_at(at);
        harness.run_steps(4);
        assert_eq!(harness.state().viewport, rest);
    }
}

#[test]
fn what_is_selected_next_pulls_the_sheet_to_half() {
    let mut harness = open(explore(false, false), UPRIGHT);
    let peek = harness.state().viewport;
    assert!(
        peek.bottom() > 700.0,
        "with nothing selected the body comes first: {peek}"
    );
    for (first, code) in [(true, "TRA-1.left"), (false, "TRA-2.left")] {
        let select = AppCommand::Select(Some(Item::Point(code.parse().unwrap())));
        let state = harness.state_mut();
        apply(&mut state.state, select, &state.catalog);
        harness.run_steps(4);
        let half = harness.state().viewport;
        assert!(half.bottom() < 500.0 && half.bottom() >= 422.0, "{half}");
        if first {
            harness.get_by_label("Pull the sheet up").click();
            harness.run_steps(4);
        }
    }
}

#[test]
fn tabs_turn_from_the_card_to_the_layers_and_back() {
    for size in PHONES {
        let mut harness = open(explore(true, false), size);
        assert!(harness.query_by_label("Levator scapulae").is_none());
        harness
            .get_by_role_and_label(Role::RadioButton, "Layers")
            .click();
        harness.run_steps(4);
        harness.get_by_label("Levator scapulae");
        assert!(
            harness
                .query_by_label("Side of the neck up to the ear.")
                .is_none()
        );
        harness
            .get_by_role_and_label(Role::RadioButton, "Card")
            .click();
        harness.run_steps(4);
        harness.get_by_label("Side of the neck up to the ear.");
    }
}

#[test]
fn the_bar_of_a_phone_does_what_that_of_a_wide_window_does() {
    for size in PHONES {
        let mut harness = open(explore(false, false), size);
        for (button, of_menu, command) in [
            (
                "View",
                "Show the left side",
                AppCommand::SetSide(SideFilter::Left),
            ),
            (
                "View",
                "View from the front (2)",
                AppCommand::Look(ViewPreset::Front),
            ),
            (
                "Menu and settings",
                "Copy a link to this view",
                AppCommand::CopyLink,
            ),
            (
                "Menu and settings",
                "Dark theme",
                AppCommand::SetTheme(Theme::Dark),
            ),
            (
                "Explore",
                "Library: techniques and self-care",
                AppCommand::SetMode(Mode::Library),
            ),
        ] {
            let before = harness.state().said().count();
            harness.get_by_role_and_label(Role::Button, button).click();
            harness.run_steps(4);
            assert_eq!(
                faults_of_floating(&harness, size),
                Vec::<String>::new(),
                "{button}"
            );
            harness.get_by_label(of_menu).click();
            harness.run_steps(4);
            // A notice leaves by itself when it has been read.
            let said: Vec<_> = (harness.state().said().skip(before))
                .filter(|said| !matches!(said, AppCommand::DismissNotice(_)))
                .collect();
            assert_eq!(said, [&command], "{button} at {size}");
            if harness.query_by_label(of_menu).is_some() {
                harness.key_press(Key::Escape);
                harness.run_steps(4);
            }
        }
    }
}

/// What is too small or out of the screen; a floating thing lies on others.
fn faults_of_floating(harness: &Harness<'_, App>, size: Vec2) -> Vec<String> {
    let mut wrong = faults(harness, size);
    wrong.retain(|fault| !fault.contains(" lies on "));
    wrong
}

#[test]
fn the_settings_and_the_search_fit_a_phone() {
    for size in PHONES {
        for (scale, language) in [1.0, 1.5, 2.0].into_iter().flat_map(language::in_each) {
            for glyph in ["top-more", "top-search-key"] {
                let mut app = explore(false, false);
                app.state.preferences.text_scale = scale;
                app.state.preferences.language = Some(language);
                let mut harness = open(app, size);
                let name = harness.state().localisation.words.say(glyph).into_owned();
                harness.get_by_label(&name).click();
                harness.run_steps(5);
                assert_eq!(
                    faults_of_floating(&harness, size),
                    Vec::<String>::new(),
                    "{name} at {size} and {scale}"
                );
            }
        }
    }
}

#[test]
fn depth_is_set_by_a_thumb_beside_the_body() {
    for size in PHONES {
        let mut harness = open(explore(false, false), size);
        let slider = harness.get_by_role_and_label(Role::Slider, "Depth").rect();
        let body = harness.state().viewport;
        assert!(
            slider.width() >= TARGET && slider.height() >= 250.0,
            "{slider}"
        );
        assert!(
            slider.left() >= body.right() - 1.0,
            "{slider} beside {body}"
        );
        let at = |share: f32| pos2(slider.center().x, slider.top() + slider.height() * share);
        drag(&mut harness, at(0.3), at(0.99));
        assert_eq!(harness.state().state.view.depth, 6.0, "{size}");
        harness.get_by_role_and_label(Role::Slider, "Depth").focus();
        harness.run_steps(2);
        harness.key_press(Key::Home);
        harness.run_steps(2);
        assert_eq!(harness.state().state.view.depth, 0.0);
    }
}

#[test]
fn what_fingers_do_is_said_until_something_is_painted() {
    for size in PHONES {
        let mut harness = open(paints(true), size);
        harness.get_by_label_contains("One finger paints");
        harness.get_by_label_contains("Two fingers turn");
        // It may be below the sheet's foot.
        harness.get_by_label("Temple, left").click_accesskit();
        harness.run_steps(4);
        assert!(
            harness
                .query_by_label_contains("One finger paints")
                .is_none()
        );
        harness.get_by_label("To the results").click();
        harness.run_steps(4);
        harness.get_by_label("What could send pain there");
    }
}

#[test]
fn the_body_stays_where_it_is_when_the_first_paint_takes_the_hint_away() {
    for size in [UPRIGHT, SMALL_PHONE] {
        for scale in [1.0, 1.5] {
            let mut app = paints(false);
            app.state.preferences.text_scale = scale;
            let mut harness = open(app, size);
            let before = harness.state().viewport;
            harness.get_by_label_contains("One finger paints");
            let app = harness.state_mut();
            let temple = myomap::app::modes::locate::LocateCommand::ToggleRegion(
                "temple.left".parse().unwrap(),
            );
            apply(&mut app.state, AppCommand::Locate(temple), &app.catalog);
            harness.run_steps(4);
            assert!(
                harness
                    .query_by_label_contains("One finger paints")
                    .is_none()
            );
            assert_eq!(harness.state().viewport, before, "{size} at {scale}");
        }
    }
}

#[test]
fn nothing_lies_under_a_notch_or_the_bar_of_the_system() {
    for (size, insets) in [
        (
            UPRIGHT,
            MarginF32 {
                top: 47.0,
                bottom: 34.0,
                ..MarginF32::ZERO
            },
        ),
        (
            LYING,
            MarginF32 {
                left: 47.0,
                right: 47.0,
                bottom: 21.0,
                top: 0.0,
            },
        ),
    ] {
        let mut harness = open(explore(true, false), size);
        harness.input_mut().safe_area_insets = Some(SafeAreaInsets(insets));
        harness.run_steps(4);
        let safe = Rect::from_min_size(Pos2::ZERO, size) - insets;
        assert!(safe.contains_rect(harness.state().viewport));
        let bar: Vec<_> = (controls(&harness, size).into_iter())
            .filter(|(_, rect)| rect.top() < harness.state().viewport.top())
            .collect();
        assert!(bar.len() >= 4, "{bar:?}");
        for (name, rect) in bar {
            assert!(
                safe.expand(0.5).contains_rect(rect),
                "{name:?} at {rect} in {safe}"
            );
        }
    }
}

#[test]
fn a_keyboard_on_the_screen_hides_no_field() {
    let mut harness = open(paints(true), UPRIGHT);
    let field = "Find a region";
    assert!(harness.query_by_label(field).is_some());
    harness.get_by_label(field).scroll_to_me();
    harness.run_steps(4);
    harness.get_by_label(field).focus();
    harness.run_steps(2);
    let insets = MarginF32 {
        bottom: 336.0,
        ..MarginF32::ZERO
    };
    harness.input_mut().safe_area_insets = Some(SafeAreaInsets(insets));
    harness.run_steps(6);
    let rect = harness.get_by_label(field).rect();
    assert!(
        rect.top() > 52.0 && rect.bottom() <= 844.0 - 336.0,
        "{rect}"
    );
    harness.event(egui::Event::Text("temp".into()));
    harness.run_steps(4);
    harness.get_by_label("Temple, left");
    assert!(harness.query_by_label("Side of the neck, left").is_none());
}
