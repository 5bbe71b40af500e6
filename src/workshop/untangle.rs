//! Takes a net out of itself.
//!
//! Where a muscle is thin, the two faces that were measured can lie through each other, and where it is creased, its rings
//! can. Drawn, such places are specks and torn edges. Here the points about them are drawn towards their neighbours,
//! and the two faces are kept apart, until the surface nowhere passes through itself. The rest of the net stays.

use super::moved_points::write_back;
use crate::{
    anatomy::{
        crossing::crossing_triangles,
        mesh::SurfaceMesh,
        ray_index::RayIndex,
        ring_net::{Fineness, NetError, rings_of_net, surface_of_rings, surface_without_fibres},
    },
    model::facts::Shape,
};
use glam::Vec3;

/// Rounds at most.
const ROUNDS: usize = 80;
/// The surface stays this near to what it was, millimetres.
const MOST_STRAYED_MM: f32 = 3.0;
/// How far a round moves a point towards the middle of its neighbours, and away from it again, as shares of the way:
/// what is bent from point to point goes, and what is bent over more of them stays.
const THERE_AND_BACK: [f32; 2] = [0.5, -0.52];
/// The two faces are kept this far apart, millimetres.
const LEAST_THICK_MM: f32 = 0.6;
/// And moved apart by no more than this in a round.
const STEP_MM: f32 = 0.15;
/// What lies this near to where the surface passes through itself is moved: in full, and not at all, as shares of the
/// distance of the net's points.
const NEAR: (f32, f32) = (1.0, 2.2);

/// How a structure's nets are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// Net by net, with fibres.
    Soft,
    /// As a bone.
    Bone,
}

impl Drawn {
    fn surface(self, rings: &[Vec<Vec3>]) -> Result<SurfaceMesh, NetError> {
        match self {
            Self::Soft => surface_of_rings(rings, Fineness::for_rings(rings)),
            Self::Bone => surface_without_fibres(rings, Fineness::for_bone(rings)),
        }
    }
}

/// Takes every net of a shape out of itself; how far a point was moved at most, millimetres. A net that would have to be
/// drawn otherwise than it was measured for that stays as it is.
///
/// # Errors
/// A net that is no surface; see [`NetError`].
pub fn untangle(shape: &mut Shape, drawn: Drawn) -> Result<f32, NetError> {
    let mut farthest_mm = 0.0_f32;
    // Several nets of a bone are drawn by their union.
    if drawn == Drawn::Bone && shape.nets.len() > 1 {
        return Ok(farthest_mm);
    }
    for net in shape.nets.iter_mut().chain(&mut shape.built) {
        let start = rings_of_net(net)?;
        if let Some(rings) = untangled(&start, drawn)? {
            farthest_mm = farthest_mm.max(write_back(net, &start, &rings));
        }
    }
    Ok(farthest_mm)
}

/// The rings as they are to be, if something had to be moved and could be.
fn untangled(start: &[Vec<Vec3>], drawn: Drawn) -> Result<Option<Vec<Vec<Vec3>>>, NetError> {
    let before = drawn.surface(start)?;
    if crossing_triangles(&before).is_empty() {
        return Ok(None);
    }
    let sign = turning_sense(start);
    let mut now = start.to_vec();
    for round in 0..ROUNDS {
        // What is too bent for going there and back is drawn straight at last.
        let ways = match round < ROUNDS / 2 {
            true => THERE_AND_BACK.as_slice(),
            false => &THERE_AND_BACK[..1],
        };
        let mesh = drawn.surface(&now)?;
        let pairs = crossing_triangles(&mesh);
        if pairs.is_empty() {
            let strayed_mm = farthest_mm(&before, &mesh).max(farthest_mm(&mesh, &before));
            return Ok((strayed_mm < MOST_STRAYED_MM).then_some(now));
        }
        let triangles = pairs.iter().flatten();
        let corners = triangles.flat_map(|t| mesh.corners_mm(mesh.triangles[*t as usize]));
        let about: Vec<Vec3> = corners.collect();
        let shares = shares_of(&now, &about);
        for share in ways {
            draw_together(&mut now, &shares, *share);
        }
        keep_apart(&mut now, &shares, sign);
    }
    Ok(None)
}

/// How far a surface lies from another at most, millimetres.
fn farthest_mm(from: &SurfaceMesh, to: &SurfaceMesh) -> f32 {
    let to = RayIndex::build(to);
    let far = |p: &Vec3| to.nearest(*p).map_or(f32::INFINITY, |at| at.distance_mm);
    from.positions_mm.iter().map(far).fold(0.0, f32::max)
}

