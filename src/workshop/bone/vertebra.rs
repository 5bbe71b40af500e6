//! The recipe of the vertebrae: one for all from the third cervical to the fifth lumbar, each level
//! with its own measured dimensions; atlas and axis differ as they do in the body.

use glam::Vec3;

use super::section::{Plane, section};
use super::solid::Solid;
use super::tube::{End, Tube};
use super::{BoneFitError, atlas};

/// x of the middle of the reference's spine, millimetres.
pub const MIDLINE_MM: f32 = -1.5;

/// Level, then height and depth (y, z) of the body's centre and of the spinous process's tip,
/// from the reference's landmarks.
const LEVELS: [(&str, [f32; 2], [f32; 2]); 24] = [
    ("c1", [1596.0, 89.0], [1592.0, 47.0]),
    ("c2", [1585.0, 89.0], [1555.0, 43.0]),
    ("c3", [1559.0, 90.0], [1537.0, 45.0]),
    ("c4", [1542.0, 92.0], [1525.0, 47.0]),
    ("c5", [1526.0, 94.0], [1512.0, 42.0]),
    ("c6", [1509.0, 94.0], [1503.0, 35.0]),
    ("c7", [1495.0, 90.0], [1482.0, 26.0]),
    ("t1", [1477.0, 85.0], [1464.0, 22.0]),
    ("t2", [1457.0, 79.0], [1442.0, 16.0]),
    ("t3", [1436.0, 70.0], [1413.0, 5.0]),
    ("t4", [1412.0, 61.0], [1389.0, 3.0]),
    ("t5", [1387.0, 56.0], [1346.0, 3.0]),
    ("t6", [1358.0, 53.0], [1313.0, 5.0]),
    ("t7", [1326.0, 53.0], [1287.0, 4.0]),
    ("t8", [1294.0, 58.0], [1258.0, 4.0]),
    ("t9", [1266.0, 63.0], [1226.0, 10.0]),
    ("t10", [1233.0, 69.0], [1195.0, 12.0]),
    ("t11", [1207.0, 77.0], [1168.0, 18.0]),
    ("t12", [1170.0, 87.0], [1142.0, 28.0]),
    ("l1", [1136.0, 96.0], [1105.0, 36.0]),
    ("l2", [1105.0, 101.0], [1079.0, 41.0]),
    ("l3", [1074.0, 103.0], [1055.0, 35.0]),
    ("l4", [1041.0, 99.0], [1032.0, 31.0]),
    ("l5", [1005.0, 88.0], [1006.0, 23.0]),
];

/// Radii within which the parts are looked for, millimetres; they differ by region of the spine.
struct Reach {
    body: f32,
    pedicle: f32,
    pillar: f32,
    lamina: f32,
    spine: f32,
    transverse: f32,
}

fn reach(level: &str) -> Reach {
    match level.as_bytes().first() {
        Some(b'c') => Reach {
            body: 16.0,
            pedicle: 6.0,
            pillar: 10.0,
            lamina: 9.0,
            spine: 11.0,
            transverse: 8.5,
        },
        Some(b't') => Reach {
            body: 40.0,
            pedicle: 9.0,
            pillar: 9.5,
            lamina: 13.0,
            spine: 13.0,
            transverse: 9.0,
        },
        _ => Reach {
            body: 45.0,
            pedicle: 11.0,
            pillar: 12.5,
            lamina: 15.0,
            spine: 18.0,
            transverse: 10.0,
        },
    }
}

/// What the recipe measures on a vertebra before it cuts it.
struct Measured {
    /// Middle of the body.
    centre: Vec3,
    /// Square to the end plates, upwards.
    up: Vec3,
    /// Along the end plates, forwards.
    forward: Vec3,
    /// Half the body's height in the middle.
    half_height: f32,
    /// How far the back of the body lies behind its middle.
    back: f32,
    /// Where the laminae meet, and the tip of the spinous process.
    base: Vec3,
    tip: Vec3,
}

