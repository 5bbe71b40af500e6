//! Every trigger point lies where its recipe says: on the surface of its muscle, on its side, near its landmarks.

use crate::{CATALOG, SCENE};
use glam::Vec3;
use myomap::{
    anatomy::{body::PlacedPoint, place::resolve_place, ray_index::RayIndex},
    model::{facts::Snap, side::Side},
};

fn placed(code: &str, side: Side) -> &'static PlacedPoint {
    let mut points = SCENE.body.points.iter();
    points
        .find(|point| point.id.code == code && point.id.side == side)
        .unwrap()
}

fn landmark(id: &str) -> Vec3 {
    SCENE.landmarks.get(id).unwrap()
}

#[test]
fn every_point_is_placed_on_both_sides() {
    assert_eq!(SCENE.body.points.len(), 2 * CATALOG.points().count());
}

#[test]
fn every_point_lies_on_the_surface_of_its_muscle_and_on_its_own_side() {
    for point in &SCENE.body.points {
        let structure = SCENE
            .body
            .structures
            .iter()
            .find(|s| s.id == point.structure)
            .unwrap();
        let apart = RayIndex::build(&structure.mesh)
            .nearest(point.point_mm)
            .unwrap()
            .distance_mm;
        assert!(
            apart < 0.5,
            "{} lies {apart:.1} mm off {}",
            point.id,
            point.structure
        );
        let outwards = if point.id.side == Side::Left {
            1.0
        } else {
            -1.0
        };
        assert!(
            point.point_mm.x * outwards > 0.0,
            "{} lies on the other side: {}",
            point.id,
            point.point_mm
        );
        assert_eq!(point.id.side, point.structure.side);
    }
}

#[test]
fn right_is_the_mirror_image_of_left() {
    for left in SCENE
        .body
        .points
        .iter()
        .filter(|point| point.id.side == Side::Left)
    {
        let right = placed(&left.id.code, Side::Right);
        assert_eq!(right.point_mm, left.point_mm * Vec3::new(-1.0, 1.0, 1.0));
    }
}

/// A recipe is a straight line through the body, and the point is brought to the surface along the
/// direction from which it is seen: along that it may go as deep as the muscle is thick, across it hardly.
#[test]
fn a_point_keeps_its_recipe_as_seen_from_its_direction() {
    for (_, point) in CATALOG.points() {
        let recipe = resolve_place(&point.place, &SCENE.landmarks).unwrap();
        let moved = placed(&point.id, Side::Left).point_mm - recipe;
        let across = match point.snap {
            Snap::SeenFrom((x, y, z)) => moved.reject_from(Vec3::new(x, y, z)).length(),
            Snap::Nearest => moved.length(),
        };
        assert!(
            across < 25.0,
            "{} lies {across:.0} mm aside of its recipe",
            point.id
        );
        assert!(
            moved.length() < 60.0,
            "{} lies {:.0} mm from its recipe",
            point.id,
            moved.length()
        );
    }
}

#[test]
fn tra_2_lies_at_the_middle_between_c7_and_the_acromion() {
    let middle = landmark("C7.spinous_tip").lerp(landmark("scapula.acromion_angle"), 0.48);
    let point = placed("TRA-2", Side::Left).point_mm;
    // Brought to the surface upwards and backwards: what counts is the distance seen from above.
    let apart = Vec3::new(point.x - middle.x, 0.0, point.z - middle.z).length();
    assert!(apart < 15.0, "{apart:.1} mm");
}

#[test]
fn points_stand_in_the_order_of_their_landmarks() {
    let y = |code: &str| placed(code, Side::Left).point_mm.y;
    let x = |code: &str| placed(code, Side::Left).point_mm.x;
    assert!(y("RHO-1") > y("RHO-2") && y("RHO-2") > y("RHO-3"));
    assert!(y("LEV-1") > y("LEV-2"));
    assert!(y("ILC-T6") > y("ILC-T11") && y("ILC-T11") > y("ILC-L1"));
    assert!(x("INF-2") > x("INF-1"), "INF-2 is the lateral one");
    assert!(x("SUP-2") > x("SUP-1"), "SUP-2 is the lateral one");
    assert!(x("PIR-1") > x("PIR-2"), "PIR-1 is the lateral one");
    assert!(y("QLU-1") > y("QLU-2"));
    assert!(y("GMX-1") > y("GMX-2"));
}

