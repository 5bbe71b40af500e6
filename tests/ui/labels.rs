//! Labels on the body.

use super::*;
use myomap::{
    app::on_screen::{Edge, LabelOnScreen, MarkerLook, MarkerOnScreen, SeenFrom, Turned},
    locale::Key,
};

fn point() -> Item {
    Item::Point("TRA-1.left".parse().unwrap())
}

/// A disc that lies on its spot.
fn disc(centre: egui::Pos2) -> MarkerOnScreen {
    MarkerOnScreen {
        item: point(),
        mark: "4".into(),
        spot: centre.into(),
        centre: centre.into(),
        rim: Vec::new(),
        radius: 14.0,
        area: Vec::new(),
        deep: false,
        look: MarkerLook::Plain,
    }
}

/// Labels for structures at shares of the body's place.
fn with_labels(labels: &[(&str, Side, [f32; 2])]) -> Harness<'static, App> {
    with_labels_at(USUAL, labels)
}

fn with_labels_at(size: Vec2, labels: &[(&str, Side, [f32; 2])]) -> Harness<'static, App> {
    let mut harness = open(App::new(fixture::catalog()), size);
    let body = harness.state().viewport;
    harness.state_mut().overlay.labels = labels
        .iter()
        .map(|(base, side, [x, y])| LabelOnScreen {
            item: Item::Structure(StructureId::new(*base, *side)),
            anchor: [
                body.left() + x * body.width(),
                body.top() + y * body.height(),
            ],
            seen_px2: 1_000.0,
        })
        .collect();
    harness.run_steps(3);
    harness
}

#[test]
fn a_label_selects_what_it_names() {
    let mut harness = with_labels(&[
        ("trapezius.ascending", Side::Left, [0.3, 0.5]),
        ("trapezius.descending", Side::Right, [0.7, 0.5]),
    ]);
    let name = "Trapezius, ascending part";
    harness.get_by_role_and_label(Role::Button, name).click();
    harness.run_steps(3);
    assert_eq!(selected(&harness), "trapezius.ascending.left");
}

/// The place of the one label over the body that says this; the list at the left may say it too.
fn place_of(harness: &Harness<'static, App>, name: &str) -> Rect {
    let body = harness.state().viewport;
    let found: Vec<Rect> = harness
        .get_all_by_role_and_label(Role::Button, name)
        .map(|node| node.rect())
        .filter(|rect| body.contains_rect(*rect))
        .collect();
    assert_eq!(found.len(), 1, "{name}: {found:?}");
    found[0]
}

#[test]
fn what_is_there_left_and_right_is_named_once_and_on_the_side_that_is_selected() {
    let both = [
        ("trapezius.ascending", Side::Left, [0.3, 0.5]),
        ("trapezius.ascending", Side::Right, [0.7, 0.5]),
    ];
    let name = "Trapezius, ascending part";
    let mut harness = with_labels(&both);
    let body = harness.state().viewport;
    assert!(place_of(&harness, name).left() > body.center().x);
    harness.get_by_role_and_label(Role::Button, name).click();
    harness.run_steps(3);
    assert_eq!(selected(&harness), "trapezius.ascending.right");
    let of_left = StructureId::new("trapezius.descending", Side::Left);
    harness.state_mut().state.selection = Some(Item::Structure(of_left));
    harness.run_steps(3);
    let place = place_of(&harness, name);
    assert!(place.right() < body.center().x, "{place:?}");
}

#[test]
fn a_label_does_not_hide_a_disc() {
    let name = "Trapezius, ascending part";
    let mut harness = with_labels(&[("trapezius.ascending", Side::Left, [0.5, 0.5])]);
    let rect = harness.get_by_role_and_label(Role::Button, name).rect();
    let mut discs = vec![
        disc(rect.left_center() + vec2(10.0, 0.0)),
        disc(rect.center_bottom()),
    ];
    discs[1].look = MarkerLook::Deep;
    harness.state_mut().overlay.markers = discs.clone();
    harness.run_steps(3);
    let moved = harness.get_by_role_and_label(Role::Button, name).rect();
    assert_eq!(moved.size(), rect.size());
    for disc in discs {
        let place = Rect::from_center_size(disc.centre.into(), Vec2::splat(2.0 * disc.radius));
        assert!(!place.intersects(moved), "{rect:?} became {moved:?}");
    }
}

#[test]
fn a_label_stands_close_to_what_it_names_and_is_never_cut() {
    for scale in [1.0, 1.5, 2.0] {
        let mut harness = start();
        harness.state_mut().state.preferences.text_scale = scale;
        harness.run_steps(3);
        let body = harness.state().viewport;
        harness.state_mut().overlay.labels = vec![LabelOnScreen {
            item: Item::Structure(StructureId::new("trapezius.descending", Side::Left)),
            anchor: body.center().into(),
            seen_px2: 1.0,
        }];
        harness.run_steps(3);
        let rect = harness
            .get_by_role_and_label(Role::Button, "Trapezius, descending part")
            .rect();
        assert!(
            rect.distance_to_pos(body.center()) < 40.0,
            "{rect:?} at {scale}"
        );
        // On two lines rather than across half of the body.
        assert!(
            rect.width() < body.width() / 2.0 && rect.height() > 20.0 * scale,
            "{rect:?} at {scale}"
        );
    }
}

