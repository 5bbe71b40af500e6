//! The teeth, built plainly: a row of crowns along the edge of each jaw.

use glam::Vec3;

use super::tube::written;
use super::vertebra::MIDLINE_MM;
use crate::model::facts::Net;

/// Width along the row and half depth of each tooth, from the midline backwards, millimetres.
const UPPER: [(f32, f32); 8] = [
    (7.6, 3.0),
    (5.8, 2.8),
    (6.8, 3.6),
    (6.2, 4.2),
    (6.0, 4.2),
    (8.8, 5.0),
    (8.4, 5.0),
    (7.6, 4.6),
];
const LOWER: [(f32, f32); 8] = [
    (4.8, 2.8),
    (5.2, 2.9),
    (6.2, 3.5),
    (6.2, 3.7),
    (6.4, 3.9),
    (9.4, 4.7),
    (9.0, 4.6),
    (8.6, 4.4),
];

/// A row of teeth, each its own net, along the edge of the jaw.
pub fn row(upper: bool) -> Vec<Net> {
    let (front, bend, sizes) = if upper {
        (192.5, 0.043, UPPER)
    } else {
        (188.0, 0.046, LOWER)
    };
    let place = |x: f32| Vec3::new(x, 0.0, front - bend * x * x);
    // Where the jaws' edges and the bite lie, by distance from the midline.
    let rise = |x: f32| (x / 25.0) * (x / 25.0);
    let mut nets = Vec::new();
    let mut x = 0.0_f32;
    for (width, depth) in sizes {
        let slope = -2.0 * bend * x;
        // Half a tooth on, its middle; another half, the next one's edge.
        let step = width * 0.5 / (1.0 + slope * slope).sqrt();
        let middle = x + step;
        let slope = -2.0 * bend * middle;
        let along = Vec3::new(1.0, 0.0, slope).normalize();
        let across = Vec3::new(-slope, 0.0, 1.0).normalize();
        let at = place(middle);
        let bite = 1580.0 + 3.0 * rise(middle);
        let (root, edge) = if upper {
            (1592.0, bite - 0.5)
        } else {
            (
                1568.0 + 9.0 * rise(middle).min(1.2),
                bite + if middle < 14.0 { 1.0 } else { 0.4 },
            )
        };
        // Front teeth end in an edge, back teeth in a broad top.
        let top = if depth > 3.65 { 0.8 } else { 0.35 };
        let levels = [
            (0.0, 0.62, 0.8),
            (0.45, 0.97, 1.0),
            (0.9, 0.95, 0.5 * (1.0 + top)),
            (1.0, 0.8, top * 0.8),
        ];
        let corners: [(f32, f32); 8] = [
            (1.0, 0.0),
            (0.85, 0.75),
            (0.0, 1.0),
            (-0.85, 0.75),
            (-1.0, 0.0),
            (-0.85, -0.75),
            (0.0, -1.0),
            (0.85, -0.75),
        ];
        for side in [1.0_f32, -1.0] {
            let ring = |(share, wide, deep): (f32, f32, f32)| {
                let height = root + (edge - root) * share;
                corners
                    .iter()
                    .map(|(a, b)| {
                        let p =
                            at + along * (a * wide * width * 0.48) + across * (b * deep * depth);
                        written(Vec3::new(MIDLINE_MM + p.x * side, height, p.z))
                    })
                    .collect()
            };
            nets.push(Net::Rings(levels.into_iter().map(ring).collect()));
        }
        x = middle + width * 0.5 / (1.0 + slope * slope).sqrt();
    }
    nets
}
