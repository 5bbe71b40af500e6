//! A frame of the whole body against a frame of Bevy's own scene of one lit sphere: the same size,
//! the same anti-aliasing, the same driver, one run. Prints both and their ratio.
//!
//! `cargo bench --bench frame_time`; `MYOMAP_LINK="#depth=3"` measures another view than the superficial layer.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::print_stdout,
    unused_must_use,
    reason = "a bench prints, and may stop at what should not happen"
)]

use bevy::{
    camera::RenderTarget, prelude::*, render::RenderPlugin, window::ExitCondition,
    winit::WinitPlugin,
};
use myomap::{app::session::Anatomy, model::catalog, shell, store, view::capture};
use std::time::{Duration, Instant};

const SIZE: (u32, u32) = (1280, 800);
/// Frames in a block, and blocks of each scene.
const FRAMES: u32 = 6;
const BLOCKS: u32 = 5;
/// Frames in which pipelines are still being made.
const SETTLING: u32 = 8;

fn main() {
    let mut sphere = sphere_app();
    let (catalog, _) = catalog::load(&store::built_in_files());
    let link = std::env::var("MYOMAP_LINK").unwrap_or_else(|_| "#depth=1".into());
    let mut body = shell::headless(Some(link), catalog, SIZE, false);
    shell::make_ready(&mut body);
    while body.world().get_resource::<Anatomy>().is_none() {
        body.update();
    }
    for app in [&mut sphere, &mut body] {
        block_time(app, SETTLING);
    }
    // Turn about: what else the machine does then weighs on both alike.
    let (mut of_sphere, mut of_body) = (Vec::new(), Vec::new());
    for _ in 0..BLOCKS {
        of_sphere.push(block_time(&mut sphere, FRAMES) / FRAMES);
        of_body.push(block_time(&mut body, FRAMES) / FRAMES);
    }
    let (sphere, body) = (median(of_sphere), median(of_body));
    println!("one lit sphere: {sphere:?} a frame");
    println!("the whole body: {body:?} a frame");
    println!("ratio: {:.2}", body.as_secs_f64() / sphere.as_secs_f64());
}

/// How long `frames` frames take. Bevy draws a frame while it prepares the next one, so the first is
/// left out of the count and the last is waited for.
fn block_time(app: &mut App, frames: u32) -> Duration {
    app.update();
    let start = Instant::now();
    for _ in 0..frames {
        app.update();
    }
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
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
