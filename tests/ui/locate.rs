//! Locate's panels: the warning signs, the regions, the flat map, the list.

use super::{App, SMALL, USUAL, fixture, open};
use egui::{Key, Modifiers, Vec2, accesskit::Role, vec2};
use egui_kittest::{Harness, kittest::Queryable};
use glam::Vec3;
use myomap::{
    anatomy::{mesh::SurfaceMesh, pain_field::SkinSurface, painting::SkinSamples},
    app::{
        apply::apply,
        commands::AppCommand,
        modes::locate::{LocateCommand, LocateStep, Located},
    },
    locale::{Key as MessageKey, Message},
    model::{
        facts::RedFlags,
        ids::{Item, PointId, RegionId},
        link::Mode,
        side::Side,
    },
    study::locate::{
        compare::Compared,
        engine::Engine,
        findings::Findings,
        flat_map::{FlatCell, FlatMap, FlatView, RegionPlace},
        patterns::{Patterns, Zones},
        skin::PaintSkin,
    },
};
use std::sync::Arc;

#[path = "locate/questions.rs"]
mod questions;
#[path = "locate/results.rs"]
mod results;
#[path = "locate/tools.rs"]
mod tools;

fn flags() -> RedFlags {
    let says = |text: &str| format!(r#"(text: "{text}", sources: ["TS1"], confidence: confirmed)"#);
    let exit = |exit: &str, name: &str| {
        let says = says(&format!("What to do for {exit}."));
        format!(r#"(exit: {exit}, name: "{name}", says: {says})"#)
    };
    let flag = |id: &str, name: &str, exit: &str, rest: &str| {
        let advice = says(&format!("Advice for {name}."));
        format!(
            r#"(id: "{id}", name: "{name}", question: "Is it so?", exit: {exit}, {rest}
            suspected: "Something grave.", advice: {advice})"#
        )
    };
    ron::from_str(&format!(
        "(exits: [{}, {}, {}], notes: [{}], repeat_after_days: 14, repeat: [], flags: [{}, {}, {}])",
        exit("emergency", "Get help now"),
        exit("today", "See a doctor today"),
        exit("soon", "Book an appointment"),
        says("One sign alone tells little."),
        flag(
            "RF10",
            "Lasting pain",
            "soon",
            r#"signs: [(id: "lasts", says: "It lasts"), (id: "grows", says: "It grows", exit: Some(today))],"#
        ),
        flag("RF01", "Chest pain", "emergency", ""),
        flag("RF07", "Fragile bones", "today", ""),
    ))
    .unwrap()
}

/// A sheet of 400 by 200 mm in front of the body, with the fixture's two regions on each side.
fn engine() -> Engine {
    let mut positions = Vec::new();
    let mut triangles = Vec::new();
    for row in 0..21u32 {
        for column in 0..41u32 {
            let (x, y) = (column as f32 * 10.0 - 200.0, row as f32 * 10.0);
            positions.push(Vec3::new(x, y, 0.0));
            if row < 20 && column < 40 {
                let a = row * 41 + column;
                triangles.push([a, a + 1, a + 42]);
                triangles.push([a, a + 42, a + 41]);
            }
        }
    }
    let mesh = SurfaceMesh::from_triangles(positions, triangles);
    let samples = SkinSamples::new(&SkinSurface::new(mesh));
    let within = |x: (f32, f32), y: (f32, f32)| -> Vec<u32> {
        let numbered = (0u32..).zip(&samples.samples);
        let inside = numbered.filter(|(_, sample)| {
            let at = sample.point_mm;
            at.x > x.0 && at.x < x.1 && at.y > y.0 && at.y < y.1
        });
        inside.map(|(number, _)| number).collect()
    };
    let side = |code: &str, side: Side, held: &[u32]| -> (RegionId, Vec<u32>) {
        (RegionId::new(code, side), held.to_vec())
    };
    let temple = [
        within((60.0, 190.0), (120.0, 190.0)),
        within((-190.0, -60.0), (120.0, 190.0)),
    ];
    let neck = [
        within((60.0, 190.0), (10.0, 80.0)),
        within((-190.0, -60.0), (10.0, 80.0)),
    ];
    let regions = vec![
        side("temple", Side::Left, &temple[0]),
        side("temple", Side::Right, &temple[1]),
        side("neck_side", Side::Left, &neck[0]),
        side("neck_side", Side::Right, &neck[1]),
    ];
    let zones = |code: &str, muscle: &str, region: &str, essential: &[u32], spillover: &[u32]| {
        let left = Zones {
            point: PointId::new(code, Side::Left),
            muscle: muscle.to_owned(),
            reported_percent: None,
            essential: essential.to_vec(),
            spillover: spillover.to_vec(),
            regions: vec![(RegionId::new(region, Side::Left), essential.to_vec())],
        };
        let right = left.mirrored(&samples);
        [left, right]
    };
    let all = [
        zones("LEV-1", "levator_scapulae", "temple", &temple[0], &[]),
        zones("TRA-1", "trapezius", "neck_side", &neck[0], &temple[0]),
        zones("TRA-2", "trapezius", "neck_side", &neck[0], &temple[0]),
    ];
    let patterns = Patterns::of_zones(&samples, all.into_iter().flatten().collect());
    let skin = PaintSkin::new(&samples, regions);
    let map = flat_map(&samples, &skin);
    Engine {
        samples,
        patterns,
        skin: Arc::new(skin),
        map,
    }
}

/// Cells of 10 mm; from behind nothing is seen of it.
fn flat_map(samples: &SkinSamples, skin: &PaintSkin) -> FlatMap {
    let (width, height) = (40, 20);
    let mut cells = Vec::new();
    for row in 0..height {
        for column in 0..width {
            let at = Vec3::new(column as f32 * 10.0 - 195.0, 195.0 - row as f32 * 10.0, 0.0);
            let numbered = (0u32..).zip(&samples.samples);
            let (sample, _) = numbered
                .min_by(|a, b| {
                    let far = |x: &(u32, _)| samples.samples[x.0 as usize].point_mm.distance(at);
                    far(&(a.0, ())).total_cmp(&far(&(b.0, ())))
                })
                .unwrap();
            let region = skin
                .regions
                .iter()
                .position(|(_, held)| held.contains(&sample));
            cells.push(Some(FlatCell {
                sample,
                at_mm: samples.samples[sample as usize].point_mm,
                region: region.map(|x| x as u16),
                shade: 1.0,
            }));
        }
    }
    let place = |region: u16, column: usize, row: usize| RegionPlace {
        region,
        column,
        row,
        depth: 3,
    };
    FlatMap {
        width,
        height,
        front: FlatView::new(
            width,
            cells,
            vec![
                place(1, 7, 4),
                place(0, 32, 4),
                place(3, 7, 15),
                place(2, 32, 15),
            ],
            &vec![1.0; width * height],
        ),
        back: FlatView::new(
            width,
            vec![None; width * height],
            Vec::new(),
            &vec![0.0; width * height],
        ),
    }
}

pub(super) fn app() -> App {
    let mut catalog = fixture::catalog();
    catalog.red_flags = flags();
    let mut app = App::new(catalog);
    let engine = Arc::new(engine());
    for command in [
        AppCommand::SetMode(Mode::Locate),
        AppCommand::Locate(LocateCommand::SkinReady(engine.skin.clone())),
    ] {
        apply(&mut app.state, command, &app.catalog);
    }
    app.located = Some(Located::new(engine));
    app
}

/// Something is painted, and the warning signs are being asked, at a size.
fn asked(size: Vec2) -> Harness<'static, App> {
    let mut harness = open(app(), size);
    click(&mut harness, "Temple, left");
    click(&mut harness, "Go on to the questions");
    harness
}

