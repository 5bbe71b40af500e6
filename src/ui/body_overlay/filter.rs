//! Says in the picture that only the trigger points of one muscle are marked, and leads back to those of all.

use crate::{
    app::commands::AppCommand,
    model::ids::{Item, StructureId},
    ui::{
        PanelContext,
        tokens::Kind,
        widgets::{button, tip},
        words,
    },
};
use egui::{Rect, Sense, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2};
use egui_phosphor::regular as icon;
use std::collections::BTreeSet;

/// Its place; none where the points of all are on show.
pub(super) fn filter_ui(
    ui: &Ui,
    body: Rect,
    ctx: &PanelContext,
    command: &mut Option<AppCommand>,
) -> Option<Rect> {
    let (t, w) = (ctx.tokens, ctx.words);
    let view = &ctx.state.view;
    if view.points_of.is_empty() || !ctx.stage.body.markers {
        return None;
    }
    let says = w.say_with(
        "points-only-of",
        &[("name", name(&view.points_of, ctx).into())],
    );
    let pad = t.space.group;
    let gap = f32::from(t.space.section as u8);
    let font = t.font(Kind::Secondary);
    let cross = ui
        .painter()
        .layout_no_wrap(icon::X.into(), font.clone(), t.color.secondary);
    let room = body.width() - gap * 2.0 - cross.size().x - pad * 3.0;
    let text = ui
        .painter()
        .layout(says.into_owned(), font, t.color.text, room.max(1.0));
    let size = vec2(
        text.size().x + cross.size().x + pad * 3.0,
        (text.size().y + pad).max(t.target()),
    );
    let rect = Rect::from_min_size(pos2(body.left() + gap, body.bottom() - gap - size.y), size);
    let response = ui.interact(rect, ui.id().with("points of"), Sense::click());
    let all = w.say("points-of-all");
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, all.as_ref()));
    let painter = ui.painter_at(body);
    painter.add(t.elevation().as_shape(rect, t.corner()));
    let ground = match response.hovered() || response.has_focus() {
        true => t.color.accent_soft,
        false => t.color.raised,
    };
    painter.rect(rect, t.corner(), ground, t.hairline(), StrokeKind::Inside);
    let left = rect.left() + pad;
    let middle = rect.center().y;
    let right = rect.right() - pad - cross.size().x;
    painter.galley(pos2(left, middle - text.size().y / 2.0), text, t.color.text);
    painter.galley(
        pos2(right, middle - cross.size().y / 2.0),
        cross,
        t.color.secondary,
    );
    button::focus_ring(ui, t, &response, rect);
    if tip::under(response, all).clicked() {
        *command = Some(AppCommand::ShowPointsOf(Vec::new()));
    }
    Some(rect)
}

/// Names of the muscles whose points are on show.
fn name(bodies: &BTreeSet<StructureId>, ctx: &PanelContext) -> String {
    let muscles = bodies
        .iter()
        .filter_map(|body| ctx.catalog.part(&body.base));
    let ids: BTreeSet<&str> = muscles.map(|(muscle, _)| muscle.id.as_str()).collect();
    let names: Vec<String> = ids
        .into_iter()
        .filter_map(|id| ctx.catalog.muscle(id))
        .map(|muscle| ctx.name(muscle).to_owned())
        .collect();
    match names.is_empty() {
        true => bodies
            .first()
            .map(|body| words::plain_name(&Item::Structure(body.clone()), ctx))
            .unwrap_or_default(),
        false => names.join(", "),
    }
}
