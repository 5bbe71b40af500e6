//! Rounds the grooves that are sharper than the skin's mesh can show.
//!
//! Where an arm lies against the trunk the skin folds within a few millimetres, less than an edge of the
//! mesh is long. Its vertices then lie now on the one side and now on the other, and light shows
//! the bottom of the groove as a row of scallops. Such vertices are drawn towards the mean of their
//! neighbours until the bottom is a clean line; that fills it by about a millimetre.

use glam::Vec3;
use rayon::prelude::*;

use super::calm::Neighbours;
use crate::anatomy::surface_nets::HalfSurface;

/// How far a vertex lies below the mean of its neighbours, as a share of the way to them, where rounding
/// begins, and where it is full.
const HOLLOW: (f32, f32) = (0.08, 0.18);
/// Only where edges are longer than the first of these, and fully from the second on, millimetres: face,
/// hands and feet are meshed finely enough for theirs.
const EDGE_MM: (f32, f32) = (4.2, 5.6);
/// A pit and no groove: the navel, and how far around it nothing is rounded, millimetres.
const NAVEL: (Vec3, f32) = (Vec3::new(0.0, 1038.0, 214.0), 28.0);
/// Rounds in which a groove's vertices take their neighbours along, and with how much of their strength.
const SPREAD: (usize, f32) = (5, 0.85);
/// Strength that is not worth spreading.
const LEAST: f32 = 0.02;
/// A task works on so many vertices at least.
const TASK: usize = 1024;
/// Steps towards the neighbours' mean, and the share of the way in each.
const STEPS: (usize, f32) = (32, 0.5);

/// Rounds them. The mesh must lie on the surface already.
pub fn round_grooves(neighbours: &Neighbours, half: &mut HalfSurface) {
    let outward = outward(half);
    let places_mm = &mut half.positions_mm;
    let hollow = |vertex: usize, places_mm: &[Vec3]| -> f32 {
        let place = places_mm[vertex];
        let (mean, way_mm) = neighbours.mean_and_way(places_mm, vertex);
        let edge = rise(way_mm, EDGE_MM);
        if edge == 0.0 || place.distance_squared(NAVEL.0) < NAVEL.1 * NAVEL.1 {
            return 0.0;
        }
        edge * rise((mean - place).dot(outward[vertex]) / way_mm, HOLLOW)
    };
    let mut strength: Vec<f32> = (0..places_mm.len())
        .into_par_iter()
        .with_min_len(TASK)
        .map(|vertex| hollow(vertex, places_mm))
        .collect();
    let mut touched: Vec<usize> = (0..strength.len()).filter(|&v| strength[v] > 0.0).collect();
    let mut rim = touched.clone();
    for _ in 0..SPREAD.0 {
        // Only what a vertex gained in the last round can reach further.
        let given: Vec<(usize, f32)> = rim
            .iter()
            .flat_map(|&v| neighbours.of_vertex(v).map(move |other| (other, v)))
            .map(|(other, v)| (other, strength[v] * SPREAD.1))
            .collect();
        rim.clear();
        for (vertex, share) in given {
            if share > strength[vertex] && share > LEAST {
                if strength[vertex] == 0.0 {
                    touched.push(vertex);
                }
                strength[vertex] = share;
                rim.push(vertex);
            }
        }
        rim.sort_unstable();
        rim.dedup();
    }
    for _ in 0..STEPS.0 {
        let moved: Vec<Vec3> = touched
            .par_iter()
            .with_min_len(TASK)
            .map(|&vertex| {
                let (mean, _) = neighbours.mean_and_way(places_mm, vertex);
                places_mm[vertex].lerp(mean, STEPS.1 * strength[vertex])
            })
            .collect();
        for (&vertex, place) in touched.iter().zip(moved) {
            places_mm[vertex] = place;
        }
    }
}

/// 0 up to the first value, 1 from the second on.
fn rise(value: f32, (from, to): (f32, f32)) -> f32 {
    ((value - from) / (to - from)).clamp(0.0, 1.0)
}

/// Outward directions at the vertices.
pub(super) fn outward(half: &HalfSurface) -> Vec<Vec3> {
    let flip = |v: Vec3| Vec3::new(-v.x, v.y, v.z);
    let mut sums = vec![Vec3::ZERO; half.positions_mm.len()];
    for quad in &half.quads {
        let place = quad.map(|c| {
            let p = half.positions_mm[c.vertex as usize];
            if c.mirrored { flip(p) } else { p }
        });
        let area = (place[2] - place[0]).cross(place[3] - place[1]);
        for corner in quad {
            sums[corner.vertex as usize] += if corner.mirrored { flip(area) } else { area };
        }
    }
    sums.into_iter().map(|n| n.normalize_or(Vec3::Z)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anatomy::samples::half_sheet;

    const SIDE: usize = 41;

    /// A sheet of squares folded along its middle at a right angle, up or down, the bottom now
    /// higher and now lower.
    fn fold(edge_mm: f32, up: f32) -> HalfSurface {
        half_sheet(SIDE, |i, j| {
            let across = (i as f32 - 20.0) * edge_mm;
            let scallop = if i == 20 { (j % 2) as f32 * 2.0 } else { 0.0 };
            let z = across.abs() + scallop;
            Vec3::new(600.0 + across, j as f32 * edge_mm, z * up)
        })
    }

    /// How far the heights of the bottom differ from each other afterwards, away from its ends, and how far any
    /// other vertex was moved at most that lies at least so many rows away.
    fn after(mut half: HalfSurface, rows: usize) -> (f32, f32) {
        let before = half.positions_mm.clone();
        round_grooves(&Neighbours::of(&half), &mut half);
        let bottom = (10..31).map(|j| half.positions_mm[20 * SIDE + j].z);
        let low = bottom.clone().fold(f32::INFINITY, f32::min);
        let high = bottom.fold(f32::NEG_INFINITY, f32::max);
        let moved = (0..before.len())
            .filter(|n| (n / SIDE).abs_diff(20) >= rows && (10..31).contains(&(n % SIDE)))
            .map(|n| before[n].distance(half.positions_mm[n]));
        (high - low, moved.fold(0.0, f32::max))
    }

    #[test]
    fn the_bottom_of_a_coarse_groove_becomes_a_clean_line() {
        let (scallops, moved) = after(fold(7.0, 1.0), 14);
        assert!(scallops < 0.1, "{scallops}");
        assert!(moved < 0.05, "{moved}");
    }

    #[test]
    fn ridges_and_fine_grooves_stay() {
        assert!(after(fold(7.0, -1.0), 0).0 > 1.9);
        assert!(after(fold(3.0, 1.0), 0).0 > 1.9);
    }
}
