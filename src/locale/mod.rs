//! What the interface says, in the user's language.
//!
//! Every text of the interface is a message in `assets/locale/<language>/*.ftl` (Fluent), and
//! the code names it by its key. The files are part of the program. Not here: facts and their
//! names, which are data ([`crate::model::names`]).
//!
//! # How to add a text
//! 1. Write it into a file of `assets/locale/en/`, one file a panel, and into the file of the
//!    same name in every other language: `card-find = Find it`. Keys are words with hyphens and
//!    begin with their panel. What changes is a variable: `peel-to = Peel to layer { $depth }`;
//!    a count chooses its form by a selector, as `points-count` in `card.ftl` does.
//! 2. Say it: `let w = ctx.words; text::section(ui, t, &w.say("card-find"))`, with variables
//!    `w.say_with("peel-to", &[("depth", 3.into())])`. The key is written out in the call, so
//!    that a test finds it; a table holds [`Key`]s, `Key("card-find")`, said by `w.key(…)`.
//!    Never make a key out of parts, nor a sentence out of messages: other languages order
//!    their words differently.
//! 3. What a muscle, a point or another entry of the data is called comes from
//!    `ctx.name(muscle)`, never from `names.english`.
//! 4. What the application tells the user from outside of the panels is a [`Message`]: a key with
//!    its variables, put into words where it is shown.
//!
//! `tests/locale.rs` holds the sources and the files of all languages against each other.
//!
//! # How to add a language
//! Copy `assets/locale/en` to the language's tag, translate it, and do the same for
//! `data/locale/es`. Nothing else: the settings offer every language that has a folder. Without a build: a pack with
//! `locale/<tag>/interface/*.ftl` beside its names and texts.

mod message;
mod refused;

pub use fluent_bundle::FluentValue as Value;
pub use message::{Arg, Message};
pub use refused::Refused;

use crate::model::{catalog::Catalog, language::Language};
use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use include_dir::{Dir, include_dir};
use std::{borrow::Cow, fmt};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/locale");

/// The key of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub &'static str);

/// A language that the interface speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AvailableLanguage {
    /// Its tag.
    pub language: Language,
    /// What it calls itself, e.g. `Español`.
    pub own_name: String,
}

/// Every language that the interface speaks by itself, English first, the others by their tags.
#[must_use]
pub fn languages() -> Vec<AvailableLanguage> {
    languages_with(&Catalog::default())
}

/// The same with the languages that a pack brings.
#[must_use]
pub fn languages_with(catalog: &Catalog) -> Vec<AvailableLanguage> {
    let mut tags: Vec<Language> = tags().chain(catalog.interface.keys().copied()).collect();
    tags.sort_by_key(|language| (*language != Language::ENGLISH, *language));
    tags.dedup();
    let available = |language| {
        let words = Words::with(language, catalog);
        // A pack may have forgotten what its language calls itself.
        let own_name = match words.has_own("language-own-name") {
            true => words.say("language-own-name").into_owned(),
            false => language.to_string(),
        };
        AvailableLanguage { language, own_name }
    };
    tags.into_iter().map(available).collect()
}

/// True for a language that the interface speaks by itself, or by what a pack brings.
#[must_use]
pub fn speaks_with(language: Language, catalog: &Catalog) -> bool {
    speaks(language) || catalog.interface.contains_key(&language)
}

/// True for a language that the interface speaks.
#[must_use]
pub fn speaks(language: Language) -> bool {
    tags().any(|tag| tag == language)
}

/// The first of a system's languages that the interface speaks, e.g. `es` for `es-MX`.
/// The tags are as systems give them, the one liked best first.
#[must_use]
pub fn recognised<'a>(system: impl IntoIterator<Item = &'a str>) -> Option<Language> {
    system.into_iter().find_map(|tag| {
        let tag = tag.to_ascii_lowercase().replace('_', "-");
        let whole = tag.split(['.', '@']).next().unwrap_or_default();
        let first = whole.split('-').next().unwrap_or_default();
        [whole, first]
            .into_iter()
            .filter_map(|text| text.parse().ok())
            .find(|language| speaks(*language))
    })
}

