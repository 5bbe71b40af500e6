//! The contents of the library: its chapters and their sections.

use super::current;
use crate::{
    app::commands::AppCommand,
    model::ids::Item,
    ui::{
        NARROW_WINDOW, PanelContext,
        tokens::Kind,
        widgets::{button, text},
    },
};
use egui::{
    Align, CursorIcon, Id, Panel, ScrollArea, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2,
};

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
                    if row(ui, ctx, &number, &chapter.name, false).clicked()
                        && let Some(first) = first
                    {
                        commands.push(open(&first.id));
                    }
                    for section in &chapter.sections {
                        let on = current == Some(section.id.as_str());
                        let response = row(ui, ctx, "", &section.name, on);
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

/// A row of the contents; one with a number is a chapter's.
fn row(ui: &mut Ui, ctx: &PanelContext, number: &str, name: &str, on: bool) -> egui::Response {
    let t = ctx.tokens;
    let size = vec2(ui.available_width(), t.target());
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, on, name));
    let left = rect.left() + t.grown(26.0);
    let (kind, plain) = if number.is_empty() {
        (Kind::Body, t.color.secondary)
    } else {
        (Kind::Strong, t.color.text)
    };
    let color = if on { t.color.accent } else { plain };
    let room = rect.right() - t.space.unit - left;
    let says = text::line(ui, t, kind, color, name, room);
    let elided = says.elided;
    if ui.is_rect_visible(rect) {
        ui.painter()
            .rect_filled(rect, t.small_corner(), button::ground(t, &response, on));
        let middle = rect.center().y;
        let number = text::line(ui, t, Kind::Secondary, t.color.secondary, number, 40.0);
        let number_at = pos2(rect.left() + t.space.group, middle - number.size().y / 2.0);
        ui.painter().galley(number_at, number, t.color.secondary);
        let at = pos2(left, middle - says.size().y / 2.0);
        ui.painter().galley(at, says, color);
        button::focus_ring(ui, t, &response, rect);
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if elided {
        response.on_hover_text(name)
    } else {
        response
    }
}
