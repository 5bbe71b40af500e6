//! Painting on the body: what is painted, drawn on the skin, and the brush that paints it.

mod brush;
mod paintings;

use bevy::prelude::*;

/// Draws and paints.
pub fn plugin(app: &mut App) {
    app.add_plugins((paintings::plugin, brush::plugin));
}
