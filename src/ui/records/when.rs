//! A day and an hour in the user's language.

use crate::{locale::Words, records::ZonedTime};

/// The day and the hour that the clock on the wall showed.
pub(super) fn when(w: &Words, at: &ZonedTime) -> String {
    let civil = at.civil();
    let time = format!("{:02}:{:02}", civil.hour(), civil.minute());
    let said = w.say_with(
        "records-when",
        &[
            ("day", civil.day().to_string().into()),
            ("month", i64::from(civil.month()).into()),
            ("year", civil.year().to_string().into()),
            ("time", time.into()),
        ],
    );
    said.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_told_in_each_language() {
        let at: ZonedTime = "2026-11-07T09:05:08+01:00[Europe/Berlin]".parse().unwrap();
        let in_language = |tag: &str| when(&Words::of(tag.parse().unwrap()), &at);
        assert_eq!(in_language("en"), "7 November 2026, 09:05");
        assert_eq!(in_language("es"), "7 de noviembre de 2026, 09:05");
    }
}
