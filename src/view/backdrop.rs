//! The calm ground behind the body.

use super::{
    materials::{BackdropMaterial, BackdropUniform},
    palette::Palette,
};
use bevy::{camera::visibility::NoFrustumCulling, prelude::*};

/// Distance of the ground from the eye in metres: behind everything.
const BEHIND_METRES: f32 = 25.0;

/// Hangs the ground behind what this camera sees.
pub fn spawn_backdrop(
    commands: &mut Commands,
    camera: Entity,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<BackdropMaterial>>,
) {
    let ground = commands
        .spawn((
            Mesh3d(meshes.add(Rectangle::new(40.0, 40.0))),
            MeshMaterial3d(materials.add(BackdropMaterial {
                uniform: BackdropUniform::default(),
            })),
            Transform::from_xyz(0.0, 0.0, -BEHIND_METRES),
            NoFrustumCulling,
        ))
        .id();
    commands.entity(camera).add_child(ground);
}

/// Keeps the ground's colours those of the theme. Where nothing is drawn yet, as before the first panels, the window
/// shows it too.
pub fn sync_backdrop(
    palette: Res<Palette>,
    mut materials: ResMut<Assets<BackdropMaterial>>,
    mut clear: ResMut<ClearColor>,
) {
    if !palette.is_changed() {
        return;
    }
    clear.0 = LinearRgba::from_vec3(palette.ground).into();
    for (_, material) in materials.iter_mut() {
        material.uniform = BackdropUniform {
            centre: palette.ground.extend(1.0),
            edge: palette.ground_edge.extend(1.0),
        };
    }
}
