//! What a screen reader asks of the panels. bevy_egui tells it what there is; what it asks for (press this, put the
//! keyboard there) Bevy only writes down, and here it reaches the panels.
//!
//! A screen reader asks from a thread of its own and cannot wake the window: `shell` keeps that from sleeping long
//! while there is one.

use crate::app::session::Wake;
use bevy::{a11y::ActionRequest, prelude::*};
use bevy_egui::{EguiInput, PrimaryEguiContext, egui};

/// Hands the requests on.
pub(super) fn hand_on_requests(
    mut asked: MessageReader<ActionRequest>,
    mut inputs: Query<&mut EguiInput, With<PrimaryEguiContext>>,
    mut wake: ResMut<Wake>,
) {
    let Ok(mut input) = inputs.single_mut() else {
        return;
    };
    for ActionRequest(request) in asked.read() {
        wake.wake();
        input
            .events
            .push(egui::Event::AccessKitActionRequest(request.clone()));
    }
}
