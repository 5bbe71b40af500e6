//! How a muscle is measured.

/// What a fit may not exceed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FitOptions {
    /// Rings of the longest net.
    pub rings: usize,
    /// Points in the rings of the widest net; narrow ones get fewer.
    pub around: usize,
    /// A branch shorter than this is noise of the mesh, millimetres.
    pub least_branch_mm: f32,
    /// Only the largest branch at each level is followed, and a single net comes out.
    pub single: bool,
    /// How the fibre coordinate is laid over the mesh.
    pub coordinate: Coordinate,
}

/// Ways to lay the fibre coordinate over a mesh.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Coordinate {
    /// By the distances to the attachment lines as they are given: for muscles with small ends.
    #[default]
    Plain,
    /// By the distances to the lines laid on the nearest points of the mesh.
    Laid,
    /// Harmonic between the lines laid on the mesh: for broad sheets.
    Harmonic,
}

impl Default for FitOptions {
    fn default() -> Self {
        Self {
            rings: 16,
            around: 32,
            least_branch_mm: 12.0,
            single: false,
            coordinate: Coordinate::Plain,
        }
    }
}
