//! From the coarse nets of `data/shapes` to smooth closed surfaces.
//!
//! A net is a row of rings from the origin to the insertion. Around a ring runs a
//! periodic cubic, from ring to ring a cubic by chord length; the first and the last ring
//! are closed by a rounded lid laid between the two halves of the ring, so that a
//! flat and curved end (a broad muscle along the spine) closes without folds. That
//! is why a ring starts at one end of its long axis.

use super::mesh::SurfaceMesh;
use crate::model::raw::{Net, Shape};
use glam::Vec3;

/// Edge length aimed at, millimetres: on a rim as round as a thumb it leaves the curve by a third of a
/// millimetre, and half the length would be four times the triangles.
const EDGE_MM: f32 = 8.0;
/// A net's vertices aimed at, at most.
const MOST_VERTICES: f32 = 1800.0;
/// A ring no wider than this closes to a point.
const POLE_MM: f32 = 0.05;
/// How far a lid leaves along the surface, as a share of the ring's width there: 0.3 of the width high at most.
const LID_TANGENT: f32 = 1.2;
/// The most a lid rises, millimetres (times four, the height of a cubic against its tangents).
const LID_TANGENT_MOST_MM: f32 = 40.0;
/// Most rings and most points a ring that a file may ask for.
const MOST_RINGS: usize = 256;
/// Coordinates beyond this are no part of a body.
const FARTHEST_MM: f32 = 10_000.0;

/// Why a net is not a surface.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum NetError {
    /// Too few or too many rings.
    #[error("a net needs 2 to {MOST_RINGS} rings, this one has {0}")]
    Rings(usize),
    /// Too few or too many points in a ring.
    #[error("a ring needs 3 to {MOST_RINGS} points, ring {ring} has {points}")]
    Points {
        /// Number of the ring, from 0.
        ring: usize,
        /// Its points.
        points: usize,
    },
    /// A ring has another number of points than the first.
    #[error("ring {ring} has {points} points, the first has {first}: they must be equal")]
    Uneven {
        /// Number of the ring, from 0.
        ring: usize,
        /// Its points.
        points: usize,
        /// Points of the first ring.
        first: usize,
    },
    /// A coordinate or radius is not a number or is far outside of any body.
    #[error("ring {ring} has a coordinate that is no place in a body")]
    Coordinate {
        /// Number of the ring, from 0.
        ring: usize,
    },
    /// A polar net's axis and radii do not have the same number of rings.
    #[error("the axis has {axis} centres and there are {radii} lists of radii: they must be equal")]
    Axis {
        /// Centres on the axis.
        axis: usize,
        /// Lists of radii.
        radii: usize,
    },
    /// The shape has no nets.
    #[error("the shape has no nets")]
    Empty,
    /// The net encloses nothing.
    #[error("the net encloses no volume")]
    Flat,
}

/// How fine the surface of a net is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fineness {
    /// Quads from the first ring to the last, over all intervals; at least one an interval.
    pub along: usize,
    /// Quads from a ring's point to its next.
    pub around: usize,
}

impl Fineness {
    /// Edges of about [`EDGE_MM`], longer where a large net would have too many vertices.
    pub fn for_rings(rings: &[Vec<Vec3>]) -> Self {
        let points = rings.first().map_or(3, Vec::len).max(3) as f32;
        let perimeter = rings
            .iter()
            .map(|ring| perimeter_mm(ring))
            .fold(0.0, f32::max);
        let length: f32 = spans_mm(rings).iter().sum();
        let count = (perimeter / EDGE_MM) * (length / EDGE_MM);
        let edge = EDGE_MM * (count / MOST_VERTICES).sqrt().max(1.0);
        Self {
            along: ((length / edge).round() as usize).clamp(2, 400),
            around: ((perimeter / points / edge).round() as usize).clamp(1, 16),
        }
    }
}

/// The rings of a net as points in the body frame, millimetres, whichever way they are written.
pub fn rings_of_net(net: &Net) -> Result<Vec<Vec<Vec3>>, NetError> {
    let rings: Vec<Vec<Vec3>> = match net {
        Net::Rings(rings) => rings
            .iter()
            .map(|ring| ring.iter().map(|&p| Vec3::from(p)).collect())
            .collect(),
        Net::Polar {
            axis,
            zero,
            radii_mm,
        } => {
            if axis.len() != radii_mm.len() {
                return Err(NetError::Axis {
                    axis: axis.len(),
                    radii: radii_mm.len(),
                });
            }
            polar_rings(axis, Vec3::from(*zero), radii_mm)
        }
    };
    check(&rings)?;
    Ok(rings)
}

