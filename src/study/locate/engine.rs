//! Everything that locating on a body needs, made once: samples, patterns, regions.

use super::{flat_map::FlatMap, patterns::Patterns, skin::PaintSkin};
use crate::{
    anatomy::{painting::SkinSamples, place::PlaceError, scene::Scene},
    model::{
        catalog::Catalog,
        facts::{Region, Zone},
        ids::RegionId,
        side::Side,
    },
};
use rayon::prelude::*;
use std::sync::Arc;

/// A body ready to be painted on and asked.
#[derive(Clone, Debug, Default)]
pub struct Engine {
    /// The skin's samples.
    pub samples: SkinSamples,
    /// The points' patterns on them.
    pub patterns: Patterns,
    /// The regions on them, and what else a painting has to know.
    pub skin: Arc<PaintSkin>,
    /// The same laid flat.
    pub map: FlatMap,
}

impl Engine {
    /// Prepares a body; takes a second or so, so not in the way of a frame. Where there is one thread for
    /// everything, [`super::engine_steps::EngineSteps`] does the same in pieces.
    ///
    /// # Errors
    /// When an area names a landmark that does not exist.
    pub fn new(catalog: &Catalog, scene: &Scene) -> Result<Self, PlaceError> {
        let samples = SkinSamples::new(&scene.body.skin);
        let patterns = Patterns::of_catalog(catalog, scene, &samples)?;
        let regions: Result<Vec<Vec<_>>, PlaceError> = catalog
            .regions
            .par_iter()
            .map(|region| region_samples(catalog, scene, &samples, region))
            .collect();
        let regions = regions?.into_iter().flatten().collect();
        let skin = PaintSkin::new(&samples, regions);
        Ok(Self {
            map: FlatMap::new(scene, &samples, &skin),
            skin: Arc::new(skin),
            samples,
            patterns,
        })
    }

    /// Samples of a region; none where it is not known on that side.
    pub fn region(&self, id: &RegionId) -> &[u32] {
        self.skin.region(id)
    }
}

/// The samples of a region on each of its sides. One that lies between all samples gets the nearest.
pub(super) fn region_samples(
    catalog: &Catalog,
    scene: &Scene,
    samples: &SkinSamples,
    region: &Region,
) -> Result<Vec<(RegionId, Vec<u32>)>, PlaceError> {
    let zone = Zone {
        text: String::new(),
        regions: vec![region.id.clone()],
        opposite: Vec::new(),
        areas: Vec::new(),
    };
    let field = scene.zone_field_mm(catalog, &zone, Side::Left)?;
    let depths = samples.of_vertices(&scene.body.skin.mesh, &field);
    let numbered = || (0u32..).zip(&depths);
    let mut inside: Vec<u32> = numbered()
        .filter(|(_, depth)| **depth > 0.0)
        .map(|(sample, _)| sample)
        .collect();
    if inside.is_empty() {
        let deepest = numbered()
            .filter(|(_, depth)| depth.is_finite())
            .max_by(|a, b| a.1.total_cmp(b.1));
        inside.extend(deepest.map(|(sample, _)| sample));
    }
    if region.midline {
        return Ok(vec![(RegionId::new(&region.id, Side::Midline), inside)]);
    }
    let mut across: Vec<u32> = inside
        .iter()
        .map(|&sample| samples.samples[sample as usize].mirror)
        .collect();
    across.sort_unstable();
    Ok(vec![
        (RegionId::new(&region.id, Side::Left), inside),
        (RegionId::new(&region.id, Side::Right), across),
    ])
}
