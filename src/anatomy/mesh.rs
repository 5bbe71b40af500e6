//! Triangle meshes of the body's structures.
//!
//! Knows nothing of where a mesh comes from (see `ring_net`) nor of how it is drawn.

use glam::Vec3;

/// Triangle mesh in the body frame, millimetres, counter-clockwise seen from outside.
///
/// All per-vertex lists have the length of `positions_mm`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SurfaceMesh {
    /// Vertex positions, body frame, millimetres.
    pub positions_mm: Vec<Vec3>,
    /// Unit normals, outward.
    pub normals: Vec<Vec3>,
    /// Vertex indices of each triangle.
    pub triangles: Vec<[u32; 3]>,
    /// `(u, f)`: u across the fibres, 0 at the start of a ring, 1 half-way around and back to 0, so that
    /// there is no seam and the two faces of a flat muscle agree; f along, 0 at the origin, 1 at the
    /// insertion. Zeros for the skin.
    pub fibre_uv: Vec<[f32; 2]>,
    /// Unit direction of growing f; zero where there is none.
    pub fibre_tangent: Vec<Vec3>,
}

impl SurfaceMesh {
    /// A mesh without fibres from positions and triangles; the normals are computed.
    pub fn from_triangles(positions_mm: Vec<Vec3>, triangles: Vec<[u32; 3]>) -> Self {
        let count = positions_mm.len();
        let mut mesh = Self {
            positions_mm,
            normals: Vec::new(),
            triangles,
            fibre_uv: vec![[0.0; 2]; count],
            fibre_tangent: vec![Vec3::ZERO; count],
        };
        mesh.recompute_normals();
        mesh
    }

    /// The mirror image across the midline (x to -x), still facing outward.
    pub fn mirrored(&self) -> Self {
        let flip = |v: &Vec3| Vec3::new(-v.x, v.y, v.z);
        Self {
            positions_mm: self.positions_mm.iter().map(flip).collect(),
            normals: self.normals.iter().map(flip).collect(),
            triangles: self.triangles.iter().map(|&[a, b, c]| [a, c, b]).collect(),
            fibre_uv: self.fibre_uv.clone(),
            fibre_tangent: self.fibre_tangent.iter().map(flip).collect(),
        }
    }

    /// Adds another mesh as a further body of its own (nothing is joined).
    pub fn append(&mut self, other: &Self) {
        let base = self.positions_mm.len() as u32;
        self.positions_mm.extend_from_slice(&other.positions_mm);
        self.normals.extend_from_slice(&other.normals);
        self.fibre_uv.extend_from_slice(&other.fibre_uv);
        self.fibre_tangent.extend_from_slice(&other.fibre_tangent);
        self.triangles
            .extend(other.triangles.iter().map(|t| t.map(|i| i + base)));
    }

    /// The corners of a triangle of this mesh, millimetres.
    pub fn corners_mm(&self, triangle: [u32; 3]) -> [Vec3; 3] {
        triangle.map(|i| self.positions_mm[i as usize])
    }

    /// Enclosed volume in cubic millimetres; negative where the mesh faces inward.
    pub fn signed_volume_mm3(&self) -> f32 {
        // Summed about a point of the mesh and in f64: about the far origin the terms would cancel badly.
        let Some(&base) = self.positions_mm.first() else {
            return 0.0;
        };
        let sum: f64 = self
            .triangles
            .iter()
            .map(|&t| {
                let [a, b, c] = self.corners_mm(t).map(|p| (p - base).as_dvec3());
                a.dot(b.cross(c))
            })
            .sum();
        (sum / 6.0) as f32
    }

    /// True where every edge belongs to exactly two triangles that run along it in opposite directions.
    pub fn is_closed(&self) -> bool {
        let mut edges: Vec<(u32, u32)> = self
            .triangles
            .iter()
            .flat_map(|&[a, b, c]| [(a, b), (b, c), (c, a)])
            .collect();
        edges.sort_unstable();
        !edges.is_empty()
            && edges.windows(2).all(|pair| pair[0] != pair[1])
            && edges
                .iter()
                .all(|&(a, b)| edges.binary_search(&(b, a)).is_ok())
    }

    /// Sets the normals from the triangles around each vertex.
    pub fn recompute_normals(&mut self) {
        let mut normals = vec![Vec3::ZERO; self.positions_mm.len()];
        for &triangle in &self.triangles {
            let [a, b, c] = self.corners_mm(triangle);
            let (ab, bc, ca) = (b - a, c - b, a - c);
            let face = ab.cross(-ca);
            let (la, lb, lc) = (
                ab.length_squared(),
                bc.length_squared(),
                ca.length_squared(),
            );
            // The sine of the angle over the two sides (Max 1999): exact on a sphere, and cheap.
            for (vertex, sides) in triangle.into_iter().zip([la * lc, la * lb, lb * lc]) {
                if sides > 0.0 {
                    normals[vertex as usize] += face / sides;
                }
            }
        }
        self.normals = normals
            .into_iter()
            .map(|n| n.try_normalize().unwrap_or(Vec3::Y))
            .collect();
    }

