//! Draws a view into a picture, without a window and without a display. Writing the file is the shell's.

use super::{
    camera::{BodyCamera, CameraState},
    target::CaptureTarget,
};
use crate::app::{
    load::BodyFailed,
    session::{Anatomy, Session},
    stage::{Preparation, Stage},
    thumbnails::Thumbnails,
};
use bevy::{
    asset::RenderAssetUsages,
    camera::RenderTarget,
    image::{Image, ImageFormat},
    prelude::*,
    render::{
        render_resource::{Extent3d, TextureDimension, TextureFormat, TextureUsages},
        view::screenshot::{Screenshot, ScreenshotCaptured},
    },
};
use std::io::Cursor;

/// Frames drawn after the body is there: fonts, pipelines and panels settle in these.
const SETTLING_FRAMES: u32 = 12;
/// Frames after which something is wrong.
const PATIENCE_FRAMES: u32 = 20_000;

/// How far the capture is.
#[derive(Resource, Default)]
pub struct CaptureProgress {
    settled: u32,
    asked: bool,
    /// What came of it, once it is over: the bytes of a PNG file.
    pub outcome: Option<Result<Vec<u8>, CaptureError>>,
}

/// Why there is no picture.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum CaptureError {
    /// There is nothing to draw.
    #[error("the body could not be built; `myomap check` tells what is wrong with the data")]
    NoBody,
    /// There is nothing to paint on.
    #[error("the body could not be prepared for what is painted on it")]
    NotPrepared,
    /// Something never came to rest.
    #[error("the picture was not finished in time")]
    Late,
    /// What was drawn is no picture that PNG knows.
    #[error("the picture could not be encoded: {0}")]
    Encoding(String),
}

/// Captures one picture, and tells in [`CaptureProgress`] what came of it.
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
    target: Res<CaptureTarget>,
    scene: Option<Res<Anatomy>>,
    failed: Option<Res<BodyFailed>>,
    session: Res<Session>,
    stage: Res<Stage>,
    camera: Res<CameraState>,
    thumbnails: Res<Thumbnails>,
    mut progress: ResMut<CaptureProgress>,
    mut frames: Local<u32>,
) {
    *frames += 1;
    if progress.outcome.is_none() {
        if failed.is_some() {
            progress.outcome = Some(Err(CaptureError::NoBody));
        } else if *frames > PATIENCE_FRAMES {
            progress.outcome = Some(Err(CaptureError::Late));
        }
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
            progress.outcome = Some(Err(CaptureError::NotPrepared));
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
    commands
        .spawn(Screenshot::image(target.image.clone()))
        .observe(
            |captured: On<ScreenshotCaptured>, mut progress: ResMut<CaptureProgress>| {
                progress.outcome = Some(png(&captured.image));
            },
        );
}

/// The bytes of a PNG file, without transparency.
fn png(image: &Image) -> Result<Vec<u8>, CaptureError> {
    let encoding = |error: &dyn std::fmt::Display| CaptureError::Encoding(error.to_string());
    let format = ImageFormat::Png
        .as_image_crate_format()
        .ok_or_else(|| encoding(&"this build has no PNG"))?;
    let picture = image
        .clone()
        .try_into_dynamic()
        .map_err(|error| encoding(&error))?;
    let mut file = Cursor::new(Vec::new());
    picture
        .to_rgb8()
        .write_to(&mut file, format)
        .map_err(|error| encoding(&error))?;
    Ok(file.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy::ecs::system::RunSystemOnce;

    fn world() -> World {
        let mut world = World::new();
        world.init_resource::<CaptureProgress>();
        world.init_resource::<Session>();
        world.init_resource::<Stage>();
        world.init_resource::<Thumbnails>();
        world.init_resource::<CameraState>();
        world.insert_resource(CaptureTarget {
            image: Handle::default(),
            size: UVec2::new(16, 16),
        });
        world
    }

    #[test]
    fn it_waits_for_the_body_and_ends_at_once_where_there_will_be_none() {
        let mut world = world();
        world.run_system_once(capture).unwrap();
        assert_eq!(world.resource::<CaptureProgress>().outcome, None);
        world.insert_resource(BodyFailed);
        world.run_system_once(capture).unwrap();
        let outcome = world.resource::<CaptureProgress>().outcome.clone();
        assert_eq!(outcome, Some(Err(CaptureError::NoBody)));
    }
}
