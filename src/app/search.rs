//! The search over the facts with the words of a language: the index, and how what it finds is called. Not here: how
//! it is found, which is [`crate::study::search`].

use crate::{
    app::document::wording::within,
    locale::Words,
    model::{
        catalog::Catalog,
        facts::{BodyPart, Tissue},
        language::Language,
        link::ViewLink,
        side::Side,
    },
    study::{
        query_words::QueryWords,
        search::{Group, Hit, Place, SearchIndex, Why},
    },
};
use std::borrow::Cow;

/// The link that a text in the search field is: with its `#`, or the end of an address. What has none or names nothing
/// is looked for as words.
#[must_use]
pub fn link_in(query: &str) -> Option<&str> {
    let text = query.trim();
    let (_, view) = text.split_once('#')?;
    let names_something = view.contains('=') && view.parse::<ViewLink>().is_ok();
    names_something.then_some(text)
}

/// The heading over a group of what was found.
#[must_use]
pub fn heading(group: Group, w: &Words) -> Cow<'_, str> {
    match group {
        Group::Points => w.say("search-points"),
        Group::Muscles => w.say("search-muscles"),
        Group::Regions => w.say("search-regions"),
        Group::Stretches => w.say("search-stretches"),
        Group::Methods => w.say("search-methods"),
        Group::Bones => w.say("search-bones"),
        Group::Safety => w.say("search-safety"),
        Group::Library => w.say("search-library"),
    }
}

/// What stands at the end of a hit's line: the words by which it was found, else what it is or belongs to; and the side
/// that it opens on.
#[must_use]
pub fn place(hit: &Hit, w: &Words) -> String {
    let because = (hit.because.as_ref()).filter(|_| !matches!(hit.why, Why::Belongs | Why::Text));
    let place = match because {
        Some(because) => w
            .say_with("found-by", &[("words", because.as_str().into())])
            .into_owned(),
        None => kind(&hit.place, w),
    };
    let said = [("place", place.as_str().into())];
    match hit.item.side() {
        Side::Left => w.say_with("found-left", &said).into_owned(),
        Side::Right => w.say_with("found-right", &said).into_owned(),
        Side::Midline => place,
    }
}

/// What something found is or belongs to.
fn kind(place: &Place, w: &Words) -> String {
    match place {
        Place::Muscle => w.say("found-muscle"),
        Place::PartOf(muscle) => w.say_with("part-of", &[("muscle", within(muscle).into())]),
        Place::PointOf(code, muscle) => {
            let said = [
                ("code", code.as_str().into()),
                ("muscle", muscle.as_str().into()),
            ];
            w.say_with("found-point-of", &said)
        }
        Place::Region => w.say("found-region"),
        Place::Stretch => w.say("found-stretch"),
        Place::Method => w.say("found-method"),
        Place::Bone(Tissue::Bone) => w.say("found-bone"),
        Place::Bone(Tissue::Cartilage) => w.say("found-cartilage"),
        Place::Bone(Tissue::Tooth) => w.say("found-tooth"),
        Place::Bone(Tissue::Ligament) => w.say("found-ligament"),
        Place::Bone(Tissue::Fascia) => w.say("found-fascia"),
        Place::Section(chapter) | Place::ShownIn(chapter) => {
            w.say_with("found-section", &[("chapter", chapter.as_str().into())])
        }
        Place::RedFlag => w.say("found-red-flag"),
        Place::Contraindication => w.say("found-condition"),
        Place::NoGoArea => w.say("found-no-go-area"),
    }
    .into_owned()
}

/// The search under the names of a language; English is found as well.
#[must_use]
pub fn search_index(words: &Words, catalog: &Catalog) -> SearchIndex {
    let mut query_words = with(QueryWords::default(), &Words::of(Language::ENGLISH));
    if words.language() != Language::ENGLISH {
        query_words = with(query_words, words);
    }
    SearchIndex::in_language(catalog, words.language(), query_words)
}

/// Adds a language's words of queries that are not looked for as they stand.
fn with(query_words: QueryWords, w: &Words) -> QueryWords {
    query_words
        .sides(&w.say("search-words-left"), &w.say("search-words-right"))
        .empty(&w.say("search-words-empty"))
        .weak(&w.say("search-words-weak"))
        .part(BodyPart::Head, &w.say("search-part-head"))
        .part(BodyPart::Neck, &w.say("search-part-neck"))
        .part(BodyPart::Shoulder, &w.say("search-part-shoulder"))
        .part(
            BodyPart::ShoulderBlade,
            &w.say("search-part-shoulder-blade"),
        )
        .part(BodyPart::Arm, &w.say("search-part-arm"))
        .part(BodyPart::Elbow, &w.say("search-part-elbow"))
        .part(BodyPart::Forearm, &w.say("search-part-forearm"))
        .part(BodyPart::Hand, &w.say("search-part-hand"))
        .part(BodyPart::Chest, &w.say("search-part-chest"))
        .part(BodyPart::Abdomen, &w.say("search-part-abdomen"))
        .part(BodyPart::Back, &w.say("search-part-back"))
        .part(BodyPart::Hip, &w.say("search-part-hip"))
        .part(BodyPart::Thigh, &w.say("search-part-thigh"))
        .part(BodyPart::Knee, &w.say("search-part-knee"))
        .part(BodyPart::Leg, &w.say("search-part-leg"))
        .part(BodyPart::Foot, &w.say("search-part-foot"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_link_is_told_from_words() {
        for link in [
            "#point=TRA-1.left",
            "  #structure=trapezius.left&depth=2 ",
            "https://example.org/myomap/#mode=locate",
        ] {
            assert_eq!(link_in(link), Some(link.trim()));
        }
        for words in [
            "",
            "#",
            "neck",
            "# 1 muscle",
            "a=b",
            "#depth=much",
            "vertebra #7",
        ] {
            assert_eq!(link_in(words), None, "{words}");
        }
    }
}
