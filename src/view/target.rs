//! The image that is drawn into where there is no window.

use bevy::prelude::*;

/// The image that cameras draw into in place of a window.
#[derive(Resource, Clone)]
pub struct CaptureTarget {
    /// The image.
    pub image: Handle<Image>,
    /// Width and height in pixels.
    pub size: UVec2,
}
