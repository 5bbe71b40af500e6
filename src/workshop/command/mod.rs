//! `myomap fit`: measures ring nets on a reference mesh, and checks the shapes against one.
//!
//! For whoever has the reference; the program itself never needs it.

mod args;
mod building;
mod error;
mod files;
mod seating;
mod table;
mod write;

pub use args::FitArgs;
pub use error::FitCommandError;

use self::{
    files::{
        Meshes, attachments, fma_of, landmarks, part, places, read_reference, read_shape,
        read_together,
    },
    table::{Class, Row},
    write::write_shape,
};
use crate::{
    model::facts::Shape,
    store::folder_files,
    workshop::{
        bone::{built::built_shape, measure_bone},
        muscle::{Coordinate, FitError, FitOptions, measure, reference::Reference},
        recipe::{self, Recipes, bone::BoneRecipe},
        rounding::net_of_rings,
        shape_text::shape_text,
        skin::measure_skin,
    },
};
use glam::Vec3;
use std::{collections::BTreeMap, io, path::Path, process::ExitCode};

/// What stands at the top of a measured shape's file.
const CREDIT: &str = "Measured on BodyParts3D, (c) The Database Center for Life Science, CC BY-SA 2.1 JP; CC BY-SA 4.0.";

/// As [`CREDIT`], for the skin.
const SKIN_CREDIT: &str = "Measured on BodyParts3D, (c) The Database Center for Life Science, CC BY-SA 2.1 JP; CC BY-SA 4.0.
Radii in millimetres about axes; the rings of a net lie in parallel planes across the line from its first
centre to its last. `built`: what the reference lacks, added by hand. Ears: plate, rim behind, rim above,
antihelix, lobe, tragus. Closed eyes: lower lid, upper lid.";

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
    let recipes = Recipes::read(&match &args.recipes {
        Some(folder) => folder_files(folder)?,
        None => recipe::built_in_files(),
    })?;
    let meshes = Meshes::at(&args.mesh)?;
    if args.check_all {
        return check_all(&meshes, args.markdown, &recipes, files, out);
    }
    let id = args.structure.clone().unwrap_or_default();
    let known = read_shape(&id, files).ok();
    let paths = meshes.of(&id, &recipes, known.as_ref());
    let by_recipe = recipes.bone(&id);
    if paths.is_empty() && !by_recipe.is_some_and(|recipe| recipe.how.is_built()) {
        return Err(FitCommandError::NoMesh {
            folder: args.mesh.clone(),
            id,
        });
    }
    if args.check {
        let shape = read_shape(&id, files)?;
        let class = Class::of(&shape, part(&id, files).is_some());
        writeln!(out, "{}", table::heading())?;
        for row in table::rows_of(&shape, class, &recipes, &paths)? {
            writeln!(out, "{}", row.plain())?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let (text, rows) = if id == "skin" {
        skin(&paths, &recipes, known)?
    } else if args.from.is_none() && part(&id, files).is_none() {
        let recipe = by_recipe.ok_or_else(|| FitCommandError::NoAttachment(id.clone()))?;
        bone(&id, &paths, recipe, &recipes)?
    } else {
        muscle(args, &id, &paths, &recipes, files)?
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

/// Measures the skin; nets that were built upon a known one are kept.
fn skin(
    paths: &[&Path],
    recipes: &Recipes,
    known: Option<Shape>,
) -> Result<(String, Vec<Row>), FitCommandError> {
    let reference = read_together(paths, false)?;
    let measured = measure_skin(&recipes.skin, &reference.to_surface());
    let mut shape = measured.map_err(|why| FitCommandError::Shape {
        id: "skin".to_owned(),
        why: why.to_string(),
    })?;
    shape.built = known.map(|known| known.built).unwrap_or_default();
    let rows = table::rows_against(&shape, Class::Skin, recipes, &reference)?;
    Ok((shape_text(&shape, SKIN_CREDIT), rows))
}

fn bone(
    id: &str,
    paths: &[&Path],
    recipe: &BoneRecipe,
    recipes: &Recipes,
) -> Result<(String, Vec<Row>), FitCommandError> {
    if let Some(shape) = built_shape(recipe, id) {
        let credit = "Built from usual sizes and from what it is joined to; see the source.";
        return Ok((shape_text(&shape, credit), Vec::new()));
    }
    let reference = read_together(paths, false)?;
    let measured = measure_bone(recipe, &reference.to_surface(), id);
    let shape = measured.map_err(|why| FitCommandError::Bone {
        id: id.to_owned(),
        why,
    })?;
    let rows = table::rows_against(&shape, Class::Bone, recipes, &reference)?;
    Ok((shape_text(&shape, CREDIT), rows))
}

/// A muscle's nets, head by head where it has several meshes.
fn muscle(
    args: &FitArgs,
    id: &str,
    paths: &[&Path],
    recipes: &Recipes,
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
        let rows = table::rows_against(&shape, Class::of(&shape, true), recipes, &whole)?;
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
    recipes: &Recipes,
    files: &BTreeMap<String, String>,
    out: &mut dyn io::Write,
) -> Result<ExitCode, FitCommandError> {
    let (rows, without) = table::all_rows(meshes, recipes, files)?;
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
