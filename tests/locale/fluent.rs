//! The messages of a language, with the variables of each.

use fluent_bundle::FluentResource;
use std::collections::{BTreeMap, BTreeSet};

/// A language's files, read.
#[derive(Default)]
pub struct Language {
    /// The names of the variables by the message's key.
    pub messages: BTreeMap<String, BTreeSet<String>>,
    /// What cannot be read, and what is there twice.
    pub faults: Vec<String>,
}

/// Reads the files, given by name and text.
pub fn messages(files: &[(&str, &str)]) -> Language {
    let mut language = Language::default();
    for (name, text) in files {
        if let Err((_, errors)) = FluentResource::try_new((*text).to_owned()) {
            language
                .faults
                .push(format!("{name} cannot be read: {errors:?}"));
        }
        let mut key = None;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            // A message begins at the margin; what belongs to it is indented.
            let begins = line.starts_with(|c: char| c.is_ascii_alphabetic());
            if let Some((new, _)) = line.split_once('=').filter(|_| begins) {
                let new = new.trim().to_owned();
                if language
                    .messages
                    .insert(new.clone(), BTreeSet::new())
                    .is_some()
                {
                    language
                        .faults
                        .push(format!("{name}: {new} is there twice"));
                }
                key = Some(new);
            }
            if let Some(variables) = key.as_ref().and_then(|key| language.messages.get_mut(key)) {
                variables.extend(line.split('$').skip(1).map(|rest| {
                    rest.chars()
                        .take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-')
                        .collect::<String>()
                }));
            }
        }
    }
    language
}
