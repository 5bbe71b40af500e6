//! A panel at a side of the body or, on a phone, in the sheet there.
//!
//! Which of both are open is in the state. Not here: what a panel shows, and the sheet ([`super::sheet`]).

pub(super) use super::screen::Edge;

use super::{PanelContext, screen::Screen, sheet, tokens::Tokens};
use crate::app::commands::AppCommand;
use egui::{Frame, Id, Panel, Ui};

/// Windows narrower than this, in points, get narrower panels to begin with.
const NARROW_WINDOW: f32 = 1160.0;
/// The left panel grows with the text up to this factor.
const MOST_GROWN: f32 = 1.15;
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
    /// How wide a list at the left is to begin with. Larger text needs more room for its names, as far as the body can
    /// spare it.
    pub(super) fn of_list(t: &Tokens) -> f32 {
        t.grown(t.size.left_panel)
            .min(t.size.left_panel * MOST_GROWN)
    }

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

/// Draws a panel where it is open. `name` tells it from those of other modes.
pub(super) fn side_panel_ui(
    ui: &mut Ui,
    ctx: &PanelContext,
    (name, edge): (&str, Edge),
    widths: Widths,
    commands: &mut Vec<AppCommand>,
    contents: impl FnOnce(&mut Ui, &mut Vec<AppCommand>),
) {
    if Screen::of(ui.ctx()).is_phone() {
        sheet::sheet_ui(ui, ctx, edge, commands, contents);
        return;
    }
    let was_open = match edge {
        Edge::Left => ctx.state.left_panel_open,
        Edge::Right => ctx.state.card_open,
    };
    // A panel keeps its size by its id: a narrow window has its own, and so has each size of the text.
    let text_size = ctx.tokens.grown(100.0) as u32;
    let id = Id::new((name, is_narrow(ui), text_size));
    let panel = match edge {
        Edge::Left => Panel::left(id),
        Edge::Right => Panel::right(id),
    };
    let mut open = was_open;
    panel
        .default_size(widths.first)
        .size_range(widths.least..=widths.most)
        .frame(Frame::new().fill(ctx.tokens.color.panel))
        .show_collapsible(ui, &mut open, |ui| contents(ui, commands));
    if open != was_open {
        commands.push(match edge {
            Edge::Left => AppCommand::OpenLeftPanel(open),
            Edge::Right => AppCommand::OpenCard(open),
        });
    }
}
