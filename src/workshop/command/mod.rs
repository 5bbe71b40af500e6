//! `myomap fit`: measures ring nets on a reference mesh, and checks the shapes against one.
//!
//! For whoever has the reference; the program itself never needs it.

mod building;
mod files;
mod seating;
mod table;

use self::{
    files::{
        Meshes, attachments, fma_of, landmarks, part, places, read_reference, read_shape,
        read_together,
    },
    table::{Class, Row},
};
use crate::{
    model::facts::{Net, Shape},
    workshop::{
        bone::{BoneFitError, built::built_shape, measure_bone},
        muscle::{Coordinate, FitError, FitOptions, measure, reference::Reference},
        shape_text::shape_text,
        skin::measure_skin,
    },
};
use glam::Vec3;
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// What stands at the top of a measured shape's file.
const CREDIT: &str = "Measured on BodyParts3D, (c) The Database Center for Life Science, CC BY-SA 2.1 JP; CC BY-SA 4.0.";

/// As [`CREDIT`], for the skin.
const SKIN_CREDIT: &str = "Measured on BodyParts3D, (c) The Database Center for Life Science, CC BY-SA 2.1 JP; CC BY-SA 4.0.
Radii in millimetres about axes; the rings of a net lie in parallel planes across the line from its first
centre to its last. `built`: what the reference lacks, added by hand. Ears: plate, rim behind, rim above,
antihelix, lobe, tragus. Closed eyes: lower lid, upper lid.";

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
    /// Source id written into the file.
    #[arg(long, default_value = "BP3D")]
    pub source: String,
    /// Write the shape to this file instead of the output.
    #[arg(short, long, value_name = "FILE.ron")]
    pub out: Option<PathBuf>,
    /// Build the structure from a plan instead (MESH is then the plan, a file of `docs/plans/`).
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

/// Why `fit` failed.
#[derive(Debug, thiserror::Error)]
pub enum FitCommandError {
    /// A file could not be read or written.
    #[error("{path}: {why}", path = path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        why: io::Error,
    },
    /// The mesh could not be measured.
    #[error("{path}: {why}", path = path.display())]
    Measure {
        /// The mesh.
        path: PathBuf,
        /// What is wrong.
        why: FitError,
    },
    /// A place is neither a landmark nor a point.
    #[error("{0}")]
    Place(String),
    /// Nothing tells between what the fibres run.
    #[error("{0} is no part of a muscle, no bone and not the skin: give --from and --to")]
    NoAttachment(String),
    /// The folder holds no mesh of the structure.
    #[error("{folder}: there is no mesh of {id}", folder = folder.display())]
    NoMesh {
        /// The folder.
        folder: PathBuf,
        /// Structure.
        id: String,
    },
    /// A bone could not be measured.
    #[error("{id}: {why}")]
    Bone {
        /// Structure.
        id: String,
        /// What is wrong.
        why: BoneFitError,
    },
    /// No shape of that name.
    #[error("there is no shape {0}: measure it first")]
    NoShape(String),
    /// The shape's file does not read.
    #[error("shapes/{id}.ron: {why}")]
    Shape {
        /// Structure.
        id: String,
        /// What is wrong.
        why: String,
    },
    /// The plan does not read or cannot be built.
    #[error("{path}: {why}", path = path.display())]
    Plan {
        /// The plan.
        path: PathBuf,
        /// What is wrong.
        why: String,
    },
    /// The report could not be written.
    #[error("cannot write: {0}")]
    Out(#[from] io::Error),
}