/// How much each point is to be moved, 0 to 1, by how near it lies to places where something is wrong.
fn shares_of(rings: &[Vec<Vec3>], about: &[Vec3]) -> Vec<Vec<f32>> {
    let share = |ring: usize, k: usize| {
        let p = rings[ring][k];
        let points = rings[ring].len();
        let beside = rings[ring][(k + 1) % points];
        let next = rings[if ring + 1 < rings.len() {
            ring + 1
        } else {
            ring - 1
        }][k];
        let step_mm = p.distance(beside).max(p.distance(next));
        let nearest = about.iter().map(|place| place.distance_squared(p));
        let far = nearest.fold(f32::INFINITY, f32::min).sqrt() / step_mm.max(0.1);
        1.0 - ((far - NEAR.0) / (NEAR.1 - NEAR.0)).clamp(0.0, 1.0)
    };
    let numbered = rings.iter().enumerate();
    numbered
        .map(|(ring, points)| (0..points.len()).map(|k| share(ring, k)).collect())
        .collect()
}

/// Moves points towards the middle of their neighbours; those on the two edges only along these, so that a sheet does not
/// become narrower.
fn draw_together(rings: &mut [Vec<Vec3>], shares: &[Vec<f32>], share: f32) {
    let before = rings.to_vec();
    for (ring, points) in rings.iter_mut().enumerate() {
        let count = points.len();
        for (k, point) in points.iter_mut().enumerate() {
            let own = &before[ring];
            let around = (own[(k + count - 1) % count] + own[(k + 1) % count]) / 2.0;
            let inner = ring > 0 && ring + 1 < before.len();
            let along = inner.then(|| (before[ring - 1][k] + before[ring + 1][k]) / 2.0);
            let is_edge = k == 0 || 2 * k == count;
            let middle = match (along, is_edge) {
                (Some(along), true) => along,
                (Some(along), false) => (along + around) / 2.0,
                (None, true) => continue,
                (None, false) => around,
            };
            *point += (middle - *point) * share * shares[ring][k];
        }
    }
}

/// Keeps each point over the one on the other face.
fn keep_apart(rings: &mut [Vec<Vec3>], shares: &[Vec<f32>], sign: f32) {
    let before = rings.to_vec();
    for (ring, points) in rings.iter_mut().enumerate() {
        let count = points.len();
        for k in 1..count.div_ceil(2) {
            let across = count - k;
            let out = normal(&before, ring, k) - normal(&before, ring, across);
            let out = (out * sign).normalize_or_zero();
            let thick_mm = (before[ring][k] - before[ring][across]).dot(out);
            let by = out * ((LEAST_THICK_MM - thick_mm) / 2.0).clamp(0.0, STEP_MM);
            points[k] += by * shares[ring][k];
            points[across] -= by * shares[ring][across];
        }
    }
}

/// Across the net at a point: outward or inward, as the rings turn.
fn normal(rings: &[Vec<Vec3>], ring: usize, k: usize) -> Vec3 {
    let count = rings[ring].len();
    let around = rings[ring][(k + 1) % count] - rings[ring][(k + count - 1) % count];
    let (before, after) = (ring.saturating_sub(1), (ring + 1).min(rings.len() - 1));
    let along = rings[after][k] - rings[before][k];
    around.cross(along).normalize_or_zero()
}

/// 1 where [`normal`] leads outward, -1 where inward.
fn turning_sense(rings: &[Vec<Vec3>]) -> f32 {
    let mut sum = 0.0;
    for (ring, points) in rings.iter().enumerate() {
        let middle = points.iter().sum::<Vec3>() / points.len().max(1) as f32;
        let out = |k: usize| normal(rings, ring, k).dot(points[k] - middle);
        sum += (0..points.len()).map(out).sum::<f32>();
    }
    if sum < 0.0 { -1.0 } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A flat band 60 mm long and 20 mm wide, whose faces change places over a third of it, by a millimetre each.
    fn tangled() -> Vec<Vec<Vec3>> {
        let ring = |i: i32| -> Vec<Vec3> {
            let thick = if (5..8).contains(&i) { -1.0 } else { 1.0 };
            let point = |k: i32| {
                let angle = std::f32::consts::TAU * k as f32 / 16.0;
                Vec3::new(10.0 * angle.cos(), 5.0 * i as f32, thick * angle.sin())
            };
            (0..16).map(point).collect()
        };
        (0..13).map(ring).collect()
    }

    fn pairs(rings: &[Vec<Vec3>]) -> usize {
        let mesh = surface_of_rings(rings, Fineness::for_rings(rings)).unwrap();
        crossing_triangles(&mesh).len()
    }

    #[test]
    fn faces_that_lie_through_each_other_come_apart_and_the_rest_stays() {
        let before = tangled();
        assert!(pairs(&before) > 5);
        let after = untangled(&before, Drawn::Soft).unwrap().unwrap();
        assert_eq!(pairs(&after), 0);
        for ring in [0, 1, 11, 12] {
            assert_eq!(before[ring], after[ring]);
        }
        let moved = before.iter().flatten().zip(after.iter().flatten());
        let farthest = moved.map(|(a, b)| a.distance(*b)).fold(0.0, f32::max);
        assert!(farthest < 3.0, "{farthest}");
    }

    #[test]
    fn a_sound_net_is_not_touched() {
        let sound: Vec<Vec<Vec3>> = tangled().into_iter().take(4).collect();
        assert_eq!(untangled(&sound, Drawn::Soft).unwrap(), None);
    }
}
