//! The theme as egui understands it: colours, fonts and the style of stock widgets.
//!
//! This is the only place of the interface in which colours are made.
#![allow(
    clippy::disallowed_methods,
    reason = "this is where the theme's colours become egui's"
)]

use crate::{
    app::{
        state::{PainPalette, TEXT_SCALES},
        theme::{PhoneSizes, Rgb, Sizes, Space, TextSizes, ThemeError, ThemeFile},
    },
    model::link::Theme,
};
use egui::{
    Color32, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Vec2,
    Visuals, epaint::FontColorTransferFunction, style::WidgetVisuals, vec2,
};

/// What a text is, which sets its size and weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Title of a card.
    Title,
    /// Heading of a section.
    Section,
    /// Running text.
    Body,
    /// Running text that leads: names, method titles.
    Strong,
    /// Secondary text.
    Secondary,
    /// Captions and tick labels.
    Caption,
    /// An icon by itself.
    Icon,
}

/// Colours, ready to paint with.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "each colour is named by what it is for")]
pub struct Colors {
    pub ground: (Color32, Color32),
    pub panel: Color32,
    pub raised: Color32,
    pub text: Color32,
    pub secondary: Color32,
    /// Icons and marks only: too faint for text.
    pub faint: Color32,
    pub hairline: Color32,
    pub hover: Color32,
    pub pressed: Color32,
    pub accent: Color32,
    pub on_accent: Color32,
    pub accent_soft: Color32,
    /// Pain, in the palette chosen: filled where essential, stippled where spillover.
    pub pain: Color32,
    pub painted: Color32,
    pub pains: [Color32; 6],
    pub both: Color32,
    pub warning: Color32,
    pub warning_soft: Color32,
    pub stop: Color32,
    pub stop_soft: Color32,
    pub shadow: Color32,
    pub scrim: Color32,
    /// Nothing at all.
    pub none: Color32,
}

/// A theme at the user's text size and palette.
#[derive(Clone, Debug, PartialEq)]
pub struct Tokens {
    /// Which theme it is.
    pub theme: Theme,
    /// Factor of the text sizes, 0.8 to 2.
    pub text_scale: f32,
    /// Colours.
    pub color: Colors,
    /// Distances; they do not grow with the text.
    pub space: Space,
    /// Sizes before the text size; see [`Tokens::grown`].
    pub size: Sizes,
    /// Type sizes before the text size; see [`Tokens::font`].
    pub text: TextSizes,
    /// Let nothing ease or fade.
    pub reduced_motion: bool,
    /// Sizes on a phone; see [`Tokens::on_phone`].
    pub of_phone: PhoneSizes,
    /// How much larger text is than the design's of a desktop, before the user's text size: more than 1 on a phone.
    pub phone_growth: f32,
}

fn opaque(Rgb([red, green, blue]): Rgb) -> Color32 {
    Color32::from_rgb(red, green, blue)
}

impl Tokens {
    /// Tokens of a theme that is built in. `text_scale` is kept within [`TEXT_SCALES`].
    ///
    /// # Errors
    /// Where the theme file is at fault.
    pub fn built_in(
        theme: Theme,
        text_scale: f32,
        palette: PainPalette,
    ) -> Result<Self, ThemeError> {
        let file = ThemeFile::built_in(theme)?;
        Ok(Self::new(theme, &file, text_scale, palette))
    }

