//! A folder of journals with a thread of its own: the window never waits for the disk.

use super::{RecordFolder, RecordReply, RecordRequest, RecordStore, RecordStoreError, TakenOver};
use crate::records::Clock;
use std::{
    io,
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
    thread::{self, JoinHandle},
};

/// Keeps records in a folder, beside the window.
pub struct RecordThread {
    /// None once it is told to end.
    requests: Option<Sender<RecordRequest>>,
    replies: Receiver<RecordReply>,
    thread: Option<JoinHandle<()>>,
}

impl RecordThread {
    /// Starts the thread; `wake` is called after every answer.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub fn start(
        folder: RecordFolder,
        clock: Arc<dyn Clock>,
        wake: impl Fn() + Send + 'static,
    ) -> io::Result<Self> {
        let (requests, asked) = channel();
        let (answer, replies) = channel();
        let mut folder = folder;
        let work = move || {
            for request in asked {
                // Nobody is left to hear it when the window is closing; it is done all the same.
                answer.send(answered(&mut folder, request, &*clock)).ok();
                wake();
            }
        };
        let thread = thread::Builder::new().name("records".into()).spawn(work)?;
        Ok(Self {
            requests: Some(requests),
            replies,
            thread: Some(thread),
        })
    }
}

impl RecordStore for RecordThread {
    fn ask(&mut self, request: RecordRequest) {
        if let Some(requests) = &self.requests {
            // The thread ends only with the store itself: there is always somebody to receive.
            requests.send(request).ok();
        }
    }

    fn replies(&mut self) -> Vec<RecordReply> {
        self.replies.try_iter().collect()
    }
}

/// What was asked for is done before the program ends.
impl Drop for RecordThread {
    fn drop(&mut self) {
        self.requests = None;
        if let Some(thread) = self.thread.take() {
            // It does not panic, and there is nothing to do if it did.
            thread.join().ok();
        }
    }
}

fn answered(folder: &mut RecordFolder, request: RecordRequest, clock: &dyn Clock) -> RecordReply {
    done(folder, request, clock).unwrap_or_else(RecordReply::Failed)
}

fn done(
    folder: &mut RecordFolder,
    request: RecordRequest,
    clock: &dyn Clock,
) -> Result<RecordReply, RecordStoreError> {
    Ok(match request {
        RecordRequest::Load => RecordReply::Loaded(folder.load()?),
        RecordRequest::Put(record) => {
            folder.put(&record)?;
            RecordReply::Saved(record)
        }
        RecordRequest::Delete(ids) => {
            folder.delete(&ids, &clock.now())?;
            RecordReply::Deleted(ids)
        }
        RecordRequest::DeleteEverything => {
            folder.delete_everything()?;
            RecordReply::EverythingDeleted
        }
        RecordRequest::BackUp => {
            let at = clock.now();
            let (bytes, _) = folder.back_up(&at)?;
            RecordReply::BackedUp { bytes, at }
        }
        RecordRequest::TakeOver(bytes) => {
            let merge = folder.take_over(&bytes)?;
            RecordReply::TakenOver(TakenOver::from(&merge), folder.load()?)
        }
    })
}
