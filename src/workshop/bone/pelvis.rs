//! The recipes of the hip bone and the sacrum.

use glam::Vec3;

use super::tube::{End, Tube};
use super::vertebra::MIDLINE_MM;

/// Hip bone: wing with socket, ischium, and the frame of the pubis that leaves the obturator foramen open.
pub fn hip_bone() -> Vec<Tube> {
    let at = |x: f32, y: f32, z: f32, reach: f32| (Vec3::new(x, y, z), reach);
    let wing = Tube::along(vec![
        at(112.0, 1034.0, 70.0, 90.0),
        at(108.0, 1000.0, 75.0, 95.0),
        at(98.0, 955.0, 80.0, 90.0),
        at(90.0, 925.0, 80.0, 62.0),
        at(88.0, 900.0, 80.0, 45.0),
        at(84.0, 875.0, 76.0, 38.0),
        at(78.0, 858.0, 68.0, 30.0),
    ])
    .size(17, 30)
    .zero(Vec3::new(0.56, 0.0, 0.82))
    .normal(Vec3::NEG_Y)
    .ends(End::Free, End::Fixed)
    .crowding(0.45);
    let ischium = Tube::along(vec![
        at(82.0, 880.0, 68.0, 34.0),
        at(72.0, 852.0, 58.0, 30.0),
        at(62.0, 826.0, 54.0, 30.0),
    ])
    .size(8, 16)
    .zero(Vec3::Z)
    .ends(End::Fixed, End::Free);
    let frame = Tube::along(vec![
        at(82.0, 893.0, 100.0, 24.0),
        at(52.0, 885.0, 127.0, 20.0),
        at(26.0, 873.0, 142.0, 18.0),
        at(13.0, 856.0, 136.0, 18.0),
        at(24.0, 838.0, 113.0, 18.0),
        at(42.0, 828.0, 86.0, 18.0),
        at(58.0, 830.0, 62.0, 20.0),
    ])
    .size(16, 14)
    .zero(Vec3::new(0.4, 0.3, 0.9))
    .ends(End::Fixed, End::Fixed)
    .crowding(0.0)
    .centred(1);
    let symphysis = Tube::along(vec![
        at(24.0, 868.0, 140.0, 24.0),
        at(6.0, 858.0, 138.0, 24.0),
    ])
    .size(5, 14)
    .zero(Vec3::Y)
    .ends(End::Fixed, End::Free);
    // The edge of the socket, round from its notch to the front horn.
    let rim = Tube::along(vec![
        at(73.0, 863.0, 77.0, 9.0),
        at(84.0, 863.0, 68.0, 9.0),
        at(90.0, 868.0, 64.0, 9.0),
        at(97.0, 880.0, 62.0, 9.0),
        at(104.0, 894.0, 66.0, 9.0),
        at(112.0, 904.0, 80.0, 9.0),
        at(112.0, 906.0, 96.0, 9.0),
        at(108.0, 903.0, 109.0, 9.0),
        at(97.0, 896.0, 114.0, 9.0),
        at(84.0, 880.0, 114.0, 9.0),
        at(77.0, 873.0, 112.0, 9.0),
    ])
    .size(14, 8)
    .zero(Vec3::new(0.69, -0.7, 0.2))
    .ends(End::Fixed, End::Fixed)
    .crowding(0.0);
    vec![wing, ischium, frame, symphysis, rim]
}

/// Middle line of the sacrum and coccyx in the midline: height and depth, millimetres.
const SACRAL_LINE: [(f32, f32); 6] = [
    (985.0, 66.0),
    (960.0, 50.0),
    (930.0, 30.0),
    (905.0, 18.0),
    (880.0, 18.0),
    (853.0, 17.0),
];

/// Sacrum with coccyx: the column of the bodies and the crest, a column on each side, and bars between them
/// that leave the foramina open; the two upper joint processes.
pub fn sacrum() -> Vec<Tube> {
    let at = |x: f32, i: usize, reach: f32| {
        (
            Vec3::new(MIDLINE_MM + x, SACRAL_LINE[i].0, SACRAL_LINE[i].1),
            reach,
        )
    };
    let beside = |x: f32, side: f32| Vec3::X * (MIDLINE_MM + x * side);
    let mut tubes = vec![
        Tube::along(
            (0..6)
                .map(|i| at(0.0, i, [45.0, 40.0, 36.0, 34.0, 34.0, 25.0][i]))
                .collect(),
        )
        .size(34, 44)
        .zero(Vec3::Z)
        .keep(beside(1.0, 15.0), -Vec3::X)
        .keep(beside(1.0, -15.0), Vec3::X)
        .crowding(0.3),
    ];
    for side in [1.0_f32, -1.0] {
        let place =
            |x: f32, y: f32, z: f32, reach: f32| (Vec3::new(MIDLINE_MM + x * side, y, z), reach);
        let out = Vec3::X * side;
        tubes.push(
            Tube::along(vec![
                place(46.0, 985.0, 58.0, 42.0),
                place(44.0, 960.0, 44.0, 42.0),
                place(36.0, 935.0, 24.0, 36.0),
                place(28.0, 912.0, 12.0, 26.0),
                place(20.0, 895.0, 10.0, 20.0),
            ])
            .size(14, 18)
            .zero(out)
            .normal(Vec3::new(0.0, -0.86, -0.5))
            // The foramina draw nearer to each other downwards.
            .keep(
                beside(22.0, side) + Vec3::Y * 985.0,
                Vec3::new(0.9956 * side, -0.0937, 0.0),
            )
            // The upper joint process is a part of its own.
            .keep(
                beside(22.0, side) + Vec3::Y * 965.0,
                Vec3::new(0.928 * side, -0.371, 0.0),
            )
            .crowding(0.5),
        );
        // The bars between the foramina, in front and behind in one.
        for (y, z, reach) in [
            (978.0, 58.0, 24.0),
            (943.0, 28.0, 13.0),
            (921.0, 12.0, 11.0),
            (900.0, 8.0, 13.0),
        ] {
            tubes.push(
                Tube::along(vec![place(10.0, y, z, reach), place(24.0, y, z, reach)])
                    .size(3, 12)
                    .zero(Vec3::Z)
                    .hull()
                    .flat()
                    .ends(End::Fixed, End::Fixed)
                    .crowding(0.0),
            );
        }
        tubes.push(
            Tube::along(vec![
                place(25.0, 972.0, 44.0, 13.0),
                place(25.0, 1002.0, 46.0, 13.0),
            ])
            .size(5, 10)
            .zero(Vec3::X)
            .ends(End::Fixed, End::Free)
            .centred(1),
        );
    }
    tubes
}
