//! The list of pains: choose one, name it, colour it, take it away.

use super::{pain_colour, pain_name, say};
use crate::{
    app::{
        commands::AppCommand,
        modes::locate::{LocateCommand, PAIN_COLOURS, Pain},
    },
    model::painted::{LONGEST_NAME, MOST_PAINS},
    ui::{
        PanelContext, screen,
        tokens::Kind,
        widgets::{
            button::{self, Weight},
            text, tip,
        },
    },
};
use egui::{CursorIcon, Id, Sense, Stroke, TextEdit, Ui, WidgetInfo, WidgetType, pos2, vec2};
use egui_phosphor::regular as icon;

pub(super) fn pains_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    let locate = &ctx.state.locate;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (index, pain) in locate.pains.iter().enumerate() {
            row(ui, ctx, index, pain, commands);
        }
    });
    if let Some(pain) = locate.pain() {
        details(ui, ctx, pain, commands);
    }
    if locate.pains.len() < MOST_PAINS {
        let add = w.say("locate-add-pain");
        if button::words(ui, t, icon::PLUS, &add, Weight::Quiet).clicked() {
            say(commands, LocateCommand::AddPain);
        }
    }
}

fn row(ui: &mut Ui, ctx: &PanelContext, index: usize, pain: &Pain, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    let on = ctx.state.locate.current == index;
    let name = pain_name(ctx, index);
    let size = vec2(ui.available_width(), t.target());
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let says = w.say_with("locate-pain-row", &[("name", name.as_str().into())]);
    response.widget_info(|| WidgetInfo::selected(WidgetType::RadioButton, true, on, says.as_ref()));
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        painter.rect_filled(rect, t.small_corner(), button::ground(t, &response, on));
        let middle = rect.center().y;
        let disc = pos2(rect.left() + t.grown(16.0), middle);
        let radius = t.grown(6.0);
        let colour = pain_colour(t, pain.colour);
        if pain.painting.is_empty() {
            painter.circle_stroke(disc, radius, Stroke::new(2.0, colour));
        } else {
            painter.circle_filled(disc, radius, colour);
        }
        let left = rect.left() + t.grown(32.0);
        let color = if on { t.color.accent } else { t.color.text };
        let galley = text::line(ui, t, Kind::Body, color, &name, rect.right() - left);
        painter.galley(pos2(left, middle - galley.size().y / 2.0), galley, color);
        button::focus_ring(ui, t, &response, rect);
    }
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() && !on {
        say(commands, LocateCommand::ChoosePain(pain.id));
    }
}

fn details(ui: &mut Ui, ctx: &PanelContext, pain: &Pain, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    let mut name = pain.name.clone();
    let field = TextEdit::singleline(&mut name)
        .id(Id::new(("pain name", pain.id)))
        .hint_text(w.say("locate-name-hint"))
        .char_limit(LONGEST_NAME)
        .margin(t.field_margin(Kind::Body))
        .desired_width(ui.available_width());
    let response = ui.add(field);
    screen::keep_above_keyboard(ui, &response);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label(w.say("locate-name-field"));
    });
    if response.changed() {
        say(commands, LocateCommand::NamePain(pain.id, name));
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for colour in 0..PAIN_COLOURS {
            let size = vec2(t.row(26.0), t.target());
            let (rect, response) = ui.allocate_exact_size(size, Sense::click());
            let on = pain.colour == colour;
            let number = u32::from(colour) + 1;
            let name = w.say_with("locate-colour", &[("number", number.into())]);
            response.widget_info(|| {
                WidgetInfo::selected(WidgetType::RadioButton, true, on, name.as_ref())
            });
            let fill = pain_colour(t, colour);
            ui.painter()
                .circle_filled(rect.center(), t.grown(6.0), fill);
            if on {
                let ring = Stroke::new(2.0, t.color.text);
                ui.painter()
                    .circle_stroke(rect.center(), t.grown(9.0), ring);
            }
            button::focus_ring(ui, t, &response, rect);
            let response = response.on_hover_cursor(CursorIcon::PointingHand);
            if tip::under(response, name).clicked() && !on {
                say(commands, LocateCommand::ColourPain(pain.id, colour));
            }
        }
        if ctx.state.locate.pains.len() > 1 {
            let remove = w.say("locate-remove-pain");
            if button::icon(ui, t, icon::X, &remove, false).clicked() {
                say(commands, LocateCommand::RemovePain(pain.id));
            }
        }
    });
}
