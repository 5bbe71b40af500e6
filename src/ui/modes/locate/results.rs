//! What the painting leads to: the points by muscle, each with one number, and the rest of its reasons a click away.

use super::{pain_name, plain_region_name, preparation_ui, questions, say};
use crate::{
    app::{
        commands::AppCommand,
        modes::locate::{LocateCommand, Located},
    },
    model::{
        facts::{Muscle, Urgency},
        ids::{Item, PointId, RegionId},
        side::Side,
    },
    study::locate::{
        findings::{Findings, Found, MuscleFound},
        prior::{is_of_low_back, is_often},
        reason::Reason,
        share::percent,
    },
    ui::{
        PanelContext,
        side_panel::{self, Edge, Widths, side_panel_ui},
        tokens::Kind,
        widgets::{
            button::{self, Weight},
            chip, fold,
            mark::{self, Zone},
            statement::{self, SourceNumbers},
            text,
        },
        words,
    },
};
use egui::{CursorIcon, Id, ScrollArea, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

/// Less unexplained paint than this is how people paint, and is not told.
const WORTH_TELLING: f32 = 0.05;

/// So much of a region of the low back painted is pain there, and no stray of the brush.
const ENOUGH_OF_LOW_BACK: f32 = 0.2;

/// What the list is drawn with.
struct List<'a, 'c> {
    ctx: &'a PanelContext<'c>,
    commands: &'a mut Vec<AppCommand>,
    numbers: SourceNumbers,
    hovered: Option<PointId>,
}

pub(super) fn results_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let t = ctx.tokens;
    let widths = Widths::of_card(t, side_panel::is_narrow(ui));
    let panel = ("locate results", Edge::Right);
    side_panel_ui(ui, ctx, panel, widths, commands, |ui, commands| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            egui::Frame::new()
                .inner_margin(egui::Margin::symmetric(20, 16))
                .show(ui, |ui| contents(ui, ctx, commands));
        });
    });
}

fn contents(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    ui.spacing_mut().item_spacing.y = t.space.group;
    let mut list = List {
        ctx,
        commands,
        numbers: SourceNumbers::default(),
        hovered: None,
    };
    if ctx.state.locate.urgency() == Some(Urgency::Soon) {
        mark::barred(ui, t, t.color.warning, t.color.warning_soft, |ui| {
            questions::advice(ui, ctx, &mut list.numbers, |_| true);
        });
    }
    text::paragraph(ui, t, Kind::Title, t.color.text, &w.say("locate-results"));
    match ctx.located {
        None => preparation_ui(ui, ctx, list.commands),
        Some(located) if !located.due.is_empty() => {
            asked_first(ui, ctx, located.due.len(), list.commands)
        }
        Some(located) => {
            list.together(ui, located);
            list.findings(ui, &located.findings);
        }
    }
    let hovered = list.hovered;
    pass_on_hover(ui, ctx, hovered, commands);
}

/// In place of the list: that some warning signs are asked first.
fn asked_first(ui: &mut Ui, ctx: &PanelContext, count: usize, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    let says = w.say_with("locate-asked-first", &[("count", count.into())]);
    text::paragraph(ui, t, Kind::Body, t.color.text, &says);
    let go_on = w.say("locate-to-questions");
    if button::words(ui, t, "", &go_on, Weight::Primary).clicked() {
        say(commands, LocateCommand::ReviewQuestions);
    }
}

fn quiet(ui: &mut Ui, ctx: &PanelContext, says: &str) {
    let t = ctx.tokens;
    text::paragraph(ui, t, Kind::Body, t.color.secondary, says);
}

/// Tells which result the pointer or the keyboard is on, and that it has left, each once.
fn pass_on_hover(
    ui: &Ui,
    ctx: &PanelContext,
    hovered: Option<PointId>,
    commands: &mut Vec<AppCommand>,
) {
    let id = Id::new("locate results hover");
    let before: Option<PointId> = ui
        .data(|data| data.get_temp::<Option<PointId>>(id))
        .flatten();
    if hovered == before {
        return;
    }
    let ours = before.is_some() && ctx.state.locate.hovered == before;
    if hovered.is_some() || ours {
        say(commands, LocateCommand::Hover(hovered.clone()));
    }
    ui.data_mut(|data| data.insert_temp(id, hovered));
}

