//! Warning signs, conditions and no-go areas, as the library shows them in full.

use super::{
    Page,
    margin::{self, block},
    show_if_sought,
};
use crate::{
    model::facts::{Contraindication, Level, Limit, RedFlag, Urgency},
    ui::{
        card::parts,
        tokens::{Colors, Kind},
        widgets::{fold, mark, text},
        words,
    },
};
use egui::{Align, Color32, Layout, Sense, Ui, vec2};
use egui_phosphor::regular as icon;

/// Narrowest column of a limit, in heights of the letters.
const LIMIT_EM: f32 = 7.5;

/// The warning signs under what they call for, the most urgent first.
pub(super) fn red_flags_ui(ui: &mut Ui, page: &mut Page) {
    let ctx = page.card.ctx;
    let t = ctx.tokens;
    let all = &ctx.catalog.red_flags;
    margin::heading(ui, page, &ctx.words.say("library-red-flags"));
    for note in &all.notes {
        margin::says(ui, page, note);
    }
    for exit in Urgency::ALL {
        let flags: Vec<&RedFlag> = all.flags.iter().filter(|flag| flag.exit == exit).collect();
        if flags.is_empty() {
            continue;
        }
        ui.add_space(t.space.group);
        block(ui, page, None, |ui, page| {
            let (bar, tint) = exit_colors(&t.color, exit);
            mark::barred(ui, t, bar, tint, |ui| {
                ui.spacing_mut().item_spacing.y = t.space.unit;
                if let Some(words) = ctx.catalog.urgency_words(exit) {
                    text::paragraph(ui, t, Kind::Strong, bar, &words.name);
                    parts::says(ui, &mut page.card, &words.says);
                }
            });
        });
        for flag in flags {
            red_flag_ui(ui, page, flag);
        }
    }
    ui.add_space(t.space.group);
    for says in &all.repeat {
        margin::says(ui, page, says);
    }
}

fn exit_colors(color: &Colors, exit: Urgency) -> (Color32, Color32) {
    match exit {
        Urgency::Emergency => (color.stop, color.stop_soft),
        Urgency::Today => (color.warning, color.warning_soft),
        Urgency::Soon => (color.accent, color.accent_soft),
    }
}

fn red_flag_ui(ui: &mut Ui, page: &mut Page, flag: &RedFlag) {
    let ctx = page.card.ctx;
    let (t, w) = (ctx.tokens, ctx.words);
    ui.add_space(t.space.unit);
    show_if_sought(ui, &flag.name);
    block(ui, page, Some(flag.advice.confidence), |ui, page| {
        ui.spacing_mut().item_spacing.y = t.space.unit;
        text::paragraph(ui, t, Kind::Strong, t.color.text, &flag.name);
        text::paragraph(ui, t, Kind::Body, t.color.text, &flag.question);
        if let Some(sooner) = &flag.sooner
            && let Some(exit) = ctx.catalog.urgency_words(sooner.exit)
        {
            let (bar, _) = exit_colors(&t.color, sooner.exit);
            let args = [
                ("when", sooner.when.as_str().into()),
                ("exit", exit.name.as_str().into()),
            ];
            let says = w.say_with("library-sooner", &args);
            text::paragraph(ui, t, Kind::Strong, bar, &says);
        }
        parts::says(ui, &mut page.card, &flag.advice);
        let sign = w.say("library-sign-of");
        parts::pair(ui, &mut page.card, &sign, &flag.suspected);
        fold::rule(ui, t);
    });
}

/// The conditions, each with its limits side by side and the reasons under them.
pub(super) fn contraindications_ui(ui: &mut Ui, page: &mut Page) {
    let ctx = page.card.ctx;
    let t = ctx.tokens;
    margin::heading(ui, page, &ctx.words.say("library-conditions"));
    for row in &ctx.catalog.contraindications {
        ui.add_space(t.space.unit);
        show_if_sought(ui, &row.name);
        block(ui, page, None, |ui, page| {
            ui.spacing_mut().item_spacing.y = t.space.unit;
            text::paragraph(ui, t, Kind::Strong, t.color.text, &row.name);
            limits(ui, page, row);
        });
        for note in &row.notes {
            margin::says(ui, page, note);
        }
        block(ui, page, None, |ui, _| fold::rule(ui, t));
    }
}

