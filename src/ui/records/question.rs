//! The questions before anything is deleted.

use super::{after_closing, say, secondary};
use crate::{
    app::{
        commands::AppCommand,
        records::{RecordsCommand, RecordsQuestion},
    },
    ui::{
        PanelContext,
        widgets::{
            button::{self, Weight},
            text,
        },
    },
};
use egui::Ui;
use egui_phosphor::regular as icon;

pub(super) fn question_ui(
    ui: &mut Ui,
    ctx: &PanelContext,
    question: RecordsQuestion,
    commands: &mut Vec<AppCommand>,
) {
    let (t, w) = (ctx.tokens, ctx.words);
    let count = ctx.state.records.all.len();
    let (title, says, keep) = match question {
        RecordsQuestion::TurnedOff => (
            w.say("records-turned-off"),
            w.say_with("records-turned-off-what", &[("count", count.into())]),
            w.say("records-leave"),
        ),
        RecordsQuestion::DeleteEverything => (
            w.say("records-really"),
            w.say_with("records-really-what", &[("count", count.into())]),
            w.say("records-do-not"),
        ),
    };
    text::section(ui, t, &title);
    secondary(ui, t, &says);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = t.space.unit;
        if button::words(ui, t, "", &keep, Weight::Primary).clicked() {
            let open = ctx.state.records.list_open;
            say(commands, after_closing(Some(question), open));
        }
        let delete = w.say("records-delete-everything-now");
        if button::words(ui, t, icon::TRASH, &delete, Weight::Outlined).clicked() {
            say(commands, RecordsCommand::DeleteEverything);
        }
    });
}
