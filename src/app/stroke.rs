//! A stroke of the brush over the skin, step by step.

use crate::study::locate::dab::Dab;

/// A step of a stroke over the skin.
#[derive(Clone, Debug, PartialEq)]
pub enum Stroke {
    /// The brush touches the skin: what it passes until [`Stroke::End`] is one step to take back.
    Start,
    /// What of the skin is under the brush.
    Over(Dab),
    /// The brush is lifted.
    End,
}
