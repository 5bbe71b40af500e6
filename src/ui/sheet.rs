//! The sheet of a phone: what stands beside the body on a wide screen is pulled over it here, from the foot of an
//! upright screen or from the right of a lying one.
//!
//! It rests at three places: a peek, half of the screen, and all of it. At the first two the body has what the sheet
//! leaves, and so nothing of the body is under it; the third is for reading. The handle is dragged or tapped, and
//! its buttons are there for the keyboard. Where a mode has two panels, they are tabs of one sheet. Not here: what a
//! panel shows, and panels of wide screens (`side_panel`).

use super::{
    PanelContext,
    screen::{self, Edge, Screen},
    tokens::{Kind, Tokens},
    widgets::{
        button::{self, Choice, Weight},
        text,
    },
};
use crate::{
    app::{
        commands::AppCommand,
        stage::{LeftPanel, Press},
    },
    model::ids::Item,
};
use egui::{
    Align, CursorIcon, Frame, Id, Layout, Margin, Panel, Rect, Sense, Ui, UiBuilder, pos2, vec2,
};
use egui_phosphor::regular as icon;
use std::borrow::Cow;

/// Widest the sheet of a lying screen is at half, in points: a comfortable column of text.
const WIDEST_HALF: f32 = 400.0;
/// Share of a lying screen's width that it takes at half, at most.
const LYING_HALF: f32 = 0.46;
/// Height of the handle's sign above the tabs, in points.
const GRIP: f32 = 12.0;
/// How far ahead of a finger that lets go the sheet comes to rest, in seconds of its speed.
const FLING_SECONDS: f32 = 0.12;

/// Where the sheet rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rest {
    /// Its tabs and the beginning of what it shows.
    Peek,
    /// Half of the screen at most.
    Half,
    /// All that the bar leaves.
    Full,
}

impl Rest {
    const ALL: [Self; 3] = [Self::Peek, Self::Half, Self::Full];

    fn up(self) -> Self {
        match self {
            Self::Peek => Self::Half,
            Self::Half | Self::Full => Self::Full,
        }
    }

    fn down(self) -> Self {
        match self {
            Self::Full => Self::Half,
            Self::Half | Self::Peek => Self::Peek,
        }
    }
}

/// What the interface keeps of a sheet.
#[derive(Clone, Debug, PartialEq)]
struct Kept {
    rest: Rest,
    /// How much of the screen it takes while a finger has it, in points.
    pulled: Option<f32>,
    /// What was selected: something else pulls the sheet to half, where card and body are seen.
    selection: Option<Item>,
}

/// How much of the screen the sheet takes at each rest, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Extents([f32; 3]);

impl Extents {
    fn of(ui: &Ui, t: &Tokens, screen: Screen) -> Self {
        let room = ui.available_size_before_wrap();
        let whole = ui.ctx().content_rect().size();
        Self(match screen {
            Screen::Lying => {
                let half = (whole.x * LYING_HALF).min(WIDEST_HALF).floor();
                [t.target() + t.space.group, half, room.x]
            }
            Screen::Upright | Screen::Wide => {
                let half = (whole.y / 2.0).floor().min(room.y);
                let beginning = t.line_height(Kind::Title) + t.space.section + t.space.group;
                let peek = header_height(t) + beginning.min(whole.y * 0.1);
                [peek.min(half), half, room.y]
            }
        })
    }

    fn at(self, rest: Rest) -> f32 {
        let Self([peek, half, full]) = self;
        match rest {
            Rest::Peek => peek,
            Rest::Half => half,
            Rest::Full => full,
        }
    }

    fn nearest(self, extent: f32) -> Rest {
        let far = |rest: Rest| (self.at(rest) - extent).abs();
        (Rest::ALL.into_iter())
            .min_by(|a, b| far(*a).total_cmp(&far(*b)))
            .unwrap_or(Rest::Half)
    }
}

/// What is left for the body where the sheet is at half. `free` is all that the bar leaves.
pub(super) fn beside_half(ui: &Ui, t: &Tokens, free: Rect) -> Rect {
    let screen = Screen::of(ui.ctx());
    let half = Extents::of(ui, t, screen).at(Rest::Half);
    let mut rect = free;
    match screen {
        Screen::Lying => rect.max.x -= half,
        Screen::Upright | Screen::Wide => rect.max.y -= half,
    }
    rect
}

