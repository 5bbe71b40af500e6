//! Surfaces of the body as meshes of the renderer: the one place where millimetres become metres.

use super::fibres::FibreScale;
use crate::anatomy::mesh::SurfaceMesh;
use bevy::{
    asset::RenderAssetUsages,
    mesh::{Indices, PrimitiveTopology},
    prelude::*,
};

/// Metres of Bevy's world for a millimetre of the body: the one place where the unit changes.
pub const WORLD_FROM_MM: f32 = 0.001;

/// Bevy's mesh of a surface, in metres. Ambient occlusion and aponeurosis, as in [`Scene`], become red and green of the
/// vertex colour; where it has fibres, measured by a [`FibreScale`], their coordinates become uv and tangent.
pub fn bevy_mesh(
    surface: &SurfaceMesh,
    shades: Option<(&[f32], &[f32])>,
    scale: Option<&FibreScale>,
) -> Mesh {
    let positions: Vec<[f32; 3]> = surface
        .positions_mm
        .iter()
        .map(|at| (*at * WORLD_FROM_MM).to_array())
        .collect();
    let normals: Vec<[f32; 3]> = surface.normals.iter().map(Vec3::to_array).collect();
    let mut mesh = Mesh::new(
        PrimitiveTopology::TriangleList,
        RenderAssetUsages::RENDER_WORLD,
    )
    .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, positions)
    .with_inserted_attribute(Mesh::ATTRIBUTE_NORMAL, normals)
    .with_inserted_indices(Indices::U32(surface.triangles.as_flattened().to_vec()));
    if let Some((ambient_occlusion, aponeurosis)) = shades {
        // Where a structure has no aponeurosis, its list is empty.
        let aponeurosis = aponeurosis.iter().copied().chain(std::iter::repeat(0.0));
        let colours: Vec<[f32; 4]> = ambient_occlusion
            .iter()
            .zip(aponeurosis)
            .map(|(open, aponeurosis)| [*open, aponeurosis, 0.0, 1.0])
            .collect();
        mesh.insert_attribute(Mesh::ATTRIBUTE_COLOR, colours);
    }
    if let Some(scale) = scale {
        let tangents: Vec<[f32; 4]> = surface
            .fibre_tangent
            .iter()
            .map(|t| t.extend(scale.handedness).to_array())
            .collect();
        mesh.insert_attribute(Mesh::ATTRIBUTE_UV_0, surface.fibre_uv.clone());
        mesh.insert_attribute(Mesh::ATTRIBUTE_TANGENT, tangents);
    }
    mesh
}
