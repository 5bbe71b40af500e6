//! Plane outlines: hull and containment.

use glam::Vec2;

/// The convex outline around points, anticlockwise.
pub fn hull(points: &[Vec2]) -> Vec<Vec2> {
    let mut sorted = points.to_vec();
    sorted.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    let mut out: Vec<Vec2> = Vec::new();
    for pass in 0..2 {
        let floor = out.len();
        for p in &sorted {
            while out.len() >= floor + 2
                && (out[out.len() - 1] - out[out.len() - 2]).perp_dot(*p - out[out.len() - 1])
                    <= 0.0
            {
                out.pop();
            }
            out.push(*p);
        }
        out.pop();
        if pass == 0 {
            sorted.reverse();
        }
    }
    out
}

/// Whether a point lies within a closed outline.
pub fn contains(outline: &[Vec2], p: Vec2) -> bool {
    let n = outline.len();
    (0..n).fold(false, |inside, i| {
        let (a, b) = (outline[i], outline[(i + 1) % n]);
        let crosses =
            (a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y);
        inside != crosses
    })
}
