//! The layers of the house: which room may know which, and that no files know each other in a circle.
//!
//! Every path of every file of `src/` is held against the rules below (`src/lib.rs` tells them in words).
//! A room that has no rule is a fault: whoever builds one says here what it may know.

// Clippy knows test functions, not their helpers.
#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what should not happen"
)]

#[path = "layering/circles.rs"]
mod circles;
#[path = "layering/paths.rs"]
mod paths;

use paths::Source;
use std::{fs, path::Path, sync::LazyLock};

/// What a room may know.
struct Room {
    name: &'static str,
    /// Other rooms.
    knows: &'static [&'static str],
    /// Beginnings of paths, outside of the house, that must not appear in it.
    never: &'static [&'static [&'static str]],
}

/// Where the user's files, settings and network are.
const MACHINE: &[&str] = &["std::fs", "std::env", "std::net"];
/// What a room of pure functions has nothing to do with, besides.
const OUTSIDE: &[&str] = &[
    "std::process",
    "std::path",
    "std::io",
    "std::time::SystemTime",
];
const BEVY: &[&str] = &["bevy"];
const EGUI: &[&str] = &["egui", "bevy_egui"];
const RENDERING: &[&str] = &[
    "bevy_pbr",
    "bevy_render",
    "bevy_core_pipeline",
    "bevy::pbr",
    "bevy::render",
    "bevy::core_pipeline",
];
const BROWSER: &[&str] = &["web_sys", "js_sys", "wasm_bindgen", "idb"];
/// The clock of the machine. `app` has a port for it, so that a test sets the date.
const CLOCK: &[&str] = &[
    "jiff::Zoned::now",
    "jiff::Timestamp::now",
    "std::time::SystemTime",
];
const PURE: &[&[&str]] = &[BEVY, EGUI, MACHINE, OUTSIDE, BROWSER, CLOCK];

/// From the ground up: a room knows rooms above it in this list only.
const ROOMS: &[Room] = &[
    Room {
        name: "model",
        knows: &[],
        never: PURE,
    },
    Room {
        name: "locale",
        knows: &["model"],
        never: PURE,
    },
    Room {
        name: "anatomy",
        knows: &["model"],
        never: PURE,
    },
    Room {
        name: "records",
        knows: &["model"],
        never: PURE,
    },
    Room {
        name: "study",
        knows: &["model", "anatomy", "records"],
        never: PURE,
    },
    // The one room with a filesystem that the app itself runs on.
    Room {
        name: "store",
        knows: &["model", "records"],
        never: &[BEVY, EGUI],
    },
    Room {
        name: "workshop",
        knows: &["model", "locale", "anatomy", "store"],
        never: &[BEVY, EGUI, BROWSER],
    },
    Room {
        name: "app",
        knows: &["model", "locale", "anatomy", "records", "study", "store"],
        never: &[EGUI, RENDERING, MACHINE, BROWSER, CLOCK],
    },
    // Renderers of what `app` says; whoever calls them has the file.
    Room {
        name: "output",
        knows: &["model", "locale", "anatomy", "records", "study", "app"],
        never: &[BEVY, EGUI, MACHINE, BROWSER, CLOCK],
    },
    Room {
        name: "view",
        knows: &["model", "anatomy", "study", "app"],
        never: &[EGUI, MACHINE, BROWSER, CLOCK],
    },
    Room {
        name: "ui",
        knows: &["model", "locale", "anatomy", "records", "study", "app"],
        never: &[BEVY, MACHINE, BROWSER, CLOCK],
    },
    // Adapters for plugins of others; no composition.
    Room {
        name: "third_party",
        knows: &[
            "model", "locale", "anatomy", "study", "store", "app", "view", "ui",
        ],
        never: &[MACHINE, CLOCK],
    },
    Room {
        name: "shell",
        knows: &[
            "model",
            "locale",
            "anatomy",
            "records",
            "study",
            "store",
            "app",
            "output",
            "view",
            "ui",
            "third_party",
        ],
        never: &[],
    },
    Room {
        name: "cli",
        knows: &[
            "model", "locale", "anatomy", "records", "study", "store", "workshop", "app", "output",
            "shell",
        ],
        never: &[BEVY, EGUI],
    },
    Room {
        name: "main",
        knows: &["shell", "cli"],
        never: &[BEVY, EGUI],
    },
    Room {
        name: "lib",
        knows: &[],
        never: &[],
    },
];

