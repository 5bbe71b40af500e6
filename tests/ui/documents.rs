//! Documents as the window draws them: the same statements as every other renderer, with their
//! sources, in the same order.

use super::*;
use egui::accesskit::Toggled;
use myomap::app::document::{Block, Builder};

fn built_in_at(item: Item) -> Harness<'static, App> {
    let (catalog, _) = catalog::load(&built_in_files());
    let mut app = App::new(catalog);
    app.state.selection = Some(item);
    open(app, vec2(1280.0, 9000.0))
}

fn tra_1() -> Item {
    Item::Point(PointId::new("TRA-1", Side::Left))
}

/// Opens every fold of the card.
fn open_folds(harness: &mut Harness<'_, App>) {
    let folds = |harness: &Harness<'_, App>| -> Vec<String> {
        let nodes = harness.root().children_recursive();
        nodes
            .filter(|node| {
                let node = node.accesskit_node();
                let at = node.bounding_box();
                let in_card = at.is_some_and(|at| at.x0 as f32 > harness.state().viewport.right());
                in_card && node.role() == Role::Button && node.toggled() == Some(Toggled::False)
            })
            .filter_map(|node| node.accesskit_node().label())
            .collect()
    };
    for name in folds(harness) {
        let fold = harness.query_all_by_label(&name).last();
        if let Some(fold) = fold {
            fold.click_accesskit();
        }
        harness.run_steps(3);
    }
}

/// What a screen reader is told of the card, in order, with what is at which height.
fn told(harness: &Harness<'_, App>) -> Vec<(String, egui::accesskit::Rect)> {
    let body = harness.state().viewport;
    let nodes = harness.root().children_recursive();
    nodes
        .filter_map(|node| {
            let node = node.accesskit_node();
            let at = node.bounding_box().filter(|at| {
                let (left, top, bottom) = (at.x0 as f32, at.y0 as f32, at.y1 as f32);
                left > body.right() && top > body.top() && bottom < body.bottom()
            })?;
            if node.role() == Role::TextRun {
                return None;
            }
            let says = node.label().or_else(|| node.value())?;
            Some((format!("{:?}: {says}", node.role()), at))
        })
        .collect()
}

#[test]
fn a_card_in_the_window_as_a_screen_reader_tells_it() {
    let harness = built_in_at(tra_1());
    let told: Vec<String> = told(&harness).into_iter().map(|(says, _)| says).collect();
    insta::assert_snapshot!("tra-1-window", told.join("\n"));
}

#[test]
fn every_statement_of_a_card_has_its_source_numbers_in_the_window() {
    let mut harness = built_in_at(tra_1());
    open_folds(&mut harness);
    let app = harness.state();
    let builder = Builder::of_state(&app.state, &app.catalog, &app.localisation.words);
    let document = builder.item(&tra_1()).unwrap();
    let told = told(&harness);
    let mut seen = 0;
    let mut highest = 0.0;
    for stated in document
        .statements()
        .iter()
        .filter(|x| !x.sources.is_empty())
    {
        let says = format!("Label: {}", stated.text.text);
        let at = told
            .iter()
            .filter(|(said, at)| *said == says && at.y0 >= highest)
            .map(|(_, at)| *at)
            .next();
        let at = at.unwrap_or_else(|| panic!("{says} is not there, or not in its place"));
        highest = at.y0;
        let numbers = told
            .iter()
            .filter(|(said, link)| {
                said.starts_with("Link: Source") && link.y0 >= at.y0 - 4.0 && link.y1 <= at.y1 + 4.0
            })
            .count();
        assert!(numbers > 0, "{says} names no source");
        seen += 1;
    }
    assert!(seen > 15, "{seen}");
}

#[test]
fn every_label_of_confidence_says_why() {
    let (catalog, _) = catalog::load(&built_in_files());
    let words = Words::default();
    let builder = Builder {
        catalog: &catalog,
        words: &words,
        side: Side::Left,
    };
    let document = builder.item(&tra_1()).unwrap();
    let harness = built_in_at(tra_1());
    for label in &document.labels {
        harness.get_by_label(&label.text.text);
        assert!(label.reason().len() > 20);
    }
    let pictures = document.blocks.iter().filter_map(|block| match block {
        Block::Section(section) => section.blocks.first(),
        _ => None,
    });
    let pictures = pictures.filter(|block| matches!(block, Block::Picture(_)));
    assert_eq!(pictures.count(), 1);
}