/// Draws the sheet with a panel in it, if that is the one on show.
pub(super) fn sheet_ui(
    ui: &mut Ui,
    ctx: &PanelContext,
    edge: Edge,
    commands: &mut Vec<AppCommand>,
    contents: impl FnOnce(&mut Ui, &mut Vec<AppCommand>),
) {
    let shown = if ctx.state.left_panel_open {
        Edge::Left
    } else {
        Edge::Right
    };
    if shown != edge {
        return;
    }
    let t = ctx.tokens;
    let screen = Screen::of(ui.ctx());
    let id = ui.id().with("sheet");
    let extents = Extents::of(ui, t, screen);
    let before: Option<Kept> = ui.data(|data| data.get_temp(id));
    let mut kept = before.clone().unwrap_or_else(|| first(ctx));
    if kept.selection != ctx.state.selection {
        kept.selection.clone_from(&ctx.state.selection);
        if kept.selection.is_some() {
            kept.rest = Rest::Half;
        }
    }
    // A field is not to be under the keyboard: the sheet takes all that is left while somebody writes in it.
    let writes = screen::has_keyboard(ui.ctx()) && ui.ctx().text_edit_focused();
    let rest = if writes { Rest::Full } else { kept.rest };
    let extent = kept.pulled.unwrap_or(extents.at(rest));
    let panel = match screen {
        Screen::Lying => Panel::right(id),
        Screen::Upright | Screen::Wide => Panel::bottom(id),
    };
    panel
        .exact_size(extent)
        .resizable(false)
        .frame(Frame::new().fill(t.color.panel))
        .show(ui, |ui| {
            // What is in it never makes it larger: the body would shift under the finger that paints on it.
            let whole = ui.max_rect();
            let mut inside = ui.new_child(UiBuilder::new().max_rect(whole));
            inside.set_clip_rect(whole.intersect(ui.clip_rect()));
            ui.advance_cursor_after_rect(whole);
            let ui = &mut inside;
            let sheet = Sheet {
                ctx,
                screen,
                extents,
                extent,
                shown,
                id,
            };
            if screen == Screen::Lying && extent < extents.at(Rest::Half) / 2.0 {
                sheet.strip(ui, &mut kept, commands);
                return;
            }
            sheet.header(ui, &mut kept, commands);
            said_while_painting(ui, ctx, shown, commands);
            let mut rect = ui.available_rect_before_wrap();
            // Not the very place of the other tab's, for which egui would take it.
            rect.min.y += f32::from(shown == Edge::Left);
            let mut inner =
                ui.new_child(UiBuilder::new().max_rect(rect).id_salt(shown_salt(shown)));
            inner.set_clip_rect(rect.intersect(ui.clip_rect()));
            contents(&mut inner, commands);
            ui.advance_cursor_after_rect(rect);
        });
    if before.as_ref() != Some(&kept) {
        ui.data_mut(|data| data.insert_temp(id, kept));
        ui.ctx().request_repaint();
    }
}

/// How a sheet is at first: where nothing is selected, the body comes first.
fn first(ctx: &PanelContext) -> Kept {
    let shows = ctx.state.selection.is_some() || ctx.state.left_panel_open;
    Kept {
        rest: if shows { Rest::Half } else { Rest::Peek },
        pulled: None,
        selection: ctx.state.selection.clone(),
    }
}

fn shown_salt(edge: Edge) -> &'static str {
    match edge {
        Edge::Left => "left",
        Edge::Right => "right",
    }
}

/// Height in points of handle and tabs.
fn header_height(t: &Tokens) -> f32 {
    GRIP + t.target() + t.space.unit
}

