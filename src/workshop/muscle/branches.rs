//! Following the level sets of the fibre coordinate from end to end, through their forks.

use super::{
    levels::{FibreField, Loop},
    options::FitOptions,
    reference::{Reference, Sets},
};
use std::collections::BTreeMap;

/// Distance between the levels that are looked at, millimetres, and how many at most.
const STEP_MM: f32 = 1.0;
const MOST_LEVELS: usize = 500;

/// A run of loops between two forks or ends.
#[derive(Clone, Debug)]
pub struct Branch {
    /// From the origin's side to the insertion's.
    pub loops: Vec<Loop>,
    /// True where nothing goes on before the first loop.
    pub starts_free: bool,
    /// True where nothing goes on after the last loop.
    pub ends_free: bool,
}

impl Branch {
    /// Way along the centres of its loops, millimetres.
    pub fn length_mm(&self) -> f32 {
        self.loops
            .windows(2)
            .map(|pair| pair[0].centre.distance(pair[1].centre))
            .sum()
    }
}

#[derive(Default)]
struct Run {
    loops: Vec<Loop>,
    before: Vec<usize>,
    after: Vec<usize>,
    gone: bool,
}

impl Run {
    fn length_mm(&self) -> f32 {
        self.loops
            .windows(2)
            .map(|pair| pair[0].centre.distance(pair[1].centre))
            .sum()
    }

    fn widest_mm(&self) -> f32 {
        self.loops
            .iter()
            .map(|l| l.perimeter_mm)
            .fold(0.0, f32::max)
    }
}

/// The branches of a structure, longest first.
pub fn follow(reference: &Reference, field: &FibreField, options: FitOptions) -> Vec<Branch> {
    let (low, high) = field.range(reference);
    let count = level_count(reference);
    let level = |j: usize| low + (high - low) * (j as f32 + 0.5) / count as f32;
    let mut runs: Vec<Run> = Vec::new();
    // The loops of the last level: the run each belongs to.
    let mut open: Vec<(usize, usize)> = Vec::new();
    for j in 0..count {
        let mut loops = field.loops_at(reference, level(j));
        if options.single {
            loops.truncate(1);
        }
        let links = if j == 0 {
            BTreeMap::new()
        } else {
            links(reference, field, (level(j - 1), level(j)), &open, &loops)
        };
        let mut now = vec![None; loops.len()];
        for (below, above) in links.values() {
            if let ([run], [one]) = (below.as_slice(), above.as_slice()) {
                now[*one] = Some(*run);
            } else {
                for &one in above {
                    runs.push(Run {
                        before: below.clone(),
                        ..Run::default()
                    });
                    now[one] = Some(runs.len() - 1);
                    for &run in below {
                        let new = runs.len() - 1;
                        runs[run].after.push(new);
                    }
                }
            }
        }
        open.clear();
        for (number, one) in loops.into_iter().enumerate() {
            let run = now[number].unwrap_or_else(|| {
                runs.push(Run::default());
                runs.len() - 1
            });
            open.push((run, one.triangle));
            runs[run].loops.push(one);
        }
    }
    prune(&mut runs, options.least_branch_mm);
    let mut branches: Vec<Branch> = runs
        .into_iter()
        .filter(|run| !run.gone && run.loops.len() > 1)
        .map(|run| Branch {
            loops: run.loops,
            starts_free: run.before.is_empty(),
            ends_free: run.after.is_empty(),
        })
        .collect();
    branches.sort_by(|a, b| b.length_mm().total_cmp(&a.length_mm()));
    branches
}

fn level_count(reference: &Reference) -> usize {
    let used = || {
        reference
            .triangles
            .iter()
            .flatten()
            .map(|&i| reference.positions_mm[i as usize])
    };
    let low = used().reduce(|a, b| a.min(b)).unwrap_or_default();
    let high = used().reduce(|a, b| a.max(b)).unwrap_or_default();
    ((low.distance(high) / STEP_MM) as usize).clamp(40, MOST_LEVELS)
}

