//! The mesh of one net: rows of quads from end to end, and a lid on either end.

use super::curve::{at_fraction, finer_ring, fractions, hermite, rows_along, spans_mm};
use super::fineness::{EDGE_MM, Fineness};
use super::straight::{Crossings, Straight, around, periodic};
use crate::anatomy::mesh::SurfaceMesh;
use glam::Vec3;

/// A ring no wider than this closes to a point.
const POLE_MM: f32 = 0.05;
/// How far a lid leaves along the surface, as a share of the ring's width there: 0.3 of the width high at most.
const LID_TANGENT: f32 = 1.2;
/// The most a lid rises, millimetres (times four, the height of a cubic against its tangents).
const LID_TANGENT_MOST_MM: f32 = 40.0;

/// Parts from a ring's point to its next that are as good as the curve itself.
const CURVE_PARTS: usize = 8;
/// No ring gains more area than this by being drawn as its curve: what gains more is no curve around anything.
const MOST_WIDER: f32 = 1.2;

/// Whether fibres run over a surface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fibres {
    /// As straight as it lets them.
    Straight,
    /// It is a bone's. To reckon them would take longer than all the rest.
    None,
}

/// A row of the fine grid around the muscle, from which the mesh is made.
struct Row {
    points: Vec<Vec3>,
    f: f32,
    /// Where the fibres cross it, if there are any.
    crossings: Option<Crossings>,
    /// Index of the first vertex; a pole has a single one.
    base: u32,
    pole: bool,
}

/// Makes the mesh: rows of quads between the ends, and a lid on each of them.
pub(super) struct Builder {
    rows: Vec<Row>,
    /// Points around.
    around: usize,
    /// Points of a row from a ring's point to its next.
    parts: f32,
    mesh: SurfaceMesh,
}

impl Builder {
    /// A grid as fine as asked for, its vertices laid.
    pub(super) fn new(rings: &[Vec<Vec3>], fineness: Fineness, fibres: Fibres) -> Self {
        let fine: Vec<Vec<Vec3>> = rings
            .iter()
            .map(|ring| finer_ring(ring, fineness.around.max(1)))
            .collect();
        let around = fine[0].len();
        let spans = spans_mm(rings);
        let straight = (fibres == Fibres::Straight).then(|| Straight::of(rings, &spans));
        // A polygon on a curve has less area than the curve: a bone would come out thin.
        let widths: Option<Vec<f32>> = (fibres == Fibres::None).then(|| {
            let pairs = rings.iter().zip(&fine);
            pairs.map(|(ring, drawn)| width_lost(ring, drawn)).collect()
        });
        let way = fractions(&spans);
        let rows = rows_along(&fine, &spans, fineness.along)
            .into_iter()
            .map(|(points, f)| {
                let mut points = points;
                if let Some(widths) = &widths {
                    widen(&mut points, at_fraction(widths, &way, f));
                }
                let middle = mean(&points);
                let pole = points.iter().all(|p| p.distance(middle) < POLE_MM);
                Row {
                    points,
                    f,
                    crossings: straight.as_ref().map(|straight| straight.at(f)),
                    base: 0,
                    pole,
                }
            })
            .collect();
        let mut builder = Self {
            rows,
            around,
            parts: fineness.around.max(1) as f32,
            mesh: SurfaceMesh::default(),
        };
        builder.vertices();
        builder
    }

    /// The surface with both ends closed, facing as the rings turn.
    pub(super) fn closed(mut self) -> SurfaceMesh {
        self.sides();
        self.end(false);
        self.end(true);
        self.mesh
    }

    /// The fibre through a point of the grid, in steps of the rings' points.
    fn fibre(&self, row: usize, k: usize) -> f32 {
        let crossing = k as f32 / self.parts;
        let crossings = self.rows[row].crossings.as_ref();
        crossings.map_or(crossing, |crossings| crossings.fibre(crossing))
    }

    /// Across the fibres: up one half of the ring, down the other.
    fn u(&self, row: usize, k: usize) -> f32 {
        let points = self.around as f32 / self.parts;
        let turn = around(2.0 * self.fibre(row, k) / points, 2.0);
        if turn > 1.0 { 2.0 - turn } else { turn }
    }

    fn push(&mut self, point_mm: Vec3, u: f32, f: f32, tangent: Vec3) -> u32 {
        let mesh = &mut self.mesh;
        mesh.positions_mm.push(point_mm);
        mesh.normals.push(Vec3::ZERO);
        mesh.fibre_uv.push([u, f]);
        mesh.fibre_tangent.push(tangent);
        (mesh.positions_mm.len() - 1) as u32
    }

    /// Direction of growing f at a point of the grid; zero without fibres.
    fn tangent(&self, row: usize, k: usize) -> Vec3 {
        let before = row.saturating_sub(1);
        let after = (row + 1).min(self.rows.len() - 1);
        let fibre = self.fibre(row, k);
        let at = |row: &Row| {
            let crossing = row.crossings.as_ref()?.of(fibre) * self.parts;
            Some(periodic(&row.points, crossing, Vec3::lerp))
        };
        match (at(&self.rows[before]), at(&self.rows[after])) {
            (Some(before), Some(after)) => (after - before).normalize_or_zero(),
            _ => Vec3::ZERO,
        }
    }

