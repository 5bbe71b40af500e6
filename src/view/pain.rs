//! The pain pattern of what is selected, drawn on the skin: essential zone filled,
//! spillover as even dots. It is cut from the skin on the processor, so that its edge is
//! exact and nothing shows on a surface behind or across a gap.

use super::{
    body::WORLD_FROM_MM,
    choose_view::Spot,
    materials::{PainMaterial, PainUniform},
    palette::Palette,
};
use crate::{
    anatomy::{
        pain_field::clip_to_field,
        scene::{Pattern, Scene},
    },
    app::{
        session::{Anatomy, Facts, Session, Systems},
        thumbnails::ThumbnailOrder,
    },
    model::{catalog::Catalog, ids::Item},
};
use bevy::{
    asset::RenderAssetUsages,
    camera::visibility::NoFrustumCulling,
    mesh::{Indices, PrimitiveTopology},
    prelude::*,
};
use std::sync::Arc;

/// How far above the skin pain lies, in millimetres: clear of it in the depth buffer, not to the eye.
const LIFT_MM: f32 = 0.8;
/// Radius of a spillover dot.
const DOT_MM: f32 = 2.1;
/// Corners of a dot.
const DOT_CORNERS: u32 = 10;
/// Ranks among what is see-through: after the skin.
const ESSENTIAL_RANK: f32 = 900.0;
const SPILLOVER_RANK: f32 = 910.0;
/// Opacity of the two: the fill lets a little of the form through.
const ESSENTIAL_OPACITY: f32 = 0.80;
const SPILLOVER_OPACITY: f32 = 0.92;

/// The pattern on show, with spots of it for the camera.
#[derive(Resource, Default)]
pub struct CurrentPattern {
    /// What it belongs to.
    pub item: Option<Item>,
    /// The zones as fields over the skin.
    pub pattern: Option<Arc<Pattern>>,
    /// Spots of it, weighted by their area and zone.
    pub spots: Vec<Spot>,
}

#[derive(Component)]
pub(super) struct PainPatch;

/// Draws the pattern of the selection.
pub fn plugin(app: &mut App) {
    app.init_resource::<CurrentPattern>().add_systems(
        Update,
        draw_pattern
            .in_set(Systems::Sync)
            .run_if(resource_exists::<Anatomy>),
    );
}

/// The pattern of an item: that of a point, or a region as it stands.
pub fn pattern_of(
    item: &Item,
    scene: &Scene,
    catalog: &Catalog,
) -> Result<Option<Pattern>, BevyError> {
    Ok(match item {
        Item::Point(id) => scene.pattern(catalog, id)?,
        Item::Region(id) => {
            let Some(region) = catalog.region(&id.code) else {
                return Ok(None);
            };
            let side = if region.midline {
                crate::model::side::Side::Midline
            } else {
                id.side
            };
            let essential_mm = crate::anatomy::pain_field::field_mm(
                &scene.body.skin,
                &region.areas,
                side,
                &scene.landmarks,
            )?;
            let spillover_mm = vec![f32::NEG_INFINITY; essential_mm.len()];
            Some(Pattern {
                essential_mm,
                spillover_mm,
            })
        }
        _ => None,
    })
}

