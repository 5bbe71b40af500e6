//! What is to be seen when the body is peeled to a depth is what belongs there: nothing deep stands out of what covers
//! it, and where something deep is in sight beside it, the reason is written down.
//!
//! Seen straight from the skin, on the left. Areas are those of the skin over it.

use crate::lines::LINES;
use std::collections::BTreeMap;

/// A muscle that stands less than this out of the one over it, millimetres, is not told from it.
const LEAST_MM: f32 = 0.5;
/// Areas smaller than this, square centimetres, are edges.
const LEAST_CM2: f32 = 1.5;
/// A single triangle of the skin may be seen wrong at an edge, square centimetres.
const EDGE_CM2: f32 = 0.3;
/// Known areas may grow by so much, and by this share: the meshes' fineness changes them a little.
const SLACK_CM2: f32 = 1.0;
const SLACK: f32 = 0.15;

/// Muscles that are in sight through others: muscle, what it stands out of, square centimetres, reason.
const THROUGH: &[(&str, &str, f32, &str)] = &[(
    "subscapularis",
    "serratus_anterior",
    0.5,
    "between blade and ribs, seen past the edge of the blade: serratus runs on under it there",
)];

const FASCIA: &str = "it lies next under the thoracolumbar fascia, which is peeled with latissimus";
const NECK: &str = "the floor of the side of the neck lies under fascia alone";
const BELLY: &str = "the inner wall of the belly and the muscles of the thigh are not drawn";
const BACK: &str = "it lies next under trapezius and latissimus and their fascia";
const CHEST: &str =
    "they are the wall of the chest, which lies bare between the muscles that spring from it";
const BARE: &str = "nothing but fascia lies over it when they are gone";

/// Muscles that are in sight at a depth which is two or more above theirs, since nothing lies over them: depth, muscle,
/// square centimetres, reason.
const BESIDE: &[(u8, &str, f32, &str)] = &[
    (
        1,
        "iliocostalis.thoracis",
        1.5,
        "in the triangle between trapezius, latissimus and the blade",
    ),
    (1, "intercostals.external", 7.7, CHEST),
    (2, "intercostals.external", 189.5, CHEST),
    (2, "intercostals.internal", 119.0, CHEST),
    (3, "intercostals.external", 273.5, CHEST),
    (3, "intercostals.internal", 127.5, CHEST),
    (1, "iliopsoas.iliacus", 110.0, BELLY),
    (1, "iliopsoas.psoas", 10.0, BELLY),
    (1, "levator_scapulae", 3.7, NECK),
    (1, "longissimus.thoracis", 1.0, FASCIA),
    (1, "scalenus.anterior", 2.6, NECK),
    (1, "scalenus.medius", 10.9, NECK),
    (1, "semispinalis.capitis", 3.2, NECK),
    (1, "splenius.capitis", 11.5, NECK),
    (2, "iliocostalis.cervicis", 7.2, BACK),
    (2, "iliocostalis.lumborum", 52.0, BACK),
    (2, "iliocostalis.thoracis", 29.7, BACK),
    (2, "iliopsoas.iliacus", 119.5, BELLY),
    (2, "iliopsoas.psoas", 28.0, BELLY),
    (2, "intertransversarii.cervicis", 4.0, NECK),
    (2, "longissimus.capitis", 3.5, NECK),
    (2, "longissimus.thoracis", 151.0, BACK),
    (2, "multifidus.thoracis", 4.5, BACK),
    (2, "quadratus_lumborum", 30.0, BELLY),
    (2, "semispinalis.capitis", 23.1, BACK),
    (2, "semispinalis.cervicis", 1.4, BACK),
    (2, "semispinalis.thoracis", 4.3, BACK),
    (2, "spinalis", 0.6, BACK),
    (2, "splenius.capitis", 48.8, BACK),
    (2, "splenius.cervicis", 5.1, BACK),
    (
        2,
        "subscapularis",
        3.8,
        "it is seen past the edge of the blade",
    ),
    (3, "iliopsoas.iliacus", 119.5, BELLY),
    (3, "iliopsoas.psoas", 28.0, BELLY),
    (3, "intertransversarii.cervicis", 4.0, NECK),
    (3, "multifidus.thoracis", 4.5, BARE),
    (3, "quadratus_lumborum", 30.0, BELLY),
    (
        3,
        "subscapularis",
        4.4,
        "it is seen past the edge of the blade",
    ),
];

/// What is in sight at a depth and not of it, square centimetres.
#[derive(Default)]
struct InSight {
    /// Out of what covers it.
    through: BTreeMap<(u8, &'static str, &'static str), f32>,
    /// Where nothing covers it.
    beside: BTreeMap<(u8, &'static str), f32>,
}

fn in_sight() -> InSight {
    let mut all = InSight::default();
    for line in LINES.iter() {
        let cm2 = line.area_mm2 / 100.0;
        for depth in 1..=3 {
            let shown = || line.met.iter().filter(|m| m.muscle.depth >= depth);
            let Some(first) = shown().next().filter(|first| first.straight) else {
                continue;
            };
            let own = first.muscle.depth;
            let over = shown()
                .filter(|over| over.muscle.depth < own)
                .find_map(|over| Some((over, over.stood_through_by_mm(first)?)));
            let name = first.muscle.id.base.as_str();
            match over {
                Some((over, by_mm)) if by_mm > LEAST_MM => {
                    let key = (depth, name, over.muscle.id.base.as_str());
                    *all.through.entry(key).or_default() += cm2;
                }
                None if own >= depth + 2 => *all.beside.entry((depth, name)).or_default() += cm2,
                _ => {}
            }
        }
    }
    all
}

#[test]
fn nothing_is_in_sight_through_what_covers_it_and_what_is_beside_it_has_its_reason() {
    let found = in_sight();
    let mut faults = Vec::new();
    for (&(depth, what, over), &cm2) in &found.through {
        let known = THROUGH.iter().find(|k| (k.0, k.1) == (what, over));
        if cm2 > known.map_or(EDGE_CM2, |k| k.2) {
            faults.push(format!(
                "{what} is in sight through {over} at depth {depth}: {cm2:.2} cm²"
            ));
        }
    }
    for (what, over, ..) in THROUGH {
        if !found.through.keys().any(|k| (k.1, k.2) == (*what, *over)) {
            faults.push(format!("{what} is no longer in sight through {over}"));
        }
    }
    for (&(depth, what), &cm2) in &found.beside {
        let known = BESIDE.iter().find(|k| (k.0, k.1) == (depth, what));
        let most = known.map_or(LEAST_CM2, |k| k.2 * (1.0 + SLACK) + SLACK_CM2);
        if cm2 > most {
            faults.push(format!(
                "{what} is in sight at depth {depth}: {cm2:.1} cm², {most:.1} are known"
            ));
        }
    }
    for &(depth, what, cm2, _) in BESIDE {
        let now = found.beside.get(&(depth, what)).copied().unwrap_or(0.0);
        if now < cm2 * (1.0 - 2.0 * SLACK) - SLACK_CM2 {
            faults.push(format!(
                "{what} has only {now:.1} cm² in sight at depth {depth}: write that instead of {cm2}"
            ));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
