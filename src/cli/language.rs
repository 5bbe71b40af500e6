//! `--lang`: the language that lists and cards are in.

use crate::{
    locale::{languages, speaks},
    model::language::Language,
};

#[derive(clap::Args, Debug)]
pub struct LanguageArgs {
    /// Language of names and headings, e.g. es; the data's explanations are in English. Not the
    /// system's, so that scripts print the same everywhere
    #[arg(long, value_name = "TAG", default_value = "en", value_parser = language)]
    pub lang: Language,
}

fn language(text: &str) -> Result<Language, String> {
    let language = text.parse().ok().filter(|language| speaks(*language));
    language.ok_or_else(|| {
        let all = languages();
        let tags: Vec<String> = all.iter().map(|x| x.language.to_string()).collect();
        format!("the languages are {}", tags.join(", "))
    })
}
