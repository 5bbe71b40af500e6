//! What the user is told when a text is not a link. How links are read: [`crate::model::link`].

use crate::{
    locale::{Key, Message},
    model::{
        ids::IdError,
        link::{LinkError, Listed, Once, ValueError},
        pain_link::PainError,
        pose::PoseError,
    },
};

/// The message for a text that is not a link.
#[must_use]
pub fn message_of(error: &LinkError) -> Message {
    match error {
        LinkError::TooLong => Key("notice-link-too-long").into(),
        LinkError::TooMany { what, most } => Message::new(Key("notice-link-too-many"))
            .with("most", *most)
            .with(
                "what",
                match what {
                    Listed::Pains => "pains",
                    Listed::Structures => "structures",
                },
            ),
        LinkError::NoValue(piece) => {
            Message::new(Key("notice-link-no-value")).with("piece", piece.as_str())
        }
        LinkError::Value { key, value, why } => {
            let (why, detail) = reason(why);
            Message::new(Key("notice-link-value"))
                .with("key", key.as_str())
                .with("value", value.as_str())
                .with("why", why)
                .with("detail", detail)
        }
        LinkError::Twice(what) => {
            Message::new(Key("notice-link-twice")).with("what", named_once(*what))
        }
    }
}

/// Which reason the message says, and what it repeats.
fn reason(why: &ValueError) -> (&'static str, &str) {
    match why {
        ValueError::Depth => ("depth", ""),
        ValueError::Word(words) => ("word", words.words()),
        ValueError::Pose(PoseError::Numbers) => ("pose", PoseError::EXAMPLE),
        ValueError::Pose(PoseError::Angles) => ("angles", ""),
        ValueError::Pose(PoseError::Place) => ("place", ""),
        ValueError::Id(error) | ValueError::Pain(PainError::Region(error)) => match error {
            IdError::Form(id) => ("id", id),
            IdError::NoSide(id) => ("no-side", id),
        },
        ValueError::Pain(PainError::NotText) => ("not-text", ""),
        ValueError::Pain(PainError::TooManyRegions) => ("too-many-regions", ""),
        ValueError::Pain(PainError::Strength) => ("strength", ""),
        ValueError::Pain(PainError::Newer) => ("newer", ""),
        ValueError::Pain(PainError::Damaged) => ("damaged", ""),
    }
}

fn named_once(what: Once) -> &'static str {
    match what {
        Once::Selection => "selection",
        Once::Depth => "depth",
        Once::Side => "side",
        Once::View => "view",
        Once::Camera => "camera",
        Once::Theme => "theme",
        Once::Mode => "mode",
        Once::Labels => "labels",
        Once::Markers => "markers",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        locale::Words,
        model::{language::Language, link::ViewLink},
    };

    /// Links that are none, and what is said of each in English and in Spanish.
    const FAULTY: [(&str, &str, &str); 24] = [
        ("#view", "has no value", "le falta el valor"),
        ("#depth=deep", "from 0 (skin)", "de 0 (piel)"),
        ("#depth=7", "6 (skeleton)", "6 (esqueleto)"),
        (
            "#side=up",
            "one of: left right both",
            "una de estas: left right both",
        ),
        ("#mode=sleep", "one of: explore", "una de estas: explore"),
        (
            "#point=TRA-1",
            "add .left or .right",
            "añade .left o .right",
        ),
        ("#structure=../etc", "letters, digits", "letras, cifras"),
        ("#hidden=a,b c", "hidden=b c", "hidden=b c"),
        ("#camera=1,2", "six numbers", "seis números"),
        ("#camera=0,91,0,0,0,100", "turn is from", "giro va de"),
        (
            "#camera=0,0,1e9,0,0,100",
            "within 5000 mm",
            "como máximo a 5000 mm",
        ),
        ("#pain=a~temple.left*9", "from 1 to 3", "de 1 a 3"),
        ("#pain=a~te mple.left", "letters, digits", "letras, cifras"),
        ("#pain=a~~p2.xyz", "newer version", "versión más nueva"),
        ("#pain=a~~p1.!!", "damaged", "dañados"),
        ("#pain=%ff~temple.left", "is no text", "no es texto"),
        (
            "#side=left&side=right",
            "the side twice",
            "el lado dos veces",
        ),
        (
            "#point=A.left&region=b.left",
            "what to select twice",
            "lo que se selecciona dos veces",
        ),
        (
            "#depth=1&depth=2",
            "the depth twice",
            "la profundidad dos veces",
        ),
        (
            "#view=back&view=back",
            "the view twice",
            "la vista dos veces",
        ),
        (
            "#theme=dark&theme=dark",
            "the theme twice",
            "el tema dos veces",
        ),
        (
            "#mode=locate&mode=locate",
            "the mode twice",
            "el modo dos veces",
        ),
        (
            "#labels=on&labels=on",
            "the labels twice",
            "los nombres dos veces",
        ),
        (
            "#markers=on&markers=on",
            "the trigger points twice",
            "los puntos gatillo dos veces",
        ),
    ];

    #[test]
    fn too_many_regions_are_told_with_their_limit() {
        let regions = vec!["a.left"; 401].join(",");
        let error = format!("#pain=a~{regions}")
            .parse::<ViewLink>()
            .unwrap_err();
        for language in [Language::ENGLISH, "es".parse().unwrap()] {
            let told = Words::of(language).put(&message_of(&error)).into_owned();
            assert!(told.contains("400"), "{told}");
        }
    }

    #[test]
    fn a_faulty_link_is_explained_wholly_in_the_language() {
        let spanish = "es".parse().unwrap();
        for (text, english_says, spanish_says) in FAULTY {
            let error = text.parse::<ViewLink>().unwrap_err();
            let said = message_of(&error);
            for (language, says) in [(Language::ENGLISH, english_says), (spanish, spanish_says)] {
                let words = Words::of(language);
                let told = words.put(&said);
                assert!(told.contains(says), "{text} in {language}: {told}");
                assert!(!told.contains('{'), "{text} in {language}: {told}");
                assert_eq!(
                    told.starts_with("No se pudo"),
                    language == spanish,
                    "{told}"
                );
                // The limits are those of the code, which its own words say.
                if let LinkError::Value { why, .. } = &error {
                    let why = why.to_string();
                    let mut numbers = why.split(|c: char| !c.is_ascii_digit());
                    assert!(numbers.all(|number| told.contains(number)), "{told}, {why}");
                }
                for english in [" it is ", " its ", " from ", " the ", "newer"] {
                    assert!(language != spanish || !told.contains(english), "{told}");
                }
            }
        }
    }
}
