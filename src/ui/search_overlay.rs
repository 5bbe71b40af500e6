//! The search: a field over everything, results in groups, moved through by keys.

use super::{
    PanelContext, modes,
    tokens::{Kind, Tokens},
    widgets::{button, fold, row, text},
};
use crate::{
    app::{commands::AppCommand, search},
    model::link::LONGEST_LINK,
    study::search::{Arranged, Group, Hit},
};
use egui::{
    Event, FontSelection, Id, Key, Modal, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, WidgetType,
    pos2, text::LayoutJob, vec2,
};
use egui_phosphor::regular as icon;

pub(super) fn search_ui(ui: &Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let chosen_id = Id::new("search: chosen");
    let opened_id = Id::new("search: opened");
    if !ctx.state.search.open {
        ui.data_mut(|data| {
            data.remove::<(String, usize)>(chosen_id);
            data.remove::<bool>(opened_id);
        });
        return;
    }
    let t = ctx.tokens;
    let screen = ui.ctx().content_rect();
    let phone = t.are_phones();
    // A phone's search fills the screen from its top: the keyboard comes from below.
    let (width, top) = match phone {
        true => (screen.width(), 0.0),
        false => (
            t.grown(t.size.search)
                .min(screen.width() - 4.0 * t.space.section),
            (screen.height() * 0.1).round(),
        ),
    };
    let found = Found::of(ctx);
    // The choice belongs to a query: another query begins at its best result.
    let (query, chosen) = ui
        .data(|data| data.get_temp::<(String, usize)>(chosen_id))
        .unwrap_or_default();
    let mut chosen = if query == ctx.state.search.query {
        chosen.min(found.rows().saturating_sub(1))
    } else {
        0
    };
    let moved = keys(ui, &found, &mut chosen, commands);
    let area =
        Modal::default_area(Id::new("search")).anchor(egui::Align2::CENTER_TOP, vec2(0.0, top));
    let shown = Modal::new(Id::new("search"))
        .area(area)
        .backdrop_color(t.color.scrim)
        .frame(t.floating(0.0))
        .show(ui.ctx(), |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 0.0;
            let first = !ui.data(|data| data.get_temp::<bool>(opened_id).unwrap_or(false));
            field(ui, ctx, first, commands);
            ui.data_mut(|data| data.insert_temp(opened_id, true));
            fold::rule(ui, t);
            let most = match phone {
                true => screen.height() - t.grown(48.0) - 2.0 * t.space.group,
                false => screen.height() * 0.8 - t.grown(120.0),
            }
            .max(120.0);
            ScrollArea::vertical()
                .max_height(most)
                // Else it would stay as small as it was before anything was typed.
                .min_scrolled_height(most)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    results(ui, ctx, &found, chosen, moved, commands);
                });
            if !phone {
                fold::rule(ui, t);
                foot(ui, ctx);
            }
        });
    if shown.backdrop_response.clicked() {
        commands.push(AppCommand::CloseSearch);
    }
    let kept = (ctx.state.search.query.clone(), chosen);
    ui.data_mut(|data| data.insert_temp(chosen_id, kept));
}

/// What the list shows.
enum Found {
    /// The query is a link.
    Link(String),
    /// It is words.
    Hits(Arranged),
}

impl Found {
    fn of(ctx: &PanelContext) -> Self {
        let query = &ctx.state.search.query;
        match search::link_in(query) {
            Some(link) => Self::Link(link.to_owned()),
            None => Self::Hits(Arranged::of(ctx.search.search(query, ctx.side()))),
        }
    }

    fn rows(&self) -> usize {
        match self {
            Self::Link(_) => 1,
            Self::Hits(hits) => hits.in_order().count(),
        }
    }

    fn open(&self, ui: &Ui, row: usize, commands: &mut Vec<AppCommand>) {
        match self {
            Self::Link(link) => commands.push(AppCommand::OpenLink(link.clone())),
            Self::Hits(hits) => {
                if let Some(hit) = hits.in_order().nth(row) {
                    open(ui, hit, commands);
                }
            }
        }
    }
}

