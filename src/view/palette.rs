//! The picture's colours, read from the same theme files as the panels'.

use crate::{
    app::{state::PainPalette, thumbnails::ThumbnailColours},
    model::link::Theme,
};
use bevy::prelude::*;
use serde::Deserialize;

/// Colours of the picture in linear RGB.
#[derive(Resource, Clone, Debug, PartialEq)]
pub struct Palette {
    /// Ground in the middle of the viewport.
    pub ground: Vec3,
    /// Ground at its corners.
    pub ground_edge: Vec3,
    /// Belly of the superficial muscles.
    pub belly_outer: Vec3,
    /// Belly of the deepest muscles.
    pub belly_inner: Vec3,
    /// Tendon and aponeurosis.
    pub tendon: Vec3,
    /// Bone.
    pub bone: Vec3,
    /// Solid skin.
    pub skin: Vec3,
    /// Skin as a shell over what is selected.
    pub shell: Vec3,
    /// Opacity of that shell.
    pub shell_opacity: f32,
    /// Selection.
    pub accent: Vec3,
    /// Essential and spillover pain.
    pub pain: Vec3,
    /// Pains painted by the user, in the order in which they take them.
    pub pains: [Vec3; 6],
    /// Where a pain that was painted and a pattern agree.
    pub both: Vec3,
    /// Where no tool belongs.
    pub warning: Vec3,
}

#[derive(Deserialize)]
struct ThemeFile {
    colors: ThemeColors,
    body: ThemeBody,
}

#[derive(Deserialize)]
struct ThemeColors {
    ground: (String, String),
    accent: String,
    essential: String,
    essential_blue: String,
    pains: [String; 6],
    both: String,
    warning: String,
}

#[derive(Deserialize)]
struct ThemeBody {
    belly: (String, String),
    tendon: String,
    bone: String,
    skin: String,
    shell: String,
    shell_opacity: f32,
}

impl Palette {
    /// The palette of a theme.
    ///
    /// # Errors
    /// When the theme's file has a fault; it is built in, so a test guards it.
    pub fn of(theme: Theme, pain: PainPalette) -> Result<Self, BevyError> {
        let text = match theme {
            Theme::Light => include_str!("../../assets/theme/light.ron"),
            Theme::Dark => include_str!("../../assets/theme/dark.ron"),
        };
        let file: ThemeFile = ron::from_str(text)?;
        let essential = match pain {
            PainPalette::Red => &file.colors.essential,
            PainPalette::Blue => &file.colors.essential_blue,
        };
        Ok(Self {
            ground: linear(&file.colors.ground.0)?,
            ground_edge: linear(&file.colors.ground.1)?,
            belly_outer: linear(&file.body.belly.0)?,
            belly_inner: linear(&file.body.belly.1)?,
            tendon: linear(&file.body.tendon)?,
            bone: linear(&file.body.bone)?,
            skin: linear(&file.body.skin)?,
            shell: linear(&file.body.shell)?,
            shell_opacity: file.body.shell_opacity,
            accent: linear(&file.colors.accent)?,
            pain: linear(essential)?,
            pains: {
                let mut pains = [Vec3::ZERO; 6];
                for (to, from) in pains.iter_mut().zip(&file.colors.pains) {
                    *to = linear(from)?;
                }
                pains
            },
            both: linear(&file.colors.both)?,
            warning: linear(&file.colors.warning)?,
        })
    }
}

/// The colours of thumbnails in the same theme, sRGB bytes.
impl From<&Palette> for ThumbnailColours {
    fn from(palette: &Palette) -> Self {
        let bytes = |colour: Vec3| {
            let srgb = Srgba::from(LinearRgba::from_vec3(colour)).to_u8_array();
            [srgb[0], srgb[1], srgb[2]]
        };
        Self(bytes(palette.shell), bytes(palette.pain))
    }
}

fn linear(hex: &str) -> Result<Vec3, BevyError> {
    Ok(Srgba::hex(hex).map(LinearRgba::from)?.to_vec3())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_themes_have_every_colour() {
        for theme in [Theme::Light, Theme::Dark] {
            for pain in [PainPalette::Red, PainPalette::Blue] {
                assert!(Palette::of(theme, pain).is_ok());
            }
        }
    }
}