fn tags() -> impl Iterator<Item = Language> {
    FILES
        .dirs()
        .filter_map(|folder| folder.path().to_str()?.parse().ok())
}

/// What the interface says in one language. Making it reads that language's files: keep it.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// What is missing is said in English.
    english: Option<FluentBundle<FluentResource>>,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({})", self.language)
    }
}

impl Default for Words {
    fn default() -> Self {
        Self::of(Language::ENGLISH)
    }
}

impl Words {
    /// The words of a language; English where the interface does not speak it.
    #[must_use]
    pub fn of(language: Language) -> Self {
        let language = if speaks(language) {
            language
        } else {
            Language::ENGLISH
        };
        Self {
            language,
            bundle: bundle(language, &[]),
            english: (language != Language::ENGLISH).then(|| bundle(Language::ENGLISH, &[])),
        }
    }

    /// The same with what a pack brings: its words come before the built-in ones.
    #[must_use]
    pub fn with(language: Language, catalog: &Catalog) -> Self {
        let Some(more) = catalog.interface.get(&language) else {
            return Self::of(language);
        };
        Self {
            language,
            bundle: bundle(language, more),
            english: (language != Language::ENGLISH).then(|| bundle(Language::ENGLISH, &[])),
        }
    }

    /// True where the language itself has a message of the key.
    fn has_own(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// The language they are in.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The message of a key without variables. The key must be written out in the call.
    #[must_use]
    pub fn say(&self, key: &'static str) -> Cow<'_, str> {
        self.message(key, None)
    }

    /// The message of a key with its variables. The key must be written out in the call.
    #[must_use]
    pub fn say_with(&self, key: &'static str, args: &[(&'static str, Value<'_>)]) -> Cow<'_, str> {
        self.message(key, Some(&args.iter().cloned().collect()))
    }

    /// The message of a key out of a table.
    #[must_use]
    pub fn key(&self, key: Key) -> Cow<'_, str> {
        self.message(key.0, None)
    }

    /// The message of a key out of a table, with its variables.
    #[must_use]
    pub fn key_with(&self, key: Key, args: &[(&'static str, Value<'_>)]) -> Cow<'_, str> {
        self.message(key.0, Some(&args.iter().cloned().collect()))
    }

    /// A message from outside of the panels.
    #[must_use]
    pub fn put(&self, says: &Message) -> Cow<'_, str> {
        self.message(says.key.0, Some(&says.args()))
    }

    fn message(&self, key: &'static str, args: Option<&FluentArgs<'_>>) -> Cow<'_, str> {
        [Some(&self.bundle), self.english.as_ref()]
            .into_iter()
            .flatten()
            .find_map(|bundle| {
                let pattern = bundle.get_message(key)?.value()?;
                // A variable that was not given is shown by its name; a test looks for those.
                let mut missing = Vec::new();
                Some(bundle.format_pattern(pattern, args, &mut missing))
            })
            .unwrap_or(Cow::Borrowed(key))
    }
}

fn bundle(language: Language, more: &[String]) -> FluentBundle<FluentResource> {
    let tag = language.as_str();
    let mut bundle = FluentBundle::new_concurrent(tag.parse().into_iter().collect());
    // The marks around variables are for mixed directions of writing; fonts show them as boxes.
    bundle.set_use_isolating(false);
    let built_in = files(language).map(|(_, text)| text);
    for text in built_in.chain(more.iter().map(String::as_str)) {
        // A message that cannot be read is left out and said in English; a test finds it.
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The files of a language: name and text.
pub fn files(language: Language) -> impl Iterator<Item = (&'static str, &'static str)> {
    let folder = FILES.get_dir(language.as_str());
    folder.into_iter().flat_map(Dir::files).filter_map(|file| {
        let name = file.path().file_name()?.to_str()?;
        let is_fluent = name.ends_with(".ftl");
        is_fluent.then_some((name, file.contents_utf8()?))
    })
}
