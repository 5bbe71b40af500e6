//! Makes the skin's mesh finer where a fine crease will be pressed into it, as at the lips and around a nail.
//!
//! Edges that are too long are cut in the middle, and every triangle is divided by the edges of it that were cut, so
//! that no gap opens beside its neighbours. The new vertices lie on the curve that the normals at both ends tell: a
//! flat middle would show the old triangles.

use std::collections::HashMap;

use glam::Vec3;
use rayon::prelude::*;

use super::{
    crease::Lines,
    triangles::{HalfTriangles, crosses, flip},
};
use crate::anatomy::surface_nets::Corner;

/// Rounds of halving at most: an edge of 8 mm becomes one of 1 mm.
const ROUNDS: usize = 3;
/// A task works on so many vertices at least.
const TASK: usize = 2048;

/// Cuts the edges that are too long for the creases beside them; the outward directions at all vertices.
pub fn refine(lines: &Lines, half: &mut HalfTriangles) -> Vec<Vec3> {
    let mut outward = half.normals();
    let mut wanted = Vec::new();
    for _ in 0..ROUNDS {
        let new = &half.positions_mm[wanted.len()..];
        wanted.par_extend(
            new.par_iter()
                .with_min_len(TASK)
                .map(|place| lines.wanted_edge_mm(*place)),
        );
        let cuts = cut_edges(half, &mut outward, &wanted);
        if cuts.is_empty() {
            break;
        }
        divide(half, &cuts);
    }
    join_across(half);
    outward
}

/// Joins the cut edges beside the midline straight to their mirror images: an edge that crosses it is never cut, and
/// would bridge a crease that runs across.
fn join_across(half: &mut HalfTriangles) {
    let mut joined = Vec::new();
    for triangle in half.triangles.iter().filter(|triangle| crosses(triangle)) {
        for n in 0..3 {
            let (a, b) = (triangle[n], triangle[(n + 1) % 3]);
            if !a.mirrored && !b.mirrored {
                let [a_image, b_image] = [a, b].map(|corner| Corner {
                    mirrored: true,
                    ..corner
                });
                joined.extend([[a, b, b_image], [a, b_image, a_image]]);
            }
        }
    }
    half.triangles.retain(|triangle| !crosses(triangle));
    half.triangles.extend(joined);
}

/// An edge of the left half by its vertices, the lesser first; `None` for one that crosses the midline.
fn key(a: Corner, b: Corner) -> Option<(u32, u32)> {
    (a.mirrored == b.mirrored).then(|| (a.vertex.min(b.vertex), a.vertex.max(b.vertex)))
}

/// Cuts every edge that is longer than it should be at both of its ends, and longer by half than the least of them asks
/// for; the vertices that were put in.
fn cut_edges(
    half: &mut HalfTriangles,
    outward: &mut Vec<Vec3>,
    wanted: &[f32],
) -> HashMap<(u32, u32), u32> {
    let mut cuts = HashMap::new();
    for n in 0..half.triangles.len() {
        let triangle = half.triangles[n];
        for k in 0..3 {
            let Some((a, b)) = key(triangle[k], triangle[(k + 1) % 3]) else {
                continue;
            };
            let least = wanted[a as usize].min(wanted[b as usize]);
            if least.is_infinite() || cuts.contains_key(&(a, b)) {
                continue;
            }
            let (from, to) = (half.positions_mm[a as usize], half.positions_mm[b as usize]);
            if from.distance(to) < 1.5 * least {
                continue;
            }
            let (from_out, to_out) = (outward[a as usize], outward[b as usize]);
            cuts.insert((a, b), half.positions_mm.len() as u32);
            half.positions_mm.push(middle(from, from_out, to, to_out));
            outward.push((from_out + to_out).normalize_or(from_out));
        }
    }
    cuts
}

/// The middle of the curve from one place to another that stands upright on the normals at both.
fn middle(from: Vec3, from_normal: Vec3, to: Vec3, to_normal: Vec3) -> Vec3 {
    let way = to - from;
    let leaving = way - from_normal * way.dot(from_normal);
    let arriving = way - to_normal * way.dot(to_normal);
    let middle = (from + to) * 0.5 + (leaving - arriving) * 0.125;
    // Both ends are on the left, and so is what is between them.
    Vec3::new(middle.x.max(from.x.min(to.x)), middle.y, middle.z)
}

