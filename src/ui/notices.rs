//! Messages to the user: at the foot of the body's picture or, where something lies over the body, above that.
//!
//! Each leaves by itself when there has been time to read it, but an error, which stays until it is dismissed.
//! None leaves while the pointer is over it or the keyboard is on it, and none lies on a button.
//!
//! However long a message is, all of them together leave the window's top free, and the button that takes one
//! away stays in sight: a message that needs more room scrolls.

mod reading;

use super::{
    PanelContext, body_overlay,
    tokens::Kind,
    widgets::{button, text},
};
use crate::app::{
    commands::AppCommand,
    state::{Notice, NoticeKind},
};
use egui::{
    Area, Frame, Id, Margin, Order, Panel, Rect, ScrollArea, Ui, WidgetInfo, WidgetType, vec2,
};
use egui_phosphor::regular as icon;
use std::borrow::Cow;

/// Most notices shown at once; older ones wait until these are gone.
const MOST: usize = 4;
/// Most letters of a notice shown. A longer one repeats something from a file; its beginning says what it is about.
const MOST_LETTERS: usize = 2000;
/// Share of the picture's height that all notices together take at most.
const MOST_HEIGHT: f32 = 0.6;
/// Least width of a notice, in points, where there is room for it.
const LEAST_WIDTH: f32 = 200.0;

/// Draws them above what lies over the body, in a strip of their own. To be called before that is drawn. Gives in how
/// many seconds the panels are to be drawn again.
pub(super) fn strip_ui(
    ui: &mut Ui,
    ctx: &PanelContext,
    commands: &mut Vec<AppCommand>,
) -> Option<f64> {
    if ctx.state.notices.is_empty() {
        return None;
    }
    let t = ctx.tokens;
    let room = ui.available_rect_before_wrap();
    let width = width_in(ctx, room.width());
    let beside = ((room.width() - width) / 2.0).max(0.0) as i8;
    let margin = Margin {
        left: beside,
        ..Margin::from(t.space.group)
    };
    Panel::top("notices")
        .resizable(false)
        .show_separator_line(false)
        .frame(Frame::new().fill(t.color.panel).inner_margin(margin))
        .show(ui, |ui| list_ui(ui, ctx, (width, room.height()), commands))
        .inner
}

/// Draws them over the body's picture. Gives in how many seconds the panels are to be drawn again.
pub(super) fn notices_ui(
    ui: &Ui,
    ctx: &PanelContext,
    viewport: Rect,
    commands: &mut Vec<AppCommand>,
) -> Option<f64> {
    if ctx.state.notices.is_empty() {
        return None;
    }
    let t = ctx.tokens;
    // The small picture of the other side keeps its corner.
    let mut room = viewport;
    if let Some(thumbnails) = ctx.thumbnails {
        room.max.x -= body_overlay::inset_size(viewport, thumbnails).x + t.space.section;
    }
    let width = width_in(ctx, room.width());
    let screen = ui.ctx().content_rect();
    let offset = vec2(
        room.center().x - screen.center().x,
        room.bottom() - screen.bottom() - t.space.section,
    );
    Area::new(Id::new("notices"))
        .order(Order::Middle)
        .anchor(egui::Align2::CENTER_BOTTOM, offset)
        .show(ui.ctx(), |ui| {
            list_ui(ui, ctx, (width, viewport.height()), commands)
        })
        .inner
}

fn width_in(ctx: &PanelContext, room: f32) -> f32 {
    let t = ctx.tokens;
    (room - 2.0 * t.space.section)
        .min(t.grown(420.0))
        .max(LEAST_WIDTH)
}

/// All of them in a width, beside a picture of a height.
fn list_ui(
    ui: &mut Ui,
    ctx: &PanelContext,
    (width, picture_height): (f32, f32),
    commands: &mut Vec<AppCommand>,
) -> Option<f64> {
    let t = ctx.tokens;
    let shown = ctx.state.notices.len().min(MOST);
    let one = picture_height * MOST_HEIGHT / shown as f32;
    let around = 2.0 * t.space.group + t.space.unit + t.space.group;
    let height = (one - around).max(2.0 * t.line_height(Kind::Body));
    ui.set_width(width);
    ui.spacing_mut().item_spacing.y = t.space.group;
    let mut wake: Option<f64> = None;
    for notice in ctx.state.notices.iter().take(MOST) {
        let left = ui
            .push_id(notice.id, |ui| {
                notice_ui(ui, ctx, notice, (width, height), commands)
            })
            .inner;
        if let Some(left) = left {
            wake = Some(wake.map_or(left, |wake| wake.min(left)));
        }
    }
    wake
}

/// One of them; gives in how many seconds it leaves, where nothing holds it.
fn notice_ui(
    ui: &mut Ui,
    ctx: &PanelContext,
    notice: &Notice,
    (width, height): (f32, f32),
    commands: &mut Vec<AppCommand>,
) -> Option<f64> {
    let (t, w) = (ctx.tokens, ctx.words);
    let (glyph, color, word) = match notice.kind {
        NoticeKind::Info => (icon::INFO, t.color.accent, w.say("notice-word-info")),
        NoticeKind::Warning => (icon::WARNING, t.color.warning, w.say("notice-word-warning")),
        NoticeKind::Error => (
            icon::WARNING_OCTAGON,
            t.color.stop,
            w.say("notice-word-error"),
        ),
    };
    let says = w.put(&notice.says);
    let says = beginning(&says);
    let mut dismissed = false;
    let mut focused = false;
    let frame = t.floating(t.space.group).show(ui, |ui| {
        ui.set_width(width - 2.0 * t.space.group - 2.0);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::TOP), |ui| {
            let dismiss = button::icon(ui, t, icon::X, &w.say("notice-dismiss"), false);
            dismissed = dismiss.clicked();
            focused = dismiss.has_focus();
            ui.with_layout(egui::Layout::left_to_right(egui::Align::TOP), |ui| {
                let size = vec2(t.grown(24.0), t.target());
                let (rect, mark) = ui.allocate_exact_size(size, egui::Sense::hover());
                mark.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, word.as_ref()));
                let galley = text::line(ui, t, Kind::Icon, color, glyph, 60.0);
                let at = rect.center() - galley.size() / 2.0;
                ui.painter().galley(at, galley, color);
                ScrollArea::vertical()
                    .max_height(height)
                    .auto_shrink([false, true])
                    .show(ui, |ui| {
                        let pad = (t.target() - t.line_height(Kind::Body)) / 2.0;
                        ui.add_space(pad);
                        text::paragraph(ui, t, Kind::Body, t.color.text, &says);
                        ui.add_space(t.space.unit);
                    });
            });
        });
    });
    let held = focused || ui.rect_contains_pointer(frame.response.rect);
    let left = reading::left_s(ui, notice, &says, held);
    if dismissed || left.is_some_and(|left| left <= 0.0) {
        reading::forget(ui, notice);
        commands.push(AppCommand::DismissNotice(notice.id));
        return None;
    }
    left.filter(|_| !held)
}

/// As much of a message as is shown.
fn beginning(says: &str) -> Cow<'_, str> {
    match says.char_indices().nth(MOST_LETTERS) {
        Some((byte, _)) => Cow::Owned(format!("{}…", &says[..byte])),
        None => Cow::Borrowed(says),
    }
}
