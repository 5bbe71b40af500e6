//! Presses creases into the skin that the radii about an axis cannot show, as under the buttocks: a line along
//! which the skin lies deeper, written in `skin.ron`.
//!
//! Not here: grooves that were measured and are only too sharp for the mesh (`groove`).

use super::groove::outward;
use crate::{anatomy::surface_nets::HalfSurface, model::facts::Crease};
use glam::Vec3;
use rayon::prelude::*;

/// A task works on so many vertices at least.
const TASK: usize = 1024;

/// Presses them into the left half; a crease in the midline has half of its width there.
pub fn press(creases: &[Crease], half: &mut HalfSurface) {
    if creases.is_empty() {
        return;
    }
    let outward = outward(half);
    half.positions_mm
        .par_iter_mut()
        .zip(outward)
        .with_min_len(TASK)
        .for_each(|(place, outward)| {
            let depth_mm = creases
                .iter()
                .map(|crease| depth_mm(crease, *place))
                .fold(0.0, f32::max);
            *place -= outward * depth_mm;
            place.x = place.x.max(super::LEAST_X_MM);
        });
}

/// How deep a crease is at a place of the skin, millimetres; nothing beside it.
fn depth_mm(crease: &Crease, place: Vec3) -> f32 {
    let knot = |n: usize| Vec3::from(crease.line[n]);
    let depth_of = |n: usize| crease.depth_mm.get(n).copied().unwrap_or(0.0);
    (1..crease.line.len())
        .map(|n| {
            let way = knot(n) - knot(n - 1);
            let share = (place - knot(n - 1)).dot(way) / way.length_squared().max(1e-6);
            let share = share.clamp(0.0, 1.0);
            let beside = place.distance(knot(n - 1) + way * share) / crease.half_width_mm;
            let full = depth_of(n - 1) + (depth_of(n) - depth_of(n - 1)) * share;
            // Steep at the line and level at the edge.
            full * (1.0 - beside).max(0.0).powi(2)
        })
        .fold(0.0, f32::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anatomy::samples::half_sheet;

    #[test]
    fn a_sheet_is_pressed_in_along_the_line_and_nowhere_else() {
        let crease = Crease {
            line: vec![(620.0, 0.0, 0.0), (620.0, 40.0, 0.0)],
            depth_mm: vec![6.0, 2.0],
            half_width_mm: 8.0,
        };
        let mut half = half_sheet(41, |i, j| Vec3::new(600.0 + i as f32, j as f32, 0.0));
        let before = half.positions_mm.clone();
        press(&[crease], &mut half);
        for (before, after) in before.iter().zip(&half.positions_mm) {
            let moved = before.distance(*after);
            let beside = (before.x - 620.0).abs();
            if beside == 0.0 {
                let full = 6.0 - 4.0 * before.y / 40.0;
                assert!((moved - full).abs() < 0.05, "{moved} at {before}");
            } else if beside >= 8.0 {
                assert!(moved < 1e-4, "{moved} at {before}");
            }
        }
    }
}
