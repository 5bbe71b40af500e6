//! The theme files `assets/theme/{light,dark}.ron`: colours, lengths and type sizes.
//!
//! Plain data without egui or Bevy, so that whatever draws (panels, the 3D view, a glTF file, a PDF) reads the
//! same tokens. What egui makes of them is in `ui::tokens`, what the picture makes of them in `view::palette`.

use crate::model::link::Theme;
use serde::{Deserialize, Deserializer, de};

/// A colour of the theme, sRGB, written `#RRGGBB`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub [u8; 3]);

impl Rgb {
    /// The same in linear light, red, green and blue from 0 to 1: the picture and 3D files count in it.
    pub fn linear(self) -> [f32; 3] {
        self.0.map(|byte| {
            let value = f32::from(byte) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        })
    }
}

impl<'de> Deserialize<'de> for Rgb {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let digits = text.strip_prefix('#').filter(|digits| {
            digits.len() == 6 && digits.chars().all(|digit| digit.is_ascii_hexdigit())
        });
        let value = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        match value {
            Some(value) => {
                let [_, red, green, blue] = value.to_be_bytes();
                Ok(Self([red, green, blue]))
            }
            None => Err(de::Error::custom(format!(
                "\"{text}\" is not a colour: write #RRGGBB"
            ))),
        }
    }
}

/// A theme file.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThemeFile {
    /// Colours of the interface and of pain.
    pub colors: ThemeColors,
    /// Colours of the body, as material before light.
    pub body: BodyColors,
    /// Distances.
    pub space: Space,
    /// Sizes of panels and controls.
    pub size: Sizes,
    /// Type sizes.
    pub text: TextSizes,
    /// What is otherwise on a phone.
    pub phone: PhoneSizes,
}

/// Colours of the interface and of pain.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each colour is named by what it is for")]
pub struct ThemeColors {
    /// Ground of the viewport: middle, edge.
    pub ground: (Rgb, Rgb),
    pub panel: Rgb,
    pub raised: Rgb,
    pub text: Rgb,
    pub secondary: Rgb,
    /// Icons and marks only: too faint for text.
    pub faint: Rgb,
    pub hairline: Rgb,
    pub hover: Rgb,
    pub pressed: Rgb,
    pub accent: Rgb,
    pub on_accent: Rgb,
    pub accent_soft: Rgb,
    pub essential: Rgb,
    /// Essential pain in the blue palette.
    pub essential_blue: Rgb,
    pub painted: Rgb,
    /// Colours that pains painted by the user take in turn; the first is `painted`.
    pub pains: [Rgb; 6],
    pub both: Rgb,
    pub warning: Rgb,
    pub warning_soft: Rgb,
    pub stop: Rgb,
    pub stop_soft: Rgb,
    /// Opacity of the shadow under floating things, 0 to 255.
    pub shadow_alpha: u8,
    /// Opacity of the veil under a dialogue, 0 to 255.
    pub scrim_alpha: u8,
}

/// Colours of the body, as material before light.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyColors {
    /// Muscle belly: the outermost layer, the innermost.
    pub belly: (Rgb, Rgb),
    /// Tendon.
    pub tendon: Rgb,
    /// Bone.
    pub bone: Rgb,
    /// Cartilage: bluer than bone.
    pub cartilage: Rgb,
    /// Tooth: whiter than bone.
    pub tooth: Rgb,
    /// Skin when it is solid.
    pub skin: Rgb,
    /// Skin as a shell one sees through.
    pub shell: Rgb,
    /// Opacity of that shell, 0 to 1.
    pub shell_opacity: f32,
}

/// Distances, in points.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Space {
    /// The grid.
    pub unit: f32,
    /// Inside a group.
    pub group: f32,
    /// Between groups.
    pub section: f32,
    /// Around a card.
    pub card: f32,
    /// Radius of corners.
    pub radius: f32,
}

