//! The layers lie as they do in a body: what is deep is covered by what is superficial, everything by the
//! skin, and no muscle runs through a bone.
//!
//! Everything is sampled on the left. What is known to be off stands in a list with its depth and
//! the reason, so that it cannot get worse unseen; what has become better must leave the list.

use glam::Vec3;
use myomap::{
    anatomy::{
        body::{Body, BodyStructure, StructureKind, compile},
        ray_index::RayIndex,
    },
    model::{catalog::load, side::Side},
    store::built_in_files,
};
use std::{collections::BTreeMap, sync::LazyLock};

/// A deep muscle may stand through a superficial one by this, millimetres.
const COVER_MM: f32 = 2.0;
/// A muscle may stand out through the skin by this, millimetres.
const SKIN_MM: f32 = 2.0;
/// A muscle may dip into a bone by this beyond its attachments, millimetres.
const BONE_MM: f32 = 3.0;
/// Known depths may grow by this before the test fails: the meshes' fineness changes them a little.
const SLACK_MM: f32 = 0.5;
/// Rays from behind lie this far apart, millimetres.
const GRID_MM: f32 = 6.0;
/// So many rays must agree before a muscle counts as standing through another.
const RAYS: usize = 3;
/// The ends of a muscle, as shares of its length, lie on or in the bone.
const ENDS: (f32, f32) = (0.2, 0.8);

