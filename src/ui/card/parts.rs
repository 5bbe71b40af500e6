//! What several cards share: titles, the side switch, rows that link, source lists.

use super::{Card, SIDES};
use crate::{
    app::commands::AppCommand,
    locale::Key,
    model::{
        facts::{Ids, Statement, TriggerPoint},
        ids::{Item, PointId},
        side::Side,
    },
    ui::{
        tokens::{Kind, Tokens},
        widgets::{
            button::{self, Choice},
            fold, mark, statement, text,
        },
        words,
    },
};
use egui::{Align, CursorIcon, Id, Layout, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};
use egui_phosphor::regular as icon;

/// The title with the buttons that frame and close, at its right.
pub fn title(ui: &mut Ui, card: &mut Card, says: &str, frame: Option<Item>) {
    let (t, w) = (card.ctx.tokens, card.ctx.words);
    ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        if button::icon(ui, t, icon::X, &w.say("card-close"), false).clicked() {
            card.commands.push(AppCommand::Select(None));
        }
        if let Some(item) = frame
            && button::icon(ui, t, icon::CORNERS_OUT, &w.say("card-fill-view"), false).clicked()
        {
            card.commands.push(AppCommand::Frame(item));
        }
        ui.add_space(t.space.group);
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            // The first line stands level with the buttons.
            ui.add_space(((t.target() - t.line_height(Kind::Title)) / 2.0).max(0.0));
            text::paragraph(ui, t, Kind::Title, t.color.text, says);
        });
    });
}

/// A quiet line under the title.
pub fn subtitle(ui: &mut Ui, t: &Tokens, says: &str) {
    text::paragraph(ui, t, Kind::Secondary, t.color.secondary, says);
}

/// Message on which side it is, and switches to the other.
pub fn side_switch(ui: &mut Ui, card: &mut Card, current: Side, item_on: impl Fn(Side) -> Item) {
    let (t, w) = (card.ctx.tokens, card.ctx.words);
    let names = SIDES.map(|side| (side, words::side(w, side)));
    let choices = names.each_ref().map(|(side, name)| Choice {
        value: *side,
        label: name,
        name,
    });
    if let Some(side) = button::choices(ui, t, Some(current), &choices)
        && side != current
    {
        card.select(item_on(side));
    }
}

/// The space and the line before a section that is always open.
pub fn section(ui: &mut Ui, t: &Tokens, says: &str) {
    ui.add_space(t.space.group);
    fold::rule(ui, t);
    ui.add_space(t.space.unit);
    text::section(ui, t, says);
}

/// A section that opens and closes, with the line above it.
pub fn folded(
    ui: &mut Ui,
    card: &mut Card,
    title: Key,
    note: &str,
    open_at_first: bool,
    contents: impl FnOnce(&mut Ui, &mut Card),
) {
    let t = card.ctx.tokens;
    fold::rule(ui, t);
    // One memory for all cards: who wants the sources open wants them open everywhere.
    let id = Id::new(("card fold", title));
    let title = card.ctx.words.key(title);
    fold::section(ui, t, id, &title, note, open_at_first, |ui| {
        contents(ui, card)
    });
}

/// A statement with its source numbers.
pub fn says(ui: &mut Ui, card: &mut Card, statement: &Statement) {
    let ctx = card.ctx;
    statement::statement(ui, ctx, &mut card.numbers, statement);
}

/// Statements one under the other, each with a small mark before it.
pub fn list(ui: &mut Ui, card: &mut Card, statements: &[Statement]) {
    let t = card.ctx.tokens;
    for statement in statements {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = t.space.group;
            let (rect, _) = ui.allocate_exact_size(
                vec2(t.space.unit, t.line_height(Kind::Body)),
                Sense::hover(),
            );
            ui.painter()
                .circle_filled(rect.center(), 2.0, t.color.faint);
            ui.vertical(|ui| says(ui, card, statement));
        });
    }
}

/// A heading of a pair, and what belongs to it.
pub fn pair(ui: &mut Ui, card: &mut Card, label: &str, value: &str) {
    if value.is_empty() {
        return;
    }
    let t = card.ctx.tokens;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        text::paragraph(ui, t, Kind::Secondary, t.color.secondary, label);
        text::paragraph(ui, t, Kind::Body, t.color.text, value);
    });
}

