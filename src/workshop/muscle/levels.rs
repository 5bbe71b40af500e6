//! The fibre coordinate over a mesh and its level sets.

use super::reference::Reference;
use crate::anatomy::fibres::fibre_coordinate;
use glam::Vec3;
use std::collections::BTreeMap;

/// Loops shorter than this are left out, millimetres.
const LEAST_LOOP_MM: f32 = 5.0;

/// The fibre coordinate at every vertex of a mesh.
#[derive(Clone, Debug)]
pub struct FibreField {
    /// f per vertex, 0 at the origin, 1 at the insertion.
    pub f: Vec<f32>,
}

/// A closed line across the fibres.
#[derive(Clone, Debug)]
pub struct Loop {
    /// Its points in order; the last joins the first. It turns anticlockwise about growing f.
    pub points: Vec<Vec3>,
    /// A triangle of the mesh that it crosses.
    pub triangle: usize,
    /// Length all around, millimetres.
    pub perimeter_mm: f32,
    /// Centre of its length.
    pub centre: Vec3,
}

impl FibreField {
    /// From the attachment lines.
    pub fn between(reference: &Reference, origin_mm: &[Vec3], insertion_mm: &[Vec3]) -> Self {
        let f = reference
            .positions_mm
            .iter()
            .map(|&p| fibre_coordinate(p, origin_mm, insertion_mm))
            .collect();
        Self { f }
    }

    /// Least and greatest f over the vertices in use.
    pub fn range(&self, reference: &Reference) -> (f32, f32) {
        reference
            .triangles
            .iter()
            .flatten()
            .map(|&i| self.f[i as usize])
            .fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), f| {
                (low.min(f), high.max(f))
            })
    }

    /// Least and greatest f of a triangle.
    pub fn span(&self, triangle: [u32; 3]) -> (f32, f32) {
        let [a, b, c] = triangle.map(|i| self.f[i as usize]);
        (a.min(b).min(c), a.max(b).max(c))
    }

    /// The loops in which f has a value, longest first. Where the mesh has a gap the ends are joined.
    pub fn loops_at(&self, reference: &Reference, level: f32) -> Vec<Loop> {
        let mut segments: Vec<Segment> = Vec::new();
        let mut ends: BTreeMap<(u32, u32), Vec<usize>> = BTreeMap::new();
        for (number, &triangle) in reference.triangles.iter().enumerate() {
            if let Some(keys) = self.crossed_edges(triangle, level) {
                for key in keys {
                    ends.entry(key).or_default().push(segments.len());
                }
                segments.push(Segment {
                    keys,
                    triangle: number,
                });
            }
        }
        let mut used = vec![false; segments.len()];
        let mut loops = Vec::new();
        for start in 0..segments.len() {
            if used[start] {
                continue;
            }
            used[start] = true;
            let [first, second] = segments[start].keys;
            let mut chain = walk(second, &segments, &ends, &mut used);
            chain.reverse();
            // Where the first walk came round, the second finds nothing left.
            let back = walk(first, &segments, &ends, &mut used);
            chain.extend([second, first]);
            chain.extend(back);
            chain.dedup();
            if chain.len() > 1 && chain.first() == chain.last() {
                chain.pop();
            }
            let points: Vec<Vec3> = chain
                .iter()
                .map(|&key| self.crossing(reference, key, level))
                .collect();
            loops.extend(self.finish(
                reference,
                points,
                segments[start].triangle,
                (first, second),
                level,
            ));
        }
        loops.sort_by(|a, b| b.perimeter_mm.total_cmp(&a.perimeter_mm));
        loops
    }

    fn crossed_edges(&self, [a, b, c]: [u32; 3], level: f32) -> Option<[(u32, u32); 2]> {
        let crosses = |p: u32, q: u32| (self.f[p as usize] < level) != (self.f[q as usize] < level);
        let mut found = [(a, b), (b, c), (c, a)]
            .into_iter()
            .filter(|&(p, q)| crosses(p, q))
            .map(|(p, q)| (p.min(q), p.max(q)));
        match (found.next(), found.next()) {
            (Some(first), Some(second)) => Some([first, second]),
            _ => None,
        }
    }

    fn crossing(&self, reference: &Reference, (a, b): (u32, u32), level: f32) -> Vec3 {
        let (fa, fb) = (self.f[a as usize], self.f[b as usize]);
        let t = ((level - fa) / (fb - fa)).clamp(0.0, 1.0);
        reference.positions_mm[a as usize].lerp(reference.positions_mm[b as usize], t)
    }

    /// Measures a loop and turns it anticlockwise about growing f, as the triangle it began on tells.
    fn finish(
        &self,
        reference: &Reference,
        mut points: Vec<Vec3>,
        triangle: usize,
        (first, second): ((u32, u32), (u32, u32)),
        level: f32,
    ) -> Option<Loop> {
        if points.len() < 3 {
            return None;
        }
        let n = points.len();
        let mut perimeter_mm = 0.0;
        let mut centre = Vec3::ZERO;
        for k in 0..n {
            let (p, q) = (points[k], points[(k + 1) % n]);
            let length = p.distance(q);
            perimeter_mm += length;
            centre += (p + q) * 0.5 * length;
        }
        if perimeter_mm < LEAST_LOOP_MM {
            return None;
        }
        // The chain runs from `second` to `first` on that triangle.
        let run = self.crossing(reference, first, level) - self.crossing(reference, second, level);
        let corners = reference.triangles[triangle];
        let [a, b, c] = corners.map(|i| reference.positions_mm[i as usize]);
        let normal = (b - a).cross(c - a);
        let [fa, fb, fc] = corners.map(|i| self.f[i as usize]);
        let rise = ((c - a) * (fb - fa) - (b - a) * (fc - fa)).cross(normal);
        // `rise` is along or against the gradient; settle the sign on an edge.
        let rise = if (rise.dot(b - a) * (fb - fa) + rise.dot(c - a) * (fc - fa)) < 0.0 {
            -rise
        } else {
            rise
        };
        if rise.cross(normal).dot(run) < 0.0 {
            points.reverse();
        }
        Some(Loop {
            points,
            triangle,
            perimeter_mm,
            centre: centre / perimeter_mm,
        })
    }
}

