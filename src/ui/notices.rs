//! Messages to the user, at the foot of the body's picture, each until it is dismissed.
//!
//! However long a message is, all of them together leave the window's top free, and the button that takes one
//! away stays in sight: a message that needs more room scrolls.

use super::{
    PanelContext,
    tokens::Kind,
    widgets::{button, text},
};
use crate::app::{commands::AppCommand, state::NoticeKind};
use egui::{Area, Id, Order, Rect, ScrollArea, Ui, WidgetInfo, WidgetType, vec2};
use egui_phosphor::regular as icon;
use std::borrow::Cow;

/// Most notices shown at once; older ones wait until these are gone.
const MOST: usize = 4;
/// Most letters of a notice shown. A longer one repeats something from a file; its beginning says what it is about.
const MOST_LETTERS: usize = 2000;
/// Share of the picture's height that all notices together take at most.
const MOST_HEIGHT: f32 = 0.6;

pub(super) fn notices_ui(
    ui: &Ui,
    ctx: &PanelContext,
    viewport: Rect,
    commands: &mut Vec<AppCommand>,
) {
    if ctx.state.notices.is_empty() {
        return;
    }
    let (t, w) = (ctx.tokens, ctx.words);
    let width = (viewport.width() - 2.0 * t.space.section)
        .min(t.grown(420.0))
        .max(200.0);
    let shown = ctx.state.notices.len().min(MOST);
    let one = viewport.height() * MOST_HEIGHT / shown as f32;
    let around = 2.0 * t.space.group + t.space.unit + t.space.group;
    let height = (one - around).max(2.0 * t.line_height(Kind::Body));
    let screen = ui.ctx().content_rect();
    let offset = vec2(
        viewport.center().x - screen.center().x,
        viewport.bottom() - screen.bottom() - t.space.section,
    );
    Area::new(Id::new("notices"))
        .order(Order::Middle)
        .anchor(egui::Align2::CENTER_BOTTOM, offset)
        .show(ui.ctx(), |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = t.space.group;
            for notice in ctx.state.notices.iter().take(MOST) {
                ui.push_id(notice.id, |ui| {
                    let (glyph, color, word) = match notice.kind {
                        NoticeKind::Info => (icon::INFO, t.color.accent, w.say("notice-word-info")),
                        NoticeKind::Warning => {
                            let word = w.say("notice-word-warning");
                            (icon::WARNING, t.color.warning, word)
                        }
                        NoticeKind::Error => {
                            let word = w.say("notice-word-error");
                            (icon::WARNING_OCTAGON, t.color.stop, word)
                        }
                    };
                    t.floating(t.space.group).show(ui, |ui| {
                        ui.set_width(width - 2.0 * t.space.group - 2.0);
                        ui.with_layout(egui::Layout::right_to_left(egui::Align::TOP), |ui| {
                            if button::icon(ui, t, icon::X, &w.say("notice-dismiss"), false)
                                .clicked()
                            {
                                commands.push(AppCommand::DismissNotice(notice.id));
                            }
                            ui.with_layout(egui::Layout::left_to_right(egui::Align::TOP), |ui| {
                                let size = vec2(t.grown(24.0), t.target());
                                let (rect, mark) =
                                    ui.allocate_exact_size(size, egui::Sense::hover());
                                mark.widget_info(|| {
                                    WidgetInfo::labeled(WidgetType::Label, true, word.as_ref())
                                });
                                let galley = text::line(ui, t, Kind::Icon, color, glyph, 60.0);
                                let at = rect.center() - galley.size() / 2.0;
                                ui.painter().galley(at, galley, color);
                                let says = w.put(&notice.says);
                                ScrollArea::vertical()
                                    .max_height(height)
                                    .auto_shrink([false, true])
                                    .show(ui, |ui| {
                                        let pad = (t.target() - t.line_height(Kind::Body)) / 2.0;
                                        ui.add_space(pad);
                                        let says = beginning(&says);
                                        text::paragraph(ui, t, Kind::Body, t.color.text, &says);
                                        ui.add_space(t.space.unit);
                                    });
                            });
                        });
                    });
                });
            }
        });
}

/// As much of a message as is shown.
fn beginning(says: &str) -> Cow<'_, str> {
    match says.char_indices().nth(MOST_LETTERS) {
        Some((byte, _)) => Cow::Owned(format!("{}…", &says[..byte])),
        None => Cow::Borrowed(says),
    }
}
