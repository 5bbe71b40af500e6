//! From a file's text to its entries.
//!
//! A fault of form does not hide the rest of its file: the smallest list element around it
//! is blanked out and the file read again, so that the next fault is found too. What is used
//! in the end is the file without the entries that had a fault. Which file holds what: `kind`.

use super::{
    kind::Kind,
    outline::{Inner, Node, blanked, outline},
    syntax,
};
use crate::model::{facts, language::Language, names::NameKind};
use fluent_bundle::FluentResource;
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;
use std::{collections::BTreeSet, ops::Range};

/// Faults of form looked for in one file, each at the cost of reading it again.
const MOST_TRIES: usize = 40;
/// Bytes above which fewer are looked for.
const LARGE: usize = 256 * 1024;

/// What a file says.
#[derive(Clone, Debug)]
pub enum Content {
    /// See [`Kind::Landmarks`].
    Landmarks(Vec<facts::Landmark>),
    /// See [`Kind::Regions`].
    Regions(Vec<facts::Region>),
    /// See [`Kind::Sources`].
    Sources(Vec<facts::Source>),
    /// See [`Kind::Bones`].
    Bones(Vec<facts::Bone>),
    /// See [`Kind::Muscle`].
    Muscle(Box<facts::Muscle>),
    /// See [`Kind::Shape`].
    Shape(Box<facts::Shape>),
    /// See [`Kind::Methods`].
    Methods(Vec<facts::Method>),
    /// See [`Kind::Stretches`].
    Stretches(Vec<facts::Stretch>),
    /// See [`Kind::Protocol`].
    Protocol(facts::Protocol),
    /// See [`Kind::Techniques`].
    Techniques(Vec<facts::Technique>),
    /// See [`Kind::Programmes`].
    Programmes(Vec<facts::Programme>),
    /// See [`Kind::Plans`].
    Plans(Vec<facts::Plan>),
    /// See [`Kind::Assessment`].
    Assessment(Vec<facts::AssessmentItem>),
    /// See [`Kind::RangeOfMotion`].
    RangeOfMotion(Vec<facts::RangeOfMotionTest>),
    /// See [`Kind::Prevalence`].
    Prevalence(Vec<facts::Prevalence>),
    /// See [`Kind::EmergencyNumbers`].
    EmergencyNumbers(Vec<facts::EmergencyNumber>),
    /// See [`Kind::RedFlags`].
    RedFlags(facts::RedFlags),
    /// See [`Kind::Contraindications`].
    Contraindications(Vec<facts::Contraindication>),
    /// See [`Kind::NoGoAreas`].
    NoGoAreas(Vec<facts::NoGoArea>),
    /// See [`Kind::Chapter`].
    Chapter(Box<facts::Chapter>),
    /// See [`Kind::Names`].
    Names(Language, NameKind, Vec<facts::LocalName>),
    /// See [`Kind::Texts`].
    Texts(Language, Vec<facts::LocalText>),
    /// See [`Kind::Interface`]; what can be read of it is used.
    Interface(Language, String),
}

/// A file that could be read, perhaps without some of its entries.
pub struct DataFile<'a> {
    /// Path relative to the data folder.
    pub path: &'a str,
    /// What it holds.
    pub kind: Kind,
    /// It is of a pack laid over other files, and not one of those.
    pub from_pack: bool,
    /// What it says.
    pub content: Content,
    /// The text that says so: the original with the faulty entries blanked out.
    pub text: String,
}

/// A fault of form.
pub struct FormFault {
    /// Where, in bytes from the start.
    pub byte: usize,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub hint: String,
}

/// What came of reading a file.
pub struct Reading<'a> {
    /// The file, unless nothing of it is usable.
    pub file: Option<DataFile<'a>>,
    /// Its faults of form.
    pub faults: Vec<FormFault>,
    /// Ids written in what was left out; a reference to one is no fault of its own.
    pub left_out: BTreeSet<String>,
}

/// Reads a file.
pub fn read<'a>(path: &'a str, kind: Kind, original: &str, from_pack: bool) -> Reading<'a> {
    let file = |content, text| {
        Some(DataFile {
            path,
            kind,
            from_pack,
            content,
            text,
        })
    };
    let mut faults = Vec::new();
    if let Kind::Interface(language) = kind {
        faults.extend(fluent_faults(original));
        let content = Content::Interface(language, original.to_owned());
        return Reading {
            file: file(content, original.to_owned()),
            faults,
            left_out: BTreeSet::new(),
        };
    }
    let mut tried = original.to_owned();
    let tries = if original.len() > LARGE {
        MOST_TRIES / 8
    } else {
        MOST_TRIES
    };
    while faults.len() < tries {
        let (byte, error) = match parse(kind, &tried) {
            Ok(content) if faults.is_empty() => {
                return Reading {
                    file: file(content, tried),
                    faults,
                    left_out: BTreeSet::new(),
                };
            }
            Ok(_) => break,
            Err(fault) => fault,
        };
        let (what, hint) = syntax::in_words(&error);
        faults.push(FormFault { byte, what, hint });
        let Some(span) = outline(&tried).and_then(|node| {
            let around = node.elements_around(&tried, byte);
            around.last().map(|element| element.node.span.clone())
        }) else {
            break;
        };
        tried = blanked(&tried, &[span]);
    }
    let bytes: Vec<_> = faults.iter().map(|fault| fault.byte).collect();
    let (text, left_out) = without(kind, original, &bytes);
    let content = text.as_deref().and_then(|text| parse(kind, text).ok());
    match (content, text) {
        (Some(content), Some(text)) => Reading {
            file: file(content, text),
            faults,
            left_out,
        },
        _ => Reading {
            file: None,
            faults,
            left_out: ids_in(original),
        },
    }
}