/// The parts of one vertebra.
///
/// # Errors
/// Where the level is unknown or its parts are not found on the solid.
pub fn recipe(solid: &Solid, level: &str) -> Result<Vec<Tube>, BoneFitError> {
    let (_, centre, tip) = LEVELS
        .iter()
        .find(|l| l.0 == level)
        .ok_or(BoneFitError::Unknown)?;
    let centre = Vec3::new(MIDLINE_MM, centre[0], centre[1]);
    let tip = Vec3::new(MIDLINE_MM, tip[0], tip[1]);
    if level == "c1" {
        return atlas::recipe(solid);
    }
    let found = measure(solid, centre, tip)?;
    let reach = reach(level);
    let cervical = level.starts_with('c');
    let back_wall = found.centre - found.forward * (found.back + 1.5);
    let top = if level == "c2" {
        found.half_height + 14.0
    } else {
        found.half_height
    };
    let body = Tube::along(vec![
        (
            found.centre - found.up * found.half_height * 0.8,
            reach.body,
        ),
        (found.centre + found.up * top * 0.8, reach.body),
    ])
    .size(
        if level == "c2" { 9 } else { 6 },
        if cervical { 16 } else { 20 },
    )
    .zero(found.forward)
    .keep(back_wall, found.forward)
    .crowding(0.8)
    .polar();
    let mut tubes = vec![body];
    let mut arch = Vec::new();
    for side in [1.0_f32, -1.0] {
        let (parts, joint, lamina) = one_side(solid, &found, &reach, level, side)?;
        tubes.extend(parts);
        if side > 0.0 {
            arch.extend([joint, lamina, found.base]);
        } else {
            arch.extend([lamina, joint]);
        }
    }
    let lamina_reach = arch.iter().map(|p| (*p, reach.lamina)).collect();
    tubes.push(
        Tube::along(lamina_reach)
            .size(7, 10)
            .zero(found.up)
            .ends(End::Fixed, End::Fixed)
            .crowding(0.0),
    );
    let half = if cervical { 9.0 } else { 8.0 };
    let start = found.base.lerp(found.tip, 0.12);
    tubes.push(
        Tube::along(vec![(start, reach.spine), (found.tip, reach.spine)])
            .size(5, 10)
            .zero(found.up)
            .ends(End::Fixed, End::Free)
            .blunt(0.35)
            .keep(Vec3::X * (MIDLINE_MM + half), -Vec3::X)
            .keep(Vec3::X * (MIDLINE_MM - half), Vec3::X)
            .centred(1),
    );
    Ok(tubes)
}

fn measure(solid: &Solid, centre: Vec3, tip: Vec3) -> Result<Measured, BoneFitError> {
    let everywhere = |_: Vec3| true;
    let plane = Plane::new(centre, Vec3::X, Vec3::Z);
    let body = section(solid, &plane, 34.0, &everywhere).ok_or(BoneFitError::Nothing)?;
    let outline: Vec<Vec3> = body.outline.iter().map(|p| plane.to_body(*p)).collect();
    let centre = plane.to_body(body.centroid);
    // The end plates: the long stretches of outline that run from back to front, above and below.
    let (mut above, mut below) = (Vec3::ZERO, Vec3::ZERO);
    for i in 0..outline.len() {
        let j = (i + 4) % outline.len();
        let run = outline[j] - outline[i];
        if run.z.abs() > 1.5 * run.y.abs() {
            let ahead = run * run.z.signum();
            if (outline[i].y + outline[j].y) * 0.5
                > centre.y + run.y / run.z * (outline[i].z - centre.z)
            {
                above += ahead;
            } else {
                below += ahead;
            }
        }
    }
    let forward = (above.normalize_or_zero() + below.normalize_or_zero()).normalize_or(Vec3::Z);
    let up = forward.cross(Vec3::X);
    let along = |axis: Vec3| {
        let spread = outline.iter().map(|p| (*p - centre).dot(axis));
        spread.fold((f32::MAX, f32::MIN), |(low, high), d| {
            (low.min(d), high.max(d))
        })
    };
    let (low, high) = along(up);
    let (back, _) = along(forward);
    let plane = Plane::new(tip.lerp(centre, 0.2), Vec3::X, Vec3::Z);
    let behind = |p: Vec3| (p - centre).dot(forward) < back - 3.0;
    let spine = section(solid, &plane, 45.0, &behind).ok_or(BoneFitError::Nothing)?;
    let outline: Vec<Vec3> = spine.outline.iter().map(|p| plane.to_body(*p)).collect();
    let farthest = |from: Vec3| {
        outline
            .iter()
            .copied()
            .max_by(|a, b| a.distance(from).total_cmp(&b.distance(from)))
    };
    let tip = farthest(centre + up * 10.0).unwrap_or(tip);
    let front = outline
        .iter()
        .map(|p| (*p - centre).dot(forward))
        .fold(f32::MIN, f32::max);
    let near: Vec<Vec3> = outline
        .iter()
        .copied()
        .filter(|p| (*p - centre).dot(forward) > front - 6.0)
        .collect();
    let base = near.iter().sum::<Vec3>() / near.len().max(1) as f32;
    Ok(Measured {
        centre,
        up,
        forward,
        half_height: (high - low) * 0.5,
        back: -back,
        base,
        tip,
    })
}

