//! Names of things that can be selected, with their side.

use super::side::Side;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Longest id taken from outside; a longer one is refused, not searched for.
const LONGEST_ID: usize = 120;

/// Why a text is not an id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// Empty, too long, or with characters that no id has.
    #[error(
        "\"{0}\" is not an id: use letters, digits, '.', '_' and '-', at most {LONGEST_ID} characters"
    )]
    Form(String),
    /// A point or a region was given without its side.
    #[error("\"{0}\" needs a side: add .left or .right")]
    NoSide(String),
}

macro_rules! sided_id {
    ($(#[$doc:meta])* $name:ident, $field:ident, $field_doc:literal, $needs_side:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
        pub struct $name {
            #[doc = $field_doc]
            pub $field: String,
            /// Side of the body.
            pub side: Side,
        }

        impl $name {
            /// Names one on a side.
            pub fn new($field: impl Into<String>, side: Side) -> Self {
                Self { $field: $field.into(), side }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self.side {
                    Side::Midline => f.write_str(&self.$field),
                    side => write!(f, "{}.{}", self.$field, side.as_str()),
                }
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                let (name, side) = split_side(text)?;
                if $needs_side && side == Side::Midline {
                    return Err(IdError::NoSide(text.to_owned()));
                }
                Ok(Self { $field: name.to_owned(), side })
            }
        }
    };
}

sided_id!(
    /// A structure with its side, written `trapezius.ascending.right`; a midline one `sacrum`.
    StructureId, base, "Id without the side, e.g. `trapezius.ascending`.", false
);
sided_id!(
    /// A trigger point with its side, written `TRA-1.right`.
    PointId, code, "Id without the side, e.g. `TRA-1`.", true
);
sided_id!(
    /// A region of the skin with its side, written `temple.left`; a midline one `sternum`.
    RegionId, code, "Id without the side, e.g. `temple`.", false
);

fn split_side(text: &str) -> Result<(&str, Side), IdError> {
    let sound = !text.is_empty()
        && text.len() <= LONGEST_ID
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'));
    if !sound {
        return Err(IdError::Form(text.chars().take(LONGEST_ID).collect()));
    }
    Ok(match text.rsplit_once('.') {
        Some((name, "left")) if !name.is_empty() => (name, Side::Left),
        Some((name, "right")) if !name.is_empty() => (name, Side::Right),
        _ => (text, Side::Midline),
    })
}

/// Anything that can be selected or pointed at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum Item {
    /// A muscle, a part of one, or a bone.
    Structure(StructureId),
    /// A trigger point.
    Point(PointId),
    /// A region of the skin.
    Region(RegionId),
    /// A stretch or exercise.
    Stretch(String),
    /// A self-treatment method.
    Method(String),
    /// A programme of treatments and stretches in an order.
    Programme(String),
    /// A section of the library.
    Section(String),
}

impl Item {
    /// The side it lies on; the midline for what has none.
    #[must_use]
    pub fn side(&self) -> Side {
        match self {
            Self::Structure(id) => id.side,
            Self::Point(id) => id.side,
            Self::Region(id) => id.side,
            Self::Stretch(_) | Self::Method(_) | Self::Programme(_) | Self::Section(_) => {
                Side::Midline
            }
        }
    }

    /// True for what is itself on the body, and false for what is done to it or said about it.
    #[must_use]
    pub fn is_on_body(&self) -> bool {
        match self {
            Self::Structure(_) | Self::Point(_) | Self::Region(_) => true,
            Self::Stretch(_) | Self::Method(_) | Self::Programme(_) | Self::Section(_) => false,
        }
    }

    /// The same on another side, where it has one.
    #[must_use]
    pub fn on(&self, side: Side) -> Self {
        match self {
            Self::Structure(id) => Self::Structure(StructureId::new(&id.base, side)),
            Self::Point(id) => Self::Point(PointId::new(&id.code, side)),
            Self::Region(id) => Self::Region(RegionId::new(&id.code, side)),
            sideless => sideless.clone(),
        }
    }

    /// Its id without its side.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Structure(id) => &id.base,
            Self::Point(id) => &id.code,
            Self::Region(id) => &id.code,
            Self::Stretch(id) | Self::Method(id) | Self::Programme(id) | Self::Section(id) => id,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_read_back_what_they_write() {
        for text in ["trapezius.ascending.right", "sacrum", "rib.3.left"] {
            assert_eq!(
                text.parse::<StructureId>().map(|id| id.to_string()),
                Ok(text.to_owned())
            );
        }
        assert_eq!("TRA-1.left".parse(), Ok(PointId::new("TRA-1", Side::Left)));
    }

    #[test]
    fn a_point_needs_a_side_and_a_hostile_id_is_refused() {
        assert_eq!(
            "TRA-1".parse::<PointId>(),
            Err(IdError::NoSide("TRA-1".into()))
        );
        assert!(matches!(
            "a/../b".parse::<StructureId>(),
            Err(IdError::Form(_))
        ));
        assert!(matches!(
            "x".repeat(10_000).parse::<StructureId>(),
            Err(IdError::Form(_))
        ));
    }
}
