//! Rows over the whole width that are pressed: one that leads somewhere, one that opens and
//! closes, a line of a list of contents.

use super::{button, text, tip};
use crate::ui::tokens::{Kind, Tokens};
use egui::{
    Color32, CursorIcon, Galley, Pos2, Rect, Response, Sense, Ui, WidgetInfo, WidgetType, pos2,
    vec2,
};
use egui_phosphor::regular as icon;
use std::sync::Arc;

/// A row of a list over the whole width, painted by whoever knows what is in it: its ground, what the keyboard is on
/// and the hand of something that is pressed are those of all rows.
pub fn listed(
    ui: &mut Ui,
    t: &Tokens,
    (height, on): (f32, bool),
    info: impl Fn() -> WidgetInfo,
    paint: impl FnOnce(&Ui, &Response),
) -> Response {
    let (rect, response) = pressed(ui, height, info);
    if ui.is_rect_visible(rect) {
        let fill = button::ground(t, &response, on);
        ui.painter().rect_filled(rect, t.small_corner(), fill);
        paint(ui, &response);
        button::focus_ring(ui, t, &response, rect);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A text in the middle of a row's height, from the left.
pub fn left_of_middle(ui: &Ui, left: f32, middle: f32, galley: Arc<Galley>, color: Color32) {
    let at = pos2(left, middle - galley.size().y / 2.0);
    ui.painter().galley(at, galley, color);
}

/// What a row that leads somewhere shows.
pub struct LinkRow<'a> {
    /// Room for a mark before the text, points.
    pub inset: f32,
    /// What it leads to; its accessible name.
    pub title: &'a str,
    /// A second, quiet line.
    pub about: &'a str,
    /// A quiet remark at the right.
    pub note: &'a str,
}

/// A row that leads somewhere; true when pressed. `paint_mark` paints at the middle of the room
/// for the mark.
pub fn link(ui: &mut Ui, t: &Tokens, row: &LinkRow, paint_mark: impl FnOnce(&Ui, Pos2)) -> bool {
    let LinkRow {
        inset,
        title,
        about,
        note,
    } = *row;
    let width = ui.available_width();
    let quiet = t.color.secondary;
    let note = text::line(ui, t, Kind::Secondary, quiet, note, width / 2.0);
    let note_room = if note.size().x > 0.0 {
        note.size().x + t.space.group
    } else {
        0.0
    };
    let room = width - inset - note_room;
    let says = text::line(ui, t, Kind::Body, t.color.text, title, room);
    let below = (!about.is_empty()).then(|| text::line(ui, t, Kind::Secondary, quiet, about, room));
    let text_height = says.size().y + below.as_ref().map_or(0.0, |below| below.size().y);
    let height = (text_height + t.space.group).max(t.row(36.0));
    let elided = says.elided || below.as_ref().is_some_and(|below| below.elided);
    let info = || WidgetInfo::labeled(WidgetType::Button, true, title);
    let (rect, response) = pressed(ui, height, info);
    if ui.is_rect_visible(rect) {
        let ground = framed(ui, t, &response, rect);
        let middle = rect.center().y;
        let mark_at = rect.left() + (inset - t.space.group) / 2.0;
        paint_mark(ui, pos2(mark_at, middle));
        let top = middle - text_height / 2.0;
        let left = rect.left() + inset;
        let second = top + says.size().y;
        let color = if response.hovered() {
            t.color.accent
        } else {
            t.color.text
        };
        ui.painter()
            .galley_with_override_text_color(pos2(left, top), says, color);
        if let Some(below) = below {
            ui.painter().galley(pos2(left, second), below, quiet);
        }
        right_of_middle(ui, rect.right(), middle, note, quiet);
        button::focus_ring(ui, t, &response, ground);
    }
    told(response, elided, || format!("{title}\n{about}")).clicked()
}

/// What a row that opens and closes shows.
pub struct FoldRow<'a> {
    /// Its number.
    pub number: usize,
    /// Its icon.
    pub glyph: &'a str,
    /// Its name; its accessible name, too.
    pub title: &'a str,
    /// A quiet remark at the right, or under the name where there is no room.
    pub note: &'a str,
    /// Room for number and icon before the text, points.
    pub inset: f32,
    /// It is open.
    pub open: bool,
}

