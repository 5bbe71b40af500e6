//! The pictures of a pattern as egui's textures.

use crate::{anatomy::plate::Picture, app::thumbnails::Thumbnails, ui::PatternThumbnails};
use bevy_egui::egui;

/// The textures on the graphics card, and the version of the pictures that they show.
#[derive(Default)]
pub struct PatternTextures {
    version: u64,
    handles: Option<(egui::TextureHandle, egui::TextureHandle)>,
}

impl PatternTextures {
    /// Brings them in step with the pictures; none where there are none.
    pub fn follow(
        &mut self,
        context: &egui::Context,
        thumbnails: &Thumbnails,
    ) -> Option<PatternThumbnails> {
        let (front, back) = thumbnails.pictures.as_ref()?;
        if self.version != thumbnails.version || self.handles.is_none() {
            let load = |name: &str, picture: &Picture| {
                let image = egui::ColorImage::from_rgba_unmultiplied(
                    [picture.width, picture.height],
                    &picture.rgba,
                );
                context.load_texture(name, image, egui::TextureOptions::LINEAR)
            };
            self.handles = Some((
                load("pattern from the front", front),
                load("pattern from behind", back),
            ));
            self.version = thumbnails.version;
        }
        self.handles.as_ref().map(|(a, b)| PatternThumbnails {
            front: a.id(),
            back: b.id(),
            aspect: front.width as f32 / front.height.max(1) as f32,
        })
    }
}
