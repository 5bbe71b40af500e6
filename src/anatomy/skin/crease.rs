//! Presses creases into the skin, and raises ridges, that the radii about an axis cannot show, as under the buttocks or
//! at the lips: lines along which the skin lies deeper or higher, written in `skin.ron`.
//!
//! Not here: grooves that were measured and are only too sharp for the mesh (`groove`), and the finer mesh beside a
//! fine line (`refine`).

use super::triangles::{HalfTriangles, crosses, flip};
use crate::model::facts::Crease;
use glam::Vec3;
use rayon::prelude::*;

/// A task works on so many vertices at least.
const TASK: usize = 1024;
/// The mesh is fine from the line on to this many of its half widths.
const FINE_TO: f32 = 1.15;
/// Where the mesh is fine, its vertices are evened out in so many steps of half of the way after they were moved: its
/// edges do not run along the line, and light would show them as teeth.
const EVENING: usize = 2;
/// Evening fades over the outermost share of the half width: it flattens what is round by a little.
const EVENING_FADES: f32 = 0.5;
/// A crease deeper than this is pressed in the same direction on both of its sides, millimetres: what little the
/// directions of neighbours differ by would show as wrinkles down there.
const DEEP_MM: f32 = 4.0;
/// Where the layers begin in which lines are looked up, how high each is, millimetres, and how many there are; the
/// lowest and the highest go on without end.
const LOWEST_MM: f32 = -100.0;
/// See [`LOWEST_MM`].
const LAYER_MM: f32 = 20.0;
/// See [`LOWEST_MM`].
const LAYERS: usize = 96;

/// The creases of a skin.
pub struct Lines<'a> {
    lines: Vec<Line<'a>>,
    /// Numbers of the lines that reach into each layer of the body, from [`LOWEST_MM`] upwards.
    layers: Vec<Vec<usize>>,
}

/// A crease, ready to be asked what lies beside it.
struct Line<'a> {
    crease: &'a Crease,
    /// Places and depths; a line that begins or ends in the midline runs on in its mirror image, or it would turn
    /// round there.
    knots: Vec<(Vec3, f32)>,
    /// The box that it reaches into.
    low: Vec3,
    high: Vec3,
    /// Whether vertices are drawn to it.
    draws: bool,
}

/// Where a place lies beside a line.
struct Beside {
    /// Nearest place of the line.
    nearest: Vec3,
    /// Distance from it, as a share of the half width.
    share: f32,
    /// The knot before it, and the share of the way to the next.
    along: (usize, f32),
    /// How deep the crease is at the line there, millimetres.
    full_mm: f32,
}

impl<'a> Lines<'a> {
    /// Of these creases.
    pub fn of(creases: &'a [Crease]) -> Self {
        let lines: Vec<_> = creases.iter().map(Line::of).collect();
        let mut layers = vec![Vec::new(); LAYERS];
        for (n, line) in lines.iter().enumerate() {
            for layer in &mut layers[layer_of(line.low.y)..=layer_of(line.high.y)] {
                layer.push(n);
            }
        }
        Self { lines, layers }
    }

    /// The lines that a place may lie beside, with their numbers.
    fn near(&self, place: Vec3) -> impl Iterator<Item = (usize, &Line<'a>)> {
        let layer = self.layers[layer_of(place.y)].iter();
        layer.filter_map(move |&n| {
            let line = &self.lines[n];
            let inside = place.cmpge(line.low).all() && place.cmple(line.high).all();
            inside.then_some((n, line))
        })
    }

    /// How strongly the vertices at a place are evened out afterwards, up to 1.
    fn evening(&self, place: Vec3) -> f32 {
        self.near(place)
            .filter(|(_, line)| line.crease.edge_mm.is_some())
            .filter_map(|(_, line)| line.beside(place))
            .map(|at| ((FINE_TO - at.share) / EVENING_FADES).clamp(0.0, 1.0))
            .fold(0.0, f32::max)
    }

    /// How long the edges of the mesh may be at a place, millimetres; without end beside no fine line.
    pub fn wanted_edge_mm(&self, place: Vec3) -> f32 {
        self.near(place)
            .filter_map(|(_, line)| {
                let edge_mm = line.crease.edge_mm?;
                (line.beside(place)?.share < FINE_TO).then_some(edge_mm)
            })
            .fold(f32::INFINITY, f32::min)
    }

