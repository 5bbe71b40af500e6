//! The menu of what was right-clicked or long-pressed on the body.

use super::*;
use myomap::app::state::BodyMenu;

fn with_menu(item: Item) -> Harness<'static, App> {
    let mut harness = start();
    let at = harness.state().viewport.center().into();
    let menu = AppCommand::OpenMenu(BodyMenu { item, at });
    let app = harness.state_mut();
    apply(&mut app.state, menu, &app.catalog);
    harness.run_steps(3);
    harness
}

fn point() -> Item {
    Item::Point("TRA-1.left".parse().unwrap())
}

fn menu_is_open(harness: &Harness<'_, App>) -> bool {
    harness.state().state.menu.is_some()
}

#[test]
fn its_rows_do_what_they_say_and_close_it() {
    let mut harness = with_menu(point());
    harness.get_by_label("Select").click();
    harness.run_steps(3);
    assert_eq!(selected(&harness), "TRA-1.left");
    assert!(!menu_is_open(&harness));

    let mut harness = with_menu(point());
    harness.get_by_label("Hide").click();
    harness.run_steps(3);
    let hidden = &harness.state().state.view.hidden;
    let hidden: Vec<String> = hidden.iter().map(ToString::to_string).collect();
    assert_eq!(hidden, ["trapezius.descending.left"]);
    assert!(!menu_is_open(&harness));

    let mut harness = with_menu(point());
    harness.get_by_label("Copy a link to it").click();
    harness.run_steps(3);
    let said: Vec<&AppCommand> = harness.state().said().collect();
    assert!(said.contains(&&AppCommand::CopyLink));
    assert_eq!(selected(&harness), "TRA-1.left");
}

#[test]
fn escape_and_a_click_beside_it_only_close_it() {
    let mut harness = with_menu(point());
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert!(!menu_is_open(&harness));

    let mut harness = with_menu(point());
    let beside = harness.state().viewport.left_bottom() + vec2(40.0, -40.0);
    harness.hover_at(beside);
    harness.run_steps(2);
    for pressed in [true, false] {
        harness.event(egui::Event::PointerButton {
            pos: beside,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        harness.run_steps(1);
    }
    harness.run_steps(3);
    assert!(!menu_is_open(&harness));
    assert_eq!(selected(&harness), "");
}

#[test]
fn a_drag_that_begins_beside_it_closes_it_and_one_on_it_does_not() {
    for (begins, stays_open) in [(vec2(-200.0, 0.0), false), (vec2(30.0, 30.0), true)] {
        let mut harness = with_menu(point());
        let at = harness.state().viewport.center() + begins;
        harness.hover_at(at);
        harness.run_steps(2);
        harness.event(egui::Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed: true,
            modifiers: Modifiers::NONE,
        });
        harness.run_steps(2);
        assert_eq!(
            menu_is_open(&harness),
            stays_open,
            "pressed {begins:?} from its corner"
        );
    }
}

#[test]
fn a_finger_that_is_lifted_after_opening_it_leaves_it_open() {
    let mut harness = start();
    let at = harness.state().viewport.center();
    let press = |pressed| egui::Event::PointerButton {
        pos: at,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    harness.event(press(true));
    harness.run_steps(2);
    let menu = AppCommand::OpenMenu(BodyMenu {
        item: point(),
        at: at.into(),
    });
    let app = harness.state_mut();
    apply(&mut app.state, menu, &app.catalog);
    harness.run_steps(3);
    harness.event(press(false));
    harness.run_steps(3);
    assert!(menu_is_open(&harness));
}

#[test]
fn a_region_has_no_structure_to_hide_and_what_is_unknown_no_menu() {
    let (catalog, _) = catalog::load(&built_in_files());
    let paired = catalog.regions.iter().find(|region| !region.midline);
    let region = paired.unwrap().id.clone();
    let mut harness = open(App::new(catalog), USUAL);
    let at = harness.state().viewport.center().into();
    for (item, opens) in [
        (Item::Region(RegionId::new(region, Side::Left)), true),
        (Item::Point(PointId::new("NONE-1", Side::Left)), false),
    ] {
        let menu = AppCommand::OpenMenu(BodyMenu { item, at });
        let app = harness.state_mut();
        apply(&mut app.state, menu, &app.catalog);
        harness.run_steps(3);
        assert_eq!(menu_is_open(&harness), opens);
        assert!(harness.query_by_label("Hide").is_none());
    }
}
