//! How much a body may hold: what checking refuses and what building refuses are the same numbers.
//!
//! They are far above any body, and low enough that whatever is within them can be built in a few seconds and
//! some hundred megabytes. Limits of texts and of files are not here: nothing but their reader needs them.

use super::facts::{Net, Shape};
use std::collections::BTreeSet;

/// Most rings of a net; a measured net has a quarter of it.
pub const MOST_RINGS: usize = 256;
/// Most points of a ring; a measured ring has under half of it.
pub const MOST_RING_POINTS: usize = 256;
/// Most nets of a shape; the thoracic part of multifidus has 32.
pub const MOST_NETS: usize = 64;
/// Most corners of all shapes together; the built-in ones have a fourteenth of it.
pub const MOST_CORNERS: usize = 1_000_000;
/// A net counts for so many corners at least: its surface is rounded however few it has.
pub const LEAST_CORNERS_COUNTED: usize = 500;
/// How deep a place may be nested. Recipes in the data stay under ten; the limit keeps a hostile file from
/// exhausting the stack.
pub const DEEPEST_PLACE: usize = 32;
/// Most places of a line; the longest line of the data has a tenth of it.
pub const MOST_LINE_PLACES: usize = 200;
/// Most regions, each of which is laid on the skin; the data has 54.
pub const MOST_REGIONS: usize = 400;

/// No place that is written is further from the origin along an axis, millimetres.
pub const FURTHEST_MM: f32 = 2_500.0;
/// No radius of a polar ring is larger, millimetres.
pub const LARGEST_RING_RADIUS_MM: f32 = 600.0;
/// No surface reaches further along an axis, millimetres: the furthest place, and the roundness of a lid there. A
/// surface laid through wild rings would swing further.
pub const FURTHEST_SURFACE_MM: f32 = FURTHEST_MM + 100.0;
/// Largest radius of an area on the skin or of an aponeurosis, millimetres.
pub const LARGEST_AREA_RADIUS_MM: f32 = 300.0;

/// Corners of a net, as many as count against [`MOST_CORNERS`].
fn corners_counted(net: &Net) -> usize {
    let corners: usize = match net {
        Net::Rings(rings) => rings.iter().map(Vec::len).sum(),
        Net::Polar { radii_mm, .. } => radii_mm.iter().map(Vec::len).sum(),
    };
    corners.max(LEAST_CORNERS_COUNTED)
}

/// Corners of all nets of a shape, as many as count against [`MOST_CORNERS`].
#[must_use]
pub fn corners_of(shape: &Shape) -> usize {
    shape
        .nets
        .iter()
        .chain(&shape.built)
        .chain(&shape.holes)
        .map(corners_counted)
        .sum()
}

/// The shapes for which a body has no room, by the id of their structure: the largest, so that one that is out
/// of proportion does not push the others out.
pub fn without_room<'a>(shapes: impl IntoIterator<Item = &'a Shape>) -> BTreeSet<&'a str> {
    let mut sizes: Vec<(usize, &str)> = shapes
        .into_iter()
        .map(|shape| (corners_of(shape), shape.structure.as_str()))
        .collect();
    sizes.sort_unstable();
    let mut room = MOST_CORNERS;
    let fitting = sizes.iter().take_while(|(corners, _)| {
        let fits = *corners <= room;
        room = room.saturating_sub(*corners);
        fits
    });
    let fitting = fitting.count();
    sizes
        .drain(fitting..)
        .map(|(_, structure)| structure)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(structure: &str, rings: usize, points: usize) -> Shape {
        Shape {
            structure: structure.to_owned(),
            source: "OWN".to_owned(),
            nets: vec![Net::Rings(vec![vec![(0.0, 0.0, 0.0); points]; rings])],
            ..Shape::default()
        }
    }

    #[test]
    fn only_the_largest_go_where_the_room_is_used_up() {
        let mut shapes: Vec<_> = (0..20)
            .map(|n| shape(&format!("huge.{n}"), MOST_RINGS, MOST_RING_POINTS))
            .collect();
        shapes.push(shape("small", 4, 8));
        let gone = without_room(&shapes);
        assert!(!gone.contains("small"));
        // 65,536 corners each: fifteen fit.
        assert_eq!(gone.len(), 5);
        assert!(without_room(&shapes[15..]).is_empty());
    }

    #[test]
    fn a_net_of_few_corners_is_not_for_nothing() {
        let mut many = shape("many", 2, 3);
        assert_eq!(corners_of(&many), LEAST_CORNERS_COUNTED);
        many.built = many.nets.clone();
        assert_eq!(corners_of(&many), 2 * LEAST_CORNERS_COUNTED);
    }
}
