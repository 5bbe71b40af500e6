//! No method is offered where its tool would touch a place that it must not.

use crate::{CATALOG, SCENE};
use glam::Vec3;
use myomap::{
    anatomy::{
        body::PlacedPoint,
        pain_field::{FAR_OUTSIDE_MM, field_mm},
    },
    model::{facts::Touches, side::Side},
};
use std::collections::BTreeMap;

/// Where a tool touches the skin over a point, outwards from the muscle: the triangle, and the place on it.
fn skin_over(point: &PlacedPoint) -> (u32, Vec3) {
    let index = &SCENE.body.skin.index;
    match index.first_hit(point.point_mm, point.normal) {
        Some(hit) => (hit.triangle, hit.point_mm),
        None => {
            let nearest = index.nearest(point.point_mm).unwrap();
            (nearest.triangle, nearest.point_mm)
        }
    }
}

/// A field at a place of a triangle of the skin.
fn value(field: &[f32], (triangle, at): (u32, Vec3)) -> f32 {
    let mesh = &SCENE.body.skin.mesh;
    let corners = mesh.triangles[triangle as usize];
    let [a, b, c] = corners.map(|corner| mesh.positions_mm[corner as usize]);
    let area = |a: Vec3, b: Vec3, c: Vec3| (b - a).cross(c - a).length();
    let whole = area(a, b, c).max(f32::MIN_POSITIVE);
    let shares = [area(at, b, c), area(a, at, c), area(a, b, at)].map(|part| part / whole);
    let values = corners.map(|corner| field[corner as usize]);
    values
        .iter()
        .zip(shares)
        .map(|(value, share)| value * share)
        .sum()
}

#[test]
fn no_tool_reaches_a_place_that_is_forbidden_to_it() {
    let skin = &SCENE.body.skin;
    let mut fields: BTreeMap<&str, Vec<f32>> = BTreeMap::new();
    for area in &CATALOG.no_go_areas {
        let side = if area.midline {
            Side::Midline
        } else {
            Side::Left
        };
        let field = field_mm(skin, &area.areas, side, &SCENE.landmarks).unwrap();
        fields.insert(&area.id, field);
    }
    let mut reached = Vec::new();
    for (_, point) in CATALOG.points() {
        let mut placed = SCENE.body.points.iter();
        let placed = placed.find(|x| x.id.code == point.id && x.id.side == Side::Left);
        let at = skin_over(placed.expect("the point is placed"));
        for application in &point.treatment {
            let method = CATALOG.method(&application.method).unwrap();
            if !matches!(method.touches, Touches::Pressure | Touches::Roller) {
                continue;
            }
            for area in CATALOG.no_go_areas_of(&method.id) {
                // Along the skin, so that what lies on the other face of the body is far away.
                let inside_mm = value(&fields[area.id.as_str()], at);
                if inside_mm > FAR_OUTSIDE_MM && inside_mm > -method.width_mm / 2.0 {
                    let far = -inside_mm;
                    reached.push(format!(
                        "{} with {} is {far:.0} mm from {}",
                        point.id, method.id, area.id
                    ));
                }
            }
        }
    }
    assert!(reached.is_empty(), "{}", reached.join("\n"));
}