/// Sizes of panels and controls, in points.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sizes {
    /// Width of the left panel.
    pub left_panel: f32,
    /// Width of the card.
    pub card: f32,
    /// Height of the top bar.
    pub top_bar: f32,
    /// Height of the status line.
    pub status_line: f32,
    /// Least width and height of what can be clicked.
    pub target: f32,
    /// Width of the search.
    pub search: f32,
}

/// Type sizes, in points, before the user's text size.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextSizes {
    /// Running text.
    pub body: f32,
    /// Secondary text.
    pub secondary: f32,
    /// Headings of a card's sections.
    pub section: f32,
    /// Titles of cards.
    pub title: f32,
    /// Captions.
    pub caption: f32,
    /// Icons.
    pub icon: f32,
    /// Line height as a multiple of the size.
    pub line_height: f32,
}

/// Sizes on a phone, in points, before the user's text size.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhoneSizes {
    /// Least width and height of what a finger presses.
    pub target: f32,
    /// Height of the top bar.
    pub top_bar: f32,
    /// Around a card.
    pub margin: f32,
    /// Type sizes.
    pub text: TextSizes,
}

/// Why a theme file cannot be used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("theme file at line {line}, column {column}: {what}")]
pub struct ThemeError {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// What is wrong.
    pub what: String,
}

impl ThemeFile {
    /// Reads a theme file.
    ///
    /// # Errors
    /// Where it is not RON of this shape.
    pub fn parse(text: &str) -> Result<Self, ThemeError> {
        ron::from_str(text).map_err(|error| ThemeError {
            line: error.span.start.line,
            column: error.span.start.col,
            what: error.code.to_string(),
        })
    }

    /// The theme that is built in.
    ///
    /// # Errors
    /// Where the file that was built in is at fault; a test sees to it that it is not.
    pub fn built_in(theme: Theme) -> Result<Self, ThemeError> {
        Self::parse(match theme {
            Theme::Light => include_str!("../../assets/theme/light.ron"),
            Theme::Dark => include_str!("../../assets/theme/dark.ron"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance and contrast as WCAG 2 defines them.
    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let luminance = |Rgb(rgb): Rgb| {
            let linear = rgb.map(|channel| {
                let c = f64::from(channel) / 255.0;
                if c <= 0.04045 {
                    c / 12.92
                } else {
                    ((c + 0.055) / 1.055).powf(2.4)
                }
            });
            0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        };
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_stands_out_from_whatever_it_is_set_on() {
        for theme in [Theme::Light, Theme::Dark] {
            let colors = ThemeFile::built_in(theme).unwrap().colors;
            for ground in [
                colors.panel,
                colors.raised,
                colors.hover,
                colors.accent_soft,
            ] {
                for text in [colors.text, colors.secondary, colors.accent] {
                    let found = contrast(text, ground);
                    assert!(
                        found >= 4.5,
                        "{theme:?}: {text:?} on {ground:?} is {found:.2}"
                    );
                }
            }
            assert!(contrast(colors.on_accent, colors.accent) >= 4.5);
            assert!(contrast(colors.text, colors.stop_soft) >= 4.5);
            assert!(contrast(colors.stop, colors.stop_soft) >= 4.5);
            assert!(contrast(colors.warning, colors.warning_soft) >= 4.5);
        }
    }

    #[test]
    fn linear_light_is_that_of_srgb() {
        assert_eq!(Rgb([0, 0, 0]).linear(), [0.0; 3]);
        let [red, green, blue] = Rgb([255, 188, 10]).linear();
        assert!(
            (red - 1.0).abs() < 1e-6 && (green - 0.502_886).abs() < 1e-4,
            "{red} {green}"
        );
        assert!((blue - 0.003_035).abs() < 1e-5, "{blue}");
    }

    #[test]
    fn a_colour_that_is_none_is_refused_with_its_place() {
        let text = include_str!("../../assets/theme/dark.ron").replace("#24282C", "#24282");
        let error = ThemeFile::parse(&text).unwrap_err();
        assert_eq!(error.line, 5);
        assert!(error.what.contains("#RRGGBB"), "{}", error.what);
    }
}