/// Past the warning signs, at a size.
pub(super) fn painting(size: Vec2) -> Harness<'static, App> {
    let mut app = app();
    let go_on = AppCommand::Locate(LocateCommand::FinishQuestions);
    apply(&mut app.state, go_on, &app.catalog);
    let mut harness = open(app, size);
    harness.run_steps(3);
    harness
}

fn click(harness: &mut Harness<'static, App>, label: &str) {
    harness.get_by_label(label).click();
    harness.run_steps(4);
}

fn says(harness: &Harness<'static, App>, text: &str) -> bool {
    harness.query_all_by_label_contains(text).next().is_some()
}

fn listed(harness: &Harness<'static, App>) -> usize {
    harness.query_all_by_label_contains("open its card").count()
}

#[test]
fn the_warning_signs_come_before_the_list_and_none_leads_on() {
    let mut harness = open(app(), USUAL);
    assert!(says(&harness, "Where does it hurt?"));
    assert!(says(&harness, "Nothing is painted yet"));
    click(&mut harness, "Temple, left");
    assert_eq!(
        listed(&harness),
        0,
        "nothing is ranked before they are answered"
    );
    assert!(says(&harness, "Before the list: 3 short questions"));
    click(&mut harness, "Go on to the questions");
    assert!(says(
        &harness,
        "Nothing is kept. Answers and paintings stay on this device"
    ));
    assert!(says(&harness, "Chest pain: Is it so?"));
    assert_eq!(listed(&harness), 0);
    click(&mut harness, "None of these applies to me");
    assert_eq!(harness.state().state.locate.step, LocateStep::Painting);
    assert!(listed(&harness) > 0);
}

