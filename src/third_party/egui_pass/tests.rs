//! What the runner keeps in step with the session, on a bare `App`: no window and no egui context.

use super::{
    language::{make_localisation, sync_localisation},
    theme::sync_tokens,
    *,
};
use crate::{
    app::{commands::AppCommand, session},
    model::{catalog::Catalog, language::Language, link::Theme},
};
use bevy::window::{RequestRedraw, WindowResized, WindowScaleFactorChanged};
use std::sync::Arc;

fn app() -> App {
    let mut app = App::new();
    app.add_message::<RequestRedraw>()
        .add_message::<WindowResized>()
        .add_message::<WindowScaleFactorChanged>()
        .init_resource::<PanelTokens>()
        .insert_resource(Facts(Arc::new(Catalog::default())))
        .add_plugins(session::plugin)
        .add_systems(PreStartup, make_localisation)
        .add_systems(
            Update,
            (sync_localisation, sync_tokens)
                .chain()
                .in_set(Systems::Sync),
        );
    app.update();
    app
}

fn ask(app: &mut App, command: AppCommand) {
    app.world_mut().write_message(Command(command));
    app.update();
}

fn says(app: &App, key: crate::locale::Key) -> String {
    let language = app.world().resource::<LanguageResources>();
    language.localisation.words.key(key).into_owned()
}

#[test]
fn words_follow_the_language_and_are_made_once() {
    let layers = crate::locale::Key("layers");
    let mut app = app();
    let english = says(&app, layers);
    let spanish: Language = "es".parse().unwrap();
    ask(&mut app, AppCommand::SetLanguage(spanish));
    assert_ne!(says(&app, layers), english);
    let changed = app
        .world()
        .resource_ref::<LanguageResources>()
        .last_changed();
    ask(&mut app, AppCommand::SetLanguage(spanish));
    let language = app.world().resource_ref::<LanguageResources>();
    assert_eq!(language.last_changed(), changed, "made anew for nothing");
}

#[test]
fn tokens_follow_the_theme_on_show_and_the_text_size() {
    let mut app = app();
    let tokens = |app: &App| {
        let tokens = app.world().resource::<PanelTokens>().get().unwrap();
        (tokens.theme, tokens.text_scale)
    };
    assert_eq!(tokens(&app), (Theme::Light, 1.0));
    ask(&mut app, AppCommand::OpenLink("#theme=dark".into()));
    ask(&mut app, AppCommand::SetTextScale(1.5));
    assert_eq!(tokens(&app), (Theme::Dark, 1.5));
    ask(&mut app, AppCommand::SetTheme(Theme::Light));
    assert_eq!(tokens(&app), (Theme::Light, 1.5));
}

#[test]
fn the_pointer_is_the_panels_where_they_are_and_the_body_s_beside_them() {
    let context = egui::Context::default();
    let rect = |min: [f32; 2], max: [f32; 2]| egui::Rect::from_min_max(min.into(), max.into());
    let mut area = PanelArea {
        body: Some(rect([100.0, 50.0], [500.0, 400.0])),
        covered: false,
        labels: vec![rect([200.0, 200.0], [260.0, 220.0])],
    };
    let panels =
        |area: &PanelArea, x: f32, y: f32| area.has_pointer(&context, Some(egui::pos2(x, y)));
    assert!(panels(&area, 50.0, 100.0), "a panel at the left");
    assert!(!panels(&area, 300.0, 100.0), "the body");
    assert!(panels(&area, 230.0, 210.0), "a label on the body");
    assert!(!area.has_pointer(&context, None), "outside of the window");
    area.covered = true;
    assert!(panels(&area, 300.0, 100.0), "a page over the body");
}

#[test]
fn the_renderer_hears_of_new_letters_in_the_frame_that_needs_them() {
    use bevy::asset::AssetPlugin;
    use bevy_egui::EguiPostUpdateSet;
    let mut app = App::new();
    app.add_plugins((bevy::app::TaskPoolPlugin::default(), AssetPlugin::default()))
        .init_asset::<Image>();
    textures::tell_in_time(&mut app);
    // As bevy_egui draws letters into its texture.
    let draw = |mut images: ResMut<Assets<Image>>| {
        images.add(Image::default());
    };
    app.add_systems(
        PostUpdate,
        draw.in_set(EguiPostUpdateSet::PostProcessOutput),
    );
    app.update();
    let heard = app.world().resource::<Messages<AssetEvent<Image>>>();
    assert!(!heard.is_empty());
}
