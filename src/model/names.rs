//! What the entries of the data are called in other languages than English.
//!
//! A language is a folder, `data/locale/<tag>/`, with one file a kind of entry; what has no
//! name there keeps its English one. Latin names are the same in every language and stand with
//! the entry itself. Explanations are not translated.

use super::{
    facts::{Bone, LocalName, Method, Muscle, Part, Region, Stretch, TriggerPoint},
    language::Language,
};
use std::collections::BTreeMap;

/// Kinds of entries that have names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// Whole muscles.
    Muscle,
    /// Parts of muscles of several parts.
    Part,
    /// Trigger points.
    Point,
    /// Regions of the skin.
    Region,
    /// Bones.
    Bone,
    /// Self-treatment methods.
    Method,
    /// Stretches and exercises.
    Stretch,
}

impl NameKind {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Muscle,
        Self::Part,
        Self::Point,
        Self::Region,
        Self::Bone,
        Self::Method,
        Self::Stretch,
    ];

    /// Name of its file without `.ron`.
    #[must_use]
    pub fn file(self) -> &'static str {
        match self {
            Self::Muscle => "muscles",
            Self::Part => "parts",
            Self::Point => "points",
            Self::Region => "regions",
            Self::Bone => "bones",
            Self::Method => "methods",
            Self::Stretch => "stretches",
        }
    }
}

/// An entry with a name.
pub trait Named {
    /// Its kind.
    const KIND: NameKind;

    /// Its id.
    fn id(&self) -> &str;

    /// Its English name.
    fn english(&self) -> &str;
}

macro_rules! named {
    ($($entry:ident: $kind:ident, $($name:ident).+;)+) => {
        $(impl Named for $entry {
            const KIND: NameKind = NameKind::$kind;

            fn id(&self) -> &str {
                &self.id
            }

            fn english(&self) -> &str {
                &self.$($name).+
            }
        })+
    };
}

named! {
    Muscle: Muscle, names.english;
    Part: Part, names.english;
    TriggerPoint: Point, name;
    Region: Region, name;
    Bone: Bone, names.english;
    Method: Method, name;
    Stretch: Stretch, name;
}

/// Names by language, kind and id.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LocalNames {
    by_language: BTreeMap<Language, BTreeMap<(NameKind, String), LocalName>>,
}

impl LocalNames {
    /// Adds the names of a file.
    pub fn add(&mut self, language: Language, kind: NameKind, names: Vec<LocalName>) {
        let all = self.by_language.entry(language).or_default();
        all.extend(
            names
                .into_iter()
                .map(|name| ((kind, name.id.clone()), name)),
        );
    }

    /// The languages there are names in, by their tags.
    pub fn languages(&self) -> impl Iterator<Item = Language> {
        self.by_language.keys().copied()
    }

    /// The entry of a language for a thing, if it has one. A muscle of one part lends the
    /// part its name.
    #[must_use]
    pub fn entry<T: Named>(&self, language: Language, thing: &T) -> Option<&LocalName> {
        let all = self.by_language.get(&language)?;
        let of = |kind| all.get(&(kind, thing.id().to_owned()));
        of(T::KIND).or_else(|| {
            (T::KIND == NameKind::Part)
                .then(|| of(NameKind::Muscle))
                .flatten()
        })
    }

    /// What a thing is called in a language; its English name where it has none there.
    #[must_use]
    pub fn name<'a, T: Named>(&'a self, language: Language, thing: &'a T) -> &'a str {
        self.entry(language, thing)
            .map_or_else(|| thing.english(), |name| &name.name)
    }
}
