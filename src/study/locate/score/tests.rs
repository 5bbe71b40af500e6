//! Score, reasons and explanation on three made-up points of a flat skin.

use super::*;
use crate::{
    anatomy::{pain_field::SkinSurface, painting::SkinSamples, samples::sheet},
    model::{
        ids::{PointId, RegionId},
        side::Side,
    },
    study::locate::{explain::explain_all, patterns::Zones, reason::Painted, share::percent},
};
use glam::Vec3;
use proptest::prelude::*;
use std::sync::LazyLock;

/// A sheet of 800 by 400 mm, in front of the body.
fn samples() -> SkinSamples {
    let mesh = sheet(81, 41, 10.0);
    SkinSamples::new(&SkinSurface::new(mesh))
}

/// Samples within a radius of a place on the left.
fn disc(samples: &SkinSamples, x: f32, y: f32, radius_mm: f32) -> Vec<u32> {
    let at = Vec3::new(x, y, 0.0);
    let all = samples.samples.iter().enumerate();
    all.filter(|(_, sample)| sample.point_mm.distance(at) < radius_mm)
        .map(|(number, _)| number as u32)
        .collect()
}

static SHEET: LazyLock<(SkinSamples, Patterns)> = LazyLock::new(|| {
    let samples = samples();
    let zones = |code: &str, muscle: &str, essential: Vec<u32>, spilt: Vec<u32>| {
        let spillover = spilt
            .into_iter()
            .filter(|x| !essential.contains(x))
            .collect();
        let left = Zones {
            point: PointId::new(code, Side::Left),
            muscle: muscle.to_owned(),
            reported_percent: None,
            regions: vec![(RegionId::new(code, Side::Left), essential.clone())],
            essential,
            spillover,
        };
        let right = left.mirrored(&samples);
        [left, right]
    };
    let disc = |x, y, radius| disc(&samples, x, y, radius);
    let all = [
        zones(
            "A-1",
            "a",
            disc(120.0, 100.0, 40.0),
            disc(120.0, 200.0, 50.0),
        ),
        zones(
            "A-2",
            "a",
            disc(120.0, 100.0, 40.0),
            disc(120.0, 200.0, 50.0),
        ),
        zones("B-1", "b", disc(120.0, 200.0, 40.0), Vec::new()),
        zones(
            "C-1",
            "c",
            disc(320.0, 300.0, 40.0),
            disc(320.0, 200.0, 30.0),
        ),
    ];
    let patterns = Patterns::of_zones(&samples, all.into_iter().flatten().collect());
    (samples, patterns)
});

fn painting(discs: &[(f32, f32, f32)]) -> Vec<u8> {
    let mut strengths = vec![0; SHEET.0.len()];
    for &(x, y, radius) in discs {
        for sample in disc(&SHEET.0, x, y, radius) {
            strengths[sample as usize] = 3;
        }
    }
    strengths
}

fn ranked(strengths: &[u8]) -> Vec<Match> {
    match rank(&SHEET.1, strengths) {
        Answer::Ranked(found) => found,
        other => panic!("a list: {other:?}"),
    }
}

fn ids(found: &[Match]) -> Vec<String> {
    let id = |one: &Match| SHEET.1.all[one.pattern].zones.point.to_string();
    found.iter().map(id).collect()
}

#[test]
fn the_point_whose_essential_zone_is_painted_comes_first_on_its_side() {
    let found = ranked(&painting(&[(120.0, 200.0, 40.0)]));
    assert_eq!(ids(&found), ["B-1.left", "A-1.left", "A-2.left"]);
    assert!(found[0].score > 0.9 && found[1].score < 0.5, "{found:?}");
    let found = ranked(&painting(&[(-320.0, 300.0, 30.0)]));
    assert_eq!(ids(&found)[0], "C-1.right");
}

#[test]
fn an_even_pain_gives_the_same_list_whatever_its_strength() {
    let strongest = painting(&[(120.0, 190.0, 50.0)]);
    let slight: Vec<u8> = strongest.iter().map(|x| u8::from(*x > 0)).collect();
    assert_eq!(ranked(&strongest), ranked(&slight));
}

