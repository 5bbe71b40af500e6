//! `myomap fit --build`: the shape of a structure without a reference, or what a measured one lacks, from its plan.

use super::{
    args::FitArgs,
    error::FitCommandError,
    files::{LARGEST_FILE, landmarks, read_shape},
    provenance::header,
    surfaces::Surfaces,
    write::write_shape,
};
use crate::{
    anatomy::{
        ray_index::RayIndex,
        ring_net::{NetError, rings_of_net},
        skin::skin_of_shape,
    },
    model::facts::Shape,
    store::read_text,
    workshop::{
        recipe::sheet::Plan, rounding::net_of_rings, shape_text::shape_text, sheet::rings_of_sheet,
        slips::rings_of_slips,
    },
};
use glam::Vec3;
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
    let known = match plan.measured.is_empty() {
        true => None,
        false => Some(read_shape(&plan.structure, files)?),
    };
    let belly = belly_of(known.as_ref()).map_err(|why| fault(why.to_string()))?;
    let (mut nets, mut along) = (Vec::new(), plan.measured.clone());
    let mut surfaces = Surfaces::new(files, &plan.structure);
    for sheet in &plan.sheets {
        let obstacles = surfaces.of(&sheet.clear_of)?;
        let rings = rings_of_sheet(sheet, &landmarks, &obstacles, skin.as_ref())
            .map_err(|why| fault(why.to_string()))?;
        nets.push(net_of_rings(rings));
        along.push(sheet.along);
    }
    for slips in &plan.slips {
        let obstacles = surfaces.of(&slips.clear_of)?;
        let built = rings_of_slips(slips, &landmarks, &belly, &obstacles)
            .map_err(|why| fault(why.to_string()))?;
        along.extend(built.iter().map(|_| slips.along));
        nets.extend(built.into_iter().map(net_of_rings));
    }
    // Of one whole way each, a shape says nothing.
    if nets.len() < 2 && known.is_none() {
        along.clear();
    }
    let (shape, credit) = match known {
        Some(measured) => {
            let text = &files[&format!("shapes/{}.ron", measured.structure)];
            let shape = Shape {
                built: nets,
                along,
                ..measured
            };
            (shape, header(text))
        }
        None => {
            let shape = Shape {
                structure: plan.structure,
                source: plan.source,
                measured_on: String::new(),
                nets,
                built: Vec::new(),
                along,
            };
            (shape, "Built from attachments; see the source.".to_owned())
        }
    };
    write_shape(args, &shape_text(&shape, &credit), out)?;
    Ok(ExitCode::SUCCESS)
}

/// The rings of the measured nets.
fn belly_of(measured: Option<&Shape>) -> Result<Vec<Vec<Vec<Vec3>>>, NetError> {
    let nets = measured.iter().flat_map(|shape| &shape.nets);
    nets.map(rings_of_net).collect()
}
