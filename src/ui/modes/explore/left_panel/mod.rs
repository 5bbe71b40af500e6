//! The left panel: the layers of the body, and what lies in each.

mod layers;
mod structure_row;

use crate::{
    app::commands::AppCommand,
    model::{ids::Item, link::DEEPEST_LAYER},
    ui::{
        PanelContext,
        side_panel::{self, Edge, Widths, side_panel_ui},
        tokens::Kind,
        widgets::{
            button::{self, Weight},
            fold, row, text, tip,
        },
        words,
    },
};
use egui::{Id, ScrollArea, Ui, WidgetInfo, WidgetType, pos2, vec2};
use egui_phosphor::regular as icon;
use layers::{Group, Layer};

/// Narrowest the panel may be dragged.
const NARROWEST: f32 = 220.0;
/// Widest.
const WIDEST: f32 = 420.0;

/// Draws the panel, where it is open.
pub fn left_panel_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let narrow = side_panel::is_narrow(ui);
    let widths = Widths {
        first: if narrow {
            NARROWEST + 20.0
        } else {
            Widths::of_list(ctx.tokens)
        },
        least: NARROWEST,
        most: if narrow { 300.0 } else { WIDEST },
    };
    side_panel_ui(
        ui,
        ctx,
        ("left panel", Edge::Left),
        widths,
        commands,
        |ui, commands| {
            contents(ui, ctx, commands);
        },
    );
}

fn contents(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let layers = layers::layers(ctx);
    ui.spacing_mut().item_spacing.y = 0.0;
    egui::Frame::new()
        .inner_margin(egui::Margin {
            left: 16,
            right: 8,
            top: 12,
            bottom: 4,
        })
        .show(ui, |ui| header(ui, ctx, commands));
    let mut hovered = None;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        egui::Frame::new()
            .inner_margin(egui::Margin {
                left: 8,
                right: 8,
                top: 0,
                bottom: 16,
            })
            .show(ui, |ui| {
                for layer in &layers {
                    layer_ui(ui, ctx, layer, &mut hovered, commands);
                }
            });
    });
    pass_on_hover(ui, ctx, hovered, commands);
}

fn header(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    let view = &ctx.state.view;
    ui.horizontal(|ui| {
        ui.set_min_height(t.target());
        text::section(ui, t, &w.say("layers"));
        let changed = !view.hidden.is_empty()
            || !view.ghosted.is_empty()
            || !view.isolated.is_empty()
            || !view.points_of.is_empty();
        if changed {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let all = button::words(ui, t, icon::EYE, &w.say("layers-show-all"), Weight::Quiet);
                if tip::under(all, w.say("layers-show-all-why")).clicked() {
                    commands.push(AppCommand::ShowAll);
                }
            });
        }
    });
}

/// Tells which row the pointer is over, and that it has left, each once.
fn pass_on_hover(
    ui: &Ui,
    ctx: &PanelContext,
    hovered: Option<Item>,
    commands: &mut Vec<AppCommand>,
) {
    let id = Id::new("left panel hover");
    let before: Option<Item> = ui.data(|data| data.get_temp::<Option<Item>>(id)).flatten();
    if hovered == before {
        return;
    }
    // What the body's view has put there since is not ours to take away.
    let ours = before.is_some() && ctx.state.hover == before;
    if hovered.is_some() || ours {
        commands.push(AppCommand::Hover(hovered.clone()));
    }
    ui.data_mut(|data| data.insert_temp(id, hovered));
}

fn layer_ui(
    ui: &mut Ui,
    ctx: &PanelContext,
    layer: &Layer,
    hovered: &mut Option<Item>,
    commands: &mut Vec<AppCommand>,
) {
    let fold_id = Id::new(("layer", layer.depth));
    let open_at_first = layer.depth < DEEPEST_LAYER;
    let open = !layer.groups.is_empty() && fold::is_open(ui, fold_id, open_at_first);
    layer_header(ui, ctx, layer, fold_id, open, commands);
    if open {
        for group in &layer.groups {
            group_ui(ui, ctx, group, hovered, commands);
        }
        ui.add_space(ctx.tokens.space.group);
    }
}

