//! The areas that no tool may touch lie where their names say.

use crate::{CATALOG, SCENE};
use glam::Vec3;
use myomap::anatomy::pain_field::field_mm;
use myomap::model::side::Side;

/// The points of the skin within an area, on one side.
fn inside(id: &str, side: Side) -> Vec<Vec3> {
    let area = CATALOG.no_go_area(id).unwrap();
    let side = if area.midline { Side::Midline } else { side };
    let field = field_mm(&SCENE.body.skin, &area.areas, side, &SCENE.landmarks).unwrap();
    let positions = &SCENE.body.skin.mesh.positions_mm;
    (positions.iter().zip(&field))
        .filter(|(_, mm)| **mm >= 0.0)
        .map(|(at, _)| *at)
        .collect()
}

fn middle(id: &str) -> Vec3 {
    let all = inside(id, Side::Left);
    assert!(!all.is_empty(), "{id} covers no skin");
    all.iter().sum::<Vec3>() / all.len() as f32
}

fn landmark(id: &str) -> Vec3 {
    SCENE.landmarks.get(id).unwrap()
}

#[test]
fn each_area_covers_skin_on_its_side_and_only_the_midline_crosses() {
    assert!(CATALOG.no_go_areas.len() >= 13);
    for area in &CATALOG.no_go_areas {
        let left = inside(&area.id, Side::Left);
        assert!(left.len() >= 4, "{}: {} points", area.id, left.len());
        let crosses = left.iter().any(|at| at.x < -3.0);
        assert_eq!(crosses, area.midline, "{}", area.id);
        assert_eq!(
            left.len(),
            inside(&area.id, Side::Right).len(),
            "{}",
            area.id
        );
    }
}

#[test]
fn areas_of_the_neck_lie_in_front_of_the_spine_between_jaw_and_breastbone() {
    for id in ["throat", "neck_front_and_side"] {
        let at = middle(id);
        assert!(at.z > landmark("C5.body_centre").z, "{id}: {at}");
        assert!(at.y < landmark("mandible.gonion").y, "{id}: {at}");
        assert!(at.y > landmark("sternum.jugular_notch").y, "{id}: {at}");
    }
    assert!(middle("neck_front_and_side").x > middle("throat").x + 15.0);
    let hollow = middle("collarbone_hollow");
    assert!(
        hollow.x > landmark("clavicle.sternal_end").x + 20.0,
        "{hollow}"
    );
    assert!(
        hollow.x < landmark("scapula.acromion_tip").x - 20.0,
        "{hollow}"
    );
    assert!(hollow.y > landmark("rib1.lateral").y, "{hollow}");
}

#[test]
fn areas_of_the_limbs_lie_in_the_bends_of_the_joints() {
    let knee = landmark("femur.lateral_epicondyle");
    for at in inside("behind_knee", Side::Left) {
        assert!(at.z < knee.z && (at.y - knee.y).abs() < 80.0, "{at}");
    }
    let elbow = landmark("humerus.medial_epicondyle");
    let crease = middle("elbow_crease");
    assert!(crease.z > elbow.z, "{crease}");
    assert!((crease.y - elbow.y).abs() < 30.0, "{crease}");
    assert!(crease.x > elbow.x && crease.x < landmark("humerus.lateral_epicondyle").x);
    // The arm hangs against the trunk: the fold between them is open from rib 6 on downwards.
    let armpit = middle("armpit");
    assert!(armpit.y < landmark("humerus.head_top").y, "{armpit}");
    assert!(armpit.y > landmark("rib7.lateral").y, "{armpit}");
    assert!(armpit.z > landmark("humerus.head_top").z, "{armpit}");
    assert!(armpit.x > landmark("rib3.lateral").x - 15.0, "{armpit}");
    assert!(
        armpit.x < landmark("humerus.greater_tubercle").x,
        "{armpit}"
    );
    let groin = middle("groin_front");
    assert!(groin.y < landmark("pelvis.ASIS").y && groin.z > landmark("femur.head_top").z);
}

#[test]
fn areas_of_the_back_lie_behind_and_those_of_the_belly_in_front() {
    let rib = landmark("rib12.angle").midpoint(landmark("rib12.anterior_end"));
    let flank = middle("flank");
    assert!(
        (flank.y - rib.y).abs() < 25.0 && (flank.x - rib.x).abs() < 30.0,
        "{flank}"
    );
    assert!(flank.z < rib.z, "{flank}");
    for at in inside("spine_ridge", Side::Midline) {
        assert!(
            at.x.abs() < 25.0 && at.z < landmark("C5.body_centre").z,
            "{at}"
        );
    }
    assert!(middle("tailbone").y < landmark("S2.median_crest").y);
    let sciatic = middle("sciatic_line");
    assert!(
        sciatic.x > landmark("pelvis.ischial_tuberosity").x,
        "{sciatic}"
    );
    assert!(
        sciatic.x < landmark("femur.greater_trochanter").x,
        "{sciatic}"
    );
    assert!(
        sciatic.z < landmark("femur.greater_trochanter").z,
        "{sciatic}"
    );
    let belly = middle("belly");
    assert!(belly.z > landmark("L3.body_centre").z + 50.0, "{belly}");
    assert!(middle("breast").z > landmark("rib4.lateral").z);
    assert!(middle("eyes").y < landmark("skull.glabella").y + 10.0);
}

/// A point whose treatment would send a tool where the same tool is forbidden.
#[test]
fn no_point_is_treated_with_a_tool_where_that_tool_does_not_belong() {
    let mut faults = Vec::new();
    for area in &CATALOG.no_go_areas {
        let side = if area.midline {
            Side::Midline
        } else {
            Side::Left
        };
        let field = field_mm(&SCENE.body.skin, &area.areas, side, &SCENE.landmarks).unwrap();
        for (_, point) in CATALOG.points() {
            let mut used = point.treatment.iter().map(|how| &how.method);
            let Some(method) = used.find(|id| area.methods.contains(id)) else {
                continue;
            };
            let mut points = SCENE.body.points.iter();
            let placed =
                points.find(|placed| placed.id.code == point.id && placed.id.side == Side::Left);
            let at = SCENE
                .body
                .skin
                .index
                .nearest(placed.unwrap().point_mm)
                .unwrap();
            let corners = SCENE.body.skin.mesh.triangles[at.triangle as usize];
            let depth = corners.map(|corner| field[corner as usize]);
            let depth_mm = depth.into_iter().fold(f32::MAX, f32::min);
            if depth_mm > 0.0 {
                let name = &area.name;
                faults.push(format!(
                    "{} by {method} lies {depth_mm:.0} mm within {name}",
                    point.id
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
