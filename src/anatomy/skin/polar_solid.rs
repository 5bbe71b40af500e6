//! One polar net as a solid with a signed distance.
//!
//! The rings of a net of the skin all lie in parallel planes, across the line from the first centre
//! to the last (unlike the nets of bones, whose rings turn with the axis): so every point
//! of space has one place along the net and rings never cross. Between rings the square
//! of the radius is interpolated, which makes rounded ends exact: an ellipsoid's squared
//! radius is quadratic along its axis.

use glam::{Vec2, Vec3};

use crate::anatomy::ring_net::NetError;
use crate::model::{
    facts::Net,
    limits::{FURTHEST_MM, LARGEST_RING_RADIUS_MM, MOST_RING_POINTS, MOST_RINGS},
};

/// Signed distance (millimetres, negative inside) and its unit gradient.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// Approximate signed distance: exact in sign, true to first order near the surface.
    pub distance_mm: f32,
    /// Outward direction, of unit length.
    pub gradient: Vec3,
}

/// How far along the axis a wider ring is looked for before a point is told to be far away.
const NEAR_MM: f32 = 40.0;

/// A closed solid about a straight direction, with centres that may wander.
#[derive(Clone, Debug)]
pub struct PolarSolid {
    origin: Vec3,
    along: Vec3,
    first: Vec3,
    second: Vec3,
    /// Place of each ring along, ascending.
    stations: Vec<f32>,
    /// Centre of each ring across, with its slopes: (a, b, da/ds, db/ds).
    centres: Vec<[f32; 4]>,
    /// Per ring and angle: squared radius and its slope along.
    squares: Vec<[f32; 2]>,
    angles: usize,
    /// Greatest distance of the solid from the straight line through the origin.
    reach_mm: f32,
    /// From each ring to the next: greatest distance from the axis of anything that lies within
    /// [`NEAR_MM`] of that stretch.
    reach_near_mm: Vec<f32>,
    /// Mean of the rings' mean radii: how big the solid is across.
    mean_radius_mm: f32,
}

/// Slopes at all knots of one curve: that of the parabola through a knot and its neighbours, held to
/// three times the lesser chord, so that a curve neither overshoots where it turns sharply nor
/// flattens at every little rise (flat spots in a row would show as bands).
fn slopes(stations: &[f32], values: &[f32]) -> Vec<f32> {
    let chord = |i: usize| -> Option<(f32, f32)> {
        let run = stations.get(i + 1)? - stations[i];
        Some((run, (values[i + 1] - values[i]) / run))
    };
    (0..stations.len())
        .map(|i| match (i.checked_sub(1).and_then(chord), chord(i)) {
            (Some((run_before, before)), Some((run_after, after))) => {
                let slope = (before * run_after + after * run_before) / (run_before + run_after);
                let most = 3.0 * before.abs().min(after.abs());
                slope.clamp(-most, most)
            }
            (Some((_, only)), None) | (None, Some((_, only))) => only,
            (None, None) => 0.0,
        })
        .collect()
}

