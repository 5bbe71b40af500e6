//! Points in time as records keep them: the instant, and the clock on the wall where the user was.
//!
//! Not `jiff::ZonedDateTime`: reading one needs the database of time zones, which the page does not carry, and fails
//! where a zone's rules have changed since. An entry must stay readable whatever becomes of its zone, so its
//! offset is kept beside the zone's name, and the text is the same: RFC 9557.

use jiff::{
    Timestamp,
    civil::DateTime,
    fmt::temporal::{Pieces, TimeZoneAnnotationKind},
    tz::Offset,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{
    fmt,
    str::FromStr,
    sync::{Mutex, PoisonError},
};

/// Longest name of a zone that is kept, in characters; the longest of the IANA database has 32.
const LONGEST_ZONE: usize = 64;

/// An instant, to the millisecond, with the offset from UTC and the zone of the place where it was noted.
/// Written by RFC 9557: `2026-11-27T19:28:08.25+01:00[Europe/Berlin]`. They sort by the instant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ZonedTime {
    instant: Timestamp,
    offset: Offset,
    zone: Option<String>,
}

/// Why a text is no time with a zone.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is no time: write 2026-11-27T19:28:08+01:00[Europe/Berlin]")]
pub struct TimeError(String);

impl ZonedTime {
    /// An instant with its offset from UTC, and its zone's name where that is known. A name that no zone can
    /// have is left out.
    #[must_use]
    pub fn new(instant: Timestamp, offset: Offset, zone: Option<&str>) -> Self {
        // Finer parts are noise, and would make every line longer.
        let whole = Timestamp::from_millisecond(instant.as_millisecond()).unwrap_or(instant);
        Self {
            instant: whole,
            offset,
            zone: zone.filter(|name| is_zone(name)).map(str::to_owned),
        }
    }

    /// An instant as it reads in UTC.
    #[must_use]
    pub fn utc(instant: Timestamp) -> Self {
        Self::new(instant, Offset::UTC, None)
    }

    /// The instant.
    #[must_use]
    pub fn instant(&self) -> Timestamp {
        self.instant
    }

    /// Date and time of day on the wall where it was noted.
    #[must_use]
    pub fn civil(&self) -> DateTime {
        self.offset.to_datetime(self.instant)
    }

    /// Offset from UTC.
    #[must_use]
    pub fn offset(&self) -> Offset {
        self.offset
    }
}

/// The names of the IANA database have letters, digits and these marks, and begin with a letter.
fn is_zone(name: &str) -> bool {
    name.len() <= LONGEST_ZONE
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '_' | '+' | '-' | '.'))
}

impl fmt::Display for ZonedTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pieces = Pieces::from((self.instant, self.offset));
        match &self.zone {
            Some(zone) => write!(f, "{}", pieces.with_time_zone_name(zone)),
            None => write!(f, "{pieces}"),
        }
    }
}

impl FromStr for ZonedTime {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        let wrong = || TimeError(text.chars().take(80).collect());
        let pieces = Pieces::parse(text).ok().ok_or_else(wrong)?;
        let offset = pieces.to_numeric_offset().ok_or_else(wrong)?;
        let time = pieces.time().ok_or_else(wrong)?;
        let civil = pieces.date().to_datetime(time);
        let instant = offset.to_timestamp(civil).ok().ok_or_else(wrong)?;
        let zone = pieces.time_zone_annotation().map(|x| x.kind().clone());
        let name = match &zone {
            Some(TimeZoneAnnotationKind::Named(name)) => Some(name.as_str()),
            _ => None,
        };
        Ok(Self::new(instant, offset, name))
    }
}

impl Serialize for ZonedTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ZonedTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'_, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Tells the time. A port: the system's on the desktop, the browser's on the page, a set one in tests.
pub trait Clock: Send + Sync {
    /// Now, in the zone of the place where the user is.
    fn now(&self) -> ZonedTime;
}

/// A clock that stands where it was set: for tests, which ask no other.
#[derive(Debug)]
pub struct SetClock(Mutex<ZonedTime>);

impl SetClock {
    /// A clock that stands at a time.
    #[must_use]
    pub fn at(now: ZonedTime) -> Self {
        Self(Mutex::new(now))
    }

    /// Sets it.
    pub fn set(&self, now: ZonedTime) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = now;
    }
}

impl Clock for SetClock {
    fn now(&self) -> ZonedTime {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hour_on_the_wall_stays_with_the_instant() {
        let text = "2026-11-27T19:28:08.25+01:00[Europe/Berlin]";
        let time: ZonedTime = text.parse().unwrap();
        assert_eq!(time.to_string(), text);
        assert_eq!(time.civil().to_string(), "2026-11-27T19:28:08.25");
        assert_eq!(time.instant().to_string(), "2026-11-27T18:28:08.25Z");
    }

    #[test]
    fn a_zone_that_is_gone_or_has_changed_does_not_make_a_time_unreadable() {
        for text in [
            "2026-11-27T19:28:08+05:00[Europe/Atlantis]",
            // Berlin has never been five hours ahead.
            "2026-11-27T19:28:08+05:00[Europe/Berlin]",
        ] {
            assert_eq!(text.parse::<ZonedTime>().unwrap().to_string(), text);
        }
        let in_utc: ZonedTime = "2026-11-27T19:28:08Z".parse().unwrap();
        assert_eq!(in_utc.civil().to_string(), "2026-11-27T19:28:08");
    }

    #[test]
    fn what_does_not_say_when_is_no_time() {
        for text in [
            "",
            "yesterday",
            "2026-11-27",
            "2026-11-27T19:28:08",
            "2026-11-27T19:28:08[Europe/Berlin]",
            "2026-13-27T19:28:08Z",
        ] {
            assert!(text.parse::<ZonedTime>().is_err(), "{text}");
        }
    }

    #[test]
    fn times_sort_by_the_instant_and_not_by_the_clock_on_the_wall() {
        let early: ZonedTime = "2026-11-27T20:00:00+09:00".parse().unwrap();
        let late: ZonedTime = "2026-11-27T13:00:00+01:00".parse().unwrap();
        assert!(early < late);
    }

    #[test]
    fn a_name_that_would_break_the_text_is_left_out() {
        let time = ZonedTime::new(Timestamp::UNIX_EPOCH, Offset::UTC, Some("a]b"));
        assert_eq!(time.to_string().parse::<ZonedTime>(), Ok(time));
    }
}