/// Divides the triangles by the edges that were cut.
fn divide(half: &mut HalfTriangles, cuts: &HashMap<(u32, u32), u32>) {
    let mut divided = Vec::with_capacity(half.triangles.len() + 3 * cuts.len());
    for triangle in &half.triangles {
        let cut = |n: usize| {
            let (a, b) = (triangle[n], triangle[(n + 1) % 3]);
            let vertex = cuts.get(&key(a, b)?)?;
            Some(Corner {
                vertex: *vertex,
                mirrored: a.mirrored,
            })
        };
        let middles = [cut(0), cut(1), cut(2)];
        // Turned so that the first edge is the one that is cut, or the last the one that is not.
        let turned = match middles.map(|middle| middle.is_some()) {
            [false, true, _] => 1,
            [_, false, true] => 2,
            _ => 0,
        };
        let [a, b, c] = [0, 1, 2].map(|n| triangle[(n + turned) % 3]);
        let [ab, bc, ca] = [0, 1, 2].map(|n| middles[(n + turned) % 3]);
        match (ab, bc, ca) {
            (None, ..) => divided.push([a, b, c]),
            (Some(ab), None, _) => divided.extend([[a, ab, c], [ab, b, c]]),
            (Some(ab), Some(bc), None) => {
                let place = |corner: Corner| {
                    let place = half.positions_mm[corner.vertex as usize];
                    if corner.mirrored { flip(place) } else { place }
                };
                divided.push([ab, b, bc]);
                if place(a).distance_squared(place(bc)) <= place(c).distance_squared(place(ab)) {
                    divided.extend([[a, ab, bc], [a, bc, c]]);
                } else {
                    divided.extend([[a, ab, c], [ab, bc, c]]);
                }
            }
            (Some(ab), Some(bc), Some(ca)) => {
                divided.extend([[a, ab, ca], [ab, b, bc], [ca, bc, c], [ab, bc, ca]]);
            }
        }
    }
    half.triangles = divided;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{anatomy::samples::half_sheet, model::facts::Crease};

    fn refined(edge_mm: f32) -> HalfTriangles {
        let crease = Crease {
            line: vec![(612.0, 8.0, 0.0), (628.0, 30.0, 0.0)],
            depth_mm: vec![1.0, 1.0],
            half_width_mm: 4.0,
            edge_mm: Some(edge_mm),
            ..Crease::default()
        };
        let sheet = half_sheet(11, |i, j| {
            Vec3::new(600.0 + 4.0 * i as f32, 4.0 * j as f32, 0.0)
        });
        let mut half = HalfTriangles::of(&sheet);
        refine(&Lines::of(&[crease]), &mut half);
        half
    }

    #[test]
    fn edges_beside_a_line_are_short_and_no_gap_opens() {
        let half = refined(1.0);
        let mut used = HashMap::new();
        let mut area = 0.0;
        for triangle in &half.triangles {
            let [a, b, c] = triangle.map(|corner| half.place_mm(corner));
            let across = (b - a).cross(c - a);
            assert!(across.z > 0.0, "{a} {b} {c}");
            area += across.length() * 0.5;
            for k in 0..3 {
                let edge = key(triangle[k], triangle[(k + 1) % 3]).unwrap();
                *used.entry(edge).or_insert(0) += 1;
            }
        }
        assert!((area - 1600.0).abs() < 0.1, "{area}");
        for ((a, b), times) in used {
            let (a, b) = (half.positions_mm[a as usize], half.positions_mm[b as usize]);
            let rim = |v: f32, low: f32| (v - low).abs() < 1e-3 || (v - low - 40.0).abs() < 1e-3;
            let on_rim = |v: Vec3| rim(v.x, 600.0) || rim(v.y, 0.0);
            assert!(times == 2 || on_rim(a) && on_rim(b), "{a} {b} {times}");
            if (a + b).distance(Vec3::new(1240.0, 38.0, 0.0)) < 4.0 {
                assert!(a.distance(b) < 2.2, "{a} {b}");
            }
        }
    }

    #[test]
    fn coarse_lines_leave_the_mesh_as_it_is() {
        assert_eq!(refined(8.0).positions_mm.len(), 121);
    }

    #[test]
    fn the_middle_of_an_arc_lies_on_it() {
        let at = |turn: f32| Vec3::new(30.0 + 10.0 * turn.sin(), 0.0, 10.0 * turn.cos());
        let out = |turn: f32| Vec3::new(turn.sin(), 0.0, turn.cos());
        let found = middle(at(0.2), out(0.2), at(0.6), out(0.6));
        assert!(found.distance(at(0.4)) < 0.01, "{found}");
    }
}
