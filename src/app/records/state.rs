//! What the application knows of the user's records, and what of them it has sent last. Not here: who changes it.

use super::command::{RecordsQuestion, Target};
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
    pub(super) painting: Slot,
    /// The answers as they were sent last.
    pub(super) answers: Slot,
    /// The answers of an earlier session are to be taken up when the time is known.
    pub(super) resume: bool,
    /// Colours of pains that wait for the skin.
    pub(super) colours: Vec<u8>,
    /// The number that the next new record gets.
    pub(super) next_draft: u64,
}

/// Something that is kept as one record while it changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Slot {
    /// Its record; none until something is sent.
    pub(super) target: Option<Target>,
    /// What was sent last, or what needs not be sent.
    pub(super) last: Option<Payload>,
}
