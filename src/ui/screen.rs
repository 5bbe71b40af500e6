//! What kind of screen the panels are laid out for, and at which sides of the body they stand. Not here: sizes of text and targets, which are [`super::tokens`]'.

use egui::{Context, Response, Ui};

/// Screens narrower than this, in points, have no room for the body beside a panel.
const UPRIGHT_WIDTH: f32 = 640.0;
/// Screens lower than this, in points, have no room for two rows of a bar and a slider under the body. No window of
/// a desktop is so low.
const LYING_HEIGHT: f32 = 480.0;

/// The kind of a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Panels stand beside the body.
    Wide,
    /// A phone held upright: a sheet is pulled up from the foot.
    Upright,
    /// A phone lying: a sheet is pulled in from the right.
    Lying,
}

impl Screen {
    /// The kind of a context's screen. A keyboard on the screen makes no other kind of it.
    #[must_use]
    pub fn of(ctx: &Context) -> Self {
        let size = ctx.viewport_rect().size();
        if size.x < UPRIGHT_WIDTH {
            Self::Upright
        } else if size.y < LYING_HEIGHT {
            Self::Lying
        } else {
            Self::Wide
        }
    }

    /// It is held in a hand.
    #[must_use]
    pub fn is_phone(self) -> bool {
        self != Self::Wide
    }
}

/// The side a panel is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// What is chosen from.
    Left,
    /// What is said about what was chosen.
    Right,
}

/// Whether a keyboard lies on the screen: it leaves less than the edges of any screen take.
pub(super) fn has_keyboard(ctx: &Context) -> bool {
    /// Points. The bar at the foot of a phone without buttons takes 34.
    const MORE_THAN_AN_EDGE: f32 = 100.0;
    ctx.viewport_rect().bottom() - ctx.content_rect().bottom() > MORE_THAN_AN_EDGE
}

/// Keeps a field that somebody writes in where it is seen, when the keyboard comes up under it.
pub(super) fn keep_above_keyboard(ui: &Ui, field: &Response) {
    if field.has_focus() && has_keyboard(ui.ctx()) {
        field.scroll_to_me(None);
    }
}
