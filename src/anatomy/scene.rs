//! The body with everything that drawing and pointing at it need, computed once at start:
//! occlusion, ray indices, the region under each spot of the skin, dots for spillover.

use super::{
    aponeurosis::aponeurosis_of,
    body::{Body, BodyStructure, compile},
    build_problem::BuildProblem,
    mesh::SurfaceMesh,
    occlusion::ambient_occlusion_by_layer,
    pain_field::{SkinPoint, even_points, field_mm},
    place::{Landmarks, PlaceError},
    ray_index::{RayHit, RayIndex},
};
use crate::model::{
    catalog::Catalog,
    facts::{Area, Zone},
    ids::{Item, PointId, RegionId},
    side::Side,
};
use glam::Vec3;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Spacing of the dots of a spillover zone in millimetres: even at the size of a card, distinct in a close view.
pub(super) const STIPPLE_MM: f32 = 7.5;

/// The compiled body and its indices.
pub struct Scene {
    /// Structures, skin and trigger points.
    pub body: Body,
    /// Per structure, per vertex: 0 closed in … 1 open.
    pub ambient_occlusion: Vec<Vec<f32>>,
    /// Per structure, per vertex: 0 flesh … 1 aponeurosis; empty where the structure has none.
    pub aponeurosis: Vec<Vec<f32>>,
    /// Per structure: its rays.
    pub indices: Vec<RayIndex>,
    /// Bounds of each structure, low and high corner in millimetres.
    pub bounds_mm: Vec<(Vec3, Vec3)>,
    /// Even dots over the skin.
    pub stipple: Vec<SkinPoint>,
    /// Landmarks by name.
    pub landmarks: Landmarks,
    /// Per skin vertex: the region it belongs to, as an index into `regions`.
    pub region_of_vertex: Vec<Option<u16>>,
    /// The regions named by `region_of_vertex`.
    pub regions: Vec<RegionId>,
    /// What could not be built.
    pub problems: Vec<BuildProblem>,
}

/// The two zones of a point as fields over the skin's vertices, in mm to the zone's edge, positive inside.
pub struct Pattern {
    /// Essential zone.
    pub essential_mm: Vec<f32>,
    /// Spillover zone.
    pub spillover_mm: Vec<f32>,
    /// Where tingling or numbness is felt, which is not pain; empty where there is none.
    pub tingling_mm: Vec<f32>,
}

impl Scene {
    /// Compiles the catalogue's shapes and indexes them.
    pub fn compile(catalog: &Catalog) -> Self {
        let (body, mut problems) = compile(catalog);
        let landmarks = Landmarks::new(&catalog.landmarks);
        let meshes: Vec<_> = body.structures.iter().map(|s| &s.mesh).collect();
        let depths: Vec<u8> = body.structures.iter().map(|s| s.depth).collect();
        let (ambient_occlusion, (indices, stipple)) = rayon::join(
            || ambient_occlusion_by_layer(&meshes, &depths),
            || {
                rayon::join(
                    || {
                        meshes
                            .par_iter()
                            .map(|mesh| RayIndex::build(mesh))
                            .collect::<Vec<_>>()
                    },
                    || even_points(&body.skin.mesh, STIPPLE_MM),
                )
            },
        );
        let bounds_mm = meshes
            .iter()
            .map(|mesh| mesh.bounds_mm().unwrap_or((Vec3::ZERO, Vec3::ZERO)))
            .collect();
        let aponeurosis = aponeuroses(catalog, &body.structures, &landmarks, &mut problems);
        let mut scene = Self {
            ambient_occlusion,
            aponeurosis,
            indices,
            bounds_mm,
            stipple,
            landmarks,
            region_of_vertex: Vec::new(),
            regions: Vec::new(),
            problems: Vec::new(),
            body,
        };
        scene.map_regions(catalog, &mut problems);
        scene.problems = problems;
        scene
    }

