//! How well each point's pattern fits what is painted.
//!
//! With the blurred painting p, the blurred pattern q and the blurred essential zone e (see `patterns`),
//! and ⟨a, b⟩ the sum of a·b over the skin's area:
//!
//! - **precision** = ⟨p, q⟩ / ⟨p, p⟩, at most 1: how much of what is painted lies on the pattern. Divided by
//!   the painting's overlap with itself, not by its area, because blurring thins out a small spot on both sides
//!   alike: a small pain painted exactly gets 1 as a large one does.
//! - **recall** = ⟨p, e⟩ / ⟨e, e⟩, at most 1: how much of the essential zone is painted. Over the essential
//!   zone only, because nobody has to feel the spillover.
//! - **fit** = precision^w · (f + (1 − f) · recall)^(1 − w), w = [`PRECISION`], f = [`FLOOR`]. A product, since a
//!   pattern must do both; precision weighs more, since people leave out parts of a pain more often than they
//!   add some, and the floor keeps points apart that only their spillover speaks for.
//! - **score** = fit · prior (see `prior`), scaled to be at most 1. It orders; it is no probability.
//!
//! Equal scores keep the catalogue's order, left before right.

use super::{
    patterns::{Patterns, PointPattern, SPILLOVER},
    prior::{MOST, prior},
};

/// Weight of precision against recall, three to one: of 0.4 to 0.85 the upper third does best on simulated
/// repaints (`examples/evaluate_locate.rs`, table in `docs/locate.md`).
pub const PRECISION: f32 = 0.75;
/// What recall counts as where nothing of the essential zone is painted; from 0.02 to 0.2 the evaluation hardly
/// changes.
pub const FLOOR: f32 = 0.1;
/// A fit below this is chance: a pattern that a painting only brushes.
const LEAST_FIT: f32 = 0.05;
/// A point that covers less than this share of what is painted covers nothing that could be told: 0 %.
const LEAST_COVERED: f32 = 0.005;
/// More than this share of the skin painted tells no point from another.
pub const EVERYWHERE: f32 = 0.4;

/// A point that could send pain to what is painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match {
    /// Its number in [`Patterns::all`].
    pub pattern: usize,
    /// 0 to 1, to sort by.
    pub score: f32,
    /// See the module: 0 to 1.
    pub precision: f32,
    /// See the module: 0 to 1.
    pub recall: f32,
}

/// What a painting leads to.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Nothing is painted.
    Nothing,
    /// So much is painted that no point stands out.
    Everywhere,
    /// The points that reach any of it, best first; none where no point does.
    Ranked(Vec<Match>),
}

/// How much a strength of the brush counts: a slight pain half as much as the strongest, so that where it
/// is worst weighs more and what is slight still counts.
pub fn weight_of(strength: u8) -> f32 {
    match strength {
        0 => 0.0,
        1 => 0.5,
        2 => 0.75,
        _ => 1.0,
    }
}

/// Ranks all points for the strengths of a painting, one for each sample; missing ones count as 0.
pub fn rank(patterns: &Patterns, strengths: &[u8]) -> Answer {
    let mut weights: Vec<f32> = strengths.iter().map(|&x| weight_of(x)).collect();
    weights.resize(patterns.areas_mm2.len(), 0.0);
    // Of the strongest painted: a pain painted evenly gives the same list whatever its strength.
    let strongest = weights
        .iter()
        .fold(0.0f32, |most, weight| most.max(*weight));
    if strongest > 0.0 {
        for weight in &mut weights {
            *weight /= strongest;
        }
    }
    let area = |holds: &dyn Fn(f32) -> bool| -> f32 {
        let both = weights.iter().zip(&patterns.areas_mm2);
        both.filter(|(w, _)| holds(**w)).map(|(_, area)| area).sum()
    };
    let painted = area(&|weight| weight > 0.0);
    if painted <= 0.0 {
        return Answer::Nothing;
    }
    if painted > EVERYWHERE * area(&|_| true) {
        return Answer::Everywhere;
    }
    let blurred = patterns.blur.apply(&weights);
    let own: f32 = (blurred.iter().zip(&patterns.areas_mm2))
        .map(|(value, area)| value * value * area)
        .sum();
    let with = |row: &[(u32, f32)]| -> f32 {
        row.iter()
            .map(|&(at, value)| value * blurred[at as usize])
            .sum()
    };
    let covered = |pattern: &PointPattern| -> f32 {
        let near = pattern.near.iter().map(|&(sample, _)| sample as usize);
        let near = near.filter(|&sample| weights[sample] > 0.0);
        near.map(|sample| patterns.areas_mm2[sample]).sum()
    };
    let mut found: Vec<Match> = Vec::new();
    for (number, pattern) in patterns.all.iter().enumerate() {
        let precision = (with(&pattern.field) / own).min(1.0);
        // The blur reaches further than what is told as covered.
        if precision <= 0.0 || covered(pattern) < LEAST_COVERED * painted {
            continue;
        }
        let recall = if pattern.core_overlap > 0.0 {
            (with(&pattern.core) / pattern.core_overlap).min(1.0)
        } else {
            0.0
        };
        let fit =
            precision.powf(PRECISION) * (FLOOR + (1.0 - FLOOR) * recall).powf(1.0 - PRECISION);
        if fit < LEAST_FIT {
            continue;
        }
        let zones = &pattern.zones;
        found.push(Match {
            pattern: number,
            score: fit * prior(zones.reported_percent) / (1.0 + MOST),
            precision,
            recall,
        });
    }
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    Answer::Ranked(found)
}

/// The matches by muscle and side, best muscle first, each with its own in order.
pub fn by_muscle(patterns: &Patterns, found: &[Match]) -> Vec<Vec<Match>> {
    let mut groups: Vec<Vec<Match>> = Vec::new();
    let whose = |one: &Match| {
        let zones = &patterns.all[one.pattern].zones;
        (&zones.muscle, zones.point.side)
    };
    for one in found {
        match groups
            .iter_mut()
            .find(|group| whose(&group[0]) == whose(one))
        {
            Some(group) => group.push(*one),
            None => groups.push(vec![*one]),
        }
    }
    groups
}

/// The share of what is painted (0 to 1) that none of some patterns explains, not even by spillover.
pub fn unexplained(patterns: &Patterns, found: &[Match], strengths: &[u8]) -> f32 {
    let mut reached = vec![false; patterns.areas_mm2.len()];
    for one in found {
        for &(sample, weight) in &patterns.all[one.pattern].near {
            reached[sample as usize] |= weight >= SPILLOVER;
        }
    }
    let (mut all, mut left) = (0.0, 0.0);
    for ((&strength, &area), reached) in strengths.iter().zip(&patterns.areas_mm2).zip(reached) {
        if strength > 0 {
            all += area;
            left += if reached { 0.0 } else { area };
        }
    }
    if all > 0.0 { left / all } else { 0.0 }
}

#[cfg(test)]
mod tests;
