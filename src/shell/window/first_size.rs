//! How large the window is to begin with, and at least: never larger than the screen leaves room for.
//!
//! Sizes are in logical pixels, so a screen at 150 % has fewer of them. Not here: what fits into a small window, which
//! is the panels' own concern.

use bevy::{
    prelude::*,
    window::{Monitor, PrimaryMonitor, PrimaryWindow, WindowResizeConstraints, WindowResolution},
};

/// Size where there is room for it, in logical pixels.
const WANTED: [f32; 2] = [1280.0, 800.0];
/// Smallest size where there is room for that, likewise.
const LEAST: [f32; 2] = [640.0, 480.0];
/// Left of the screen for its own bars and the window's frame, likewise: no system tells how much it takes.
const MARGIN: [f32; 2] = [16.0, 96.0];

/// The window as it is made, before the screen is known.
pub(super) fn resolution() -> WindowResolution {
    WindowResolution::new(WANTED[0] as u32, WANTED[1] as u32)
}

/// How small it may be made, before the screen is known.
pub(super) fn constraints() -> WindowResizeConstraints {
    constraints_of(LEAST)
}

fn constraints_of([min_width, min_height]: [f32; 2]) -> WindowResizeConstraints {
    WindowResizeConstraints {
        min_width,
        min_height,
        ..default()
    }
}

/// Fits the window to the screen as soon as that is known.
pub(super) fn plugin(app: &mut App) {
    app.add_systems(First, fit);
}

fn fit(
    monitors: Query<(&Monitor, Has<PrimaryMonitor>)>,
    mut windows: Query<&mut Window, With<PrimaryWindow>>,
    mut fitted: Local<bool>,
) {
    if *fitted {
        return;
    }
    // Where no screen is said to be the first, the window may open on the smallest.
    let screen = monitors
        .iter()
        .min_by_key(|(monitor, primary)| (!primary, monitor.physical_height))
        .map(|(monitor, _)| screen_of(monitor));
    let (Some(screen), Ok(mut window)) = (screen, windows.single_mut()) else {
        return;
    };
    *fitted = true;
    let (size, least) = (fitting(WANTED, screen), fitting(LEAST, screen));
    if size != WANTED {
        window.resolution.set(size[0], size[1]);
    }
    if least != LEAST {
        window.resize_constraints = constraints_of(least);
    }
}

/// Size of a screen in logical pixels.
fn screen_of(monitor: &Monitor) -> [f32; 2] {
    [monitor.physical_width, monitor.physical_height]
        .map(|physical| (f64::from(physical) / monitor.scale_factor) as f32)
}

/// As much of a size as a screen has room for.
fn fitting(size: [f32; 2], screen: [f32; 2]) -> [f32; 2] {
    let fit = |axis: usize| size[axis].min((screen[axis] - MARGIN[axis]).floor());
    // A screen that says it has no size is not believed.
    match screen[0] > 2.0 * MARGIN[0] && screen[1] > 2.0 * MARGIN[1] {
        true => [fit(0), fit(1)],
        false => size,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn monitor(width: u32, height: u32, scale_factor: f64) -> Monitor {
        Monitor {
            name: None,
            physical_width: width,
            physical_height: height,
            physical_position: IVec2::ZERO,
            refresh_rate_millihertz: None,
            scale_factor,
            video_modes: Vec::new(),
        }
    }

    /// Size and smallest size of the window on these screens, in logical pixels.
    fn on(screens: &[(Monitor, bool)]) -> ([f32; 2], [f32; 2]) {
        let mut app = App::new();
        for (screen, primary) in screens {
            let mut entity = app.world_mut().spawn(screen.clone());
            if *primary {
                entity.insert(PrimaryMonitor);
            }
        }
        let window = Window {
            resolution: resolution(),
            resize_constraints: constraints(),
            ..default()
        };
        let window = app.world_mut().spawn((window, PrimaryWindow)).id();
        app.add_plugins(plugin);
        app.update();
        let window = app.world().get::<Window>(window).unwrap();
        let least = &window.resize_constraints;
        (
            [window.resolution.width(), window.resolution.height()],
            [least.min_width, least.min_height],
        )
    }

    #[test]
    fn the_window_fits_the_screen_whatever_its_size_and_scale() {
        for (width, height, scale) in [
            (1366, 768, 1.0),
            (1024, 600, 1.0),
            (1920, 1080, 1.5),
            (1366, 768, 1.5),
            (2560, 1440, 2.0),
            (1280, 800, 1.0),
        ] {
            let (size, least) = on(&[(monitor(width, height, scale), true)]);
            let screen = [f64::from(width) / scale, f64::from(height) / scale];
            for axis in 0..2 {
                assert!(f64::from(size[axis] + MARGIN[axis]) <= screen[axis]);
                assert!(least[axis] <= size[axis], "{width}x{height} at {scale}");
            }
        }
        let large = on(&[(monitor(2560, 1440, 1.0), true)]);
        assert_eq!(large, (WANTED, LEAST));
    }

    #[test]
    fn it_fits_the_first_screen_and_the_smallest_where_none_is_the_first() {
        let small = || monitor(1024, 600, 1.0);
        let large = || monitor(2560, 1440, 1.0);
        let (size, _) = on(&[(small(), false), (large(), true)]);
        assert_eq!(size, WANTED);
        let (size, _) = on(&[(large(), false), (small(), false)]);
        assert_eq!(size, [1008.0, 504.0]);
    }

    #[test]
    fn a_screen_without_a_size_is_not_believed() {
        assert_eq!(on(&[(monitor(0, 0, 1.0), true)]), (WANTED, LEAST));
        assert_eq!(on(&[]), (WANTED, LEAST));
    }
}
