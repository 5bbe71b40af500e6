//! What a search finds.

use crate::model::{facts::Tissue, ids::Item};
use std::ops::Range;

/// What kind of thing was found; also the heading it stands under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Trigger points.
    Points,
    /// Muscles and their parts.
    Muscles,
    /// Regions of the skin.
    Regions,
    /// Stretches and exercises.
    Stretches,
    /// Self-treatment methods.
    Methods,
    /// Bones, discs, cartilages and teeth.
    Bones,
    /// Warning signs, conditions and no-go areas.
    Safety,
    /// Sections of the library.
    Library,
}

impl Group {
    /// What people look for most comes first where names are alike: `trapezuis` is the
    /// muscle, then its points, and only then the bone trapezium.
    pub(super) fn importance(self) -> f32 {
        match self {
            Self::Muscles | Self::Points | Self::Regions => 1.0,
            Self::Stretches | Self::Methods | Self::Safety => 0.9,
            Self::Library => 0.85,
            Self::Bones => 0.7,
        }
    }
}

/// What something found is, or what it belongs to; names are in the language of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A whole muscle.
    Muscle,
    /// A part of the muscle of this name.
    PartOf(String),
    /// The trigger point of this code in the muscle of this name.
    PointOf(String, String),
    /// A region of the skin.
    Region,
    /// A stretch or exercise.
    Stretch,
    /// A self-treatment method.
    Method,
    /// A bone, or what else the skeleton is made of.
    Bone(Tissue),
    /// A section of the library's chapter of this name.
    Section(String),
    /// What the library's section of this name shows: a programme, a plan, a technique and the like.
    ShownIn(String),
    /// A warning sign.
    RedFlag,
    /// A condition under which not everything is allowed.
    Contraindication,
    /// Where no tool belongs.
    NoGoArea,
}

/// By what something was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// Its name.
    Name,
    /// Its id or abbreviation.
    Id,
    /// Its Latin or another name, or lay words for it.
    OtherName,
    /// What it belongs to: the muscle of a point, the zone of its pain, the part of the body of a region.
    Belongs,
    /// The nerve that supplies it.
    Nerve,
    /// Its origin or insertion.
    Attachment,
    /// What it does.
    Action,
    /// What it feels like.
    Feeling,
    /// The question or a sign of a warning sign.
    Sign,
    /// What is said about it.
    Text,
}

impl Why {
    /// What a match there counts.
    pub(super) fn weight(self) -> f32 {
        match self {
            Self::Name | Self::Id => 1.0,
            Self::OtherName => 0.9,
            Self::Belongs | Self::Nerve => 0.5,
            Self::Attachment | Self::Action | Self::Sign => 0.4,
            Self::Feeling => 0.35,
            Self::Text => 0.25,
        }
    }

    /// True for what names the thing itself.
    pub(super) fn names(self) -> bool {
        matches!(self, Self::Name | Self::Id | Self::OtherName)
    }

    /// True for sentences: to have all of one matched says little, to have several words in one says much.
    pub(super) fn is_read(self) -> bool {
        !self.names() && self != Self::Belongs
    }

    /// As programs get it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Id => "id",
            Self::OtherName => "other_name",
            Self::Belongs => "belongs",
            Self::Nerve => "nerve",
            Self::Attachment => "attachment",
            Self::Action => "action",
            Self::Feeling => "feels_like",
            Self::Sign => "sign",
            Self::Text => "text",
        }
    }
}

/// Something found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// What to select.
    pub item: Item,
    /// What kind it is.
    pub group: Group,
    /// Its kind as `myomap show` reads it before the id, e.g. `red_flag`.
    pub kind: &'static str,
    /// Its own id, without a side; for a warning sign that of the sign, where `item` is the section that shows it.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What it is or belongs to.
    pub place: Place,
    /// Byte ranges of the title that matched.
    pub matched: Vec<Range<usize>>,
    /// By what it was found.
    pub why: Why,
    /// The text by which it was found, where that is neither its title nor its id.
    pub because: Option<String>,
    /// How well it fits; larger is better.
    pub score: f32,
}
