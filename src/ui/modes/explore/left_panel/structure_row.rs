//! One row of the layer list: a structure, or several under one name.

use super::layers::{Group, Member};
use crate::{
    app::commands::AppCommand,
    model::{
        ids::{Item, StructureId},
        side::Side,
    },
    ui::{
        PanelContext,
        row_actions::{RowAction, RowActions, Shown},
        structure_menu::menu_ui,
        tokens::Kind,
        widgets::{button, fold, text, tip},
    },
};
use egui::{CursorIcon, Galley, Id, Popup, Rect, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};
use egui_phosphor::regular as icon;
use std::sync::Arc;

/// What a row shows and acts on.
pub struct Row<'a> {
    /// Id of the structure, or of the muscle whose parts these are.
    id: &'a str,
    name: &'a str,
    /// What stands in the row, where that is shorter.
    shown: &'a str,
    members: Vec<&'a Member>,
    points: usize,
    indent: bool,
    /// A row of several unfolds; a click on a family of bones does nothing else.
    fold: Option<(Id, bool)>,
    selects: bool,
}

impl<'a> Row<'a> {
    /// A structure by itself.
    pub fn of_member(member: &'a Member, points: usize) -> Self {
        Self {
            id: &member.base,
            name: &member.name,
            shown: &member.name,
            members: vec![member],
            points,
            indent: false,
            fold: None,
            selects: true,
        }
    }

    /// A part under its muscle.
    pub fn of_part(member: &'a Member) -> Self {
        Self {
            indent: true,
            shown: &member.short,
            ..Self::of_member(member, member.points)
        }
    }

    /// A muscle of several parts, or a family of bones.
    pub fn of_group(group: &'a Group, fold_id: Id, open: bool) -> Self {
        Self {
            id: &group.id,
            name: &group.name,
            shown: &group.name,
            members: group.members.iter().collect(),
            points: group.points,
            indent: false,
            fold: Some((fold_id, open)),
            selects: group.is_muscle,
        }
    }

    /// The structures it acts on, on the sides that are shown.
    fn ids(&self, ctx: &PanelContext) -> Vec<StructureId> {
        // A muscle of which all parts are in this row is named by itself.
        let whole = ctx
            .catalog
            .muscle(self.id)
            .is_some_and(|muscle| muscle.parts.len() == self.members.len());
        let named: Vec<(&str, bool)> = if whole {
            vec![(self.id, true)]
        } else {
            let members = self.members.iter();
            members
                .map(|member| (member.base.as_str(), member.paired))
                .collect()
        };
        let mut ids = Vec::new();
        for (base, paired) in named {
            let sides: &[Side] = if paired {
                ctx.shown_sides()
            } else {
                &[Side::Midline]
            };
            ids.extend(sides.iter().map(|side| StructureId::new(base, *side)));
        }
        ids
    }

    /// What a click selects, on the side in use; nothing for a family of bones.
    fn item(&self, ctx: &PanelContext) -> Option<Item> {
        let paired = self.members.first()?.paired;
        let side = if paired { ctx.side() } else { Side::Midline };
        self.selects
            .then(|| Item::Structure(StructureId::new(self.id, side)))
    }
}

