//! The layers of the house: who may know whom.
//!
//! Reads the paths (`use` and others) of every file of `src/` and holds them against the
//! rules. Comments and texts do not count.

// Clippy knows test functions, not their helpers.
#![allow(clippy::unwrap_used)]

use std::{fs, path::Path};

/// A room, and the first names of paths that must not appear in it.
const RULES: &[(&str, &[&str])] = &[
    ("model", &PURE),
    ("anatomy", &PURE),
    ("study", &PURE),
    ("locale", &PURE),
    (
        "store",
        &[
            "bevy",
            "egui",
            "crate::app",
            "crate::view",
            "crate::ui",
            "crate::cli",
            "crate::shell",
            "crate::third_party",
        ],
    ),
    (
        "app",
        &[
            "egui",
            "bevy_egui",
            "bevy_pbr",
            "bevy_render",
            "bevy_core_pipeline",
            "bevy::pbr",
            "bevy::render",
            "bevy::core_pipeline",
            "crate::view",
            "crate::ui",
            "crate::cli",
            "crate::shell",
            "crate::third_party",
        ],
    ),
    (
        "view",
        &[
            "egui",
            "bevy_egui",
            "crate::ui",
            "crate::cli",
            "crate::shell",
        ],
    ),
    (
        "ui",
        &[
            "bevy",
            "crate::view",
            "crate::cli",
            "crate::shell",
            "crate::third_party",
        ],
    ),
    (
        "cli",
        &[
            "bevy",
            "egui",
            "crate::view",
            "crate::ui",
            "crate::third_party",
        ],
    ),
];

const PURE: [&str; 15] = [
    "bevy",
    "egui",
    "std::fs",
    "std::env",
    "std::process",
    "std::net",
    "std::path",
    "std::io",
    "crate::store",
    "crate::app",
    "crate::view",
    "crate::ui",
    "crate::cli",
    "crate::shell",
    "crate::third_party",
];

#[test]
fn every_room_keeps_to_its_layer() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut files = 0;
    walk(&src, &mut |file| {
        files += 1;
        let text = fs::read_to_string(file).unwrap();
        let module = module_of(file.strip_prefix(&src).unwrap());
        for path in broken(&module, &text) {
            found.push(format!("{}: {path}", file.display()));
        }
    });
    assert!(files > 20, "the sources were not found");
    assert!(
        found.is_empty(),
        "paths across the layers:\n{}",
        found.join("\n")
    );
}

