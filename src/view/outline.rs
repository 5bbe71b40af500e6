//! The outline of the structure that the pointer is over, and of what is selected.

use super::{
    appearance::Focus,
    body::{Appearances, StructureMeshes, sync_looks},
    materials::{OutlineMaterial, OutlineUniform},
    palette::Palette,
};
use crate::{
    app::{
        session::{Anatomy, Facts, Session, Systems},
        stage::Stage,
    },
    model::ids::Item,
};
use bevy::{camera::visibility::NoFrustumCulling, prelude::*};

/// Width in pixels.
const WIDTH_PX: f32 = 2.0;

#[derive(Component)]
struct Outlined;

/// Outlines what is hovered and what is selected.
pub fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        outline_structures
            .in_set(Systems::Sync)
            .after(sync_looks)
            .run_if(resource_exists::<Anatomy>),
    );
}

fn outline_structures(
    mut commands: Commands,
    session: Res<Session>,
    stage: Res<Stage>,
    facts: Res<Facts>,
    scene: Res<Anatomy>,
    palette: Res<Palette>,
    handles: Res<StructureMeshes>,
    looks: Res<Appearances>,
    mut materials: ResMut<Assets<OutlineMaterial>>,
    mut shown: Local<Vec<usize>>,
    outlines: Query<Entity, With<Outlined>>,
) {
    if !(session.is_changed() || looks.is_changed() || palette.is_changed()) {
        return;
    }
    let focus = Focus::of(stage.body.subject.as_ref(), &facts);
    let wanted: Vec<usize> = scene
        .body
        .structures
        .iter()
        .zip(&looks.0)
        .enumerate()
        .filter(|(_, (structure, look))| {
            let hovered =
                matches!(&session.hover, Some(Item::Structure(id)) if *id == structure.id);
            // Over a pattern the muscle only says where its point lies.
            let selected = !focus.pattern && focus.structures.contains(&structure.id);
            // Round nothing there is no outline, only a hull.
            look.present() && (hovered || selected)
        })
        .map(|(index, _)| index)
        .collect();
    if *shown == wanted && !palette.is_changed() {
        return;
    }
    for outline in &outlines {
        commands.entity(outline).despawn();
    }
    let material = materials.add(OutlineMaterial {
        uniform: OutlineUniform {
            colour: palette.accent.extend(WIDTH_PX),
        },
    });
    for mesh in wanted.iter().filter_map(|index| handles.0.get(*index)) {
        commands.spawn((
            Outlined,
            Mesh3d(mesh.clone()),
            MeshMaterial3d(material.clone()),
            NoFrustumCulling,
        ));
    }
    *shown = wanted;
}
