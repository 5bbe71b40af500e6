//! A document as a page to read: a column of text with marks in its margin.

use super::{View, block_ui, blocks_ui, labelled_ui, margin, margin::column, parts, statement_ui};
use crate::{
    app::document::{
        Block, Document,
        block::{Claim, Entry, Labelled, List, Section},
    },
    model::facts::Confidence,
    ui::{
        tokens::{Kind, Tokens},
        widgets::{fold, text},
    },
};
use egui::{Align, Id, Rect, Ui, Vec2, WidgetInfo, WidgetType};
use std::collections::BTreeSet;

/// Where the entry to be brought into sight is remembered.
const SOUGHT: &str = "library: entry sought";

/// How wide the parts of a page are, points.
pub struct PageLayout {
    /// The margin in which the marks of confidence stand.
    pub margin: f32,
    /// The column of text.
    pub measure: f32,
    /// Tables.
    pub wide: f32,
    /// The marks that the page has set so far.
    marks: BTreeSet<Confidence>,
}

impl PageLayout {
    /// A page of these widths.
    #[must_use]
    pub fn new(margin: f32, measure: f32, wide: f32) -> Self {
        Self {
            margin,
            measure,
            wide,
            marks: BTreeSet::new(),
        }
    }

    pub(super) fn set_mark(&mut self, confidence: Confidence) {
        self.marks.insert(confidence);
    }

    /// The marks set so far.
    pub(super) fn marks(&self) -> Vec<Confidence> {
        self.marks.iter().copied().collect()
    }
}

/// Remembers the entry of a list that the page opened next is to bring into sight, by its name.
pub fn seek(ui: &Ui, name: &str) {
    ui.data_mut(|data| data.insert_temp(Id::new(SOUGHT), name.to_owned()));
}

/// Brings what is drawn next into sight if it is the entry that was sought.
fn show_if_sought(ui: &Ui, name: &str) {
    let id = Id::new(SOUGHT);
    let sought: Option<String> = ui.data(|data| data.get_temp(id));
    if sought.as_deref() != Some(name) {
        return;
    }
    ui.data_mut(|data| data.remove::<String>(id));
    let place = Rect::from_min_size(ui.cursor().min, Vec2::splat(1.0));
    ui.scroll_to_rect(place, Some(Align::Min));
}

/// Draws a page from its title to its sources.
pub fn page_ui(ui: &mut Ui, view: &mut View, document: &Document) {
    let t = view.ctx.tokens;
    column(ui, view, None, |ui, _| {
        ui.spacing_mut().item_spacing.y = t.space.unit;
        for above in &document.above {
            text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &above.text);
        }
        let name = &document.title.text;
        let title = text::paragraph(ui, t, Kind::Title, t.color.text, name);
        title.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, name.as_str()));
    });
    ui.add_space(t.space.unit);
    let mut before = None;
    for block in &document.blocks {
        ui.add_space(space_before(t, before, block));
        in_column(ui, view, block);
        before = Some(block);
    }
    ui.add_space(t.space.section);
    margin::legend(ui, view);
    ui.add_space(t.space.group);
    column(ui, view, None, |ui, view| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if !document.sources.is_empty() {
            parts::sources(ui, view, document);
        }
        fold::rule(ui, t);
    });
}

/// What sets the parts of a page off from each other.
fn space_before(t: &Tokens, before: Option<&Block>, block: &Block) -> f32 {
    let new_list = |is: fn(&Block) -> bool| !before.is_some_and(is);
    match block {
        Block::Table(_) => t.space.group,
        // A part of the data in full, but not one of several findings, nor what to go on to.
        Block::Section(section) if !matches!(section.id, "finding" | "go-on") => t.space.group,
        Block::Labelled(_) if new_list(|x| matches!(x, Block::Labelled(_))) => t.space.group,
        _ => 0.0,
    }
}

/// The same within a section.
fn space_in_section(t: &Tokens, before: Option<&Block>, block: &Block) -> f32 {
    match (before, block) {
        (_, Block::Caution(_)) => t.space.group,
        (Some(Block::Entry(_)), Block::Statement(_)) => t.space.group,
        _ => 0.0,
    }
}

