//! The muscles between the ribs, made by rule from the nets of the ribs: a thin sheet in each of the eleven spaces,
//! whose fibres run slantwise from the lower border of one rib to the upper border of the next.
//!
//! Not here: how the ribs were measured (`bone`), what a recipe says (`recipe::intercostal`).

use super::recipe::intercostal::Intercostals;
use glam::Vec3;

/// The upright axis about which the chest is walked around, x and z, millimetres.
const AXIS: (f32, f32) = (0.0, 95.0);
/// Fibres across a space, one for so many millimetres of its length, and at least, at most.
const ONE_FOR_MM: f32 = 13.0;
/// See [`ONE_FOR_MM`].
const ACROSS: (usize, usize) = (5, 20);
/// Rings along a fibre.
const RINGS: usize = 4;
/// So far a fibre runs onto the rib at both ends, as a share of its length: no crack is left between them.
const ONTO_THE_RIB: f32 = 0.06;
/// Steps in which the way around the chest is walked.
const STEPS: usize = 240;

/// The border of a rib: places by the angle about the axis, from the spine forwards.
struct Border(Vec<(f32, Vec3)>);

impl Border {
    /// The lower border, or the upper one, of a rib's rings, which run from the spine forwards.
    fn of(rings: &[Vec<Vec3>], lower: bool) -> Self {
        let middles: Vec<Vec3> = rings
            .iter()
            .map(|ring| ring.iter().sum::<Vec3>() / ring.len().max(1) as f32)
            .collect();
        let mut places: Vec<(f32, Vec3)> = Vec::new();
        for (n, ring) in rings.iter().enumerate() {
            let (before, after) = (n.saturating_sub(1), (n + 1).min(rings.len() - 1));
            let along = (middles[after] - middles[before]).normalize_or_zero();
            let up = (Vec3::Y - along * along.y).normalize_or(Vec3::Y);
            let up = if lower { -up } else { up };
            let height = |p: &Vec3| (*p - middles[n]).dot(up);
            let Some(place) = ring
                .iter()
                .copied()
                .max_by(|a, b| height(a).total_cmp(&height(b)))
            else {
                continue;
            };
            let angle = angle_of(place);
            // The head of a rib lies before its neck: the border begins where the rib leaves the spine.
            if places.last().is_some_and(|(last, _)| angle <= *last) {
                if places.len() < 3 {
                    places.clear();
                } else {
                    continue;
                }
            }
            places.push((angle, place));
        }
        Self(places)
    }

    fn range(&self) -> (f32, f32) {
        match (self.0.first(), self.0.last()) {
            (Some(first), Some(last)) => (first.0, last.0),
            _ => (0.0, 0.0),
        }
    }

    /// The place at an angle; beyond the ends the end.
    fn at(&self, angle: f32) -> Vec3 {
        let next = self.0.partition_point(|(a, _)| *a < angle);
        match (next.checked_sub(1).map(|n| self.0[n]), self.0.get(next)) {
            (Some((a, p)), Some(&(b, q))) => p.lerp(q, (angle - a) / (b - a).max(1e-6)),
            (Some((_, only)), None) | (None, Some(&(_, only))) => only,
            (None, None) => Vec3::ZERO,
        }
    }
}

/// Angle about the axis: 0 behind, a half turn in front.
fn angle_of(p: Vec3) -> f32 {
    (p.x - AXIS.0).atan2(AXIS.1 - p.z)
}

/// Outwards from the axis.
fn outward(p: Vec3) -> Vec3 {
    Vec3::new(p.x - AXIS.0, 0.0, p.z - AXIS.1).normalize_or(Vec3::NEG_Z)
}