/// Draws a row and tells what is asked for by it.
pub fn row_ui(
    ui: &mut Ui,
    ctx: &PanelContext,
    row: &Row,
    hovered: &mut Option<Item>,
    commands: &mut Vec<AppCommand>,
) {
    let t = ctx.tokens;
    let row_actions = RowActions::new(row.ids(ctx), ctx);
    let shown = &row_actions.shown;
    let item = row.item(ctx);
    let selected = is_selected(row, ctx);
    let side = t.target();
    let width = ui.available_width();
    // By the room beside the count, so that the row stays as high as it is when its buttons come.
    let usual = name_galley(
        ui,
        ctx,
        row,
        t.color.text,
        width - count_width(ui, ctx, row),
    );
    let height = side.max(usual.size().y + t.space.group);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(WidgetType::SelectableLabel, true, selected, row.name)
    });
    if selected {
        reveal(ui, ctx, &response);
    }
    let id = response.id;
    let over = ui.rect_contains_pointer(rect)
        || response.has_focus()
        || ui.memory(|memory| {
            let within = [id.with("eye"), id.with("ghost"), id.with("alone")];
            memory
                .focused()
                .is_some_and(|focus| within.contains(&focus))
        });
    // Where the pointer is over the row, its buttons stand in place of the count; what is
    // not as usual shows its button always.
    let most = if row_actions.offers(RowAction::Isolate) {
        3
    } else {
        2
    };
    // A finger hovers over nothing: there a row that is chosen has them.
    let buttons = if over || shown.isolated || (t.are_phones() && selected) {
        most
    } else if shown.ghosted {
        2
    } else {
        usize::from(shown.away())
    };
    let right = rect.right() - side * buttons as f32;
    if ui.is_rect_visible(rect) {
        paint(ui, ctx, row, &response, shown, (selected, right));
    }
    if let Some((fold_id, open)) = row.fold {
        caret(ui, ctx, row, rect, fold_id, open);
    }
    for slot in 0..buttons {
        let at = Rect::from_min_size(
            pos2(
                rect.right() - side * (slot as f32 + 1.0),
                rect.center().y - side / 2.0,
            ),
            vec2(side, side),
        );
        row_button(ui, ctx, row, (slot, at, rect, id), &row_actions, commands);
    }
    if response.hovered() && item.is_some() {
        hovered.clone_from(&item);
    }
    Popup::context_menu(&response)
        .frame(t.floating(t.space.group))
        .width(t.grown(220.0))
        .show(|ui| menu_ui(ui, ctx, row.item(ctx), Some(&row_actions), commands));
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if response.double_clicked()
        && let Some(item) = item.clone()
    {
        commands.push(AppCommand::Frame(item));
    } else if response.clicked() {
        click(ui, row, item, commands);
    }
}

/// Id of the structure that is selected, or on which the selected point lies.
pub fn selected_base<'a>(ctx: &PanelContext<'a>) -> Option<&'a str> {
    match &ctx.state.selection {
        Some(Item::Structure(id)) => Some(&id.base),
        Some(Item::Point(id)) => {
            let (_, point) = ctx.catalog.point(&id.code)?;
            Some(&point.part)
        }
        _ => None,
    }
}

fn is_selected(row: &Row, ctx: &PanelContext) -> bool {
    selected_base(ctx).is_some_and(|base| {
        base == row.id || (row.fold.is_none() && row.members.iter().any(|m| m.base == base))
    })
}

/// Brings the row of a new selection into view, once.
fn reveal(ui: &Ui, ctx: &PanelContext, response: &egui::Response) {
    let id = Id::new("left panel revealed");
    let revealed: Option<Item> = ui.data(|data| data.get_temp::<Option<Item>>(id)).flatten();
    if revealed != ctx.state.selection {
        response.scroll_to_me(None);
        ui.data_mut(|data| data.insert_temp(id, ctx.state.selection.clone()));
    }
}

fn click(ui: &Ui, row: &Row, item: Option<Item>, commands: &mut Vec<AppCommand>) {
    if row.selects {
        // What is selected already may have been left behind, or be peeled away.
        if item.is_some() {
            commands.push(AppCommand::Select(item));
        }
        if let Some((fold_id, false)) = row.fold {
            fold::set_open(ui, fold_id, true);
        }
    } else if let Some((fold_id, open)) = row.fold {
        fold::set_open(ui, fold_id, !open);
    }
}

fn paint(
    ui: &Ui,
    ctx: &PanelContext,
    row: &Row,
    response: &egui::Response,
    shown: &Shown,
    (selected, right): (bool, f32),
) {
    let t = ctx.tokens;
    let rect = response.rect;
    let over = ui.rect_contains_pointer(rect);
    let fill = if selected {
        t.color.accent_soft
    } else if over || response.has_focus() {
        t.color.hover
    } else {
        t.color.none
    };
    ui.painter().rect_filled(rect, t.small_corner(), fill);
    let color = if shown.away() {
        t.color.secondary
    } else if selected {
        t.color.accent
    } else {
        t.color.text
    };
    let mut end = right;
    if row.points > 0 && right >= rect.right() - 1.0 {
        let count = count_galley(ui, ctx, row);
        end = rect.right() - t.space.group - count.size().x;
        let at = pos2(end, rect.center().y - count.size().y / 2.0);
        ui.painter().galley(at, count, t.color.secondary);
        end -= t.space.unit + 5.0;
        ui.painter().circle_stroke(
            pos2(end, rect.center().y),
            3.5,
            egui::Stroke::new(1.25, t.color.accent),
        );
        end -= 5.0;
    }
    let says = name_galley(ui, ctx, row, color, end - rect.left());
    let elided = says.elided;
    let left = rect.left() + name_inset(ctx, row);
    let at = pos2(left, rect.center().y - says.size().y / 2.0);
    ui.painter().galley(at, says, color);
    button::focus_ring(ui, t, response, rect);
    let points = ctx
        .words
        .say_with("layers-points", &[("count", row.points.into())]);
    if elided {
        let says = match row.points {
            0 => row.name.to_owned(),
            _ => format!("{}\n{points}", row.name),
        };
        tip::beside(response, rect, says);
    } else if row.points > 0 {
        tip::beside(response, rect, points);
    }
}