struct Segment {
    keys: [(u32, u32); 2],
    triangle: usize,
}

/// Follows segments from an edge until none is left; the edges passed, without the first.
fn walk(
    from: (u32, u32),
    segments: &[Segment],
    ends: &BTreeMap<(u32, u32), Vec<usize>>,
    used: &mut [bool],
) -> Vec<(u32, u32)> {
    let mut chain = Vec::new();
    let mut at = from;
    while let Some(&next) = ends
        .get(&at)
        .and_then(|list| list.iter().find(|&&s| !used[s]))
    {
        used[next] = true;
        let [a, b] = segments[next].keys;
        at = if a == at { b } else { a };
        chain.push(at);
    }
    chain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_levels_of_a_box_are_squares_turning_about_growing_f() {
        // A box 0..10 x 0..40 x 0..10, fibres along y.
        let corners: Vec<String> = (0..8)
            .map(|i| format!("v {} {} {}", (i & 1) * 10, (i >> 1 & 1) * 40, (i >> 2) * 10))
            .collect();
        let faces = "f 1 3 4 2\nf 5 6 8 7\nf 1 2 6 5\nf 3 7 8 4\nf 1 5 7 3\nf 2 4 8 6\n";
        let reference = Reference::from_obj(&format!("{}\n{faces}", corners.join("\n"))).unwrap();
        let f = reference.positions_mm.iter().map(|p| p.y / 40.0).collect();
        let field = FibreField { f };
        let loops = field.loops_at(&reference, 0.5);
        assert_eq!(loops.len(), 1);
        assert!((loops[0].perimeter_mm - 40.0).abs() < 1e-3);
        let centre = loops[0].centre;
        assert!(centre.distance(Vec3::new(5.0, 20.0, 5.0)) < 1e-3);
        let points = &loops[0].points;
        let turning: Vec3 = (0..points.len())
            .map(|k| (points[k] - centre).cross(points[(k + 1) % points.len()] - centre))
            .sum();
        assert!(turning.y > 0.0);
    }
}
