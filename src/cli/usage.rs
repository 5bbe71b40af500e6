//! What is said of wrong usage, in a language: clap tells what is wrong, the words are ours
//! (`assets/locale/<language>/usage.ftl`).
//!
//! Not here: help (`help`), and what goes wrong with a request that was understood (`error`).

use crate::locale::{Message, Refused, Words};
use clap::{
    Command,
    error::{ContextKind, ContextValue, Error, ErrorKind},
};
use std::error::Error as _;

/// The whole text of an error: what is wrong, what may have been meant, how the command is used.
pub(super) fn told(error: &Error, command: &Command, words: &Words) -> String {
    let mut text = line(&what(error, words), words);
    let mut more = |said: String| text.push_str(&format!("  {said}\n"));
    if let Some(values) = all(error, ContextKind::ValidValue) {
        let args = [("values", values.join(", ").into())];
        more(words.say_with("usage-values", &args).into_owned());
    }
    tips(error, command, words).into_iter().for_each(more);
    let usage = match error.get(ContextKind::Usage) {
        Some(ContextValue::StyledStr(usage)) => usage.to_string(),
        _ => command.clone().render_usage().to_string(),
    };
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    text + &how(usage, words)
}

/// The same for what clap does not find: a link before a command.
pub(super) fn link_and_command(command: &Command, words: &Words) -> String {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    line(&words.say("usage-link-and-command"), words) + &how(usage, words)
}

fn line(what: &str, words: &Words) -> String {
    format!(
        "{}\n",
        words.say_with("usage-error", &[("what", what.into())])
    )
}

fn how(usage: &str, words: &Words) -> String {
    // The command is what stands before its arguments.
    let command = usage.split(" [").next().unwrap_or_default();
    let command = command.split(" <").next().unwrap_or_default();
    format!(
        "\n{}\n\n{}\n",
        words.say_with("usage-line", &[("usage", usage.into())]),
        words.say_with("usage-see-help", &[("command", command.into())])
    )
}

fn what(error: &Error, words: &Words) -> String {
    let argument = || one(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = || one(error, ContextKind::InvalidValue).unwrap_or_default();
    let of_argument = || ("argument", argument().into());
    let said = match error.kind() {
        ErrorKind::UnknownArgument => words.say_with("usage-unknown-argument", &[of_argument()]),
        ErrorKind::InvalidSubcommand => {
            let name = one(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            words.say_with("usage-unknown-command", &[("command", name.into())])
        }
        ErrorKind::InvalidValue if value().is_empty() => {
            words.say_with("usage-missing-value", &[of_argument()])
        }
        ErrorKind::InvalidValue => {
            let args = [of_argument(), ("value", value().into())];
            words.say_with("usage-invalid-value", &args)
        }
        ErrorKind::ValueValidation => {
            let why = error.source().and_then(|why| why.downcast_ref::<Refused>());
            match why {
                Some(Refused(why)) => {
                    let why = words.put(why);
                    let args = [
                        of_argument(),
                        ("value", value().into()),
                        ("why", why.into()),
                    ];
                    return words.say_with("usage-refused-value", &args).into_owned();
                }
                None => {
                    let args = [of_argument(), ("value", value().into())];
                    words.say_with("usage-invalid-value", &args)
                }
            }
        }
        ErrorKind::TooManyValues => {
            let args = [of_argument(), ("value", value().into())];
            words.say_with("usage-too-many-values", &args)
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            words.say_with("usage-missing-value", &[of_argument()])
        }
        ErrorKind::ArgumentConflict => return conflict(error, words),
        ErrorKind::MissingRequiredArgument => {
            let missing = all(error, ContextKind::InvalidArg).unwrap_or_default();
            let args = [("arguments", missing.join(", ").into())];
            words.say_with("usage-missing-arguments", &args)
        }
        ErrorKind::MissingSubcommand => {
            let name = one(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            let below = all(error, ContextKind::ValidSubcommand).unwrap_or_default();
            let args = [
                ("command", name.into()),
                ("commands", below.join(", ").into()),
            ];
            words.say_with("usage-missing-command", &args)
        }
        ErrorKind::InvalidUtf8 => words.say("usage-not-text"),
        _ => words.say("usage-wrong"),
    };
    said.into_owned()
}

fn conflict(error: &Error, words: &Words) -> String {
    let argument = one(error, ContextKind::InvalidArg)
        .or_else(|| one(error, ContextKind::InvalidSubcommand))
        .unwrap_or_default();
    let others = match error.get(ContextKind::PriorArg) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(all)) => all.clone(),
        _ => Vec::new(),
    };
    let is_twice = others == [argument.clone()];
    let argument = ("argument", argument.into());
    let said = match others.as_slice() {
        [] => words.say_with("usage-conflict-any", &[argument]),
        // clap tells what is given twice as being in conflict with itself.
        _ if is_twice => words.say_with("usage-twice", &[argument]),
        others => {
            let args = [argument, ("others", others.join(", ").into())];
            words.say_with("usage-conflict", &args)
        }
    };
    said.into_owned()
}

/// What may have been meant.
fn tips(error: &Error, command: &Command, words: &Words) -> Vec<String> {
    let mut tips = Vec::new();
    if let Some(name) = one(error, ContextKind::SuggestedArg) {
        let args = [("argument", name.into())];
        tips.push(words.say_with("usage-similar-argument", &args).into_owned());
    }
    if let Some(value) = one(error, ContextKind::SuggestedValue) {
        let args = [("value", value.into())];
        tips.push(words.say_with("usage-similar-value", &args).into_owned());
    }
    for name in all(error, ContextKind::SuggestedSubcommand).unwrap_or_default() {
        tips.push(words.put(&similar_command(&name)).into_owned());
    }
    let unknown = one(error, ContextKind::InvalidArg)
        .filter(|_| error.kind() == ErrorKind::UnknownArgument)
        .unwrap_or_default();
    let owners = owners(command, &unknown);
    if !owners.is_empty() {
        let args = [
            ("argument", unknown.as_str().into()),
            ("commands", owners.join(", ").into()),
        ];
        tips.push(words.say_with("usage-argument-of", &args).into_owned());
    } else if let Some(ContextValue::StyledStrs(said)) = error.get(ContextKind::Suggested)
        && said.iter().any(|said| said.to_string().contains("'-- "))
    {
        let args = [("argument", unknown.as_str().into())];
        tips.push(words.say_with("usage-as-value", &args).into_owned());
    }
    tips
}

/// That a command of that name may have been meant.
pub(super) fn similar_command(name: &str) -> Message {
    Message::new(crate::locale::Key("usage-similar-command")).with("command", name)
}

/// The commands that have an argument, written `--json`.
fn owners(command: &Command, argument: &str) -> Vec<String> {
    let Some(name) = argument.strip_prefix("--").filter(|name| !name.is_empty()) else {
        return Vec::new();
    };
    let has = |below: &&Command| {
        let mut arguments = below.get_arguments();
        arguments.any(|arg| arg.get_long() == Some(name))
    };
    let owners = command.get_subcommands().filter(has);
    owners.map(|below| below.get_name().to_owned()).collect()
}

fn one(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(all)) => all.first().cloned(),
        _ => None,
    }
}

fn all(error: &Error, kind: ContextKind) -> Option<Vec<String>> {
    match error.get(kind) {
        Some(ContextValue::Strings(all)) if !all.is_empty() => Some(all.clone()),
        Some(ContextValue::String(text)) if !text.is_empty() => Some(vec![text.clone()]),
        _ => None,
    }
}
