//! The keyboard's place: seen wherever it goes, and back where it was when something closes.

use super::{App, SMALL, USUAL, fixture, open, start};
use egui::{Id, Key, Modifiers, Rect, Response, Shape, accesskit::Role, epaint::ClippedShape};
use egui_kittest::{Harness, kittest::Queryable};
use myomap::{
    app::{apply::apply, commands::AppCommand},
    model::{
        catalog,
        ids::{Item, StructureId},
        link::Mode,
        side::Side,
    },
    store::built_in_files,
    ui::widgets::tip,
};

/// The panels with all that is built in, after these commands.
fn real(commands: &[AppCommand]) -> Harness<'static, App> {
    let mut app = App::new(catalog::load(&built_in_files()).0);
    for command in commands {
        apply(&mut app.state, command.clone(), &app.catalog);
    }
    open(app, SMALL)
}

fn focused(harness: &Harness<'_, App>) -> Option<Id> {
    harness.ctx.memory(|memory| memory.focused())
}

fn press(harness: &mut Harness<'_, App>, key: Key) {
    harness.key_press(key);
    harness.run_steps(4);
}

/// Something of the accent's colour is drawn around this.
fn has_ring(shapes: &[ClippedShape], accent: egui::Color32, around: Rect) -> bool {
    // On a ground of its own colour nobody sees it.
    let lost = |ring: Rect| {
        shapes.iter().any(|clipped| {
            matches!(&clipped.shape, Shape::Rect(ground) if ground.fill == accent && ground.rect.contains_rect(ring))
        })
    };
    shapes.iter().any(|clipped| match &clipped.shape {
        Shape::Rect(rect) => {
            let near = |outer: Rect, inner: Rect| outer.expand(6.0).contains_rect(inner);
            rect.stroke.color == accent
                && rect.stroke.width >= 1.5
                && (near(rect.rect, around) || near(around, rect.rect))
                && clipped.clip_rect.intersects(around)
                && !lost(rect.rect)
        }
        _ => false,
    })
}

/// All of it is seen, or as much of it as there is room for.
fn in_sight(response: &Response) -> bool {
    let (whole, seen) = (response.rect, response.interact_rect);
    let room_missing = |whole: f32, seen: f32| whole - seen > 1.0;
    let cut =
        room_missing(whole.width(), seen.width()) || room_missing(whole.height(), seen.height());
    // What is higher than its list fills it.
    !cut || (seen.height() > 100.0 && whole.height() > seen.height())
}

/// Goes on with Tab and says what it came to that is not in sight or has no ring; and to how many things it came.
fn tour(harness: &mut Harness<'_, App>, tabs: usize) -> (Vec<String>, usize) {
    let accent = harness.state().tokens().color.accent;
    let (mut unseen, mut met) = (Vec::new(), Vec::new());
    for tab in 0..tabs {
        press(harness, Key::Tab);
        let Some(id) = focused(harness) else {
            continue;
        };
        if !met.contains(&id) {
            met.push(id);
        }
        let response = harness.ctx.read_response(id).unwrap();
        if !in_sight(&response) {
            let (rect, seen) = (response.rect, response.interact_rect);
            unseen.push(format!("Tab {tab}: {rect:?}, of which is seen {seen:?}"));
        }
        // A link that goes on in the next line may end left of its beginning.
        let around = Rect::from_two_pos(response.rect.min, response.rect.max);
        if !has_ring(&harness.output().shapes, accent, around) {
            unseen.push(format!("Tab {tab}: no ring at {:?}", response.rect));
        }
    }
    (unseen, met.len())
}

#[test]
fn tab_comes_to_nothing_that_is_not_seen() {
    let to = |mode| AppCommand::SetMode(mode);
    let select = |link: &str| AppCommand::OpenLink(link.into());
    for (what, commands, tabs) in [
        ("the layers", vec![], 90),
        ("a card", vec![select("#point=TRA-1.left")], 130),
        ("the warning signs", vec![to(Mode::Locate)], 60),
        ("the library", vec![to(Mode::Library)], 60),
    ] {
        let mut harness = real(&commands);
        let (unseen, met) = tour(&mut harness, tabs);
        assert_eq!(unseen, Vec::<String>::new(), "{what}");
        assert!(met > 30, "{what}: Tab came to {met} things only");
    }
}

#[test]
fn backwards_too() {
    let mut harness = real(&[AppCommand::OpenLink("#point=TRA-1.left".into())]);
    for _ in 0..40 {
        harness.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
        harness.run_steps(5);
        let response = focused(&harness).and_then(|id| harness.ctx.read_response(id));
        if let Some(response) = response {
            assert!(in_sight(&response), "{:?}", response.rect);
        }
    }
}

#[test]
fn closing_the_search_gives_the_keyboard_back() {
    let mut harness = start();
    for _ in 0..4 {
        press(&mut harness, Key::Tab);
    }
    let before = focused(&harness);
    assert!(before.is_some());
    press(&mut harness, Key::Slash);
    assert_ne!(focused(&harness), before);
    assert!(harness.state().state.search.open);
    press(&mut harness, Key::Escape);
    assert!(!harness.state().state.search.open);
    assert_eq!(focused(&harness), before);
}

