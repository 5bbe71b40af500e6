//! Why a text is not a link. The words to the user are made of this elsewhere (`app::link_error`).

use super::limits::{DEEPEST, LONGEST_LINK};
use crate::model::{ids::IdError, pain_link::PainError, pose::PoseError};

/// Why a text is not a link.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// Longer than any link given out by this program.
    #[error("the link is longer than {LONGEST_LINK} characters")]
    TooLong,
    /// More of something than a link may hold.
    #[error("the link has more than {most} {}", .what.words())]
    TooMany {
        /// Of what.
        what: Listed,
        /// How many it may have.
        most: usize,
    },
    /// A piece without a value.
    #[error("\"{0}\" in the link has no value; write key=value, e.g. #point=TRA-1.left")]
    NoValue(String),
    /// A value that the key does not take.
    #[error("{key}={value} in the link is not understood: {why}")]
    Value {
        /// The key.
        key: String,
        /// What stands after it.
        value: String,
        /// What is wrong with it.
        why: ValueError,
    },
    /// A key given twice, or two things to select.
    #[error("the link names {} twice", .0.words())]
    Twice(Once),
}

/// What a link may hold several of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// Painted pains.
    Pains,
    /// Structures that are hidden, shown as shells, or shown alone.
    Structures,
}

impl Listed {
    fn words(self) -> &'static str {
        match self {
            Self::Pains => "pains",
            Self::Structures => "structures after one key",
        }
    }
}

/// What a link may name once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Once {
    /// What is selected.
    Selection,
    /// The depth of the peel.
    Depth,
    /// The sides shown.
    Side,
    /// The preset of the camera.
    View,
    /// The place of the camera.
    Camera,
    /// The colour scheme.
    Theme,
    /// The mode.
    Mode,
    /// The labels on the body.
    Labels,
    /// The discs of trigger points.
    Markers,
}

impl Once {
    fn words(self) -> &'static str {
        match self {
            Self::Selection => "what to select",
            Self::Depth => "the depth",
            Self::Side => "the side",
            Self::View => "the view",
            Self::Camera => "the camera",
            Self::Theme => "the theme",
            Self::Mode => "the mode",
            Self::Labels => "the labels",
            Self::Markers => "the markers",
        }
    }
}

/// Why a key does not take a value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ValueError {
    /// Not the id of anything.
    #[error(transparent)]
    Id(#[from] IdError),
    /// Not a depth.
    #[error("it is a number from 0 (skin) to {DEEPEST} (skeleton)")]
    Depth,
    /// Not one of the words that the key takes.
    #[error(transparent)]
    Word(#[from] WordError),
    /// Not a place of the camera.
    #[error(transparent)]
    Pose(#[from] PoseError),
    /// Not a painted pain.
    #[error(transparent)]
    Pain(#[from] PainError),
}

/// A text is none of the words that a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is one of{0}")]
pub struct WordError(
    /// The words, each with a blank before it.
    pub(super) &'static str,
);

impl WordError {
    /// The words that the key takes, with blanks between them.
    pub fn words(&self) -> &'static str {
        self.0.trim_start()
    }
}
