//! egui's textures: when the renderer hears of their changes, and the pictures of a pattern as such.

use crate::{anatomy::plate::Facing, app::thumbnails::Thumbnails, ui::PatternThumbnails};
use bevy::{asset::AssetEventSystems, prelude::*};
use bevy_egui::{EguiPostUpdateSet, egui};

/// Lets new letters be drawn into their texture before its change is told to the renderer: told a frame later, they
/// would be missing from the first frame that needs them.
pub fn tell_in_time(app: &mut App) {
    app.configure_sets(
        PostUpdate,
        EguiPostUpdateSet::PostProcessOutput.before(AssetEventSystems),
    );
}

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
