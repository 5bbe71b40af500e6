//! The bar of a phone: one row of what is used all the time. The rest is in a sheet with the settings.

use super::{SIDE_MARGIN, search_field::search_field, view_choices};
use crate::{
    app::{commands::AppCommand, stage::LeftPanel},
    model::link::Theme,
    ui::{
        PanelContext, settings,
        widgets::{button, fold, menu},
    },
};
use egui::{
    Align, Frame, Layout, Margin, Panel, Popup, PopupAnchor, PopupCloseBehavior, Rect, RectAlign,
    ScrollArea, Ui, vec2,
};
use egui_phosphor::regular as icon;

/// Draws the bar around a switch of modes; gives the place of the search button.
pub(super) fn bar_ui(
    ui: &mut Ui,
    ctx: &PanelContext,
    beside: f32,
    commands: &mut Vec<AppCommand>,
    switch: impl FnOnce(&mut Ui, f32, &mut Vec<AppCommand>),
) -> Rect {
    let (t, w) = (ctx.tokens, ctx.words);
    let height = (t.target() + t.space.group).max(t.size.top_bar);
    Panel::top("top bar of a phone")
        .exact_size(height)
        .frame(
            Frame::new()
                .fill(t.color.panel)
                .inner_margin(Margin::symmetric(SIDE_MARGIN, 0)),
        )
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(t.space.unit / 2.0, 0.0);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                more(ui, ctx, commands);
                if ctx.stage.panels.presets || ctx.stage.panels.sides {
                    view_choices::view_menu(ui, ctx, commands);
                } else {
                    // What is beside it stays where it was.
                    ui.add_space(t.target());
                }
                let search = search_field(ui, ctx, t.target(), commands);
                let back = ctx.state.history.can_go_back();
                let name = w.say("top-back");
                let back = button::icon_enabled(ui, t, icon::ARROW_LEFT, &name, false, back);
                if back.clicked() {
                    commands.push(AppCommand::Back);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    // Elsewhere it is a tab of the sheet.
                    if ctx.stage.panels.left == LeftPanel::Contents {
                        super::fold_of_left(ui, ctx, commands);
                    }
                    switch(ui, beside, commands);
                });
                search
            })
            .inner
        })
        .inner
}

/// The button of the sheet with what is used now and then, and the sheet.
fn more(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    let button = button::icon(ui, t, icon::DOTS_THREE_VERTICAL, &w.say("top-more"), false);
    let screen = ui.ctx().content_rect();
    let foot = Rect::from_min_max(screen.left_bottom(), screen.right_bottom());
    let width = screen.width() - 2.0 * t.space.section - 2.0 * t.space.group;
    Popup::from_toggle_button_response(&button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .anchor(PopupAnchor::ParentRect(foot))
        .align(RectAlign::TOP)
        .gap(t.space.group)
        .frame(t.floating(t.space.section))
        .width(width)
        .show(|ui| {
            ui.set_width(width);
            let most = screen.height() - t.size.top_bar - 3.0 * t.space.card;
            ScrollArea::vertical()
                .max_height(most)
                .min_scrolled_height(most)
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    rows(ui, ctx, commands);
                    fold::rule(ui, t);
                    ui.spacing_mut().item_spacing.y = t.space.unit;
                    settings::contents_ui(ui, ctx, commands);
                });
        });
}

fn rows(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    if ctx.state.history.can_go_forward() {
        let forward = w.say("top-forward");
        if menu::row(ui, t, &forward, "", &forward, false) {
            commands.push(AppCommand::Forward);
        }
    }
    let copy = w.say("top-copy-link");
    if menu::row(ui, t, &copy, "", &copy, false) {
        commands.push(AppCommand::CopyLink);
    }
    let (other, name) = match ctx.state.theme() {
        Theme::Light => (Theme::Dark, w.say("top-dark-theme")),
        Theme::Dark => (Theme::Light, w.say("top-light-theme")),
    };
    if menu::row(ui, t, &name, "", &name, false) {
        commands.push(AppCommand::SetTheme(other));
    }
}
