//! bevy_egui: runs the panels once a frame, hands their commands on, and tells the
//! picture where the panels leave room for it.

use crate::{
    anatomy::plate::Picture,
    app::{
        apply::Effect,
        modes::locate::Located,
        on_screen::{Overlay, Viewport},
        session::{Command, EffectMessage, Facts, Session, Systems, Wake},
        thumbnails::Thumbnails,
    },
    model::language::Language,
    ui::{
        self, Localisation, PanelContext, PatternThumbnails, StatusLine, body_overlay,
        tokens::Tokens,
    },
    view::still::{self, Drawing},
};
use bevy::{
    camera::{CameraOutputMode, RenderTarget, visibility::RenderLayers},
    prelude::*,
    render::render_resource::BlendState,
};
use bevy_egui::{
    EguiContexts, EguiGlobalSettings, EguiInput, EguiPlugin, EguiPrimaryContextPass,
    EguiRenderOutput, PrimaryEguiContext, egui,
};

/// Whether the panels are drawn, or only what lies over the body.
#[derive(Resource, Clone, Copy, PartialEq, Eq)]
pub struct ShowPanels(pub bool);

/// Where egui draws; the window when there is one.
#[derive(Resource, Clone, Default)]
pub struct PanelTarget(pub Option<RenderTarget>);

/// What depends on the language, and the language it was made for.
#[derive(Resource)]
pub struct LanguageResources {
    made_for: Language,
    /// The words, and the search in them.
    pub localisation: Localisation,
}

#[derive(Resource)]
struct Theme {
    made_for: (
        crate::model::link::Theme,
        u32,
        crate::app::state::PainPalette,
        bool,
    ),
    tokens: Tokens,
}

/// What of the window was the panels' in the last pass.
#[derive(Resource, Default)]
struct Taken {
    /// What is left to the body.
    body: Option<egui::Rect>,
    /// Something lies over all of the body.
    covered: bool,
    /// Labels on the body.
    labels: Vec<egui::Rect>,
}

#[derive(Default)]
struct Textures {
    version: u64,
    handles: Option<(egui::TextureHandle, egui::TextureHandle)>,
}

/// Draws the panels.
pub fn plugin(app: &mut App) {
    app.add_plugins(EguiPlugin::default())
        .init_resource::<PanelTarget>()
        .init_resource::<Viewport>()
        .init_resource::<Overlay>()
        .init_resource::<Taken>()
        .add_systems(PreStartup, (make_localisation, spawn_panel_camera))
        .add_systems(
            Update,
            (
                feel_pointer.before(Systems::Input),
                (copy_links, sync_localisation).in_set(Systems::Sync),
            ),
        )
        .add_systems(EguiPrimaryContextPass, draw_panels)
        .add_systems(Last, note_changed_panels.before(still::decide));
    app.world_mut()
        .resource_mut::<EguiGlobalSettings>()
        .auto_create_primary_context = false;
}

fn make_localisation(mut commands: Commands, facts: Res<Facts>, session: Res<Session>) {
    let made_for = session.language();
    commands.insert_resource(LanguageResources {
        made_for,
        localisation: Localisation::of(made_for, &facts),
    });
}

