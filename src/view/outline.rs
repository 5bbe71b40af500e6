//! The outline of the structure the pointer is over.

use super::{
    body::StructureMeshes,
    materials::{OutlineMaterial, OutlineUniform},
    palette::Palette,
};
use crate::{
    app::session::{Anatomy, Session, Systems},
    model::ids::Item,
};
use bevy::{camera::visibility::NoFrustumCulling, prelude::*};

/// Width in pixels.
const WIDTH_PX: f32 = 2.0;

#[derive(Component)]
struct Outlined;

/// Outlines what is hovered.
pub fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        outline_hovered
            .in_set(Systems::Sync)
            .run_if(resource_exists::<Anatomy>),
    );
}

fn outline_hovered(
    mut commands: Commands,
    session: Res<Session>,
    scene: Res<Anatomy>,
    palette: Res<Palette>,
    handles: Res<StructureMeshes>,
    mut materials: ResMut<Assets<OutlineMaterial>>,
    mut shown: Local<Option<Item>>,
    outlines: Query<Entity, With<Outlined>>,
) {
    let wanted = session
        .hover
        .clone()
        .filter(|item| matches!(item, Item::Structure(_)));
    if *shown == wanted && !palette.is_changed() {
        return;
    }
    for outline in &outlines {
        commands.entity(outline).despawn();
    }
    if let Some(Item::Structure(id)) = &wanted {
        let mesh = scene
            .body
            .structures
            .iter()
            .position(|structure| structure.id == *id)
            .and_then(|index| handles.0.get(index));
        if let Some(mesh) = mesh {
            commands.spawn((
                Outlined,
                Mesh3d(mesh.clone()),
                MeshMaterial3d(materials.add(OutlineMaterial {
                    uniform: OutlineUniform {
                        colour: palette.accent.extend(WIDTH_PX),
                    },
                })),
                NoFrustumCulling,
            ));
        }
    }
    *shown = wanted;
}
