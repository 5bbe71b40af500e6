//! The recipe of the atlas, which has no body.

use glam::Vec3;

use super::BoneFitError;
use super::solid::Solid;
use super::tube::{End, Tube};
use super::vertebra::MIDLINE_MM;

/// The atlas: two arches, two lateral masses, two transverse processes.
///
/// # Errors
/// Where the solid is empty.
pub fn recipe(solid: &Solid) -> Result<Vec<Tube>, BoneFitError> {
    let (low, high) = solid.bounds_mm().ok_or(BoneFitError::Nothing)?;
    let middle = (low.y + high.y) * 0.5;
    let place = |x: f32, y: f32, z: f32| Vec3::new(MIDLINE_MM + x, y, z);
    let mut tubes = Vec::new();
    for side in [1.0_f32, -1.0] {
        let mass = place(19.0 * side, middle, 82.0);
        tubes.push(
            Tube::along(vec![
                (mass - Vec3::Y * 6.0, 12.0),
                (mass + Vec3::Y * 6.0, 12.0),
            ])
            .size(6, 14)
            .zero(Vec3::Z)
            .centred(1),
        );
        tubes.push(
            Tube::along(vec![
                (mass + Vec3::X * 4.0 * side, 10.0),
                (place(42.0 * side, middle - 1.0, 78.0), 10.0),
            ])
            .size(6, 12)
            .zero(Vec3::Y)
            .ends(End::Fixed, End::Free)
            .blunt(0.3)
            .hull(),
        );
    }
    let arch = |deep: &[(f32, f32)], reach: f32| {
        let knots = deep
            .iter()
            .map(|(x, z)| (place(*x, middle, *z), reach))
            .collect();
        Tube::along(knots)
            .size(9, 10)
            .zero(Vec3::Y)
            .ends(End::Fixed, End::Fixed)
            .crowding(0.0)
            .centred(2)
    };
    tubes.push(arch(
        &[
            (17.0, 86.0),
            (9.0, 93.0),
            (0.0, 95.0),
            (-9.0, 93.0),
            (-17.0, 86.0),
        ],
        8.0,
    ));
    tubes.push(
        arch(
            &[
                (19.0, 76.0),
                (21.0, 66.0),
                (13.0, 54.0),
                (0.0, 49.5),
                (-13.0, 54.0),
                (-21.0, 66.0),
                (-19.0, 76.0),
            ],
            8.0,
        )
        .size(11, 10),
    );
    Ok(tubes)
}
