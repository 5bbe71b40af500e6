//! From runs of loops to rings with equal numbers of points, each matched to its neighbour.

use super::{branches::Branch, levels::Loop, options::FitOptions};
use crate::anatomy::ray_index::RayIndex;
use glam::Vec3;
use std::f32::consts::PI;

/// Points of a ring lie about this far apart, millimetres; never fewer points than `LEAST_AROUND`.
const POINT_SPACING_MM: f32 = 6.0;
const LEAST_AROUND: usize = 12;
/// How far a branch reaches into its neighbour at a fork, and how much thinner it is there, millimetres.
const REACH_MM: f32 = 3.0;
const REACH_INSET_MM: f32 = 0.5;
/// How far rays look for the muscle's edge beyond the last ring, the least that is worth a ring, and
/// how thick the muscle is at its edge, as a share of the last ring's thickness.
const MOST_REACH_MM: f32 = 22.0;
const LEAST_REACH_MM: f32 = 0.8;
const EDGE_THICKNESS: f32 = 0.4;
/// The thinnest that a sheet is drawn, millimetres.
const THINNEST_MM: f32 = 1.4;
/// Rings of a net at least.
const LEAST_RINGS: usize = 3;

/// The nets of the branches: rings of points, millimetres, rounded to 0.1 mm.
pub fn nets_of_branches(
    branches: &[Branch],
    surface: &RayIndex,
    across: Vec3,
    options: FitOptions,
) -> Vec<Vec<Vec<Vec3>>> {
    let longest = branches.iter().map(Branch::length_mm).fold(0.0, f32::max);
    branches
        .iter()
        .map(|branch| {
            let share = branch.length_mm() / longest.max(1.0);
            let rings = (options.rings as f32 * share).ceil() as usize;
            let rings = rings.clamp(LEAST_RINGS, options.rings.max(LEAST_RINGS));
            net(branch, surface, rings, across, options.around)
        })
        .collect()
}

fn net(
    branch: &Branch,
    surface: &RayIndex,
    rings: usize,
    across: Vec3,
    most_around: usize,
) -> Vec<Vec<Vec3>> {
    let widest = branch
        .loops
        .iter()
        .map(|l| l.perimeter_mm)
        .fold(0.0, f32::max);
    let around = ((widest / POINT_SPACING_MM / 4.0).ceil() as usize * 4)
        .clamp(LEAST_AROUND, most_around.max(LEAST_AROUND));
    let tips = tips_along(&branch.loops, across);
    let mut net: Vec<Vec<Vec3>> = chosen_levels(branch, rings)
        .into_iter()
        .map(|i| resample(&branch.loops[i].points, tips[i], around))
        .collect();
    if let [.., before, last] = &net[..] {
        if branch.ends_free {
            let end = reaching_out(surface, before, last);
            net.extend(end);
        } else {
            net.push(reaching_in(before, last));
        }
    }
    if let [first, after, ..] = &net[..] {
        if branch.starts_free {
            let end = reaching_out(surface, after, first);
            net.splice(0..0, end);
        } else {
            net.insert(0, reaching_in(after, first));
        }
    }
    keep_faces_apart(&mut net);
    for point in net.iter_mut().flatten() {
        *point = (*point * 10.0).round() / 10.0;
    }
    net
}

/// Where the level sets stop short of the muscle's edge, as they do where the edge is ragged or runs
/// aslant: a thin ring along that edge, found by rays inside the mesh. `None` where they do not.
fn reaching_out(surface: &RayIndex, before: &[Vec3], last: &[Vec3]) -> Option<Vec<Vec3>> {
    let n = last.len();
    let half = n / 2;
    let middle = |ring: &[Vec3], k: usize| (ring[k] + ring[(n - k) % n]) * 0.5;
    // One line along the middle of the sheet, from one tip of the ring to the other.
    let starts: Vec<Vec3> = (0..=half)
        .map(|k| match k {
            0 => middle(last, 0).lerp(middle(last, 1), 0.5),
            k if k == half => middle(last, half).lerp(middle(last, half - 1), 0.5),
            k => middle(last, k),
        })
        .collect();
    let ways: Vec<Vec3> = (0..=half)
        .map(|k| middle(last, k) - middle(before, k))
        .collect();
    let ways = smooth(&ways, Vec3::ZERO);
    let found: Vec<f32> = (0..=half)
        .map(|k| {
            if !surface.contains(starts[k]) {
                return 0.0;
            }
            surface
                .first_hit(starts[k], ways[k])
                .map_or(0.0, |hit| hit.distance_mm.min(MOST_REACH_MM))
        })
        .collect();
    // A ray that leaves between two teeth of a ragged edge says little: the middle of three is taken.
    let steady: Vec<f32> = (0..=half)
        .map(|k| {
            let mut three = [
                found[k.saturating_sub(1)],
                found[k],
                found[(k + 1).min(half)],
            ];
            three.sort_by(f32::total_cmp);
            three[1]
        })
        .collect();
    let reach = smooth(&steady, 0.0);
    if reach.iter().sum::<f32>() / (reach.len() as f32) < LEAST_REACH_MM {
        return None;
    }
    let ring = (0..n)
        .map(|k| {
            let across = k.min(n - k);
            let beyond = ways[across].normalize_or_zero() * (reach[across] * 0.95).max(0.5);
            let axis = middle(last, across);
            axis + beyond + (last[k] - axis) * EDGE_THICKNESS
        })
        .collect();
    Some(ring)
}

