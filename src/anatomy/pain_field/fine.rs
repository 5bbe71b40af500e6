//! The part of the skin that is near or inside of areas, finer than the skin itself along their edges.
//!
//! An area is a depth over the skin's vertices with its slope. Between the vertices the depth is a cubic (that of a
//! point-normal triangle, Vlachos et al. 2001, doi 10.1145/364338.364387, with depths for places), so that an edge
//! that is round stays round however large it is drawn. The patch reaches beyond the edges: who draws it ends it,
//! pixel by pixel, where the depth is 0.

use super::FAR_OUTSIDE_MM;
use crate::anatomy::{
    mesh::SurfaceMesh,
    painting::{Sloped, SlopedField},
};
use glam::Vec3;

/// A part of the skin with depths inside some areas. All per-vertex lists have one length.
#[derive(Clone, Debug, PartialEq)]
pub struct FinePatch<const AREAS: usize> {
    /// Positions, body frame, millimetres, lifted off the skin.
    pub positions_mm: Vec<Vec3>,
    /// Unit normals of the skin.
    pub normals: Vec<Vec3>,
    /// Depth inside of each area, millimetres; negative outside.
    pub depths_mm: Vec<[f32; AREAS]>,
    /// Triangles, counter-clockwise seen from outside.
    pub triangles: Vec<[u32; 3]>,
}

/// The patch is fine from this far outside of an edge to this far inside, millimetres: as far as an edge is drawn.
const FINE_MM: (f32, f32) = (-2.5, 6.0);
/// The patch ends this far outside of all areas, millimetres: room for an edge's last pixel.
const BEYOND_MM: f32 = -2.0;
/// Parts of an edge of the skin where it is fine.
const PARTS: usize = 4;
/// Depths more than this outside say nothing of the slope, millimetres.
const UNKNOWN_MM: f32 = FAR_OUTSIDE_MM + 1.0;

/// An edge is calmed up to this depth on both sides of it, millimetres.
const CALM_MM: f32 = 9.0;
/// Share of what the vertices around say in a calmed depth: more would make small round areas smaller to be seen.
const OTHERS: f32 = 0.5;

/// The same depths without what is rough from vertex to vertex near the edge: each becomes more like what the
/// vertices around it expect by their own depths and slopes.
fn calmed(skin: &SurfaceMesh, field: &SlopedField) -> SlopedField {
    let places = &skin.positions_mm;
    let mut expected = vec![(0.0, Vec3::ZERO, 0u16); field.0.len().min(places.len())];
    for &triangle in &skin.triangles {
        let known = triangle.map(|vertex| field.0.get(vertex as usize));
        let [Some(a), Some(b), Some(c)] = known else {
            continue;
        };
        let depths = [a.value, b.value, c.value];
        let near = depths.iter().any(|depth| depth.abs() < CALM_MM);
        if !near || depths.iter().any(|depth| *depth <= UNKNOWN_MM) {
            continue;
        }
        for from in 0..3 {
            for to in [(from + 1) % 3, (from + 2) % 3] {
                let [one, other] = [triangle[to] as usize, triangle[from] as usize];
                let says = [a, b, c][from];
                let sum = &mut expected[one];
                sum.0 += says.value + says.slope.dot(places[one] - places[other]);
                sum.1 += says.slope;
                sum.2 += 1;
            }
        }
    }
    let mut calmed = field.clone();
    for (own, (value, slope, count)) in calmed.0.iter_mut().zip(expected) {
        if count > 0 && own.value.abs() < CALM_MM {
            let count = f32::from(count);
            own.value += (value / count - own.value) * OTHERS;
            own.slope += (slope / count - own.slope) * OTHERS;
        }
    }
    calmed
}

/// Depths over the vertices with their slopes, from the triangles around; calmed.
pub fn sloped(skin: &SurfaceMesh, depths_mm: &[f32]) -> SlopedField {
    let value = |vertex: u32| depth_at(depths_mm, vertex);
    let mut slopes = vec![(Vec3::ZERO, 0.0); skin.positions_mm.len()];
    for &triangle in &skin.triangles {
        let values = triangle.map(value);
        if values.iter().any(|depth| *depth <= UNKNOWN_MM) {
            continue;
        }
        let [a, b, c] = skin.corners_mm(triangle);
        let across = (b - a).cross(c - a);
        let doubled = across.length();
        if doubled <= 0.0 {
            continue;
        }
        let sum = (c - b) * values[0] + (a - c) * values[1] + (b - a) * values[2];
        // Times the area, so that larger triangles count more.
        let slope = across.cross(sum) / doubled;
        for corner in triangle {
            let known = &mut slopes[corner as usize];
            *known = (known.0 + slope, known.1 + doubled);
        }
    }
    let of = |(vertex, (slope, weight)): (u32, (Vec3, f32))| Sloped {
        value: value(vertex),
        slope: slope / weight.max(f32::MIN_POSITIVE),
    };
    calmed(skin, &SlopedField((0..).zip(slopes).map(of).collect()))
}

