//! The panels of the window: what is drawn around and over the body.
//!
//! Panels read plain data and return commands. They touch nothing else, so they may be
//! drawn twice in a frame and run in tests without a window. What is only about the
//! interface itself (which fold is open, how wide a panel is) is kept in egui's memory.
//! Not here: the body itself, which `view` draws into [`WindowOutput::viewport_rect`].

mod body_menu;
pub mod body_overlay;
mod card;
mod coach;
mod depth_bar;
mod document;
mod focus;
pub mod fonts;
pub mod keys;
mod mode_switcher;
mod modes;
mod notices;
mod records;
mod row_actions;
pub mod screen;
mod search_overlay;
mod settings;
mod sheet;
mod side_panel;
mod status_line;
mod structure_menu;
pub mod tokens;
mod top_bar;
pub mod widgets;
pub mod words;

use crate::{
    anatomy::plate::Facing,
    app::{
        commands::AppCommand, modes::locate::Located, naming, search::search_index, stage::Stage,
        state::AppState,
    },
    locale::Words,
    model::{
        catalog::Catalog, ids::Item, language::Language, link::SideFilter, names::Named, side::Side,
    },
    study::search::SearchIndex,
};
use egui::{Rect, Ui, UiBuilder};
use screen::Screen;
use tokens::Tokens;

/// What the panels are drawn from.
#[derive(Clone, Copy)]
pub struct PanelContext<'a> {
    /// The facts.
    pub catalog: &'a Catalog,
    /// The search over the same facts, in the language of `words`.
    pub search: &'a SearchIndex,
    /// What the interface says; see [`crate::locale`] for how to add to it.
    pub words: &'a Words,
    /// What is shown and how.
    pub state: &'a AppState,
    /// What is on show, worked out from `state`.
    pub stage: &'a Stage,
    /// Colours and sizes, of the theme on show and the text size in `state.preferences`.
    pub tokens: &'a Tokens,
    /// What the status line says.
    pub status: StatusLine<'a>,
    /// Pictures of the selected point's pattern, where the view has made them.
    pub thumbnails: Option<&'a PatternThumbnails>,
    /// What the painting leads to; none until the body is prepared for it.
    pub located: Option<&'a Located>,
}

/// What the status line says.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct StatusLine<'a> {
    /// What is being worked on, and how far it is, 0 to 1.
    pub progress: Option<(&'a str, f32)>,
}

/// Pictures of the body with the pattern of the selected point, from where most of it is seen.
#[derive(Clone, Debug, PartialEq)]
pub struct PatternThumbnails {
    /// From where each is, and the picture: one or two.
    pub pictures: Vec<(Facing, egui::TextureId)>,
    /// Width over height of each.
    pub aspect: f32,
}

/// What the panels ask for, and what they leave to the body.
#[derive(Clone, Debug, PartialEq)]
pub struct WindowOutput {
    /// What is asked for, in order. Where a frame is drawn in several passes, the
    /// commands of every pass count: only the first sees the input.
    pub commands: Vec<AppCommand>,
    /// What is left for the body, in egui's points.
    pub viewport_rect: Rect,
    /// Something lies over that place: nothing is to be drawn over it nor pointed at there.
    pub covered: bool,
    /// In so many seconds something is to be drawn anew, whatever happens until then.
    pub wake_after_s: Option<f64>,
}

/// What depends on the language. Making it takes some milliseconds: keep it.
#[derive(Debug)]
pub struct Localisation {
    /// What the interface says.
    pub words: Words,
    /// The search, by the names of this language and the English ones.
    pub search: SearchIndex,
}

impl Localisation {
    /// For a language; English where the interface does not speak it.
    #[must_use]
    pub fn of(language: Language, catalog: &Catalog) -> Self {
        let words = Words::with(language, catalog);
        Self {
            search: search_index(&words, catalog),
            words,
        }
    }
}

impl<'a> PanelContext<'a> {
    /// What a muscle, a point or another entry is called in the language of the interface.
    #[must_use]
    pub fn name<'n, T: Named>(&self, thing: &'n T) -> &'n str
    where
        'a: 'n,
    {
        naming::name(thing, self.catalog, self.words)
    }

    /// A text of the data, in the language of the interface where it is translated.
    #[must_use]
    pub fn said<'n>(&self, english: &'n str) -> &'n str
    where
        'a: 'n,
    {
        naming::said(english, self.catalog, self.words)
    }

    /// The side meant where nothing says which: the one shown, else the one in view, else that of the selection.
    #[must_use]
    pub fn side(&self) -> Side {
        let view = &self.state.view;
        let selected = (self.state.selection.as_ref()).map_or(Side::Midline, Item::side);
        match view.side {
            SideFilter::Left => Side::Left,
            SideFilter::Right => Side::Right,
            SideFilter::Both => match view.side_in_view().unwrap_or(selected) {
                Side::Right => Side::Right,
                Side::Left | Side::Midline => Side::Left,
            },
        }
    }

    /// The sides on show.
    #[must_use]
    pub fn shown_sides(&self) -> &'static [Side] {
        match self.state.view.side {
            SideFilter::Left => &[Side::Left],
            SideFilter::Right => &[Side::Right],
            SideFilter::Both => &[Side::Left, Side::Right],
        }
    }
}

