//! Smooths the steps that are left where nets of the skin meet, as under the chin: places written in `skin.ron`.
//!
//! Unlike `calm`, which keeps what was measured, this draws a place in where it stands out: it is for places where the
//! nets themselves are wrong.

use glam::Vec3;

use super::calm::Neighbours;
use crate::model::facts::Softened;

/// Smooths them. No vertex crosses to less than `least_x_mm`.
pub fn soften(
    places: &[Softened],
    neighbours: &Neighbours,
    positions_mm: &mut [Vec3],
    least_x_mm: f32,
) {
    for place in places {
        let at = Vec3::from(place.at);
        let strength = |position: Vec3| {
            let share = position.distance(at) / place.radius_mm;
            0.5 * (1.0 - share * share).max(0.0)
        };
        let touched: Vec<(usize, f32)> = (0..positions_mm.len())
            .map(|vertex| (vertex, strength(positions_mm[vertex])))
            .filter(|(_, strength)| *strength > 0.0)
            .collect();
        for _ in 0..place.steps {
            let moved: Vec<Vec3> = touched
                .iter()
                .map(|&(vertex, strength)| {
                    let (mean, _) = neighbours.mean_and_way(positions_mm, vertex);
                    positions_mm[vertex].lerp(mean, strength)
                })
                .collect();
            for (&(vertex, _), place) in touched.iter().zip(moved) {
                positions_mm[vertex] = place;
                positions_mm[vertex].x = place.x.max(least_x_mm);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anatomy::samples::half_sheet;

    #[test]
    fn a_step_is_smoothed_and_what_lies_beside_it_stays() {
        const SIDE: usize = 41;
        let mut half = half_sheet(SIDE, |i, j| {
            let step = if j < 20 { 0.0 } else { 3.0 };
            Vec3::new(600.0 + i as f32 * 3.0, j as f32 * 3.0, step)
        });
        let before = half.positions_mm.clone();
        let place = Softened {
            at: (660.0, 58.5, 0.0),
            radius_mm: 30.0,
            steps: 30,
        };
        let neighbours = Neighbours::of(&half);
        soften(&[place], &neighbours, &mut half.positions_mm, 0.01);
        let rise = |n: usize| half.positions_mm[n + 1].z - half.positions_mm[n].z;
        let steepest = (5..35).map(|j| rise(20 * SIDE + j)).fold(0.0, f32::max);
        assert!(steepest < 0.9, "{steepest}");
        for (before, after) in before.iter().zip(&half.positions_mm) {
            if before.distance(Vec3::new(660.0, 58.5, 0.0)) > 30.0 {
                assert_eq!(before, after);
            }
        }
    }
}