#[test]
fn closing_a_menu_gives_the_keyboard_back() {
    let mut harness = start();
    harness.get_by_label("Settings").focus();
    harness.run_steps(3);
    let before = focused(&harness);
    press(&mut harness, Key::Enter);
    assert!(harness.query_by_label("Reduced motion").is_some());
    press(&mut harness, Key::Tab);
    assert_ne!(focused(&harness), before);
    press(&mut harness, Key::Escape);
    assert!(harness.query_by_label("Reduced motion").is_none());
    assert_eq!(focused(&harness), before);
}

#[test]
fn escape_closes_a_menu_and_nothing_else() {
    let mut harness = start();
    let structure = StructureId::new("levator_scapulae", Side::Left);
    let select = AppCommand::Select(Some(Item::Structure(structure)));
    let app = harness.state_mut();
    apply(&mut app.state, select, &app.catalog);
    harness.run_steps(4);
    harness.get_by_label("Settings").focus();
    press(&mut harness, Key::Enter);
    assert!(harness.query_by_label("Reduced motion").is_some());
    press(&mut harness, Key::Escape);
    assert!(harness.query_by_label("Reduced motion").is_none());
    assert!(harness.state().state.selection.is_some());
}

#[test]
fn arrows_turn_the_body_unless_something_has_the_keyboard() {
    let mut harness = start();
    press(&mut harness, Key::ArrowRight);
    let turn = AppCommand::Turn([15.0, 0.0]);
    assert!(harness.state().said().any(|said| *said == turn));
    harness.state_mut().log.clear();
    press(&mut harness, Key::Tab);
    press(&mut harness, Key::ArrowRight);
    assert_eq!(harness.state().said().count(), 0);
}

#[test]
fn a_click_beside_the_edge_of_a_list_does_not_scroll_it() {
    let mut app = App::new(fixture::catalog());
    app.state.left_panel_open = true;
    let mut harness = open(app, USUAL);
    let row = harness.get_by_role_and_label(Role::Button, "Levator scapulae");
    let before = row.rect();
    row.click();
    harness.run_steps(4);
    let row = harness.get_by_role_and_label(Role::Button, "Levator scapulae");
    assert_eq!(row.rect(), before);
}

fn tip(harness: &Harness<'_, App>) -> Option<tip::Shown> {
    tip::shown(&harness.ctx)
}

#[test]
fn a_tip_leaves_with_the_pointer() {
    let mut harness = start();
    harness.get_by_label("Settings").hover();
    harness.run_steps(4);
    let shown = tip(&harness).unwrap();
    assert_eq!(shown.says, "Settings");
    let button = harness.get_by_label("Settings").rect();
    assert!(!shown.rect.intersects(button), "{shown:?} over {button}");
    assert!(harness.ctx.content_rect().contains_rect(shown.rect));
    harness.event(egui::Event::PointerGone);
    harness.run_steps(3);
    assert_eq!(tip(&harness), None);
}

#[test]
fn what_lies_below_a_tip_gets_the_click_and_the_wheel() {
    let mut harness = start();
    harness.get_by_label("Levator scapulae").hover();
    harness.run_steps(4);
    let below = tip(&harness).unwrap().rect.center();
    let body = harness.state().viewport;
    assert!(body.contains(below), "{below:?} is on the body: {body:?}");
    // No layer of its own lies there, which the wheel would be given to.
    let layer = harness.ctx.layer_id_at(below).unwrap();
    assert_ne!(layer.order, egui::Order::Tooltip);
    // In one frame, as where frames are slow: to what is under the tip, and pressed there.
    harness.event(egui::Event::PointerMoved(below));
    harness.event(egui::Event::PointerButton {
        pos: below,
        button: egui::PointerButton::Primary,
        pressed: true,
        modifiers: Modifiers::NONE,
    });
    harness.step();
    assert!(
        !harness.ctx.egui_wants_pointer_input(),
        "the press is the body's"
    );
}

#[test]
fn tab_reads_the_top_bar_from_left_to_right() {
    for size in [USUAL, SMALL] {
        let mut harness = open(App::new(fixture::catalog()), size);
        let height = harness.state().viewport.top();
        let mut places = Vec::new();
        for _ in 0..20 {
            press(&mut harness, Key::Tab);
            let rect = focused(&harness).and_then(|id| harness.ctx.read_response(id));
            match rect.map(|response| response.rect) {
                Some(rect) if rect.bottom() <= height + 1.0 => places.push(rect),
                _ => break,
            }
        }
        assert!(places.len() > 8, "{places:?}");
        for pair in places.windows(2) {
            let below = pair[1].top() >= pair[0].bottom() - 1.0;
            let after = pair[1].left() >= pair[0].right() - 1.0;
            assert!(below || after, "{pair:?} at {size:?}");
        }
    }
}
