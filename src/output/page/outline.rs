//! The list view's words and entries, in the language of the interface.

use crate::{
    app::naming::name,
    locale::Words,
    model::{
        catalog::Catalog,
        ids::{Item, PointId, RegionId, StructureId},
        side::Side,
    },
};
use serde::Serialize;
use std::collections::BTreeMap;

/// The list view: what it says, and everything that can be selected from it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Outline {
    /// Tag of the language that it is in.
    pub language: String,
    /// What the page says, by the names that its elements have in `data-says` and `data-label`.
    pub texts: BTreeMap<&'static str, String>,
    /// How many entries are left in the list, said for every number from none to all.
    pub left: Vec<String>,
    /// Muscles in the order of their names.
    pub muscles: Vec<OutlineMuscle>,
    /// Regions in the order of the data.
    pub regions: Vec<OutlineRegion>,
}

/// A muscle with its points.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OutlineMuscle {
    /// Name, and how many points it has.
    pub name: String,
    /// What selects the muscle itself.
    pub whole: String,
    /// Links that select it, left and right.
    pub links: [String; 2],
    /// Its points.
    pub points: Vec<OutlinePoint>,
}

/// A trigger point.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OutlinePoint {
    /// Code and name.
    pub name: String,
    /// Links that select it, left and right.
    pub links: [String; 2],
}

/// A region.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OutlineRegion {
    /// Name.
    pub name: String,
    /// Links that select it: left and right, or one for the midline.
    pub links: Vec<String>,
}

impl Outline {
    /// The list of a catalogue.
    #[must_use]
    pub fn of(catalog: &Catalog, words: &Words) -> Self {
        let muscles = muscles(catalog, words);
        let regions = regions(catalog, words);
        let left = (0..=muscles.len() + regions.len())
            .map(|count| said(words.say_with("page-left", &[("count", count.into())])))
            .collect();
        Self {
            language: words.language().to_string(),
            texts: texts(words),
            left,
            muscles,
            regions,
        }
    }
}

fn said(text: std::borrow::Cow<'_, str>) -> String {
    text.into_owned()
}

/// What the elements of the page say, and their labels for screen readers.
fn texts(w: &Words) -> BTreeMap<&'static str, String> {
    [
        ("list", w.say("page-list")),
        ("close", w.say("page-close")),
        ("about", w.say("page-about")),
        ("find", w.say("page-find")),
        ("side", w.say("page-side")),
        ("left", w.say("page-side-left")),
        ("right", w.say("page-side-right")),
        ("entries", w.say("page-entries")),
        ("muscles", w.say("page-muscles")),
        ("regions", w.say("page-regions")),
        ("card", w.say("page-card")),
        ("card-language", w.say("page-card-language")),
        ("body", w.say("page-body")),
        ("picture", w.say("page-picture")),
        ("picture-help", w.say("page-picture-help")),
        ("newer", w.say("page-newer")),
        ("use-newer", w.say("page-use-newer")),
    ]
    .into_iter()
    .map(|(element, text)| (element, said(text)))
    .collect()
}

/// Muscles in the order of their names.
fn muscles(catalog: &Catalog, words: &Words) -> Vec<OutlineMuscle> {
    let sides = [Side::Left, Side::Right];
    let mut muscles: Vec<OutlineMuscle> = catalog
        .muscles
        .iter()
        .map(|muscle| {
            let called = name(muscle, catalog, words);
            let count = muscle.points.len();
            let args = [("name", called.into()), ("count", count.into())];
            OutlineMuscle {
                name: said(words.say_with("page-muscle", &args)),
                whole: said(words.say_with("page-whole-muscle", &[("name", called.into())])),
                links: sides.map(|side| Item::Structure(StructureId::new(&muscle.id, side)).link()),
                points: muscle
                    .points
                    .iter()
                    .map(|point| OutlinePoint {
                        name: format!("{} {}", point.id, name(point, catalog, words)),
                        links: sides.map(|side| Item::Point(PointId::new(&point.id, side)).link()),
                    })
                    .collect(),
            }
        })
        .collect();
    muscles.sort_by_key(|muscle| muscle.name.to_lowercase());
    muscles
}

/// Regions in the order of the data.
fn regions(catalog: &Catalog, words: &Words) -> Vec<OutlineRegion> {
    catalog
        .regions
        .iter()
        .map(|region| {
            let on: &[Side] = if region.midline {
                &[Side::Midline]
            } else {
                &[Side::Left, Side::Right]
            };
            OutlineRegion {
                name: name(region, catalog, words).to_owned(),
                links: on
                    .iter()
                    .map(|side| Item::Region(RegionId::new(&region.id, *side)).link())
                    .collect(),
            }
        })
        .collect()
}
