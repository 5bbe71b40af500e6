//! One record: its name, the time it is about, when it was last changed, and what it says.

use super::{Kind, Payload, ZonedTime};
use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, str::FromStr};
use uuid::{Builder, Uuid};

/// Names a record for good; sorts by the time at which the record was made (UUID version 7, RFC 9562).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(Uuid);

/// Why a text is no id of a record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{0}\" is no id of a record: it is 36 characters long, as 019ad9d0-5b3a-7c11-8a4e-3f2b1c0d9e8f"
)]
pub struct RecordIdError(String);

impl RecordId {
    /// An id made at this instant; the ten bytes, which should be random, tell apart what is made in the same
    /// millisecond.
    #[must_use]
    pub fn new(made: Timestamp, random: [u8; 10]) -> Self {
        // Nothing is kept from before 1970.
        let millis = u64::try_from(made.as_millisecond()).unwrap_or(0);
        Self(Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }
}

impl From<Uuid> for RecordId {
    /// A UUID of version 7, so that ids sort by time.
    fn from(id: Uuid) -> Self {
        Self(id)
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(f)
    }
}

impl FromStr for RecordId {
    type Err = RecordIdError;

    /// Only the one form that is written: two texts never name the same record.
    fn from_str(text: &str) -> Result<Self, RecordIdError> {
        Uuid::try_parse(text)
            .map(Self)
            .ok()
            .filter(|id| id.to_string() == text)
            .ok_or_else(|| RecordIdError(text.chars().take(80).collect()))
    }
}

impl Serialize for RecordId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for RecordId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'_, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Something that the user keeps.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its name, for good.
    pub id: RecordId,
    /// The time that it is about, which the user may change.
    pub at: ZonedTime,
    /// When it was written as it is now: between two versions of one record the later counts.
    pub changed: Timestamp,
    /// What it says.
    pub payload: Payload,
}

impl Record {
    /// A record made now.
    #[must_use]
    pub fn new(id: RecordId, now: ZonedTime, payload: Payload) -> Self {
        Self {
            id,
            changed: now.instant(),
            at: now,
            payload,
        }
    }

    /// The same record, saying something else from now on.
    #[must_use]
    pub fn saying(self, payload: Payload, now: &ZonedTime) -> Self {
        Self {
            changed: now.instant(),
            payload,
            ..self
        }
    }

    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.payload.kind()
    }
}
