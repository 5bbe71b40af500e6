//! The sources and the words of every language, held against each other: every key that the
//! code names is there, every key that is there is named, every language says everything with
//! the same variables, and the panels say nothing in letters of their own.

// Clippy knows test functions, not their helpers.
#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what should not happen"
)]

#[path = "locale/fluent.rs"]
mod fluent;
#[path = "locale/source.rs"]
mod source;

use fluent::{Language, messages};
use myomap::locale;
use source::{Given, Said, own_words, said};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// What is wrong between the sources (path and text) and the languages, of which `en` leads.
fn faults(sources: &[(String, String)], languages: &BTreeMap<String, Language>) -> Vec<String> {
    let mut faults = Vec::new();
    let english = &languages["en"];
    let mut used = BTreeSet::new();
    for (path, text) in sources {
        let all = match said(text) {
            Ok(all) => all,
            Err(what) => {
                faults.push(format!("{path}: {what}"));
                continue;
            }
        };
        for Said { key, given } in all {
            match english.messages.get(&key) {
                None => faults.push(format!("{path}: en has no {key}")),
                Some(wants) => {
                    let wrong = match &given {
                        Given::All(given) => given != wants,
                        Given::Some(name) => !wants.contains(name),
                        Given::Unknown => false,
                    };
                    if wrong {
                        faults.push(format!("{path}: {key} wants {wants:?}, not {given:?}"));
                    }
                }
            }
            used.insert(key);
        }
    }
    for key in english.messages.keys() {
        if !used.contains(key) {
            faults.push(format!("{key} is said nowhere"));
        }
    }
    for (tag, language) in languages {
        faults.extend(
            language
                .faults
                .iter()
                .map(|fault| format!("{tag}: {fault}")),
        );
        for (key, wants) in &english.messages {
            match language.messages.get(key) {
                None => faults.push(format!("{tag} has no {key}")),
                Some(has) if has != wants => {
                    faults.push(format!("{tag}: {key} has {has:?}, English {wants:?}"));
                }
                Some(_) => {}
            }
        }
        for key in language.messages.keys() {
            if !english.messages.contains_key(key) {
                faults.push(format!("{tag}: {key} is not in English"));
            }
        }
    }
    faults
}

fn walk(dir: &Path, files: &mut Vec<(String, String)>) {
    let mut paths: Vec<_> = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            walk(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            files.push((path.display().to_string(), text));
        }
    }
}

fn sources() -> Vec<(String, String)> {
    let mut files = Vec::new();
    walk(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut files,
    );
    assert!(files.len() > 100, "the sources were not found");
    files
}

#[test]
fn every_language_says_what_the_sources_name_and_nothing_else() {
    let mut languages = BTreeMap::new();
    for spoken in locale::languages() {
        let files: Vec<_> = locale::files(spoken.language).collect();
        languages.insert(spoken.language.to_string(), messages(&files));
    }
    assert!(languages.len() > 1 && languages.contains_key("en"));
    assert!(languages["en"].messages.len() > 100);
    let faults = faults(&sources(), &languages);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn panels_say_nothing_in_words_of_their_own() {
    let mut found = Vec::new();
    for (path, text) in sources() {
        // A file of tests has texts of its own, as a module of tests has.
        let of_tests = path.ends_with("/tests.rs");
        if path.contains("/src/ui/") && !of_tests {
            found.extend(
                own_words(&text)
                    .into_iter()
                    .map(|says| format!("{path}: {says:?}")),
            );
        }
    }
    assert!(
        found.is_empty(),
        "not in assets/locale:\n{}",
        found.join("\n")
    );
}

#[test]
fn each_kind_of_fault_is_found() {
    let language = |text: &str| messages(&[("a.ftl", text)]);
    let of = |says: &str, en: &str, es: &str| {
        let source = format!("fn f() {{ {says}; }}");
        let languages = BTreeMap::from([("en".into(), language(en)), ("es".into(), language(es))]);
        faults(&[("a.rs".into(), source)], &languages).join("; ")
    };
    let count = "a-b =\n    { $n ->\n        [one] x\n       *[other] { $n }\n    } { $m }\n";
    assert_eq!(of(r#"w.say("a-b")"#, "a-b = x\n", "a-b = y\n"), "");
    assert_eq!(
        of(
            "w.say_with(\n \"a-b\", &[(\"n\", 1.into()), (\"m\", f(1, 2))])",
            count,
            count
        ),
        ""
    );
    assert_eq!(of(r#"Key("a-b")"#, "a-b = x\n", "a-b = y\n"), "");
    for said in [
        r#"format!("{}", w.say("a-b"))"#,
        r#"matches!(x, A | B if y == Key("a-b"))"#,
        r#"vec![x.say("a-b"); 3]"#,
    ] {
        assert_eq!(of(said, "a-b = x\n", "a-b = y\n"), "", "{said}");
    }
    let message = r#"Message::new(Key("a-b")).with("n", 1).with("m", 2)"#;
    assert_eq!(of(message, count, count), "");
    for (source, en, es, told) in [
        (r#"w.say("a-c")"#, "", "", "en has no a-c"),
        (r#"Key("a-c")"#, "", "", "en has no a-c"),
        (
            "/* w.say(\"a-b\") */",
            "a-b = x\n",
            "a-b = y\n",
            "a-b is said nowhere",
        ),
        (r#"w.say("a-b")"#, "a-b = x\n", "", "es has no a-b"),
        (
            r#"w.say("a-b")"#,
            "a-b = x\n",
            "a-b = y\na-c = z\n",
            "a-c is not in English",
        ),
        (
            r#"w.say_with("a-b", &[("n", n)])"#,
            "a-b = { $n }\n",
            "a-b = { $m }\n",
            "English",
        ),
        (
            r#"w.say_with("a-b", &[("m", n)])"#,
            "a-b = { $n }\n",
            "a-b = { $n }\n",
            "wants",
        ),
        (
            r#"w.say("a-b")"#,
            "a-b = { $n }\n",
            "a-b = { $n }\n",
            "wants",
        ),
        (
            r#"Message::new(Key("a-b")).with("n", 1).with("m", 2)"#,
            "a-b = { $n }\n",
            "a-b = { $n }\n",
            "wants",
        ),
        (
            r#"w.say("a-b")"#,
            "a-b = x\na-b = y\n",
            "a-b = y\n",
            "twice",
        ),
        (
            r#"w.say("a-b")"#,
            "a-b = { x\n",
            "a-b = y\n",
            "cannot be read",
        ),
        ("w.say(key)", "", "", "written out"),
        ("Key(key)", "", "", "written out"),
    ] {
        let found = of(source, en, es);
        assert!(
            found.contains(told),
            "{source}: {found:?} should tell {told:?}"
        );
    }
    assert_eq!(
        own_words(
            "/// Not this.\nfn f() { label(\"Show all\"); // \"Not this\"\n id(\"top bar\") }"
        ),
        ["Show all"]
    );
    let none: Vec<String> = Vec::new();
    assert_eq!(own_words("fn f() { says(\"felt by most people\") }"), none);
    assert_eq!(
        own_words("#[cfg(test)] mod tests { fn f() { \"Show all\" } }"),
        none
    );
    for felt in [
        "says(\"Felt by {name}\")",
        "format!(\"Felt by {name}\")",
        "[r#\"Felt by {name}\"#]",
    ] {
        let source = format!("fn f() {{ {felt}; }}");
        assert_eq!(own_words(&source), ["Felt by {name}"]);
    }
}
