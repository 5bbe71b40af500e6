//! The deep muscles of the back have the slips that the books give them, and each ends on its bone.

use crate::{CATALOG, SCENE, lines::left};
use glam::Vec3;
use myomap::{
    anatomy::{ray_index::RayIndex, ring_net::rings_of_net},
    model::facts::{Net, Shape},
};
use std::{collections::BTreeMap, sync::LazyLock};

/// How far the middle of a slip's end may lie from the surface of its bone, millimetres.
const ON_BONE_MM: f32 = 2.5;

/// Every bone on the left and in the midline, by id.
static BONES: LazyLock<BTreeMap<&'static str, RayIndex>> = LazyLock::new(|| {
    let bones = left(|kind| kind.is_bone()).into_iter();
    bones
        .map(|(bone, index)| (bone.id.base.as_str(), index))
        .collect()
});

pub fn shape(id: &str) -> &'static Shape {
    &CATALOG.shapes[id]
}

pub fn rings(net: &Net) -> Vec<Vec<Vec3>> {
    rings_of_net(net).unwrap()
}

fn middle(ring: &[Vec3]) -> Vec3 {
    ring.iter().sum::<Vec3>() / ring.len() as f32
}

/// The middles of a net's first and last ring.
pub fn ends(net: &Net) -> (Vec3, Vec3) {
    let rings = rings(net);
    (middle(&rings[0]), middle(&rings[rings.len() - 1]))
}

pub fn off_mm(bone: &str, at: Vec3) -> f32 {
    BONES[bone].nearest(at).unwrap().distance_mm
}

/// The bone on which a place lies.
fn bone_at(at: Vec3) -> &'static str {
    let apart = |bone: &&&str| off_mm(bone, at);
    let nearest = BONES.keys().min_by(|a, b| apart(a).total_cmp(&apart(b)));
    nearest.unwrap()
}

fn ids(kind: &str, numbers: impl IntoIterator<Item = u8>) -> Vec<String> {
    let id = |number| format!("{kind}{number}");
    numbers.into_iter().map(id).collect()
}

/// What each slip of erector spinae that was built onto a measured belly springs from, or ends on, in the order of its
/// plan, and whether that is its end.
fn slips_of_erector() -> Vec<(&'static str, bool, Vec<String>)> {
    let vertebrae = |list: &[&str]| list.iter().map(|v| format!("vertebra.{v}")).collect();
    vec![
        ("iliocostalis.lumborum", true, ids("rib.", (7..=12).rev())),
        ("iliocostalis.thoracis", false, ids("rib.", (8..=12).rev())),
        ("iliocostalis.thoracis", true, ids("rib.", (2..=6).rev())),
        ("iliocostalis.thoracis", true, vertebrae(&["c7"])),
        ("iliocostalis.cervicis", false, ids("rib.", (3..=5).rev())),
        (
            "longissimus.thoracis",
            true,
            ids("vertebra.t", (2..=12).rev()),
        ),
        ("longissimus.thoracis", true, ids("rib.", (3..=12).rev())),
        (
            "longissimus.cervicis",
            false,
            ids("vertebra.t", (1..=4).rev()),
        ),
        (
            "longissimus.cervicis",
            true,
            ids("vertebra.c", (3..=6).rev()),
        ),
        (
            "longissimus.capitis",
            false,
            ids("vertebra.t", (1..=3).rev()),
        ),
        (
            "longissimus.capitis",
            false,
            ids("vertebra.c", (6..=7).rev()),
        ),
    ]
}

