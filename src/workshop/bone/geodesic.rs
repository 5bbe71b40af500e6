//! The middle line of a long curved bone, from distances measured along its surface.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use glam::Vec3;

use super::solid::Solid;

/// Middle line of a tube-like solid in `count` places, from the end nearest to `start_mm`.
/// `None` where the solid is empty.
pub fn middle_line(solid: &Solid, start_mm: Vec3, count: usize) -> Option<Vec<Vec3>> {
    let nearest = |to: Vec3| {
        (0..solid.positions_mm.len()).min_by(|a, b| {
            let distance = |i: &usize| solid.positions_mm[*i].distance_squared(to);
            distance(a).total_cmp(&distance(b))
        })
    };
    let from_start = distances(solid, nearest(start_mm)?);
    let far = (0..from_start.len())
        .filter(|i| from_start[*i].is_finite())
        .max_by(|a, b| from_start[*a].total_cmp(&from_start[*b]))?;
    let from_far = distances(solid, far);
    // The share of the way, from both ends: its level lines lie across the bone.
    let mut sums = vec![(Vec3::ZERO, 0.0_f32); count];
    for t in &solid.triangles {
        let [a, b, c] = t.map(|i| i as usize);
        let area = (solid.positions_mm[b] - solid.positions_mm[a])
            .cross(solid.positions_mm[c] - solid.positions_mm[a])
            .length();
        // Several samples a triangle, since the reference's triangles may be long.
        for (wa, wb) in [
            (0.34, 0.33),
            (0.8, 0.1),
            (0.1, 0.8),
            (0.1, 0.1),
            (0.45, 0.45),
            (0.1, 0.45),
            (0.45, 0.1),
        ] {
            let wc = 1.0 - wa - wb;
            let mix = |v: &[f32]| v[a] * wa + v[b] * wb + v[c] * wc;
            let (near, off) = (mix(&from_start), mix(&from_far));
            if !near.is_finite() || !off.is_finite() {
                continue;
            }
            let share = near / (near + off).max(1e-6);
            let bin = ((share * count as f32) as usize).min(count - 1);
            let p = solid.positions_mm[a] * wa
                + solid.positions_mm[b] * wb
                + solid.positions_mm[c] * wc;
            sums[bin].0 += p * area;
            sums[bin].1 += area;
        }
    }
    Some(
        sums.into_iter()
            .filter(|(_, w)| *w > 0.0)
            .map(|(p, w)| p / w)
            .collect(),
    )
}

/// Shortest way along the edges from one corner to every other.
fn distances(solid: &Solid, from: usize) -> Vec<f32> {
    let mut neighbours: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for t in &solid.triangles {
        for k in 0..3 {
            neighbours
                .entry(t[k])
                .or_default()
                .extend([t[(k + 1) % 3], t[(k + 2) % 3]]);
        }
    }
    let mut best = vec![f32::INFINITY; solid.positions_mm.len()];
    best[from] = 0.0;
    // Tenths of a micrometre as whole numbers, which have an order.
    let mut queue = BinaryHeap::from([Reverse((0_u64, from as u32))]);
    while let Some(Reverse((key, at))) = queue.pop() {
        let here = best[at as usize];
        if key > (here * 1e4) as u64 {
            continue;
        }
        for &n in neighbours.get(&at).into_iter().flatten() {
            let step = solid.positions_mm[at as usize].distance(solid.positions_mm[n as usize]);
            if here + step < best[n as usize] {
                best[n as usize] = here + step;
                queue.push(Reverse((((here + step) * 1e4) as u64, n)));
            }
        }
    }
    best
}
