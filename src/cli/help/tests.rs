use super::{
    super::{
        Cli,
        tests::{output, spanish},
    },
    in_words, key_of, row,
    table::{HELP, VALUE_NAMES},
    value_name,
};
use crate::{locale::Words, model::language::Language};
use clap::{Arg, Command, CommandFactory};
use std::{collections::BTreeSet, process::ExitCode};

/// Every command but those that clap adds, with where it stands.
fn all_commands(command: &Command, at: &str, all: &mut Vec<(String, Command)>) {
    all.push((at.to_owned(), command.clone()));
    let below = command.get_subcommands();
    for below in below.filter(|below| below.get_name() != "help") {
        let at = super::below_of(at, below.get_name());
        all_commands(below, &at, all);
    }
}

fn written() -> Vec<(String, Command)> {
    let mut all = Vec::new();
    all_commands(&Cli::command(), "", &mut all);
    assert!(all.len() > 10);
    all
}

#[test]
fn every_command_argument_and_placeholder_has_words_and_every_row_is_used() {
    let mut used = BTreeSet::new();
    let mut placeholders = BTreeSet::new();
    for (at, command) in written() {
        assert!(
            command.get_about().is_none(),
            "{at}: a comment of documentation"
        );
        assert!(row(&at).is_some(), "{at:?} has no words");
        used.insert(at.clone());
        for arg in command.get_arguments() {
            let id = arg.get_id().as_str();
            let here = format!("{at}/{id}");
            assert!(
                arg.get_help().is_none(),
                "{here}: a comment of documentation"
            );
            assert!(key_of(&at, id).is_some(), "{here} has no words");
            let own = row(&here).is_some();
            used.insert(if own { here.clone() } else { format!("*/{id}") });
            for value in arg.get_possible_values() {
                used.insert(format!("{here}/{}", value.get_name()));
            }
            for name in arg.get_value_names().unwrap_or_default() {
                let takes_values = arg.get_action().takes_values();
                assert!(
                    !takes_values || value_name(name).is_some(),
                    "{here}: {name}"
                );
                placeholders.insert(name.to_string());
            }
        }
    }
    used.extend(["*/help", "*/version"].map(str::to_owned));
    for (place, _) in HELP {
        // A build without the feature has no such command.
        let unbuilt = cfg!(not(feature = "workshop")) && place.starts_with("fit");
        assert!(unbuilt || used.contains(*place), "{place:?} is nothing");
    }
    for (name, _) in VALUE_NAMES {
        let of_fit = [
            "MESH",
            "MM",
            "PLACES",
            "SHARE",
            "STRUCTURE",
            "WAY",
            "FILE.ron",
        ];
        let unbuilt = cfg!(not(feature = "workshop")) && of_fit.contains(name);
        assert!(unbuilt || placeholders.contains(*name), "{name} is nothing");
    }
}

#[test]
fn the_help_of_every_command_is_wholly_in_its_language() {
    let parts = |command: &Command| -> BTreeSet<String> {
        let argument = |arg: &Arg| arg.get_help().map(ToString::to_string).unwrap_or_default();
        let mut texts: BTreeSet<String> = command.get_arguments().map(argument).collect();
        texts.extend(command.get_about().map(ToString::to_string));
        texts
    };
    let in_language = |language| {
        let mut all = Vec::new();
        let command = in_words(Cli::command(), &Words::of(language));
        all_commands(&command, "", &mut all);
        all
    };
    let (english, ours) = (in_language(Language::ENGLISH), in_language(spanish()));
    assert_eq!(english.len(), ours.len());
    for ((at, english), (_, mut ours)) in english.into_iter().zip(ours) {
        let same: Vec<_> = parts(&ours)
            .intersection(&parts(&english))
            .cloned()
            .collect();
        assert!(same.is_empty(), "{at}: {same:?}");
        for text in parts(&ours) {
            assert!(
                !text.is_empty() && !text.contains("help-"),
                "{at}: {text:?}"
            );
        }
        let page = ours.render_long_help().to_string();
        assert!(page.contains("Uso: "), "{page}");
        for left in [
            "Usage",
            "Commands",
            "Options",
            "OPTIONS",
            "COMMAND",
            "Arguments",
            "[default",
            "possible values",
            "Print",
            " the ",
            " of ",
            " and ",
            " with ",
        ] {
            assert!(!page.contains(left), "{at} says {left:?}:\n{page}");
        }
    }
}

