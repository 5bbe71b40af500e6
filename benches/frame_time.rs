//! A frame of the whole body against a frame of Bevy's own scene of one lit sphere: the same size,
//! the same anti-aliasing, the same driver, one run. Prints both and their ratio.
//!
//! `cargo bench --bench frame_time`
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::print_stdout,
    unused_must_use
)]

use bevy::{
    camera::RenderTarget, prelude::*, render::RenderPlugin, window::ExitCondition,
    winit::WinitPlugin,
};
use myomap::{app::session::Anatomy, model::catalog, shell, store, view::capture};
use std::time::{Duration, Instant};

const SIZE: (u32, u32) = (1280, 800);
const FRAMES: u32 = 20;

fn main() {
    let sphere = median(sphere_app());
    let (catalog, _) = catalog::load(&store::built_in_files());
    let mut body = shell::headless(Some("#depth=1".into()), catalog, SIZE, false);
    shell::make_ready(&mut body);
    while body.world().get_resource::<Anatomy>().is_none() {
        body.update();
    }
    let body = median(body);
    println!("one lit sphere: {sphere:?} a frame");
    println!("the whole body: {body:?} a frame");
    println!("ratio: {:.2}", body.as_secs_f64() / sphere.as_secs_f64());
}

fn median(mut app: App) -> Duration {
    for _ in 0..8 {
        app.update();
    }
    let mut times: Vec<Duration> = (0..FRAMES)
        .map(|_| {
            let start = Instant::now();
            app.update();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

fn sphere_app() -> App {
    let mut app = App::new();
    app.add_plugins(
        DefaultPlugins
            .build()
            .disable::<WinitPlugin>()
            .set(WindowPlugin {
                primary_window: None,
                exit_condition: ExitCondition::DontExit,
                ..default()
            })
            .set(RenderPlugin {
                synchronous_pipeline_compilation: true,
                ..default()
            }),
    );
    let image = app
        .world_mut()
        .resource_mut::<Assets<Image>>()
        .add(capture::target_image(UVec2::new(SIZE.0, SIZE.1)));
    app.add_systems(
        Startup,
        move |mut commands: Commands,
              mut meshes: ResMut<Assets<Mesh>>,
              mut materials: ResMut<Assets<StandardMaterial>>| {
            commands.spawn((
                Mesh3d(meshes.add(Sphere::new(1.0))),
                MeshMaterial3d(materials.add(Color::WHITE)),
            ));
            commands.spawn((
                PointLight {
                    shadow_maps_enabled: true,
                    ..default()
                },
                Transform::from_xyz(4.0, 8.0, 4.0),
            ));
            commands.spawn((
                Camera3d::default(),
                Msaa::Sample4,
                RenderTarget::Image(image.clone().into()),
                Transform::from_xyz(-1.5, 2.0, 3.0).looking_at(Vec3::ZERO, Vec3::Y),
            ));
        },
    );
    shell::make_ready(&mut app);
    app
}
