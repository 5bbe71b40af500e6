//! A stroke of the brush over the skin, step by step.

use std::sync::Arc;

/// A step of a stroke over the skin.
#[derive(Clone, Debug, PartialEq)]
pub enum Stroke {
    /// The brush touches the skin: what it passes until [`Stroke::End`] is one step to take back.
    Start,
    /// Samples of the skin under the brush.
    Over(Arc<[u32]>),
    /// The brush is lifted.
    End,
}
