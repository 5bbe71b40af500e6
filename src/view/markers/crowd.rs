//! Pushes crowded discs apart, so that each has its number to itself. Pure: places on the screen in, places out.
//!
//! Every picture starts anew from the true spots, so that the same view always looks the same and a small turn of the
//! body moves a disc a little. Which discs there are, and the line from a disc to its spot, are not decided here.

use bevy::math::Vec2;

/// Left free between two discs, logical pixels: one under the pointer grows into it.
pub const GAP_PX: f32 = 2.0;
/// Rounds in which discs give way to one another. The worst crowd of the body that ships needs about 60.
const ROUNDS: usize = 240;
/// Discs nearer to each other than this have no direction of their own to part in.
const SAME_SPOT_PX: f32 = 0.05;

/// A disc where it would lie by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crowded {
    /// Its true spot, logical pixels.
    pub spot: Vec2,
    /// Its radius, logical pixels.
    pub radius: f32,
    /// How readily it gives way to others, 0 not at all.
    pub yields: f32,
}

/// Where the discs are drawn: none on another, each as near to its spot as the others let it, and all within `min` to
/// `max`.
pub fn pushed_apart(discs: &[Crowded], min: Vec2, max: Vec2) -> Vec<Vec2> {
    let within = |at: Vec2, radius: f32| {
        let edge = Vec2::splat(radius).min((max - min) / 2.0);
        at.clamp(min + edge, max - edge)
    };
    let mut places: Vec<Vec2> = discs
        .iter()
        .map(|disc| within(disc.spot, disc.radius))
        .collect();
    for _ in 0..ROUNDS {
        let mut moved = false;
        for one in 0..discs.len() {
            for other in one + 1..discs.len() {
                let (a, b) = (&discs[one], &discs[other]);
                let apart = places[other] - places[one];
                let overlap = a.radius + b.radius + GAP_PX - apart.length();
                let both = a.yields + b.yields;
                if overlap <= 0.01 || both <= 0.0 {
                    continue;
                }
                moved = true;
                let away = if apart.length() > SAME_SPOT_PX {
                    apart.normalize()
                } else {
                    // Those on one spot part like the seeds of a sunflower.
                    Vec2::from_angle(2.4 * other as f32)
                };
                places[one] = within(places[one] - away * (overlap * a.yields / both), a.radius);
                places[other] =
                    within(places[other] + away * (overlap * b.yields / both), b.radius);
            }
        }
        if !moved {
            break;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIN: Vec2 = Vec2::ZERO;
    const MAX: Vec2 = Vec2::new(400.0, 300.0);

    fn disc(x: f32, y: f32) -> Crowded {
        Crowded {
            spot: Vec2::new(x, y),
            radius: 10.0,
            yields: 1.0,
        }
    }

    fn least_gap(discs: &[Crowded], places: &[Vec2]) -> f32 {
        let mut least = f32::INFINITY;
        for one in 0..discs.len() {
            for other in one + 1..discs.len() {
                let apart = places[one].distance(places[other]);
                least = least.min(apart - discs[one].radius - discs[other].radius);
            }
        }
        least
    }

    #[test]
    fn those_with_room_stay_on_their_spots() {
        let discs = [disc(50.0, 50.0), disc(100.0, 50.0), disc(300.0, 200.0)];
        let spots: Vec<Vec2> = discs.iter().map(|disc| disc.spot).collect();
        assert_eq!(pushed_apart(&discs, MIN, MAX), spots);
    }

    #[test]
    fn a_heap_on_one_spot_parts_and_stays_about_it() {
        let discs = [disc(200.0, 150.0); 9];
        let places = pushed_apart(&discs, MIN, MAX);
        assert!(least_gap(&discs, &places) > 0.0, "{places:?}");
        for place in &places {
            assert!(place.distance(discs[0].spot) < 60.0, "{place}");
        }
        assert_eq!(
            places,
            pushed_apart(&discs, MIN, MAX),
            "the same view looks the same"
        );
    }

    #[test]
    fn the_selected_one_does_not_give_way() {
        let selected = Crowded {
            yields: 0.0,
            ..disc(200.0, 150.0)
        };
        let discs = [disc(195.0, 150.0), selected, disc(205.0, 148.0)];
        let places = pushed_apart(&discs, MIN, MAX);
        assert_eq!(places[1], selected.spot);
        assert!(least_gap(&discs, &places) > 0.0, "{places:?}");
    }

    #[test]
    fn none_is_pushed_out_of_the_picture() {
        let discs = [
            disc(3.0, 3.0),
            disc(5.0, 4.0),
            disc(4.0, 8.0),
            disc(398.0, 299.0),
        ];
        let places = pushed_apart(&discs, MIN, MAX);
        assert!(least_gap(&discs, &places) > 0.0, "{places:?}");
        for place in places {
            assert!(
                place.cmpge(MIN + 10.0).all() && place.cmple(MAX - 10.0).all(),
                "{place}"
            );
        }
    }
}
