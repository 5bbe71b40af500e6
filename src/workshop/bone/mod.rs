//! Measuring bones on a reference: coarse nets taken along the axes of each bone's parts.

use crate::anatomy::mesh::SurfaceMesh;
use crate::model::facts::{Net, Shape};

pub mod atlas;
pub mod built;
pub mod check;
pub mod curve;
pub mod geodesic;
pub mod long;
mod net_of;
pub mod outline;
pub mod pelvis;
pub mod reference;
pub mod section;
pub mod skull;
pub mod solid;
pub mod teeth;
pub mod tube;
pub mod vertebra;
pub mod whole;

use solid::Solid;
use tube::Tube;

/// Why a bone could not be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BoneFitError {
    /// There is no recipe for this bone.
    #[error("there is no recipe for this bone")]
    Unknown,
    /// A recipe's axis is a single point.
    #[error("the axis of a part has no length")]
    NoAxis,
    /// A part was not found on the reference.
    #[error("a part was not found on the reference")]
    Nothing,
}

/// Measures the nets of one bone on its reference: the meshes of [`reference::reference_of`], appended.
///
/// # Errors
/// Where there is no recipe, or a part is not found.
pub fn measure_bone(reference: &SurfaceMesh, bone_id: &str) -> Result<Shape, BoneFitError> {
    let solid = Solid {
        positions_mm: reference.positions_mm.clone(),
        triangles: reference.triangles.clone(),
    };
    let fma = reference::reference_of(bone_id);
    Ok(Shape {
        structure: bone_id.to_owned(),
        source: "BP3D".to_owned(),
        measured_on: fma
            .iter()
            .map(|f| format!("fma{f}"))
            .collect::<Vec<_>>()
            .join(" "),
        nets: measure_solid(&solid, bone_id)?,
        built: Vec::new(),
    })
}

/// Measures the nets of one bone on a solid.
///
/// # Errors
/// Where there is no recipe, or a part is not found.
pub fn measure_solid(solid: &Solid, bone_id: &str) -> Result<Vec<Net>, BoneFitError> {
    if bone_id == "skull" {
        return skull::skull(solid);
    }
    if let Some(whole) = whole::recipe(bone_id) {
        return Ok(vec![whole.measure(solid)?]);
    }
    let tubes: Vec<Tube> = match bone_id {
        "sternum" => long::sternum(),
        "clavicle" => long::clavicle(solid)?,
        "radius" | "ulna" => long::limb(solid, 14, 12, 30.0)?,
        "tibia" => long::limb(solid, 14, 14, 55.0)?,
        "fibula" => long::limb(solid, 14, 10, 30.0)?,
        "patella" => long::short(solid, 7, 12)?,
        "hip_bone" => pelvis::hip_bone(),
        "sacrum" => pelvis::sacrum(),
        _ => match bone_id.split_once('.') {
            Some(("vertebra", level)) => vertebra::recipe(solid, level)?,
            Some(("disc", _)) => long::disc(solid)?,
            Some(("rib", number)) => {
                long::rib(solid, number.parse().map_err(|_| BoneFitError::Unknown)?)?
            }
            Some(("costal_cartilage", _)) => long::cartilage(solid)?,
            Some(("carpal", _)) => long::short(solid, 6, 10)?,
            Some(("metacarpal", _)) => long::short(solid, 8, 10)?,
            Some(("phalanx", _)) => long::short(solid, 7, 8)?,
            _ => return Err(BoneFitError::Unknown),
        },
    };
    tubes.iter().map(|tube| tube.measure(solid)).collect()
}

#[cfg(test)]
mod tests;