/// The rings of the sheet between two neighbouring ribs, millimetres, rounded to 0.1 mm; `None` where the ribs lie beside each
/// other nowhere.
#[must_use]
pub fn rings_between(
    recipe: &Intercostals,
    upper: &[Vec<Vec3>],
    lower: &[Vec<Vec3>],
) -> Option<Vec<Vec<Vec3>>> {
    let (above, below) = (Border::of(upper, true), Border::of(lower, false));
    let ((a0, a1), (b0, b1)) = (above.range(), below.range());
    let (from, to) = (a0.max(b0), a1.min(b1));
    if to - from < 0.1 {
        return None;
    }
    let at = |share: f32| from + (to - from) * share;
    let (from, to) = (at(recipe.reach.0), at(recipe.reach.1));
    // The way along the middle of the space.
    let walked: Vec<(f32, f32)> = (0..=STEPS)
        .scan(
            (0.0, None),
            |(way, last): &mut (f32, Option<Vec3>), step| {
                let angle = from + (to - from) * step as f32 / STEPS as f32;
                let here = (above.at(angle) + below.at(angle)) / 2.0;
                *way += last.map_or(0.0, |last| here.distance(last));
                *last = Some(here);
                Some((*way, angle))
            },
        )
        .collect();
    let length = walked.last().map_or(0.0, |(way, _)| *way);
    let across = ((length / ONE_FOR_MM) as usize).clamp(ACROSS.0, ACROSS.1);
    let fibres: Vec<(Vec3, Vec3)> = (0..across)
        .map(|k| {
            let way = length * k as f32 / (across - 1) as f32;
            let next = walked.partition_point(|(w, _)| *w < way).min(STEPS);
            let angle = walked[next].1;
            let gap = above.at(angle).distance(below.at(angle));
            let radius = (above.at(angle) - Vec3::new(AXIS.0, 0.0, AXIS.1))
                .with_y(0.0)
                .length();
            // Half of the slant to either side, so that the fibre crosses the space about its own place.
            let half = 0.5 * recipe.slant * gap / radius.max(1.0);
            let start = above.at((angle - half).clamp(from, to));
            let end = below.at((angle + half).clamp(from, to));
            let onto = (end - start) * ONTO_THE_RIB;
            let out = |p: Vec3| p + outward(p) * recipe.outward_mm;
            (out(start - onto), out(end + onto))
        })
        .collect();
    let half_mm = recipe.thickness_mm / 2.0;
    let rings = (0..RINGS).map(|ring| {
        let share = ring as f32 / (RINGS - 1) as f32;
        let row: Vec<Vec3> = fibres.iter().map(|(a, b)| a.lerp(*b, share)).collect();
        let face = |out_mm: f32| {
            row[1..across - 1]
                .iter()
                .map(move |p| *p + outward(*p) * out_mm)
        };
        let mut places = vec![row[0]];
        places.extend(face(half_mm));
        places.push(row[across - 1]);
        places.extend(face(-half_mm).rev());
        places
            .into_iter()
            .map(|p| (p * 10.0).round() / 10.0)
            .collect()
    });
    Some(rings.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anatomy::ring_net::{Fineness, surface_of_rings};

    /// A level half hoop of rods 8 mm thick around the axis.
    fn rib(y: f32) -> Vec<Vec<Vec3>> {
        (0..=20)
            .map(|n| {
                let angle = 0.2 + 2.4 * n as f32 / 20.0;
                let middle = Vec3::new(
                    AXIS.0 + 130.0 * angle.sin(),
                    y,
                    AXIS.1 - 130.0 * angle.cos(),
                );
                let out = outward(middle);
                (0..8)
                    .map(|k| {
                        let (up, side) = (std::f32::consts::TAU * k as f32 / 8.0).sin_cos();
                        middle + Vec3::Y * (4.0 * up) + out * (4.0 * side)
                    })
                    .collect()
            })
            .collect()
    }

    fn recipe(slant: f32) -> Intercostals {
        Intercostals {
            structure: "between".into(),
            source: "TXT".into(),
            ribs: vec!["a".into(), "b".into()],
            slant,
            outward_mm: 1.0,
            thickness_mm: 2.0,
            reach: (0.0, 1.0),
        }
    }

    #[test]
    fn outer_fibres_run_down_and_forwards_inner_ones_down_and_backwards() {
        for slant in [1.0, -1.0] {
            let rings = rings_between(&recipe(slant), &rib(1300.0), &rib(1270.0)).unwrap();
            let (first, last) = (&rings[0], &rings[RINGS - 1]);
            // In the middle of the space: the ends are cut off by the ends of the ribs.
            let k = first.len() / 4;
            let turned = angle_of(last[k]) - angle_of(first[k]);
            assert!(turned * slant > 0.05, "{turned} at {slant}");
            assert!(first[k].y > last[k].y + 20.0);
            let mesh = surface_of_rings(&rings, Fineness::for_rings(&rings)).unwrap();
            assert!(mesh.is_closed() && mesh.signed_volume_mm3() > 0.0);
        }
    }

    #[test]
    fn ribs_that_lie_beside_each_other_nowhere_have_nothing_between_them() {
        let short: Vec<Vec<Vec3>> = rib(1270.0).into_iter().take(2).collect();
        assert_eq!(rings_between(&recipe(1.0), &rib(1300.0), &short[..1]), None);
    }
}
