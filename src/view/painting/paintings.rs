//! Paintings on the skin: each pain in its own colour, stronger pain in more layers of it; or, while a result is
//! pointed at, its essential zone (filled, with a firm rim), what only was painted (filled evenly), where painting and
//! pattern agree (striped), and the spillover zone (dotted).

use crate::{
    anatomy::{
        pain_field::sloped,
        painting::{Sloped, SlopedField},
        scene::Scene,
    },
    app::{
        modes::locate::located::Located,
        session::{Anatomy, Facts, Systems},
        stage::{Comparison, PaintingOnStage, Stage},
    },
    model::{ids::Item, painted::STRONGEST},
    study::locate::painting::Paint,
    view::{
        materials::PainMaterial,
        pain::{pattern_of, spillover_dots},
        palette::Palette,
        patch::{
            self, DOT_MM, PatchStyle, compared_mesh, dotted_mesh, filled_mesh, lifted_areas,
            value_at,
        },
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
/// Opacity of what was only painted, of the essential zone, of what agrees, and of the dots, in a comparison.
const PAINTED_OPACITY: f32 = 0.55;
const ESSENTIAL_OPACITY: f32 = 0.70;
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
    facts: Res<Facts>,
    palette: Res<Palette>,
    mut drawn: Local<OnSkin>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<PainMaterial>>,
    patches: Query<(Entity, &PaintPatch)>,
) -> Result {
    if !(stage.is_changed() || located.is_changed() || palette.is_changed()) {
        return Ok(());
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
        for layer in layers(&scene, &located, &pain.paint) {
            // So many layers of paint as one.
            let opacity = 1.0 - (1.0 - opacity).powi(i32::from(layer.thickness));
            spawn(
                PaintPatch::Pain(pain.id),
                filled_mesh(&lifted_areas(&scene, [&layer.depth_mm])),
                PatchStyle::washed(colour, opacity, rank + f32::from(layer.strength)),
            );
        }
    }
    if let Some(comparison) = &wanted.comparison
        && (repaint_all || drawn.comparison != wanted.comparison)
        && let Some(pattern) = pattern_of(&Item::Point(comparison.point.clone()), &scene, &facts)?
    {
        let own = usize::from(comparison.colour);
        let skin = &scene.body.skin.mesh;
        let samples = &located.engine.samples;
        let painted = samples.depth_over_vertices(skin, &comparison.paint.edge(samples, 1));
        let essential = sloped(skin, &pattern.essential_mm);
        let whole = either(&essential, &sloped(skin, &pattern.spillover_mm));
        let areas = [&painted, &whole, &essential];
        spawn(
            PaintPatch::Comparison,
            compared_mesh(&lifted_areas(&scene, areas)),
            PatchStyle::compared(
                (palette.pains[own % palette.pains.len()], PAINTED_OPACITY),
                (palette.pain, ESSENTIAL_OPACITY),
                (palette.both, BOTH_OPACITY),
                CURRENT_RANK,
            ),
        );
        let painted_mm: Vec<f32> = painted.0.iter().map(|one| one.value).collect();
        let dots = spillover_dots(&scene, &pattern)
            .filter(|(dot, _)| value_at(&scene, dot, &painted_mm) <= -DOT_MM);
        spawn(
            PaintPatch::Comparison,
            dotted_mesh(dots),
            PatchStyle::dotted(palette.pain, DOT_OPACITY, CURRENT_RANK + 2.0),
        );
    }
    *drawn = wanted;
    Ok(())
}

/// Paint of one strength and more.
struct Layer {
    strength: u8,
    /// By so many strengths it is stronger than the layer below.
    thickness: u8,
    depth_mm: SlopedField,
}

/// The layers of a painting, the faintest first: one for each strength that is in it.
fn layers(scene: &Scene, located: &Located, paint: &Paint) -> Vec<Layer> {
    let samples = &located.engine.samples;
    let mut below = 0;
    let mut layers = Vec::new();
    for strength in 1..=STRONGEST {
        if !paint.strengths().contains(&strength) {
            continue;
        }
        let edge = paint.edge(samples, strength);
        layers.push(Layer {
            strength,
            thickness: strength - below,
            depth_mm: samples.depth_over_vertices(&scene.body.skin.mesh, &edge),
        });
        below = strength;
    }
    layers
}

/// What lies in one area or another.
fn either(one: &SlopedField, other: &SlopedField) -> SlopedField {
    let deeper = |(a, b): (&Sloped, &Sloped)| if a.value >= b.value { *a } else { *b };
    SlopedField(one.0.iter().zip(&other.0).map(deeper).collect())
}
