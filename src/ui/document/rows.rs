//! Rows that lead to things: a mark, a name, a line about it, a dose at the right.

use super::{View, swatch_of, treatment::method_icon};
use crate::{
    app::document::{
        block::{Row, RowGroup, RowMark},
        line,
    },
    ui::{
        tokens::{Kind, Tokens},
        widgets::{
            mark,
            row::{self, LinkRow},
            text,
        },
    },
};
use egui::{Pos2, Ui, pos2};
use egui_phosphor::regular as icon;

/// Draws rows in their groups.
pub fn groups_ui(ui: &mut Ui, view: &mut View, groups: &[RowGroup]) {
    let t = view.ctx.tokens;
    for group in groups {
        if let (Some(zone), Some(label)) = (group.zone, &group.label) {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = t.space.group;
                mark::swatch(ui, t, swatch_of(zone));
                text::single_line(ui, t, Kind::Secondary, t.color.secondary, &label.text);
            });
        }
    }
    // Treatments of a card stand apart from each other; all other rows are a list.
    let apart = view.page.is_none() && groups.iter().all(|group| group.rows.iter().all(is_dosed));
    ui.scope(|ui| {
        if !apart {
            ui.spacing_mut().item_spacing.y = 0.0;
        }
        for group in groups {
            if let (None, Some(label)) = (group.zone, &group.label) {
                ui.add_space(t.space.unit);
                text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &label.text);
            }
            for row in &group.rows {
                row_ui(ui, view, row);
            }
        }
    });
}

fn is_dosed(row: &Row) -> bool {
    row.dose.is_some()
}

fn row_ui(ui: &mut Ui, view: &mut View, of: &Row) {
    let t = view.ctx.tokens;
    let selected = view.ctx.state.selection.as_ref() == Some(&of.item);
    let about = line(&of.about);
    let inset = match (&of.mark, &view.page) {
        (RowMark::Point(_), _) => t.grown(24.0) + t.space.group,
        (_, None) => t.grown(40.0),
        (_, Some(_)) => t.grown(32.0),
    };
    let on_card = view.page.is_none();
    let row = LinkRow {
        inset,
        title: &of.name.text,
        about: &about,
        note: of.dose.as_ref().map_or("", |dose| &dose.text.text),
    };
    let clicked = row::link(ui, t, &row, |ui, at| match &of.mark {
        RowMark::Point(mark) => mark::point_disc(ui, t, at, mark, selected),
        RowMark::Method(icon) => glyph(ui, t, at, method_icon(*icon)),
        // Under the icons of the methods above.
        RowMark::Stretch if on_card => {
            let at = pos2(at.x + t.grown(8.0), at.y);
            glyph(ui, t, at, icon::PERSON_SIMPLE_TAI_CHI);
        }
        RowMark::Stretch => glyph(ui, t, at, icon::PERSON_SIMPLE_TAI_CHI),
    });
    if clicked && !selected {
        view.select(of.item.clone());
    }
}

fn glyph(ui: &Ui, t: &Tokens, at: Pos2, glyph: &str) {
    let galley = text::line(ui, t, Kind::Icon, t.color.secondary, glyph, 60.0);
    let at = at - galley.size() / 2.0;
    ui.painter().galley(at, galley, t.color.secondary);
}
