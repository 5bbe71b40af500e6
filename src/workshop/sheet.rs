//! Flat muscles built by a plan: those without a reference mesh, and those whose slips are plainer drawn than cut.
//!
//! A plan gives guide curves from the origin to the insertion, from one edge of the
//! muscle to the other, and a thickness; the sheet between them is pushed away from the
//! body's axis until it lies clear of what is under it, and back until it lies under what
//! covers it. What comes out is a ring net like the measured ones.

mod curve;
mod push;
#[cfg(test)]
mod tests;

use self::{
    curve::{along, smooth_at},
    push::{lay_on, push_clear, push_in, push_under},
};
use crate::{
    anatomy::{
        place::{Landmarks, PlaceError, resolve_place},
        ray_index::RayIndex,
    },
    workshop::recipe::sheet::{MOST, Sheet},
};
use glam::Vec3;

/// Why a plan cannot be built.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum PlanError {
    /// A place of a guide is not known.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// Too few or too many guides, points or rings, or no thickness.
    #[error(
        "a sheet needs 2 to {MOST} guides of at least 2 places, 3 to {MOST} rings and points across, and a thickness"
    )]
    Form,
}

/// What a sheet lies among.
#[derive(Default)]
pub struct Around<'a> {
    /// The surfaces named in `clear_of`.
    pub clear_of: &'a [RayIndex],
    /// Those named in `under`.
    pub under: &'a [RayIndex],
    /// Those named in `ends_on`, for the first and for the last ring.
    pub ends_on: [Option<&'a RayIndex>; 2],
    /// The skin, which is only asked where `under_skin_mm` is given.
    pub skin: Option<&'a RayIndex>,
}

/// The rings of a sheet, millimetres, rounded to 0.1 mm.
///
/// # Errors
/// See [`PlanError`].
pub fn rings_of_sheet(
    sheet: &Sheet,
    landmarks: &Landmarks,
    around: &Around,
) -> Result<Vec<Vec<Vec3>>, PlanError> {
    let sound = (2..=MOST).contains(&sheet.guides.len())
        && sheet
            .guides
            .iter()
            .all(|guide| (2..=MOST).contains(&guide.len()))
        && (3..=MOST).contains(&sheet.rings)
        && (3..=MOST).contains(&sheet.across)
        && !sheet.thickness_mm.is_empty();
    if !sound {
        return Err(PlanError::Form);
    }
    let mut rows = Vec::new();
    for guide in &sheet.guides {
        let points = guide
            .iter()
            .map(|place| resolve_place(place, landmarks))
            .collect::<Result<Vec<Vec3>, PlaceError>>()?;
        rows.push(along(&points, sheet.rings));
    }
    // Ring by ring, from one edge to the other.
    let across: Vec<f32> = (0..sheet.across).map(|k| share_across(sheet, k)).collect();
    let mut grid: Vec<Vec<Vec3>> = (0..sheet.rings)
        .map(|i| {
            let knots: Vec<Vec3> = rows.iter().map(|row| row[i]).collect();
            smooth_at(&knots, &across)
        })
        .collect();
    push_clear(sheet, &mut grid, around.clear_of);
    push_in(sheet, &mut grid, around.under);
    if let (Some(skin), Some(depth_mm)) = (around.skin, sheet.under_skin_mm) {
        push_under(sheet, &mut grid, skin, depth_mm);
    }
    for (bone, last) in around.ends_on.into_iter().zip([false, true]) {
        if let Some(bone) = bone {
            lay_on(&mut grid, bone, last);
        }
    }
    Ok(thicken(sheet, &grid))
}

/// Share of the width at which a point of a ring lies: evenly for a lens, else closer together where it thins.
fn share_across(sheet: &Sheet, k: usize) -> f32 {
    let last = sheet.across - 1;
    if sheet.rim >= 0.5 || last < 6 {
        return k as f32 / last as f32;
    }
    let in_rim = (last / 4).max(2);
    let k = k as f32;
    let (before, after) = (in_rim as f32, (last - in_rim) as f32);
    if k < before {
        sheet.rim * k / before
    } else if k > after {
        1.0 - sheet.rim * (last as f32 - k) / before
    } else {
        sheet.rim + (1.0 - 2.0 * sheet.rim) * (k - before) / (after - before)
    }
}

fn thickness(sheet: &Sheet, f: f32) -> f32 {
    eased(&sheet.thickness_mm, f)
}

/// The value of a table of fractions and values, eased between them.
pub(super) fn eased(table: &[(f32, f32)], f: f32) -> f32 {
    let next = table.iter().position(|&(at, _)| at >= f);
    match next {
        Some(0) => table[0].1,
        Some(i) => {
            let ((f0, t0), (f1, t1)) = (table[i - 1], table[i]);
            let t = (f - f0) / (f1 - f0).max(1e-6);
            // Eased, so that the belly is round.
            t0 + (t1 - t0) * (t * t * (3.0 - 2.0 * t))
        }
        None => table[table.len() - 1].1,
    }
}

/// Two faces around the sheet: each ring runs along one and back along the other.
fn thicken(sheet: &Sheet, grid: &[Vec<Vec3>]) -> Vec<Vec<Vec3>> {
    let (rings, across) = (grid.len(), sheet.across);
    let normal = |i: usize, k: usize| {
        let (before, after) = (i.saturating_sub(1), (i + 1).min(rings - 1));
        let (left, right) = (k.saturating_sub(1), (k + 1).min(across - 1));
        (grid[after][k] - grid[before][k])
            .cross(grid[i][right] - grid[i][left])
            .normalize_or_zero()
    };
    (0..rings)
        .map(|i| {
            let half = thickness(sheet, i as f32 / (rings - 1) as f32) * 0.5;
            let offset = |k: usize| {
                let s = share_across(sheet, k);
                // Full in the middle, thinning along an ellipse to the share asked for at each edge.
                let thinned = (1.0 - s.min(1.0 - s) / sheet.rim.clamp(1e-3, 0.5)).max(0.0);
                let rim = (1.0 - thinned * thinned).sqrt();
                let edge = sheet.edge.0 + (sheet.edge.1 - sheet.edge.0) * s;
                normal(i, k) * half * (edge + (1.0 - edge) * rim)
            };
            let tip = |k: usize| grid[i][k];
            let mut ring = vec![tip(0)];
            ring.extend((1..across - 1).map(|k| grid[i][k] + offset(k)));
            ring.push(tip(across - 1));
            ring.extend((1..across - 1).rev().map(|k| grid[i][k] - offset(k)));
            ring.into_iter()
                .map(|p| (p * 10.0).round() / 10.0)
                .collect()
        })
        .collect()
}
