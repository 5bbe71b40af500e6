//! The scene compiled a piece at a time, for programs of one thread that have to draw in between:
//! the page in the browser. The pieces are those of [`Scene::compile`], and so is what comes of them.

use super::{
    body::{
        Body, BodyStructure, Placed, PlacedPoint, SKIN, build, place_on_part, plans,
        points_by_part, skin_shape,
    },
    build_problem::BuildProblem,
    mesh::SurfaceMesh,
    occlusion::Shading,
    pain_field::{DotSteps, SkinPoint, SkinSurface, field_mm},
    place::Landmarks,
    ray_index::{IndexSteps, RayIndex},
    scene::{RegionMap, STIPPLE_MM, Scene, aponeurosis, regions_of},
    skin::SkinSteps,
};
use crate::model::catalog::Catalog;
use glam::Vec3;

/// Share of the whole work that the skin takes, roughly: for the progress that is shown.
const SKIN_SHARE: f32 = 0.35;
/// Dots tried in a step: some thousandths of a second's work.
const STEP_DOTS: usize = 20_000;

/// What is done next.
enum Stage {
    /// Begin with the skin.
    Skin,
    /// Go on with the skin.
    Shape(Box<SkinSteps>),
    /// Index the skin.
    IndexSkin(SurfaceMesh, Box<IndexSteps>),
    /// Build a structure, by its number among the plans.
    Build(usize),
    /// Place the points of a part, by its number.
    Place(usize),
    /// Enter a layer and shade its structures: the layer's number, and the structure's.
    Shade(Shading, usize, usize),
    /// Index a structure and compute its aponeuroses.
    Index(usize),
    /// Begin to spread the dots.
    Dots,
    /// Spread some.
    Spread(DotSteps),
    /// Map a region.
    Region(RegionMap, usize),
    /// All is there.
    Done(RegionMap),
}

/// A scene in the making. All of its steps must be given the same catalogue.
pub struct SceneSteps {
    stage: Stage,
    landmarks: Landmarks,
    skin: SkinSurface,
    structures: Vec<BodyStructure>,
    placed: Vec<Placed>,
    ambient_occlusion: Vec<Vec<f32>>,
    aponeurosis: Vec<Vec<f32>>,
    indices: Vec<RayIndex>,
    stipple: Vec<SkinPoint>,
    problems: Vec<BuildProblem>,
    steps_done: usize,
    steps_of: usize,
}

impl SceneSteps {
    /// Nothing is done yet.
    #[must_use]
    pub fn new(catalog: &Catalog) -> Self {
        let structures = plans(catalog).len();
        Self {
            stage: Stage::Skin,
            landmarks: Landmarks::new(&catalog.landmarks),
            skin: SkinSurface::new(SurfaceMesh::default()),
            structures: Vec::new(),
            placed: Vec::new(),
            ambient_occlusion: Vec::new(),
            aponeurosis: Vec::new(),
            indices: Vec::new(),
            stipple: Vec::new(),
            problems: Vec::new(),
            steps_done: 0,
            // A plan is built once; its two sides are shaded and indexed.
            steps_of: structures * 5 + points_by_part(catalog).len() + regions_of(catalog).len(),
        }
    }

    /// How much is done, 0 to 1.
    #[must_use]
    pub fn share(&self) -> f32 {
        let of = self.steps_of.max(1) as f32;
        match &self.stage {
            Stage::Skin => 0.0,
            Stage::Shape(skin) => skin.share() * SKIN_SHARE,
            _ => SKIN_SHARE + (1.0 - SKIN_SHARE) * (self.steps_done as f32 / of).min(1.0),
        }
    }

    /// Does a piece of the work; true when all is done.
    pub fn step(&mut self, catalog: &Catalog) -> bool {
        let stage = std::mem::replace(&mut self.stage, Stage::Skin);
        self.stage = self.after(stage, catalog);
        matches!(self.stage, Stage::Done(_))
    }

    fn after(&mut self, stage: Stage, catalog: &Catalog) -> Stage {
        match stage {
            Stage::Skin => {
                let begun = skin_shape(catalog).and_then(|shape| {
                    SkinSteps::new(shape).map_err(|why| BuildProblem::shape(SKIN, &why))
                });
                match begun {
                    Ok(skin) => Stage::Shape(Box::new(skin)),
                    Err(problem) => {
                        self.problems.push(problem);
                        Stage::Build(0)
                    }
                }
            }
            Stage::Shape(mut skin) => match skin.step() {
                None => Stage::Shape(skin),
                Some(mesh) => {
                    let index = Box::new(IndexSteps::new(&mesh));
                    Stage::IndexSkin(mesh, index)
                }
            },
            Stage::IndexSkin(mesh, mut index) => match index.step(&mesh) {
                false => Stage::IndexSkin(mesh, index),
                true => {
                    self.skin = SkinSurface::indexed(mesh, index.finish());
                    Stage::Build(0)
                }
            },
            stage => {
                self.steps_done += 1;
                self.after_the_skin(stage, catalog)
            }
        }
    }