    /// Gives every skin vertex the region it lies deepest in.
    fn map_regions(&mut self, catalog: &Catalog, problems: &mut Vec<BuildProblem>) {
        let wanted = regions_of(catalog);
        let fields: Vec<Result<Vec<f32>, PlaceError>> = wanted
            .par_iter()
            .map(|(id, areas)| field_mm(&self.body.skin, areas, id.side, &self.landmarks))
            .collect();
        let mut map = RegionMap::of(&self.body.skin.mesh);
        for ((id, _), field) in wanted.into_iter().zip(fields) {
            map.add(id, field, problems);
        }
        (self.region_of_vertex, self.regions) = (map.region_of_vertex, map.regions);
    }

    /// The structure that a ray meets first among those for which `shown` holds.
    /// `direction` need not be of unit length; distances are in millimetres along it.
    pub fn first_structure(
        &self,
        origin_mm: Vec3,
        direction: Vec3,
        shown: impl Fn(usize, &BodyStructure) -> bool,
    ) -> Option<(usize, RayHit)> {
        let direction = direction.normalize_or_zero();
        let mut best: Option<(usize, RayHit)> = None;
        for (index, structure) in self.body.structures.iter().enumerate() {
            let nearest_mm = best
                .as_ref()
                .map_or(f32::INFINITY, |(_, hit)| hit.distance_mm);
            let (low, high) = self.bounds_mm[index];
            let reaches =
                enters_box(origin_mm, direction, low, high).is_some_and(|at| at < nearest_mm);
            if reaches
                && shown(index, structure)
                && let Some(hit) = self.indices[index].first_hit(origin_mm, direction)
                && hit.distance_mm < nearest_mm
            {
                best = Some((index, hit));
            }
        }
        best
    }

    /// The region of the skin at the corner of the triangle nearest to a point.
    pub fn region_at(&self, triangle: u32, point_mm: Vec3) -> Option<&RegionId> {
        let mesh = &self.body.skin.mesh;
        let corners = mesh.triangles.get(triangle as usize)?;
        let nearest = corners.iter().min_by(|a, b| {
            let far = |vertex: &u32| mesh.positions_mm[*vertex as usize].distance_squared(point_mm);
            far(a).total_cmp(&far(b))
        })?;
        let region = self
            .region_of_vertex
            .get(*nearest as usize)
            .copied()
            .flatten()?;
        self.regions.get(usize::from(region))
    }

    /// The pain pattern of a point on the skin.
    ///
    /// # Errors
    /// When an area names a landmark that does not exist.
    pub fn pattern(
        &self,
        catalog: &Catalog,
        point: &PointId,
    ) -> Result<Option<Pattern>, PlaceError> {
        let Some((_, facts)) = catalog.point(&point.code) else {
            return Ok(None);
        };
        let (essential, spillover) = rayon::join(
            || self.zone_field_mm(catalog, &facts.essential, point.side),
            || self.zone_field_mm(catalog, &facts.spillover, point.side),
        );
        Ok(Some(Pattern {
            essential_mm: essential?,
            spillover_mm: spillover?,
            tingling_mm: match facts.tingling.regions.is_empty()
                && facts.tingling.opposite.is_empty()
            {
                true => Vec::new(),
                false => self.zone_field_mm(catalog, &facts.tingling, point.side)?,
            },
        }))
    }

    /// A zone over the skin's vertices: its own areas where it has any, else its regions.
    ///
    /// # Errors
    /// When an area names a landmark that does not exist.
    pub fn zone_field_mm(
        &self,
        catalog: &Catalog,
        zone: &Zone,
        side: Side,
    ) -> Result<Vec<f32>, PlaceError> {
        let mut by_side: BTreeMap<Side, Vec<Area>> = BTreeMap::new();
        if zone.areas.is_empty() {
            for (codes, on) in [(&zone.regions, side), (&zone.opposite, side.opposite())] {
                for region in codes.iter().filter_map(|code| catalog.region(code)) {
                    let on = if region.midline { Side::Midline } else { on };
                    by_side
                        .entry(on)
                        .or_default()
                        .extend(region.areas.iter().cloned());
                }
            }
        } else {
            by_side.insert(side, zone.areas.clone());
        }
        let mut field = vec![f32::NEG_INFINITY; self.body.skin.mesh.positions_mm.len()];
        for (on, areas) in by_side {
            for (value, new) in
                field
                    .iter_mut()
                    .zip(field_mm(&self.body.skin, &areas, on, &self.landmarks)?)
            {
                *value = value.max(new);
            }
        }
        Ok(field)
    }