fn depth_at(depths_mm: &[f32], vertex: u32) -> f32 {
    match depths_mm.get(vertex as usize) {
        Some(depth) if !depth.is_nan() => depth.max(FAR_OUTSIDE_MM),
        _ => FAR_OUTSIDE_MM,
    }
}

/// The skin where it is inside of one of the areas or close to it, lifted by `lift_mm` along its normals. Missing
/// depths count as outside.
pub fn fine_patch<const AREAS: usize>(
    skin: &SurfaceMesh,
    areas: [&SlopedField; AREAS],
    lift_mm: f32,
) -> FinePatch<AREAS> {
    let mut patch = FinePatch {
        positions_mm: Vec::new(),
        normals: Vec::new(),
        depths_mm: Vec::new(),
        triangles: Vec::new(),
    };
    let at = |area: usize, vertex: u32| {
        let known = areas[area].0.get(vertex as usize).copied();
        known.unwrap_or(Sloped {
            value: FAR_OUTSIDE_MM,
            slope: Vec3::ZERO,
        })
    };
    // The patch's number of each vertex of the skin that it has.
    let mut numbers = vec![u32::MAX; skin.positions_mm.len()];
    let lifted = |vertex: u32| {
        let normal = skin.normals[vertex as usize];
        (
            skin.positions_mm[vertex as usize] + normal * lift_mm,
            normal,
        )
    };
    for &triangle in &skin.triangles {
        let mut fine = false;
        let mut is_in = false;
        for area in 0..AREAS {
            let depths = triangle.map(|vertex| at(area, vertex).value);
            let least = depths.into_iter().fold(f32::INFINITY, f32::min);
            let most = depths.into_iter().fold(f32::NEG_INFINITY, f32::max);
            fine |= least < FINE_MM.1 && most > FINE_MM.0;
            is_in |= most > 0.0;
        }
        if fine {
            let cubics: [Cubic; AREAS] =
                std::array::from_fn(|area| Cubic::of(skin, triangle, |vertex| at(area, vertex)));
            patch.add_fine(triangle.map(lifted), &cubics);
        } else if is_in {
            let corners = triangle.map(|vertex| {
                let number = &mut numbers[vertex as usize];
                if *number == u32::MAX {
                    let (place, normal) = lifted(vertex);
                    let depths = std::array::from_fn(|area| at(area, vertex).value);
                    *number = patch.add(place, normal, depths);
                }
                *number
            });
            patch.triangles.push(corners);
        }
    }
    patch
}

impl<const AREAS: usize> FinePatch<AREAS> {
    fn add(&mut self, place_mm: Vec3, normal: Vec3, depths_mm: [f32; AREAS]) -> u32 {
        self.positions_mm.push(place_mm);
        self.normals.push(normal);
        self.depths_mm.push(depths_mm);
        self.positions_mm.len() as u32 - 1
    }

    /// Adds a triangle of the skin in small ones, those of them that are not beside all areas.
    fn add_fine(&mut self, corners: [(Vec3, Vec3); 3], cubics: &[Cubic; AREAS]) {
        let first = self.positions_mm.len() as u32;
        for row in 0..=PARTS {
            for column in 0..=row {
                let shares = [PARTS - row, row - column, column];
                let shares = shares.map(|parts| parts as f32 / PARTS as f32);
                let mix = |of: fn(&(Vec3, Vec3)) -> Vec3| {
                    let parts = corners.iter().zip(shares);
                    parts
                        .map(|(corner, share)| of(corner) * share)
                        .sum::<Vec3>()
                };
                let normal = mix(|corner| corner.1).normalize_or(Vec3::Z);
                let depths = std::array::from_fn(|area| cubics[area].at(shares));
                self.add(mix(|corner| corner.0), normal, depths);
            }
        }
        let number = |row: usize, column: usize| first + (row * (row + 1) / 2 + column) as u32;
        for row in 0..PARTS {
            for column in 0..=row {
                self.keep([
                    number(row, column),
                    number(row + 1, column),
                    number(row + 1, column + 1),
                ]);
                if column < row {
                    self.keep([
                        number(row, column),
                        number(row + 1, column + 1),
                        number(row, column + 1),
                    ]);
                }
            }
        }
    }

    fn keep(&mut self, triangle: [u32; 3]) {
        let near = |vertex: u32| {
            let depths = self.depths_mm[vertex as usize];
            depths.into_iter().any(|depth| depth > BEYOND_MM)
        };
        if triangle.into_iter().any(near) {
            self.triangles.push(triangle);
        }
    }
}

/// A depth over a triangle as a cubic in Bernstein's form.
struct Cubic {
    corners: [f32; 3],
    /// On the edge from each corner to the next: nearer to the corner, nearer to the next.
    edges: [[f32; 2]; 3],
    middle: f32,
}

