//! The axis of a part of a bone: a smooth line with a reach at every place.

use glam::Vec3;

/// A smooth line through given points, each with the radius within which the part is looked for.
#[derive(Clone, Debug)]
pub struct Curve {
    points_mm: Vec<Vec3>,
    reach_mm: Vec<f32>,
    passed_mm: Vec<f32>,
}

impl Curve {
    /// A Catmull-Rom line through the points; `None` for fewer than two different points.
    pub fn through(knots: &[(Vec3, f32)]) -> Option<Self> {
        let mut knots = knots.to_vec();
        knots.dedup_by(|a, b| a.0.distance(b.0) < 1e-3);
        if knots.len() < 2 {
            return None;
        }
        let last = knots.len() - 1;
        let (mut points_mm, mut reach_mm) = (Vec::new(), Vec::new());
        const STEPS: usize = 16;
        for i in 0..last {
            let (b, c) = (knots[i].0, knots[i + 1].0);
            let a = if i > 0 { knots[i - 1].0 } else { 2.0 * b - c };
            let d = if i + 2 <= last {
                knots[i + 2].0
            } else {
                2.0 * c - b
            };
            // Tangents by chord length, so that unequal spacing makes no loops.
            let (ab, bc, cd) = (a.distance(b), b.distance(c), c.distance(d));
            let tangent_b = ((b - a) / ab * bc + (c - b) / bc * ab) / (ab + bc) * bc;
            let tangent_c = ((c - b) / bc * cd + (d - c) / cd * bc) / (bc + cd) * bc;
            for step in 0..STEPS + usize::from(i + 1 == last) {
                let t = step as f32 / STEPS as f32;
                let (t2, t3) = (t * t, t * t * t);
                points_mm.push(
                    b * (2.0 * t3 - 3.0 * t2 + 1.0)
                        + tangent_b * (t3 - 2.0 * t2 + t)
                        + c * (3.0 * t2 - 2.0 * t3)
                        + tangent_c * (t3 - t2),
                );
                reach_mm.push(knots[i].1 + (knots[i + 1].1 - knots[i].1) * t);
            }
        }
        let mut passed_mm = vec![0.0];
        for pair in points_mm.windows(2) {
            let before = passed_mm.last().copied().unwrap_or(0.0);
            passed_mm.push(before + pair[0].distance(pair[1]));
        }
        Some(Self {
            points_mm,
            reach_mm,
            passed_mm,
        })
    }

    /// Length in millimetres.
    pub fn length_mm(&self) -> f32 {
        self.passed_mm.last().copied().unwrap_or(0.0)
    }

    /// Place, unit direction and reach at a distance from the start; straight on beyond the ends.
    pub fn at(&self, distance_mm: f32) -> (Vec3, Vec3, f32) {
        let n = self.points_mm.len();
        let length = self.length_mm();
        let inside = distance_mm.clamp(0.0, length);
        let i = self
            .passed_mm
            .partition_point(|d| *d < inside)
            .clamp(1, n - 1);
        let span = (self.passed_mm[i] - self.passed_mm[i - 1]).max(1e-6);
        let t = (inside - self.passed_mm[i - 1]) / span;
        // Direction over a few millimetres, so that it turns evenly.
        let (low, high) = (i.saturating_sub(3), (i + 2).min(n - 1));
        let direction = (self.points_mm[high] - self.points_mm[low]).normalize_or(Vec3::Y);
        let place =
            self.points_mm[i - 1].lerp(self.points_mm[i], t) + direction * (distance_mm - inside);
        let reach = self.reach_mm[i - 1] + (self.reach_mm[i] - self.reach_mm[i - 1]) * t;
        (place, direction, reach)
    }
}
