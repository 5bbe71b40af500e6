//! Documents in the window: a card beside the body, or a page to read.
//!
//! What is said and in which order is decided in [`crate::app::document`]; here it is drawn. A
//! block looks the same in a card and on a page, but a page is a column with marks in its
//! margin, where a card has its text edge to edge.

mod card;
mod guide;
mod margin;
mod page;
mod parts;
mod rows;
mod table;
mod treatment;

pub use card::{card_ui, guide_ui};
pub use margin::column;
pub use page::{PageLayout, page_ui, seek};

use super::{
    PanelContext,
    tokens::{Colors, Kind, Tokens},
    widgets::{
        chip, mark,
        statement::{self, SourceNumbers},
        text, tip,
    },
};
use crate::{
    anatomy::plate::Facing,
    app::{
        commands::AppCommand,
        document::{
            Block, Document,
            block::{
                Caution, CautionLevel, Claim, Emphasis, Labelled, Limit, Links, List, Picture,
                Statement, Zone, ZoneKind,
            },
        },
    },
    model::{facts::Level, ids::Item},
};
use egui::{Align, Color32, Layout, Sense, Ui, WidgetInfo, WidgetType, vec2};
use egui_phosphor::regular as icon;

/// Narrowest column of a limit, in heights of the letters.
const LIMIT_EM: f32 = 7.5;

/// What a document is drawn with.
pub struct View<'a, 'c> {
    /// The facts, the words, the state and the tokens.
    pub ctx: &'a PanelContext<'c>,
    /// What is asked for.
    pub commands: &'a mut Vec<AppCommand>,
    /// The numbers of the document's sources.
    numbers: SourceNumbers,
    /// How it is laid out: as a page, or as a card.
    page: Option<PageLayout>,
}

impl<'a, 'c> View<'a, 'c> {
    /// Draws a document as a card.
    pub fn of_card(
        ctx: &'a PanelContext<'c>,
        commands: &'a mut Vec<AppCommand>,
        document: &Document,
    ) -> Self {
        Self {
            ctx,
            commands,
            numbers: SourceNumbers::of(document.sources.iter().map(|source| &source.id)),
            page: None,
        }
    }

    /// Draws a document as a page.
    pub fn of_page(
        ctx: &'a PanelContext<'c>,
        commands: &'a mut Vec<AppCommand>,
        document: &Document,
        layout: PageLayout,
    ) -> Self {
        Self {
            page: Some(layout),
            ..Self::of_card(ctx, commands, document)
        }
    }

    /// Asks for another item.
    fn select(&mut self, item: Item) {
        self.commands.push(AppCommand::Select(Some(item)));
    }
}

/// Draws blocks one under the other.
fn blocks_ui(ui: &mut Ui, view: &mut View, blocks: &[Block]) {
    for block in blocks {
        block_ui(ui, view, block);
    }
}

/// Draws a block where `ui` is.
fn block_ui(ui: &mut Ui, view: &mut View, block: &Block) {
    let t = view.ctx.tokens;
    match block {
        Block::Paragraph { text: says } => {
            text::paragraph(ui, t, Kind::Body, t.color.text, &says.text);
        }
        Block::Note { text: says } => {
            text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &says.text);
        }
        Block::Urgent { level, text: says } => {
            let (bar, _) = caution_colors(&t.color, *level);
            text::paragraph(ui, t, Kind::Strong, bar, &says.text);
        }
        Block::Statement(statement) => statement_ui(ui, view, statement),
        Block::Labelled(labelled) => labelled_ui(ui, view, labelled),
        Block::Zone(zone) => zone_ui(ui, view, zone),
        Block::Picture(picture) => picture_ui(ui, view, picture),
        Block::Fact(fact) => parts::pair(ui, t, &fact.label.text, &fact.value.text),
        Block::Labels { labels } => {
            for label in labels {
                chip::label(ui, t, &label.text.text, &label.reason());
            }
        }
        Block::Links(links) => links_ui(ui, view, links),
        Block::Rows { groups } => rows::groups_ui(ui, view, groups),
        Block::List(list) => list_ui(ui, view, list),
        Block::Caution(caution) => caution_ui(ui, view, caution),
        Block::Claim(claim) => {
            claim_ui(ui, t, claim);
            labelled_ui(ui, view, &claim.truth);
        }
        Block::Applications { applications } => {
            treatment::applications_ui(ui, view, applications);
        }
        Block::Practice(practice) => treatment::practice_ui(ui, view, practice),
        Block::Limits { limits } => limits_ui(ui, view, limits),
        Block::Table(table) => table::table_ui(ui, view, table),
        Block::Section(section) => card::section_ui(ui, view, section),
        Block::Entry(entry) => {
            text::paragraph(ui, t, Kind::Strong, t.color.text, &entry.name.text);
            blocks_ui(ui, view, &entry.blocks);
            blocks_ui(ui, view, &entry.more);
            ui.add_space(t.space.unit);
        }
        Block::Together { blocks } => blocks_ui(ui, view, blocks),
        Block::Hints { lead, hints } => guide::hints_ui(ui, t, lead, hints),
        Block::Legend { marks } => guide::legend_ui(ui, t, marks),
        Block::Keys { keys } => guide::keys_ui(ui, t, keys),
    }
}