impl List<'_, '_> {
    /// The fewest points for all pains, where there are several.
    fn together(&mut self, ui: &mut Ui, located: &Located) {
        let ctx = self.ctx;
        let (t, w) = (ctx.tokens, ctx.words);
        let locate = &ctx.state.locate;
        let painted = locate.pains.iter().filter(|x| !x.painting.is_empty());
        if painted.count() < 2 {
            return;
        }
        let label = w.say("locate-explain-all");
        if super::toggle(ui, t, &label, &label, locate.explain_all).clicked() {
            say(
                self.commands,
                LocateCommand::ExplainAll(!locate.explain_all),
            );
        }
        let Some(together) = located.together.as_ref().filter(|_| locate.explain_all) else {
            return;
        };
        if together.points.is_empty() {
            quiet(ui, ctx, &w.say("locate-explained-by-none"));
        } else {
            quiet(ui, ctx, &w.say("locate-explained-by"));
        }
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for point in &together.points {
                self.point_row(ui, point, None);
            }
        });
        for (index, share) in together.explanation.explained.iter().enumerate() {
            if locate
                .pains
                .get(index)
                .is_some_and(|x| x.painting.is_empty())
            {
                continue;
            }
            let name = pain_name(ctx, index);
            let says = w.say_with(
                "locate-explained-share",
                &[("name", name.into()), ("percent", percent(*share).into())],
            );
            text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &says);
        }
        fold::rule(ui, t);
    }

    fn findings(&mut self, ui: &mut Ui, findings: &Findings) {
        let ctx = self.ctx;
        let (t, w) = (ctx.tokens, ctx.words);
        if ctx.state.locate.pains.len() > 1 {
            let name = pain_name(ctx, ctx.state.locate.current);
            text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &name);
        }
        let (muscles, unexplained) = match findings {
            Findings::Nothing => return quiet(ui, ctx, &w.say("locate-nothing")),
            Findings::Everywhere => return quiet(ui, ctx, &w.say("locate-everywhere")),
            Findings::List { muscles, .. } if muscles.is_empty() => {
                return quiet(ui, ctx, &w.say("locate-no-point"));
            }
            Findings::List {
                muscles,
                unexplained,
            } => (muscles, *unexplained),
        };
        self.look_alikes(ui, muscles);
        if unexplained >= WORTH_TELLING {
            let says = w.say_with(
                "locate-unexplained",
                &[("percent", percent(unexplained).into())],
            );
            quiet(ui, ctx, &says);
        }
        for muscle in muscles {
            self.muscle(ui, muscle);
        }
        fold::rule(ui, t);
        let says = w.say("locate-no-diagnosis");
        text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &says);
    }

    /// What the pain can be mistaken for, muscle by muscle: a line to open, since the warning signs are answered.
    fn look_alikes(&mut self, ui: &mut Ui, muscles: &[MuscleFound]) {
        let ctx = self.ctx;
        let (t, w) = (ctx.tokens, ctx.words);
        let mut told: Vec<&Muscle> = Vec::new();
        for found in muscles {
            let known = ctx.catalog.muscle(&found.muscle);
            if let Some(muscle) = known.filter(|x| !x.look_alikes.is_empty())
                && !told.iter().any(|other| other.id == muscle.id)
            {
                told.push(muscle);
            }
        }
        if told.is_empty() {
            return;
        }
        mark::barred(ui, t, t.color.warning, t.color.warning_soft, |ui| {
            let title = w.say("locate-look-alikes");
            let id = Id::new("locate look-alikes").with(ctx.state.locate.round);
            fold::section(ui, t, id, &title, "", false, |ui| {
                ui.spacing_mut().item_spacing.y = t.space.unit;
                for muscle in told {
                    // Never the muscle's name alone: it would be read as the danger.
                    let name = words::within(ctx.name(muscle));
                    let says = w.say_with("locate-look-alikes-of", &[("muscle", name.into())]);
                    text::paragraph(ui, t, Kind::Strong, t.color.text, &says);
                    for says in &muscle.look_alikes {
                        statement::statement(ui, ctx, &mut self.numbers, says);
                    }
                }
            });
        });
    }

    fn muscle(&mut self, ui: &mut Ui, found: &MuscleFound) {
        let ctx = self.ctx;
        let t = ctx.tokens;
        fold::rule(ui, t);
        let name = ctx
            .catalog
            .muscle(&found.muscle)
            .map_or(found.muscle.as_str(), |muscle| ctx.name(muscle));
        let side = words::within(&words::side(ctx.words, found.side));
        text::section(ui, t, &words::line(&[name, &side]));
        for point in &found.points {
            self.point(ui, point);
        }
    }

    fn point(&mut self, ui: &mut Ui, found: &Found) {
        let ctx = self.ctx;
        let (t, w) = (ctx.tokens, ctx.words);
        self.point_row(ui, &found.point, Some(found.reason.covers));
        ui.indent(("locate point", &found.point), |ui| {
            ui.spacing_mut().item_spacing.y = t.space.unit;
            if found.reported_percent.is_some_and(is_often) && self.is_of_low_back_pain() {
                let says = w.say("locate-often-found");
                text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &says);
            }
            let id = Id::new(("locate why", &found.point));
            let title = w.say("locate-why");
            fold::section(ui, t, id, &title, "", false, |ui| self.detail(ui, found));
        });
    }

    /// Whether the current pain lies on the low back, for which it was counted how often points are found.
    fn is_of_low_back_pain(&self) -> bool {
        let locate = &self.ctx.state.locate;
        let Some(skin) = locate.skin.as_deref() else {
            return false;
        };
        let painted = skin.painted_regions(locate.strengths());
        let hurting = painted
            .iter()
            .filter(|(_, share)| *share >= ENOUGH_OF_LOW_BACK);
        is_of_low_back(hurting.map(|(id, _)| id.code.as_str()))
    }

    /// Why a point is in the list, in all its numbers, and what else is to be said of it.
    fn detail(&mut self, ui: &mut Ui, found: &Found) {
        let ctx = self.ctx;
        let (t, w) = (ctx.tokens, ctx.words);
        ui.spacing_mut().item_spacing.y = t.space.unit;
        self.reason(ui, &found.reason, found.point.side);
        if let Some((low, high)) = found.reported_percent {
            let span = words::span((low, high));
            let says = w.say_with("locate-how-common", &[("percent", span.into())]);
            text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &says);
        }
        for (label, others) in [
            (w.say("locate-same"), &found.same),
            (w.say("locate-also"), &found.also),
        ] {
            if others.is_empty() {
                continue;
            }
            text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &label);
            chip::wrapped(ui, t, |ui| {
                for other in others {
                    if chip::link(ui, t, &self.name(other)).clicked() {
                        self.open(other);
                    }
                }
            });
        }
        self.find(ui, &found.point);
    }

    /// How to find the spot by touch, and how sure the pattern is.
    fn find(&mut self, ui: &mut Ui, id: &PointId) {
        let ctx = self.ctx;
        let (t, w) = (ctx.tokens, ctx.words);
        let Some((_, point)) = ctx.catalog.point(&id.code) else {
            return;
        };
        let (says, why) = words::confidence(w, point.pattern_confidence);
        let why = w.say_with("confidence-of-pattern", &[("why", why.into())]);
        chip::label(ui, t, &says, &why);
        let title = w.say("locate-find");
        text::paragraph(ui, t, Kind::Strong, t.color.text, &title);
        statement::statement(ui, ctx, &mut self.numbers, &point.find);
    }

    fn reason(&self, ui: &mut Ui, reason: &Reason, own: Side) {
        let ctx = self.ctx;
        let (t, w) = (ctx.tokens, ctx.words);
        let spilt = (reason.covers - reason.covers_essential).max(0.0);
        let lines = [
            (
                Some(Zone::Essential),
                w.say_with(
                    "locate-covers-essential",
                    &[("percent", percent(reason.covers_essential).into())],
                ),
            ),
            (
                Some(Zone::Spillover),
                w.say_with(
                    "locate-covers-spillover",
                    &[("percent", percent(spilt).into())],
                ),
            ),
            (
                None,
                w.say_with(
                    "locate-essential-painted",
                    &[("percent", percent(reason.essential_painted).into())],
                ),
            ),
        ];
        for (zone, says) in lines {
            if zone == Some(Zone::Spillover) && percent(spilt) == 0 {
                continue;
            }
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = t.space.group;
                match zone {
                    Some(zone) => mark::swatch(ui, t, zone),
                    None => {
                        ui.allocate_exact_size(vec2(t.grown(14.0), 1.0), Sense::hover());
                    }
                }
                ui.vertical(|ui| text::paragraph(ui, t, Kind::Body, t.color.text, &says));
            });
        }
        if !reason.not_painted.is_empty() {
            let names = self.names(&reason.not_painted, own);
            let says = w.say_with("locate-not-painted", &[("regions", names.into())]);
            text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &says);
        }
    }

    /// Names of regions; with the side only where it is not the point's own.
    fn names(&self, regions: &[RegionId], own: Side) -> String {
        let names: Vec<String> = (regions.iter())
            .map(|id| {
                let name = if id.side == own || id.side == Side::Midline {
                    plain_region_name(self.ctx, id)
                } else {
                    super::region_name(self.ctx, id)
                };
                words::within(&name)
            })
            .collect();
        names.join(", ")
    }

    fn name(&self, point: &PointId) -> String {
        words::name_of(&Item::Point(point.clone()), self.ctx)
    }

    /// A point as a row, with how much of the painting its pattern covers; the pointer on it shows its pattern, a
    /// click opens its card.
    fn point_row(&mut self, ui: &mut Ui, id: &PointId, covers: Option<f32>) {
        let ctx = self.ctx;
        let (t, w) = (ctx.tokens, ctx.words);
        let mark = ctx.catalog.point(&id.code).map_or("", |(_, x)| &x.mark);
        let name = self.name(id);
        let covers = covers.map(|share| {
            w.say_with(
                "locate-covers-painted",
                &[("percent", percent(share).into())],
            )
            .into_owned()
        });
        let inset = t.grown(24.0) + t.space.group;
        let width = ui.available_width();
        let laid = |kind, color, says: &str| {
            let mut job = text::job(t, kind, color, says);
            job.wrap.max_width = width - inset;
            ui.fonts_mut(|fonts| fonts.layout_job(job))
        };
        // Whole, on as many lines as it takes.
        let says = laid(Kind::Strong, t.color.text, &name);
        let note = (covers.as_ref()).map(|says| laid(Kind::Secondary, t.color.secondary, says));
        let note_height = note.as_ref().map_or(0.0, |note| note.size().y);
        let height = says.size().y + note_height + 2.0 * t.space.unit;
        let size = vec2(width, height.max(t.grown(34.0)));
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let name = match &covers {
            Some(covers) => words::line(&[&name, covers]),
            None => name,
        };
        let label = w.say_with("locate-result", &[("name", name.as_str().into())]);
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, label.as_ref()));
        let on = response.hovered() || response.has_focus();
        if on {
            self.hovered = Some(id.clone());
        }
        if ui.is_rect_visible(rect) {
            let ground = rect.expand2(vec2(t.space.group, 0.0));
            let fill = button::ground(t, &response, on);
            ui.painter().rect_filled(ground, t.small_corner(), fill);
            let top = rect.center().y - (says.size().y + note_height) / 2.0;
            let disc = pos2(rect.left() + t.grown(12.0), rect.center().y);
            mark::point_disc(ui, t, disc, mark, on);
            let color = if on { t.color.accent } else { t.color.text };
            let at = pos2(rect.left() + inset, top);
            let below = at + vec2(0.0, says.size().y);
            ui.painter()
                .galley_with_override_text_color(at, says, color);
            if let Some(note) = note {
                ui.painter().galley(below, note, t.color.secondary);
            }
            button::focus_ring(ui, t, &response, ground);
        }
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        if response.clicked() {
            self.open(id);
        }
    }

    /// The card of a point.
    fn open(&mut self, id: &PointId) {
        let item = Item::Point(id.clone());
        self.commands.push(AppCommand::ShowCardOf(item));
    }
}
