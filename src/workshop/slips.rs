//! Slips: narrow flat bundles from process to process, and those by which a measured belly ends on bone.
//!
//! A slip is a curve between two places, a width and a thickness along it, and the sides that it faces. Ends on bone are
//! laid on the bone; between them the slip is pushed out of what it lies on. An end in a belly starts inside of it, at
//! its edge, and leaves it along its fibres. Not here: which slips a muscle has (`recipes/slips/`).

use super::{
    recipe::slips::{Belly, Direction, Ends, Slips},
    sheet::eased,
};
use crate::anatomy::{
    place::{Landmarks, PlaceError, resolve_place},
    ray_index::RayIndex,
    ring_net::{Fineness, NetError, surface_of_rings},
};
use glam::Vec3;

/// Vertebrae from above.
const VERTEBRAE: [&str; 24] = [
    "C1", "C2", "C3", "C4", "C5", "C6", "C7", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9",
    "T10", "T11", "T12", "L1", "L2", "L3", "L4", "L5",
];
/// An end is laid on bone from so far outside, millimetres, and not where the bone is further from its place.
const LOOK_MM: f32 = 30.0;
/// See [`LOOK_MM`].
const NEAR_MM: f32 = 12.0;
/// Rounds of pushing and smoothing.
const ROUNDS: usize = 12;
/// Where across its width a slip is kept clear, as shares of the half width.
const LANES: [f32; 3] = [-0.75, 0.0, 0.75];
/// Nothing of a slip lies nearer to the midline, millimetres.
const MIDLINE_MM: f32 = 0.4;
/// How round a slip's section is: 1 an ellipse, less fuller.
const FULL: f32 = 0.85;

/// Why slips cannot be built.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum SlipError {
    /// A place of an end is not known.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// A vertebra that does not exist.
    #[error("there is no vertebra {0}")]
    Vertebra(String),
    /// The belly has no such net.
    #[error("the measured belly has no net {0}")]
    NoBelly(usize),
    /// A net of the belly is no surface.
    #[error(transparent)]
    Net(#[from] NetError),
    /// The two ends are at one place.
    #[error("a slip begins where it ends")]
    NoLength,
}

/// What slips of one kind lie among.
struct Among<'a> {
    /// Which way they face at either end.
    faces: (Vec3, Vec3),
    /// What they are pushed out of.
    obstacles: &'a [RayIndex],
    /// The measured belly, in which they are let be: it lies where it lies.
    belly: &'a [RayIndex],
}

/// One end of a slip.
#[derive(Clone, Copy)]
struct End {
    at: Vec3,
    /// Along the fibres, where the end lies in a belly.
    along: Option<Vec3>,
}

/// The rings of each slip, millimetres. `belly` are the rings of the measured nets, `obstacles` the surfaces of
/// `clear_of`.
///
/// # Errors
/// See [`SlipError`].
pub fn rings_of_slips(
    slips: &Slips,
    landmarks: &Landmarks,
    belly: &[Vec<Vec<Vec3>>],
    obstacles: &[RayIndex],
) -> Result<Vec<Vec<Vec<Vec3>>>, SlipError> {
    let faces = (unit(slips.faces.0), unit(slips.faces.1));
    let on_bone = |at: Vec3, face: Vec3| End {
        at: laid(at, face, obstacles),
        along: None,
    };
    let in_belly = |from: &Belly, to: Vec3| {
        let rings = belly.get(from.net).ok_or(SlipError::NoBelly(from.net))?;
        Ok::<End, SlipError>(leaving(rings, from, to))
    };
    let among = Among {
        faces,
        obstacles,
        belly: &belly
            .iter()
            .map(|rings| {
                let surface = surface_of_rings(rings, Fineness::for_rings(rings))?;
                Ok(RayIndex::build(&surface))
            })
            .collect::<Result<Vec<_>, NetError>>()?,
    };
    let place = |place| resolve_place(place, landmarks);
    let mut ends: Vec<(End, End)> = Vec::new();
    match &slips.ends {
        Ends::Pairs(pairs) => {
            for (from, to) in pairs {
                let (from, to) = (place(from)?, place(to)?);
                ends.push((on_bone(from, faces.0), on_bone(to, faces.1)));
            }
        }
        Ends::Levels { .. } => {
            for (from, to) in levels(&slips.ends, landmarks)? {
                ends.push((on_bone(from, faces.0), on_bone(to, faces.1)));
            }
        }
        Ends::FromBelly(from, places) => {
            for to in places {
                let to = on_bone(place(to)?, faces.1);
                ends.push((in_belly(from, to.at)?, to));
            }
        }
        Ends::IntoBelly(places, into) => {
            for from in places {
                let from = on_bone(place(from)?, faces.0);
                let above = Belly {
                    away_mm: -into.away_mm,
                    ..into.clone()
                };
                ends.push((from, in_belly(&above, from.at)?));
            }
        }
    }
    ends.into_iter()
        .map(|(from, to)| {
            if from.at.distance(to.at) < 1.0 {
                return Err(SlipError::NoLength);
            }
            Ok(slip(slips, from, to, &among))
        })
        .collect()
}

