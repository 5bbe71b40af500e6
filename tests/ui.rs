//! The panels, drawn and used without a window, by their accessible names.
#![cfg(feature = "ui")]
#![allow(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

#[path = "ui/body_menu.rs"]
mod body_menu;
#[path = "ui/documents.rs"]
mod documents;
#[path = "ui/explore.rs"]
mod explore;
#[path = "ui/fixture.rs"]
mod fixture;
#[path = "ui/focus.rs"]
mod focus;
#[path = "ui/identity.rs"]
mod identity;
#[path = "ui/labels.rs"]
mod labels;
#[path = "ui/language.rs"]
mod language;
#[path = "ui/library.rs"]
mod library;
#[path = "ui/locate.rs"]
mod locate;
#[path = "ui/narrow.rs"]
mod narrow;
#[path = "ui/notices.rs"]
mod notices;
#[path = "ui/phone.rs"]
mod phone;
#[path = "ui/records.rs"]
mod records;

use egui::{Key, Modifiers, Rect, Vec2, accesskit::Role, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT, Queryable},
};
use myomap::{
    app::{
        apply::apply,
        commands::AppCommand,
        modes::{locate::Located, stage},
        on_screen::Overlay,
        state::AppState,
    },
    locale::Words,
    model::{
        catalog::{self, Catalog},
        ids::{Item, PointId, RegionId, StructureId},
        language::Language,
        link::{Mode, SideFilter, Theme, ViewPreset},
        side::Side,
    },
    store::built_in_files,
    ui::{
        Localisation, PanelContext, StatusLine, body_overlay, keys::shortcut, tokens::Tokens,
        window_ui,
    },
};

const SMALL: Vec2 = vec2(1024.0, 768.0);
const USUAL: Vec2 = vec2(1280.0, 800.0);

/// The panels with the state behind them, as in the window.
struct App {
    catalog: Catalog,
    localisation: Localisation,
    state: AppState,
    /// Every command, by the frame it came in.
    log: Vec<Vec<AppCommand>>,
    viewport: Rect,
    /// The body prepared for Locate.
    located: Option<Located>,
    /// What is drawn over the body.
    overlay: Overlay,
}

impl App {
    fn new(catalog: Catalog) -> Self {
        Self {
            localisation: Localisation::of(Language::ENGLISH, &catalog),
            catalog,
            state: AppState {
                left_panel_open: true,
                card_open: true,
                ..AppState::default()
            },
            log: Vec::new(),
            viewport: Rect::NOTHING,
            located: None,
            overlay: Overlay::default(),
        }
    }

    fn tokens(&self) -> Tokens {
        let wanted = &self.state.preferences;
        Tokens::built_in(self.state.theme(), wanted.text_scale, wanted.pain_palette).unwrap()
    }

    fn draw(&mut self, ui: &mut egui::Ui) {
        let language = self.state.language();
        if self.localisation.words.language() != language {
            self.localisation = Localisation::of(language, &self.catalog);
        }
        let tokens = self.tokens();
        let stage = stage(&self.state, &self.catalog);
        let ctx = PanelContext {
            catalog: &self.catalog,
            search: &self.localisation.search,
            words: &self.localisation.words,
            state: &self.state,
            stage: &stage,
            tokens: &tokens,
            status: StatusLine::default(),
            thumbnails: None,
            located: self.located.as_ref(),
        };
        let mut output = window_ui(ui, &ctx);
        self.viewport = output.viewport_rect;
        // Before the first frame there are no fonts.
        if ui.ctx().cumulative_pass_nr() > 1 && !output.covered {
            let over = body_overlay::paint(ui, self.viewport, &self.overlay, &ctx, None);
            output.commands.extend(over.command);
        }
        for command in &output.commands {
            apply(&mut self.state, command.clone(), &self.catalog);
        }
        if let Some(located) = &mut self.located {
            located.follow(&self.state.locate, &self.catalog);
        }
        self.log.push(output.commands);
    }

    fn said(&self) -> impl Iterator<Item = &AppCommand> {
        self.log.iter().flatten()
    }
}

fn open(app: App, size: Vec2) -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size(size)
        .build_ui_state(|ui, app: &mut App| app.draw(ui), app);
    harness.run_steps(4);
    harness
}

fn start() -> Harness<'static, App> {
    open(App::new(fixture::catalog()), USUAL)
}