fn caution_colors(color: &Colors, level: CautionLevel) -> (Color32, Color32) {
    match level {
        CautionLevel::Stop => (color.stop, color.stop_soft),
        CautionLevel::Warning => (color.warning, color.warning_soft),
        CautionLevel::Notice => (color.accent, color.accent_soft),
    }
}

/// A statement with its source numbers.
fn statement_ui(ui: &mut Ui, view: &mut View, of: &Statement) {
    let ctx = view.ctx;
    statement::sourced(ui, ctx, &mut view.numbers, &of.text.text, &of.sources);
}

fn labelled_ui(ui: &mut Ui, view: &mut View, labelled: &Labelled) {
    let t = view.ctx.tokens;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let (kind, color) = match labelled.emphasis {
            Emphasis::Strong => (Kind::Strong, t.color.text),
            Emphasis::Quiet => (Kind::Secondary, t.color.secondary),
        };
        text::paragraph(ui, t, kind, color, &labelled.label.text);
        statement_ui(ui, view, &labelled.statement);
    });
}

/// What is often said, without what is true.
fn claim_ui(ui: &mut Ui, t: &Tokens, claim: &Claim) {
    mark::barred(ui, t, t.color.warning, t.color.warning_soft, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let label = &claim.label.text;
        text::paragraph(ui, t, Kind::Secondary, t.color.warning, label);
        text::paragraph(ui, t, Kind::Body, t.color.text, &claim.claim.text);
    });
}

/// How a zone is drawn.
fn swatch_of(zone: ZoneKind) -> mark::Zone {
    match zone {
        ZoneKind::Essential => mark::Zone::Essential,
        ZoneKind::Spillover => mark::Zone::Spillover,
        ZoneKind::Tingling => mark::Zone::Tingling,
    }
}

fn zone_ui(ui: &mut Ui, view: &mut View, zone: &Zone) {
    let t = view.ctx.tokens;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = t.space.group;
        ui.vertical(|ui| {
            ui.set_width(t.grown(14.0));
            ui.add_space((t.line_height(Kind::Secondary) - t.grown(14.0)).max(0.0) / 2.0);
            mark::swatch(ui, t, swatch_of(zone.zone));
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let label = &zone.label.text;
            text::paragraph(ui, t, Kind::Secondary, t.color.secondary, label);
            statement_ui(ui, view, &zone.pattern);
        });
    });
}

/// The pictures of the selected point's pattern, where the view has made them.
fn picture_ui(ui: &mut Ui, view: &View, picture: &Picture) {
    let ctx = view.ctx;
    let t = ctx.tokens;
    let selected = ctx.state.selection == Some(Item::Point(picture.point.clone()));
    let Some(thumbnails) = ctx.thumbnails.filter(|_| selected) else {
        return;
    };
    let gap = t.space.group;
    let width = ((ui.available_width() - gap) / 2.0).floor();
    let aspect = if thumbnails.aspect.is_finite() {
        thumbnails.aspect.clamp(0.3, 3.0)
    } else {
        1.0
    };
    let size = vec2(width, (width / aspect).round());
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (facing, texture) in &thumbnails.pictures {
            let (name, shows) = match facing {
                Facing::Front => &picture.front,
                Facing::Back => &picture.back,
                Facing::Left => &picture.left,
                Facing::Right => &picture.right,
            };
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 0.0;
                let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
                response.widget_info(|| {
                    WidgetInfo::labeled(WidgetType::Image, true, shows.text.as_str())
                });
                ui.painter()
                    .rect_filled(rect, t.small_corner(), t.color.ground.0);
                egui::Image::new(egui::load::SizedTexture::new(*texture, size))
                    .corner_radius(t.small_corner())
                    .paint_at(ui, rect);
                text::paragraph(ui, t, Kind::Caption, t.color.secondary, &name.text);
            });
        }
    });
}

