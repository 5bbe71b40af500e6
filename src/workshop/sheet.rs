//! Muscles without a reference mesh, built from their attachments.
//!
//! A plan gives guide curves from the origin to the insertion, from one edge of the
//! muscle to the other, and a thickness; the sheet between them is pushed away from the
//! body's axis until it lies clear of what is under it. What comes out is a ring net like
//! the measured ones.

use crate::{
    anatomy::{
        place::{Landmarks, PlaceError, resolve_place},
        ray_index::RayIndex,
    },
    workshop::recipe::sheet::{MOST, Sheet},
};
use glam::Vec3;

/// Rays towards the body's axis start this far outside of the sheet, millimetres. What lies farther out is over it.
const LOOK_MM: f32 = 45.0;
/// Rounds of smoothing of what the sheet was pushed by.
const SMOOTHING: usize = 6;

/// Why a plan cannot be built.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum PlanError {
    /// A place of a guide is not known.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// Too few or too many guides, points or rings, or no thickness.
    #[error(
        "a sheet needs 2 to {MOST} guides of at least 2 places, 3 to {MOST} rings and points across, and a thickness"
    )]
    Form,
}

/// The rings of a sheet, millimetres, rounded to 0.1 mm. `obstacles` are the surfaces named in `clear_of`,
/// `skin` the skin, which is only asked where `under_skin_mm` is given.
pub fn rings_of_sheet(
    sheet: &Sheet,
    landmarks: &Landmarks,
    obstacles: &[RayIndex],
    skin: Option<&RayIndex>,
) -> Result<Vec<Vec<Vec3>>, PlanError> {
    let sound = (2..=MOST).contains(&sheet.guides.len())
        && sheet
            .guides
            .iter()
            .all(|guide| (2..=MOST).contains(&guide.len()))
        && (3..=MOST).contains(&sheet.rings)
        && (3..=MOST).contains(&sheet.across)
        && !sheet.thickness_mm.is_empty();
    if !sound {
        return Err(PlanError::Form);
    }
    let mut rows = Vec::new();
    for guide in &sheet.guides {
        let points = guide
            .iter()
            .map(|place| resolve_place(place, landmarks))
            .collect::<Result<Vec<Vec3>, PlaceError>>()?;
        rows.push(along(&points, sheet.rings));
    }
    // Ring by ring, from one edge to the other.
    let mut grid: Vec<Vec<Vec3>> = (0..sheet.rings)
        .map(|i| {
            let knots: Vec<Vec3> = rows.iter().map(|row| row[i]).collect();
            along(&knots, sheet.across)
        })
        .collect();
    push_clear(sheet, &mut grid, obstacles);
    if let (Some(skin), Some(depth_mm)) = (skin, sheet.under_skin_mm) {
        push_under(sheet, &mut grid, skin, depth_mm);
    }
    Ok(thicken(sheet, &grid))
}

/// `count` points evenly along a smooth curve through the knots.
fn along(knots: &[Vec3], count: usize) -> Vec<Vec3> {
    const FINE: usize = 24;
    let at = |i: isize| knots[i.clamp(0, knots.len() as isize - 1) as usize];
    let mut fine = Vec::new();
    for i in 0..knots.len() as isize - 1 {
        for step in 0..FINE {
            fine.push(centripetal(
                [at(i - 1), at(i), at(i + 1), at(i + 2)],
                step as f32 / FINE as f32,
            ));
        }
    }
    fine.push(at(knots.len() as isize - 1));
    let mut way = vec![0.0f32];
    for pair in fine.windows(2) {
        way.push(way[way.len() - 1] + pair[0].distance(pair[1]));
    }
    let total = way[way.len() - 1];
    (0..count)
        .map(|k| {
            let target = total * k as f32 / (count - 1) as f32;
            let i = way
                .partition_point(|&w| w < target)
                .clamp(1, fine.len() - 1);
            let t = (target - way[i - 1]) / (way[i] - way[i - 1]).max(1e-6);
            fine[i - 1].lerp(fine[i], t)
        })
        .collect()
}

/// Centripetal Catmull-Rom between the second and the third point: no loops at uneven spacing.
fn centripetal([p0, p1, p2, p3]: [Vec3; 4], t: f32) -> Vec3 {
    let knot = |a: Vec3, b: Vec3| a.distance(b).sqrt().max(1e-3);
    let (d0, d1, d2) = (knot(p0, p1), knot(p1, p2), knot(p2, p3));
    let slope = |a: Vec3, b: Vec3, c: Vec3, da: f32, db: f32| {
        ((b - a) / da - (c - a) / (da + db) + (c - b) / db) * d1
    };
    // A doubled end point stands for no neighbour: the curve leaves straight.
    let leave = if p0 == p1 {
        p2 - p1
    } else {
        slope(p0, p1, p2, d0, d1)
    };
    let arrive = if p2 == p3 {
        p2 - p1
    } else {
        slope(p1, p2, p3, d1, d2)
    };
    let (t2, t3) = (t * t, t * t * t);
    p1 * (2.0 * t3 - 3.0 * t2 + 1.0)
        + leave * (t3 - 2.0 * t2 + t)
        + p2 * (3.0 * t2 - 2.0 * t3)
        + arrive * (t3 - t2)
}

