//! `myomap fit --build`: the shape of a structure without a reference, from its plan.

use super::{
    args::FitArgs,
    error::FitCommandError,
    files::{LARGEST_FILE, landmarks, read_shape},
    write::write_shape,
};
use crate::{
    anatomy::{ray_index::RayIndex, ring_net::surface_of_shape, skin::skin_of_shape},
    model::facts::Shape,
    store::read_text,
    workshop::{
        recipe::sheet::Plan, rounding::net_of_rings, shape_text::shape_text, sheet::rings_of_sheet,
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
        let rings = rings_of_sheet(sheet, &landmarks, &obstacles, skin.as_ref())
            .map_err(|why| fault(why.to_string()))?;
        nets.push(net_of_rings(rings));
    }
    let shape = Shape {
        structure: plan.structure,
        source: plan.source,
        measured_on: String::new(),
        nets,
        built: Vec::new(),
    };
    let credit = "Built from attachments; see the source.";
    write_shape(args, &shape_text(&shape, credit), out)?;
    Ok(ExitCode::SUCCESS)
}