/// Which runs of the level below hang together with which loops above, through the mesh between the two.
fn links(
    reference: &Reference,
    field: &FibreField,
    (below, above): (f32, f32),
    open: &[(usize, usize)],
    loops: &[Loop],
) -> BTreeMap<usize, (Vec<usize>, Vec<usize>)> {
    let mut sets = Sets::new(reference.triangles.len());
    let mut edges: BTreeMap<(u32, u32), usize> = BTreeMap::new();
    for (number, &triangle) in reference.triangles.iter().enumerate() {
        let (low, high) = field.span(triangle);
        if high < below || low > above {
            continue;
        }
        let [a, b, c] = triangle;
        for (p, q) in [(a, b), (b, c), (c, a)] {
            let (fp, fq) = (field.f[p as usize], field.f[q as usize]);
            if fp.max(fq) < below || fp.min(fq) > above {
                continue;
            }
            match edges.entry((p.min(q), p.max(q))) {
                std::collections::btree_map::Entry::Occupied(other) => {
                    sets.join(number, *other.get())
                }
                std::collections::btree_map::Entry::Vacant(free) => {
                    free.insert(number);
                }
            }
        }
    }
    let mut found: BTreeMap<usize, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for &(run, triangle) in open {
        found.entry(sets.root(triangle)).or_default().0.push(run);
    }
    for (number, one) in loops.iter().enumerate() {
        found
            .entry(sets.root(one.triangle))
            .or_default()
            .1
            .push(number);
    }
    found.retain(|_, (below, above)| !below.is_empty() && !above.is_empty());
    found
}

/// Leaves out short twigs and the smaller side of short holes, and joins what is no fork any more.
fn prune(runs: &mut [Run], least_mm: f32) {
    let longest = runs.iter().map(Run::length_mm).fold(0.0, f32::max);
    loop {
        join_simple(runs);
        let noise = (0..runs.len())
            .filter(|&i| !runs[i].gone)
            .filter(|&i| {
                let run = &runs[i];
                let length = run.length_mm();
                match (run.before.is_empty(), run.after.is_empty()) {
                    (true, true) => length < longest * 0.15,
                    (false, false) => length < least_mm && has_wider_twin(runs, i),
                    _ => length < least_mm && has_wider_twin(runs, i),
                }
            })
            .min_by(|&a, &b| runs[a].length_mm().total_cmp(&runs[b].length_mm()));
        let Some(noise) = noise else {
            return;
        };
        runs[noise].gone = true;
        for run in runs.iter_mut() {
            run.before.retain(|&i| i != noise);
            run.after.retain(|&i| i != noise);
        }
    }
}

/// True where another run leaves or reaches the same fork and is larger, so that this one can go.
fn has_wider_twin(runs: &[Run], i: usize) -> bool {
    let size = |run: &Run| run.length_mm() * run.widest_mm();
    let mine = size(&runs[i]);
    let twins = |fork: &[usize], side: fn(&Run) -> &Vec<usize>| {
        fork.iter().any(|&n| {
            side(&runs[n])
                .iter()
                .any(|&t| t != i && size(&runs[t]) >= mine)
        })
    };
    twins(&runs[i].before, |run| &run.after) || twins(&runs[i].after, |run| &run.before)
}

fn join_simple(runs: &mut [Run]) {
    for first in 0..runs.len() {
        while let [next] = runs[first].after[..] {
            if runs[first].gone || runs[next].before != [first] {
                break;
            }
            let taken = std::mem::take(&mut runs[next]);
            runs[next].gone = true;
            runs[first].loops.extend(taken.loops);
            for &far in &taken.after {
                for back in &mut runs[far].before {
                    if *back == next {
                        *back = first;
                    }
                }
            }
            runs[first].after = taken.after;
        }
    }
}
