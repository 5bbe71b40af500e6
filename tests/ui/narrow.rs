//! Windows from the narrowest to a wide one: nothing lies on another thing, and all can be reached. Phones: `phone`.

use super::*;

/// Widths in points at which every control must have its place.
const WIDTHS: [f32; 4] = [640.0, 768.0, 1024.0, 1280.0];

fn clickable(role: Role) -> bool {
    [
        Role::Button,
        Role::RadioButton,
        Role::CheckBox,
        Role::TextInput,
    ]
    .contains(&role)
}

/// Name and place of every control that is wholly or in part within the window's height.
fn controls(harness: &Harness<'_, App>, size: Vec2) -> Vec<(String, Rect)> {
    (harness.root().children_recursive())
        .filter(|node| clickable(node.accesskit_node().role()))
        .map(|node| {
            let name = node.accesskit_node().label().unwrap_or_default();
            (name, node.rect())
        })
        .filter(|(_, rect)| rect.bottom() > 0.0 && rect.top() < size.y)
        .collect()
}

/// Controls of the bars (what does not scroll) that lie on one another or reach out of the window.
fn collisions(harness: &Harness<'_, App>, size: Vec2) -> Vec<String> {
    let viewport = harness.state().viewport;
    let all = controls(harness, size);
    let mut wrong: Vec<String> = (all.iter())
        .filter(|(_, rect)| rect.left() < -0.5 || rect.right() > size.x + 0.5)
        .map(|(name, rect)| format!("{name:?} at {rect} is out of the window"))
        .collect();
    let bar: Vec<_> = (all.iter())
        .filter(|(_, rect)| rect.bottom() <= viewport.top())
        .collect();
    assert!(bar.len() > 6, "{bar:?}");
    for (at, (name, rect)) in bar.iter().enumerate() {
        for (other, beside) in &bar[at + 1..] {
            let shared = rect.intersect(*beside);
            if shared.width() > 0.5 && shared.height() > 0.5 {
                wrong.push(format!("{name:?} at {rect} lies on {other:?} at {beside}"));
            }
        }
    }
    wrong
}

#[test]
fn no_control_lies_on_another_at_any_width() {
    for width in WIDTHS {
        let size = vec2(width, 800.0);
        for (scale, language) in [1.0, 1.5, 2.0].into_iter().flat_map(language::in_each) {
            for mode in [Mode::Explore, Mode::Library] {
                for open_left in [false, true] {
                    let mut app = App::new(fixture::catalog());
                    app.state.preferences.text_scale = scale;
                    app.state.preferences.language = Some(language);
                    apply(&mut app.state, AppCommand::SetMode(mode), &app.catalog);
                    app.state.left_panel_open = open_left;
                    app.state.selection = Some(Item::Point("TRA-1.left".parse().unwrap()));
                    let harness = open(app, size);
                    assert_eq!(
                        collisions(&harness, size),
                        Vec::<String>::new(),
                        "{mode:?} {width} wide at {scale} in {language}, list open: {open_left}"
                    );
                    assert_eq!(harness.state().said().count(), 0);
                }
            }
        }
    }
}

#[test]
fn the_bar_of_a_narrow_window_does_what_that_of_a_wide_one_does() {
    for width in WIDTHS {
        let mut harness = open(App::new(fixture::catalog()), vec2(width, 800.0));
        for (button, of_menu, command) in [
            (
                "Sides shown: Both",
                "Show the left side",
                AppCommand::SetSide(SideFilter::Left),
            ),
            (
                "View",
                "View from the front (2)",
                AppCommand::Look(ViewPreset::Front),
            ),
            (
                "Explore",
                "Library: techniques and self-care",
                AppCommand::SetMode(Mode::Library),
            ),
        ] {
            let before = harness.state().said().count();
            // In a menu, where there is no room for a row.
            let dropped = [button, "Both"].into_iter().find(|name| {
                harness.query_by_label(of_menu).is_none()
                    && harness
                        .query_by_role_and_label(Role::Button, name)
                        .is_some()
            });
            if let Some(name) = dropped {
                harness.get_by_role_and_label(Role::Button, name).click();
                harness.run_steps(3);
            }
            harness.get_by_label(of_menu).click();
            harness.run_steps(3);
            let said: Vec<_> = harness.state().said().skip(before).collect();
            assert_eq!(said, [&command], "{button} {width} wide");
        }
    }
}

#[test]
fn the_bar_keeps_to_one_row_where_there_is_room() {
    for (width, one_row) in [(640.0, false), (1024.0, true), (1280.0, true)] {
        for ((), language) in language::in_each(()) {
            let mut app = App::new(fixture::catalog());
            app.state.preferences.language = Some(language);
            let harness = open(app, vec2(width, 800.0));
            let top = harness.state().viewport.top();
            assert_eq!(top < 50.0, one_row, "{top} at {width} in {language}");
        }
    }
}
