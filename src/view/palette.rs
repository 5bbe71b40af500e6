//! The picture's colours, read from the same theme files as the panels'.

use crate::{
    anatomy::plate::PlateColours,
    app::{
        state::PainPalette,
        theme::{Rgb, ThemeFile},
    },
    model::link::Theme,
};
use bevy::prelude::*;

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
    /// Cartilage.
    pub cartilage: Vec3,
    /// Tooth.
    pub tooth: Vec3,
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

impl Palette {
    /// The palette of a theme.
    ///
    /// # Errors
    /// When the theme's file has a fault; it is built in, so a test guards it.
    pub fn of(theme: Theme, pain: PainPalette) -> Result<Self, BevyError> {
        let file = ThemeFile::built_in(theme)?;
        let (colors, body) = (&file.colors, &file.body);
        let linear = |colour: Rgb| Vec3::from(colour.linear());
        let essential = match pain {
            PainPalette::Red => colors.essential,
            PainPalette::Blue => colors.essential_blue,
        };
        Ok(Self {
            ground: linear(colors.ground.0),
            ground_edge: linear(colors.ground.1),
            belly_outer: linear(body.belly.0),
            belly_inner: linear(body.belly.1),
            tendon: linear(body.tendon),
            bone: linear(body.bone),
            cartilage: linear(body.cartilage),
            tooth: linear(body.tooth),
            skin: linear(body.skin),
            shell: linear(body.shell),
            shell_opacity: body.shell_opacity,
            accent: linear(colors.accent),
            pain: linear(essential),
            pains: colors.pains.map(linear),
            both: linear(colors.both),
            warning: linear(colors.warning),
        })
    }
}

/// The colours of thumbnails in the same theme.
///
/// # Errors
/// As [`Palette::of`].
pub fn thumbnail_colours(theme: Theme, pain: PainPalette) -> Result<PlateColours, BevyError> {
    let file = ThemeFile::built_in(theme)?;
    let pain = match pain {
        PainPalette::Red => file.colors.essential,
        PainPalette::Blue => file.colors.essential_blue,
    };
    Ok(PlateColours {
        skin: file.body.shell.0,
        pain: pain.0,
        tingling: file.colors.accent.0,
    })
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
