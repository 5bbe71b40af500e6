//! What stays in its place keeps its identity from one frame to the next: egui marks in red what does not, in builds
//! for development, and pointer and keys would lose it.

use super::*;
use egui::{Color32, Shape};

/// Where egui's marks are in the last frame.
fn marks(harness: &Harness<'_, App>) -> Vec<Rect> {
    let shapes = harness.output().shapes.iter();
    let red = |shape: &Shape| match shape {
        Shape::Rect(rect) if rect.stroke.color == Color32::RED => Some(rect.rect),
        _ => None,
    };
    shapes.filter_map(|clipped| red(&clipped.shape)).collect()
}

#[test]
fn nothing_changes_its_id_in_its_place() {
    let (catalog, _) = catalog::load(&built_in_files());
    let mut sections = catalog
        .chapters
        .iter()
        .flat_map(|chapter| &chapter.sections);
    let mut section = || Some(Item::Section(sections.next().unwrap().id.clone()));
    let (one, other) = (section(), section());
    for size in [vec2(390.0, 844.0), vec2(1024.0, 600.0), USUAL] {
        let mut harness = open(App::new(catalog.clone()), size);
        for command in [
            AppCommand::Select(Some(Item::Point("TRA-1.left".parse().unwrap()))),
            AppCommand::Select(Some(Item::Structure("trapezius.left".parse().unwrap()))),
            AppCommand::Select(Some(Item::Region("temple.left".parse().unwrap()))),
            AppCommand::Back,
            AppCommand::Select(None),
            AppCommand::OpenLeftPanel(false),
            AppCommand::Select(Some(Item::Point("TRA-2.right".parse().unwrap()))),
            AppCommand::OpenLeftPanel(true),
            AppCommand::SetMode(Mode::Library),
            AppCommand::Select(one.clone()),
            AppCommand::Select(other.clone()),
            AppCommand::SetMode(Mode::Locate),
            AppCommand::SetMode(Mode::Explore),
            AppCommand::OpenSearch,
            AppCommand::SetQuery("tra".to_owned()),
            AppCommand::SetQuery("temple".to_owned()),
            AppCommand::CloseSearch,
        ] {
            let app = harness.state_mut();
            apply(&mut app.state, command.clone(), &app.catalog);
            for _ in 0..4 {
                harness.step();
                assert_eq!(marks(&harness), Vec::<Rect>::new(), "{command:?} at {size}");
            }
        }
    }
}