/// Links as chips, under their label where they have one.
fn links_ui(ui: &mut Ui, view: &mut View, links: &Links) {
    let t = view.ctx.tokens;
    if let Some(label) = &links.label {
        text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &label.text);
    }
    chip::wrapped(ui, t, |ui| {
        for link in &links.links {
            let response = chip::link(ui, t, &link.text.text);
            let response = match &link.title {
                Some(title) => tip::under(response, &title.text),
                None => response,
            };
            if response.clicked() {
                view.select(link.item.clone());
            }
        }
    });
}

/// Statements one under the other, each with its number or a small mark before it.
fn list_ui(ui: &mut Ui, view: &mut View, list: &List) {
    let t = view.ctx.tokens;
    for (at, statement) in list.items.iter().enumerate() {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = t.space.group;
            if list.ordered {
                treatment::number(ui, t, at + 1);
            } else {
                let size = vec2(t.space.unit, t.line_height(Kind::Body));
                let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
                ui.painter()
                    .circle_filled(rect.center(), 2.0, t.color.faint);
            }
            ui.vertical(|ui| statement_ui(ui, view, statement));
        });
    }
}

/// A caution beside its bar of colour.
fn caution_ui(ui: &mut Ui, view: &mut View, caution: &Caution) {
    let t = view.ctx.tokens;
    let (bar, tint) = caution_colors(&t.color, caution.level);
    mark::barred(ui, t, bar, tint, |ui| {
        if let Some(title) = &caution.title {
            ui.spacing_mut().item_spacing.y = t.space.unit;
            text::paragraph(ui, t, Kind::Strong, bar, &title.text);
        }
        blocks_ui(ui, view, &caution.blocks);
    });
}

/// What holds for each treatment, side by side where there is room.
fn limits_ui(ui: &mut Ui, view: &View, limits: &[Limit]) {
    let t = view.ctx.tokens;
    let gap = t.space.group;
    let width = ui.available_width();
    let least = LIMIT_EM * t.text_size(Kind::Body) + gap;
    let columns = match width / least {
        fit if fit >= 4.0 => 4,
        fit if fit >= 2.0 => 2,
        _ => 1,
    };
    let each = ((width - gap * (columns - 1) as f32) / columns as f32).floor();
    for some in limits.chunks(columns) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for limit in some {
                ui.allocate_ui_with_layout(vec2(each, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(each);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    limit_ui(ui, view, limit);
                });
            }
        });
    }
}

fn limit_ui(ui: &mut Ui, view: &View, limit: &Limit) {
    let t = view.ctx.tokens;
    let (glyph, color) = match limit.level {
        Level::DoNot => (icon::PROHIBIT, t.color.stop),
        Level::OnlyWithAdvice => (icon::WARNING, t.color.warning),
        Level::Modify => (icon::FADERS, t.color.warning),
        Level::NoneNamed => (icon::MINUS, t.color.secondary),
    };
    let treatment = &limit.treatment.text;
    text::paragraph(ui, t, Kind::Secondary, t.color.secondary, treatment);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = t.space.unit;
        let galley = text::line(ui, t, Kind::Body, color, glyph, f32::INFINITY);
        let size = vec2(galley.size().x, t.line_height(Kind::Body));
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let middle = rect.center() - vec2(0.0, margin::icon_sink(t));
        ui.painter()
            .galley(middle - galley.size() / 2.0, galley, color);
        ui.vertical(|ui| {
            text::paragraph(ui, t, Kind::Strong, color, &limit.text.text);
            if let Some(how) = &limit.how {
                text::paragraph(ui, t, Kind::Secondary, t.color.text, &how.text);
            }
        });
    });
}
