//! Where no tool belongs, drawn on the skin while a self-treatment method is chosen: striped, in the colour of
//! warnings, never to be taken for pain.

use super::{
    body::{is_whole, spawn_body},
    palette::Palette,
    patch::{PatchStyle, bundle, filled_mesh, lifted},
};
use crate::{
    anatomy::pain_field::{FAR_OUTSIDE_MM, field_mm},
    app::{
        no_go::NoGoOnShow,
        session::{Anatomy, Facts, Systems},
        stage::Stage,
    },
};
use bevy::prelude::*;

/// Rank among what is see-through: under pain, over the skin.
const RANK: f32 = 890.0;
/// Opacity of the stripes and the rim.
const OPACITY: f32 = 0.85;

#[derive(Component)]
struct NoGoPatch;

/// Draws the areas of the method chosen.
pub fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        draw_no_go
            .in_set(Systems::Sync)
            .after(spawn_body)
            .run_if(is_whole),
    );
}

fn draw_no_go(
    mut commands: Commands,
    stage: Res<Stage>,
    scene: Res<Anatomy>,
    facts: Res<Facts>,
    palette: Res<Palette>,
    mut shown: Local<Vec<NoGoOnShow>>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<super::materials::PainMaterial>>,
    patches: Query<Entity, With<NoGoPatch>>,
) -> Result {
    if !(stage.is_changed() || palette.is_changed() || scene.is_added()) {
        return Ok(());
    }
    let wanted = stage.body.no_go.clone();
    if wanted == *shown && !palette.is_changed() && !scene.is_added() {
        return Ok(());
    }
    for patch in &patches {
        commands.entity(patch).despawn();
    }
    let skin = &scene.body.skin;
    // One patch for all: where two areas meet there is one edge.
    let mut union_mm = vec![FAR_OUTSIDE_MM; skin.mesh.positions_mm.len()];
    for on_show in &wanted {
        let Some(area) = facts.no_go_area(&on_show.id) else {
            continue;
        };
        let field = field_mm(skin, &area.areas, on_show.side, &scene.landmarks)?;
        for (deepest, value) in union_mm.iter_mut().zip(field) {
            *deepest = deepest.max(value);
        }
    }
    if let Some(mesh) = filled_mesh(&lifted(&scene, &union_mm)) {
        let look = PatchStyle::hatched(palette.warning, OPACITY, RANK);
        commands.spawn((NoGoPatch, bundle(mesh, look, &mut meshes, &mut materials)));
    }
    *shown = wanted;
    Ok(())
}
