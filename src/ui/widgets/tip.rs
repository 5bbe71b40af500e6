//! Tips: more words on what the pointer is over. All of them are placed and drawn here.
//!
//! A tip lies over what is next to its owner until the next frame knows that the pointer has gone there. So it is drawn
//! and nothing more: no part of it takes the pointer, the wheel or a click from what lies below, as egui's own tooltips
//! do. `clippy.toml` keeps those out.
//! Not here: what a screen reader is told as a name (`widget_info`); a tip that says more than that is its description.

use egui::{
    Context, Frame, Id, LayerId, Order, Rect, RectAlign, Response, TextStyle, Tooltip,
    text::LayoutJob,
};

/// Between the owner and its tip, in points.
const GAP: f32 = 4.0;

/// The tip on show.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// What it says.
    pub says: String,
    /// Where it stands in the window, in points.
    pub rect: Rect,
}

/// Says more under `response` while the pointer is over it, or above it where there is no room below.
pub fn under(response: Response, says: impl AsRef<str>) -> Response {
    let around = [
        RectAlign::BOTTOM_START,
        RectAlign::BOTTOM_END,
        RectAlign::TOP_START,
        RectAlign::TOP_END,
        RectAlign::RIGHT_START,
        RectAlign::LEFT_START,
    ];
    tip(&response, response.rect, &around, says.as_ref());
    response
}

/// Says more beside a row while the pointer is over `response`, which is the row or something in it: at its right,
/// or at its left where there is no room. Under it, the tip would cover the next row.
pub fn beside(response: &Response, row: Rect, says: impl AsRef<str>) -> Response {
    let around = [
        RectAlign::RIGHT,
        RectAlign::LEFT,
        RectAlign::RIGHT_START,
        RectAlign::LEFT_START,
    ];
    tip(response, row, &around, says.as_ref());
    response.clone()
}

/// The tip that this pass, or the one before it, has shown.
#[must_use]
pub fn shown(egui: &Context) -> Option<Shown> {
    let (pass, shown) = egui.data(|data| data.get_temp::<(u64, Shown)>(id()))?;
    let now = egui.cumulative_pass_nr();
    (pass + 1 >= now).then_some(shown)
}

fn id() -> Id {
    Id::new("the tip")
}

fn tip(response: &Response, anchor: Rect, around: &[RectAlign], says: &str) {
    let egui = &response.ctx;
    egui.accesskit_node_builder(response.id, |node| {
        if node.label() != Some(says) {
            node.set_description(says);
        }
    });
    // Over a thing within another, the tip of the first that has one.
    let pass = egui.cumulative_pass_nr();
    let taken = egui.data(|data| data.get_temp::<(u64, Shown)>(id()));
    if taken.is_some_and(|(when, _)| when == pass) || !Tooltip::should_show_tooltip(response, false)
    {
        return;
    }
    let style = egui.global_style();
    let job = LayoutJob::simple(
        says.to_owned(),
        TextStyle::Body.resolve(&style),
        style.visuals.text_color(),
        style.spacing.tooltip_width,
    );
    let galley = egui.fonts_mut(|fonts| fonts.layout_job(job));
    let frame = Frame::popup(&style);
    let size = galley.size() + frame.total_margin().sum();
    let window = egui.content_rect();
    let best = RectAlign::find_best_align(around.iter().copied(), window, anchor, GAP, size);
    let placed = best.unwrap_or_default().align_rect(&anchor, size, GAP);
    let inside = (placed.min.min(window.max - size)).max(window.min);
    let rect = Rect::from_min_size(inside, size);
    let painter = egui.layer_painter(LayerId::new(Order::Tooltip, id()));
    let words = rect - frame.total_margin();
    painter.add(frame.paint(words));
    painter.galley(words.min, galley, style.visuals.text_color());
    let shown = Shown {
        says: says.to_owned(),
        rect,
    };
    egui.data_mut(|data| data.insert_temp(id(), (pass, shown)));
}
