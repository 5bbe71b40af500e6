//! What the data rests on: a source, a landmark. They are looked up, not selected.

use super::{Block, Builder, Document, Text};
use crate::model::facts::{Landmark, Source};

impl Builder<'_> {
    pub(super) fn source(&self, source: &Source) -> Document {
        let entry = self.known_source(source);
        let mut document = self.titled(&source.id, entry.citation);
        document.lines = vec![entry.used];
        let page = entry.url.map(Text::english);
        let page = page.and_then(|url| self.fact(self.words.say("source-address"), url));
        document.blocks = page.map(Block::Fact).into_iter().collect();
        document
    }

    pub(super) fn landmark(&self, landmark: &Landmark) -> Document {
        let (left, up, forward) = landmark.at_mm;
        let mut document = self.titled(&landmark.id, Text::english(&landmark.is));
        let at = [
            ("left", left.to_string().into()),
            ("up", up.to_string().into()),
            ("forward", forward.to_string().into()),
        ];
        let at = self.words.say_with("landmark-at", &at);
        document.lines = vec![vec![self.text(at)]];
        document
    }
}