    /// Least and greatest corner of the box around the mesh, millimetres; `None` where it is empty.
    pub fn bounds_mm(&self) -> Option<(Vec3, Vec3)> {
        let first = *self.positions_mm.first()?;
        Some(
            self.positions_mm
                .iter()
                .fold((first, first), |(low, high), &p| (low.min(p), high.max(p))),
        )
    }

    /// Ends the left one of a pair at the midline x = 0: what swings across it a little, as the lid of a net does
    /// whose last ring lies on it, is laid beside it, so that it does not stand in its twin. Nothing is done where the
    /// mesh reaches further across: then it is not drawn as one of a pair.
    pub fn end_at_midline(&mut self) {
        let least = self.positions_mm.iter().map(|p| p.x);
        let least = least.fold(f32::INFINITY, f32::min);
        if !(-FARTHEST_ACROSS_MM..BESIDE_MIDLINE_MM).contains(&least) {
            return;
        }
        for p in &mut self.positions_mm {
            if p.x < BESIDE_MIDLINE_MM {
                // Never equal for different places, so that no triangle is folded or flattened to nothing.
                p.x = BESIDE_MIDLINE_MM * ((p.x - BESIDE_MIDLINE_MM) / BESIDE_MIDLINE_MM).exp();
            }
        }
        self.recompute_normals();
    }

    /// Turns every triangle around, so that the mesh faces the other way.
    pub fn turn_inside_out(&mut self) {
        for triangle in &mut self.triangles {
            triangle.swap(1, 2);
        }
        for normal in &mut self.normals {
            *normal = -*normal;
        }
    }
}

/// Nearer to the midline than this a mesh is laid beside it, millimetres.
const BESIDE_MIDLINE_MM: f32 = 0.4;
/// The farthest that the left one of a pair may swing across the midline to be ended there, millimetres.
const FARTHEST_ACROSS_MM: f32 = 5.0;

#[cfg(test)]
mod tests {
    use super::*;

    fn tetrahedron() -> SurfaceMesh {
        SurfaceMesh::from_triangles(
            vec![Vec3::ZERO, Vec3::X * 10.0, Vec3::Y * 10.0, Vec3::Z * 10.0],
            vec![[0, 2, 1], [0, 1, 3], [0, 3, 2], [1, 2, 3]],
        )
    }

    #[test]
    fn a_tetrahedron_is_closed_and_its_mirror_image_faces_outward() {
        let mesh = tetrahedron();
        assert!(mesh.is_closed());
        assert!((mesh.signed_volume_mm3() - 1000.0 / 6.0).abs() < 1e-3);
        let mirror = mesh.mirrored();
        assert!(mirror.is_closed());
        assert!((mirror.signed_volume_mm3() - 1000.0 / 6.0).abs() < 1e-3);
        assert_eq!(mirror.mirrored(), mesh);
        let normal = mesh.normals[0];
        assert!((normal + Vec3::ONE.normalize()).length() < 1e-5);
    }

    #[test]
    fn what_swings_across_the_midline_a_little_ends_there_and_what_lies_across_is_let_be() {
        let across = |by_mm: f32| {
            let mut mesh = tetrahedron();
            mesh.positions_mm.iter_mut().for_each(|p| p.x -= by_mm);
            mesh.end_at_midline();
            mesh
        };
        let mesh = across(3.0);
        let least = mesh.positions_mm.iter().map(|p| p.x);
        let least = least.fold(f32::INFINITY, f32::min);
        assert!((0.0..0.1).contains(&least) && least > 0.0, "{least}");
        assert_eq!(mesh.positions_mm[1].x, 7.0);
        assert!(mesh.is_closed() && mesh.signed_volume_mm3() > 50.0);
        assert_eq!(across(8.0).positions_mm[0].x, -8.0);
        assert_eq!(across(-2.0).positions_mm, {
            let mut mesh = tetrahedron();
            mesh.positions_mm.iter_mut().for_each(|p| p.x += 2.0);
            mesh.positions_mm
        });
    }

    #[test]
    fn appending_keeps_two_bodies_and_a_missing_face_is_noticed() {
        let mut mesh = tetrahedron();
        mesh.append(&tetrahedron().mirrored());
        assert!(mesh.is_closed());
        assert_eq!(mesh.positions_mm.len(), 8);
        mesh.triangles.pop();
        assert!(!mesh.is_closed());
        assert!(!SurfaceMesh::default().is_closed());
        assert_eq!(SurfaceMesh::default().bounds_mm(), None);
    }
}
