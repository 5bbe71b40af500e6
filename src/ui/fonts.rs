//! The fonts that are built in: Inter in three weights, and Phosphor's icons.

use super::tokens::{MEDIUM, SEMIBOLD};
use egui::{FontData, FontDefinitions, FontFamily};
use std::sync::Arc;

const ICONS: &str = "phosphor";

/// Inter for text in three weights, Phosphor for icons in every family.
#[must_use]
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let faces: [(&str, &'static [u8]); 3] = [
        (
            "regular",
            include_bytes!("../../assets/fonts/Inter-Regular.otf"),
        ),
        (
            MEDIUM,
            include_bytes!("../../assets/fonts/Inter-Medium.otf"),
        ),
        (
            SEMIBOLD,
            include_bytes!("../../assets/fonts/Inter-SemiBold.otf"),
        ),
    ];
    for (name, bytes) in faces {
        fonts
            .font_data
            .insert(name.into(), Arc::new(FontData::from_static(bytes)));
    }
    fonts.font_data.insert(
        ICONS.into(),
        Arc::new(egui_phosphor::Variant::Regular.font_data()),
    );
    for (family, face) in [
        (FontFamily::Proportional, "regular"),
        (FontFamily::Monospace, "regular"),
        (FontFamily::Name(MEDIUM.into()), MEDIUM),
        (FontFamily::Name(SEMIBOLD.into()), SEMIBOLD),
    ] {
        fonts
            .families
            .insert(family, vec![face.to_owned(), ICONS.to_owned()]);
    }
    fonts
}

/// Whether a test's frame can be drawn: in the first ones the fonts are only on their way.
#[cfg(test)]
pub fn ready(ui: &egui::Ui) -> bool {
    let there = ui.fonts(|fonts| {
        let semibold = FontFamily::Name(SEMIBOLD.into());
        fonts.definitions().families.contains_key(&semibold)
    });
    if !there {
        install(ui.ctx());
        ui.ctx().request_repaint();
    }
    there
}

/// Gives a context the fonts. Call once, before the first frame.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(definitions());
}