/// Reads the keys that move and choose, so that the field does not; true when the choice moved.
fn keys(ui: &Ui, found: &Found, chosen: &mut usize, commands: &mut Vec<AppCommand>) -> bool {
    let before = *chosen;
    let mut opened = None;
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key {
                key, pressed: true, ..
            } = event
            else {
                return true;
            };
            match key {
                Key::ArrowDown => *chosen = (*chosen + 1).min(found.rows().saturating_sub(1)),
                Key::ArrowUp => *chosen = chosen.saturating_sub(1),
                Key::Enter => opened = Some(*chosen),
                Key::Escape => commands.push(AppCommand::CloseSearch),
                _ => return true,
            }
            false
        });
    });
    if let Some(row) = opened {
        found.open(ui, row, commands);
    }
    before != *chosen
}

/// Opens what was found; of a list in the library the very entry.
fn open(ui: &Ui, hit: &Hit, commands: &mut Vec<AppCommand>) {
    if hit.group == Group::Safety {
        modes::library::seek(ui, &hit.title);
    }
    commands.push(AppCommand::Select(Some(hit.item.clone())));
    commands.push(AppCommand::CloseSearch);
}

fn field(ui: &mut Ui, ctx: &PanelContext, first: bool, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    let height = t.grown(48.0);
    ui.horizontal(|ui| {
        ui.set_min_height(height);
        ui.spacing_mut().item_spacing.x = t.space.group;
        ui.add_space(t.space.section);
        let glyph = text::line(
            ui,
            t,
            Kind::Icon,
            t.color.secondary,
            icon::MAGNIFYING_GLASS,
            60.0,
        );
        let (rect, _) = ui.allocate_exact_size(glyph.size(), Sense::hover());
        ui.painter().galley(rect.min, glyph, t.color.secondary);
        let mut query = ctx.state.search.query.clone();
        let room = ui.available_width() - t.target() - 2.0 * t.space.group;
        let edit = TextEdit::singleline(&mut query)
            .id(Id::new("search field"))
            .frame(egui::Frame::NONE.inner_margin(egui::Margin {
                left: 0,
                right: 0,
                ..t.field_margin(Kind::Section)
            }))
            .font(FontSelection::FontId(t.font(Kind::Section)))
            .hint_text(w.say("search-hint"))
            .char_limit(LONGEST_LINK)
            .desired_width(room);
        let response = ui.add(edit);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_label(w.say("search-field"));
        });
        if first || !response.has_focus() {
            response.request_focus();
        }
        if response.changed() && query != ctx.state.search.query {
            commands.push(AppCommand::SetQuery(query));
        }
        if button::icon(ui, t, icon::X, &w.say("search-close"), false).clicked() {
            commands.push(AppCommand::CloseSearch);
        }
    });
}

fn results(
    ui: &mut Ui,
    ctx: &PanelContext,
    found: &Found,
    chosen: usize,
    moved: bool,
    commands: &mut Vec<AppCommand>,
) {
    let (t, w) = (ctx.tokens, ctx.words);
    let margin = egui::Margin::symmetric(8, 8);
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let mut at = 0;
        let mut rows = |ui: &mut Ui, says: &str, hits: &[Hit]| {
            heading(ui, t, says);
            for hit in hits {
                if hit_row(ui, ctx, hit, at == chosen, moved) {
                    open(ui, hit, commands);
                }
                at += 1;
            }
            ui.add_space(t.space.unit);
        };
        match found {
            Found::Link(_) => {
                if link_row(ui, ctx) {
                    found.open(ui, 0, commands);
                }
            }
            Found::Hits(hits) if hits.best.is_empty() => nothing(ui, ctx),
            Found::Hits(hits) => {
                rows(ui, &w.say("search-best"), &hits.best);
                for (group, of_group) in &hits.groups {
                    rows(ui, &search::heading(*group, w), of_group);
                }
            }
        }
    });
}

fn nothing(ui: &mut Ui, ctx: &PanelContext) {
    let (t, w) = (ctx.tokens, ctx.words);
    let says = if ctx.state.search.query.trim().is_empty() {
        w.say("search-try")
    } else {
        w.say("search-nothing")
    };
    egui::Frame::new()
        .inner_margin(t.space.group)
        .show(ui, |ui| {
            text::paragraph(ui, t, Kind::Body, t.color.secondary, &says);
        });
}

