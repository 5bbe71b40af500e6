//! Puts the application together: which plugins make a window, which make a picture, which a page.

#[cfg(target_arch = "wasm32")]
mod canvas;
mod narrow;
#[cfg(target_arch = "wasm32")]
mod page;
mod records;
mod renderer;
#[cfg(not(target_arch = "wasm32"))]
mod window;

#[cfg(target_arch = "wasm32")]
pub use page::open_page;
#[cfg(not(target_arch = "wasm32"))]
pub use window::open_window;

use crate::{
    anatomy::build_problem::BuildProblem,
    app::{
        self,
        commands::AppCommand,
        effects::Effect,
        notices::notify,
        preferences::message_of,
        session::{Anatomy, Command, EffectMessage, Facts, Session, Wake},
        state::{AppState, NoticeKind, Preferences},
    },
    locale::{self, Key, Message},
    model::{catalog::Catalog, report::Report},
    store::{self, preferences},
    third_party::egui_pass::{self, PanelTarget, ShowPanels},
    view::{self, capture, target::CaptureTarget},
};
use bevy::{
    app::{PluginGroupBuilder, PluginsState},
    camera::RenderTarget,
    ecs::error::{BevyError, ErrorContext, FallbackErrorHandler},
    log::LogPlugin,
    pbr::PbrPlugin,
    platform::time::Instant,
    prelude::*,
    time::TimeUpdateStrategy,
    window::ExitCondition,
    winit::{UpdateMode, WinitPlugin, WinitSettings},
};
use std::{
    panic::{self, AssertUnwindSafe},
    sync::Arc,
    time::Duration,
};

/// Why the application did not do what it was started for.
#[derive(Debug, thiserror::Error)]
pub enum ShellError {
    /// The renderer found nothing to draw with.
    #[error(
        "no graphics driver was found. myomap needs Vulkan, Metal, DirectX 12 or OpenGL; a software driver \
         does: on Debian, `apt-get install mesa-vulkan-drivers libvulkan1`"
    )]
    NoDriver,
    /// There is no display to open a window on.
    #[error(
        "no display was found to open a window on. On a machine without one, `myomap render LINK -o FILE.png` \
         draws a view into a file, and `xvfb-run myomap` gives a virtual display"
    )]
    NoDisplay,
    /// The window went away under the program.
    #[error(
        "the window was lost: the display or the graphics driver ended the connection (code {0}). What was \
         kept is safe; start myomap again"
    )]
    WindowLost(u8),
    /// The picture could not be drawn.
    #[error(transparent)]
    NotDrawn(#[from] capture::CaptureError),
}

impl ShellError {
    /// Which it is, in a word, and what there is to repeat of it.
    #[must_use]
    pub fn reason(&self) -> (&'static str, String) {
        use capture::CaptureError;
        match self {
            Self::NoDriver => ("no-driver", String::new()),
            Self::NoDisplay => ("no-display", String::new()),
            Self::WindowLost(code) => ("window-lost", code.to_string()),
            Self::NotDrawn(CaptureError::NoBody) => ("no-body", String::new()),
            Self::NotDrawn(CaptureError::NotPrepared) => ("not-prepared", String::new()),
            Self::NotDrawn(CaptureError::Late) => ("late", String::new()),
            Self::NotDrawn(CaptureError::Encoding(why)) => ("encoding", why.clone()),
        }
    }
}

/// Keeps the user's preferences when they change.
#[derive(Resource)]
struct PreferencesKeeper(preferences::Keeper<Preferences>);

/// The state to start with: the user's preferences with their keeper, and what there is to say about the data. What
/// the user has not chosen is as in `unchosen`.
fn first_state(report: &Report, unchosen: Preferences) -> (AppState, PreferencesKeeper) {
    let (preferences, keeper, problem) = preferences::kept(unchosen);
    let preferences = preferences.within_limits();
    let mut state = AppState {
        coach_mark: (!preferences.coach_marks_seen).then_some(0),
        preferences,
        left_panel_open: true,
        card_open: true,
        system_language: locale::recognised(store::system_languages().iter().map(String::as_str)),
        ..AppState::default()
    };
    if let Some(problem) = problem {
        notify(&mut state, NoticeKind::Warning, message_of(&problem));
    }
    note_faults(&mut state, report);
    (state, PreferencesKeeper(keeper))
}

/// Bevy takes the time of an update from the frame drawn before it, which may be long ago here: a click
/// would then look like a press of minutes.
fn tell_the_time(mut strategy: ResMut<TimeUpdateStrategy>) {
    *strategy = TimeUpdateStrategy::ManualInstant(Instant::now());
}

