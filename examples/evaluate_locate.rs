//! How well painting finds the point: repaints are simulated from every pattern and ranked.
//!
//! `cargo run --release --no-default-features --example evaluate_locate [paintings a point] [seed]`
//!
//! A simulated person has one point. They feel its essential zone whole, and each separate patch of its
//! spillover with the chance [`FELT_SPILLOVER`]. What they paint is that, shifted by 0 to 30 mm along the
//! skin, of it a connected part of 30 to 100 %, and up to two stray strokes nearby. The Jaccard index of
//! what they feel and what they paint is reported; the shifts are such that it averages 0.42, which is how
//! far one person's two paintings of one pain agree. Points without a zone of pain are left out.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a report for the terminal"
)]

use glam::Vec3;
use myomap::{
    anatomy::{painting::SkinSamples, scene::Scene},
    model::catalog::load,
    store::built_in_files,
    study::locate::{
        patterns::Patterns,
        score::{Answer, rank},
    },
};
use std::collections::BTreeMap;

/// Farthest shift along the skin, millimetres.
const FARTHEST_SHIFT_MM: f32 = 30.0;
/// Small shifts are more frequent than large ones: the share of the farthest is an even random number to this
/// power, chosen so that the mean Jaccard index is 0.42.
const SHIFT_POWER: f32 = 1.4;
/// Chance that a patch of the spillover zone is felt: "some" people.
const FELT_SPILLOVER: f32 = 0.35;
/// Least share of what is felt that is painted.
const LEAST_COVERAGE: f32 = 0.3;
/// Radius of stray strokes, from and to, millimetres, and how far off they are at most.
const STRAY_MM: (f32, f32, f32) = (10.0, 22.0, 90.0);
/// Chance of each of the two stray strokes.
const STRAY_CHANCE: f32 = 0.3;

/// Deterministic numbers (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn share(&mut self) -> f32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 40) as f32 / (1u64 << 24) as f32
    }

    fn one_of(&mut self, all: &[u32]) -> u32 {
        all[((self.share() * all.len() as f32) as usize).min(all.len() - 1)]
    }
}

/// The connected patches of some samples.
fn patches(samples: &SkinSamples, zone: &[u32]) -> Vec<Vec<u32>> {
    let mut left: std::collections::BTreeSet<u32> = zone.iter().copied().collect();
    let mut patches = Vec::new();
    while let Some(first) = left.pop_first() {
        let mut patch = vec![first];
        let mut at = 0;
        while at < patch.len() {
            for link in samples.links_of(patch[at]) {
                if left.remove(&link.to) {
                    patch.push(link.to);
                }
            }
            at += 1;
        }
        patches.push(patch);
    }
    patches
}

/// Samples moved along the skin: each goes to the sample nearest to its shifted place among those that
/// it can reach within the shift and a little more.
fn shifted(samples: &SkinSamples, zone: &[u32], by: Vec3) -> Vec<u32> {
    let mut moved: Vec<u32> = zone
        .iter()
        .map(|&sample| {
            let own = samples.samples[sample as usize];
            // Along the skin: what points out of it is lost, and made up for in length.
            let along = by.reject_from_normalized(own.normal).normalize_or_zero() * by.length();
            let wanted = own.point_mm + along;
            let reached = samples.spread(&[(sample, 0.0)], by.length() * 1.2 + 6.0);
            let far = |x: u32| samples.samples[x as usize].point_mm.distance(wanted);
            let near = reached.iter().map(|&(x, _)| x);
            near.min_by(|&a, &b| far(a).total_cmp(&far(b)))
                .unwrap_or(sample)
        })
        .collect();
    moved.sort_unstable();
    moved.dedup();
    moved
}

/// What is felt and what is painted.
fn repaint(
    samples: &SkinSamples,
    essential: &[u32],
    spillover: &[Vec<u32>],
    numbers: &mut Numbers,
) -> (Vec<bool>, Vec<bool>) {
    let mut felt = essential.to_vec();
    for patch in spillover {
        if numbers.share() < FELT_SPILLOVER {
            felt.extend(patch);
        }
    }
    let turn = std::f32::consts::TAU * numbers.share();
    let height = 2.0 * numbers.share() - 1.0;
    let flat = (1.0 - height * height).max(0.0).sqrt();
    let direction = Vec3::new(flat * turn.cos(), height, flat * turn.sin());
    let moved = shifted(
        samples,
        &felt,
        direction * (FARTHEST_SHIFT_MM * numbers.share().powf(SHIFT_POWER)),
    );
    let wanted = LEAST_COVERAGE + (1.0 - LEAST_COVERAGE) * numbers.share();
    let count = ((wanted * moved.len() as f32).ceil() as usize).max(1);
    let start = numbers.one_of(&moved);
    let middle = samples.samples[start as usize].point_mm;
    // From a place outwards, so that what is painted is of one piece where the pain is.
    let mut ordered = moved.clone();
    ordered.sort_by(|&a, &b| {
        let far = |x: u32| samples.samples[x as usize].point_mm.distance(middle);
        far(a).total_cmp(&far(b)).then(a.cmp(&b))
    });
    ordered.truncate(count);
    for _ in 0..2 {
        if numbers.share() < STRAY_CHANCE {
            let near = samples.spread(&[(numbers.one_of(&moved), 0.0)], STRAY_MM.2);
            let near: Vec<u32> = near.into_iter().map(|(x, _)| x).collect();
            let radius = STRAY_MM.0 + (STRAY_MM.1 - STRAY_MM.0) * numbers.share();
            let stroke = samples.spread(&[(numbers.one_of(&near), 0.0)], radius);
            ordered.extend(stroke.into_iter().map(|(x, _)| x));
        }
    }
    let mask = |zone: &[u32]| {
        let mut mask = vec![false; samples.len()];
        for &sample in zone {
            mask[sample as usize] = true;
        }
        mask
    };
    (mask(&felt), mask(&ordered))
}

