//! The places that a text names, and how that is said.

use crate::{
    app::{document::wording::within, naming},
    cli::CliError,
    locale::Words,
    model::{catalog::Catalog, closest::quoted},
    study::search::{NamedPlace, SearchIndex},
};

/// The regions that a text names.
///
/// # Errors
/// Where it names none: with what may be meant, never another part of the body; and where no point here reaches the
/// part that it names.
pub fn named(
    index: &SearchIndex,
    text: &str,
    catalog: &Catalog,
    words: &Words,
) -> Result<NamedPlace, CliError> {
    match index.place(text) {
        Ok(place) if place.regions.is_empty() => {
            let parts: Vec<String> = (place.parts.iter())
                .map(|part| within(&naming::body_part(*part, words)))
                .collect();
            let args = [
                ("place", quoted(text).into()),
                ("part", parts.join(", ").into()),
            ];
            let says = words.say_with("locate-part-without-regions", &args);
            Err(CliError::Unknown(says.into_owned()))
        }
        Ok(place) => Ok(place),
        Err(near) if near.is_empty() => {
            let args = [("place", quoted(text).into())];
            let says = words.say_with("locate-no-such-region", &args);
            Err(CliError::Unknown(says.into_owned()))
        }
        Err(near) => {
            let args = [
                ("place", quoted(text).into()),
                ("regions", names(&near, catalog, words).into()),
            ];
            let says = words.say_with("locate-did-you-mean", &args);
            Err(CliError::Unknown(says.into_owned()))
        }
    }
}

/// As what a text was taken, where it is not the name of one region.
pub fn taken_as(text: &str, place: &NamedPlace, catalog: &Catalog, words: &Words) -> String {
    let args = [
        ("place", quoted(text).into()),
        ("regions", names(&place.regions, catalog, words).into()),
    ];
    words.say_with("locate-taken-as", &args).into_owned()
}

fn names(ids: &[String], catalog: &Catalog, words: &Words) -> String {
    let names: Vec<String> = (ids.iter())
        .filter_map(|id| catalog.region(id))
        .map(|region| quoted(naming::name(region, catalog, words)))
        .collect();
    names.join(", ")
}
