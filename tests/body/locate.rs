//! Locating over the data that ships: every region leads to its points.

use crate::{CATALOG, ENGINE};
use myomap::{
    model::{catalog::Catalog, ids::RegionId, side::Side},
    study::locate::{
        prior::{MOST, prior, reported_percent},
        regions::{RegionAnswer, RegionMatch, Whose, rank_by_regions},
        score::{Answer, rank},
    },
};
fn ranked(catalog: &Catalog, hurting: &[RegionId]) -> Vec<RegionMatch> {
    match rank_by_regions(catalog, hurting) {
        RegionAnswer::Ranked(all) => all,
        other => panic!("a list: {other:?}"),
    }
}

#[test]
fn essential_comes_before_spillover_for_every_region() {
    let catalog: &Catalog = &CATALOG;
    for region in &catalog.regions {
        let side = if region.midline {
            Side::Midline
        } else {
            Side::Left
        };
        let found = ranked(catalog, &[RegionId::new(&region.id, side)]);
        let spills: Vec<bool> = found.iter().map(|m| m.essential.is_empty()).collect();
        assert!(spills.is_sorted(), "{}", region.id);
        let named = catalog.points().filter(|(_, point)| {
            [&point.essential, &point.spillover]
                .iter()
                .any(|z| z.regions.contains(&region.id) || z.opposite.contains(&region.id))
        });
        assert_eq!(found.len(), named.count(), "{}", region.id);
        assert!(found.iter().all(|m| m.score > 0.0 && m.score <= 1.0));
    }
}

#[test]
fn the_side_that_hurts_is_that_of_the_point() {
    let catalog: &Catalog = &CATALOG;
    let temple = |side| RegionId::new("temple", side);
    let whose = |hurting: &[RegionId]| {
        let all = ranked(catalog, hurting);
        let found = all.into_iter().find(|m| m.point == "TRA-1").unwrap();
        (found.whose, found.score)
    };
    let (left, one) = whose(&[temple(Side::Left)]);
    assert_eq!(left, Whose::One(Side::Left));
    assert_eq!(
        whose(&[temple(Side::Right)]),
        (Whose::One(Side::Right), one)
    );
    let (both, two) = whose(&[temple(Side::Left), temple(Side::Right)]);
    assert_eq!(both, Whose::Both);
    assert!((one - two).abs() < 1e-6);
    let sternum = ranked(catalog, &[RegionId::new("sternum", Side::Midline)]);
    assert!(sternum.iter().all(|m| m.whose == Whose::Either));
}

#[test]
fn nothing_known_finds_nothing_and_everything_is_no_list() {
    let catalog: &Catalog = &CATALOG;
    assert_eq!(rank_by_regions(catalog, &[]), RegionAnswer::Nothing);
    for wrong in [
        RegionId::new("kidney", Side::Left),
        RegionId::new("sternum", Side::Left),
        RegionId::new("temple", Side::Midline),
    ] {
        assert_eq!(rank_by_regions(catalog, &[wrong]), RegionAnswer::Nothing);
    }
    let all: Vec<RegionId> = catalog
        .regions
        .iter()
        .map(|region| {
            let side = if region.midline {
                Side::Midline
            } else {
                Side::Left
            };
            RegionId::new(&region.id, side)
        })
        .collect();
    assert_eq!(rank_by_regions(catalog, &all), RegionAnswer::Everywhere);
}

#[test]
fn every_point_is_found_by_its_own_essential_zone() {
    let engine = &*ENGINE;
    let patterns = &engine.patterns;
    let mut without = Vec::new();
    for own in &patterns.all {
        if own.zones.essential.is_empty() {
            without.push(own.zones.point.code.clone());
            continue;
        }
        let mut strengths = vec![0; engine.samples.len()];
        for &sample in &own.zones.essential {
            strengths[sample as usize] = 2;
        }
        let Answer::Ranked(found) = rank(patterns, &strengths) else {
            panic!("no list for {}", own.zones.point);
        };
        let mut looks: Vec<usize> = Vec::new();
        for one in found {
            let look = patterns.all[one.pattern].same_as;
            if !looks.contains(&look) {
                looks.push(look);
            }
        }
        let place = looks.iter().position(|&look| look == own.same_as);
        assert!(
            place.is_some_and(|place| place < 5),
            "{} is at {place:?}",
            own.zones.point
        );
    }
    // A shiver, no pain.
    assert_eq!(without, ["TRA-7", "TRA-7"]);
}

#[test]
fn priors_are_those_that_were_counted_and_move_little() {
    let catalog: &Catalog = &CATALOG;
    let mut counted: Vec<(&str, (f32, f32))> = Vec::new();
    for (muscle, point) in catalog.points() {
        let reported = reported_percent(catalog, &muscle.id, &point.id);
        let value = prior(reported);
        assert!((1.0 - MOST..=1.0 + MOST).contains(&value), "{}", point.id);
        match reported {
            Some(percent) => {
                let evidence = muscle.evidence.as_ref().unwrap();
                assert!(
                    evidence.says.sources.iter().any(|id| id == "MON25"),
                    "{} has a figure without its review",
                    muscle.id
                );
                if counted.last().is_none_or(|(id, _)| *id != muscle.id) {
                    counted.push((&muscle.id, percent));
                }
            }
            None => assert_eq!(value, 1.0),
        }
    }
    counted.sort_by(|a, b| a.0.cmp(b.0));
    assert_eq!(
        counted,
        [
            ("gluteus_medius", (34.0, 45.0)),
            ("iliocostalis", (33.0, 38.0)),
            ("iliopsoas", (5.0, 10.0)),
            ("piriformis", (42.0, 42.0)),
            ("quadratus_lumborum", (30.0, 55.0)),
        ]
    );
}

#[test]
fn choosing_a_region_paints_its_samples_and_finds_its_points() {
    let engine = &*ENGINE;
    for region in &CATALOG.regions {
        let side = if region.midline {
            Side::Midline
        } else {
            Side::Right
        };
        let samples = engine.region(&RegionId::new(&region.id, side));
        assert!(!samples.is_empty(), "{} has no skin", region.id);
        assert!(samples.is_sorted());
    }
    assert!(
        engine
            .region(&RegionId::new("kidney", Side::Left))
            .is_empty()
    );
    let mut strengths = vec![0; engine.samples.len()];
    for &sample in engine.region(&RegionId::new("temple", Side::Right)) {
        strengths[sample as usize] = 3;
    }
    let Answer::Ranked(found) = rank(&engine.patterns, &strengths) else {
        panic!("a list");
    };
    let first = &engine.patterns.all[found[0].pattern].zones;
    assert!(
        first.regions.iter().any(|(id, _)| id.code == "temple"),
        "{} comes first",
        first.point
    );
}
