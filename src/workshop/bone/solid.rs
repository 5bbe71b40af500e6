//! A reference mesh as the measuring of bones needs it: positions and triangles only.

use glam::Vec3;

/// A closed reference surface, or several of them that overlap, in the body frame, millimetres.
#[derive(Clone, Debug, Default)]
pub struct Solid {
    /// Corners.
    pub positions_mm: Vec<Vec3>,
    /// Triangles, counter-clockwise seen from outside.
    pub triangles: Vec<[u32; 3]>,
}

impl Solid {
    /// Smallest and largest corner of the bounding box; `None` for an empty solid.
    pub fn bounds_mm(&self) -> Option<(Vec3, Vec3)> {
        let first = *self.positions_mm.first()?;
        Some(
            self.positions_mm
                .iter()
                .fold((first, first), |(low, high), p| (low.min(*p), high.max(*p))),
        )
    }

    /// The mirror image across the midline x = 0, still facing outwards.
    pub fn mirrored(&self) -> Self {
        Self {
            positions_mm: self
                .positions_mm
                .iter()
                .map(|p| Vec3::new(-p.x, p.y, p.z))
                .collect(),
            triangles: self.triangles.iter().map(|t| [t[0], t[2], t[1]]).collect(),
        }
    }

    /// Adds the triangles of another solid.
    pub fn append(&mut self, other: &Self) {
        let shift = self.positions_mm.len() as u32;
        self.positions_mm.extend_from_slice(&other.positions_mm);
        self.triangles
            .extend(other.triangles.iter().map(|t| t.map(|i| i + shift)));
    }

    /// Centre of area and the three main directions of the surface, longest spread first.
    pub fn principal(&self) -> Option<(Vec3, [Vec3; 3])> {
        let mut area_sum = 0.0_f64;
        let mut centre = glam::DVec3::ZERO;
        let mut pieces = Vec::with_capacity(self.triangles.len());
        for t in &self.triangles {
            let [a, b, c] = t.map(|i| self.positions_mm[i as usize].as_dvec3());
            let area = (b - a).cross(c - a).length() * 0.5;
            let middle = (a + b + c) / 3.0;
            area_sum += area;
            centre += middle * area;
            pieces.push((middle, area));
        }
        if area_sum <= 0.0 {
            return None;
        }
        centre /= area_sum;
        let mut spread = glam::DMat3::ZERO;
        for (middle, area) in pieces {
            let d = middle - centre;
            spread += glam::DMat3::from_cols(d * d.x, d * d.y, d * d.z) * (area / area_sum);
        }
        let long = largest_direction(spread);
        let along = spread * long;
        let rest = spread
            - glam::DMat3::from_cols(long * long.x, long * long.y, long * long.z) * along.dot(long);
        let middle = largest_direction(rest);
        let middle = (middle - long * middle.dot(long)).normalize_or_zero();
        let short = long.cross(middle);
        Some((
            centre.as_vec3(),
            [long.as_vec3(), middle.as_vec3(), short.as_vec3()],
        ))
    }
}

/// The direction of the largest eigenvalue of a symmetric matrix, by power iteration.
fn largest_direction(matrix: glam::DMat3) -> glam::DVec3 {
    let mut direction = glam::DVec3::new(0.541, 0.642, 0.543).normalize();
    for _ in 0..200 {
        let next = (matrix * direction).normalize_or_zero();
        if next == glam::DVec3::ZERO {
            break;
        }
        direction = next;
    }
    direction
}
