//! The button in the bar that looks like a field and opens the search.

use crate::{
    app::commands::AppCommand,
    ui::{
        PanelContext,
        tokens::Kind,
        widgets::{button, text},
    },
};
use egui::{CursorIcon, Id, Rect, Sense, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2};
use egui_phosphor::regular as icon;

/// Draws it as wide as said, in points; gives its place.
pub(super) fn search_field(
    ui: &mut Ui,
    ctx: &PanelContext,
    width: f32,
    commands: &mut Vec<AppCommand>,
) -> Rect {
    let (t, w) = (ctx.tokens, ctx.words);
    // By a name: what is beside it changes with the mode, and the focus stays.
    let (_, rect) = ui.allocate_space(vec2(width, t.target()));
    let response = ui.interact(rect, Id::new("search button"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, w.say("top-search-key")));
    let fill = if response.hovered() {
        t.color.hover
    } else {
        t.color.raised
    };
    let painter = ui.painter();
    painter.rect_filled(rect, t.small_corner(), fill);
    painter.rect_stroke(rect, t.small_corner(), t.hairline(), StrokeKind::Inside);
    let pad = t.space.group;
    let glyph = text::line(
        ui,
        t,
        Kind::Icon,
        t.color.secondary,
        icon::MAGNIFYING_GLASS,
        f32::INFINITY,
    );
    let middle = rect.center().y;
    let text_left = rect.left() + pad + glyph.size().x + t.space.unit;
    let glyph_left = match rect.width() < 1.5 * rect.height() {
        true => rect.center().x - glyph.size().x / 2.0,
        false => rect.left() + pad * 0.75,
    };
    painter.galley(
        pos2(glyph_left, middle - glyph.size().y / 2.0),
        glyph,
        t.color.secondary,
    );
    let key = text::line(ui, t, Kind::Caption, t.color.secondary, "Ctrl K", width);
    let mut room = rect.right() - pad - text_left;
    if room > key.size().x + t.grown(64.0) {
        let at = pos2(
            rect.right() - pad - key.size().x,
            middle - key.size().y / 2.0,
        );
        room -= key.size().x + pad;
        painter.galley(at, key, t.color.secondary);
    }
    if room > t.grown(40.0) {
        let says = text::line(
            ui,
            t,
            Kind::Body,
            t.color.secondary,
            &w.say("top-search"),
            room,
        );
        let at = pos2(text_left, middle - says.size().y / 2.0);
        painter.galley(at, says, t.color.secondary);
    }
    button::focus_ring(ui, t, &response, rect);
    if response.on_hover_cursor(CursorIcon::Text).clicked() {
        commands.push(AppCommand::OpenSearch);
    }
    rect
}
