//! How treatments are drawn: numbered rows with icon and dose, steps under them.

use super::{View, parts, statement_ui};
use crate::{
    app::document::{
        block::{Application, List, Practice},
        line,
    },
    model::facts::MethodIcon,
    ui::{
        tokens::{Kind, Tokens},
        widgets::{
            fold,
            row::{self, FoldRow},
            text,
        },
    },
};
use egui::{Id, Sense, Ui, pos2, vec2};
use egui_phosphor::regular as icon;

/// The icon of a method.
#[must_use]
pub fn method_icon(of: MethodIcon) -> &'static str {
    match of {
        MethodIcon::Ball => icon::TENNIS_BALL,
        MethodIcon::Fingers => icon::HAND_POINTING,
        MethodIcon::Pinch => icon::HAND_GRABBING,
        MethodIcon::Cane => icon::ARROW_U_LEFT_DOWN,
        MethodIcon::Roller => icon::CYLINDER,
        MethodIcon::Breath => icon::WIND,
        MethodIcon::Hands => icon::HAND_PALM,
    }
}

/// A number before a step, at the right of its column.
pub fn number(ui: &mut Ui, t: &Tokens, number: usize) {
    let galley = text::line(
        ui,
        t,
        Kind::Body,
        t.color.secondary,
        &number.to_string(),
        40.0,
    );
    let size = vec2(t.grown(12.0), t.line_height(Kind::Body));
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let at = pos2(rect.right() - galley.size().x, rect.top());
    ui.painter().galley(at, galley, t.color.secondary);
}

/// Ways to treat something, in the order to try them.
pub fn applications_ui(ui: &mut Ui, view: &mut View, applications: &[Application]) {
    for (at, application) in applications.iter().enumerate() {
        ui.push_id(("application", at), |ui| {
            application_ui(ui, view, at, application);
        });
    }
}

fn application_ui(ui: &mut Ui, view: &mut View, at: usize, application: &Application) {
    let t = view.ctx.tokens;
    let inset = t.grown(40.0);
    // One memory for all cards: who follows the second way follows it from point to point.
    let open_id = Id::new(("method steps", at));
    let open = fold::is_open(ui, open_id, at == 0);
    let row = FoldRow {
        number: at + 1,
        glyph: method_icon(application.icon),
        title: &application.name.text,
        note: &application.dose.text.text,
        inset,
        open,
    };
    if row::fold(ui, t, &row) {
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
    indented(ui, &mut |ui| statement_ui(ui, view, &application.how));
    if open {
        indented(ui, &mut |ui| practice_ui(ui, view, &application.practice));
    }
}

/// What is needed, position, steps, and how much of it; then who must not.
pub fn practice_ui(ui: &mut Ui, view: &mut View, practice: &Practice) {
    let t = view.ctx.tokens;
    // With a dose and limits it is more to read, and set closer.
    let close = !practice.dose.is_empty();
    if close {
        ui.add_space(t.space.unit);
    }
    for fact in &practice.facts {
        parts::pair(ui, t, &fact.label.text, &fact.value.text);
    }
    if close {
        ui.spacing_mut().item_spacing.y = t.space.unit;
    }
    for (at, step) in practice.steps.iter().enumerate() {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = t.space.group;
            number(ui, t, at + 1);
            ui.vertical(|ui| {
                text::paragraph(ui, t, Kind::Body, t.color.text, &step.text);
            });
        });
    }
    if close {
        ui.add_space(t.space.unit);
        let dose = line(&practice.dose);
        text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &dose);
    }
    let limits = List {
        ordered: false,
        items: practice.limits.clone(),
    };
    super::list_ui(ui, view, &limits);
    if close {
        ui.add_space(t.space.unit);
    }
}