impl Cubic {
    fn of(skin: &SurfaceMesh, triangle: [u32; 3], at: impl Fn(u32) -> Sloped) -> Self {
        let places = skin.corners_mm(triangle);
        let known = triangle.map(at);
        let corners = known.map(|one| one.value);
        let edges: [[f32; 2]; 3] = std::array::from_fn(|from| {
            let to = (from + 1) % 3;
            let way = places[to] - places[from];
            [
                corners[from] + known[from].slope.dot(way) / 3.0,
                corners[to] - known[to].slope.dot(way) / 3.0,
            ]
        });
        let on_edges = edges.as_flattened().iter().sum::<f32>() / 6.0;
        let at_corners = corners.iter().sum::<f32>() / 3.0;
        Self {
            corners,
            edges,
            middle: on_edges + (on_edges - at_corners) / 2.0,
        }
    }

    fn at(&self, shares: [f32; 3]) -> f32 {
        let corners = (0..3).map(|at| self.corners[at] * shares[at].powi(3));
        let edges = (0..3).map(|from| {
            let (a, b) = (shares[from], shares[(from + 1) % 3]);
            3.0 * a * b * (a * self.edges[from][0] + b * self.edges[from][1])
        });
        let middle = 6.0 * shares[0] * shares[1] * shares[2] * self.middle;
        corners.sum::<f32>() + edges.sum::<f32>() + middle
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anatomy::samples::{ball, sheet};

    #[test]
    fn a_round_edge_stays_round_between_the_vertices() {
        // Squares of 6 mm; a disc of 20 mm.
        let mesh = sheet(21, 21, 6.0);
        let middle = Vec3::new(1.3, 61.7, 0.0);
        let depth = |at: Vec3| 20.0 - at.distance(middle);
        let exact = SlopedField(
            (mesh.positions_mm.iter())
                .map(|at| Sloped {
                    value: depth(*at),
                    slope: (middle - *at).normalize_or_zero(),
                })
                .collect(),
        );
        let patch = fine_patch(&mesh, [&exact], 0.0);
        let wrong = (patch.positions_mm.iter().zip(&patch.depths_mm))
            .filter(|(_, [drawn])| drawn.abs() < 2.0)
            .map(|(at, [drawn])| (drawn - depth(*at)).abs());
        let wrong = wrong.fold(0.0, f32::max);
        // Straight lines between the vertices are 0.3 mm off.
        assert!(wrong < 0.05, "{wrong} mm");
        let values: Vec<f32> = exact.0.iter().map(|one| one.value).collect();
        let found = sloped(&mesh, &values);
        for (at, (found, exact)) in mesh.positions_mm.iter().zip(found.0.iter().zip(&exact.0)) {
            let inner = at.x.abs() < 50.0 && (10.0..110.0).contains(&at.y);
            if inner && exact.value.abs() < 6.0 {
                let off = (found.value - exact.value).abs();
                assert!(off < 0.7, "{found:?} {exact:?}");
                let turned = found.slope.distance(exact.slope);
                assert!(turned < 0.15, "{found:?} {exact:?}");
            }
        }
    }

    #[test]
    fn a_patch_reaches_just_over_its_edge_and_is_lifted() {
        let mesh = ball(100.0);
        let depths: Vec<f32> = mesh.positions_mm.iter().map(|at| at.y).collect();
        let patch = fine_patch(&mesh, [&sloped(&mesh, &depths)], 1.0);
        let area: f32 = (patch.triangles.iter())
            .filter(|triangle| {
                triangle
                    .iter()
                    .all(|at| patch.depths_mm[*at as usize][0] >= 0.0)
            })
            .map(|triangle| {
                let [a, b, c] = triangle.map(|i| patch.positions_mm[i as usize]);
                (b - a).cross(c - a).length() * 0.5
            })
            .sum();
        let wanted = std::f32::consts::TAU * 101.0 * 101.0;
        assert!((area / wanted - 1.0).abs() < 0.02, "{}", area / wanted);
        let reached = patch.triangles.iter().flatten();
        let lowest = reached.map(|at| patch.positions_mm[*at as usize].y);
        let lowest = lowest.fold(f32::INFINITY, f32::min);
        assert!((-6.0..-1.0).contains(&lowest), "{lowest}");
        let none = fine_patch(&mesh, [&SlopedField::default()], 0.0);
        assert!(none.triangles.is_empty());
        let mut holes = depths;
        let last = holes.len() - 1;
        holes[last] = f32::NEG_INFINITY;
        let patch = fine_patch(&mesh, [&sloped(&mesh, &holes)], 0.0);
        assert!(
            patch
                .depths_mm
                .iter()
                .flatten()
                .all(|depth| depth.is_finite())
        );
    }
}
