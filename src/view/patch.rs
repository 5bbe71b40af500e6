//! Areas of the skin as meshes of their own, cut exactly along their edge and lifted off it a little, so that
//! nothing shows on a surface behind or across a gap: filled, hatched, or as even dots.

use super::{
    materials::{PainMaterial, PainUniform},
    mesh::WORLD_FROM_MM,
};
use crate::anatomy::{
    pain_field::{ClippedPatch, SkinPoint, clip_to_field},
    scene::Scene,
};
use bevy::{
    asset::RenderAssetUsages,
    camera::visibility::NoFrustumCulling,
    mesh::{Indices, PrimitiveTopology},
    prelude::*,
};

/// How far above the skin an area lies, in millimetres: clear of it in the depth buffer, not to the eye.
const LIFT_MM: f32 = 0.8;
/// Radius of a dot, in millimetres.
pub const DOT_MM: f32 = 2.1;
/// Outer and inner radius of a ring, in radii of a dot.
const RING_OUTER: f32 = 1.25;
const RING_INNER: f32 = 0.65;
/// Corners of a dot.
const DOT_CORNERS: u32 = 10;
/// Fields end here: values of minus infinity would spoil what is taken between corners.
const LOWEST_MM: f32 = -50.0;
/// Width over which a filled edge softens, in millimetres.
const SOFT_MM: f32 = 1.6;

/// How an area is drawn.
#[derive(Clone, Copy, Debug)]
pub struct PatchStyle {
    /// Linear RGB.
    colour: Vec3,
    /// 0 to 1.
    opacity: f32,
    /// Rank among what is see-through; the higher is drawn later.
    rank: f32,
    /// A firmer rim inside the edge.
    rim: bool,
    /// Stripes over the fill.
    hatched: bool,
}

impl PatchStyle {
    /// Filled, with a firmer rim.
    pub fn filled(colour: Vec3, opacity: f32, rank: f32) -> Self {
        Self {
            colour,
            opacity,
            rank,
            rim: true,
            hatched: false,
        }
    }

    /// Filled faintly, with stripes and a firm rim.
    pub fn hatched(colour: Vec3, opacity: f32, rank: f32) -> Self {
        Self {
            hatched: true,
            ..Self::filled(colour, opacity, rank)
        }
    }

    /// Filled evenly up to the edge: for layers that lie on each other.
    pub fn washed(colour: Vec3, opacity: f32, rank: f32) -> Self {
        Self {
            rim: false,
            ..Self::filled(colour, opacity, rank)
        }
    }

    /// The dots of [`dotted_mesh`].
    pub fn dotted(colour: Vec3, opacity: f32, rank: f32) -> Self {
        Self::washed(colour, opacity, rank)
    }

    /// The material that draws it.
    pub(super) fn material(self) -> PainMaterial {
        PainMaterial {
            uniform: PainUniform {
                colour: self.colour.extend(self.opacity),
                edge: Vec4::new(SOFT_MM, f32::from(u8::from(self.rim)), 0.0, 0.0),
            },
            hatched: self.hatched,
            rank: self.rank,
        }
    }
}

/// What draws a mesh of this module in this look. Its shape is the skin's, which is always in view.
pub fn bundle(
    mesh: Mesh,
    look: PatchStyle,
    meshes: &mut Assets<Mesh>,
    materials: &mut Assets<PainMaterial>,
) -> impl Bundle {
    (
        Mesh3d(meshes.add(mesh)),
        MeshMaterial3d(materials.add(look.material())),
        NoFrustumCulling,
    )
}

/// The part of the skin where a field over its vertices is at least 0, lifted off it.
pub fn lifted(scene: &Scene, field_mm: &[f32]) -> ClippedPatch {
    clip_to_field(&scene.body.skin.mesh, field_mm, LIFT_MM)
}