fn start_at(item: &str) -> Harness<'static, App> {
    let mut app = App::new(fixture::catalog());
    app.state.selection = Some(Item::Point(item.parse().unwrap()));
    open(app, USUAL)
}

fn selected(harness: &Harness<'_, App>) -> String {
    match &harness.state().state.selection {
        Some(Item::Point(id)) => id.to_string(),
        Some(Item::Structure(id)) => id.to_string(),
        Some(Item::Region(id)) => id.to_string(),
        Some(Item::Stretch(id) | Item::Method(id) | Item::Programme(id) | Item::Section(id)) => {
            id.clone()
        }
        None => String::new(),
    }
}

#[test]
fn the_depth_slider_sets_the_depth() {
    let mut harness = start();
    let slider = harness.get_by_role_and_label(Role::Slider, "Depth");
    assert_eq!(slider.accesskit_node().numeric_value(), Some(1.0));
    let (target_node, target_tree) = slider.accesskit_node().locate();
    harness.event(egui::Event::AccessKitActionRequest(
        egui::accesskit::ActionRequest {
            action: egui::accesskit::Action::SetValue,
            target_node,
            target_tree,
            data: Some(egui::accesskit::ActionData::NumericValue(2.5)),
        },
    ));
    harness.run_steps(2);
    assert_eq!(harness.state().state.view.depth, 2.5);

    harness.get_by_label("Depth 5: Deepest").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.view.depth, 5.0);

    harness.get_by_role_and_label(Role::Slider, "Depth").focus();
    harness.run_steps(2);
    harness.key_press(Key::ArrowLeft);
    harness.run_steps(2);
    assert!((harness.state().state.view.depth - 4.9).abs() < 1e-4);
}

#[test]
fn a_layer_row_selects_and_its_buttons_hide_and_isolate() {
    let mut harness = start();
    harness.get_by_label("Levator scapulae").click();
    harness.run_steps(3);
    assert_eq!(selected(&harness), "levator_scapulae.left");

    harness.get_by_label("Trapezius").hover();
    harness.run_steps(3);
    harness.get_by_label("Trapezius: Show alone (I)").click();
    harness.run_steps(3);
    let isolated: Vec<String> = harness
        .state()
        .state
        .view
        .isolated
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        isolated,
        [
            "trapezius.ascending.left",
            "trapezius.ascending.right",
            "trapezius.descending.left",
            "trapezius.descending.right"
        ]
    );
    harness
        .get_by_label("Trapezius: Show with the others (I)")
        .click();
    harness.run_steps(3);
    assert!(harness.state().state.view.isolated.is_empty());

    harness.get_by_label("Trapezius: Hide (H)").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.view.hidden.len(), 4);
    harness.get_by_label("Show all").click();
    harness.run_steps(3);
    assert!(harness.state().state.view.hidden.is_empty());
}

#[test]
fn the_card_of_a_point_says_where_how_and_what_not_to_do() {
    let harness = start_at("TRA-1.right");
    for says in [
        "Side of the neck up to the ear.",
        "The temple.",
        "Half-way along the ridge of the shoulder.",
        "Pinch the free edge and hold.",
        "Never press into the hollow above the collarbone.",
        "Take the muscle between thumb and fingers.",
        "You feel numbness or tingling.",
    ] {
        harness.get_by_label(says);
    }
    assert!(
        harness.query_by_label("Stop if it bruises.").is_none(),
        "a mild caution waits in its fold"
    );
    assert!(harness.query_all_by_label_contains("Source 1").count() > 3);
}

#[test]
fn a_related_chip_selects_the_other_point_on_the_same_side() {
    let mut harness = start_at("TRA-1.right");
    harness
        .get_by_label("LEV-1 Levator scapulae, angle of the neck")
        .click_accesskit();
    harness.run_steps(3);
    assert_eq!(selected(&harness), "LEV-1.right");
}

#[test]
fn the_card_turns_to_the_other_side() {
    let mut harness = start_at("TRA-1.right");
    harness.get_by_label("Left side").click();
    harness.run_steps(3);
    assert_eq!(selected(&harness), "TRA-1.left");
}

