//! A step of the camera, as a key or a button asks for one.
//!
//! Not here: where the camera stands, which is the picture's (`view::orbit`).

/// By how much the camera moves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CameraStep {
    /// The body turns, in degrees: to the right, and upwards.
    Turn([f32; 2]),
    /// The body moves across the picture, in shares of the picture's height: to the right, and upwards.
    Pan([f32; 2]),
    /// The body grows by this factor, above 1, or shrinks, below 1; about the middle of the picture.
    Zoom(f32),
}

impl CameraStep {
    /// A step that leads somewhere: its numbers are finite, and a factor is above 0.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        match self {
            Self::Turn(by) | Self::Pan(by) => by.iter().all(|number| number.is_finite()),
            Self::Zoom(factor) => factor.is_finite() && *factor > 0.0,
        }
    }
}