/// A row that opens and closes; true when pressed.
pub fn fold(ui: &mut Ui, t: &Tokens, row: &FoldRow) -> bool {
    let quiet = t.color.secondary;
    let caret = if row.open {
        icon::CARET_DOWN
    } else {
        icon::CARET_RIGHT
    };
    let caret = text::line(ui, t, Kind::Secondary, quiet, caret, 40.0);
    let room = ui.available_width() - row.inset - caret.size().x - t.space.group;
    let title_width = text::width(ui, t, Kind::Strong, row.title);
    let note = text::line(ui, t, Kind::Secondary, quiet, row.note, room);
    let beside = title_width + note.size().x + t.space.section <= room;
    let title_room = if beside {
        room - note.size().x - t.space.section
    } else {
        room
    };
    let title = text::line(ui, t, Kind::Strong, t.color.text, row.title, title_room);
    let elided = title.elided;
    let below = if beside { 0.0 } else { note.size().y };
    let height = (title.size().y + below + t.space.group).max(t.row(32.0));
    let info = || WidgetInfo::selected(WidgetType::CollapsingHeader, true, row.open, row.title);
    let (rect, response) = pressed(ui, height, info);
    if ui.is_rect_visible(rect) {
        let ground = framed(ui, t, &response, rect);
        let middle = rect.center().y;
        let number = row.number.to_string();
        let number = text::line(ui, t, Kind::Strong, t.color.accent, &number, 40.0);
        let number_at = pos2(rect.left(), middle - number.size().y / 2.0);
        ui.painter().galley(number_at, number, t.color.accent);
        let glyph = text::line(ui, t, Kind::Icon, quiet, row.glyph, 60.0);
        let glyph_right = rect.left() + row.inset - t.space.unit;
        right_of_middle(ui, glyph_right, middle, glyph, quiet);
        let top = middle - (title.size().y + below) / 2.0;
        let left = rect.left() + row.inset;
        let note_at = if beside {
            let right = rect.right() - caret.size().x - t.space.group;
            pos2(right - note.size().x, middle - note.size().y / 2.0)
        } else {
            pos2(left, top + title.size().y)
        };
        ui.painter().galley(pos2(left, top), title, t.color.text);
        ui.painter().galley(note_at, note, quiet);
        right_of_middle(ui, rect.right(), middle, caret, quiet);
        button::focus_ring(ui, t, &response, ground);
    }
    told(response, elided, || row.title.to_owned()).clicked()
}

/// A line of a list of contents. One with a number is stronger: what follows belongs to it.
pub fn contents(ui: &mut Ui, t: &Tokens, number: &str, title: &str, on: bool) -> Response {
    let info = || WidgetInfo::selected(WidgetType::Button, true, on, title);
    let (kind, plain) = if number.is_empty() {
        (Kind::Body, t.color.secondary)
    } else {
        (Kind::Strong, t.color.text)
    };
    let color = if on { t.color.accent } else { plain };
    let inset = t.grown(26.0);
    let room = ui.available_width() - t.space.unit - inset;
    let says = text::line(ui, t, kind, color, title, room);
    let elided = says.elided;
    let response = listed(ui, t, (t.target(), on), info, |ui, response| {
        let (rect, quiet) = (response.rect, t.color.secondary);
        let middle = rect.center().y;
        let number = text::line(ui, t, Kind::Secondary, quiet, number, 40.0);
        left_of_middle(ui, rect.left() + t.space.group, middle, number, quiet);
        left_of_middle(ui, rect.left() + inset, middle, says, color);
    });
    told(response, elided, || title.to_owned())
}

/// Room for a row of a height over the whole width.
fn pressed(ui: &mut Ui, height: f32, info: impl Fn() -> WidgetInfo) -> (Rect, Response) {
    let size = vec2(ui.available_width(), height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(info);
    (rect, response)
}

/// The ground of a row, a little beyond its text, so that it frames it.
fn framed(ui: &Ui, t: &Tokens, response: &Response, rect: Rect) -> Rect {
    let ground = rect.expand2(vec2(t.space.group, 0.0));
    let fill = button::ground(t, response, false);
    ui.painter().rect_filled(ground, t.small_corner(), fill);
    ground
}

/// The same to the right.
pub fn right_of_middle(ui: &Ui, right: f32, middle: f32, galley: Arc<Galley>, color: Color32) {
    let at = pos2(right - galley.size().x, middle - galley.size().y / 2.0);
    ui.painter().galley(at, galley, color);
}

/// With the hand of something that is pressed, and all of its text where that was cut off.
fn told(response: Response, elided: bool, whole: impl FnOnce() -> String) -> Response {
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if elided {
        tip::beside(&response, response.rect, whole())
    } else {
        response
    }
}