    fn vertices(&mut self) {
        let last = self.rows.len() - 1;
        for row in 0..self.rows.len() {
            self.rows[row].base = self.mesh.positions_mm.len() as u32;
            let end = row == 0 || row == last;
            // A pole between other rows would tear the surface; it stays a tiny ring there.
            self.rows[row].pole &= end;
            let f = self.rows[row].f;
            if self.rows[row].pole {
                let tangents: Vec<Vec3> = (0..self.around).map(|k| self.tangent(row, k)).collect();
                let tangent = mean(&tangents).normalize_or_zero();
                self.push(mean(&self.rows[row].points), 0.5, f, tangent);
            } else {
                for k in 0..self.around {
                    let (point, tangent) = (self.rows[row].points[k], self.tangent(row, k));
                    self.push(point, self.u(row, k), f, tangent);
                }
            }
        }
    }

    fn vertex(&self, row: usize, k: usize) -> u32 {
        let row = &self.rows[row];
        row.base
            + if row.pole {
                0
            } else {
                (k % self.around) as u32
            }
    }

    fn sides(&mut self) {
        for row in 0..self.rows.len() - 1 {
            for k in 0..self.around {
                let (a, b) = (self.vertex(row, k), self.vertex(row, k + 1));
                let (c, d) = (self.vertex(row + 1, k), self.vertex(row + 1, k + 1));
                let at = |i: u32| self.mesh.positions_mm[i as usize];
                // The shorter diagonal follows the surface better.
                let along_ad = at(a).distance_squared(at(d)) <= at(b).distance_squared(at(c));
                let pair = if along_ad {
                    [[a, b, d], [a, d, c]]
                } else {
                    [[a, b, c], [b, d, c]]
                };
                self.mesh.triangles.extend(pair.into_iter().filter(proper));
            }
        }
    }

    /// Closes the first or the last row by a lid between its two halves.
    fn end(&mut self, last: bool) {
        let (row, inner) = match last {
            false => (0, 1),
            true => (self.rows.len() - 1, self.rows.len() - 2),
        };
        if self.rows[row].pole {
            return;
        }
        let half = self.around / 2;
        let widest = (1..half)
            .map(|k| self.rows[row].points[k].distance(self.rows[row].points[self.around - k]))
            .fold(0.0, f32::max);
        let steps = ((widest / EDGE_MM).ceil() as usize).clamp(2, 10);
        // Strips of vertices from one half of the ring to the other; the ends of the ring are strips of one.
        let mut strips = vec![vec![self.vertex(row, 0)]];
        let f = self.rows[row].f;
        let far = self.around - half;
        for k in 1..half.max(far) {
            let (from, to) = (k.min(half), self.around - k.min(far));
            let (p, q) = (self.rows[row].points[from], self.rows[row].points[to]);
            let reach = (p.distance(q) * LID_TANGENT).min(LID_TANGENT_MOST_MM);
            let out = |k: usize| {
                (self.rows[row].points[k] - self.rows[inner].points[k]).normalize_or_zero()
            };
            let (leave, arrive) = (out(from) * reach, -out(to) * reach);
            let tangent = self.tangent(row, from);
            let u = self.u(row, from);
            let mut strip = vec![self.vertex(row, from)];
            for step in 1..steps {
                let point = hermite(p, q, leave, arrive, step as f32 / steps as f32);
                strip.push(self.push(point, u, f, tangent));
            }
            strip.push(self.vertex(row, to));
            strips.push(strip);
        }
        if self.around.is_multiple_of(2) {
            strips.push(vec![self.vertex(row, half)]);
        }
        let mut lid = Vec::new();
        for pair in strips.windows(2) {
            let (a, b) = (&pair[0], &pair[1]);
            for step in 0..steps {
                let at = |strip: &Vec<u32>, i: usize| strip[i.min(strip.len() - 1)];
                lid.push([at(a, step), at(a, step + 1), at(b, step + 1)]);
                lid.push([at(a, step), at(b, step + 1), at(b, step)]);
            }
        }
        if !self.around.is_multiple_of(2) {
            // The last strip's ends are neighbours on an odd ring: a fan closes it.
            if let Some(strip) = strips.last() {
                for i in 1..strip.len() - 1 {
                    lid.push([strip[0], strip[i], strip[i + 1]]);
                }
            }
        }
        if last {
            lid.iter_mut().for_each(|t| t.swap(1, 2));
        }
        self.mesh.triangles.extend(lid.into_iter().filter(proper));
    }
}

/// By what a drawn ring has to be wider to have the area of its curve.
fn width_lost(ring: &[Vec3], drawn: &[Vec3]) -> f32 {
    let curve = area_mm2(&finer_ring(ring, CURVE_PARTS));
    let share = curve / area_mm2(drawn).max(1e-3);
    // What is folded has no area to go by.
    share.clamp(1.0, MOST_WIDER).sqrt()
}

/// Area within a ring that is nearly flat.
fn area_mm2(ring: &[Vec3]) -> f32 {
    let middle = mean(ring);
    let beside = ring.iter().cycle().skip(1);
    let faces = ring.iter().zip(beside);
    let sum: Vec3 = faces.map(|(a, b)| (*a - middle).cross(*b - middle)).sum();
    sum.length() / 2.0
}

fn widen(points: &mut [Vec3], width: f32) {
    let middle = mean(points);
    for point in points {
        *point = middle + (*point - middle) * width;
    }
}

fn proper(&[a, b, c]: &[u32; 3]) -> bool {
    a != b && b != c && c != a
}

fn mean(points: &[Vec3]) -> Vec3 {
    points.iter().sum::<Vec3>() / points.len().max(1) as f32
}
