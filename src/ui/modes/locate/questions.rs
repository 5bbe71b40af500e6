//! The warning signs that are asked before anything is ranked, and the advice where one of them ends it.

use super::{over_body, say};
use crate::{
    app::{
        commands::AppCommand,
        modes::locate::{AskedGroup, LocateCommand},
    },
    model::facts::{RedFlag, SignGroup, Urgency},
    ui::{
        PanelContext, records,
        tokens::Kind,
        widgets::{
            button::{self, Weight},
            mark,
            statement::{self, SourceNumbers},
            text,
        },
        words,
    },
};
use egui::{CursorIcon, ScrollArea, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};
use egui_phosphor::regular as icon;

/// Widest the text runs, in points at the design's text size.
const WIDEST: f32 = 640.0;

/// One group of warning signs after the other. The button that goes on stands under the last of a group, so that
/// nobody comes to it past what they have not seen.
pub(super) fn questions_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let locate = &ctx.state.locate;
    let groups = locate.groups(ctx.catalog);
    let at = locate.group_on_show(&groups);
    over_body(ui, ctx, "locate questions", |ui, _| {
        // Each group begins at its top, and again when it is asked anew.
        ui.push_id(("questions", locate.round, at), |ui| {
            column(ui, ctx, |ui| {
                if at == 0 {
                    beginning(ui, ctx, commands);
                }
                heading(ui, ctx, &groups, at);
                for flag in groups.get(at).map_or(&[][..], |asked| &asked.flags) {
                    question(ui, ctx, flag, commands);
                }
                if at + 1 >= groups.len() {
                    notes(ui, ctx);
                }
                ways_on(ui, ctx, &groups, at, commands);
            });
        });
    });
}

/// What is asked for, above the first group.
fn beginning(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    let title = w.say("locate-questions-title");
    text::paragraph(ui, t, Kind::Title, t.color.text, &title);
    let lead = w.say("locate-questions-lead");
    text::paragraph(ui, t, Kind::Body, t.color.text, &lead);
    records::keep_ui(ui, ctx, commands);
    ui.add_space(t.space.group);
}

/// What the group is about, and how far it is to the last.
fn heading(ui: &mut Ui, ctx: &PanelContext, groups: &[AskedGroup], at: usize) {
    let (t, w) = (ctx.tokens, ctx.words);
    let Some(asked) = groups.get(at) else {
        return;
    };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        if groups.len() > 1 {
            let numbers = [("number", (at + 1).into()), ("count", groups.len().into())];
            let says = w.say_with("locate-questions-progress", &numbers);
            text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &says);
        }
        let name = match asked.group {
            SignGroup::Chest => w.say("locate-signs-chest"),
            SignGroup::Head => w.say("locate-signs-head"),
            SignGroup::Belly => w.say("locate-signs-belly"),
            SignGroup::Back => w.say("locate-signs-back"),
            SignGroup::Limbs => w.say("locate-signs-limbs"),
            SignGroup::General => w.say("locate-signs-general"),
        };
        text::paragraph(ui, t, Kind::Section, t.color.text, &name);
    });
}

/// What the questions can tell and what not.
fn notes(ui: &mut Ui, ctx: &PanelContext) {
    ui.add_space(ctx.tokens.space.group);
    let mut numbers = SourceNumbers::default();
    let flags = &ctx.catalog.red_flags;
    for note in flags.notes.iter().chain(&flags.repeat) {
        statement::statement(ui, ctx, &mut numbers, note);
    }
}

/// Back, and on.
fn ways_on(
    ui: &mut Ui,
    ctx: &PanelContext,
    groups: &[AskedGroup],
    at: usize,
    commands: &mut Vec<AppCommand>,
) {
    let (t, w) = (ctx.tokens, ctx.words);
    ui.add_space(t.space.group);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = t.space.group;
        let back = match at {
            0 => w.say("locate-way-back"),
            _ => w.say("locate-questions-back"),
        };
        if button::words(ui, t, icon::ARROW_LEFT, &back, Weight::Outlined).clicked() {
            say(commands, LocateCommand::BackAGroup);
        }
        let mut flags = groups.get(at).into_iter().flat_map(|asked| &asked.flags);
        let label = match flags.any(|flag| ctx.state.locate.has_ticked(flag)) {
            true => w.say("locate-questions-go-on"),
            false => w.say("locate-questions-none"),
        };
        if button::words(ui, t, "", &label, Weight::Primary).clicked() {
            say(commands, LocateCommand::FinishQuestions);
        }
    });
}

pub(super) fn stopped_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    over_body(ui, ctx, "locate stopped", |ui, _| {
        column(ui, ctx, |ui| {
            let mut numbers = SourceNumbers::default();
            mark::barred(ui, t, t.color.stop, t.color.stop_soft, |ui| {
                advice(ui, ctx, &mut numbers, |exit| exit.stops());
            });
            ui.add_space(t.space.group);
            let why = w.say("locate-stopped-why");
            text::paragraph(ui, t, Kind::Body, t.color.secondary, &why);
            ui.horizontal(|ui| {
                let back = w.say("locate-change-answers");
                if button::words(ui, t, icon::ARROW_LEFT, &back, Weight::Outlined).clicked() {
                    say(commands, LocateCommand::ReviewQuestions);
                }
                let again = w.say("locate-start-again");
                if button::words(ui, t, "", &again, Weight::Quiet).clicked() {
                    say(commands, LocateCommand::StartAgain);
                }
            });
        });
    });
}

