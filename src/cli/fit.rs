//! `myomap fit`: measures ring nets on a reference mesh, and checks the shapes against one.
//!
//! For whoever has the reference; the program itself never needs it.

use crate::{
    anatomy::{
        fit::{
            Coordinate, FitError, FitOptions,
            distance::{Apart, apart},
            measure,
            reference::Reference,
        },
        mesh::SurfaceMesh,
        place::Landmarks,
        ray_index::RayIndex,
        ring_net::{Fineness, NetError, rings_of_net, surface_of_rings, surface_of_shape},
        sheet::{Plan, rings_of_sheet},
    },
    model::raw::{Landmark, Net, Shape},
};
use glam::Vec3;
use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Measure ring nets on a reference mesh (OBJ, millimetres, body frame), or check shapes against one.
#[derive(clap::Args, Clone, Debug)]
pub struct FitArgs {
    /// The reference mesh; with --check-all the folder that holds the meshes (`fma<ID>_<name>.obj`).
    pub mesh: PathBuf,
    /// Structure id, e.g. `levator_scapulae`.
    #[arg(required_unless_present_any = ["check_all", "build"])]
    pub structure: Option<String>,
    /// Origin line: landmark ids or x:y:z, separated by commas.
    #[arg(long, value_name = "PLACES", required_unless_present_any = ["check", "check_all", "build"], allow_hyphen_values = true)]
    pub from: Option<String>,
    /// Insertion line, written like the origin.
    #[arg(long, value_name = "PLACES", required_unless_present_any = ["check", "check_all", "build"], allow_hyphen_values = true)]
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
    /// How the fibre coordinate is laid over the mesh.
    #[arg(long, value_enum, default_value_t)]
    pub coordinate: Coordinate,
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
    /// Compare the shape of the structure with the mesh: mean and 95th percentile distance.
    #[arg(long)]
    pub check: bool,
    /// Compare every shape that was measured on a mesh of this folder.
    #[arg(long)]
    pub check_all: bool,
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
    /// A place on the command line is neither a landmark nor a point.
    #[error("\"{0}\" is neither a landmark nor x:y:z")]
    Place(String),
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
    if args.check_all {
        return check_all(&args.mesh, files, out);
    }
    if args.build {
        return build(args, files, out);
    }
    let structure = args.structure.clone().unwrap_or_default();
    let reference = read_reference(&args.mesh)?;
    if args.check {
        let shape = read_shape(&structure, files)?;
        let found = compare(&shape, &reference)?;
        writeln!(out, "{}", row(&structure, found, shape.nets.len()))?;
        return Ok(ExitCode::SUCCESS);
    }
    let landmarks = landmarks(files);
    let origin = places(args.from.as_deref().unwrap_or_default(), &landmarks)?;
    let insertion = places(args.to.as_deref().unwrap_or_default(), &landmarks)?;
    let options = FitOptions {
        rings: args.rings.into(),
        around: args.around.into(),
        least_branch_mm: args.least_branch,
        single: args.single,
        coordinate: args.coordinate,
    };
    let nets = measure(&reference, &origin, &insertion, options).map_err(|why| {
        FitCommandError::Measure {
            path: args.mesh.clone(),
            why,
        }
    })?;
    let shape = Shape {
        structure: structure.clone(),
        source: args.source.clone(),
        measured_on: fma_of(&args.mesh),
        nets: nets.into_iter().map(net_of_rings).collect(),
    };
    let text = shape_text(&shape);
    match &args.out {
        Some(path) => fs::write(path, text).map_err(|why| FitCommandError::File {
            path: path.clone(),
            why,
        })?,
        None => out.write_all(text.as_bytes())?,
    }
    if args.out.is_some() {
        let found = compare(&shape, &reference)?;
        writeln!(out, "{}", row(&structure, found, shape.nets.len()))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn build(
    args: &FitArgs,
    files: &BTreeMap<String, String>,
    out: &mut dyn io::Write,
) -> Result<ExitCode, FitCommandError> {
    let path = &args.mesh;
    let fault = |why: String| FitCommandError::Plan {
        path: path.clone(),
        why,
    };
    let text = fs::read_to_string(path).map_err(|why| FitCommandError::File {
        path: path.clone(),
        why,
    })?;
    let plan: Plan = ron::from_str(&text).map_err(|why| fault(why.to_string()))?;
    let landmarks = Landmarks::new(&landmark_list(files));
    let mut nets = Vec::new();
    for sheet in &plan.sheets {
        let mut obstacles = Vec::new();
        for id in &sheet.clear_of {
            let surface = surface_of_shape(&read_shape(id, files)?).map_err(|why| {
                FitCommandError::Shape {
                    id: id.clone(),
                    why: why.to_string(),
                }
            })?;
            obstacles.push(RayIndex::build(&surface));
        }
        let rings =
            rings_of_sheet(sheet, &landmarks, &obstacles).map_err(|why| fault(why.to_string()))?;
        nets.push(net_of_rings(rings));
    }
    let shape = Shape {
        structure: plan.structure,
        source: plan.source,
        measured_on: String::new(),
        nets,
    };
    let text = shape_text(&shape);
    match &args.out {
        Some(path) => fs::write(path, text).map_err(|why| FitCommandError::File {
            path: path.clone(),
            why,
        })?,
        None => out.write_all(text.as_bytes())?,
    }
    Ok(ExitCode::SUCCESS)
}

fn check_all(
    folder: &Path,
    files: &BTreeMap<String, String>,
    out: &mut dyn io::Write,
) -> Result<ExitCode, FitCommandError> {
    let meshes = meshes_by_fma(folder)?;
    writeln!(out, "{}", heading())?;
    for path in files.keys() {
        let Some(id) = path
            .strip_prefix("shapes/")
            .and_then(|p| p.strip_suffix(".ron"))
        else {
            continue;
        };
        let shape = read_shape(id, files)?;
        // A structure may have been measured on several meshes, one a head.
        let mut reference = Reference::default();
        for mesh in shape
            .measured_on
            .split_whitespace()
            .filter_map(|fma| meshes.get(fma))
        {
            reference.append(&read_reference(mesh)?);
        }
        if reference.triangles.is_empty() {
            continue;
        }
        let found = compare(&shape, &reference)?;
        writeln!(out, "{}", row(id, found, shape.nets.len()))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn heading() -> String {
    format!(
        "{:<34} {:>7} {:>7} {:>7} {:>5}",
        "structure", "mean mm", "p95 mm", "most mm", "nets"
    )
}

fn row(id: &str, found: Option<Apart>, nets: usize) -> String {
    match found {
        Some(a) => format!(
            "{id:<34} {:>7.2} {:>7.2} {:>7.2} {nets:>5}",
            a.mean_mm, a.p95_mm, a.most_mm
        ),
        None => format!("{id:<34} nothing to compare"),
    }
}

fn compare(shape: &Shape, reference: &Reference) -> Result<Option<Apart>, FitCommandError> {
    let ours = bodies(shape).map_err(|why| FitCommandError::Shape {
        id: shape.structure.clone(),
        why: why.to_string(),
    })?;
    Ok(apart(&ours, &reference.to_surface()))
}

fn bodies(shape: &Shape) -> Result<Vec<SurfaceMesh>, NetError> {
    shape
        .nets
        .iter()
        .map(|net| {
            let rings = rings_of_net(net)?;
            surface_of_rings(&rings, Fineness::for_rings(&rings))
        })
        .collect()
}

fn read_reference(path: &Path) -> Result<Reference, FitCommandError> {
    let text = fs::read_to_string(path).map_err(|why| FitCommandError::File {
        path: path.to_owned(),
        why,
    })?;
    Reference::from_obj(&text).map_err(|why| FitCommandError::Measure {
        path: path.to_owned(),
        why,
    })
}

fn read_shape(id: &str, files: &BTreeMap<String, String>) -> Result<Shape, FitCommandError> {
    let text = files
        .get(&format!("shapes/{id}.ron"))
        .ok_or_else(|| FitCommandError::NoShape(id.to_owned()))?;
    ron::from_str(text).map_err(|why| FitCommandError::Shape {
        id: id.to_owned(),
        why: why.to_string(),
    })
}

fn landmark_list(files: &BTreeMap<String, String>) -> Vec<Landmark> {
    // A landmark file that does not read is `check`'s business; here its places are merely unknown.
    files
        .get("landmarks.ron")
        .and_then(|text| ron::from_str(text).ok())
        .unwrap_or_default()
}

fn landmarks(files: &BTreeMap<String, String>) -> BTreeMap<String, Vec3> {
    landmark_list(files)
        .into_iter()
        .map(|l| (l.id, Vec3::from(l.at_mm)))
        .collect()
}

fn places(text: &str, landmarks: &BTreeMap<String, Vec3>) -> Result<Vec<Vec3>, FitCommandError> {
    text.split(',')
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .map(|word| {
            if let Some(&at) = landmarks.get(word) {
                return Ok(at);
            }
            let numbers: Vec<f32> = word.split(':').filter_map(|n| n.parse().ok()).collect();
            match numbers[..] {
                [x, y, z] if word.split(':').count() == 3 => Ok(Vec3::new(x, y, z)),
                _ => Err(FitCommandError::Place(word.to_owned())),
            }
        })
        .collect()
}

/// `fma33587` of `fma33587_descending_part.obj`.
fn fma_of(path: &Path) -> String {
    let name = path
        .file_stem()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    name.split('_').next().unwrap_or_default().to_owned()
}

fn meshes_by_fma(folder: &Path) -> Result<BTreeMap<String, PathBuf>, FitCommandError> {
    let fault = |why| FitCommandError::File {
        path: folder.to_owned(),
        why,
    };
    let mut meshes = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        if path.extension().is_some_and(|e| e == "obj") {
            meshes.insert(fma_of(&path), path);
        }
    }
    Ok(meshes)
}

fn net_of_rings(rings: Vec<Vec<Vec3>>) -> Net {
    Net::Rings(
        rings
            .into_iter()
            .map(|ring| ring.into_iter().map(|p| (p.x, p.y, p.z)).collect())
            .collect(),
    )
}

/// A shape as a person reads it: one ring a line, one decimal.
pub fn shape_text(shape: &Shape) -> String {
    let mut text = String::new();
    let credit = if shape.measured_on.is_empty() {
        "// Built from attachments; see the source."
    } else {
        "// Measured on BodyParts3D, (c) The Database Center for Life Science, CC BY-SA 2.1 JP; CC BY-SA 4.0."
    };
    // Writing to a String cannot fail.
    let _ = writeln!(
        text,
        "{credit}\n(structure: \"{}\", source: \"{}\",",
        shape.structure, shape.source
    );
    if !shape.measured_on.is_empty() {
        let _ = writeln!(text, "measured_on: \"{}\",", shape.measured_on);
    }
    text.push_str("nets: [\n");
    for net in &shape.nets {
        match net {
            Net::Rings(rings) => {
                text.push_str("Rings([\n");
                for ring in rings {
                    let points: Vec<String> = ring
                        .iter()
                        .map(|&(x, y, z)| format!("({},{},{})", short(x), short(y), short(z)))
                        .collect();
                    let _ = writeln!(text, "[{}],", points.join(","));
                }
                text.push_str("]),\n");
            }
            Net::Polar {
                axis,
                zero,
                radii_mm,
            } => {
                let axis: Vec<String> = axis
                    .iter()
                    .map(|&(x, y, z)| format!("({},{},{})", short(x), short(y), short(z)))
                    .collect();
                let _ = writeln!(
                    text,
                    "Polar(axis: [{}], zero: {zero:?}, radii_mm: [",
                    axis.join(",")
                );
                for ring in radii_mm {
                    let radii: Vec<String> = ring.iter().map(|&r| short(r)).collect();
                    let _ = writeln!(text, "[{}],", radii.join(","));
                }
                text.push_str("]),\n");
            }
        }
    }
    text.push_str("])\n");
    text
}

/// One decimal, none where it is a nought.
fn short(value: f32) -> String {
    let text = format!("{value:.1}");
    let text = text.strip_suffix(".0").map_or(text.clone(), str::to_owned);
    if text == "-0" { "0".to_owned() } else { text }
}
