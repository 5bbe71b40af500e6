//! What is said when nothing is selected: how to begin, what the marks and the keys mean.

use super::{
    Block, Builder, Document,
    block::{BodyMark, Fact, Hint, HintKind, LegendMark, ZoneKind},
};

impl Builder<'_> {
    /// How to begin.
    #[must_use]
    pub fn guide(&self) -> Document {
        let w = self.words;
        let mut document = self.titled("", self.text(w.say("guide-title")));
        let hint =
            |about, title: std::borrow::Cow<'_, str>, text: std::borrow::Cow<'_, str>| Hint {
                about,
                title: self.text(title),
                text: self.text(text),
            };
        document.blocks.push(Block::Hints {
            lead: self.text(w.say("guide-lead")),
            hints: vec![
                hint(
                    HintKind::Peel,
                    w.say("guide-peel"),
                    w.say("guide-peel-says"),
                ),
                hint(
                    HintKind::Select,
                    w.say("guide-click"),
                    w.say("guide-click-says"),
                ),
                hint(
                    HintKind::Search,
                    w.say("guide-search"),
                    w.say("guide-search-says"),
                ),
            ],
        });
        let marks = [
            (
                BodyMark::Zone(ZoneKind::Essential),
                w.say("guide-essential"),
            ),
            (
                BodyMark::Zone(ZoneKind::Spillover),
                w.say("guide-spillover"),
            ),
            (BodyMark::Disc { selected: false }, w.say("guide-disc")),
            (
                BodyMark::Disc { selected: true },
                w.say("guide-disc-selected"),
            ),
        ];
        let marks = marks.into_iter().map(|(mark, text)| LegendMark {
            mark,
            text: self.text(text),
        });
        let legend = vec![Block::Legend {
            marks: marks.collect(),
        }];
        document
            .blocks
            .extend(self.section_of("marks", w.say("guide-marks"), legend));
        let keys = [
            (w.say("guide-key-drag"), w.say("guide-key-drag-does")),
            (
                w.say("guide-key-right-drag"),
                w.say("guide-key-right-drag-does"),
            ),
            (w.say("guide-key-wheel"), w.say("guide-key-wheel-does")),
            (
                w.say("guide-key-right-click"),
                w.say("guide-key-right-click-does"),
            ),
            (w.say("guide-key-peel"), w.say("guide-key-peel-does")),
            ("F".into(), w.say("guide-key-frame-does")),
            ("H  I  G".into(), w.say("guide-key-row-actions-does")),
            ("Alt+H".into(), w.say("guide-key-show-all-does")),
            ("L".into(), w.say("guide-key-labels-does")),
            (w.say("guide-key-views"), w.say("guide-key-views-does")),
        ];
        let keys = keys.into_iter().map(|(key, does)| Fact {
            label: self.text(key),
            value: self.text(does),
        });
        let keys = vec![Block::Keys {
            keys: keys.collect(),
        }];
        document
            .blocks
            .extend(self.section_of("keys", w.say("guide-keys"), keys));
        document.blocks.push(Block::Note {
            text: self.text(w.say("guide-not-a-diagnosis")),
        });
        document
    }
}
