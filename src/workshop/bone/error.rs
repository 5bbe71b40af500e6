//! Why a bone could not be measured.

/// Why a bone could not be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BoneFitError {
    /// The recipe is not one for this bone, or is for a bone that is built.
    #[error("there is no recipe for measuring this bone")]
    Unknown,
    /// A recipe's axis is a single point.
    #[error("the axis of a part has no length")]
    NoAxis,
    /// A part was not found on the reference.
    #[error("a part was not found on the reference")]
    Nothing,
}