/// Ranks found so far.
#[derive(Default, Clone, Copy)]
struct Tally {
    count: f32,
    top: [f32; 3],
    reciprocal: f32,
}

impl Tally {
    fn add(&mut self, place: Option<usize>) {
        self.count += 1.0;
        let Some(place) = place else { return };
        for (value, top) in self.top.iter_mut().zip([1, 3, 5]) {
            *value += f32::from(u8::from(place < top));
        }
        self.reciprocal += 1.0 / (place + 1) as f32;
    }

    fn line(&self, name: &str) -> String {
        let share = |value: f32| value / self.count.max(1.0);
        format!(
            "{name:28} {:6.3} {:6.3} {:6.3} {:6.3}",
            share(self.top[0]),
            share(self.top[1]),
            share(self.top[2]),
            share(self.reciprocal)
        )
    }
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let rounds: usize = arguments.next().and_then(|x| x.parse().ok()).unwrap_or(40);
    let seed: u64 = arguments.next().and_then(|x| x.parse().ok()).unwrap_or(5);
    let (catalog, _) = load(&built_in_files());
    let scene = Scene::compile(&catalog);
    let samples = SkinSamples::new(&scene.body.skin);
    let patterns = Patterns::of_catalog(&catalog, &scene, &samples).unwrap();
    let mut numbers = Numbers(seed);
    let (mut all, mut single) = (Tally::default(), Tally::default());
    let mut by_muscle: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut taken_for: BTreeMap<(String, String), usize> = BTreeMap::new();
    let (mut jaccard, mut full_missed) = (0.0, Vec::new());
    for pattern in patterns.all.iter().step_by(2) {
        let zones = &pattern.zones;
        let strengths =
            |mask: &[bool]| -> Vec<u8> { mask.iter().map(|&on| if on { 2 } else { 0 }).collect() };
        // Places in the list, points that look the same counted once, and each by itself.
        let places = |painted: &[u8]| {
            let Answer::Ranked(found) = rank(&patterns, painted) else {
                return (None, None, None);
            };
            let mut groups: Vec<usize> = Vec::new();
            for one in &found {
                let group = patterns.all[one.pattern].same_as;
                if !groups.contains(&group) {
                    groups.push(group);
                }
            }
            let merged = groups.iter().position(|&group| group == pattern.same_as);
            let own = |number: usize| patterns.all[number].zones.point == zones.point;
            let alone = found.iter().position(|one| own(one.pattern));
            (merged, alone, groups.first().copied())
        };
        if zones.essential.is_empty() {
            println!("left out, as it has no zone of pain: {}", zones.point.code);
            continue;
        }
        let mut whole = vec![false; samples.len()];
        for &sample in &zones.essential {
            whole[sample as usize] = true;
        }
        if places(&strengths(&whole)).0.is_none_or(|place| place >= 5) {
            full_missed.push(zones.point.code.clone());
        }
        let spillover = patches(&samples, &zones.spillover);
        for _ in 0..rounds {
            let (felt, painted) = repaint(&samples, &zones.essential, &spillover, &mut numbers);
            let (mut both, mut either) = (0.0, 0.0);
            for ((&f, &p), sample) in felt.iter().zip(&painted).zip(&samples.samples) {
                both += if f && p { sample.area_mm2 } else { 0.0 };
                either += if f || p { sample.area_mm2 } else { 0.0 };
            }
            jaccard += both / either;
            let (merged, alone, first) = places(&strengths(&painted));
            all.add(merged);
            single.add(alone);
            by_muscle.entry(&zones.muscle).or_default().add(merged);
            if let Some(first) = first.filter(|&first| first != pattern.same_as) {
                let other = patterns.all[first].zones.point.to_string();
                *taken_for
                    .entry((zones.point.code.clone(), other))
                    .or_default() += 1;
            }
        }
    }
    let painted = |x: &usize| !patterns.all[*x].zones.essential.is_empty();
    let points = (0..patterns.all.len()).step_by(2).filter(painted);
    let groups = points.clone().filter(|&x| patterns.all[x].same_as == x);
    let (points, groups) = (points.count(), groups.count());
    println!(
        "{points} points, {groups} that can be told apart, {rounds} paintings each, seed {seed}, {} samples",
        samples.len()
    );
    println!(
        "ceiling of top 1, each by itself: {:.3}",
        groups as f32 / points as f32
    );
    println!(
        "mean Jaccard of felt and painted: {:.3}",
        jaccard / all.count
    );
    println!(
        "{:28} {:>6} {:>6} {:>6} {:>6}",
        "", "top 1", "top 3", "top 5", "MRR"
    );
    println!("{}", all.line("all, equal patterns as one"));
    println!("{}", single.line("all, each by itself"));
    for (muscle, tally) in &by_muscle {
        println!("{}", tally.line(muscle));
    }
    println!("not in the top 5 with the whole essential zone painted: {full_missed:?}");
    println!("taken for another most often, of {rounds}:");
    let mut pairs: Vec<_> = taken_for.into_iter().collect();
    pairs.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    for ((own, other), times) in pairs.into_iter().take(20) {
        println!("  {own} for {other}: {times}");
    }
}
