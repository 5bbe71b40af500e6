//! How treatments are set: numbered rows with icon and dose, steps under them.

use super::{Card, parts};
use crate::{
    locale::Key,
    model::{
        facts::{Application, Caution, Method, Muscle},
        ids::Item,
    },
    ui::{
        tokens::{Kind, Tokens},
        widgets::{button, fold, mark, text},
        words,
    },
};
use egui::{CursorIcon, Id, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};
use egui_phosphor::regular as icon;

/// The icon of a method, by the word the data uses.
#[must_use]
pub fn method_icon(word: &str) -> &'static str {
    match word {
        "ball" => icon::TENNIS_BALL,
        "fingers" => icon::HAND_POINTING,
        "pinch" => icon::HAND_GRABBING,
        "cane" => icon::ARROW_U_LEFT_DOWN,
        "roller" => icon::CYLINDER,
        "breath" => icon::WIND,
        "hands" => icon::HAND_PALM,
        _ => icon::HAND_HEART,
    }
}

/// Numbered steps, each wrapped beside its number.
pub fn numbered(ui: &mut Ui, t: &Tokens, steps: &[String]) {
    for (at, step) in steps.iter().enumerate() {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = t.space.group;
            let number = (at + 1).to_string();
            let width = t.grown(12.0);
            let galley = text::line(ui, t, Kind::Body, t.color.secondary, &number, 40.0);
            let size = vec2(width, t.line_height(Kind::Body));
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            let at = pos2(rect.right() - galley.size().x, rect.top());
            ui.painter().galley(at, galley, t.color.secondary);
            ui.vertical(|ui| {
                text::paragraph(ui, t, Kind::Body, t.color.text, step);
            });
        });
    }
}

/// Serious cautions, always in sight, beside the bar of colour.
pub fn serious(ui: &mut Ui, card: &mut Card, cautions: &[Caution]) {
    let serious: Vec<&Caution> = cautions.iter().filter(|caution| caution.serious).collect();
    if serious.is_empty() {
        return;
    }
    let (t, w) = (card.ctx.tokens, card.ctx.words);
    mark::barred(ui, t, t.color.stop, t.color.stop_soft, |ui| {
        ui.spacing_mut().item_spacing.y = t.space.unit;
        text::paragraph(ui, t, Kind::Strong, t.color.stop, &w.say("caution"));
        for caution in serious {
            parts::says(ui, card, &caution.says);
        }
    });
}

/// The other cautions, in a fold.
pub fn milder(ui: &mut Ui, card: &mut Card, cautions: &[Caution]) {
    let milder: Vec<_> = cautions
        .iter()
        .filter(|caution| !caution.serious)
        .map(|caution| caution.says.clone())
        .collect();
    if !milder.is_empty() {
        parts::folded(ui, card, Key("cautions"), "", false, |ui, card| {
            parts::list(ui, card, &milder);
        });
    }
}

/// The methods for a point, in the order to try them.
pub fn applications(ui: &mut Ui, card: &mut Card, owner: &str, applications: &[Application]) {
    for (at, application) in applications.iter().enumerate() {
        let Some(method) = card.ctx.catalog.method(&application.method) else {
            parts::says(ui, card, &application.how);
            continue;
        };
        ui.push_id((owner, at), |ui| {
            application_ui(ui, card, at, application, method);
        });
    }
}

fn application_ui(
    ui: &mut Ui,
    card: &mut Card,
    at: usize,
    application: &Application,
    method: &Method,
) {
    let ctx = card.ctx;
    let t = ctx.tokens;
    let inset = t.grown(40.0);
    let open_id = Id::new(("method steps", at));
    let open = fold::is_open(ui, open_id, at == 0);
    let hold = application.hold_seconds.unwrap_or(method.hold_seconds);
    let dose = words::dose(ctx.words, hold, method.repeats);
    let row = Row {
        number: at + 1,
        glyph: method_icon(&method.icon),
        title: ctx.name(method),
        dose: &dose,
        open,
    };
    if row.ui(ui, t, inset) {
        fold::set_open(ui, open_id, !open);
    }
    let indented = |ui: &mut Ui, contents: &mut dyn FnMut(&mut Ui)| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(inset);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = t.space.unit;
                contents(ui);
            });
        });
    };
    indented(ui, &mut |ui| parts::says(ui, card, &application.how));
    if open {
        let most = application.max_discomfort.unwrap_or(method.max_discomfort);
        indented(ui, &mut |ui| {
            method_steps(ui, card, method, most);
        });
    }
}

/// Position, steps, dose and limits of a method.
pub fn method_steps(ui: &mut Ui, card: &mut Card, method: &Method, max_discomfort: u8) {
    let (t, w) = (card.ctx.tokens, card.ctx.words);
    ui.add_space(t.space.unit);
    parts::pair(ui, card, &w.say("method-need"), &method.tool);
    parts::pair(ui, card, &w.say("method-without"), &method.without);
    parts::pair(ui, card, &w.say("method-position"), &method.position);
    ui.spacing_mut().item_spacing.y = t.space.unit;
    numbered(ui, t, &method.steps);
    let most = w.say_with("method-discomfort", &[("most", max_discomfort.into())]);
    let dose = words::line(&[&most, &words::per_day(w, method.per_day)]);
    ui.add_space(t.space.unit);
    text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &dose);
    parts::list(ui, card, &method.limits);
    ui.add_space(t.space.unit);
}

