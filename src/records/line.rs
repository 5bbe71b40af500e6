//! One line of a journal: an entry as JSON, with the version of the format and a checksum.
//!
//! ```text
//! {"journal":1,"crc32":"5d3c9a11","put":{"id":"…","at":"…","changed":"…","kind":"painting","version":1,"value":{…}}}
//! {"journal":1,"crc32":"0a77e2c4","delete":{"id":"…","at":"…"}}
//! {"journal":1,"crc32":"e1b0c55f","backup":{"at":"…","records":12}}
//! ```
//!
//! A line is always on one line: JSON writes a line break inside a text as `\n`. The checksum is the CRC-32
//! (ISO-HDLC, as in zip) of the format's number, a comma, and all bytes after the comma that follows the
//! checksum, as eight digits of base 16. The form up to there is the same in every version to come, so that an
//! older program can tell a newer line from a damaged one.

use super::{Kind, Payload, Record, RecordId, ZonedTime};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fmt;

/// Version of the format that is written.
pub const FORMAT: u32 = 1;
/// How every line begins.
pub(super) const HEAD: &[u8] = b"{\"journal\":";
/// What follows the format's number.
const BEFORE_SUM: &[u8] = b",\"crc32\":\"";
/// What follows the checksum.
const AFTER_SUM: &[u8] = b"\",";
/// Digits of a checksum.
const SUM_DIGITS: usize = 8;
/// Longest line that is read, in bytes: the whole body painted with twelve pains takes a half.
pub const LONGEST_LINE: usize = 8 * 1024 * 1024;

/// What a line says.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// A record as it is from here on.
    Put(Record),
    /// A record is gone.
    Delete {
        /// Which.
        id: RecordId,
        /// When it was deleted.
        at: ZonedTime,
    },
    /// The first line of a backup.
    Backup {
        /// When it was made.
        at: ZonedTime,
        /// How many records follow.
        records: usize,
    },
}

/// Why a line cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineFault {
    /// It does not begin as a line does.
    #[error("it is no line of a journal")]
    NoLine,
    /// Its bytes are not those that were written.
    #[error("its checksum is wrong: it was changed or damaged")]
    Checksum,
    /// The end of the file came first: the program was stopped while it wrote.
    #[error("it breaks off: the program was stopped while it wrote")]
    Torn,
    /// Too long to be ours.
    #[error("it is longer than {mb} MB", mb = LONGEST_LINE / 1024 / 1024)]
    TooLong,
    /// The checksum is right, what it says is not.
    #[error("{0}")]
    Content(String),
    /// The line is whole, but a newer version of the program wrote it.
    #[error("a newer myomap wrote it ({0})")]
    Newer(Newer),
}

/// What about a line is newer than this program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Newer {
    /// The format of lines.
    Format(u32),
    /// What can be said: the word is not known.
    Word(String),
    /// The version of a kind.
    Version(Kind, u32),
}

impl fmt::Display for Newer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format(format) => write!(f, "format {format}, this one reads {FORMAT}"),
            Self::Word(word) => write!(f, "it says \"{word}\""),
            Self::Version(kind, version) => write!(
                f,
                "version {version} of \"{kind}\", this one reads {}",
                kind.version()
            ),
        }
    }
}

#[derive(Deserialize, Serialize)]
struct PutLine {
    id: RecordId,
    at: ZonedTime,
    changed: Timestamp,
    kind: String,
    version: u32,
    value: Value,
}

#[derive(Deserialize, Serialize)]
struct DeleteLine {
    id: RecordId,
    at: ZonedTime,
}

#[derive(Deserialize, Serialize)]
struct BackupLine {
    at: ZonedTime,
    records: usize,
}

