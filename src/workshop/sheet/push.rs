//! Moves the middle of a sheet to where it may lie: out of what is under it, in under what covers it, and its ends onto
//! their bones.

use super::thickness;
use crate::{anatomy::ray_index::RayIndex, workshop::recipe::sheet::Sheet};
use glam::Vec3;

/// Rays towards the body's axis start this far outside of the sheet, millimetres. What lies farther out is over it.
const LOOK_MM: f32 = 45.0;
/// Share of the length over which an end is brought down to its bone.
const LAID: f32 = 0.14;
/// Rounds of smoothing of what the sheet was pushed by.
const SMOOTHING: usize = 6;

/// Away from the sheet's axis.
fn outward(sheet: &Sheet, p: Vec3) -> Vec3 {
    Vec3::new(p.x - sheet.axis.0, 0.0, p.z - sheet.axis.1).normalize_or(-Vec3::Z)
}

/// Moves the sheet away from its axis until its inner face lies outside of what it must be clear of.
pub(super) fn push_clear(sheet: &Sheet, grid: &mut [Vec<Vec3>], obstacles: &[RayIndex]) {
    let (rings, across) = (grid.len(), sheet.across);
    let mut needed = vec![vec![0.0f32; across]; rings];
    for (i, row) in grid.iter().enumerate() {
        let f = i as f32 / (rings - 1) as f32;
        let (from, to) = sheet.pushed;
        let share =
            ((f - from) / 0.1 + 1.0).clamp(0.0, 1.0) * ((to - f) / 0.1 + 1.0).clamp(0.0, 1.0);
        let half = thickness(sheet, f) * 0.5;
        for (k, &p) in row.iter().enumerate() {
            let out = outward(sheet, p);
            let eye = p + out * LOOK_MM;
            let outermost = obstacles
                .iter()
                .filter_map(|index| index.first_hit(eye, -out))
                .map(|hit| LOOK_MM - hit.distance_mm)
                .fold(f32::NEG_INFINITY, f32::max);
            needed[i][k] = ((outermost + sheet.gap_mm + half).max(0.0) * share).min(LOOK_MM);
        }
    }
    let moved = spread(&needed);
    for (row, by) in grid.iter_mut().zip(&moved) {
        for (p, by) in row.iter_mut().zip(by) {
            *p += outward(sheet, *p) * *by;
        }
    }
}

/// Moves the sheet towards its axis until its outer face lies inside of what covers it.
pub(super) fn push_in(sheet: &Sheet, grid: &mut [Vec<Vec3>], covers: &[RayIndex]) {
    let (rings, across) = (grid.len(), sheet.across);
    let mut needed = vec![vec![0.0f32; across]; rings];
    for (i, row) in grid.iter().enumerate() {
        let half = thickness(sheet, i as f32 / (rings - 1) as f32) * 0.5;
        for (k, &p) in row.iter().enumerate() {
            let out = outward(sheet, p);
            let eye = p - out * LOOK_MM;
            let innermost = covers
                .iter()
                .filter_map(|index| index.first_hit(eye, out))
                .map(|hit| hit.distance_mm - LOOK_MM)
                .fold(f32::INFINITY, f32::min);
            needed[i][k] = (half + sheet.gap_mm - innermost).clamp(0.0, LOOK_MM);
        }
    }
    let moved = spread(&needed);
    for (row, by) in grid.iter_mut().zip(&moved) {
        for (p, by) in row.iter_mut().zip(by) {
            *p -= outward(sheet, *p) * *by;
        }
    }
}

/// Moves the sheet inwards until its outer face lies at least so deep under the skin.
pub(super) fn push_under(sheet: &Sheet, grid: &mut [Vec<Vec3>], skin: &RayIndex, depth_mm: f32) {
    let rings = grid.len();
    let mut inward = vec![vec![Vec3::ZERO; sheet.across]; rings];
    let mut needed = vec![vec![0.0f32; sheet.across]; rings];
    for (i, row) in grid.iter().enumerate() {
        let half = thickness(sheet, i as f32 / (rings - 1) as f32) * 0.5;
        for (k, &p) in row.iter().enumerate() {
            let Some(at) = skin.nearest(p) else {
                continue;
            };
            let deep = (at.point_mm - p).dot(at.normal);
            needed[i][k] = (half + depth_mm - deep).clamp(0.0, LOOK_MM);
            inward[i][k] = -at.normal;
        }
    }
    let moved = spread(&needed);
    for (i, row) in grid.iter_mut().enumerate() {
        for (k, p) in row.iter_mut().enumerate() {
            *p += inward[i][k] * moved[i][k];
        }
    }
}

/// Lays the middle of an end ring onto a bone's face, and what is next to it by less and less.
pub(super) fn lay_on(grid: &mut [Vec<Vec3>], bone: &RayIndex, last: bool) {
    let end = if last { grid.len() - 1 } else { 0 };
    let by: Vec<Vec3> = grid[end]
        .iter()
        .map(|&p| bone.nearest(p).map_or(Vec3::ZERO, |at| at.point_mm - p))
        .collect();
    let reach = LAID * grid.len() as f32;
    for (i, row) in grid.iter_mut().enumerate() {
        let share = (1.0 - i.abs_diff(end) as f32 / reach).max(0.0);
        for (p, by) in row.iter_mut().zip(&by) {
            *p += *by * (share * share * (3.0 - 2.0 * share));
        }
    }
}

/// Smoothed, yet never less than needed, so that no rib shows through and no step remains.
fn spread(needed: &[Vec<f32>]) -> Vec<Vec<f32>> {
    let (rings, across) = (needed.len(), needed.first().map_or(0, Vec::len));
    let mut moved = needed.to_vec();
    for _ in 0..SMOOTHING {
        let last = moved.clone();
        for i in 0..rings {
            for k in 0..across {
                let at = |di: isize, dk: isize| {
                    let i = (i as isize + di).clamp(0, rings as isize - 1) as usize;
                    let k = (k as isize + dk).clamp(0, across as isize - 1) as usize;
                    last[i][k]
                };
                let mean = (at(-1, 0) + at(1, 0) + at(0, -1) + at(0, 1) + 2.0 * at(0, 0)) / 6.0;
                moved[i][k] = mean.max(needed[i][k]);
            }
        }
    }
    moved
}