/// A view drawn into a picture.
pub struct Picture {
    /// The bytes of a PNG file.
    pub png: Vec<u8>,
    /// What of the body could not be built and is missing in it.
    pub unbuilt: Vec<BuildProblem>,
}

/// Draws a link's view, without a display.
///
/// # Errors
/// Where there is no graphics driver, or the body cannot be built.
pub fn render_png(
    link: Option<String>,
    catalog: Catalog,
    size: (u32, u32),
    panels: bool,
) -> Result<Picture, ShellError> {
    guarded(|| {
        let mut app = headless(link, catalog, size, panels);
        app.add_plugins(capture::plugin);
        make_ready(&mut app);
        loop {
            app.update();
            let outcome = app
                .world_mut()
                .resource_mut::<capture::CaptureProgress>()
                .outcome
                .take();
            if let Some(outcome) = outcome {
                let body = app.world().get_resource::<Anatomy>();
                return Ok(Picture {
                    png: outcome?,
                    unbuilt: body.map_or_else(Vec::new, |body| body.problems.clone()),
                });
            }
        }
    })
}

/// Leaves Ctrl+C to the system, which ends the program at once and with its usual code. Bevy's handler would set a
/// flag at which nobody looks while the window sleeps. Nothing is lost: files are written beside their place and
/// renamed.
fn ended_by_ctrl_c(plugins: PluginGroupBuilder) -> PluginGroupBuilder {
    #[cfg(not(target_arch = "wasm32"))]
    let plugins = plugins.disable::<bevy::app::TerminalCtrlCHandlerPlugin>();
    plugins
}

/// What the end of a window's program means.
#[cfg(not(target_arch = "wasm32"))]
fn ended(exit: &AppExit) -> Result<(), ShellError> {
    match exit {
        AppExit::Success => Ok(()),
        AppExit::Error(code) => Err(ShellError::WindowLost(code.get())),
    }
}

/// Bevy panics where there is nothing to draw with or no display to draw on. Both are the machine's
/// state, not a defect: they become one clear line. Any other panic goes on as it was.
fn guarded<T>(work: impl FnOnce() -> Result<T, ShellError>) -> Result<T, ShellError> {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if lack_in(&info.to_string()).is_none() {
            before(info);
        }
    }));
    let outcome = panic::catch_unwind(AssertUnwindSafe(work));
    // The hook of before is the library's own: nothing of ours is lost with it.
    drop(panic::take_hook());
    outcome.unwrap_or_else(|payload| {
        let says = payload
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| payload.downcast_ref::<&str>().copied())
            .and_then(lack_in);
        match says {
            Some(lack) => Err(lack),
            None => panic::resume_unwind(payload),
        }
    })
}

/// What the machine lacks, by the words of Bevy's panic.
fn lack_in(message: &str) -> Option<ShellError> {
    if message.contains("Unable to find a GPU") || message.contains("Failed to create wgpu surface")
    {
        Some(ShellError::NoDriver)
    } else if message.contains("Failed to build event loop") {
        Some(ShellError::NoDisplay)
    } else {
        None
    }
}

/// The application without a window or a display: it draws into an image of this size in pixels,
/// one frame for each `update`, once it is made ready by [`make_ready`].
pub fn headless(link: Option<String>, catalog: Catalog, size: (u32, u32), panels: bool) -> App {
    let size = UVec2::new(size.0, size.1);
    let mut app = App::new();
    app.add_plugins(
        base_plugins(WindowPlugin {
            primary_window: None,
            exit_condition: ExitCondition::DontExit,
            ..default()
        })
        .disable::<WinitPlugin>()
        .set(renderer::render_plugin()),
    );
    let image = app
        .world_mut()
        .resource_mut::<Assets<Image>>()
        .add(capture::target_image(size));
    app.insert_resource(CaptureTarget {
        image: image.clone(),
        size,
    })
    .insert_resource(PanelTarget(Some(RenderTarget::Image(image.into()))))
    .add_systems(PostStartup, capture::aim_camera);
    let mut state = AppState {
        left_panel_open: true,
        card_open: true,
        ..AppState::default()
    };
    // A picture has nothing to ease towards.
    state.preferences.reduced_motion = true;
    compose(&mut app, catalog, state, link, panels);
    app
}

/// Bevy's plugins as every form of the application has them.
fn base_plugins(window: WindowPlugin) -> PluginGroupBuilder {
    ended_by_ctrl_c(DefaultPlugins.build())
        .set(window)
        .set(quiet_log())
        .set(light_pbr())
}

