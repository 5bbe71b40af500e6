//! From where to look at structures so that they are in view: framed, and not behind others.
//!
//! Not here: points and regions, which have a pattern to be seen as well (`choose_view`).

use super::{
    appearance::{Focus, appearance},
    orbit::Orbit,
};
use crate::{
    anatomy::{body::BodyStructure, scene::Scene},
    app::{stage::Surface, state::ViewSettings},
    model::ids::StructureId,
};
use bevy::math::{Vec2, Vec3};
use std::{
    collections::BTreeSet,
    f32::consts::{FRAC_PI_2, PI},
};

/// Room around what is shown, as a share of it.
const ROOM: f32 = 1.35;
/// Least height and width shown, millimetres.
const LEAST_MM: f32 = 160.0;
/// Spots of the structures that are looked for from each side.
const SPOTS: usize = 72;
/// The side one looks from is kept where it shows so much of what the best side shows.
const GOOD_ENOUGH: f32 = 0.6;
/// Above a spot's surface, where the sight line starts, millimetres.
const ABOVE_MM: f32 = 1.0;

/// What is drawn: a view that is about something.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The body.
    pub scene: &'a Scene,
    /// What is seen of it.
    pub surface: Surface,
    /// How far it is peeled, and what is hidden.
    pub view: &'a ViewSettings,
    /// What the picture is about.
    pub focus: &'a Focus,
}

/// The orbit that shows these structures; none where none of them is in the body. The side one looks from is kept
/// where they are seen from there.
pub fn view_of_bodies(
    bodies: &BTreeSet<StructureId>,
    shown: Shown,
    now: &Orbit,
    aspect: f32,
) -> Option<Orbit> {
    let scene = shown.scene;
    let chosen: Vec<&BodyStructure> = (scene.body.structures.iter())
        .filter(|structure| {
            bodies.contains(&structure.id) && shown.view.side.shows(structure.id.side)
        })
        .collect();
    let (low, high) = chosen
        .iter()
        .filter_map(|structure| structure.mesh.bounds_mm())
        .reduce(|(low, high), (l, h)| (low.min(l), high.max(h)))?;
    let (middle, size) = ((low + high) / 2.0, high - low);
    let yaw = best_yaw(&spots(&chosen), shown, now);
    let across = size.x * yaw.cos().abs() + size.z * yaw.sin().abs();
    let wide = Vec2::new(across, size.y) * ROOM;
    Some(Orbit::showing(
        middle,
        yaw,
        0.0,
        wide.y.max(LEAST_MM),
        wide.x.max(LEAST_MM),
        aspect,
    ))
}

/// Places all over the structures, with their normals.
fn spots(chosen: &[&BodyStructure]) -> Vec<(Vec3, Vec3)> {
    let all: usize = (chosen.iter())
        .map(|structure| structure.mesh.positions_mm.len())
        .sum();
    let step = (all / SPOTS).max(1);
    let places = chosen.iter().flat_map(|structure| {
        structure
            .mesh
            .positions_mm
            .iter()
            .zip(&structure.mesh.normals)
    });
    places
        .step_by(step)
        .map(|(at_mm, normal)| (*at_mm, *normal))
        .collect()
}

/// The turn from which most of the spots are seen; the one of now where it shows nearly as many.
fn best_yaw(spots: &[(Vec3, Vec3)], shown: Shown, now: &Orbit) -> f32 {
    let present: Vec<bool> = (shown.scene.body.structures.iter())
        .map(|structure| appearance(structure, shown.surface, shown.view, shown.focus).present())
        .collect();
    let seen_from = |yaw: f32| {
        let orbit = Orbit {
            yaw,
            pitch: 0.0,
            ..*now
        };
        let towards_eye = orbit.direction();
        let seen = spots.iter().filter(|(at_mm, normal)| {
            normal.dot(towards_eye) > 0.1
                && shown
                    .scene
                    .first_structure(*at_mm + *normal * ABOVE_MM, towards_eye, |index, _| {
                        present.get(index).is_some_and(|present| *present)
                    })
                    .is_none()
        });
        seen.count() as f32
    };
    let straight = [PI, 0.0, FRAC_PI_2, -FRAC_PI_2].map(|yaw| (yaw, seen_from(yaw)));
    let best = straight
        .into_iter()
        .reduce(|best, other| if other.1 > best.1 { other } else { best })
        .unwrap_or((now.yaw, 0.0));
    match seen_from(now.yaw) >= GOOD_ENOUGH * best.1 {
        true => now.yaw,
        false => best.0,
    }
}
