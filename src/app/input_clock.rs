//! When a press was made, as near as can be known.
//!
//! The window hears of a press only between two updates. One that has woken it was made just now; one that waited for
//! an update to end was made somewhere during it, which may have taken longer than a double click does. The clock
//! then stands at the beginning of that update: the earliest time at which the press can have been made.
//! Not here: what time of day it is (`records::Clock`).

use bevy::{platform::time::Instant, prelude::*, time::TimeSystems};

/// The window has slept when nothing was done for so long, in seconds: what it hears then has woken it.
const SLEPT_SECONDS: f64 = 0.002;

/// The time to be given to what is heard in this update.
#[derive(Resource, Debug, Default)]
pub struct InputClock {
    /// The first update's beginning: the clock's zero.
    zero: Option<Instant>,
    began: f64,
    ended: f64,
    now: f64,
}

impl InputClock {
    /// When what is heard in this update was made, in seconds since the start.
    #[must_use]
    pub fn seconds(&self) -> f64 {
        self.now
    }

    /// An update begins.
    pub fn begin(&mut self, at: Instant) {
        let zero = *self.zero.get_or_insert(at);
        let at = at.saturating_duration_since(zero).as_secs_f64();
        self.now = match at - self.ended >= SLEPT_SECONDS {
            true => at,
            // It never goes back.
            false => self.began.max(self.now),
        };
        self.began = at;
    }

    /// It ends.
    pub fn end(&mut self, at: Instant) {
        if let Some(zero) = self.zero {
            self.ended = at.saturating_duration_since(zero).as_secs_f64();
        }
    }
}

/// Keeps the clock.
pub fn plugin(app: &mut App) {
    app.init_resource::<InputClock>()
        .add_systems(First, begin.before(TimeSystems))
        .add_systems(Last, end);
}

fn begin(mut clock: ResMut<InputClock>) {
    clock.begin(Instant::now());
}

fn end(mut clock: ResMut<InputClock>) {
    clock.end(Instant::now());
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    /// The times given to presses heard in updates that begin and end at these times, in milliseconds.
    fn given(updates: &[(u64, u64)]) -> Vec<f64> {
        let zero = Instant::now();
        let at = |milliseconds| zero + Duration::from_millis(milliseconds);
        let mut clock = InputClock::default();
        let times = updates.iter().map(|&(begin, end)| {
            clock.begin(at(begin));
            clock.end(at(end));
            clock.seconds()
        });
        times.collect()
    }

    #[test]
    fn a_press_that_wakes_the_window_was_made_then() {
        assert_eq!(given(&[(0, 5), (400, 410), (900, 905)]), [0.0, 0.4, 0.9]);
    }

    #[test]
    fn a_second_press_that_waited_for_a_slow_frame_follows_the_first_closely() {
        // The first is heard at 1.0; the second, made in the 700 ms of its frame, as soon as that ends.
        let times = given(&[(0, 5), (1000, 1700), (1700, 2400), (2400, 2405)]);
        assert_eq!(times, [0.0, 1.0, 1.0, 1.7]);
    }

    #[test]
    fn presses_of_two_slow_frames_apart_are_as_far_apart_as_a_frame() {
        let times = given(&[(0, 5), (1000, 1700), (1700, 2400), (2400, 3100)]);
        assert!(times[3] - times[1] >= 0.7, "{times:?}");
    }
}
