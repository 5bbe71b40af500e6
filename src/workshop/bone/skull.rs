//! The recipe of the skull. The reference's paired bones are there on the left only, so the left half is
//! measured and mirrored.

use glam::Vec3;

use super::BoneFitError;
use super::solid::Solid;
use super::tube::{End, Tube, tenth, written};
use super::vertebra::MIDLINE_MM;
use crate::model::facts::Net;

/// The skull's nets: the cranium as radii about an axis that leans back with the base of the skull, then the face.
///
/// # Errors
/// Where a part is not found.
pub fn skull(solid: &Solid) -> Result<Vec<Net>, BoneFitError> {
    let mut nets = vec![cranium(solid)?];
    for part in face() {
        nets.extend(both(part.measure(solid)?));
    }
    // The bridge of the nose lies across the midline and needs both halves.
    let mut whole = solid.clone();
    whole.append(&solid.mirrored_about(MIDLINE_MM));
    nets.push(bridge().measure(&whole)?);
    nets.push(nasal_wall());
    Ok(nets)
}

/// A net and its mirror image.
fn both(net: Net) -> [Net; 2] {
    let flip = |p: &(f32, f32, f32)| (tenth(2.0 * MIDLINE_MM - p.0), p.1, p.2);
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

const RINGS: usize = 24;
const HALF: usize = 32;

/// Forwards along the base of the skull, from the foramen magnum to the glabella.
const FORWARDS: Vec3 = Vec3::new(0.0, 0.4, 0.9165);
/// Square to it, upwards.
const UPWARDS: Vec3 = Vec3::new(0.0, 0.9165, -0.4);
/// Middle of the base.
const BASE_MM: Vec3 = Vec3::new(MIDLINE_MM, 1619.0, 92.0);

fn cranium(solid: &Solid) -> Result<Net, BoneFitError> {
    // The zygomatic arch stands off the cranium and is a part of its own.
    let arch = |p: Vec3| p.x > 57.0 && p.z > 103.0 && p.y < 1648.0;
    let ray = |from: Vec3, direction: Vec3| last_exit(solid, from, direction, &|p| !arch(p));
    let top = last_exit(solid, BASE_MM, UPWARDS, &|_| true).ok_or(BoneFitError::Nothing)?;
    let (mut axis, mut radii_mm) = (Vec::new(), Vec::new());
    for i in 0..RINGS {
        // Rings crowd towards the vertex, as on a sphere.
        let even = i as f32 / (RINGS - 1) as f32;
        let share = (even + (std::f32::consts::FRAC_PI_2 * even).sin()) * 0.5;
        let centre = BASE_MM + UPWARDS * (top - 3.0) * share;
        let half: Vec<Option<f32>> = (0..=HALF)
            .map(|k| {
                let angle = std::f32::consts::PI * k as f32 / HALF as f32;
                ray(centre, FORWARDS * angle.cos() + Vec3::X * angle.sin())
            })
            .collect();
        let known: Vec<(usize, f32)> = half
            .iter()
            .enumerate()
            .filter_map(|(k, r)| r.map(|r| (k, r)))
            .collect();
        let least = known.iter().map(|(_, r)| *r).fold(f32::MAX, f32::min);
        if known.len() < HALF / 2 || least < 10.0 {
            continue;
        }
        // A ray through a suture's gap finds nothing or the far side of a hole: its neighbours tell.
        let filled: Vec<f32> = (0..=HALF)
            .map(|k| {
                let mut near = known.clone();
                near.sort_by_key(|(j, _)| j.abs_diff(k));
                let mut three: Vec<f32> = near.iter().take(3).map(|(_, r)| *r).collect();
                three.sort_by(f32::total_cmp);
                three[three.len() / 2]
            })
            .collect();
        let ring: Vec<f32> = (0..2 * HALF)
            .map(|k| tenth(filled[if k <= HALF { k } else { 2 * HALF - k }]))
            .collect();
        axis.push(written(centre));
        radii_mm.push(ring);
    }
    if axis.len() < 2 {
        return Err(BoneFitError::Nothing);
    }
    // Flat base: one narrower ring at its height.
    let lid: Vec<f32> = radii_mm[0].iter().map(|r: &f32| tenth(r * 0.6)).collect();
    axis.insert(0, written(BASE_MM - UPWARDS * 1.0));
    radii_mm.insert(0, lid);
    Ok(Net::Polar {
        axis,
        zero: (FORWARDS.x, FORWARDS.y, FORWARDS.z),
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

/// The parts of the left half of the face.
fn face() -> Vec<Tube> {
    let at = |x: f32, y: f32, z: f32, reach: f32| (Vec3::new(x, y, z), reach);
    let left = |tube: Tube| tube.keep(Vec3::X * (MIDLINE_MM - 0.5), Vec3::X);
    let cheek = Tube::along(vec![
        at(50.0, 1666.0, 163.0, 13.0),
        at(52.0, 1648.0, 160.0, 15.0),
        at(52.0, 1630.0, 160.0, 18.0),
        at(44.0, 1618.0, 168.0, 18.0),
        at(32.0, 1612.0, 174.0, 18.0),
    ])
    .size(9, 12)
    .zero(Vec3::X)
    .ends(End::Fixed, End::Fixed)
    .centred(1)
    .crowding(0.0);
    let arch = Tube::along(vec![
        at(55.0, 1626.0, 155.0, 12.0),
        at(64.0, 1627.0, 141.0, 10.0),
        at(69.0, 1632.0, 122.0, 10.0),
        at(67.0, 1637.0, 104.0, 10.0),
    ])
    .size(8, 10)
    .zero(Vec3::Y)
    .ends(End::Fixed, End::Fixed)
    .centred(2)
    .crowding(0.0);
    let maxilla = left(Tube::along(vec![
        at(16.0, 1590.0, 172.0, 42.0),
        at(20.0, 1600.0, 172.0, 40.0),
        at(24.0, 1614.0, 170.0, 34.0),
        at(26.0, 1630.0, 168.0, 24.0),
    ]))
    .size(8, 20)
    .zero(Vec3::Z)
    .normal(Vec3::Y)
    .hull()
    .crowding(0.4);
    let brow_process = left(Tube::along(vec![
        at(16.0, 1618.0, 182.0, 11.0),
        at(11.0, 1638.0, 184.0, 11.0),
        at(8.0, 1668.0, 178.0, 11.0),
    ]))
    .size(6, 10)
    .zero(Vec3::Z)
    .ends(End::Fixed, End::Fixed)
    .centred(1);
    let wing = Tube::along(vec![
        at(46.0, 1660.0, 146.0, 15.0),
        at(42.0, 1622.0, 144.0, 15.0),
    ])
    .size(6, 12)
    .zero(Vec3::Z)
    .ends(End::Fixed, End::Fixed)
    .crowding(0.0);
    vec![cheek, arch, maxilla, brow_process, wing]
}

/// The nasal bones, from the brow to the tip.
fn bridge() -> Tube {
    let at = |y: f32, z: f32| (Vec3::new(MIDLINE_MM, y, z), 9.0);
    Tube::along(vec![at(1668.0, 184.0), at(1636.0, 202.0)])
        .size(6, 12)
        .zero(Vec3::X)
        .ends(End::Fixed, End::Free)
        .blunt(0.4)
        .hull()
}

/// The wall between the orbits and behind the nose, plainly: it only has to end the view into them.
fn nasal_wall() -> Net {
    let ring = |half: f32, front: f32| {
        (0..12)
            .map(|k| {
                let angle = std::f32::consts::TAU * k as f32 / 12.0;
                let depth = (front - 128.0) * 0.5;
                tenth(
                    (half * depth)
                        / ((depth * angle.sin()).powi(2) + (half * angle.cos()).powi(2)).sqrt(),
                )
            })
            .collect()
    };
    let levels = [
        (1600.0, 14.0, 168.0),
        (1625.0, 13.0, 166.0),
        (1645.0, 11.0, 176.0),
        (1662.0, 11.0, 180.0),
    ];
    Net::Polar {
        axis: levels
            .iter()
            .map(|(y, _, _)| (MIDLINE_MM, *y, 150.0))
            .collect(),
        zero: (0.0, 0.0, 1.0),
        radii_mm: levels
            .iter()
            .map(|(_, half, front)| ring(*half, *front))
            .collect(),
    }
}