    /// Tokens of a theme file. `text_scale` is kept within [`TEXT_SCALES`].
    #[must_use]
    pub fn new(theme: Theme, file: &ThemeFile, text_scale: f32, palette: PainPalette) -> Self {
        let colors = &file.colors;
        let text_scale = if text_scale.is_finite() {
            text_scale.clamp(TEXT_SCALES.0, TEXT_SCALES.1)
        } else {
            1.0
        };
        Self {
            theme,
            text_scale,
            color: Colors {
                ground: (opaque(colors.ground.0), opaque(colors.ground.1)),
                panel: opaque(colors.panel),
                raised: opaque(colors.raised),
                text: opaque(colors.text),
                secondary: opaque(colors.secondary),
                faint: opaque(colors.faint),
                hairline: opaque(colors.hairline),
                hover: opaque(colors.hover),
                pressed: opaque(colors.pressed),
                accent: opaque(colors.accent),
                on_accent: opaque(colors.on_accent),
                accent_soft: opaque(colors.accent_soft),
                pain: opaque(match palette {
                    PainPalette::Red => colors.essential,
                    PainPalette::Blue => colors.essential_blue,
                }),
                painted: opaque(colors.painted),
                pains: colors.pains.map(opaque),
                both: opaque(colors.both),
                warning: opaque(colors.warning),
                warning_soft: opaque(colors.warning_soft),
                stop: opaque(colors.stop),
                stop_soft: opaque(colors.stop_soft),
                shadow: Color32::from_black_alpha(colors.shadow_alpha),
                scrim: Color32::from_black_alpha(colors.scrim_alpha),
                none: Color32::TRANSPARENT,
            },
            space: file.space,
            size: file.size,
            text: file.text,
            reduced_motion: false,
            of_phone: file.phone,
            phone_growth: 1.0,
        }
    }

    /// The same for a phone: text and targets of fingers, and narrower margins.
    #[must_use]
    pub fn on_phone(&self) -> Self {
        if self.are_phones() {
            return self.clone();
        }
        let phone = self.of_phone;
        Self {
            phone_growth: phone.text.body / self.text.body,
            text: phone.text,
            space: Space {
                card: phone.margin,
                ..self.space
            },
            size: Sizes {
                target: phone.target,
                top_bar: phone.top_bar,
                ..self.size
            },
            ..self.clone()
        }
    }

    /// Whether these are a phone's, see [`Tokens::on_phone`].
    #[must_use]
    pub fn are_phones(&self) -> bool {
        self.phone_growth > 1.0
    }

    /// The same without easing.
    #[must_use]
    pub fn with_reduced_motion(mut self, reduced: bool) -> Self {
        self.reduced_motion = reduced;
        self
    }

    /// A length that grows with the text but never shrinks below the design's.
    #[must_use]
    pub fn grown(&self, points: f32) -> f32 {
        (points * self.text_scale.max(1.0) * self.phone_growth).round()
    }

    /// Height and least width of what can be clicked. A finger's is large enough already, and grows only where a
    /// line of text would not fit.
    #[must_use]
    pub fn target(&self) -> f32 {
        match self.are_phones() {
            true => (self.line_height(Kind::Body) + self.space.group).max(self.size.target),
            false => self.grown(self.size.target),
        }
    }

    /// Height of a row that is pressed and that is so high on a desktop, in points.
    #[must_use]
    pub fn row(&self, points: f32) -> f32 {
        match self.are_phones() {
            true => self.target(),
            false => self.grown(points),
        }
    }

    /// Around the text of a field, which is so as high as what is clicked.
    #[must_use]
    pub fn field_margin(&self, kind: Kind) -> Margin {
        /// Height of a row of Inter by itself, as a multiple of its size.
        const ROW: f32 = 1.21;
        let above = ((self.target() - self.text_size(kind) * ROW) / 2.0).ceil();
        Margin::symmetric(self.space.group as i8, above.max(2.0) as i8)
    }

    /// Size in points of a kind of text, at the user's text size.
    #[must_use]
    pub fn text_size(&self, kind: Kind) -> f32 {
        let points = match kind {
            Kind::Title => self.text.title,
            Kind::Section => self.text.section,
            Kind::Body | Kind::Strong => self.text.body,
            Kind::Secondary => self.text.secondary,
            Kind::Caption => self.text.caption,
            Kind::Icon => self.text.icon,
        };
        points * self.text_scale
    }

    /// Font of a kind of text, at the user's text size.
    #[must_use]
    pub fn font(&self, kind: Kind) -> FontId {
        let family = match kind {
            Kind::Title | Kind::Section => FontFamily::Name(SEMIBOLD.into()),
            Kind::Strong => FontFamily::Name(MEDIUM.into()),
            Kind::Body | Kind::Secondary | Kind::Caption | Kind::Icon => FontFamily::Proportional,
        };
        FontId::new(self.text_size(kind), family)
    }

