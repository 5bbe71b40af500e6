//! What of a body could not be built, and which entry of the data is to blame.

use crate::model::closest::quoted;
use std::fmt;

/// Something that could not be built. All else is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildProblem {
    /// The entry to blame.
    pub about: Blamed,
    /// What is wrong, as a sentence that names the entry.
    pub what: String,
    /// It only follows from a fault that the check of the facts has told, or from another problem.
    pub follows: bool,
}

/// An entry of the data by its id, without a side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Blamed {
    /// The shape of a structure.
    Shape(String),
    /// A trigger point.
    Point(String),
    /// A region of the skin.
    Region(String),
    /// An aponeurosis of a part.
    Part(String),
}

impl BuildProblem {
    /// A structure whose shape is no surface.
    pub(super) fn shape(id: &str, why: &impl fmt::Display) -> Self {
        Self {
            about: Blamed::Shape(id.to_owned()),
            what: format!("{} could not be built: {why}", quoted(id)),
            follows: false,
        }
    }

    /// A structure without a shape: the check of the facts tells that it is missing, or why it was left out.
    pub(super) fn no_shape(id: &str) -> Self {
        Self {
            about: Blamed::Shape(id.to_owned()),
            what: format!("{} has no shape", quoted(id)),
            follows: true,
        }
    }

    /// A trigger point without a place.
    pub(super) fn point(code: &str, why: &impl fmt::Display) -> Self {
        Self {
            about: Blamed::Point(code.to_owned()),
            what: format!("the point {} has no place: {why}", quoted(code)),
            follows: false,
        }
    }

    /// A trigger point whose line of sight does not meet its muscle.
    pub(super) fn point_beside(code: &str, part: &str, beside_mm: f32, allowed_mm: f32) -> Self {
        Self {
            about: Blamed::Point(code.to_owned()),
            what: format!(
                "the line of sight of the point {} misses {} by {beside_mm:.0} mm, and {allowed_mm} are allowed",
                quoted(code),
                quoted(part)
            ),
            follows: false,
        }
    }

    /// A trigger point on something that was not built.
    pub(super) fn point_on_nothing(code: &str, part: &str) -> Self {
        Self {
            follows: true,
            ..Self::point(code, &format!("{} was not built", quoted(part)))
        }
    }

    /// A region that cannot be laid on the skin.
    pub(super) fn region(code: &str, why: &impl fmt::Display) -> Self {
        Self {
            about: Blamed::Region(code.to_owned()),
            what: format!(
                "the region {} could not be laid on the skin: {why}",
                quoted(code)
            ),
            follows: false,
        }
    }

    /// An aponeurosis that cannot be laid on its muscle.
    pub(super) fn aponeurosis(part: &str, why: &impl fmt::Display) -> Self {
        Self {
            about: Blamed::Part(part.to_owned()),
            what: format!(
                "an aponeurosis of {} could not be built: {why}",
                quoted(part)
            ),
            follows: false,
        }
    }
}

impl fmt::Display for BuildProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}
