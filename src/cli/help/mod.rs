//! The help of the command line, in a language: `--help`, headings, what each command and argument is for.
//!
//! The words are in `assets/locale/<language>/help.ftl` and nowhere else: commands and arguments have no comments
//! of documentation, which clap would print in English. [`table`] tells which words belong where.
//!
//! # How a new command or argument gets its words
//! 1. `assets/locale/en/help.ftl` and `es/help.ftl`: `help-search = Find …`, without a full stop at the end.
//! 2. `table.rs`: `("search", Key("help-search"))` for the command, `("search/words", Key(…))` for its argument of
//!    that id, `("list/kind/rules", Key(…))` for one of the values that an argument can have. What has no row of its
//!    own takes that of `*`: `--lang` means the same everywhere.
//! 3. A placeholder such as `FILE` that is new: a row of `VALUE_NAMES`.
//!
//! A test walks through all commands and finds what has no words, and rows that nothing uses.
//!
//! Not here: what is said of wrong usage (`usage.rs`).

mod table;
#[cfg(test)]
mod tests;

use crate::locale::{Key, Words};
use clap::{
    Arg, ArgAction, Command,
    builder::{PossibleValue, Str},
};
use table::{HELP, VALUE_NAMES};

/// A command whose help is in a language, ready to parse.
pub(super) fn in_words(command: Command, words: &Words) -> Command {
    // The flags and the command that clap adds would be in English.
    let command = command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(flag("version", 'V', ArgAction::Version));
    let mut command = command_in_words(command, "", words);
    command.build();
    usage_in_words(command, "", words)
}

fn flag(name: &'static str, short: char, action: ArgAction) -> Arg {
    Arg::new(name).short(short).long(name).action(action)
}

/// Texts, headings and placeholders of a command and of those below it.
fn command_in_words(command: Command, at: &str, words: &Words) -> Command {
    let mut place = 0;
    command
        .arg(flag("help", 'h', ArgAction::Help))
        .about(row(at).map_or_else(String::new, |key| words.key(key).into_owned()))
        .help_template(format!(
            "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}",
            words.say("help-usage")
        ))
        .subcommand_help_heading(words.say("help-commands").into_owned())
        .subcommand_value_name(words.say("help-value-command").into_owned())
        .mut_args(|arg| {
            place += 1;
            argument_in_words(arg, at, place, words)
        })
        .mut_subcommands(|below| {
            let at = below_of(at, below.get_name());
            command_in_words(below, &at, words)
        })
}

fn argument_in_words(arg: Arg, at: &str, place: usize, words: &Words) -> Arg {
    let id = arg.get_id().as_str();
    let text = key_of(at, id).map(|key| words.key(key).into_owned());
    let mut text = text.unwrap_or_default();
    let takes_values = arg.get_action().takes_values();
    let defaults: Vec<String> = (arg.get_default_values().iter())
        .filter(|_| takes_values)
        .map(|value| value.to_string_lossy().into_owned())
        .collect();
    if !defaults.is_empty() {
        let value = [("value", defaults.join(", ").into())];
        text = format!("{text} {}", words.say_with("help-default", &value));
    }
    if takes_values {
        let values = arg.get_possible_values();
        text.push_str(&values_in_words(&values, &format!("{at}/{id}"), words));
    }
    let heading = match arg.is_positional() {
        true => words.say("help-arguments"),
        false => words.say("help-options"),
    };
    let names: Vec<Str> = (arg.get_value_names().unwrap_or_default().iter())
        .map(|name| match value_name(name) {
            Some(key) => words.key(key).into_owned().into(),
            None => name.clone(),
        })
        .collect();
    let positional = arg.is_positional();
    let arg = arg
        .help(text)
        .help_heading(heading.into_owned())
        .hide_default_value(takes_values)
        .hide_possible_values(takes_values);
    let arg = match positional {
        true => arg.display_order(place),
        false => arg,
    };
    match names.is_empty() {
        true => arg,
        false => arg.value_names(names),
    }
}

/// The values that an argument can have: in a row, or a line each where there is something to say of them.
fn values_in_words(values: &[PossibleValue], at: &str, words: &Words) -> String {
    if values.is_empty() {
        return String::new();
    }
    let told = |value: &PossibleValue| row(&format!("{at}/{}", value.get_name()));
    if !values.iter().any(|value| told(value).is_some()) {
        let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
        let names = [("values", names.join(", ").into())];
        return format!(" {}", words.say_with("help-one-of", &names));
    }
    let line = |value: &PossibleValue| match told(value) {
        Some(key) => format!("\n- {}: {}", value.get_name(), words.key(key)),
        None => format!("\n- {}", value.get_name()),
    };
    values.iter().map(line).collect()
}

/// What clap knows only after all is put together: the line of usage, and the command `help` that it adds.
fn usage_in_words(mut command: Command, at: &str, words: &Words) -> Command {
    let usage = command.render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    let options = format!("[{}]", words.say("help-value-options"));
    command
        .override_usage(usage.replace("[OPTIONS]", &options))
        .mut_subcommands(|below| match below.get_name() {
            "help" => below.about(words.say("help-help-command").into_owned()),
            name => {
                let at = below_of(at, name);
                usage_in_words(below, &at, words)
            }
        })
}

/// How a command below another is written in the table: `records export`.
fn below_of(at: &str, name: &str) -> String {
    match at {
        "" => name.to_owned(),
        _ => format!("{at} {name}"),
    }
}

/// The words of an argument: its own, or those that it has everywhere.
fn key_of(at: &str, id: &str) -> Option<Key> {
    row(&format!("{at}/{id}")).or_else(|| row(&format!("*/{id}")))
}

fn row(at: &str) -> Option<Key> {
    let found = HELP.iter().find(|(place, _)| *place == at);
    found.map(|(_, key)| *key)
}

fn value_name(name: &str) -> Option<Key> {
    let found = VALUE_NAMES.iter().find(|(known, _)| *known == name);
    found.map(|(_, key)| *key)
}
