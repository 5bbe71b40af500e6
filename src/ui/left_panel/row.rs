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
        tokens::{Kind, Tokens},
        top_bar::menu_row,
        widgets::{button, fold, text},
        words,
    },
};
use egui::{CursorIcon, Id, Popup, Rect, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};
use egui_phosphor::regular as icon;

/// What a row shows and acts on.
pub struct Row<'a> {
    name: &'a str,
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
            name: &member.name,
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
            ..Self::of_member(member, member.points)
        }
    }

    /// A muscle of several parts, or a family of bones.
    pub fn of_group(group: &'a Group, fold_id: Id, open: bool) -> Self {
        Self {
            name: &group.name,
            members: group.members.iter().collect(),
            points: group.points,
            indent: false,
            fold: Some((fold_id, open)),
            selects: group.is_muscle,
        }
    }

    fn ids(&self, ctx: &PanelContext) -> Vec<StructureId> {
        let mut ids = Vec::new();
        for member in &self.members {
            let sides: &[Side] = if member.paired {
                ctx.shown_sides()
            } else {
                &[Side::Midline]
            };
            ids.extend(
                sides
                    .iter()
                    .map(|side| StructureId::new(member.base.clone(), *side)),
            );
        }
        ids
    }

    /// What a click selects: the first structure, on the side in use.
    fn item(&self, ctx: &PanelContext) -> Option<Item> {
        let first = self.members.first()?;
        let side = if first.paired {
            ctx.side()
        } else {
            Side::Midline
        };
        Some(Item::Structure(StructureId::new(first.base.clone(), side)))
    }
}

/// How the structures of a row are shown; true only where it holds for all of them.
struct Shown {
    hidden: bool,
    ghosted: bool,
    isolated: bool,
    /// Others are isolated and these are not.
    left_out: bool,
}

impl Shown {
    fn of(ids: &[StructureId], ctx: &PanelContext) -> Self {
        let view = &ctx.state.view;
        let isolated = !ids.is_empty() && ids.iter().all(|id| view.isolated.contains(id));
        let any_isolated = ids.iter().any(|id| view.isolated.contains(id));
        Self {
            hidden: !ids.is_empty() && ids.iter().all(|id| view.hidden.contains(id)),
            ghosted: !ids.is_empty() && ids.iter().all(|id| view.ghosted.contains(id)),
            isolated,
            left_out: !view.isolated.is_empty() && !any_isolated,
        }
    }

    fn away(&self) -> bool {
        self.hidden || self.left_out
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
    let ids = row.ids(ctx);
    let shown = Shown::of(&ids, ctx);
    let item = row.item(ctx);
    let selected = row.fold.is_none() && is_selected(row, ctx);
    let side = t.target();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), side), Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(WidgetType::SelectableLabel, true, selected, row.name)
    });
    let id = response.id;
    let over = ui.rect_contains_pointer(rect)
        || response.has_focus()
        || ui.memory(|memory| {
            let within = [id.with("eye"), id.with("ghost"), id.with("alone")];
            memory
                .focused()
                .is_some_and(|focus| within.contains(&focus))
        });
    // Where the pointer is over the row, its buttons stand over the count.
    let buttons: usize = if over || selected {
        3
    } else {
        usize::from(shown.away() || shown.ghosted || shown.isolated)
    };
    let right = rect.right() - side * buttons as f32;
    if ui.is_rect_visible(rect) {
        paint(ui, t, row, &response, &shown, selected, right);
    }
    if let Some((fold_id, open)) = row.fold {
        caret(ui, t, row, rect, fold_id, open);
    }
    for slot in 0..buttons {
        let at = Rect::from_min_size(
            pos2(rect.right() - side * (slot as f32 + 1.0), rect.top()),
            vec2(side, side),
        );
        row_button(ui, t, row, (slot, at, id), &ids, &shown, commands);
    }
    if response.hovered() && row.fold.is_none() {
        hovered.clone_from(&item);
    }
    Popup::context_menu(&response)
        .frame(t.floating(t.space.group))
        .width(t.grown(220.0))
        .show(|ui| menu(ui, ctx, row, &ids, &shown, commands));
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if response.double_clicked()
        && row.selects
        && let Some(item) = item.clone()
    {
        commands.push(AppCommand::Frame(item));
    } else if response.clicked() {
        click(ui, ctx, row, item, commands);
    }
}

fn is_selected(row: &Row, ctx: &PanelContext) -> bool {
    match &ctx.state.selection {
        Some(Item::Structure(id)) => row.members.iter().any(|member| member.base == id.base),
        Some(Item::Point(id)) => ctx
            .catalog
            .point(&id.code)
            .is_some_and(|(_, point)| row.members.iter().any(|member| member.base == point.part)),
        _ => false,
    }
}

