//! How the fibre coordinates lie on a muscle: what the shader needs to draw its bundles to size and lit from the
//! right side.

use crate::anatomy::mesh::SurfaceMesh;

/// How the coordinates u (around) and f (along the fibres) lie on a surface.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FibreScale {
    /// How far one goes for a whole turn of u, millimetres, on average.
    pub around_mm: f32,
    /// How far one goes for f from 0 to 1, millimetres, on average.
    pub along_mm: f32,
    /// 1 where u grows to the side to which the normal turns the fibre (`normal × fibre`), -1 where it grows to the
    /// other, as on a mirror image.
    pub handedness: f32,
}

impl FibreScale {
    /// Found from the edges that run around and from those that run along.
    pub fn of(mesh: &SurfaceMesh) -> Self {
        let mut around = (0.0_f32, 0.0_f32);
        let mut along = (0.0_f32, 0.0_f32);
        let mut turn = 0.0_f32;
        for &[a, b, c] in &mesh.triangles {
            for (a, b) in [(a, b), (b, c), (c, a)] {
                let (a, b) = (a as usize, b as usize);
                let edge = mesh.positions_mm[b] - mesh.positions_mm[a];
                let du = mesh.fibre_uv[b][0] - mesh.fibre_uv[a][0];
                let df = mesh.fibre_uv[b][1] - mesh.fibre_uv[a][1];
                // Across the seam u jumps by a whole turn.
                if du.abs() < 0.5 && df.abs() < 1e-4 && du.abs() > 1e-5 {
                    around = (around.0 + edge.length(), around.1 + du.abs());
                    let side = mesh.normals[a].cross(mesh.fibre_tangent[a]);
                    turn += side.dot(edge) * du.signum();
                } else if du.abs() < 1e-4 && df.abs() > 1e-5 {
                    along = (along.0 + edge.length(), along.1 + df.abs());
                }
            }
        }
        let ratio = |(length, share): (f32, f32), otherwise| {
            if share > 0.0 {
                length / share
            } else {
                otherwise
            }
        };
        Self {
            around_mm: ratio(around, 60.0),
            along_mm: ratio(along, 150.0),
            handedness: if turn < 0.0 { -1.0 } else { 1.0 },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::FibreScale;
    use crate::{
        anatomy::body::compile,
        model::{catalog::load, side::Side},
        store::built_in_files,
    };

    #[test]
    fn bundles_are_as_wide_on_the_right_as_on_the_left_and_turn_the_other_way() {
        let (catalog, _) = load(&built_in_files());
        let body = compile(&catalog).0;
        let mut pairs = 0;
        for left in &body.structures {
            if left.id.side != Side::Left || !left.has_fibres() {
                continue;
            }
            let right = body
                .structures
                .iter()
                .find(|other| other.id.base == left.id.base && other.id.side == Side::Right);
            let right = FibreScale::of(&right.unwrap().mesh);
            let left = FibreScale::of(&left.mesh);
            assert!((left.around_mm - right.around_mm).abs() < 0.01 * left.around_mm);
            assert!((left.along_mm - right.along_mm).abs() < 0.01 * left.along_mm);
            assert_eq!(left.handedness, -right.handedness);
            pairs += 1;
        }
        assert!(pairs > 50);
    }
}