#[test]
fn an_emergency_ends_in_advice_without_a_list() {
    let mut harness = asked(USUAL);
    click(&mut harness, "Chest pain: Is it so?");
    assert!(
        harness
            .query_by_label("None of these applies to me")
            .is_none()
    );
    click(&mut harness, "Go on with these answers");
    assert_eq!(harness.state().state.locate.step, LocateStep::Stopped);
    for text in [
        "Get help now",
        "What to do for emergency",
        "Advice for Chest pain",
    ] {
        assert!(says(&harness, text), "{text}");
    }
    assert!(!says(&harness, "Where does it hurt?"));
    assert_eq!(listed(&harness), 0);
    click(&mut harness, "Change my answers");
    click(&mut harness, "Chest pain: Is it so?");
    click(&mut harness, "None of these applies to me");
    assert_eq!(harness.state().state.locate.step, LocateStep::Painting);
}

#[test]
fn soon_is_advice_above_the_list_and_more_urgent_stops() {
    let mut harness = asked(USUAL);
    click(&mut harness, "It lasts");
    click(&mut harness, "Go on with these answers");
    assert!(listed(&harness) > 0);
    assert!(says(&harness, "Advice for Lasting pain"));
    harness.get_by_label("Warning signs").scroll_to_me();
    harness.run_steps(8);
    click(&mut harness, "Warning signs");
    click(&mut harness, "It grows");
    click(&mut harness, "Go on with these answers");
    assert!(says(&harness, "See a doctor today"));
    assert_eq!(listed(&harness), 0);
}

#[test]
fn regions_by_list_give_the_points_with_their_reasons() {
    for size in [USUAL, SMALL] {
        let mut harness = painting(size);
        click(&mut harness, "Temple, left");
        let left = RegionId::new("temple", Side::Left);
        assert!(harness.state().state.locate.has_chosen(&left));
        assert!(listed(&harness) >= 2);
        assert!(says(&harness, "covers 100 % of what you painted"));
        assert!(!says(&harness, "lies on its essential zone"));
        for index in 0..listed(&harness) {
            (harness
                .query_all_by_label("Why, and how to find it")
                .nth(index))
            .unwrap()
            .click();
            harness.run_steps(4);
        }
        assert!(says(
            &harness,
            "100 % of what you painted lies on its essential zone"
        ));
        assert!(says(&harness, "You painted 100 % of its essential zone"));
        assert!(says(&harness, "You did not paint: side of the neck"));
        assert!(says(&harness, "Its pattern looks the same"));
        assert!(says(&harness, "not a diagnosis and not a probability"));
        click(&mut harness, "Temple, left");
        assert!(!harness.state().state.locate.is_painted());
        assert_eq!(listed(&harness), 0);
    }
}

#[test]
fn a_result_shows_its_pattern_by_keyboard_and_opens_its_card() {
    let mut harness = painting(USUAL);
    click(&mut harness, "Temple, left");
    let first = harness
        .query_all_by_label_contains("open its card")
        .next()
        .unwrap();
    first.focus();
    harness.run_steps(3);
    let point = PointId::new("LEV-1", Side::Left);
    let state = harness.state();
    assert_eq!(state.state.locate.hovered, Some(point.clone()));
    let located = state.located.as_ref().unwrap();
    let compared = located
        .compared(&point, state.state.locate.strengths())
        .unwrap();
    assert!(compared.contains(&Compared::Both) && compared.contains(&Compared::Neither));
    assert!(!compared.contains(&Compared::PaintedOnly));
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(harness.state().state.mode, Mode::Explore);
    assert_eq!(harness.state().state.selection, Some(Item::Point(point)));
    click(&mut harness, "Back to where it hurts");
    assert_eq!(harness.state().state.mode, Mode::Locate);
    assert!(listed(&harness) > 0);
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowRight);
    harness.run_steps(3);
    assert_eq!(harness.state().state.mode, Mode::Explore);
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    harness.run_steps(3);
    assert_eq!(harness.state().state.mode, Mode::Locate);
}

