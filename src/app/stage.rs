//! What the window shows and what pointer and keys mean, as one plain value.
//!
//! `app::modes` works it out from the state; the picture (`view`) and the panels (`ui`) render it and need not
//! know which modes there are. Not here: what is said about a thing (the documents), and the view's own numbers
//! (depth, side, hidden structures), which all modes share and which stand in [`super::state::ViewSettings`].

use super::{commands::AppCommand, no_go::NoGoOnShow};
use crate::{
    locale::Key,
    model::ids::{Item, PointId},
    study::locate::painting::Paint,
};

/// What is on show.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "window", derive(bevy::prelude::Resource))]
pub struct Stage {
    /// What the picture shows of the body.
    pub body: BodyOnStage,
    /// What the pointer does over the body.
    pub pointer: PointerUse,
    /// Which parts of the window are there.
    pub panels: Panels,
    /// What the lowest line of the window says.
    pub status: StatusLine,
    /// Which keys act.
    pub keys: Keymap,
    /// The way back that stands above the card.
    pub way_back: Option<WayBack>,
}

/// A way back to something that waits meanwhile.
#[derive(Clone, Debug, PartialEq)]
pub struct WayBack {
    /// Where it leads.
    pub says: Key,
    /// What goes there.
    pub command: AppCommand,
}

/// What the picture shows of the body.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BodyOnStage {
    /// Something lies over all of it: nothing is drawn over it nor pointed at there.
    pub covered: bool,
    /// What is seen of it.
    pub surface: Surface,
    /// What the picture is about: it stands out, and the rest steps back.
    pub subject: Option<Item>,
    /// The point or region whose pain pattern is drawn.
    pub pattern: Option<Item>,
    /// The areas drawn where no tool belongs.
    pub no_go: Vec<NoGoOnShow>,
    /// Discs of trigger points.
    pub markers: bool,
    /// Names of muscles.
    pub labels: bool,
    /// What the user has painted.
    pub paintings: Vec<PaintingOnStage>,
    /// In place of the current painting: where it and a point's pattern agree.
    pub comparison: Option<Comparison>,
    /// Whether the body is ready for all of this.
    pub preparation: Preparation,
}

/// What is seen of the body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Surface {
    /// Its layers, peeled to the depth and without what is hidden.
    #[default]
    Peeled,
    /// Its whole skin, whatever is peeled or hidden.
    Skin,
}

/// A painting on the skin.
#[derive(Clone, Debug, PartialEq)]
pub struct PaintingOnStage {
    /// The number it keeps as long as it is there.
    pub id: u32,
    /// Which of the theme's colours of pains.
    pub colour: u8,
    /// It is the one that is painted.
    pub current: bool,
    /// What is painted.
    pub paint: Paint,
}

/// A painting beside the pattern of a point.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The point.
    pub point: PointId,
    /// Which of the theme's colours of pains the painting has.
    pub colour: u8,
    /// What is painted.
    pub paint: Paint,
}

/// Whether the body is ready for what is to be drawn on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Preparation {
    /// It is, or nothing needs it to be.
    #[default]
    Ready,
    /// It will be.
    Underway,
    /// It could not be made so.
    Failed,
}

/// What the pointer does over the body. A drag that begins where a press does nothing turns the body.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PointerUse {
    /// A press with the left button or a finger.
    pub press: Press,
    /// A drag with the right button.
    pub secondary_drag: Drag,
    /// A right click and a long press open the menu of what is under the pointer.
    pub opens_menu: bool,
}

/// What a press on the body does.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Press {
    /// Let go where it began, it selects.
    #[default]
    Selects,
    /// It paints the skin until it is let go.
    Paints(BrushOnStage),
    /// Nothing but turn the body.
    Nothing,
}

/// The brush in hand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BrushOnStage {
    /// From its middle to its rim along the skin, millimetres.
    pub radius_mm: f32,
    /// It takes paint away.
    pub erases: bool,
}

/// What a drag does with the body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drag {
    /// Moves it across the picture.
    #[default]
    Pans,
    /// Turns it.
    Turns,
}

/// Which parts of the window are there. The mode's own panels are not among them: it draws them itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Panels {
    /// The status line.
    pub status_line: bool,
    /// The depth slider.
    pub depth_bar: bool,
    /// The presets of the camera.
    pub presets: bool,
    /// The switch of sides.
    pub sides: bool,
    /// What the button that folds the left panel is about.
    pub left: LeftPanel,
    /// The button that folds the panel at the right.
    pub right_fold: bool,
    /// The coach marks of the first start.
    pub coach_marks: bool,
}

impl Default for Panels {
    fn default() -> Self {
        Self {
            status_line: true,
            depth_bar: true,
            presets: true,
            sides: true,
            left: LeftPanel::default(),
            right_fold: true,
            coach_marks: true,
        }
    }
}

/// What lies in the left panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LeftPanel {
    /// The layers of the body.
    #[default]
    Layers,
    /// The tools that paint.
    Painting,
    /// A table of contents.
    Contents,
}

/// What the lowest line of the window says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatusLine {
    /// At the left, while nothing is pointed at or waited for.
    pub idle: Idle,
    /// At the right: what mouse and keys do now.
    pub by_mouse: Vec<Key>,
    /// The same for fingers.
    pub by_fingers: Vec<Key>,
}

/// What the status line says of what is on show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Idle {
    /// The layer that the body is peeled to.
    #[default]
    Layer,
    /// These words.
    Says(Key),
    /// Nothing.
    Nothing,
}

/// Which keys act. A key of what is not in sight does nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Keymap {
    /// 1 to 8 turn to the presets, and arrows, plus and minus move the camera.
    pub presets: bool,
    /// H, I, G, F, L, Alt+H, the brackets and Page Up and Down change what is seen of the structures.
    pub structures: bool,
    /// Ctrl+Z takes a step back.
    pub undo: Option<AppCommand>,
    /// Ctrl+Y and Ctrl+Shift+Z do it again.
    pub redo: Option<AppCommand>,
    /// Escape, where nothing else takes it.
    pub escape: Option<AppCommand>,
    /// The left arrow.
    pub previous: Option<AppCommand>,
    /// The right arrow.
    pub next: Option<AppCommand>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self {
            presets: true,
            structures: true,
            undo: None,
            redo: None,
            escape: None,
            previous: None,
            next: None,
        }
    }
}
