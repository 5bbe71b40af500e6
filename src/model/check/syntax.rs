//! RON's faults of form in words for people who write data.

use crate::model::closest::{closest, quoted};
use ron::error::Error;

/// What is wrong and what to do.
pub fn in_words(error: &Error) -> (String, String) {
    match error {
        Error::NoSuchStructField {
            expected,
            found,
            outer,
        } => (
            format!("unknown field {}{}", quoted(found), of(outer.as_deref())),
            one_of("the fields are", found, expected),
        ),
        Error::NoSuchEnumVariant {
            expected,
            found,
            outer,
        } => (
            format!("unknown value {}{}", quoted(found), of(outer.as_deref())),
            one_of("it is one of", found, expected),
        ),
        Error::MissingStructField { field, outer } => (
            format!("missing field \"{field}\"{}", of(outer.as_deref())),
            format!("add {field}: … before the closing bracket"),
        ),
        Error::DuplicateStructField { field, outer } => (
            format!("field \"{field}\" is given twice{}", of(outer.as_deref())),
            "keep one of them".to_owned(),
        ),
        Error::ExceededRecursionLimit => (
            "nested too deeply".to_owned(),
            "no place or entry needs more than a few brackets inside one another".to_owned(),
        ),
        Error::Eof => (
            "the file ends too early".to_owned(),
            "close every bracket and quotation mark".to_owned(),
        ),
        Error::TrailingCharacters => (
            "something stands after the end".to_owned(),
            "a file holds one value; remove the rest, or close the bracket later".to_owned(),
        ),
        Error::ExpectedString => (
            "a text is expected here".to_owned(),
            "put it in \"quotation marks\"".to_owned(),
        ),
        Error::ExpectedComma => (
            "a comma is missing".to_owned(),
            "put a comma between entries and fields".to_owned(),
        ),
        Error::ExpectedOption => (
            "an optional value is expected here".to_owned(),
            "write Some(…) or None".to_owned(),
        ),
        Error::IntegerOutOfBounds => (
            "the number is too large or too small".to_owned(),
            "look at the other entries for its range".to_owned(),
        ),
        other => {
            let said = other.to_string();
            let mut letters = said.chars();
            let first = letters.next().map(|c| c.to_lowercase().to_string());
            (
                first.unwrap_or_default() + letters.as_str(),
                "look at a neighbouring entry for the form".to_owned(),
            )
        }
    }
}

fn of(outer: Option<&str>) -> String {
    outer.map_or_else(String::new, |outer| format!(" of {outer}"))
}

fn one_of(they_are: &str, found: &str, expected: &[&str]) -> String {
    match closest(found, expected.iter().copied()) {
        Some(meant) => format!("did you mean {meant}?"),
        None => format!("{they_are} {}", expected.join(", ")),
    }
}
