//! The layers lie as they do in a body: what is deep is covered by what is superficial, everything by the
//! skin, and no muscle runs through a bone.
//!
//! Everything is judged on the left. What is known to be otherwise stands in a list with its depth and
//! the reason, so that it cannot get worse unseen; what has become better is written anew or leaves
//! the list.

use crate::{
    CATALOG, SCENE,
    lines::{LINES, left},
};
use glam::Vec3;
use myomap::{
    anatomy::{
        body::{BodyStructure, StructureKind},
        place::{Landmarks, resolve_place},
        ray_index::RayIndex,
        ring_net::surface_of_shape,
    },
    model::facts::{Part, Place, Shape},
};
use std::collections::BTreeMap;

/// A deep muscle may stand through a superficial one by this, millimetres.
const COVER_MM: f32 = 0.5;
/// A muscle may stand out through the skin by this, millimetres. Asked are 2; what ships keeps it wholly inside.
const SKIN_MM: f32 = 0.0;
/// A bone lies under the skin by this at least, millimetres.
const BONE_UNDER_SKIN_MM: f32 = 1.0;
/// A muscle may dip into a bone by this beyond its attachments, millimetres.
const BONE_MM: f32 = 3.0;
/// Known depths may grow by this before the test fails: the meshes' fineness changes them a little.
const SLACK_MM: f32 = 0.5;
/// A known depth that has become smaller by this is written anew, lest it grow back unseen.
const SHRUNK_MM: f32 = 2.0;
/// So many lines must agree before a muscle counts as standing through another.
const AGREE: usize = 3;
/// The ends of a muscle and of each of its slips, as shares of the length, lie on or in the bone.
const ENDS: (f32, f32) = (0.2, 0.8);
/// So does what is as near to its lines of attachment, millimetres.
const ATTACHED_MM: f32 = 10.0;

