//! Where the fibres of a muscle cross its rings: they run as straight as its surface lets them.
//!
//! The points of a ring are spread evenly around it, so the lines through equal points drift to and fro where a muscle
//! widens on one side, and fibres drawn along them look like the grain of wood. Only what is drawn on the surface
//! comes from here; the surface itself is not changed.

use super::curve::fractions;
use glam::Vec3;

/// Passes over the net. Each takes out what is bent from ring to ring; more do not show.
const SWEEPS: usize = 24;
/// How far beyond its straight place a crossing is moved in a pass, so that fewer are needed.
const OVER: f32 = 1.5;
/// Share of keeping fibres apart, beside keeping them straight.
const EVEN: f32 = 0.06;
/// Fibres never come closer to each other than so much of a ring's step.
const LEAST_APART: f32 = 0.2;

/// Crossings of fibres and rings, in steps of the rings' points. The fibres that run along the two edges of a flat
/// muscle, where a ring begins and half-way around, stay there, and all stay where they begin and end.
pub(super) struct Straight {
    /// For each ring, where the fibre from each point of the first ring crosses it.
    crossings: Vec<Vec<f32>>,
    /// Fraction of the way from the first to the last ring, for each ring.
    f: Vec<f32>,
}

impl Straight {
    /// Fibres through rings of equally many points; `spans_mm` are the ways between them.
    pub(super) fn of(rings: &[Vec<Vec3>], spans_mm: &[f32]) -> Self {
        let points = rings.first().map_or(0, Vec::len);
        let mut crossings: Vec<Vec<f32>> =
            vec![(0..points).map(|k| k as f32).collect(); rings.len()];
        for _ in 0..SWEEPS {
            for ring in 1..rings.len().saturating_sub(1) {
                for fibre in (1..points).filter(|fibre| *fibre != points / 2) {
                    crossings[ring][fibre] = straighter(rings, spans_mm, &crossings, ring, fibre);
                }
            }
        }
        Self {
            crossings,
            f: fractions(spans_mm),
        }
    }

    /// Where the fibres cross the row at `f`.
    pub(super) fn at(&self, f: f32) -> Crossings {
        let after = (self.f.partition_point(|ring| *ring < f)).clamp(1, self.f.len() - 1);
        let (from, to) = (self.f[after - 1], self.f[after]);
        let share = ((f - from) / (to - from).max(1e-6)).clamp(0.0, 1.0);
        let (before, beyond) = (&self.crossings[after - 1], &self.crossings[after]);
        let pairs = before.iter().zip(beyond);
        Crossings(pairs.map(|(a, b)| a + (b - a) * share).collect())
    }
}

/// Where each fibre crosses a row, in steps of the rings' points, growing from the first, which is at 0.
pub(super) struct Crossings(Vec<f32>);

impl Crossings {
    /// Where a fibre between the rings' own crosses.
    pub(super) fn of(&self, fibre: f32) -> f32 {
        let Self(all) = self;
        let count = all.len() as f32;
        let fibre = around(fibre, count);
        let first = (fibre as usize).min(all.len() - 1);
        let (from, to) = (all[first], all.get(first + 1).copied().unwrap_or(count));
        from + (to - from) * (fibre - first as f32)
    }

    /// The fibre that crosses there.
    pub(super) fn fibre(&self, crossing: f32) -> f32 {
        let Self(all) = self;
        let count = all.len() as f32;
        let crossing = around(crossing, count);
        let after = all.partition_point(|fibre| *fibre <= crossing).max(1);
        let (from, to) = (all[after - 1], all.get(after).copied().unwrap_or(count));
        (after - 1) as f32 + (crossing - from) / (to - from).max(1e-6)
    }
}