fn click(
    ui: &Ui,
    ctx: &PanelContext,
    row: &Row,
    item: Option<Item>,
    commands: &mut Vec<AppCommand>,
) {
    if row.selects {
        if item.is_some() && item != ctx.state.selection {
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
    t: &Tokens,
    row: &Row,
    response: &egui::Response,
    shown: &Shown,
    selected: bool,
    right: f32,
) {
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
    let left = rect.left() + t.grown(if row.indent { 38.0 } else { 26.0 });
    let mut end = right;
    if row.points > 0 && right >= rect.right() - 1.0 {
        let count = row.points.to_string();
        let count = text::line(ui, t, Kind::Caption, t.color.secondary, &count, 40.0);
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
    let says = text::line(
        ui,
        t,
        Kind::Body,
        color,
        row.name,
        end - t.space.unit - left,
    );
    let elided = says.elided;
    let at = pos2(left, rect.center().y - says.size().y / 2.0);
    ui.painter().galley(at, says, color);
    button::focus_ring(ui, t, response, rect);
    let points = words::count(row.points, "trigger point", "trigger points");
    if elided {
        response.clone().on_hover_text(if row.points > 0 {
            format!("{}\n{points}", row.name)
        } else {
            row.name.to_owned()
        });
    } else if row.points > 0 {
        response.clone().on_hover_text(points);
    }
}

fn caret(ui: &Ui, t: &Tokens, row: &Row, rect: Rect, fold_id: Id, open: bool) {
    let glyph = if open {
        icon::CARET_DOWN
    } else {
        icon::CARET_RIGHT
    };
    let does = if open { "Fold" } else { "Unfold" };
    let at = Rect::from_min_size(rect.min, vec2(t.grown(26.0), rect.height()));
    let response = ui.interact(at, fold_id.with("caret"), Sense::click());
    response.widget_info(|| {
        WidgetInfo::labeled(WidgetType::Button, true, format!("{does} {}", row.name))
    });
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
    t: &Tokens,
    row: &Row,
    (slot, at, id): (usize, Rect, Id),
    ids: &[StructureId],
    shown: &Shown,
    commands: &mut Vec<AppCommand>,
) {
    let name = row.name;
    let (salt, glyph, label, on) = match slot {
        0 if shown.hidden => ("eye", icon::EYE_SLASH, format!("Show {name} again"), false),
        0 => ("eye", icon::EYE, format!("Hide {name} (H)"), false),
        1 if shown.ghosted => (
            "ghost",
            icon::CIRCLE_DASHED,
            format!("Make {name} solid again (G)"),
            true,
        ),
        1 => (
            "ghost",
            icon::CIRCLE_DASHED,
            format!("See through {name} (G)"),
            false,
        ),
        _ if shown.isolated => (
            "alone",
            icon::TARGET,
            format!("Show {name} with the others again (I)"),
            true,
        ),
        _ => (
            "alone",
            icon::TARGET,
            format!("Show {name} alone (I)"),
            false,
        ),
    };
    if button::icon_at(ui, t, at, id.with(salt), glyph, &label, on).clicked() {
        let command: fn(StructureId) -> AppCommand = match slot {
            0 if shown.hidden => AppCommand::Show,
            0 => AppCommand::Hide,
            1 => AppCommand::Ghost,
            _ => AppCommand::Isolate,
        };
        act(ids, command, commands);
    }
}

/// Sends a command for each structure of the row.
fn act(
    ids: &[StructureId],
    command: fn(StructureId) -> AppCommand,
    commands: &mut Vec<AppCommand>,
) {
    commands.extend(ids.iter().cloned().map(command));
}

fn menu(
    ui: &mut Ui,
    ctx: &PanelContext,
    row: &Row,
    ids: &[StructureId],
    shown: &Shown,
    commands: &mut Vec<AppCommand>,
) {
    let t = ctx.tokens;
    ui.spacing_mut().item_spacing.y = 0.0;
    if row.selects {
        if let Some(item) = row.item(ctx) {
            if menu_row(ui, t, "Select", "", "Select", false) {
                commands.push(AppCommand::Select(Some(item.clone())));
            }
            if menu_row(ui, t, "Fill the view", "F", "Fill the view", false) {
                commands.push(AppCommand::Frame(item));
            }
        }
        fold::rule(ui, t);
    }
    let (label, command): (_, fn(StructureId) -> AppCommand) = if shown.hidden {
        ("Show again", AppCommand::Show)
    } else {
        ("Hide", AppCommand::Hide)
    };
    if menu_row(ui, t, label, "H", label, false) {
        act(ids, command, commands);
    }
    let label = if shown.ghosted {
        "Make solid again"
    } else {
        "See through"
    };
    if menu_row(ui, t, label, "G", label, false) {
        act(ids, AppCommand::Ghost, commands);
    }
    let label = if shown.isolated {
        "Show with the others"
    } else {
        "Show alone"
    };
    if menu_row(ui, t, label, "I", label, false) {
        act(ids, AppCommand::Isolate, commands);
    }
    if menu_row(ui, t, "Show all", "Alt+H", "Show all again", false) {
        commands.push(AppCommand::ShowAll);
    }
}
