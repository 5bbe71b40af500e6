//! The card of a muscle, or of one part of it.

use super::{
    Block, Builder, Document, Text,
    block::{Entry, Fact, Fold, Link, Links, List, Row, RowGroup, RowMark},
    treatment::CardOf,
    unlabelled, wording,
};
use crate::model::{
    facts::{Ids, Muscle, NamedMuscles, Part, TriggerPoint},
    ids::{Item, PointId, StructureId},
    language::Language,
    side::Side,
};

impl Builder<'_> {
    /// The card of one part, or of the whole muscle where `part` is none. A muscle of one part
    /// is that part.
    pub(super) fn muscle(&self, muscle: &Muscle, part: Option<&Part>) -> Document {
        let several = muscle.parts.len() > 1;
        let part = match muscle.parts.as_slice() {
            [only] => Some(only),
            _ => part,
        };
        let (id, title) = match part {
            Some(part) if several => (&part.id, self.name(part)),
            _ => (&muscle.id, self.name(muscle)),
        };
        let item = Item::Structure(StructureId::new(id, self.side));
        let mut document = self.titled_on_body(id, title, item.clone());
        document.lines = self.muscle_lines(muscle, part, several);
        let about = part.map_or(CardOf::Muscle(muscle), |part| CardOf::Part(muscle, part));
        let w = self.words;
        let blocks = &mut document.blocks;
        if several {
            blocks.extend(unlabelled(self.other_parts(muscle, part)));
        }
        let points = self.points_of(muscle, part);
        blocks.extend(self.section_of("points", w.say("muscle-points"), points));
        let anatomy = self.anatomy(muscle, part);
        blocks.extend(self.section_of("anatomy", w.say("anatomy"), anatomy));
        let stretches = self.stretches_of(muscle).into_iter().collect();
        blocks.extend(self.section_of("stretch", w.say("muscle-stretch"), stretches));
        blocks.extend(self.serious_cautions(about));
        let mut related = unlabelled(self.related_muscles(muscle).collect());
        related.extend(self.statement_list(false, &muscle.related_notes));
        let title = w.say("muscle-related");
        blocks.extend(self.fold("related-muscles", title, None, Fold::Closed, related));
        blocks.extend(self.about_muscle(about));
        blocks.extend(self.in_the_library(&item));
        self.with_sources(document, &muscle.anatomy_sources)
    }

    fn muscle_lines(&self, muscle: &Muscle, part: Option<&Part>, several: bool) -> Vec<Vec<Text>> {
        let w = self.words;
        let what = match part {
            Some(_) if several => {
                let name = wording::within(&self.name(muscle).text);
                w.say_with("part-of", &[("muscle", name.into())])
            }
            _ => w.say("muscle"),
        };
        let shown = part.map_or(muscle.parts.as_slice(), std::slice::from_ref);
        let mut layers: Vec<_> = shown.iter().map(|x| wording::layer(w, x.depth)).collect();
        layers.dedup();
        let mut lines = vec![vec![self.text(what), self.text(layers.join(", "))]];
        if !muscle.layer_note.is_empty() {
            lines.push(vec![self.said(&muscle.layer_note)]);
        }
        lines
    }

    /// The whole muscle where a part is shown, and every other part.
    fn other_parts(&self, muscle: &Muscle, part: Option<&Part>) -> Vec<Link> {
        let link = |id: &str, text| Link {
            item: Item::Structure(StructureId::new(id, self.side)),
            text,
            title: None,
        };
        let whole = part.map(|_| link(&muscle.id, self.text(self.words.say("muscle-whole"))));
        let others = muscle
            .parts
            .iter()
            .filter(|other| part.is_none_or(|part| part.id != other.id));
        let others = others.map(|other| link(&other.id, self.part_in_muscle(muscle, other)));
        whole.into_iter().chain(others).collect()
    }

    /// A part's name where its muscle is named already.
    pub(super) fn part_in_muscle(&self, muscle: &Muscle, part: &Part) -> Text {
        let text = wording::part_in_muscle(self.catalog, self.words, muscle, part);
        Text::new(text, self.name(part).language)
    }

    fn points_of(&self, muscle: &Muscle, part: Option<&Part>) -> Vec<Block> {
        if muscle.points.is_empty() {
            return Vec::new();
        }
        let (here, elsewhere): (Vec<&TriggerPoint>, Vec<&TriggerPoint>) = muscle
            .points
            .iter()
            .partition(|point| part.is_none_or(|part| part.id == point.part));
        let rows = |points: &[&TriggerPoint]| {
            let rows = points.iter().map(|point| self.point_row(point, None));
            rows.collect::<Vec<Row>>()
        };
        let mut groups = Vec::new();
        if !here.is_empty() {
            groups.push(RowGroup {
                zone: None,
                label: None,
                rows: rows(&here),
            });
        }
        if !elsewhere.is_empty() {
            let label = if here.is_empty() {
                self.words.say("muscle-points-none-here")
            } else {
                self.words.say("muscle-points-elsewhere")
            };
            groups.push(RowGroup {
                zone: None,
                label: Some(self.text(label)),
                rows: rows(&elsewhere),
            });
        }
        vec![Block::Rows { groups }]
    }

    /// A point as a row: its disc, its name, its number and where it sends pain, or what else
    /// is to be said about it.
    pub(super) fn point_row(&self, point: &TriggerPoint, about: Option<(Text, Side)>) -> Row {
        let (about, side) = about.unwrap_or_else(|| (self.said(&point.essential.text), self.side));
        Row {
            item: Item::Point(PointId::new(&point.id, side)),
            mark: RowMark::Point(point.mark.clone()),
            name: self.name(point),
            about: vec![self.text(&point.id), about],
            dose: None,
        }
    }

    fn anatomy(&self, muscle: &Muscle, part: Option<&Part>) -> Vec<Block> {
        let mut blocks = Vec::new();
        match part {
            Some(part) => {
                blocks.extend(self.part_anatomy(part));
                let latin = if part.names.latin.is_empty() {
                    &muscle.names.latin
                } else {
                    &part.names.latin
                };
                let ids = if part.ids == Ids::default() {
                    &muscle.ids
                } else {
                    &part.ids
                };
                blocks.extend(self.terminology(ids, latin, self.side));
                let own = &part.names.pronunciation;
                let said = if own.is_empty() {
                    &muscle.names.pronunciation
                } else {
                    own
                };
                blocks.extend(self.pronunciation(said));
                blocks.extend(self.also_called_of(part, &part.names.synonyms));
            }
            None => {
                for part in &muscle.parts {
                    blocks.push(Block::Entry(Entry {
                        name: self.part_in_muscle(muscle, part),
                        blocks: self.part_anatomy(part),
                        more: Vec::new(),
                    }));
                }
                blocks.extend(self.terminology(&muscle.ids, &muscle.names.latin, self.side));
                blocks.extend(self.pronunciation(&muscle.names.pronunciation));
                blocks.extend(self.also_called_of(muscle, &muscle.names.synonyms));
            }
        }
        blocks
    }

    fn part_anatomy(&self, part: &Part) -> Vec<Block> {
        let w = self.words;
        let facts = [
            (w.say("anatomy-origin"), self.said(&part.origin.text)),
            (w.say("anatomy-insertion"), self.said(&part.insertion.text)),
            (w.say("anatomy-action"), self.said(&part.action)),
            (
                w.say("anatomy-action-terms"),
                self.said_in_a_row(&part.action_terms),
            ),
            (
                w.say("anatomy-synergists"),
                self.named_muscles(&part.synergists),
            ),
            (
                w.say("anatomy-antagonists"),
                self.named_muscles(&part.antagonists),
            ),
            (w.say("anatomy-nerve"), self.said(&part.nerve)),
        ];
        facts
            .into_iter()
            .filter_map(|(label, value)| self.fact(label, value))
            .map(Block::Fact)
            .collect()
    }

    /// Muscles in a row, those of the data by their names there.
    fn named_muscles(&self, named: &NamedMuscles) -> Text {
        let here = named.here.iter().filter_map(|id| {
            let muscle = self.catalog.muscle(id).map(|muscle| self.name(muscle));
            muscle.or_else(|| Some(self.name(self.catalog.part(id)?.1)))
        });
        let elsewhere = named.elsewhere.iter().map(|name| self.said(name));
        let names: Vec<Text> = here.chain(elsewhere).collect();
        let words: Vec<String> = names
            .iter()
            .map(|name| wording::within(&name.text))
            .collect();
        self.around(words.join(", "), &names.iter().collect::<Vec<_>>())
    }

    /// Latin name, and numbers in the terminologies.
    pub(super) fn terminology(&self, ids: &Ids, latin: &str, side: Side) -> Vec<Block> {
        let w = self.words;
        let fma = ids.fma_of(side).map(|fma| format!("FMA {fma}"));
        let ta2 = ids.ta2.map(|ta2| format!("TA2 {ta2}"));
        let mut numbers: Vec<String> = fma.into_iter().chain(ta2).collect();
        if ids.unverified && !numbers.is_empty() {
            numbers.push(w.say("names-cross-reference").into_owned());
        }
        let facts: [Option<Fact>; 2] = [
            self.fact(w.say("names-latin"), self.latin(latin)),
            self.fact(w.say("names-terminology"), self.text(numbers.join(" · "))),
        ];
        facts.into_iter().flatten().map(Block::Fact).collect()
    }

    /// How an English reader says the Latin name: of no use in other languages.
    fn pronunciation(&self, said: &str) -> Option<Block> {
        let helps = self.words.language() == Language::ENGLISH;
        let value = Text::english(if helps { said } else { "" });
        self.fact(self.words.say("names-pronunciation"), value)
            .map(Block::Fact)
    }

    /// Muscles that are often involved together with one.
    pub(super) fn related_muscles<'a>(
        &'a self,
        muscle: &'a Muscle,
    ) -> impl Iterator<Item = Link> + 'a {
        muscle
            .related_muscles
            .iter()
            .filter_map(|id| self.muscle_link(self.catalog.muscle(id)?))
    }

    /// What holds for the whole muscle: how it feels, what keeps it going, what else it may be.
    pub(super) fn about_muscle(&self, about: CardOf<'_>) -> Vec<Block> {
        let muscle = about.muscle();
        let w = self.words;
        let mut folds = Vec::new();
        for (id, title, statements) in [
            ("feels-like", w.say("point-feels-like"), &muscle.feels_like),
            ("keeps-going", w.say("point-keeps-going"), &muscle.causes),
            (
                "look-alikes",
                w.say("point-look-alikes"),
                &muscle.look_alikes,
            ),
        ] {
            let blocks = self.statement_list(false, statements).into_iter().collect();
            folds.extend(self.fold(id, title, None, Fold::Closed, blocks));
        }
        let palpation = muscle.palpation.iter();
        let palpation = palpation
            .map(|x| Block::Statement(self.statement(x)))
            .collect();
        let title = w.say("muscle-palpation");
        folds.extend(self.fold("palpation", title, None, Fold::Closed, palpation));
        let items = self.cautions_about(about, false);
        let milder = (!items.is_empty()).then_some(Block::List(List {
            ordered: false,
            items,
        }));
        let title = w.say("cautions");
        let milder = milder.into_iter().collect();
        folds.extend(self.fold("cautions", title, None, Fold::Closed, milder));
        if let Some(evidence) = &muscle.evidence {
            let blocks = vec![Block::Statement(self.statement(&evidence.says))];
            let title = w.say("point-evidence");
            folds.extend(self.fold("evidence", title, None, Fold::Closed, blocks));
        }
        folds
    }

    /// Links under a label; nothing where there are none.
    pub(super) fn links(&self, label: impl Into<String>, links: Vec<Link>) -> Option<Block> {
        (!links.is_empty()).then(|| {
            Block::Links(Links {
                label: Some(self.text(label)),
                links,
            })
        })
    }
}