/// Draws the whole window into `ui`, which must cover it, and says what is asked for.
///
/// The first frame only installs the fonts and the style.
pub fn window_ui(ui: &mut Ui, ctx: &PanelContext) -> WindowOutput {
    let screen = Screen::of(ui.ctx());
    let phone_tokens;
    let on_phone;
    let ctx = if screen.is_phone() {
        phone_tokens = ctx.tokens.on_phone();
        on_phone = PanelContext {
            tokens: &phone_tokens,
            ..*ctx
        };
        &on_phone
    } else {
        ctx
    };
    let whole = ui.ctx().content_rect();
    let ready = ui.fonts(|fonts| {
        fonts
            .definitions()
            .families
            .contains_key(&egui::FontFamily::Name(tokens::SEMIBOLD.into()))
    });
    ctx.tokens.apply(ui.ctx());
    if !ready {
        fonts::install(ui.ctx());
        ui.ctx().request_repaint();
        return WindowOutput {
            commands: Vec::new(),
            viewport_rect: whole,
            covered: false,
            wake_after_s: None,
        };
    }
    focus::begin(ui.ctx(), ctx);
    let mut commands = keys::pressed(ui.ctx(), ctx);
    // First of all, so that the keyboard comes to it first.
    coach::coach_ui(ui, ctx, &mut commands);
    // The style may have changed since this ui was made.
    let mut root = ui.new_child(UiBuilder::new().max_rect(whole).id_salt("myomap window"));
    root.set_style(std::sync::Arc::new(ctx.tokens.style()));
    edges_ui(&root, ctx);
    top_bar::top_bar_ui(&mut root, ctx, &mut commands);
    let panels = &ctx.stage.panels;
    // Height is scarce on a phone: there it is said how far work is, and nothing else.
    if panels.status_line && (!screen.is_phone() || ctx.status.progress.is_some()) {
        status_line::status_line_ui(&mut root, ctx);
    }
    let strip = (ctx.stage.body.covered).then(|| notices::strip_ui(&mut root, ctx, &mut commands));
    let Around {
        depth: depth_rect,
        body: viewport_rect,
        covered,
    } = match screen {
        Screen::Wide => around_body(&mut root, ctx, &mut commands),
        Screen::Upright | Screen::Lying => around_body_of_phone(&mut root, ctx, &mut commands),
    };
    let wake_after_s = match strip {
        Some(wake_after_s) => wake_after_s,
        None => notices::notices_ui(&root, ctx, viewport_rect, &mut commands),
    };
    let places = coach::Places {
        depth: depth_rect,
        body: viewport_rect,
    };
    coach::note_places(&root, ctx, places);
    if ctx.stage.pointer.opens_menu {
        body_menu::body_menu_ui(&root, ctx, &mut commands);
    }
    search_overlay::search_ui(&root, ctx, &mut commands);
    records::records_ui(&root, ctx, &mut commands);
    focus::end(ui.ctx(), ctx.tokens);
    WindowOutput {
        commands,
        viewport_rect,
        covered: ctx.stage.body.covered || covered,
        wake_after_s,
    }
}

/// What the panels around the body come to.
struct Around {
    /// Place of the depth slider.
    depth: Rect,
    /// What is left for the body.
    body: Rect,
    /// A panel lies over that.
    covered: bool,
}

fn around_body(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) -> Around {
    let depth = match ctx.stage.panels.depth_bar {
        true => depth_bar::depth_bar_ui(ui, ctx, commands),
        false => Rect::NOTHING,
    };
    Around {
        depth,
        body: modes::panels_ui(ui, ctx, commands),
        covered: false,
    }
}

/// On a phone the slider is as high as the body, and the sheet may be over both.
fn around_body_of_phone(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) -> Around {
    /// Less than this, in points, is no body.
    const LEAST: f32 = 60.0;
    let free = ui.available_rect_before_wrap();
    let at_half = sheet::beside_half(ui, ctx.tokens, free);
    let left = modes::panels_ui(ui, ctx, commands);
    let covered = left.width().min(left.height()) < LEAST;
    // Under the sheet the body stays as it was, so that nothing jumps when the sheet goes down again.
    let rect = if covered { at_half } else { left };
    let mut beside = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("beside the body"));
    let has_depth = ctx.stage.panels.depth_bar;
    let depth = match has_depth && !covered {
        true => depth_bar::upright_ui(&mut beside, ctx, commands),
        false => Rect::NOTHING,
    };
    let mut body = beside.available_rect_before_wrap();
    if has_depth && covered {
        body.max.x -= depth_bar::upright_width(ctx.tokens);
    }
    Around {
        depth,
        body,
        covered,
    }
}

/// Fills what lies beyond the safe part of the screen: beside a notch and under the bar of the system.
fn edges_ui(ui: &Ui, ctx: &PanelContext) {
    let (all, safe) = (ui.ctx().viewport_rect(), ui.ctx().content_rect());
    let painter = ui.ctx().layer_painter(ui.layer_id());
    for edge in [
        Rect::from_min_max(all.min, egui::pos2(all.max.x, safe.min.y)),
        Rect::from_min_max(egui::pos2(all.min.x, safe.max.y), all.max),
        Rect::from_min_max(all.min, egui::pos2(safe.min.x, all.max.y)),
        Rect::from_min_max(egui::pos2(safe.max.x, all.min.y), all.max),
    ] {
        if edge.is_positive() {
            painter.rect_filled(edge, 0.0, ctx.tokens.color.panel);
        }
    }
}
