//! Bones with processes as one net each: rings along a coordinate that is harmonic over the whole surface.
//!
//! Between two poles a harmonic coordinate has neither hills nor passes on a surface without holes
//! through it, so that each of its levels is a single closed line, however many processes the bone has: the
//! lines run up over a trochanter or around the spine of the scapula and down again. That spares the joints
//! that several nets would have.

use glam::Vec3;

use super::{error::BoneFitError, solid::Solid};
use crate::{
    model::facts::Net,
    workshop::{
        muscle::{
            harmonic::harmonic_field,
            levels::{FibreField, Loop},
            reference::Reference,
        },
        recipe::bone::Harmonic,
        rounding::net_of_rings,
    },
};

/// A ring that passes a tip as near as this is drawn to it, millimetres.
const AT_TIP_MM: f32 = 1.5;

/// Levels that are tried, by the surface's triangles in their order.
const LEVELS: usize = 1200;
/// Levels that are tried near each pole, and the least and the greatest distance from it.
const NEAR_POLES: (usize, f32, f32) = (150, 1e-5, 0.02);
/// Rings shorter than this are left to the lids, millimetres.
const LEAST_RING_MM: f32 = 8.0;
/// Lines are compared at points so far from each other, millimetres.
const STEP_MM: f32 = 1.5;
/// Ways of turning a ring that are tried for each of its points.
const TURNS: usize = 4;

impl Harmonic {
    /// Measures the net.
    ///
    /// # Errors
    /// Where the solid is empty or no level is a closed line.
    pub fn measure(&self, solid: &Solid) -> Result<Net, BoneFitError> {
        let reference = Reference {
            positions_mm: solid.positions_mm.clone(),
            triangles: solid.triangles.clone(),
        }
        .welded();
        let pole = |at: Vec3| {
            let nearest = reference.positions_mm.iter().min_by(|a, b| {
                let away = |p: &Vec3| p.distance_squared(at);
                away(a).total_cmp(&away(b))
            });
            nearest.copied().ok_or(BoneFitError::Nothing)
        };
        let ends = (
            pole(Vec3::from(self.poles_mm.0))?,
            pole(Vec3::from(self.poles_mm.1))?,
        );
        let field = harmonic_field(&reference, &[ends.0], &[ends.1]);
        let chosen = self.chosen(&reference, &field);
        let mut rings: Vec<Vec<Vec3>> = Vec::new();
        for line in &chosen {
            let mut ring = match rings.last() {
                None => resampled(line, self.points, farthest_from_centre(line)),
                Some(before) => turned_to(line, before),
            };
            for tip in &self.tips_mm {
                draw_to(&mut ring, line, Vec3::from(*tip));
            }
            rings.push(ring);
        }
        if rings.len() < 2 {
            return Err(BoneFitError::Nothing);
        }
        Ok(net_of_rings(rings))
    }

    /// The lines that become rings: as far apart as they may be.
    fn chosen(&self, reference: &Reference, field: &FibreField) -> Vec<Loop> {
        let mut chosen: Vec<Loop> = Vec::new();
        let mut last: Vec<Vec3> = Vec::new();
        // The line before this one, with its points to be compared.
        let mut held: Option<(Loop, Vec<Vec3>)> = None;
        let tips: Vec<f32> = self
            .tips_mm
            .iter()
            .filter_map(|tip| level_of(reference, field, Vec3::from(*tip)))
            .collect();
        let mut all = levels(reference, field);
        all.extend(&tips);
        all.sort_by(f32::total_cmp);
        all.dedup();
        for level in all {
            let Some(line) = field.loops_at(reference, level).into_iter().next() else {
                continue;
            };
            if line.perimeter_mm < LEAST_RING_MM {
                continue;
            }
            let count = (line.perimeter_mm / STEP_MM).ceil().max(24.0) as usize;
            let dense = resampled(&line, count, 0.0);
            if chosen.is_empty() {
                last = dense;
                chosen.push(line);
                continue;
            }
            if apart_mm(&last, &dense) > self.gap_at(line.centre.y) {
                let (ring, points) = held.take().unwrap_or((line.clone(), dense.clone()));
                chosen.push(ring);
                last = points;
            }
            if tips.contains(&level) {
                chosen.push(line);
                last = dense;
                held = None;
            } else {
                held = Some((line, dense));
            }
        }
        chosen.extend(held.map(|(line, _)| line));
        chosen
    }

    fn gap_at(&self, y: f32) -> f32 {
        match self.shaft {
            Some(shaft) if y > shaft.from_y_mm && y < shaft.to_y_mm => shaft.gap_mm,
            _ => self.gap_mm,
        }
    }
}

/// Levels to be tried, ascending: as many where the surface has many triangles.
fn levels(reference: &Reference, field: &FibreField) -> Vec<f32> {
    let mean = |t: &[u32; 3]| t.iter().map(|&i| field.f[i as usize]).sum::<f32>() / 3.0;
    let mut of_triangles: Vec<f32> = reference.triangles.iter().map(mean).collect();
    of_triangles.sort_by(f32::total_cmp);
    let last = of_triangles.len().saturating_sub(1);
    let mut levels: Vec<f32> = (0..LEVELS)
        .filter_map(|n| of_triangles.get(last * (n + 1) / (LEVELS + 1)).copied())
        .collect();
    let (count, least, greatest) = NEAR_POLES;
    for n in 0..count {
        let share = n as f32 / (count - 1) as f32;
        let near = least * (greatest / least).powf(share);
        levels.extend([near, 1.0 - near]);
    }
    levels.sort_by(f32::total_cmp);
    levels.dedup();
    levels
}

