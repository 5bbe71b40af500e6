//! The pictures of a pattern as egui's textures.

use crate::{anatomy::plate::Facing, app::thumbnails::Thumbnails, ui::PatternThumbnails};
use bevy_egui::egui;

/// The textures on the graphics card, and the version of the pictures that they show.
#[derive(Default)]
pub struct PatternTextures {
    version: u64,
    handles: Vec<(Facing, egui::TextureHandle)>,
}

impl PatternTextures {
    /// Brings them in step with the pictures; none where there are none.
    pub fn follow(
        &mut self,
        context: &egui::Context,
        thumbnails: &Thumbnails,
    ) -> Option<PatternThumbnails> {
        let pictures = thumbnails.pictures.as_ref()?;
        let (_, first) = pictures.first()?;
        if self.version != thumbnails.version || self.handles.is_empty() {
            let loaded = pictures.iter().map(|(facing, picture)| {
                let image = egui::ColorImage::from_rgba_unmultiplied(
                    [picture.width, picture.height],
                    &picture.rgba,
                );
                let name = format!("pattern, {facing:?}");
                let options = egui::TextureOptions::LINEAR;
                (*facing, context.load_texture(name, image, options))
            });
            self.handles = loaded.collect();
            self.version = thumbnails.version;
        }
        let pictures = self.handles.iter();
        Some(PatternThumbnails {
            pictures: pictures
                .map(|(facing, handle)| (*facing, handle.id()))
                .collect(),
            aspect: first.width as f32 / first.height.max(1) as f32,
        })
    }
}