/// Makes the words and the search anew where another language was chosen.
pub fn sync_localisation(
    mut language: ResMut<LanguageResources>,
    facts: Res<Facts>,
    session: Res<Session>,
) {
    let wanted = session.language();
    if language.made_for != wanted {
        language.localisation = Localisation::of(wanted, &facts);
        language.made_for = wanted;
    }
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
                    blend_state: Some(BlendState::ALPHA_BLENDING),
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
    facts: Res<Facts>,
    language: Res<LanguageResources>,
    overlay: Res<Overlay>,
    thumbnails: Res<Thumbnails>,
    located: Option<Res<Located>>,
    show: Res<ShowPanels>,
    theme: Option<ResMut<Theme>>,
    mut commands: Commands,
    mut textures: Local<Textures>,
    mut taken: ResMut<Taken>,
    mut viewport: ResMut<Viewport>,
    mut send: MessageWriter<Command>,
    mut wake: ResMut<Wake>,
) -> Result {
    let context = contexts.ctx_mut()?.clone();
    let preferences = &session.preferences;
    let wanted = (
        preferences.theme,
        preferences.text_scale.to_bits(),
        preferences.pain_palette,
        preferences.reduced_motion,
    );
    let tokens = match &theme {
        Some(theme) if theme.made_for == wanted => theme.tokens.clone(),
        _ => {
            let tokens = Tokens::built_in(
                preferences.theme,
                preferences.text_scale,
                preferences.pain_palette,
            )?
            .with_reduced_motion(preferences.reduced_motion);
            commands.insert_resource(Theme {
                made_for: wanted,
                tokens: tokens.clone(),
            });
            tokens
        }
    };
    let shown = upload(&context, &thumbnails, &mut textures);
    let loading = overlay
        .loading
        .map(|key| language.localisation.words.key(key));
    let panel_context = PanelContext {
        catalog: &facts,
        search: &language.localisation.search,
        words: &language.localisation.words,
        state: &session,
        tokens: &tokens,
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
        (output.viewport_rect, output.covered)
    } else {
        install_fonts_once(&context, &tokens);
        (context.viewport_rect(), false)
    };
    let mut labels = Vec::new();
    if context.cumulative_pass_nr() > 1 && !covered {
        let other_side = thumbnails.worth_showing(overlay.camera_in_front);
        let output = body_overlay::paint(&mut root, rect, &overlay, &panel_context, other_side);
        labels = output.labels;
        if let Some(command) = output.command {
            send.write(Command(command));
            wake.wake();
        }
    }
    *taken = Taken {
        body: Some(rect),
        covered,
        labels,
    };
    let new = Viewport {
        min: [rect.min.x, rect.min.y],
        max: [rect.max.x, rect.max.y],
        pointer_taken: taken.has_pointer(&context, context.pointer_latest_pos()),
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

/// Tells the picture that the panels look otherwise than in the frame before.
fn note_changed_panels(
    outputs: Query<&EguiRenderOutput>,
    mut before: Local<Vec<egui::ClippedPrimitive>>,
    mut drawing: ResMut<Drawing>,
) {
    let Ok(output) = outputs.single() else {
        return;
    };
    if !output.textures_delta.is_empty() {
        drawing.changed = true;
    }
    let alike = before.len() == output.paint_jobs.len()
        && before
            .iter()
            .zip(&output.paint_jobs)
            .all(|(a, b)| a.clip_rect == b.clip_rect && draws_the_same(&a.primitive, &b.primitive));
    if !alike {
        drawing.changed = true;
        before.clone_from(&output.paint_jobs);
    }
}

fn draws_the_same(a: &egui::epaint::Primitive, b: &egui::epaint::Primitive) -> bool {
    match (a, b) {
        (egui::epaint::Primitive::Mesh(a), egui::epaint::Primitive::Mesh(b)) => a == b,
        // What a callback draws is its own business: never taken for the same.
        _ => false,
    }
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

impl Taken {
    /// A panel, a menu or a floating thing has the pointer where it is, or a drag that began on one.
    fn has_pointer(&self, context: &egui::Context, at: Option<egui::Pos2>) -> bool {
        if self.covered || context.egui_is_using_pointer() {
            return true;
        }
        let Some(at) = at else {
            return false;
        };
        let floating = || {
            context
                .layer_id_at(at)
                .is_some_and(|layer| layer.order != egui::Order::Background)
        };
        self.body.is_some_and(|body| !body.contains(at))
            || self.labels.iter().any(|label| label.contains(at))
            || floating()
    }
}

/// Whose the pointer is where it is now, before anything is done about a press: since the last pass it may have come
/// from a panel to the body. The panels hear of it only after that.
fn feel_pointer(
    mut contexts: EguiContexts,
    inputs: Query<&EguiInput, With<PrimaryEguiContext>>,
    taken: Res<Taken>,
    viewport: ResMut<Viewport>,
) -> Result {
    let events = &inputs.single()?.events;
    let moved_to = events.iter().rev().find_map(|event| match event {
        egui::Event::PointerMoved(at) | egui::Event::PointerButton { pos: at, .. } => Some(*at),
        _ => None,
    });
    let context = contexts.ctx_mut()?;
    let at = moved_to.or_else(|| context.pointer_latest_pos());
    let has_pointer = taken.has_pointer(context, at);
    viewport
        .map_unchanged(|viewport| &mut viewport.pointer_taken)
        .set_if_neq(has_pointer);
    Ok(())
}

fn upload(
    context: &egui::Context,
    thumbnails: &Thumbnails,
    textures: &mut Textures,
) -> Option<PatternThumbnails> {
    let (front, back) = thumbnails.pictures.as_ref()?;
    if textures.version != thumbnails.version || textures.handles.is_none() {
        let load = |name: &str, picture: &Picture| {
            let image = egui::ColorImage::from_rgba_unmultiplied(
                [picture.width, picture.height],
                &picture.rgba,
            );
            context.load_texture(name, image, egui::TextureOptions::LINEAR)
        };
        textures.handles = Some((
            load("pattern from the front", front),
            load("pattern from behind", back),
        ));
        textures.version = thumbnails.version;
    }
    textures.handles.as_ref().map(|(a, b)| PatternThumbnails {
        front: a.id(),
        back: b.id(),
        aspect: front.width as f32 / front.height.max(1) as f32,
    })
}

/// Puts links on the clipboard.
fn copy_links(mut contexts: EguiContexts, mut happened: MessageReader<EffectMessage>) -> Result {
    for EffectMessage(effect) in happened.read() {
        if let Effect::CopyText(text) = effect {
            let text = text.clone();
            // In the browser a link is the page's address.
            #[cfg(target_arch = "wasm32")]
            let text = match text.starts_with('#') {
                true => crate::store::page::address(&text),
                false => text,
            };
            contexts.ctx_mut()?.copy_text(text);
        }
    }
    Ok(())
}