/// The heading of a method: number, icon, name; hold and repeats at the right.
struct Row<'a> {
    number: usize,
    glyph: &'a str,
    title: &'a str,
    dose: &'a str,
    open: bool,
}

impl Row<'_> {
    fn ui(&self, ui: &mut Ui, t: &Tokens, inset: f32) -> bool {
        let width = ui.available_width();
        let caret = if self.open {
            icon::CARET_DOWN
        } else {
            icon::CARET_RIGHT
        };
        let caret = text::line(ui, t, Kind::Secondary, t.color.secondary, caret, 40.0);
        let room = width - inset - caret.size().x - t.space.group;
        let title_width = text::width(ui, t, Kind::Strong, self.title);
        let dose = text::line(ui, t, Kind::Secondary, t.color.secondary, self.dose, room);
        let beside = title_width + dose.size().x + t.space.section <= room;
        let title_room = if beside {
            room - dose.size().x - t.space.section
        } else {
            room
        };
        let title = text::line(ui, t, Kind::Strong, t.color.text, self.title, title_room);
        let elided = title.elided;
        let below = if beside { 0.0 } else { dose.size().y };
        let height = (title.size().y + below + t.space.group).max(t.grown(32.0));
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
        response.widget_info(|| {
            WidgetInfo::selected(WidgetType::CollapsingHeader, true, self.open, self.title)
        });
        if ui.is_rect_visible(rect) {
            let painter = ui.painter();
            let ground = rect.expand2(vec2(t.space.group, 0.0));
            painter.rect_filled(
                ground,
                t.small_corner(),
                button::ground(t, &response, false),
            );
            let middle = rect.center().y;
            let number = format!("{}", self.number);
            let number = text::line(ui, t, Kind::Strong, t.color.accent, &number, 40.0);
            let number_at = pos2(rect.left(), middle - number.size().y / 2.0);
            painter.galley(number_at, number, t.color.accent);
            let glyph = text::line(ui, t, Kind::Icon, t.color.secondary, self.glyph, 60.0);
            let glyph_at = pos2(
                rect.left() + inset - glyph.size().x - t.space.unit,
                middle - glyph.size().y / 2.0,
            );
            painter.galley(glyph_at, glyph, t.color.secondary);
            let top = middle - (title.size().y + below) / 2.0;
            let left = rect.left() + inset;
            let dose_at = if beside {
                let right = rect.right() - caret.size().x - t.space.group;
                pos2(right - dose.size().x, middle - dose.size().y / 2.0)
            } else {
                pos2(left, top + title.size().y)
            };
            painter.galley(pos2(left, top), title, t.color.text);
            painter.galley(dose_at, dose, t.color.secondary);
            let caret_at = pos2(rect.right() - caret.size().x, middle - caret.size().y / 2.0);
            painter.galley(caret_at, caret, t.color.secondary);
            button::focus_ring(ui, t, &response, ground);
        }
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        let response = if elided {
            response.on_hover_text(self.title)
        } else {
            response
        };
        response.clicked()
    }
}

/// The stretches of a muscle, as rows that lead to them.
pub fn stretches(ui: &mut Ui, card: &mut Card, muscle: &Muscle) {
    let ctx = card.ctx;
    let t = ctx.tokens;
    let inset = t.grown(40.0);
    for id in &muscle.stretches {
        let Some(stretch) = ctx.catalog.stretch(id) else {
            continue;
        };
        let dose = words::dose(ctx.words, stretch.hold_seconds, stretch.repeats);
        let clicked = parts::link_row(ui, t, inset, ctx.name(stretch), "", &dose, |ui, at| {
            let glyph = text::line(
                ui,
                t,
                Kind::Icon,
                t.color.secondary,
                icon::PERSON_SIMPLE_TAI_CHI,
                60.0,
            );
            let at = pos2(at.x + t.grown(8.0), at.y) - glyph.size() / 2.0;
            ui.painter().galley(at, glyph, t.color.secondary);
        });
        if clicked {
            card.select(Item::Stretch(id.clone()));
        }
    }
}

/// When to stop: what holds for every treatment by pressure.
pub fn stop_rules(ui: &mut Ui, card: &mut Card) {
    let rules = card.ctx.catalog.protocol.stop_rules.clone();
    if rules.is_empty() {
        return;
    }
    let t = card.ctx.tokens;
    mark::barred(ui, t, t.color.warning, t.color.warning_soft, |ui| {
        ui.spacing_mut().item_spacing.y = t.space.unit;
        text::paragraph(
            ui,
            t,
            Kind::Strong,
            t.color.warning,
            &card.ctx.words.say("stop-if"),
        );
        parts::list(ui, card, &rules);
    });
}