#[test]
fn a_list_that_is_come_back_to_is_scrolled_as_it_was_left() {
    // So low that the list does not fit.
    let mut harness = painting(vec2(1024.0, 500.0));
    harness.get_by_label("Temple, left").scroll_to_me();
    harness.run_steps(8);
    click(&mut harness, "Temple, left");
    let last = |harness: &Harness<'static, App>| {
        let all = harness.query_all_by_label_contains("open its card");
        all.last().unwrap().rect().top()
    };
    let before = last(&harness);
    harness.hover_at(egui::pos2(900.0, 240.0));
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, -180.0),
        modifiers: Modifiers::NONE,
        phase: egui::TouchPhase::Move,
    });
    harness.run_steps(12);
    let scrolled = last(&harness);
    assert!(scrolled < before - 50.0, "{before} {scrolled}");
    let all = harness.query_all_by_label_contains("open its card");
    all.last().unwrap().click();
    harness.run_steps(4);
    click(&mut harness, "Back to where it hurts");
    assert!((last(&harness) - scrolled).abs() < 1.0);
}

#[test]
fn a_comparison_is_explained_on_the_body_and_on_the_flat_map() {
    let mut harness = painting(USUAL);
    click(&mut harness, "Temple, left");
    assert!(!says(&harness, "Essential zone, not painted"));
    for flat in [false, true] {
        if flat {
            click(&mut harness, "Show the flat map");
        }
        // Its essential zone is the side of the neck; the temple, which is painted, is spillover.
        let point = PointId::new("TRA-1", Side::Left);
        let hover = AppCommand::Locate(LocateCommand::Hover(Some(point)));
        let app = harness.state_mut();
        apply(&mut app.state, hover, &app.catalog);
        harness.run_steps(3);
        for line in [
            "Painted, and in its pattern",
            "Essential zone, not painted",
            "Painted, not in its pattern",
        ] {
            assert!(says(&harness, line), "{line}, flat map: {flat}");
        }
        assert!(!says(&harness, "Spillover zone, not painted"));
    }
}

#[test]
fn the_flat_map_is_made_larger_by_keys_and_buttons_and_whole_again() {
    let mut harness = painting(USUAL);
    click(&mut harness, "Show the flat map");
    let width = |harness: &Harness<'static, App>| {
        let at = |label| {
            let role = Role::CheckBox;
            harness.get_by_role_and_label(role, label).rect().center().x
        };
        (at("Side of the neck, left, front") - at("Side of the neck, right, front")).abs()
    };
    let whole = width(&harness);
    click(&mut harness, "Make the map larger");
    let larger = width(&harness);
    assert!((larger / whole - 1.5).abs() < 0.01, "{larger} {whole}");
    harness.key_press(Key::Plus);
    harness.run_steps(3);
    assert!(width(&harness) > larger * 1.4);
    harness.key_press(Key::Minus);
    harness.run_steps(3);
    assert!((width(&harness) - larger).abs() < 1.0);
    click(&mut harness, "Show the whole map");
    assert!((width(&harness) - whole).abs() < 1.0);
    // It is painted on as before.
    click(&mut harness, "Make the map larger");
    click(&mut harness, "Temple, left, front");
    assert!(harness.state().state.locate.is_painted());
}

#[test]
fn the_flat_map_is_used_by_names_and_gives_the_same_list() {
    let mut harness = painting(USUAL);
    click(&mut harness, "Temple, left");
    let by_list = harness.state().located.as_ref().unwrap().findings.clone();
    click(&mut harness, "Clear this pain");
    click(&mut harness, "Show the flat map");
    harness
        .get_by_role_and_label(Role::CheckBox, "Temple, left, front")
        .click();
    harness.run_steps(4);
    let by_map = &harness.state().located.as_ref().unwrap().findings;
    assert_eq!(*by_map, by_list);
    assert!(matches!(by_map, Findings::List { .. }));
}

#[test]
fn steps_are_taken_back_by_keys() {
    let mut harness = painting(USUAL);
    click(&mut harness, "Temple, left");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(3);
    assert!(!harness.state().state.locate.is_painted());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Y);
    harness.run_steps(3);
    assert!(harness.state().state.locate.is_painted());
}

