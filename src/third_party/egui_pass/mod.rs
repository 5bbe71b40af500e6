//! bevy_egui: runs the panels once a frame, hands their commands on, and tells the picture where the panels leave
//! room for it.
//!
//! Here is the runner. What it needs besides, a file each: the words (`language`), the tokens (`theme`), pictures
//! (`textures`), the clipboard, what pointer and keys do (`events`), whose the pointer is, how colours are blended
//! (`blending`), and whether anything looks otherwise (`changes`).

mod blending;
mod changes;
mod clipboard;
mod events;
mod language;
mod pointer;
mod screen_reader;
#[cfg(test)]
mod tests;
mod textures;
mod theme;

pub use language::{LanguageResources, sync_localisation};

use crate::{
    app::{
        modes::locate::located::Located,
        on_screen::{Overlay, Viewport},
        session::{Command, Facts, NextWake, Session, Systems, Wake},
        stage::Stage,
        thumbnails::Thumbnails,
    },
    ui::{self, PanelContext, StatusLine, body_overlay, screen::Screen, tokens::Tokens},
    view::still,
};
use bevy::{
    camera::{CameraOutputMode, RenderTarget, visibility::RenderLayers},
    prelude::*,
};
use bevy_egui::{
    EguiContexts, EguiGlobalSettings, EguiPlugin, EguiPreUpdateSet, EguiPrimaryContextPass,
    PrimaryEguiContext, egui,
};
use pointer::PanelArea;
use textures::PatternTextures;
use theme::PanelTokens;

/// Whether the panels are drawn, or only what lies over the body.
#[derive(Resource, Clone, Copy, PartialEq, Eq)]
pub struct ShowPanels(pub bool);

/// Where egui draws; the window when there is one.
#[derive(Resource, Clone, Default)]
pub struct PanelTarget(pub Option<RenderTarget>);

/// Least height of the body's picture, in points, that has the inset with the other side.
const LEAST_WITH_INSET: f32 = 300.0;

/// Draws the panels.
pub fn plugin(app: &mut App) {
    app.add_plugins((EguiPlugin::default(), blending::plugin, events::plugin))
        .init_resource::<PanelTarget>()
        .init_resource::<Viewport>()
        .init_resource::<Overlay>()
        .init_resource::<PanelArea>()
        .init_resource::<PanelTokens>()
        .add_message::<bevy::a11y::ActionRequest>()
        .add_systems(
            PreStartup,
            (language::make_localisation, spawn_panel_camera),
        )
        .add_systems(
            Update,
            (
                pointer::find_pointer_owner.before(Systems::Input),
                (clipboard::copy_texts, sync_localisation).in_set(Systems::Sync),
            ),
        )
        .add_systems(
            EguiPrimaryContextPass,
            (theme::sync_tokens, draw_panels).chain(),
        )
        .add_systems(
            PreUpdate,
            (events::tell_time, screen_reader::hand_on_requests)
                .after(EguiPreUpdateSet::ProcessInput)
                .before(EguiPreUpdateSet::BeginPass),
        )
        .add_systems(Last, changes::note_changed_panels.before(still::decide));
    textures::tell_in_time(app);
    app.world_mut()
        .resource_mut::<EguiGlobalSettings>()
        .auto_create_primary_context = false;
}

fn spawn_panel_camera(mut commands: Commands, target: Res<PanelTarget>) {
    let camera = commands
        .spawn((
            PrimaryEguiContext,
            Camera2d,
            RenderLayers::none(),
            Camera {
                order: 1,
                output_mode: CameraOutputMode::Write {
                    blend_state: Some(blending::OVER_THE_PICTURE),
                    clear_color: ClearColorConfig::None,
                },
                clear_color: ClearColorConfig::Custom(Color::NONE),
                ..default()
            },
            Msaa::Off,
        ))
        .id();
    if let Some(target) = &target.0 {
        commands.entity(camera).insert(target.clone());
    }
}

