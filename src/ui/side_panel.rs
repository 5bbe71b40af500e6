//! A panel at a side of the body or, in a window too narrow for that, a sheet at its foot.
//!
//! Which of both are open is in the state. There is room for one sheet: the left panel's lies in place of the other.
//! Not here: what a panel shows.

use super::{PanelContext, tokens::Tokens};
use crate::app::commands::AppCommand;
use egui::{Frame, Id, Panel, Ui};

/// Windows narrower than this, in points, get narrower panels to begin with.
const NARROW_WINDOW: f32 = 1160.0;
/// Windows narrower than this, in points, have no room for the body beside a panel.
const SHEET_WINDOW: f32 = 640.0;
/// Share of the height between the bars that a sheet takes to begin with, and the most it may be dragged to: the body
/// keeps half of it.
const SHEET: (f32, f32) = (0.42, 0.5);
/// Least height of a sheet, in points, where there is room for it.
const LEAST_SHEET: f32 = 120.0;

/// The side a panel is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// What is chosen from.
    Left,
    /// What is said about what was chosen.
    Right,
}

/// How wide a panel is, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Widths {
    /// To begin with.
    pub first: f32,
    /// Dragged no narrower than this.
    pub least: f32,
    /// And no wider.
    pub most: f32,
}

impl Widths {
    /// Of the panel at the right.
    pub(super) fn of_card(t: &Tokens, narrow: bool) -> Self {
        let (first, most) = match narrow {
            true => (t.size.card - 32.0, t.size.card + 20.0),
            false => (t.size.card, 560.0),
        };
        Self {
            first,
            least: 300.0,
            most,
        }
    }
}

/// The window is narrow: panels have less room.
pub(super) fn is_narrow(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() < NARROW_WINDOW
}

/// Panels are sheets at the foot of the body.
pub(super) fn are_sheets(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() < SHEET_WINDOW
}

/// The right panel is to be seen.
pub(super) fn right_is_shown(ui: &Ui, ctx: &PanelContext) -> bool {
    ctx.state.card_open && !(are_sheets(ui) && ctx.state.left_panel_open)
}

/// Asks for the right panel to be seen, or not.
pub(super) fn show_right(ui: &Ui, ctx: &PanelContext, shown: bool, commands: &mut Vec<AppCommand>) {
    if ctx.state.card_open != shown {
        commands.push(AppCommand::OpenCard(shown));
    }
    if shown && are_sheets(ui) && ctx.state.left_panel_open {
        commands.push(AppCommand::OpenLeftPanel(false));
    }
}

/// Draws a panel where it is open. `name` tells it from those of other modes.
pub(super) fn side_panel_ui(
    ui: &mut Ui,
    ctx: &PanelContext,
    (name, edge): (&str, Edge),
    widths: Widths,
    commands: &mut Vec<AppCommand>,
    contents: impl FnOnce(&mut Ui, &mut Vec<AppCommand>),
) {
    let was_open = match edge {
        Edge::Left => ctx.state.left_panel_open,
        Edge::Right => right_is_shown(ui, ctx),
    };
    // A panel keeps its size by its id: each kind of window has its own.
    let panel = if are_sheets(ui) {
        // There is one sheet, with one thing or the other in it.
        let is_other = ctx.state.left_panel_open != (edge == Edge::Left);
        if is_other {
            return;
        }
        let height = ui.available_height();
        let most = (height * SHEET.1).floor();
        Panel::bottom("sheet")
            .default_size((height * SHEET.0).floor())
            .size_range(LEAST_SHEET.min(most)..=most)
    } else {
        let id = Id::new((name, is_narrow(ui)));
        let panel = match edge {
            Edge::Left => Panel::left(id),
            Edge::Right => Panel::right(id),
        };
        panel
            .default_size(widths.first)
            .size_range(widths.least..=widths.most)
    };
    let mut open = was_open;
    panel
        .frame(Frame::new().fill(ctx.tokens.color.panel))
        .show_collapsible(ui, &mut open, |ui| contents(ui, commands));
    if open != was_open {
        match edge {
            Edge::Left => commands.push(AppCommand::OpenLeftPanel(open)),
            Edge::Right => show_right(ui, ctx, open, commands),
        }
    }
}