#[test]
fn help_is_asked_for_in_every_way() {
    for line in [
        &["--help"][..],
        &["-h"],
        &["help"],
        &["help", "list"],
        &["list", "--help"],
        &["records", "help", "export"],
        &["help", "records", "export"],
        &["records", "export", "-h"],
    ] {
        let (code, english, err) = output(line, Language::ENGLISH);
        assert_eq!((code, err.as_str()), (ExitCode::SUCCESS, ""), "{line:?}");
        assert!(english.contains("Usage: myomap"), "{line:?}: {english}");
        let (_, ours, _) = output(line, spanish());
        assert!(ours.contains("Uso: myomap"), "{line:?}: {ours}");
        assert!(!ours.contains("Print"), "{ours}");
    }
    // What is asked for comes before what the system speaks.
    let (_, asked, _) = output(&["list", "--lang", "en", "--help"], spanish());
    assert!(asked.contains("Usage: "), "{asked}");
    let (_, asked, _) = output(&["list", "--lang=es", "--help"], Language::ENGLISH);
    assert!(asked.contains("Uso: "), "{asked}");
}

#[test]
fn wrong_usage_is_told_in_the_language_with_what_may_have_been_meant() {
    for (line, english, says) in [
        (
            &["lsit"][..],
            "did you mean the command \"list\"?",
            "¿querías decir la orden \"list\"?",
        ),
        (&["zzzzzz"], "a link looks like", "un enlace es así"),
        (&["list"], "missing: <KIND>", "falta: <CLASE>"),
        (
            &["list", "muscels"],
            "did you mean 'muscles'?",
            "¿querías decir 'muscles'?",
        ),
        (
            &["list", "muscles", "--jsn"],
            "did you mean '--json'?",
            "¿querías decir '--json'?",
        ),
        (&["--json"], "belongs to: check, list", "es de: check, list"),
        (
            &["list", "muscles", "--lang"],
            "needs a value",
            "le falta un valor",
        ),
        (
            &["list", "muscles", "--lang", "e!"],
            "no tag of a language",
            "no es la etiqueta",
        ),
        (&["locate", "temple", "--top", "0"], "1 or more", "1 o más"),
        (
            &["locate", "temple", "--paint", "x"],
            "does not go with",
            "no va junto con",
        ),
        (
            &["locate", "temple", "--side", "up"],
            "One of: left, right, both",
            "A elegir: left, right, both",
        ),
        (
            &["show", "a", "b"],
            "no argument 'b' here",
            "ningún argumento 'b'",
        ),
        (
            &["check", "--json", "--json"],
            "more than once",
            "más de una vez",
        ),
        (
            &["records", "exprot"],
            "command \"export\"?",
            "orden \"export\"?",
        ),
        (
            &["render", "#depth=1", "-o", "x.png", "--size", "10"],
            "1280x800",
            "1280x800",
        ),
        (
            &["#depth=1", "list", "muscles"],
            "opens the window",
            "abre la ventana",
        ),
    ] {
        for (language, says) in [(Language::ENGLISH, english), (spanish(), says)] {
            let (code, out, err) = output(line, language);
            assert_eq!((code, out.as_str()), (ExitCode::from(2), ""), "{line:?}");
            assert!(
                err.starts_with("error: ") && err.contains(says),
                "{line:?}: {err}"
            );
            let usage = if language == spanish() {
                "\nUso: myomap"
            } else {
                "\nUsage: myomap"
            };
            assert!(err.contains(usage), "{line:?}: {err}");
            for left in [
                "tip:",
                "Usage",
                "For more",
                "unexpected",
                "similar",
                " the ",
                " is ",
            ] {
                assert!(
                    language == Language::ENGLISH || !err.contains(left),
                    "{line:?}: {err}"
                );
            }
        }
    }
    let (code, _, err) = output(&["records"], spanish());
    assert_eq!(code, ExitCode::from(2));
    assert!(err.contains("Uso: myomap records"), "{err}");
}
