//! Paintings on the skin: each pain in its own colour, stronger pain in more layers of it; or, while a result is
//! pointed at, where painting and pattern agree (striped), what only was painted (filled), and what only the
//! pattern has (dotted).

use crate::{
    anatomy::{painting::SPACING_MM, scene::Scene},
    app::{
        modes::locate::located::Located,
        session::{Anatomy, Systems},
        stage::{Comparison, PaintingOnStage, Stage},
    },
    model::painted::STRONGEST,
    study::locate::compare::Compared,
    view::{
        materials::PainMaterial,
        palette::Palette,
        patch::{self, DOT_MM, PatchStyle, dotted_mesh, filled_mesh, lifted, value_at},
    },
};
use bevy::prelude::*;

/// Ranks among what is see-through: after the skin; the pain that is painted lies on the others.
const OTHER_RANK: f32 = 920.0;
const CURRENT_RANK: f32 = 940.0;
/// Opacity of one layer of paint: three on each other are the strongest pain.
const LAYER_OPACITY: f32 = 0.36;
/// The same for the pains that are not painted at the moment.
const OTHER_LAYER_OPACITY: f32 = 0.22;
/// Opacity of what was only painted, of what agrees, and of the pattern's dots, in a comparison.
const PAINTED_OPACITY: f32 = 0.55;
const BOTH_OPACITY: f32 = 0.95;
const DOT_OPACITY: f32 = 0.95;

/// A patch of paint; of which pain, by its id, or of the comparison.
#[derive(Component, Clone, Copy, PartialEq, Eq)]
enum PaintPatch {
    Pain(u32),
    Comparison,
}

/// What is drawn now.
#[derive(Default)]
struct OnSkin {
    paintings: Vec<PaintingOnStage>,
    comparison: Option<Comparison>,
}

/// Keeps the paintings in step with the state.
pub fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        draw_paintings
            .in_set(Systems::Present)
            .run_if(resource_exists::<Anatomy>.and_then(resource_exists::<Located>)),
    );
}

fn draw_paintings(
    mut commands: Commands,
    stage: Res<Stage>,
    scene: Res<Anatomy>,
    located: Res<Located>,
    palette: Res<Palette>,
    mut drawn: Local<OnSkin>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<PainMaterial>>,
    patches: Query<(Entity, &PaintPatch)>,
) {
    if !(stage.is_changed() || located.is_changed() || palette.is_changed()) {
        return;
    }
    let wanted = OnSkin {
        paintings: stage.body.paintings.clone(),
        comparison: stage.body.comparison.clone(),
    };
    let repaint_all = palette.is_changed();
    let keeps = |patch: &PaintPatch| -> bool {
        !repaint_all
            && match patch {
                PaintPatch::Pain(id) => {
                    let of = |all: &OnSkin| all.paintings.iter().find(|x| x.id == *id).cloned();
                    of(&drawn) == of(&wanted)
                }
                PaintPatch::Comparison => drawn.comparison == wanted.comparison,
            }
    };
    for (entity, patch) in &patches {
        if !keeps(patch) {
            commands.entity(entity).despawn();
        }
    }
    let mut spawn = |patch: PaintPatch, mesh: Option<Mesh>, look: PatchStyle| {
        if let Some(mesh) = mesh {
            commands.spawn((
                patch,
                patch::bundle(mesh, look, &mut meshes, &mut materials),
            ));
        }
    };
    for pain in &wanted.paintings {
        if !repaint_all && drawn.paintings.contains(pain) {
            continue;
        }
        let colour = palette.pains[usize::from(pain.colour) % palette.pains.len()];
        let (opacity, rank) = match pain.current {
            true => (LAYER_OPACITY, CURRENT_RANK),
            false => (OTHER_LAYER_OPACITY, OTHER_RANK),
        };
        let strengths: Vec<f32> = pain.strengths.iter().map(|x| f32::from(*x)).collect();
        let skin = &scene.body.skin.mesh;
        let field = located.engine.samples.over_vertices(skin, &strengths);
        for level in 0..STRONGEST {
            spawn(
                PaintPatch::Pain(pain.id),
                filled_mesh(&lifted(&scene, &depth_mm(&field, f32::from(level)))),
                PatchStyle::washed(colour, opacity, rank + f32::from(level)),
            );
        }
    }
    if let Some(comparison) = &wanted.comparison
        && (repaint_all || drawn.comparison != wanted.comparison)
        && let Some(compared) = located.compared(&comparison.point, &comparison.strengths)
    {
        let own = usize::from(comparison.colour);
        let field = |what: Compared| state_field(&scene, &located, &compared, what);
        spawn(
            PaintPatch::Comparison,
            filled_mesh(&lifted(&scene, &field(Compared::PaintedOnly))),
            PatchStyle::filled(
                palette.pains[own % palette.pains.len()],
                PAINTED_OPACITY,
                CURRENT_RANK,
            ),
        );
        spawn(
            PaintPatch::Comparison,
            filled_mesh(&lifted(&scene, &field(Compared::Both))),
            PatchStyle::hatched(palette.both, BOTH_OPACITY, CURRENT_RANK + 1.0),
        );
        let pattern = field(Compared::PatternOnly);
        let dots = scene
            .stipple
            .iter()
            .filter(|dot| value_at(&scene, dot, &pattern) >= DOT_MM);
        spawn(
            PaintPatch::Comparison,
            dotted_mesh(dots),
            PatchStyle::dotted(palette.pain, DOT_OPACITY, CURRENT_RANK + 2.0),
        );
    }
    *drawn = wanted;
}

/// A field over the vertices as a depth in millimetres inside the part where it is above `level`, cut half a
/// step higher: samples stand a spacing apart, so half a step is half a spacing.
fn depth_mm(field: &[f32], level: f32) -> Vec<f32> {
    field
        .iter()
        .map(|value| (value - level - 0.5) * SPACING_MM)
        .collect()
}

fn state_field(
    scene: &Scene,
    located: &Located,
    compared: &[Compared],
    what: Compared,
) -> Vec<f32> {
    let values: Vec<f32> = compared
        .iter()
        .map(|state| f32::from(u8::from(*state == what)))
        .collect();
    let field = located
        .engine
        .samples
        .over_vertices(&scene.body.skin.mesh, &values);
    depth_mm(&field, 0.0)
}
