//! Locate: the user paints where it hurts, and the trigger points that refer pain there are ranked.
//!
//! Not here: the ranking itself (`study::locate`), the brush on the body (`view`) and the panels
//! (`ui::modes::locate`).

pub mod apply;
mod aside;
pub mod command;
pub mod link;
pub mod located;
#[cfg(feature = "window")]
pub mod preparation;
pub mod questions;
pub mod stage;
pub mod state;
#[cfg(test)]
mod tests;

pub use command::LocateCommand;
pub use located::{Located, Together};
pub use questions::AskedGroup;
pub use state::{
    Answers, BRUSH_MM, Brush, CHOSEN, LocateState, LocateStep, PAIN_COLOURS, Pain, Paintings,
};
