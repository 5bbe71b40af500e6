//! Draws a view into a file, without a window and without a display.

use super::{
    camera::{BodyCamera, CameraState},
    target::CaptureTarget,
};
use crate::app::{
    session::{Anatomy, Session},
    stage::{Preparation, Stage},
    thumbnails::Thumbnails,
};
use bevy::{
    asset::RenderAssetUsages,
    camera::RenderTarget,
    image::Image,
    prelude::*,
    render::{
        render_resource::{Extent3d, TextureDimension, TextureFormat, TextureUsages},
        view::screenshot::{Screenshot, ScreenshotCaptured},
    },
};
use std::path::PathBuf;

/// Frames drawn after the body is there: fonts, pipelines and panels settle in these.
const SETTLING_FRAMES: u32 = 12;
/// Frames after which something is wrong.
const PATIENCE_FRAMES: u32 = 20_000;

/// What is to be captured.
#[derive(Resource, Clone)]
pub struct CaptureOrder {
    /// Where the picture goes.
    pub file: PathBuf,
}

/// How far the capture is.
#[derive(Resource, Default)]
pub struct CaptureProgress {
    settled: u32,
    asked: bool,
    /// What came of it, once it is over.
    pub outcome: Option<Result<(), String>>,
}

/// Captures one picture, then ends the app.
pub fn plugin(app: &mut App) {
    app.init_resource::<CaptureProgress>()
        .add_systems(Last, capture);
}

/// An image of this size that cameras can draw into and that can be read back.
pub fn target_image(size: UVec2) -> Image {
    let extent = Extent3d {
        width: size.x,
        height: size.y,
        depth_or_array_layers: 1,
    };
    let mut image = Image::new_fill(
        extent,
        TextureDimension::D2,
        &[0, 0, 0, 255],
        TextureFormat::Rgba8UnormSrgb,
        RenderAssetUsages::default(),
    );
    image.texture_descriptor.usage |=
        TextureUsages::RENDER_ATTACHMENT | TextureUsages::COPY_SRC | TextureUsages::TEXTURE_BINDING;
    image
}

/// Makes the body's camera draw into the image.
pub fn aim_camera(
    mut commands: Commands,
    target: Res<CaptureTarget>,
    cameras: Query<Entity, With<BodyCamera>>,
) {
    for camera in &cameras {
        commands
            .entity(camera)
            .insert(RenderTarget::Image(target.image.clone().into()));
    }
}

fn capture(
    mut commands: Commands,
    order: Res<CaptureOrder>,
    target: Res<CaptureTarget>,
    scene: Option<Res<Anatomy>>,
    session: Res<Session>,
    stage: Res<Stage>,
    camera: Res<CameraState>,
    thumbnails: Res<Thumbnails>,
    mut progress: ResMut<CaptureProgress>,
    mut frames: Local<u32>,
) {
    *frames += 1;
    if *frames > PATIENCE_FRAMES && progress.outcome.is_none() {
        progress.outcome = Some(Err("the picture was not finished in time".into()));
    }
    if scene.is_none() || progress.asked {
        return;
    }
    // A painting can be drawn only once the body is prepared for it.
    let preparing = match stage.body.preparation {
        Preparation::Ready => false,
        Preparation::Underway => true,
        Preparation::Failed => {
            progress.asked = true;
            let why = "the body could not be prepared for what is painted on it";
            progress.outcome = Some(Err(why.into()));
            return;
        }
    };
    if preparing || session.is_changed() || camera.is_changed() || thumbnails.is_changed() {
        progress.settled = 0;
    }
    progress.settled += 1;
    if progress.settled < SETTLING_FRAMES {
        return;
    }
    progress.asked = true;
    let file = order.file.clone();
    commands
        .spawn(Screenshot::image(target.image.clone()))
        .observe(
            move |captured: On<ScreenshotCaptured>, mut progress: ResMut<CaptureProgress>| {
                let saved = captured
                    .image
                    .clone()
                    .try_into_dynamic()
                    .map_err(|error| error.to_string())
                    .and_then(|picture| {
                        picture
                            .to_rgb8()
                            .save(&file)
                            .map_err(|error| error.to_string())
                    });
                progress.outcome = Some(saved);
            },
        );
}