#[test]
fn the_search_forgives_misspellings_and_enter_opens_the_best() {
    let mut harness = start();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run_steps(3);
    assert!(harness.state().state.search.open);
    harness.event(egui::Event::Text("trapezuis".into()));
    harness.run_steps(3);
    assert_eq!(harness.state().state.search.query, "trapezuis");
    let (first, last) = ("Trapezius, ascending part", "Upper trapezius stretch");
    let shown =
        harness.get_by_label(last).rect().bottom() - harness.get_by_label(first).rect().top();
    assert!(shown > 100.0, "the list grows with what is found");
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(selected(&harness), "trapezius.left");
    assert!(!harness.state().state.search.open);

    harness.get_by_label("Search (Ctrl+K)").click();
    harness.run_steps(3);
    harness.event(egui::Event::Text("right front edge".into()));
    harness.run_steps(3);
    harness.key_press(Key::ArrowDown);
    harness.key_press(Key::ArrowUp);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(selected(&harness), "TRA-1.right");

    harness.key_press(Key::Slash);
    harness.run_steps(3);
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert!(!harness.state().state.search.open);
    assert_eq!(selected(&harness), "TRA-1.right", "Escape closes one thing");
}

#[test]
fn a_link_in_the_search_opens_its_view() {
    for link in [
        "#point=TRA-1.right",
        "https://example.org/myomap/#point=TRA-1.right&depth=2",
    ] {
        let mut harness = start();
        harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
        harness.run_steps(3);
        harness.event(egui::Event::Paste(link.into()));
        harness.run_steps(3);
        harness.get_by_label("Open this view");
        harness.key_press(Key::Enter);
        harness.run_steps(3);
        assert_eq!(selected(&harness), "TRA-1.right", "{link}");
        assert!(!harness.state().state.search.open);
    }
}

#[test]
fn sides_themes_and_sizes_are_switched_by_name() {
    let mut harness = start();
    harness.get_by_label("Show the right side").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.view.side, SideFilter::Right);
    harness.get_by_label("Dark theme").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.preferences.theme, Theme::Dark);
    harness.get_by_label("Light theme");
    harness.get_by_label("Settings").click();
    harness.run_steps(3);
    harness.get_by_label("Text size 150 %").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.preferences.text_scale, 1.5);
    harness.get_by_label("Reduced motion").click();
    harness.run_steps(3);
    assert!(harness.state().state.preferences.reduced_motion);
    harness.get_by_label("Show the first steps again").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.coach_mark, Some(0));
    harness.get_by_label("Next").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.coach_mark, Some(1));
    harness.get_by_label("Skip").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.coach_mark, None);
}

#[test]
fn panels_fold_away_and_come_back() {
    let mut harness = start();
    let before = harness.state().viewport.width();
    harness.get_by_label("Fold the layers away").click();
    harness.get_by_label("Fold the card away").click();
    harness.run_steps(60);
    assert!(harness.state().viewport.width() > before + 500.0);
    harness.get_by_label("Show the layers").click();
    harness.run_steps(60);
    harness.get_by_label("Trapezius");
}

#[test]
fn notices_are_dismissed() {
    let mut app = App::new(fixture::catalog());
    apply(
        &mut app.state,
        AppCommand::Select(Some(Item::Stretch("NONE".into()))),
        &app.catalog,
    );
    let mut harness = open(app, USUAL);
    assert_eq!(harness.state().state.notices.len(), 1);
    harness.get_by_label("Dismiss").click();
    harness.run_steps(3);
    assert!(harness.state().state.notices.is_empty());
}