/// Where the two faces of a thin sheet touch or cross between coarse points, moves them apart along the
/// direction in which their neighbours lie apart.
fn keep_faces_apart(net: &mut [Vec<Vec3>]) {
    let (rings, n) = (net.len(), net[0].len());
    let half = n / 2;
    let apart: Vec<Vec<Vec3>> = net
        .iter()
        .map(|ring| (0..=half).map(|k| ring[k] - ring[(n - k) % n]).collect())
        .collect();
    for i in 0..rings {
        for k in 1..half {
            let mut direction = Vec3::ZERO;
            for row in &apart[i.saturating_sub(1)..(i + 2).min(rings)] {
                direction += row[k.saturating_sub(2)..(k + 3).min(half + 1)]
                    .iter()
                    .sum::<Vec3>();
            }
            let direction = direction.normalize_or_zero();
            let least = if k == 1 || k + 1 == half {
                THINNEST_MM * 0.6
            } else {
                THINNEST_MM
            };
            if apart[i][k].dot(direction) < least {
                let middle = (net[i][k] + net[i][n - k]) * 0.5;
                net[i][k] = middle + direction * least * 0.5;
                net[i][n - k] = middle - direction * least * 0.5;
            }
        }
    }
}

/// Each value averaged with its neighbours.
fn smooth<T>(values: &[T], zero: T) -> Vec<T>
where
    T: Copy + std::ops::Add<Output = T> + std::ops::Div<f32, Output = T>,
{
    (0..values.len())
        .map(|k| {
            let window = &values[k.saturating_sub(1)..(k + 2).min(values.len())];
            window.iter().fold(zero, |sum, &v| sum + v) / window.len() as f32
        })
        .collect()
}

/// A ring a little beyond the last and a little thinner: it reaches into the neighbour at a fork, so that
/// no crack shows between the two.
fn reaching_in(before: &[Vec3], last: &[Vec3]) -> Vec<Vec3> {
    let n = last.len();
    (0..n)
        .map(|k| {
            // The point across on the other half of the ring.
            let inward = last[(n - k) % n] - last[k];
            let inset = inward.clamp_length_max((inward.length() * 0.25).min(REACH_INSET_MM));
            last[k] + (last[k] - before[k]).normalize_or_zero() * REACH_MM + inset
        })
        .collect()
}

/// Which loops become rings: evenly along the way, closer together towards free ends.
fn chosen_levels(branch: &Branch, rings: usize) -> Vec<usize> {
    let mut way = vec![0.0f32];
    for pair in branch.loops.windows(2) {
        // The change of width counts as way too: where a muscle flares out, rings are wanted.
        let step = pair[0].centre.distance(pair[1].centre)
            + (pair[0].perimeter_mm - pair[1].perimeter_mm).abs() * 0.15;
        way.push(way[way.len() - 1] + step);
    }
    let total = way[way.len() - 1];
    let mut chosen: Vec<usize> = (0..rings)
        .map(|r| {
            let t = r as f32 / (rings - 1) as f32;
            let eased = match (branch.starts_free, branch.ends_free) {
                (true, true) => 0.5 - 0.5 * (PI * t).cos(),
                (true, false) => 1.0 - (PI * 0.5 * t).cos(),
                (false, true) => (PI * 0.5 * t).sin(),
                (false, false) => t,
            };
            let target = (0.5 * t + 0.5 * eased) * total;
            way.partition_point(|&w| w < target).min(way.len() - 1)
        })
        .collect();
    chosen.dedup();
    chosen
}

/// The two ends of each loop's long axis, as indices of its points, matched from loop to loop.
fn tips_along(loops: &[Loop], across: Vec3) -> Vec<(usize, usize)> {
    // The widest loop knows its long axis best.
    let start = (0..loops.len())
        .max_by(|&a, &b| flatness(&loops[a]).total_cmp(&flatness(&loops[b])))
        .unwrap_or(0);
    let mut axis = long_axis(&loops[start]);
    if axis.dot(across) < 0.0 {
        axis = -axis;
    }
    let mut tips = vec![(0, 0); loops.len()];
    let mut follow = |range: &mut dyn Iterator<Item = usize>| {
        let mut axis = axis;
        for i in range {
            let points = &loops[i].points;
            let own = long_axis(&loops[i]);
            let own = if own.dot(axis) < 0.0 { -own } else { own };
            // A round loop has no axis of its own: the flatter it is, the more its own counts.
            let weight = (1.0 - 2.0 * roundness(&loops[i])).clamp(0.0, 0.5);
            axis = axis.lerp(own, weight).normalize_or(axis);
            let along = |k: &usize| points[*k].dot(axis);
            let first = (0..points.len()).min_by(|a, b| along(a).total_cmp(&along(b)));
            let last = (0..points.len()).max_by(|a, b| along(a).total_cmp(&along(b)));
            tips[i] = (first.unwrap_or(0), last.unwrap_or(0));
        }
    };
    follow(&mut (start..loops.len()));
    follow(&mut (0..start).rev());
    tips
}

