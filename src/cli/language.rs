//! `--lang`: the language that lists and cards are in.

use super::CliError;
use crate::{
    locale::{Words, languages_with, speaks_with},
    model::{catalog::Catalog, language::Language},
};

#[derive(clap::Args, Debug)]
pub struct LanguageArgs {
    /// Language of what is printed, e.g. es; what the data has not translated is in English. Not the
    /// system's, so that scripts print the same everywhere
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
        Err(CliError::Unknown(format!(
            "there is no language {}; there are {tags}",
            self.lang
        )))
    }
}

fn language(text: &str) -> Result<Language, String> {
    let language = text.parse().ok();
    language.ok_or_else(|| "it is no tag of a language, e.g. es".to_owned())
}