/// What the clinical review moved: the words say where to, and the old places were wrong.
#[test]
fn points_that_were_moved_lie_where_their_words_say() {
    let at = |code: &str| placed(code, Side::Left).point_mm;
    // Levels of the neck are those of the bodies: the tips of the processes hang lower.
    let (c4, c5) = (landmark("C4.body_centre").y, landmark("C5.body_centre").y);
    let muc_1 = at("MUC-1").y;
    assert!(muc_1 < c4 && muc_1 > c5, "MUC-1 at {muc_1:.0} mm");
    assert!(at("SSP-1").y > c4, "SSP-1 at {:.0} mm", at("SSP-1").y);
    // On flesh: the tuberosity is four to five centimetres high.
    let above = at("GMX-2").y - landmark("pelvis.ischial_tuberosity").y;
    assert!(above > 40.0, "GMX-2 only {above:.0} mm up");
    // Just below the last rib, not above the crest.
    let below = landmark("rib12.angle").y - at("QLU-1").y;
    assert!((10.0..30.0).contains(&below), "QLU-1 {below:.0} mm below");
    // In the muscle, not at the corner of the blade.
    let inside = landmark("scapula.inferior_angle").x - at("RHO-3").x;
    assert!(inside > 20.0, "RHO-3 only {inside:.0} mm inside");
    // Rib 6 lies at the tip of T5, not at that of T6.
    let apart = (at("ILC-T6").y - landmark("T5.spinous_tip").y).abs();
    assert!(apart < 12.0, "ILC-T6 {apart:.0} mm from the tip of T5");
    // Beside the breastbone: further out begins the area of the breast.
    assert!(at("PMJ-2").x < landmark("rib4.anterior_end").x);
}