pub(super) fn draw_pattern(
    mut commands: Commands,
    session: Res<Session>,
    scene: Res<Anatomy>,
    facts: Res<Facts>,
    palette: Res<Palette>,
    mut current: ResMut<CurrentPattern>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<PainMaterial>>,
    patches: Query<Entity, With<PainPatch>>,
    mut order: ResMut<ThumbnailOrder>,
) -> Result {
    let wanted = session
        .selection
        .clone()
        .filter(|item| matches!(item, Item::Point(_) | Item::Region(_)));
    if wanted == current.item && !palette.is_changed() {
        return Ok(());
    }
    for patch in &patches {
        commands.entity(patch).despawn();
    }
    if wanted != current.item {
        current.pattern = match &wanted {
            Some(item) => pattern_of(item, &scene, &facts)?.map(Arc::new),
            None => None,
        };
        current.item = wanted;
        order.0 = current.pattern.clone();
    }
    current.spots.clear();
    let Some(pattern) = current.pattern.clone() else {
        return Ok(());
    };
    let mut spots = Vec::new();
    let colour = palette.pain;
    for (mesh, opacity, rank, rim) in [
        (
            essential_mesh(&scene, &pattern, &mut spots),
            ESSENTIAL_OPACITY,
            ESSENTIAL_RANK,
            1.0,
        ),
        (
            spillover_mesh(&scene, &pattern, &mut spots),
            SPILLOVER_OPACITY,
            SPILLOVER_RANK,
            0.0,
        ),
    ] {
        let Some(mesh) = mesh else {
            continue;
        };
        commands.spawn((
            PainPatch,
            Mesh3d(meshes.add(mesh)),
            MeshMaterial3d(materials.add(PainMaterial {
                uniform: PainUniform {
                    colour: colour.extend(opacity),
                    edge: Vec4::new(if rim > 0.0 { 1.6 } else { 0.0 }, rim, 0.0, 0.0),
                },
                rank,
            })),
            NoFrustumCulling,
        ));
    }
    current.spots = spots;
    Ok(())
}

fn essential_mesh(scene: &Scene, pattern: &Pattern, spots: &mut Vec<Spot>) -> Option<Mesh> {
    let patch = clip_to_field(&scene.body.skin.mesh, &pattern.essential_mm, LIFT_MM);
    if patch.triangles.is_empty() {
        return None;
    }
    // One spot in a dozen is plenty to choose a view by.
    let corners = patch.positions_mm.iter().zip(&patch.normals).step_by(12);
    spots.extend(corners.map(|(at_mm, normal)| Spot {
        at_mm: *at_mm,
        normal: *normal,
        weight: 2.0,
    }));
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

fn spillover_mesh(scene: &Scene, pattern: &Pattern, spots: &mut Vec<Spot>) -> Option<Mesh> {
    let mut positions = Vec::new();
    let mut normals = Vec::new();
    let mut indices = Vec::new();
    for dot in &scene.stipple {
        let Some(corners) = scene.body.skin.mesh.triangles.get(dot.triangle as usize) else {
            continue;
        };
        let at = |field: &[f32]| -> f32 {
            corners
                .iter()
                .zip(dot.barycentric)
                .map(|(vertex, share)| {
                    field
                        .get(*vertex as usize)
                        .map_or(-50.0, |mm| mm.max(-50.0))
                        * share
                })
                .sum()
        };
        // Dots stay whole: inside the zone by their radius, clear of the filled zone.
        if at(&pattern.spillover_mm) < DOT_MM || at(&pattern.essential_mm) > -DOT_MM {
            continue;
        }
        spots.push(Spot {
            at_mm: dot.point_mm,
            normal: dot.normal,
            weight: 0.5,
        });
        add_dot(
            dot.point_mm + dot.normal * LIFT_MM,
            dot.normal,
            &mut positions,
            &mut normals,
            &mut indices,
        );
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

fn add_dot(
    centre_mm: Vec3,
    normal: Vec3,
    positions: &mut Vec<[f32; 3]>,
    normals: &mut Vec<[f32; 3]>,
    indices: &mut Vec<u32>,
) {
    let (a, b) = normal.any_orthonormal_pair();
    let first = positions.len() as u32;
    for corner in 0..DOT_CORNERS {
        let turn = std::f32::consts::TAU * corner as f32 / DOT_CORNERS as f32;
        let at = centre_mm + (a * turn.cos() + b * turn.sin()) * DOT_MM;
        positions.push((at * WORLD_FROM_MM).to_array());
        normals.push(normal.to_array());
    }
    for corner in 1..DOT_CORNERS - 1 {
        // `any_orthonormal_pair` gives a right-handed frame (a, b, normal).
        indices.extend([first, first + corner, first + corner + 1]);
    }
}