/// While one paints: what fingers do, until something is painted; then the way on to what that leads to.
fn said_while_painting(
    ui: &mut Ui,
    ctx: &PanelContext,
    shown: Edge,
    commands: &mut Vec<AppCommand>,
) {
    let (t, w, stage) = (ctx.tokens, ctx.words, ctx.stage);
    if !matches!(stage.pointer.press, Press::Paints(_)) {
        return;
    }
    let nothing = stage.body.paintings.is_empty() && stage.body.comparison.is_none();
    if !nothing && shown == Edge::Right {
        return;
    }
    let fill = if nothing {
        t.color.accent_soft
    } else {
        t.color.panel
    };
    Frame::new()
        .fill(fill)
        .inner_margin(Margin::symmetric(16, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            if nothing {
                let fingers = &stage.status.by_fingers;
                let says: Vec<_> = fingers.iter().map(|key| w.key(*key)).collect();
                text::paragraph(ui, t, Kind::Body, t.color.text, &says.join(" · "));
                return;
            }
            let on = w.say("sheet-to-results");
            if button::words(ui, t, icon::ARROW_RIGHT, &on, Weight::Primary).clicked() {
                show(Edge::Right, ctx, commands);
            }
        });
}

/// The panels that a sheet has as tabs: which, their glyphs and what they are called.
fn tabs<'a>(ctx: &PanelContext<'a>) -> Vec<(Edge, &'static str, Cow<'a, str>)> {
    let w = ctx.words;
    match ctx.stage.panels.left {
        LeftPanel::Layers => vec![
            (Edge::Left, icon::STACK, w.say("layers")),
            (Edge::Right, icon::ARTICLE, w.say("sheet-card")),
        ],
        LeftPanel::Painting => vec![
            (Edge::Left, icon::PAINT_BRUSH, w.say("sheet-paint")),
            (Edge::Right, icon::LIST_BULLETS, w.say("sheet-results")),
        ],
        LeftPanel::Contents => vec![(Edge::Left, icon::LIST_BULLETS, w.say("library-contents"))],
    }
}

/// A sheet as it is drawn.
struct Sheet<'a, 'c> {
    ctx: &'a PanelContext<'c>,
    screen: Screen,
    extents: Extents,
    /// How much of the screen it takes now, in points.
    extent: f32,
    shown: Edge,
    id: Id,
}

impl Sheet<'_, '_> {
    /// The handle, the tabs, and the buttons that pull it.
    fn header(&self, ui: &mut Ui, kept: &mut Kept, commands: &mut Vec<AppCommand>) {
        let t = self.ctx.tokens;
        let size = vec2(ui.available_width(), header_height(t));
        let (_, rect) = ui.allocate_space(size);
        self.handle(ui, rect, kept);
        let sign = match self.screen {
            Screen::Lying => Rect::from_center_size(
                pos2(rect.left() + GRIP / 2.0, rect.center().y),
                vec2(4.0, 36.0),
            ),
            Screen::Upright | Screen::Wide => Rect::from_center_size(
                pos2(rect.center().x, rect.top() + GRIP / 2.0 + 1.0),
                vec2(36.0, 4.0),
            ),
        };
        ui.painter().rect_filled(sign, 2.0, t.color.faint);
        let row = Rect::from_min_max(
            pos2(rect.left() + t.space.section, rect.top() + GRIP),
            pos2(rect.right() - t.space.unit, rect.bottom() - t.space.unit),
        );
        let layout = Layout::right_to_left(Align::Center);
        let mut row = ui.new_child(UiBuilder::new().max_rect(row).layout(layout));
        row.spacing_mut().item_spacing.x = 0.0;
        self.pulls(&mut row, kept, commands);
        row.with_layout(Layout::left_to_right(Align::Center), |ui| {
            self.tabs(ui, kept, commands);
        });
        ui.painter()
            .hline(rect.x_range(), rect.bottom(), t.hairline());
    }

    /// A lying screen's peek: the tabs as glyphs, one over the other.
    fn strip(&self, ui: &mut Ui, kept: &mut Kept, commands: &mut Vec<AppCommand>) {
        let (t, w) = (self.ctx.tokens, self.ctx.words);
        let rect = ui.available_rect_before_wrap();
        self.handle(ui, rect, kept);
        ui.spacing_mut().item_spacing.y = t.space.unit;
        ui.add_space(t.space.unit);
        ui.vertical_centered(|ui| {
            let up = w.say("sheet-up");
            if button::icon(ui, t, icon::CARET_LEFT, &up, false).clicked() {
                kept.rest = Rest::Half;
            }
            for (edge, glyph, label) in tabs(self.ctx) {
                if button::icon(ui, t, glyph, &label, edge == self.shown).clicked() {
                    show(edge, self.ctx, commands);
                    kept.rest = Rest::Half;
                }
            }
        });
        ui.allocate_rect(rect, Sense::hover());
    }