/// Deep muscle, superficial muscle, depth in millimetres, reason.
type Known = (&'static str, &'static str, f32, &'static str);

/// Deep muscles that stand through superficial ones, seen from behind.
const THROUGH_MUSCLES: &[Known] = &[
    (
        "iliocostalis.lumborum",
        "serratus_anterior",
        3.8,
        "side by side at the ribs' angles; the lowest slips of serratus reach too far back",
    ),
    (
        "iliocostalis.thoracis",
        "serratus_anterior",
        5.0,
        "side by side at the ribs' angles, as above",
    ),
    (
        "multifidus.lumborum",
        "longissimus.thoracis",
        8.4,
        "built; it is thick where longissimus is a thin aponeurosis over it",
    ),
    (
        "pectoralis_minor",
        "pectoralis_major.sternocostal",
        20.3,
        "from behind the deeper one comes first: it lies on the ribs under the major",
    ),
    (
        "serratus_posterior_superior",
        "serratus_anterior",
        3.2,
        "touch on the same ribs",
    ),
    (
        "splenius.capitis",
        "serratus_posterior_superior",
        2.2,
        "touch at the spinous processes",
    ),
    (
        "subscapularis",
        "serratus_anterior",
        8.2,
        "from behind subscapularis comes first: serratus lies between it and the ribs",
    ),
];

/// Muscles that stand out through the skin (second name: `skin`).
const THROUGH_SKIN: &[Known] = &[];

/// Muscles that run through bones.
const THROUGH_BONES: &[Known] = &[
    (
        "external_oblique",
        "costal_cartilage.8",
        3.5,
        "built; laid under the skin where the costal margin stands out",
    ),
    (
        "deltoid.clavicular",
        "scapula",
        3.3,
        "wraps the tip of the acromion",
    ),
    (
        "gluteus_medius",
        "hip_bone",
        6.6,
        "arises from the wing over half of its own length",
    ),
    (
        "gluteus_minimus",
        "hip_bone",
        5.4,
        "arises from the wing over half of its own length",
    ),
    (
        "multifidus.lumborum",
        "sacrum",
        3.6,
        "built; arises in the groove of the sacrum",
    ),
    (
        "rotatores",
        "vertebra.t10",
        3.5,
        "short: it lies on the vertebra all along",
    ),
    (
        "semispinalis.thoracis",
        "vertebra.t5",
        3.4,
        "arises at each transverse process that it passes",
    ),
    (
        "subscapularis",
        "rib.6",
        3.5,
        "lies between the scapula and the ribs with hardly room for both",
    ),
    (
        "teres_major",
        "scapula",
        3.0,
        "arises along the lower border",
    ),
];

static BODY: LazyLock<Body> = LazyLock::new(|| compile(&load(&built_in_files()).0).0);

fn left(kind: fn(StructureKind) -> bool) -> Vec<(&'static BodyStructure, RayIndex)> {
    BODY.structures
        .iter()
        .filter(|s| s.id.side != Side::Right && kind(s.kind))
        .map(|s| (s, RayIndex::build(&s.mesh)))
        .collect()
}

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
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Where a ray from behind enters and leaves a muscle first, and how squarely it meets it.
fn first_body(index: &RayIndex, x: f32, y: f32) -> Option<(f32, f32, f32)> {
    let hit = index.first_hit(Vec3::new(x, y, -400.0), Vec3::Z)?;
    let out = index.first_hit(hit.point_mm + Vec3::Z * 0.05, Vec3::Z)?;
    Some((hit.point_mm.z, out.point_mm.z, -hit.normal.z))
}

#[test]
fn superficial_muscles_cover_the_deep_ones_from_behind() {
    let muscles = muscles();
    let bounds: Vec<(Vec3, Vec3)> = muscles
        .iter()
        .filter_map(|(s, _)| s.mesh.bounds_mm())
        .collect();
    let mut depths: BTreeMap<(String, String), Vec<f32>> = BTreeMap::new();
    for row in 0..130 {
        for column in 0..34 {
            // A little off the round numbers, so that no ray runs along an edge.
            let (x, y) = (
                2.13 + column as f32 * GRID_MM,
                872.17 + row as f32 * GRID_MM,
            );
            let met: Vec<(&BodyStructure, (f32, f32, f32))> = muscles
                .iter()
                .zip(&bounds)
                .filter(|(_, (low, high))| x > low.x && x < high.x && y > low.y && y < high.y)
                .filter_map(|((s, index), _)| Some((*s, first_body(index, x, y)?)))
                .collect();
            for (over, (over_in, _, squarely)) in &met {
                for (deep, (deep_in, deep_out, _)) in &met {
                    // The deep one begins behind the superficial one and reaches into it.
                    let through = deep_in < over_in && *deep_out > over_in - 0.5;
                    if deep.depth > over.depth && through && *squarely > 0.35 {
                        let key = (deep.id.base.clone(), over.id.base.clone());
                        depths.entry(key).or_default().push(over_in - deep_in);
                    }
                }
            }
        }
    }
    let found = depths
        .into_iter()
        .filter_map(|(key, mut list)| {
            list.sort_by(|a, b| b.total_cmp(a));
            Some((key, *list.get(RAYS - 1)?))
        })
        .collect();
    compare(&found, THROUGH_MUSCLES, COVER_MM);
}

#[test]
fn no_muscle_stands_out_through_the_skin() {
    let mut found = Found::new();
    for (muscle, _) in muscles() {
        let step = (muscle.mesh.positions_mm.len() / 150).max(1);
        for &p in muscle.mesh.positions_mm.iter().step_by(step) {
            if BODY.skin.index.contains(p) {
                continue;
            }
            let out = BODY.skin.index.nearest(p).map_or(0.0, |at| at.distance_mm);
            let deepest = found
                .entry((muscle.id.base.clone(), "skin".to_owned()))
                .or_default();
            *deepest = deepest.max(out);
        }
    }
    compare(&found, THROUGH_SKIN, SKIN_MM);
}

#[test]
fn no_muscle_runs_through_a_bone_beyond_its_attachments() {
    let bones = left(|kind| kind != StructureKind::Muscle);
    let mut found = Found::new();
    for (muscle, _) in muscles() {
        let step = (muscle.mesh.positions_mm.len() / 250).max(1);
        for (&p, uv) in muscle
            .mesh
            .positions_mm
            .iter()
            .zip(&muscle.mesh.fibre_uv)
            .step_by(step)
        {
            if uv[1] < ENDS.0 || uv[1] > ENDS.1 {
                continue;
            }
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
    compare(&found, THROUGH_BONES, BONE_MM);
}
