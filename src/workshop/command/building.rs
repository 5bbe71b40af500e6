//! `myomap fit --build`: the shape of a structure without a reference, or what a measured one lacks, from its plan.

use super::{
    args::FitArgs,
    error::FitCommandError,
    files::{landmarks, read_recipe, read_shape},
    provenance::{header, source_of},
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
    workshop::{
        recipe::sheet::Plan,
        rounding::net_of_rings,
        shape_text::shape_text,
        sheet::{Around, rings_of_sheet},
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
    let text = read_recipe(path)?;
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
        let (clear_of, under) = (surfaces.of(&sheet.clear_of)?, surfaces.of(&sheet.under)?);
        let (origin, insertion) = &sheet.ends_on;
        let ends_on = [
            surfaces.of(origin.as_slice())?,
            surfaces.of(insertion.as_slice())?,
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
        along.push(sheet.along);
    }
    for slips in &plan.slips {
        let obstacles = surfaces.of(&slips.clear_of)?;
        let built = rings_of_slips(slips, &landmarks, &belly, &obstacles)
            .map_err(|why| fault(why.to_string()))?;
        along.extend(built.iter().map(|_| slips.along));
        nets.extend(built.into_iter().map(net_of_rings));
    }
    // Of sheets alone the attachments tell it.
    if plan.slips.is_empty() && known.is_none() {
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
            let credit = match plan.measured_on.is_empty() {
                true => "Built from attachments; see the source.".to_owned(),
                false => credit(&plan.structure, &plan.source, files)?,
            };
            let shape = Shape {
                structure: plan.structure,
                source: plan.source,
                measured_on: plan.measured_on,
                nets,
                along,
                ..Shape::default()
            };
            (shape, credit)
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
