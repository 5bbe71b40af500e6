//! The fibre coordinate: how far along its fibres a point of a muscle lies, from the origin to the insertion.
//!
//! The fibres that are drawn come from it, and the workshop cuts muscles along it. How a muscle's surface is
//! built is not here: see `ring_net`.

use glam::Vec3;

/// The fibre coordinate of a point, 0 on the origin and 1 on the insertion: `d(origin) / (d(origin) + d(insertion))`
/// with the distances to the two polylines, all in millimetres of the body frame. 0.5 where both are at the point.
pub fn fibre_coordinate(point_mm: Vec3, origin_mm: &[Vec3], insertion_mm: &[Vec3]) -> f32 {
    let (from, to) = (
        distance_to_line(point_mm, origin_mm),
        distance_to_line(point_mm, insertion_mm),
    );
    if from + to > 0.0 {
        from / (from + to)
    } else {
        0.5
    }
}

/// Distance from a point to a polyline of one or more points, millimetres; infinite for none.
pub fn distance_to_line(point_mm: Vec3, line_mm: &[Vec3]) -> f32 {
    let Some(&first) = line_mm.first() else {
        return f32::INFINITY;
    };
    line_mm
        .windows(2)
        .fold(point_mm.distance(first), |least, pair| {
            let run = pair[1] - pair[0];
            let t =
                ((point_mm - pair[0]).dot(run) / run.length_squared().max(1e-12)).clamp(0.0, 1.0);
            least.min(point_mm.distance(pair[0] + run * t))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_and_coordinate_of_simple_lines() {
        let line = [Vec3::ZERO, Vec3::X * 10.0];
        assert_eq!(distance_to_line(Vec3::new(5.0, 3.0, 0.0), &line), 3.0);
        assert_eq!(distance_to_line(Vec3::new(14.0, 3.0, 0.0), &line), 5.0);
        assert_eq!(distance_to_line(Vec3::ZERO, &[]), f32::INFINITY);
        let f = fibre_coordinate(Vec3::new(5.0, 2.0, 0.0), &line, &[Vec3::new(5.0, 8.0, 0.0)]);
        assert!((f - 0.25).abs() < 1e-6);
    }
}