impl PolarSolid {
    /// Reads a net.
    ///
    /// # Errors
    /// A net that is not polar, is uneven, too small, not finite, or whose rings do not follow each other.
    pub fn new(net: &Net) -> Result<Self, NetError> {
        let Net::Polar {
            axis,
            zero,
            radii_mm,
        } = net
        else {
            return Err(NetError::NotPolar);
        };
        if axis.len() != radii_mm.len() {
            return Err(NetError::Axis {
                axis: axis.len(),
                radii: radii_mm.len(),
            });
        }
        if !(2..=MOST_RINGS).contains(&axis.len()) {
            return Err(NetError::Rings(axis.len()));
        }
        let angles = radii_mm[0].len();
        for (ring, radii) in radii_mm.iter().enumerate() {
            if !(4..=MOST_RING_POINTS).contains(&radii.len()) {
                return Err(NetError::Points {
                    ring,
                    points: radii.len(),
                });
            }
            if radii.len() != angles {
                return Err(NetError::Uneven {
                    ring,
                    points: radii.len(),
                    first: angles,
                });
            }
            let centre = Vec3::from(axis[ring]);
            let sound = |radius: &f32| (0.0..=LARGEST_RING_RADIUS_MM).contains(radius);
            let within = centre.is_finite() && centre.abs().max_element() <= FURTHEST_MM;
            if !within || !radii.iter().all(sound) {
                return Err(NetError::Coordinate { ring });
            }
        }
        let centre = |i: usize| Vec3::from(axis[i]);
        let origin = centre(0);
        let along = (centre(axis.len() - 1) - origin)
            .try_normalize()
            .ok_or(NetError::Flat)?;
        let first = Vec3::from(*zero)
            .reject_from_normalized(along)
            .try_normalize()
            .unwrap_or_else(|| along.any_orthonormal_vector());
        let second = along.cross(first);
        let stations: Vec<f32> = (0..axis.len())
            .map(|i| (centre(i) - origin).dot(along))
            .collect();
        if let Some(ring) = stations.windows(2).position(|s| s[1] - s[0] < 1e-3) {
            return Err(NetError::Coordinate { ring: ring + 1 });
        }
        let across = |direction: Vec3| -> Vec<f32> {
            (0..axis.len())
                .map(|i| (centre(i) - origin).dot(direction))
                .collect()
        };
        let (a, b) = (across(first), across(second));
        let (da, db) = (slopes(&stations, &a), slopes(&stations, &b));
        let centres: Vec<[f32; 4]> = (0..axis.len())
            .map(|i| [a[i], b[i], da[i], db[i]])
            .collect();
        let mut squares = vec![[0.0; 2]; angles * axis.len()];
        for angle in 0..angles {
            let values: Vec<f32> = radii_mm.iter().map(|radii| radii[angle].powi(2)).collect();
            for (ring, slope) in slopes(&stations, &values).into_iter().enumerate() {
                squares[ring * angles + angle] = [values[ring], slope];
            }
        }
        let mut reach_mm = 0.0_f32;
        let mut mean = 0.0;
        for (radii, centre) in radii_mm.iter().zip(&centres) {
            let widest = radii.iter().copied().fold(0.0, f32::max);
            reach_mm = reach_mm.max(widest * 1.1 + centre[0].hypot(centre[1]));
            mean += radii.iter().sum::<f32>() / angles as f32;
        }
        let widest: Vec<f32> = radii_mm
            .iter()
            .map(|radii| radii.iter().copied().fold(0.0, f32::max) * 1.1)
            .collect();
        let reach_near_mm = (0..stations.len() - 1)
            .map(|ring| {
                let from = stations[ring] - NEAR_MM;
                let to = stations[ring + 1] + NEAR_MM;
                // A ring just outside of the stretch widens what lies in it, too.
                let first = stations.partition_point(|&s| s < from).saturating_sub(1);
                let last = stations.partition_point(|&s| s <= to).min(widest.len() - 1);
                let centre = |i: usize| Vec2::new(a[i], b[i]);
                (first..=last).fold(0.0, |reach: f32, i| {
                    let aside = centre(i)
                        .distance(centre(ring))
                        .max(centre(i).distance(centre(ring + 1)));
                    reach.max(widest[i] + aside)
                })
            })
            .collect();
        Ok(Self {
            origin,
            along,
            first,
            second,
            mean_radius_mm: mean / axis.len() as f32,
            stations,
            centres,
            squares,
            angles,
            reach_mm,
            reach_near_mm,
        })
    }

    /// How big the solid is across, millimetres.
    pub fn mean_radius_mm(&self) -> f32 {
        self.mean_radius_mm
    }

