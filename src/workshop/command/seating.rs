//! `myomap fit --seat`: moves what stands through the skin or what covers it, or into bones.

use super::{error::FitCommandError, provenance::header};
use crate::{
    anatomy::{
        bone_surface::surface_of_bone, ray_index::RayIndex, ring_net::surface_of_shape,
        skin::skin_of_shape,
    },
    model::{catalog::load, facts::Shape},
    store,
    workshop::{
        recipe::order::Order,
        seat::{Bone, Cover, Seat, seat},
        shape_text::shape_text,
        untangle::{Drawn, untangle},
    },
};
use std::{collections::BTreeMap, fmt::Display, io, path::Path, process::ExitCode};

/// How deep muscles lie under the skin at least, and bones, millimetres.
const UNDER_SKIN_MM: (f32, f32) = (0.8, 1.5);
/// How deep a muscle may lie in a bone between its ends, millimetres.
const IN_BONE_MM: f32 = 1.8;

/// Writes every shape that had to be moved into a folder.
pub(super) fn run(
    folder: &Path,
    only: Option<&str>,
    ends: f32,
    order: &Order,
    files: &BTreeMap<String, String>,
    out: &mut dyn io::Write,
) -> Result<ExitCode, FitCommandError> {
    let catalog = load(files).0;
    let fault = |id: &str, why: &dyn Display| FitCommandError::Shape {
        id: id.to_owned(),
        why: why.to_string(),
    };
    let find = |id: &str| {
        let found = catalog.shapes.get(id);
        found.ok_or_else(|| FitCommandError::NoShape(id.to_owned()))
    };
    let skin = skin_of_shape(find("skin")?).map_err(|why| fault("skin", &why))?;
    let skin = RayIndex::build(&skin);
    let mut bones = Vec::new();
    for bone in catalog
        .bones
        .iter()
        .filter(|bone| !bone.tissue.is_fibrous())
    {
        let surface = surface_of_bone(find(&bone.id)?).map_err(|why| fault(&bone.id, &why))?;
        bones.extend(Bone::new(&surface));
    }
    let muscles = catalog.parts().map(|(_, part)| (part.id.as_str(), true));
    let others = catalog
        .bones
        .iter()
        .map(|bone| (bone.id.as_str(), bone.tissue.is_fibrous()));
    let all = muscles.chain(others);
    for (id, is_soft) in all.filter(|(id, _)| only.is_none_or(|only| only == *id)) {
        let mut shape: Shape = find(id)?.clone();
        let (depth_mm, around) = match is_soft {
            true => (UNDER_SKIN_MM.0, bones.as_slice()),
            false => (UNDER_SKIN_MM.1, &[][..]),
        };
        let covers = |(id, most_mm): (&str, f32)| -> Result<Cover, FitCommandError> {
            let surface = surface_of_shape(find(id)?).map_err(|why| fault(id, &why))?;
            Ok(Cover::new(&surface, most_mm))
        };
        let under: Vec<Cover> = order
            .over(id)
            .into_iter()
            .map(covers)
            .collect::<Result<_, _>>()?;
        let among = Seat {
            under_skin: (&skin, depth_mm),
            bones: around,
            in_bone_mm: IN_BONE_MM,
            ends,
            under: &under,
            gap_mm: order.gap_mm,
        };
        let mut moved = seat(&mut shape, &among).map_err(|why| fault(id, &why))?;
        let drawn = match is_soft {
            true => Drawn::Soft,
            false => Drawn::Bone,
        };
        moved = moved.max(untangle(&mut shape, drawn).map_err(|why| fault(id, &why))?);
        if moved > 0.0 {
            let path = folder.join(format!("{id}.ron"));
            let text = shape_text(&shape, &header(&files[&format!("shapes/{id}.ron")]));
            store::write_output(&path, text.as_bytes())?;
            writeln!(out, "{id}: moved by {moved:.1} mm at most")?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
