//! Locating over the data that ships: every region leads to its points.
#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what should not happen"
)]

use myomap::{
    model::{
        catalog::{Catalog, load},
        ids::RegionId,
        side::Side,
    },
    store::built_in_files,
    study::locate::regions::{RegionAnswer, RegionMatch, Whose, rank_by_regions},
};

fn ranked(catalog: &Catalog, hurting: &[RegionId]) -> Vec<RegionMatch> {
    match rank_by_regions(catalog, hurting) {
        RegionAnswer::Ranked(all) => all,
        other => panic!("a list: {other:?}"),
    }
}

#[test]
fn essential_comes_before_spillover_for_every_region() {
    let (catalog, _) = load(&built_in_files());
    for region in &catalog.regions {
        let side = if region.midline {
            Side::Midline
        } else {
            Side::Left
        };
        let found = ranked(&catalog, &[RegionId::new(&region.id, side)]);
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
    let (catalog, _) = load(&built_in_files());
    let temple = |side| RegionId::new("temple", side);
    let whose = |hurting: &[RegionId]| {
        let all = ranked(&catalog, hurting);
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
    let sternum = ranked(&catalog, &[RegionId::new("sternum", Side::Midline)]);
    assert!(sternum.iter().all(|m| m.whose == Whose::Either));
}

#[test]
fn nothing_known_finds_nothing_and_everything_is_no_list() {
    let (catalog, _) = load(&built_in_files());
    assert_eq!(rank_by_regions(&catalog, &[]), RegionAnswer::Nothing);
    for wrong in [
        RegionId::new("kidney", Side::Left),
        RegionId::new("sternum", Side::Left),
        RegionId::new("temple", Side::Midline),
    ] {
        assert_eq!(rank_by_regions(&catalog, &[wrong]), RegionAnswer::Nothing);
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
    assert_eq!(rank_by_regions(&catalog, &all), RegionAnswer::Everywhere);
}
