//! The keyboard's place: whatever gains it is scrolled into sight and has a ring, and it comes back to where it was
//! when what was opened closes.
//!
//! One mechanism for every list, card, menu and dialog: it goes by what egui knows of the thing with the keyboard,
//! whoever drew it. Not here: the order in which Tab goes, which is that of drawing, and what keys do (`ui::keys`).

use super::{
    PanelContext,
    tokens::Tokens,
    widgets::button::{paint_ring, ring_is_painted},
};
use egui::{
    Context, Event, Id, Rect, Response,
    accesskit::{Action, ActionRequest, TreeId},
};

/// What is remembered from one pass to the next.
#[derive(Clone, Copy, Debug, Default)]
struct Memory {
    /// The last press was a key's and not the pointer's.
    by_keys: bool,
    /// What had the keyboard at the end of the pass before.
    last: Option<Id>,
    /// What is to be scrolled into sight.
    reveal: Option<Id>,
    /// A menu was open at the end of the pass before: while a pass begins, egui has none open yet.
    menu_open: bool,
    /// Something lay over the panels in the pass before: the search, a menu, a dialog.
    covered: bool,
    /// What had the keyboard before that was opened.
    before: Option<Id>,
    /// In how many passes more that gets the keyboard back: what closes may hold it for one or two.
    giving_back: u8,
}

/// Passes within which the keyboard is given back.
const GIVES_BACK_WITHIN: u8 = 3;
/// A ring that its owner does not draw stands so far outside of it, in points: it covers no letter.
const RING_GAP: f32 = 3.0;

fn memory_id() -> Id {
    Id::new("the keyboard's place")
}

/// Whether a menu was open at the end of the pass before. egui itself knows of none until it is drawn again.
pub(super) fn menu_was_open(egui: &Context) -> bool {
    egui.data(|data| data.get_temp::<Memory>(memory_id()))
        .is_some_and(|memory| memory.menu_open)
}

/// At the beginning of a pass, before anything is drawn.
pub(super) fn begin(egui: &Context, ctx: &PanelContext) {
    let mut memory = egui.data(|data| data.get_temp::<Memory>(memory_id()).unwrap_or_default());
    let latest = egui.input(|input| {
        input.events.iter().rev().find_map(|event| match event {
            Event::Key { pressed: true, .. } | Event::AccessKitActionRequest(_) => Some(true),
            Event::PointerButton { pressed: true, .. } | Event::Touch { .. } => Some(false),
            _ => None,
        })
    });
    memory.by_keys = latest.unwrap_or(memory.by_keys);

    let records = &ctx.state.records;
    let covered = ctx.state.search.open
        || records.list_open
        || records.question.is_some()
        || memory.menu_open;
    if covered && !memory.covered {
        memory.before = memory.last;
        memory.giving_back = 0;
    } else if memory.covered && !covered && memory.by_keys {
        memory.giving_back = GIVES_BACK_WITHIN;
    }
    memory.covered = covered;
    if memory.giving_back > 0 {
        memory.giving_back -= 1;
        if let Some(before) = memory.before {
            egui.memory_mut(|memory| memory.request_focus(before));
        }
        egui.request_repaint();
    }

    // As a screen reader asks for it: every scroll area answers, whatever it holds.
    if let Some(id) = memory.reveal.take() {
        egui.input_mut(|input| {
            input
                .events
                .push(Event::AccessKitActionRequest(ActionRequest {
                    action: Action::ScrollIntoView,
                    target_tree: TreeId::ROOT,
                    target_node: id.accesskit_id(),
                    data: None,
                }));
        });
    }
    egui.data_mut(|data| data.insert_temp(memory_id(), memory));
}

/// At the end of a pass, when everything is drawn.
pub(super) fn end(egui: &Context, t: &Tokens) {
    let mut memory = egui.data(|data| data.get_temp::<Memory>(memory_id()).unwrap_or_default());
    let focused = egui.memory(|memory| memory.focused());
    let response = focused.and_then(|id| egui.read_response(id));
    if memory.by_keys
        && let Some(response) = &response
    {
        if memory.last != focused && !is_in_sight(response) {
            memory.reveal = focused;
            egui.request_repaint();
        }
        if !ring_is_painted(egui, response.id) {
            let seen = upright(response.interact_rect).expand(RING_GAP);
            let painter = egui.layer_painter(response.layer_id).with_clip_rect(seen);
            paint_ring(&painter, t, upright(response.rect).expand(RING_GAP));
        }
    }
    // What opens a menu has the keyboard still when it is drawn first.
    memory.menu_open = egui.any_popup_open();
    memory.last = focused;
    egui.data_mut(|data| data.insert_temp(memory_id(), memory));
}

/// A place with its corners in order: a link that goes on in the next line may end left of its beginning.
fn upright(place: Rect) -> Rect {
    Rect::from_two_pos(place.min, place.max)
}

/// All of it is seen.
fn is_in_sight(response: &Response) -> bool {
    upright(response.interact_rect)
        .expand(0.5)
        .contains_rect(upright(response.rect))
}