fn thickness(sheet: &Sheet, f: f32) -> f32 {
    let table = &sheet.thickness_mm;
    let next = table.iter().position(|&(at, _)| at >= f);
    match next {
        Some(0) => table[0].1,
        Some(i) => {
            let ((f0, t0), (f1, t1)) = (table[i - 1], table[i]);
            let t = (f - f0) / (f1 - f0).max(1e-6);
            // Eased, so that the belly is round.
            t0 + (t1 - t0) * (t * t * (3.0 - 2.0 * t))
        }
        None => table[table.len() - 1].1,
    }
}

fn push_clear(sheet: &Sheet, grid: &mut [Vec<Vec3>], obstacles: &[RayIndex]) {
    let (rings, across) = (grid.len(), sheet.across);
    let outward =
        |p: Vec3| Vec3::new(p.x - sheet.axis.0, 0.0, p.z - sheet.axis.1).normalize_or(-Vec3::Z);
    let mut needed = vec![vec![0.0f32; across]; rings];
    for (i, row) in grid.iter().enumerate() {
        let f = i as f32 / (rings - 1) as f32;
        let (from, to) = sheet.pushed;
        let share =
            ((f - from) / 0.1 + 1.0).clamp(0.0, 1.0) * ((to - f) / 0.1 + 1.0).clamp(0.0, 1.0);
        let half = thickness(sheet, f) * 0.5;
        for (k, &p) in row.iter().enumerate() {
            let out = outward(p);
            let eye = p + out * LOOK_MM;
            let outermost = obstacles
                .iter()
                .filter_map(|index| index.first_hit(eye, -out))
                .map(|hit| LOOK_MM - hit.distance_mm)
                .fold(f32::NEG_INFINITY, f32::max);
            needed[i][k] = ((outermost + sheet.gap_mm + half).max(0.0) * share).min(LOOK_MM);
        }
    }
    let moved = spread(&needed);
    for (row, by) in grid.iter_mut().zip(&moved) {
        for (p, by) in row.iter_mut().zip(by) {
            *p += outward(*p) * *by;
        }
    }
}

/// Moves the sheet inwards until its outer face lies at least so deep under the skin.
fn push_under(sheet: &Sheet, grid: &mut [Vec<Vec3>], skin: &RayIndex, depth_mm: f32) {
    let rings = grid.len();
    let mut inward = vec![vec![Vec3::ZERO; sheet.across]; rings];
    let mut needed = vec![vec![0.0f32; sheet.across]; rings];
    for (i, row) in grid.iter().enumerate() {
        let half = thickness(sheet, i as f32 / (rings - 1) as f32) * 0.5;
        for (k, &p) in row.iter().enumerate() {
            let Some(at) = skin.nearest(p) else {
                continue;
            };
            let deep = (at.point_mm - p).dot(at.normal);
            needed[i][k] = (half + depth_mm - deep).clamp(0.0, LOOK_MM);
            inward[i][k] = -at.normal;
        }
    }
    let moved = spread(&needed);
    for (i, row) in grid.iter_mut().enumerate() {
        for (k, p) in row.iter_mut().enumerate() {
            *p += inward[i][k] * moved[i][k];
        }
    }
}

/// Smoothed, yet never less than needed, so that no rib shows through and no step remains.
fn spread(needed: &[Vec<f32>]) -> Vec<Vec<f32>> {
    let (rings, across) = (needed.len(), needed.first().map_or(0, Vec::len));
    let mut moved = needed.to_vec();
    for _ in 0..SMOOTHING {
        let last = moved.clone();
        for i in 0..rings {
            for k in 0..across {
                let at = |di: isize, dk: isize| {
                    let i = (i as isize + di).clamp(0, rings as isize - 1) as usize;
                    let k = (k as isize + dk).clamp(0, across as isize - 1) as usize;
                    last[i][k]
                };
                let mean = (at(-1, 0) + at(1, 0) + at(0, -1) + at(0, 1) + 2.0 * at(0, 0)) / 6.0;
                moved[i][k] = mean.max(needed[i][k]);
            }
        }
    }
    moved
}