fn unit((x, y, z): Direction) -> Vec3 {
    Vec3::new(x, y, z).normalize_or(-Vec3::Z)
}

/// The places between which the slips from level to level run.
fn levels(ends: &Ends, landmarks: &Landmarks) -> Result<Vec<(Vec3, Vec3)>, SlipError> {
    let Ends::Levels {
        from,
        to,
        vertebrae: (lowest, highest),
        up,
    } = ends
    else {
        return Ok(Vec::new());
    };
    let number = |name: &String| {
        let found = VERTEBRAE.iter().position(|vertebra| vertebra == name);
        found.ok_or_else(|| SlipError::Vertebra(name.clone()))
    };
    let at = |vertebra: usize, (process, beside): &(String, Direction)| {
        let id = format!("{}.{process}", VERTEBRAE[vertebra]);
        let found = landmarks.get(&id);
        let found = found.map(|at| at + Vec3::from(*beside));
        found.ok_or(PlaceError::UnknownLandmark(id))
    };
    let mut all = Vec::new();
    for vertebra in (number(highest)?..=number(lowest)?).rev() {
        for up in up.iter().filter(|up| **up <= vertebra) {
            all.push((at(vertebra, from)?, at(vertebra - up, to)?));
        }
    }
    Ok(all)
}

/// The place on bone, seen from the side that the slip faces there; the place itself where no bone is near.
fn laid(at: Vec3, face: Vec3, obstacles: &[RayIndex]) -> Vec3 {
    let eye = at + face * LOOK_MM;
    let seen = obstacles
        .iter()
        .filter_map(|bone| bone.first_hit(eye, -face))
        .map(|hit| hit.point_mm)
        .filter(|point| point.distance(at) < NEAR_MM)
        .min_by(|a, b| a.distance(eye).total_cmp(&b.distance(eye)));
    // Beside the bone as it is seen: the nearest place on it.
    let nearest = || {
        let near = obstacles.iter().filter_map(|bone| bone.nearest(at));
        let near = near.min_by(|a, b| a.distance_mm.total_cmp(&b.distance_mm))?;
        (near.distance_mm < NEAR_MM).then_some(near.point_mm)
    };
    seen.or_else(nearest).unwrap_or(at)
}

/// Where a slip leaves a belly for a place: so far along its middle from where that passes the place, and beside the
/// middle towards the edge on that side.
fn leaving(rings: &[Vec<Vec3>], belly: &Belly, to: Vec3) -> End {
    let middles: Vec<Vec3> = rings.iter().map(|ring| mean(ring)).collect();
    let mut way = vec![0.0f32];
    for pair in middles.windows(2) {
        way.push(way[way.len() - 1] + pair[0].distance(pair[1]));
    }
    let total = way[way.len() - 1];
    // The middle's way to where it passes the place.
    let (mut passed_mm, mut least_mm) = (0.0, f32::INFINITY);
    for (i, pair) in middles.windows(2).enumerate() {
        let run = pair[1] - pair[0];
        let share = ((to - pair[0]).dot(run) / run.length_squared().max(1e-6)).clamp(0.0, 1.0);
        let apart = to.distance(pair[0] + run * share);
        if apart < least_mm {
            (passed_mm, least_mm) = (way[i] + run.length() * share, apart);
        }
    }
    let at_mm = (passed_mm - belly.away_mm).clamp(0.02 * total, 0.98 * total);
    let after = way
        .partition_point(|&way| way < at_mm)
        .clamp(1, way.len() - 1);
    let share = (at_mm - way[after - 1]) / (way[after] - way[after - 1]).max(1e-6);
    let half = rings[0].len() / 2;
    let point = |k: usize| rings[after - 1][k].lerp(rings[after][k], share);
    let middle = middles[after - 1].lerp(middles[after], share);
    let (one, other) = (point(0), point(half));
    let edge = match one.distance(to) < other.distance(to) {
        true => one,
        false => other,
    };
    End {
        at: middle.lerp(edge, belly.beside),
        along: (middles[after] - middles[after - 1]).try_normalize(),
    }
}

