//! A page of the library: one section, and the way to those before and after it.

use super::{MEASURE_EM, TABLE_EM, contents, current};
use crate::{
    app::{commands::AppCommand, document::Builder},
    model::ids::Item,
    ui::{
        PanelContext,
        document::{PageLayout, View, column, page_ui as document_ui},
        focus,
        tokens::Kind,
        widgets::{
            button::{self, Weight},
            text,
        },
    },
};
use egui::{Key, Modifiers, ScrollArea, Ui, vec2};
use egui_phosphor::regular as icon;

/// How far an arrow key scrolls, in lines.
const LINES_A_KEY: f32 = 3.0;
/// Farther than any page is long, points.
const TO_THE_END: f32 = 1.0e6;

pub(super) fn page_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let t = ctx.tokens;
    let builder = Builder::of_state(ctx.state, ctx.catalog, ctx.words);
    let id = current(ctx);
    let document = id.and_then(|id| builder.item(&Item::Section(id.to_owned())));
    let em = t.text_size(Kind::Body);
    let room = ui.available_width();
    let side = t.space.card;
    let margin = t.grown(30.0);
    let measure = (MEASURE_EM * em).min(room - 2.0 * side - margin);
    let left = ((room - margin - measure) / 2.0).max(side);
    let wide = (TABLE_EM * em).min(room - left - margin - side);
    let height = ui.available_height();
    // Each page keeps where it was read to.
    ui.push_id(("page of", current(ctx)), |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = t.space.group;
            scroll_by_keys(ui, ctx, height);
            ui.add_space(t.space.card);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                ui.add_space(left);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = t.space.group;
                    let Some(document) = &document else {
                        return nothing(ui, ctx, margin, measure);
                    };
                    let layout = PageLayout::new(margin, measure, wide);
                    let mut view = View::of_page(ctx, commands, document, layout);
                    document_ui(ui, &mut view, document);
                    ui.add_space(t.space.section);
                    turn(ui, &mut view, &document.id);
                });
            });
            ui.add_space(2.0 * t.space.card);
        });
    });
}

/// Says that there is no library, where the page's text would be.
fn nothing(ui: &mut Ui, ctx: &PanelContext, margin: f32, measure: f32) {
    let t = ctx.tokens;
    let says = ctx.words.say("library-empty");
    ui.horizontal_top(|ui| {
        ui.add_space(margin);
        ui.vertical(|ui| {
            ui.set_width(measure);
            text::paragraph(ui, t, Kind::Body, t.color.secondary, &says);
        });
    });
}

/// The way to the pages before and after.
fn turn(ui: &mut Ui, view: &mut View, id: &str) {
    let ctx = view.ctx;
    let (t, w) = (ctx.tokens, ctx.words);
    let (before, after) = ctx.catalog.neighbours_of(id);
    column(ui, view, None, |ui, view| {
        ui.spacing_mut().item_spacing.y = t.space.unit;
        if let Some(before) = before {
            let says = w.say_with("library-previous", &[("name", before.name.as_str().into())]);
            if button::words(ui, t, icon::ARROW_LEFT, &says, Weight::Quiet).clicked() {
                view.commands.push(contents::open(&before.id));
            }
        }
        if let Some(after) = after {
            let says = w.say_with("library-next", &[("name", after.name.as_str().into())]);
            if button::words(ui, t, icon::ARROW_RIGHT, &says, Weight::Outlined).clicked() {
                view.commands.push(contents::open(&after.id));
            }
        }
        text::paragraph(
            ui,
            t,
            Kind::Caption,
            t.color.secondary,
            &w.say("library-keys"),
        );
    });
}

/// The keys that scroll; those of a widget that has the keyboard are left to it.
fn scroll_by_keys(ui: &Ui, ctx: &PanelContext, height: f32) {
    let busy = ctx.state.search.open
        || focus::menu_was_open(ui.ctx())
        || ui.memory(|memory| memory.focused().is_some());
    if busy {
        return;
    }
    let t = ctx.tokens;
    let line = LINES_A_KEY * t.line_height(Kind::Body);
    let leaf = (height - 2.0 * line).max(line);
    let down = ui.input(|input| {
        if input.modifiers != Modifiers::NONE {
            return 0.0;
        }
        [
            (Key::ArrowDown, line),
            (Key::ArrowUp, -line),
            (Key::PageDown, leaf),
            (Key::Space, leaf),
            (Key::PageUp, -leaf),
            (Key::Home, -TO_THE_END),
            (Key::End, TO_THE_END),
        ]
        .into_iter()
        .map(|(key, by)| input.num_presses(key) as f32 * by)
        .sum::<f32>()
    });
    if down != 0.0 {
        ui.scroll_with_delta(vec2(0.0, -down));
    }
}
