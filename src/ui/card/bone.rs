//! The cards of a bone and of the skin.

use super::{Card, parts};
use crate::{
    model::{
        facts::{Bone, Tissue},
        ids::{Item, StructureId},
        side::Side,
    },
    ui::{tokens::Kind, widgets::text, words},
};
use egui::Ui;

pub(super) fn bone_ui(ui: &mut Ui, card: &mut Card, id: &StructureId, bone: &Bone) {
    let ctx = card.ctx;
    let (t, w) = (ctx.tokens, ctx.words);
    let item = Item::Structure(id.clone());
    parts::title(ui, card, ctx.name(bone), Some(item));
    let tissue = match bone.tissue {
        Tissue::Bone => w.say("bone"),
        Tissue::Cartilage => w.say("cartilage"),
        Tissue::Tooth => w.say("teeth"),
    };
    let side = words::within(&words::side(w, id.side));
    parts::subtitle(ui, t, &words::line(&[&tissue, &side]));
    if bone.paired && id.side != Side::Midline {
        parts::side_switch(ui, card, id.side, |side| {
            Item::Structure(StructureId::new(id.base.clone(), side))
        });
    }
    parts::section(ui, t, &w.say("names"));
    parts::ids(ui, card, &bone.ids, &bone.names.latin, id.side);
    parts::pair(
        ui,
        card,
        &w.say("names-also"),
        &bone.names.synonyms.join(", "),
    );
}

pub(super) fn skin_ui(ui: &mut Ui, card: &mut Card) {
    let (t, w) = (card.ctx.tokens, card.ctx.words);
    parts::title(ui, card, &w.say("skin"), None);
    text::paragraph(ui, t, Kind::Body, t.color.text, &w.say("skin-says"));
}
