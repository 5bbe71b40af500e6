//! The places in the window that can be gone back to, whatever mode they are in.
//!
//! A place is what was looked at: the mode, what was selected, and from where. What a mode keeps of its own (a
//! painting, the section read last) it keeps by itself, and shows it when it is come back to.
//!
//! Not here: where the user is, and coming back (`apply::select`).

use super::effects::Effect;
use crate::model::{
    ids::Item,
    link::{Mode, ViewPreset},
    pose::CameraPose,
};

/// Places that can be gone back to.
const LONGEST_HISTORY: usize = 100;

/// From where the body is looked at; neither where the selection itself turns the camera.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sight {
    /// The preset last gone to.
    pub preset: Option<ViewPreset>,
    /// Where the camera had come to rest.
    pub camera: Option<CameraPose>,
}

impl Sight {
    /// What turns the camera so; none where the selection does.
    #[must_use]
    pub fn effect(&self) -> Option<Effect> {
        match (self.camera, self.preset) {
            (Some(pose), _) => Some(Effect::LookFrom(pose)),
            (None, Some(preset)) => Some(Effect::LookPreset(preset)),
            (None, None) => None,
        }
    }
}

/// What was looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// What the window was used for.
    pub mode: Mode,
    /// What was selected.
    pub selection: Option<Item>,
    /// How deep the body was peeled.
    pub depth: f32,
    /// From where it was looked at.
    pub sight: Sight,
}

impl Place {
    /// Whether something else is looked at there, not only from elsewhere.
    fn is_elsewhere(&self, other: &Self) -> bool {
        self.mode != other.mode || self.selection != other.selection
    }

    /// Whether anybody would come back here from `other`: with nothing selected there is nothing to see again but
    /// the mode.
    fn is_worth_coming_back_to(&self, other: &Self) -> bool {
        self.is_elsewhere(other) && (self.selection.is_some() || self.mode != other.mode)
    }
}

/// Where the user has been.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// Earlier places, the latest last.
    back: Vec<Place>,
    /// Places gone back from, the nearest last.
    forward: Vec<Place>,
}

impl History {
    /// Keeps where the user was, if they have gone elsewhere from there: to `now`.
    pub fn remember(&mut self, before: Place, now: &Place) {
        if !before.is_elsewhere(now) {
            return;
        }
        self.forward.clear();
        if before.is_worth_coming_back_to(now) {
            self.back.push(before);
        }
        if self.back.len() > LONGEST_HISTORY {
            self.back.remove(0);
        }
    }

    /// True where there is something to go back to.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        !self.back.is_empty()
    }

    /// True where something was gone back from.
    #[must_use]
    pub fn can_go_forward(&self) -> bool {
        !self.forward.is_empty()
    }

    /// The place before `now`, which can be gone forward to then.
    pub fn back_from(&mut self, now: Place) -> Option<Place> {
        let place = self.back.pop()?;
        if now.is_worth_coming_back_to(&place) {
            self.forward.push(now);
        }
        Some(place)
    }

    /// The place that was gone back from last.
    pub fn forward_from(&mut self, now: Place) -> Option<Place> {
        let place = self.forward.pop()?;
        if now.is_worth_coming_back_to(&place) {
            self.back.push(now);
        }
        Some(place)
    }

    /// The latest place in a mode, over all that was looked at since; that can be gone forward to then.
    pub fn back_to(&mut self, mode: Mode, now: Place) -> Option<Place> {
        let at = self.back.iter().rposition(|place| place.mode == mode)?;
        self.forward.push(now);
        let mut since = self.back.split_off(at);
        let place = since.remove(0);
        self.forward.extend(since.into_iter().rev());
        Some(place)
    }

    /// From where the body was looked at last in a mode.
    #[must_use]
    pub fn last_sight_in(&self, mode: Mode) -> Option<Sight> {
        let newest_first = self.back.iter().rev().chain(&self.forward);
        let mut there = newest_first.filter(|place| place.mode == mode);
        there.next().map(|place| place.sight.clone())
    }
}
