//! The menu of what was right-clicked or long-pressed on the body.

use super::{
    PanelContext, row_actions::RowActions, structure_menu::menu_ui, tokens::Kind, widgets::text,
    words::name_of,
};
use crate::{
    app::commands::AppCommand,
    model::ids::{Item, StructureId},
};
use egui::{Id, LayerId, Popup, Ui, pos2};

/// Draws it, where one is open.
pub(super) fn body_menu_ui(ui: &Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let Some(menu) = &ctx.state.menu else {
        return;
    };
    let t = ctx.tokens;
    let id = Id::new("body menu");
    let [x, y] = menu.at;
    // The finger that opened it may still lie there: letting go is no click beside the menu.
    let held = id.with("held");
    let first = ui.ctx().read_response(id).is_none();
    let down = ui.input(|input| input.pointer.any_down() || input.any_touches());
    let was_held = ui.memory_mut(|memory| {
        let was = *memory.data.get_temp_mut_or(held, true) || first;
        memory.data.insert_temp(held, was && down);
        was
    });
    let mut open = true;
    let shown = Popup::new(id, ui.ctx().clone(), pos2(x, y), LayerId::background())
        .open_bool(&mut open)
        .gap(t.space.unit)
        .frame(t.floating(t.space.group))
        .width(t.grown(220.0))
        .show(|ui| {
            // In line with the rows below.
            egui::Frame::new()
                .inner_margin(egui::Margin::symmetric(t.space.group as i8, 0))
                .show(ui, |ui| {
                    let says = name_of(&menu.item, ctx);
                    text::paragraph(ui, t, Kind::Caption, t.color.secondary, &says);
                });
            let row_actions = structure(ctx, &menu.item).map(|id| RowActions::new(vec![id], ctx));
            menu_ui(
                ui,
                ctx,
                Some(menu.item.clone()),
                row_actions.as_ref(),
                commands,
            );
        });
    // At the press already: a drag that begins beside the menu is no click.
    let pressed_beside = shown.is_some_and(|shown| {
        ui.input(|input| {
            let at = input.pointer.interact_pos();
            input.pointer.any_pressed()
                && at.is_some_and(|at| !shown.response.interact_rect.contains(at))
        })
    });
    if (!open || pressed_beside) && !was_held {
        commands.push(AppCommand::CloseMenu);
    }
}

/// The structure that is shown or hidden: the thing itself, or the part on which a point lies.
fn structure(ctx: &PanelContext, item: &Item) -> Option<StructureId> {
    match item {
        Item::Structure(id) => Some(id.clone()),
        Item::Point(id) => {
            let (_, point) = ctx.catalog.point(&id.code)?;
            Some(StructureId::new(point.part.clone(), id.side))
        }
        _ => None,
    }
}
