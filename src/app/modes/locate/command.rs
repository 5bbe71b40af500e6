//! What can be asked of Locate.

use super::state::Brush;
use crate::{
    app::stroke::Stroke,
    locale::Message,
    model::ids::{PointId, RegionId},
    study::locate::skin::PaintSkin,
};
use std::sync::Arc;

/// A request to Locate. Pains are named by their [`super::Pain::id`].
#[derive(Clone, Debug, PartialEq)]
pub enum LocateCommand {
    /// Tick an answer to a warning sign, or take it back.
    Answer {
        /// The answer, e.g. `RF01/sweating`.
        answer: String,
        /// It applies.
        ticked: bool,
    },
    /// The group of questions on show is answered: on to the next, after the last to the list, or to the advice.
    FinishQuestions,
    /// To the group of questions before; from the first one back to the painting.
    BackAGroup,
    /// To the questions about what is painted; earlier answers stay.
    ReviewQuestions,
    /// Begin anew: nothing answered, nothing painted. Undo takes it back.
    StartAgain,
    /// Another pain.
    AddPain,
    /// Take a pain away, with its painting.
    RemovePain(u32),
    /// Paint this pain.
    ChoosePain(u32),
    /// Name a pain.
    NamePain(u32, String),
    /// Give a pain one of the colours.
    ColourPain(u32, u8),
    /// Another brush; what is out of range is brought into it.
    SetBrush(Brush),
    /// A step of a stroke over the flat map.
    Stroke(Stroke),
    /// Paint a region whole with the brush's strength, or take it away where it is chosen already or the
    /// brush erases.
    ToggleRegion(RegionId),
    /// Take the last step on the current pain back; where there is none, the opening of a link that replaced
    /// what was painted, or the new beginning.
    Undo,
    /// Do it again.
    Redo,
    /// Take all paint of the current pain away, as one step.
    Clear,
    /// Show the flat map in place of the body, or the body again.
    ShowFlatMap(bool),
    /// The pointer or the keyboard is on a result, or on none.
    Hover(Option<PointId>),
    /// Show the fewest points for all pains.
    ExplainAll(bool),
    /// The body is prepared to be painted on.
    SkinReady(Arc<PaintSkin>),
    /// The body could not be prepared, and why.
    SkinFailed(Message),
    /// Try again to prepare the body.
    PrepareAgain,
    /// Put a text on the clipboard: the painting as a file.
    CopyPainting(String),
}
