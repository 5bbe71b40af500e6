//! Bones: nets measured on a reference along the axes of each bone's parts, or built from usual sizes.
//!
//! The recipes (`recipes/bones/*.ron`, see `workshop::recipe`) say what is measured and where; this module does it.

use crate::{
    anatomy::mesh::SurfaceMesh,
    model::facts::{Net, Shape},
    workshop::recipe::bone::{BoneRecipe, How},
};

pub mod built;
pub mod check;
pub mod curve;
mod error;
pub mod geodesic;
pub mod harmonic;
pub mod long;
mod net_of;
pub mod outline;
pub mod parts;
pub mod reference;
pub mod section;
pub mod skull;
pub mod solid;
pub mod teeth;
pub mod tube;

pub use error::BoneFitError;

use solid::Solid;
use tube::Tube;

/// Measures the nets of one bone on its reference: the meshes that its recipe names, appended, in millimetres of the
/// body frame.
///
/// # Errors
/// Where the recipe has no such bone, or a part is not found.
pub fn measure_bone(
    recipe: &BoneRecipe,
    reference: &SurfaceMesh,
    bone_id: &str,
) -> Result<Shape, BoneFitError> {
    let solid = Solid {
        positions_mm: reference.positions_mm.clone(),
        triangles: reference.triangles.clone(),
    };
    let (_, meshes) = recipe
        .bones
        .iter()
        .find(|(id, _)| id == bone_id)
        .ok_or(BoneFitError::Unknown)?;
    let meshes: Vec<String> = meshes.iter().map(|fma| format!("fma{fma}")).collect();
    Ok(Shape {
        structure: bone_id.to_owned(),
        source: recipe.source.clone(),
        measured_on: meshes.join(" "),
        nets: measure_solid(recipe, &solid)?,
        ..Shape::default()
    })
}

/// Measures the nets of one bone on a solid.
///
/// # Errors
/// Where the recipe is for a bone that is built, or a part is not found.
pub fn measure_solid(recipe: &BoneRecipe, solid: &Solid) -> Result<Vec<Net>, BoneFitError> {
    let tubes: Vec<Tube> = match &recipe.how {
        How::Skull(skull) => return skull::nets(skull, solid),
        How::Harmonic(harmonic) => return Ok(vec![harmonic.measure(solid)?]),
        How::Parts(parts) => parts::tubes(parts, solid)?,
        How::MiddleLine(line) => vec![long::along_middle_line(line, solid)?],
        How::Lengthwise(lengthwise) => vec![long::lengthwise(lengthwise, solid)?],
        How::Disc(disc) => vec![long::disc(disc, solid)?],
        How::Bar(_) | How::Toe(_) | How::Teeth(_) => return Err(BoneFitError::Unknown),
    };
    tubes.iter().map(|tube| tube.measure(solid)).collect()
}

#[cfg(test)]
mod tests;
