//! Points along a smooth curve through a few places.

use glam::Vec3;

/// `count` points evenly along a smooth curve through the knots.
pub(super) fn along(knots: &[Vec3], count: usize) -> Vec<Vec3> {
    let shares: Vec<f32> = (0..count).map(|k| k as f32 / (count - 1) as f32).collect();
    smooth_at(knots, &shares)
}

/// Points at shares of the length of a smooth curve through the knots.
pub(super) fn smooth_at(knots: &[Vec3], shares: &[f32]) -> Vec<Vec3> {
    const FINE: usize = 24;
    let at = |i: isize| knots[i.clamp(0, knots.len() as isize - 1) as usize];
    let mut fine = Vec::new();
    for i in 0..knots.len() as isize - 1 {
        for step in 0..FINE {
            fine.push(centripetal(
                [at(i - 1), at(i), at(i + 1), at(i + 2)],
                step as f32 / FINE as f32,
            ));
        }
    }
    fine.push(at(knots.len() as isize - 1));
    let mut way = vec![0.0f32];
    for pair in fine.windows(2) {
        way.push(way[way.len() - 1] + pair[0].distance(pair[1]));
    }
    let total = way[way.len() - 1];
    shares
        .iter()
        .map(|share| {
            let target = total * share;
            let i = way
                .partition_point(|&w| w < target)
                .clamp(1, fine.len() - 1);
            let t = (target - way[i - 1]) / (way[i] - way[i - 1]).max(1e-6);
            fine[i - 1].lerp(fine[i], t)
        })
        .collect()
}

/// Centripetal Catmull-Rom between the second and the third point: no loops at uneven spacing.
fn centripetal([p0, p1, p2, p3]: [Vec3; 4], t: f32) -> Vec3 {
    let knot = |a: Vec3, b: Vec3| a.distance(b).sqrt().max(1e-3);
    let (d0, d1, d2) = (knot(p0, p1), knot(p1, p2), knot(p2, p3));
    let slope = |a: Vec3, b: Vec3, c: Vec3, da: f32, db: f32| {
        ((b - a) / da - (c - a) / (da + db) + (c - b) / db) * d1
    };
    // A doubled end point stands for no neighbour: the curve leaves straight.
    let leave = if p0 == p1 {
        p2 - p1
    } else {
        slope(p0, p1, p2, d0, d1)
    };
    let arrive = if p2 == p3 {
        p2 - p1
    } else {
        slope(p1, p2, p3, d1, d2)
    };
    let (t2, t3) = (t * t, t * t * t);
    p1 * (2.0 * t3 - 3.0 * t2 + 1.0)
        + leave * (t3 - 2.0 * t2 + t)
        + p2 * (3.0 * t2 - 2.0 * t3)
        + arrive * (t3 - t2)
}