#[test]
fn keys_leave_the_hidden_body_as_it_is() {
    for (page, presets) in [("painting", true), ("map", false), ("questions", false)] {
        let mut app = app();
        let skin = Item::Structure("skin".parse().unwrap());
        let before = [
            AppCommand::SetMode(Mode::Explore),
            AppCommand::Select(Some(Item::Point(PointId::new("LEV-1", Side::Left)))),
            AppCommand::Select(Some(skin)),
            AppCommand::SetMode(Mode::Locate),
        ];
        let opens = match page {
            "painting" => vec![LocateCommand::FinishQuestions],
            "map" => vec![
                LocateCommand::FinishQuestions,
                LocateCommand::ShowFlatMap(true),
            ],
            _ => vec![LocateCommand::ReviewQuestions],
        };
        for command in (before.into_iter()).chain(opens.into_iter().map(AppCommand::Locate)) {
            apply(&mut app.state, command, &app.catalog);
        }
        let mut harness = open(app, USUAL);
        let before = harness.state().state.clone();
        for key in [
            Key::H,
            Key::I,
            Key::G,
            Key::F,
            Key::L,
            Key::OpenBracket,
            Key::CloseBracket,
            Key::Escape,
        ] {
            harness.key_press(key);
        }
        harness.key_press_modifiers(Modifiers::ALT, Key::H);
        harness.run_steps(3);
        assert_eq!(harness.state().state, before, "{page}");
        harness.key_press(Key::Num5);
        harness.run_steps(3);
        let turned = harness.state().state.view.preset != before.view.preset;
        assert_eq!(turned, presets, "{page}: a preset turns what is seen");
    }
}

#[test]
fn a_failed_preparation_is_said_and_can_be_tried_again() {
    let mut app = app();
    app.located = None;
    app.state.locate.skin = None;
    let why = Message::from(MessageKey("locate-failed-memory"));
    for command in [
        LocateCommand::FinishQuestions,
        LocateCommand::SkinFailed(why),
    ] {
        apply(&mut app.state, AppCommand::Locate(command), &app.catalog);
    }
    let mut harness = open(app, USUAL);
    assert!(says(
        &harness,
        "The body could not be prepared for painting."
    ));
    assert!(says(&harness, "too little memory"));
    assert!(!says(&harness, "is being prepared"));
    click(&mut harness, "Try again");
    assert!(says(&harness, "is being prepared"));
    assert!(harness.query_by_label("Try again").is_none());
}

#[test]
fn several_pains_are_explained_together() {
    let mut harness = painting(USUAL);
    click(&mut harness, "Temple, left");
    assert!(harness.query_by_label("Explain all my pains").is_none());
    click(&mut harness, "Another pain");
    click(&mut harness, "Side of the neck, right");
    assert_eq!(harness.state().state.locate.pains.len(), 2);
    click(&mut harness, "Explain all my pains");
    assert!(says(&harness, "Pain 1: 100 % explained"));
    assert!(says(&harness, "Pain 2: 100 % explained"));
    click(&mut harness, "Paint: Pain 1");
    assert_eq!(harness.state().state.locate.current, 0);
    click(&mut harness, "Colour 3");
    assert_eq!(harness.state().state.locate.pains[0].colour, 2);
    click(&mut harness, "Remove this pain and its painting");
    assert_eq!(harness.state().state.locate.pains.len(), 1);
}

#[test]
fn the_brush_is_set_by_name() {
    let mut harness = painting(SMALL);
    for name in [
        "The worst pain (3 of 3)",
        "Brush 90 mm across",
        "Erase with the brush",
        "Mirror: both sides at once",
    ] {
        click(&mut harness, name);
    }
    let brush = harness.state().state.locate.brush;
    assert_eq!((brush.strength, brush.radius_mm), (3, 45.0));
    assert!(brush.erases && brush.mirrors);
}

#[test]
fn a_drag_over_the_flat_map_paints_and_is_one_step() {
    let mut harness = painting(USUAL);
    click(&mut harness, "Show the flat map");
    let place = |harness: &Harness<'static, App>, label| {
        harness
            .get_by_role_and_label(Role::CheckBox, label)
            .rect()
            .center()
    };
    let from = place(&harness, "Temple, left, front");
    let to = place(&harness, "Side of the neck, left, front");
    harness.drag_at(from);
    for step in 0..=8 {
        harness.hover_at(from + (to - from) * (step as f32 / 8.0));
        harness.step();
    }
    harness.drop_at(to);
    harness.run_steps(3);
    let locate = &harness.state().state.locate;
    assert!(locate.is_painted());
    for region in ["temple", "neck_side"] {
        let share = |side| locate.share_of(&RegionId::new(region, side));
        assert!(share(Side::Left) > 0.05, "{region}: {}", share(Side::Left));
        assert_eq!(share(Side::Right), 0.0);
    }
    click(&mut harness, "Take the last step back (Ctrl+Z)");
    assert!(!harness.state().state.locate.is_painted());
}