/// Points that lay elsewhere than their words say, or on a face that cannot be meant: each by the figures of its text.
#[test]
fn points_lie_as_far_from_their_landmarks_as_their_words_say() {
    let at = |code: &str| placed(code, Side::Left).point_mm;
    let apart = |code: &str, other: Vec3| at(code).distance(other);
    let within = |what: &str, found: f32, least: f32, most: f32| {
        assert!(
            (least..=most).contains(&found),
            "{what}: {found:.0} mm, not {least} to {most}"
        );
    };
    // Beside C2 and C3, 2 cm from the midline; at C4 to C5, about 2 cm.
    within("SSP-1 from the midline", at("SSP-1").x, 15.0, 22.0);
    let (c2, c3) = (landmark("C2.spinous_tip").y, landmark("C3.spinous_tip").y);
    within("SSP-1", at("SSP-1").y, c3, c2 + 10.0);
    within("MUC-1 from the midline", at("MUC-1").x, 15.0, 22.0);
    within("SOC-1 from the midline", at("SOC-1").x, 10.0, 30.0);
    // The front face of the blade, upper third, just inside its outer border.
    let (low, high) = (
        landmark("scapula.inferior_angle").y,
        landmark("scapula.superior_angle").y,
    );
    within("SBS-1", at("SBS-1").y, low + (high - low) * 0.66, high);
    within("SBS-1 from the midline", at("SBS-1").x, 130.0, 155.0);
    // About 4 cm short of the bone, and not on the next point's disc.
    let humerus = landmark("humerus.head_top") + Vec3::new(14.0, -67.0, 0.0);
    within(
        "TMA-3 from the humerus",
        apart("TMA-3", humerus),
        25.0,
        42.0,
    );
    within("TMA-3 from TMA-2", apart("TMA-3", at("TMA-2")), 24.0, 60.0);
    // About the level of the middle of the blade, on its back fold.
    within("LAT-1", at("LAT-1").y - (low + high) / 2.0, -15.0, 15.0);
    assert!(placed("LAT-1", Side::Left).normal.z < -0.2);
    // In front of and behind the line from the crest to the trochanter, half-way up.
    let line = landmark("pelvis.crest_lateral").midpoint(landmark("femur.greater_trochanter"));
    within("GMN-A before the line", at("GMN-A").z - line.z, 8.0, 20.0);
    within("GMN-P behind the line", line.z - at("GMN-P").z, 20.0, 28.0);
    for code in ["GMN-A", "GMN-P"] {
        within(code, at(code).y - line.y, -20.0, 20.0);
    }
    within("GMN-A from GMN-P", apart("GMN-A", at("GMN-P")), 30.0, 60.0);
    // Near the attachments on ribs 4 and 5.
    let ribs = (
        landmark("rib5.lateral").y - 25.0,
        landmark("rib4.anterior_end").y + 15.0,
    );
    within("PMN-2", at("PMN-2").y, ribs.0, ribs.1);
    // Close beside the spinous processes, on the face towards the back; so are SPS-1 and QLU-3.
    within("SPN-1 from the midline", at("SPN-1").x, 5.0, 15.0);
    for code in ["SPN-1", "SPS-1", "QLU-3"] {
        assert!(placed(code, Side::Left).normal.z < -0.5, "{code}");
    }
    within(
        "QLU-3",
        apart("QLU-3", landmark("L3.transverse_tip")),
        0.0,
        20.0,
    );
    within("QLU-1 from the midline", at("QLU-1").x, 65.0, 80.0);
    // Below the middle of the collarbone.
    let collarbone = landmark("clavicle.sternal_end").midpoint(landmark("clavicle.acromial_end"));
    within("PMJ-1 beside it", at("PMJ-1").x - collarbone.x, -10.0, 10.0);
    within("PMJ-1 below it", collarbone.y - at("PMJ-1").y, 15.0, 45.0);
    // Above the collarbone, not in the hollow above it, and on no other disc.
    let above = at("SCA-M").y - landmark("clavicle.acromial_end").y;
    within("SCA-M above the collarbone", above, 25.0, 45.0);
    for other in ["SCA-A", "SCA-P"] {
        within(other, apart("SCA-M", at(other)), 18.0, 60.0);
    }
    // At the angle of rib 6.
    let angle = landmark("rib6.angle");
    within("ILC-T6", apart("ILC-T6", angle), 0.0, 12.0);
    // 5 cm below the groin crease and over the lesser trochanter, which is lower here: between the two.
    let crease = landmark("pelvis.ASIS").midpoint(landmark("pelvis.pubic_tubercle"));
    within(
        "ILP-3 below the crease",
        crease.y - at("ILP-3").y,
        50.0,
        80.0,
    );
    // About 2 cm inside the acromion, whose back corner lies 2 cm outside of its inner margin.
    let corner = landmark("scapula.acromion_angle");
    within("TRA-6", corner.x - at("TRA-6").x, 28.0, 42.0);
}

/// Points on the face of a bone that is turned inwards: there the muscle lies between bone and trunk.
const TURNED_INWARDS: &[&str] = &["SBS-1", "SBS-2", "SBS-3", "ILP-2"];

#[test]
fn a_marker_never_faces_the_axis_of_the_body() {
    for point in SCENE.body.points.iter() {
        // The middle of the trunk, between back and belly.
        let outwards = (point.point_mm - Vec3::new(0.0, point.point_mm.y, 95.0)).normalize();
        let towards = point.normal.dot(outwards);
        let inwards = TURNED_INWARDS.contains(&point.id.code.as_str());
        assert_eq!(
            towards < -0.15,
            inwards,
            "{} faces {towards:.2} outwards",
            point.id
        );
    }
}
