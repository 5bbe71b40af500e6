//! The contents of the library: its chapters and their sections.

use super::current;
use crate::{
    app::commands::AppCommand,
    model::ids::Item,
    ui::{
        NARROW_WINDOW, PanelContext,
        widgets::{row, text},
    },
};
use egui::{Align, Id, Panel, ScrollArea, Ui};

/// Narrowest and widest the contents may be dragged.
const WIDTHS: (f32, f32) = (200.0, 420.0);

pub(super) fn contents_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let t = ctx.tokens;
    let mut open = ctx.state.left_panel_open;
    let narrow = ui.ctx().content_rect().width() < NARROW_WINDOW;
    let width = if narrow { 240.0 } else { t.size.left_panel };
    Panel::left(Id::new(("library contents", narrow)))
        .default_size(width)
        .size_range(WIDTHS.0..=if narrow { 300.0 } else { WIDTHS.1 })
        .frame(egui::Frame::new().fill(t.color.panel))
        .show_collapsible(ui, &mut open, |ui| chapters(ui, ctx, commands));
    if open != ctx.state.left_panel_open {
        commands.push(AppCommand::OpenLeftPanel(open));
    }
}

fn chapters(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    ui.spacing_mut().item_spacing.y = 0.0;
    let margin = |left, top, bottom| egui::Margin {
        left,
        right: 8,
        top,
        bottom,
    };
    egui::Frame::new()
        .inner_margin(margin(16, 12, 4))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.set_min_height(t.target());
                text::section(ui, t, &w.say("library-contents"));
            });
        });
    // The list follows the page turned to, but not the hand that scrolls it.
    let shown_id = Id::new("library: row in sight");
    let current = current(ctx);
    let before: Option<String> = ui.data(|data| data.get_temp(shown_id));
    let turned = before.as_deref() != current;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        egui::Frame::new()
            .inner_margin(margin(8, 0, 16))
            .show(ui, |ui| {
                for chapter in &ctx.catalog.chapters {
                    let number = chapter.order.to_string();
                    let first = chapter.sections.first();
                    if row::contents(ui, t, &number, ctx.said(&chapter.name), false).clicked()
                        && let Some(first) = first
                    {
                        commands.push(open(&first.id));
                    }
                    for section in &chapter.sections {
                        let on = current == Some(section.id.as_str());
                        let response = row::contents(ui, t, "", ctx.said(&section.name), on);
                        if on && turned {
                            response.scroll_to_me(Some(Align::Center));
                        }
                        if response.clicked() && !on {
                            commands.push(open(&section.id));
                        }
                    }
                    ui.add_space(t.space.group);
                }
            });
    });
    if turned {
        let current = current.map(str::to_owned).unwrap_or_default();
        ui.data_mut(|data| data.insert_temp(shown_id, current));
    }
}

/// Opens a section.
pub(super) fn open(id: &str) -> AppCommand {
    AppCommand::Select(Some(Item::Section(id.to_owned())))
}