#[test]
fn a_path_across_the_layers_is_found_however_it_is_written() {
    for (module, text) in [
        ("model", "use bevy::prelude::*;"),
        ("model", "use std::{collections::BTreeMap, fs};"),
        ("model::check", "fn f() { std::fs::read(\"x\"); }"),
        ("anatomy", "use bevy_math::Vec3;"),
        ("view", "use crate::{app::state, ui::tokens::Theme};"),
        ("view::pain", "use super::super::ui::card;"),
        ("ui", "let x = crate::view::camera::Camera::new();"),
        ("app", "use bevy::{prelude::*, render::RenderApp};"),
        ("app", "use egui::Ui;"),
        ("store", "use crate::app::state::Preferences;"),
    ] {
        let module: Vec<String> = module.split("::").map(str::to_owned).collect();
        assert_eq!(broken(&module, text).len(), 1, "{text}");
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
    "##;
    let module = vec!["anatomy".to_owned(), "place".to_owned()];
    assert_eq!(broken(&module, text), Vec::<String>::new());
}

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

/// The paths of a module's text that its room must not know.
fn broken(module: &[String], text: &str) -> Vec<String> {
    let Some((_, forbidden)) = RULES.iter().find(|(room, _)| *room == module[0]) else {
        return Vec::new();
    };
    let paths = paths(&tokens(text));
    let full = paths
        .into_iter()
        .map(|path| absolute(module, path).join("::"));
    full.filter(|path| forbidden.iter().any(|rule| is_under(path, rule)))
        .collect()
}

/// `bevy` forbids `bevy`, `bevy::x` and `bevy_x`; a longer rule only what is below it.
fn is_under(path: &str, rule: &str) -> bool {
    path.strip_prefix(rule).is_some_and(|rest| {
        rest.is_empty() || rest.starts_with("::") || (!rule.contains("::") && rest.starts_with('_'))
    })
}

/// With `super` replaced by what it stands for.
fn absolute(module: &[String], path: Vec<String>) -> Vec<String> {
    let up = path.iter().take_while(|name| *name == "super").count();
    if up == 0 {
        return path;
    }
    let kept = module.len().saturating_sub(up);
    let above = std::iter::once("crate".to_owned()).chain(module[..kept].iter().cloned());
    above.chain(path[up..].iter().cloned()).collect()
}

/// Names, `::`, and the signs that matter to paths; comments and texts left out.
fn tokens(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut i = 0;
    let starts = |i: usize, what: &str| {
        what.chars()
            .enumerate()
            .all(|(n, c)| chars.get(i + n) == Some(&c))
    };
    while i < chars.len() {
        let c = chars[i];
        if starts(i, "//") {
            while i < chars.len() && chars[i] != '\n' {
                i += 1;
            }
        } else if starts(i, "/*") {
            while i < chars.len() && !starts(i, "*/") {
                i += 1;
            }
            i += 2;
        } else if c == 'r' && (starts(i + 1, "\"") || starts(i + 1, "#\"") || starts(i + 1, "##\""))
        {
            let hashes = chars[i + 1..].iter().take_while(|c| **c == '#').count();
            let end = format!("\"{}", "#".repeat(hashes));
            i += hashes + 2;
            while i < chars.len() && !starts(i, &end) {
                i += 1;
            }
            i += end.len();
        } else if c == '"' {
            i += 1;
            while i < chars.len() && chars[i] != '"' {
                i += if chars[i] == '\\' { 2 } else { 1 };
            }
            i += 1;
        } else if c == '\'' && (starts(i + 2, "'") || starts(i + 1, "\\")) {
            // A character; a lifetime has no second quotation mark.
            i += if chars[i + 1] == '\\' { 3 } else { 2 };
            while i < chars.len() && chars[i] != '\'' {
                i += 1;
            }
            i += 1;
        } else if c.is_alphabetic() || c == '_' {
            let start = i;
            while i < chars.len() && (chars[i].is_alphanumeric() || chars[i] == '_') {
                i += 1;
            }
            tokens.push(chars[start..i].iter().collect());
        } else if starts(i, "::") {
            tokens.push("::".to_owned());
            i += 2;
        } else {
            if !c.is_whitespace() {
                tokens.push(c.to_string());
            }
            i += 1;
        }
    }
    tokens
}

/// Every path of the text, groups in braces spelled out.
fn paths(tokens: &[String]) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        if is_name(&tokens[i]) {
            i = path(tokens, i, &[], &mut all);
        } else {
            i += 1;
        }
    }
    all
}

/// Reads the path that begins at `i`; gives where it ends.
fn path(tokens: &[String], mut i: usize, before: &[String], all: &mut Vec<Vec<String>>) -> usize {
    let mut names = before.to_vec();
    names.push(tokens[i].clone());
    i += 1;
    let is = |i: usize, what: &str| tokens.get(i).is_some_and(|token| token == what);
    while is(i, "::") {
        i += 1;
        if is(i, "{") {
            i += 1;
            while i < tokens.len() && !is(i, "}") {
                i = if is_name(&tokens[i]) {
                    path(tokens, i, &names, all)
                } else {
                    i + 1
                };
            }
            return i + 1;
        }
        match tokens.get(i) {
            Some(name) if is_name(name) => names.push(name.clone()),
            _ => break,
        }
        i += 1;
    }
    all.push(names);
    i
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}
