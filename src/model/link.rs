//! What a view is made of, and its link: the same text in the browser's `#…` and on the command line.

use serde::{Deserialize, Serialize};

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
