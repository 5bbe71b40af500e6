//! The parts of a vertebra, from the axis to the fifth lumbar: body, arch and processes, found on the reference about
//! the landmarks that the recipe gives. The atlas has no body and is not made here.

use glam::Vec3;

use super::{
    error::BoneFitError,
    section::{Plane, section},
    solid::Solid,
    tube::Tube,
};
use crate::workshop::recipe::bone::{End, Level, Region, Vertebra};

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

/// The parts of one vertebra that lies at a level.
///
/// # Errors
/// Where its parts are not found on the solid.
pub fn tubes(recipe: &Vertebra, level: &Level, solid: &Solid) -> Result<Vec<Tube>, BoneFitError> {
    let in_midline = |(y, z): (f32, f32)| Vec3::new(0.0, y, z);
    let found = measure(solid, in_midline(level.body_mm), in_midline(level.tip_mm))?;
    let (region, reach) = (recipe.region, &recipe.reach_mm);
    let cervical = region != Region::Trunk;
    let back_wall = found.centre - found.forward * (found.back + 1.5);
    let dens_mm = match region {
        Region::Axis { dens_mm } => Some(dens_mm),
        Region::Cervical | Region::Trunk => None,
    };
    let top = found.half_height + dens_mm.unwrap_or(0.0);
    let body = Tube::along(vec![
        (
            found.centre - found.up * found.half_height * 0.8,
            reach.body,
        ),
        (found.centre + found.up * top * 0.8, reach.body),
    ])
    .size(
        if dens_mm.is_some() { 9 } else { 6 },
        if cervical { 16 } else { 20 },
    )
    .zero(found.forward)
    .keep(back_wall, found.forward)
    .crowding(0.8)
    .polar();
    let mut tubes = vec![body];
    let mut arch = Vec::new();
    for side in [1.0_f32, -1.0] {
        let (parts, joint, lamina) = one_side(solid, &found, recipe, side)?;
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
            .keep(Vec3::X * half, -Vec3::X)
            .keep(Vec3::X * -half, Vec3::X)
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

/// Share of a cervical vertebra's half width from which its transverse process is one plate, beside the canal of the
/// vertebral artery.
const PLATE: f32 = 0.8;

/// Pedicle, articular pillar and transverse process of one side; also where they meet, and the
/// middle of the lamina.
fn one_side(
    solid: &Solid,
    found: &Measured,
    recipe: &Vertebra,
    side: f32,
) -> Result<(Vec<Tube>, Vec3, Vec3), BoneFitError> {
    let (region, reach) = (recipe.region, &recipe.reach_mm);
    let cervical = region != Region::Trunk;
    let out = Vec3::X * side;
    let lateral = |p: Vec3| p.x * side;
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
            .blunt(recipe.transverse_blunt)
            .centred(1)
    };
    let mut parts = vec![pedicle_tube, pillar];
    if region == Region::Cervical {
        // Two bars before and behind the canal of the vertebral artery, and the plate with both tubercles to which
        // they lead.
        let before_pillar = ahead(joint) + 3.0;
        let on_plate = |p: Vec3| lateral(p) > PLATE * widest && ahead(p) > before_pillar;
        let tubercle = most(&lateral, &on_plate)?;
        let fore = most(&ahead, &on_plate)?;
        let rear = most(&|p| -ahead(p), &on_plate)?;
        let inner = (fore + rear) * 0.5;
        let inner = inner + out * (PLATE * widest - lateral(inner));
        parts.push(
            Tube::along(vec![(inner, 9.5), (tubercle, 9.5)])
                .size(4, 12)
                .zero(found.up)
                .normal(out)
                .ends(End::Fixed, End::Free)
                .crowding(0.3),
        );
        let before = found.centre + out * 9.0 - found.up * 1.0;
        for (from, to) in [(joint, rear), (before, fore)] {
            parts.push(
                Tube::along(vec![(from, 5.5), (inner.lerp(to, 0.8), 5.5)])
                    .size(4, 8)
                    .zero(found.up)
                    .ends(End::Fixed, End::Fixed)
                    .centred(1),
            );
        }
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