    /// Presses them into the left half, whose outward directions are given; a crease in the midline has half of its
    /// width there.
    pub fn press(&self, half: &mut HalfTriangles, outward: &[Vec3]) {
        let directions: Vec<Vec<Vec3>> = self
            .lines
            .iter()
            .map(|line| line.directions(&half.positions_mm, outward))
            .collect();
        let mut evening = vec![0.0; outward.len()];
        half.positions_mm
            .par_iter_mut()
            .zip(outward)
            .zip(&mut evening)
            .with_min_len(TASK)
            .for_each(|((place, &outward), evening)| {
                if self.near(*place).next().is_none() {
                    return;
                }
                *evening = self.evening(*place);
                let drawn = self
                    .near(*place)
                    .fold(*place, |at, (_, line)| line.drawn(at, outward));
                let pressed: Vec3 = self
                    .near(drawn)
                    .map(|(n, line)| line.pressed(drawn, outward, &directions[n]))
                    .sum();
                *place = drawn + pressed;
                place.x = place.x.max(super::LEAST_X_MM);
            });
        for _ in 0..EVENING {
            even(half, &evening);
        }
    }
}

/// The layer that a height lies in.
fn layer_of(y: f32) -> usize {
    // Less than nought becomes nought.
    (((y - LOWEST_MM) / LAYER_MM) as usize).min(LAYERS - 1)
}

impl<'a> Line<'a> {
    fn of(crease: &'a Crease) -> Self {
        let depth_of = |n: usize| crease.depth_mm.get(n).copied().unwrap_or(0.0);
        let places = crease.line.iter().map(|&place| Vec3::from(place));
        let mut knots: Vec<(Vec3, f32)> = places.zip((0..).map(depth_of)).collect();
        let in_midline = |knot: &(Vec3, f32)| knot.0.x == 0.0;
        let draws = crease.edge_mm.is_some() && !crease.round && !knots.iter().all(in_midline);
        let mirrored = |(place, depth): (Vec3, f32)| (flip(place), depth);
        if let [first, second, ..] = knots[..]
            && in_midline(&first)
        {
            knots.insert(0, mirrored(second));
        }
        if let [.., before, last] = knots[..]
            && in_midline(&last)
        {
            knots.push(mirrored(before));
        }
        let reach = Vec3::splat(crease.half_width_mm * FINE_TO);
        let places = || knots.iter().map(|knot| knot.0);
        let (low, high) = (
            places().fold(Vec3::INFINITY, Vec3::min) - reach,
            places().fold(Vec3::NEG_INFINITY, Vec3::max) + reach,
        );
        Self {
            crease,
            knots,
            low,
            high,
            draws,
        }
    }

    /// Where a place lies beside it; nothing for one that is no line.
    fn beside(&self, place: Vec3) -> Option<Beside> {
        self.knots
            .windows(2)
            .enumerate()
            .map(|(n, pair)| {
                let ((from, from_mm), (to, to_mm)) = (pair[0], pair[1]);
                let way = to - from;
                let along = (place - from).dot(way) / way.length_squared().max(1e-6);
                let along = along.clamp(0.0, 1.0);
                let nearest = from + way * along;
                Beside {
                    nearest,
                    share: place.distance(nearest) / self.crease.half_width_mm,
                    along: (n, along),
                    full_mm: from_mm + (to_mm - from_mm) * along,
                }
            })
            .min_by(|a, b| a.share.total_cmp(&b.share))
    }

    /// Outward directions at the knots of a deep line, of the skin about each; none of a shallow one.
    fn directions(&self, positions_mm: &[Vec3], outward: &[Vec3]) -> Vec<Vec3> {
        let depths = self.crease.depth_mm.iter();
        if depths.fold(0.0, |most: f32, mm| most.max(mm.abs())) <= DEEP_MM {
            return Vec::new();
        }
        let about = |&(knot, _): &(Vec3, f32)| {
            let near = |at: Vec3| at.distance(knot) < self.crease.half_width_mm;
            let sum: Vec3 = positions_mm
                .iter()
                .zip(outward)
                .map(|(&at, &out)| {
                    // Beyond the midline the skin is the mirror image.
                    let own = if near(at) { out } else { Vec3::ZERO };
                    let image = if near(flip(at)) {
                        flip(out)
                    } else {
                        Vec3::ZERO
                    };
                    own + image
                })
                .sum();
            sum.normalize_or_zero()
        };
        self.knots.iter().map(about).collect()
    }

    /// The way that it moves a place of the skin; none beside it.
    fn pressed(&self, place: Vec3, outward: Vec3, directions: &[Vec3]) -> Vec3 {
        let Some(at) = self.beside(place) else {
            return Vec3::ZERO;
        };
        let left = if self.crease.round {
            // Level at the line and at the edge.
            1.0 - at.share * at.share
        } else {
            // Steep at the line and level at the edge.
            1.0 - at.share
        };
        let (knot, along) = at.along;
        let outward = match directions.get(knot..knot + 2) {
            Some([from, to]) => from.lerp(*to, along).normalize_or(outward),
            _ => outward,
        };
        -outward * at.full_mm * left.max(0.0).powi(2)
    }