/// Whose facts a test of any room may read.
const FOR_TESTS: &str = "store";

/// Circles of files that are known. What is here and no longer there is a fault: take it from the list.
const KNOWN_CIRCLES: &[&[&str]] = &[];

/// Where modes may be named in `ui`: in their own folder and in the switcher. `view` never names one: it shows a stage.
const NAMES_MODES: &[&str] = &["modes", "mode_switcher"];

static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    walk(&src, &mut |file| {
        let module = module_of(file.strip_prefix(&src).unwrap());
        sources.push(paths::read(&module, &fs::read_to_string(file).unwrap()));
    });
    assert!(sources.len() > 100, "the sources were not found");
    sources
});

fn walk(dir: &Path, visit: &mut dyn FnMut(&Path)) {
    let mut entries: Vec<_> = fs::read_dir(dir)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            walk(&path, visit);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            visit(&path);
        }
    }
}

/// `view/pain.rs` is `[view, pain]`, `view/mod.rs` is `[view]`.
fn module_of(file: &Path) -> Vec<String> {
    let file = file.with_extension("");
    let names = file.iter().map(|name| name.to_string_lossy().into_owned());
    names.filter(|name| name != "mod").collect()
}

/// What a file names that its room must not know.
fn broken(source: &Source) -> Vec<String> {
    let own = source.module[0].as_str();
    let file = source.module.join("::");
    let Some(room) = ROOMS.iter().find(|room| room.name == own) else {
        return vec![format!("{file}: the room {own} has no rule")];
    };
    let mut found = Vec::new();
    for named in &source.named {
        let path = named.text();
        let ours = matches!(named.path[0].as_str(), "crate" | "myomap");
        let wrong = if ours {
            let other = named.path.get(1).map_or(own, String::as_str);
            let is_room = ROOMS.iter().any(|room| room.name == other);
            let for_a_test = named.in_test && other == FOR_TESTS;
            is_room && other != own && !room.knows.contains(&other) && !for_a_test
        } else {
            let mut never = room.never.iter().copied().flatten();
            never.any(|rule| is_under(&path, rule))
        };
        if wrong {
            found.push(format!("{file}, line {}: {path}", named.line));
        }
    }
    found
}

/// `bevy` forbids `bevy`, `bevy::x` and `bevy_x`; a longer rule only what is below it.
fn is_under(path: &str, rule: &str) -> bool {
    path.strip_prefix(rule).is_some_and(|rest| {
        rest.is_empty() || rest.starts_with("::") || (!rule.contains("::") && rest.starts_with('_'))
    })
}

/// Where a file that shows something asks for the mode, or names one.
fn named_modes(source: &Source) -> Vec<String> {
    let allowed = match source.module[0].as_str() {
        "view" => false,
        "ui" => source
            .module
            .get(1)
            .is_some_and(|below| NAMES_MODES.contains(&below.as_str())),
        _ => true,
    };
    if allowed {
        return Vec::new();
    }
    let file = source.module.join("::");
    let ours = |path: &[String]| path[0] == "crate" && path.iter().any(|name| name == "Mode");
    let modes = source
        .named
        .iter()
        .filter(|named| !named.in_test && ours(&named.path));
    modes
        .map(|named| format!("{file}, line {}: {}", named.line, named.text()))
        .collect()
}