    fn after_the_skin(&mut self, stage: Stage, catalog: &Catalog) -> Stage {
        match stage {
            Stage::Build(number) => {
                let Some(plan) = plans(catalog).into_iter().nth(number) else {
                    return Stage::Place(0);
                };
                match build(&plan, catalog, &self.landmarks) {
                    Ok(sides) => self.structures.extend(sides),
                    Err(problem) => self.problems.push(problem),
                }
                Stage::Build(number + 1)
            }
            Stage::Place(number) => {
                let parts = points_by_part(catalog);
                let Some((part, points)) = parts.get(number) else {
                    let meshes: Vec<_> = self.structures.iter().map(|s| &s.mesh).collect();
                    let depths: Vec<u8> = self.structures.iter().map(|s| s.depth).collect();
                    self.ambient_occlusion = vec![Vec::new(); meshes.len()];
                    return Stage::Shade(Shading::over(&meshes, &depths), 0, 0);
                };
                let placed = place_on_part(part, points, &self.structures, &self.landmarks);
                self.placed.extend(placed);
                Stage::Place(number + 1)
            }
            Stage::Shade(shading, layer, structure) => self.shade(shading, layer, structure),
            Stage::Index(number) => {
                let Some(structure) = self.structures.get(number) else {
                    return Stage::Dots;
                };
                self.indices.push(RayIndex::build(&structure.mesh));
                let problems = &mut self.problems;
                self.aponeurosis
                    .push(aponeurosis(catalog, structure, &self.landmarks, problems));
                Stage::Index(number + 1)
            }
            Stage::Dots => Stage::Spread(DotSteps::new(&self.skin.mesh, STIPPLE_MM)),
            Stage::Spread(mut dots) => match dots.step(&self.skin.mesh, STEP_DOTS) {
                false => Stage::Spread(dots),
                true => {
                    self.stipple = dots.finish();
                    Stage::Region(RegionMap::of(&self.skin.mesh), 0)
                }
            },
            Stage::Region(mut map, number) => {
                let Some((id, areas)) = regions_of(catalog).into_iter().nth(number) else {
                    return Stage::Done(map);
                };
                let field = field_mm(&self.skin, areas, id.side, &self.landmarks);
                map.add(id, field, &mut self.problems);
                Stage::Region(map, number + 1)
            }
            done => done,
        }
    }

    /// Enters a whole layer before the first of its structures is shaded, then shades one.
    fn shade(&mut self, mut shading: Shading, layer: usize, structure: usize) -> Stage {
        let Some(&depth) = shading.layers.get(layer) else {
            return Stage::Index(0);
        };
        if structure == 0 {
            for entered in self.structures.iter().filter(|s| s.depth == depth) {
                shading.enter(&entered.mesh);
            }
        }
        let rest = self.structures.iter().enumerate().skip(structure);
        match rest.into_iter().find(|(_, s)| s.depth == depth) {
            Some((number, found)) => {
                self.ambient_occlusion[number] = shading.ambient_occlusion(&found.mesh);
                Stage::Shade(shading, layer, number + 1)
            }
            None => Stage::Shade(shading, layer + 1, 0),
        }
    }

    /// The scene, once all is done; else what there is of it.
    #[must_use]
    pub fn finish(mut self) -> Scene {
        self.placed.sort_by_key(|(number, _)| *number);
        let mut points: Vec<PlacedPoint> = Vec::new();
        let mut unplaced = Vec::new();
        for (_, result) in self.placed {
            match result {
                Ok(sides) => points.extend(sides),
                Err(problem) => unplaced.push(problem),
            }
        }
        self.problems.extend(unplaced);
        let bounds_mm = self
            .structures
            .iter()
            .map(|s| s.mesh.bounds_mm().unwrap_or((Vec3::ZERO, Vec3::ZERO)))
            .collect();
        let map = match self.stage {
            Stage::Done(map) | Stage::Region(map, _) => map,
            _ => RegionMap::default(),
        };
        Scene {
            body: Body {
                structures: self.structures,
                skin: self.skin,
                points,
            },
            ambient_occlusion: self.ambient_occlusion,
            aponeurosis: self.aponeurosis,
            indices: self.indices,
            bounds_mm,
            stipple: self.stipple,
            landmarks: self.landmarks,
            region_of_vertex: map.region_of_vertex,
            regions: map.regions,
            problems: self.problems,
        }
    }
}
