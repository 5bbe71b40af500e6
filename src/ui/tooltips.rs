//! Tooltips step aside while the wheel turns.
//!
//! One may lie over what it belongs to, where there is no room beside it, and so under the pointer: egui gives the wheel
//! to it, it scrolls nothing, and it stays as long as the pointer does. egui hides tooltips for a while after the wheel
//! by their delay; ours have none, since the window is drawn only when something happens.

use egui::{Context, Event, Vec2};

/// Delay while the wheel turns, in seconds. Any that is not none does: as soon as it rests there is none again.
const WHILE_SCROLLING: f32 = 0.25;

/// At the beginning of a pass.
pub(super) fn begin(egui: &Context) {
    let scrolls = egui.input(|input| {
        let wheel = |event: &Event| matches!(event, Event::MouseWheel { .. });
        input.smooth_scroll_delta() != Vec2::ZERO || input.events.iter().any(wheel)
    });
    let delay = if scrolls { WHILE_SCROLLING } else { 0.0 };
    if egui.global_style().interaction.tooltip_delay != delay {
        egui.global_style_mut(|style| style.interaction.tooltip_delay = delay);
        // It comes back without another movement.
        egui.request_repaint();
    }
}