/// Pedicle, articular pillar and transverse process of one side; also where they meet, and the
/// middle of the lamina.
fn one_side(
    solid: &Solid,
    found: &Measured,
    reach: &Reach,
    level: &str,
    side: f32,
) -> Result<(Vec<Tube>, Vec3, Vec3), BoneFitError> {
    let cervical = level.starts_with('c');
    let out = Vec3::X * side;
    let lateral = |p: Vec3| (p.x - MIDLINE_MM) * side;
    let ahead = |p: Vec3| (p - found.centre).dot(found.forward);
    let behind_body = |p: &&Vec3| cervical || ahead(**p) < -found.back - 2.0;
    let most = |by: &dyn Fn(Vec3) -> f32, within: &dyn Fn(Vec3) -> bool| {
        let of = solid
            .positions_mm
            .iter()
            .filter(behind_body)
            .copied()
            .filter(|p| within(*p));
        of.max_by(|a, b| by(*a).total_cmp(&by(*b)))
            .ok_or(BoneFitError::Nothing)
    };
    let transverse = most(&lateral, &|_| true)?;
    let widest = lateral(transverse);
    let base_ahead = ahead(found.base);
    // The joint surfaces, above and below.
    let joints = |p: Vec3| {
        let l = lateral(p);
        l > 6.0
            && l < (0.75 * widest).max(14.0)
            && ahead(p) > base_ahead - 16.0
            && ahead(p) < -found.back - 1.0
    };
    let upper = most(&|p| p.dot(found.up), &joints)?;
    let lower = most(&|p| -p.dot(found.up), &joints)?;
    let joint = if cervical {
        upper.lerp(lower, 0.5)
    } else {
        upper.lerp(lower, 0.42)
    };
    let joint = cross_section_middle(solid, joint, found.up, reach.pillar * 0.9).unwrap_or(joint);
    let pillar = Tube::along(vec![
        (upper, reach.pillar),
        (joint, reach.pillar),
        (lower, reach.pillar),
    ])
    .size(5, 10)
    .zero(out)
    .normal(found.up * -1.0)
    .blunt(0.3)
    .centred(1);
    let slice = found.centre - found.forward * (found.back + if cervical { 1.0 } else { 4.0 })
        + out * (lateral(joint) * 0.9)
        + found.up * (found.half_height * 0.35);
    let pedicle = cross_section_middle(solid, slice, found.forward, reach.pedicle).unwrap_or(slice);
    let inside_body = pedicle + found.forward * if cervical { 5.0 } else { 9.0 } - out * 2.0;
    let pedicle_tube = Tube::along(vec![
        (inside_body, reach.pedicle),
        (pedicle, reach.pedicle),
        (joint.lerp(upper, 0.2), reach.pedicle),
    ])
    .size(3, 10)
    .zero(out)
    .ends(End::Fixed, End::Fixed)
    .crowding(0.0);
    let lamina_at = found.base + out * (lateral(joint) * 0.45);
    let lamina = cross_section_middle(solid, lamina_at, out, reach.lamina).unwrap_or(lamina_at);
    let bar = |from: Vec3, reach: f32| {
        Tube::along(vec![(from, reach), (transverse, reach)])
            .size(4, 8)
            .zero(found.up)
            .ends(End::Fixed, End::Free)
            .blunt(0.4)
            .centred(1)
    };
    let mut parts = vec![pedicle_tube, pillar];
    if cervical && level != "c2" {
        // Two bars to the tip, before and behind the canal of the vertebral artery.
        let before = found.centre + out * 9.0 - found.up * 1.0;
        parts.push(bar(joint, 5.5));
        parts.push(bar(before, 5.5));
    } else {
        parts.push(bar(
            if cervical {
                joint.lerp(pedicle, 0.6)
            } else {
                joint
            },
            reach.transverse,
        ));
    }
    Ok((parts, joint, lamina))
}

/// Middle of the piece of bone nearest to a place, in the plane across a direction.
fn cross_section_middle(solid: &Solid, near: Vec3, normal: Vec3, reach: f32) -> Option<Vec3> {
    let plane = Plane::new(near, normal, Vec3::Y + Vec3::Z * 0.1);
    section(solid, &plane, reach, &|_| true).map(|found| plane.to_body(found.centroid))
}
