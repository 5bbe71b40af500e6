//! The bar with more modes than there are.

use super::*;
use crate::{
    app::{modes, state::AppState},
    model::{catalog::Catalog, language::Language, link::Theme},
    ui::{Localisation, StatusLine, top_bar},
};
use egui::{Rect, Vec2, accesskit::Role, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT, Queryable},
};

/// Seven modes as they may be called, in both languages.
const NAMES: [[&str; 7]; 2] = [
    [
        "Explore",
        "Locate",
        "Self-care",
        "Diary",
        "Study",
        "Lessons",
        "Library",
    ],
    [
        "Explorar",
        "Localizar",
        "Autocuidado",
        "Diario",
        "Estudiar",
        "Lecciones",
        "Biblioteca",
    ],
];

/// The bar's switch with these names, in a window as wide as said.
fn bar(names: [&'static str; 7], language: Language, size: Vec2, scale: f32) -> Harness<'static> {
    let catalog = Catalog::default();
    let localisation = Localisation::of(language, &catalog);
    let state = AppState::default();
    let stage = modes::stage(&state, &catalog);
    let tokens = Tokens::built_in(Theme::Light, scale, state.preferences.pain_palette).unwrap();
    let mut harness = Harness::builder().with_size(size).build_ui(move |ui| {
        tokens.apply(ui.ctx());
        if !crate::ui::fonts::ready(ui) {
            return;
        }
        let ctx = PanelContext {
            catalog: &catalog,
            search: &localisation.search,
            words: &localisation.words,
            state: &state,
            stage: &stage,
            tokens: &tokens,
            status: StatusLine::default(),
            thumbnails: None,
            located: None,
        };
        let tabs: Vec<Choice<'_, usize>> = (names.iter().enumerate())
            .map(|(value, label)| Choice {
                value,
                label,
                name: label,
            })
            .collect();
        let widest = (tabs.iter()).map(|tab| menu_button_width(ui, &tokens, tab.label));
        let widest = widest.fold(0.0, f32::max);
        top_bar::bar_ui(ui, &ctx, widest, &mut Vec::new(), |ui, beside, _| {
            switch(ui, &tokens, 0, &tabs, beside);
        });
    });
    harness.run_steps(4);
    harness
}

/// What reaches out of the window or over another.
fn collisions(harness: &Harness<'_>, width: f32) -> Vec<String> {
    let boxes: Vec<(Rect, String)> = (harness.root().children_recursive())
        .filter(|node| {
            let role = node.accesskit_node().role();
            [Role::RadioButton, Role::Button].contains(&role)
        })
        .map(|node| {
            (
                node.rect(),
                node.accesskit_node().label().unwrap_or_default(),
            )
        })
        .collect();
    assert!(boxes.len() > 6, "{boxes:?}");
    let mut wrong: Vec<String> = (boxes.iter())
        .filter(|(rect, _)| rect.left() < 0.0 || rect.right() > width)
        .map(|it| format!("{it:?} out of the window"))
        .collect();
    for (at, one) in boxes.iter().enumerate() {
        for other in &boxes[at + 1..] {
            let shared = one.0.intersect(other.0);
            if shared.width() > 0.5 && shared.height() > 0.5 {
                wrong.push(format!("{one:?} over {other:?}"));
            }
        }
    }
    wrong
}

#[test]
fn seven_modes_have_room_at_1280_and_a_menu_below() {
    let languages = [Language::ENGLISH, "es".parse().unwrap()];
    for (names, language) in NAMES.into_iter().zip(languages) {
        for (width, scale, tabs) in [
            (1920.0, 1.0, true),
            (1280.0, 1.0, true),
            (1024.0, 1.0, false),
            (1280.0, 1.5, false),
            (1280.0, 2.0, false),
        ] {
            let harness = bar(names, language, vec2(width, 800.0), scale);
            let shown = (harness.query_all_by_role(Role::RadioButton))
                .filter(|node| {
                    let name = node.accesskit_node().label().unwrap_or_default();
                    names.contains(&name.as_str())
                })
                .count();
            let at = format!("{width} at {scale}");
            assert_eq!(shown, if tabs { 7 } else { 0 }, "{at} {names:?}");
            assert_eq!(collisions(&harness, width), Vec::<String>::new(), "{at}");
        }
    }
}
