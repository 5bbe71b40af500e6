//! The cards of a bone and of the skin.

use super::{Card, parts};
use crate::{
    model::{
        ids::{Item, StructureId},
        raw::{Bone, Tissue},
        side::Side,
    },
    ui::{tokens::Kind, widgets::text, words},
};
use egui::Ui;

pub(super) fn bone_ui(ui: &mut Ui, card: &mut Card, id: &StructureId, bone: &Bone) {
    let t = card.ctx.tokens;
    let item = Item::Structure(id.clone());
    parts::title(ui, card, &bone.names.english, Some(item));
    let tissue = match bone.tissue {
        Tissue::Bone => "Bone",
        Tissue::Cartilage => "Cartilage",
        Tissue::Tooth => "Teeth",
    };
    parts::subtitle(
        ui,
        t,
        &format!("{tissue} · {}", words::side(id.side).to_lowercase()),
    );
    if bone.paired && id.side != Side::Midline {
        parts::side_switch(ui, card, id.side, |side| {
            Item::Structure(StructureId::new(id.base.clone(), side))
        });
    }
    parts::section(ui, t, "Names");
    parts::ids(ui, card, &bone.ids, &bone.names.latin, id.side);
    parts::pair(ui, card, "Also called", &bone.names.synonyms.join(", "));
}

pub(super) fn skin_ui(ui: &mut Ui, card: &mut Card) {
    let t = card.ctx.tokens;
    parts::title(ui, card, "Skin", None);
    text::paragraph(
        ui,
        t,
        Kind::Body,
        t.color.text,
        "Pain is felt here, often far from the point that sends it. Peel deeper with the slider below, or search for the place that hurts.",
    );
}
