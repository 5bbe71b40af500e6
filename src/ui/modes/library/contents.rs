//! The contents of the library: its chapters and their sections.

use super::current;
use crate::{
    app::commands::AppCommand,
    model::ids::Item,
    ui::{
        PanelContext,
        side_panel::{self, Edge, Widths, side_panel_ui},
        widgets::{row, text},
    },
};
use egui::{Align, Id, ScrollArea, Ui};

/// Narrowest the contents may be dragged, in points.
const LEAST_WIDTH: f32 = 200.0;

pub(super) fn contents_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let narrow = side_panel::is_narrow(ui);
    let widths = Widths {
        first: if narrow {
            240.0
        } else {
            Widths::of_list(ctx.tokens)
        },
        least: LEAST_WIDTH,
        most: if narrow { 300.0 } else { 420.0 },
    };
    let panel = ("library contents", Edge::Left);
    side_panel_ui(ui, ctx, panel, widths, commands, |ui, commands| {
        chapters(ui, ctx, commands);
    });
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
