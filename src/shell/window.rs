//! The desktop's window.

use super::{
    ShellError, at_rest, base_plugins, compose, ended, first_state, guarded, narrow, records,
    renderer, save_preferences, tell_the_time,
};
use crate::{
    app::{session::Systems, state::Preferences},
    model::{catalog::Catalog, report::Report},
    view::still::Drawing,
};
use bevy::{
    prelude::*,
    render::pipelined_rendering::RenderExtractApp,
    time::TimeSystems,
    window::{PresentMode, WindowResizeConstraints, WindowResolution},
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
                resolution: WindowResolution::new(1280, 800),
                resize_constraints: WindowResizeConstraints {
                    min_width: 640.0,
                    min_height: 480.0,
                    ..default()
                },
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
    app.add_plugins((narrow::plugin, records::plugin))
        .add_systems(Update, save_preferences.in_set(Systems::Sync));
    ended(&app.run())
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
