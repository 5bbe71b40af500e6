//! How the panels are blended: with each other, and over the picture.
//!
//! bevy_egui hands the blending colours multiplied by their opacity in the encoding of the screen, where the picture
//! is blended in linear light. What was half over something came out darker than both: grey specks at every rounded
//! corner, and thin text. Our shader takes the place of its own and multiplies in linear light. What follows for text
//! is in `ui::tokens`.

use bevy::{prelude::*, render::render_resource::BlendState, shader::Shader};
use bevy_egui::render::EGUI_SHADER_HANDLE;

/// How the finished panels are laid over the picture: their colours have been multiplied by their opacity already.
pub(super) const OVER_THE_PICTURE: BlendState = BlendState::PREMULTIPLIED_ALPHA_BLENDING;

/// Puts our shader in the place of bevy_egui's. To be called after its plugin is there.
pub(super) fn plugin(app: &mut App) {
    let shader = Shader::from_wgsl(
        include_str!("../../../assets/shaders/panels.wgsl"),
        "panels.wgsl",
    );
    let mut shaders = app.world_mut().resource_mut::<Assets<Shader>>();
    // The handle is a constant: inserting under one cannot meet a freed slot.
    if let Err(error) = shaders.insert(EGUI_SHADER_HANDLE.id(), shader) {
        error!("the shader of the panels could not be registered: {error}");
    }
}
