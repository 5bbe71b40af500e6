//! The surfaces that plans keep clear of: bones as they are drawn, muscles net by net.

use super::{error::FitCommandError, files::read_shape};
use crate::{
    anatomy::{
        bone_surface::surface_of_bone, mesh::SurfaceMesh, ray_index::RayIndex,
        ring_net::surface_of_shape,
    },
    model::{catalog::load, facts::Tissue},
};
use std::collections::{BTreeMap, BTreeSet};

/// Surfaces by id, each made once.
pub(super) struct Surfaces<'a> {
    files: &'a BTreeMap<String, String>,
    own: &'a str,
    bones: BTreeSet<String>,
    made: BTreeMap<String, SurfaceMesh>,
}

impl<'a> Surfaces<'a> {
    /// Of the files of `data/`, for the plan of the structure `own`.
    pub(super) fn new(files: &'a BTreeMap<String, String>, own: &'a str) -> Self {
        let bones = load(files).0.bones.into_iter();
        let joined = bones.filter(|bone| bone.tissue != Tissue::Tooth);
        Self {
            files,
            own,
            bones: joined.map(|bone| bone.id).collect(),
            made: BTreeMap::new(),
        }
    }

    /// Of some structures; `rib.*` stands for all whose ids begin so.
    pub(super) fn of(&mut self, names: &[String]) -> Result<Vec<RayIndex>, FitCommandError> {
        let mut all = Vec::new();
        for name in names {
            let ids: Vec<String> = match name.strip_suffix('*') {
                Some(start) => self
                    .files
                    .keys()
                    .filter_map(|path| path.strip_prefix("shapes/")?.strip_suffix(".ron"))
                    .filter(|id| id.starts_with(start))
                    .map(str::to_owned)
                    .collect(),
                None => vec![name.clone()],
            };
            for id in ids {
                all.push(RayIndex::build(self.surface(&id)?));
            }
        }
        Ok(all)
    }

    fn surface(&mut self, id: &str) -> Result<&SurfaceMesh, FitCommandError> {
        if !self.made.contains_key(id) {
            let mut shape = read_shape(id, self.files)?;
            // What this very plan built the last time is in nobody's way.
            if id == self.own {
                shape.built.clear();
            }
            let surface = match self.bones.contains(id) {
                true => surface_of_bone(&shape),
                false => surface_of_shape(&shape),
            };
            let surface = surface.map_err(|why| FitCommandError::Shape {
                id: id.to_owned(),
                why: why.to_string(),
            })?;
            self.made.insert(id.to_owned(), surface);
        }
        self.made
            .get(id)
            .ok_or_else(|| FitCommandError::NoShape(id.to_owned()))
    }
}