#[test]
fn points_that_look_the_same_are_told_as_one_and_keep_their_order() {
    let patterns = &SHEET.1;
    let groups: Vec<usize> = patterns.all.iter().map(|x| x.same_as).collect();
    assert_eq!(groups, [0, 1, 0, 1, 4, 5, 6, 7]);
    assert_eq!(patterns.same(2).collect::<Vec<_>>(), [0, 2]);
    let found = ranked(&painting(&[(120.0, 100.0, 40.0)]));
    assert_eq!(by_muscle(patterns, &found)[0].len(), 2);
}

#[test]
fn reasons_tell_what_is_covered_and_what_is_not_painted() {
    let strengths = painting(&[(120.0, 200.0, 40.0)]);
    let found = ranked(&strengths);
    let painted = Painted::new(&SHEET.1, &SHEET.0, &strengths);
    let best = painted.reason(&found[0]);
    assert!(
        best.covers > 0.99 && best.essential_painted > 0.99,
        "{best:?}"
    );
    assert!(best.not_painted.is_empty());
    let spilt = painted.reason(&found[1]);
    assert!(
        spilt.covers > 0.99 && spilt.covers_essential < 0.1,
        "{spilt:?}"
    );
    assert_eq!(spilt.not_painted, [RegionId::new("A-1", Side::Left)]);
    assert!(painted.also_explained_by(&found, &found[0]).is_empty());
    assert_eq!(painted.also_explained_by(&found, &found[1])[0], found[0]);
}

#[test]
fn what_no_point_explains_is_counted() {
    let strengths = painting(&[(120.0, 200.0, 40.0), (40.0, 360.0, 40.0)]);
    let left = unexplained(&SHEET.1, &ranked(&strengths), &strengths);
    assert!((0.4..0.6).contains(&left), "{left}");
}

#[test]
fn several_pains_are_explained_by_the_fewest_points() {
    let one = painting(&[(120.0, 100.0, 40.0), (120.0, 200.0, 40.0)]);
    let other = painting(&[(-320.0, 300.0, 40.0)]);
    let nothing = painting(&[]);
    let found = explain_all(&SHEET.1, &[&one, &other, &nothing]);
    let ids: Vec<String> = (found.points.iter())
        .map(|&x| SHEET.1.all[x].zones.point.to_string())
        .collect();
    assert_eq!(ids, ["A-1.left", "C-1.right"]);
    assert!(found.explained[0] > 0.95 && found.explained[1] > 0.95);
    assert_eq!(found.explained[2], 0.0);
}

#[test]
fn nothing_and_everything_are_no_list() {
    assert_eq!(rank(&SHEET.1, &painting(&[])), Answer::Nothing);
    assert_eq!(rank(&SHEET.1, &[]), Answer::Nothing);
    assert_eq!(rank(&SHEET.1, &vec![1; SHEET.0.len()]), Answer::Everywhere);
    let far = ranked(&painting(&[(0.0, 390.0, 15.0)]));
    assert!(far.is_empty(), "{:?}", ids(&far));
}

proptest! {
    #[test]
    fn scores_lie_between_0_and_1_and_the_mirror_image_has_the_same(
        discs in prop::collection::vec((80.0f32..400.0, 0.0f32..400.0, 12.0f32..60.0), 1..4),
    ) {
        let (samples, patterns) = &*SHEET;
        let strengths = painting(&discs);
        let mut mirrored = vec![0; strengths.len()];
        for (sample, &strength) in samples.samples.iter().zip(&strengths) {
            mirrored[sample.mirror as usize] = strength;
        }
        let (Answer::Ranked(a), Answer::Ranked(b)) =
            (rank(patterns, &strengths), rank(patterns, &mirrored)) else { return Ok(()); };
        prop_assert!(a.windows(2).all(|pair| pair[0].score >= pair[1].score));
        let painted = Painted::new(patterns, samples, &strengths);
        for one in &a {
            prop_assert!((0.0..=1.0).contains(&one.score));
            // Nothing is listed of which 0 % would be told.
            let covers = painted.reason(one).covers;
            prop_assert!(percent(covers) > 0, "{covers}");
            let across = one.pattern ^ 1;
            // The samples of the two sides are not each other's exact images: not at the limit of what is listed.
            if one.score > 0.1 && covers > 0.05 {
                let same = b.iter().find(|x| x.pattern == across);
                prop_assert!(same.is_some_and(|x| (x.score - one.score).abs() < 0.01));
            }
        }
    }
}
