//! Locate on the body: what is painted, drawn on the skin, and the brush that paints it.

mod brush;
mod painted;

pub use brush::Brushing;

use crate::app::{
    modes::locate::LocateStep,
    state::{AppState, Mode},
};
use bevy::prelude::*;

/// Draws and paints.
pub fn plugin(app: &mut App) {
    app.add_plugins((painted::plugin, brush::plugin));
}

/// Whether the body is there to be painted on.
#[must_use]
pub fn is_painting(state: &AppState) -> bool {
    state.mode == Mode::Locate
        && state.locate.step == LocateStep::Painting
        && !state.locate.flat_map
}