#[test]
fn keys_ask_for_what_the_guide_says() {
    let mut app = App::new(fixture::catalog());
    app.state.selection = Some(Item::Point("TRA-1.left".parse().unwrap()));
    let tokens = app.tokens();
    let stage = stage(&app.state, &app.catalog);
    let ask = |key, modifiers| {
        shortcut(
            key,
            modifiers,
            &PanelContext {
                catalog: &app.catalog,
                search: &app.localisation.search,
                words: &app.localisation.words,
                state: &app.state,
                stage: &stage,
                tokens: &tokens,
                status: StatusLine::default(),
                thumbnails: None,
                located: None,
            },
        )
    };
    let part = "trapezius.descending.left".parse().unwrap();
    let none = Modifiers::NONE;
    assert_eq!(
        ask(Key::Num6, none),
        Some(AppCommand::Look(ViewPreset::ShoulderBlades))
    );
    assert_eq!(ask(Key::H, none), Some(AppCommand::Hide(part)));
    assert_eq!(ask(Key::H, Modifiers::ALT), Some(AppCommand::ShowAll));
    assert_eq!(
        ask(Key::CloseBracket, none),
        Some(AppCommand::SetDepth(2.0))
    );
    assert_eq!(ask(Key::OpenBracket, none), Some(AppCommand::SetDepth(0.0)));
    assert_eq!(ask(Key::Escape, none), Some(AppCommand::Select(None)));
    assert_eq!(
        ask(Key::ArrowLeft, Modifiers::ALT),
        None,
        "nothing to go back to"
    );
    assert_eq!(ask(Key::Q, none), None);
    assert_eq!(ask(Key::PageDown, none), Some(AppCommand::SetDepth(2.0)));
    assert_eq!(ask(Key::PageUp, none), Some(AppCommand::SetDepth(0.0)));
    assert_eq!(
        ask(Key::ArrowRight, none),
        Some(AppCommand::Turn([15.0, 0.0]))
    );
    assert!(matches!(
        ask(Key::ArrowUp, Modifiers::SHIFT),
        Some(AppCommand::Pan([0.0, up])) if up > 0.0
    ));
    assert!(matches!(ask(Key::Plus, none), Some(AppCommand::Zoom(by)) if by > 1.0));
    assert!(matches!(ask(Key::Equals, none), Some(AppCommand::Zoom(by)) if by > 1.0));
    assert!(matches!(ask(Key::Minus, none), Some(AppCommand::Zoom(by)) if by < 1.0));
}

#[test]
fn the_status_line_speaks_of_what_is_at_hand() {
    let mut harness = start();
    assert!(
        harness
            .query_by_label_contains("Wheel or + − to zoom")
            .is_some()
    );
    let at = harness.state().viewport.center();
    let touch = |phase| egui::Event::Touch {
        device_id: egui::TouchDeviceId(1),
        id: egui::TouchId(1),
        phase,
        pos: at,
        force: None,
    };
    harness.event(touch(egui::TouchPhase::Start));
    harness.event(egui::Event::PointerMoved(at));
    harness.run();
    harness.event(touch(egui::TouchPhase::End));
    harness.event(egui::Event::PointerGone);
    harness.run();
    assert!(harness.query_by_label_contains("Wheel").is_none());
    harness.get_by_label_contains("One finger turns");
    harness.get_by_label_contains("tap the body");
    harness.event(egui::Event::PointerMoved(at));
    harness.run();
    harness.get_by_label_contains("Wheel or + − to zoom");
    harness.get_by_label_contains("point at the body");
}

#[test]
fn nothing_is_asked_for_without_input() {
    for item in ["TRA-1.left", "LEV-1.right"] {
        let mut app = App::new(fixture::catalog());
        app.state.selection = Some(Item::Point(item.parse().unwrap()));
        app.state.search.open = item == "LEV-1.right";
        app.state.coach_mark = Some(1);
        let mut harness = open(app, USUAL);
        harness.get_by_label("Fold the card away").hover();
        harness.run_steps(20);
        assert_eq!(harness.state().said().count(), 0);
    }
}

/// What reaches out of its panel or out of the window, at this state.
fn outside(harness: &Harness<'_, App>, size: Vec2, floating: bool) -> Vec<String> {
    let viewport = harness.state().viewport;
    harness
        .root()
        .children_recursive()
        .filter_map(|node| {
            let node = node.accesskit_node();
            let name = node.label().or_else(|| node.value())?;
            let bounds = node.bounding_box()?;
            let (left, right) = (bounds.x0 as f32, bounds.x1 as f32);
            let middle = (left + right) / 2.0;
            let within_rows =
                bounds.y0 as f32 > viewport.top() && (bounds.y1 as f32) < viewport.bottom();
            let (from, to) = if floating {
                (0.0, size.x)
            } else if within_rows && middle > viewport.right() {
                (viewport.right(), size.x)
            } else if within_rows && middle < viewport.left() {
                (0.0, viewport.left())
            } else {
                (0.0, size.x)
            };
            (left < from - 1.0 || right > to + 1.0)
                .then(|| format!("{name:?}: {left}..{right} in {from}..{to}"))
        })
        .collect()
}