/// Two faces around the sheet: each ring runs along one and back along the other.
fn thicken(sheet: &Sheet, grid: &[Vec<Vec3>]) -> Vec<Vec<Vec3>> {
    let (rings, across) = (grid.len(), sheet.across);
    let normal = |i: usize, k: usize| {
        let (before, after) = (i.saturating_sub(1), (i + 1).min(rings - 1));
        let (left, right) = (k.saturating_sub(1), (k + 1).min(across - 1));
        (grid[after][k] - grid[before][k])
            .cross(grid[i][right] - grid[i][left])
            .normalize_or_zero()
    };
    (0..rings)
        .map(|i| {
            let half = thickness(sheet, i as f32 / (rings - 1) as f32) * 0.5;
            let offset = |k: usize| {
                let s = k as f32 / (across - 1) as f32;
                // A lens: full in the middle, thinning to the share asked for at each edge.
                let rim = (4.0 * s * (1.0 - s)).sqrt();
                let edge = sheet.edge.0 + (sheet.edge.1 - sheet.edge.0) * s;
                normal(i, k) * half * (edge + (1.0 - edge) * rim)
            };
            let tip = |k: usize| grid[i][k];
            let mut ring = vec![tip(0)];
            ring.extend((1..across - 1).map(|k| grid[i][k] + offset(k)));
            ring.push(tip(across - 1));
            ring.extend((1..across - 1).rev().map(|k| grid[i][k] - offset(k)));
            ring.into_iter()
                .map(|p| (p * 10.0).round() / 10.0)
                .collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anatomy::{
        mesh::SurfaceMesh,
        ring_net::{Fineness, surface_of_rings},
    };
    use crate::model::facts::{Landmark, Place};

    fn landmarks() -> Landmarks {
        let list = [Landmark {
            id: "o".into(),
            at_mm: (0.0, 0.0, 0.0),
            is: "the middle".into(),
        }];
        Landmarks::new(&list)
    }

    fn at(x: f32, y: f32, z: f32) -> Place {
        Place::Offset(Box::new(Place::At("o".into())), (x, y, z))
    }

    fn sheet() -> Sheet {
        Sheet {
            guides: vec![
                vec![at(0.0, 0.0, -50.0), at(0.0, 100.0, -50.0)],
                vec![at(40.0, 0.0, -50.0), at(40.0, 100.0, -50.0)],
            ],
            rings: 16,
            across: 17,
            thickness_mm: vec![(0.0, 2.0), (0.5, 8.0), (1.0, 2.0)],
            edge: (0.4, 0.4),
            clear_of: vec!["ball".into()],
            gap_mm: 2.0,
            pushed: (-1.0, 2.0),
            axis: (20.0, 0.0),
            under_skin_mm: None,
        }
    }

    #[test]
    fn a_sheet_is_pushed_clear_of_a_ball_and_stays_closed() {
        let ball: Vec<Vec<Vec3>> = (0..=8)
            .map(|i| {
                let a = i as f32 / 8.0 * std::f32::consts::PI;
                (0..12)
                    .map(|k| {
                        let b = k as f32 / 12.0 * std::f32::consts::TAU;
                        Vec3::new(
                            20.0 + 20.0 * a.sin() * b.cos(),
                            50.0 - 20.0 * a.cos(),
                            -45.0 + 20.0 * a.sin() * b.sin(),
                        )
                    })
                    .collect()
            })
            .collect();
        let ball = surface_of_rings(
            &ball,
            Fineness {
                along: 16,
                around: 2,
            },
        )
        .unwrap();
        let rings =
            rings_of_sheet(&sheet(), &landmarks(), &[RayIndex::build(&ball)], None).unwrap();
        let mesh: SurfaceMesh = surface_of_rings(
            &rings,
            Fineness {
                along: 20,
                around: 2,
            },
        )
        .unwrap();
        assert!(mesh.is_closed());
        let index = RayIndex::build(&mesh);
        let inside = ball.positions_mm.iter().filter(|p| index.contains(**p));
        let deepest = inside
            .filter_map(|&p| index.nearest(p))
            .map(|s| s.distance_mm)
            .fold(0.0, f32::max);
        assert!(
            deepest < 1.5,
            "the ball reaches {deepest} mm into the sheet"
        );
        let free = rings_of_sheet(&sheet(), &landmarks(), &[], None).unwrap();
        assert!(free.iter().flatten().all(|p| (p.z + 50.0).abs() <= 4.1));
    }

    #[test]
    fn an_unsound_plan_is_refused() {
        let mut one = sheet();
        one.guides.truncate(1);
        assert_eq!(
            rings_of_sheet(&one, &landmarks(), &[], None),
            Err(PlanError::Form)
        );
        let mut unknown = sheet();
        unknown.guides[0][0] = Place::At("nowhere".into());
        assert!(matches!(
            rings_of_sheet(&unknown, &landmarks(), &[], None),
            Err(PlanError::Place(_))
        ));
    }
}