/// Deep muscle, superficial muscle, depth in millimetres, reason.
type Known = (&'static str, &'static str, f32, &'static str);

/// Deep muscles that come before superficial ones on the way in from the skin.
const THROUGH_MUSCLES: &[Known] = &[
    (
        "iliocostalis.lumborum",
        "gluteus_maximus",
        13.2,
        "its tendon lies on the sacrum where the other springs from it; they only touch, under the fascia",
    ),
    (
        "teres_minor",
        "triceps_brachii",
        18.9,
        "the long head passes in front of it to the scapula, as in a body",
    ),
    (
        "rotatores",
        "multifidus.thoracis",
        0.5,
        "in the groove of the spine the two run together, out of sight",
    ),
    (
        "splenius.capitis",
        "levator_scapulae",
        1.9,
        "at the upper neck it lies over the slips that the other sends to C1 and C2",
    ),
    (
        "longissimus.capitis",
        "scalenus.medius",
        3.2,
        "at the side of the neck it lies behind the other, not under it",
    ),
    (
        "splenius.cervicis",
        "scalenus.medius",
        0.8,
        "at the side of the neck it lies behind the other, not under it",
    ),
    (
        "semispinalis.cervicis",
        "semispinalis.capitis",
        0.7,
        "at the inner edge of the other, beside the spinous processes where it ends",
    ),
    (
        "multifidus.cervicis",
        "semispinalis.cervicis",
        1.5,
        "beside the spinous process of C4, where both end",
    ),
];

/// Muscles that run through bones.
const THROUGH_BONES: &[Known] = &[];

fn muscles() -> Vec<(&'static BodyStructure, RayIndex)> {
    left(|kind| kind == StructureKind::Muscle)
}

type Found = BTreeMap<(String, String), f32>;

fn compare(found: &Found, known: &[Known], most_mm: f32) {
    let mut faults = Vec::new();
    for ((what, through), &depth) in found {
        let allowed = known
            .iter()
            .find(|k| k.0 == what && k.1 == through)
            .map_or(most_mm, |k| k.2 + SLACK_MM);
        if depth > allowed {
            faults.push(format!(
                "{what} stands {depth:.1} mm through {through}; {allowed:.1} is known"
            ));
        }
    }
    for (what, through, depth, _) in known {
        let now = found
            .get(&((*what).to_owned(), (*through).to_owned()))
            .copied()
            .unwrap_or(0.0);
        if now < most_mm - SLACK_MM {
            faults.push(format!(
                "{what} no longer stands through {through}: take it from the list ({depth})"
            ));
        } else if now < depth - SHRUNK_MM {
            faults.push(format!(
                "{what} stands only {now:.1} mm through {through}: write that instead of {depth}"
            ));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Muscles of one layer that lie over each other all the same: the lower one, and what it lies under.
const WITHIN_A_LAYER: &[(&str, &[&str])] = &[
    (
        "rectus_abdominis",
        &[
            "pectoralis_major.sternocostal",
            "pectoralis_major.abdominal",
        ],
    ),
    ("semispinalis.capitis", &["splenius.capitis"]),
    ("semispinalis.cervicis", &["semispinalis.capitis"]),
    ("rotatores", &["multifidus.thoracis", "multifidus.cervicis"]),
];

#[test]
fn superficial_muscles_cover_the_deep_ones_under_the_skin() {
    let mut depths: BTreeMap<(String, String), Vec<f32>> = BTreeMap::new();
    for line in LINES.iter() {
        for over in &line.met {
            for deep in &line.met {
                let Some(by_mm) = over.stood_through_by_mm(deep) else {
                    continue;
                };
                let (deep, over) = (deep.muscle, over.muscle);
                let within = |pair: &&(&str, &[&str])| {
                    deep.id.base == pair.0 && pair.1.contains(&over.id.base.as_str())
                };
                if deep.depth > over.depth || WITHIN_A_LAYER.iter().any(|pair| within(&pair)) {
                    let key = (deep.id.base.clone(), over.id.base.clone());
                    depths.entry(key).or_default().push(by_mm);
                }
            }
        }
    }
    assert!(depths.len() > 5, "hardly anything was compared");
    let found = depths
        .into_iter()
        .filter_map(|(key, mut list)| {
            list.sort_by(|a, b| b.total_cmp(a));
            Some((key, *list.get(AGREE - 1)?))
        })
        .collect();
    compare(&found, THROUGH_MUSCLES, COVER_MM);
}

/// How far a place lies under the skin, millimetres; less than nought outside.
fn under_skin_mm(p: Vec3) -> f32 {
    let skin = &SCENE.body.skin.index;
    let away = skin.nearest(p).map_or(0.0, |at| at.distance_mm);
    if skin.contains(p) { away } else { -away }
}

#[test]
fn everything_lies_under_the_skin() {
    let mut faults = Vec::new();
    for (structure, _) in left(|_| true) {
        let least = match structure.kind {
            StructureKind::Muscle | StructureKind::Fascia => -SKIN_MM,
            StructureKind::Bone(_) => BONE_UNDER_SKIN_MM,
        };
        let depth = |p: &Vec3| under_skin_mm(*p);
        let shallowest = structure.mesh.positions_mm.iter().map(depth);
        let shallowest = shallowest.fold(f32::INFINITY, f32::min);
        if shallowest < least {
            faults.push(format!(
                "{} lies {shallowest:.1} mm under the skin, {least:.1} is the least",
                structure.id
            ));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// The line of an attachment.
fn line(places: &[Place], landmarks: &Landmarks) -> Vec<Vec3> {
    let resolved = places
        .iter()
        .filter_map(|p| resolve_place(p, landmarks).ok());
    resolved.collect()
}

/// How far a place is from a line, millimetres.
fn from_line_mm(p: Vec3, line: &[Vec3]) -> f32 {
    let pieces = line.windows(2).map(|w| {
        let way = w[1] - w[0];
        let share = (p - w[0]).dot(way) / way.length_squared().max(1e-6);
        p.distance(w[0] + way * share.clamp(0.0, 1.0))
    });
    let ends = line.iter().map(|&end| p.distance(end));
    pieces.chain(ends).fold(f32::INFINITY, f32::min)
}

/// Every vertex's share of the length of its own slip.
fn shares_of_slips(shape: &Shape) -> Vec<f32> {
    // Built without the muscle's attachments, each net counts for itself.
    let mesh = surface_of_shape(shape).unwrap_or_default();
    mesh.fibre_uv.iter().map(|uv| uv[1]).collect()
}

#[test]
fn no_muscle_runs_through_a_bone_beyond_its_attachments() {
    let bones = left(StructureKind::is_bone);
    let landmarks = &SCENE.landmarks;
    let parts: BTreeMap<&str, &Part> = CATALOG
        .parts()
        .map(|(_, part)| (part.id.as_str(), part))
        .collect();
    let between = |share: f32| share >= ENDS.0 && share <= ENDS.1;
    let mut found = Found::new();
    let mut judged = 0;
    for (muscle, _) in muscles() {
        let part = parts[muscle.id.base.as_str()];
        let origin = line(&part.origin.line, landmarks);
        let insertion = line(&part.insertion.line, landmarks);
        let of_slip = shares_of_slips(&CATALOG.shapes[&muscle.id.base]);
        assert_eq!(of_slip.len(), muscle.mesh.positions_mm.len());
        for (n, &p) in muscle.mesh.positions_mm.iter().enumerate() {
            let attached = from_line_mm(p, &origin).min(from_line_mm(p, &insertion)) < ATTACHED_MM;
            if attached || !between(muscle.mesh.fibre_uv[n][1]) || !between(of_slip[n]) {
                continue;
            }
            judged += 1;
            for (bone, index) in &bones {
                let Some((low, high)) = bone.mesh.bounds_mm() else {
                    continue;
                };
                if p.cmpgt(low).all() && p.cmplt(high).all() && index.contains(p) {
                    let deep = index.nearest(p).map_or(0.0, |at| at.distance_mm);
                    let key = (muscle.id.base.clone(), bone.id.base.clone());
                    let deepest = found.entry(key).or_default();
                    *deepest = deepest.max(deep);
                }
            }
        }
    }
    assert!(judged > 10_000, "hardly anything was judged: {judged}");
    compare(&found, THROUGH_BONES, BONE_MM);
}
