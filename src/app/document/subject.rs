//! What a document can be about.

use crate::model::{
    catalog::Catalog,
    facts::{
        AssessmentItem, Bone, Chapter, Contraindication, Landmark, Method, Muscle, NoGoArea, Part,
        Plan, Programme, RangeOfMotionTest, RedFlag, Region, Section, Source, Stretch, Technique,
        TriggerPoint,
    },
    ids::Item,
};
use serde_json::{Value, to_value};

/// An entry of the data that there is a document about.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is named like the facts that it holds")]
pub enum Subject<'a> {
    Point(&'a Muscle, &'a TriggerPoint),
    Muscle(&'a Muscle),
    Part(&'a Muscle, &'a Part),
    Bone(&'a Bone),
    Skin,
    Region(&'a Region),
    Stretch(&'a Stretch),
    Method(&'a Method),
    Source(&'a Source),
    Landmark(&'a Landmark),
    Section(&'a Chapter, &'a Section),
    Chapter(&'a Chapter),
    RedFlag(&'a RedFlag),
    Contraindication(&'a Contraindication),
    NoGoArea(&'a NoGoArea),
    Technique(&'a Technique),
    Programme(&'a Programme),
    Plan(&'a Plan),
    AssessmentItem(&'a AssessmentItem),
    RangeOfMotionTest(&'a RangeOfMotionTest),
}

impl<'a> Subject<'a> {
    /// What an item is; none where the catalogue does not know it.
    #[must_use]
    pub fn of_item(catalog: &'a Catalog, item: &Item) -> Option<Self> {
        match item {
            Item::Point(id) => {
                let (muscle, point) = catalog.point(&id.code)?;
                Some(Self::Point(muscle, point))
            }
            Item::Structure(id) if id.base == "skin" => Some(Self::Skin),
            Item::Structure(id) => {
                let part = catalog.part(&id.base);
                let muscle = || catalog.muscle(&id.base).map(Self::Muscle);
                part.map(|(muscle, part)| Self::Part(muscle, part))
                    .or_else(muscle)
                    .or_else(|| catalog.bone(&id.base).map(Self::Bone))
            }
            Item::Region(id) => catalog.region(&id.code).map(Self::Region),
            Item::Stretch(id) => catalog.stretch(id).map(Self::Stretch),
            Item::Method(id) => catalog.method(id).map(Self::Method),
            Item::Programme(id) => catalog.programme(id).map(Self::Programme),
            Item::Section(id) => {
                let (chapter, section) = catalog.section(id)?;
                Some(Self::Section(chapter, section))
            }
        }
    }

    /// What the data file says of it; null for the skin, which no file describes.
    ///
    /// # Errors
    /// Where the facts cannot be written as JSON.
    pub fn facts(&self) -> serde_json::Result<Value> {
        match self {
            Self::Point(_, x) => to_value(x),
            Self::Muscle(x) => to_value(x),
            Self::Part(_, x) => to_value(x),
            Self::Bone(x) => to_value(x),
            Self::Skin => Ok(Value::Null),
            Self::Region(x) => to_value(x),
            Self::Stretch(x) => to_value(x),
            Self::Method(x) => to_value(x),
            Self::Source(x) => to_value(x),
            Self::Landmark(x) => to_value(x),
            Self::Section(_, x) => to_value(x),
            Self::Chapter(x) => to_value(x),
            Self::RedFlag(x) => to_value(x),
            Self::Contraindication(x) => to_value(x),
            Self::NoGoArea(x) => to_value(x),
            Self::Technique(x) => to_value(x),
            Self::Programme(x) => to_value(x),
            Self::Plan(x) => to_value(x),
            Self::AssessmentItem(x) => to_value(x),
            Self::RangeOfMotionTest(x) => to_value(x),
        }
    }
}