fn limits(ui: &mut Ui, page: &Page, row: &Contraindication) {
    let ctx = page.card.ctx;
    let (t, w) = (ctx.tokens, ctx.words);
    let all = [
        (w.say("limit-pressure"), &row.pressure),
        (w.say("limit-massage"), &row.massage),
        (w.say("limit-roller"), &row.roller),
        (w.say("limit-heat"), &row.heat),
    ];
    let gap = t.space.group;
    let width = ui.available_width();
    let least = LIMIT_EM * t.text_size(Kind::Body) + gap;
    let columns = match width / least {
        fit if fit >= 4.0 => 4,
        fit if fit >= 2.0 => 2,
        _ => 1,
    };
    let each = ((width - gap * (columns - 1) as f32) / columns as f32).floor();
    for some in all.chunks(columns) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for (treatment, limit) in some {
                ui.allocate_ui_with_layout(vec2(each, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(each);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    limit_ui(ui, page, treatment, limit);
                });
            }
        });
    }
}

fn limit_ui(ui: &mut Ui, page: &Page, treatment: &str, limit: &Limit) {
    let ctx = page.card.ctx;
    let t = ctx.tokens;
    let (glyph, color) = match limit.level {
        Level::DoNot => (icon::PROHIBIT, t.color.stop),
        Level::OnlyWithAdvice => (icon::WARNING, t.color.warning),
        Level::Modify => (icon::FADERS, t.color.warning),
        Level::NoneNamed => (icon::MINUS, t.color.secondary),
    };
    text::paragraph(ui, t, Kind::Secondary, t.color.secondary, treatment);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = t.space.unit;
        let galley = text::line(ui, t, Kind::Body, color, glyph, f32::INFINITY);
        let size = vec2(galley.size().x, t.line_height(Kind::Body));
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let middle = rect.center() - vec2(0.0, margin::icon_sink(t));
        ui.painter()
            .galley(middle - galley.size() / 2.0, galley, color);
        ui.vertical(|ui| {
            let level = words::level(ctx.words, limit.level);
            text::paragraph(ui, t, Kind::Strong, color, &level);
            if !limit.how.is_empty() {
                text::paragraph(ui, t, Kind::Secondary, t.color.text, &limit.how);
            }
        });
    });
}

/// The no-go areas: what lies there, what happened, and the methods they hold for.
pub(super) fn no_go_areas_ui(ui: &mut Ui, page: &mut Page) {
    let ctx = page.card.ctx;
    let (t, w) = (ctx.tokens, ctx.words);
    margin::heading(ui, page, &w.say("library-no-go-areas"));
    for area in &ctx.catalog.no_go_areas {
        ui.add_space(t.space.unit);
        show_if_sought(ui, &area.name);
        block(ui, page, Some(area.why.confidence), |ui, page| {
            ui.spacing_mut().item_spacing.y = 0.0;
            text::paragraph(ui, t, Kind::Strong, t.color.text, &area.name);
            parts::says(ui, &mut page.card, &area.why);
        });
        for harm in &area.harm {
            margin::says(ui, page, harm);
        }
        block(ui, page, None, |ui, _| {
            ui.spacing_mut().item_spacing.y = t.space.unit;
            let methods = area.methods.iter().filter_map(|id| ctx.catalog.method(id));
            let names: Vec<String> = methods
                .map(|method| words::within(ctx.name(method)))
                .collect();
            let names = [("methods", names.join(", ").into())];
            let never = w.say_with("library-never-with", &names);
            text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &never);
            fold::rule(ui, t);
        });
    }
}
