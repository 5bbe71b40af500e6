//! The card of a region of the skin: which points send pain there.

use super::{
    Block, Builder, Document,
    block::{Caution, Fold, List, RowGroup, Statement, ZoneKind},
    unlabelled,
};
use crate::model::{
    facts::{Muscle, Region, Shown, TriggerPoint, Urgency, Zone},
    ids::{Item, RegionId},
    side::Side,
};

/// A point that sends pain to a region, and the side it lies on.
type Sender<'a> = (&'a Muscle, &'a TriggerPoint, Side);

impl Builder<'_> {
    pub(super) fn region(&self, region: &Region) -> Document {
        let w = self.words;
        let side = if region.midline {
            Side::Midline
        } else {
            self.side
        };
        let item = Item::Region(RegionId::new(&region.id, side));
        let mut document = self.titled_on_body(&region.id, self.name(region), item.clone());
        document.lines = vec![vec![self.text(w.say("region")), self.side_within(side)]];
        let blocks = &mut document.blocks;
        blocks.push(Block::Paragraph {
            text: self.said(&region.extent),
        });
        blocks.extend(self.also_called_of(region, &region.synonyms));
        blocks.extend(self.warning_signs_of(region));
        let essential = self.senders(region, |point| &point.essential);
        let mut spillover = self.senders(region, |point| &point.spillover);
        spillover.retain(|(_, point, on)| {
            !essential
                .iter()
                .any(|(_, other, other_on)| other.id == point.id && other_on == on)
        });
        let none = essential.is_empty() && spillover.is_empty();
        let essential = if none {
            vec![Block::Paragraph {
                text: self.text(w.say("region-none")),
            }]
        } else {
            self.sent(ZoneKind::Essential, &essential)
        };
        blocks.extend(self.section_of("essential", w.say("region-essential"), essential));
        let spillover = self.sent(ZoneKind::Spillover, &spillover);
        blocks.extend(self.section_of("spillover", w.say("region-spillover"), spillover));
        if !none {
            blocks.push(Block::Note {
                text: self.text(w.say("region-not-a-diagnosis")),
            });
        }
        blocks.extend(self.in_the_library(&item));
        document
    }

    /// The warning signs to think of first where it hurts here, by what they call for.
    fn warning_signs_of(&self, region: &Region) -> Option<Block> {
        let w = self.words;
        let flags = self.catalog.red_flags_for(&[&region.id]);
        let count = flags.len();
        let mut blocks = Vec::new();
        for urgency in Urgency::ALL {
            let flags = flags.iter().filter(|flag| flag.exit == urgency);
            let items: Vec<Statement> = flags
                .map(|flag| Statement {
                    text: self.said(&flag.name),
                    sources: Vec::new(),
                    confidence: None,
                })
                .collect();
            let Some(words) = self
                .catalog
                .urgency_words(urgency)
                .filter(|_| !items.is_empty())
            else {
                continue;
            };
            blocks.push(Block::Caution(Caution {
                level: urgency.into(),
                title: Some(self.said(&words.name)),
                blocks: vec![Block::List(List {
                    ordered: false,
                    items,
                })],
            }));
        }
        let note = w.say_with("region-signs-count", &[("count", count.into())]);
        if let Some(section) = self
            .catalog
            .section_showing(Shown::RedFlags)
            .filter(|_| count > 0)
        {
            blocks.extend(unlabelled(vec![self.section_link(section)]));
        }
        let title = w.say("region-signs");
        self.fold(
            "warning-signs",
            title,
            Some(self.text(note)),
            Fold::Closed,
            blocks,
        )
    }

    fn senders(&self, region: &Region, zone: fn(&TriggerPoint) -> &Zone) -> Vec<Sender<'_>> {
        let side = self.side;
        let mut found = Vec::new();
        for (muscle, point) in self.catalog.points() {
            let zone = zone(point);
            if zone.regions.contains(&region.id) {
                found.push((muscle, point, side));
            } else if zone.opposite.contains(&region.id) {
                // A midline region has no other side to send from.
                let from = if region.midline {
                    side
                } else {
                    side.opposite()
                };
                found.push((muscle, point, from));
            }
        }
        found
    }

    fn sent(&self, zone: ZoneKind, senders: &[Sender<'_>]) -> Vec<Block> {
        if senders.is_empty() {
            return Vec::new();
        }
        let label = match zone {
            ZoneKind::Essential => self.words.say("region-part-of-essential"),
            ZoneKind::Spillover => self.words.say("region-part-of-spillover"),
            ZoneKind::Tingling => self.words.say("region-part-of-tingling"),
        };
        let rows = senders
            .iter()
            .map(|(muscle, point, side)| self.point_row(point, Some((self.name(*muscle), *side))));
        let group = RowGroup {
            zone: Some(zone),
            label: Some(self.text(label)),
            rows: rows.collect(),
        };
        vec![Block::Rows {
            groups: vec![group],
        }]
    }
}
