//! What can be asked of Locate.

use super::Brush;
use crate::{
    model::{
        facts::Urgency,
        ids::{PointId, RegionId},
    },
    study::locate::skin::PaintSkin,
};
use std::sync::Arc;

/// A request to Locate. Pains are named by their [`super::Pain::id`].
#[derive(Clone, Debug, PartialEq)]
pub enum LocateCommand {
    /// Say yes to a warning sign, with how soon it must be seen; none takes it back.
    Answer {
        /// Id of the sign.
        flag: String,
        /// One of the exits that the sign has.
        exit: Option<Urgency>,
    },
    /// The questions are answered: on to painting, or to the advice.
    FinishQuestions,
    /// Back to the questions; the answers stay.
    ReviewQuestions,
    /// Begin anew: nothing answered, nothing painted.
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
    /// The pointer is down: what is painted until [`LocateCommand::EndStroke`] is one step to take back.
    StartStroke,
    /// Samples under the brush: painted, or erased, as the brush says; the other side as well where it mirrors.
    /// Outside of a stroke it is a step of its own.
    Paint(Arc<[u32]>),
    /// The pointer is up.
    EndStroke,
    /// Paint a region whole with the brush's strength, or take it away where it is chosen already or the
    /// brush erases.
    ToggleRegion(RegionId),
    /// Take the last step on the current pain back.
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
    /// Put a text on the clipboard: the painting as a file.
    CopyPainting(String),
}