    /// Line height in points of a kind of text.
    #[must_use]
    pub fn line_height(&self, kind: Kind) -> f32 {
        let factor = match kind {
            Kind::Title => 1.25,
            _ => self.text.line_height,
        };
        (self.text_size(kind) * factor).round()
    }

    /// Radius of corners.
    #[must_use]
    pub fn corner(&self) -> CornerRadius {
        CornerRadius::from(self.space.radius)
    }

    /// Radius of small things' corners.
    #[must_use]
    pub fn small_corner(&self) -> CornerRadius {
        CornerRadius::from(self.space.radius * 0.75)
    }

    /// The line between things.
    #[must_use]
    pub fn hairline(&self) -> Stroke {
        Stroke::new(1.0, self.color.hairline)
    }

    /// The one elevation of floating things.
    #[must_use]
    pub fn elevation(&self) -> Shadow {
        Shadow {
            offset: [0, 4],
            blur: 20,
            spread: 0,
            color: self.color.shadow,
        }
    }

    /// A floating thing's frame.
    pub fn floating(&self, margin: f32) -> egui::Frame {
        egui::Frame::new()
            .fill(self.color.raised)
            .stroke(self.hairline())
            .corner_radius(self.corner())
            .shadow(self.elevation())
            .inner_margin(Margin::from(margin))
    }

    /// The style of egui's own widgets.
    #[must_use]
    pub fn style(&self) -> Style {
        let mut style = Style {
            visuals: self.visuals(),
            animation_time: if self.reduced_motion { 0.0 } else { 0.18 },
            ..Style::default()
        };
        style.text_styles = [
            (TextStyle::Small, Kind::Caption),
            (TextStyle::Body, Kind::Body),
            (TextStyle::Button, Kind::Body),
            (TextStyle::Monospace, Kind::Secondary),
            (TextStyle::Heading, Kind::Title),
        ]
        .into_iter()
        .map(|(text_style, kind)| (text_style, self.font(kind)))
        .collect();
        if self.reduced_motion {
            style.scroll_animation = egui::style::ScrollAnimation::none();
        }
        let spacing = &mut style.spacing;
        spacing.item_spacing = Vec2::splat(self.space.group);
        spacing.button_padding = vec2(12.0, 4.0);
        spacing.interact_size = vec2(self.target(), self.target());
        spacing.menu_margin = Margin::from(self.space.unit);
        spacing.window_margin = Margin::from(self.space.section);
        spacing.tooltip_width = self.grown(300.0);
        spacing.menu_width = self.grown(320.0);
        spacing.scroll = egui::style::ScrollStyle {
            floating: true,
            bar_width: 8.0,
            floating_width: 4.0,
            bar_outer_margin: 2.0,
            foreground_color: false,
            dormant_handle_opacity: 0.0,
            active_handle_opacity: 0.7,
            interact_handle_opacity: 1.0,
            ..egui::style::ScrollStyle::floating()
        };
        // The window draws only when something happens: a tooltip that waits would wait for ever.
        style.interaction.tooltip_delay = 0.0;
        style.interaction.show_tooltips_only_when_still = false;
        style.interaction.selectable_labels = true;
        style
    }

