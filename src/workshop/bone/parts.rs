//! Bones whose parts lie along axes given place by place: hip bone, sternum, sacrum, atlas.

use super::{error::BoneFitError, solid::Solid, tube::Tube};
use crate::workshop::recipe::bone::{CountedFrom, Part, PartGroup, Parts};
use glam::Vec3;

/// The parts of a bone, in the order of their nets.
///
/// # Errors
/// Where places count from the middle of a bone that is empty.
pub fn tubes(parts: &Parts, solid: &Solid) -> Result<Vec<Tube>, BoneFitError> {
    let origin_mm = match parts.from {
        CountedFrom::Body => Vec3::ZERO,
        CountedFrom::MiddleOfBone => {
            let (low, high) = solid.bounds_mm().ok_or(BoneFitError::Nothing)?;
            Vec3::new(0.0, (low.y + high.y) * 0.5, 0.0)
        }
    };
    let mut tubes = Vec::new();
    for group in &parts.parts {
        let (group, sides): (_, &[f32]) = match group {
            PartGroup::Once(group) => (group, &[1.0]),
            PartGroup::BothSides(group) => (group, &[1.0, -1.0]),
        };
        for side in sides {
            tubes.extend(group.iter().map(|part| tube(part, origin_mm, *side)));
        }
    }
    Ok(tubes)
}

/// One part, counted from a place; `side` is -1 for its mirror image.
pub fn tube(part: &Part, origin_mm: Vec3, side: f32) -> Tube {
    let place =
        |&(x, y, z, reach): &(f32, f32, f32, f32)| (origin_mm + Vec3::new(x * side, y, z), reach);
    let axis = part.axis.iter().map(place).collect();
    Tube::of_recipe(axis, &part.cut, origin_mm, side, None)
}
