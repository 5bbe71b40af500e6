//! The settings menu: language, text size, colours of pain, motion, markers and labels, coach marks.

use super::{
    PanelContext, records,
    tokens::{Kind, Tokens},
    widgets::{
        button::{self, Choice, Weight},
        fold,
        mark::{self, Zone},
        switch::switch,
        text,
    },
};
use crate::{
    app::{commands::AppCommand, state::PainPalette},
    locale::{self, AvailableLanguage},
    model::language::Language,
};
use egui::Ui;
use egui_phosphor::regular as icon;

/// Width of the menu in points, before the text size.
const WIDTH: f32 = 272.0;

/// Width of the menu in points: that of the window at most.
pub(super) fn width(ui: &Ui, t: &Tokens) -> f32 {
    let window = ui.ctx().content_rect().width();
    t.grown(WIDTH).min(window - 4.0 * t.space.section)
}

/// Text sizes on offer.
const SCALES: [(f32, &str); 5] = [
    (0.9, "90"),
    (1.0, "100"),
    (1.25, "125"),
    (1.5, "150"),
    (2.0, "200"),
];

/// The menu, which scrolls where the window is lower.
pub(super) fn settings_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let t = ctx.tokens;
    let most = ui.ctx().content_rect().height() - t.grown(120.0);
    ui.set_min_width(width(ui, t));
    egui::ScrollArea::vertical()
        .max_height(most)
        // Else it would stay as small as it was before the text grew.
        .min_scrolled_height(most)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = t.space.unit;
            contents_ui(ui, ctx, commands);
        });
}

/// What is set.
pub(super) fn contents_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    let preferences = &ctx.state.preferences;
    let view = &ctx.state.view;
    languages(ui, ctx, commands);
    heading(ui, t, &w.say("settings-text-size"));
    let names = SCALES
        .map(|(_, percent)| w.say_with("settings-text-scale", &[("percent", percent.into())]));
    let mut scales = Vec::new();
    for ((value, label), name) in SCALES.iter().zip(&names) {
        scales.push(Choice {
            value: *value,
            label,
            name,
        });
    }
    let current = SCALES
        .iter()
        .map(|(scale, ..)| *scale)
        .find(|scale| (scale - preferences.text_scale).abs() < 0.01);
    if let Some(scale) = button::choices(ui, t, current, &scales)
        && current != Some(scale)
    {
        commands.push(AppCommand::SetTextScale(scale));
    }
    heading(ui, t, &w.say("settings-pain-colour"));
    ui.horizontal(|ui| {
        let palettes = [
            Choice {
                value: PainPalette::Red,
                label: &w.say("settings-pain-red"),
                name: &w.say("settings-pain-in-red"),
            },
            Choice {
                value: PainPalette::Blue,
                label: &w.say("settings-pain-blue"),
                name: &w.say("settings-pain-in-blue"),
            },
        ];
        let current = preferences.pain_palette;
        if let Some(palette) = button::choices(ui, t, Some(current), &palettes)
            && palette != current
        {
            commands.push(AppCommand::SetPainPalette(palette));
        }
        mark::swatch(ui, t, Zone::Essential);
        mark::swatch(ui, t, Zone::Spillover);
    });
    ui.add_space(t.space.unit);
    fold::rule(ui, t);
    if switch(ui, t, &w.say("settings-markers"), view.markers) {
        commands.push(AppCommand::ShowMarkers(!view.markers));
    }
    if switch(ui, t, &w.say("settings-labels"), view.labels) {
        commands.push(AppCommand::ShowLabels(!view.labels));
    }
    if switch(
        ui,
        t,
        &w.say("settings-reduced-motion"),
        preferences.reduced_motion,
    ) {
        commands.push(AppCommand::SetReducedMotion(!preferences.reduced_motion));
    }
    fold::rule(ui, t);
    if records::keep_ui(ui, ctx, commands) {
        ui.close();
    }
    fold::rule(ui, t);
    let again = button::words(
        ui,
        t,
        icon::LIGHTBULB,
        &w.say("settings-first-steps"),
        Weight::Quiet,
    );
    if again.clicked() {
        commands.push(AppCommand::NextCoachMark);
        ui.close();
    }
}

/// The languages by their own names, so that each is found by who reads it; and, where it is
/// not English, what stays in English.
fn languages(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    heading(ui, t, &w.say("settings-language"));
    let available: Vec<AvailableLanguage> = locale::languages_with(ctx.catalog);
    let choices: Vec<Choice<'_, Language>> = available
        .iter()
        .map(|available| Choice {
            value: available.language,
            label: &available.own_name,
            name: &available.own_name,
        })
        .collect();
    let current = w.language();
    if let Some(language) = button::choices(ui, t, Some(current), &choices)
        && language != current
    {
        commands.push(AppCommand::SetLanguage(language));
    }
    if !ctx.catalog.texts.is_complete(current) {
        let says = w.say("settings-facts-in-english");
        text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &says);
    }
}

fn heading(ui: &mut Ui, t: &Tokens, says: &str) {
    ui.add_space(t.space.unit);
    text::single_line(ui, t, Kind::Secondary, t.color.secondary, says);
}
