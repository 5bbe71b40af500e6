//! `myomap fit --build`: the shape of a structure from its plan.

use super::{
    args::FitArgs,
    error::FitCommandError,
    files::{LARGEST_FILE, landmarks, read_shape},
    provenance::{header, source_of},
    write::write_shape,
};
use crate::{
    anatomy::{ray_index::RayIndex, ring_net::surface_of_shape, skin::skin_of_shape},
    model::facts::Shape,
    store::read_text,
    workshop::{
        recipe::sheet::Plan,
        rounding::net_of_rings,
        shape_text::shape_text,
        sheet::{Around, rings_of_sheet},
    },
};
use std::{collections::BTreeMap, io, process::ExitCode};

/// Builds the structure of a plan.
pub(super) fn run(
    args: &FitArgs,
    files: &BTreeMap<String, String>,
    out: &mut dyn io::Write,
) -> Result<ExitCode, FitCommandError> {
    let path = &args.mesh;
    let fault = |why: String| FitCommandError::Plan {
        path: path.clone(),
        why,
    };
    let text = read_text(path, LARGEST_FILE).map_err(|why| FitCommandError::File {
        path: path.clone(),
        why: why.into(),
    })?;
    let landmarks = landmarks(files);
    let plan = Plan::read(&path.to_string_lossy(), &text, &landmarks)?;
    let below_skin = plan
        .sheets
        .iter()
        .any(|sheet| sheet.under_skin_mm.is_some());
    let skin = match below_skin {
        true => {
            let surface = skin_of_shape(&read_shape("skin", files)?);
            Some(RayIndex::build(
                &surface.map_err(|why| fault(why.to_string()))?,
            ))
        }
        false => None,
    };
    let mut nets = Vec::new();
    for sheet in &plan.sheets {
        let (clear_of, under) = (
            surfaces(&sheet.clear_of, files)?,
            surfaces(&sheet.under, files)?,
        );
        let (origin, insertion) = &sheet.ends_on;
        let ends_on = [
            surfaces(origin.as_slice(), files)?,
            surfaces(insertion.as_slice(), files)?,
        ];
        let around = Around {
            clear_of: &clear_of,
            under: &under,
            ends_on: [ends_on[0].first(), ends_on[1].first()],
            skin: skin.as_ref(),
        };
        let rings =
            rings_of_sheet(sheet, &landmarks, &around).map_err(|why| fault(why.to_string()))?;
        nets.push(net_of_rings(rings));
    }
    let credit = match plan.measured_on.is_empty() {
        true => "Built from attachments; see the source.".to_owned(),
        false => credit(&plan.structure, &plan.source, files)?,
    };
    let shape = Shape {
        structure: plan.structure,
        source: plan.source,
        measured_on: plan.measured_on,
        nets,
        built: Vec::new(),
    };
    write_shape(args, &shape_text(&shape, &credit), out)?;
    Ok(ExitCode::SUCCESS)
}

/// What structures look like from outside.
fn surfaces(
    ids: &[String],
    files: &BTreeMap<String, String>,
) -> Result<Vec<RayIndex>, FitCommandError> {
    let surface = |id: &String| {
        let surface = surface_of_shape(&read_shape(id, files)?);
        let surface = surface.map_err(|why| FitCommandError::Shape {
            id: id.clone(),
            why: why.to_string(),
        })?;
        Ok(RayIndex::build(&surface))
    };
    ids.iter().map(surface).collect()
}

/// What stands over a shape whose places were read off a reference: what stood there before, or its source.
fn credit(
    id: &str,
    source: &str,
    files: &BTreeMap<String, String>,
) -> Result<String, FitCommandError> {
    let before = files.get(&format!("shapes/{id}.ron"));
    let before = before.map(|text| header(text)).unwrap_or_default();
    if !before.is_empty() {
        return Ok(before);
    }
    let source = source_of(source, files)?;
    Ok(format!(
        "By a plan through places measured on {}",
        source.citation
    ))
}
