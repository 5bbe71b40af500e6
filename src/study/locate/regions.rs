//! Points ranked by regions of the vocabulary alone, without the body's shape.
//!
//! A point scores by how much of what hurts its pattern names (three quarters) and by how much of its
//! essential zone hurts (one quarter: people rarely tell the whole of it). A region of the spillover zone
//! counts for `SPILLOVER` of one of the essential zone, since only some feel it. Points with an essential
//! region among those that hurt come before the others whatever their score; equal ones keep the
//! catalogue's order. The score is no probability.
//!
//! Where the low back hurts, the score is moved by how often active points were found there in people with low back pain,
//! as in `prior`: by so little that it only parts points that fit about equally.
//!
//! The point of a code may be on either side, or on both: the side that reaches more is taken, and the
//! other as well only where it reaches something that the first does not.

use super::{
    patterns::SPILLOVER,
    prior::{is_of_low_back, prior, reported_percent},
};
use crate::model::{
    catalog::Catalog,
    facts::{TriggerPoint, Zone},
    ids::RegionId,
    side::Side,
};

/// What naming all that hurts counts in the score; the rest is how much of the essential zone hurts.
const EXPLAINING: f32 = 0.75;
/// With more than this share of the vocabulary hurting, no point stands out.
const EVERYWHERE: f32 = 0.5;

/// On which side the point is that sends pain to what hurts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// On this side.
    One(Side),
    /// On both sides at once: each explains something that the other does not.
    Both,
    /// On one or the other: what hurts does not tell.
    Either,
}

/// A point whose pattern reaches a region that hurts.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionMatch {
    /// The point's code, e.g. `TRA-1`.
    pub point: String,
    /// Id of its muscle.
    pub muscle: String,
    /// Its side.
    pub whose: Whose,
    /// 0 to 1; higher fits better.
    pub score: f32,
    /// Regions that hurt and are in its essential zone.
    pub essential: Vec<RegionId>,
    /// Regions that hurt and are in its spillover zone only.
    pub spillover: Vec<RegionId>,
    /// Regions of its essential zone that do not hurt; of one side where the point is on either.
    pub missing: Vec<RegionId>,
}

/// What some regions lead to.
#[derive(Clone, Debug, PartialEq)]
pub enum RegionAnswer {
    /// No region that is known.
    Nothing,
    /// More than half of the vocabulary: no point stands out, and a list would say nothing.
    Everywhere,
    /// The points that reach any of them, best first; none where no point does.
    Ranked(Vec<RegionMatch>),
}

/// Ranks the points that reach any of some regions. Regions that are not known, on a side that they
/// do not have, and repeated ones, are passed over.
pub fn rank_by_regions(catalog: &Catalog, hurting: &[RegionId]) -> RegionAnswer {
    let mut wanted: Vec<&RegionId> = Vec::new();
    for id in hurting {
        let fits = catalog
            .region(&id.code)
            .is_some_and(|region| region.midline == (id.side == Side::Midline));
        if fits && !wanted.contains(&id) {
            wanted.push(id);
        }
    }
    if wanted.is_empty() {
        return RegionAnswer::Nothing;
    }
    let named = catalog
        .regions
        .iter()
        .filter(|region| wanted.iter().any(|id| id.code == region.id))
        .count();
    if named as f32 > EVERYWHERE * catalog.regions.len() as f32 {
        return RegionAnswer::Everywhere;
    }
    let mut matches: Vec<RegionMatch> = catalog
        .points()
        .filter_map(|(muscle, point)| matched(catalog, &muscle.id, point, &wanted))
        .collect();
    if is_of_low_back(wanted.iter().map(|id| id.code.as_str())) {
        for found in &mut matches {
            let counted = reported_percent(catalog, &found.muscle, &found.point);
            found.score = (found.score * prior(counted)).min(1.0);
        }
    }
    matches.sort_by(|a, b| {
        a.essential
            .is_empty()
            .cmp(&b.essential.is_empty())
            .then(b.score.total_cmp(&a.score))
    });
    RegionAnswer::Ranked(matches)
}

/// The regions of a zone for the point on a side.
fn regions_of(catalog: &Catalog, zone: &Zone, side: Side) -> Vec<RegionId> {
    let sided = |code: &String, side: Side| {
        let midline = catalog.region(code).is_some_and(|region| region.midline);
        RegionId::new(code, if midline { Side::Midline } else { side })
    };
    let mut regions: Vec<RegionId> = Vec::new();
    let own = zone.regions.iter().map(|code| sided(code, side));
    let across = zone
        .opposite
        .iter()
        .map(|code| sided(code, side.opposite()));
    for id in own.chain(across) {
        if !regions.contains(&id) {
            regions.push(id);
        }
    }
    regions
}

/// What the point of a code explains, on the side or sides that do it best; none where it reaches nothing.
fn matched(
    catalog: &Catalog,
    muscle: &str,
    point: &TriggerPoint,
    wanted: &[&RegionId],
) -> Option<RegionMatch> {
    let sides = [Side::Left, Side::Right];
    let reach = sides.map(|side| {
        (
            regions_of(catalog, &point.essential, side),
            regions_of(catalog, &point.spillover, side),
        )
    });
    let reached =
        |side: usize, id: &RegionId| reach[side].0.contains(id) || reach[side].1.contains(id);
    let worth = reach.each_ref().map(|(essential, spillover)| {
        wanted
            .iter()
            .map(
                |id| match (essential.contains(id), spillover.contains(id)) {
                    (true, _) => 1.0,
                    (false, true) => SPILLOVER,
                    (false, false) => 0.0,
                },
            )
            .sum::<f32>()
    });
    let first = usize::from(worth[1] > worth[0]);
    let other = 1 - first;
    if worth[first] == 0.0 {
        return None;
    }
    let adds = wanted
        .iter()
        .any(|id| reached(other, id) && !reached(first, id));
    let (used, whose) = if adds {
        (vec![first, other], Whose::Both)
    } else if worth[0] == worth[1] {
        (vec![first], Whose::Either)
    } else {
        (vec![first], Whose::One(sides[first]))
    };
    let in_essential = |id: &RegionId| used.iter().any(|&side| reach[side].0.contains(id));
    let in_spillover = |id: &RegionId| used.iter().any(|&side| reach[side].1.contains(id));
    let hurting = |holds: &dyn Fn(&RegionId) -> bool| -> Vec<RegionId> {
        let held = wanted.iter().filter(|id| holds(id));
        held.map(|&id| id.clone()).collect()
    };
    let essential = hurting(&|id| in_essential(id));
    let spillover = hurting(&|id| !in_essential(id) && in_spillover(id));
    let mut missing: Vec<RegionId> = Vec::new();
    for id in used.iter().flat_map(|&side| &reach[side].0) {
        if !wanted.contains(&id) && !missing.contains(id) {
            missing.push(id.clone());
        }
    }
    let explained =
        (essential.len() as f32 + SPILLOVER * spillover.len() as f32) / wanted.len() as f32;
    let whole = (essential.len() + missing.len()).max(1);
    let share = essential.len() as f32 / whole as f32;
    Some(RegionMatch {
        point: point.id.clone(),
        muscle: muscle.to_owned(),
        whose,
        score: EXPLAINING * explained + (1.0 - EXPLAINING) * share,
        essential,
        spillover,
        missing,
    })
}
