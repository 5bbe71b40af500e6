//! What the user is told when preferences were not read or are not kept. How they are kept: [`crate::store`].

use crate::{
    locale::{Key, Message},
    store::{PreferencesError, Unread},
};

/// The message for a problem.
#[must_use]
pub fn message_of(problem: &PreferencesError) -> Message {
    let unread = |key: Key, why: &Unread| {
        let (chosen, detail) = match why {
            Unread::Newer => ("newer", ""),
            Unread::NotText => ("not-text", ""),
            Unread::NotAFile => ("not-a-file", ""),
            Unread::Broken(detail) => ("other", detail.as_str()),
        };
        Message::new(key).with("why", chosen).with("detail", detail)
    };
    let storage = |why: &str| Message::new(Key("notice-storage-unsaved")).with("why", why);
    match problem {
        PreferencesError::SetAside { why, kept } => {
            unread(Key("notice-preferences-kept"), why).with("file", kept.as_str())
        }
        PreferencesError::LeftAlone { why, place } => {
            unread(Key("notice-preferences-unread"), why).with("file", place.as_str())
        }
        PreferencesError::Unsaved { place, why } => Message::new(Key("notice-preferences-unsaved"))
            .with("file", place.as_str())
            .with("why", why.as_str()),
        PreferencesError::StorageFull => storage("full"),
        PreferencesError::StorageForbidden => storage("forbidden"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{locale::Words, model::language::Language};

    #[test]
    fn every_problem_is_told_with_its_place_and_its_reason() {
        let whys = || {
            [
                (Unread::Newer, "newer"),
                (Unread::NotText, "not text"),
                (Unread::NotAFile, "not a plain file"),
                (
                    Unread::Broken("1:7: no number".to_owned()),
                    "1:7: no number",
                ),
            ]
        };
        let words = Words::of(Language::ENGLISH);
        for (why, told) in whys() {
            let kept = "a.kept".to_owned();
            let said = PreferencesError::SetAside {
                why: why.clone(),
                kept,
            };
            let said = words.put(&message_of(&said)).into_owned();
            assert!(said.contains(told) && said.contains("a.kept"), "{said}");
            let place = "a.ron".to_owned();
            let said = words
                .put(&message_of(&PreferencesError::LeftAlone { why, place }))
                .into_owned();
            assert!(said.contains(told) && said.contains("a.ron"), "{said}");
            assert!(said.contains("not saved"), "{said}");
        }
        let said = PreferencesError::Unsaved {
            place: "a.ron".to_owned(),
            why: "no room".to_owned(),
        };
        assert!(words.put(&message_of(&said)).contains("a.ron: no room"));
        for problem in [
            PreferencesError::StorageFull,
            PreferencesError::StorageForbidden,
        ] {
            assert!(
                words
                    .put(&message_of(&problem))
                    .contains("until you close the page")
            );
        }
    }
}