/// Writes an entry, without the line's end.
///
/// # Errors
/// Where it cannot be told as JSON, which no entry of ours comes to.
pub fn write(entry: &Entry) -> Result<String, serde_json::Error> {
    let said = match entry {
        Entry::Put(record) => {
            let kind = record.kind();
            let line = PutLine {
                id: record.id,
                at: record.at.clone(),
                changed: record.changed,
                kind: kind.word().to_owned(),
                version: kind.version(),
                value: record.payload.to_value()?,
            };
            format!("\"put\":{}}}", serde_json::to_string(&line)?)
        }
        Entry::Delete { id, at } => {
            let line = DeleteLine {
                id: *id,
                at: at.clone(),
            };
            format!("\"delete\":{}}}", serde_json::to_string(&line)?)
        }
        Entry::Backup { at, records } => {
            let line = BackupLine {
                at: at.clone(),
                records: *records,
            };
            format!("\"backup\":{}}}", serde_json::to_string(&line)?)
        }
    };
    Ok(sealed(FORMAT, &said))
}

/// Puts the head and the checksum before what a line says.
pub(super) fn sealed(format: u32, said: &str) -> String {
    let sum = checksum(format, said.as_bytes());
    format!("{{\"journal\":{format},\"crc32\":\"{sum:08x}\",{said}")
}

fn checksum(format: u32, said: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(format.to_string().as_bytes());
    hasher.update(b",");
    hasher.update(said);
    hasher.finalize()
}

/// Reads a line, with or without its end.
///
/// # Errors
/// Why it cannot be read; any bytes may be given.
pub fn read(bytes: &[u8]) -> Result<Entry, LineFault> {
    let bytes = bytes.trim_ascii_end();
    if bytes.len() > LONGEST_LINE {
        return Err(LineFault::TooLong);
    }
    let (format, sum, said) = parts(bytes).ok_or(LineFault::NoLine)?;
    if checksum(format, said) != sum {
        return Err(LineFault::Checksum);
    }
    if format > FORMAT {
        return Err(LineFault::Newer(Newer::Format(format)));
    }
    let content = |error: &dyn fmt::Display| LineFault::Content(error.to_string());
    let mut json = b"{".to_vec();
    json.extend_from_slice(said);
    let mut all: serde_json::Map<String, Value> =
        serde_json::from_slice(&json).map_err(|error| content(&error))?;
    let Some((word, value)) = all.iter_mut().next() else {
        return Err(content(&"it says nothing"));
    };
    let value = value.take();
    match word.as_str() {
        "put" => put(serde_json::from_value(value).map_err(|error| content(&error))?),
        "delete" => {
            let line: DeleteLine = serde_json::from_value(value).map_err(|x| content(&x))?;
            Ok(Entry::Delete {
                id: line.id,
                at: line.at,
            })
        }
        "backup" => {
            let line: BackupLine = serde_json::from_value(value).map_err(|x| content(&x))?;
            Ok(Entry::Backup {
                at: line.at,
                records: line.records,
            })
        }
        other => Err(LineFault::Newer(Newer::Word(short(other)))),
    }
}

fn put(line: PutLine) -> Result<Entry, LineFault> {
    let Some(kind) = Kind::of_word(&line.kind) else {
        return Err(LineFault::Newer(Newer::Word(short(&line.kind))));
    };
    if line.version > kind.version() {
        return Err(LineFault::Newer(Newer::Version(kind, line.version)));
    }
    let payload = Payload::read(kind, line.version, line.value).map_err(LineFault::Content)?;
    Ok(Entry::Put(Record {
        id: line.id,
        at: line.at,
        changed: line.changed,
        payload,
    }))
}

/// What is repeated of a text from outside.
fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

/// The format, the checksum, and what is said.
fn parts(bytes: &[u8]) -> Option<(u32, u32, &[u8])> {
    let rest = bytes.strip_prefix(HEAD)?;
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (format, rest) = rest.split_at(digits);
    let format: u32 = std::str::from_utf8(format).ok()?.parse().ok()?;
    let rest = rest.strip_prefix(BEFORE_SUM)?;
    let (sum, rest) = rest.split_at_checked(SUM_DIGITS)?;
    let sum = std::str::from_utf8(sum).ok()?;
    // Written in one way only: "+" and capital letters are a damage.
    let plain = |c: char| c.is_ascii_digit() || matches!(c, 'a'..='f');
    let sum = sum
        .chars()
        .all(plain)
        .then(|| u32::from_str_radix(sum, 16).ok())??;
    Some((format, sum, rest.strip_prefix(AFTER_SUM)?))
}