/// Names and numbers in the terminologies.
pub fn ids(ui: &mut Ui, card: &mut Card, ids: &Ids, latin: &str, side: Side) {
    let w = card.ctx.words;
    pair(ui, card, &w.say("names-latin"), latin);
    let fma = match side {
        Side::Left => ids.fma_left.or(ids.fma),
        Side::Right => ids.fma_right.or(ids.fma),
        Side::Midline => ids.fma,
    };
    let mut numbers = Vec::new();
    if let Some(fma) = fma {
        numbers.push(format!("FMA {fma}"));
    }
    if let Some(ta2) = ids.ta2 {
        numbers.push(format!("TA2 {ta2}"));
    }
    if ids.unverified && !numbers.is_empty() {
        numbers.push(w.say("names-cross-reference").into_owned());
    }
    pair(ui, card, &w.say("names-terminology"), &numbers.join(" · "));
}

/// A trigger point as a row: its disc, its name, a line about it. A click selects it.
pub fn point_row(ui: &mut Ui, card: &mut Card, point: &TriggerPoint, about: &str, side: Side) {
    let ctx = card.ctx;
    let t = ctx.tokens;
    let id = PointId::new(point.id.clone(), side);
    let place = format!("{} · {about}", point.id);
    let selected = ctx.state.selection == Some(Item::Point(id.clone()));
    let disc = t.grown(24.0) + t.space.group;
    let clicked = link_row(ui, t, disc, ctx.name(point), &place, "", |ui, at| {
        mark::point_disc(ui, t, at, &point.mark, selected);
    });
    if clicked && !selected {
        card.select(Item::Point(id));
    }
}

/// A row that leads somewhere: a mark in the first `inset` points, two lines, a note at
/// the right. True when clicked.
pub fn link_row(
    ui: &mut Ui,
    t: &Tokens,
    inset: f32,
    title: &str,
    place: &str,
    note: &str,
    paint_mark: impl FnOnce(&Ui, egui::Pos2),
) -> bool {
    let width = ui.available_width();
    // Rows reach a little beyond the text, so that their ground frames it.
    let reach = t.space.group;
    let note = text::line(ui, t, Kind::Secondary, t.color.secondary, note, width / 2.0);
    let note_room = if note.size().x > 0.0 {
        note.size().x + t.space.group
    } else {
        0.0
    };
    let room = width - inset - note_room;
    let says = text::line(ui, t, Kind::Body, t.color.text, title, room);
    let below = (!place.is_empty())
        .then(|| text::line(ui, t, Kind::Secondary, t.color.secondary, place, room));
    let text_height = says.size().y + below.as_ref().map_or(0.0, |below| below.size().y);
    let height = (text_height + t.space.group).max(t.grown(36.0));
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, title));
    let elided = says.elided || below.as_ref().is_some_and(|below| below.elided);
    if ui.is_rect_visible(rect) {
        let ground = rect.expand2(vec2(reach, 0.0));
        ui.painter().rect_filled(
            ground,
            t.small_corner(),
            button::ground(t, &response, false),
        );
        let middle = rect.center().y;
        paint_mark(
            ui,
            pos2(rect.left() + (inset - t.space.group) / 2.0, middle),
        );
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
            ui.painter()
                .galley(pos2(left, second), below, t.color.secondary);
        }
        ui.painter().galley(
            pos2(rect.right() - note.size().x, middle - note.size().y / 2.0),
            note,
            t.color.secondary,
        );
        button::focus_ring(ui, t, &response, ground);
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    let response = if elided {
        response.on_hover_text(format!("{title}\n{place}"))
    } else {
        response
    };
    response.clicked()
}

/// The list of the sources that the card has named, by their numbers.
pub fn sources(ui: &mut Ui, card: &mut Card, more: &[String]) {
    for id in more {
        card.numbers.number(id);
    }
    let ids = card.numbers.ids().to_vec();
    if ids.is_empty() {
        return;
    }
    let (t, w) = (card.ctx.tokens, card.ctx.words);
    let note = w.say_with("sources-count", &[("count", ids.len().into())]);
    folded(ui, card, Key("sources"), &note, false, |ui, card| {
        ui.spacing_mut().item_spacing.y = t.space.group;
        for (at, id) in ids.iter().enumerate() {
            match card.ctx.catalog.source(id) {
                Some(source) => {
                    ui.vertical(|ui| statement::source_details(ui, t, w, source, Some(at + 1)));
                }
                None => {
                    let missing = w.say_with("source-missing", &[("id", id.as_str().into())]);
                    let missing = format!("{}\u{2002}{missing}", at + 1);
                    text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &missing);
                }
            }
        }
    });
}