/// Waits for the renderer and finishes the plugins, as a runner would.
pub fn make_ready(app: &mut App) {
    while app.plugins_state() == PluginsState::Adding {
        std::thread::sleep(Duration::from_millis(1));
    }
    app.finish();
    app.cleanup();
}

/// What the window and a picture have in common.
fn compose(app: &mut App, catalog: Catalog, state: AppState, link: Option<String>, panels: bool) {
    app.insert_resource(FallbackErrorHandler(report_error))
        .insert_resource(Facts(Arc::new(catalog)))
        .insert_resource(Session::new(state))
        .insert_resource(ShowPanels(panels))
        .add_plugins((
            app::session::plugin,
            app::load::plugin,
            app::modes::locate::preparation::plugin,
            app::thumbnails::plugin,
            egui_pass::plugin,
            view::plugin,
        ));
    if let Some(link) = link {
        app.world_mut()
            .write_message(Command(AppCommand::OpenLink(link)));
    }
}

/// Nothing moves on its own: a frame is drawn when something happens, or when a time has come that was asked for.
fn at_rest() -> WinitSettings {
    let mode = UpdateMode::reactive_low_power(records::LONGEST_SLEEP);
    WinitSettings {
        focused_mode: mode,
        unfocused_mode: mode,
    }
}

/// A system that fails is reported; the app goes on.
fn report_error(error: BevyError, context: ErrorContext) {
    error!("{context}: {error}");
}

/// Warnings that tell a user nothing are left out: of the frames that are not drawn (`bevy_time`), of
/// displays without a size or settings (`winit`), of what the driver lacks and the panels do without.
fn quiet_log() -> LogPlugin {
    LogPlugin {
        filter: "warn,wgpu=error,wgpu_hal=off,naga=error,bevy_render=error,bevy_winit=error,calloop=error,bevy_time=error,winit=error,bevy_egui=error,bevy_core_pipeline=error,bevy_pbr=error".into(),
        ..default()
    }
}

fn light_pbr() -> PbrPlugin {
    PbrPlugin {
        prepass_enabled: false,
        add_default_deferred_lighting_plugin: false,
        ..default()
    }
}

fn note_faults(state: &mut AppState, report: &Report) {
    let Some(first) = report.faults.first() else {
        return;
    };
    let count = report.faults.len() + report.more;
    let says = Message::new(Key("notice-faults"))
        .with("count", count)
        .with("file", first.file.as_str())
        .with("line", first.line.to_string())
        .with("what", first.what.as_str());
    notify(state, NoticeKind::Warning, says);
}

fn save_preferences(
    mut effects: MessageReader<EffectMessage>,
    session: Res<Session>,
    mut keeper: ResMut<PreferencesKeeper>,
    mut send: MessageWriter<Command>,
    mut wake: ResMut<Wake>,
) {
    if !effects
        .read()
        .any(|EffectMessage(effect)| matches!(effect, Effect::SavePreferences))
    {
        return;
    }
    if let Err(problem) = keeper.0.keep(&session.preferences) {
        let says = message_of(&problem);
        send.write(Command(AppCommand::Notify(NoticeKind::Warning, says)));
        wake.wake();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        locale::Words,
        model::{language::Language, report::Fault},
    };
    use std::num::NonZeroU8;

    #[test]
    fn a_window_that_ends_badly_is_not_a_missing_driver() {
        assert!(ended(&AppExit::Success).is_ok());
        for code in [1, 2, 130].into_iter().filter_map(NonZeroU8::new) {
            let told = ended(&AppExit::Error(code)).unwrap_err();
            assert!(matches!(told, ShellError::WindowLost(found) if found == code.get()));
            assert!(!told.to_string().contains("no graphics driver"));
        }
    }

    #[test]
    fn only_what_the_machine_lacks_is_taken_for_it() {
        assert!(matches!(
            lack_in("Unable to find a GPU! Make sure you have installed required drivers!"),
            Some(ShellError::NoDriver)
        ));
        assert!(matches!(
            lack_in("Failed to build event loop: x"),
            Some(ShellError::NoDisplay)
        ));
        assert!(lack_in("index out of bounds: the len is 0 but the index is 7").is_none());
    }

    #[test]
    fn the_notice_counts_faults_that_the_report_does_not_hold() {
        let fault = Fault {
            file: "a.ron".into(),
            line: 7,
            column: 1,
            what: "w".into(),
            hint: String::new(),
        };
        let report = Report {
            faults: vec![fault],
            more: 41,
        };
        let mut state = AppState::default();
        note_faults(&mut state, &report);
        let says = Words::of(Language::ENGLISH)
            .put(&state.notices[0].says)
            .into_owned();
        assert!(says.starts_with("42 faults"), "{says}");
    }
}