    /// What is dragged, and tapped for the next rest. The keyboard has the buttons.
    fn handle(&self, ui: &Ui, rect: Rect, kept: &mut Kept) {
        let senses = Sense::CLICK | Sense::DRAG;
        let handle = ui.interact(rect, self.id.with("handle"), senses);
        let lying = self.screen == Screen::Lying;
        let along = |v: egui::Vec2| if lying { -v.x } else { -v.y };
        if handle.dragged() {
            let [peek, _, full] = self.extents.0;
            let pulled = kept.pulled.unwrap_or(self.extent) + along(handle.drag_delta());
            kept.pulled = Some(pulled.clamp(peek, full));
        }
        if handle.drag_stopped() || (kept.pulled.is_some() && !handle.dragged()) {
            let speed = along(ui.input(|input| input.pointer.velocity()));
            let pulled = kept.pulled.take().unwrap_or(self.extent);
            kept.rest = self.extents.nearest(pulled + speed * FLING_SECONDS);
        }
        if handle.clicked() {
            kept.rest = match kept.rest {
                Rest::Full => Rest::Peek,
                rest => rest.up(),
            };
        }
        handle.on_hover_cursor(if lying {
            CursorIcon::ResizeHorizontal
        } else {
            CursorIcon::ResizeVertical
        });
    }

    /// The buttons that pull it, from the right.
    fn pulls(&self, ui: &mut Ui, kept: &mut Kept, commands: &mut Vec<AppCommand>) {
        let (t, w) = (self.ctx.tokens, self.ctx.words);
        let (up, down) = match self.screen {
            Screen::Lying => (icon::CARET_LEFT, icon::CARET_RIGHT),
            Screen::Upright | Screen::Wide => (icon::CARET_UP, icon::CARET_DOWN),
        };
        let rest = kept.rest;
        // Where it is the only panel, it goes away.
        if self.ctx.stage.panels.left == LeftPanel::Contents {
            let close = w.say("top-fold-contents");
            if button::icon(ui, t, icon::X, &close, false).clicked() {
                commands.push(AppCommand::OpenLeftPanel(false));
            }
        }
        let name = w.say("sheet-down");
        if button::icon_enabled(ui, t, down, &name, false, rest != Rest::Peek).clicked() {
            kept.rest = rest.down();
        }
        let name = w.say("sheet-up");
        if button::icon_enabled(ui, t, up, &name, false, rest != Rest::Full).clicked() {
            kept.rest = rest.up();
        }
    }

    fn tabs(&self, ui: &mut Ui, kept: &mut Kept, commands: &mut Vec<AppCommand>) {
        let t = self.ctx.tokens;
        let tabs = tabs(self.ctx);
        let choices: Vec<_> = (tabs.iter())
            .map(|(value, _, label)| Choice {
                value: *value,
                label,
                name: label,
            })
            .collect();
        let mut chosen = None;
        if button::choices_width(ui, t, &choices) <= ui.available_width() {
            chosen = button::choices(ui, t, Some(self.shown), &choices);
        } else {
            for (edge, glyph, label) in &tabs {
                if button::icon(ui, t, glyph, label, *edge == self.shown).clicked() {
                    chosen = Some(*edge);
                }
            }
        }
        let Some(edge) = chosen else {
            return;
        };
        if edge != self.shown {
            show(edge, self.ctx, commands);
        }
        if kept.rest == Rest::Peek {
            kept.rest = Rest::Half;
        }
    }
}

/// Asks for a panel to be the one on show.
fn show(edge: Edge, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let left = edge == Edge::Left;
    if ctx.state.left_panel_open != left {
        commands.push(AppCommand::OpenLeftPanel(left));
    }
    if !left && !ctx.state.card_open {
        commands.push(AppCommand::OpenCard(true));
    }
}