/// Runs the command over the data files (path relative to `data/`, text).
pub fn run(
    args: &FitArgs,
    files: &BTreeMap<String, String>,
    out: &mut dyn io::Write,
) -> Result<ExitCode, FitCommandError> {
    if args.build {
        return building::run(args, files, out);
    }
    if args.seat {
        return seating::run(&args.mesh, args.structure.as_deref(), args.ends, files, out);
    }
    let meshes = Meshes::at(&args.mesh)?;
    if args.check_all {
        return check_all(&meshes, args.markdown, files, out);
    }
    let id = args.structure.clone().unwrap_or_default();
    let known = read_shape(&id, files).ok();
    let paths = meshes.of(&id, known.as_ref());
    if paths.is_empty() && built_shape(&id).is_none() {
        return Err(FitCommandError::NoMesh {
            folder: args.mesh.clone(),
            id,
        });
    }
    if args.check {
        let shape = read_shape(&id, files)?;
        let class = Class::of(&shape, part(&id, files).is_some());
        writeln!(out, "{}", table::heading())?;
        for row in table::rows_of(&shape, class, &paths)? {
            writeln!(out, "{}", row.plain())?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let (text, rows) = if id == "skin" {
        skin(&paths, known)?
    } else if args.from.is_none() && part(&id, files).is_none() {
        bone(&id, &paths)?
    } else {
        muscle(args, &id, &paths, files)?
    };
    write_shape(args, &text, out)?;
    if args.out.is_some() {
        writeln!(out, "{}", table::heading())?;
        for row in rows {
            writeln!(out, "{}", row.plain())?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn write_shape(args: &FitArgs, text: &str, out: &mut dyn io::Write) -> Result<(), FitCommandError> {
    match &args.out {
        Some(path) => fs::write(path, text).map_err(|why| FitCommandError::File {
            path: path.clone(),
            why,
        })?,
        None => out.write_all(text.as_bytes())?,
    }
    Ok(())
}

/// Measures the skin; nets that were built upon a known one are kept.
fn skin(paths: &[&Path], known: Option<Shape>) -> Result<(String, Vec<Row>), FitCommandError> {
    let reference = read_together(paths, false)?;
    let mut shape =
        measure_skin(&reference.to_surface()).map_err(|why| FitCommandError::Shape {
            id: "skin".to_owned(),
            why: why.to_string(),
        })?;
    shape.built = known.map(|known| known.built).unwrap_or_default();
    let rows = table::rows_against(&shape, Class::Skin, &reference)?;
    Ok((shape_text(&shape, SKIN_CREDIT), rows))
}

fn bone(id: &str, paths: &[&Path]) -> Result<(String, Vec<Row>), FitCommandError> {
    if let Some(shape) = built_shape(id) {
        let credit = "Built from usual sizes and from what it is joined to; see the source.";
        return Ok((shape_text(&shape, credit), Vec::new()));
    }
    let reference = read_together(paths, false)?;
    let shape = measure_bone(&reference.to_surface(), id).map_err(|why| match why {
        BoneFitError::Unknown => FitCommandError::NoAttachment(id.to_owned()),
        why => FitCommandError::Bone {
            id: id.to_owned(),
            why,
        },
    })?;
    let rows = table::rows_against(&shape, Class::Bone, &reference)?;
    Ok((shape_text(&shape, CREDIT), rows))
}

/// A muscle's nets, head by head where it has several meshes.
fn muscle(
    args: &FitArgs,
    id: &str,
    paths: &[&Path],
    files: &BTreeMap<String, String>,
) -> Result<(String, Vec<Row>), FitCommandError> {
    let landmarks = landmarks(files);
    let by_data = match part(id, files) {
        Some(part) => attachments(&part, &landmarks)?,
        None => (Vec::new(), Vec::new()),
    };
    let line = |given: &Option<String>, other: Vec<Vec3>| match given {
        Some(text) => places(text, &landmarks),
        None => Ok(other),
    };
    let (origin, insertion) = (line(&args.from, by_data.0)?, line(&args.to, by_data.1)?);
    let ways = match args.coordinate {
        Some(one) => vec![one],
        None => vec![Coordinate::Plain, Coordinate::Laid, Coordinate::Harmonic],
    };
    let measured_on: Vec<String> = paths.iter().map(|path| fma_of(path)).collect();
    let mut heads: Vec<Reference> = Vec::new();
    for path in paths {
        heads.push(read_reference(path, true)?.left_half());
    }
    let mut whole = Reference::default();
    heads.iter().for_each(|head| whole.append(head));
    let mut best: Option<(Shape, Vec<Row>)> = None;
    let mut failed = None;
    for coordinate in ways {
        let options = FitOptions {
            rings: args.rings.into(),
            around: args.around.into(),
            least_branch_mm: args.least_branch,
            single: args.single,
            coordinate,
        };
        let nets: Result<Vec<_>, FitError> = heads
            .iter()
            .map(|head| measure(head, &origin, &insertion, options))
            .collect();
        let nets = match nets {
            Ok(nets) => nets,
            Err(why) => {
                failed = Some(why);
                continue;
            }
        };
        let shape = Shape {
            structure: id.to_owned(),
            source: args.source.clone(),
            measured_on: measured_on.join(" "),
            nets: nets.into_iter().flatten().map(net_of_rings).collect(),
            built: Vec::new(),
        };
        let rows = table::rows_against(&shape, Class::of(&shape, true), &whole)?;
        let p95 = |rows: &[Row]| rows.first().map_or(f32::INFINITY, Row::p95_mm);
        if best
            .as_ref()
            .is_none_or(|(_, known)| p95(&rows) < p95(known))
        {
            best = Some((shape, rows));
        }
    }
    match best {
        Some((shape, rows)) => Ok((shape_text(&shape, CREDIT), rows)),
        None => Err(FitCommandError::Measure {
            path: args.mesh.clone(),
            why: failed.unwrap_or(FitError::NoRings),
        }),
    }
}

/// The whole table; fails where something lies over its limits.
fn check_all(
    meshes: &Meshes,
    markdown: bool,
    files: &BTreeMap<String, String>,
    out: &mut dyn io::Write,
) -> Result<ExitCode, FitCommandError> {
    let (rows, without) = table::all_rows(meshes, files)?;
    if markdown {
        writeln!(out, "{}", table::MARKDOWN_HEADING)?;
        for row in &rows {
            writeln!(out, "{}", row.markdown())?;
        }
    } else {
        writeln!(out, "{}", table::heading())?;
        for row in &rows {
            writeln!(out, "{}", row.plain())?;
        }
    }
    let over = rows.iter().filter(|row| !row.ok()).count();
    writeln!(out, "\n{} measured, {over} over their limits.", rows.len())?;
    if !without.is_empty() {
        writeln!(out, "Without a reference: {}.", without.join(", "))?;
    }
    Ok(if over == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn net_of_rings(rings: Vec<Vec<Vec3>>) -> Net {
    let tenth = |value: f32| (value * 10.0).round() / 10.0;
    Net::Rings(
        rings
            .into_iter()
            .map(|ring| {
                ring.into_iter()
                    .map(|p| (tenth(p.x), tenth(p.y), tenth(p.z)))
                    .collect()
            })
            .collect(),
    )
}