    fn visuals(&self) -> Visuals {
        let color = &self.color;
        let mut visuals = match self.theme {
            Theme::Light => Visuals::light(),
            Theme::Dark => Visuals::dark(),
        };
        visuals.text_options.color_transfer_function = match self.theme {
            Theme::Light => TEXT_WEIGHT_ON_LIGHT,
            Theme::Dark => TEXT_WEIGHT_ON_DARK,
        };
        let widget = |fill: Color32, text: Color32| WidgetVisuals {
            bg_fill: fill,
            weak_bg_fill: fill,
            bg_stroke: Stroke::NONE,
            corner_radius: self.small_corner(),
            fg_stroke: Stroke::new(1.0, text),
            expansion: 0.0,
        };
        visuals.override_text_color = Some(color.text);
        visuals.weak_text_color = Some(color.secondary);
        visuals.widgets.noninteractive = WidgetVisuals {
            bg_stroke: self.hairline(),
            ..widget(color.panel, color.text)
        };
        // The fill of an inactive widget is also the handle of a scroll bar.
        visuals.widgets.inactive = WidgetVisuals {
            bg_fill: color.faint,
            ..widget(color.hover, color.text)
        };
        visuals.widgets.hovered = widget(color.pressed, color.text);
        visuals.widgets.hovered.bg_fill = color.faint;
        visuals.widgets.active = widget(color.accent, color.text);
        visuals.widgets.open = widget(color.hover, color.text);
        visuals.selection.bg_fill = color.accent_soft;
        visuals.selection.stroke = Stroke::new(1.0, color.accent);
        visuals.hyperlink_color = color.accent;
        visuals.faint_bg_color = color.hover;
        visuals.extreme_bg_color = color.raised;
        visuals.text_edit_bg_color = Some(color.raised);
        visuals.warn_fg_color = color.warning;
        visuals.error_fg_color = color.stop;
        visuals.window_corner_radius = self.corner();
        visuals.menu_corner_radius = self.corner();
        visuals.window_fill = color.raised;
        visuals.window_stroke = self.hairline();
        visuals.window_shadow = self.elevation();
        visuals.popup_shadow = self.elevation();
        visuals.panel_fill = color.panel;
        visuals.text_cursor.stroke = Stroke::new(1.5, color.accent);
        visuals.interact_cursor = Some(egui::CursorIcon::PointingHand);
        visuals
    }

    /// Gives a context the style of these tokens. Cheap when nothing has changed since.
    pub fn apply(&self, ctx: &egui::Context) {
        let id = egui::Id::new("myomap tokens applied");
        let applied = ctx.data(|data| data.get_temp::<Self>(id));
        if applied.as_ref() == Some(self) {
            return;
        }
        let theme = match self.theme {
            Theme::Light => egui::Theme::Light,
            Theme::Dark => egui::Theme::Dark,
        };
        ctx.set_theme(theme);
        ctx.set_style_of(theme, self.style());
        ctx.data_mut(|data| data.insert_temp(id, self.clone()));
    }
}

/// How much of a pixel a letter covers becomes how opaque it is there. egui's own choices are for blending in the
/// screen's encoding; the panels are blended in linear light, which makes dark letters thin and light ones fat. So the
/// two change places: black on white comes out as with egui's choice (1 - c, where c is covered), white on black nearly.
const TEXT_WEIGHT_ON_LIGHT: FontColorTransferFunction =
    FontColorTransferFunction::TwoCoverageMinusCoverageSq;
/// See [`TEXT_WEIGHT_ON_LIGHT`].
const TEXT_WEIGHT_ON_DARK: FontColorTransferFunction = FontColorTransferFunction::Off;

/// Family name of the medium weight.
pub const MEDIUM: &str = "medium";
/// Family name of the semibold weight.
pub const SEMIBOLD: &str = "semibold";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_a_phone_no_text_is_smaller_than_16_points_and_no_target_than_44() {
        let kinds = [
            Kind::Title,
            Kind::Section,
            Kind::Body,
            Kind::Strong,
            Kind::Secondary,
            Kind::Caption,
            Kind::Icon,
        ];
        for theme in [Theme::Light, Theme::Dark] {
            for scale in [1.0, 1.5, 2.0] {
                let desk = Tokens::built_in(theme, scale, PainPalette::Red).unwrap();
                let phone = desk.on_phone();
                for kind in kinds {
                    assert!(phone.text_size(kind) >= 16.0 * scale, "{kind:?}");
                }
                assert!(phone.target() >= 44.0 && phone.row(32.0) >= 44.0);
                assert!(phone.target() >= phone.line_height(Kind::Body));
                assert!(phone.are_phones() && !desk.are_phones());
                assert_eq!(phone.color, desk.color);
            }
        }
    }
}
