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
#[cfg(test)]
mod tests;

pub use apply::apply;
pub use command::{RecordsCommand, RecordsEffect, RecordsQuestion, Target};
pub use follow::{Change, follow};
pub use messages::problem;
pub use resume::tick;

use crate::{
    records::{Payload, Records, ZonedTime},
    store::records::{FaultAt, RecordStoreError},
};
use std::sync::Arc;

/// What is known of the user's records.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RecordsState {
    /// The records, as the store last told.
    pub all: Arc<Records>,
    /// The store has told what it holds.
    pub loaded: bool,
    /// The folder where they are; empty for the browser.
    pub place: String,
    /// When a backup was last made, where that is known.
    pub backed_up: Option<ZonedTime>,
    /// Whether the browser has promised not to delete them by itself; none where nobody would.
    pub is_persistent: Option<bool>,
    /// Lines that could not be read.
    pub faults: Vec<FaultAt>,
    /// When something was last saved in this session.
    pub saved_at: Option<ZonedTime>,
    /// Why the last thing was not saved; none once something is saved again.
    pub problem: Option<RecordStoreError>,
    /// The list is on show.
    pub list_open: bool,
    /// What the user is being asked.
    pub question: Option<RecordsQuestion>,
    /// The painting as it was sent last.
    painting: Slot,
    /// The answers as they were sent last.
    answers: Slot,
    /// The answers of an earlier session are to be taken up when the time is known.
    resume: bool,
    /// Colours of pains that wait for the skin.
    colours: Vec<u8>,
    /// The number that the next new record gets.
    next_draft: u64,
}

/// Something that is kept as one record while it changes.
#[derive(Clone, Debug, Default, PartialEq)]
struct Slot {
    /// Its record; none until something is sent.
    target: Option<Target>,
    /// What was sent last, or what needs not be sent.
    last: Option<Payload>,
}
