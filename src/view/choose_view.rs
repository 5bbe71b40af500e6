//! From where to look at a trigger point so that it and most of its pattern are in view.

use super::orbit::Orbit;
use bevy::math::Vec3;
use std::f32::consts::PI;

/// A spot that should be seen: where it is, which way it faces, how much it counts.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    /// Place in the body frame, millimetres.
    pub at_mm: Vec3,
    /// Outward normal.
    pub normal: Vec3,
    /// Weight.
    pub weight: f32,
}

/// Least cosine between the point's normal and the view: the disc lies on a surface that is seen, not on its edge.
const DISC_SEEN: f32 = 0.5;
/// Room left around what is shown, as a share of it.
const ROOM: f32 = 1.28;
/// Room added besides, millimetres; and across a viewport much higher than wide, where the width decides how
/// near one is: there the pattern alone would fill it, and what it lies on would be cut off.
const MARGIN_MM: f32 = 70.0;
/// See [`MARGIN_MM`].
const NARROW_MARGIN_MM: f32 = 160.0;
/// Width over height below which a viewport is that narrow.
const NARROW: f32 = 0.6;
/// Smallest and largest height shown.
const HEIGHTS_MM: (f32, f32) = (330.0, 1150.0);
/// What of the pattern would make the height larger than this, millimetres, is left to the small pictures of the card,
/// so that one can see where on its muscle the point lies. The nearest zone is always shown.
const NEAR_HEIGHT_MM: f32 = 720.0;
/// Spots within this distance of the nearest one are its zone, millimetres.
const ZONE_MM: f32 = 60.0;

/// The orbit from which the point's disc is well seen and as much of the pattern as can be,
/// in a viewport of this aspect. Straight views are preferred to odd angles when they show as much.
pub fn best_view(point: Spot, pattern: &[Spot], aspect: f32) -> Orbit {
    let total: f32 = pattern
        .iter()
        .map(|spot| spot.weight)
        .sum::<f32>()
        .max(1e-6);
    let mut best = (f32::NEG_INFINITY, PI, 0.0);
    for pitch_step in -1..=2_i16 {
        for yaw_step in 0..24_i16 {
            let yaw = f32::from(yaw_step) * PI / 12.0;
            let pitch = f32::from(pitch_step) * 0.22;
            let orbit = Orbit {
                focus_mm: Vec3::ZERO,
                yaw,
                pitch,
                distance_mm: 1.0,
            };
            let towards_eye = orbit.direction();
            let disc = point.normal.dot(towards_eye);
            if disc < DISC_SEEN {
                continue;
            }
            let seen: f32 = pattern
                .iter()
                .map(|spot| spot.weight * spot.normal.dot(towards_eye).clamp(0.0, 0.6) / 0.6)
                .sum::<f32>()
                / total;
            let odd = pitch.abs() * 0.45 + (2.0 * yaw).sin().abs() * 0.12;
            let score = seen + 0.35 * disc.min(0.8) - odd;
            if score > best.0 {
                best = (score, yaw, pitch);
            }
        }
    }
    let (_, yaw, pitch) = best;
    let orbit = Orbit {
        focus_mm: point.at_mm,
        yaw,
        pitch,
        distance_mm: 1.0,
    };
    let towards_eye = orbit.direction();
    // Frame the disc and what of the pattern is seen from there.
    let rotation = orbit.rotation();
    let (right, up) = (rotation * Vec3::X, rotation * Vec3::Y);
    let mut low = Vec3::new(point.at_mm.dot(right), point.at_mm.dot(up), 0.0);
    let mut high = low;
    let mut depth = (point.at_mm.dot(towards_eye), 1.0_f32);
    let across = if aspect < NARROW {
        NARROW_MARGIN_MM
    } else {
        MARGIN_MM
    };
    let size_of = |low: Vec3, high: Vec3| (high - low) * ROOM + Vec3::new(across, MARGIN_MM, 0.0);
    let mut seen: Vec<(f32, Spot)> = pattern
        .iter()
        .filter(|spot| spot.normal.dot(towards_eye) > 0.1)
        .map(|spot| (spot.at_mm.distance(point.at_mm), *spot))
        .collect();
    seen.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    let nearest_mm = seen.first().map_or(0.0, |(away_mm, _)| *away_mm);
    for (away_mm, spot) in seen {
        let place = Vec3::new(spot.at_mm.dot(right), spot.at_mm.dot(up), 0.0);
        let (lower, higher) = (low.min(place), high.max(place));
        let size = size_of(lower, higher);
        let far = size.y.max(size.x / aspect.max(0.2)) > NEAR_HEIGHT_MM;
        if far && away_mm > nearest_mm + ZONE_MM {
            continue;
        }
        (low, high) = (lower, higher);
        depth = (depth.0 + spot.at_mm.dot(towards_eye), depth.1 + 1.0);
    }
    let middle = (low + high) / 2.0;
    let focus_mm = right * middle.x + up * middle.y + towards_eye * (depth.0 / depth.1);
    let size = size_of(low, high);
    let height = size.y.clamp(HEIGHTS_MM.0, HEIGHTS_MM.1);
    Orbit::showing(focus_mm, yaw, pitch, height, size.x, aspect)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_on_the_back_is_seen_from_behind_with_a_pattern_on_the_side_from_behind_and_the_side()
    {
        let point = Spot {
            at_mm: Vec3::new(80.0, 1480.0, -20.0),
            normal: Vec3::NEG_Z,
            weight: 1.0,
        };
        let straight = best_view(point, &[point], 1.0);
        assert!(straight.direction().z < -0.9, "{:?}", straight.direction());

        let temple = Spot {
            at_mm: Vec3::new(75.0, 1680.0, 110.0),
            normal: Vec3::X,
            weight: 1.0,
        };
        let turned = best_view(point, &[temple], 1.0);
        assert!(
            turned.direction().x > 0.3 && turned.direction().z < 0.0,
            "{:?}",
            turned.direction()
        );
    }

    #[test]
    fn a_pattern_down_the_arm_does_not_make_the_point_small() {
        let spot = |x: f32, y: f32| Spot {
            at_mm: Vec3::new(x, y, 0.0),
            normal: Vec3::NEG_Z,
            weight: 1.0,
        };
        let pattern: Vec<Spot> = (0..60)
            .map(|n| spot(180.0 + n as f32 * 3.0, 1400.0 - n as f32 * 14.0))
            .collect();
        let view = best_view(spot(90.0, 1390.0), &pattern, 1.0);
        assert!(
            view.height_mm() <= NEAR_HEIGHT_MM + 1.0,
            "{}",
            view.height_mm()
        );
        // A zone that is far off as a whole is shown all the same.
        let hand = [spot(330.0, 620.0), spot(335.0, 600.0)];
        let view = best_view(spot(90.0, 1390.0), &hand, 1.0);
        assert!(view.height_mm() > 900.0, "{}", view.height_mm());
    }
}
