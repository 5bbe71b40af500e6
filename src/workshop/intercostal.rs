//! The muscles between the ribs, made by rule from the nets of the ribs: a thin sheet in each of the eleven spaces,
//! whose fibres run slantwise from the lower border of one rib to the upper border of the next, in the wall that lies
//! between the two borders. What lies outside of that wall and what lies inside of it never meet.
//!
//! Not here: how the ribs were measured (`bone`), what a recipe says (`recipe::intercostal`).

use super::recipe::intercostal::Intercostals;
use glam::Vec3;

/// The upright axis about which the chest is walked around, x and z, millimetres.
const AXIS: (f32, f32) = (0.0, 95.0);
/// Fibres across a space, one for so many millimetres of its length, and at least, at most.
const ONE_FOR_MM: f32 = 13.0;
/// See [`ONE_FOR_MM`].
const ACROSS: (usize, usize) = (5, 22);
/// A space that is lower than this, millimetres, holds no muscle: there two cartilages join.
const LEAST_MM: f32 = 3.0;
/// A border is where a ring of the rib is highest, and what is lower by so much counts a third, millimetres.
const EDGE_MM: f32 = 1.2;
/// Where a sheet is cut off at the breastbone, its last fibres begin beside it: how far beyond it their middles would
/// lie, as shares of half of the way that they run on along it.
const CUT_OFF: [f32; 3] = [0.3, 0.6, 0.85];
/// Rings along a fibre.
const RINGS: usize = 4;
/// So far a fibre runs onto the rib at both ends, as a share of its length: no crack is left between them.
const ONTO_THE_RIB: f32 = 0.06;
/// At both ends a sheet is so much thinner, and one on the outside lies so much nearer to the border of the rib.
const AT_THE_RIB: f32 = 0.4;
/// A sheet is no narrower than this angle.
const LEAST_ANGLE: f32 = 0.1;
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
            // A flat rib has two edges of nearly one height: the place between them, lest the border jumps.
            let most = ring.iter().map(height).fold(f32::NEG_INFINITY, f32::max);
            let weight = |p: &Vec3| ((height(p) - most) / EDGE_MM).exp();
            let weights: f32 = ring.iter().map(weight).sum();
            if weights <= 0.0 {
                continue;
            }
            let place = ring.iter().map(|p| *p * weight(p)).sum::<Vec3>() / weights;
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

/// Half of a fibre's run along its space, so far from the sheet's free end: there it stands upright, and it turns into
/// its own direction from there on, so that no two fibres meet.
fn upright_near(away: f32, half: f32) -> f32 {
    match away < 2.0 * half {
        true => away - away * away / (4.0 * half),
        false => half,
    }
}

/// A fibre of a sheet.
struct Fibre {
    /// Angles at the border above and at the one below.
    angles: (f32, f32),
    /// Where it begins and ends on the way from the one to the other, as shares.
    ends: (f32, f32),
}

/// The space between two ribs.
struct Space {
    above: Border,
    below: Border,
}

impl Space {
    /// The place in the wall at an angle, so far on the way from the border above to the one below.
    fn wall(&self, angle: f32, share: f32) -> Vec3 {
        let (above, below) = (self.above.at(angle), self.below.at(angle));
        above + (below - above) * share
    }

    /// From where to where the ribs lie beside each other with room between them.
    fn range(&self) -> Option<(f32, f32)> {
        let ((a0, a1), (b0, b1)) = (self.above.range(), self.below.range());
        let (from, to) = (a0.max(b0), a1.min(b1));
        let step = (to - from) / STEPS as f32;
        let angles = (0..=STEPS).map(|n| from + step * n as f32);
        let roomy = |&angle: &f32| self.above.at(angle).y - self.below.at(angle).y >= LEAST_MM;
        let first = angles.clone().find(roomy)?;
        let last = angles.rev().find(roomy)?;
        (last - first >= LEAST_ANGLE).then_some((first, last))
    }

    /// By how much the lower end of a fibre with its middle at an angle lies further forwards than that.
    fn half(&self, slant: f32, angle: f32) -> f32 {
        let (above, below) = (self.above.at(angle), self.below.at(angle));
        let radius = Vec3::new(above.x - AXIS.0, 0.0, above.z - AXIS.1).length();
        0.5 * slant * above.distance(below) / radius.max(1.0)
    }

    /// The angles between two, one for so many millimetres of the way along the middle of the space.
    fn spaced(&self, from: f32, to: f32) -> Vec<f32> {
        let angle_of_step = |step: usize| from + (to - from) * step as f32 / STEPS as f32;
        let mut way = vec![0.0f32];
        for step in 1..=STEPS {
            let [before, here] = [step - 1, step].map(|n| self.wall(angle_of_step(n), 0.5));
            way.push(way[step - 1] + before.distance(here));
        }
        let length = way[STEPS];
        let across = ((length / ONE_FOR_MM) as usize).clamp(ACROSS.0, ACROSS.1);
        let at = |k: usize| length * k as f32 / (across - 1) as f32;
        (0..across)
            .map(|k| angle_of_step(way.partition_point(|&w| w < at(k)).min(STEPS)))
            .collect()
    }

