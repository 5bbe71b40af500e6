//! Where in the picture the body lies: a coarse grid, by which labels find the ground beside it. Not for pointing.

use super::super::{body::Appearances, lens::Lens};
use crate::{
    anatomy::scene::Scene,
    app::{body_mask::BodyMask, on_screen::Viewport},
};

/// Side of a cell in logical pixels: a label is about a cell and a half high.
const CELL_PX: f32 = 14.0;
/// Corners of a structure that are looked at: enough that what lies between them in a close view is closed below.
const CORNERS: usize = 1_200;
/// Holes of so many cells between two parts of the body count as body.
const HOLE: usize = 2;

/// The cells in which something of the body is seen.
pub fn mask(scene: &Scene, looks: &Appearances, lens: &Lens, viewport: &Viewport) -> BodyMask {
    let mut mask = BodyMask::new(viewport.min, viewport.size(), CELL_PX);
    for (index, structure) in scene.body.structures.iter().enumerate() {
        if !looks.0.get(index).is_some_and(|look| look.opacity > 0.0) {
            continue;
        }
        let corners = &structure.mesh.positions_mm;
        let step = (corners.len() / CORNERS).max(1);
        for at_mm in corners.iter().step_by(step) {
            if let Some(at) = lens.on_screen(*at_mm) {
                mask.cover(at.to_array());
            }
        }
    }
    mask.close(HOLE);
    mask
}
