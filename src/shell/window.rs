//! The desktop's window.
//!
//! It is made unseen, fitted to the screen, and shown with its first picture.

mod first_size;

use super::{
    ShellError, at_rest, base_plugins, compose, ended, first_state, guarded, narrow, records,
    renderer, save_preferences, tell_the_time,
};
use crate::{
    app::{
        session::{Systems, Wake},
        state::Preferences,
    },
    model::{catalog::Catalog, report::Report},
    view::still::Drawing,
};
use bevy::{
    prelude::*,
    render::pipelined_rendering::RenderExtractApp,
    time::TimeSystems,
    window::{PresentMode, PrimaryWindow},
};

/// Opens the window, at a link if one is given, and returns when it is closed.
///
/// # Errors
/// Where there is no display or no graphics driver.
pub fn open_window(
    link: Option<String>,
    catalog: Catalog,
    report: &Report,
) -> Result<(), ShellError> {
    guarded(|| run_window(link, catalog, report))
}

fn run_window(link: Option<String>, catalog: Catalog, report: &Report) -> Result<(), ShellError> {
    if cfg!(all(unix, not(target_os = "macos")))
        && std::env::var_os("DISPLAY").is_none()
        && std::env::var_os("WAYLAND_DISPLAY").is_none()
    {
        return Err(ShellError::NoDisplay);
    }
    let mut app = App::new();
    app.add_plugins(
        base_plugins(WindowPlugin {
            primary_window: Some(Window {
                title: "myomap".into(),
                name: Some("myomap".into()),
                resolution: first_size::resolution(),
                resize_constraints: first_size::constraints(),
                // Until something is drawn it would be black.
                visible: false,
                present_mode: PresentMode::AutoVsync,
                ..default()
            }),
            ..default()
        })
        .set(renderer::render_plugin()),
    );
    app.insert_resource(at_rest());
    let (state, keeper) = first_state(report, Preferences::default());
    app.insert_resource(keeper);
    compose(&mut app, catalog, state, link, true);
    draw_only_changes(&mut app);
    app.add_plugins((first_size::plugin, narrow::plugin, records::plugin))
        .add_systems(Last, show_when_drawn)
        .add_systems(Update, save_preferences.in_set(Systems::Sync));
    ended(&app.run())
}

/// Updates after which the window is shown: the first brings the fonts, the second draws the panels, and the renderer,
/// which works beside the third, has shown them before the fourth.
const DRAWN_AFTER: u8 = 4;

/// Shows the window once its first picture is there.
fn show_when_drawn(
    mut windows: Query<&mut Window, With<PrimaryWindow>>,
    mut updates: Local<u8>,
    mut drawing: ResMut<Drawing>,
    mut wake: ResMut<Wake>,
) {
    if *updates >= DRAWN_AFTER {
        return;
    }
    *updates += 1;
    wake.wake();
    if *updates == DRAWN_AFTER {
        // What was drawn before it was shown, some systems forget.
        drawing.changed = true;
        for mut window in &mut windows {
            window.visible = true;
        }
    }
}

/// Leaves out the frames in which nothing on the screen has changed. What would be handed to the
/// renderer in them is as before, and the renderer finds it so the next time.
fn draw_only_changes(app: &mut App) {
    let Some(renderer) = app.get_sub_app_mut(RenderExtractApp) else {
        return;
    };
    let Some(mut extract) = renderer.take_extract() else {
        return;
    };
    renderer.set_extract(move |main, render| {
        if main.resource::<Drawing>().due {
            extract(main, render);
        }
    });
    app.add_systems(First, tell_the_time.before(TimeSystems));
}
