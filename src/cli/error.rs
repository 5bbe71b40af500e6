//! Why a command failed, in the words of a language: the one line that the user gets.
//!
//! Errors of other rooms say in English what went wrong; here each is put into words by what it is, not by what it
//! says. Only what the system itself says of a file that is none of the usual cases stays in its words. Not here: wrong
//! usage (`usage`), and faults of data files, which are told in English, the language that data is written in.

#[cfg(feature = "workshop")]
use crate::workshop::command::FitCommandError;
use crate::{
    app::{link_error::message_of, records::reason},
    locale::{Message, Words},
    store::{OutputError, StoreError, TextFileError, records::RecordStoreError},
    study::locate::painting_file::{LineFault as PaintingFault, PaintingFileError},
};
use std::{io, path::Path};

use super::{export::ExportError, records::RecordsError, render::RenderError};

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub(super) enum CliError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Export(#[from] ExportError),
    #[cfg(feature = "workshop")]
    #[error(transparent)]
    Fit(#[from] FitCommandError),
    #[error(transparent)]
    Records(#[from] RecordsError),
    #[error(transparent)]
    Render(#[from] RenderError),
    /// What is to be said, by its key.
    #[error("{}", Words::default().put(.0))]
    Said(Message),
    /// In the words of the language already.
    #[error("{0}")]
    Unknown(String),
    #[error("cannot write: {0}")]
    Out(#[from] io::Error),
    #[error("cannot write JSON: {0}")]
    Json(#[from] serde_json::Error),
}

impl CliError {
    /// Whoever read the output has stopped reading, as `head` does: no fault.
    pub(super) fn is_closed_pipe(&self) -> bool {
        match self {
            Self::Out(error)
            | Self::Export(ExportError::Out(error))
            | Self::Render(RenderError::Out(error)) => error.kind() == io::ErrorKind::BrokenPipe,
            Self::Json(error) => error.io_error_kind() == Some(io::ErrorKind::BrokenPipe),
            _ => false,
        }
    }

    /// In words.
    pub(super) fn told(&self, w: &Words) -> String {
        match self {
            Self::Store(error) => folder(error, w),
            Self::Export(error) => export(error, w),
            #[cfg(feature = "workshop")]
            Self::Fit(error) => error.to_string(),
            Self::Records(error) => records(error, w),
            Self::Render(error) => render(error, w),
            Self::Said(message) => w.put(message).into_owned(),
            Self::Unknown(said) => said.clone(),
            Self::Out(error) => unwritten(error, w),
            Self::Json(error) => {
                let why = [("why", error.to_string().into())];
                w.say_with("command-cannot-write", &why).into_owned()
            }
        }
    }
}

fn unwritten(error: &io::Error, w: &Words) -> String {
    let why = [("why", system(error, w).into())];
    w.say_with("command-cannot-write", &why).into_owned()
}

/// What the system says, in our words where it is something usual.
fn system(error: &io::Error, w: &Words) -> String {
    let why = match error.kind() {
        io::ErrorKind::NotFound => "none",
        io::ErrorKind::PermissionDenied => "forbidden",
        io::ErrorKind::IsADirectory => "folder",
        io::ErrorKind::NotADirectory => "no-folder",
        io::ErrorKind::StorageFull => "full",
        io::ErrorKind::ReadOnlyFilesystem => "read-only",
        _ => "other",
    };
    let args = [("why", why.into()), ("detail", error.to_string().into())];
    w.say_with("command-system", &args).into_owned()
}

/// A folder of data that was refused.
pub(super) fn folder(error: &StoreError, w: &Words) -> String {
    let (why, place, detail) = match error {
        StoreError::NoFolder(place) => ("no-folder", place, String::new()),
        StoreError::Unreadable { path, reason } => ("unreadable", path, system(reason, w)),
        StoreError::LeadsOut(place) => ("leads-out", place, String::new()),
        StoreError::LeadsNowhere(place) => ("leads-nowhere", place, String::new()),
        StoreError::NotAFile(place) => ("not-a-file", place, String::new()),
        StoreError::FileTooLarge(place) => ("file-too-large", place, limit(error)),
        StoreError::FolderTooLarge(place) => ("folder-too-large", place, limit(error)),
        StoreError::TooDeep(place) => ("too-deep", place, limit(error)),
        StoreError::NotText(place) => ("not-text", place, String::new()),
    };
    let args = [
        ("why", why.into()),
        ("place", place.display().to_string().into()),
        ("detail", detail.into()),
    ];
    w.say_with("command-folder", &args).into_owned()
}

/// The limit that was passed.
fn limit(error: &StoreError) -> String {
    error.limit().to_string()
}

/// A file that could not be written.
fn output(error: &OutputError, w: &Words) -> String {
    let said_by_us = error.why.get_ref().is_some();
    let why = match error.why.kind() {
        io::ErrorKind::IsADirectory => "folder",
        io::ErrorKind::PermissionDenied if said_by_us => "protected",
        io::ErrorKind::NotADirectory => "in-file",
        io::ErrorKind::NotFound => "no-folder",
        io::ErrorKind::Other if said_by_us => "loop",
        _ => "other",
    };
    let args = [
        ("why", why.into()),
        ("place", shown(&error.path).into()),
        ("detail", system(&error.why, w).into()),
    ];
    w.say_with("command-output", &args).into_owned()
}

/// A painting that could not be read.
pub(super) fn text_file(error: &TextFileError, w: &Words) -> String {
    let (why, detail) = match error {
        TextFileError::Io(error) => ("system", system(error, w)),
        TextFileError::NotAFile => ("not-a-file", String::new()),
        TextFileError::TooLarge(bytes) => ("too-large", bytes.to_string()),
        TextFileError::NotText => ("not-text", String::new()),
    };
    let args = [("why", why.into()), ("detail", detail.into())];
    w.say_with("command-text-file", &args).into_owned()
}

/// A text that is no painting.
pub(super) fn painting(error: &PaintingFileError, w: &Words) -> String {
    let (why, detail, line) = match error {
        PaintingFileError::NoPainting => ("no-painting", error.head(), 0),
        PaintingFileError::Newer(version) => ("newer", version.to_string(), 0),
        PaintingFileError::TooLong => ("too-long", String::new(), 0),
        PaintingFileError::TooManyPains => ("too-many-pains", String::new(), 0),
        PaintingFileError::Line { line, what } => {
            let (why, detail) = match what {
                PaintingFault::NoPainBefore => ("no-pain-before", ""),
                PaintingFault::OffTheSkin => ("off-the-skin", ""),
                PaintingFault::NoWord(word) => ("no-word", word.as_str()),
                PaintingFault::NoStrength(text) => ("no-strength", text.as_str()),
                PaintingFault::NoRegion(text) => ("no-region", text.as_str()),
                PaintingFault::RegionWithoutStrength => ("region-without-strength", ""),
                PaintingFault::NoPlace => ("no-place", ""),
                PaintingFault::NoNumber(text) => ("no-number", text.as_str()),
            };
            (why, detail.to_owned(), *line)
        }
    };
    let args = [
        ("why", why.into()),
        ("detail", detail.into()),
        ("line", line.to_string().into()),
        (
            "pains",
            crate::model::painted::MOST_PAINS.to_string().into(),
        ),
        (
            "strongest",
            crate::model::painted::STRONGEST.to_string().into(),
        ),
    ];
    w.say_with("command-painting", &args).into_owned()
}

fn export(error: &ExportError, w: &Words) -> String {
    match error {
        ExportError::Unknown { name, meant } => {
            let args = [
                ("name", name.as_str().into()),
                ("hint", meant.as_deref().map_or("none", |_| "meant").into()),
                ("meant", meant.as_deref().unwrap_or_default().into()),
            ];
            w.say_with("command-no-structure", &args).into_owned()
        }
        ExportError::File(error) => output(error, w),
        ExportError::Out(error) => unwritten(error, w),
        // What the program itself brings: no fault of anybody who reads this.
        ExportError::Json(_) | ExportError::Theme(_) => error.to_string(),
    }
}

fn render(error: &RenderError, w: &Words) -> String {
    match error {
        RenderError::Link(error) => w.put(&message_of(error)).into_owned(),
        RenderError::Nothing { what } => {
            let args = [("what", what.as_str().into())];
            w.say_with("command-link-names-nothing", &args).into_owned()
        }
        RenderError::Ending { name, meant } => {
            let args = [
                ("name", name.as_str().into()),
                ("meant", meant.as_str().into()),
            ];
            w.say_with("command-no-png", &args).into_owned()
        }
        RenderError::File(error) => output(error, w),
        RenderError::Out(error) => unwritten(error, w),
        #[cfg(not(feature = "window"))]
        RenderError::NoWindow => w.say("command-no-pictures").into_owned(),
        #[cfg(feature = "window")]
        RenderError::Shell(error) => window(error, w),
    }
}

/// Why there is no window, or no picture.
#[cfg(feature = "window")]
pub(super) fn window(error: &crate::shell::ShellError, w: &Words) -> String {
    let (why, detail) = error.reason();
    let args = [("why", why.into()), ("detail", detail.into())];
    w.say_with("command-window", &args).into_owned()
}

fn records(error: &RecordsError, w: &Words) -> String {
    let (key, file, why) = match error {
        RecordsError::Store(error) => return record_store(error, w),
        RecordsError::NotTakenOver { file, why } => ("not-taken-over", file, record_store(why, w)),
        RecordsError::Unreadable { file, why } => ("unreadable", file, system(why, w)),
        RecordsError::Unwritable { file, why } => ("unwritable", file, system(why, w)),
    };
    let args = [
        ("case", key.into()),
        ("file", shown(file).into()),
        ("why", why.into()),
    ];
    w.say_with("command-backup", &args).into_owned()
}

fn record_store(error: &RecordStoreError, w: &Words) -> String {
    let (why, place, detail) = reason(error);
    let args = [
        ("why", why.into()),
        ("place", place.into()),
        ("detail", detail.into()),
    ];
    w.say_with("command-records", &args).into_owned()
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
