//! A body prepared for locating a piece at a time, for programs of one thread that have to draw in between: the
//! page in the browser. The pieces are those of [`Engine::new`], and so is what comes of them.

use super::{
    engine::{Engine, region_samples},
    flat_map::{FlatMap, Grid, seen},
    patterns::{BLUR_MM, Patterns, Zones},
    skin::PaintSkin,
};
use crate::{
    anatomy::{
        painting::{BlurSteps, SampleSteps, SkinSamples},
        place::PlaceError,
        plate::{Facing, Plate},
        scene::Scene,
    },
    model::{catalog::Catalog, ids::RegionId},
};
use std::sync::Arc;

/// Samples that the blur is spread from in a step, and triangles drawn on the map: some hundredths of a second's
/// work each.
const STEP_SAMPLES: usize = 3_000;
/// See [`STEP_SAMPLES`].
const STEP_TRIANGLES: usize = 30_000;

/// What is done next.
enum Stage {
    /// Spread the samples.
    Samples(SampleSteps),
    /// What all patterns need.
    Blur(BlurSteps),
    /// The patterns of a point, by its number.
    Point(usize),
    /// Which patterns look the same.
    Compare,
    /// The samples of a region, by its number.
    Region(usize),
    /// The skin as a painting needs it.
    Skin,
    /// The map's front, then its back: those that are done, and the next one's plate with the triangles on it.
    Map(Vec<Grid>, Plate, usize),
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
                    Stage::Blur(BlurSteps::new(BLUR_MM))
                }
            },
            Stage::Blur(mut steps) => match steps.step(samples, STEP_SAMPLES) {
                false => Stage::Blur(steps),
                true => {
                    engine.patterns = Patterns::before(samples, steps.finish(samples));
                    Stage::Point(0)
                }
            },
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
                Stage::Map(Vec::new(), Plate::empty(Facing::Front), 0)
            }
            Stage::Map(mut sides, mut plate, from) => {
                if !plate.draw_some(&scene.body.skin.mesh, from, STEP_TRIANGLES) {
                    return Ok(Stage::Map(sides, plate, from + STEP_TRIANGLES));
                }
                sides.push(seen(scene, samples, &engine.skin, &plate));
                match <[Grid; 2]>::try_from(sides) {
                    Ok(sides) => {
                        engine.map = FlatMap::of_sides(sides);
                        Stage::Done
                    }
                    Err(sides) => Stage::Map(sides, Plate::empty(Facing::Back), 0),
                }
            }
            Stage::Done => Stage::Done,
        })
    }
}