/// A pasted link; true when it was clicked.
fn link_row(ui: &mut Ui, ctx: &PanelContext) -> bool {
    let (t, w) = (ctx.tokens, ctx.words);
    let says = w.say("search-open-link");
    let info = || WidgetInfo::selected(WidgetType::SelectableLabel, true, true, &*says);
    let response = row::listed(ui, t, (t.grown(32.0), true), info, |ui, response| {
        let (rect, quiet) = (response.rect, t.color.secondary);
        let middle = rect.center().y;
        let glyph = text::line(ui, t, Kind::Icon, quiet, icon::LINK, 60.0);
        let mut left = rect.left() + t.space.group;
        let glyph_width = glyph.size().x;
        row::left_of_middle(ui, left, middle, glyph, quiet);
        left += glyph_width + t.space.group;
        let room = rect.right() - t.space.group - left;
        let title = text::line(ui, t, Kind::Body, t.color.text, &says, room);
        row::left_of_middle(ui, left, middle, title, t.color.text);
    });
    response.clicked()
}

fn heading(ui: &mut Ui, t: &Tokens, says: &str) {
    let size = vec2(ui.available_width(), t.grown(24.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, says));
    let galley = text::line(ui, t, Kind::Caption, t.color.secondary, says, rect.width());
    let at = pos2(
        rect.left() + t.space.group,
        rect.center().y - galley.size().y / 2.0,
    );
    ui.painter().galley(at, galley, t.color.secondary);
}

fn group_icon(group: Group) -> &'static str {
    match group {
        Group::Points => icon::TARGET,
        Group::Muscles => icon::PERSON_ARMS_SPREAD,
        Group::Regions => icon::MAP_PIN_SIMPLE_AREA,
        Group::Stretches => icon::PERSON_SIMPLE_TAI_CHI,
        Group::Methods => icon::HAND_HEART,
        Group::Bones => icon::BONE,
        Group::Safety => icon::WARNING_CIRCLE,
        Group::Library => icon::BOOK_OPEN,
    }
}

fn hit_row(ui: &mut Ui, ctx: &PanelContext, hit: &Hit, chosen: bool, moved: bool) -> bool {
    let t = ctx.tokens;
    let info = || WidgetInfo::selected(WidgetType::SelectableLabel, true, chosen, &hit.title);
    let response = row::listed(ui, t, (t.row(32.0), chosen), info, |ui, response| {
        let (rect, quiet) = (response.rect, t.color.secondary);
        let middle = rect.center().y;
        let glyph = text::line(ui, t, Kind::Icon, quiet, group_icon(hit.group), 60.0);
        let mut left = rect.left() + t.space.group;
        let glyph_width = glyph.size().x;
        row::left_of_middle(ui, left, middle, glyph, quiet);
        left += glyph_width + t.space.group;
        let mut room = rect.right() - t.space.group - left;
        let title = highlighted(ui, t, hit, room);
        room -= title.size().x + t.space.section;
        row::left_of_middle(ui, left, middle, title, t.color.text);
        let place = search::place(hit, ctx.words);
        if room > t.grown(40.0) {
            let place = text::line(ui, t, Kind::Secondary, quiet, &place, room);
            row::right_of_middle(ui, rect.right() - t.space.group, middle, place, quiet);
        }
    });
    if chosen && moved {
        response.scroll_to_me(None);
    }
    response.clicked()
}

/// The title with what matched in the accent colour.
fn highlighted(ui: &Ui, t: &Tokens, hit: &Hit, room: f32) -> std::sync::Arc<egui::Galley> {
    let plain = text::format(t, Kind::Body, t.color.text);
    let lit = text::format(t, Kind::Strong, t.color.accent);
    let mut job = LayoutJob {
        wrap: egui::text::TextWrapping::truncate_at_width(room.max(0.0)),
        ..LayoutJob::default()
    };
    let mut from = 0;
    for range in &hit.matched {
        let (Some(before), Some(matched)) = (
            hit.title.get(from..range.start),
            hit.title.get(range.clone()),
        ) else {
            continue;
        };
        job.append(before, 0.0, plain.clone());
        job.append(matched, 0.0, lit.clone());
        from = range.end;
    }
    job.append(hit.title.get(from..).unwrap_or_default(), 0.0, plain);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

fn foot(ui: &mut Ui, ctx: &PanelContext) {
    let t = ctx.tokens;
    let size = vec2(ui.available_width(), t.grown(32.0));
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let says = ctx.words.say("search-keys");
    let galley = text::line(
        ui,
        t,
        Kind::Caption,
        t.color.secondary,
        &says,
        rect.width() - 2.0 * t.space.section,
    );
    let at = pos2(
        rect.left() + t.space.section,
        rect.center().y - galley.size().y / 2.0,
    );
    ui.painter().galley(at, galley, t.color.secondary);
}