fn draw_panels(
    mut contexts: EguiContexts,
    session: Res<Session>,
    stage: Res<Stage>,
    facts: Res<Facts>,
    language: Res<LanguageResources>,
    tokens: Res<PanelTokens>,
    overlay: Res<Overlay>,
    thumbnails: Res<Thumbnails>,
    located: Option<Res<Located>>,
    show: Res<ShowPanels>,
    mut textures: Local<PatternTextures>,
    mut area: ResMut<PanelArea>,
    mut viewport: ResMut<Viewport>,
    mut send: MessageWriter<Command>,
    (mut wake, mut next_wake, time): (ResMut<Wake>, ResMut<NextWake>, Res<Time<Real>>),
) -> Result {
    let context = contexts.ctx_mut()?.clone();
    let Some(tokens) = tokens.get() else {
        return Ok(());
    };
    // What lies over the body is as large as the panels' text.
    let on_phone = Screen::of(&context).is_phone().then(|| tokens.on_phone());
    let tokens = on_phone.as_ref().unwrap_or(tokens);
    let shown = textures.follow(&context, &thumbnails);
    let loading = overlay
        .loading
        .map(|key| language.localisation.words.key(key));
    let panel_context = PanelContext {
        catalog: &facts,
        search: &language.localisation.search,
        words: &language.localisation.words,
        state: &session,
        stage: &stage,
        tokens,
        status: StatusLine {
            progress: loading.as_deref().zip(overlay.loaded),
        },
        thumbnails: shown.as_ref(),
        located: located.as_deref(),
    };
    let mut root = egui::Ui::new(
        context.clone(),
        "myomap".into(),
        egui::UiBuilder::new()
            .layer_id(egui::LayerId::background())
            .max_rect(context.viewport_rect()),
    );
    let (rect, covered) = if show.0 {
        let output = ui::window_ui(&mut root, &panel_context);
        if !output.commands.is_empty() {
            wake.wake();
        }
        for command in output.commands {
            send.write(Command(command));
        }
        next_wake.0 = (output.wake_after_s).map(|after_s| time.elapsed_secs_f64() + after_s);
        (output.viewport_rect, output.covered)
    } else {
        install_fonts_once(&context, tokens);
        (context.viewport_rect(), false)
    };
    let mut labels = Vec::new();
    if context.cumulative_pass_nr() > 1 && !covered {
        // On a small picture it would lie on what the picture is about; a card shows both sides anyway.
        let has_room = rect.height() >= LEAST_WITH_INSET;
        let other_side = overlay
            .turned
            .and_then(|turned| thumbnails.worth_showing(turned))
            .filter(|_| has_room);
        let output = body_overlay::paint(&mut root, rect, &overlay, &panel_context, other_side);
        labels = output.labels;
        if let Some(command) = output.command {
            send.write(Command(command));
            wake.wake();
        }
    }
    *area = PanelArea {
        body: Some(rect),
        covered,
        labels,
    };
    let new = Viewport {
        min: [rect.min.x, rect.min.y],
        max: [rect.max.x, rect.max.y],
        pointer_taken: area.has_pointer(&context, context.pointer_latest_pos()),
        keyboard_taken: context.egui_wants_keyboard_input(),
    };
    if *viewport != new {
        let moved = viewport.min != new.min || viewport.max != new.max;
        if moved || viewport.pointer_taken != new.pointer_taken {
            wake.wake();
        }
        *viewport = new;
    }
    Ok(())
}

/// Without the panels, which bring the fonts, the markers need them all the same.
fn install_fonts_once(context: &egui::Context, tokens: &Tokens) {
    let family = egui::FontFamily::Name(ui::tokens::SEMIBOLD.into());
    let ready = context.fonts(|fonts| fonts.definitions().families.contains_key(&family));
    if !ready {
        ui::fonts::install(context);
    }
    tokens.apply(context);
}
