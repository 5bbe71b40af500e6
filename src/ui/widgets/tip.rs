//! Tooltips of rows. Under a row, where egui puts a tooltip, it would cover the next one.

use egui::{Label, Rect, RectAlign, Response, Tooltip, WidgetText};

/// Says more beside a row while the pointer is over `response`, which is the row or something in it: at its right,
/// or at its left where there is no room.
pub fn beside(response: &Response, row: Rect, says: impl Into<WidgetText>) -> Response {
    let mut tip = Tooltip::for_enabled(response);
    tip.popup = (tip.popup.anchor(row))
        .align(RectAlign::RIGHT)
        .align_alternatives(&[
            RectAlign::LEFT,
            RectAlign::RIGHT_START,
            RectAlign::LEFT_START,
        ]);
    tip.show(|ui| {
        // As egui's own: or it would shrink with its text.
        ui.set_max_width(ui.spacing().tooltip_width);
        ui.add(Label::new(says));
    });
    response.clone()
}
