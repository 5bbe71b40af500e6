//! Why a muscle could not be measured.

/// Why nothing was measured.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum FitError {
    /// A line of the OBJ file is not understood.
    #[error("line {line} of the OBJ file: {what}")]
    Obj {
        /// Number of the line, from 1.
        line: usize,
        /// What is wrong with it.
        what: &'static str,
    },
    /// Not the format.
    #[error("it is no OBJ file (Wavefront): export the mesh as one")]
    NoObj,
    /// The mesh has no triangles.
    #[error("the mesh has no triangles")]
    Empty,
    /// An attachment has no points.
    #[error("origin and insertion need at least one point each")]
    NoAttachment,
    /// No level set closes to a ring.
    #[error("no ring was found across the fibres: look at the attachment lines")]
    NoRings,
}
