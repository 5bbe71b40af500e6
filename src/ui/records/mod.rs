//! What is kept on this device: whether it is, the list of it, and the questions before anything is deleted.
//!
//! Not here: what is kept and when (`app::records`).

mod list;
mod question;
mod when;

use super::{
    PanelContext,
    tokens::{Kind, Tokens},
    widgets::{
        button::{self, Weight},
        switch, text,
    },
};
use crate::{
    app::{
        commands::AppCommand,
        records::{RecordsCommand, RecordsQuestion, problem},
    },
    records::Kind as RecordKind,
};
use egui::{Id, Modal, Ui};
use egui_phosphor::regular as icon;
use when::when;

/// Width of the list, points at the design's text size.
const WIDTH: f32 = 520.0;

/// A command about records.
fn say(commands: &mut Vec<AppCommand>, command: RecordsCommand) {
    commands.push(AppCommand::Records(command));
}

/// Draws the list over everything else while it is open, and what the user is being asked.
pub(super) fn records_ui(ui: &Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let records = &ctx.state.records;
    if !records.list_open && records.question.is_none() {
        return;
    }
    let t = ctx.tokens;
    let screen = ui.ctx().content_rect();
    let width = t.grown(WIDTH).min(screen.width() - 4.0 * t.space.section);
    let shown = Modal::new(Id::new("records"))
        .backdrop_color(t.color.scrim)
        .frame(t.floating(t.space.card))
        .show(ui.ctx(), |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = t.space.group;
            match records.question {
                Some(question) => question::question_ui(ui, ctx, question, commands),
                None => list::list_ui(ui, ctx, commands),
            }
        });
    if shown.should_close() {
        say(commands, after_closing(records.question, records.list_open));
    }
}

/// A question goes back to the list that it was asked from.
fn after_closing(question: Option<RecordsQuestion>, list_open: bool) -> RecordsCommand {
    match question {
        Some(_) if list_open => RecordsCommand::Ask(None),
        _ => RecordsCommand::ShowList(false),
    }
}

/// The switch, what it does, and the way to the list: for the settings and for Locate's questions. True where the
/// list is asked for.
pub(super) fn keep_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) -> bool {
    let (t, w) = (ctx.tokens, ctx.words);
    let keep = ctx.state.preferences.keep_records;
    if switch::switch(ui, t, &w.say("records-keep"), keep) {
        say(commands, RecordsCommand::Keep(!keep));
    }
    state_line(ui, ctx);
    list_button(ui, ctx, commands)
}

/// The way to the list; true where it is asked for.
pub(super) fn list_button(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) -> bool {
    let (t, w) = (ctx.tokens, ctx.words);
    let label = w.say_with(
        "records-show",
        &[("count", ctx.state.records.all.len().into())],
    );
    let clicked = button::words(ui, t, icon::ARCHIVE, &label, Weight::Quiet).clicked();
    if clicked {
        say(commands, RecordsCommand::ShowList(true));
    }
    clicked
}

/// Whether things are kept, and when the last one was saved, or why it was not.
pub(super) fn state_line(ui: &mut Ui, ctx: &PanelContext) {
    let (t, w) = (ctx.tokens, ctx.words);
    let records = &ctx.state.records;
    if let Some(error) = &records.problem {
        text::paragraph(
            ui,
            t,
            Kind::Secondary,
            t.color.stop,
            &w.put(&problem(error)),
        );
        return;
    }
    let says = match (&records.saved_at, ctx.state.preferences.keep_records) {
        (_, false) => w.say("records-off"),
        (None, true) => w.say("records-on"),
        (Some(at), true) => w.say_with("records-saved", &[("when", when(w, at).into())]),
    };
    text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &says);
}

/// Offers the painting that was kept last, where nothing is painted.
pub(super) fn last_painting_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    if ctx.state.locate.is_painted() || !ctx.state.preferences.keep_records {
        return;
    }
    let Some(record) = ctx.state.records.all.latest(RecordKind::Painting) else {
        return;
    };
    let label = w.say("records-open-last");
    if button::words(
        ui,
        t,
        icon::CLOCK_COUNTER_CLOCKWISE,
        &label,
        Weight::Outlined,
    )
    .clicked()
    {
        say(commands, RecordsCommand::Open(record.id));
    }
    // Below it: in the button a date of this length would be cut off.
    secondary(ui, t, &when(w, &record.at));
}

/// A secondary line of text.
fn secondary(ui: &mut Ui, t: &Tokens, says: &str) {
    text::paragraph(ui, t, Kind::Secondary, t.color.secondary, says);
}