    /// Where a vertex beside a steep fine line is drawn to, along the skin: nearer by the square, so that many lie close
    /// to the line, which then runs through them and not between. In the midline they lie in a row of their own.
    fn drawn(&self, place: Vec3, outward: Vec3) -> Vec3 {
        match self.beside(place) {
            Some(at) if self.draws && at.share < 1.0 => {
                let way = at.nearest - place;
                let along_skin = way - outward * way.dot(outward);
                place + along_skin * (1.0 - at.share)
            }
            _ => place,
        }
    }
}

/// Moves the vertices a share of half of the way to the mean of their neighbours; those beside the midline only along
/// their row, and at the same distance from it.
fn even(half: &mut HalfTriangles, shares: &[f32]) {
    let mut sums = vec![(Vec3::ZERO, 0.0_f32); half.positions_mm.len()];
    let mut in_seam = vec![false; half.positions_mm.len()];
    for corner in half.triangles.iter().filter(|t| crosses(t)).flatten() {
        in_seam[corner.vertex as usize] = true;
    }
    for triangle in half.triangles.iter().filter(|t| !crosses(t)) {
        let vertices = triangle.map(|corner| corner.vertex as usize);
        if vertices.iter().all(|&vertex| shares[vertex] == 0.0) {
            continue;
        }
        for n in 0..3 {
            let vertex = vertices[n];
            for other in [vertices[(n + 1) % 3], vertices[(n + 2) % 3]] {
                if in_seam[other] || !in_seam[vertex] {
                    sums[vertex].0 += half.positions_mm[other];
                    sums[vertex].1 += 1.0;
                }
            }
        }
    }
    for (vertex, (sum, count)) in sums.into_iter().enumerate() {
        if count > 0.0 && shares[vertex] > 0.0 {
            let place = &mut half.positions_mm[vertex];
            let x = place.x;
            *place = place.lerp(sum / count, 0.5 * shares[vertex]);
            if in_seam[vertex] {
                place.x = x;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anatomy::samples::half_sheet;

    /// How far each vertex of a sheet of squares of a millimetre was moved, with its place.
    fn moved(crease: Crease) -> Vec<(Vec3, Vec3)> {
        let sheet = half_sheet(41, |i, j| Vec3::new(600.0 + i as f32, j as f32, 0.0));
        let mut half = HalfTriangles::of(&sheet);
        let outward = half.normals();
        Lines::of(&[crease]).press(&mut half, &outward);
        let after = half.positions_mm.into_iter();
        sheet.positions_mm.into_iter().zip(after).collect()
    }

    fn upright() -> Crease {
        Crease {
            line: vec![(620.0, 0.0, 0.0), (620.0, 40.0, 0.0)],
            depth_mm: vec![6.0, 2.0],
            half_width_mm: 8.0,
            ..Crease::default()
        }
    }

    #[test]
    fn a_sheet_is_pressed_in_along_the_line_and_nowhere_else() {
        for (before, after) in moved(upright()) {
            let moved = before.distance(after);
            let beside = (before.x - 620.0).abs();
            if beside == 0.0 {
                let full = 6.0 - 4.0 * before.y / 40.0;
                assert!((moved - full).abs() < 0.05, "{moved} at {before}");
                assert!(after.z < 0.0);
            } else if beside >= 8.0 {
                assert!(moved < 1e-4, "{moved} at {before}");
            }
        }
    }

    #[test]
    fn a_ridge_rises_and_is_round() {
        let ridge = Crease {
            depth_mm: vec![-4.0, -4.0],
            round: true,
            ..upright()
        };
        for (before, after) in moved(ridge) {
            let beside = (before.x - 620.0).abs();
            if beside == 0.0 {
                assert!((after.z - 4.0).abs() < 0.05, "{after}");
            } else if beside == 1.0 {
                assert!(after.z > 3.8, "{after}");
            }
        }
    }

    #[test]
    fn vertices_are_drawn_to_a_fine_line_in_their_order() {
        let mut crease = upright();
        crease.edge_mm = Some(1.0);
        crease.line = vec![(620.4, 0.0, 0.0), (620.4, 40.0, 0.0)];
        let moved = moved(crease);
        let row: Vec<f32> = (0..41).map(|i| moved[i * 41 + 20].1.x).collect();
        assert!(row.windows(2).all(|pair| pair[0] < pair[1]), "{row:?}");
        let nearest = row.iter().map(|x| (x - 620.4).abs());
        assert!(nearest.clone().fold(f32::INFINITY, f32::min) < 0.1);
        assert!(nearest.filter(|away| *away < 1.0).count() >= 3, "{row:?}");
        assert_eq!(row[5], 605.0);
    }
}
