//! Wakes the sleeping window when a time that was asked for has come.
//!
//! The window sleeps until something happens, at most [`LONGEST_SLEEP`]; before an alarm it sleeps no longer
//! than until then. A sleep is not counted while the machine is suspended, and a clock may be set: so the time
//! itself is looked at whenever the window is awake.

use super::AppClock;
use crate::app::{
    apply::Effect,
    commands::AppCommand,
    session::{Command, EffectMessage, NextWake, Systems, Wake},
};
use bevy::{
    a11y::AccessibilityRequested,
    prelude::*,
    winit::{UpdateMode, WinitSettings},
};
use jiff::Timestamp;
use std::time::Duration;

/// Longest sleep: one update an hour costs nothing that could be measured.
pub(in crate::shell) const LONGEST_SLEEP: Duration = Duration::from_secs(3600);
/// Longest sleep while there is a screen reader: what that asks for does not wake the window, and is looked for then.
const LONGEST_BESIDE_SCREEN_READER: Duration = Duration::from_millis(100);
/// Shortest sleep before an alarm, so that one that is due in a moment does not keep the processor busy.
const SHORTEST_SLEEP: Duration = Duration::from_millis(20);

/// The next time that was asked for.
#[derive(Resource, Default, Debug)]
struct Alarm(Option<Timestamp>);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Alarm>()
        .add_systems(Update, ring.in_set(Systems::Input))
        // After the panels, which may ask for a time as well.
        .add_systems(Last, set_alarm);
}

/// Tells the time when it is due.
fn ring(
    clock: Res<AppClock>,
    mut alarm: ResMut<Alarm>,
    mut send: MessageWriter<Command>,
    mut wake: ResMut<Wake>,
) {
    let Some(due) = alarm.0 else {
        return;
    };
    let now = clock.now();
    if now.instant() >= due {
        alarm.0 = None;
        wake.wake();
        send.write(Command(AppCommand::Tick(now)));
    }
}

/// Takes up the times that were asked for, the nearest of them, and lets the window sleep until then, or until the
/// panels are to be drawn again.
fn set_alarm(
    clock: Res<AppClock>,
    time: Res<Time<Real>>,
    next_wake: Res<NextWake>,
    mut alarm: ResMut<Alarm>,
    mut effects: MessageReader<EffectMessage>,
    screen_reader: Option<Res<AccessibilityRequested>>,
    mut settings: ResMut<WinitSettings>,
) {
    let longest = match screen_reader.is_some_and(|there_is| there_is.get()) {
        true => LONGEST_BESIDE_SCREEN_READER,
        false => LONGEST_SLEEP,
    };
    for EffectMessage(effect) in effects.read() {
        if let Effect::WakeAt(at) = effect {
            alarm.0 = Some(alarm.0.map_or(*at, |due| due.min(*at)));
        }
    }
    let sleep = alarm.0.map_or(longest, |due| {
        let left = due.duration_since(clock.now().instant());
        let left = Duration::try_from(left).unwrap_or(Duration::ZERO);
        left.clamp(SHORTEST_SLEEP, longest)
    });
    let sleep = next_wake.0.map_or(sleep, |at_s| {
        let left_s = (at_s - time.elapsed_secs_f64()).max(0.0);
        // What a panel asks for may be any number.
        let left = Duration::try_from_secs_f64(left_s).unwrap_or(LONGEST_SLEEP);
        sleep.min(left.max(SHORTEST_SLEEP))
    });
    let mode = UpdateMode::reactive_low_power(sleep);
    // Written only where it changes: nobody watches it for nothing.
    if settings.focused_mode != mode {
        settings.focused_mode = mode;
        settings.unfocused_mode = mode;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::{ZonedTime, time::SetClock};
    use std::sync::Arc;

    fn time(text: &str) -> ZonedTime {
        text.parse().unwrap()
    }

    fn sleep(app: &App) -> Duration {
        match app.world().resource::<WinitSettings>().focused_mode {
            UpdateMode::Reactive { wait, .. } => wait,
            UpdateMode::Continuous => panic!("never at rest"),
        }
    }

    fn ticks(app: &mut App) -> Vec<ZonedTime> {
        let told = app
            .world_mut()
            .resource_mut::<Messages<Command>>()
            .drain()
            .collect::<Vec<_>>();
        told.into_iter()
            .filter_map(|Command(command)| match command {
                AppCommand::Tick(now) => Some(now),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn the_window_sleeps_until_the_nearest_time_and_no_longer() {
        let clock = Arc::new(SetClock::at(time("2026-11-27T19:00:00Z")));
        let mut app = App::new();
        app.add_message::<Command>()
            .add_message::<EffectMessage>()
            .init_resource::<Wake>()
            .init_resource::<NextWake>()
            .init_resource::<Time<Real>>()
            .init_resource::<WinitSettings>()
            .insert_resource(AppClock(clock.clone()))
            .configure_sets(Update, (Systems::Input, Systems::Sync).chain())
            .add_plugins(plugin);
        app.update();
        assert_eq!(sleep(&app), LONGEST_SLEEP);
        for text in ["2026-11-27T19:10:00Z", "2026-11-27T19:05:00Z"] {
            let at = time(text).instant();
            app.world_mut()
                .write_message(EffectMessage(Effect::WakeAt(at)));
        }
        app.update();
        assert_eq!(sleep(&app), Duration::from_secs(300));
        assert!(ticks(&mut app).is_empty());
        // Woken by something else, it sleeps for the rest.
        clock.set(time("2026-11-27T19:04:00Z"));
        app.update();
        assert_eq!(sleep(&app), Duration::from_secs(60));
        assert!(ticks(&mut app).is_empty());
        // A panel asks for less: then it is woken for that, and no time is told.
        app.world_mut().resource_mut::<NextWake>().0 = Some(7.5);
        app.update();
        assert_eq!(sleep(&app), Duration::from_millis(7_500));
        assert!(ticks(&mut app).is_empty());
        app.world_mut().resource_mut::<NextWake>().0 = None;
        // A suspended machine comes back late.
        let late = time("2026-11-28T08:00:00Z");
        clock.set(late.clone());
        app.update();
        assert_eq!(ticks(&mut app), [late]);
        assert_eq!(sleep(&app), LONGEST_SLEEP);
        app.update();
        assert!(ticks(&mut app).is_empty());
    }
    #[test]
    fn beside_a_screen_reader_the_window_looks_often_whether_it_is_asked() {
        let clock = Arc::new(SetClock::at(time("2026-11-27T19:00:00Z")));
        let mut app = App::new();
        app.add_message::<EffectMessage>()
            .init_resource::<Alarm>()
            .init_resource::<WinitSettings>()
            .init_resource::<AccessibilityRequested>()
            .init_resource::<NextWake>()
            .init_resource::<Time<Real>>()
            .insert_resource(AppClock(clock))
            .add_systems(Update, set_alarm);
        app.update();
        assert_eq!(sleep(&app), LONGEST_SLEEP);
        app.world().resource::<AccessibilityRequested>().set(true);
        app.update();
        assert_eq!(sleep(&app), LONGEST_BESIDE_SCREEN_READER);
    }
}