/// The mesh of a patch; none of an empty one.
pub fn filled_mesh(patch: &ClippedPatch) -> Option<Mesh> {
    if patch.triangles.is_empty() {
        return None;
    }
    let positions: Vec<[f32; 3]> = patch
        .positions_mm
        .iter()
        .map(|at| (*at * WORLD_FROM_MM).to_array())
        .collect();
    let normals: Vec<[f32; 3]> = patch.normals.iter().map(Vec3::to_array).collect();
    let inside: Vec<[f32; 2]> = patch.edge_distance_mm.iter().map(|mm| [*mm, 0.0]).collect();
    Some(
        Mesh::new(
            PrimitiveTopology::TriangleList,
            RenderAssetUsages::RENDER_WORLD,
        )
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, positions)
        .with_inserted_attribute(Mesh::ATTRIBUTE_NORMAL, normals)
        .with_inserted_attribute(Mesh::ATTRIBUTE_UV_0, inside)
        .with_inserted_indices(Indices::U32(patch.triangles.as_flattened().to_vec())),
    )
}

/// A field over the skin's vertices at a dot, never below -50 mm.
pub fn value_at(scene: &Scene, dot: &SkinPoint, field_mm: &[f32]) -> f32 {
    let Some(corners) = scene.body.skin.mesh.triangles.get(dot.triangle as usize) else {
        return LOWEST_MM;
    };
    corners
        .iter()
        .zip(dot.barycentric)
        .map(|(vertex, share)| {
            field_mm
                .get(*vertex as usize)
                .map_or(LOWEST_MM, |mm| mm.max(LOWEST_MM))
                * share
        })
        .sum()
}

/// Dots on the skin, as one mesh; none without a dot.
#[must_use]
pub fn dotted_mesh<'a>(dots: impl Iterator<Item = &'a SkinPoint>) -> Option<Mesh> {
    marked_mesh(
        dots,
        |first, indices| {
            for corner in 1..DOT_CORNERS - 1 {
                indices.extend([first, first + corner, first + corner + 1]);
            }
        },
        &[DOT_MM],
    )
}

/// Rings on the skin, as one mesh; none without a ring.
#[must_use]
pub fn ringed_mesh<'a>(rings: impl Iterator<Item = &'a SkinPoint>) -> Option<Mesh> {
    marked_mesh(
        rings,
        |first, indices| {
            for corner in 0..DOT_CORNERS {
                let next = (corner + 1) % DOT_CORNERS;
                let [a, b] = [first + corner, first + next];
                indices.extend([a, b, b + DOT_CORNERS, a, b + DOT_CORNERS, a + DOT_CORNERS]);
            }
        },
        &[DOT_MM * RING_OUTER, DOT_MM * RING_INNER],
    )
}

/// Marks on the skin, each of circles of corners around its middle, joined by `join`.
fn marked_mesh<'a>(
    marks: impl Iterator<Item = &'a SkinPoint>,
    join: impl Fn(u32, &mut Vec<u32>),
    radii_mm: &[f32],
) -> Option<Mesh> {
    let mut positions = Vec::new();
    let mut normals = Vec::new();
    let mut indices = Vec::new();
    for mark in marks {
        let first = positions.len() as u32;
        // `any_orthonormal_pair` gives a right-handed frame (a, b, normal).
        let (a, b) = mark.normal.any_orthonormal_pair();
        for radius_mm in radii_mm {
            for corner in 0..DOT_CORNERS {
                let turn = std::f32::consts::TAU * corner as f32 / DOT_CORNERS as f32;
                let out = (a * turn.cos() + b * turn.sin()) * *radius_mm;
                let at = mark.point_mm + mark.normal * LIFT_MM + out;
                positions.push((at * WORLD_FROM_MM).to_array());
                normals.push(mark.normal.to_array());
            }
        }
        join(first, &mut indices);
    }
    if positions.is_empty() {
        return None;
    }
    Some(
        Mesh::new(
            PrimitiveTopology::TriangleList,
            RenderAssetUsages::RENDER_WORLD,
        )
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, positions)
        .with_inserted_attribute(Mesh::ATTRIBUTE_NORMAL, normals)
        .with_inserted_indices(Indices::U32(indices)),
    )
}