/// Lines that a name may take: with large letters some are told apart by their last word only.
const NAME_LINES: usize = 2;

/// From a row's left to its name, in points.
fn name_inset(ctx: &PanelContext, row: &Row) -> f32 {
    ctx.tokens.grown(if row.indent { 38.0 } else { 26.0 })
}

/// A row's name in what is left of it up to `end`, in points from its left.
fn name_galley(
    ui: &Ui,
    ctx: &PanelContext,
    row: &Row,
    color: egui::Color32,
    end: f32,
) -> Arc<Galley> {
    let t = ctx.tokens;
    let room = end - t.space.unit - name_inset(ctx, row);
    text::lines(ui, t, Kind::Body, color, row.shown, (room, NAME_LINES))
}

fn count_galley(ui: &Ui, ctx: &PanelContext, row: &Row) -> Arc<Galley> {
    let t = ctx.tokens;
    let count = row.points.to_string();
    text::line(ui, t, Kind::Caption, t.color.secondary, &count, 40.0)
}

/// What the number of points and the ring before it take at the right of a row, in points.
fn count_width(ui: &Ui, ctx: &PanelContext, row: &Row) -> f32 {
    match row.points {
        0 => 0.0,
        _ => {
            count_galley(ui, ctx, row).size().x
                + ctx.tokens.space.group
                + ctx.tokens.space.unit
                + 10.0
        }
    }
}

fn caret(ui: &Ui, ctx: &PanelContext, row: &Row, rect: Rect, fold_id: Id, open: bool) {
    let (t, w) = (ctx.tokens, ctx.words);
    let glyph = if open {
        icon::CARET_DOWN
    } else {
        icon::CARET_RIGHT
    };
    let name = [("name", row.name.into())];
    let does = if open {
        w.say_with("layers-fold", &name)
    } else {
        w.say_with("layers-unfold", &name)
    };
    let at = Rect::from_min_size(rect.min, vec2(t.row(26.0), rect.height()));
    let response = ui.interact(at, fold_id.with("caret"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, does.as_ref()));
    let color = if response.hovered() {
        t.color.text
    } else {
        t.color.secondary
    };
    let galley = text::line(ui, t, Kind::Secondary, color, glyph, f32::INFINITY);
    ui.painter()
        .galley(at.center() - galley.size() / 2.0, galley, color);
    button::focus_ring(ui, t, &response, at);
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        fold::set_open(ui, fold_id, !open);
    }
}

fn row_button(
    ui: &Ui,
    ctx: &PanelContext,
    row: &Row,
    (slot, at, of, id): (usize, Rect, Rect, Id),
    row_actions: &RowActions,
    commands: &mut Vec<AppCommand>,
) {
    let (t, w) = (ctx.tokens, ctx.words);
    let action = match slot {
        0 => RowAction::Hide,
        1 => RowAction::Ghost,
        _ => RowAction::Isolate,
    };
    let (glyph, on) = match action {
        RowAction::Hide if row_actions.shown.hidden => (icon::EYE_SLASH, false),
        RowAction::Hide => (icon::EYE, false),
        RowAction::Ghost => (icon::CIRCLE_DASHED, row_actions.shown.ghosted),
        RowAction::Isolate => (icon::TARGET, row_actions.shown.isolated),
    };
    let name = w.say_with(
        "action-of",
        &[
            ("name", row.name.into()),
            ("action", row_actions.says(w, action).into()),
            ("key", action.key().into()),
        ],
    );
    let id = id.with(BUTTONS[slot]);
    if button::icon_at(ui, t, (at, of), id, glyph, &name, on).clicked() {
        commands.extend(row_actions.commands(action));
    }
}

/// Salts of the ids of a row's buttons, from the right.
const BUTTONS: [&str; 3] = ["eye", "ghost", "alone"];