/// What to do for the most urgent of the answers, and for each sign with an exit for which `shown` holds.
pub(super) fn advice(
    ui: &mut Ui,
    ctx: &PanelContext,
    numbers: &mut SourceNumbers,
    shown: impl Fn(Urgency) -> bool,
) {
    let (t, w) = (ctx.tokens, ctx.words);
    ui.spacing_mut().item_spacing.y = t.space.group;
    let Some(urgency) = ctx.state.locate.urgency() else {
        return;
    };
    let color = if urgency.stops() {
        t.color.stop
    } else {
        t.color.warning
    };
    if let Some(words) = ctx.catalog.urgency_words(urgency) {
        text::paragraph(ui, t, Kind::Section, color, ctx.said(&words.name));
        statement::statement(ui, ctx, numbers, &words.says);
    }
    let mut flags: Vec<&RedFlag> = ctx.catalog.red_flags().iter().collect();
    flags.sort_by_key(|flag| flag.exit);
    for flag in flags {
        let mut ticked = flag
            .answers()
            .filter(|(id, ..)| ctx.state.locate.answers.contains_key(id));
        if !ticked.any(|(_, _, exit)| shown(exit)) {
            continue;
        }
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            text::paragraph(ui, t, Kind::Strong, t.color.text, ctx.said(&flag.name));
            let what = words::within(ctx.said(&flag.suspected));
            let may_be = w.say_with("locate-may-be", &[("what", what.into())]);
            text::paragraph(ui, t, Kind::Body, t.color.text, &may_be);
            statement::statement(ui, ctx, numbers, &flag.advice);
        });
    }
}

/// A column in the middle that scrolls.
fn column(ui: &mut Ui, ctx: &PanelContext, contents: impl FnOnce(&mut Ui)) {
    let t = ctx.tokens;
    let room = ui.available_width();
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let width = room.min(t.grown(WIDEST)) - 2.0 * t.space.card;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(((room - width) / 2.0).max(0.0));
            ui.vertical(|ui| {
                ui.set_width(width.max(200.0));
                ui.spacing_mut().item_spacing.y = t.space.group;
                ui.add_space(t.space.card);
                contents(ui);
                ui.add_space(t.space.card);
            });
        });
    });
}

/// A warning sign: its question as one box to tick, or over the signs to tick one by one.
fn question(ui: &mut Ui, ctx: &PanelContext, flag: &RedFlag, commands: &mut Vec<AppCommand>) {
    let t = ctx.tokens;
    let ticked = |answer: &str| ctx.state.locate.answers.contains_key(answer);
    let mut answer = |answer: String, ticked: bool| {
        say(commands, LocateCommand::Answer { answer, ticked });
    };
    let (name, asks) = (ctx.said(&flag.name), ctx.said(&flag.question));
    if flag.signs.is_empty() {
        let on = ticked(&flag.id);
        if check(ui, ctx, on, 0.0, name, asks) {
            answer(flag.id.clone(), !on);
        }
        return;
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        text::paragraph(ui, t, Kind::Strong, t.color.text, name);
        text::paragraph(ui, t, Kind::Body, t.color.text, asks);
        for (id, says, _) in flag.answers() {
            let on = ticked(&id);
            if check(ui, ctx, on, t.grown(8.0), "", ctx.said(says)) {
                answer(id, !on);
            }
        }
    });
}

/// A question with a box to tick; true when clicked.
fn check(ui: &mut Ui, ctx: &PanelContext, on: bool, inset: f32, title: &str, says: &str) -> bool {
    let t = ctx.tokens;
    let box_width = t.grown(28.0);
    let width = ui.available_width();
    let room = width - inset - box_width;
    let laid = |kind, color, says: &str| {
        let mut job = text::job(t, kind, color, says);
        job.wrap.max_width = room;
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let head = (!title.is_empty()).then(|| laid(Kind::Strong, t.color.text, title));
    let body = laid(Kind::Body, t.color.text, says);
    let head_height = head.as_ref().map_or(0.0, |head| head.size().y);
    let height = (head_height + body.size().y + 2.0 * t.space.unit).max(t.target());
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| {
        let name = if title.is_empty() {
            says.to_owned()
        } else {
            format!("{title}: {says}")
        };
        WidgetInfo::selected(WidgetType::Checkbox, true, on, name)
    });
    if ui.is_rect_visible(rect) {
        let ground = rect.expand2(vec2(t.space.group, 0.0));
        let painter = ui.painter();
        painter.rect_filled(ground, t.small_corner(), button::ground(t, &response, on));
        let glyph = if on { icon::CHECK_SQUARE } else { icon::SQUARE };
        let color = if on {
            t.color.accent
        } else {
            t.color.secondary
        };
        let glyph = text::line(ui, t, Kind::Icon, color, glyph, box_width);
        let left = rect.left() + inset;
        let top = rect.top() + t.space.unit;
        // In the middle of the first line, however much larger it is.
        let lower = (t.line_height(Kind::Body) - glyph.size().y) / 2.0;
        painter.galley(pos2(left, top + lower), glyph, color);
        if let Some(head) = head {
            painter.galley(pos2(left + box_width, top), head, t.color.text);
        }
        painter.galley(
            pos2(left + box_width, top + head_height),
            body,
            t.color.text,
        );
        button::focus_ring(ui, t, &response, ground);
    }
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
