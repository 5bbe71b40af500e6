//! Calms the skin: what the nets cannot tell from noise is taken out of the mesh.
//!
//! Rings a few millimetres apart, fences between parts and the solids' joints leave ripples of a
//! fraction of a millimetre, which slanting light shows as bands. They are as wide as an edge or two
//! of the mesh, while everything that was measured is wider, so a low-pass filter over the
//! mesh takes them and leaves the rest: steps of smoothing, each followed by a slightly longer step
//! back, which undoes the shrinking (after Taubin 1995, "A signal processing approach to fair surface
//! design").

use glam::Vec3;
use rayon::prelude::*;

use crate::anatomy::surface_nets::HalfSurface;

/// Pairs of steps.
pub(super) const PASSES: usize = 6;
/// Share of the way to the neighbours' mean in a step forth, and in the step back.
const FORTH: f32 = 0.5;
/// See [`FORTH`].
const BACK: f32 = -0.53;
/// A task works on so many vertices at least.
const TASK: usize = 2048;

/// The neighbours of every vertex of the left half, along the edges of the quads.
pub struct Neighbours {
    /// Where each vertex's neighbours begin.
    first: Vec<u32>,
    /// Neighbour, and whether its mirror image is meant.
    of: Vec<(u32, bool)>,
}

impl Neighbours {
    /// Reads them off the quads.
    pub fn of(half: &HalfSurface) -> Self {
        let count = half.positions_mm.len();
        let mut first = vec![0u32; count + 1];
        // A quad across the midline is its own mirror image: its left corners tell all of it.
        for corner in half.quads.iter().flatten().filter(|c| !c.mirrored) {
            first[corner.vertex as usize + 1] += 2;
        }
        for i in 0..count {
            first[i + 1] += first[i];
        }
        let mut next = first.clone();
        let mut of = vec![(0, false); first[count] as usize];
        for quad in &half.quads {
            for n in 0..4 {
                let corner = quad[n];
                if corner.mirrored {
                    continue;
                }
                for other in [quad[(n + 1) % 4], quad[(n + 3) % 4]] {
                    let slot = &mut next[corner.vertex as usize];
                    of[*slot as usize] = (other.vertex, other.mirrored != corner.mirrored);
                    *slot += 1;
                }
            }
        }
        Self { first, of }
    }

    /// Mean place of a vertex's neighbours.
    fn mean(&self, places_mm: &[Vec3], vertex: usize) -> Vec3 {
        let (from, to) = (self.first[vertex] as usize, self.first[vertex + 1] as usize);
        if from == to {
            return places_mm[vertex];
        }
        let sum = self.of[from..to]
            .iter()
            .fold(Vec3::ZERO, |sum, &(other, mirrored)| {
                let p = places_mm[other as usize];
                sum + if mirrored {
                    Vec3::new(-p.x, p.y, p.z)
                } else {
                    p
                }
            });
        sum / (to - from) as f32
    }

    /// Neighbours of a vertex; one across the midline is the vertex whose image it is.
    pub fn of_vertex(&self, vertex: usize) -> impl Iterator<Item = usize> {
        let (from, to) = (self.first[vertex] as usize, self.first[vertex + 1] as usize);
        self.of[from..to].iter().map(|&(other, _)| other as usize)
    }

    /// Mean place of a vertex's neighbours, and how far away they are on the average, millimetres.
    pub fn mean_and_way(&self, places_mm: &[Vec3], vertex: usize) -> (Vec3, f32) {
        let (from, to) = (self.first[vertex] as usize, self.first[vertex + 1] as usize);
        let way = self.of[from..to].iter().map(|&(other, mirrored)| {
            let p = places_mm[other as usize];
            let x = if mirrored { -p.x } else { p.x };
            Vec3::new(x, p.y, p.z).distance(places_mm[vertex])
        });
        let count = (to - from).max(1) as f32;
        (self.mean(places_mm, vertex), way.sum::<f32>() / count)
    }

    /// Moves every vertex a share of the way to the mean of its neighbours.
    pub fn step(&self, places_mm: &mut Vec<Vec3>, share: impl Fn(Vec3) -> f32 + Sync) {
        *places_mm = (0..places_mm.len())
            .into_par_iter()
            .with_min_len(TASK)
            .map(|vertex| {
                let place = places_mm[vertex];
                place.lerp(self.mean(places_mm, vertex), share(place))
            })
            .collect();
    }
}

