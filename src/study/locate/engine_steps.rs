//! A body prepared for locating a piece at a time, for programs of one thread that have to draw in between: the
//! page in the browser. The pieces are those of [`Engine::new`], and so is what comes of them.

use super::{
    engine::{Engine, region_samples},
    flat_map::{FlatMap, Grid, seen},
    patterns::{Patterns, Zones},
    skin::PaintSkin,
};
use crate::{
    anatomy::{
        painting::{SampleSteps, SkinSamples},
        place::PlaceError,
        plate::Facing,
        scene::Scene,
    },
    model::{catalog::Catalog, ids::RegionId},
};
use std::sync::Arc;

/// What is done next.
enum Stage {
    /// Spread the samples.
    Samples(SampleSteps),
    /// What all patterns need.
    Before,
    /// The patterns of a point, by its number.
    Point(usize),
    /// Which patterns look the same.
    Compare,
    /// The samples of a region, by its number.
    Region(usize),
    /// The skin as a painting needs it.
    Skin,
    /// The map's front, then its back.
    Map(Vec<Grid>),
    /// All is there.
    Done,
}

/// An engine in the making. All of its steps must be given the same catalogue and scene.
pub struct EngineSteps {
    stage: Stage,
    engine: Engine,
    regions: Vec<(RegionId, Vec<u32>)>,
}

impl Default for EngineSteps {
    /// Nothing is done yet.
    fn default() -> Self {
        Self {
            stage: Stage::Samples(SampleSteps::default()),
            engine: Engine::default(),
            regions: Vec::new(),
        }
    }
}

impl EngineSteps {
    /// Does a piece of the work; the engine when all is done.
    ///
    /// # Errors
    /// When an area names a landmark that does not exist.
    pub fn step(&mut self, catalog: &Catalog, scene: &Scene) -> Result<Option<Engine>, PlaceError> {
        let stage = std::mem::replace(&mut self.stage, Stage::Done);
        self.stage = self.after(stage, catalog, scene)?;
        let done = matches!(self.stage, Stage::Done);
        Ok(done.then(|| std::mem::take(&mut self.engine)))
    }

    fn after(
        &mut self,
        stage: Stage,
        catalog: &Catalog,
        scene: &Scene,
    ) -> Result<Stage, PlaceError> {
        let engine = &mut self.engine;
        let samples: &SkinSamples = &engine.samples;
        Ok(match stage {
            Stage::Samples(mut steps) => match steps.step(&scene.body.skin) {
                None => Stage::Samples(steps),
                Some(samples) => {
                    engine.samples = samples;
                    Stage::Before
                }
            },
            Stage::Before => {
                engine.patterns = Patterns::before(samples);
                Stage::Point(0)
            }
            Stage::Point(number) => {
                let Some((muscle, point)) = catalog.points().nth(number) else {
                    return Ok(Stage::Compare);
                };
                for zones in Zones::of_point(catalog, scene, samples, muscle, point)? {
                    let pattern = engine.patterns.pattern(samples, zones);
                    engine.patterns.all.push(pattern);
                }
                Stage::Point(number + 1)
            }
            Stage::Compare => {
                engine.patterns.compare(samples);
                Stage::Region(0)
            }
            Stage::Region(number) => {
                let Some(region) = catalog.regions.get(number) else {
                    return Ok(Stage::Skin);
                };
                let held = region_samples(catalog, scene, samples, region)?;
                self.regions.extend(held);
                Stage::Region(number + 1)
            }
            Stage::Skin => {
                let regions = std::mem::take(&mut self.regions);
                engine.skin = Arc::new(PaintSkin::new(samples, regions));
                Stage::Map(Vec::new())
            }
            Stage::Map(mut sides) => {
                let facing = [Facing::Front, Facing::Back][sides.len()];
                sides.push(seen(scene, samples, &engine.skin, facing));
                match <[Grid; 2]>::try_from(sides) {
                    Ok(sides) => {
                        engine.map = FlatMap::of_sides(sides);
                        Stage::Done
                    }
                    Err(sides) => Stage::Map(sides),
                }
            }
            Stage::Done => Stage::Done,
        })
    }
}
