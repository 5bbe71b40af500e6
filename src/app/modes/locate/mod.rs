//! Locate: the user paints where it hurts, and the trigger points that refer pain there are ranked.
//!
//! Not here: the ranking itself (`study::locate`), the brush on the body (`view`) and the panels
//! (`ui::modes::locate`).

mod apply;
mod command;
mod link;
mod located;
#[cfg(feature = "window")]
pub mod preparation;
mod state;
#[cfg(test)]
mod tests;

pub use apply::apply;
pub use command::LocateCommand;
pub use link::{links_of, restore};
pub use located::{Located, Together};
pub use state::{BRUSH_MM, Brush, CHOSEN, LocateState, LocateStep, PAIN_COLOURS, Pain};
