//! Keeping what the user records, if the user says so: what is sent to the store, and what came back.
//!
//! The store answers later; what it holds is known here as it last said. What is kept of Locate is worked out
//! after each command that changes it ([`follow`]), and sent only where it is something else than what was sent
//! last. Not here: files and the browser's database (`store::records`), and the clock, which tells the time by
//! [`super::commands::AppCommand::Tick`].

mod apply;
mod command;
mod follow;
mod locate;
mod messages;
mod resume;
mod state;
#[cfg(test)]
mod tests;

pub use apply::apply;
pub use command::{BackupFault, RecordsCommand, RecordsEffect, RecordsQuestion, Target};
pub use follow::{Change, follow};
pub use messages::{problem, reason};
pub use resume::tick;
pub use state::RecordsState;

use state::Slot;