    /// The item at an index of `body.structures`.
    pub fn item_of(&self, structure: usize) -> Option<Item> {
        self.body
            .structures
            .get(structure)
            .map(|s| Item::Structure(s.id.clone()))
    }
}

/// The regions of a catalogue, left before right, with their areas.
pub(super) fn regions_of(catalog: &Catalog) -> Vec<(RegionId, &[Area])> {
    catalog
        .regions
        .iter()
        .flat_map(|region| {
            let sides: &[Side] = if region.midline {
                &[Side::Midline]
            } else {
                &[Side::Left, Side::Right]
            };
            sides
                .iter()
                .map(|side| (RegionId::new(&region.id, *side), region.areas.as_slice()))
        })
        .collect()
}

/// Which region each spot of the skin belongs to, region by region.
#[derive(Default)]
pub(super) struct RegionMap {
    deepest_mm: Vec<f32>,
    /// As in [`Scene::region_of_vertex`].
    pub(super) region_of_vertex: Vec<Option<u16>>,
    /// As in [`Scene::regions`].
    pub(super) regions: Vec<RegionId>,
}

impl RegionMap {
    /// No region yet.
    pub(super) fn of(skin: &SurfaceMesh) -> Self {
        let count = skin.positions_mm.len();
        Self {
            deepest_mm: vec![0.0; count],
            region_of_vertex: vec![None; count],
            regions: Vec::new(),
        }
    }

    /// Adds a region with its field; one without is told and has no spots.
    pub(super) fn add(
        &mut self,
        id: RegionId,
        field: Result<Vec<f32>, PlaceError>,
        problems: &mut Vec<BuildProblem>,
    ) {
        let index = u16::try_from(self.regions.len()).ok();
        match field {
            Ok(field) => {
                for (vertex, value) in field.into_iter().enumerate() {
                    if value > self.deepest_mm[vertex] {
                        self.deepest_mm[vertex] = value;
                        self.region_of_vertex[vertex] = index;
                    }
                }
            }
            Err(error) => problems.push(BuildProblem::region(&id.code, &error)),
        }
        self.regions.push(id);
    }
}

/// The aponeuroses of every structure, as in [`Scene::aponeurosis`]; one that cannot be computed is told and left out.
fn aponeuroses(
    catalog: &Catalog,
    structures: &[BodyStructure],
    landmarks: &Landmarks,
    problems: &mut Vec<BuildProblem>,
) -> Vec<Vec<f32>> {
    structures
        .iter()
        .map(|structure| aponeurosis(catalog, structure, landmarks, problems))
        .collect()
}

/// The aponeuroses of one structure.
pub(super) fn aponeurosis(
    catalog: &Catalog,
    structure: &BodyStructure,
    landmarks: &Landmarks,
    problems: &mut Vec<BuildProblem>,
) -> Vec<f32> {
    let id = &structure.id;
    let sheets = catalog
        .part(&id.base)
        .map_or(&[][..], |(_, part)| &part.aponeuroses);
    aponeurosis_of(&structure.mesh, sheets, id.side, landmarks).unwrap_or_else(|error| {
        problems.push(BuildProblem::aponeurosis(&id.base, &error));
        Vec::new()
    })
}

/// Where a ray enters a box, 0 from inside; none if it misses.
fn enters_box(origin: Vec3, direction: Vec3, low: Vec3, high: Vec3) -> Option<f32> {
    let inverse = direction.recip();
    let a = (low - origin) * inverse;
    let b = (high - origin) * inverse;
    let enter = a.min(b).max_element().max(0.0);
    let leave = a.max(b).min_element();
    (enter <= leave).then_some(enter)
}
