//! The smallest muscles of the spine: one bundle a level, from process to process, under everything else.

use crate::{
    deep_back::{ends, off_mm, shape},
    lines::{LINES, left},
};
use myomap::anatomy::body::StructureKind;

/// How far the middle of a bundle's end may lie from the surface of its vertebra, millimetres.
const ON_BONE_MM: f32 = 1.5;
/// Longest bundles that reach one level up, and two, millimetres.
const LONGEST_MM: [f32; 2] = [30.0, 50.0];
/// Of the lines that meet the rotatores so many meet multifidus first, at least.
const UNDER_MULTIFIDUS: f32 = 0.75;
/// Of the lines that meet one of the others so many meet another muscle first, at least.
const COVERED: f32 = 0.97;

const VERTEBRAE: [&str; 24] = [
    "c1", "c2", "c3", "c4", "c5", "c6", "c7", "t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "t9",
    "t10", "t11", "t12", "l1", "l2", "l3", "l4", "l5",
];

/// A row of bundles: the vertebra of the lowest and of the highest one's lower end, and how many levels they reach up.
type Row = (&'static str, &'static str, usize);

/// The rows of each muscle, in the order of its plan, each from below upwards.
const ROWS: [(&str, &[Row]); 6] = [
    ("rotatores", &[("t12", "t2", 1), ("t12", "t3", 2)]),
    ("interspinales.cervicis", &[("t1", "c3", 1)]),
    ("interspinales.lumborum", &[("l5", "l2", 1)]),
    (
        "intertransversarii.cervicis",
        &[("t1", "c2", 1), ("t1", "c2", 1)],
    ),
    ("intertransversarii.lumborum_lateral", &[("l5", "l2", 1)]),
    ("intertransversarii.lumborum_medial", &[("l5", "l2", 1)]),
];

fn number(vertebra: &str) -> usize {
    VERTEBRAE.iter().position(|v| *v == vertebra).unwrap()
}

/// The vertebrae between which each bundle of a muscle runs, and how many levels lie between them.
fn bundles(rows: &[Row]) -> Vec<(String, String, usize)> {
    let id = |n: usize| format!("vertebra.{}", VERTEBRAE[n]);
    let of_row = |&(lowest, highest, up): &Row| {
        let lower = (number(highest)..=number(lowest)).rev();
        lower.map(move |n| (id(n), id(n - up), up))
    };
    rows.iter().flat_map(of_row).collect()
}

#[test]
fn each_bundle_runs_from_its_vertebra_to_the_one_that_the_books_name() {
    let mut faults = Vec::new();
    for (part, rows) in ROWS {
        let nets = &shape(part).nets;
        let bundles = bundles(rows);
        assert_eq!(nets.len(), bundles.len(), "bundles of {part}");
        for (net, (low, high, up)) in nets.iter().zip(bundles) {
            let (from, to) = ends(net);
            let what = format!("{part}, {low} to {high}");
            for (at, bone) in [(from, &low), (to, &high)] {
                let off = off_mm(bone, at);
                if off > ON_BONE_MM {
                    faults.push(format!("{what}: ends {off:.1} mm from {bone}"));
                }
            }
            let length = from.distance(to);
            if length > LONGEST_MM[up - 1] || to.y <= from.y {
                faults.push(format!("{what}: {length:.0} mm long, to y = {:.0}", to.y));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn rotatores_run_inwards_and_interspinales_lie_beside_the_midline() {
    for net in &shape("rotatores").nets {
        let (from, to) = ends(net);
        assert!(from.x > to.x + 5.0, "{from} to {to}");
    }
    for part in ["interspinales.cervicis", "interspinales.lumborum"] {
        for net in &shape(part).nets {
            let (from, to) = ends(net);
            for at in [from, to] {
                assert!((1.0..7.0).contains(&at.x), "{part}: {at}");
            }
        }
    }
}

#[test]
fn none_of_them_reaches_over_the_midline() {
    let mut seen = 0;
    for (structure, _) in left(|kind| kind == StructureKind::Muscle) {
        if !ROWS.iter().any(|(part, _)| structure.id.base == *part) {
            continue;
        }
        seen += 1;
        let places = structure.mesh.positions_mm.iter();
        let least = places.map(|p| p.x).fold(f32::INFINITY, f32::min);
        assert!(least >= 0.0, "{} reaches x = {least}", structure.id);
    }
    assert_eq!(seen, ROWS.len());
}

#[test]
fn something_lies_over_them_wherever_they_are_met_from_the_back_or_the_side() {
    for (part, _) in ROWS {
        let (mut met, mut covered, mut by_multifidus) = (0_i32, 0_i32, 0_i32);
        for line in LINES.iter() {
            // In front of the neck longus colli and the muscles of the throat are not drawn.
            let from_behind = line.at_mm.z < 95.0;
            let Some(at) = line
                .met
                .iter()
                .position(|m| m.muscle.id.base == part)
                .filter(|_| from_behind)
            else {
                continue;
            };
            met += 1;
            let over = &line.met[..at];
            covered += i32::from(!over.is_empty());
            let multifidus = |id: &str| id.starts_with("multifidus.");
            by_multifidus += i32::from(over.iter().any(|m| multifidus(&m.muscle.id.base)));
        }
        let share = |of: i32| of as f32 / met.max(1) as f32;
        let bare = format!("{part}: {covered} of {met} lines");
        assert!(met == 0 || share(covered) >= COVERED, "{bare}");
        if part == "rotatores" {
            assert!(met >= 30, "only {met} lines meet {part}");
            let under = share(by_multifidus);
            assert!(under > UNDER_MULTIFIDUS, "{under:.2} under multifidus");
        }
    }
}