/// Width across over width along the loop's long axis, 0 flat to 1 round.
fn roundness(one: &Loop) -> f32 {
    let axis = long_axis(one);
    let (mut along, mut across) = (0.0f32, 0.0f32);
    for &p in &one.points {
        let d = p - one.centre;
        along = along.max(d.dot(axis).abs());
        across = across.max(d.reject_from_normalized(axis).length());
    }
    (across / along.max(1e-3)).min(1.0)
}

fn flatness(one: &Loop) -> f32 {
    one.perimeter_mm * (1.0 - roundness(one))
}

/// Direction in which a loop spreads most, by its length-weighted second moments.
fn long_axis(one: &Loop) -> Vec3 {
    let n = one.points.len();
    let mut axis = Vec3::new(0.6, 0.7, 0.4);
    // Powers of the moment matrix turn any start towards its largest axis.
    for _ in 0..24 {
        let mut next = Vec3::ZERO;
        for k in 0..n {
            let (p, q) = (one.points[k], one.points[(k + 1) % n]);
            let d = (p + q) * 0.5 - one.centre;
            next += d * d.dot(axis) * p.distance(q);
        }
        axis = next.normalize_or(axis);
    }
    axis
}

/// Points evenly along each of the two halves between the tips, beginning at the first tip.
fn resample(points: &[Vec3], (first, last): (usize, usize), around: usize) -> Vec<Vec3> {
    let n = points.len();
    let half = |from: usize, to: usize, count: usize| -> Vec<Vec3> {
        let steps = (to + n - from) % n;
        let line: Vec<Vec3> = (0..=steps).map(|k| points[(from + k) % n]).collect();
        evenly(&line, count)
    };
    let mut ring = half(first, last, around / 2);
    ring.extend(half(last, first, around - around / 2));
    ring
}

/// `count` points evenly along a line, with its first and without its last.
fn evenly(line: &[Vec3], count: usize) -> Vec<Vec3> {
    let mut way = vec![0.0f32];
    for pair in line.windows(2) {
        way.push(way[way.len() - 1] + pair[0].distance(pair[1]));
    }
    let total = way[way.len() - 1];
    (0..count)
        .map(|k| {
            let target = total * k as f32 / count as f32;
            let i = way
                .partition_point(|&w| w <= target)
                .clamp(1, line.len().max(2) - 1);
            match (line.get(i - 1), line.get(i)) {
                (Some(&a), Some(&b)) => {
                    a.lerp(b, (target - way[i - 1]) / (way[i] - way[i - 1]).max(1e-6))
                }
                (Some(&a), None) => a,
                _ => Vec3::ZERO,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anatomy::mesh::SurfaceMesh;

    fn ellipse(y: f32, turned: f32) -> Loop {
        let points: Vec<Vec3> = (0..60)
            .map(|k| {
                let a = k as f32 / 60.0 * std::f32::consts::TAU;
                let (x, z) = (20.0 * a.cos(), -6.0 * a.sin());
                let (s, c) = turned.sin_cos();
                Vec3::new(x * c - z * s, y, x * s + z * c)
            })
            .collect();
        Loop {
            points,
            triangle: 0,
            perimeter_mm: 88.0,
            centre: Vec3::new(0.0, y, 0.0),
        }
    }

    #[test]
    fn rings_follow_a_twist_and_start_at_the_long_axis() {
        let loops = (0..50)
            .map(|i| ellipse(i as f32 * 2.0, i as f32 * 0.03))
            .collect();
        let branch = Branch {
            loops,
            starts_free: true,
            ends_free: true,
        };
        let nets = nets_of_branches(
            &[branch],
            &RayIndex::build(&SurfaceMesh::default()),
            Vec3::X,
            FitOptions::default(),
        );
        let net = &nets[0];
        assert!(net.len() > 10 && net.iter().all(|ring| ring.len() == net[0].len()));
        for pair in net.windows(2) {
            for (a, b) in pair[0].iter().zip(&pair[1]) {
                assert!(a.distance(*b) < 14.0);
            }
        }
        assert!(
            net.iter()
                .all(|ring| (ring[0].x.hypot(ring[0].z) - 20.0).abs() < 1.0)
        );
    }
}
