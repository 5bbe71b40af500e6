//! Checks of bones, fasciae and of what all structures share.

use super::{Checker, Spot, known::SKIN};
use crate::model::{
    closest::quoted,
    facts::{Bone, Ids, Names},
    link::DEEPEST_LAYER,
};

/// Numbers above these are not of the terminology; each has far fewer entries.
const LARGEST_FMA: u32 = 400_000;
const LARGEST_TA2: u32 = 10_000;

impl<'a> Checker<'a> {
    pub(super) fn bones(&mut self, all: &'a [Bone]) {
        for (i, bone) in all.iter().enumerate() {
            let spot = Spot::FILE.at(i);
            self.structure(&spot, &bone.id);
            self.names(&spot.field("names"), &bone.names);
            self.ids(&spot.field("ids"), &bone.ids);
            self.statements(&spot.field("about"), &bone.about);
            if !(1..=DEEPEST_LAYER).contains(&bone.depth) {
                self.fault(
                    &spot.field("depth"),
                    format!("there is no layer {}", bone.depth),
                    format!("write 1 to {DEEPEST_LAYER}, or leave it out for what belongs to the skeleton"),
                );
            } else if bone.depth < DEEPEST_LAYER && !bone.tissue.is_fibrous() {
                self.fault(
                    &spot.field("depth"),
                    format!(
                        "{} is of the skeleton, which is not peeled",
                        quoted(&bone.id)
                    ),
                    "leave depth out, or write tissue: Fascia or Ligament",
                );
            }
            let ids = &bone.ids;
            if !bone.paired && (ids.fma_left.is_some() || ids.fma_right.is_some()) {
                self.fault(
                    &spot.field("ids"),
                    format!(
                        "{} is in the midline but has ids of a side",
                        quoted(&bone.id)
                    ),
                    "write paired: true, or keep only fma",
                );
            }
        }
    }

    /// The id of a part or bone, and that it has a shape.
    pub(super) fn structure(&mut self, spot: &Spot<'_>, id: &'a str) {
        self.own_id(&spot.field("id"), "structure", id);
        if id == SKIN {
            self.fault(
                &spot.field("id"),
                "\"skin\" is the id of the skin",
                "choose another id",
            );
            return;
        }
        if !self.known.ids("shape").contains(id) && !self.left_out.contains(id) {
            self.flaw(
                &spot.field("id"),
                format!("the structure {} has no shape", quoted(id)),
                format!("add shapes/{id}.ron"),
            );
        }
    }

    pub(super) fn names(&mut self, spot: &Spot<'_>, names: &Names) {
        self.text(&spot.field("english"), &names.english);
        self.text(&spot.field("latin"), &names.latin);
        self.texts(&spot.field("synonyms"), &names.synonyms);
    }

    pub(super) fn ids(&mut self, spot: &Spot<'_>, ids: &Ids) {
        let fma = "an FMA number";
        for (field, number, most, what) in [
            ("ta2", ids.ta2, LARGEST_TA2, "a TA2 number"),
            ("fma", ids.fma, LARGEST_FMA, fma),
            ("fma_left", ids.fma_left, LARGEST_FMA, fma),
            ("fma_right", ids.fma_right, LARGEST_FMA, fma),
        ] {
            if let Some(number) = number
                && (number == 0 || number > most)
            {
                self.fault(
                    &spot.field(field),
                    format!("{number} is not {what}"),
                    format!("it is 1 to {most}; leave it out where there is none"),
                );
            }
        }
        if ids.fma_left.is_some() && ids.fma_left == ids.fma_right {
            self.fault(
                &spot.field("fma_right"),
                "left and right have the same FMA number",
                "look one of them up again",
            );
        }
    }
}
