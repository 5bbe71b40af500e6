//! What a command has done: whether the state is another one, and what is to be done outside of it.

use super::{camera_step::CameraStep, records::RecordsEffect};
use crate::model::{
    ids::{Item, StructureId},
    link::ViewPreset,
    pose::CameraPose,
};
use jiff::Timestamp;

/// Something to be done outside of the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Turn the camera so that an item and what belongs to it are in view.
    TurnTo(Item),
    /// Turn the camera so that these structures are in view.
    TurnToBodies(Vec<StructureId>),
    /// Turn the camera so that the whole body is in view.
    LookWhole,
    /// Turn the camera to a preset.
    LookPreset(ViewPreset),
    /// Move the camera a step.
    StepCamera(CameraStep),
    /// Turn the camera to a place of its own.
    LookFrom(CameraPose),
    /// Put a text on the clipboard.
    CopyText(String),
    /// Keep the preferences for the next start.
    SavePreferences,
    /// Put the keyboard into the search field.
    FocusSearch,
    /// Keep, read or delete records, or choose a file for them.
    Records(RecordsEffect),
    /// Tell the time, by a command `Tick`.
    TellTime,
    /// Tell the time as soon as it is this, whatever the window does until then.
    WakeAt(Timestamp),
}

/// What came of a command.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// False only where the state is as it was before. Whoever watches the state looks again where it is true.
    pub changed: bool,
    /// What is to be done outside of the state, in order.
    pub effects: Vec<Effect>,
}

impl Outcome {
    /// The state may be another one; nothing is to be done outside of it.
    pub fn changed() -> Self {
        true.into()
    }

    /// The same with something to be done outside of the state.
    #[must_use]
    pub fn and(mut self, effect: Effect) -> Self {
        self.effects.push(effect);
        self
    }
}

impl From<bool> for Outcome {
    fn from(changed: bool) -> Self {
        Self {
            changed,
            effects: Vec::new(),
        }
    }
}

impl From<Effect> for Outcome {
    /// Something to be done outside of a state that stays as it is.
    fn from(effect: Effect) -> Self {
        Self::default().and(effect)
    }
}

/// Puts a value in its place; true where another one stood there.
pub fn set<T: PartialEq>(place: &mut T, value: T) -> bool {
    let changed = *place != value;
    *place = value;
    changed
}
