//! `--lang`: the language that lists and cards are in, and that of help and errors.

use super::CliError;
use crate::{
    locale::{self, Key, Message, Refused, Words, languages_with, speaks_with},
    model::{catalog::Catalog, language::Language},
    store,
};
use std::ffi::OsString;

#[derive(clap::Args, Debug)]
pub struct LanguageArgs {
    #[arg(long, value_name = "TAG", default_value = "en", value_parser = language)]
    lang: Language,
}

impl LanguageArgs {
    /// The words of the language.
    ///
    /// # Errors
    /// Where neither the interface nor a pack speaks it.
    pub fn words(&self, catalog: &Catalog) -> Result<Words, CliError> {
        if speaks_with(self.lang, catalog) {
            return Ok(Words::with(self.lang, catalog));
        }
        let tags: Vec<String> = languages_with(catalog)
            .iter()
            .map(|x| x.language.to_string())
            .collect();
        let tags = tags.join(", ");
        let said = Message::new(Key("command-no-language"));
        Err(CliError::Said(
            said.with("language", self.lang.to_string())
                .with("languages", tags),
        ))
    }
}

fn language(text: &str) -> Result<Language, Refused> {
    text.parse().or(Err(Refused(Key("usage-language").into())))
}

/// The system's language, where the interface speaks it; else English.
#[must_use]
pub fn system_language() -> Language {
    let spoken = store::system_languages();
    let found = locale::recognised(spoken.iter().map(String::as_str));
    found.unwrap_or(Language::ENGLISH)
}

/// The language that `--lang` names, wherever it stands: help and errors are told before arguments are understood.
pub(super) fn asked_for(arguments: &[OsString]) -> Option<Language> {
    let mut words = arguments
        .iter()
        .map(|word| word.to_string_lossy())
        .take_while(|word| word != "--");
    let mut tag = None;
    while let Some(word) = words.next() {
        if word == "--lang" {
            tag = words.next();
        } else if let Some(given) = word.strip_prefix("--lang=") {
            tag = Some(given.to_owned().into());
        }
    }
    let language = tag?.parse().ok()?;
    locale::speaks(language).then_some(language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_found_wherever_it_stands_and_only_where_it_is_spoken() {
        let asked = |line: &str| {
            let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            asked_for(&words).map(|language| language.to_string())
        };
        for line in ["myomap list --lang es", "myomap --lang=es lsit --what"] {
            assert_eq!(asked(line).as_deref(), Some("es"), "{line}");
        }
        for line in [
            "myomap list",
            "myomap list --lang",
            "myomap list --lang xx",
            "myomap show -- --lang es",
            "myomap show --language es",
        ] {
            assert_eq!(asked(line), None, "{line}");
        }
    }
}