    /// Centres of the rings, body frame.
    pub fn centres_mm(&self) -> impl Iterator<Item = Vec3> + '_ {
        self.stations
            .iter()
            .zip(&self.centres)
            .map(|(s, c)| self.origin + self.along * *s + self.first * c[0] + self.second * c[1])
    }

    /// Direction across the axis from which angles are counted.
    pub fn first(&self) -> Vec3 {
        self.first
    }

    /// The signed distance at a point, or `None` where the solid is farther away than `care_mm`.
    pub fn sample(&self, point_mm: Vec3, care_mm: f32) -> Option<Sample> {
        let from_origin = point_mm - self.origin;
        let s = from_origin.dot(self.along);
        let end = self.stations[self.stations.len() - 1];
        if s < -care_mm || s > end + care_mm {
            return None;
        }
        let (x, y) = (from_origin.dot(self.first), from_origin.dot(self.second));
        if x * x + y * y > (self.reach_mm + care_mm).powi(2) {
            return None;
        }
        let inside = s.clamp(0.0, end);
        let ring = self
            .stations
            .partition_point(|&station| station <= inside)
            .clamp(1, self.stations.len() - 1)
            - 1;
        let run = self.stations[ring + 1] - self.stations[ring];
        let u = (inside - self.stations[ring]) / run;
        let hermite = Hermite::at(u, run);
        let (c0, c1) = (&self.centres[ring], &self.centres[ring + 1]);
        let (a, da) = hermite.blend(c0[0], c0[2], c1[0], c1[2]);
        let (b, db) = hermite.blend(c0[1], c0[3], c1[1], c1[3]);
        let (x, y) = (x - a, y - b);
        if x * x + y * y > (self.reach_near_mm[ring] + care_mm.min(NEAR_MM)).powi(2) {
            return None;
        }
        let rho = (x * x + y * y).sqrt();
        let (square, by_s, by_angle) = self.square_at(ring, &hermite, y.atan2(x));
        let square = square.max(0.0);
        let radius = square.sqrt();
        let calm_rho = rho.max(0.3 * radius).max(0.5);
        let (unit_x, unit_y) = (x / rho.max(1e-4), y / rho.max(1e-4));
        let turn = by_angle / calm_rho;
        let beyond = s - inside;
        // Gradient of rho² - radius², divided so that it has unit slope near the surface.
        let out = rho + radius;
        let by_x = out * unit_x + turn * unit_y;
        let by_y = out * unit_y - turn * unit_x;
        let by_s = if beyond == 0.0 {
            -by_s - (by_x * da + by_y * db)
        } else {
            0.0
        };
        let steep = (out * out + turn * turn + by_s * by_s).sqrt().max(1e-4);
        let mut distance = (rho * rho - square) / steep;
        let mut gradient = (self.first * by_x + self.second * by_y + self.along * by_s) / steep;
        if beyond != 0.0 {
            let cap = self.along * beyond.signum();
            if distance > 0.0 {
                let whole = distance.hypot(beyond);
                gradient = (gradient * distance + cap * beyond.abs()) / whole;
                distance = whole;
            } else {
                gradient = cap;
                distance = beyond.abs();
            }
        }
        Some(Sample {
            distance_mm: distance,
            gradient: gradient.try_normalize().unwrap_or(self.first),
        })
    }

    /// Squared radius at an angle between two rings, with its slopes along and by angle.
    fn square_at(&self, ring: usize, hermite: &Hermite, angle: f32) -> (f32, f32, f32) {
        let per_radian = self.angles as f32 / std::f32::consts::TAU;
        let turn = angle * per_radian;
        let turn = if turn < 0.0 {
            turn + self.angles as f32
        } else {
            turn
        };
        let k = (turn as usize).min(self.angles - 1);
        let t = turn - k as f32;
        let (t2, t3) = (t * t, t * t * t);
        // Uniform Catmull-Rom weights and their derivatives.
        let weights = [
            0.5 * (-t + 2.0 * t2 - t3),
            0.5 * (2.0 - 5.0 * t2 + 3.0 * t3),
            0.5 * (t + 4.0 * t2 - 3.0 * t3),
            0.5 * (t3 - t2),
        ];
        let slopes = [
            0.5 * (-1.0 + 4.0 * t - 3.0 * t2),
            0.5 * (-10.0 * t + 9.0 * t2),
            0.5 * (1.0 + 8.0 * t - 9.0 * t2),
            0.5 * (3.0 * t2 - 2.0 * t),
        ];
        let (low, high) = (ring * self.angles, (ring + 1) * self.angles);
        let (mut square, mut by_s, mut by_angle) = (0.0, 0.0, 0.0);
        let mut at = (k + self.angles - 1) % self.angles;
        for i in 0..4 {
            let (p, q) = (&self.squares[low + at], &self.squares[high + at]);
            let (value, slope) = hermite.blend(p[0], p[1], q[0], q[1]);
            square += weights[i] * value;
            by_s += weights[i] * slope;
            by_angle += slopes[i] * value;
            at += 1;
            if at == self.angles {
                at = 0;
            }
        }
        (square, by_s, by_angle * per_radian)
    }
}

/// Weights of a cubic between two knots with given slopes.
struct Hermite {
    value: [f32; 4],
    slope: [f32; 4],
}

impl Hermite {
    fn at(u: f32, run: f32) -> Self {
        let (u2, u3) = (u * u, u * u * u);
        Self {
            value: [
                2.0 * u3 - 3.0 * u2 + 1.0,
                (u3 - 2.0 * u2 + u) * run,
                -2.0 * u3 + 3.0 * u2,
                (u3 - u2) * run,
            ],
            slope: [
                (6.0 * u2 - 6.0 * u) / run,
                3.0 * u2 - 4.0 * u + 1.0,
                (6.0 * u - 6.0 * u2) / run,
                3.0 * u2 - 2.0 * u,
            ],
        }
    }

    fn blend(&self, p: f32, dp: f32, q: f32, dq: f32) -> (f32, f32) {
        let (v, s) = (&self.value, &self.slope);
        (
            v[0] * p + v[1] * dp + v[2] * q + v[3] * dq,
            s[0] * p + s[1] * dp + s[2] * q + s[3] * dq,
        )
    }
}
