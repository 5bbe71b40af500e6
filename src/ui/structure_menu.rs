//! The menu of a thing of the body: from its row in the list, and from the body itself.

use super::row_actions::{RowAction, RowActions};
use crate::{
    app::commands::AppCommand,
    model::ids::Item,
    ui::{
        PanelContext,
        widgets::{fold, menu},
    },
};
use egui::Ui;

/// Draws its rows: what can be done with the item, if there is one, and with the structures of the actions, if
/// there are any.
pub fn menu_ui(
    ui: &mut Ui,
    ctx: &PanelContext,
    item: Option<Item>,
    row_actions: Option<&RowActions>,
    commands: &mut Vec<AppCommand>,
) {
    let (t, w) = (ctx.tokens, ctx.words);
    ui.spacing_mut().item_spacing.y = 0.0;
    if let Some(item) = item {
        let select = w.say("layers-select");
        if menu::row(ui, t, &select, "", &select, false) {
            commands.push(AppCommand::Select(Some(item.clone())));
        }
        let fill = w.say("layers-fill-view");
        if menu::row(ui, t, &fill, "F", &fill, false) {
            commands.push(AppCommand::Frame(item.clone()));
        }
        let copy = w.say("layers-copy-link");
        if menu::row(ui, t, &copy, "", &copy, false) {
            // A link opens at what is selected in it.
            commands.push(AppCommand::Select(Some(item)));
            commands.push(AppCommand::CopyLink);
        }
        fold::rule(ui, t);
    }
    if let Some(row_actions) = row_actions {
        for action in [RowAction::Hide, RowAction::Ghost, RowAction::Isolate] {
            let says = row_actions.says(w, action);
            if row_actions.offers(action) && menu::row(ui, t, &says, action.key(), &says, false) {
                commands.extend(row_actions.commands(action));
            }
        }
    }
    if let Some(row_actions) = row_actions
        && let Some((says, command)) = row_actions.points(ctx)
        && menu::row(ui, t, &says, "", &says, false)
    {
        commands.push(command);
    }
    let (all, again) = (w.say("layers-show-all"), w.say("layers-show-all-again"));
    if menu::row(ui, t, &all, "Alt+H", &again, false) {
        commands.push(AppCommand::ShowAll);
    }
}
