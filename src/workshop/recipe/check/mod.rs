//! Whether what recipes say makes sense: numbers within limits, and things that must fit each other.
//!
//! What only the reference can tell (that a part is not found where a recipe looks for it) is not known here.

mod bone;

use super::{
    bone::{BoneRecipe, Triple},
    faults::{File, Spot},
    sheet::{self, Plan},
    skin::SkinRecipe,
    slips::{Ends, Slips},
};
use crate::{
    anatomy::place::{Landmarks, resolve_place},
    model::{closest::quoted, facts::Place, report::Fault},
};
use std::{collections::BTreeSet, ops::RangeInclusive};

/// Rings of a net, and points of a ring. A net of more would be a copy of the reference and no coarse measure of it.
const RINGS: RangeInclusive<usize> = 2..=64;
const POINTS: RangeInclusive<usize> = 4..=128;
/// Places of a middle line.
const PLACES: RangeInclusive<usize> = 2..=100;
/// How often an axis may be centred.
const CENTRED: RangeInclusive<usize> = 0..=10;
/// No coordinate of a body is larger, and no length, millimetres.
const LARGEST_MM: f32 = 3000.0;

/// The bones that have a recipe so far.
#[derive(Default)]
pub(super) struct Known(BTreeSet<String>);

/// The faults of a file of bones.
pub(super) fn bones(file: &File<'_>, recipes: &[BoneRecipe], known: &mut Known) -> Vec<Fault> {
    let mut checker = Checker::new(file);
    for (i, recipe) in recipes.iter().enumerate() {
        checker.bone(&Spot::default().at(i), recipe, known);
    }
    checker.faults
}

/// The faults of the skin's file.
pub(super) fn skin(file: &File<'_>, recipe: &SkinRecipe) -> Vec<Fault> {
    let mut checker = Checker::new(file);
    checker.skin(recipe);
    checker.faults
}

/// The faults of a plan.
pub(super) fn plan(file: &File<'_>, plan: &Plan, landmarks: &Landmarks) -> Vec<Fault> {
    let mut checker = Checker::new(file);
    checker.plan(plan, landmarks);
    checker.faults
}

struct Checker<'a> {
    file: &'a File<'a>,
    faults: Vec<Fault>,
}

impl<'a> Checker<'a> {
    fn new(file: &'a File<'a>) -> Self {
        Self {
            file,
            faults: Vec::new(),
        }
    }

    fn fault(&mut self, at: &Spot, what: impl Into<String>, hint: &str) {
        let fault = self.file.fault(at, what, hint);
        self.faults.push(fault);
    }

    fn count(&mut self, at: &Spot, what: &str, number: usize, within: RangeInclusive<usize>) {
        if !within.contains(&number) {
            let (least, most) = within.into_inner();
            let what = format!("{number} {what} are too few or too many");
            self.fault(at, what, &format!("give {least} to {most}"));
        }
    }

    /// A length that is more than nothing, millimetres.
    fn length(&mut self, at: &Spot, millimetres: f32) {
        // NaN is in no range, so it is a fault too.
        if !(f32::MIN_POSITIVE..=LARGEST_MM).contains(&millimetres) {
            self.fault(
                at,
                format!("{millimetres} mm is no length here"),
                "give more than 0 mm",
            );
        }
    }

    fn share(&mut self, at: &Spot, share: f32) {
        if !(0.0..=1.0).contains(&share) {
            self.fault(at, format!("{share} is no share"), "give 0 to 1");
        }
    }

    fn place(&mut self, at: &Spot, (x, y, z): Triple) {
        let inside = |v: f32| (-LARGEST_MM..=LARGEST_MM).contains(&v);
        if ![x, y, z].into_iter().all(inside) {
            self.fault(
                at,
                "this place lies outside of any body",
                "give x, y and z in millimetres of the body frame",
            );
        }
    }

    fn direction(&mut self, at: &Spot, (x, y, z): Triple) {
        let squared = x * x + y * y + z * z;
        if !(1e-6..=1e6).contains(&squared) {
            self.fault(
                at,
                "this is no direction",
                "give x, y and z, not all of them 0",
            );
        }
    }

    fn skin(&mut self, recipe: &SkinRecipe) {
        let groove = Spot::default().field("groove").field("bottom_mm");
        let bottom = &recipe.groove.bottom_mm;
        self.count(&groove, "places of the groove", bottom.len(), RINGS);
        for (i, pair) in bottom.windows(2).enumerate() {
            if pair[0].y >= pair[1].y {
                self.fault(
                    &groove.at(i + 1),
                    "the groove goes down again",
                    "order it upwards",
                );
            }
        }
        let nets = Spot::default().field("nets");
        let mut names = BTreeSet::new();
        for (i, net) in recipe.nets.iter().enumerate() {
            let spot = nets.at(i);
            if !names.insert(&net.name) {
                let what = format!("{} is there twice", quoted(&net.name));
                self.fault(&spot.field("name"), what, "name each net differently");
            }
            self.count(&spot.field("path"), "places", net.path.len(), PLACES);
            for (k, place) in net.path.iter().enumerate() {
                self.place(&spot.field("path").at(k), *place);
            }
            self.direction(&spot.field("zero"), net.zero);
            self.count(&spot.field("angles"), "angles", net.angles, POINTS);
            self.length(&spot.field("reach_mm"), net.reach_mm);
            self.count(
                &spot.field("spacing_mm"),
                "spacings",
                net.spacing_mm.len(),
                1..=20,
            );
            for (k, (_, spacing)) in net.spacing_mm.iter().enumerate() {
                // Closer rings than a tenth of a millimetre are no spacing, and would fill the memory.
                if !(0.1..=LARGEST_MM).contains(spacing) {
                    let at = spot.field("spacing_mm").at(k).at(1);
                    self.fault(
                        &at,
                        format!("{spacing} mm is no spacing"),
                        "give 0.1 mm or more",
                    );
                }
            }
            self.share(&spot.field("taper_start").at(0), net.taper_start.0);
            self.share(&spot.field("taper_end").at(0), net.taper_end.0);
        }
    }

