//! The muscles between the ribs: two sheets in each of the eleven spaces, crosswise, one outside of the other, and the inner
//! one reaches the breastbone.

use crate::{
    deep_back::{off_mm, rings, shape},
    lines::left,
};
use glam::Vec3;
use myomap::anatomy::body::StructureKind;

const EXTERNAL: &str = "intercostals.external";
const INTERNAL: &str = "intercostals.internal";
/// Spaces between ribs.
const SPACES: usize = 11;
/// Spaces whose front end lies at the breastbone: below, the cartilages join each other.
const AT_THE_BREASTBONE: usize = 6;
/// One sheet may stand in the other by this, millimetres: at the ribs both come together.
const TOUCH_MM: f32 = 0.7;

/// The angle about an upright axis in the chest, 0 behind and a half turn in front.
fn angle_of(p: Vec3) -> f32 {
    p.x.atan2(95.0 - p.z)
}

/// The front edge of a sheet in a space, from above down.
fn front_edge(sheet: &str, space: usize) -> Vec<Vec3> {
    let rings = rings(&shape(sheet).nets[space]);
    let edge = |ring: &Vec<Vec3>| ring[ring.len() / 2];
    rings.iter().map(edge).collect()
}

#[test]
fn outer_fibres_run_down_and_forwards_and_inner_ones_down_and_backwards() {
    for (sheet, forwards) in [(EXTERNAL, 1.0), (INTERNAL, -1.0)] {
        let nets = &shape(sheet).nets;
        assert_eq!(nets.len(), SPACES, "{sheet}");
        for (space, net) in nets.iter().enumerate() {
            let rings = rings(net);
            let (upper, lower) = (&rings[0], &rings[rings.len() - 1]);
            // Half-way along the outer face.
            let k = upper.len() / 4;
            let turned = angle_of(lower[k]) - angle_of(upper[k]);
            let what = format!("{sheet}, space {}: {turned}", space + 1);
            assert!(turned * forwards > 0.1, "{what}");
        }
    }
}

#[test]
fn between_the_cartilages_the_inner_sheet_goes_on_to_the_breastbone_alone() {
    for space in 0..AT_THE_BREASTBONE {
        for at in front_edge(INTERNAL, space) {
            let off = off_mm("sternum", at);
            assert!(off < 18.0, "space {}: {off:.1} mm short", space + 1);
        }
        for at in front_edge(EXTERNAL, space) {
            let off = off_mm("sternum", at);
            assert!(off > 30.0, "space {}: only {off:.1} mm off", space + 1);
        }
    }
}

#[test]
fn one_sheet_never_comes_through_the_other() {
    let sheets: Vec<_> = left(|kind| kind == StructureKind::Muscle)
        .into_iter()
        .filter(|(structure, _)| [EXTERNAL, INTERNAL].contains(&structure.id.base.as_str()))
        .collect();
    let [(one, in_one), (other, in_other)] = sheets.as_slice() else {
        panic!("{} sheets", sheets.len());
    };
    for (sheet, index) in [(one, in_other), (other, in_one)] {
        let places = sheet.mesh.positions_mm.iter();
        let deepest = places
            .filter(|p| index.contains(**p))
            .filter_map(|p| index.nearest(*p))
            .map(|at| at.distance_mm)
            .fold(0.0, f32::max);
        assert!(deepest < TOUCH_MM, "{}: {deepest:.2} mm", sheet.id);
    }
}
