//! Labels on the body.

use super::*;
use myomap::app::on_screen::{LabelOnScreen, MarkerLook, MarkerOnScreen};

fn point() -> Item {
    Item::Point("TRA-1.left".parse().unwrap())
}

/// Labels for structures at shares of the body's place.
fn with_labels(labels: &[(&str, Side, [f32; 2])]) -> Harness<'static, App> {
    let mut harness = start();
    let body = harness.state().viewport;
    harness.state_mut().overlay.labels = labels
        .iter()
        .map(|(base, side, [x, y])| LabelOnScreen {
            item: Item::Structure(StructureId::new(*base, *side)),
            anchor: [
                body.left() + x * body.width(),
                body.top() + y * body.height(),
            ],
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

#[test]
fn left_and_right_of_the_same_beside_each_other_are_told_apart() {
    // Apart, each stands on its own side and needs no more than its name.
    let apart = with_labels(&[
        ("trapezius.ascending", Side::Left, [0.3, 0.5]),
        ("trapezius.ascending", Side::Right, [0.7, 0.5]),
    ]);
    let name = "Trapezius, ascending part";
    assert_eq!(
        apart.get_all_by_role_and_label(Role::Button, name).count(),
        2
    );
    // In a close view both lie in one half of the picture.
    let mut close = with_labels(&[
        ("trapezius.descending", Side::Left, [0.2, 0.5]),
        ("trapezius.ascending", Side::Left, [0.8, 0.5]),
        ("trapezius.ascending", Side::Right, [0.9, 0.5]),
    ]);
    let right = format!("{name}, right");
    assert_eq!(
        close
            .query_all_by_role_and_label(Role::Button, name)
            .count(),
        0
    );
    close.get_by_role_and_label(Role::Button, &format!("{name}, left"));
    close.get_by_role_and_label(Role::Button, &right).click();
    close.run_steps(3);
    assert_eq!(selected(&close), "trapezius.ascending.right");
}

#[test]
fn a_label_does_not_hide_a_disc() {
    let name = "Trapezius, ascending part";
    let mut harness = with_labels(&[
        ("trapezius.descending", Side::Left, [0.1, 0.5]),
        ("trapezius.ascending", Side::Left, [0.9, 0.5]),
    ]);
    let rect = harness.get_by_role_and_label(Role::Button, name).rect();
    let centre = rect.left_center() + vec2(10.0, 0.0);
    harness.state_mut().overlay.markers = vec![MarkerOnScreen {
        item: point(),
        mark: "4".into(),
        centre: centre.into(),
        rim: Vec::new(),
        radius: 20.0,
        look: MarkerLook::Selected,
    }];
    harness.run_steps(3);
    let moved = harness.get_by_role_and_label(Role::Button, name).rect();
    assert!(moved.top() > centre.y + 20.0, "{rect:?} became {moved:?}");
    assert_eq!(moved.size(), rect.size());
}

#[test]
fn labels_lie_neither_on_one_another_nor_outside_of_the_body() {
    let parts = ["trapezius.ascending", "trapezius.descending"];
    let places: Vec<_> = (0..90)
        .map(|n| {
            let side = if n % 2 == 0 { Side::Left } else { Side::Right };
            let x = if n % 2 == 0 { 0.2 } else { 0.8 };
            (parts[n % 2], side, [x, 0.4 + n as f32 / 900.0])
        })
        .collect();
    let harness = with_labels(&places);
    let body = harness.state().viewport;
    let labels: Vec<Rect> = harness
        .get_all_by_role(Role::Button)
        .filter(|node| {
            let label = node.accesskit_node().label();
            label.is_some_and(|label| label.starts_with("Trapezius, "))
        })
        .map(|node| node.rect())
        .filter(|rect| body.contains(rect.center()))
        .collect();
    assert!(labels.len() > 20, "{} labels", labels.len());
    for (i, label) in labels.iter().enumerate() {
        assert!(body.contains_rect(*label), "{label:?}");
        for other in &labels[i + 1..] {
            assert!(!label.intersects(*other), "{label:?} {other:?}");
        }
    }
}
