//! The cards of a bone and of the skin.

use super::{Block, Builder, Document, Text, wording};
use crate::model::{
    facts::{Bone, Tissue},
    ids::{Item, StructureId},
    side::Side,
};

impl Builder<'_> {
    pub(super) fn bone(&self, bone: &Bone) -> Document {
        let w = self.words;
        let side = if bone.paired {
            self.side
        } else {
            Side::Midline
        };
        let item = Item::Structure(StructureId::new(&bone.id, side));
        let mut document = self.titled_on_body(&bone.id, self.name(bone), item);
        let tissue = match bone.tissue {
            Tissue::Bone => w.say("bone"),
            Tissue::Cartilage => w.say("cartilage"),
            Tissue::Tooth => w.say("teeth"),
            Tissue::Ligament => w.say("ligament"),
            Tissue::Fascia => w.say("fascia"),
        };
        document.lines = vec![vec![self.text(tissue), self.side_within(side)]];
        let mut names = self.terminology(&bone.ids, &bone.names.latin, side);
        names.extend(self.also_called_of(bone, &bone.names.synonyms));
        document.blocks = bone
            .about
            .iter()
            .map(|x| Block::Statement(self.statement(x)))
            .collect();
        let names = self.section_of("names", w.say("names"), names).into_iter();
        document.blocks.extend(names);
        self.with_sources(document, &[])
    }

    /// The side in a line.
    pub(super) fn side_within(&self, side: Side) -> Text {
        self.text(wording::within(&wording::side(self.words, side)))
    }

    pub(super) fn skin(&self) -> Document {
        let w = self.words;
        let mut document = self.titled("skin", self.text(w.say("skin")));
        document.link = Some(Item::Structure(StructureId::new("skin", Side::Midline)).link());
        document.blocks = vec![Block::Paragraph {
            text: self.text(w.say("skin-says")),
        }];
        document
    }
}
