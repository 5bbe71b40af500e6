//! What the user keeps, as values: records, and the text in which they are kept.
//!
//! A [`Record`] has an id that sorts by the time at which it was made, the time it is about, and a
//! [`Payload`] of one [`Kind`]. Records are kept as *journals*: one line of JSON for each change, with the
//! version of the format and a checksum ([`mod@line`]). Lines are only ever added; of several lines about one
//! record the last one counts ([`journal`]). A *backup* is all of them in one file ([`backup`]).
//!
//! Rules, which every storage follows:
//! - Reading never fails as a whole. What cannot be read is set aside and told, and never dropped.
//! - What a newer version wrote is never written to.
//! - Texts are neutral: ids, SI units, times with their zone. A record reads the same in every language.
//! - Painted areas are places in the body frame in millimetres. Numbers of skin samples die with every
//!   change of the skin.
//!
//! Not here: files and the browser's storage (`store::records`), what is done with records (`app`), and what
//! is shown (`ViewSettings`) or known (the catalogue). A link is a view, never a record.
//!
//! # How to add a kind
//! 1. A variant of [`Kind`] with its word and version, and of [`Payload`] with its type ([`payload`]).
//! 2. The compiler names every `match` that is left. `docs/records.md` describes the new lines.
//!
//! # How to change a kind
//! Any change of its JSON, even a field more, raises the kind's version and adds a step to
//! [`payload::migrations`], which turns the older JSON into the newer.

pub mod backup;
mod collection;
pub mod journal;
pub mod line;
pub mod payload;
mod record;
pub mod time;

pub use collection::Records;
pub use payload::{Kind, Payload};
pub use record::{Record, RecordId};
pub use time::{Clock, ZonedTime};

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;
