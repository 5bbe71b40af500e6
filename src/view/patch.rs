//! Areas of the skin as meshes of their own, which reach just beyond the area's edge and are lifted off the skin a
//! little, so that nothing shows on a surface behind or across a gap: filled, hatched, as even dots, or two areas
//! compared. The material ends them at the edge.

use super::{
    materials::{PainLook, PainMaterial, PainUniform},
    mesh::WORLD_FROM_MM,
};
use crate::anatomy::{
    pain_field::{FinePatch, SkinPoint, fine_patch, sloped},
    painting::SlopedField,
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
/// So much smaller and larger than that are dots at the edge of their zone and in its middle.
const MARK_SCALE: (f32, f32) = (0.68, 1.2);
/// Over so many millimetres inwards from the edge they grow.
const FADING_MM: f32 = 16.0;
/// Outer and inner radius of a ring, in radii of a dot.
const RING_OUTER: f32 = 1.25;
const RING_INNER: f32 = 0.65;
/// Room around a dot for its edge, in millimetres.
const DOT_ROOM_MM: f32 = 0.6;
/// The inner radius of what has no hole.
const NO_HOLE_MM: f32 = -100.0;
/// Fields end here: values of minus infinity would spoil what is taken between corners.
const LOWEST_MM: f32 = -50.0;

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
    /// What is drawn.
    look: PainLook,
    /// Outer and inner radius of a dot, in millimetres.
    radii_mm: (f32, f32),
    /// In a comparison, colour and opacity of the pattern and of both.
    others: [Vec4; 2],
}

impl PatchStyle {
    /// Filled, with a firmer rim.
    pub fn filled(colour: Vec3, opacity: f32, rank: f32) -> Self {
        Self {
            colour,
            opacity,
            rank,
            rim: true,
            look: PainLook::Filled,
            radii_mm: (0.0, 0.0),
            others: [Vec4::ZERO; 2],
        }
    }