    fn plan(&mut self, plan: &Plan, landmarks: &Landmarks) {
        let root = Spot::default();
        for (i, along) in plan.measured.iter().enumerate() {
            self.along(&root.field("measured").at(i), *along);
        }
        if plan.sheets.is_empty() && plan.slips.is_empty() {
            self.fault(
                &root.field("sheets"),
                "the plan builds nothing",
                "give it sheets or slips",
            );
        }
        for (i, one) in plan.sheets.iter().enumerate() {
            let spot = root.field("sheets").at(i);
            let guides = spot.field("guides");
            self.count(&guides, "guides", one.guides.len(), 2..=sheet::MOST);
            for (j, guide) in one.guides.iter().enumerate() {
                self.count(&guides.at(j), "places", guide.len(), 2..=sheet::MOST);
                for (k, place) in guide.iter().enumerate() {
                    self.landmarks(&guides.at(j).at(k), place, landmarks);
                }
            }
            self.count(&spot.field("rings"), "rings", one.rings, 3..=sheet::MOST);
            self.count(
                &spot.field("across"),
                "points across",
                one.across,
                3..=sheet::MOST,
            );
            self.table(&spot.field("thickness_mm"), &one.thickness_mm);
            self.length(&spot.field("rim"), one.rim);
            self.along(&spot.field("along"), one.along);
        }
        for (i, one) in plan.slips.iter().enumerate() {
            self.slips(&root.field("slips").at(i), one, landmarks);
        }
    }

    fn slips(&mut self, spot: &Spot, slips: &Slips, landmarks: &Landmarks) {
        let ends = spot.field("ends");
        match &slips.ends {
            Ends::Pairs(pairs) => {
                self.count(&ends, "pairs", pairs.len(), 1..=sheet::MOST);
                for (k, (from, to)) in pairs.iter().enumerate() {
                    let pair = ends.at(0).at(k);
                    self.landmarks(&pair.at(0), from, landmarks);
                    self.landmarks(&pair.at(1), to, landmarks);
                }
            }
            Ends::Levels { up, .. } => {
                self.count(&ends.field("up"), "levels", up.len(), 1..=sheet::MOST);
            }
            Ends::FromBelly(belly, places) | Ends::IntoBelly(places, belly) => {
                let (at_belly, at_places) = match &slips.ends {
                    Ends::FromBelly(..) => (0, 1),
                    _ => (1, 0),
                };
                let belly_spot = ends.at(at_belly);
                self.length(&belly_spot.field("away_mm"), belly.away_mm);
                self.share(&belly_spot.field("beside"), belly.beside);
                self.count(&ends, "places", places.len(), 1..=sheet::MOST);
                for (k, place) in places.iter().enumerate() {
                    self.landmarks(&ends.at(at_places).at(k), place, landmarks);
                }
            }
        }
        let faces = spot.field("faces");
        self.direction(&faces.at(0), slips.faces.0);
        self.direction(&faces.at(1), slips.faces.1);
        self.count(&spot.field("rings"), "rings", slips.rings, 3..=sheet::MOST);
        self.count(&spot.field("points"), "points", slips.points, POINTS);
        self.table(&spot.field("width_mm"), &slips.width_mm);
        self.table(&spot.field("thickness_mm"), &slips.thickness_mm);
        self.along(&spot.field("along"), slips.along);
    }

    fn landmarks(&mut self, at: &Spot, place: &Place, landmarks: &Landmarks) {
        if let Err(why) = resolve_place(place, landmarks) {
            let hint = "see data/landmarks.ron for the landmarks";
            self.fault(at, why.to_string(), hint);
        }
    }

    /// Lengths at fractions of another one.
    fn table(&mut self, spot: &Spot, table: &[(f32, f32)]) {
        self.count(spot, "lengths", table.len(), 1..=sheet::MOST);
        for (k, (_, millimetres)) in table.iter().enumerate() {
            self.length(&spot.at(k).at(1), *millimetres);
        }
    }

    /// Where something begins and ends along the fibres.
    fn along(&mut self, spot: &Spot, (from, to): (f32, f32)) {
        self.share(&spot.at(0), from);
        self.share(&spot.at(1), to);
        if from > to {
            let what = format!("{from} lies beyond {to}");
            self.fault(spot, what, "give the origin first");
        }
    }
}
