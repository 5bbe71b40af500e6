//! Long work beside the running window: on a thread of its own, or in the browser, which has one thread for
//! everything, a piece of it in every update.

use bevy::platform::time::Instant;
use std::{
    sync::{
        Mutex,
        mpsc::{Receiver, TryRecvError, channel},
    },
    time::Duration,
};

/// Pieces are done for so long in an update: the page still answers, and little is lost to drawing.
const AT_ONCE: Duration = Duration::from_millis(35);

/// A piece of the work is done.
#[derive(Debug)]
pub enum Piece<T> {
    /// There is more of it; how much of all is done, 0 to 1, where that is known.
    More(Option<f32>),
    /// It was the last, and this has come of it.
    Last(T),
}

/// What has come of the work so far.
#[derive(Debug, PartialEq)]
pub enum Outcome<T> {
    /// It goes on; how much of it is done, 0 to 1, where that is known.
    Working(Option<f32>),
    /// It is done.
    Done(T),
    /// It has ended without a result, or had been done before.
    Failed,
}

type Pieces<T> = Box<dyn FnMut() -> Piece<T> + Send + Sync>;

/// The work. Only one of its two forms is run: the whole where there are threads, else the pieces.
pub struct BackgroundTask<T>(Form<T>);

enum Form<T> {
    Thread(Option<Mutex<Receiver<T>>>),
    Pieces(Option<Pieces<T>>),
}

impl<T: Send + 'static> BackgroundTask<T> {
    /// Begins the work, told both as a whole and in pieces.
    pub fn new(
        whole: impl FnOnce() -> T + Send + 'static,
        piece: impl FnMut() -> Piece<T> + Send + Sync + 'static,
    ) -> Self {
        if cfg!(target_arch = "wasm32") {
            Self::in_pieces(piece)
        } else {
            Self::on_thread(whole)
        }
    }

    fn on_thread(whole: impl FnOnce() -> T + Send + 'static) -> Self {
        let (send, receive) = channel();
        std::thread::spawn(move || {
            // The window may be gone before the work is done: then nobody waits for it.
            send.send(whole()).ok();
        });
        Self(Form::Thread(Some(Mutex::new(receive))))
    }

    fn in_pieces(piece: impl FnMut() -> Piece<T> + Send + Sync + 'static) -> Self {
        Self(Form::Pieces(Some(Box::new(piece))))
    }

    /// Goes on with the pieces for a while, or asks the thread.
    pub fn go_on(&mut self) -> Outcome<T> {
        match &mut self.0 {
            Form::Thread(thread) => {
                let Some(receive) = thread else {
                    return Outcome::Failed;
                };
                let received = receive
                    .get_mut()
                    .map_or(Err(TryRecvError::Disconnected), |receive| {
                        receive.try_recv()
                    });
                match received {
                    Ok(result) => {
                        // Whether the thread has ended by now or not.
                        *thread = None;
                        Outcome::Done(result)
                    }
                    Err(TryRecvError::Empty) => Outcome::Working(None),
                    Err(TryRecvError::Disconnected) => Outcome::Failed,
                }
            }
            Form::Pieces(pieces) => {
                let Some(piece) = pieces else {
                    return Outcome::Failed;
                };
                let begun = Instant::now();
                loop {
                    match piece() {
                        Piece::Last(result) => {
                            *pieces = None;
                            return Outcome::Done(result);
                        }
                        Piece::More(share) if begun.elapsed() >= AT_ONCE => {
                            return Outcome::Working(share);
                        }
                        Piece::More(_) => {}
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn result_of<T: Send + 'static>(mut work: BackgroundTask<T>) -> (T, Outcome<T>) {
        loop {
            match work.go_on() {
                Outcome::Done(result) => return (result, work.go_on()),
                Outcome::Working(_) => std::thread::yield_now(),
                Outcome::Failed => panic!("it failed"),
            }
        }
    }

    #[test]
    fn both_forms_come_to_their_end_once() {
        assert_eq!(
            result_of(BackgroundTask::on_thread(|| 7)),
            (7, Outcome::Failed)
        );
        let mut left = 20;
        let pieces = BackgroundTask::in_pieces(move || {
            left -= 1;
            match left {
                0 => Piece::Last("done"),
                _ => Piece::More(Some(0.5)),
            }
        });
        assert_eq!(result_of(pieces), ("done", Outcome::Failed));
    }

    #[test]
    fn a_thread_that_ends_badly_is_told() {
        let mut work: BackgroundTask<u8> = BackgroundTask::on_thread(|| panic!("on purpose"));
        loop {
            match work.go_on() {
                Outcome::Failed => break,
                Outcome::Working(_) => std::thread::yield_now(),
                Outcome::Done(_) => panic!("nothing can have come of it"),
            }
        }
    }
}
