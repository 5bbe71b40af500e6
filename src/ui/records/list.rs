//! The list of what is kept: when and what, each to be opened or deleted; and the backup.

use super::{say, secondary, state_line, when};
use crate::{
    app::{
        commands::AppCommand,
        records::{RecordsCommand, RecordsQuestion},
    },
    records::{Payload, Record},
    ui::{
        PanelContext,
        tokens::Kind,
        widgets::{
            button::{self, Weight},
            fold, text,
        },
    },
};
use egui::{ScrollArea, Ui};
use egui_phosphor::regular as icon;

/// Room for the title above and the buttons below, points at the design's text size.
const AROUND: f32 = 220.0;

pub(super) fn list_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    let records = &ctx.state.records;
    ui.horizontal(|ui| {
        text::section(ui, t, &w.say("records-title"));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if button::icon(ui, t, icon::X, &w.say("records-close"), false).clicked() {
                say(commands, RecordsCommand::ShowList(false));
            }
        });
    });
    let most = (ui.ctx().content_rect().height() - t.grown(AROUND)).max(t.grown(96.0));
    ScrollArea::vertical()
        .max_height(most)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            state_line(ui, ctx);
            place(ui, ctx);
            fold::rule(ui, t);
            let all = records.all.latest_first();
            if all.is_empty() {
                let says = match records.loaded {
                    true => w.say("records-none"),
                    false => w.say("records-loading"),
                };
                secondary(ui, t, &says);
            }
            for record in all {
                ui.push_id(record.id, |ui| row(ui, ctx, record, commands));
            }
        });
    fold::rule(ui, t);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = t.space.unit;
        let back_up = w.say("records-back-up");
        if !records.all.is_empty()
            && button::words(ui, t, icon::DOWNLOAD_SIMPLE, &back_up, Weight::Outlined).clicked()
        {
            say(commands, RecordsCommand::BackUp);
        }
        let restore = w.say("records-restore");
        if button::words(ui, t, icon::UPLOAD_SIMPLE, &restore, Weight::Outlined).clicked() {
            say(commands, RecordsCommand::TakeOver);
        }
        let nothing = records.all.is_empty() && records.faults.is_empty();
        let delete = w.say("records-delete-everything");
        if !nothing && button::words(ui, t, icon::TRASH, &delete, Weight::Quiet).clicked() {
            let question = Some(RecordsQuestion::DeleteEverything);
            say(commands, RecordsCommand::Ask(question));
        }
    });
}

/// Where it is kept, and how safely.
fn place(ui: &mut Ui, ctx: &PanelContext) {
    let (t, w) = (ctx.tokens, ctx.words);
    let records = &ctx.state.records;
    if let Some(persistent) = records.is_persistent {
        let says = match persistent {
            true => w.say("records-in-browser-safe"),
            false => w.say("records-in-browser"),
        };
        secondary(ui, t, &says);
    } else if !records.place.is_empty() {
        let says = w.say_with(
            "records-in-folder",
            &[("place", records.place.as_str().into())],
        );
        secondary(ui, t, &says);
    }
    match &records.backed_up {
        Some(at) => {
            let says = w.say_with("records-last-backup", &[("when", when(w, at).into())]);
            secondary(ui, t, &says);
        }
        // On the desktop it is not known from one session to the next.
        None if records.is_persistent.is_some() && !records.all.is_empty() => {
            secondary(ui, t, &w.say("records-no-backup"));
        }
        None => {}
    }
    if !records.faults.is_empty() {
        let says = w.say_with("records-faults", &[("count", records.faults.len().into())]);
        text::paragraph(ui, t, Kind::Secondary, t.color.stop, &says);
    }
}

fn row(ui: &mut Ui, ctx: &PanelContext, record: &Record, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    let at = when(w, &record.at);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = t.space.unit;
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let delete = w.say_with("records-delete", &[("when", at.as_str().into())]);
            if button::icon(ui, t, icon::TRASH, &delete, false).clicked() {
                say(commands, RecordsCommand::Delete(record.id));
            }
            let open = w.say_with("records-open", &[("when", at.as_str().into())]);
            if button::icon(ui, t, icon::ARROW_SQUARE_OUT, &open, false).clicked() {
                say(commands, RecordsCommand::Open(record.id));
            }
            ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                text::single_line(ui, t, Kind::Body, t.color.text, &what(ctx, record));
                text::single_line(ui, t, Kind::Secondary, t.color.secondary, &at);
            });
        });
    });
}

/// What a record is, in a few words.
fn what(ctx: &PanelContext, record: &Record) -> String {
    let w = ctx.words;
    match &record.payload {
        Payload::WarningAnswers(answers) => {
            let yes = answers.yes.len();
            w.say_with("records-answers", &[("yes", yes.into())])
                .into_owned()
        }
        Payload::Painting(painting) => {
            let names: Vec<&str> = (painting.pains.iter())
                .map(|kept| kept.pain.name.trim())
                .filter(|name| !name.is_empty())
                .collect();
            let count = painting.pains.len();
            if names.is_empty() {
                w.say_with("records-painting", &[("count", count.into())])
                    .into_owned()
            } else {
                let names = names.join(", ");
                w.say_with("records-painting-of", &[("names", names.into())])
                    .into_owned()
            }
        }
    }
}
