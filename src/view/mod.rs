//! The picture: Bevy's rendering of the body, the pain, the markers' places, and the pointer over it.
//!
//! It reads the state and sends commands; it never changes the state and knows nothing of the panels.

use bevy::prelude::*;

pub mod appearance;
mod backdrop;
pub mod body;
mod body_view;
pub mod camera;
pub mod capture;
pub mod choose_view;
mod fibres;
pub mod lens;
pub mod markers;
pub mod materials;
mod mesh;
mod no_go;
pub mod orbit;
mod outline;
pub mod pain;
pub mod painting;
pub mod palette;
mod patch;
pub mod pointer;
mod rest;
pub mod still;
pub mod target;
mod turned;
mod warm;

use crate::app::{
    session::{Session, Systems},
    thumbnails::ThumbnailColours,
};
use palette::{Palette, thumbnail_colours};

/// Everything that draws the body.
pub fn plugin(app: &mut App) {
    // On the desktop shaders are compiled beside the window, and wait for nobody.
    if cfg!(target_arch = "wasm32") {
        app.add_plugins(warm::plugin);
    }
    app.add_plugins((
        materials::plugin,
        body::plugin,
        pain::plugin,
        no_go::plugin,
        outline::plugin,
        camera::plugin,
        markers::plugin,
        pointer::plugin,
        rest::plugin,
        painting::plugin,
        still::plugin,
    ))
    .add_systems(PreStartup, sync_palette)
    .add_systems(
        Update,
        (
            sync_palette.after(Systems::Apply).before(Systems::Sync),
            backdrop::sync_backdrop.in_set(Systems::Sync),
        ),
    );
}

/// Keeps the palette that of the theme and the pain colours chosen.
fn sync_palette(
    mut commands: Commands,
    session: Res<Session>,
    palette: Option<ResMut<Palette>>,
    mut colours: ResMut<ThumbnailColours>,
) -> Result {
    if !session.is_changed() && palette.is_some() {
        return Ok(());
    }
    let (theme, pain) = (session.theme(), session.preferences.pain_palette);
    let wanted = Palette::of(theme, pain)?;
    let of_thumbnails = thumbnail_colours(theme, pain)?;
    colours.set_if_neq(ThumbnailColours(Some(of_thumbnails)));
    match palette {
        Some(mut palette) => {
            palette.set_if_neq(wanted);
        }
        None => commands.insert_resource(wanted),
    }
    Ok(())
}
