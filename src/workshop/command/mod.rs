//! `myomap fit`: measures ring nets on a reference mesh, and checks the shapes against one.
//!
//! For whoever has the reference; the program itself never needs it.

mod args;
mod between_ribs;
mod building;
mod error;
mod files;
mod provenance;
mod seating;
mod surfaces;
mod table;
mod write;

pub(crate) use args::FitArgs;
pub use error::FitCommandError;

use self::{
    files::{
        Meshes, attachments, landmarks, part, places, read_reference, read_shape, read_together,
    },
    provenance::Provenance,
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
        whereabouts::{Extent, Known},
    },
};
use glam::Vec3;
use std::{collections::BTreeMap, io, path::Path, process::ExitCode};

/// Runs the command over the data files (path relative to `data/`, text).
pub(crate) fn run(
    args: &FitArgs,
    files: &BTreeMap<String, String>,
    out: &mut dyn io::Write,
) -> Result<ExitCode, FitCommandError> {
    if args.build && between_ribs::is_of(&args.mesh) {
        return between_ribs::run(args, files, out);
    }
    if args.build {
        return building::run(args, files, out);
    }
    let recipes = Recipes::read(&match &args.recipes {
        Some(folder) => folder_files(folder)?,
        None => recipe::built_in_files(),
    })?;
    if args.seat {
        let (only, order) = (args.structure.as_deref(), &recipes.order);
        return seating::run(&args.mesh, only, args.ends, order, files, out);
    }
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
    if !paths.is_empty() {
        well_placed(args, &id, &paths, &recipes, known.as_ref(), files)?;
    }
    if args.check {
        let shape = read_shape(&id, files)?;
        let class = Class::of(&shape, part(&id, files).is_some());
        let rows = table::rows_of(&shape, class, &recipes, &paths)?;
        writeln!(out, "{}", table::heading())?;
        for row in &rows {
            writeln!(out, "{}", row.plain())?;
        }
        return Ok(verdict(&rows));
    }
    let is_bone = args.from.is_none() && part(&id, files).is_none();
    let (text, rows) = match by_recipe.filter(|recipe| recipe.how.is_built()) {
        Some(recipe) if is_bone => (built(&id, recipe)?, Vec::new()),
        _ => {
            if is_bone && id != "skin" && by_recipe.is_none() {
                return Err(FitCommandError::NoAttachment(id));
            }
            let provenance = Provenance::of(args, &id, &paths, known.as_ref(), files)?;
            let (mut shape, rows) = match by_recipe.filter(|_| is_bone) {
                _ if id == "skin" => skin(&paths, &recipes, known)?,
                Some(recipe) => {
                    let (mut shape, rows) = bone(&id, &paths, recipe, &recipes)?;
                    shape.holes = known.map_or_else(Vec::new, |known| known.holes);
                    (shape, rows)
                }
                None => {
                    let (mut shape, rows) = muscle(args, &id, &paths, &recipes, files)?;
                    keep_built(&mut shape, known);
                    (shape, rows)
                }
            };
            shape.source = provenance.source;
            shape.measured_on = provenance.measured_on;
            (shape_text(&shape, &provenance.credit), rows)
        }
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

/// Failed where something lies over its limits, and where nothing was measured.
fn verdict(rows: &[Row]) -> ExitCode {
    match !rows.is_empty() && rows.iter().all(Row::ok) {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}

/// Whether the meshes lie where their structure does; anything is let through where nothing is known of it.
fn well_placed(
    args: &FitArgs,
    id: &str,
    paths: &[&Path],
    recipes: &Recipes,
    known: Option<&Shape>,
    files: &BTreeMap<String, String>,
) -> Result<(), FitCommandError> {
    let by_shape = known.and_then(Known::of_shape);
    let part = part(id, files);
    let known = match (by_shape, &part) {
        (Some(known), _) => Some(known),
        (None, Some(part)) => {
            let (origin, insertion) = attachments(part, &landmarks(files))?;
            Extent::of(origin.into_iter().chain(insertion)).map(Known::Attachments)
        }
        (None, None) => None,
    };
    let Some(known) = known else {
        return Ok(());
    };
    let reference = read_together(paths, part.is_some(), recipes.midline.of(id))?;
    // Of a paired structure the mesh may hold both sides.
    let fits = |mesh: &Reference| match Extent::of_mesh(mesh).and_then(|mesh| known.misfit(&mesh)) {
        Some(misfit) => Err(misfit),
        None => Ok(()),
    };
    fits(&reference)
        .or_else(|misfit| fits(&reference.left_half()).or(Err(misfit)))
        .map_err(|misfit| FitCommandError::Misplaced {
            path: args.mesh.clone(),
            id: id.to_owned(),
            misfit,
        })
}

/// Measures the skin; nets that were built upon a known one are kept.
fn skin(
    paths: &[&Path],
    recipes: &Recipes,
    known: Option<Shape>,
) -> Result<(Shape, Vec<Row>), FitCommandError> {
    let reference = read_together(paths, false, recipes.midline.of("skin"))?;
    let measured = measure_skin(&recipes.skin, &reference.to_surface());
    let mut shape = measured.map_err(|why| FitCommandError::Shape {
        id: "skin".to_owned(),
        why: why.to_string(),
    })?;
    if let Some(known) = known {
        (shape.built, shape.creases) = (known.built, known.creases);
        shape.softened = known.softened;
    }
    let rows = table::rows_against(&shape, Class::Skin, recipes, &reference)?;
    Ok((shape, rows))
}

/// Slips that were built onto the belly as it was measured before: their plan builds them anew where it moved.
fn keep_built(shape: &mut Shape, known: Option<Shape>) {
    let Some(known) = known else {
        return;
    };
    // Of a belly of fewer or more nets it is not known where they begin and end.
    if known.nets.len() == shape.nets.len() {
        shape.along = known.along;
    }
    shape.built = known.built;
}

/// The text of a bone that is built without a reference.
fn built(id: &str, recipe: &BoneRecipe) -> Result<String, FitCommandError> {
    let shape = built_shape(recipe, id).ok_or_else(|| FitCommandError::NoShape(id.to_owned()))?;
    let credit = "Built from usual sizes and from what it is joined to; see the source.";
    Ok(shape_text(&shape, credit))
}

fn bone(
    id: &str,
    paths: &[&Path],
    recipe: &BoneRecipe,
    recipes: &Recipes,
) -> Result<(Shape, Vec<Row>), FitCommandError> {
    let reference = read_together(paths, false, recipes.midline.of(id))?;
    let measured = measure_bone(recipe, &reference.to_surface(), id);
    let shape = measured.map_err(|why| FitCommandError::Bone {
        id: id.to_owned(),
        why,
    })?;
    let rows = table::rows_against(&shape, Class::Bone, recipes, &reference)?;
    Ok((shape, rows))
}

/// A muscle's nets, head by head where it has several meshes.
fn muscle(
    args: &FitArgs,
    id: &str,
    paths: &[&Path],
    recipes: &Recipes,
    files: &BTreeMap<String, String>,
) -> Result<(Shape, Vec<Row>), FitCommandError> {
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
    let mut heads: Vec<Reference> = Vec::new();
    for path in paths {
        heads.push(read_reference(path, true, recipes.midline.of(id))?.left_half());
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
            source: String::new(),
            nets: nets.into_iter().flatten().map(net_of_rings).collect(),
            ..Shape::default()
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
        Some(found) => Ok(found),
        None => Err(FitCommandError::Measure {
            path: args.mesh.clone(),
            why: failed.unwrap_or(FitError::NoRings),
        }),
    }
}

/// The whole table.
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
    Ok(verdict(&rows))
}
