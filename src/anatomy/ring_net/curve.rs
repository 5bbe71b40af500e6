//! The cubics around and along the rings of a net.

use glam::Vec3;

pub(super) fn perimeter_mm(ring: &[Vec3]) -> f32 {
    (0..ring.len())
        .map(|k| ring[k].distance(ring[(k + 1) % ring.len()]))
        .sum()
}

/// Mean way from each ring to its next, millimetres.
pub(super) fn spans_mm(rings: &[Vec<Vec3>]) -> Vec<f32> {
    rings
        .windows(2)
        .map(|pair| {
            let ways: f32 = pair[0]
                .iter()
                .zip(&pair[1])
                .map(|(a, b)| a.distance(*b))
                .sum();
            // Never zero: the cubic along divides by it.
            (ways / pair[0].len() as f32).max(1e-3)
        })
        .collect()
}

/// Each interval of a closed ring divided in `parts` along a periodic cubic through the points.
pub(super) fn finer_ring(ring: &[Vec3], parts: usize) -> Vec<Vec3> {
    let n = ring.len();
    let at = |k: usize| ring[k % n];
    (0..n)
        .flat_map(|k| {
            let (p0, p1, p2, p3) = (at(k + n - 1), at(k), at(k + 1), at(k + 2));
            let (leave, arrive) = ((p2 - p0) * 0.5, (p3 - p1) * 0.5);
            (0..parts).map(move |step| hermite(p1, p2, leave, arrive, step as f32 / parts as f32))
        })
        .collect()
}

/// Rows of points with their f, by cubics through the rings with the mean ways between them as their measure.
pub(super) fn rows_along(
    rings: &[Vec<Vec3>],
    spans: &[f32],
    along: usize,
) -> Vec<(Vec<Vec3>, f32)> {
    let total: f32 = spans.iter().sum();
    let slope = |i: usize, k: usize| -> Vec3 {
        let step = |j: usize| (rings[j + 1][k] - rings[j][k]) / spans[j];
        if i == 0 {
            step(0)
        } else if i == spans.len() {
            step(i - 1)
        } else {
            let (h0, h1) = (spans[i - 1], spans[i]);
            (step(i - 1) * h1 + step(i) * h0) / (h0 + h1)
        }
    };
    let mut rows = Vec::new();
    let mut way = 0.0;
    for (i, &span) in spans.iter().enumerate() {
        let parts = ((span / total * along as f32).round() as usize).max(1);
        let ends: Vec<(Vec3, Vec3)> = (0..rings[i].len())
            .map(|k| (slope(i, k) * span, slope(i + 1, k) * span))
            .collect();
        for part in 0..parts {
            let t = part as f32 / parts as f32;
            let knots = rings[i].iter().zip(&rings[i + 1]).zip(&ends);
            let points = knots
                .map(|((&p, &q), &(leave, arrive))| hermite(p, q, leave, arrive, t))
                .collect();
            rows.push((points, (way + span * t) / total));
        }
        way += span;
    }
    if let Some(last) = rings.last() {
        rows.push((last.clone(), 1.0));
    }
    rows
}

pub(super) fn hermite(p: Vec3, q: Vec3, leave: Vec3, arrive: Vec3, t: f32) -> Vec3 {
    let (t2, t3) = (t * t, t * t * t);
    p * (2.0 * t3 - 3.0 * t2 + 1.0)
        + leave * (t3 - 2.0 * t2 + t)
        + q * (3.0 * t2 - 2.0 * t3)
        + arrive * (t3 - t2)
}

/// Fractions of the whole way at which each ring lies, by the ways between them.
pub(super) fn fractions(spans_mm: &[f32]) -> Vec<f32> {
    let total: f32 = spans_mm.iter().sum();
    let mut way = 0.0;
    let mut all = vec![0.0];
    all.extend(spans_mm.iter().map(|span| {
        way += span;
        way / total.max(1e-6)
    }));
    all
}

/// A value between those of the rings, at a fraction of the way.
pub(super) fn at_fraction(values: &[f32], way: &[f32], f: f32) -> f32 {
    let after = way
        .partition_point(|ring| *ring < f)
        .clamp(1, way.len() - 1);
    let (from, to) = (way[after - 1], way[after]);
    let share = ((f - from) / (to - from).max(1e-6)).clamp(0.0, 1.0);
    values[after - 1] + (values[after] - values[after - 1]) * share
}
