//! What the index keeps of a thing that can be found.

use super::hit::{Group, Place, Why};
use crate::model::{
    facts::BodyPart,
    ids::{Item, PointId, RegionId, StructureId},
    side::Side,
};

/// What is selected when something found is opened, as yet without its side.
#[derive(Clone, Debug)]
pub(super) enum Target {
    Structure { base: String, paired: bool },
    Point(String),
    Region { code: String, midline: bool },
    Stretch(String),
    Method(String),
    Programme(String),
    Section(String),
}

impl Target {
    pub(super) fn on(&self, side: Side) -> Item {
        let if_paired = |paired: bool| if paired { side } else { Side::Midline };
        match self {
            Self::Structure { base, paired } => {
                Item::Structure(StructureId::new(base.clone(), if_paired(*paired)))
            }
            Self::Point(code) => Item::Point(PointId::new(code.clone(), side)),
            Self::Region { code, midline } => {
                Item::Region(RegionId::new(code.clone(), if_paired(!midline)))
            }
            Self::Stretch(id) => Item::Stretch(id.clone()),
            Self::Method(id) => Item::Method(id.clone()),
            Self::Programme(id) => Item::Programme(id.clone()),
            Self::Section(id) => Item::Section(id.clone()),
        }
    }
}

/// A text by which a thing is found.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) says: String,
    pub(super) why: Why,
    /// Places in the vocabulary, one a word; words that say nothing are left out where there are others.
    pub(super) words: Vec<usize>,
}

/// A thing that can be found.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) target: Target,
    pub(super) group: Group,
    /// As `myomap show` reads it before an id.
    pub(super) kind: &'static str,
    pub(super) id: String,
    pub(super) title: String,
    pub(super) place: Place,
    /// The part of the body that a region belongs to.
    pub(super) part: Option<BodyPart>,
    pub(super) fields: Vec<Field>,
}
