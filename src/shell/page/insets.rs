//! Which edges of the canvas are not for the panels: beside a notch, under the bar of the system, under a keyboard on
//! the screen. The page tells them by the event `myomap-insets`, whose detail is JSON in CSS pixels, which are egui's
//! points; see `web/insets.js`.

use bevy::prelude::*;
use bevy_egui::{
    EguiInput, PrimaryEguiContext,
    egui::{SafeAreaInsets, epaint::MarginF32},
};
use serde::Deserialize;

/// What the page has told last.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Deserialize)]
pub struct Insets {
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

impl Insets {
    /// Takes what the page tells.
    pub fn hear(&mut self, detail: &str) {
        match serde_json::from_str::<Self>(detail) {
            Ok(told) => *self = told.within_reason(),
            Err(error) => warn!("the edges of the page cannot be read: {error}"),
        }
    }

    /// No edge is less than nothing or no number.
    fn within_reason(self) -> Self {
        let edge = |px: f32| if px.is_finite() { px.max(0.0) } else { 0.0 };
        Self {
            left: edge(self.left),
            top: edge(self.top),
            right: edge(self.right),
            bottom: edge(self.bottom),
        }
    }
}

/// Keeps the panels within them.
pub fn plugin(app: &mut App) {
    app.init_resource::<Insets>()
        .add_systems(Update, pass_on.run_if(resource_changed::<Insets>));
}

fn pass_on(insets: Res<Insets>, mut inputs: Query<&mut EguiInput, With<PrimaryEguiContext>>) {
    let Insets {
        left,
        top,
        right,
        bottom,
    } = *insets;
    for mut input in &mut inputs {
        input.safe_area_insets = Some(SafeAreaInsets(MarginF32 {
            left,
            right,
            top,
            bottom,
        }));
    }
}