#[test]
fn every_room_keeps_to_its_layer() {
    let found: Vec<_> = SOURCES.iter().flat_map(broken).collect();
    assert!(
        found.is_empty(),
        "paths across the layers:\n{}",
        found.join("\n")
    );
}

#[test]
fn a_room_knows_only_rooms_below_it() {
    for (at, room) in ROOMS.iter().enumerate() {
        for known in room.knows {
            let below = ROOMS[..at].iter().any(|other| other.name == *known);
            assert!(below, "{} may not know {known}", room.name);
        }
    }
}

#[test]
fn no_files_know_each_other_in_a_circle() {
    let graph = circles::graph(&SOURCES);
    assert!(graph.len() > 100, "the sources were not found");
    let found = circles::circles(&graph);
    let mut faults = Vec::new();
    for circle in &found {
        if !KNOWN_CIRCLES.iter().any(|known| known == circle) {
            faults.push(format!("a circle:\n{}", circles::told(&graph, circle)));
        }
    }
    for known in KNOWN_CIRCLES {
        if !found.iter().any(|circle| known == circle) {
            faults.push(format!(
                "{known:?} is no circle any more: take it from the list"
            ));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn what_shows_the_body_and_the_panels_does_not_ask_for_the_mode() {
    let found: Vec<_> = SOURCES.iter().flat_map(named_modes).collect();
    assert!(
        found.is_empty(),
        "the stage says what is shown; a mode is named in:\n{}",
        found.join("\n")
    );
}

/// A file of these names with this text.
fn file(module: &str, text: &str) -> Source {
    let module: Vec<String> = module.split("::").map(str::to_owned).collect();
    paths::read(&module, text)
}

#[test]
fn a_path_across_the_layers_is_found_however_it_is_written() {
    for (module, text) in [
        ("model", "use bevy::prelude::*;"),
        ("model", "use std::{collections::BTreeMap, fs};"),
        ("model", "use std as s; fn f() { s::fs::read(\"x\"); }"),
        ("model::check", "fn f() { std::fs::read(\"x\"); }"),
        ("model::check", "use std::io as reading;"),
        ("model", "fn f() { println!(\"{}\", crate::ui::name()); }"),
        ("model", "#[derive(bevy::prelude::Resource)] struct A;"),
        ("model", "pub use crate::anatomy;"),
        ("anatomy", "use bevy_math::Vec3;"),
        ("anatomy", "mod tests { use super::super::store::files; }"),
        ("records", "fn f() -> u64 { jiff::Timestamp::now() }"),
        (
            "records",
            "use std::time; fn f() { time::SystemTime::now(); }",
        ),
        ("study", "fn f(x: Option<crate::app::state::AppState>) {}"),
        ("view", "use crate::{app::state, ui::tokens::Theme};"),
        ("view::pain", "use super::super::ui::card;"),
        ("view", "use std::fs::File;"),
        (
            "ui",
            "fn f() { let x = crate::view::camera::Camera::new(); }",
        ),
        ("ui", "use crate::store::preferences;"),
        ("app", "use bevy::{prelude::*, render::RenderApp};"),
        ("app", "use egui::Ui;"),
        ("app", "fn f() { std::env::var(\"x\"); }"),
        ("app", "use web_sys::Window;"),
        ("store", "use crate::app::state::Preferences;"),
        ("anatomy", "mod tests { use crate::store::files; }"),
        ("output::html", "use std::fs::write;"),
        ("workshop", "use crate::study::search;"),
        ("third_party", "use crate::shell::open;"),
        ("shell", "use crate::cli::run;"),
        ("cli::show", "use crate::ui::card;"),
        ("main", "use myomap::app::state;"),
        ("attic", "fn f() {}"),
    ] {
        let found = broken(&file(module, text));
        assert_eq!(found.len(), 1, "{module}: {text}: {found:?}");
    }
}

#[test]
fn comments_texts_and_allowed_paths_are_not_found() {
    let text = r##"
        //! Without bevy and egui; see crate::view.
        /* use std::fs; */
        use crate::{anatomy::mesh, model::facts};
        use super::super::model::side::Side;
        const TEXT: &str = "bevy::prelude \" egui"; const RAW: &str = r#"std::fs "quoted""#;
        fn quote(c: char) -> bool { c == '"' || c == '\'' } // use egui;
        fn life<'a>(x: &'a str) -> &'a str { x }
        #[cfg(test)] mod tests { use crate::store::files; }
        pub(crate) fn told(this: &Self) { this.view.egui(); debug_assert!(true, "crate::view::x"); }
    "##;
    assert_eq!(broken(&file("anatomy::place", text)), Vec::<String>::new());
}

#[test]
fn a_circle_is_found_however_long_it_is() {
    let circles_of = |files: &[(&str, &str)]| {
        let sources: Vec<_> = files.iter().map(|(name, text)| file(name, text)).collect();
        circles::circles(&circles::graph(&sources))
    };
    let none: Vec<Vec<String>> = Vec::new();
    // Two, three, and one that goes through a name handed on.
    let pair = [("a::b", "use super::c::C;"), ("a::c", "use crate::a::b;")];
    assert_eq!(circles_of(&pair), [["a::b", "a::c"]]);
    let three = [
        ("a", "fn f() { crate::b::g(); }"),
        ("b", "use crate::c::h;"),
        ("c", "struct S(crate::a::A);"),
    ];
    assert_eq!(circles_of(&three), [["a", "b", "c"]]);
    let handed_on = [
        ("a", "mod inner; pub use inner::Inner;"),
        ("a::inner", "use crate::b::B;"),
        ("b", "use crate::a::Inner;"),
    ];
    assert_eq!(circles_of(&handed_on), [["a::inner", "b"]]);
    // Through a module of a folder.
    let folder = [
        ("a", "mod inner; use inner::Inner;"),
        ("a::inner", "use crate::b::B;"),
        ("b", "use crate::a::A;"),
    ];
    assert_eq!(circles_of(&folder), [["a", "a::inner", "b"]]);
    // A module and what is below it are one thing; what only tests name does not count.
    let family = [
        ("a", "mod inner; use inner::Inner; pub struct A;"),
        ("a::inner", "use super::A;"),
    ];
    assert_eq!(circles_of(&family), none);
    let tested = [
        ("a", "#[cfg(test)] mod tests { use crate::b::B; }"),
        ("b", "use crate::a::A;"),
    ];
    assert_eq!(circles_of(&tested), none);
    let in_a_file = [
        ("a", "#[cfg(test)] mod tests;"),
        ("a::tests", "use crate::b::B;"),
        ("b", "use crate::a::A;"),
    ];
    assert_eq!(circles_of(&in_a_file), none);
}

#[test]
fn a_mode_is_found_in_what_shows_and_not_in_its_own_folder() {
    for (module, text, found) in [
        ("view", "use crate::app::state::Mode;", 1),
        ("view", "use crate::app::state::{self, Mode as M};", 1),
        (
            "view::pain",
            "use crate::app::state; fn f() { state::Mode::Locate; }",
            1,
        ),
        ("ui", "fn f(m: crate::app::state::Mode) {}", 1),
        (
            "ui",
            "use crate::app::state::Mode; fn f() { matches!(x, Mode::Locate); }",
            2,
        ),
        ("ui::modes::locate", "use crate::app::state::Mode;", 0),
        ("ui::mode_switcher", "use crate::model::link::Mode;", 0),
        (
            "ui::card",
            "fn f() { egui::Mode::new(); } // Mode::Locate",
            0,
        ),
        ("app::modes", "use crate::app::state::Mode;", 0),
    ] {
        assert_eq!(named_modes(&file(module, text)).len(), found, "{text}");
    }
}
