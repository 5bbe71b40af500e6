//! The card of a trigger point: where it sends pain, how to find it, how to treat it.

use super::{
    Block, Builder, Document, Text,
    block::{Fold, Label, Link, Picture, RowGroup, Statement, Zone, ZoneKind},
    treatment::CardOf,
    unlabelled, wording,
};
use crate::model::{
    facts::{self, Muscle, PointKind, TriggerPoint},
    ids::{Item, PointId},
};

impl Builder<'_> {
    pub(super) fn point(&self, muscle: &Muscle, point: &TriggerPoint) -> Document {
        let id = PointId::new(&point.id, self.side);
        let item = Item::Point(id.clone());
        let mut document = self.titled_on_body(&point.id, self.name(point), item.clone());
        document.lines = vec![self.place_of(muscle, point)];
        document.labels = self.point_labels(muscle, point);
        let w = self.words;
        let blocks = &mut document.blocks;
        let pattern = vec![
            Block::Picture(Picture {
                point: id,
                front: (
                    self.text(w.say("inset-front")),
                    self.text(w.say("point-picture-front")),
                ),
                back: (
                    self.text(w.say("inset-back")),
                    self.text(w.say("point-picture-back")),
                ),
                left: (
                    self.text(w.say("inset-left")),
                    self.text(w.say("point-picture-left")),
                ),
                right: (
                    self.text(w.say("inset-right")),
                    self.text(w.say("point-picture-right")),
                ),
            }),
            self.zone(ZoneKind::Essential, &point.essential, point),
            self.zone(ZoneKind::Spillover, &point.spillover, point),
        ];
        let tingling = &point.tingling;
        let tingling =
            (!tingling.text.is_empty()).then(|| self.zone(ZoneKind::Tingling, tingling, point));
        let pattern = pattern.into_iter().chain(tingling).collect();
        blocks.extend(self.section_of("pattern", w.say("point-sends-pain"), pattern));
        let mut find = vec![Block::Statement(self.statement(&point.location))];
        if point.find.text != point.location.text {
            find.push(Block::Statement(self.statement(&point.find)));
        }
        blocks.extend(self.section_of("find", w.say("point-find"), find));
        let treat = self.treat(muscle, point);
        blocks.extend(self.section_of("treat", w.say("point-treat"), treat));
        let related = self.related_points(muscle, point);
        let title = w.say("point-related");
        blocks.extend(self.fold("related", title, None, Fold::Open, related));
        blocks.extend(self.about_muscle(CardOf::Point(muscle, point)));
        blocks.extend(self.in_the_library(&item));
        self.with_sources(document, &[])
    }

    /// The part on which it lies, and its layer.
    fn place_of(&self, muscle: &Muscle, point: &TriggerPoint) -> Vec<Text> {
        let part = muscle.parts.iter().find(|part| part.id == point.part);
        match part {
            Some(part) => vec![
                self.name(part),
                self.text(wording::layer(self.words, part.depth)),
            ],
            None => vec![self.name(muscle)],
        }
    }

    fn point_labels(&self, muscle: &Muscle, point: &TriggerPoint) -> Vec<Label> {
        let w = self.words;
        let (text, why) = wording::confidence(w, point.pattern_confidence);
        let why = w.say_with("confidence-of-pattern", &[("why", why.into())]);
        let mut labels = vec![self.label((text, why))];
        if let Some(evidence) = &muscle.evidence {
            let (text, why) = wording::evidence(w, evidence.grade);
            let mut label = self.label((text, why));
            label.why.push(self.said(&evidence.says.text));
            labels.push(label);
        }
        let alias = self.said(&point.alias);
        let number = wording::line(&[&point.id, &alias.text]);
        labels.push(self.label((number, w.say("point-number-why"))));
        if point.kind == PointKind::Area {
            labels.push(self.label((w.say("point-area"), w.say("point-area-why"))));
        }
        labels
    }

    fn zone(&self, kind: ZoneKind, zone: &facts::Zone, point: &TriggerPoint) -> Block {
        let w = self.words;
        let label = match kind {
            ZoneKind::Essential => w.say("point-essential"),
            ZoneKind::Spillover => w.say("point-spillover"),
            ZoneKind::Tingling => w.say("point-tingling"),
        };
        let pattern = if zone.text.is_empty() {
            Statement {
                text: self.text(w.say("point-zone-none")),
                sources: Vec::new(),
                confidence: None,
            }
        } else {
            Statement {
                text: self.said(&zone.text),
                sources: point.pattern_sources.clone(),
                confidence: Some(point.pattern_confidence),
            }
        };
        Block::Zone(Zone {
            zone: kind,
            label: self.text(label),
            pattern,
        })
    }

    fn treat(&self, muscle: &Muscle, point: &TriggerPoint) -> Vec<Block> {
        let mut blocks = Vec::new();
        blocks.extend(self.serious_cautions(CardOf::Point(muscle, point)));
        blocks.extend(self.applications(muscle, point));
        if let Some(stretches) = self.stretches_of(muscle) {
            blocks.push(Block::Note {
                text: self.text(self.words.say("point-stretch-afterwards")),
            });
            blocks.push(stretches);
        }
        blocks.extend(self.stop_rules());
        blocks
    }

    fn related_points(&self, muscle: &Muscle, point: &TriggerPoint) -> Vec<Block> {
        let points = point.related.iter().filter_map(|code| {
            let (_, other) = self.catalog.point(code)?;
            Some(self.point_link(other))
        });
        let muscles = self.related_muscles(muscle);
        let mut blocks = unlabelled(points.chain(muscles).collect());
        blocks.extend(self.statement_list(false, &muscle.related_notes));
        let others = muscle.points.iter().filter(|other| other.id != point.id);
        let rows: Vec<_> = others.map(|other| self.point_row(other, None)).collect();
        if !rows.is_empty() {
            let name = wording::within(&self.name(muscle).text);
            let heading = self
                .words
                .say_with("point-others", &[("muscle", name.into())]);
            blocks.push(Block::Note {
                text: self.text(heading),
            });
            let group = RowGroup {
                zone: None,
                label: None,
                rows,
            };
            blocks.push(Block::Rows {
                groups: vec![group],
            });
        }
        blocks
    }

    /// A link to a point on the side meant, by its number and name.
    pub(super) fn point_link(&self, point: &TriggerPoint) -> Link {
        let name = self.name(point);
        Link {
            item: Item::Point(PointId::new(&point.id, self.side)),
            text: Text::new(format!("{} {}", point.id, name.text), name.language),
            title: None,
        }
    }
}
