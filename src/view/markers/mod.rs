//! Places the trigger points' discs and the labels on the screen; the panels draw them.

pub mod crowd;
pub mod discs;
pub mod labels;
mod mask;

use super::{
    appearance::Focus, body::Appearances, camera::CameraState, lens::Lens, turned::turned,
};
use crate::app::{
    body_mask::BodyMask,
    on_screen::{Overlay, Viewport},
    session::{Anatomy, Facts, Session, Systems, Wake},
    stage::Stage,
};
use bevy::prelude::*;

/// Keeps the overlay in step with camera, looks and selection.
pub fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        place_overlay
            .in_set(Systems::Present)
            .after(super::camera::move_camera)
            .run_if(super::body::is_whole),
    );
}

/// Brings the overlay in step.
pub fn place_overlay(
    session: Res<Session>,
    stage: Res<Stage>,
    facts: Res<Facts>,
    scene: Res<Anatomy>,
    looks: Res<Appearances>,
    camera: Res<CameraState>,
    viewport: Res<Viewport>,
    mut overlay: ResMut<Overlay>,
    mut wake: ResMut<Wake>,
) {
    if !(session.is_changed() || looks.is_changed() || camera.is_changed() || viewport.is_changed())
    {
        return;
    }
    let lens = Lens::new(camera.now, &viewport);
    let markers = if stage.body.markers {
        let picture = (&lens, &*viewport);
        discs::markers(&scene, &facts, &session, &stage, &looks, picture)
    } else {
        Vec::new()
    };
    let (labels, body) = if stage.body.labels {
        let focus = Focus::of(stage.body.subject.as_ref(), &facts);
        let picture = (&lens, &*viewport);
        let labels = labels::labels(&scene, &session.view, &focus, &looks, picture, &markers);
        (labels, mask::mask(&scene, &looks, &lens, &viewport))
    } else {
        (Vec::new(), BodyMask::default())
    };
    let turned = Some(turned(&camera.now));
    if overlay.markers != markers
        || overlay.labels != labels
        || overlay.body != body
        || overlay.turned != turned
    {
        overlay.turned = turned;
        overlay.markers = markers;
        overlay.labels = labels;
        overlay.body = body;
        // The panels are drawn after this in the same frame; what they learn late needs one more.
        wake.wake();
    }
}
