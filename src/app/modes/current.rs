//! The mode of the window, held so that only `modes` can write it.

use crate::model::link::Mode;
use std::ops::Deref;

/// What the window is used for. Everybody may read it; [`super::switch`] and [`super::follow`] write it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CurrentMode(Mode);

impl CurrentMode {
    pub(super) fn set(&mut self, mode: Mode) {
        self.0 = mode;
    }
}

impl Deref for CurrentMode {
    type Target = Mode;

    fn deref(&self) -> &Mode {
        &self.0
    }
}

impl PartialEq<Mode> for CurrentMode {
    fn eq(&self, other: &Mode) -> bool {
        self.0 == *other
    }
}