/// At each centre the radii lie in the plane across the axis; its direction is that of the
/// line between the neighbouring centres.
fn polar_rings(axis: &[(f32, f32, f32)], zero: Vec3, radii_mm: &[Vec<f32>]) -> Vec<Vec<Vec3>> {
    let centre = |i: usize| Vec3::from(axis[i]);
    let last = axis.len().saturating_sub(1);
    radii_mm
        .iter()
        .enumerate()
        .map(|(i, radii)| {
            let along =
                (centre((i + 1).min(last)) - centre(i.saturating_sub(1))).normalize_or(Vec3::Y);
            let first = zero
                .reject_from_normalized(along)
                .try_normalize()
                .unwrap_or_else(|| along.any_orthonormal_vector());
            let second = along.cross(first);
            (0u16..)
                .zip(radii)
                .map(|(k, &radius)| {
                    let angle = std::f32::consts::TAU * f32::from(k) / radii.len() as f32;
                    centre(i) + (first * angle.cos() + second * angle.sin()) * radius
                })
                .collect()
        })
        .collect()
}

fn check(rings: &[Vec<Vec3>]) -> Result<(), NetError> {
    if !(2..=MOST_RINGS).contains(&rings.len()) {
        return Err(NetError::Rings(rings.len()));
    }
    let first = rings[0].len();
    for (number, ring) in rings.iter().enumerate() {
        let points = ring.len();
        if !(3..=MOST_RINGS).contains(&points) {
            return Err(NetError::Points {
                ring: number,
                points,
            });
        }
        if points != first {
            return Err(NetError::Uneven {
                ring: number,
                points,
                first,
            });
        }
        // Written so that a NaN is caught too.
        if !ring.iter().all(|p| p.abs().max_element() < FARTHEST_MM)
            || ring.iter().any(|p| p.is_nan())
        {
            return Err(NetError::Coordinate { ring: number });
        }
    }
    Ok(())
}

/// The closed surface of all nets of a shape, each as fine as its size asks for.
pub fn surface_of_shape(shape: &Shape) -> Result<SurfaceMesh, NetError> {
    let mut whole = SurfaceMesh::default();
    for net in &shape.nets {
        let rings = rings_of_net(net)?;
        whole.append(&surface_of_rings(&rings, Fineness::for_rings(&rings))?);
    }
    if whole.triangles.is_empty() {
        return Err(NetError::Empty);
    }
    Ok(whole)
}

/// The closed surface of one net, facing outward.
pub fn surface_of_net(net: &Net, fineness: Fineness) -> Result<SurfaceMesh, NetError> {
    surface_of_rings(&rings_of_net(net)?, fineness)
}

/// The closed surface of rings that are already points; see [`surface_of_net`].
pub fn surface_of_rings(rings: &[Vec<Vec3>], fineness: Fineness) -> Result<SurfaceMesh, NetError> {
    check(rings)?;
    let mut builder = Builder::new(rings, fineness);
    builder.sides();
    builder.end(false);
    builder.end(true);
    let mut mesh = builder.mesh;
    let volume = mesh.signed_volume_mm3();
    if !volume.is_finite() || volume.abs() < 1e-3 {
        return Err(NetError::Flat);
    }
    mesh.recompute_normals();
    if volume < 0.0 {
        mesh.turn_inside_out();
    }
    Ok(mesh)
}

/// A row of the fine grid around the muscle, from which the mesh is made.
struct Row {
    points: Vec<Vec3>,
    f: f32,
    /// Index of the first vertex; a pole has a single one.
    base: u32,
    pole: bool,
}

struct Builder {
    rows: Vec<Row>,
    /// Points around.
    around: usize,
    mesh: SurfaceMesh,
}

impl Builder {
    fn new(rings: &[Vec<Vec3>], fineness: Fineness) -> Self {
        let fine: Vec<Vec<Vec3>> = rings
            .iter()
            .map(|ring| finer_ring(ring, fineness.around.max(1)))
            .collect();
        let around = fine[0].len();
        let rows = rows_along(&fine, &spans_mm(rings), fineness.along)
            .into_iter()
            .map(|(points, f)| {
                let middle = mean(&points);
                let pole = points.iter().all(|p| p.distance(middle) < POLE_MM);
                Row {
                    points,
                    f,
                    base: 0,
                    pole,
                }
            })
            .collect();
        let mut builder = Self {
            rows,
            around,
            mesh: SurfaceMesh::default(),
        };
        builder.vertices();
        builder
    }