fn layer_header(
    ui: &mut Ui,
    ctx: &PanelContext,
    layer: &Layer,
    fold_id: Id,
    open: bool,
    commands: &mut Vec<AppCommand>,
) {
    let (t, w) = (ctx.tokens, ctx.words);
    let depth = f32::from(layer.depth);
    let shown = ctx.state.view.depth;
    let current = (shown - depth).abs() < 0.5;
    let peeled = depth + 0.5 <= shown;
    let name = w.key(words::STOPS[usize::from(layer.depth.min(DEEPEST_LAYER))]);
    let named = [
        ("depth", layer.depth.into()),
        ("layer", name.as_ref().into()),
    ];
    let info = || {
        let says = w.say_with("layers-peel-to", &named);
        WidgetInfo::selected(WidgetType::Button, true, current, says)
    };
    let response = row::listed(ui, t, (t.row(32.0), false), info, |ui, response| {
        let rect = response.rect;
        let color = if current {
            t.color.accent
        } else if peeled {
            t.color.secondary
        } else {
            t.color.text
        };
        let middle = rect.center().y;
        let number = layer.depth.to_string();
        let number = text::line(ui, t, Kind::Secondary, color, &number, 40.0);
        row::left_of_middle(ui, rect.left() + t.space.group, middle, number, color);
        let left = rect.left() + t.grown(26.0);
        let line_to = rect.right() - t.target();
        let says = text::line(ui, t, Kind::Strong, color, &name, line_to - left);
        let line_from = left + says.size().x + t.space.group;
        row::left_of_middle(ui, left, middle, says, color);
        if current {
            let bar = egui::Rect::from_min_size(pos2(rect.left(), middle - 8.0), vec2(3.0, 16.0));
            ui.painter().rect_filled(bar, 1.5, t.color.accent);
        }
        if line_from < line_to {
            let line = line_from..=line_to;
            ui.painter().hline(line, middle, t.hairline());
        }
    });
    let rect = response.rect;
    let why = if peeled {
        w.say("layers-bring-back")
    } else {
        w.say("layers-peel-down")
    };
    let response = tip::beside(&response, rect, why);
    if response.clicked() && (shown - depth).abs() > f32::EPSILON {
        commands.push(AppCommand::SetDepth(depth));
    }
    if !layer.groups.is_empty() {
        let side = t.target();
        let caret = egui::Rect::from_center_size(
            pos2(rect.right() - side / 2.0, rect.center().y),
            vec2(side, side),
        );
        let (glyph, label) = if open {
            (icon::CARET_DOWN, w.say_with("layers-fold-layer", &named))
        } else {
            (icon::CARET_RIGHT, w.say_with("layers-unfold-layer", &named))
        };
        if button::icon_at(
            ui,
            t,
            (caret, rect),
            fold_id.with("caret"),
            glyph,
            &label,
            false,
        )
        .clicked()
        {
            fold::set_open(ui, fold_id, !open);
        }
    }
}

fn group_ui(
    ui: &mut Ui,
    ctx: &PanelContext,
    group: &Group,
    hovered: &mut Option<Item>,
    commands: &mut Vec<AppCommand>,
) {
    if let [only] = group.members.as_slice() {
        structure_row::row_ui(
            ui,
            ctx,
            &structure_row::Row::of_member(only, group.points),
            hovered,
            commands,
        );
        return;
    }
    let fold_id = Id::new(("layer group", group.depth, group.id.as_str()));
    let selected_within = structure_row::selected_base(ctx)
        .is_some_and(|base| group.members.iter().any(|member| member.base == base));
    let open = fold::is_open(ui, fold_id, false) || (selected_within && group.is_muscle);
    structure_row::row_ui(
        ui,
        ctx,
        &structure_row::Row::of_group(group, fold_id, open),
        hovered,
        commands,
    );
    if open {
        for member in &group.members {
            structure_row::row_ui(
                ui,
                ctx,
                &structure_row::Row::of_part(member),
                hovered,
                commands,
            );
        }
    }
}
