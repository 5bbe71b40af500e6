//! Seats what was measured or built: under the skin, out of the bones, and under what covers it.
//!
//! A reference's structures are drawn one by one, and some stand through each other by a few millimetres: the
//! skull through the skin of the temple, a muscle's deep face into the bone that it lies on. Here a net's
//! points are moved until they keep their distance, each taking what lies around it along, so
//! that a thin muscle is moved and not flattened.

use crate::{
    anatomy::{
        mesh::SurfaceMesh,
        ray_index::RayIndex,
        ring_net::{Fineness, NetError, rings_of_net, surface_of_rings},
    },
    model::facts::Shape,
    workshop::moved_points::write_back,
};
use glam::Vec3;

/// What a structure is seated among, and how.
pub struct Seat<'a> {
    /// The skin, and how deep under it everything lies at least, millimetres.
    pub under_skin: (&'a RayIndex, f32),
    /// Bones that it must not enter, with their bounds; empty for a bone.
    pub bones: &'a [Bone],
    /// How deep a point may lie in a bone, millimetres.
    pub in_bone_mm: f32,
    /// Share of a net's length at both ends that may lie in the bone wholly: there the muscle springs from it.
    pub ends: f32,
    /// Muscles that its outer face has to lie under.
    pub under: &'a [Cover],
    /// By how much at least, millimetres.
    pub gap_mm: f32,
}

/// A bone to be kept clear of.
pub struct Bone {
    index: RayIndex,
    low: Vec3,
    high: Vec3,
}

impl Bone {
    /// Of its surface; `None` for an empty one.
    #[must_use]
    pub fn new(mesh: &SurfaceMesh) -> Option<Self> {
        let (low, high) = mesh.bounds_mm()?;
        Some(Self {
            index: RayIndex::build(mesh),
            low,
            high,
        })
    }
}

/// A muscle to lie under.
pub struct Cover {
    index: RayIndex,
    most_mm: f32,
}

impl Cover {
    /// Of its surface. What stands further through it than `most_mm` lies beside it and is let be.
    #[must_use]
    pub fn new(mesh: &SurfaceMesh, most_mm: f32) -> Self {
        let index = RayIndex::build(mesh);
        Self { index, most_mm }
    }
}

/// Of a short slip so much lies in the bone at both ends at least, millimetres.
const END_MM: f32 = 12.0;
/// A point that is moved carries everything nearer than the first of these distances with it by the whole move, and
/// nothing beyond the second, millimetres: under the skin, and out of a bone, where the muscle's far face is to stay.
const ALONG_SKIN_MM: (f32, f32) = (7.0, 22.0);
/// See [`ALONG_SKIN_MM`].
const ALONG_BONE_MM: (f32, f32) = (3.0, 11.0);
/// See [`ALONG_SKIN_MM`]: under another muscle. A thin muscle is moved, a thick one only dented.
const ALONG_ORDER_MM: (f32, f32) = (4.0, 14.0);
/// How squarely a line must meet the upper one (cosine): its edge, met from the side, covers nothing.
const SQUARELY: f32 = 0.35;
/// A place belongs to the outer face where nothing of its own net lies over it by more than this, millimetres.
const OUTER_MM: f32 = 0.3;
/// Rounds: a move may bring another point to where it must not be.
const ROUNDS: usize = 6;
/// The farthest that anything is moved in one round, millimetres: what is farther off was meant to be there.
const FARTHEST_MM: f32 = 9.0;
/// A muscle is moved out of a bone only where there is at least this much room under the skin, millimetres.
const ROOM_MM: f32 = 10.0;
/// What lies deeper in a bone than allowed by no more than this stays, millimetres.
const LET_BE_MM: f32 = 0.5;
/// Added to every move, millimetres, since figures are rounded and the surface is curved between points.
const MORE_MM: f32 = 0.15;

/// Moves the nets' points; the farthest that one was moved, millimetres.
///
/// # Errors
/// A net that is no surface; see [`NetError`].
pub fn seat(shape: &mut Shape, seat: &Seat) -> Result<f32, NetError> {
    let start: Vec<Vec<Vec<Vec3>>> = shape
        .nets
        .iter()
        .chain(&shape.built)
        .map(rings_of_net)
        .collect::<Result<_, _>>()?;
    let mut nets = start.clone();
    for _ in 0..ROUNDS {
        let in_order = take_along(&mut nets, |rings| into_order(rings, seat), ALONG_ORDER_MM)?;
        let moved_out = take_along(&mut nets, |rings| out_of_bones(rings, seat), ALONG_BONE_MM)?;
        let moved_in = take_along(&mut nets, |rings| under_skin(rings, seat), ALONG_SKIN_MM)?;
        if !in_order && !moved_out && !moved_in {
            break;
        }
    }
    let all = shape.nets.iter_mut().chain(&mut shape.built);
    let pairs = all.zip(start.iter().zip(&nets));
    Ok(pairs
        .map(|(net, (start, rings))| write_back(net, start, rings))
        .fold(0.0, f32::max))
}

/// A place of a net's surface, and by what it has to be moved.
type Needed = (Vec3, Vec3);

/// What the surface needs to leave the bones.
fn out_of_bones(rings: &[Vec<Vec3>], seat: &Seat) -> Result<Vec<Needed>, NetError> {
    if seat.bones.is_empty() {
        return Ok(Vec::new());
    }
    let mesh = surface_of_rings(rings, Fineness::for_bone(rings))?;
    let mut needed = Vec::new();
    let mut own = None;
    let (first, last) = between_ends(rings, seat.ends);
    for (&p, [_, along]) in mesh.positions_mm.iter().zip(&mesh.fibre_uv) {
        if *along < first || *along > last {
            continue;
        }
        for bone in seat.bones {
            let near = p.cmpgt(bone.low).all() && p.cmplt(bone.high).all();
            if near && bone.index.contains(p) {
                let own = own.get_or_insert_with(|| RayIndex::build(&mesh));
                let by = way_out(p, bone, own, seat.in_bone_mm);
                needed.extend(by.filter(|by| has_room(p + *by, seat)).map(|by| (p, by)));
            }
        }
    }
    Ok(needed)
}