/// Takes ripples out of the left half; no vertex crosses to less than `least_x_mm`.
pub fn calm(neighbours: &Neighbours, places_mm: &mut Vec<Vec3>, least_x_mm: f32) {
    for _ in 0..PASSES {
        pass(neighbours, places_mm);
    }
    keep_left(places_mm, least_x_mm);
}

/// A step forth and a step back; [`calm`] makes [`PASSES`] of them.
pub(super) fn pass(neighbours: &Neighbours, places_mm: &mut Vec<Vec3>) {
    neighbours.step(places_mm, |place| FORTH * strength(place));
    neighbours.step(places_mm, |place| BACK * strength(place));
}

/// Brings back what was moved across the midline.
pub(super) fn keep_left(places_mm: &mut [Vec3], least_x_mm: f32) {
    for place in places_mm {
        place.x = place.x.max(least_x_mm);
    }
}

/// What is smaller than the filter's reach and yet is to stay, left side: centre, half its size along x, y and z.
const SMALL: [(Vec3, Vec3); 2] = [
    // The closed eye.
    (Vec3::new(34.0, 1645.0, 182.0), Vec3::new(17.0, 13.0, 14.0)),
    // The ear.
    (Vec3::new(84.0, 1638.0, 84.0), Vec3::new(16.0, 42.0, 32.0)),
];
/// How strongly small things are calmed.
const SMALL_STRENGTH: f32 = 0.3;

/// How strongly the skin is calmed at a place of the left half.
fn strength(place_mm: Vec3) -> f32 {
    SMALL.iter().fold(1.0, |strength, &(centre, size)| {
        let away = ((place_mm - centre) / size).length();
        // Full strength from the edge of the small thing on.
        let share = ((away - 0.6) / 0.4).clamp(0.0, 1.0);
        strength.min(SMALL_STRENGTH + (1.0 - SMALL_STRENGTH) * share)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anatomy::{samples::half_sheet, surface_nets::Corner};

    /// A sheet of 8 mm squares with waves of a length and height running along it, and how high they
    /// still are after it was calmed.
    fn height_after(length_mm: f32, at: Vec3) -> f32 {
        const SIDE: usize = 60;
        let wave = |i: usize| (i as f32 * 8.0 * std::f32::consts::TAU / length_mm).sin();
        let mut half = half_sheet(SIDE, |i, j| {
            at + Vec3::new(200.0 + i as f32 * 8.0, j as f32 * 8.0, wave(i))
        });
        calm(&Neighbours::of(&half), &mut half.positions_mm, 0.01);
        // Away from the sheet's edges.
        let inner = (20..40).map(|i| half.positions_mm[i * SIDE + SIDE / 2].z - at.z);
        inner.fold(0.0, |most: f32, z| most.max(z.abs()))
    }

    #[test]
    fn ripples_go_and_what_was_measured_stays() {
        let ripple = height_after(17.0, Vec3::ZERO);
        let swell = height_after(160.0, Vec3::ZERO);
        assert!(ripple < 0.3, "{ripple}");
        assert!((0.95..1.1).contains(&swell), "{swell}");
    }

    #[test]
    fn the_mirror_image_pulls_as_a_neighbour() {
        // Two vertices, joined across the midline to each other's images: they keep their height, and
        // the mean of the neighbours lies to the right of the midline.
        let corner = |vertex, mirrored| Corner { vertex, mirrored };
        let half = HalfSurface {
            positions_mm: vec![Vec3::new(4.0, 0.0, 0.0), Vec3::new(4.0, 8.0, 0.0)],
            quads: vec![[
                corner(0, false),
                corner(1, false),
                corner(1, true),
                corner(0, true),
            ]],
        };
        let neighbours = Neighbours::of(&half);
        let mut places = half.positions_mm.clone();
        neighbours.step(&mut places, |_| 0.5);
        assert_eq!(places[0], Vec3::new(2.0, 2.0, 0.0));
        assert_eq!(places[1], Vec3::new(2.0, 6.0, 0.0));
    }
}
