//! The fewest points that explain several pains together.
//!
//! The rule is greedy: of all points the one is taken that explains most painted skin which none before
//! does, essential zones counting 1 and spillover `patterns::SPILLOVER`; then the next, until
//! [`ENOUGH`] of every pain is explained, the next would add less than [`LEAST_GAIN`] of the painted skin,
//! or there are [`MOST_POINTS`]. Finding the true fewest would take too long for what it is worth: the
//! greedy choice needs at most a few more, and which points it takes can be followed by eye. Of points
//! that add the same the one with the better scores is taken, then the first.

use super::{
    patterns::Patterns,
    score::{Answer, rank},
};

/// A pain of which this share is explained needs no further point: the rest is how people paint.
pub const ENOUGH: f32 = 0.8;
/// A point that adds less than this share of all that is painted explains nothing worth a treatment.
pub const LEAST_GAIN: f32 = 0.08;
/// More points than this are no explanation.
pub const MOST_POINTS: usize = 6;
/// Points below this score for every pain are passed over, as their pattern is mostly elsewhere.
const LEAST_SCORE: f32 = 0.2;

/// A set of points for several pains.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explanation {
    /// Numbers in [`Patterns::all`], in the order in which they were taken.
    pub points: Vec<usize>,
    /// For each pain, the share of its skin that they explain, 0 to 1.
    pub explained: Vec<f32>,
}

/// Explains several pains, each the strengths of a painting. Empty ones and such of nearly the whole
/// body are left unexplained.
pub fn explain_all(patterns: &Patterns, pains: &[&[u8]]) -> Explanation {
    let count = patterns.areas_mm2.len();
    // Best score of each point over the pains.
    let mut scores = vec![0.0f32; patterns.all.len()];
    let mut used: Vec<bool> = Vec::new();
    for pain in pains {
        let Answer::Ranked(found) = rank(patterns, pain) else {
            used.push(false);
            continue;
        };
        used.push(true);
        for one in found {
            scores[one.pattern] = scores[one.pattern].max(one.score);
        }
    }
    // How much of its area each sample asks for, over all pains.
    let mut asked = vec![0.0f32; count];
    for (pain, _) in pains.iter().zip(&used).filter(|(_, used)| **used) {
        for (sample, _) in (pain.iter().enumerate().take(count)).filter(|(_, x)| **x > 0) {
            asked[sample] += patterns.areas_mm2[sample];
        }
    }
    let total: f32 = asked.iter().sum();
    let mut explained = vec![0.0f32; count];
    let mut points: Vec<usize> = Vec::new();
    while points.len() < MOST_POINTS && total > 0.0 {
        let shares = shares(patterns, pains, &used, &explained);
        let open = |(share, used): (&f32, &bool)| *used && *share < ENOUGH;
        if !shares.iter().zip(&used).any(open) {
            break;
        }
        let gain = |number: usize| -> f32 {
            (patterns.all[number].near.iter())
                .map(|&(at, w)| asked[at as usize] * (w - explained[at as usize]).max(0.0))
                .sum()
        };
        let best = (0..patterns.all.len())
            .filter(|&number| scores[number] >= LEAST_SCORE && !points.contains(&number))
            .map(|number| (number, gain(number)))
            .min_by(|a, b| {
                (b.1.total_cmp(&a.1))
                    .then(scores[b.0].total_cmp(&scores[a.0]))
                    .then(a.0.cmp(&b.0))
            });
        match best {
            Some((number, gain)) if gain >= LEAST_GAIN * total => {
                points.push(number);
                for &(at, weight) in &patterns.all[number].near {
                    let value = &mut explained[at as usize];
                    *value = value.max(weight);
                }
            }
            _ => break,
        }
    }
    Explanation {
        explained: shares(patterns, pains, &used, &explained),
        points,
    }
}

/// Of each pain the share of its skin that is explained at all.
fn shares(patterns: &Patterns, pains: &[&[u8]], used: &[bool], explained: &[f32]) -> Vec<f32> {
    let of = |pain: &[u8]| {
        let (mut all, mut held) = (0.0, 0.0);
        for ((&strength, &area), &value) in pain.iter().zip(&patterns.areas_mm2).zip(explained) {
            if strength > 0 {
                all += area;
                held += if value > 0.0 { area } else { 0.0 };
            }
        }
        if all > 0.0 { held / all } else { 0.0 }
    };
    (pains.iter().zip(used))
        .map(|(pain, used)| if *used { of(pain) } else { 0.0 })
        .collect()
}
