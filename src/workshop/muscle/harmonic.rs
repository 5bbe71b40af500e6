//! A fibre coordinate that is harmonic over the mesh: 0 along the origin, 1 along the insertion, and
//! between them the smoothest there is. It has no islands, so that the rings of a broad
//! sheet run cleanly from edge to edge where the plain coordinate would break up.

use super::{levels::FibreField, reference::Reference};
use crate::anatomy::fibres::distance_to_line;
use glam::Vec3;
use std::collections::BTreeMap;

/// Vertices this near to an attachment line belong to the attachment, millimetres.
const ATTACHED_MM: f32 = 2.5;
const MOST_STEPS: usize = 3000;

/// Solves for the coordinate by conjugate gradients over the mesh's edges.
pub fn harmonic_field(
    reference: &Reference,
    origin_mm: &[Vec3],
    insertion_mm: &[Vec3],
) -> FibreField {
    let fixed: Vec<Option<f64>> = reference
        .positions_mm
        .iter()
        .map(|&p| {
            let (from, to) = (
                distance_to_line(p, origin_mm),
                distance_to_line(p, insertion_mm),
            );
            if from.min(to) > ATTACHED_MM {
                None
            } else {
                Some(if from <= to { 0.0 } else { 1.0 })
            }
        })
        .collect();
    let plain = FibreField::between(reference, origin_mm, insertion_mm);
    let start: Vec<f64> = fixed
        .iter()
        .zip(&plain.f)
        .map(|(fixed, &f)| fixed.unwrap_or(f64::from(f)))
        .collect();
    let solved = solve(&weights(reference), &fixed, start);
    FibreField {
        f: solved.into_iter().map(|f| f as f32).collect(),
    }
}

/// Cotangent weights of the edges, kept positive, as neighbours of each vertex.
fn weights(reference: &Reference) -> Vec<Vec<(usize, f64)>> {
    let mut edges: BTreeMap<(u32, u32), f64> = BTreeMap::new();
    for &[a, b, c] in &reference.triangles {
        for (p, q, apex) in [(a, b, c), (b, c, a), (c, a, b)] {
            let at = |i: u32| reference.positions_mm[i as usize].as_dvec3();
            let (u, v) = (at(p) - at(apex), at(q) - at(apex));
            let cot = u.dot(v) / u.cross(v).length().max(1e-6);
            *edges.entry((p.min(q), p.max(q))).or_default() += cot * 0.5;
        }
    }
    let mut neighbours = vec![Vec::new(); reference.positions_mm.len()];
    for ((p, q), weight) in edges {
        // A weight below zero would let the solution overshoot.
        let weight = weight.clamp(0.02, 5.0);
        neighbours[p as usize].push((q as usize, weight));
        neighbours[q as usize].push((p as usize, weight));
    }
    neighbours
}

fn solve(neighbours: &[Vec<(usize, f64)>], fixed: &[Option<f64>], mut x: Vec<f64>) -> Vec<f64> {
    let free: Vec<usize> = (0..x.len())
        .filter(|&i| fixed[i].is_none() && !neighbours[i].is_empty())
        .collect();
    let diagonal: Vec<f64> = neighbours
        .iter()
        .map(|n| n.iter().map(|&(_, w)| w).sum::<f64>().max(1e-9))
        .collect();
    let apply = |v: &[f64], i: usize| {
        diagonal[i] * v[i] - neighbours[i].iter().map(|&(j, w)| w * v[j]).sum::<f64>()
    };
    let mut residual = vec![0.0; x.len()];
    for &i in &free {
        residual[i] = -apply(&x, i);
    }
    let mut direction = vec![0.0; x.len()];
    let mut last = 0.0;
    for _ in 0..MOST_STEPS {
        let rz: f64 = free
            .iter()
            .map(|&i| residual[i] * residual[i] / diagonal[i])
            .sum();
        if rz < 1e-14 {
            break;
        }
        let beta = if last > 0.0 { rz / last } else { 0.0 };
        last = rz;
        for &i in &free {
            direction[i] = residual[i] / diagonal[i] + beta * direction[i];
        }
        let image: Vec<f64> = free.iter().map(|&i| apply(&direction, i)).collect();
        let curvature: f64 = free
            .iter()
            .zip(&image)
            .map(|(&i, a)| direction[i] * a)
            .sum();
        if curvature <= 0.0 {
            break;
        }
        let step = rz / curvature;
        for (&i, a) in free.iter().zip(&image) {
            x[i] += step * direction[i];
            residual[i] -= step * a;
        }
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_a_strip_it_rises_evenly_from_end_to_end() {
        let mut text = String::new();
        for i in 0..=10 {
            text += &format!("v 0 {} 0\nv 10 {} 0\n", i * 10, i * 10);
        }
        for i in 0..10 {
            let a = 2 * i + 1;
            text += &format!("f {} {} {} {}\n", a, a + 1, a + 3, a + 2);
        }
        let reference = Reference::from_obj(&text).unwrap();
        let across = |y: f32| [Vec3::new(0.0, y, 0.0), Vec3::new(10.0, y, 0.0)];
        let field = harmonic_field(&reference, &across(0.0), &across(100.0));
        for (p, f) in reference.positions_mm.iter().zip(&field.f) {
            assert!((f - p.y / 100.0).abs() < 1e-3, "{p} {f}");
        }
    }
}
