//! From where the body is seen, and what lies at the edges of its picture: what the tags over it say.

use super::orbit::Orbit;
use crate::app::on_screen::{Edge, SeenFrom, Turned};
use bevy::math::Vec3;

/// Share of the view's direction from which a second side is named: 22 degrees off.
const ALSO: f32 = 0.375;

/// How the body is turned to the eye of an orbit. In the body frame left is +x, above +y and the front +z.
pub fn turned(orbit: &Orbit) -> Turned {
    let (seen_from, and_from) = seen_from(orbit.direction());
    let screen_right = orbit.rotation() * Vec3::X;
    // Between two the nearer one is said.
    let edges = match (
        screen_right.x.abs() >= screen_right.z.abs(),
        screen_right.x > 0.0,
        screen_right.z > 0.0,
    ) {
        (true, true, _) => [Edge::Right, Edge::Left],
        (true, false, _) => [Edge::Left, Edge::Right],
        (false, _, true) => [Edge::Back, Edge::Front],
        (false, _, false) => [Edge::Front, Edge::Back],
    };
    Turned {
        edges,
        seen_from,
        and_from,
    }
}

fn seen_from(towards_eye: Vec3) -> (SeenFrom, Option<SeenFrom>) {
    let named = |share: f32, positive, negative| {
        let side = if share > 0.0 { positive } else { negative };
        (share.abs(), side)
    };
    let mut sides = [
        named(towards_eye.z, SeenFrom::Front, SeenFrom::Behind),
        named(towards_eye.x, SeenFrom::Left, SeenFrom::Right),
        named(towards_eye.y, SeenFrom::Above, SeenFrom::Below),
    ];
    // Stable: of two alike the front and the back come first.
    sides.sort_by(|a, b| b.0.total_cmp(&a.0));
    let [(_, first), (share, second), _] = sides;
    (first, (share > ALSO).then_some(second))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::link::ViewPreset;
    use bevy::math::Vec2;

    #[test]
    fn the_sides_of_the_picture_are_those_of_the_body() {
        use SeenFrom::{Behind, Front, Left, Right};
        for (preset, edges, seen_from) in [
            (ViewPreset::Back, [Edge::Left, Edge::Right], Behind),
            (ViewPreset::Front, [Edge::Right, Edge::Left], Front),
            (ViewPreset::Left, [Edge::Front, Edge::Back], Left),
            (ViewPreset::Right, [Edge::Back, Edge::Front], Right),
        ] {
            let straight = Turned {
                edges,
                seen_from,
                and_from: None,
            };
            assert_eq!(turned(&Orbit::preset(preset, 1.0)), straight);
        }
    }

    #[test]
    fn from_above_from_below_and_askew_the_tag_tells_the_truth() {
        // A drag over half of the picture's height is a quarter turn.
        let after = |x, y| {
            let orbit = Orbit::preset(ViewPreset::Back, 1.0).turned(Vec2::new(x, y));
            let turned = turned(&orbit);
            (turned.seen_from, turned.and_from)
        };
        assert_eq!(after(0.0, 0.5), (SeenFrom::Above, None));
        assert_eq!(after(0.0, -0.5), (SeenFrom::Below, None));
        assert_eq!(after(0.0, 0.33), (SeenFrom::Above, Some(SeenFrom::Behind)));
        assert_eq!(after(0.0, 0.05), (SeenFrom::Behind, None));
        assert_eq!(after(0.2, 0.0), (SeenFrom::Behind, Some(SeenFrom::Left)));
        assert_eq!(after(-0.2, 0.0), (SeenFrom::Behind, Some(SeenFrom::Right)));
        assert_eq!(after(0.35, 0.0), (SeenFrom::Left, Some(SeenFrom::Behind)));
    }
}
