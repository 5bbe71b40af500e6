//! The teeth, built plainly: a row of crowns along the edge of each jaw.

use glam::Vec3;

use crate::{
    model::facts::Net,
    workshop::{
        recipe::bone::{Height, Teeth},
        rounding::net_of_rings,
    },
};

/// Teeth nearer to the midline than this are incisors, millimetres.
const INCISORS_MM: f32 = 14.0;
/// The jaw's edge rises no further than this many times its `rise_mm`.
const MOST_RISE: f32 = 1.2;
/// Half depth above which a crown ends in a broad top and not in an edge, millimetres.
const BROAD_MM: f32 = 3.65;

/// A row of teeth, each its own net, along the edge of the jaw.
pub fn row(recipe: &Teeth) -> Vec<Net> {
    let (front, bend) = (recipe.front_z_mm, recipe.bend_per_mm);
    let place = |x: f32| Vec3::new(x, 0.0, front - bend * x * x);
    let rise = |x: f32| (x / 25.0) * (x / 25.0);
    let height = |of: Height, rise: f32| of.y_mm + of.rise_mm * rise;
    let mut nets = Vec::new();
    let mut x = 0.0_f32;
    for &(width, depth) in &recipe.teeth {
        let slope = -2.0 * bend * x;
        // Half a tooth on, its middle; another half, the next one's edge.
        let step = width * 0.5 / (1.0 + slope * slope).sqrt();
        let middle = x + step;
        let slope = -2.0 * bend * middle;
        let along = Vec3::new(1.0, 0.0, slope).normalize();
        let across = Vec3::new(-slope, 0.0, 1.0).normalize();
        let at = place(middle);
        let over = recipe.over_bite_mm;
        let root = height(recipe.root, rise(middle).min(MOST_RISE));
        let edge = height(recipe.edge, rise(middle))
            + if middle < INCISORS_MM {
                over.front
            } else {
                over.back
            };
        // Front teeth end in an edge, back teeth in a broad top.
        let top = if depth > BROAD_MM { 0.8 } else { 0.35 };
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
                        Vec3::new(p.x * side, height, p.z)
                    })
                    .collect()
            };
            nets.push(net_of_rings(levels.into_iter().map(ring).collect()));
        }
        x = middle + width * 0.5 / (1.0 + slope * slope).sqrt();
    }
    nets
}
