//! The left half of the skin in triangles, as it is from its last forming on, and the whole of it.

use glam::Vec3;

use crate::anatomy::{
    mesh::SurfaceMesh,
    surface_nets::{Corner, HalfSurface},
};

/// The left half of a surface.
pub struct HalfTriangles {
    /// Vertices, body frame, millimetres.
    pub positions_mm: Vec<Vec3>,
    /// Triangles, counter-clockwise seen from outside, those across the midline included once.
    pub triangles: Vec<[Corner; 3]>,
}

/// The mirror image of a place or direction.
pub fn flip(v: Vec3) -> Vec3 {
    Vec3::new(-v.x, v.y, v.z)
}

/// Whether a triangle joins the left half to its mirror image.
pub fn crosses(triangle: &[Corner; 3]) -> bool {
    let [a, b, c] = triangle.map(|corner| corner.mirrored);
    a != b || b != c
}

impl HalfTriangles {
    /// Cuts every quad along its shorter diagonal.
    pub fn of(half: &HalfSurface) -> Self {
        let mut cut = Self {
            positions_mm: half.positions_mm.clone(),
            triangles: Vec::with_capacity(half.quads.len() * 2),
        };
        for quad in &half.quads {
            let place = quad.map(|corner| cut.place_mm(corner));
            let halves =
                if place[0].distance_squared(place[2]) <= place[1].distance_squared(place[3]) {
                    [[0, 1, 2], [0, 2, 3]]
                } else {
                    [[0, 1, 3], [1, 2, 3]]
                };
            cut.triangles
                .extend(halves.map(|half| half.map(|n| quad[n])));
        }
        cut
    }

    /// Place of a corner.
    pub fn place_mm(&self, corner: Corner) -> Vec3 {
        let place = self.positions_mm[corner.vertex as usize];
        if corner.mirrored { flip(place) } else { place }
    }

    /// Outward directions at the vertices. A triangle counts by how sharp its corner is (after Max 1999, "Weights
    /// for computing vertex normals from facet normals"), so that large and small ones may lie beside each other.
    pub fn normals(&self) -> Vec<Vec3> {
        let mut sums = vec![Vec3::ZERO; self.positions_mm.len()];
        for triangle in &self.triangles {
            let place = triangle.map(|corner| self.place_mm(corner));
            let across = (place[1] - place[0]).cross(place[2] - place[0]);
            for n in 0..3 {
                let one = (place[(n + 1) % 3] - place[n]).length_squared();
                let other = (place[(n + 2) % 3] - place[n]).length_squared();
                let outward = across / (one * other).max(1e-12);
                let corner = triangle[n];
                sums[corner.vertex as usize] += if corner.mirrored {
                    flip(outward)
                } else {
                    outward
                };
            }
        }
        sums.into_iter().map(|n| n.normalize_or(Vec3::Z)).collect()
    }

    /// Left half and mirror image as one mesh.
    pub fn whole(&self) -> SurfaceMesh {
        let left = self.positions_mm.len() as u32;
        let mut normals = self.normals();
        normals.extend_from_within(..);
        normals[left as usize..]
            .iter_mut()
            .for_each(|normal| *normal = flip(*normal));
        let mut positions_mm = self.positions_mm.clone();
        positions_mm.extend(self.positions_mm.iter().map(|&place| flip(place)));
        let mut triangles = Vec::with_capacity(self.triangles.len() * 2);
        for triangle in &self.triangles {
            let index = triangle.map(|c| c.vertex + if c.mirrored { left } else { 0 });
            triangles.push(index);
            // A quad across the midline is its own mirror image.
            if !crosses(triangle) {
                let [a, b, c] = index.map(|i| (i + left) % (2 * left));
                triangles.push([a, c, b]);
            }
        }
        let count = positions_mm.len();
        SurfaceMesh {
            positions_mm,
            normals,
            triangles,
            fibre_uv: vec![[0.0; 2]; count],
            fibre_tangent: vec![Vec3::ZERO; count],
        }
    }
}