/// Where a fibre crosses a ring after a pass.
fn straighter(
    rings: &[Vec<Vec3>],
    spans_mm: &[f32],
    crossings: &[Vec<f32>],
    ring: usize,
    fibre: usize,
) -> f32 {
    let points = rings[ring].len();
    let now = crossings[ring][fibre];
    let on = |ring: usize, crossing: f32| periodic(&rings[ring], crossing, Vec3::lerp);
    let step = on(ring, now + 0.5) - on(ring, now - 0.5);
    let (before_mm, after_mm) = (spans_mm[ring - 1], spans_mm[ring]);
    let before = on(ring - 1, crossings[ring - 1][fibre]);
    let after = on(ring + 1, crossings[ring + 1][fibre]);
    let between = before.lerp(after, before_mm / (before_mm + after_mm));
    let straight = (between - on(ring, now)).dot(step) / step.length_squared().max(1e-6);
    let (low, high) = (
        crossings[ring][fibre - 1],
        crossings[ring]
            .get(fibre + 1)
            .copied()
            .unwrap_or(points as f32),
    );
    let even = (low + high) / 2.0 - now;
    let moved = now + OVER * (straight.clamp(-0.5, 0.5) * (1.0 - EVEN) + even * EVEN);
    let middle = (low + high) / 2.0;
    moved.clamp(
        (low + LEAST_APART).min(middle),
        (high - LEAST_APART).max(middle),
    )
}

/// A place around a ring of so many steps, from 0 on. Nearly all are there already, and the remainder of a division
/// takes long.
pub(super) fn around(at: f32, steps: f32) -> f32 {
    match (0.0..steps).contains(&at) {
        true => at,
        false => at.rem_euclid(steps),
    }
}

/// A value between the values around a ring.
pub(super) fn periodic<T: Copy>(ring: &[T], at: f32, between: impl Fn(T, T, f32) -> T) -> T {
    let at = around(at, ring.len() as f32);
    let first = (at as usize).min(ring.len() - 1);
    between(
        ring[first],
        ring[(first + 1) % ring.len()],
        at - first as f32,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anatomy::ring_net::curve::spans_mm;

    /// An upright tube whose points slide to and fro around it from ring to ring.
    fn sliding(rings: usize, points: usize) -> Vec<Vec<Vec3>> {
        (0..rings)
            .map(|ring| {
                let slid = if ring.is_multiple_of(2) { 0.2 } else { -0.2 };
                (0..points)
                    .map(|k| {
                        let edge = k == 0 || k == points / 2 || ring == 0 || ring + 1 == rings;
                        let turn = k as f32 + if edge { 0.0 } else { slid };
                        let angle = std::f32::consts::TAU * turn / points as f32;
                        Vec3::new(30.0 * angle.cos(), 10.0 * ring as f32, 12.0 * angle.sin())
                    })
                    .collect()
            })
            .collect()
    }

    #[test]
    fn fibres_cross_rings_whose_points_slide_in_a_straight_line() {
        let rings = sliding(9, 24);
        let straight = Straight::of(&rings, &spans_mm(&rings));
        let bent = |crossing: &dyn Fn(usize) -> f32| {
            let x: Vec<f32> = (0..9)
                .map(|ring| periodic(&rings[ring], crossing(ring), Vec3::lerp).x)
                .collect();
            x.windows(2)
                .map(|pair| (pair[1] - pair[0]).abs())
                .fold(0.0, f32::max)
                / 10.0
        };
        for fibre in [3, 6, 9, 15, 20] {
            let before = bent(&|_| fibre as f32);
            let after = bent(&|ring| straight.at(ring as f32 / 8.0).of(fibre as f32));
            assert!(after < before / 4.0, "{before} became {after} at {fibre}");
        }
    }

    #[test]
    fn a_fibre_is_found_again_where_it_crosses_and_keeps_its_place_among_the_others() {
        let rings = sliding(7, 16);
        let straight = Straight::of(&rings, &spans_mm(&rings));
        for f in [0.0, 0.21, 0.5, 0.83, 1.0] {
            let row = straight.at(f);
            let mut last = -1.0;
            for step in 0..64 {
                let fibre = step as f32 / 4.0;
                let crossing = row.of(fibre);
                assert!(crossing > last, "{crossing} after {last}");
                last = crossing;
                assert!((row.fibre(crossing) - fibre).abs() < 1e-3);
            }
        }
        assert_eq!(straight.at(0.0).of(5.0), 5.0);
        assert_eq!(straight.at(1.0).of(5.0), 5.0);
    }
}
