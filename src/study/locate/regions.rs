//! Points ranked by regions of the vocabulary alone, without the body's shape.
//!
//! A point scores by how much of what hurts its pattern names (three quarters) and by how much of its
//! essential zone hurts (one quarter: people rarely tell the whole of it). A region of the spillover zone
//! counts for [`SPILLOVER`] of one of the essential zone, since only some feel it. Points with an essential
//! region among those that hurt come before the others whatever their score; equal ones keep the
//! catalogue's order. The score is no probability.

use crate::model::catalog::Catalog;

/// What a region of the spillover zone counts, against 1 for one of the essential zone.
const SPILLOVER: f32 = 0.35;
/// What naming all that hurts counts in the score; the rest is how much of the essential zone hurts.
const EXPLAINING: f32 = 0.75;

/// A point whose pattern reaches a region that hurts.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionMatch {
    /// The point's code, e.g. `TRA-1`.
    pub point: String,
    /// Id of its muscle.
    pub muscle: String,
    /// 0 to 1; higher fits better.
    pub score: f32,
    /// Regions that hurt and are in its essential zone.
    pub essential: Vec<String>,
    /// Regions that hurt and are in its spillover zone only.
    pub spillover: Vec<String>,
}

/// The points that reach any of some regions (their codes), best first. Codes that are not known, and
/// repeated ones, are passed over.
pub fn rank_by_regions(catalog: &Catalog, codes: &[String]) -> Vec<RegionMatch> {
    let mut wanted: Vec<&str> = Vec::new();
    for code in codes {
        if catalog.region(code).is_some() && !wanted.contains(&code.as_str()) {
            wanted.push(code);
        }
    }
    let mut matches: Vec<RegionMatch> = Vec::new();
    for (muscle, point) in catalog.points() {
        let named = |zone: &crate::model::raw::Zone, code: &str| {
            zone.regions
                .iter()
                .chain(&zone.opposite)
                .any(|region| region == code)
        };
        let (essential, rest): (Vec<&str>, Vec<&str>) = wanted
            .iter()
            .partition(|code| named(&point.essential, code));
        let spillover: Vec<&str> = rest
            .into_iter()
            .filter(|code| named(&point.spillover, code))
            .collect();
        if essential.is_empty() && spillover.is_empty() {
            continue;
        }
        let explained =
            (essential.len() as f32 + SPILLOVER * spillover.len() as f32) / wanted.len() as f32;
        let whole = point.essential.regions.len() + point.essential.opposite.len();
        let hurting = essential.len() as f32 / whole.max(1) as f32;
        let owned = |codes: Vec<&str>| codes.into_iter().map(str::to_owned).collect();
        matches.push(RegionMatch {
            point: point.id.clone(),
            muscle: muscle.id.clone(),
            score: EXPLAINING * explained + (1.0 - EXPLAINING) * hurting.min(1.0),
            essential: owned(essential),
            spillover: owned(spillover),
        });
    }
    matches.sort_by(|a, b| {
        a.essential
            .is_empty()
            .cmp(&b.essential.is_empty())
            .then(b.score.total_cmp(&a.score))
    });
    matches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::catalog::load, store::built_in_files};

    #[test]
    fn essential_comes_before_spillover_for_every_region() {
        let (catalog, _) = load(&built_in_files());
        for region in &catalog.regions {
            let found = rank_by_regions(&catalog, std::slice::from_ref(&region.id));
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
    fn nothing_known_finds_nothing() {
        let (catalog, _) = load(&built_in_files());
        assert!(rank_by_regions(&catalog, &[]).is_empty());
        assert!(rank_by_regions(&catalog, &["kidney".to_owned()]).is_empty());
    }
}