#[test]
fn nothing_overflows_a_small_window_with_large_text() {
    for (scale, language) in [1.0, 1.5].into_iter().flat_map(language::in_each) {
        for item in [
            None,
            Some(Item::Point("TRA-1.left".parse().unwrap())),
            Some(Item::Structure("trapezius.left".parse().unwrap())),
            Some(Item::Structure("rib.2.right".parse().unwrap())),
            Some(Item::Region("temple.left".parse().unwrap())),
            Some(Item::Stretch("ST01".into())),
            Some(Item::Method("PG".into())),
        ] {
            let mut app = App::new(fixture::catalog());
            app.state.preferences.text_scale = scale;
            app.state.preferences.language = Some(language);
            app.state.selection.clone_from(&item);
            app.state
                .view
                .hidden
                .insert("scapula.left".parse().unwrap());
            let mut harness = open(app, SMALL);
            assert_eq!(
                outside(&harness, SMALL, false),
                Vec::<String>::new(),
                "{item:?} at {scale} in {language}"
            );
            assert!(harness.state().viewport.width() > 300.0);
            assert!(harness.state().viewport.height() > 500.0);
            let settings = Words::of(language).say("top-settings").into_owned();
            harness.get_by_label(&settings).click();
            harness.run_steps(4);
            assert_eq!(
                outside(&harness, SMALL, true),
                Vec::<String>::new(),
                "settings at {scale} in {language}"
            );
        }
    }
}

#[test]
fn every_card_of_the_built_in_facts_fits_a_small_window_with_large_text() {
    let (catalog, _) = catalog::load(&built_in_files());
    let mut items: Vec<Item> = Vec::new();
    items.extend(
        catalog
            .points()
            .map(|(_, point)| Item::Point(PointId::new(&point.id, Side::Left))),
    );
    items.extend(
        catalog
            .muscles
            .iter()
            .map(|muscle| Item::Structure(StructureId::new(&muscle.id, Side::Right))),
    );
    items.extend(
        catalog
            .parts()
            .map(|(_, part)| Item::Structure(StructureId::new(&part.id, Side::Left))),
    );
    items.extend(catalog.bones.iter().map(|bone| {
        let side = if bone.paired {
            Side::Right
        } else {
            Side::Midline
        };
        Item::Structure(StructureId::new(&bone.id, side))
    }));
    items.push(Item::Structure("skin".parse().unwrap()));
    items.extend(catalog.regions.iter().map(|region| {
        let side = if region.midline {
            Side::Midline
        } else {
            Side::Left
        };
        Item::Region(RegionId::new(&region.id, side))
    }));
    items.extend(
        catalog
            .stretches
            .iter()
            .map(|stretch| Item::Stretch(stretch.id.clone())),
    );
    items.extend(
        catalog
            .methods
            .iter()
            .map(|method| Item::Method(method.id.clone())),
    );
    let mut app = App::new(catalog);
    app.state.preferences.text_scale = 1.5;
    let mut harness = open(app, SMALL);
    for (item, language) in items.into_iter().flat_map(language::in_each) {
        harness.state_mut().state.preferences.language = Some(language);
        harness.state_mut().state.selection = Some(item.clone());
        harness.run_steps(2);
        assert_eq!(
            outside(&harness, SMALL, false),
            Vec::<String>::new(),
            "{item:?} in {language}"
        );
        assert_eq!(
            harness.state().said().count(),
            0,
            "{item:?} asks for something by itself"
        );
    }
}

#[test]
fn every_control_can_be_hit_and_has_a_name() {
    let harness = start_at("TRA-1.left");
    for node in harness.root().children_recursive() {
        let node = node.accesskit_node();
        let clickable = matches!(
            node.role(),
            Role::Button | Role::RadioButton | Role::CheckBox | Role::Slider
        );
        if !clickable {
            continue;
        }
        let name = node.label().unwrap_or_default();
        assert!(!name.is_empty(), "{:?} has no name", node.role());
        let bounds = node.bounding_box().unwrap();
        let (width, height) = (bounds.x1 - bounds.x0, bounds.y1 - bounds.y0);
        // The caret before a row is beside a row that does the same.
        let least = if name.starts_with("Unfold") || name.starts_with("Fold ") {
            25.0
        } else {
            27.9
        };
        assert!(
            width >= least && height >= least,
            "{name:?} is {width} by {height}"
        );
    }
}
