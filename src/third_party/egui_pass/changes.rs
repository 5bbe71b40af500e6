//! Whether the panels look otherwise than in the frame before: only then is a frame drawn for them.

use crate::view::still::Drawing;
use bevy::prelude::*;
use bevy_egui::{EguiRenderOutput, egui};

/// Tells the picture that the panels look otherwise than in the frame before.
pub fn note_changed_panels(
    outputs: Query<&EguiRenderOutput>,
    mut before: Local<Vec<egui::ClippedPrimitive>>,
    mut drawing: ResMut<Drawing>,
) {
    let Ok(output) = outputs.single() else {
        return;
    };
    if !output.textures_delta.is_empty() {
        drawing.changed = true;
    }
    let alike = before.len() == output.paint_jobs.len()
        && before
            .iter()
            .zip(&output.paint_jobs)
            .all(|(a, b)| a.clip_rect == b.clip_rect && draws_the_same(&a.primitive, &b.primitive));
    if !alike {
        drawing.changed = true;
        before.clone_from(&output.paint_jobs);
    }
}

fn draws_the_same(a: &egui::epaint::Primitive, b: &egui::epaint::Primitive) -> bool {
    match (a, b) {
        (egui::epaint::Primitive::Mesh(a), egui::epaint::Primitive::Mesh(b)) => a == b,
        // What a callback draws is its own business: never taken for the same.
        _ => false,
    }
}
