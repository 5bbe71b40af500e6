//! `myomap export`: the body's surfaces as files for other programs.
//!
//! OBJ: one file a structure, body frame, millimetres. glTF: one binary file for all of
//! them, metres and the same axes, as the format asks for.

mod glb;

use super::tell_unbuilt;
use crate::{
    anatomy::{
        body::{BodyStructure, StructureKind, compile},
        mesh::SurfaceMesh,
    },
    app::theme::{ThemeError, ThemeFile},
    locale::Words,
    model::{
        catalog::Catalog,
        closest::{closest, quoted},
        ids::StructureId,
        link::Theme,
        side::Side,
    },
    store::{self, OutputError},
};
use std::{
    fs,
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

#[derive(clap::Args, Clone, Debug)]
pub struct ExportArgs {
    pub format: Format,
    #[arg(long, value_enum, default_value_t)]
    pub side: ExportSide,
    #[arg(long, value_name = "ID,…", value_delimiter = ',')]
    pub structures: Vec<String>,
    #[arg(short, long, value_name = "DIR")]
    pub out: PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    Obj,
    Gltf,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum ExportSide {
    Left,
    Right,
    #[default]
    Both,
}

/// Why `export` failed.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// No structure has that name.
    #[error("there is no structure {name}")]
    Unknown {
        /// As it was asked for, in quotes.
        name: String,
        /// What may have been meant, in quotes.
        meant: Option<String>,
    },
    /// A file or the folder could not be written.
    #[error(transparent)]
    File(#[from] OutputError),
    /// The glTF's description could not be written.
    #[error("cannot write the glTF: {0}")]
    Json(#[from] serde_json::Error),
    /// The colours could not be read.
    #[error(transparent)]
    Theme(#[from] ThemeError),
    /// The report could not be written.
    #[error("cannot write: {0}")]
    Out(#[from] io::Error),
}

/// One surface to be written.
pub(super) struct Surface<'a> {
    id: StructureId,
    kind: Option<StructureKind>,
    fma: Option<u32>,
    mesh: &'a SurfaceMesh,
}

/// Compiles the body and writes what was asked for; says on `out` how many files there are, and on
/// `err` what could not be built.
pub fn run(
    args: &ExportArgs,
    catalog: &Catalog,
    words: &Words,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<ExitCode, ExportError> {
    let (body, problems) = compile(catalog);
    tell_unbuilt(&problems, err)?;
    let mut surfaces: Vec<Surface> = body
        .structures
        .iter()
        .map(|structure| Surface {
            id: structure.id.clone(),
            kind: Some(structure.kind),
            fma: fma(catalog, structure),
            mesh: &structure.mesh,
        })
        .collect();
    if !body.skin.mesh.triangles.is_empty() {
        surfaces.push(Surface {
            id: StructureId::new("skin", Side::Midline),
            kind: None,
            fma: Some(7163),
            mesh: &body.skin.mesh,
        });
    }
    let wanted = names(args, catalog, &surfaces)?;
    surfaces.retain(|surface| {
        on_side(args.side, surface.id.side) && wanted.iter().any(|w| w.takes(&surface.id))
    });
    fs::create_dir_all(&args.out).map_err(|why| OutputError {
        path: args.out.clone(),
        why,
    })?;
    match args.format {
        Format::Obj => {
            for surface in &surfaces {
                let path = args.out.join(format!("{}.obj", surface.id));
                let mut text = Vec::new();
                write_obj(surface, &mut text)?;
                store::write_output(&path, &text)?;
            }
            let said = [
                ("count", surfaces.len().into()),
                ("place", args.out.display().to_string().into()),
            ];
            writeln!(out, "{}", words.say_with("command-files-in", &said))?;
        }
        Format::Gltf => {
            let path = args.out.join("myomap.glb");
            let theme = ThemeFile::built_in(Theme::Light)?;
            let bytes = glb::glb(&surfaces, &theme.body)?;
            store::write_output(&path, &bytes)?;
            let said = [
                ("count", surfaces.len().into()),
                ("place", path.display().to_string().into()),
            ];
            writeln!(out, "{}", words.say_with("command-structures-in", &said))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The number of the structure on its own side.
fn fma(catalog: &Catalog, structure: &BodyStructure) -> Option<u32> {
    let ids = match structure.kind {
        StructureKind::Muscle => &catalog.part(&structure.id.base)?.1.ids,
        StructureKind::Bone(_) | StructureKind::Fascia => &catalog.bone(&structure.id.base)?.ids,
    };
    let sided = match structure.id.side {
        Side::Left => ids.fma_left,
        Side::Right => ids.fma_right,
        Side::Midline => None,
    };
    sided.or(ids.fma)
}

fn on_side(asked: ExportSide, side: Side) -> bool {
    match asked {
        ExportSide::Both => true,
        ExportSide::Left => side != Side::Right,
        ExportSide::Right => side != Side::Left,
    }
}

/// A name that was asked for.
enum Wanted {
    Everything,
    Exactly(StructureId),
    AnySide(String),
}

impl Wanted {
    fn takes(&self, id: &StructureId) -> bool {
        match self {
            Self::Everything => true,
            Self::Exactly(exact) => exact == id,
            Self::AnySide(base) => *base == id.base,
        }
    }
}

fn names(
    args: &ExportArgs,
    catalog: &Catalog,
    surfaces: &[Surface],
) -> Result<Vec<Wanted>, ExportError> {
    if args.structures.is_empty() {
        return Ok(vec![Wanted::Everything]);
    }
    let mut wanted = Vec::new();
    for name in args
        .structures
        .iter()
        .map(|n| n.trim())
        .filter(|n| !n.is_empty())
    {
        if surfaces.iter().any(|s| s.id.base == name) {
            wanted.push(Wanted::AnySide(name.to_owned()));
        } else if let Some(surface) = surfaces.iter().find(|s| s.id.to_string() == name) {
            wanted.push(Wanted::Exactly(surface.id.clone()));
        } else if let Some(muscle) = catalog.muscle(name) {
            wanted.extend(
                muscle
                    .parts
                    .iter()
                    .map(|part| Wanted::AnySide(part.id.clone())),
            );
        } else {
            let known = surfaces.iter().map(|s| s.id.base.as_str());
            return Err(ExportError::Unknown {
                name: quoted(name),
                meant: closest(name, known).map(quoted),
            });
        }
    }
    Ok(wanted)
}

fn write_obj(surface: &Surface, out: &mut dyn Write) -> io::Result<()> {
    let fma = surface
        .fma
        .map_or_else(String::new, |fma| format!(" FMA{fma}"));
    writeln!(
        out,
        "# {} {}{fma}",
        surface.id.base,
        surface.id.side.as_str()
    )?;
    writeln!(
        out,
        "# myomap; CC BY-SA 4.0; millimetres, +x left, +y cranial, +z anterior; see data/CREDITS.md"
    )?;
    let mesh = surface.mesh;
    for p in &mesh.positions_mm {
        writeln!(out, "v {:.3} {:.3} {:.3}", p.x, p.y, p.z)?;
    }
    for [u, f] in &mesh.fibre_uv {
        writeln!(out, "vt {u:.4} {f:.4}")?;
    }
    for n in &mesh.normals {
        writeln!(out, "vn {:.4} {:.4} {:.4}", n.x, n.y, n.z)?;
    }
    for [a, b, c] in mesh.triangles.iter().map(|t| t.map(|i| i + 1)) {
        writeln!(out, "f {a}/{a}/{a} {b}/{b}/{b} {c}/{c}/{c}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use glam::Vec3;

    #[test]
    fn an_obj_tells_its_structure_in_the_first_line() {
        let mesh = SurfaceMesh::from_triangles(vec![Vec3::ZERO, Vec3::X, Vec3::Y], vec![[0, 1, 2]]);
        let surface = Surface {
            id: StructureId::new("trapezius.ascending", Side::Right),
            kind: Some(StructureKind::Muscle),
            fma: Some(33581),
            mesh: &mesh,
        };
        let mut text = Vec::new();
        write_obj(&surface, &mut text).unwrap();
        let text = String::from_utf8(text).unwrap();
        assert!(text.starts_with("# trapezius.ascending right FMA33581\n"));
        assert!(text.contains("\nf 1/1/1 2/2/2 3/3/3\n"));
    }

    #[test]
    fn a_side_takes_the_midline_along() {
        assert!(on_side(ExportSide::Left, Side::Midline));
        assert!(!on_side(ExportSide::Left, Side::Right));
        assert!(on_side(ExportSide::Both, Side::Right));
    }
}