/// The shares of a net's length between which it has to stay clear of bones.
fn between_ends(rings: &[Vec<Vec3>], ends: f32) -> (f32, f32) {
    let centre = |ring: &Vec<Vec3>| ring.iter().sum::<Vec3>() / ring.len().max(1) as f32;
    let pairs = rings.windows(2);
    let length: f32 = pairs.map(|p| centre(&p[0]).distance(centre(&p[1]))).sum();
    let end = ends.max(END_MM / length.max(1.0));
    (end, 1.0 - end)
}

/// Where a bone lies right under the skin there is no room for a muscle beside it.
fn has_room(at: Vec3, seat: &Seat) -> bool {
    let (skin, _) = seat.under_skin;
    let near = skin.nearest(at);
    near.is_some_and(|near| near.distance_mm > ROOM_MM && skin.contains(at))
}

/// The way out of a bone for a point of a muscle's face: the shortest, unless that leads out on the far side of the
/// bone; then the way into the muscle.
fn way_out(p: Vec3, bone: &Bone, own: &RayIndex, allowed_mm: f32) -> Option<Vec3> {
    let out = bone.index.nearest(p)?;
    let inward = own.nearest(p).map_or(Vec3::ZERO, |at| -at.normal);
    let short = (out.point_mm - p).normalize_or(inward);
    let by = if short.dot(inward) > -0.2 {
        short * (out.distance_mm - allowed_mm + MORE_MM)
    } else {
        let way = bone.index.first_hit(p, inward)?;
        inward * (way.distance_mm - allowed_mm + MORE_MM)
    };
    // A little deeper than allowed is left alone: every move takes the net away from what was measured.
    let enough = out.distance_mm > allowed_mm + LET_BE_MM;
    (enough && by.length() < FARTHEST_MM).then_some(by)
}

/// What the surface needs to lie deep enough under the skin.
fn under_skin(rings: &[Vec<Vec3>], seat: &Seat) -> Result<Vec<Needed>, NetError> {
    let (skin, depth_mm) = seat.under_skin;
    let mesh = surface_of_rings(rings, Fineness::for_bone(rings))?;
    let need = |&p: &Vec3| -> Option<Needed> {
        let at = skin.nearest(p)?;
        let inside = skin.contains(p);
        let deep = if inside {
            at.distance_mm
        } else {
            -at.distance_mm
        };
        let by = depth_mm - deep;
        (by > 0.0 && by < FARTHEST_MM).then(|| (p, at.normal * -(by + MORE_MM)))
    };
    Ok(mesh.positions_mm.iter().filter_map(need).collect())
}

/// What the outer face needs to lie under the muscles that cover it. Depths are counted along the shortest way in
/// from the skin. What lies wholly before the other one is beside it.
fn into_order(rings: &[Vec<Vec3>], seat: &Seat) -> Result<Vec<Needed>, NetError> {
    if seat.under.is_empty() {
        return Ok(Vec::new());
    }
    let mesh = surface_of_rings(rings, Fineness::for_bone(rings))?;
    let own = RayIndex::build(&mesh);
    let need = |&p: &Vec3| -> Option<Needed> {
        let at = seat.under_skin.0.nearest(p)?;
        let inward = (p - at.point_mm).normalize_or_zero();
        let own_mm = own.first_hit(at.point_mm, inward)?.distance_mm;
        if own_mm < at.distance_mm - OUTER_MM {
            return None;
        }
        let thick_mm = own.first_hit(p + inward * OUTER_MM, inward);
        let far_mm = at.distance_mm + thick_mm.map_or(0.0, |far| far.distance_mm + OUTER_MM);
        let covers = |over: &Cover| {
            let hit = over.index.first_hit(at.point_mm, inward)?;
            let touches = hit.distance_mm < far_mm + seat.gap_mm;
            let squarely = -hit.normal.dot(inward) > SQUARELY;
            let by = hit.distance_mm + seat.gap_mm - at.distance_mm;
            (touches && squarely && by < over.most_mm + seat.gap_mm).then_some(by)
        };
        let by = seat.under.iter().filter_map(covers).fold(0.0, f32::max);
        (by > 0.0).then(|| (p, inward * (by + MORE_MM)))
    };
    Ok(mesh.positions_mm.iter().filter_map(need).collect())
}

/// Moves the points as any net needs it, each with what lies around it, so that nets that run into each other
/// stay together; false where nothing is needed.
fn take_along(
    nets: &mut [Vec<Vec<Vec3>>],
    need: impl Fn(&[Vec<Vec3>]) -> Result<Vec<Needed>, NetError>,
    reach_mm: (f32, f32),
) -> Result<bool, NetError> {
    let mut needed = Vec::new();
    for rings in nets.iter() {
        needed.extend(need(rings)?);
    }
    for p in nets.iter_mut().flatten().flatten() {
        let mut most = Vec3::ZERO;
        for (from, by) in &needed {
            let away = from.distance(*p);
            let share = ((reach_mm.1 - away) / (reach_mm.1 - reach_mm.0)).clamp(0.0, 1.0);
            let by = *by * (share * share * (3.0 - 2.0 * share));
            if by.length_squared() > most.length_squared() {
                most = by;
            }
        }
        *p += most;
    }
    Ok(!needed.is_empty())
}

#[cfg(test)]
mod tests;