/// Draws a block in the column, with a mark in the margin where one is due.
fn in_column(ui: &mut Ui, view: &mut View, block: &Block) {
    match block {
        Block::Statement(statement) => {
            column(ui, view, statement.confidence, |ui, view| {
                statement_ui(ui, view, statement);
            });
        }
        Block::Labelled(labelled) => labelled_in_column(ui, view, labelled),
        Block::List(list) => list_in_column(ui, view, list),
        Block::Claim(claim) => claim_in_column(ui, view, claim),
        Block::Section(section) => section_in_column(ui, view, section),
        Block::Entry(entry) => entry_in_column(ui, view, entry),
        // Its rows stand in columns of their own.
        Block::Table(_) => block_ui(ui, view, block),
        block => {
            let t = view.ctx.tokens;
            let rows = matches!(block, Block::Rows { .. });
            column(ui, view, None, |ui, view| {
                ui.spacing_mut().item_spacing.y = if rows { 0.0 } else { t.space.unit };
                block_ui(ui, view, block);
            });
        }
    }
}

fn labelled_in_column(ui: &mut Ui, view: &mut View, labelled: &Labelled) {
    column(ui, view, labelled.statement.confidence, |ui, view| {
        ui.spacing_mut().item_spacing.y = 0.0;
        labelled_ui(ui, view, labelled);
    });
}

fn list_in_column(ui: &mut Ui, view: &mut View, list: &List) {
    for (at, statement) in list.items.iter().enumerate() {
        let before = if list.ordered {
            (at + 1).to_string()
        } else {
            "•".to_owned()
        };
        margin::item(ui, view, &before, statement);
    }
}

/// A claim beside the colour of caution, and what is true right under it.
fn claim_in_column(ui: &mut Ui, view: &mut View, claim: &Claim) {
    let t = view.ctx.tokens;
    ui.add_space(t.space.group);
    column(ui, view, None, |ui, _| super::claim_ui(ui, t, claim));
    labelled_in_column(ui, view, &claim.truth);
}

fn section_in_column(ui: &mut Ui, view: &mut View, section: &Section) {
    let t = view.ctx.tokens;
    ui.add_space(t.space.group);
    column(ui, view, None, |ui, _| {
        text::section(ui, t, &section.title.text);
    });
    let mut before = None;
    for block in &section.blocks {
        ui.add_space(space_in_section(t, before, block));
        in_column(ui, view, block);
        before = Some(block);
    }
}

/// An entry: its name with what stands with it, what follows, and a line across.
fn entry_in_column(ui: &mut Ui, view: &mut View, entry: &Entry) {
    let t = view.ctx.tokens;
    ui.add_space(t.space.unit);
    show_if_sought(ui, &entry.name.text);
    // The mark of what is stated with the name stands beside the name.
    let stated = entry.blocks.iter().find_map(|block| match block {
        Block::Statement(statement) => statement.confidence,
        _ => None,
    });
    let directly = matches!(entry.blocks.first(), Some(Block::Statement(_)));
    let (last, more) = match entry.more.split_last() {
        Some((last, more)) => (Some(last), more),
        None => (None, entry.more.as_slice()),
    };
    column(ui, view, stated, |ui, view| {
        ui.spacing_mut().item_spacing.y = if directly { 0.0 } else { t.space.unit };
        text::paragraph(ui, t, Kind::Strong, t.color.text, &entry.name.text);
        blocks_ui(ui, view, &entry.blocks);
        if last.is_none() {
            fold::rule(ui, t);
        }
    });
    more.iter().for_each(|block| in_column(ui, view, block));
    match last {
        None => {}
        Some(statement @ Block::Statement(_)) => {
            in_column(ui, view, statement);
            column(ui, view, None, |ui, _| fold::rule(ui, t));
        }
        Some(block) => column(ui, view, None, |ui, view| {
            ui.spacing_mut().item_spacing.y = t.space.unit;
            block_ui(ui, view, block);
            fold::rule(ui, t);
        }),
    }
}