#[test]
fn every_slip_of_erector_spinae_lies_on_its_own_rib_or_vertebra() {
    let mut faults = Vec::new();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (part, is_end, bones) in slips_of_erector() {
        let built = &shape(part).built;
        // The broad tendon of longissimus stands before its slips.
        let tendon = usize::from(part == "longissimus.thoracis");
        let first = *seen.entry(part).or_insert(tendon);
        for (number, bone) in bones.iter().enumerate() {
            let (from, to) = ends(&built[first + number]);
            let at = if is_end { to } else { from };
            let off = off_mm(bone, at);
            if off > ON_BONE_MM {
                faults.push(format!("{part}: a slip ends {off:.1} mm from {bone}"));
            }
        }
        seen.insert(part, first + bones.len());
    }
    for (part, number) in seen {
        let built = shape(part).built.len();
        if built != number {
            faults.push(format!("{part} has {built} slips and not {number}"));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn ribs_are_reached_at_their_angles_by_iliocostalis_and_inside_of_them_by_longissimus() {
    let angle = |rib: usize| SCENE.landmarks.get(&format!("rib{rib}.angle")).unwrap();
    let ends_of = |part: &str, slips: std::ops::Range<usize>| -> Vec<Vec3> {
        let built = &shape(part).built[slips];
        built.iter().map(|net| ends(net).1).collect()
    };
    let lumborum = ends_of("iliocostalis.lumborum", 0..6);
    let longissimus = ends_of("longissimus.thoracis", 12..22);
    for (n, (outer, inner)) in lumborum.iter().zip(&longissimus).enumerate() {
        let at = angle(12 - n);
        let (beyond, short) = (outer.distance(at), at.x - inner.x);
        assert!(beyond < 30.0, "rib {}: {beyond:.0} mm off", 12 - n);
        assert!(short > 2.0, "rib {}: only {short:.0} mm inside", 12 - n);
        assert!(outer.x > inner.x + 15.0);
    }
}

/// Number of a vertebra from above, C1 being 1; of the sacrum and the hip bone, 25.
fn level(bone: &str) -> i32 {
    let Some(name) = bone.strip_prefix("vertebra.") else {
        assert!(["sacrum", "hip_bone"].contains(&bone), "{bone}");
        return 25;
    };
    let number: i32 = name[1..].parse().unwrap();
    number
        + match &name[..1] {
            "c" => 0,
            "t" => 7,
            _ => 19,
        }
}

#[test]
fn multifidus_is_bundles_from_process_to_process_two_to_four_levels_long() {
    for (part, least) in [
        ("multifidus.cervicis", 7),
        ("multifidus.thoracis", 30),
        ("multifidus.lumborum", 20),
    ] {
        let nets = &shape(part).nets;
        assert!(nets.len() >= least, "{part} has {}", nets.len());
        for (number, net) in nets.iter().enumerate() {
            let (from, to) = ends(net);
            let (low, high) = (bone_at(from), bone_at(to));
            for (at, bone) in [(from, low), (to, high)] {
                let off = off_mm(bone, at);
                assert!(off < ON_BONE_MM, "{part} {number}: {off:.1} mm from {bone}");
            }
            let up = level(low) - level(high);
            let most = if level(low) == 25 { 5 } else { 4 };
            let what = format!("{part} {number}: {low} to {high}");
            assert!((1..=most).contains(&up), "{what}");
            // From the outside inwards and upwards.
            assert!(from.x > to.x + 4.0 && to.y > from.y, "{what}");
        }
    }
}

#[test]
fn quadratus_lumborum_lies_on_the_crest_on_the_last_rib_and_on_four_transverse_processes() {
    let nets = &shape("quadratus_lumborum").nets;
    assert_eq!(nets.len(), 5, "a sheet and four slips");
    let sheet = rings(&nets[0]);
    // Both faces of the ends, from edge to edge, lie on the bone or in it.
    for (ring, bone) in [(&sheet[0], "hip_bone"), (&sheet[sheet.len() - 1], "rib.12")] {
        for &at in ring {
            let inside = BONES[bone].contains(at);
            let off = off_mm(bone, at);
            assert!(inside || off < 1.5, "{at} lies {off:.1} mm from {bone}");
        }
    }
    for (n, net) in nets[1..].iter().enumerate() {
        let tip = SCENE.landmarks.get(&format!("L{}.transverse_tip", n + 1));
        let off = ends(net).1.distance(tip.unwrap());
        assert!(off < 4.5, "L{}: {off:.1} mm from the tip", n + 1);
    }
}
