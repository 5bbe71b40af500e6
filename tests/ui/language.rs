//! The interface in another language: what is said, shown and found, and by which names.

use super::*;

/// With each language that the interface speaks.
pub fn in_each<T: Clone>(thing: T) -> Vec<(T, Language)> {
    let spoken = myomap::locale::languages();
    spoken
        .into_iter()
        .map(|spoken| (thing.clone(), spoken.language))
        .collect()
}

fn spanish() -> Language {
    "es".parse().unwrap()
}

fn start_in_spanish(selection: Option<Item>) -> Harness<'static, App> {
    let mut app = App::new(fixture::catalog());
    app.state.preferences.language = Some(spanish());
    app.state.selection = selection;
    open(app, USUAL)
}

/// Every accessible name and value on the screen.
fn labels(harness: &Harness<'_, App>) -> Vec<String> {
    let nodes = harness.root().children_recursive();
    nodes
        .flat_map(|node| {
            let node = node.accesskit_node();
            [node.label(), node.value()]
        })
        .flatten()
        .collect()
}

#[test]
fn what_depends_on_the_language_can_be_kept_by_the_window() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Localisation>();
}

#[test]
fn the_settings_switch_the_language_there_and_back() {
    let mut harness = start();
    harness.get_by_label("Settings").click();
    harness.run_steps(3);
    assert!(harness.query_by_label_contains("inglés").is_none());
    harness.get_by_label("Español").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.language(), spanish());
    assert_eq!(
        harness.state().said().collect::<Vec<_>>(),
        [&AppCommand::SetLanguage(spanish())]
    );
    harness.get_by_role_and_label(Role::Slider, "Profundidad");
    harness.get_by_label("Profundidad 5: Profunda");
    harness.get_by_label("Tema oscuro");
    harness.get_by_label("Ajustes");
    harness.get_by_label("Capas");
    harness.get_by_label("Explora el cuerpo");
    harness.get_by_label_contains("están en inglés");
    for english in ["Settings", "Depth", "Layers", "Dark theme", "Trapezius"] {
        assert!(
            harness.query_by_label(english).is_none(),
            "{english} is left"
        );
    }
    harness.get_by_label("English").click();
    harness.run_steps(3);
    harness.get_by_label("Settings");
    harness.get_by_label("Trapezius");
}

#[test]
fn the_system_s_language_is_spoken_until_another_is_chosen() {
    let mut app = App::new(fixture::catalog());
    app.state.system_language = myomap::locale::recognised(["xx-YY", "es_MX.UTF-8", "en-GB"]);
    assert_eq!(app.state.system_language, Some(spanish()));
    let mut harness = open(app, USUAL);
    harness.get_by_label("Ajustes").click();
    harness.run_steps(3);
    harness.get_by_label("English").click();
    harness.run_steps(3);
    harness.get_by_label("Settings");
    assert_eq!(
        harness.state().state.preferences.language,
        Some(Language::ENGLISH)
    );
}

#[test]
fn rows_have_the_names_of_the_language_and_act_by_them() {
    let mut harness = start_in_spanish(None);
    harness.get_by_label("Elevador de la escápula").click();
    harness.run_steps(3);
    assert_eq!(selected(&harness), "levator_scapulae.left");
    harness.get_by_label("Trapecio").hover();
    harness.run_steps(3);
    harness.get_by_label("Trapecio: Ocultar (H)").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.view.hidden.len(), 4);
    harness.get_by_label("Mostrar todo");
}

#[test]
fn cards_say_the_names_of_the_language_beside_the_latin_and_keep_english_where_there_is_none() {
    let harness = start_in_spanish(Some(Item::Point("TRA-1.right".parse().unwrap())));
    harness.get_by_label("Trapecio superior, borde anterior");
    // This part has no Spanish name.
    harness.get_by_label("Trapezius, descending part · capa superficial");
    for says in [
        "Adónde envía el dolor",
        "Lado izquierdo",
        "Pinza con los dedos",
        "Precaución",
        // Explanations stay in English.
        "Side of the neck up to the ear.",
    ] {
        harness.get_by_label(says);
    }
    assert!(harness.query_all_by_label_contains("Fuente 1").count() > 3);
    let muscle = Item::Structure("trapezius.ascending.left".parse().unwrap());
    let harness = start_in_spanish(Some(muscle));
    // In the card and in its row.
    let named = harness.query_all_by_label("Trapecio, porción ascendente");
    assert_eq!(named.count(), 2);
    harness.get_by_label("Parte de: trapecio · capa superficial");
    harness.get_by_label("Musculus");
}

#[test]
fn the_search_finds_by_the_names_of_the_language_and_by_the_english_ones() {
    for (query, found) in [
        ("trapesio", "trapezius.left"),
        ("angular omoplato", "levator_scapulae.left"),
        ("levator scapulae", "levator_scapulae.left"),
        ("sien derecha", "temple.right"),
        ("temple", "temple.left"),
    ] {
        let mut harness = start_in_spanish(None);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
        harness.run_steps(3);
        harness.event(egui::Event::Text(query.into()));
        harness.run_steps(3);
        harness.key_press(Key::Enter);
        harness.run_steps(3);
        assert_eq!(selected(&harness), found, "{query}");
    }
}

#[test]
fn notices_are_told_in_the_language() {
    let mut app = App::new(fixture::catalog());
    app.state.preferences.language = Some(spanish());
    for command in [
        AppCommand::Select(Some(Item::Stretch("NONE".into()))),
        AppCommand::OpenLink("#depth=deep".into()),
        AppCommand::SetLanguage("xx".parse().unwrap()),
    ] {
        apply(&mut app.state, command, &app.catalog);
    }
    assert_eq!(app.state.language(), spanish());
    let harness = open(app, USUAL);
    harness.get_by_label_contains("No hay ningún estiramiento \"NONE\".");
    harness.get_by_label_contains("no se entiende depth=deep");
    harness.get_by_label_contains("No hay traducción para «xx»");
}

#[test]
fn no_variable_and_no_key_is_left_on_the_screen() {
    let items = [
        None,
        Some(Item::Point("TRA-1.left".parse().unwrap())),
        Some(Item::Structure("trapezius.left".parse().unwrap())),
        Some(Item::Structure("scapula.left".parse().unwrap())),
        Some(Item::Structure("skin".parse().unwrap())),
        Some(Item::Region("temple.left".parse().unwrap())),
        Some(Item::Stretch("ST01".into())),
        Some(Item::Method("PG".into())),
        Some(Item::Method("UNKNOWN".into())),
    ];
    for (item, language) in items.into_iter().flat_map(in_each) {
        let mut app = App::new(fixture::catalog());
        app.state.preferences.language = Some(language);
        app.state.hover.clone_from(&item);
        app.state.coach_mark = Some(0);
        app.state.search.open = item.is_none();
        app.state.selection = item.clone();
        let mut harness = open(app, USUAL);
        harness.event(egui::Event::Text("tra".into()));
        harness.run_steps(3);
        let said = labels(&harness);
        assert!(said.len() > 20);
        for says in said {
            let words = says.split('-').filter(|word| !word.is_empty());
            let key = says.contains('-') && words.clone().count() > 1 && {
                let mut all = words.flat_map(str::chars);
                all.all(|c| c.is_ascii_lowercase())
            };
            assert!(!says.contains('{') && !key, "{says:?} in {language}");
        }
    }
}
