//! The pain pattern of what is selected, drawn on the skin: essential zone filled,
//! spillover as even dots, tingling as rings of another colour. It is cut from the skin on the processor, so that nothing
//! shows on a surface behind or across a gap.

use super::{
    body::{is_whole, spawn_body},
    choose_view::Spot,
    materials::PainMaterial,
    palette::Palette,
    patch::{
        DOT_MM, Dot, PatchStyle, bundle, dotted_mesh, filled_mesh, lifted, ringed_mesh, value_at,
    },
};
use crate::{
    anatomy::scene::{Pattern, Scene},
    app::{
        load::FrameBudget,
        session::{Anatomy, Facts, Systems},
        stage::Stage,
        thumbnails::ThumbnailOrder,
    },
    model::{catalog::Catalog, ids::Item},
};
use bevy::prelude::*;
use std::sync::Arc;

/// Ranks among what is see-through: after the skin.
const ESSENTIAL_RANK: f32 = 900.0;
const SPILLOVER_RANK: f32 = 910.0;
const TINGLING_RANK: f32 = 920.0;
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
            .after(spawn_body)
            .run_if(is_whole),
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
                tingling_mm: Vec::new(),
            })
        }
        _ => None,
    })
}

pub(super) fn draw_pattern(
    mut commands: Commands,
    stage: Res<Stage>,
    scene: Res<Anatomy>,
    facts: Res<Facts>,
    palette: Res<Palette>,
    mut current: ResMut<CurrentPattern>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<PainMaterial>>,
    patches: Query<Entity, With<PainPatch>>,
    mut order: ResMut<ThumbnailOrder>,
    mut turn: ResMut<FrameBudget>,
) -> Result {
    let wanted = stage.body.pattern.clone();
    if wanted == current.item && !palette.is_changed() {
        return Ok(());
    }
    for patch in &patches {
        commands.entity(patch).despawn();
    }
    if wanted != current.item {
        // The thumbnails wait for the next update.
        turn.take();
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
    for (mesh, look) in [
        (
            essential_mesh(&scene, &pattern, &mut spots),
            PatchStyle::filled(colour, ESSENTIAL_OPACITY, ESSENTIAL_RANK),
        ),
        (
            spillover_mesh(&scene, &pattern, &mut spots),
            PatchStyle::dotted(colour, SPILLOVER_OPACITY, SPILLOVER_RANK),
        ),
        (
            tingling_mesh(&scene, &pattern, &mut spots),
            PatchStyle::ringed(palette.accent, SPILLOVER_OPACITY, TINGLING_RANK),
        ),
    ] {
        let Some(mesh) = mesh else {
            continue;
        };
        commands.spawn((PainPatch, bundle(mesh, look, &mut meshes, &mut materials)));
    }
    current.spots = spots;
    Ok(())
}

fn essential_mesh(scene: &Scene, pattern: &Pattern, spots: &mut Vec<Spot>) -> Option<Mesh> {
    let skin = &scene.body.skin.mesh;
    let corners = skin.positions_mm.iter().zip(&skin.normals);
    let inside = (corners.zip(&pattern.essential_mm)).filter(|(_, depth)| **depth >= 0.0);
    // One spot in a dozen is plenty to choose a view by.
    spots.extend(inside.step_by(12).map(|((at_mm, normal), _)| Spot {
        at_mm: *at_mm,
        normal: *normal,
        weight: 2.0,
    }));
    filled_mesh(&lifted(scene, &pattern.essential_mm))
}

fn spillover_mesh(scene: &Scene, pattern: &Pattern, spots: &mut Vec<Spot>) -> Option<Mesh> {
    let dots = spillover_dots(scene, pattern);
    dotted_mesh(dots.inspect(|(dot, _)| {
        spots.push(Spot {
            at_mm: dot.point_mm,
            normal: dot.normal,
            weight: 0.5,
        });
    }))
}

/// The dots of a spillover zone. They stay whole: inside the zone by their radius, clear of the filled zone.
pub(super) fn spillover_dots<'a>(
    scene: &'a Scene,
    pattern: &'a Pattern,
) -> impl Iterator<Item = Dot<'a>> {
    (scene.stipple.iter())
        .map(|dot| (dot, value_at(scene, dot, &pattern.spillover_mm)))
        .filter(|(dot, depth)| {
            *depth >= DOT_MM && value_at(scene, dot, &pattern.essential_mm) <= -DOT_MM
        })
}

fn tingling_mesh(scene: &Scene, pattern: &Pattern, spots: &mut Vec<Spot>) -> Option<Mesh> {
    if pattern.tingling_mm.is_empty() {
        return None;
    }
    let rings = (scene.stipple.iter())
        .map(|dot| (dot, value_at(scene, dot, &pattern.tingling_mm)))
        .filter(|(dot, depth)| {
            *depth >= DOT_MM
                && value_at(scene, dot, &pattern.essential_mm) <= -DOT_MM
                && value_at(scene, dot, &pattern.spillover_mm) < 0.0
        });
    ringed_mesh(rings.inspect(|(dot, _)| {
        spots.push(Spot {
            at_mm: dot.point_mm,
            normal: dot.normal,
            weight: 0.25,
        });
    }))
}
