//! What things are called in the language of the interface.

use crate::{
    locale::Words,
    model::{catalog::Catalog, facts::BodyPart, ids::Item, names::Named, side::Side},
};
use std::borrow::Cow;

/// What an item is called, without its side; its id where the catalogue does not know it.
#[must_use]
pub fn plain_name(item: &Item, catalog: &Catalog, words: &Words) -> String {
    match item {
        Item::Structure(id) => {
            if let Some((_, part)) = catalog.part(&id.base) {
                name(part, catalog, words).to_owned()
            } else if let Some(muscle) = catalog.muscle(&id.base) {
                name(muscle, catalog, words).to_owned()
            } else if id.base == "skin" {
                words.say("skin").into_owned()
            } else {
                or_id(catalog.bone(&id.base), &id.base, catalog, words)
            }
        }
        Item::Point(id) => {
            let point = catalog.point(&id.code).map(|(_, point)| point);
            or_id(point, &id.code, catalog, words)
        }
        Item::Region(id) => or_id(catalog.region(&id.code), &id.code, catalog, words),
        Item::Stretch(id) => or_id(catalog.stretch(id), id, catalog, words),
        Item::Method(id) => or_id(catalog.method(id), id, catalog, words),
        Item::Programme(id) => catalog
            .programme(id)
            .map_or(id.as_str(), |programme| {
                said(&programme.name, catalog, words)
            })
            .to_owned(),
        Item::Section(id) => catalog
            .section(id)
            .map_or(id.as_str(), |(_, section)| {
                said(&section.name, catalog, words)
            })
            .to_owned(),
    }
}

/// What an item is called, with its side.
#[must_use]
pub fn name_of(item: &Item, catalog: &Catalog, words: &Words) -> String {
    let name = plain_name(item, catalog, words);
    match item.side() {
        Side::Left => words
            .say_with("named-left", &[("name", name.into())])
            .into_owned(),
        Side::Right => words
            .say_with("named-right", &[("name", name.into())])
            .into_owned(),
        Side::Midline => name,
    }
}

/// What a part of the body is called.
#[must_use]
pub fn body_part(part: BodyPart, words: &Words) -> Cow<'_, str> {
    match part {
        BodyPart::Head => words.say("body-part-head"),
        BodyPart::Neck => words.say("body-part-neck"),
        BodyPart::Shoulder => words.say("body-part-shoulder"),
        BodyPart::ShoulderBlade => words.say("body-part-shoulder-blade"),
        BodyPart::Arm => words.say("body-part-arm"),
        BodyPart::Elbow => words.say("body-part-elbow"),
        BodyPart::Forearm => words.say("body-part-forearm"),
        BodyPart::Hand => words.say("body-part-hand"),
        BodyPart::Chest => words.say("body-part-chest"),
        BodyPart::Abdomen => words.say("body-part-abdomen"),
        BodyPart::Back => words.say("body-part-back"),
        BodyPart::Hip => words.say("body-part-hip"),
        BodyPart::Thigh => words.say("body-part-thigh"),
        BodyPart::Knee => words.say("body-part-knee"),
        BodyPart::Leg => words.say("body-part-leg"),
        BodyPart::Foot => words.say("body-part-foot"),
        BodyPart::Other => words.say("body-part-other"),
    }
}

/// What an entry of the data is called.
#[must_use]
pub fn name<'a, T: Named>(thing: &'a T, catalog: &'a Catalog, words: &Words) -> &'a str {
    catalog.names.name(words.language(), thing)
}

/// A text of the data, in the language of the interface where it is translated.
#[must_use]
pub fn said<'a>(english: &'a str, catalog: &'a Catalog, words: &Words) -> &'a str {
    catalog
        .texts
        .get(words.language(), english)
        .unwrap_or(english)
}

fn or_id<T: Named>(thing: Option<&T>, id: &str, catalog: &Catalog, words: &Words) -> String {
    thing
        .map_or(id, |thing| name(thing, catalog, words))
        .to_owned()
}