/// The level that passes through a tip.
fn level_of(reference: &Reference, field: &FibreField, tip: Vec3) -> Option<f32> {
    let away = |i: &usize| reference.positions_mm[*i].distance_squared(tip);
    let nearest = (0..reference.positions_mm.len()).min_by(|a, b| away(a).total_cmp(&away(b)))?;
    Some(field.f[nearest])
}

/// Moves the nearest point of a ring to where its line comes nearest to a tip.
fn draw_to(ring: &mut [Vec3], line: &Loop, tip: Vec3) {
    let nearest = |points: &[Vec3]| {
        let away = |i: &usize| points[*i].distance_squared(tip);
        (0..points.len()).min_by(|a, b| away(a).total_cmp(&away(b)))
    };
    let Some(at) = nearest(&line.points).map(|i| line.points[i]) else {
        return;
    };
    if at.distance(tip) < AT_TIP_MM
        && let Some(point) = nearest(ring)
    {
        ring[point] = at;
    }
}

/// The farthest that a point of one line lies from the other.
fn apart_mm(one: &[Vec3], other: &[Vec3]) -> f32 {
    let from = |p: &Vec3, line: &[Vec3]| {
        let squares = line.iter().map(|q| p.distance_squared(*q));
        squares.fold(f32::INFINITY, f32::min)
    };
    let there = one.iter().map(|p| from(p, other)).fold(0.0, f32::max);
    let back = other.iter().map(|p| from(p, one)).fold(0.0, f32::max);
    there.max(back).sqrt()
}

/// Points evenly along a closed line, from a place on it, millimetres along.
fn resampled(line: &Loop, count: usize, start_mm: f32) -> Vec<Vec3> {
    let points = &line.points;
    let next = |i: usize| points[(i + 1) % points.len()];
    let mut way = vec![0.0f32];
    for i in 0..points.len() {
        way.push(way[i] + points[i].distance(next(i)));
    }
    let whole = way[points.len()];
    (0..count)
        .map(|k| {
            let at = (start_mm + whole * k as f32 / count as f32) % whole;
            let i = way.partition_point(|&w| w <= at).clamp(1, points.len()) - 1;
            let share = (at - way[i]) / (way[i + 1] - way[i]).max(1e-6);
            points[i].lerp(next(i), share.clamp(0.0, 1.0))
        })
        .collect()
}

/// The place on a line that is farthest from its centre, millimetres along: one end of its long axis.
fn farthest_from_centre(line: &Loop) -> f32 {
    let mut best = (0.0, 0.0);
    let mut way = 0.0;
    for (i, p) in line.points.iter().enumerate() {
        let away = p.distance(line.centre);
        if away > best.1 {
            best = (way, away);
        }
        way += p.distance(line.points[(i + 1) % line.points.len()]);
    }
    best.0
}

/// The points of a line, begun where they lie nearest to those of the ring before.
fn turned_to(line: &Loop, before: &[Vec3]) -> Vec<Vec3> {
    let turns = before.len() * TURNS;
    let mut best: (f32, Vec<Vec3>) = (f32::INFINITY, Vec::new());
    for turn in 0..turns {
        let start_mm = line.perimeter_mm * turn as f32 / turns as f32;
        let ring = resampled(line, before.len(), start_mm);
        let pairs = ring.iter().zip(before);
        let apart = pairs.map(|(a, b)| a.distance_squared(*b)).sum();
        if apart < best.0 {
            best = (apart, ring);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        anatomy::{
            mesh::SurfaceMesh,
            ring_net::{Fineness, surface_of_net, surface_of_rings},
        },
        workshop::{muscle::distance::apart, recipe::bone::Shaft},
    };

    /// A bar along y with a hump on its side.
    fn humped() -> SurfaceMesh {
        let ring = |i: usize| -> Vec<Vec3> {
            let y = i as f32 * 2.5;
            let hump = 18.0 * (-((y - 60.0) / 11.0).powi(2)).exp();
            (0..48)
                .map(|k| {
                    let angle = std::f32::consts::TAU * k as f32 / 48.0;
                    let out = 14.0 + hump * angle.cos().max(0.0).powi(3);
                    Vec3::new(out * angle.cos(), y, out * angle.sin())
                })
                .collect()
        };
        let rings: Vec<Vec<Vec3>> = (0..41).map(ring).collect();
        let fineness = Fineness {
            along: 80,
            around: 1,
        };
        surface_of_rings(&rings, fineness).unwrap()
    }

    #[test]
    fn a_process_is_part_of_the_same_net() {
        let mesh = humped();
        let solid = Solid {
            positions_mm: mesh.positions_mm.clone(),
            triangles: mesh.triangles.clone(),
        };
        let recipe = Harmonic {
            poles_mm: ((0.0, -9.0, 0.0), (0.0, 109.0, 0.0)),
            points: 28,
            gap_mm: 7.0,
            shaft: Some(Shaft {
                from_y_mm: 10.0,
                to_y_mm: 30.0,
                gap_mm: 12.0,
            }),
            tips_mm: Vec::new(),
        };
        assert_eq!(
            recipe.measure(&Solid::default()),
            Err(BoneFitError::Nothing)
        );
        let net = recipe.measure(&solid).unwrap();
        let Net::Rings(rings) = &net else {
            panic!("not rings")
        };
        assert!((12..50).contains(&rings.len()), "{}", rings.len());
        assert!(rings.iter().all(|ring| ring.len() == 28));
        let ours = surface_of_net(
            &net,
            Fineness {
                along: 60,
                around: 2,
            },
        )
        .unwrap();
        let tip = ours.positions_mm.iter().map(|p| p.x).fold(0.0, f32::max);
        assert!(tip > 30.0, "the hump's tip at {tip}");
        let apart = apart(&[ours], &mesh).unwrap();
        assert!(apart.mean_mm < 0.6, "{}", apart.mean_mm);
    }
}
