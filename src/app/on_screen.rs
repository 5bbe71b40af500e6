//! What the picture and the panels tell each other about the screen, as plain data:
//! the picture's place, and the markers and labels that the panels draw over it.

use super::body_mask::BodyMask;
use crate::{locale::Key, model::ids::Item};

/// The part of the window that shows the body, in logical pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(feature = "window", derive(bevy::prelude::Resource))]
pub struct Viewport {
    /// Left upper corner.
    pub min: [f32; 2],
    /// Right lower corner.
    pub max: [f32; 2],
    /// A panel has the pointer.
    pub pointer_taken: bool,
    /// A text field has the keyboard.
    pub keyboard_taken: bool,
}

impl Viewport {
    /// Width and height in logical pixels.
    pub fn size(&self) -> [f32; 2] {
        [
            (self.max[0] - self.min[0]).max(1.0),
            (self.max[1] - self.min[1]).max(1.0),
        ]
    }

    /// Whether a place in the window lies over the body's picture.
    pub fn contains(&self, at: [f32; 2]) -> bool {
        (0..2).all(|axis| at[axis] >= self.min[axis] && at[axis] <= self.max[axis])
    }
}

/// A trigger point's disc on the screen, nearest last.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkerOnScreen {
    /// The point.
    pub item: Item,
    /// What stands in it.
    pub mark: String,
    /// Where the point is, in logical pixels of the window.
    pub spot: [f32; 2],
    /// Centre of the disc, which may have given way to others, in logical pixels of the window.
    pub centre: [f32; 2],
    /// Rim as a closed polygon in logical pixels, tilted as it lies on the body.
    pub rim: Vec<[f32; 2]>,
    /// Radius in logical pixels.
    pub radius: f32,
    /// Where the point is no spot but an area: its rim about the spot, as `rim`. Empty for a spot.
    pub area: Vec<[f32; 2]>,
    /// Seen through tissue.
    pub deep: bool,
    /// How it is drawn.
    pub look: MarkerLook,
}

impl MarkerOnScreen {
    /// Its spot lies outside of the disc: a line leads there.
    #[must_use]
    pub fn is_led(&self) -> bool {
        let [x, y] = [0, 1].map(|axis| self.centre[axis] - self.spot[axis]);
        x.hypot(y) > self.radius
    }
}

/// How a marker is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkerLook {
    /// Of another muscle than what is selected: hollow and faint.
    Faded,
    /// Seen through tissue: hollow.
    Deep,
    /// On the surface.
    Plain,
    /// Under the pointer.
    Hovered,
    /// Selected.
    Selected,
}

/// A label with its leader line.
#[derive(Clone, Debug, PartialEq)]
pub struct LabelOnScreen {
    /// What it names.
    pub item: Item,
    /// The place on the structure, logical pixels.
    pub anchor: [f32; 2],
    /// How much of it is seen, in square pixels, roughly: the larger ones are named first.
    pub seen_px2: f32,
}

/// The brush over the skin.
#[derive(Clone, Debug, PartialEq)]
pub struct BrushOnScreen {
    /// Its rim as it lies on the skin, logical pixels.
    pub rim: Vec<[f32; 2]>,
    /// It takes paint away.
    pub erases: bool,
}

/// A side of the body in its picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// The body's own left.
    Left,
    /// The body's own right.
    Right,
    /// Its front.
    Front,
    /// Its back.
    Back,
}

/// From where the body is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeenFrom {
    /// Its own left.
    Left,
    /// Its own right.
    Right,
    /// Its front.
    Front,
    /// Its back.
    Behind,
    /// Its head.
    Above,
    /// Its feet.
    Below,
}

/// How the body is turned to the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turned {
    /// What lies at the left edge of the picture, and what at the right one.
    pub edges: [Edge; 2],
    /// From where it is seen most.
    pub seen_from: SeenFrom,
    /// And from where besides, where the view is oblique.
    pub and_from: Option<SeenFrom>,
}

/// What is drawn over the picture.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "window", derive(bevy::prelude::Resource))]
pub struct Overlay {
    /// Markers, farthest first.
    pub markers: Vec<MarkerOnScreen>,
    /// Labels.
    pub labels: Vec<LabelOnScreen>,
    /// Where the body lies, while there are labels.
    pub body: BodyMask,
    /// The brush, while it is over skin that can be painted.
    pub brush: Option<BrushOnScreen>,
    /// How the body is turned to the eye; none before there is a body.
    pub turned: Option<Turned>,
    /// What is said of the body's loading; none when all is there.
    pub loading: Option<Key>,
    /// How much of the body is loaded, 0 to 1, where that is known.
    pub loaded: Option<f32>,
}
