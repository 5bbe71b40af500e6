//! `myomap fit --build` of a recipe of `recipes/between_ribs/`: the muscles between the ribs.

use super::{
    args::FitArgs,
    error::FitCommandError,
    files::{read_recipe, read_shape},
    write::write_shape,
};
use crate::{
    anatomy::ring_net::rings_of_net,
    model::facts::Shape,
    workshop::{
        intercostal::rings_between, recipe::intercostal::Intercostals, rounding::net_of_rings,
        shape_text::shape_text,
    },
};
use glam::Vec3;
use std::{collections::BTreeMap, io, path::Path, process::ExitCode};

/// The folder of these recipes.
const FOLDER: &str = "between_ribs";

/// Whether a file is one of these recipes.
pub(super) fn is_of(path: &Path) -> bool {
    path.parent()
        .and_then(Path::file_name)
        .is_some_and(|folder| folder == FOLDER)
}

/// Builds the structure.
pub(super) fn run(
    args: &FitArgs,
    files: &BTreeMap<String, String>,
    out: &mut dyn io::Write,
) -> Result<ExitCode, FitCommandError> {
    let path = &args.mesh;
    let text = read_recipe(path)?;
    let recipe = Intercostals::read(&path.to_string_lossy(), &text)?;
    let rings = |id: &String| -> Result<Vec<Vec<Vec3>>, FitCommandError> {
        let fault = |why: String| FitCommandError::Shape {
            id: id.clone(),
            why,
        };
        let shape = read_shape(id, files)?;
        let net = shape.nets.first();
        let net = net.ok_or_else(|| fault("it has no nets".to_owned()))?;
        rings_of_net(net).map_err(|why| fault(why.to_string()))
    };
    let mut ribs = recipe
        .ribs
        .iter()
        .map(&rings)
        .collect::<Result<Vec<_>, _>>()?;
    for (rib, cartilage) in ribs.iter_mut().zip(&recipe.cartilages) {
        rib.extend(rings(cartilage)?);
    }
    let spaces = ribs.windows(2);
    let nets: Vec<_> = spaces
        .filter_map(|pair| rings_between(&recipe, &pair[0], &pair[1]))
        .map(net_of_rings)
        .collect();
    let shape = Shape {
        structure: recipe.structure,
        source: recipe.source,
        along: vec![(0.0, 1.0); nets.len()],
        nets,
        ..Shape::default()
    };
    let credit = "Built from the borders of the ribs; see the source.";
    write_shape(args, &shape_text(&shape, credit), out)?;
    Ok(ExitCode::SUCCESS)
}