/// The messages that Fluent cannot read; the others are used.
fn fluent_faults(text: &str) -> Vec<FormFault> {
    let Err((_, errors)) = FluentResource::try_new(text.to_owned()) else {
        return Vec::new();
    };
    let hint = "write it as in assets/locale/en, or leave it out: it is then said in English";
    let faults = errors.into_iter().map(|error| FormFault {
        byte: error.pos.start,
        what: format!("this message cannot be read: {}", error.kind),
        hint: hint.to_owned(),
    });
    faults.collect()
}

impl DataFile<'_> {
    /// Whether the file is called as the one entry that it holds; true for a file of several.
    pub fn is_named_like_its_entry(&self) -> bool {
        let id = match &self.content {
            Content::Muscle(muscle) => &muscle.id,
            Content::Shape(shape) => &shape.structure,
            Content::Chapter(chapter) => &chapter.id,
            _ => return true,
        };
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.strip_suffix(".ron") == Some(id)
    }

    /// Leaves out the entries around some bytes. False where nothing of the file remains.
    pub fn leave_out(&mut self, bytes: &[usize], left_out: &mut BTreeSet<String>) -> bool {
        let (text, gone) = without(self.kind, &self.text, bytes);
        if let Some(text) = text
            && text != self.text
            && let Ok(content) = parse(self.kind, &text)
        {
            left_out.extend(gone);
            self.content = content;
            self.text = text;
            return true;
        }
        left_out.extend(ids_in(&self.text));
        false
    }
}

/// The text without the smallest entries around some bytes that can be left out, and the
/// ids in them; no text where one of them is in none.
fn without(kind: Kind, text: &str, bytes: &[usize]) -> (Option<String>, BTreeSet<String>) {
    let mut ids = BTreeSet::new();
    let Some(node) = outline(text) else {
        return (None, ids);
    };
    let mut spans = Vec::new();
    for byte in bytes {
        let Some(span) = loose_around(kind, &node, text, *byte) else {
            return (None, ids);
        };
        if let Some(gone) = text.get(span.clone()) {
            ids.extend(ids_in(gone));
        }
        spans.push(span);
    }
    (Some(blanked(text, &spans)), ids)
}

fn loose_around(kind: Kind, node: &Node, text: &str, byte: usize) -> Option<Range<usize>> {
    // A file that should be a list and is not has nothing loose at its top.
    node.elements_around(text, byte)
        .into_iter()
        .rfind(|element| kind.has_loose(element.field))
        .map(|element| element.node.span.clone())
        .filter(|_| !matches!(node.inner, Inner::Nothing))
}

/// Every `id: "…"` and `structure: "…"` in a text, by letters alone: the text need not be sound.
fn ids_in(text: &str) -> BTreeSet<String> {
    ["id:", "structure:"]
        .iter()
        .flat_map(|name| text.split(name).skip(1))
        .filter_map(|after| after.trim_start().strip_prefix('"')?.split('"').next())
        .map(str::to_owned)
        .collect()
}

fn parse(kind: Kind, text: &str) -> Result<Content, (usize, ron::error::Error)> {
    Ok(match kind {
        Kind::Landmarks => Content::Landmarks(from_ron(text)?),
        Kind::Regions => Content::Regions(from_ron(text)?),
        Kind::Sources => Content::Sources(from_ron(text)?),
        Kind::Bones => Content::Bones(from_ron(text)?),
        Kind::Muscle => Content::Muscle(from_ron(text)?),
        Kind::Shape => Content::Shape(from_ron(text)?),
        Kind::Methods => Content::Methods(from_ron(text)?),
        Kind::Stretches => Content::Stretches(from_ron(text)?),
        Kind::Protocol => Content::Protocol(from_ron(text)?),
        Kind::Techniques => Content::Techniques(from_ron(text)?),
        Kind::Programmes => Content::Programmes(from_ron(text)?),
        Kind::Plans => Content::Plans(from_ron(text)?),
        Kind::Assessment => Content::Assessment(from_ron(text)?),
        Kind::RangeOfMotion => Content::RangeOfMotion(from_ron(text)?),
        Kind::Prevalence => Content::Prevalence(from_ron(text)?),
        Kind::EmergencyNumbers => Content::EmergencyNumbers(from_ron(text)?),
        Kind::RedFlags => Content::RedFlags(from_ron(text)?),
        Kind::Contraindications => Content::Contraindications(from_ron(text)?),
        Kind::NoGoAreas => Content::NoGoAreas(from_ron(text)?),
        Kind::Chapter => Content::Chapter(from_ron(text)?),
        Kind::Names(language, kind) => Content::Names(language, kind, from_ron(text)?),
        Kind::Texts(language) => Content::Texts(language, from_ron(text)?),
        Kind::Interface(language) => Content::Interface(language, text.to_owned()),
    })
}

fn from_ron<T: DeserializeOwned>(text: &str) -> Result<T, (usize, ron::error::Error)> {
    // Writing `ta2: 2226` for `ta2: Some(2226)` is a kindness to people who write data.
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_recursion_limit(100)
        .from_str(text)
        .map_err(|error| (byte_of(text, error.span.start), error.code))
}

/// The byte at a place that RON gives as line and column in characters.
fn byte_of(text: &str, place: ron::error::Position) -> usize {
    let line_start: usize = text
        .split_inclusive('\n')
        .take(place.line.saturating_sub(1))
        .map(str::len)
        .sum();
    let in_line: usize = text
        .get(line_start..)
        .unwrap_or_default()
        .chars()
        .take(place.col.saturating_sub(1))
        .map(char::len_utf8)
        .sum();
    line_start + in_line
}

#[cfg(test)]
mod tests;