/// The rings of one slip.
fn slip(slips: &Slips, from: End, to: End, among: &Among) -> Vec<Vec<Vec3>> {
    let faces = among.faces;
    let run = to.at - from.at;
    let length = run.length();
    let leave = from.along.unwrap_or(run / length) * length;
    let arrive = to.along.unwrap_or(run / length) * length;
    let shares: Vec<f32> = (0..slips.rings)
        .map(|i| i as f32 / (slips.rings - 1) as f32)
        .collect();
    let mut line: Vec<Vec3> = shares
        .iter()
        .map(|&t| {
            let (t2, t3) = (t * t, t * t * t);
            let bow = faces.0.lerp(faces.1, t).normalize_or(faces.0) * slips.bow_mm;
            from.at * (2.0 * t3 - 3.0 * t2 + 1.0)
                + leave * (t3 - 2.0 * t2 + t)
                + to.at * (3.0 * t2 - 2.0 * t3)
                + arrive * (t3 - t2)
                + bow * (4.0 * t * (1.0 - t))
        })
        .collect();
    for _ in 0..ROUNDS {
        if !push_clear(slips, &mut line, &shares, among) {
            break;
        }
    }
    let frames = frames(&line, &shares, faces);
    frames
        .into_iter()
        .zip(&line)
        .zip(&shares)
        .map(|(((across, out), &middle), &f)| {
            let half_width = eased(&slips.width_mm, f) * 0.5;
            let half_thick = eased(&slips.thickness_mm, f) * 0.5;
            (0..slips.points)
                .map(|k| {
                    let angle = std::f32::consts::TAU * k as f32 / slips.points as f32;
                    let (sin, cos) = angle.sin_cos();
                    let up = sin.signum() * sin.abs().powf(FULL);
                    let mut p = middle + across * (half_width * cos) + out * (half_thick * up);
                    p.x = p.x.max(MIDLINE_MM);
                    p
                })
                .collect()
        })
        .collect()
}

/// At each place of a line, the direction across the slip and the one that it faces.
fn frames(line: &[Vec3], shares: &[f32], faces: (Vec3, Vec3)) -> Vec<(Vec3, Vec3)> {
    let last = line.len() - 1;
    shares
        .iter()
        .enumerate()
        .map(|(i, &f)| {
            let along = (line[(i + 1).min(last)] - line[i.saturating_sub(1)]).normalize_or(Vec3::Y);
            let face = faces.0.lerp(faces.1, f);
            let out = face
                .reject_from_normalized(along)
                .try_normalize()
                .unwrap_or_else(|| along.any_orthonormal_vector());
            (along.cross(out), out)
        })
        .collect()
}

/// Moves the line out of what it lies on, between its ends; false where it is clear.
fn push_clear(slips: &Slips, line: &mut [Vec3], shares: &[f32], among: &Among) -> bool {
    let last = line.len() - 1;
    let frames = frames(line, shares, among.faces);
    let in_belly: Vec<bool> = line
        .iter()
        .map(|&p| among.belly.iter().any(|belly| belly.contains(p)))
        .collect();
    let mut by = vec![Vec3::ZERO; line.len()];
    let mut pushed = false;
    for i in (1..last).filter(|&i| !in_belly[i]) {
        let (across, out) = frames[i];
        let half_width = eased(&slips.width_mm, shares[i]) * 0.5;
        let half_thick = eased(&slips.thickness_mm, shares[i]) * 0.5;
        // The rings beside an end run up to the bone.
        let ramp = (shares[i].min(1.0 - shares[i]) / 0.25).min(1.0);
        for lane in LANES {
            let p = line[i] + across * (half_width * lane);
            let thick = half_thick * (1.0 - lane * lane).sqrt();
            for bone in among.obstacles {
                let need = need(p, out, (thick + slips.gap_mm) * ramp, bone);
                if need.length_squared() > by[i].length_squared() {
                    by[i] = need;
                }
            }
        }
        pushed |= by[i] != Vec3::ZERO;
    }
    // What lies around is taken along half the way, so that no step remains.
    let own = by.clone();
    for i in (1..last).filter(|&i| !in_belly[i]) {
        for beside in [own[i - 1], own[i + 1]] {
            if (beside * 0.5).length_squared() > by[i].length_squared() {
                by[i] = beside * 0.5;
            }
        }
        line[i] += by[i];
    }
    pushed
}

/// By what a place has to be moved to lie so far outside of a surface: the shortest way out, or out to the side that
/// the slip faces where that would lead through the bone.
fn need(p: Vec3, out: Vec3, clear_mm: f32, bone: &RayIndex) -> Vec3 {
    let Some(at) = bone.nearest(p) else {
        return Vec3::ZERO;
    };
    if at.distance_mm > LOOK_MM {
        return Vec3::ZERO;
    }
    let inside = bone.contains(p);
    let depth = if inside {
        at.distance_mm
    } else {
        -at.distance_mm
    };
    let by = depth + clear_mm;
    if by <= 0.05 {
        return Vec3::ZERO;
    }
    let way = if inside {
        at.point_mm - p
    } else {
        p - at.point_mm
    };
    let way = way.normalize_or(at.normal);
    if way.dot(out) > -0.1 {
        return way * by;
    }
    let exit = bone.first_hit(p, out).map_or(0.0, |hit| hit.distance_mm);
    match inside {
        true => out * (exit + clear_mm).min(LOOK_MM),
        false => out * by,
    }
}

fn mean(points: &[Vec3]) -> Vec3 {
    points.iter().sum::<Vec3>() / points.len().max(1) as f32
}

#[cfg(test)]
mod tests;
