//! The recipe of the scapula: blade, spine with acromion, glenoid neck, coracoid process.

use glam::Vec3;

use super::tube::{End, Tube};

/// The inferior angle, through which the plane of the blade is laid.
const INFERIOR_ANGLE_MM: Vec3 = Vec3::new(102.0, 1284.0, 8.0);
/// Square to the blade, backwards: from inferior angle, medial border and glenoid.
const BACKWARDS: Vec3 = Vec3::new(0.43, 0.21, -0.878);

/// The parts of the scapula.
pub fn recipe() -> Vec<Tube> {
    let at = |x: f32, y: f32, z: f32, reach: f32| (Vec3::new(x, y, z), reach);
    let blade = Tube::along(vec![
        at(101.0, 1288.0, 8.0, 75.0),
        at(97.0, 1330.0, 14.0, 75.0),
        at(95.0, 1371.0, 24.0, 75.0),
        at(92.0, 1400.0, 30.0, 75.0),
        at(86.0, 1425.0, 32.0, 75.0),
        at(81.0, 1446.0, 33.0, 60.0),
    ])
    .size(14, 26)
    .zero(Vec3::new(0.85, 0.0, 0.5))
    .normal(Vec3::Y)
    .keep(INFERIOR_ANGLE_MM + BACKWARDS * 9.0, -BACKWARDS)
    .keep(INFERIOR_ANGLE_MM - BACKWARDS * 15.0, BACKWARDS)
    .keep(Vec3::new(149.0, 1400.0, 60.0), Vec3::new(-0.8, 0.0, -0.6))
    .crowding(0.7);
    let spine = Tube::along(vec![
        at(69.0, 1402.0, 11.0, 10.0),
        at(96.0, 1411.0, 16.0, 14.0),
        at(122.0, 1423.0, 25.0, 21.0),
        at(146.0, 1438.0, 33.0, 27.0),
        at(165.0, 1450.0, 44.0, 28.0),
        at(172.0, 1456.0, 60.0, 26.0),
        at(169.0, 1460.0, 80.0, 24.0),
    ])
    .size(14, 16)
    .zero(BACKWARDS)
    .keep(INFERIOR_ANGLE_MM + BACKWARDS * 1.0, BACKWARDS)
    .crowding(0.3);
    let glenoid = Tube::along(vec![
        at(120.0, 1407.0, 47.0, 24.0),
        at(150.0, 1414.0, 74.0, 28.0),
    ])
    .size(7, 16)
    .zero(Vec3::Y)
    .ends(End::Fixed, End::Free)
    .flat();
    let coracoid = Tube::along(vec![
        at(136.0, 1424.0, 66.0, 16.0),
        at(132.0, 1440.0, 80.0, 15.0),
        at(134.0, 1446.0, 96.0, 13.0),
        at(143.0, 1438.0, 111.0, 13.0),
    ])
    .size(8, 12)
    .zero(Vec3::X)
    .ends(End::Fixed, End::Free)
    .centred(1);
    vec![blade, spine, glenoid, coracoid]
}
