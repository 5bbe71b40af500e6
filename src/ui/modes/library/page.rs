//! A page of the library: one section from its title to its sources.

use super::{
    MEASURE_EM, Page, TABLE_EM, contents, current, findings, lists,
    margin::{self, block},
    safety, table,
};
use crate::{
    app::commands::AppCommand,
    model::facts::{Chapter, Section, Shown},
    ui::{
        PanelContext,
        card::{Card, parts},
        tokens::Kind,
        widgets::{
            button::{self, Weight},
            fold,
            statement::SourceNumbers,
            text,
        },
    },
};
use egui::{Id, Key, Modifiers, ScrollArea, Ui, vec2};
use egui_phosphor::regular as icon;
use std::collections::BTreeSet;

/// How far an arrow key scrolls, in lines.
const LINES_A_KEY: f32 = 3.0;
/// Farther than any page is long, points.
const TO_THE_END: f32 = 1.0e6;

pub(super) fn page_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let t = ctx.tokens;
    let shown = current(ctx).and_then(|id| ctx.catalog.section(id));
    let em = t.text_size(Kind::Body);
    let room = ui.available_width();
    let side = t.space.card;
    let margin = t.grown(30.0);
    let measure = (MEASURE_EM * em).min(room - 2.0 * side - margin);
    let left = ((room - margin - measure) / 2.0).max(side);
    let wide = (TABLE_EM * em).min(room - left - margin - side);
    let salt = Id::new(("page of", current(ctx)));
    let height = ui.available_height();
    ScrollArea::vertical()
        .id_salt(salt)
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = t.space.group;
            scroll_by_keys(ui, ctx, height);
            ui.add_space(t.space.card);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                ui.add_space(left);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = t.space.group;
                    let mut page = Page {
                        card: Card {
                            ctx,
                            commands,
                            numbers: SourceNumbers::default(),
                        },
                        margin,
                        measure,
                        wide,
                        marks: BTreeSet::new(),
                    };
                    match shown {
                        Some((chapter, section)) => section_ui(ui, &mut page, chapter, section),
                        None => nothing(ui, &mut page),
                    }
                });
            });
            ui.add_space(2.0 * t.space.card);
        });
}

fn nothing(ui: &mut Ui, page: &mut Page) {
    let ctx = page.card.ctx;
    let says = ctx.words.say("library-empty");
    block(ui, page, None, |ui, _| {
        let t = ctx.tokens;
        text::paragraph(ui, t, Kind::Body, t.color.secondary, &says);
    });
}

fn section_ui(ui: &mut Ui, page: &mut Page, chapter: &Chapter, section: &Section) {
    let ctx = page.card.ctx;
    let (t, w) = (ctx.tokens, ctx.words);
    let first = chapter.sections.first().map(|first| &first.id) == Some(&section.id);
    block(ui, page, None, |ui, _| {
        ui.spacing_mut().item_spacing.y = t.space.unit;
        let number = [
            ("number", chapter.order.into()),
            ("name", chapter.name.as_str().into()),
        ];
        let place = w.say_with("library-chapter", &number);
        text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &place);
        if first {
            text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &chapter.about);
        }
        let title = text::paragraph(ui, t, Kind::Title, t.color.text, &section.name);
        title.widget_info(|| {
            egui::WidgetInfo::labeled(egui::WidgetType::Label, true, &section.name)
        });
    });
    ui.add_space(t.space.unit);
    for says in &section.says {
        margin::says(ui, page, says);
    }
    if let Some(table) = &section.table {
        ui.add_space(t.space.group);
        table::table_ui(ui, page, table);
    }
    for (at, step) in section.steps.iter().enumerate() {
        margin::item(ui, page, &(at + 1).to_string(), step);
    }
    for says in &section.list {
        margin::item(ui, page, "•", says);
    }
    findings::findings_ui(ui, page, &section.findings);
    findings::claims_ui(ui, page, &section.claims);
    for shown in &section.shows {
        ui.add_space(t.space.group);
        match shown {
            Shown::RedFlags => safety::red_flags_ui(ui, page),
            Shown::Contraindications => safety::contraindications_ui(ui, page),
            Shown::NoGoAreas => safety::no_go_areas_ui(ui, page),
            Shown::Protocol => lists::protocol_ui(ui, page),
            Shown::Methods => lists::methods_ui(ui, page),
            Shown::Stretches => lists::stretches_ui(ui, page),
        }
    }
    lists::links_ui(ui, page, &section.links);
    ui.add_space(t.space.section);
    margin::legend(ui, page);
    ui.add_space(t.space.group);
    block(ui, page, None, |ui, page| {
        ui.spacing_mut().item_spacing.y = 0.0;
        parts::sources(ui, &mut page.card, &[]);
        fold::rule(ui, t);
    });
    ui.add_space(t.space.section);
    turn(ui, page, &section.id);
}

/// The way to the pages before and after.
fn turn(ui: &mut Ui, page: &mut Page, id: &str) {
    let ctx = page.card.ctx;
    let (t, w) = (ctx.tokens, ctx.words);
    let (before, after) = ctx.catalog.neighbours_of(id);
    block(ui, page, None, |ui, page| {
        ui.spacing_mut().item_spacing.y = t.space.unit;
        if let Some(before) = before {
            let says = w.say_with("library-previous", &[("name", before.name.as_str().into())]);
            if button::words(ui, t, icon::ARROW_LEFT, &says, Weight::Quiet).clicked() {
                page.card.commands.push(contents::open(&before.id));
            }
        }
        if let Some(after) = after {
            let says = w.say_with("library-next", &[("name", after.name.as_str().into())]);
            if button::words(ui, t, icon::ARROW_RIGHT, &says, Weight::Outlined).clicked() {
                page.card.commands.push(contents::open(&after.id));
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
        || ui.ctx().any_popup_open()
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