    /// Filled faintly, with stripes and a firm rim.
    pub fn hatched(colour: Vec3, opacity: f32, rank: f32) -> Self {
        Self {
            look: PainLook::Hatched,
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
        Self {
            look: PainLook::Dotted,
            radii_mm: (DOT_MM, NO_HOLE_MM),
            ..Self::washed(colour, opacity, rank)
        }
    }

    /// The rings of [`ringed_mesh`].
    pub fn ringed(colour: Vec3, opacity: f32, rank: f32) -> Self {
        Self {
            radii_mm: (DOT_MM * RING_OUTER, DOT_MM * RING_INNER),
            ..Self::dotted(colour, opacity, rank)
        }
    }

    /// The two areas of [`compared_mesh`], each with its colour and opacity: what was painted, the pattern, and what
    /// both have.
    pub fn compared(
        painted: (Vec3, f32),
        pattern: (Vec3, f32),
        both: (Vec3, f32),
        rank: f32,
    ) -> Self {
        Self {
            look: PainLook::Compared,
            others: [pattern, both].map(|(colour, opacity)| colour.extend(opacity)),
            ..Self::washed(painted.0, painted.1, rank)
        }
    }

    /// The material that draws it.
    pub(super) fn material(self) -> PainMaterial {
        let (outer_mm, inner_mm) = self.radii_mm;
        PainMaterial {
            uniform: PainUniform {
                colour: self.colour.extend(self.opacity),
                edge: Vec4::new(f32::from(u8::from(self.rim)), outer_mm, inner_mm, 0.0),
                others: self.others,
            },
            look: self.look,
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
pub fn lifted(scene: &Scene, field_mm: &[f32]) -> FinePatch<1> {
    let skin = &scene.body.skin.mesh;
    lifted_areas(scene, [&sloped(skin, field_mm)])
}

/// The part of the skin where one of some areas lies, lifted off it.
pub fn lifted_areas<const AREAS: usize>(
    scene: &Scene,
    areas: [&SlopedField; AREAS],
) -> FinePatch<AREAS> {
    fine_patch(&scene.body.skin.mesh, areas, LIFT_MM)
}

/// The mesh of a patch; none of an empty one.
pub fn filled_mesh(patch: &FinePatch<1>) -> Option<Mesh> {
    let depths = patch.depths_mm.iter().map(|[depth]| [*depth, 0.0]);
    patch_mesh(patch, depths.collect())
}

/// The mesh of a comparison: of what was painted, the whole pattern, and the part of it that is filled.
pub fn compared_mesh(patch: &FinePatch<3>) -> Option<Mesh> {
    let depths = patch.depths_mm.iter();
    let mesh = patch_mesh(patch, depths.clone().map(|[a, b, _]| [*a, *b]).collect())?;
    let filled: Vec<[f32; 2]> = depths.map(|[.., filled]| [*filled, 0.0]).collect();
    Some(mesh.with_inserted_attribute(Mesh::ATTRIBUTE_UV_1, filled))
}

fn patch_mesh<const AREAS: usize>(patch: &FinePatch<AREAS>, depths: Vec<[f32; 2]>) -> Option<Mesh> {
    if patch.triangles.is_empty() {
        return None;
    }
    let positions = patch.positions_mm.iter();
    let positions: Vec<[f32; 3]> = positions
        .map(|at| (*at * WORLD_FROM_MM).to_array())
        .collect();
    let normals: Vec<[f32; 3]> = patch.normals.iter().map(Vec3::to_array).collect();
    Some(
        Mesh::new(
            PrimitiveTopology::TriangleList,
            RenderAssetUsages::RENDER_WORLD,
        )
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, positions)
        .with_inserted_attribute(Mesh::ATTRIBUTE_NORMAL, normals)
        .with_inserted_attribute(Mesh::ATTRIBUTE_UV_0, depths)
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

/// A dot with how deep it lies inside its zone, in millimetres.
pub type Dot<'a> = (&'a SkinPoint, f32);

/// The dots of a zone, as one mesh, smaller towards its edge; none without a dot.
#[must_use]
pub fn dotted_mesh<'a>(dots: impl Iterator<Item = Dot<'a>>) -> Option<Mesh> {
    marked_mesh(dots, DOT_MM)
}

/// Rings on the skin, as one mesh; none without a ring.
#[must_use]
pub fn ringed_mesh<'a>(rings: impl Iterator<Item = Dot<'a>>) -> Option<Mesh> {
    marked_mesh(rings, DOT_MM * RING_OUTER)
}

/// How large a mark is drawn that lies so deep inside its zone: a zone grows fainter towards its edge, as pain does.
fn mark_scale(depth_mm: f32) -> f32 {
    let share = ((depth_mm - DOT_MM) / FADING_MM).clamp(0.0, 1.0);
    MARK_SCALE.0 + (MARK_SCALE.1 - MARK_SCALE.0) * share
}

/// Marks on the skin, each a square around its middle in which the material draws it.
fn marked_mesh<'a>(marks: impl Iterator<Item = Dot<'a>>, radius_mm: f32) -> Option<Mesh> {
    let mut positions = Vec::new();
    let mut normals = Vec::new();
    let mut places = Vec::new();
    let mut indices = Vec::new();
    for (mark, depth_mm) in marks {
        let scale = mark_scale(depth_mm);
        let half_mm = radius_mm + DOT_ROOM_MM / scale;
        let first = positions.len() as u32;
        // `any_orthonormal_pair` gives a right-handed frame (a, b, normal).
        let (a, b) = mark.normal.any_orthonormal_pair();
        for [u, v] in [[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]] {
            // The material draws each at one size; what is scaled is the square.
            let [u, v] = [u * half_mm, v * half_mm];
            let at = mark.point_mm + mark.normal * LIFT_MM + (a * u + b * v) * scale;
            positions.push((at * WORLD_FROM_MM).to_array());
            normals.push(mark.normal.to_array());
            places.push([u, v]);
        }
        indices.extend([0, 1, 2, 0, 2, 3].map(|corner| first + corner));
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
        .with_inserted_attribute(Mesh::ATTRIBUTE_UV_0, places)
        .with_inserted_indices(Indices::U32(indices)),
    )
}
