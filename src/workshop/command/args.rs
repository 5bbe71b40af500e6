//! The command line of `myomap fit`.

use crate::workshop::muscle::Coordinate;
use std::path::PathBuf;

/// Measure ring nets on a reference mesh (OBJ, millimetres, body frame), or check shapes against one.
#[derive(clap::Args, Clone, Debug)]
pub struct FitArgs {
    /// The reference mesh, or the folder that holds them all (`fma<ID>_<name>.obj`): the structure's own are
    /// found there by the FMA numbers of its shape.
    pub mesh: PathBuf,
    /// Structure id: a muscle's part (`levator_scapulae`), a bone (`vertebra.t7`) or `skin`.
    #[arg(required_unless_present_any = ["check_all", "build", "seat"])]
    pub structure: Option<String>,
    /// Origin line of a muscle: landmark ids or x:y:z, separated by commas; else the one in its muscle's file.
    #[arg(long, value_name = "PLACES", allow_hyphen_values = true)]
    pub from: Option<String>,
    /// Insertion line, written like the origin.
    #[arg(long, value_name = "PLACES", allow_hyphen_values = true)]
    pub to: Option<String>,
    /// Rings of the longest net.
    #[arg(long, default_value_t = 16, value_parser = clap::value_parser!(u16).range(3..=64))]
    pub rings: u16,
    /// Points of the widest ring.
    #[arg(long, default_value_t = 32, value_parser = clap::value_parser!(u16).range(8..=128))]
    pub around: u16,
    /// Follow only the largest ring at each level: one net.
    #[arg(long)]
    pub single: bool,
    /// How the fibre coordinate is laid over the mesh; without it all ways are tried and the one that comes
    /// closest is kept.
    #[arg(long, value_enum)]
    pub coordinate: Option<Coordinate>,
    /// Branches shorter than this, in millimetres, are noise.
    #[arg(long, default_value_t = 12.0)]
    pub least_branch: f32,
    /// Source id written into a muscle's file.
    #[arg(long, default_value = "BP3D")]
    pub source: String,
    /// Take the recipes of bones and skin from this folder instead of those built in.
    #[arg(long, value_name = "DIR")]
    pub recipes: Option<PathBuf>,
    /// Write the shape to this file instead of the output.
    #[arg(short, long, value_name = "FILE.ron")]
    pub out: Option<PathBuf>,
    /// Build the structure from a plan instead (MESH is then the plan, a file of `recipes/sheets/`).
    #[arg(long)]
    pub build: bool,
    /// Move what stands through the skin or into bones (MESH is then the folder for the shapes that had to be
    /// moved; all structures, or the one given).
    #[arg(long)]
    pub seat: bool,
    /// With --seat: share of a net's length at both ends that may lie in the bone.
    #[arg(long, requires = "seat", default_value_t = 0.2)]
    pub ends: f32,
    /// Compare the shape of the structure with the mesh: mean and 95th percentile distance.
    #[arg(long)]
    pub check: bool,
    /// Compare every shape that was measured on a mesh of this folder.
    #[arg(long)]
    pub check_all: bool,
    /// With --check-all: the table for a document.
    #[arg(long, requires = "check_all")]
    pub markdown: bool,
}
