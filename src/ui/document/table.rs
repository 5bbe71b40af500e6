//! Tables: columns as wide as what they hold asks for, or row by row where there is no room.

use super::{View, margin::column_of, parts};
use crate::{
    app::document::block::{Table, TableRow},
    ui::{
        tokens::Kind,
        widgets::{fold, statement, text},
    },
};
use egui::{Align, Layout, Ui, vec2};

/// Width of an average letter, in heights of the letters: of this font in running text.
const LETTER_EM: f32 = 0.56;
/// No column is narrower than so many letters.
const NARROWEST: usize = 7;

pub(super) fn table_ui(ui: &mut Ui, view: &mut View, table: &Table) {
    let t = view.ctx.tokens;
    let wide = view.page.as_ref().map(|page| page.wide);
    let wide = wide.unwrap_or_else(|| ui.available_width());
    let gap = t.space.section;
    let letter = t.text_size(Kind::Body) * LETTER_EM;
    match widths(table, wide, gap, letter) {
        Some(widths) => in_columns(ui, view, table, &widths, gap),
        None => row_by_row(ui, view, table),
    }
}

/// Widths of the columns, by the root of how much they hold and at least as wide as their
/// longest word; none where these do not fit side by side.
fn widths(table: &Table, width: f32, gap: f32, letter: f32) -> Option<Vec<f32>> {
    let count = table.columns.len();
    let room = width - gap * count.saturating_sub(1) as f32;
    let cells_of = |column: usize| {
        let cells = table
            .rows
            .iter()
            .filter_map(move |row| row.cells.get(column));
        cells.chain(table.columns.get(column))
    };
    let least: Vec<f32> = (0..count)
        .map(|column| {
            let words = cells_of(column).flat_map(|cell| cell.text.split([' ', '-', '/']));
            let longest = words.map(|word| word.chars().count()).max();
            (longest.unwrap_or(0).max(NARROWEST) + 1) as f32 * letter
        })
        .collect();
    let spare = room - least.iter().sum::<f32>();
    if spare < 0.0 {
        return None;
    }
    let weights: Vec<f32> = (0..count)
        .map(|column| {
            let letters = cells_of(column).map(|cell| cell.text.chars().count());
            (letters.sum::<usize>() as f32).sqrt()
        })
        .collect();
    let all = weights.iter().sum::<f32>().max(1.0);
    let columns = least.iter().zip(&weights);
    Some(
        columns
            .map(|(least, weight)| (least + spare * weight / all).floor())
            .collect(),
    )
}

fn in_columns(ui: &mut Ui, view: &mut View, table: &Table, widths: &[f32], gap: f32) {
    let t = view.ctx.tokens;
    let whole = widths.iter().sum::<f32>() + gap * widths.len().saturating_sub(1) as f32;
    let columns = |ui: &mut Ui, contents: &mut dyn FnMut(&mut Ui, usize)| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for (column, width) in widths.iter().enumerate() {
                let size = vec2(*width, 0.0);
                ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
                    ui.set_width(*width);
                    contents(ui, column);
                });
            }
        });
    };
    column_of(ui, view, whole, None, |ui, _| {
        ui.spacing_mut().item_spacing.y = t.space.unit;
        columns(ui, &mut |ui, column| {
            if let Some(says) = table.columns.get(column) {
                text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &says.text);
            }
        });
        fold::rule(ui, t);
    });
    for row in &table.rows {
        column_of(ui, view, whole, Some(row.confidence), |ui, view| {
            ui.spacing_mut().item_spacing.y = t.space.unit;
            columns(ui, &mut |ui, column| cell(ui, view, row, column));
            fold::rule(ui, t);
        });
    }
}

/// The cell that names the row is set stronger; the last one has the sources.
fn cell(ui: &mut Ui, view: &mut View, row: &TableRow, column: usize) {
    let ctx = view.ctx;
    let t = ctx.tokens;
    let Some(says) = row.cells.get(column) else {
        return;
    };
    if column == 0 {
        text::paragraph(ui, t, Kind::Strong, t.color.text, &says.text);
    } else if column + 1 == row.cells.len() {
        statement::sourced(ui, ctx, &mut view.numbers, &says.text, &row.sources);
    } else {
        text::paragraph(ui, t, Kind::Body, t.color.text, &says.text);
    }
}

fn row_by_row(ui: &mut Ui, view: &mut View, table: &Table) {
    let t = view.ctx.tokens;
    for row in &table.rows {
        let measure = view.page.as_ref().map(|page| page.measure);
        let width = measure.unwrap_or_else(|| ui.available_width());
        column_of(ui, view, width, Some(row.confidence), |ui, view| {
            ui.spacing_mut().item_spacing.y = t.space.unit;
            let mut cells = row.cells.iter().enumerate();
            if let Some((_, first)) = cells.next() {
                text::paragraph(ui, t, Kind::Strong, t.color.text, &first.text);
            }
            for (column, says) in cells {
                let Some(heading) = table.columns.get(column).filter(|_| !says.is_empty()) else {
                    continue;
                };
                if column + 1 == row.cells.len() {
                    text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &heading.text);
                    cell(ui, view, row, column);
                } else {
                    parts::pair(ui, t, &heading.text, &says.text);
                }
            }
            fold::rule(ui, t);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{app::document::Text, model::facts::Confidence};

    fn table(cells: [&str; 3]) -> Table {
        Table {
            columns: ["Tool", "What it is", "When"].map(Text::english).to_vec(),
            rows: vec![TableRow {
                cells: cells.map(Text::english).to_vec(),
                sources: Vec::new(),
                confidence: Confidence::Convention,
            }],
        }
    }

    #[test]
    fn columns_fill_the_width_and_hold_their_longest_word() {
        let long = "a long text that needs more room than the others do, by far";
        let widths = widths(&table(["Ball", long, "Nevertheless"]), 600.0, 16.0, 8.0);
        let widths = widths.unwrap_or_default();
        assert_eq!(widths.len(), 3);
        let whole = widths.iter().sum::<f32>() + 32.0;
        assert!((596.0..=600.0).contains(&whole), "{widths:?}");
        assert!(widths[1] > 1.5 * widths[0], "{widths:?}");
        assert!(widths[2] >= 13.0 * 8.0, "{widths:?}");
    }

    #[test]
    fn without_room_there_are_no_columns() {
        let table = table(["Ball", "Something round", "Now"]);
        assert_eq!(widths(&table, 180.0, 16.0, 8.0), None);
    }
}
