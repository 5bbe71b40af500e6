//! Blurring along the skin: what makes a comparison forgive a pain painted a little beside its place.

use super::SkinSamples;
use rayon::prelude::*;

/// Weights fall off as a bell curve; beyond this many widths they are too small to matter.
const REACH_WIDTHS: f32 = 2.5;

/// The weights with which the value of each sample spreads to those around it.
#[derive(Clone, Debug, Default)]
pub struct SurfaceBlur {
    /// Where each sample's weights begin.
    first: Vec<u32>,
    /// The sample reached, and the weight it gets, its area and normalisation included.
    weights: Vec<(u32, f32)>,
}

impl SurfaceBlur {
    /// A blur of a width (the standard deviation of its bell curve) in millimetres along the skin.
    pub fn new(samples: &SkinSamples, width_mm: f32) -> Self {
        let mut steps = BlurSteps::new(width_mm);
        while !steps.step(samples, usize::MAX) {}
        steps.finish(samples)
    }

    /// Blurs values per sample: 0 where nothing is near, never more than the highest of them.
    pub fn apply(&self, values: &[f32]) -> Vec<f32> {
        let mut blurred = vec![0.0; self.first.len().saturating_sub(1)];
        for (from, &value) in values.iter().enumerate().take(blurred.len()) {
            if value == 0.0 {
                continue;
            }
            let (start, end) = (self.first[from] as usize, self.first[from + 1] as usize);
            for &(to, weight) in &self.weights[start..end] {
                blurred[to as usize] += value * weight;
            }
        }
        blurred
    }
}

/// A blur in the making, for programs of one thread that have to draw in between. All of its steps must be given
/// the same samples.
pub struct BlurSteps {
    width_mm: f32,
    /// Per sample whom it reaches, with the weight of that.
    reached: Vec<Vec<(u32, f32)>>,
}

impl BlurSteps {
    /// Begins: as [`SurfaceBlur::new`].
    #[must_use]
    pub fn new(width_mm: f32) -> Self {
        Self {
            width_mm,
            reached: Vec::new(),
        }
    }

    /// Spreads from so many samples at most; true when that is done for all.
    pub fn step(&mut self, samples: &SkinSamples, at_most: usize) -> bool {
        let width_mm = self.width_mm;
        let from = self.reached.len();
        let to = from.saturating_add(at_most).min(samples.len());
        let spread = |from: usize| {
            let mut reached = samples.spread(&[(from as u32, 0.0)], REACH_WIDTHS * width_mm);
            for (_, value) in &mut reached {
                *value = (-*value * *value / (2.0 * width_mm * width_mm)).exp();
            }
            reached
        };
        self.reached
            .par_extend((from..to).into_par_iter().map(spread));
        to == samples.len()
    }

    /// The blur.
    #[must_use]
    pub fn finish(self, samples: &SkinSamples) -> SurfaceBlur {
        let reached = self.reached;
        // What a sample receives is a mean of those around it: where all are painted it is whole.
        let mut received = vec![0.0; samples.len()];
        for (from, row) in reached.iter().enumerate() {
            for &(to, weight) in row {
                received[to as usize] += weight * samples.samples[from].area_mm2;
            }
        }
        let mut blur = SurfaceBlur {
            first: vec![0],
            weights: Vec::new(),
        };
        for (from, row) in reached.into_iter().enumerate() {
            let area = samples.samples[from].area_mm2;
            for (to, weight) in row {
                let total: f32 = received[to as usize];
                if total > 0.0 {
                    blur.weights.push((to, weight * area / total));
                }
            }
            blur.first.push(blur.weights.len() as u32);
        }
        blur
    }
}