    /// The fibres of a sheet, from the spine forwards.
    fn fibres(&self, recipe: &Intercostals) -> Option<Vec<Fibre>> {
        let (first, last) = self.range()?;
        let at = |share: f32| first + (last - first) * share;
        let (from, to) = (at(recipe.reach.0), at(recipe.reach.1));
        if to - from < LEAST_ANGLE {
            return None;
        }
        let half = |angle: f32| self.half(recipe.slant, angle);
        let cut_off = !recipe.cartilages.is_empty();
        let mut middles = self.spaced(from, to);
        if cut_off {
            middles.extend(CUT_OFF.map(|share| to + share * half(to).abs()));
        }
        let fibre = |middle: f32| {
            let mut half = half(middle);
            half = half.signum() * upright_near(middle - from, half.abs());
            if !cut_off {
                half = half.signum() * upright_near(to - middle, half.abs());
            }
            let (top, bottom) = (middle - half, middle + half);
            let mut ends = (-ONTO_THE_RIB, 1.0 + ONTO_THE_RIB);
            if cut_off && top > to {
                ends.0 = (to - top) / (bottom - top);
            } else if cut_off && bottom > to {
                ends.1 = (to - top) / (bottom - top);
            }
            Fibre {
                angles: (top, bottom),
                ends,
            }
        };
        Some(middles.into_iter().map(fibre).collect())
    }
}

/// The rings of the sheet between two neighbouring ribs, millimetres, rounded to 0.1 mm; `None` where the ribs lie beside
/// each other nowhere. Where there are cartilages, the rings of a rib go on with those of its cartilage.
#[must_use]
pub fn rings_between(
    recipe: &Intercostals,
    upper: &[Vec<Vec3>],
    lower: &[Vec<Vec3>],
) -> Option<Vec<Vec<Vec3>>> {
    let space = Space {
        above: Border::of(upper, true),
        below: Border::of(lower, false),
    };
    let fibres = space.fibres(recipe)?;
    let last = fibres.len() - 1;
    let half_mm = recipe.thickness_mm / 2.0;
    let rings = (0..RINGS).map(|ring| {
        let share = ring as f32 / (RINGS - 1) as f32;
        let row: Vec<Vec3> = fibres
            .iter()
            .map(|fibre| {
                let share = fibre.ends.0 + (fibre.ends.1 - fibre.ends.0) * share;
                let (top, bottom) = fibre.angles;
                space.wall(top + (bottom - top) * share, share)
            })
            .collect();
        let at_end = ring == 0 || ring == RINGS - 1;
        let thinner = if at_end { AT_THE_RIB } else { 1.0 };
        // On the inside it stays, where it springs from the inner lip of the border.
        let nearer = if recipe.outward_mm > 0.0 {
            thinner
        } else {
            1.0
        };
        let out =
            |p: Vec3, by_mm: f32| p + outward(p) * (recipe.outward_mm * nearer + by_mm * thinner);
        let face = |by_mm: f32| row[1..last].iter().map(move |&p| out(p, by_mm));
        let mut places = vec![out(row[0], 0.0)];
        places.extend(face(half_mm));
        places.push(out(row[last], 0.0));
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
            cartilages: Vec::new(),
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
    fn sheets_follow_the_wall_however_slantwise_they_run() {
        for (outward_mm, inside) in [(3.0, false), (-3.0, true)] {
            let recipe = Intercostals {
                outward_mm,
                ..recipe(3.0)
            };
            let rings = rings_between(&recipe, &rib(1300.0), &rib(1270.0)).unwrap();
            for p in rings.iter().flatten() {
                let radius = Vec3::new(p.x - AXIS.0, 0.0, p.z - AXIS.1).length();
                assert_eq!(radius < 130.0, inside, "{radius} at {outward_mm}");
            }
        }
    }

    #[test]
    fn before_the_breastbone_a_sheet_is_filled_up_to_its_edge() {
        let last_of_row = |recipe: &Intercostals| -> Vec<Vec3> {
            let rings = rings_between(recipe, &rib(1300.0), &rib(1270.0)).unwrap();
            let across = rings[0].len() / 2 + 1;
            let upper = &rings[0][..across];
            upper.iter().skip(across - 4).copied().collect()
        };
        let open = last_of_row(&recipe(-0.9));
        let filled = last_of_row(&Intercostals {
            cartilages: vec!["c".into()],
            ..recipe(-0.9)
        });
        let low = |places: &[Vec3]| places.iter().map(|p| p.y).fold(f32::INFINITY, f32::min);
        // Upper ends lie on the upper rib where a sheet is open, down to the lower one beside the breastbone.
        assert!(low(&open) > 1294.0, "{open:?}");
        assert!(low(&filled) < 1280.0, "{filled:?}");
        for pair in filled.windows(2) {
            let turned = angle_of(pair[1]) - angle_of(pair[0]);
            assert!(turned.abs() < 0.03 && pair[1].y < pair[0].y, "{filled:?}");
        }
    }

    #[test]
    fn ribs_that_lie_beside_each_other_nowhere_have_nothing_between_them() {
        let short: Vec<Vec<Vec3>> = rib(1270.0).into_iter().take(2).collect();
        assert_eq!(rings_between(&recipe(1.0), &rib(1300.0), &short[..1]), None);
    }
}
