//! The skull: shells of radii about axes in the midline, and bars that stand off them. The reference has its paired
//! bones on the left only, so the left half is measured and mirrored.

use glam::Vec3;

use super::{built::bar_net, error::BoneFitError, solid::Solid};
use crate::{
    model::facts::Net,
    workshop::{
        recipe::bone::{Shell, Skull, Triple},
        rounding::{net_of_rings, tenth},
    },
};
use std::f32::consts::PI;

/// Width of the ring that closes an end of a shell, as a share of the last one's, and how far beyond it lies.
const LID: (f32, f32) = (0.6, 0.7);

/// The skull's nets.
///
/// # Errors
/// Where a shell meets nothing.
pub fn nets(recipe: &Skull, solid: &Solid) -> Result<Vec<Net>, BoneFitError> {
    let mut nets: Vec<Net> = recipe
        .shells
        .iter()
        .map(|shell| shell_net(shell, solid))
        .collect::<Result<_, _>>()?;
    for bar in &recipe.bars {
        let left = bar_net(&bar.stations, bar.points);
        let right = mirrored(&left);
        nets.extend([left, right]);
    }
    Ok(nets)
}

fn mirrored(net: &Net) -> Net {
    match net {
        Net::Rings(rings) => {
            let flip = |p: &Triple| (tenth(-p.0), p.1, p.2);
            let ring = |ring: &Vec<Triple>| ring.iter().map(flip).collect();
            Net::Rings(rings.iter().map(ring).collect())
        }
        // A bar is made of rings.
        polar @ Net::Polar { .. } => polar.clone(),
    }
}

fn shell_net(shell: &Shell, solid: &Solid) -> Result<Net, BoneFitError> {
    let end = |(y, z): (f32, f32)| Vec3::new(0.0, y, z);
    let (from, to) = (end(shell.from_mm), end(shell.to_mm));
    let first = Vec3::from(shell.first).normalize_or(Vec3::Y);
    let last = shell.rings.saturating_sub(1).max(1) as f32;
    let mut met = 0;
    let mut rings: Vec<Vec<Vec3>> = Vec::new();
    let mut centres = Vec::new();
    for number in 0..shell.rings {
        let even = number as f32 / last;
        let crowded = (1.0 - (PI * even).cos()) * 0.5;
        let centre = from.lerp(to, even + (crowded - even) * shell.crowding);
        let directions: Vec<Vec3> = (0..=shell.rays)
            .map(|ray| {
                let angle = shell.turn_deg.to_radians() * ray as f32 / shell.rays as f32;
                first * angle.cos() + Vec3::X * angle.sin()
            })
            .collect();
        let found: Vec<Option<f32>> = directions
            .iter()
            .map(|&direction| last_exit(solid, centre, direction, &shell.leave_out))
            .collect();
        met += found.iter().flatten().count();
        let half: Vec<Vec3> = radii(&found, shell)
            .into_iter()
            .zip(directions)
            .map(|(radius, direction)| centre + direction * radius)
            .collect();
        rings.push(both_halves(half, shell.turn_deg >= 180.0));
        centres.push(centre);
    }
    if met < shell.rings * 2 || rings.len() < 2 {
        return Err(BoneFitError::Nothing);
    }
    let along = (to - from).normalize_or(Vec3::Z);
    let lid = |ring: &[Vec3], centre: Vec3, out: Vec3| -> Vec<Vec3> {
        let towards = |p: &Vec3| centre.lerp(*p, LID.0) + out * LID.1;
        ring.iter().map(towards).collect()
    };
    let last = rings.len() - 1;
    let (begin, finish) = (
        lid(&rings[0], centres[0], -along),
        lid(&rings[last], centres[last], along),
    );
    rings.insert(0, begin);
    rings.push(finish);
    Ok(net_of_rings(rings))
}

/// The radii of half a ring: gaps filled, and single rays that went astray put right by those beside them.
fn radii(found: &[Option<f32>], shell: &Shell) -> Vec<f32> {
    let known: Vec<(usize, f32)> = found
        .iter()
        .enumerate()
        .filter_map(|(ray, radius)| radius.map(|radius| (ray, radius)))
        .collect();
    let filled: Vec<f32> = (0..found.len())
        .map(|ray| {
            let before = known.iter().rev().find(|(at, _)| *at <= ray);
            let after = known.iter().find(|(at, _)| *at >= ray);
            match (before, after) {
                (Some((_, radius)), Some((at, _))) if *at == ray => *radius,
                (Some((p, a)), Some((q, b))) if (ray - p).min(q - ray) <= shell.gap => {
                    a + (b - a) * (ray - p) as f32 / (q - p) as f32
                }
                (Some((at, radius)), None) | (None, Some((at, radius)))
                    if at.abs_diff(ray) <= shell.gap =>
                {
                    *radius
                }
                _ => shell.rest_mm,
            }
        })
        .collect();
    let last = filled.len() - 1;
    (0..=last)
        .map(|ray| {
            // The rays beyond either end are the mirror images of those before it.
            let before = if ray == 0 { 1.min(last) } else { ray - 1 };
            let after = if ray == last {
                last.saturating_sub(1)
            } else {
                ray + 1
            };
            let mut three = [filled[before], filled[ray], filled[after]];
            three.sort_by(f32::total_cmp);
            three[1]
        })
        .collect()
}

/// A ring from its left half, the first point in the midline; the last too where it goes all around.
fn both_halves(half: Vec<Vec3>, around: bool) -> Vec<Vec3> {
    let right = half.iter().rev().skip(usize::from(around));
    let right: Vec<Vec3> = right
        .take(half.len() - 1 - usize::from(around))
        .map(|p| Vec3::new(-p.x, p.y, p.z))
        .collect();
    half.into_iter().chain(right).collect()
}

/// Distance to the farthest surface along a ray that is not left out.
fn last_exit(
    solid: &Solid,
    from: Vec3,
    direction: Vec3,
    leave_out: &[Vec<(Triple, Triple)>],
) -> Option<f32> {
    let left_out = |p: Vec3| {
        let beyond =
            |(at, side): &(Triple, Triple)| (p - Vec3::from(*at)).dot(Vec3::from(*side)) > 0.0;
        leave_out.iter().any(|planes| planes.iter().all(beyond))
    };
    let mut far: Option<f32> = None;
    for t in &solid.triangles {
        let [a, b, c] = t.map(|i| solid.positions_mm[i as usize]);
        let (ab, ac) = (b - a, c - a);
        let across = direction.cross(ac);
        let det = ab.dot(across);
        if det.abs() < 1e-9 {
            continue;
        }
        let to = from - a;
        let u = to.dot(across) / det;
        let over = to.cross(ab);
        let v = direction.dot(over) / det;
        let s = ac.dot(over) / det;
        if u >= 0.0
            && v >= 0.0
            && u + v <= 1.0
            && s > 0.0
            && far.is_none_or(|f| s > f)
            && !left_out(from + direction * s)
        {
            far = Some(s);
        }
    }
    far
}
