//! Which muscles of the picture have a name to show, and the spot on each that its line leads to. Where the names stand
//! the panels decide, who know how large they are.

use crate::{
    anatomy::{body::BodyStructure, scene::Scene},
    app::{
        on_screen::{LabelOnScreen, MarkerOnScreen, Viewport},
        state::ViewSettings,
    },
    model::ids::Item,
    view::{appearance::Focus, body::Appearances, lens::Lens},
};
use bevy::prelude::*;

/// Corners of a muscle that are looked at.
const CORNERS: usize = 90;
/// Least cosine between a corner's normal and the view.
const FACES_EYE: f32 = 0.2;
/// A sliver between two neighbours is no place for a label: so many corners have to be seen.
const FEWEST: usize = 7;
/// A muscle of the layer below is named with the layer on show where so much of what is turned to the eye lies open, as
/// the infraspinatus does between trapezius and deltoid. What is deeper only sticks out between the others: it is not of
/// what is on show.
const LIES_OPEN: f32 = 0.25;
/// A line does not end under a disc, nor closer to it than this, logical pixels.
const BESIDE_DISC_PX: f32 = 4.0;

/// What is seen of a muscle.
struct Seen {
    /// Places on the screen.
    places: Vec<Vec2>,
    /// Of all that is turned to the eye, 0 to 1.
    share: f32,
}

/// Names of the muscles of what is on show, each with a spot of it that is really seen.
pub fn labels(
    scene: &Scene,
    view: &ViewSettings,
    focus: &Focus,
    looks: &Appearances,
    (lens, viewport): (&Lens, &Viewport),
    markers: &[MarkerOnScreen],
) -> Vec<LabelOnScreen> {
    let layer = outermost_layer(view.depth);
    let mut labels = Vec::new();
    for (index, structure) in scene.body.structures.iter().enumerate() {
        if !structure.is_peeled() || !looks.0.get(index).is_some_and(|look| look.present()) {
            continue;
        }
        let seen = seen(scene, looks, (index, structure), lens, viewport);
        let meant =
            view.isolated.contains(&structure.id) || focus.structures.contains(&structure.id);
        let on_show =
            structure.depth <= layer || structure.depth == layer + 1 && seen.share >= LIES_OPEN;
        if !(meant || on_show) || seen.places.len() < FEWEST {
            continue;
        }
        labels.extend(anchor(&seen.places, markers).map(|anchor| LabelOnScreen {
            item: Item::Structure(structure.id.clone()),
            anchor: anchor.to_array(),
            seen_px2: extent(&seen.places),
        }));
    }
    labels
}

/// The outermost layer that is there at a depth of the peel: a layer past half-way to the next counts as gone.
fn outermost_layer(depth: f32) -> u8 {
    (depth - 0.5).ceil().max(1.0) as u8
}

fn seen(
    scene: &Scene,
    looks: &Appearances,
    (index, structure): (usize, &BodyStructure),
    lens: &Lens,
    viewport: &Viewport,
) -> Seen {
    let mesh = &structure.mesh;
    let step = (mesh.positions_mm.len() / CORNERS).max(1);
    let towards_eye = lens.orbit.direction();
    let mut turned_to_eye = 0_usize;
    let mut open = 0_usize;
    let mut places = Vec::new();
    let corners = mesh.positions_mm.iter().zip(&mesh.normals).step_by(step);
    for (at_mm, _) in corners.filter(|(_, normal)| normal.dot(towards_eye) > FACES_EYE) {
        turned_to_eye += 1;
        let hidden = scene.first_structure(*at_mm + towards_eye, towards_eye, |other, _| {
            other != index && looks.0.get(other).is_some_and(|look| look.present())
        });
        if hidden.is_some() {
            continue;
        }
        open += 1;
        let place = lens.on_screen(*at_mm);
        places.extend(place.filter(|at| viewport.contains(at.to_array())));
    }
    Seen {
        places,
        share: open as f32 / turned_to_eye.max(1) as f32,
    }
}

/// The place nearest to the middle of what is seen, beside the discs if there is such a one.
fn anchor(places: &[Vec2], markers: &[MarkerOnScreen]) -> Option<Vec2> {
    let middle = places.iter().sum::<Vec2>() / places.len().max(1) as f32;
    let under_disc = |at: Vec2| {
        markers.iter().any(|marker| {
            Vec2::from_array(marker.centre).distance(at) < marker.radius + BESIDE_DISC_PX
        })
    };
    let rank = |at: &Vec2| (under_disc(*at), at.distance_squared(middle));
    places
        .iter()
        .min_by(|a, b| {
            let (a, b) = (rank(a), rank(b));
            a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
        })
        .copied()
}

/// Area of the smallest upright box about the places.
fn extent(places: &[Vec2]) -> f32 {
    let low = places.iter().copied().reduce(Vec2::min);
    let high = places.iter().copied().reduce(Vec2::max);
    let size = high.unwrap_or_default() - low.unwrap_or_default();
    size.x * size.y
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layer_counts_until_half_way_to_the_next() {
        for (depth, layer) in [
            (0.0, 1),
            (1.0, 1),
            (1.5, 1),
            (1.6, 2),
            (2.0, 2),
            (5.0, 5),
            (6.0, 6),
        ] {
            assert_eq!(outermost_layer(depth), layer, "at {depth}");
        }
    }
}
