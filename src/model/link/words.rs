//! What a view has a few words for, and those words as they stand in links.

use super::error::WordError;
use crate::model::side::Side;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A way of looking at the body that has a key and a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ViewPreset {
    /// The whole back (key 1).
    Back,
    /// The whole front (key 2).
    Front,
    /// From the subject's left (key 3).
    Left,
    /// From the subject's right (key 4).
    Right,
    /// The neck from behind (key 5).
    Neck,
    /// The shoulder blades from behind (key 6).
    ShoulderBlades,
    /// The low back (key 7).
    LowBack,
    /// The hips from behind (key 8).
    Hips,
}

/// Which sides of the body are shown.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize,
)]
#[serde(rename_all = "snake_case")]
pub enum SideFilter {
    /// The subject's left only, with the midline.
    Left,
    /// The subject's right only, with the midline.
    Right,
    /// Both.
    #[default]
    Both,
}

/// Colour scheme of the window.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Dark text on light ground.
    #[default]
    Light,
    /// Light text on dark ground.
    Dark,
}

/// What the window is for at the moment.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Look around the body, its points and their patterns.
    #[default]
    Explore,
    /// Say where it hurts and see which points could send pain there.
    Locate,
    /// Read about techniques, tools and self-care.
    Library,
}

/// Something shown or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Switch {
    /// Not shown.
    Off,
    /// Shown.
    On,
}

macro_rules! words {
    ($name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl $name {
            /// All of them, in the order of their keys.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word used in links.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = WordError;

            fn from_str(text: &str) -> Result<Self, WordError> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(WordError(concat!($(" ", $word),+))),
                }
            }
        }
    };
}

words!(ViewPreset {
    Back = "back",
    Front = "front",
    Left = "left",
    Right = "right",
    Neck = "neck",
    ShoulderBlades = "shoulder_blades",
    LowBack = "low_back",
    Hips = "hips",
});
words!(SideFilter {
    Left = "left",
    Right = "right",
    Both = "both",
});
words!(Theme {
    Light = "light",
    Dark = "dark",
});
words!(Mode {
    Explore = "explore",
    Locate = "locate",
    Library = "library",
});
words!(Switch {
    Off = "off",
    On = "on",
});

impl From<bool> for Switch {
    fn from(on: bool) -> Self {
        if on { Self::On } else { Self::Off }
    }
}

impl SideFilter {
    /// Whether what lies on this side is shown; the midline always is.
    #[must_use]
    pub fn shows(self, side: Side) -> bool {
        !matches!(
            (self, side),
            (Self::Left, Side::Right) | (Self::Right, Side::Left)
        )
    }
}