    /// Across the fibres: up one half of the ring, down the other.
    fn u(&self, k: usize) -> f32 {
        let turn = 2.0 * k as f32 / self.around as f32;
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

    /// Direction of growing f at a point of the grid.
    fn tangent(&self, row: usize, k: usize) -> Vec3 {
        let before = row.saturating_sub(1);
        let after = (row + 1).min(self.rows.len() - 1);
        (self.rows[after].points[k] - self.rows[before].points[k]).normalize_or_zero()
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
                    self.push(point, self.u(k), f, tangent);
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
            let u = self.u(from);
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

fn proper(&[a, b, c]: &[u32; 3]) -> bool {
    a != b && b != c && c != a
}

fn mean(points: &[Vec3]) -> Vec3 {
    points.iter().sum::<Vec3>() / points.len().max(1) as f32
}

fn perimeter_mm(ring: &[Vec3]) -> f32 {
    (0..ring.len())
        .map(|k| ring[k].distance(ring[(k + 1) % ring.len()]))
        .sum()
}

/// Mean way from each ring to its next, millimetres.
fn spans_mm(rings: &[Vec<Vec3>]) -> Vec<f32> {
    rings
        .windows(2)
        .map(|pair| {
            let ways: f32 = pair[0]
                .iter()
                .zip(&pair[1])
                .map(|(a, b)| a.distance(*b))
                .sum();
            // Never zero: the cubic along divides by it.
            (ways / pair[0].len() as f32).max(1e-3)
        })
        .collect()
}

/// Each interval of a closed ring divided in `parts` along a periodic cubic through the points.
fn finer_ring(ring: &[Vec3], parts: usize) -> Vec<Vec3> {
    let n = ring.len();
    let at = |k: usize| ring[k % n];
    (0..n)
        .flat_map(|k| {
            let (p0, p1, p2, p3) = (at(k + n - 1), at(k), at(k + 1), at(k + 2));
            let (leave, arrive) = ((p2 - p0) * 0.5, (p3 - p1) * 0.5);
            (0..parts).map(move |step| hermite(p1, p2, leave, arrive, step as f32 / parts as f32))
        })
        .collect()
}

/// Rows of points with their f, by cubics through the rings with the mean ways between them as their measure.
fn rows_along(rings: &[Vec<Vec3>], spans: &[f32], along: usize) -> Vec<(Vec<Vec3>, f32)> {
    let total: f32 = spans.iter().sum();
    let slope = |i: usize, k: usize| -> Vec3 {
        let step = |j: usize| (rings[j + 1][k] - rings[j][k]) / spans[j];
        if i == 0 {
            step(0)
        } else if i == spans.len() {
            step(i - 1)
        } else {
            let (h0, h1) = (spans[i - 1], spans[i]);
            (step(i - 1) * h1 + step(i) * h0) / (h0 + h1)
        }
    };
    let mut rows = Vec::new();
    let mut way = 0.0;
    for (i, &span) in spans.iter().enumerate() {
        let parts = ((span / total * along as f32).round() as usize).max(1);
        let ends: Vec<(Vec3, Vec3)> = (0..rings[i].len())
            .map(|k| (slope(i, k) * span, slope(i + 1, k) * span))
            .collect();
        for part in 0..parts {
            let t = part as f32 / parts as f32;
            let knots = rings[i].iter().zip(&rings[i + 1]).zip(&ends);
            let points = knots
                .map(|((&p, &q), &(leave, arrive))| hermite(p, q, leave, arrive, t))
                .collect();
            rows.push((points, (way + span * t) / total));
        }
        way += span;
    }
    if let Some(last) = rings.last() {
        rows.push((last.clone(), 1.0));
    }
    rows
}

fn hermite(p: Vec3, q: Vec3, leave: Vec3, arrive: Vec3, t: f32) -> Vec3 {
    let (t2, t3) = (t * t, t * t * t);
    p * (2.0 * t3 - 3.0 * t2 + 1.0)
        + leave * (t3 - 2.0 * t2 + t)
        + q * (3.0 * t2 - 2.0 * t3)
        + arrive * (t3 - t2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// An elliptic tube along y, wide in x.
    fn tube(rings: usize, points: usize, wide: f32, thick: f32) -> Net {
        Net::Rings(
            (0..rings)
                .map(|i| {
                    (0..points)
                        .map(|k| {
                            let a = std::f32::consts::TAU * k as f32 / points as f32;
                            (wide * a.cos(), i as f32 * 20.0, thick * a.sin())
                        })
                        .collect()
                })
                .collect(),
        )
    }

    fn sound(mesh: &SurfaceMesh) {
        assert!(mesh.is_closed());
        assert!(mesh.signed_volume_mm3() > 0.0);
        assert!(
            mesh.fibre_uv
                .iter()
                .flatten()
                .all(|v| (0.0..=1.0).contains(v))
        );
        assert!(mesh.normals.iter().all(|n| (n.length() - 1.0).abs() < 1e-3));
        assert!(
            mesh.fibre_tangent
                .iter()
                .all(|t| (t.length() - 1.0).abs() < 1e-3)
        );
        assert_eq!(mesh.normals.len(), mesh.positions_mm.len());
    }

    #[test]
    fn a_tube_has_the_volume_of_a_tube_and_its_fibres_run_along() {
        for points in [8, 9, 16] {
            let mesh = surface_of_net(
                &tube(6, points, 30.0, 10.0),
                Fineness {
                    along: 20,
                    around: 4,
                },
            )
            .unwrap();
            sound(&mesh);
            let tube = std::f32::consts::PI * 30.0 * 10.0 * 100.0;
            let volume = mesh.signed_volume_mm3();
            assert!(
                volume > tube * 0.93 && volume < tube * 1.25,
                "{volume} of {tube}"
            );
            assert!(mesh.fibre_tangent.iter().all(|t| t.y > 0.99));
            sound(&mesh.mirrored());
        }
    }

    #[test]
    fn a_polar_sphere_with_poles_is_a_sphere() {
        let axis = (0..=12).map(|i| {
            (
                0.0,
                -50.0 * (i as f32 / 12.0 * std::f32::consts::PI).cos(),
                0.0,
            )
        });
        let radii = (0..=12)
            .map(|i| vec![50.0 * (i as f32 / 12.0 * std::f32::consts::PI).sin().max(0.0); 16]);
        let net = Net::Polar {
            axis: axis.collect(),
            zero: (1.0, 0.0, 0.0),
            radii_mm: radii.collect(),
        };
        let mesh = surface_of_net(
            &net,
            Fineness {
                along: 36,
                around: 2,
            },
        )
        .unwrap();
        sound(&mesh);
        let sphere = 4.0 / 3.0 * std::f32::consts::PI * 50.0f32.powi(3);
        assert!((mesh.signed_volume_mm3() / sphere - 1.0).abs() < 0.05);
    }

    #[test]
    fn unsound_nets_are_refused_in_words() {
        let bad = |net: Net| rings_of_net(&net).unwrap_err();
        assert_eq!(bad(Net::Rings(vec![])), NetError::Rings(0));
        assert_eq!(
            bad(Net::Rings(vec![
                vec![(0.0, 0.0, 0.0); 4],
                vec![(0.0, 0.0, 0.0); 5]
            ])),
            NetError::Uneven {
                ring: 1,
                points: 5,
                first: 4
            }
        );
        assert_eq!(
            bad(Net::Rings(vec![vec![(f32::NAN, 0.0, 0.0); 4]; 2])),
            NetError::Coordinate { ring: 0 }
        );
        assert_eq!(
            bad(Net::Polar {
                axis: vec![],
                zero: (1.0, 0.0, 0.0),
                radii_mm: vec![vec![1.0]]
            }),
            NetError::Axis { axis: 0, radii: 1 }
        );
        let flat = Net::Rings(vec![vec![(1.0, 2.0, 3.0); 4]; 3]);
        assert_eq!(
            surface_of_net(
                &flat,
                Fineness {
                    along: 4,
                    around: 2
                }
            ),
            Err(NetError::Flat)
        );
    }

    proptest! {
        #[test]
        fn any_tube_is_closed_outward_and_within_its_budget(
            rings in 2usize..16, points in 4usize..32, wide in 2.0..120.0f32, thick in 1.0..40.0f32,
        ) {
            let shape = Shape {
                structure: "tube".into(), source: "own".into(), measured_on: String::new(),
                nets: vec![tube(rings, points, wide, thick)],
            };
            let mesh = surface_of_shape(&shape).unwrap();
            sound(&mesh);
            prop_assert!(mesh.positions_mm.len() < 5000);
        }
    }
}
