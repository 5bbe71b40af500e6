//! No method is offered where its tool would touch a place that it must not.

use crate::{CATALOG, SCENE};
use glam::Vec3;
use myomap::{
    anatomy::pain_field::field_mm,
    model::{facts::Touches, side::Side},
};
use std::collections::BTreeMap;

/// The skin over a point: its vertex nearest to it.
fn skin_over(point_mm: Vec3) -> Vec3 {
    let positions = &SCENE.body.skin.mesh.positions_mm;
    let near = |at: &&Vec3| at.distance_squared(point_mm);
    let nearest = positions.iter().min_by(|a, b| near(a).total_cmp(&near(b)));
    *nearest.expect("the skin has points")
}

#[test]
fn no_tool_reaches_a_place_that_is_forbidden_to_it() {
    let skin = &SCENE.body.skin;
    let mut inside: BTreeMap<&str, Vec<Vec3>> = BTreeMap::new();
    for area in &CATALOG.no_go_areas {
        let side = if area.midline {
            Side::Midline
        } else {
            Side::Left
        };
        let field = field_mm(skin, &area.areas, side, &SCENE.landmarks).unwrap();
        let held = skin
            .mesh
            .positions_mm
            .iter()
            .zip(&field)
            .filter(|(_, mm)| **mm >= 0.0);
        inside.insert(&area.id, held.map(|(at, _)| *at).collect());
    }
    let mut reached = Vec::new();
    for (_, point) in CATALOG.points() {
        let placed = SCENE
            .body
            .points
            .iter()
            .find(|x| x.id.code == point.id && x.id.side == Side::Left);
        let at = skin_over(placed.expect("the point is placed").point_mm);
        for application in &point.treatment {
            let method = CATALOG.method(&application.method).unwrap();
            if !matches!(method.touches, Touches::Pressure | Touches::Roller) {
                continue;
            }
            for area in CATALOG.no_go_areas_of(&method.id) {
                let nearest = inside[area.id.as_str()]
                    .iter()
                    .map(|x| x.distance(at))
                    .fold(f32::MAX, f32::min);
                if nearest < method.width_mm / 2.0 {
                    reached.push(format!(
                        "{} with {} is {nearest:.0} mm from {}",
                        point.id, method.id, area.id
                    ));
                }
            }
        }
    }
    assert!(reached.is_empty(), "{}", reached.join("\n"));
}
