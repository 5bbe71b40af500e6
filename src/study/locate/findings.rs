//! What a painting leads to, ready to be shown: points by muscle with their reasons, and what is left over.

use super::{
    engine::Engine,
    explain::{Explanation, explain_all},
    reason::{Painted, Reason},
    score::{Answer, Match, by_muscle, rank, unexplained},
};
use crate::model::{ids::PointId, side::Side};

/// Points listed at most: more than anybody reads.
const MOST_LISTED: usize = 15;
/// Points with less than this share of the best score are not listed: they only brush the painting.
const LEAST_OF_BEST: f32 = 0.25;
/// Points that cover less of what is painted are not listed, however little else fits: "covers 0 %" is no reason.
const LEAST_COVERED: f32 = 0.01;
/// Other points named at most as explaining the same.
const MOST_ALSO: usize = 4;

/// A point in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its number in `Patterns::all`.
    pub number: usize,
    /// The point.
    pub point: PointId,
    /// 0 to 1, to sort by; no probability.
    pub score: f32,
    /// Why it is in the list.
    pub reason: Reason,
    /// Points with a pattern that cannot be told from this one.
    pub same: Vec<PointId>,
    /// Points that explain the same about as well.
    pub also: Vec<PointId>,
    /// Share of people with low back pain in whom an active point was found here, lowest and highest
    /// reported, per cent.
    pub reported_percent: Option<(f32, f32)>,
}

/// The points of a muscle on one side.
#[derive(Clone, Debug, PartialEq)]
pub struct MuscleFound {
    /// Id of the muscle.
    pub muscle: String,
    /// The side.
    pub side: Side,
    /// Its points, best first.
    pub points: Vec<Found>,
}

/// What one pain leads to.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Findings {
    /// Nothing is painted.
    #[default]
    Nothing,
    /// So much is painted that no point stands out.
    Everywhere,
    /// The points that reach it, by muscle, best first; none where no point does.
    List {
        /// The muscles.
        muscles: Vec<MuscleFound>,
        /// Share of what is painted that no listed point reaches, 0 to 1.
        unexplained: f32,
    },
}

/// What the strengths of one pain lead to.
pub fn findings(engine: &Engine, strengths: &[u8]) -> Findings {
    let patterns = &engine.patterns;
    let mut found = match rank(patterns, strengths) {
        Answer::Nothing => return Findings::Nothing,
        Answer::Everywhere => return Findings::Everywhere,
        Answer::Ranked(found) => found,
    };
    let best = found.first().map_or(0.0, |one| one.score);
    found.truncate(MOST_LISTED);
    found.retain(|one| one.score >= LEAST_OF_BEST * best);
    let painted = Painted::new(patterns, &engine.samples, strengths);
    found.retain(|one| painted.reason(one).covers >= LEAST_COVERED);
    let id = |number: usize| patterns.all[number].zones.point.clone();
    let one = |one: &Match| {
        let zones = &patterns.all[one.pattern].zones;
        let same = patterns.same(one.pattern);
        let also = painted.also_explained_by(&found, one);
        Found {
            number: one.pattern,
            point: zones.point.clone(),
            score: one.score,
            reason: painted.reason(one),
            same: same.filter(|x| *x != one.pattern).map(id).collect(),
            also: (also.iter().take(MOST_ALSO))
                .map(|other| id(other.pattern))
                .collect(),
            reported_percent: zones.reported_percent,
        }
    };
    let muscles = by_muscle(patterns, &found)
        .iter()
        .filter_map(|group| {
            let zones = &patterns.all[group.first()?.pattern].zones;
            Some(MuscleFound {
                muscle: zones.muscle.clone(),
                side: zones.point.side,
                points: group.iter().map(one).collect(),
            })
        })
        .collect();
    Findings::List {
        muscles,
        unexplained: unexplained(patterns, &found, strengths),
    }
}

/// The fewest points that explain several pains, with the points by name.
pub fn explained(engine: &Engine, pains: &[&[u8]]) -> (Vec<PointId>, Explanation) {
    let explanation = explain_all(&engine.patterns, pains);
    let points = explanation.points.iter();
    let points = points.map(|&number| engine.patterns.all[number].zones.point.clone());
    (points.collect(), explanation)
}

impl Findings {
    /// All points of the list, muscle by muscle.
    pub fn points(&self) -> impl Iterator<Item = &Found> {
        let muscles: &[MuscleFound] = match self {
            Self::List { muscles, .. } => muscles,
            _ => &[],
        };
        muscles.iter().flat_map(|muscle| &muscle.points)
    }
}
