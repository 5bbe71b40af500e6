//! The regions as a list with a search: what the brush does on the body, without a pointer.

use super::{region_name, say, sides, toggle};
use crate::{
    app::{commands::AppCommand, modes::locate::LocateCommand, naming},
    model::{
        facts::{BodyPart, Region},
        ids::RegionId,
        side::Side,
    },
    ui::{
        PanelContext, screen,
        tokens::Kind,
        widgets::{fold, text},
        words,
    },
};
use egui::{Align, Id, Layout, TextEdit, Ui, vec2};

/// Longest text taken into the field.
const LONGEST_QUERY: usize = 60;

pub(super) fn regions_ui(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let (t, w) = (ctx.tokens, ctx.words);
    let title = w.say("locate-regions");
    fold::section(ui, t, Id::new("locate regions"), &title, "", true, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let query = field(ui, ctx);
        if query.trim().is_empty() {
            by_part(ui, ctx, commands);
            return;
        }
        // Best first, with room for misspellings, as in the search over everything.
        let found = ctx.search.regions(&query);
        if found.is_empty() {
            let none = w.say("locate-no-region");
            text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &none);
            unreached(ui, ctx);
        }
        for region in found.into_iter().filter_map(|id| ctx.catalog.region(id)) {
            row(ui, ctx, region, commands);
        }
    });
}

/// All regions under the parts of the body, from the head down.
fn by_part(ui: &mut Ui, ctx: &PanelContext, commands: &mut Vec<AppCommand>) {
    let t = ctx.tokens;
    for part in BodyPart::ALL {
        let regions: Vec<&Region> = of_part(ctx, part).collect();
        if regions.is_empty() {
            continue;
        }
        ui.add_space(t.space.unit);
        let name = naming::body_part(part, ctx.words);
        text::paragraph(ui, t, Kind::Strong, t.color.secondary, &name);
        for region in regions {
            row(ui, ctx, region, commands);
        }
    }
    unreached(ui, ctx);
}

fn of_part<'a>(ctx: &PanelContext<'a>, part: BodyPart) -> impl Iterator<Item = &'a Region> {
    let regions = ctx.catalog.regions.iter();
    regions.filter(move |region| region.part == part)
}

/// Parts of the body without a region: no point sends pain there.
fn unreached(ui: &mut Ui, ctx: &PanelContext) {
    let (t, w) = (ctx.tokens, ctx.words);
    let without: Vec<String> = (BodyPart::ALL.into_iter())
        .filter(|part| *part != BodyPart::Other && of_part(ctx, *part).next().is_none())
        .map(|part| words::within(&naming::body_part(part, w)))
        .collect();
    if without.is_empty() {
        return;
    }
    ui.add_space(t.space.unit);
    let parts = without.join(", ");
    let says = w.say_with("locate-unreached", &[("parts", parts.into())]);
    text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &says);
}

fn field(ui: &mut Ui, ctx: &PanelContext) -> String {
    let w = ctx.words;
    // Begun anew, the field is empty.
    let id = Id::new("locate region search").with(ctx.state.locate.round);
    let mut query: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let edit = TextEdit::singleline(&mut query)
        .id(id.with("field"))
        .hint_text(w.say("locate-search-hint"))
        .char_limit(LONGEST_QUERY)
        .margin(ctx.tokens.field_margin(Kind::Body))
        .desired_width(ui.available_width());
    let response = ui.add(edit);
    screen::keep_above_keyboard(ui, &response);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label(w.say("locate-search-field"));
    });
    if response.changed() {
        ui.data_mut(|data| data.insert_temp(id, query.clone()));
    }
    query
}

fn row(ui: &mut Ui, ctx: &PanelContext, region: &Region, commands: &mut Vec<AppCommand>) {
    let name = ctx.name(region);
    let (t, w) = (ctx.tokens, ctx.words);
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), t.target()),
        Layout::right_to_left(Align::Center),
        |ui| {
            ui.spacing_mut().item_spacing.x = t.space.unit;
            // From the right: the right side last, so that it stands at the right.
            for side in sides(region.midline).iter().rev() {
                let id = RegionId::new(&region.id, *side);
                let on = ctx.state.locate.has_chosen(&id);
                let label = match side {
                    Side::Left => w.say("locate-left-short"),
                    Side::Right => w.say("locate-right-short"),
                    Side::Midline => w.say("locate-midline-short"),
                };
                if toggle(ui, t, &label, &region_name(ctx, &id), on).clicked() {
                    say(commands, LocateCommand::ToggleRegion(id));
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                text::single_line(ui, t, Kind::Body, t.color.text, name);
            });
        },
    );
}
