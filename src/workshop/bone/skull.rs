//! The skull. The reference has its paired bones on the left only, so the left half is measured and mirrored.

use glam::Vec3;

use super::{error::BoneFitError, parts, solid::Solid};
use crate::{
    model::facts::Net,
    workshop::{
        recipe::bone::{Cranium, Skull, Wall},
        rounding::{place_in_tenths, tenth},
    },
};

/// The skull's nets: the cranium as radii about an axis that leans back with the base of the skull, then the face.
///
/// # Errors
/// Where a part is not found.
pub fn nets(recipe: &Skull, solid: &Solid) -> Result<Vec<Net>, BoneFitError> {
    let mut nets = vec![cranium(&recipe.cranium, solid)?];
    for part in &recipe.face {
        nets.extend(both(parts::tube(part, Vec3::ZERO, 1.0).measure(solid)?));
    }
    // The bridge of the nose lies across the midline and needs both halves.
    let mut whole = solid.clone();
    whole.append(&solid.mirrored());
    nets.push(parts::tube(&recipe.bridge, Vec3::ZERO, 1.0).measure(&whole)?);
    nets.push(wall(&recipe.wall));
    Ok(nets)
}

/// A net and its mirror image.
fn both(net: Net) -> [Net; 2] {
    let flip = |p: &(f32, f32, f32)| (tenth(-p.0), p.1, p.2);
    let other = match &net {
        Net::Rings(rings) => Net::Rings(
            rings
                .iter()
                .map(|ring| ring.iter().map(flip).collect())
                .collect(),
        ),
        Net::Polar {
            axis,
            zero,
            radii_mm,
        } => Net::Polar {
            axis: axis.iter().map(flip).collect(),
            zero: (-zero.0, zero.1, zero.2),
            radii_mm: radii_mm
                .iter()
                .map(|ring| {
                    (0..ring.len())
                        .map(|k| ring[(ring.len() - k) % ring.len()])
                        .collect()
                })
                .collect(),
        },
    };
    [net, other]
}

fn cranium(recipe: &Cranium, solid: &Solid) -> Result<Net, BoneFitError> {
    let (forwards, upwards) = (Vec3::from(recipe.forwards), Vec3::from(recipe.upwards));
    let base_mm = Vec3::new(0.0, recipe.base_mm.0, recipe.base_mm.1);
    // One half is measured, with the rays at both ends of it.
    let half_rays = recipe.rays / 2;
    let out = recipe.leave_out;
    let apart = |p: Vec3| p.x > out.beyond_x_mm && p.z > out.before_z_mm && p.y < out.below_y_mm;
    let ray = |from: Vec3, direction: Vec3| last_exit(solid, from, direction, &|p| !apart(p));
    let top = last_exit(solid, base_mm, upwards, &|_| true).ok_or(BoneFitError::Nothing)?;
    let (mut axis, mut radii_mm) = (Vec::new(), Vec::new());
    for i in 0..recipe.rings {
        // Rings crowd towards the vertex, as on a sphere.
        let even = i as f32 / (recipe.rings - 1) as f32;
        let share = (even + (std::f32::consts::FRAC_PI_2 * even).sin()) * 0.5;
        let centre = base_mm + upwards * (top - 3.0) * share;
        let half: Vec<Option<f32>> = (0..=half_rays)
            .map(|k| {
                let angle = std::f32::consts::PI * k as f32 / half_rays as f32;
                ray(centre, forwards * angle.cos() + Vec3::X * angle.sin())
            })
            .collect();
        let known: Vec<(usize, f32)> = half
            .iter()
            .enumerate()
            .filter_map(|(k, r)| r.map(|r| (k, r)))
            .collect();
        let least = known.iter().map(|(_, r)| *r).fold(f32::MAX, f32::min);
        if known.len() < half_rays / 2 || least < 10.0 {
            continue;
        }
        // A ray through a suture's gap finds nothing or the far side of a hole: its neighbours tell.
        let filled: Vec<f32> = (0..=half_rays)
            .map(|k| {
                let mut near = known.clone();
                near.sort_by_key(|(j, _)| j.abs_diff(k));
                let mut three: Vec<f32> = near.iter().take(3).map(|(_, r)| *r).collect();
                three.sort_by(f32::total_cmp);
                three[three.len() / 2]
            })
            .collect();
        let ring: Vec<f32> = (0..2 * half_rays)
            .map(|k| tenth(filled[if k <= half_rays { k } else { 2 * half_rays - k }]))
            .collect();
        axis.push(place_in_tenths(centre));
        radii_mm.push(ring);
    }
    if axis.len() < 2 {
        return Err(BoneFitError::Nothing);
    }
    // Flat base: one narrower ring at its height.
    let lid: Vec<f32> = radii_mm[0].iter().map(|r: &f32| tenth(r * 0.6)).collect();
    axis.insert(0, place_in_tenths(base_mm - upwards * 1.0));
    radii_mm.insert(0, lid);
    Ok(Net::Polar {
        axis,
        zero: (forwards.x, forwards.y, forwards.z),
        radii_mm,
    })
}

/// Distance to the farthest surface along a ray that `keep` allows.
fn last_exit(
    solid: &Solid,
    from: Vec3,
    direction: Vec3,
    keep: &dyn Fn(Vec3) -> bool,
) -> Option<f32> {
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
            && keep(from + direction * s)
        {
            far = Some(s);
        }
    }
    far
}

/// A plain wall: each ring an ellipse.
fn wall(recipe: &Wall) -> Net {
    let depth_of = |front: f32| (front - recipe.back_z_mm) * 0.5;
    let ring = |half: f32, front: f32| {
        (0..recipe.points)
            .map(|k| {
                let angle = std::f32::consts::TAU * k as f32 / recipe.points as f32;
                let depth = depth_of(front);
                tenth(
                    (half * depth)
                        / ((depth * angle.sin()).powi(2) + (half * angle.cos()).powi(2)).sqrt(),
                )
            })
            .collect()
    };
    Net::Polar {
        axis: recipe
            .levels
            .iter()
            .map(|level| (0.0, level.y_mm, recipe.axis_z_mm))
            .collect(),
        zero: (0.0, 0.0, 1.0),
        radii_mm: recipe
            .levels
            .iter()
            .map(|level| ring(level.half_width_mm, level.front_z_mm))
            .collect(),
    }
}
