//! Whether the pointer is the panels' or the body's.

use crate::app::on_screen::Viewport;
use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiInput, PrimaryEguiContext, egui};

/// Which part of the window the panels took in the last pass.
#[derive(Resource, Default)]
pub struct PanelArea {
    /// What they left for the body.
    pub body: Option<egui::Rect>,
    /// Something lies over all of the body.
    pub covered: bool,
    /// Labels on the body: a press there is not on the body.
    pub labels: Vec<egui::Rect>,
}

impl PanelArea {
    /// A panel, a menu or a floating thing has the pointer where it is, or a drag that began on one.
    pub fn has_pointer(&self, context: &egui::Context, at: Option<egui::Pos2>) -> bool {
        if self.covered || context.egui_is_using_pointer() {
            return true;
        }
        let Some(at) = at else {
            return false;
        };
        let floating = || {
            context
                .layer_id_at(at)
                .is_some_and(|layer| layer.order != egui::Order::Background)
        };
        self.body.is_some_and(|body| !body.contains(at))
            || self.labels.iter().any(|label| label.contains(at))
            || floating()
    }
}

/// Finds out who owns the pointer before presses are read. It may have moved from a panel to the body since the last
/// pass, and egui processes this frame's input only in the next one.
pub fn find_pointer_owner(
    mut contexts: EguiContexts,
    inputs: Query<&EguiInput, With<PrimaryEguiContext>>,
    area: Res<PanelArea>,
    viewport: ResMut<Viewport>,
) -> Result {
    let events = &inputs.single()?.events;
    let moved_to = events.iter().rev().find_map(|event| match event {
        egui::Event::PointerMoved(at) | egui::Event::PointerButton { pos: at, .. } => Some(*at),
        _ => None,
    });
    let context = contexts.ctx_mut()?;
    let at = moved_to.or_else(|| context.pointer_latest_pos());
    let has_pointer = area.has_pointer(context, at);
    viewport
        .map_unchanged(|viewport| &mut viewport.pointer_taken)
        .set_if_neq(has_pointer);
    Ok(())
}