#[test]
fn nothing_lies_on_what_says_where_left_and_right_are() {
    let mut harness = with_labels(&[("trapezius.ascending", Side::Left, [0.08, 0.03])]);
    let name = "Trapezius, ascending part";
    let before = harness.get_by_role_and_label(Role::Button, name).rect();
    harness.state_mut().overlay.turned = Some(Turned {
        edges: [Edge::Left, Edge::Right],
        seen_from: SeenFrom::Behind,
        and_from: None,
    });
    harness.run_steps(3);
    let after = harness.get_by_role_and_label(Role::Button, name).rect();
    let body = harness.state().viewport;
    let said = Rect::from_min_size(body.min, vec2(100.0, 45.0));
    assert!(
        before.intersects(said) && !after.intersects(said),
        "{before:?} became {after:?}"
    );
}

#[test]
fn the_disc_under_the_pointer_says_its_code_and_what_is_different_about_it() {
    let mut harness = start();
    let at = harness.state().viewport.center();
    let ring = |radius: f32| -> Vec<[f32; 2]> {
        (0..8)
            .map(|n| (at + radius * Vec2::angled(n as f32 * 0.785)).into())
            .collect()
    };
    let says = |key| Words::default().key(key).into_owned();
    let reasons = ["marker-area", "marker-deep", "marker-moved"].map(|key| says(Key(key)));
    let mut said = |marker: MarkerOnScreen, hovered: bool| {
        let state = harness.state_mut();
        state.overlay.markers = vec![marker];
        state.state.hover = hovered.then(point);
        harness.run_steps(3);
        let shapes = harness.output().shapes.iter();
        shapes
            .filter_map(|clipped| match &clipped.shape {
                egui::Shape::Text(text) => Some(text.galley.text().to_owned()),
                _ => None,
            })
            .filter(|text| text == "TRA-1" || reasons.contains(text))
            .collect::<Vec<String>>()
    };
    let plain = MarkerOnScreen {
        rim: ring(14.0),
        ..disc(at)
    };
    let odd = MarkerOnScreen {
        area: ring(24.0),
        deep: true,
        spot: (at + vec2(0.0, 30.0)).into(),
        ..plain.clone()
    };
    assert!(said(odd.clone(), false).is_empty());
    assert_eq!(said(plain, true), ["TRA-1"]);
    assert_eq!(said(odd, true)[1..], reasons);
}

#[test]
fn points_of_one_muscle_only_are_asked_for_in_its_menu_and_left_in_the_picture() {
    let mut harness = start();
    harness.get_by_label("Levator scapulae").click_secondary();
    harness.run_steps(3);
    harness
        .get_by_role_and_label(Role::Button, "Only its trigger points")
        .click();
    harness.run_steps(3);
    let wanted = |harness: &Harness<'static, App>| {
        let of = &harness.state().state.view.points_of;
        of.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(
        wanted(&harness),
        ["levator_scapulae.left", "levator_scapulae.right"]
    );
    let all = "Trigger points of all muscles";
    let body = harness.state().viewport;
    let back = harness.get_by_role_and_label(Role::Button, all);
    assert!(body.contains_rect(back.rect()));
    back.click();
    harness.run_steps(3);
    assert!(wanted(&harness).is_empty());
    assert!(harness.query_by_role_and_label(Role::Button, all).is_none());
}

#[test]
fn labels_lie_neither_on_one_another_nor_outside_of_the_body() {
    let bases = [
        "trapezius.ascending",
        "trapezius.descending",
        "levator_scapulae",
        "scapula",
        "rib.1",
        "rib.2",
    ];
    let place = |n: usize| [0.4 + (n % 3) as f32 * 0.1, 0.47 + n as f32 / 90.0];
    let places: Vec<_> = (bases.iter().enumerate())
        .map(|(n, base)| (*base, Side::Left, place(n)))
        .collect();
    for size in [USUAL, SMALL] {
        let harness = with_labels_at(size, &places);
        let body = harness.state().viewport;
        let labels: Vec<Rect> = harness
            .get_all_by_role(Role::Button)
            .map(|node| node.rect())
            .filter(|rect| body.contains(rect.center()))
            .collect();
        assert!(labels.len() >= 4, "{labels:?}");
        for (i, label) in labels.iter().enumerate() {
            assert!(body.contains_rect(*label), "{label:?}");
            for other in &labels[i + 1..] {
                assert!(!label.intersects(*other), "{label:?} {other:?}");
            }
        }
    }
}
