//! Bones that are one part along an axis of their own: ribs, clavicle, limb bones, hand, discs.

use super::{error::BoneFitError, geodesic::middle_line, solid::Solid, tube::Tube};
use crate::workshop::recipe::bone::{Disc, Lengthwise, MiddleLine, Start};
use glam::Vec3;

/// A curved bone: its axis is its own middle line.
///
/// # Errors
/// Where the solid is empty.
pub fn along_middle_line(recipe: &MiddleLine, solid: &Solid) -> Result<Tube, BoneFitError> {
    let start_mm = match recipe.start {
        Start::At(place) => Vec3::from(place),
        Start::InBox { share, offset_mm } => {
            let (low, high) = solid.bounds_mm().ok_or(BoneFitError::Nothing)?;
            let share = Vec3::from(share);
            low * (Vec3::ONE - share) + high * share + Vec3::from(offset_mm)
        }
    };
    let line = middle_line(solid, start_mm, recipe.places).ok_or(BoneFitError::Nothing)?;
    let axis = line.into_iter().map(|p| (p, recipe.reach_mm)).collect();
    Ok(Tube::of_recipe(axis, &recipe.cut, Vec3::ZERO, 1.0, None))
}

/// A bone cut across its own longest direction.
///
/// # Errors
/// Where the solid is empty.
pub fn lengthwise(recipe: &Lengthwise, solid: &Solid) -> Result<Tube, BoneFitError> {
    let (centre, [long, broad, _]) = solid.principal().ok_or(BoneFitError::Nothing)?;
    let long = if long.dot(Vec3::from(recipe.towards)) < 0.0 {
        -long
    } else {
        long
    };
    let (low, high) = spread(solid, centre, long);
    let axis = vec![
        (centre + long * low * 0.9, recipe.reach_mm),
        (centre + long * high * 0.9, recipe.reach_mm),
    ];
    Ok(Tube::of_recipe(axis, &recipe.cut, Vec3::ZERO, 1.0, Some(broad)).normal(long))
}

/// A disc: radii about the axis square to it.
///
/// # Errors
/// Where the solid is empty.
pub fn disc(recipe: &Disc, solid: &Solid) -> Result<Tube, BoneFitError> {
    let (centre, [_, _, short]) = solid.principal().ok_or(BoneFitError::Nothing)?;
    let up = if short.y < 0.0 { -short } else { short };
    let (low, high) = spread(solid, centre, up);
    Ok(Tube::along(vec![
        (centre + up * low * 0.4, recipe.reach_mm),
        (centre + up * high * 0.4, recipe.reach_mm),
    ])
    .size(recipe.rings, recipe.points)
    .zero(Vec3::Z)
    .polar())
}

/// How far a solid reaches from a place along a direction, backwards and forwards, millimetres.
fn spread(solid: &Solid, from: Vec3, along: Vec3) -> (f32, f32) {
    let spread = solid.positions_mm.iter().map(|p| (*p - from).dot(along));
    spread.fold((f32::MAX, f32::MIN), |(low, high), d| {
        (low.min(d), high.max(d))
    })
}
